// The diaries of many tickets, as narrow as the clocks need them, in two statements.
import type { Tx } from '../../../../platform/db/database.ts'
import { toEntries, type EntryRow } from '../derive/entries.ts'
import type { Facts, TicketHistory } from '../derive/types.ts'

export interface TicketState {
  id: string
  customerId: string
  assigneeId: string | null
  channel: string
  due: StoredDue
  history: TicketHistory
}
export interface StoredDue { at: number | null; from: number | null; kind: string | null; breaches: number }

interface TicketRow {
  id: string; customer_id: string; assignee_id: string | null; created: number; status: string; priority: Facts['priority']; queue_id: string | null; reason_id: string | null; location_id: string | null
  tag_ids: string[]; fields: Record<string, unknown>; result: string | null; merged_into_id: string | null; channel: string; mailbox_id: string | null; language: string | null; customer_tag_ids: string[]
  due_at: number | null; due_from: number | null; due_kind: string | null; breaches: number
}

/** Milliseconds since 1970, microseconds cut off: so every instant is read alike. */
export const msOf = (column: string) => `floor(extract(epoch from ${column}) * 1000)::float8`

const selectTickets = `select t.id, t.customer_id, t.assignee_id, ${msOf('t.created_at')} as created, t.status, t.priority, t.queue_id, t.reason_id, t.location_id,
  t.tag_ids, t.fields, t.result, t.merged_into_id, t.channel, t.mailbox_id, t.language, c.tag_ids as customer_tag_ids,
  ${msOf('t.due_at')} as due_at, ${msOf('t.due_from')} as due_from, t.due_kind, t.breaches
  from ticket t join customer c on c.org_id = t.org_id and c.id = t.customer_id where t.org_id = $1 and t.id = any ($2) order by t.id`

const selectEntries = `select i.id, i.ticket_id, i.kind, i.direction, ${msOf('i.at')} as at, ${msOf('i.created_at')} as recorded_at, i.automatic, i.staff_id is not null as by_staff, i.by_hand is not null as by_hand, coalesce(i.timing ? 'answeredAt', false) as taken,
  i.event->'detail' as changes, o.id is not null as cancelled
  from interaction i left join outgoing_mail o on o.org_id = i.org_id and o.interaction_id = i.id and o.state = 'cancelled'
  where i.org_id = $1 and i.ticket_id = any ($2) and (i.kind in ('message', 'call', 'visit') or i.event is not null) order by i.ticket_id, i.at, i.id`

/** Locks the tickets in the order of their ids, so that whoever counts clocks does it alone, and nobody waits in a circle. */
export const lockHistories = (tx: Tx, ticketIds: readonly string[]) => read(tx, ticketIds, tx.query<TicketRow>(`${selectTickets} for update of t`, [tx.orgId, ticketIds], 'lock-clock-tickets'))

export const readHistories = (tx: Tx, ticketIds: readonly string[]) => read(tx, ticketIds, tx.query<TicketRow>(selectTickets, [tx.orgId, ticketIds], 'read-clock-tickets'))

async function read(tx: Tx, ticketIds: readonly string[], asked: Promise<TicketRow[]>): Promise<TicketState[]> {
  const [tickets, entries] = await Promise.all([asked, tx.query<EntryRow & { ticket_id: string }>(selectEntries, [tx.orgId, ticketIds], 'clock-entries')])
  return toStates(tickets, entries)
}

/** The clock of the database, which also stamps the versions of settings. */
export async function readNow(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ now: number }>(`select ${msOf('clock_timestamp()')} as now`, [], 'clock-now')
  return row!.now
}

function toStates(tickets: readonly TicketRow[], entries: readonly (EntryRow & { ticket_id: string })[]): TicketState[] {
  const entriesOf = Map.groupBy(entries, (e) => e.ticket_id)
  return tickets.map((t): TicketState => ({
    id: t.id, customerId: t.customer_id, assigneeId: t.assignee_id, channel: t.channel, due: { at: t.due_at, from: t.due_from, kind: t.due_kind, breaches: t.breaches },
    history: {
      createdAt: t.created, entries: toEntries(entriesOf.get(t.id) ?? []),
      now: {
        status: t.status, priority: t.priority, queueId: t.queue_id, reasonId: t.reason_id, locationId: t.location_id, tagIds: t.tag_ids, fields: t.fields, result: t.result, mergedIntoId: t.merged_into_id, assigneeId: t.assignee_id,
        channel: t.channel, mailboxId: t.mailbox_id, language: t.language, customerTagIds: t.customer_tag_ids,
      },
    },
  }))
}
