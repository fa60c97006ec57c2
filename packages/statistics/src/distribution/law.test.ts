/*
 * Guards the tails on which every warning stands: values computed with 40 digits (mpmath, sums and incomplete functions), sums of
 * single terms in exact fractions, and the laws that tie the two tails together.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomial, lowerLimit, negativeBinomial, poisson, smallest, upperLimit, type Law } from './law.ts'

/** Relative where it is small, since a p of 10^-12 is wanted as exactly as one of ½. */
const expectTails = (law: Law, count: number, atLeast: number, atMost: number) => {
  const tails = law.tails(count)
  expect(tails.atLeast / atLeast).toBeCloseTo(1, 11)
  expect(tails.atMost / atMost).toBeCloseTo(1, 11)
}

test.each([
  [0, 2, 1, 0.1353352832366127],
  [3, 2, 0.32332358381693654, 0.857123460498547],
  [9, 2, 0.0002374473282611618, 0.9999535019249828],
  [1, 10, 0.9999546000702375, 0.0004993992273873333],
  [25, 10, 4.6949381426799705e-5, 0.9999823197275826],
  [5, 0.01, 8.264185641806498e-13, 0.9999999999999987],
  [120, 100, 0.028230393964865694, 0.9773306709216473],
  [60, 100, 0.9999936584965726, 1.0812218170244077e-5],
  [1000, 900, 0.0005499022657117829, 0.9995093672671425],
  [2_000_000, 1_995_000, 0.00020139521405929087, 0.9997991437032563],
])('Poisson: %i where %f are expected', (count, mean, atLeast, atMost) => {
  expectTails(poisson(mean), count, atLeast, atMost)
})

test.each([
  [0, 2, 1, 1, 0.3333333333333333],
  [5, 2, 0.5, 0.14492760540408042, 0.8911356989370361],
  [30, 10, 5, 0.003919433658214017, 0.997075855428527],
  [0, 10, 5, 1, 0.00411522633744856],
  [9, 2.0625, 16.5, 0.0008388847772146114, 0.9997669788494309],
  [35, 10, 5, 0.0008802501785686183, 0.999352205867374],
  [3, 0.2, 0.1, 0.022409769373746138, 0.9878107937977707],
  [200, 100, 20, 0.000472447886658764, 0.9995707029661077],
  [40, 100, 20, 0.9990276852440895, 0.0012323361366213547],
  [12, 2, 1_000_000, 1.364677653210219e-6, 0.9999997926414689],
])('negative binomial: %i where %f are expected with size %f', (count, mean, size, atLeast, atMost) => {
  expectTails(negativeBinomial(mean, size), count, atLeast, atMost)
})

test.each([
  [0, 10, 0.3, 1, 0.0282475249],
  [10, 10, 0.3, 5.9049e-6, 1],
  [3, 10, 0.3, 0.6172172136, 0.6496107184],
  [7, 10, 0.3, 0.0105920784, 0.9984096136],
  [1, 1000, 0.01, 0.9999568287525893, 0.0004792444535789234],
  [30, 1000, 0.01, 2.0599888509719576e-7, 0.999999935800714],
  [560, 1000, 0.5, 8.252493527522651e-5, 0.9999361178408379],
  [990, 1000, 0.97, 1.8129913467964554e-5, 0.9999943399300731],
])('binomial: %i of %i at %f', (count, n, share, atLeast, atMost) => {
  expectTails(binomial(n, share), count, atLeast, atMost)
})

test('the binomial tails of a share that is a fraction are the sums of exact fractions', () => {
  for (const n of [1, 2, 7, 20, 41]) {
    for (const tenths of [0n, 1n, 3n, 5n, 9n, 10n]) {
      const terms = Array.from({ length: n + 1 }, (_, x) => choose(n, x) * tenths ** BigInt(x) * (10n - tenths) ** BigInt(n - x))
      for (let count = 0; count <= n; count++) {
        const part = (chosen: readonly bigint[]) => Number(chosen.reduce((sum, term) => sum + term, 0n) * 10n ** 20n / 10n ** BigInt(n)) / 1e20
        const { atLeast, atMost } = binomial(n, Number(tenths) / 10).tails(count)
        expect(atLeast).toBeCloseTo(part(terms.slice(count)), 13)
        expect(atMost).toBeCloseTo(part(terms.slice(0, count + 1)), 13)
      }
    }
  }
})

const choose = (n: number, x: number): bigint => x === 0 ? 1n : choose(n - 1, x - 1) * BigInt(n) / BigInt(x)

const laws = fc.oneof(
  fc.double({ min: 0, max: 500, noNaN: true }).map(poisson),
  fc.tuple(fc.double({ min: 0.01, max: 500, noNaN: true }), fc.double({ min: 0.05, max: 1000, noNaN: true })).map(([mean, size]) => negativeBinomial(mean, size)),
)

test('what is at least one more and what is at most this make all, and both tails fall on their way out', () => {
  fc.assert(fc.property(laws, fc.nat(1000), (law, count) => {
    const [here, next] = [law.tails(count), law.tails(count + 1)]
    expect(here.atMost + next.atLeast).toBeCloseTo(1, 12)
    expect(next.atLeast).toBeLessThanOrEqual(here.atLeast)
    expect(next.atMost).toBeGreaterThanOrEqual(here.atMost)
  }))
})

test('the mean of a law is the sum of its upper tails', () => {
  for (const law of [poisson(0.3), poisson(40), negativeBinomial(3, 0.5), negativeBinomial(40, 8)]) {
    let sum = 0
    for (let count = 1; count < 2000; count++) sum += law.tails(count).atLeast
    expect(sum / law.mean).toBeCloseTo(1, 10)
  }
})

test('the negative binomial law of an endless size is the Poisson law', () => {
  for (const count of [0, 1, 5, 20]) {
    expect(negativeBinomial(5, 1e12).tails(count).atLeast / poisson(5).tails(count).atLeast).toBeCloseTo(1, 8)
  }
})

test('a limit is reached at most so often, and the count before it more often', () => {
  fc.assert(fc.property(laws, fc.double({ min: 1e-9, max: 0.5, noNaN: true }), (law, level) => {
    const [upper, lower] = [upperLimit(law, level), lowerLimit(law, level)]
    expect(law.tails(upper).atLeast).toBeLessThanOrEqual(level)
    if (upper > 0) expect(law.tails(upper - 1).atLeast).toBeGreaterThan(level)
    if (lower !== null) expect(law.tails(lower).atMost).toBeLessThanOrEqual(level)
    expect(law.tails((lower ?? -1) + 1).atMost).toBeGreaterThan(level)
  }))
})

test('the smallest number is found from wherever the search begins', () => {
  fc.assert(fc.property(fc.nat(100_000), fc.nat(100_000), (wanted, near) => {
    expect(smallest((count) => count >= wanted, near)).toBe(wanted)
  }))
})
