// After a change of settings: all open tickets it may concern, chunk by chunk.
import type { Tx } from '../../../../platform/db/database.ts'
import { keepClocks } from './keep-clocks.ts'

/** `queueId`: only tickets of that queue; `changedAt`: when the settings changed, epoch milliseconds; `after`: where the last chunk ended. */
export interface Recount { queueId?: string; changedAt: number; after?: string }

const chunk = 200
const first = '00000000-0000-0000-0000-000000000000'

/** Orders the recount; call it in the transaction of the change. */
export function recountOpenTickets(tx: Tx, of: { queueId?: string } = {}): void {
  tx.enqueue('routing.recountClocks', { ...of, changedAt: Date.now() })
}

export const recountStatement = `select id from ticket where org_id = $1 and id > $2 and status_category <> 'closed' and ($3::uuid is null or queue_id = $3) order by id limit ${chunk}`

export async function recountChunk(tx: Tx, recount: Recount): Promise<void> {
  const rows = await tx.query<{ id: string }>(recountStatement, [tx.orgId, recount.after ?? first, recount.queueId ?? null], 'tickets-to-recount')
  await keepClocks(tx, rows.map((r) => r.id), { settingsChangedAt: recount.changedAt })
  if (rows.length === chunk) tx.enqueue('routing.recountClocks', { ...recount, after: rows.at(-1)!.id })
}
