/* Guards the bins of durations: how far a value may be off, and that the database puts each one into the same bin. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binOf, binSql, growth, valueOf } from './duration-bins.ts'
import { mergeBins } from './merge-bins.ts'

test.each([
  [0, 0, 0],
  [0.999, 0, 0],
  [1, 1, 1.00990099009901],
  [1.019, 1, 1.00990099009901],
  [1.02, 2, 1.03009900990099],
  [60, 207, 59.69173206630285],
  [3600, 414, 3598.7339058460402],
  [86_400, 575, 87_252.40153568455],
])('%f s are counted in bin %i, which stands for %f s', (seconds, bin, value) => {
  expect(binOf(seconds)).toBe(bin)
  expect(valueOf(bin)).toBeCloseTo(value, 8)
})

const seconds = fc.oneof(fc.double({ min: 1, max: 1e9, noNaN: true }), fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1000, max: 1e9 }).map((milliseconds) => milliseconds / 1000))

test('from a second on the value of the bin is at most 1 % off', () => {
  fc.assert(fc.property(seconds, (value) => {
    expect(Math.abs(valueOf(binOf(value)) / value - 1)).toBeLessThan(0.01)
  }), { numRuns: 5000 })
})

test('a longer duration is never in a lower bin, and what a bin stands for lies in it', () => {
  fc.assert(fc.property(seconds, seconds, (a, b) => {
    expect(binOf(Math.min(a, b))).toBeLessThanOrEqual(binOf(Math.max(a, b)))
  }))
  for (let bin = 0; bin < 1200; bin++) expect(binOf(valueOf(bin))).toBe(bin)
})

test('no duration in whole milliseconds up to ten years is so near an edge that the last bit of a logarithm decides', () => {
  const scale = 1 / Math.log(growth)
  const last = binOf(10 * 366 * 86_400)
  let looked = 0
  for (let edge = 1; edge <= last; edge++) {
    // The edge between two bins lies somewhere in this millisecond; its neighbours are the only ones that could be near.
    const near = Math.floor(growth ** edge * 1000)
    for (let milliseconds = near - 2; milliseconds <= near + 2; milliseconds++) {
      const place = Math.log(milliseconds / 1000) * scale + 1e-9
      // Twice an error in the last bit of the logarithm (3.6e-15 at 22), times the scale, and that of the product.
      expect(Math.abs(place - Math.round(place))).toBeGreaterThan(1e-12)
      looked++
    }
  }
  expect(looked).toBe(5 * last)
})

test('the database is given the very constants', () => {
  const sql = binSql('x.seconds')
  expect(sql).toBe(`case when (x.seconds)::double precision >= 0 and (x.seconds)::double precision < 1 then 0 else 1 + floor(ln((x.seconds)::double precision) * ${1 / Math.log(1.02)}::double precision + 1e-9::double precision)::integer end`)
})

const histogram = fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 50 })), { maxLength: 20 })

test('histograms are added like the values they were made of, in any order', () => {
  fc.assert(fc.property(fc.array(seconds), fc.array(seconds), (some, others) => {
    const count = (values: readonly number[]) => mergeBins(values.map((value) => [binOf(value), 1] as const))
    expect(mergeBins(count(some), count(others))).toEqual(count([...some, ...others]))
    expect(mergeBins(count(others), count(some))).toEqual(count([...some, ...others]))
  }))
})

test('what was counted can be taken back, and then nothing is left of it', () => {
  fc.assert(fc.property(histogram, histogram, (kept, corrected) => {
    const back = corrected.map(([bin, count]) => [bin, -count] as const)
    expect(mergeBins(kept, corrected, back)).toEqual(mergeBins(kept))
    expect(mergeBins(corrected, back).size).toBe(0)
  }))
})

test('more cannot be taken back than was counted', () => {
  expect(() => mergeBins([[3, 1]], new Map([[3, -2]]))).toThrow('Bin 3 would hold -1: more was taken back than counted.')
  expect(() => mergeBins([[3, 0.5]])).toThrow(RangeError)
})

test.each([-1, -0.001, Number.NaN, Infinity])('a duration of %f is refused', (value) => {
  expect(() => binOf(value)).toThrow(RangeError)
})

test.each([-1, 0.5, Number.NaN])('a bin %f is refused', (bin) => {
  expect(() => valueOf(bin)).toThrow(RangeError)
})
