/* Multinomial logistic regression on sparse rows, with a penalty on the squares of the weights. */
import { minimise } from './minimise.ts'

export interface Row {
  /** Columns from 0, each once, and their values. */
  columns: Int32Array
  values: Float32Array
  label: number
  /** How often the row counts. */
  weight: number
}

export interface FitOptions {
  classes: number
  columns: number
  /** Penalty: half the sum of squares times this, beside the mean loss. */
  penalty: number
  steps?: number
  /** Where to begin; changed in place. */
  start?: Float64Array
}

/** Weights by column and class, `weights[column * classes + k]`. No intercept: give every row a column of ones. */
export function fitRegression(rows: readonly Row[], { classes, columns, penalty, steps = 60, start }: FitOptions): Float64Array {
  const weights = start ?? new Float64Array(columns * classes)
  const total = rows.reduce((sum, row) => sum + row.weight, 0)
  const scores = new Float64Array(classes)
  minimise((x, gradient) => {
    let value = 0
    for (let i = 0; i < x.length; i++) { value += x[i]! * x[i]!; gradient[i] = penalty * x[i]! }
    value *= penalty / 2
    for (const row of rows) {
      const share = row.weight / total
      scoresOf(x, row, classes, scores)
      value += share * softmaxInPlace(scores, row.label)
      scores[row.label]! -= 1
      for (let k = 0; k < classes; k++) scores[k]! *= share
      const { columns: at, values } = row
      for (let j = 0; j < at.length; j++) {
        const place = at[j]! * classes
        const v = values[j]!
        for (let k = 0; k < classes; k++) gradient[place + k]! += scores[k]! * v
      }
    }
    return value
  }, weights, { steps })
  return weights
}

export function scoresOf(weights: ArrayLike<number>, { columns, values }: Pick<Row, 'columns' | 'values'>, classes: number, into: Float64Array): void {
  into.fill(0)
  for (let j = 0; j < columns.length; j++) {
    const place = columns[j]! * classes
    const v = values[j]!
    for (let k = 0; k < classes; k++) into[k]! += weights[place + k]! * v
  }
}

/** Scores become probabilities; answers minus the logarithm of the one of `label`. */
export function softmaxInPlace(scores: Float64Array, label = 0): number {
  let highest = -Infinity
  for (const s of scores) if (s > highest) highest = s
  let sum = 0
  for (let k = 0; k < scores.length; k++) { scores[k] = Math.exp(scores[k]! - highest); sum += scores[k]! }
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum
  return -Math.log(Math.max(1e-12, scores[label]!))
}
