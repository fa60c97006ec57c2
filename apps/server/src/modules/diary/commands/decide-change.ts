// What a wish does to a ticket: checked against the organization's words, with the changes it brings. Saves nothing.
import type { Static } from 'typebox'
import type { TicketPatch } from '@kontuar/contracts'
import { storable } from '../../../platform/db/storable.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { checkFieldValues, findStatus, readStatuses, refuseForbiddenMove, refuseUnknownReason, refuseUnknownTags, requiredToEnter } from '../../vocabulary/index.ts'
import { diaryPorts } from '../ports.ts'
import type { LockedTicket } from './lock-ticket.ts'

export type TicketWish = Static<typeof TicketPatch>
/** By field of the contract: [before, after]. */
export type Changes = Record<string, [unknown, unknown]>

/** @throws Refusal with one sentence for the first thing that cannot be */
export async function decideChange(tx: Tx, now: LockedTicket, wish: TicketWish): Promise<{ next: LockedTicket; changes: Changes }> {
  refuseMerged(now)
  const next = { ...now }
  if (wish.subject !== undefined) next.subject = checkSubject(wish.subject)
  if (wish.priority !== undefined) next.priority = wish.priority
  if (wish.reasonId !== undefined) next.reason_id = await checkReason(tx, wish.reasonId, now.reason_id)
  if (wish.result !== undefined) next.result = wish.result
  if (wish.resultNote !== undefined) next.result_note = storable(wish.resultNote).trim()
  if (wish.tagIds !== undefined || wish.addTagIds !== undefined || wish.removeTagIds !== undefined) next.tag_ids = await checkTags(tx, now.tag_ids, wish)
  if (wish.fields !== undefined) next.fields = await checkFieldValues(tx, 'ticket', wish.fields, now.fields)
  if (wish.queueId !== undefined) next.queue_id = await checkPlace(tx, 'queue', wish.queueId, now.queue_id)
  if (wish.locationId !== undefined) next.location_id = await checkPlace(tx, 'location', wish.locationId, now.location_id)
  await decideOwner(tx, now, next, wish.assigneeId)
  if (wish.status !== undefined) await decideStatus(tx, now, next, wish.status)
  if (next.status === now.status) await refuseEmptying(tx, now, next)
  return { next, changes: changesBetween(now, next) }
}

export function refuseMerged(ticket: LockedTicket) {
  if (ticket.merged_into_id !== null) throw new Refusal('cannot-do', `Ticket #${ticket.number} has been merged into another one: go on there, or take the merge back first.`)
}

function checkSubject(given: string): string {
  const subject = storable(given).trim()
  if (subject === '') throw new Refusal('invalid-input', 'The subject is empty: write what the matter is about.', { subject: 'is empty' })
  return subject
}

async function checkReason(tx: Tx, wanted: string | null, current: string | null) {
  if (wanted !== null && wanted !== current) await refuseUnknownReason(tx, wanted)
  return wanted
}

async function checkTags(tx: Tx, current: readonly string[], wish: TicketWish): Promise<string[]> {
  const removed = new Set(wish.removeTagIds)
  const wanted = [...new Set([...(wish.tagIds ?? current), ...(wish.addTagIds ?? [])])].filter((id) => !removed.has(id))
  const added = wanted.filter((id) => !current.includes(id))
  if (added.length > 0) await refuseUnknownTags(tx, added)
  if (wanted.length > 50) throw new Refusal('invalid-input', 'A ticket carries at most 50 tags: take some off first.', { tagIds: 'are too many' })
  return wanted
}

async function checkPlace(tx: Tx, kind: 'queue' | 'location', wanted: string | null, current: string | null) {
  if (wanted === null || wanted === current) return wanted
  const found = isId(wanted) ? await tx.query(`select 1 from ${kind} where org_id = $1 and id = $2 and retired_at is null`, [tx.orgId, wanted], `living-${kind}`) : []
  if (found.length === 0) throw new Refusal('invalid-input', `There is no such ${kind}, or it has been retired: choose another one.`, { [`${kind}Id`]: 'is not in use' })
  return wanted
}

