import type { Step } from '../calendar.ts'
import type { HolidayLanguage } from '../holidays/public-holidays.ts'
import type { DayPlan } from '../time/day-plan.ts'
import { formatDate } from '../time/dates.ts'
import { shiftIntervals, type Interval } from '../time/shift-intervals.ts'
import type { ZoneTime } from '../time/zone-time.ts'
import { shortenSteps } from './shorten-steps.ts'

/** The steps from one instant to another, end to end: nothing in between is left out. */
export function explainSteps(zone: ZoneTime, plan: (date: number) => DayPlan, span: Interval, language: HolidayLanguage): Step[] {
  const steps: Step[] = []
  let at = span.fromAt
  const push = (step: Step) => {
    const last = steps.at(-1)
    // Hours of one exception are one step, open and closed together; so are shifts that touch and nights that join.
    if (last && last.kind === step.kind && last.on === step.on) {
      last.toAt = step.toAt
      last.countedMs += step.countedMs
    } else if (step.toAt > step.fromAt) steps.push(step)
    at = step.toAt
  }
  const pass = (until: number) => {
    while (at < until) push(closedStep(zone, plan, at, until, language))
  }
  for (const { fromAt, toAt, kind, ...day } of openPieces(zone, plan, span, language)) {
    const opensAt = Math.max(fromAt, at)
    const closesAt = Math.min(toAt, span.toAt)
    if (closesAt <= opensAt) continue
    pass(opensAt)
    push({ kind, fromAt: opensAt, toAt: closesAt, countedMs: closesAt - opensAt, ...day })
  }
  pass(span.toAt)
  return shortenSteps(steps)
}

/** In the order of time: a change of the clock can turn two shifts of a night about. */
function openPieces(zone: ZoneTime, plan: (date: number) => DayPlan, span: Interval, language: HolidayLanguage): Omit<Step, 'countedMs'>[] {
  const pieces: Omit<Step, 'countedMs'>[] = []
  for (let date = zone.dateAt(span.fromAt) - 2, last = zone.dateAt(span.toAt); date <= last; date++) {
    const day = plan(date)
    const kind = day.cause === 'exception' ? { kind: day.cause, ...whichDay(date, day, language) } : { kind: 'open' as const }
    for (const shift of shiftIntervals(zone, date, day)) pieces.push({ ...shift, ...kind })
  }
  return pieces.sort((a, b) => a.fromAt - b.fromAt)
}

/** From `at` to the end of its date, or to `until` when that comes first. */
function closedStep(zone: ZoneTime, plan: (date: number) => DayPlan, at: number, until: number, language: HolidayLanguage): Step {
  const date = zone.dateAt(at)
  const day = plan(date)
  // Where the clock goes back just after midnight, the end of a date comes twice.
  const midnight = [date + 1, date + 2].map((next) => zone.startOf(next)).find((next) => next > at) ?? until
  const step = { fromAt: at, toAt: Math.min(until, midnight), countedMs: 0 }
  return day.cause !== 'week' && day.matters ? { kind: day.cause, ...step, ...whichDay(date, day, language) } : { kind: 'closed', ...step }
}

function whichDay(date: number, { name }: DayPlan, language: HolidayLanguage): Pick<Step, 'on' | 'name'> {
  const shown = typeof name === 'string' ? name : name?.[language]
  return { on: formatDate(date), ...(shown && { name: shown }) }
}
