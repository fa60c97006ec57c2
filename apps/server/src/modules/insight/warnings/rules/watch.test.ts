// Guards what each watch makes of its days, hours and answers: when it speaks, when it waits, when it is over.
import { describe, expect, test } from 'vitest'
import type { CountRule } from './count-days.ts'
import { seriesOf, weekdayOf, type Day } from './days.ts'
import { usualDay, usualWeek, type HourSeries } from './hours.ts'
import type { ScoreRule } from './score-days.ts'
import { closeAnswerDay, startAnswers, type AnswerWatch } from './watch-answers.ts'
import { closeDay, lookAtDay, planOf, startWatch, type Watch, type WatchState } from './watch-day.ts'
import { closeHour, hoursToFind, hourChart, startHours, type HourState } from './watch-hours.ts'

const more: CountRule = { counts: true, side: 'more', change: { times: 2 }, past: 56, among: false, alike: false }
const scores: ScoreRule = { counts: false, side: 'fewer', change: { by: -0.15 }, past: 182 }
const never = () => false

// Day 4 is a Monday (1970-01-05). Counts that wave a little around their mean, so that nothing is luck.
const wave = (day: Day) => [0, 1, -1, 0, 1, -1, 0, 0, -1, 1][day % 10]!
const watchOf = (hits: (day: Day) => number, days: number, given: Partial<Watch> = {}): Watch => ({
  key: 'test', rule: more, isHoliday: never, leastCame: 3, leastChange: null, series: seriesOf({ first: 4, hits: Array.from({ length: days }, (_, i) => hits(4 + i)), of: null, bad: null }), ...given,
})
function run(watch: Watch, until: Day, allowed = 0.2): { state: WatchState; said: string[] } {
  let state = startWatch(4)
  const said: string[] = []
  while (state.next < until) {
    const day = state.next
    const step = closeDay(watch, state, allowed)
    state = step.state
    if (step.said === 'found' || step.said === 'over') said.push(`${step.said} ${day}`)
  }
  return { state, said }
}

describe('days', () => {
  test('that are as usual say nothing, and one with far too many says so once, until it is over', () => {
    const { said, state } = run(watchOf((day) => 10 + wave(day) + (day === 150 ? 25 : 0), 200), 200)
    expect(said[0]).toBe('found 150')
    expect(said).toHaveLength(2)
    expect(said[1]).toMatch(/^over 15\d$/)
    expect(state.found).toBeNull()
  })

  test('what is found tells what was expected, what came and where it usually lies', () => {
    const { state } = run(watchOf((day) => 10 + wave(day) + (day >= 150 ? 20 : 0), 151), 151)
    expect(state.found).toMatchObject({ way: 'period', from: 150, to: 151, came: 30 })
    expect(state.found!.expected).toBeCloseTo(10, 0)
    expect(state.found!.usual!.low).toBeGreaterThan(1)
    expect(state.found!.usual!.high).toBeLessThan(20)
    expect(state.found!.p).toBeLessThan(1e-4)
  })

  test('a slow rise is found by its sum, and began before it was', () => {
    const { state } = run(watchOf((day) => 10 + wave(day) + (day >= 150 ? 5 : 0), 170), 156)
    expect(state.found).toMatchObject({ way: 'sum' })
    expect(state.found!.from).toBeLessThanOrEqual(150)
  })

  test('of the same weekday are compared: a shop with busy Mondays is not warned of Mondays', () => {
    const monday = (day: Day) => (weekdayOf(day) === 1 ? 60 : 10) + wave(day)
    expect(run(watchOf(monday, 200), 200).said).toEqual([])
    expect(run(watchOf((day) => (day === 151 ? 60 : monday(day)), 200), 200).said[0]).toBe(weekdayOf(151) === 1 ? undefined : 'found 151')
  })

  test('holidays are neither judged nor part of the past', () => {
    const isHoliday = (day: Day) => day === 150 || day === 143
    expect(run(watchOf((day) => (isHoliday(day) ? 90 : 10 + wave(day)), 200, { isHoliday }), 200).said).toEqual([])
  })

  test('with less than four weeks of history nothing is said', () => {
    expect(run(watchOf((day) => (day === 25 ? 500 : 10), 28), 31).said).toEqual([])
    expect(planOf(watchOf(() => 10, 100), 31, startWatch(4))).toBeNull()
    expect(planOf(watchOf(() => 10, 100), 32, startWatch(4))).toMatchObject({ days: 1 })
  })

  test('periods are as long as it takes to expect four events, and where hardly any come nothing is watched', () => {
    expect(planOf(watchOf(() => 2, 100), 100, startWatch(4))).toMatchObject({ days: 2 })
    expect(planOf(watchOf((day) => (day % 7 === 0 ? 1 : 0), 100), 102, startWatch(4))).toMatchObject({ days: 28 })
    expect(planOf(watchOf((day) => (day === 50 ? 1 : 0), 100), 100, startWatch(4))).toBeNull()
  })

  test('a day that goes on is found as soon as it has more than a whole day may', () => {
    const watch = (sofar: number) => watchOf((day) => (day === 150 ? sofar : 10 + wave(day)), 147)
    const { state } = run(watch(12), 150)
    expect(lookAtDay(watch(12), state, 0.2).said).toBeNull()
    const found = lookAtDay(watch(32), state, 0.2)
    expect(found.said).toBe('found')
    // At its end the same day is not found again.
    expect(closeDay(watch(40), found.state, 0.2)).toMatchObject({ said: null, state: { next: 151, period: null, found: { from: 150 } } })
  })

  test('a burst is seen on its day though periods are weeks', () => {
    const rare = (day: Day) => (day % 5 === 0 ? 1 : 0)
    expect(run(watchOf((day) => (day === 151 ? 6 : rare(day)), 160), 160).said[0]).toBe('found 151')
    expect(run(watchOf((day) => (day === 151 ? 2 : rare(day)), 160), 160).said).toEqual([])
  })

  test('a change below the threshold people set is no warning, however sure it is', () => {
    const rise = (day: Day) => 100 + 5 * wave(day) + (day >= 150 ? 60 : 0)
    expect(run(watchOf(rise, 160), 160).said).toContain('found 150')
    expect(run(watchOf(rise, 160, { leastChange: 2 }), 160).said).toEqual([])
  })

  test('what may give no false alarm gives no warning', () => {
    expect(run(watchOf((day) => 10 + wave(day) + (day === 150 ? 8 : 0), 200), 200, 1e-9).said).toEqual([])
  })

  test('answers are summed up until a fall shows, and a rise is none', () => {
    const of = (good: number, bad: number) => watchOf(() => 0, 200, { rule: scores, series: seriesOf({ first: 4, hits: Array.from({ length: 200 }, (_, i) => (i < 150 ? 6 : good)), of: Array.from({ length: 200 }, () => 10), bad: Array.from({ length: 200 }, (_, i) => (i < 150 ? 1 + Math.abs(wave(i)) : bad)) }) })
    const { said, state } = run(of(4, 3), 170)
    expect(said[0]).toMatch(/^found 1(5|6)\d$/)
    expect(state.found!.expected - state.found!.came).toBeGreaterThan(0.2)
    expect(run(of(8, 0), 204).said).toEqual([])
  })
})

