// Silence, and sudden falls of contacts, hour by hour. Where little comes, the time since the last contact tells: how much was to be expected
// in it. Where much comes, a single hour with far too little does. Pure, and plain data.
import { splitOfCounts } from './conditional-law.ts'
import type { Day } from './days.ts'
import { drawOf } from './draw.ts'
import type { UsualDay, UsualWeek } from './hours.ts'
import { chanceOf, limitAt, scoreOf } from './score.ts'
import { monthDays } from './count-days.ts'

/** A moment as day and hour, for people and sums. */
export interface Hour { day: Day; hour: number }

interface Gap { from: Hour; past: number; expected: number }

export interface HourFound { from: Hour; to: Hour; expected: number; came: number; p: number }

export interface HourState {
  /** Hours without a contact, since the first one. */
  gap: Gap | null
  found: HourFound | null
  /** What came since, and what was expected, while it is looked whether contacts are back. */
  back: { hits: number; expected: number } | null
}

export const startHours: HourState = { gap: null, found: null, back: null }

export interface HourChart {
  /** Logarithm of the chance below which a gap is none. -Infinity: no gap can be. */
  gap: number
  /** Score from which a single hour is one. */
  limit: number
  ofDays: number
  ofHours: number
}

/** An hour alone is judged from so many expected contacts on. */
const leastInHour = 4
const mostOften = 0.05
const lowestLevel = -40
/** A longer gap is not waited for: at this volume silence cannot be detected. */
const longestGap = 7 * 24

/** Logarithm of the chance that nothing comes where `past` came on `days` such days (splitOfCounts at 0). */
export function lnChanceOfGap({ past, expected }: Pick<Gap, 'past' | 'expected'>, dispersion: number): number {
  if (past === 0) return 0
  const days = past / expected
  if (dispersion < 1e-9) return -past * Math.log1p(1 / days)
  const present = 1 / dispersion
  return lnGamma(present * days + past) - lnGamma(present * days) + lnGamma(present + present * days) - lnGamma(present + present * days + past)
}

interface Slot { past: number; expected: number; days: number }
const slotsOf = ({ days }: UsualWeek): Slot[] => days.flatMap((day) => Array.from({ length: 24 }, (_, hour) => (day === null ? { past: 0, expected: 0, days: 0 } : { past: day.past[hour]!, expected: day.past[hour]! / day.days, days: day.days })))

/** After how many hours a gap that begins with each hour of the week is a warning; null: not within a week. */
function crossings(slots: readonly Slot[], ofDays: number, lnLevel: number): ({ hours: number; ln: number } | null)[] {
  let [end, past, expected] = [0, 0, 0]
  return slots.map((_, start) => {
    if (end < start) [end, past, expected] = [start, 0, 0]
    const ln = () => lnChanceOfGap({ past, expected }, ofDays / Math.max(1, (end - start) / 24))
    while (ln() > lnLevel && end - start < longestGap) {
      const slot = slots[end % slots.length]!
      past += slot.past
      expected += slot.expected
      end++
    }
    const found = ln() <= lnLevel ? { hours: end - start, ln: ln() } : null
    past = Math.max(0, past - slots[start]!.past)
    expected = Math.max(1e-12, expected - slots[start]!.expected)
    return found
  })
}

/** False alarms a month at a level: how often a gap begins (after an hour with a contact), times how likely it lasts. */
function gapAlarms(slots: readonly Slot[], ofDays: number, lnLevel: number): number {
  const ends = crossings(slots, ofDays, lnLevel)
  let sum = 0
  for (const [i, { expected }] of slots.entries()) {
    const after = ends[(i + 1) % slots.length]
    if (after !== null && after !== undefined && expected > 0) sum += -Math.expm1(-expected) * Math.exp(after.ln)
  }
  return sum * monthDays / 7
}

/** Null where nothing is known of any day. @param allowed false alarms a month */
export function hourChart(week: UsualWeek, allowed: number): HourChart | null {
  if (week.days.every((day) => day === null)) return null
  const slots = slotsOf(week)
  const alone = slots.filter(({ expected }) => expected >= leastInHour).length * monthDays / 7
  // Where gaps cannot use their half (there is no hour without a contact), single hours have it.
  const forGaps = alone === 0 ? allowed : allowed / 2
  let [low, high] = [lowestLevel, Math.log(mostOften)]
  let given = gapAlarms(slots, week.ofDays, high)
  if (given <= forGaps) low = high
  else {
    given = forGaps
    for (let i = 0; i < 11; i++) {
      const middle = (low + high) / 2
      if (gapAlarms(slots, week.ofDays, middle) > forGaps) high = middle
      else low = middle
    }
  }
  return { gap: low, limit: alone === 0 ? Infinity : limitAt(Math.min(mostOften, (allowed - given) / alone)), ofDays: week.ofDays, ofHours: week.ofHours }
}

