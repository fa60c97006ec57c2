import type { Tx } from '../../../../../platform/db/database.ts'
import { recountOpenTickets } from '../../keep/recount.ts'

/** Clocks of queues and policies that name no calendar move to this one. */
export async function makeDefault(tx: Tx, id: string): Promise<void> {
  await tx.query('update calendar set is_default = false where org_id = $1 and is_default and id <> $2', [tx.orgId, id], 'no-default-calendar')
  await tx.query('update calendar set is_default = true where org_id = $1 and id = $2', [tx.orgId, id], 'default-calendar')
  recountOpenTickets(tx)
}
