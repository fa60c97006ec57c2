import { assertAmount, assertPositive } from '../amount.ts'
import { assertCount } from '../count.ts'

/** One past period: an hour, or a day. */
export interface PastPeriod {
  count: number
  /** What the count grows with (interactions, opening hours, …) where complaints per contact are meant, not complaints. 1 unless it is given. */
  exposure?: number
  /** How many weeks before the judged period. */
  weeksAgo?: number
  /** ISO, 1 to 7, in the calendar's zone. */
  weekday?: number
  /** 0 to 23, in the calendar's zone. */
  hour?: number
  holiday?: boolean
}

/** What the judged period would look like if nothing had changed. */
export interface Baseline {
  /** How many periods it stands on. */
  periods: number
  /** All events in them, and all their exposure. */
  total: number
  totalExposure: number
  /** Of the judged period. */
  exposure: number
  /** Expected in the judged period: total/totalExposure·exposure. Null without any past exposure. */
  mean: number | null
  /** Of the judged period about that mean, from how the past ones vary (n - 1); null with fewer than two periods. */
  variance: number | null
}

/**
 * The same weekday and hour of the last eight weeks, holidays left out. Of the rows those count that agree with `weekday` and
 * `hour` and lie 1 to `weeks` weeks back; what is not given, there or in the row, is not looked at, so rows that were chosen by
 * the query can be given as they are. Rows without exposure and event (closed) are
 * left out; an event without exposure counts all the same, the rate being a ratio of sums.
 *
 * With exposures that differ the variance follows from the method of moments for var = μ + μ²/size: with equal ones it is the
 * plain variance of the counts.
 * @throws RangeError unless counts are whole and exposures numbers from 0, that of the judged period above 0.
 */
export function baselineOf({ rows, exposure = 1, weekday, hour, weeks = 8 }: { rows: readonly PastPeriod[], exposure?: number, weekday?: number, hour?: number, weeks?: number }): Baseline {
  assertPositive('exposure', exposure)
  const past = choose(rows, { weekday, hour, weeks })
  const { total, totalExposure } = sums(past)
  if (totalExposure === 0) return { periods: 0, total, totalExposure, exposure, mean: null, variance: null }
  const mean = total / totalExposure * exposure
  const variance = past.length < 2 ? null : Math.max(0, mean + mean * mean * (overdispersionOf({ groups: [past] }) ?? 0))
  return { periods: past.length, total, totalExposure, exposure, mean, variance }
}

/**
 * How much counts vary beyond chance, 1/size of the negative binomial law; below 0 where they vary less. Pooled over groups of
 * periods, each with its own mean: one group of eight says little of its spread, those of a whole week say enough for all.
 * Null where no group has two periods, or no event came at all.
 * @throws RangeError as baselineOf does.
 */
export function overdispersionOf({ groups }: { groups: readonly (readonly PastPeriod[])[] }): number | null {
  let [excess, weight] = [0, 0]
  for (const group of groups) {
    const past = choose(group, { weeks: Infinity })
    const { total, totalExposure, squares } = sums(past)
    if (past.length < 2 || totalExposure === 0) continue
    const concentration = squares / totalExposure ** 2
    for (const { count, exposure = 1 } of past) {
      const mean = total / totalExposure * exposure
      const part = exposure / totalExposure
      // E (x - m)² = m(1 - part) + m²/size·(1 - 2 part + concentration), the mean being taken from the same periods.
      excess += (count - mean) ** 2 - mean * (1 - part)
      weight += mean * mean * (1 - 2 * part + concentration)
    }
  }
  return weight === 0 ? null : excess / weight
}

function choose(rows: readonly PastPeriod[], { weekday, hour, weeks }: { weekday?: number | undefined, hour?: number | undefined, weeks: number }): PastPeriod[] {
  const agrees = (wanted: number | undefined, given: number | undefined) => wanted === undefined || given === undefined || wanted === given
  return rows.filter((row) => {
    assertCount('count', row.count)
    assertAmount('exposure', row.exposure ?? 1)
    const recent = row.weeksAgo === undefined || (row.weeksAgo >= 1 && row.weeksAgo <= weeks)
    return recent && row.holiday !== true && (row.exposure !== 0 || row.count > 0) && agrees(weekday, row.weekday) && agrees(hour, row.hour)
  })
}

function sums(past: readonly PastPeriod[]): { total: number, totalExposure: number, squares: number } {
  let [total, totalExposure, squares] = [0, 0, 0]
  for (const { count, exposure = 1 } of past) {
    total += count
    totalExposure += exposure
    squares += exposure * exposure
  }
  return { total, totalExposure, squares }
}
