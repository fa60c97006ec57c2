// One thing in one place, watched day by day: what is remembered between looks, and what each day makes of it. Pure, and plain data.
//
// Periods are laid out beforehand, as long as it takes to expect a few events or answers, each judged once, whole. Two rules share what false
// alarms the watch may give: a single period so bad that chance hardly makes it (soon, for what breaks), and the sum of many (for what slips).
import { judgeCounts, learnCounts, monthDays, planCounts, type CountRule } from './count-days.ts'
import { chartFor, forSingles, mostPerPeriod, type Chart } from './cusum.ts'
import type { Day, DaySeries, IsHoliday, Span } from './days.ts'
import { drawOf } from './draw.ts'
import type { Judged, Planned } from './judged.ts'
import { chanceOf, learned, limitAt, scoreOf } from './score.ts'
import { judgeScores, planScores, type ScoreRule } from './score-days.ts'
import { noSpread, type Spread } from './spread.ts'

export type Rule = CountRule | ScoreRule

export interface Watch {
  /** Of kind, place and subject: the same at every look. */
  key: string
  rule: Rule
  series: DaySeries
  isHoliday: IsHoliday
  /** A warning needs so many events, and a change of so much (quotient or points), besides being no chance. */
  leastCame: number
  leastChange: number | null
}

export interface Found { way: 'period' | 'sum'; from: Day; to: Day; expected: number; usual: { low: number; high: number } | null; came: number; p: number; n: number }

export interface WatchState {
  /** Not yet taken in. */
  next: Day
  period: (Span & { told: boolean }) | null
  sum: number
  /** Since when the sum is above 0. */
  since: Day | null
  /** A change that was found and holds. */
  found: Found | null
  spread: Spread
}

export const startWatch = (next: Day): WatchState => ({ next, period: null, sum: 0, since: null, found: null, spread: noSpread })

/** How many false alarms a month it may give. */
export type Allowed = number

export interface Step {
  state: WatchState
  /** `found` and `over` once, `holds` at each period between. */
  said: 'found' | 'holds' | 'over' | null
}

const longestSpan = 56

export const mostAllowed = ({ perMonth }: Planned): Allowed => mostPerPeriod * perMonth

/**
 * Where a period is several days, what breaks within one day would drown in it: single days are tried then, and periods only in sums.
 * Of longer ones less is left for days: three events on one day are rarer there than that anyhow.
 */
const forDays = ({ days }: Planned, { counts, side }: Rule) => (!counts || side !== 'more' || days === 1 ? null : days <= 7 ? forSingles : forSingles / 4)

export function chartOf(planned: Planned, rule: Rule, allowed: Allowed): Chart {
  const days = forDays(planned, rule)
  return days === null ? chartFor(planned.shift, allowed / planned.perMonth) : chartFor(planned.shift, (1 - days) * allowed / planned.perMonth, false)
}

export const planOf = ({ rule, series, isHoliday }: Watch, day: Day, { spread }: WatchState): Planned | null => (rule.counts ? planCounts(series, rule, day, spread, isHoliday) : planScores(series, rule, day))

export function judge({ rule, series, isHoliday }: Watch, span: Span, spread: Spread, atLeastUsual = false): Judged | null {
  return rule.counts ? judgeCounts(series, rule, span, spread, isHoliday, atLeastUsual) : judgeScores(series, rule, span)
}

/** The day `state.next` is over. */
export function closeDay(watch: Watch, before: WatchState, allowed: Allowed): Step {
  const day = before.next
  const state = { ...before, next: day + 1 }
  let said: Step['said'] = null
  if (state.period === null) {
    const planned = planOf(watch, day, state)
    if (planned !== null) state.period = { from: day, to: day + planned.days, told: false }
  }
  const { period } = state
  if (period !== null && period.told) {
    if (day + 1 >= period.to) state.period = null
  } else if (period !== null) {
    const over = day + 1 >= period.to
    said = over ? closePeriod(watch, state, period, allowed) : lookAhead(watch, state, { from: period.from, to: period.to }, day + 1, allowed)
    if (said === null) said = tryDay(watch, state, period, day, allowed, false)
    if (over || said === 'found') state.period = null
  }
  if (watch.rule.counts) state.spread = learnCounts(watch.series, watch.rule, day, state.spread, watch.isHoliday)
  return { state, said }
}

