import { CalendarError } from './calendar-error.ts'
import type { Calendar } from './calendar.ts'
import { checkCalendar } from './check/check-calendar.ts'
import { firstYear, lastYear, type CalendarDefinition } from './definition.ts'
import { explainSteps } from './explain/explain-steps.ts'
import { planDays } from './time/day-plan.ts'
import { OpenTime } from './time/open-time.ts'
import type { Interval } from './time/shift-intervals.ts'
import { zoneTime } from './time/zone-time.ts'

const earliest = Date.UTC(firstYear, 0)
const end = Date.UTC(lastYear + 1, 0)

/**
 * Checks and prepares a calendar. Keep the result: it remembers the years it was asked for (some 13 KB each).
 * Throws CalendarError `bad-calendar` with all its `problems`; its functions throw `bad-instant`, `bad-duration`
 * and, when the deadline would lie beyond 2099, `out-of-range`.
 */
export function compileCalendar(definition: CalendarDefinition): Calendar {
  const problems = checkCalendar(definition)
  if (problems.length > 0) throw new CalendarError('bad-calendar', problems[0]!.sentence, problems)
  // A copy: the caller may go on editing his.
  const kept = structuredClone(definition)
  const zone = zoneTime(kept.timeZone)
  const plan = planDays(kept)
  const time = new OpenTime(zone, plan)

  const add = (at: number, durationMs: number) => durationMs === 0 ? at : time.firstAt(time.opened(at) + durationMs)
  const subtract = (at: number, durationMs: number) => durationMs === 0 ? at : time.lastAt(time.opened(at) - durationMs)
  const steps: Calendar['steps'] = (fromAt, toAt, language = 'en') => explainSteps(zone, plan, { fromAt, toAt }, language)

  return {
    timeZone: kept.timeZone,
    isOpen: (at) => time.isOpen(instant(at)),
    nextOpening: (at) => Math.max(instant(at), time.intervalFrom(at).fromAt),
    add: (at, durationMs) => add(instant(at), duration(durationMs)),
    subtract: (at, durationMs) => subtract(instant(at), duration(durationMs)),
    between: (fromAt, toAt) => time.opened(instant(toAt)) - time.opened(instant(fromAt)),
    openIntervals: (fromAt, toAt) => openIntervals(time, ordered(fromAt, toAt)),
    explain: (at, durationMs, language) => {
      const dueAt = add(instant(at), duration(durationMs))
      return { dueAt, steps: steps(at, dueAt, language) }
    },
    steps: (fromAt, toAt, language) => {
      const span = ordered(fromAt, toAt)
      return steps(span.fromAt, span.toAt, language)
    },
  }
}

function openIntervals(time: OpenTime, { fromAt, toAt }: Interval): Interval[] {
  const found: Interval[] = []
  for (let at = fromAt; at < toAt;) {
    const next = at < end && time.opened(toAt) > time.opened(at) ? time.intervalFrom(at) : null
    if (!next) break
    const piece = { fromAt: Math.max(next.fromAt, at), toAt: Math.min(next.toAt, toAt) }
    const last = found.at(-1)
    if (last?.toAt === piece.fromAt) last.toAt = piece.toAt
    else found.push(piece)
    at = piece.toAt
  }
  return found
}

function instant(at: number): number {
  if (!Number.isInteger(at) || at < earliest || at >= end) throw new CalendarError('bad-instant', `A moment is given in whole milliseconds since 1970, in the years ${firstYear} to ${lastYear}; this is ${show(at)}.`)
  return at
}

function duration(ms: number): number {
  if (!Number.isSafeInteger(ms) || ms < 0) throw new CalendarError('bad-duration', `A duration is a whole number of milliseconds, 0 or more (subtract goes back); this is ${show(ms)}.`)
  return ms
}

function ordered(fromAt: number, toAt: number): Interval {
  if (instant(fromAt) > instant(toAt)) throw new CalendarError('bad-instant', 'The end lies before the beginning: give the earlier moment first.')
  return { fromAt, toAt }
}

function show(value: unknown): string {
  return typeof value === 'number' ? String(value) : value === null ? 'null' : `a value of type ${typeof value}`
}
