// Periods and their steps, in the organization's zone. Instants are epoch milliseconds; from inclusive, to exclusive.
import { Refusal } from '../../../platform/http/refusal.ts'
import { daysOfZone, monthFirst, weekdayOf } from './zone-days.ts'

export interface Period { from: number; to: number }
export type Step = 'hour' | 'day' | 'week' | 'month'

const hourMs = 3_600_000

export const zoned = (at: number, zone: string): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

/** The beginning of the hour, day, week (Monday) or month that `at` lies in. Hours of the night when the clocks change are real hours. */
export function startOf(step: Step, at: number, zone: string): number {
  const days = daysOfZone(zone)
  const day = days.dayAt(at)
  return step === 'hour' ? at - (at - days.start(day)) % hourMs : days.start(firstDay(step, day))
}

const firstDay = (step: Exclude<Step, 'hour'>, day: number) => (step === 'day' ? day : step === 'week' ? day - weekdayOf(day) + 1 : monthFirst(day))

/** The beginning of the step after the one that begins at `start`. */
export function nextStart(step: Step, start: number, zone: string): number {
  if (step === 'hour') return start + hourMs
  const days = daysOfZone(zone)
  const day = days.dayAt(start)
  return days.start(step === 'day' ? day + 1 : step === 'week' ? day + 7 : monthFirst(day, 1))
}

export const startOfDay = (day: Temporal.PlainDate, zone: string): number => day.toZonedDateTime(zone).epochMilliseconds

/** So many points are drawn at most. */
export const mostPoints = 2000

/** The steps of a period; the first and last may be cut by it. @throws Refusal `invalid-input` when they are too many */
export function stepsOf(period: Period, step: Step, zone: string): Period[] {
  // Ten thousand years of hours are refused before they are made.
  const about = { hour: hourMs, day: 24 * hourMs, week: 7 * 24 * hourMs, month: 30 * 24 * hourMs }[step]
  if ((period.to - period.from) / about > 2 * mostPoints) throw tooMany(step)
  const steps: Period[] = []
  for (let start = startOf(step, period.from, zone); start < period.to;) {
    const next = nextStart(step, start, zone)
    steps.push({ from: Math.max(start, period.from), to: Math.min(next, period.to) })
    start = next
  }
  if (steps.length > mostPoints) throw tooMany(step)
  return steps
}

const tooMany = (step: Step) => new Refusal('invalid-input', `By ${step} this period has more than ${mostPoints} points: choose a longer step or a shorter period.`, { step: 'is too fine for the period' })

/** The beginnings that lie in the period: from the first to the one after the last whole step; null where it has no whole one. */
export function wholeSteps(period: Period, step: Step, zone: string): Period | null {
  const start = startOf(step, period.from, zone)
  const from = start === period.from ? start : nextStart(step, start, zone)
  const to = startOf(step, period.to, zone)
  return from < to ? { from, to } : null
}
