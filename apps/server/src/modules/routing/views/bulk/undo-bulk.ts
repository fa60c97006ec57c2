// Taking back what one has done to many tickets. What somebody has moved since stays as they left it.
import { lockTicket, publishChanges, saveTicket, writeEvent } from '../../../diary/index.ts'
import { readStatuses } from '../../../vocabulary/index.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/http/page.ts'
import { notFound, Refusal } from '../../../../platform/http/refusal.ts'
import type { ChangedTicket } from './change-many.ts'
import { restore } from './rules/restore.ts'

/** @throws Refusal `not-found` for what others did, `conflict` for what has been taken back already */
export async function undoBulk(tx: Tx, doer: { staffId: string; name: string }, id: string): Promise<{ restored: number; kept: number }> {
  const [act] = isId(id) ? await tx.query<{ changed: ChangedTicket[]; undone_at: Date | null }>('select changed, undone_at from bulk_act where org_id = $1 and id = $2 and staff_id = $3 for update', [tx.orgId, id, doer.staffId], 'lock-bulk-act') : []
  if (act === undefined) throw notFound('change of many tickets')
  if (act.undone_at !== null) throw new Refusal('conflict', 'This change has been taken back already.')
  // Their own act may have moved tickets out of their sight.
  await tx.seeEverything()
  const categoryOf = new Map((await readStatuses(tx)).map((s) => [s.key, s.category]))
  let restored = 0
  for (const changed of act.changed.toSorted((a, b) => (a.ticketId < b.ticketId ? -1 : 1))) {
    const now = await lockTicket(tx, changed.ticketId)
    const { next, changes } = restore(now, changed, categoryOf)
    if (Object.keys(changes).length === 0) continue
    await saveTicket(tx, now, next)
    const interactionId = await writeEvent(tx, doer, now, 'ticket-changed', { ...changes, because: { code: 'undone', bulkActId: id } })
    publishChanges(tx, now, interactionId, changes, { before: now.status_category, after: next.status_category })
    restored++
  }
  await tx.query('update bulk_act set undone_at = clock_timestamp() where org_id = $1 and id = $2', [tx.orgId, id], 'bulk-act-undone')
  return { restored, kept: act.changed.length - restored }
}
