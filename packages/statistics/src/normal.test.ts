/* Guards the quantiles every interval stands on, against values computed with 40 digits (mpmath). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalQuantile, twoSidedQuantile, twoSidedTail } from './normal.ts'

test.each([
  [0.5, 0],
  [0.6, 0.2533471031357998],
  [0.75, 0.6744897501960817],
  [0.9, 1.2815515655446004],
  [0.925, 1.439531470938456],
  [0.95, 1.6448536269514726],
  [0.975, 1.9599639845400543],
  [0.99, 2.326347874040841],
  [0.995, 2.575829303548901],
  [0.999, 3.0902323061678136],
  [0.9995, 3.290526731491895],
  [1e-3, -3.0902323061678136],
  [1e-10, -6.361340902404057],
  [1e-20, -9.262340089798407],
  [1e-100, -21.273453560965326],
  [1e-300, -37.0470962993612],
])('the quantile of %f is %f', (probability, z) => {
  // As good as the probability itself can be written: that of 0.9995 is known to one part in 10^13 of its tail.
  expect(Math.abs(normalQuantile(probability) - z)).toBeLessThanOrEqual(2e-14 * Math.abs(z))
})

test.each([
  [0, 1],
  [0.5, 0.6170750774519738],
  [1, 0.3173105078629141],
  [1.959963984540054, 0.05000000000000003],
  [1.9999999, 0.0455002746945528],
  [2, 0.04550026389635842],
  [2.5, 0.01241933065155227],
  [3, 0.002699796063260189],
  [5, 5.733031437583878e-7],
  [10, 1.523970604832105e-23],
  [30, 9.813427854296374e-198],
])('a value at least %f away has the probability %f, on either side', (z, p) => {
  expect(twoSidedTail(z) / p).toBeCloseTo(1, 13)
  expect(twoSidedTail(-z)).toBe(twoSidedTail(z))
})

test('the tail of a quantile is what the quantile was asked for', () => {
  fc.assert(fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (confidence) => {
    expect(twoSidedTail(twoSidedQuantile(confidence))).toBeCloseTo(1 - confidence, 12)
  }))
})

test('quantiles rise with the probability and are mirrored at one half', () => {
  fc.assert(fc.property(fc.double({ min: 1e-9, max: 0.5, noNaN: true }), fc.double({ min: 1e-9, max: 0.5, noNaN: true }), (x, y) => {
    expect(normalQuantile(Math.min(x, y))).toBeLessThanOrEqual(normalQuantile(Math.max(x, y)))
    expect(normalQuantile(1 - x)).toBeCloseTo(-normalQuantile(x), 6)
  }))
})

test.each([0, 1, -0.1, 1.1, 95, NaN, Infinity])('a probability or confidence of %f is refused', (value) => {
  expect(() => normalQuantile(value)).toThrow(RangeError)
  expect(() => twoSidedQuantile(value)).toThrow(RangeError)
})
