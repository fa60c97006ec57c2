// Events on days: their number beside that of the same weekdays of the last eight weeks, holidays left out, measured by what they grow with.
import { normalBand } from '@kontuar/statistics'
import { splitOfCounts, splitOfShares } from './conditional-law.ts'
import { hitsOn, leastHistory, ofOn, weekdayOf, type Day, type DaySeries, type IsHoliday, type Span } from './days.ts'
import type { DayRule, Judged, Planned } from './judged.ts'
import { dispersionOf, freedomOf, learnDay, type Spread } from './spread.ts'

export interface CountRule extends DayRule {
  counts: true
  change: { times: number }
  /** Hits are among `of`: a share. */
  among: boolean
  /** Any day is like any other; periods are single days. */
  alike: boolean
}

/** Periods are as long as it takes to expect so many events: with fewer, what a day says drowns in the draw. */
const goal = 4
/** Below so many in the longest period nothing can be detected. */
const least = 1
const lengths = [1, 2, 3, 4, 5, 6, 7, 14, 28]

interface Like { hits: number; of: number; days: number }

/** Weekday (0: any) → its past. */
function pastOf(series: DaySeries, { alike, past }: CountRule, before: Day, isHoliday: IsHoliday): Like[] {
  const like: Like[] = Array.from({ length: 8 }, () => ({ hits: 0, of: 0, days: 0 }))
  for (let day = Math.max(before - past, series.start ?? before); day < before; day++) {
    if (isHoliday(day)) continue
    const sums = like[alike ? 0 : weekdayOf(day)]!
    sums.hits += hitsOn(series, day)
    sums.of += ofOn(series, day)
    sums.days++
  }
  return like
}

interface Ground { count: number; past: number; ratio: number; mean: number; of: number; pastOf: number; usualOf: number; concentration: number }

/** @param atLeastUsual the span is not over: what it grows with is taken as it usually is, unless there is more already */
function groundOf(series: DaySeries, rule: CountRule, span: Span, isHoliday: IsHoliday, atLeastUsual: boolean): Ground | null {
  const like = pastOf(series, rule, span.from, isHoliday)
  const whole = rule.alike || span.to - span.from >= 7
  const used = new Set<number>()
  let [count, of, usualOf, mean, squares, days] = [0, 0, 0, 0, 0, 0]
  for (let day = span.from; day < span.to; day++) {
    if (isHoliday(day)) continue
    const weekday = rule.alike ? 0 : weekdayOf(day)
    const sums = like[weekday]!
    if (sums.days === 0) continue
    used.add(weekday)
    count += hitsOn(series, day)
    of += ofOn(series, day)
    days++
    usualOf += sums.of / sums.days
    mean += sums.hits / sums.days
    squares += (sums.hits / sums.days) ** 2
  }
  if (days === 0) return null
  let [past, pastOf_, pastDays] = [0, 0, 0]
  for (const [weekday, sums] of like.entries()) {
    if (!whole && !used.has(weekday)) continue
    past += sums.hits
    pastOf_ += sums.of
    pastDays += sums.days
  }
  const concentration = mean === 0 ? 1 / days : squares / (mean * mean)
  if (series.of === null) return { count, past, ratio: past === 0 ? days / pastDays : mean / past, mean, of: days, pastOf: pastDays, usualOf: days, concentration }
  if (atLeastUsual) of = Math.max(of, usualOf)
  // Events without anything they grow with: as if there had been as much of it as events, or one.
  of = Math.max(of, rule.among ? count : Math.min(count, 1))
  if (of === 0 || pastOf_ === 0) return null
  return { count, past, ratio: of / pastOf_, mean: past * of / pastOf_, of, pastOf: pastOf_, usualOf, concentration }
}