/** How long after contacts stop it is said, in hours, nine times in ten. Null: it cannot be detected at this volume. */
export function hoursToFind(week: UsualWeek, chart: HourChart): number | null {
  const slots = slotsOf(week)
  const ends = crossings(slots, chart.ofDays, chart.gap)
  const tells = slots.map((slot) => chart.limit < Infinity && slot.expected >= leastInHour && chanceScore(slot, chart.ofHours) >= chart.limit)
  const waits: { hours: number; weight: number }[] = []
  for (const [i, { expected }] of slots.entries()) {
    if (expected === 0) continue
    const alone = [...tells.slice(i), ...tells.slice(0, i)].indexOf(true)
    const gap = ends[i]
    const hours = Math.min(alone < 0 ? Infinity : alone + 1, gap === null || gap === undefined ? Infinity : gap.hours)
    waits.push({ hours: hours + 1, weight: expected })
  }
  const total = waits.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return null
  waits.sort((a, b) => a.hours - b.hours)
  let seen = 0
  const found = waits.find(({ weight }) => (seen += weight) >= 0.9 * total)!.hours
  return found === Infinity ? null : found
}

/** Of an hour without anything, at its mildest. */
const chanceScore = ({ past, days }: Slot, dispersion: number) => scoreOf(splitOfCounts({ count: 0, past, ratio: 1 / days, dispersion }), 'fewer', 1)

export interface HourStep { state: HourState; said: 'found' | 'holds' | 'over' | null }

/** One more hour is over. @param usual of its day; null: it is not watched (a holiday, or nothing is known) */
export function closeHour(key: string, before: HourState, at: Hour, hits: number, usual: UsualDay | null, chart: HourChart): HourStep {
  if (usual === null) return { state: before, said: before.found === null ? null : 'holds' }
  const slot = { past: usual.past[at.hour] ?? 0, expected: (usual.past[at.hour] ?? 0) / usual.days }
  const after = { day: at.day, hour: at.hour + 1 }
  if (before.found !== null) return lookWhetherBack(before, hits, slot.expected)
  const gap = hits > 0 ? null : { from: before.gap?.from ?? at, past: (before.gap?.past ?? 0) + slot.past, expected: (before.gap?.expected ?? 0) + slot.expected }
  const state = { ...before, gap }
  if (gap !== null && gap.expected > 0) {
    const days = Math.max(1, (after.day - gap.from.day) + (after.hour - gap.from.hour) / 24)
    const ln = lnChanceOfGap(gap, chart.ofDays / days)
    if (ln <= chart.gap && days <= longestGap / 24) return { state: { ...state, found: { from: gap.from, to: after, expected: gap.expected, came: 0, p: Math.exp(ln) }, back: { hits: 0, expected: 0 } }, said: 'found' }
  }
  if (slot.expected >= leastInHour && chart.limit < Infinity) {
    const places = splitOfCounts({ count: hits, past: slot.past, ratio: 1 / usual.days, dispersion: chart.ofHours })
    if (scoreOf(places, 'fewer', drawOf(`${key} ${at.day} ${at.hour}`)) >= chart.limit && hits < slot.expected) {
      return { state: { ...state, found: { from: at, to: after, expected: slot.expected, came: hits, p: chanceOf(places, 'fewer') }, back: { hits: 0, expected: 0 } }, said: 'found' }
    }
  }
  return { state, said: null }
}

/** It is over when half of what is usual has come, looked at whenever some was to be expected. */
function lookWhetherBack(before: HourState, hits: number, expected: number): HourStep {
  const back = { hits: (before.back?.hits ?? 0) + hits, expected: (before.back?.expected ?? 0) + expected }
  if (back.expected < 3) return { state: { ...before, back }, said: 'holds' }
  if (back.hits >= back.expected / 2) return { state: startHours, said: 'over' }
  const found = before.found!
  return { state: { ...before, found: { ...found, expected: found.expected + back.expected, came: found.came + back.hits }, back: { hits: 0, expected: 0 } }, said: 'holds' }
}

/** Stirling's series from 10 on, where three terms leave an error below 1e-9; smaller values are brought there. A week of charts asks it a million times. */
function lnGamma(x: number): number {
  let [at, less] = [x, 0]
  for (; at < 10; at++) less += Math.log(at)
  return (at - 0.5) * Math.log(at) - at + 0.9189385332046727 + (1 / 12 - (1 / 360 - 1 / 1260 / (at * at)) / (at * at)) / at - less
}
