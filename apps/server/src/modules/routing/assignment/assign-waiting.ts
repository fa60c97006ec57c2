// Tickets of queues with an automatic mode find their owners: read in the queue's order of work, decided in memory, written in sets.
//
// One batch at a time in an organization, held by a lock that ends with the transaction; whoever takes a ticket by themselves
// (pull-ticket.ts) holds the same lock shared, so nobody's capacity is counted while it changes.
import type { Priority, Queue } from '@kontuar/contracts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { orderOfWork, waitsForOwner } from './order-of-work.ts'
import { readAgents } from './read-agents.ts'
import type { Agent, AutomaticRules } from './rules/choose-agent.ts'
import { decideBatch, type AutomaticQueue, type WaitingTicket } from './rules/decide-batch.ts'
import { servingSql } from './serving.ts'
import { writeDecisions, type NewDecision } from './write-decisions.ts'

const mostAtOnce = 1000
export const automatic = `q.retired_at is null and q.assignment->>'mode' in ('round-robin', 'least-loaded')`

/** How far a run has come in each queue: the last ticket looked at; `done` when there is nothing behind it. */
export type Progress = Map<string, Place | 'done'>
interface Place { k1: number; k2: string; k3: string; id: string }

/** Until the commit. @param how `alone`: nobody else gives out or takes tickets meanwhile; `among-others`: nobody gives out. */
export const lockAssignment = (tx: Tx, how: 'alone' | 'among-others') => (how === 'alone'
  ? tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || ' assignment', 0))`, [tx.orgId], 'lock-assignment')
  : tx.query(`select pg_advisory_xact_lock_shared(hashtextextended($1::text || ' assignment', 0))`, [tx.orgId], 'share-assignment'))

interface QueueRow { id: string; order_of_work: Queue['orderOfWork']; assignment: AutomaticRules }
interface TicketRow extends Place {
  queue_id: string; location_id: string | null; customer_id: string; channel: string; language: string | null; tag_ids: string[]; priority: Priority
}

export interface Batch {
  /** Tickets looked at. */
  read: number
  /** Of these, with an owner now. */
  assigned: number
  /** Some wait that were left out because somebody was changing them just then: another run has to come soon. */
  heldUp: boolean
}
const nothing: Batch = { read: 0, assigned: 0, heldUp: false }

export async function assignBatch(tx: Tx, progress: Progress): Promise<Batch> {
  await lockAssignment(tx, 'alone')
  const rows = await tx.query<QueueRow>(
    `select q.id, q.order_of_work, q.assignment from queue q where q.org_id = $1 and ${automatic}
       and exists (select from ticket t where t.org_id = q.org_id and t.queue_id = q.id and ${waitsForOwner('t')}) order by q.position, q.id`, [tx.orgId], 'queues-to-assign')
  const waiting = rows.filter((q) => progress.get(q.id) !== 'done')
  if (waiting.length === 0) return nothing
  const queues = await readQueues(tx, waiting)
  const { tickets, heldUp } = await readTickets(tx, waiting, queues, progress)
  if (tickets.length === 0) return { ...nothing, heldUp }

  const [codes, facts] = await Promise.all([readLastCodes(tx, tickets), toWaiting(tx, tickets, waiting)])
  const decided = decideBatch(facts, queues, newId)
  const decisions = decided.flatMap(({ id, ticket, choice }): NewDecision[] => {
    // That nobody can take it is said once, and again when the reason is another.
    if (choice.staffId === null && codes.get(ticket.id) === choice.because['code']) return []
    return [{ id, ticketId: ticket.id, customerId: ticket.customerId, channel: ticket.channel, queueId: ticket.queueId, from: null, to: choice.staffId, mode: choice.mode, because: choice.because }]
  })
  const assigned = await writeDecisions(tx, decisions)
  return { read: tickets.length, assigned: assigned.length, heldUp }
}

async function readQueues(tx: Tx, rows: readonly QueueRow[]): Promise<(AutomaticQueue & { ready: boolean })[]> {
  const serving = await tx.query<{ queue_id: string; staff_id: string }>(servingSql('q.id = any ($2)'), [tx.orgId, rows.map((q) => q.id)], 'serving-queues')
  const agents = await readAgents(tx, [...new Set(serving.map((s) => s.staff_id))])
  const ready = serving.filter((s) => agents.get(s.staff_id)?.ready)
  const turns = await tx.query<{ queue_id: string; staff_id: string; id: string }>(
    `select s.queue_id, s.staff_id, d.id from jsonb_to_recordset($2) s (queue_id uuid, staff_id uuid)
     cross join lateral (select d.id from assignment_decision d where d.org_id = $1 and d.queue_id = s.queue_id and d.staff_id = s.staff_id and d.mode in ('round-robin', 'least-loaded', 'sticky') order by d.id desc limit 1) d`,
    [tx.orgId, JSON.stringify(ready)], 'read-turns')
  const staffOf = Map.groupBy(serving, (s) => s.queue_id)
  const turnsOf = Map.groupBy(turns, (t) => t.queue_id)
  return rows.map((row) => {
    const own = (staffOf.get(row.id) ?? []).map((s) => agents.get(s.staff_id)).filter((a): a is Agent => a !== undefined)
    return {
      id: row.id, rules: row.assignment, agents: own, lastTurns: new Map((turnsOf.get(row.id) ?? []).map((t) => [t.staff_id, t.id])),
      ready: own.some((a) => a.ready && (a.capacity.total === null || a.open.total < a.capacity.total)),
    }
  })
}

const [k1, k2, k3] = orderOfWork('t', 'w."order"')
/**
 * Of a queue where nobody is ready only what came lately and has no reason yet is read: to note why it waits.
 * Tickets that somebody is changing at this moment are left for the next run.
 */
const readWaiting = `select t.*, w.queue as queue_id
  from jsonb_to_recordset($2) w (queue uuid, "order" text, ready boolean, k1 integer, k2 timestamptz, k3 timestamptz, id uuid)
  cross join lateral (
    select t.id, t.location_id, t.customer_id, t.channel, t.language, t.tag_ids, t.priority, ${k1} as k1, (${k2})::text as k2, (${k3})::text as k3
    from ticket t where t.org_id = $1 and t.queue_id = w.queue and ${waitsForOwner('t')} and (w.id is null or (${k1}, ${k2}, ${k3}, t.id) > (w.k1, w.k2, w.k3, w.id))
      and (w.ready or (t.queued_at > now() - interval '1 hour' and not exists (select from assignment_decision d where d.org_id = $1 and d.ticket_id = t.id and d.staff_id is null and d.at >= t.queued_at)))
    order by ${k1}, ${k2}, ${k3}, t.id limit $3 for update of t skip locked) t`

/** Of queues read to their end: does anything wait that was not read? Then a lock was on it. */
const anyHeldUp = `select exists (select from jsonb_to_recordset($2) w (queue uuid, k1 integer, k2 timestamptz, k3 timestamptz, id uuid, "order" text)
  join ticket t on t.org_id = $1 and t.queue_id = w.queue and ${waitsForOwner('t')} and (w.id is null or (${k1}, ${k2}, ${k3}, t.id) > (w.k1, w.k2, w.k3, w.id)) and t.id <> all ($3::uuid[])) as any`

async function readTickets(tx: Tx, rows: readonly QueueRow[], queues: readonly { id: string; ready: boolean }[], progress: Progress): Promise<{ tickets: TicketRow[]; heldUp: boolean }> {
  const each = Math.max(5, Math.floor(mostAtOnce / rows.length))
  const wanted = rows.map((q) => {
    const from = progress.get(q.id)
    return { queue: q.id, order: q.order_of_work, ready: queues.find((r) => r.id === q.id)!.ready, ...(typeof from === 'object' ? from : {}) }
  })
  const tickets = await tx.query<TicketRow>(readWaiting, [tx.orgId, JSON.stringify(wanted), each], 'read-waiting')
  const byQueue = Map.groupBy(tickets, (t) => t.queue_id)
  const short = wanted.filter((w) => w.ready && (byQueue.get(w.queue)?.length ?? 0) < each)
  const [held] = short.length === 0 ? [] : await tx.query<{ any: boolean }>(anyHeldUp, [tx.orgId, JSON.stringify(short), tickets.map((t) => t.id)], 'any-held-up')
  for (const { id } of rows) {
    const read = byQueue.get(id) ?? []
    const last = read.at(-1)
    progress.set(id, last === undefined || read.length < each ? 'done' : { k1: last.k1, k2: last.k2, k3: last.k3, id: last.id })
  }
  return { tickets, heldUp: held?.any ?? false }
}

// What else is asked of the tickets is asked of all at once: asked of each by itself, PostgreSQL walks the wrong index as long as it
// takes a table for empty that a rush is just filling (11 s a batch instead of 0.3 s).

/** By ticket: why nobody could take it, when that is the last that was decided. */
async function readLastCodes(tx: Tx, tickets: readonly TicketRow[]): Promise<Map<string, string | null>> {
  const rows = await tx.query<{ ticket_id: string; code: string | null }>(
    `select distinct on (ticket_id) ticket_id, case when staff_id is null then because->>'code' end as code from assignment_decision where org_id = $1 and ticket_id = any ($2) order by ticket_id, id desc`,
    [tx.orgId, tickets.map((t) => t.id)], 'last-codes')
  return new Map(rows.map((r) => [r.ticket_id, r.code]))
}

async function readLastOwners(tx: Tx, tickets: readonly TicketRow[], days: number): Promise<Map<string, { ownerId: string; at: number }>> {
  if (days === 0) return new Map()
  const rows = await tx.query<{ customer_id: string; assignee_id: string; updated_at: Date }>(
    `select distinct on (customer_id) customer_id, assignee_id, updated_at from ticket
     where org_id = $1 and customer_id = any ($2) and assignee_id is not null and updated_at > now() - $3::int * interval '1 day' order by customer_id, updated_at desc`,
    [tx.orgId, [...new Set(tickets.map((t) => t.customer_id))], days], 'last-owners')
  return new Map(rows.map((r) => [r.customer_id, { ownerId: r.assignee_id, at: r.updated_at.getTime() }]))
}

async function toWaiting(tx: Tx, tickets: readonly TicketRow[], queues: readonly QueueRow[]): Promise<WaitingTicket[]> {
  const daysOf = new Map(queues.map((q) => [q.id, q.assignment.stickyDays ?? 0]))
  const [owners, known] = await Promise.all([
    readLastOwners(tx, tickets, Math.max(...daysOf.values())),
    tx.query<{ value: string }>(`select distinct value from staff_skill where org_id = $1 and kind = 'product'`, [tx.orgId], 'read-products'),
  ])
  const products = new Set(known.map((p) => p.value))
  return tickets.map((t) => {
    const last = owners.get(t.customer_id)
    const counts = last !== undefined && last.at > Date.now() - daysOf.get(t.queue_id)! * 86_400_000
    return {
      id: t.id, queueId: t.queue_id, customerId: t.customer_id, channel: t.channel, language: t.language, locationId: t.location_id, productIds: t.tag_ids.filter((id) => products.has(id)),
      urgent: t.priority === 'urgent', lastOwnerId: counts ? last.ownerId : null,
    }
  })
}