/** The day `state.next` is still going on: more of a count than any whole day may have is too many already. */
export function lookAtDay(watch: Watch, before: WatchState, allowed: Allowed): Step {
  const day = before.next
  const planned = before.period === null ? planOf(watch, day, before) : null
  const period = before.period ?? (planned === null ? null : { from: day, to: day + planned.days, told: false })
  if (period === null || period.told) return { state: before, said: null }
  const state = { ...before }
  const said = lookAhead(watch, state, period, day + 1, allowed) ?? tryDay(watch, state, period, day, allowed, true)
  if (said === null) return { state: before, said: null }
  return { state: { ...state, period: { from: day, to: day + 1, told: true } }, said }
}

function closePeriod(watch: Watch, state: WatchState, period: Span, allowed: Allowed): Step['said'] {
  const planned = planOf(watch, period.from, state)
  const judged = judge(watch, period, state.spread)
  if (judged === null || planned === null) return state.found === null ? null : 'holds'
  const { limit, k, h } = chartOf(planned, watch.rule, allowed)
  const score = scoreIn(watch, judged, period)
  const sum = Math.max(0, state.sum + score - k)
  if (state.found !== null) {
    // It holds until the sum, which went no further than its threshold, has come down by half.
    state.sum = Math.min(h, sum)
    if (state.sum > h / 2) return 'holds'
    Object.assign(state, { sum: 0, since: null, found: null })
    return 'over'
  }
  state.since = sum === 0 ? null : state.since ?? period.from
  state.sum = sum
  return raise(watch, state, period, { score, sum, limit, h })
}

/** Events only become more, so what is too many before the end is so at the end: nothing is decided that would not be then. */
function lookAhead(watch: Watch, state: WatchState, period: Span, until: Day, allowed: Allowed): Step['said'] {
  if (!watch.rule.counts || watch.rule.side !== 'more' || state.found !== null) return null
  const planned = planOf(watch, period.from, state)
  const judged = judge(watch, period, state.spread, true)
  if (planned === null || judged === null) return null
  const { limit, k, h } = chartOf(planned, watch.rule, allowed)
  const score = scoreIn(watch, judged, period)
  const sum = Math.max(0, state.sum + score - k)
  if (score < limit && sum < h) return null
  const then = { ...state, since: state.since ?? period.from, sum }
  const said = raise(watch, then, { from: period.from, to: until }, { score, sum, limit, h })
  if (said === 'found') Object.assign(state, then)
  return said
}

/** One day of a longer period, by itself. @param goesOn it is not over yet */
function tryDay(watch: Watch, state: WatchState, period: Span, day: Day, allowed: Allowed, goesOn: boolean): Step['said'] {
  if (state.found !== null) return null
  const planned = planOf(watch, period.from, state)
  const part = planned === null ? null : forDays(planned, watch.rule)
  if (planned === null || part === null) return null
  const span = { from: day, to: day + 1 }
  const judged = judge(watch, span, state.spread, goesOn)
  const limit = limitAt(part * allowed / monthDays)
  if (judged === null || judged.came < watch.leastCame) return null
  const score = learned(scoreOf(judged.places, watch.rule.side, drawOf(`${watch.key} day ${day}`)), judged.freedom)
  return score < limit ? null : raise(watch, state, span, { score, sum: state.sum, limit, h: chartOf(planned, watch.rule, allowed).h })
}

const scoreIn = ({ key, rule }: Watch, { places, freedom }: Judged, { from }: Span): number => learned(scoreOf(places, rule.side, drawOf(`${key} ${from}`)), freedom)

function raise(watch: Watch, state: WatchState, period: Span, { score, sum, limit, h }: { score: number; sum: number; limit: number; h: number }): Step['said'] {
  const way = score >= limit ? 'period' : sum >= h ? 'sum' : null
  if (way === null) return null
  // What has lasted longer has become part of its own past.
  const span = way === 'period' ? { from: period.from, to: period.to } : { from: Math.max(state.since ?? period.from, period.to - longestSpan), to: period.to }
  const judged = judge(watch, span, state.spread)
  if (judged === null || !matters(watch, judged)) {
    state.sum = Math.min(sum, h)
    return null
  }
  state.sum = h
  state.found = { way, ...span, expected: judged.expected, usual: judged.usual(), came: judged.came, p: chanceOf(judged.places, watch.rule.side), n: judged.n }
  return 'found'
}

/** What is no chance may still be no matter. */
function matters({ rule, leastCame, leastChange }: Watch, { expected, came }: Judged): boolean {
  const change = rule.side === 'more' ? came - expected : expected - came
  if (change <= 0 || (rule.counts && rule.side === 'more' && came < leastCame)) return false
  if (leastChange === null) return true
  return rule.counts ? (rule.side === 'more' ? came >= leastChange * expected : came * leastChange <= expected) : change >= leastChange
}
