// Status, owner, priority, subject. Each change leaves an entry in the diary: who, when, from what to what.
import type { Static } from 'typebox'
import type { TicketPatch } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { newId } from '../../../platform/id.ts'
import { isId } from '../../../platform/http/page.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { storable } from '../../../platform/db/storable.ts'

type Patch = Static<typeof TicketPatch>
interface Current { id: string; subject: string; status_category: string; priority: string; assignee_id: string | null; customer_id: string; channel: string }

export async function changeTicket(tx: Tx, actor: Actor, ticketId: string, patch: Patch): Promise<void> {
  if (!isId(ticketId)) throw notFound('ticket')
  const [now] = await tx.query<Current>('select id, subject, status_category, priority, assignee_id, customer_id, channel from ticket where org_id = $1 and id = $2 for update', [tx.orgId, ticketId], 'lock-ticket')
  if (now === undefined) throw notFound('ticket')
  const subject = patch.subject === undefined ? undefined : storable(patch.subject).trim()
  if (subject === '') throw new Refusal('invalid-input', 'The subject is empty: write what the matter is about.', { subject: 'is empty' })
  if (patch.assigneeId) await refuseUnknownStaff(tx, patch.assigneeId)

  const changes = {
    ...(subject !== undefined && subject !== now.subject ? { subject: [now.subject, subject] } : {}),
    ...(patch.status !== undefined && patch.status !== now.status_category ? { status: [now.status_category, patch.status] } : {}),
    ...(patch.priority !== undefined && patch.priority !== now.priority ? { priority: [now.priority, patch.priority] } : {}),
    ...(patch.assigneeId !== undefined && patch.assigneeId !== now.assignee_id ? { assigneeId: [now.assignee_id, patch.assigneeId] } : {}),
  }
  if (Object.keys(changes).length === 0) return
  const status = patch.status ?? now.status_category
  await tx.query(
    `update ticket set subject = $3, status = $4, status_category = $4, priority = $5, assignee_id = $6, updated_at = clock_timestamp(),
       closed_at = case when $4 <> 'closed' then null else coalesce(closed_at, clock_timestamp()) end
     where org_id = $1 and id = $2`,
    [tx.orgId, ticketId, subject ?? now.subject, status, patch.priority ?? now.priority, patch.assigneeId === undefined ? now.assignee_id : patch.assigneeId], 'change-ticket')
  const interactionId = newId()
  await tx.query(
    `insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, at, staff_id, from_name, event)
     values ($1, $2, $3, $4, 'event', 'internal', $5, clock_timestamp(), $6, $7, $8)`,
    [tx.orgId, interactionId, ticketId, now.customer_id, now.channel, actor.staffId, actor.name, JSON.stringify({ name: 'ticket-changed', detail: changes })], 'insert-change-event')

  const ids = { ticketId, interactionId, customerId: now.customer_id }
  tx.publish({ name: 'diary.ticketChanged', ids, detail: changes })
  if (changes.status?.[1] === 'closed') tx.publish({ name: 'diary.ticketClosed', ids })
  if (changes.status?.[0] === 'closed') tx.publish({ name: 'diary.ticketReopened', ids })
  if (changes.assigneeId) tx.publish({ name: 'diary.ticketAssigned', ids, detail: { assigneeId: patch.assigneeId ?? null } })
}

async function refuseUnknownStaff(tx: Tx, staffId: string) {
  const found = isId(staffId) ? await tx.query('select 1 from staff where org_id = $1 and id = $2 and active', [tx.orgId, staffId], 'active-staff') : []
  if (found.length === 0) throw new Refusal('invalid-input', 'The owner is nobody of this organization, or may not sign in any more: choose an active person.', { assigneeId: 'is not an active person' })
}
