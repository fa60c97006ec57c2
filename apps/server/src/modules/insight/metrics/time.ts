// Periods and their steps, in the organization's zone. Instants are epoch milliseconds; from inclusive, to exclusive.
import { Refusal } from '../../../platform/http/refusal.ts'

export interface Period { from: number; to: number }
export type Step = 'hour' | 'day' | 'week' | 'month'

export const zoned = (at: number, zone: string): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

/** The beginning of the hour, day, week (Monday) or month that `at` lies in. */
export function startOf(step: Step, at: number, zone: string): number {
  const then = zoned(at, zone)
  // Hours of the night when the clocks change are real hours: within one, minutes are the same on every clock of a whole-hour change.
  if (step === 'hour') return at - (((then.minute * 60 + then.second) * 1000 + then.millisecond))
  const day = then.toPlainDate()
  const first = step === 'day' ? day : step === 'week' ? day.subtract({ days: day.dayOfWeek - 1 }) : day.with({ day: 1 })
  return startOfDay(first, zone)
}

/** The beginning of the step after the one that begins at `start`. */
export function nextStart(step: Step, start: number, zone: string, steps = 1): number {
  if (step === 'hour') return start + steps * 3_600_000
  return startOfDay(zoned(start, zone).toPlainDate().add(step === 'day' ? { days: steps } : step === 'week' ? { weeks: steps } : { months: steps }), zone)
}

export const startOfDay = (day: Temporal.PlainDate, zone: string): number => day.toZonedDateTime(zone).epochMilliseconds

/** So many points are drawn at most. */
export const mostPoints = 2000

/** The steps of a period; the first and last may be cut by it. @throws Refusal `invalid-input` when they are too many */
export function stepsOf(period: Period, step: Step, zone: string): Period[] {
  // Ten thousand years of hours are refused before they are made.
  const about = { hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000, month: 30 * 86_400_000 }[step]
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
