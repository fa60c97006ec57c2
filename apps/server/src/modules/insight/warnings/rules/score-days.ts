// Answers on days, good, between and bad: beside those of the half year before, since opinions have no weekdays and are few.
import { splitOfScores, type Scored } from './conditional-law.ts'
import { badOn, hitsOn, leastHistory, ofOn, type Day, type DaySeries, type Span } from './days.ts'
import type { DayRule, Judged, Planned } from './judged.ts'
import { monthDays } from './count-days.ts'

export interface ScoreRule extends DayRule {
  counts: false
  change: { by: number }
}

/** Answers of a period, and of the past, from which a fall can be told from chance at all. */
const goal = 6
const least = 4
const leastPast = 20
const lengths = [1, 2, 3, 4, 5, 6, 7, 14, 28]

function sumsOf(series: DaySeries, { from, to }: Span): Scored {
  const sums = { n: 0, good: 0, bad: 0 }
  for (let day = Math.max(from, series.first); day < to; day++) {
    sums.n += ofOn(series, day)
    sums.good += hitsOn(series, day)
    sums.bad += badOn(series, day)
  }
  return sums
}

export function judgeScores(series: DaySeries, rule: ScoreRule, span: Span): Judged | null {
  const [now, past] = [sumsOf(series, span), sumsOf(series, { from: span.from - rule.past, to: span.from })]
  if (now.n === 0 || past.n < leastPast) return null
  const expected = (past.good - past.bad) / past.n
  const usual = () => {
    const margin = 1.96 * deviationOf(past) * Math.sqrt(1 / now.n + 1 / past.n)
    return { low: Math.max(series.bad === null ? 0 : -1, expected - margin), high: Math.min(1, expected + margin) }
  }
  return { places: splitOfScores(now, past), expected, came: (now.good - now.bad) / now.n, n: now.n, freedom: Infinity, usual }
}

export function planScores(series: DaySeries, rule: ScoreRule, day: Day): Planned | null {
  const { start } = series
  if (start === null || day - start < leastHistory) return null
  const past = sumsOf(series, { from: day - rule.past, to: day })
  const recent = { from: Math.max(start, day - 56), to: day }
  const perDay = sumsOf(series, recent).n / (recent.to - recent.from)
  const days = lengths.find((length) => perDay * length >= goal) ?? (perDay * 28 >= least ? 28 : null)
  if (days === null || past.n < leastPast) return null
  return { days, perDay, share: null, perMonth: monthDays / days, shift: shiftOf(rule, past, perDay * days) }
}

/** Of single answers, with an answer or two more on each side: where all agreed so far, they need not go on. */
const deviationOf = ({ n, good, bad }: Scored) => Math.max(0.1, Math.sqrt((good + bad + 1.5) / (n + 3) - ((good - bad) / n) ** 2))

const shiftOf = ({ change: { by } }: ScoreRule, past: Scored, n: number): number => Math.abs(by) * Math.sqrt(n) / deviationOf(past) / Math.sqrt(1 + n / past.n)