/** A named owner must serve the place; one who does not serve the new place gives the ticket back to its queue. */
async function decideOwner(tx: Tx, now: LockedTicket, next: LockedTicket, wanted: string | null | undefined) {
  const place = { queueId: next.queue_id, locationId: next.location_id }
  const moved = next.queue_id !== now.queue_id || next.location_id !== now.location_id
  if (wanted !== undefined && wanted !== now.assignee_id) {
    next.assignee_id = wanted
    if (wanted === null) return
    const found = isId(wanted) ? await tx.query('select 1 from staff where org_id = $1 and id = $2 and active', [tx.orgId, wanted], 'active-staff') : []
    if (found.length === 0) throw new Refusal('invalid-input', 'The owner is nobody of this organization, or may not sign in any more: choose an active person.', { assigneeId: 'is not an active person' })
    const why = await diaryPorts().outsider(tx, wanted, place)
    if (why !== null) throw new Refusal('cannot-do', why, { assigneeId: 'does not serve this queue' })
  } else if (moved && now.assignee_id !== null && (await diaryPorts().outsider(tx, now.assignee_id, place)) !== null) {
    if (wanted !== undefined) throw new Refusal('cannot-do', 'The owner does not serve that queue: choose another owner or none.', { assigneeId: 'does not serve this queue' })
    next.assignee_id = null
  }
}

async function decideStatus(tx: Tx, now: LockedTicket, next: LockedTicket, wanted: string) {
  const statuses = await readStatuses(tx)
  const status = findStatus(statuses, wanted)
  if (status === null) throw new Refusal('invalid-input', `There is no status "${wanted.slice(0, 40)}": choose one of ${statuses.filter((s) => !s.retired).map((s) => s.key).join(', ')}.`, { status: 'is not known' })
  if (status.key === now.status) return
  // The category alone was asked for, and the ticket is in it already. A key may be called like its category: then it is the key.
  if (wanted !== status.key && status.category === now.status_category) return
  refuseForbiddenMove(statuses, now.status, status.key)
  await requiredToEnter(tx, { status, queueId: next.queue_id, reasonId: next.reason_id, result: next.result, fields: next.fields })
  next.status = status.key
  next.status_category = status.category
  if (status.category === 'closed') next.waiting_since = null
  else if (now.status_category === 'closed') next.waiting_since = now.last_direction === 'in' ? now.last_interaction_at : null
}

/** What the status of the ticket needs is not taken away again while it stands there. */
async function refuseEmptying(tx: Tx, now: LockedTicket, next: LockedTicket) {
  const emptied = (before: unknown, after: unknown) => (before ?? null) !== null && (after ?? null) === null
  const fields = Object.keys(now.fields).filter((id) => emptied(now.fields[id], next.fields[id]))
  if (fields.length === 0 && !emptied(now.reason_id, next.reason_id) && !emptied(now.result, next.result)) return
  const status = findStatus(await readStatuses(tx), now.status)
  if (status !== null) await requiredToEnter(tx, { status, queueId: next.queue_id, reasonId: next.reason_id, result: next.result, fields: next.fields })
}

function changesBetween(a: LockedTicket, b: LockedTicket): Changes {
  const changes: Changes = {}
  const note = (name: string, from: unknown, to: unknown) => { if (JSON.stringify(from) !== JSON.stringify(to)) changes[name] = [from, to] }
  note('subject', a.subject, b.subject)
  note('status', a.status, b.status)
  note('priority', a.priority, b.priority)
  note('queueId', a.queue_id, b.queue_id)
  note('locationId', a.location_id, b.location_id)
  note('assigneeId', a.assignee_id, b.assignee_id)
  note('reasonId', a.reason_id, b.reason_id)
  note('result', a.result, b.result)
  note('resultNote', a.result_note, b.result_note)
  note('tagIds', a.tag_ids, b.tag_ids)
  const touched = Object.keys({ ...a.fields, ...b.fields }).filter((id) => a.fields[id] !== b.fields[id])
  if (touched.length > 0) changes['fields'] = [Object.fromEntries(touched.map((id) => [id, a.fields[id] ?? null])), Object.fromEntries(touched.map((id) => [id, b.fields[id] ?? null]))]
  return changes
}
