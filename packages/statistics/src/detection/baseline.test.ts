/* Guards what is taken for normal: which periods count, their mean and their spread. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baselineOf, overdispersionOf, type PastPeriod } from './baseline.ts'
import { countsOf, uniforms } from './random-counts.fixture.ts'

const of = (...counts: number[]): PastPeriod[] => counts.map((count) => ({ count }))

test('eight periods have their mean and the variance of single ones', () => {
  // 4, 7, 5, 6, 9, 3, 8, 6: mean 6, squares 4+1+1+0+9+9+4+0 = 28, by 7.
  expect(baselineOf({ rows: of(4, 7, 5, 6, 9, 3, 8, 6) })).toEqual({ periods: 8, total: 48, totalExposure: 8, exposure: 1, mean: 6, variance: expect.closeTo(4, 12) })
  expect(baselineOf({ rows: of(0, 20, 1, 30) }).variance).toBeCloseTo(650.75 / 3, 10)
})

test('only the same weekday and hour of the last eight weeks count, and no holidays', () => {
  const rows: PastPeriod[] = []
  for (let weeksAgo = 1; weeksAgo <= 10; weeksAgo++) {
    for (const weekday of [1, 2]) for (const hour of [9, 10]) rows.push({ weeksAgo, weekday, hour, count: weekday === 2 && hour === 9 ? weeksAgo : 1000, holiday: weeksAgo === 3 })
  }
  rows.push({ weeksAgo: 0, weekday: 2, hour: 9, count: 1000 })
  // Weeks 1, 2, 4 … 8.
  expect(baselineOf({ rows, weekday: 2, hour: 9 })).toMatchObject({ periods: 7, total: 33 })
  expect(baselineOf({ rows, weekday: 2, hour: 9, weeks: 4 })).toMatchObject({ periods: 3, total: 7 })
})

test('rows that the query has chosen already are taken as they are', () => {
  expect(baselineOf({ rows: of(1, 2), weekday: 5, hour: 12 })).toMatchObject({ periods: 2, total: 3 })
})

test('with exposure the mean is the ratio of sums, for the exposure of the judged period', () => {
  const rows = [{ count: 2, exposure: 100 }, { count: 8, exposure: 300 }, { count: 0, exposure: 0 }]
  expect(baselineOf({ rows, exposure: 50 })).toMatchObject({ periods: 2, total: 10, totalExposure: 400, exposure: 50, mean: 1.25 })
})

test('an event where nothing was exposed counts all the same', () => {
  expect(baselineOf({ rows: [{ count: 2, exposure: 100 }, { count: 1, exposure: 0 }] })).toMatchObject({ periods: 2, total: 3, totalExposure: 100, mean: 0.03 })
})

test('equal exposures of any size give the plain variance, scaled by what exceeds chance', () => {
  fc.assert(fc.property(fc.array(fc.nat(60), { minLength: 2, maxLength: 12 }), fc.constantFrom(0.5, 1, 7, 40), (counts, exposure) => {
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
    const plain = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1)
    expect(baselineOf({ rows: counts.map((count) => ({ count, exposure })), exposure }).variance).toBeCloseTo(plain, 8)
    expect(baselineOf({ rows: of(...counts) }).mean).toBeCloseTo(mean, 10)
  }))
})

test('counts that follow their exposure closer than chance leave no variance below nothing', () => {
  const rows = [{ count: 1, exposure: 1 }, { count: 9, exposure: 9 }]
  expect(overdispersionOf({ groups: [rows] })).toBeCloseTo(-1.8 / 3.24, 12)
  expect(baselineOf({ rows, exposure: 10 })).toMatchObject({ mean: 10, variance: 0 })
})

test('without a past there is no mean, with one period no variance', () => {
  expect(baselineOf({ rows: [] })).toEqual({ periods: 0, total: 0, totalExposure: 0, exposure: 1, mean: null, variance: null })
  expect(baselineOf({ rows: of(3) })).toMatchObject({ periods: 1, mean: 3, variance: null })
  expect(baselineOf({ rows: of(0, 0, 0) })).toMatchObject({ periods: 3, mean: 0, variance: 0 })
})

test('overdispersion is pooled over groups that have their own means', () => {
  // Each group alone: (s² - m)/m².
  const [quiet, busy] = [of(1, 5, 3, 3), of(20, 40, 30, 10)]
  expect(overdispersionOf({ groups: [quiet] })).toBeCloseTo((8 / 3 - 3) / 9, 12)
  expect(overdispersionOf({ groups: [busy] })).toBeCloseTo((500 / 3 - 25) / 625, 12)
  // The sums of what exceeds chance and of the squared means, n - 1 of n each.
  expect(overdispersionOf({ groups: [quiet, busy] })).toBeCloseTo((8 - 9 + 500 - 75) / (3 * (9 + 625)), 12)
  expect(overdispersionOf({ groups: [of(3), of(0, 0)] })).toBeNull()
  expect(overdispersionOf({ groups: [] })).toBeNull()
  expect(overdispersionOf({ groups: [[{ count: 1, exposure: 0 }, { count: 2, exposure: 0 }]] })).toBeNull()
})

test('over many groups of different means and exposures it finds what the counts were made with', () => {
  const count = countsOf(uniforms(1))
  for (const beyond of [0, 0.1, 0.5]) {
    const groups = Array.from({ length: 4000 }, (_, group) => [1, 2, 4, 1, 3, 2, 1, 2].map((exposure) => ({ exposure, count: count((5 + group % 20) * exposure, beyond) })))
    // Somewhat too little where it is large: the square of an estimated mean is above that of the true one.
    expect(Math.abs(overdispersionOf({ groups })! - beyond)).toBeLessThan(0.01 + beyond * 0.1)
  }
})

test('counts and exposures that cannot be are refused', () => {
  expect(() => baselineOf({ rows: [{ count: -1 }] })).toThrow(RangeError)
  expect(() => baselineOf({ rows: [{ count: 1, exposure: -1 }] })).toThrow('exposure is a number from 0; it was -1.')
  expect(() => baselineOf({ rows: [], exposure: 0 })).toThrow('exposure is a number above 0; it was 0.')
  expect(() => overdispersionOf({ groups: [[{ count: 0.5 }]] })).toThrow(RangeError)
})
