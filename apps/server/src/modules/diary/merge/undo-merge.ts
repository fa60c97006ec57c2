// A merge taken back: the ticket stands again as it was. What was written in the kept one since stays there.
import type { Tx } from '../../../platform/db/database.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { isId } from '../../../platform/id.ts'
import type { Doer } from '../commands/change-ticket.ts'
import { lockBoth, tell, type BeforeMerge } from './merge-ticket.ts'

/** @throws Refusal */
export async function undoMerge(tx: Tx, doer: Doer, ticketId: string): Promise<void> {
  if (!isId(ticketId)) throw notFound('ticket')
  const [merge] = await tx.query<{ id: string; into_id: string; before: BeforeMerge }>(
    'select id, into_id, before from ticket_merge where org_id = $1 and ticket_id = $2 and undone_at is null order by at desc limit 1', [tx.orgId, ticketId], 'find-merge')
  if (merge === undefined) {
    const known = await tx.query('select 1 from ticket where org_id = $1 and id = $2', [tx.orgId, ticketId], 'ticket-exists')
    throw known.length === 0 ? notFound('ticket') : new Refusal('cannot-do', 'This ticket is not merged into another one: there is nothing to take back.')
  }
  const { from, into } = await lockBoth(tx, ticketId, merge.into_id)
  await tx.seeEverything()
  const done = await tx.query('update ticket_merge set undone_at = now() where org_id = $1 and id = $2 and undone_at is null returning id', [tx.orgId, merge.id], 'undo-merge')
  if (done.length === 0) throw new Refusal('conflict', 'Somebody took this merge back a moment ago: load the ticket anew.')
  const { before } = merge
  await tx.query('update ticket set merged_into_id = $3 where org_id = $1 and id = any ($2) and merged_into_id is not null', [tx.orgId, before.children, from.id], 'give-back-children')
  await tell(tx, doer, from, {
    ...from, merged_into_id: null, status: before.status, status_category: before.statusCategory, result: before.result, waiting_since: before.waitingSince === null ? null : new Date(before.waitingSince),
  }, 'unmerged', { into: { id: into.id, number: into.number } })
  await tell(tx, doer, into, into, 'unmerged', { from: { id: from.id, number: from.number } })
  tx.publish({ name: 'diary.ticketUnmerged', ids: { ticketId: into.id, mergedId: from.id } })
}
