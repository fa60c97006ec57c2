// What was when: each ticket replayed forwards from its diary, teams and calendars as they were, settings as they were.
import { compileCalendar, type CalendarDefinition } from '@kontuar/calendar'
import type { InsightSettings } from '@kontuar/contracts'
import type { Row, Ticket, World } from './world.fixture.ts'

export type State = Record<string, unknown>
const plain = ['status', 'queueId', 'reasonId', 'locationId', 'assigneeId', 'mergedIntoId'] as const
const momentOf = (r: Row) => Math.max(r.at, r.created_at)

export interface Life { ticket: Ticket; rows: Row[]; begin: State; steps: { row: Row; moment: number; before: State; after: State }[] }

/** Forwards: what stood there first is what the first change says was before. */
export function lifeOf(world: World, ticket: Ticket): Life {
  const rows = world.rows.filter((r) => r.ticket_id === ticket.id)
  const written = rows.filter((r) => r.event !== null).toSorted((a, b) => momentOf(a) - momentOf(b) || (a.id < b.id ? -1 : 1))
  const now: State = { status: ticket.status, queueId: ticket.queue_id, reasonId: ticket.reason_id, locationId: ticket.location_id, assigneeId: ticket.assignee_id, mergedIntoId: ticket.merged_into_id }
  for (const [id, value] of Object.entries(ticket.fields)) now[`field ${id}`] = value
  const changes: { row: Row; name: string; from: unknown; to: unknown }[] = []
  for (const row of written) {
    const { detail } = row.event!
    for (const name of plain) if (Array.isArray(detail[name])) changes.push({ row, name, from: (detail[name] as unknown[])[0], to: (detail[name] as unknown[])[1] })
    if (Array.isArray(detail['fields'])) {
      const [from, to] = detail['fields'] as [Record<string, unknown> | null, Record<string, unknown> | null]
      for (const id of Object.keys({ ...from, ...to })) changes.push({ row, name: `field ${id}`, from: from?.[id] ?? null, to: to?.[id] ?? null })
    }
  }
  const names = new Set([...Object.keys(now), ...changes.map((c) => c.name)])
  const begin: State = {}
  const kept = new Set<(typeof changes)[number]>()
  for (const name of names) {
    // An answer taken back was undone, unless what came after builds on it.
    let follows: unknown = now[name] ?? null
    for (const change of changes.filter((c) => c.name === name).reverse()) {
      if (change.row.cancelled && change.to !== follows) continue
      kept.add(change)
      follows = change.from
    }
    begin[name] = follows
  }
  let state = begin
  const steps = written.map((row) => {
    const before = state
    state = { ...state, ...Object.fromEntries(changes.filter((c) => c.row === row && kept.has(c)).map((c) => [c.name, c.to])) }
    return { row, moment: momentOf(row), before, after: state }
  })
  return { ticket, rows, begin, steps }
}

export const stateAt = (life: Life, at: number, tx = -1): State => {
  const last = life.steps.findLastIndex((s) => s.moment <= at || s.row.tx === tx)
  return last === -1 ? life.begin : life.steps[last]!.after
}

export const settingsThen = (world: World, at: number): InsightSettings => {
  let found: InsightSettings = { answerWithinSeconds: 20, answerWithinByQueue: {}, shortAbandonSeconds: 5, repeatWindowDays: 7, complaintWindowDays: 90 }
  for (const s of world.settings) if (s.since <= at) found = s.definition
  return found
}

export const categoryOf = (world: World, state: State): string => world.statuses.find((s) => s.key === state['status'])!.category
export const reasonThen = (world: World, id: unknown): string | null => (id === null || id === undefined ? null : (world.merged.find((m) => m.id === id)?.into ?? (id as string)))

function linked(world: World, kind: string, from: string | null, at: number): string[] {
  return world.spells.filter((s) => s.kind === kind && (from === null || s.from_id === from) && (s.since === null || s.since <= at) && (s.until === null || s.until > at)).map((s) => s.to_id)
}

export function teamThen(world: World, staffId: string | null, queueId: string | null, at: number): string | null {
  const own = staffId === null ? [] : linked(world, 'member', staffId, at).sort()
  const serving = queueId === null ? [] : linked(world, 'queue-team', queueId, at)
  for (const team of own) if (serving.includes(team)) return team
  if (own.length > 0) return own[0]!
  return new Set(serving).size === 1 ? serving[0]! : null
}

export function segmentsThen(world: World, state: State): Record<string, unknown> | null {
  const found: Record<string, unknown> = {}
  for (const { id } of world.fields) if (state[`field ${id}`] !== null && state[`field ${id}`] !== undefined) found[id] = state[`field ${id}`]
  return Object.keys(found).length === 0 ? null : found
}

/** Milliseconds of business time in the calendar the queue had at an instant. */
export function businessBetween(world: World, queueId: string | null, asOf: number, from: number, to: number): number {
  const calendar = (queueId === null ? [] : linked(world, 'queue-calendar', queueId, asOf))[0] ?? linked(world, 'default-calendar', null, asOf)[0]
  const version = world.calendars.findLast((c) => c.calendar_id === calendar && (c.since === null || c.since <= asOf))
  return version === undefined ? to - from : compileCalendar(version.definition as CalendarDefinition).between(from, to)
}
