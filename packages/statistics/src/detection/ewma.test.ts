/* Guards the moving average and its run lengths: the table of Lucas and Saccucci (1990) as D. C. Montgomery prints it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arlOfEwma, ewmaWidthFor, type EwmaRun } from './ewma-run-length.ts'
import { ewma, ewmaStep, startOfEwma } from './ewma.ts'

const chart = { mean: 10, standardDeviation: 1, lambda: 0.1, width: 2.7 }

test('the example of Montgomery (Statistical Quality Control, table 9.10): average and limits', () => {
  const values = [9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34]
  const points = ewma({ ...chart, periods: values.map((mean) => ({ mean, n: 1 })) })
  expect(points.map(({ value }) => Number(value.toPrecision(6)))).toEqual([9.945, 9.7495, 9.70355, 9.8992, 10.1253, 10.1307, 9.92167, 10.0755, 9.98796, 10.0232])
  expect(points[0]!.high).toBeCloseTo(10.27, 10)
  expect(points[0]!.low).toBeCloseTo(9.73, 10)
  expect(points[1]!.high.toFixed(2)).toBe('10.36')
  expect(points.some(({ warns }) => warns)).toBe(false)
})

test('with equal n the variance is σ²/n·λ/(2 - λ)·(1 - (1 - λ)^2t)', () => {
  fc.assert(fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 60 }), (lambda, n, t) => {
    const points = ewma({ ...chart, lambda, periods: Array.from({ length: t }, () => ({ mean: 10, n })) })
    expect(points.at(-1)!.variance).toBeCloseTo(lambda / (2 - lambda) * (1 - (1 - lambda) ** (2 * t)) / n, 12)
  }))
})

test('a period of few values has wider limits, and one without any leaves everything as it was', () => {
  const periods = (n: number) => [{ mean: 10, n: 40 }, { mean: 10, n }]
  const [few, many] = [2, 40].map((n) => ewma({ ...chart, periods: periods(n) })[1]!)
  expect(few!.high).toBeGreaterThan(many!.high)
  const [before, none] = ewma({ ...chart, periods: [{ mean: 10.4, n: 3 }, { mean: Number.NaN, n: 0 }] })
  expect(none).toEqual({ ...before, warns: false })
  expect(ewma({ ...chart, periods: [{ mean: 0, n: 0 }, { mean: 99, n: 1 }, { mean: 99, n: 0 }] }).map(({ warns }) => warns)).toEqual([false, true, false])
})

test('it warns where the average reaches a limit, on either side', () => {
  for (const sign of [1, -1]) {
    const period = { mean: 10 + sign * 2.7, n: 1 }
    // The first average is λ·2.7 away, which is just width times its error λ.
    expect(ewmaStep({ ...chart, mean: 0, width: 2, state: startOfEwma({ mean: 0 }), period: { mean: sign * 2, n: 1 } }).warns).toBe(true)
    expect(ewmaStep({ ...chart, width: 2.8, state: startOfEwma(chart), period }).warns).toBe(false)
  }
})

test('with lambda 1 it is the plain chart of the last mean', () => {
  const [, point] = ewma({ ...chart, lambda: 1, width: 3, periods: [{ mean: 15, n: 4 }, { mean: 11, n: 4 }] })
  expect(point).toEqual({ value: 11, variance: 0.25, low: 8.5, high: 11.5, warns: false })
})

test.each([
  [0.4, 3.054, [500, 224, 71.2, 28.4, 14.3, 5.9, 3.5, 2.5, 2, 1.4]],
  [0.25, 2.998, [500, 170, 48.2, 20.1, 11.1, 5.5, 3.6, 2.7, 2.3, 1.7]],
  [0.2, 2.962, [500, 150, 41.8, 18.2, 10.5, 5.5, 3.7, 2.9, 2.4, 1.9]],
  [0.1, 2.814, [500, 106, 31.3, 15.9, 10.3, 6.1, 4.4, 3.4, 2.9, 2.2]],
  [0.05, 2.615, [500, 84.1, 28.8, 16.4, 11.4, 7.1, 5.2, 4.2, 3.5, 2.7]],
])('the run lengths of Lucas and Saccucci with lambda %f and width %f', (lambda, width, lengths) => {
  const shifts = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4]
  // They are printed with three digits.
  for (const [i, length] of lengths.entries()) expect(Math.abs(arlOfEwma({ lambda, width, shift: shifts[i]! }) - length)).toBeLessThan(Math.max(0.06, 0.005 * length))
  expect(arlOfEwma({ lambda, width })).toBeCloseTo(500, -1)
  expect(ewmaWidthFor({ lambda, arl: arlOfEwma({ lambda, width }) })).toBeCloseTo(width, 8)
})

test('with lambda 1 the run is 1/P of the plain chart', () => {
  for (const limits of ['steady', 'exact'] as const) expect(arlOfEwma({ lambda: 1, width: 3, limits })).toBeCloseTo(370.3983473449, 6)
})

test('the narrow limits of the first periods shorten the run a little, and more after a shift', () => {
  const run = (shift: number, limits: NonNullable<EwmaRun['limits']>) => arlOfEwma({ lambda: 0.1, width: 2.814, shift, limits })
  expect(run(0, 'exact') / run(0, 'steady')).toBeGreaterThan(0.95)
  expect(run(0, 'exact')).toBeLessThan(run(0, 'steady'))
  expect(run(1, 'exact') / run(1, 'steady')).toBeLessThan(0.85)
  expect(arlOfEwma({ lambda: 0.2, width: ewmaWidthFor({ lambda: 0.2, arl: 370, limits: 'exact' }), limits: 'exact' })).toBeCloseTo(370, 6)
})

test('a simulated chart with its exact limits runs as long as computed', () => {
  const exact = { ...chart, mean: 0, lambda: 0.3, width: 2 }
  let [u, runs, periods] = [0.5, 0, 0]
  const uniform = () => u = (u * 16_807 + 0.123_456_789) % 1
  let state = startOfEwma(exact)
  while (periods < 300_000) {
    const normal = Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
    const point = ewmaStep({ ...exact, state, period: { mean: normal, n: 1 } })
    periods++
    state = point.warns ? startOfEwma(exact) : point
    if (point.warns) runs++
  }
  expect(periods / runs / arlOfEwma({ lambda: 0.3, width: 2, limits: 'exact' })).toBeCloseTo(1, 1)
})

test('what cannot be is refused', () => {
  const period = { mean: 1, n: 1 }
  const state = startOfEwma(chart)
  for (const wrong of [{ lambda: 0 }, { lambda: 1.1 }, { standardDeviation: 0 }, { width: 0 }, { mean: Number.NaN }]) expect(() => ewmaStep({ ...chart, ...wrong, state, period })).toThrow(RangeError)
  expect(() => ewmaStep({ ...chart, state, period: { mean: 1, n: 0.5 } })).toThrow(RangeError)
  expect(() => ewmaStep({ ...chart, state, period: { mean: Infinity, n: 1 } })).toThrow(RangeError)
  expect(() => arlOfEwma({ lambda: 0, width: 3 })).toThrow(RangeError)
  expect(() => arlOfEwma({ lambda: 0.1, width: 3, limits: 'loose' as 'exact' })).toThrow('The limits are steady or exact; they were loose.')
  expect(() => ewmaWidthFor({ lambda: 0.1, arl: 1 })).toThrow(RangeError)
})
