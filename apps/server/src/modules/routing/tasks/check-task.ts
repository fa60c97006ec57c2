// What a task may name: people who may sign in and see its ticket, a ticket the asker sees, a queue in use.
import type { Task } from '@kontuar/contracts'
import { storable } from '../../../platform/db/storable.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { refuseOnlooker, refuseUnknownPeople } from '../../identity/index.ts'

/** @throws Refusal `invalid-input` */
export function checkTitle(given: string): string {
  const title = storable(given).trim()
  if (title === '') throw new Refusal('invalid-input', 'The title is empty: write what is to be done.', { title: 'is empty' })
  return title
}

/** @throws Refusal `invalid-input` */
export const checkDueAt = (given: string | null): Date | null => checkTime(given, 'dueAt', 'The due time')
export const checkRemindAt = (given: string | null): Date | null => checkTime(given, 'remindAt', 'The time of the reminder')

function checkTime(given: string | null, field: string, what: string): Date | null {
  if (given === null) return null
  const at = new Date(given)
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1970 || at.getUTCFullYear() > 2099) throw new Refusal('invalid-input', `${what} lies outside the years 1970 to 2099: write another one.`, { [field]: 'is out of range' })
  return at
}

/** As they are stored: each with something to do, and each once. @throws Refusal `invalid-input` */
export function checkSteps(given: Task['checklist']): Task['checklist'] {
  const steps = given.map(({ id, text, done }) => ({ id: storable(id), text: storable(text).trim(), done }))
  if (steps.some((s) => s.text === '')) throw new Refusal('invalid-input', 'A step of the checklist is empty: write what is to be done, or take it out.', { checklist: 'has an empty step' })
  if (new Set(steps.map((s) => s.id)).size < steps.length) throw new Refusal('invalid-input', 'Two steps of the checklist have the same id: give each its own.', { checklist: 'has an id twice' })
  return steps
}

/** Whose the ticket is, and where. @throws Refusal `invalid-input` unless the asker sees it */
export async function placeOfTicket(tx: Tx, ticketId: string): Promise<{ customerId: string; locationId: string | null }> {
  const [row] = isId(ticketId) ? await tx.query<{ customerId: string; locationId: string | null }>('select customer_id as "customerId", location_id as "locationId" from ticket where org_id = $1 and id = $2', [tx.orgId, ticketId], 'place-of-ticket') : []
  if (row === undefined) throw new Refusal('invalid-input', 'There is no such ticket, or you do not see it: choose another one, or none.', { ticketId: 'is not known' })
  return row
}

/** @throws Refusal `invalid-input` */
export async function refuseUnknownCustomer(tx: Tx, id: string): Promise<void> {
  const found = isId(id) ? await tx.query('select 1 from customer where org_id = $1 and id = $2', [tx.orgId, id], 'known-customer') : []
  if (found.length === 0) throw new Refusal('invalid-input', 'There is no such customer: choose one from the list, or none.', { customerId: 'is not known' })
}

/** @throws Refusal `invalid-input` unless in use and seen by the asker */
export async function refuseUnknownQueue(tx: Tx, id: string): Promise<void> {
  const found = isId(id) ? await tx.query('select 1 from queue q where q.org_id = $1 and q.id = $2 and q.retired_at is null and ((select viewer() is null) or q.id = any ((select viewer_queues())::uuid[]))', [tx.orgId, id], 'queue-of-task') : []
  if (found.length === 0) throw new Refusal('invalid-input', 'There is no such queue, or it has been retired: choose another one, or none.', { queueId: 'is not in use' })
}

/** A task that its owner cannot see would be lost. @throws Refusal */
export async function refuseUnknownOwner(tx: Tx, ownerId: string, ticketId: string | null): Promise<void> {
  await refuseUnknownPeople(tx, [ownerId], 'ownerId')
  await refuseOnlooker(tx, ownerId, 'ticket.change', 'ownerId')
  if (ticketId === null) return
  const [row] = await tx.query<{ name: string; sees: boolean }>(
    `select s.name, s.access = 'everything' or (t.queue_id = any (queues_seen_by(s.id)) and (t.location_id is null or locations_seen_by(s.id) is null or t.location_id = any (locations_seen_by(s.id)))) as sees
     from staff s, ticket t where s.org_id = $1 and s.id = $2 and t.org_id = $1 and t.id = $3`, [tx.orgId, ownerId, ticketId], 'owner-sees-ticket')
  if (row !== undefined && row.sees !== true) throw new Refusal('cannot-do', `${row.name} does not see the ticket of this task: choose somebody who does.`, { ownerId: 'does not see the ticket' })
}
