// The diaries of many tickets as stories, in a fixed number of statements.
//
// Changes are taken in the order in which they were written down. That is not always the order in which things happened: a mail that waited
// to be read may wake a ticket that was closed after it had come.
import type { Tx } from '../../../platform/db/database.ts'
import { toEntries, type EntryRow } from '../clocks/derive/entries.ts'
import { factsOverTime } from '../clocks/derive/facts-over-time.ts'
import { responseRuns } from '../clocks/derive/response-runs.ts'
import { beginningOf, type CategoryOf } from '../clocks/derive/runs.ts'
import type { ClockKind, Entry, Facts } from '../clocks/derive/types.ts'
import { msOf } from '../clocks/keep/read-histories.ts'
import { businessTimes, readCalendarsOverTime, type BusinessTimes } from './business-times.ts'
import type { ClockOutcome, ComplaintBegin, StoryEntry, TicketStory, Turn } from './story.ts'

export interface TicketStories extends BusinessTimes {
  /** In the order of their ids; tickets that do not exist are left out. */
  stories: TicketStory[]
  categoryOf: CategoryOf
  /** The clock of the database. */
  now: number
}

/** Answers their histories, what was asked and answered, how their clocks ended, and the calendars to count by. Five statements, however many there are. */
export async function readTicketStories(tx: Tx, ticketIds: readonly string[]): Promise<TicketStories> {
  const [tickets, rows, clocks, legal, ground] = await Promise.all([
    tx.query<TicketRow>(selectTickets, [tx.orgId, ticketIds], 'story-tickets'), tx.query<StoryRow>(selectEntries, [tx.orgId, ticketIds], 'story-entries'),
    tx.query<ClockRow>(selectClocks, [tx.orgId, ticketIds], 'story-clocks'), tx.query<{ ticket_id: string; since: number }>(selectLegal, [tx.orgId, ticketIds], 'story-complaints'), readCalendarsOverTime(tx),
  ])
  const categories = new Map(ground.statuses.map((s) => [s.key, s.category]))
  const categoryOf: CategoryOf = (status) => categories.get(status) ?? 'open'
  const complaintQueues = new Set(ground.complaint_queues)
  const [rowsOf, clocksOf, legalOf] = [Map.groupBy(rows, (r) => r.ticket_id), Map.groupBy(clocks, (c) => c.ticket_id), new Map(legal.map((l) => [l.ticket_id, l.since]))]
  return {
    ...businessTimes(ground), categoryOf, now: ground.now,
    stories: tickets.map((t) => storyOf(t, rowsOf.get(t.id) ?? [], clocksOf.get(t.id) ?? [], legalOf.get(t.id) ?? null, categoryOf, complaintQueues)),
  }
}

interface TicketRow {
  id: string; customer_id: string; assignee_id: string | null; created: number; transaction: number; closed: number | null; status: string; priority: Facts['priority']; queue_id: string | null; reason_id: string | null; location_id: string | null
  tag_ids: string[]; fields: Record<string, unknown>; result: string | null; merged_into_id: string | null; channel: string; mailbox_id: string | null; language: string | null
}
interface StoryRow extends Omit<EntryRow, 'by_hand' | 'by_staff'> { ticket_id: string; customer_id: string | null; channel: string; transaction: number; mail_class: string; staff_id: string | null; by_hand: StoryEntry['byHand']; timing: StoryEntry['timing']; review: StoryEntry['review'] }
interface ClockRow { ticket_id: string; kind: ClockKind; cycle: number; state: string; due: number | null; stopped: number | null; breached: number | null }

/** Microseconds: two transactions share a millisecond more often than a microsecond. */
const microOf = (column: string) => `(extract(epoch from ${column}) * 1000000)::float8`

const selectTickets = `select t.id, t.customer_id, t.assignee_id, ${msOf('t.created_at')} as created, ${microOf('t.created_at')} as transaction, ${msOf('t.closed_at')} as closed, t.status, t.priority, t.queue_id, t.reason_id, t.location_id,
  t.tag_ids, t.fields, t.result, t.merged_into_id, t.channel, t.mailbox_id, t.language from ticket t where t.org_id = $1 and t.id = any ($2) order by t.id`
const selectEntries = `select i.id, i.ticket_id, i.customer_id, i.kind, i.direction, i.channel, ${msOf('i.at')} as at, ${msOf('i.created_at')} as recorded_at, ${microOf('i.created_at')} as transaction, i.automatic, i.mail_class, i.staff_id, i.by_hand,
  i.event->'detail' as changes, i.timing, i.review, o.id is not null as cancelled
  from interaction i left join outgoing_mail o on o.org_id = i.org_id and o.interaction_id = i.id and o.state = 'cancelled'
  where i.org_id = $1 and i.ticket_id = any ($2) and (i.kind in ('message', 'call', 'visit', 'note') or i.event is not null) order by i.ticket_id, i.at, i.id`
const selectClocks = `select ticket_id, kind, cycle, state, ${msOf('due_at')} as due, ${msOf('stopped_at')} as stopped, ${msOf('breached_at')} as breached
  from sla_clock where org_id = $1 and ticket_id = any ($2) and state <> 'dropped' and (stopped_at is not null or breached_at is not null)`
