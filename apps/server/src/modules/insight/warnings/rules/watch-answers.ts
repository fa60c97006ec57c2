// Many contacts without any feedback: how much came since the last answer, beside how seldom that is. Pure, and plain data.
import { splitOfCounts } from './conditional-law.ts'
import { monthDays } from './count-days.ts'
import { hitsOn, leastHistory, ofOn, type Day, type DaySeries, type IsHoliday } from './days.ts'
import { chanceOf } from './score.ts'

export interface AnswerWatch {
  key: string
  /** Answers, and the contacts they may come of. */
  series: DaySeries
  isHoliday: IsHoliday
  /** Of all places: what is usual where this one never had any answer. Null: the whole is watched. */
  whole: DaySeries | null
  /** So many contacts must have come besides, and so many where nobody ever answers. */
  leastInteractions: number
}

export interface AnswerFound { from: Day; to: Day; expected: number; came: number; p: number | null; n: number }
export interface AnswerState { next: Day; /** The first day without an answer. */ from: Day | null; found: AnswerFound | null }
export const startAnswers = (next: Day): AnswerState => ({ next, from: null, found: null })

const pastDays = 56
const mostOften = 0.05
/** So many contacts without a single answer ever, in two to four weeks. */
const never = { days: 28, times: 2, after: 14 }

interface Sums { answers: number; incoming: number; days: number }
function sumsOf(series: DaySeries, from: Day, to: Day, isHoliday: IsHoliday): Sums {
  const sums = { answers: 0, incoming: 0, days: 0 }
  for (let day = Math.max(from, series.start ?? to); day < to; day++) {
    if (isHoliday(day)) continue
    sums.answers += hitsOn(series, day)
    sums.incoming += ofOn(series, day)
    sums.days++
  }
  return sums
}

/** Answers a day; null where too little is known, or no answer ever came. */
function usualAnswers({ series, isHoliday }: AnswerWatch, day: Day): number | null {
  if (series.start === null || day - series.start < leastHistory) return null
  const { answers, days } = sumsOf(series, day - pastDays, day, isHoliday)
  return answers === 0 || days === 0 ? null : answers / days
}

/** How many warnings a month by chance a level gives: days after which none comes for as long as it takes, which is whole days. */
const alarmsAt = (perDay: number) => monthDays * (1 - Math.exp(-perDay)) ** 2 / perDay
/** Where thirty contacts hardly ever go without an answer, a warning after so many has little to do with chance, and takes little of what may be borne. */
export function mostOfAnswers(watch: AnswerWatch, day: Day): number | null {
  const perDay = usualAnswers(watch, day)
  if (perDay === null) return null
  const { answers, incoming } = sumsOf(watch.series, day - pastDays, day, watch.isHoliday)
  return Math.min(mostOften, Math.exp(-watch.leastInteractions * answers / Math.max(1, incoming))) * alarmsAt(perDay)
}

/** Null: not within eight weeks. */
export function daysWithoutAnswer(watch: AnswerWatch, day: Day, allowed: number): number | null {
  const perDay = usualAnswers(watch, day)
  if (perDay === null) return null
  const days = Math.max(1, -Math.log(Math.min(mostOften, allowed / alarmsAt(perDay))) / perDay) + 1
  return days > pastDays ? null : Math.ceil(days)
}

export function closeAnswerDay(watch: AnswerWatch, before: AnswerState, allowed: number): { state: AnswerState; said: 'found' | 'holds' | 'over' | null } {
  const { series, isHoliday } = watch
  const day = before.next
  const next = day + 1
  if (isHoliday(day)) return { state: { ...before, next }, said: null }
  if (hitsOn(series, day) > 0) return { state: { next, from: null, found: null }, said: before.found === null ? null : 'over' }
  const state = { ...before, next, from: before.from ?? day }
  if (before.found !== null) return { state, said: 'holds' }
  const found = lookAt(watch, { from: state.from, to: next }, allowed)
  return found === null ? { state, said: null } : { state: { ...state, found }, said: 'found' }
}

function lookAt(watch: AnswerWatch, { from, to }: { from: Day; to: Day }, allowed: number): AnswerFound | null {
  const { series, isHoliday, whole, leastInteractions } = watch
  const gap = sumsOf(series, from, to, isHoliday)
  if (gap.incoming < leastInteractions || series.start === null) return null
  const own = sumsOf(series, from - pastDays, from, isHoliday)
  if (own.answers > 0) {
    const perDay = own.answers / own.days
    const level = Math.min(mostOften, allowed / alarmsAt(perDay))
    const p = chanceOf(splitOfCounts({ count: 0, past: own.answers, ratio: gap.incoming / Math.max(1, own.incoming) }), 'fewer')
    return p > level || to - series.start < leastHistory ? null : { from, to, expected: own.answers * gap.incoming / Math.max(1, own.incoming), came: 0, p, n: gap.incoming }
  }
  // Nobody ever answered here. Where others are asked, that says something; where nobody is, it is said once for all, and no chance is in it.
  const recent = sumsOf(series, Math.max(from, to - never.days), to, isHoliday)
  if (to - series.start < never.after || recent.incoming < never.times * leastInteractions) return null
  if (whole === null) return { from: Math.max(from, to - never.days), to, expected: 0, came: 0, p: null, n: recent.incoming }
  const others = sumsOf(whole, to - pastDays, to, isHoliday)
  if (others.answers === 0) return null
  const expected = others.answers / Math.max(1, others.incoming) * recent.incoming
  const p = Math.exp(-expected)
  return p > 1e-4 ? null : { from: Math.max(from, to - never.days), to, expected, came: 0, p, n: recent.incoming }
}
