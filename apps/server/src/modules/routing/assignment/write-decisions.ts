// Writes what was decided of many tickets at once: owner, diary entry, decision, events, notifications. The effects are those of
// diary's changeTicket, in sets: one at a time 10,000 tickets would take minutes.
import type { Decision } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { publishChanges } from '../../diary/index.ts'

export interface NewDecision {
  /** Also of the diary entry, so that whoever hears of the change finds the decision written. */
  id: string
  ticketId: string
  customerId: string
  channel: string
  queueId: string | null
  from: string | null
  to: string | null
  mode: Decision['mode']
  because: Record<string, unknown>
}

/**
 * Answers those that took effect. A decision that changes no owner is noted alone.
 * @param decisions of tickets locked by this transaction
 */
export async function writeDecisions(tx: Tx, decisions: readonly NewDecision[]): Promise<NewDecision[]> {
  if (decisions.length === 0) return []
  const moving = decisions.filter((d) => d.from !== d.to)
  const moved = moving.length === 0 ? [] : await tx.query<{ id: string }>(
    `update ticket t set assignee_id = d."to", updated_at = clock_timestamp() from json_to_recordset($2) d (ticket uuid, "from" uuid, "to" uuid)
     where t.org_id = $1 and t.id = d.ticket and t.assignee_id is not distinct from d."from" returning t.id`,
    [tx.orgId, JSON.stringify(moving.map((d) => ({ ticket: d.ticketId, from: d.from, to: d.to })))], 'move-owners')
  const done = new Set(moved.map((m) => m.id))
  const changed = moving.filter((d) => done.has(d.ticketId))
  const entries = changed.map((d) => ({ id: d.id, ticket: d.ticketId, customer: d.customerId, channel: d.channel, event: { name: 'ticket-changed', detail: { assigneeId: [d.from, d.to], because: d.because } } }))
  const noted = decisions.filter((d) => d.from === d.to || done.has(d.ticketId)).map((d) => ({ id: d.id, ticket: d.ticketId, queue: d.queueId, staff: d.to, mode: d.mode, because: d.because }))
  await Promise.all([
    tx.query(
      `insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, at, automatic, event)
       select $1, e.id, e.ticket, e.customer, 'event', 'internal', e.channel, clock_timestamp(), true, e.event from json_to_recordset($2) e (id uuid, ticket uuid, customer uuid, channel text, event jsonb)`,
      [tx.orgId, JSON.stringify(entries)], 'insert-owner-entries'),
    tx.query(
      `insert into assignment_decision (org_id, id, ticket_id, queue_id, staff_id, mode, because)
       select $1, d.id, d.ticket, d.queue, d.staff, d.mode, d.because from json_to_recordset($2) d (id uuid, ticket uuid, queue uuid, staff uuid, mode text, because jsonb) on conflict do nothing`,
      [tx.orgId, JSON.stringify(noted)], 'insert-decisions'),
  ])
  for (const d of changed) publishChanges(tx, { id: d.ticketId, customer_id: d.customerId }, d.id, { assigneeId: [d.from, d.to] }, { before: 'open', after: 'open' })
  return changed
}
