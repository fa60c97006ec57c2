/* Guards the learner: its minimum is a minimum, and small problems give what can be reckoned by hand. */
import { expect, test } from 'vitest'
import { minimise } from './minimise.ts'
import { fitRegression, scoresOf, softmaxInPlace, type Row } from './regression.ts'

const row = (columns: number[], label: number, weight = 1): Row => ({ columns: Int32Array.from(columns), values: Float32Array.from(columns.map(() => 1)), label, weight })

test('a valley whose axes are a thousand times unlike is walked to its bottom', () => {
  const x = Float64Array.of(5, -3, 8)
  const { value } = minimise((at, gradient) => {
    const scales = [1, 30, 1000]
    at.forEach((v, i) => { gradient[i] = scales[i]! * (v - i) })
    return at.reduce((sum, v, i) => sum + (scales[i]! * (v - i) ** 2) / 2, 0)
  }, x, { tolerance: 1e-10 })
  expect(value).toBeLessThan(1e-12)
  x.forEach((v, i) => expect(v).toBeCloseTo(i, 6))
})

test('with an intercept alone the probabilities are the shares', () => {
  const rows = [row([0], 0), row([0], 0), row([0], 1), row([0], 2, 2)]
  const weights = fitRegression(rows, { classes: 3, columns: 1, penalty: 0, steps: 200 })
  const scores = new Float64Array(3)
  scoresOf(weights, rows[0]!, 3, scores)
  softmaxInPlace(scores)
  expect([...scores].map((p) => Math.round(p * 1000) / 1000)).toEqual([0.4, 0.2, 0.4])
})

test('at the minimum of one feature against another the penalty balances the loss', () => {
  // Two rows, two classes, w and -w for each: with penalty λ the derivative 1 / (1 + e^(2w)) = 2·λ·w; at λ = 0.1 that is w = 0.817….
  const weights = fitRegression([row([0], 0), row([1], 1)], { classes: 2, columns: 2, penalty: 0.1, steps: 200 })
  const w = weights[0]!
  expect(weights[1]).toBeCloseTo(-w, 6)
  expect(1 / (1 + Math.exp(2 * w))).toBeCloseTo(2 * 0.1 * w, 3)
  expect(w).toBeCloseTo(0.817, 2)
})

test('the same rows give the same weights to the last bit', () => {
  const rows = Array.from({ length: 60 }, (_, i) => row([0, 1 + (i % 7), 8 + (i % 5)], i % 3))
  const options = { classes: 3, columns: 13, penalty: 1e-3 }
  expect(fitRegression(rows, options)).toEqual(fitRegression(rows, options))
})
