/*
 * Guards whether a trend is more than chance: the published table of Kendall's score, scipy's exact and normal p, and all orders of
 * the values written out one by one, with ties too.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { twoSidedTail } from '../normal.ts'
import { mannKendall } from './mann-kendall.ts'

test.each([
  [[1, 2, 3, 4], 6, '0.042'],
  [[1, 3, 2, 4, 5], 8, '0.042'],
  [[1, 2, 3, 4, 5], 10, '0.0083'],
  [[4, 1, 2, 3, 6, 5, 7, 8], 20, '0.0071'],
  [[2, 4, 1, 3, 7, 5, 6, 8], 18, '0.016'],
  [[4, 3, 1, 6, 2, 8, 5, 10, 7, 9], 23, '0.023'],
])('Kendall, as R. O. Gilbert prints it (1987, table A18): %j has the score %i and comes with %s', (values, s, p) => {
  const trend = mannKendall({ values })!
  expect(trend.s).toBe(s)
  expect(String(Number(trend.pRise.toPrecision(2)))).toBe(p)
})

test.each([
  [[1, 2, 3, 4], 0.08333333333333333],
  [[1, 3, 2, 4, 5], 0.08333333333333333],
  [[5, 1, 4, 2, 3, 9, 7], 0.3813492063492063],
  [[4, 3, 2, 1, 6, 5, 8, 7, 10, 9], 0.016666115520282188],
  [[10, 8, 9, 7, 5, 6, 4, 2, 3, 1], 0.00011518959435626102],
])('up to ten values without ties, %j: p is exact', (values, p) => {
  expect(mannKendall({ values })).toMatchObject({ exact: true, p: expect.closeTo(p, 14) })
})

test.each([
  [[1, 3, 2, 5, 4, 8, 7, 9, 12, 10, 11], 45, 165, 3.425395354310701, 0.000613905375006274],
  [[5, 5, 6, 6, 7, 7, 7, 8, 9, 9, 9, 10, 12], 70, 259.3333333333333, 4.284695067935734, 1.829899939775892e-5],
  [[9, 8, 9, 7, 7, 8, 6, 5, 5, 6, 4, 3, 4, 2], -73, 327.6666666666667, -3.9775565685930965, 6.962706180213551e-5],
  [[1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2], 6, 156, 0.40032038451271784, 0.6889205558044607],
])('from eleven on, %j: ties and continuity', (values, s, variance, z, p) => {
  expect(mannKendall({ values })).toMatchObject({ n: values.length, s, variance: expect.closeTo(variance, 10), z: expect.closeTo(z, 12), p: expect.closeTo(p, 12), exact: false })
})

/** Every order of the places; equal values count as different ones that look alike. */
function* orders(values: readonly number[]): Generator<number[]> {
  if (values.length === 0) yield []
  for (const [i, value] of values.entries()) for (const rest of orders(values.toSpliced(i, 1))) yield [value, ...rest]
}

const scoreOf = (values: readonly number[]) => values.reduce((sum, value, j) => sum + values.slice(0, j).reduce((part, earlier) => part + Math.sign(value - earlier), 0), 0)

test('the exact p is the share of all orders, ties or not', () => {
  for (const values of [[3, 1], [2, 2, 1], [1, 1, 2, 2, 3], [5, 3, 3, 3, 4], [1, 2, 3, 4, 5, 6], [1, 1, 1, 2, 2, 2], [6, 5, 5, 3, 3, 3, 1], [2, 1, 2, 1, 2, 2, 3]]) {
    const scores = [...orders(values)].map(scoreOf)
    const { s, pRise, pFall, p } = mannKendall({ values })!
    const share = (belongs: (score: number) => boolean) => scores.filter(belongs).length / scores.length
    expect(pRise).toBeCloseTo(share((score) => score >= s), 13)
    expect(pFall).toBeCloseTo(share((score) => score <= s), 13)
    expect(p).toBeCloseTo(share((score) => Math.abs(score) >= Math.abs(s)), 13)
  }
})

const series = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 2, maxLength: 25 })

test('a series backwards, or turned upside down, has the opposite trend; other units change nothing', () => {
  fc.assert(fc.property(series, (values) => {
    const here = mannKendall({ values })!
    for (const other of [mannKendall({ values: values.toReversed() })!, mannKendall({ values: values.map((value) => -value) })!]) {
      expect(other.s + here.s).toBe(0)
      expect(other.p).toBeCloseTo(here.p, 12)
      expect(other.pRise).toBeCloseTo(here.pFall, 12)
    }
    expect(mannKendall({ values: values.map((value) => value * 3 - 100) })).toEqual(here)
  }))
})

test('at ten values the normal law would say nearly the same', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.integer(), { minLength: 10, maxLength: 10 }), (values) => {
    const { p, z } = mannKendall({ values })!
    expect(Math.abs(p - twoSidedTail(z))).toBeLessThan(0.015)
  }))
})

test('tau is the score by the number of pairs', () => {
  expect(mannKendall({ values: [1, 2, 3, 4, 5] })!.tau).toBe(1)
  expect(mannKendall({ values: [3, 1, 2, 2] })!.tau).toBeCloseTo(-1 / 6, 14)
})

test('where all are alike there is no trend, and of one value none can be said', () => {
  expect(mannKendall({ values: [3, 3, 3] })).toEqual({ n: 3, s: 0, variance: 0, z: 0, tau: 0, p: 1, pRise: 1, pFall: 1, exact: true })
  expect(mannKendall({ values: Array.from({ length: 20 }, () => 1) })).toMatchObject({ z: 0, p: 1, pRise: 1, pFall: 1 })
  expect(mannKendall({ values: [3] })).toBeNull()
  expect(mannKendall({ values: [] })).toBeNull()
})

test('values that are no numbers are refused', () => {
  expect(() => mannKendall({ values: [1, Number.NaN] })).toThrow(RangeError)
  expect(() => mannKendall({ values: [Infinity] })).toThrow(RangeError)
})
