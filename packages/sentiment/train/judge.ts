/* How good readings are: confusion, accuracy, macro-F1, calibration. */
import { sentiments } from '../src/language.ts'

export interface Judged { label: number, probabilities: readonly number[] }

export interface Judgement {
  n: number
  /** `confusion[label][read]` */
  confusion: number[][]
  accuracy: number
  macroF1: number
  /** Per class: precision, recall, F1. */
  classes: { precision: number, recall: number, f1: number }[]
  /** Expected calibration error over ten bins of equal width: the mean distance between confidence and how often it was right. */
  calibrationError: number
}

const best = (probabilities: readonly number[]): number => probabilities.indexOf(Math.max(...probabilities))

export function judge(readings: readonly Judged[]): Judgement {
  const confusion = sentiments.map(() => sentiments.map(() => 0))
  for (const { label, probabilities } of readings) confusion[label]![best(probabilities)]! += 1
  const classes = sentiments.map((_, k) => {
    const hits = confusion[k]![k]!
    const read = confusion.reduce((sum, row) => sum + row[k]!, 0)
    const meant = confusion[k]!.reduce((sum, n) => sum + n, 0)
    const [precision, recall] = [read === 0 ? 0 : hits / read, meant === 0 ? 0 : hits / meant]
    return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
  })
  const right = sentiments.reduce((sum, _, k) => sum + confusion[k]![k]!, 0)
  return {
    n: readings.length,
    confusion,
    accuracy: right / readings.length,
    macroF1: classes.reduce((sum, { f1 }) => sum + f1, 0) / classes.length,
    classes,
    calibrationError: calibrationError(readings),
  }
}

function calibrationError(readings: readonly Judged[]): number {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, right: 0, confidence: 0 }))
  for (const { label, probabilities } of readings) {
    const read = best(probabilities)
    const bin = bins[Math.min(9, Math.floor(probabilities[read]! * 10))]!
    bin.n += 1
    bin.confidence += probabilities[read]!
    if (read === label) bin.right += 1
  }
  return bins.reduce((sum, { right, confidence }) => sum + Math.abs(right - confidence), 0) / readings.length
}
