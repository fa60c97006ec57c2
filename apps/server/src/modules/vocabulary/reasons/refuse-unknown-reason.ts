import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/http/page.ts'
import { Refusal } from '../../../platform/http/refusal.ts'

/**
 * In the transaction that gives it: a merge waits for this one, so that its job finds the ticket.
 * @throws Refusal `invalid-input` unless a ticket may be given this reason.
 */
export async function refuseUnknownReason(tx: Tx, id: string): Promise<void> {
  const [reason] = isId(id) ? await tx.query<{ retired: boolean; into: string | null }>(
    `select r.retired_at is not null as retired, m.name as into from reason r left join reason m on m.org_id = r.org_id and m.id = r.merged_into_id
     where r.org_id = $1 and r.id = $2 for share of r`, [tx.orgId, id], 'usable-reason') : []
  if (reason === undefined) throw new Refusal('invalid-input', 'There is no such reason: choose one of the list.', { reasonId: 'is not a known reason' })
  if (!reason.retired) return
  throw new Refusal('invalid-input', reason.into === null ? 'This reason is retired: choose one in use.' : `This reason was merged into "${reason.into}": choose that one.`, { reasonId: 'is retired' })
}