describe('hours', () => {
  const series = (perHour: number): HourSeries => ({ first: 4, start: 4, hits: Array.from({ length: 100 }, () => Array.from({ length: 24 }, (_, hour) => (hour >= 9 && hour < 17 ? perHour : 0))) })
  const silent = (perHour: number, from: number) => {
    const hours = series(perHour)
    const chart = hourChart(usualWeek(hours, 102, never), 0.2)!
    let state: HourState = startHours
    const said: string[] = []
    for (let at = 0; at < 240; at++) {
      const [day, hour] = [102 + Math.floor(at / 24), at % 24]
      const step = closeHour('test', state, { day, hour }, at >= from && at < 200 ? 0 : hour >= 9 && hour < 17 ? perHour : 0, usualDay(hours, day, never, 102), chart)
      state = step.state
      if (step.said === 'found' || step.said === 'over') said.push(`${step.said} ${at}`)
    }
    return { said, chart, week: usualWeek(hours, 102, never) }
  }

  test('nights are no silence', () => expect(silent(3, 999).said).toEqual([]))

  test('where much comes one silent hour is too long, and it is over when contacts are back', () => {
    expect(silent(40, 10).said[0]).toBe('found 10')
    expect(silent(40, 10).said[1]).toMatch(/^over 2\d\d$/)
  })

  test('where little comes the time since the last contact tells, over the night', () => {
    const { said, chart, week } = silent(1, 10)
    expect(said[0]).toMatch(/^found 3[2-9]$/)
    expect(hoursToFind(week, chart)).toBeGreaterThan(8)
    expect(hoursToFind(week, chart)).toBeLessThan(40)
  })

  test('a holiday is not watched, and at one contact a fortnight silence cannot be detected', () => {
    const isHoliday = (day: Day) => day === 102
    expect(usualDay(series(40), 102, isHoliday)).toBeNull()
    const rare: HourSeries = { first: 4, start: 4, hits: Array.from({ length: 100 }, (_, i) => Array.from({ length: 24 }, (__, hour) => (i % 13 === 0 && hour === 12 ? 1 : 0))) }
    const week = usualWeek(rare, 102, never)
    expect(hoursToFind(week, hourChart(week, 0.2)!)).toBeNull()
  })
})

describe('answers', () => {
  const of = (answers: (day: Day) => number, incoming: number, given: Partial<AnswerWatch> = {}): AnswerWatch => ({ key: 'test', isHoliday: never, whole: null, leastInteractions: 30, series: seriesOf({ first: 4, hits: Array.from({ length: 120 }, (_, i) => answers(4 + i)), of: Array.from({ length: 120 }, () => incoming), bad: null }), ...given })
  const runAnswers = (watch: AnswerWatch) => {
    let state = startAnswers(4)
    const said: string[] = []
    while (state.next < 124) {
      const day = state.next
      const step = closeAnswerDay(watch, state, 0.2)
      state = step.state
      if (step.said === 'found' || step.said === 'over') said.push(`${step.said} ${day}`)
    }
    return said
  }

  test('that stop are missed after so many days as it takes, and one answer ends it', () => {
    const said = runAnswers(of((day) => (day >= 100 && day !== 115 ? 0 : 2), 20))
    expect(said[0]).toMatch(/^found 10[1-4]$/)
    expect(said[1]).toBe('over 115')
  })

  test('that nobody ever gave are told once for all, after two weeks, where enough contacts came', () => {
    expect(runAnswers(of(() => 0, 20))).toEqual(['found 17'])
    expect(runAnswers(of(() => 0, 1))).toEqual([])
  })

  test('that one location never had are told where the others have them', () => {
    const whole = of(() => 20, 200).series
    expect(runAnswers(of(() => 0, 20, { whole }))[0]).toMatch(/^found /)
    expect(runAnswers(of(() => 0, 20, { whole: of(() => 0, 200).series }))).toEqual([])
  })
})
