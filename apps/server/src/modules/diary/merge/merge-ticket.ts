// Two tickets about one matter become one: the entries of the first are shown in the second, later mail goes there. The diary
// itself is not touched, so a merge can be taken back whole.
import { findStatus, readStatuses } from '../../vocabulary/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { writeEvent, type Doer } from '../commands/change-ticket.ts'
import type { Changes } from '../commands/decide-change.ts'
import { lockTicket, type LockedTicket } from '../commands/lock-ticket.ts'
import { publishChanges, saveTicket } from '../commands/save-change.ts'
import { checkMerge } from './check-merge.ts'

/** What undoing restores. `children` were merged into the ticket earlier and went on with it. */
export interface BeforeMerge { status: string; statusCategory: LockedTicket['status_category']; result: LockedTicket['result']; waitingSince: string | null; children: string[] }

/** @throws Refusal */
export async function mergeTicket(tx: Tx, doer: Doer, ticketId: string, intoId: string): Promise<{ mergeId: string; ticketId: string; intoId: string }> {
  const { from, into } = await lockBoth(tx, ticketId, intoId)
  await tx.seeEverything()
  const problem = checkMerge(from, into)
  if (problem !== null) throw new Refusal('cannot-do', problem)
  const children = (await tx.query<{ id: string }>('update ticket set merged_into_id = $3 where org_id = $1 and merged_into_id = $2 returning id', [tx.orgId, from.id, into.id], 'move-merged-children')).map((r) => r.id)
  const before: BeforeMerge = { status: from.status, statusCategory: from.status_category, result: from.result, waitingSince: from.waiting_since?.toISOString() ?? null, children }
  const mergeId = newId()
  await tx.query('insert into ticket_merge (org_id, id, ticket_id, into_id, before, merged_by) values ($1, $2, $3, $4, $5, $6)', [tx.orgId, mergeId, from.id, into.id, JSON.stringify(before), doer.staffId], 'insert-merge')

  const closed = from.status_category === 'closed' ? from.status : findStatus(await readStatuses(tx), 'closed')!.key
  await tell(tx, doer, from, { ...from, merged_into_id: into.id, status: closed, status_category: 'closed', result: from.result ?? 'duplicate', waiting_since: null },
    'merged', { into: { id: into.id, number: into.number } })
  await tell(tx, doer, into, withLaterWord(into, from), 'merged', { from: { id: from.id, number: from.number, waitingSince: from.waiting_since?.toISOString() ?? null } })
  tx.publish({ name: 'diary.ticketMerged', ids: { ticketId: into.id, mergedId: from.id } })
  return { mergeId, ticketId: from.id, intoId: into.id }
}

/** Always in the order of their ids, so that two merges the other way round do not wait for each other. */
export async function lockBoth(tx: Tx, ticketId: string, intoId: string): Promise<{ from: LockedTicket; into: LockedTicket }> {
  const [first, second] = [ticketId, intoId].sort() as [string, string]
  const a = await lockTicket(tx, first)
  const b = first === second ? a : await lockTicket(tx, second)
  return a.id === ticketId.toLowerCase() ? { from: a, into: b } : { from: b, into: a }
}

/** The kept ticket shows the newest word of both, and waits since the customer began to wait in either. */
function withLaterWord(into: LockedTicket, from: LockedTicket): LockedTicket {
  const next = { ...into }
  if (from.last_interaction_at > into.last_interaction_at) Object.assign(next, { last_interaction_at: from.last_interaction_at, last_direction: from.last_direction, preview: from.preview })
  if (from.waiting_since !== null && (into.waiting_since === null || from.waiting_since < into.waiting_since)) next.waiting_since = from.waiting_since
  return next
}

export async function tell(tx: Tx, doer: Doer, now: LockedTicket, next: LockedTicket, name: 'merged' | 'unmerged', detail: Record<string, unknown>): Promise<void> {
  const changes: Changes = {
    ...(now.status === next.status ? {} : { status: [now.status, next.status] }),
    ...(now.result === next.result ? {} : { result: [now.result, next.result] }),
    ...(now.merged_into_id === next.merged_into_id ? {} : { mergedIntoId: [now.merged_into_id, next.merged_into_id] }),
  }
  await saveTicket(tx, now, next)
  const interactionId = await writeEvent(tx, doer, now, name, { ...changes, ...detail })
  publishChanges(tx, now, interactionId, { ...changes, merge: [null, name] }, { before: now.status_category, after: next.status_category })
}