const selectLegal = `select ticket_id, ${msOf('created_at')} as since from legal_deadline where org_id = $1 and ticket_id = any ($2)`

function storyOf(t: TicketRow, rows: readonly StoryRow[], clocks: readonly ClockRow[], legalSince: number | null, categoryOf: CategoryOf, complaintQueues: ReadonlySet<string>): TicketStory {
  const now: Facts = {
    status: t.status, priority: t.priority, queueId: t.queue_id, reasonId: t.reason_id, locationId: t.location_id, tagIds: t.tag_ids, fields: t.fields, result: t.result, mergedIntoId: t.merged_into_id, assigneeId: t.assignee_id,
    channel: t.channel, mailboxId: t.mailbox_id, language: t.language, customerTagIds: [],
  }
  const history = { createdAt: t.created, entries: toEntries(rows.filter((r) => r.kind !== 'note' || r.changes !== null).map((r) => ({ ...r, by_staff: r.staff_id !== null, by_hand: r.by_hand !== null, taken: r.timing?.['answeredAt'] !== undefined }))), now }
  const { begin, turns } = turnsOf(rows, now)
  const complaint = complaintOf({ createdAt: t.created, transaction: t.transaction, begin, turns, rows, legalSince, complaintQueues })
  return {
    id: t.id, customerId: t.customer_id, channel: t.channel, language: t.language, createdAt: t.created, transaction: t.transaction, beganAt: beginningOf(history), closedAt: t.closed,
    entries: rows.map(toStoryEntry), begin, turns, now, complaint, clocks: clocks.map(outcomeOf),
    responses: responseRuns(history, factsOverTime(history), categoryOf, { closingAnswers: false }).flatMap((run) => (run.answeredBy === undefined ? []
      : [{ kind: run.kind as 'first-response' | 'next-response', entryId: run.answeredBy, askedAt: run.startedAt, answeredAt: run.stoppedAt!, queueId: run.facts.queueId, settledAt: run.settledAt! }])),
  }
}

const toStoryEntry = (r: StoryRow): StoryEntry => ({
  id: r.id, kind: r.kind as StoryEntry['kind'], direction: r.direction as StoryEntry['direction'], channel: r.channel, at: r.at, toldAt: Math.max(r.at, r.recorded_at), transaction: r.transaction, automatic: r.automatic, mailClass: r.mail_class,
  customerId: r.customer_id, staffId: r.staff_id, byHand: r.by_hand, cancelled: r.cancelled, timing: r.timing, review: r.review,
})

/** Walked backwards from what the ticket is now, as the clocks do, but in the order of writing. */
function turnsOf(rows: readonly StoryRow[], now: Facts): { begin: Facts; turns: Turn[] } {
  const written = rows.flatMap((row) => {
    const [entry] = toEntries([{ ...row, kind: 'event', by_staff: false, by_hand: false }])
    return entry === undefined || entry.changes === null ? [] : [{ row, entry: { ...entry, at: Math.max(row.at, row.recorded_at) } satisfies Entry }]
  }).toSorted((a, b) => a.entry.at - b.entry.at || (a.row.id < b.row.id ? -1 : 1))
  const { initial, after } = factsOverTime({ createdAt: 0, entries: written.map((w) => w.entry), now })
  return { begin: initial, turns: written.map(({ row, entry }, i) => ({ at: entry.at, transaction: row.transaction, entryId: row.id, staffId: row.staff_id, before: i === 0 ? initial : after[i - 1]!, after: after[i]! })) }
}

const outcomeOf = (c: ClockRow): ClockOutcome => (c.state === 'met' ? { kind: c.kind, cycle: c.cycle, at: c.stopped!, kept: true } : { kind: c.kind, cycle: c.cycle, at: (c.due ?? c.breached ?? c.stopped)!, kept: false })

interface ComplaintGround { createdAt: number; transaction: number; begin: Facts; turns: readonly Turn[]; rows: readonly StoryRow[]; legalSince: number | null; complaintQueues: ReadonlySet<string> }

/** Insight asks the same of tickets whose stories nobody needs, in SQL (insight/facts/keep/read-company.ts). */
function complaintOf({ createdAt, transaction, begin, turns, rows, legalSince, complaintQueues }: ComplaintGround): ComplaintBegin | null {
  const complains = (facts: Facts) => complaintQueues.has(facts.queueId ?? '')
  const entered = turns.filter((t) => complains(t.after) && t.before.queueId !== t.after.queueId)
  const moments = [...(complains(begin) ? [{ at: createdAt, transaction }] : []), ...entered.map((t) => ({ at: t.at, transaction: t.transaction }))]
  const brought = moments.map((m): ComplaintBegin => ({ ...m, at: Math.min(m.at, ...rows.filter((r) => r.transaction === m.transaction && isExchange(r)).map((r) => r.at)) }))
  return [...(legalSince === null ? [] : [{ at: legalSince, transaction: null }]), ...brought].toSorted((a, b) => a.at - b.at)[0] ?? null
}

const isExchange = (r: StoryRow) => r.kind === 'message' || r.kind === 'call' || r.kind === 'visit'
