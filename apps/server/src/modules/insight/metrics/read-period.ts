// The period a query names.
import { Refusal } from '../../../platform/http/refusal.ts'
import { startOfDay, zoned, type Period } from './time.ts'

/** Beyond these nothing of ours happened, and calendars reckon no further. */
const [firstDay, lastDay] = ['1970-01-01', '2200-01-01']

/** @throws Refusal `invalid-input` for what is neither a day nor an instant, or ends before it begins */
export function readPeriod({ from, to }: { from: string; to: string }, zone: string): Period {
  const period = { from: readMoment(from, 'from', zone), to: readMoment(to, 'to', zone) }
  if (period.from >= period.to) throw new Refusal('invalid-input', 'The period is empty: "to" is not included, so it lies at least a day after "from".', { to: 'does not lie after "from"' })
  return period
}

function readMoment(given: string, field: 'from' | 'to', zone: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(given) ? dayStart(given, zone) : /^\d{4}-\d{2}-\d{2}T/.test(given) ? instant(given) : null
  if (at === null || Number.isNaN(at)) throw new Refusal('invalid-input', `"${given.slice(0, 40)}" is neither a day nor an instant: write 2026-05-31 or 2026-05-31T12:00:00Z.`, { [field]: 'is neither a day nor an instant' })
  if (at < startOfDay(Temporal.PlainDate.from(firstDay), zone) || at > startOfDay(Temporal.PlainDate.from(lastDay), zone)) throw new Refusal('invalid-input', `"${field}" does not lie between ${firstDay} and ${lastDay}: check the year.`, { [field]: 'lies outside our time' })
  return at
}

function dayStart(given: string, zone: string): number | null {
  try {
    return startOfDay(Temporal.PlainDate.from(given, { overflow: 'reject' }), zone)
  } catch {
    return null
  }
}

/** With its offset: a wall time of nobody's zone means nothing. */
function instant(given: string): number | null {
  try {
    return Temporal.Instant.from(given).epochMilliseconds
  } catch {
    return null
  }
}

/** The period before of the same length: for whole months so many months before, for whole days so many days, else as much time. */
export function periodBefore({ from, to }: Period, zone: string): Period {
  const [first, last] = [zoned(from, zone), zoned(to, zone)]
  const wholeDays = [first, last].every((z) => z.startOfDay().epochMilliseconds === z.epochMilliseconds)
  if (!wholeDays) return { from: from - (to - from), to: from }
  const [start, end] = [first.toPlainDate(), last.toPlainDate()]
  if (start.day === 1 && end.day === 1) return { from: startOfDay(start.subtract(start.until(end, { largestUnit: 'months' })), zone), to: from }
  return { from: startOfDay(start.subtract({ days: start.until(end, { largestUnit: 'days' }).days }), zone), to: from }
}

/** The same dates a year before; weekdays differ. */
export function yearBefore({ from, to }: Period, zone: string): Period {
  return { from: zoned(from, zone).subtract({ years: 1 }).epochMilliseconds, to: zoned(to, zone).subtract({ years: 1 }).epochMilliseconds }
}