/** Null where there is no past, or nothing to judge. */
export function judgeCounts(series: DaySeries, rule: CountRule, span: Span, spread: Spread, isHoliday: IsHoliday, atLeastUsual = false): Judged | null {
  const ground = groundOf(series, rule, span, isHoliday, atLeastUsual)
  if (ground === null || ground.count + ground.past === 0) return null
  const { count, past, ratio, mean, of, pastOf: pastTotal, concentration } = ground
  const dispersion = dispersionOf(spread) * concentration
  const whole = [count, past, of, pastTotal].every(Number.isInteger)
  const places = rule.among && whole && dispersion === 0 ? splitOfShares({ hits: count, n: of, pastHits: past, pastN: pastTotal }) : splitOfCounts({ count, past, ratio, dispersion })
  const usual = () => {
    const band = normalBand({ baseline: { periods: 1, total: past, totalExposure: 1, exposure: ratio, mean, variance: null }, overdispersion: dispersion, level: 0.05 })
    return band === null || band.high === null ? null : { low: band.low, high: band.high }
  }
  return { places, expected: mean, came: count, n: count + past, freedom: freedomOf(spread, mean, dispersion), usual }
}

/** How long the period is that begins on this day. Null: too little history, or too few events ever to tell. */
export function planCounts(series: DaySeries, rule: CountRule, day: Day, spread: Spread, isHoliday: IsHoliday): Planned | null {
  const { start } = series
  if (start === null || day - start < leastHistory) return null
  const like = pastOf(series, rule, day, isHoliday)
  const expectedOn = (on: Day) => {
    const { hits, days } = like[rule.alike ? 0 : weekdayOf(on)]!
    return days === 0 || isHoliday(on) ? 0 : hits / days
  }
  const total = like.reduce((sum, { hits }) => sum + hits, 0)
  const exposure = like.reduce((sum, { of }) => sum + of, 0)
  if (exposure === 0) return null
  const days = rule.alike ? 1 : lengthFrom(day, expectedOn)
  if (days === null) return null
    const perMonth = rule.alike ? monthDays * 6 / 7 : monthDays / 28 * periodsIn(day, expectedOn)
  const seen = like.reduce((sum, { days: n }) => sum + n, 0)
  return { days, perMonth, perDay: total / Math.max(1, seen), share: rule.among ? total / exposure : null, shift: rule.alike ? 1 : shiftOf(rule, sumOver(day, day + days, expectedOn), dispersionOf(spread) / days, rule.among ? total / exposure : null) }
}

export const monthDays = 30.44

function lengthFrom(day: Day, expectedOn: (day: Day) => number): number | null {
  for (const days of lengths) if (sumOver(day, day + days, expectedOn) >= goal) return days
  return sumOver(day, day + 28, expectedOn) >= least ? 28 : null
}

/** Weeks differ by their holidays alone, so four of them stand for the month. */
function periodsIn(day: Day, expectedOn: (day: Day) => number): number {
  let periods = 0
  let at = day
  while (at < day + 28) {
    at += lengthFrom(at, expectedOn) ?? 28
    periods++
  }
  return periods * 28 / (at - day)
}

function sumOver(from: Day, to: Day, expectedOn: (day: Day) => number): number {
  let sum = 0
  for (let day = from; day < to; day++) sum += expectedOn(day)
  return sum
}

/**
 * In scores: roots of counts have the variance ¼ whatever their mean, and so has the arcsine of the root of a share (M. S. Bartlett 1936). A
 * share whose events double while the others stay becomes 2s/(1 + s).
 * @param share of the events in what they are among; null: they are not
 */
export function shiftOf({ change: { times } }: CountRule, expected: number, dispersion: number, share: number | null): number {
  const beyond = Math.sqrt(1 + dispersion * expected * Math.max(1, times))
  if (share === null || share <= 0 || share >= 1) return 2 * Math.abs(Math.sqrt(times * expected) - Math.sqrt(expected)) / beyond
  const after = times * share / (1 + (times - 1) * share)
  return 2 * Math.sqrt(expected / share) * Math.abs(Math.asin(Math.sqrt(after)) - Math.asin(Math.sqrt(share))) / beyond
}

/** What the day says of the spread of days. */
export function learnCounts(series: DaySeries, rule: CountRule, day: Day, spread: Spread, isHoliday: IsHoliday): Spread {
  if (isHoliday(day)) return spread
  const { hits, of, days } = pastOf(series, rule, day, isHoliday)[rule.alike ? 0 : weekdayOf(day)]!
  if (days < 2 || of === 0) return spread
  return learnDay(spread, { count: hitsOn(series, day), past: hits, ratio: ofOn(series, day) / of, days })
}
