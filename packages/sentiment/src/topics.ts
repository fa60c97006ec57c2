/*
 * Which of the organization's own reasons a message is about. Learnt from the tickets agents have sorted, per organization, in a
 * second or two; silent until there is enough to learn from, because a wrong suggestion costs more trust than none.
 */
import { fitRegression, scoresOf, softmaxInPlace, type Row } from './regression.ts'
import { topicFeatures } from './topic-features.ts'

export interface TopicExample { text: string, reasonId: string }

/** Plain JSON, some hundred KB for fifty reasons. */
export interface TopicModel {
  version: 1
  /** Reasons with enough examples; empty when nothing can be told yet. */
  reasonIds: string[]
  examples: number
  features: string[]
  /** Per feature and reason, times 100; the first row is the intercept. */
  weights: number[]
  /** Divides the scores; found on examples that were left out. */
  temperature: number
}

export interface Topic { reasonId: string, confidence: number }

export const topicLimits = {
  /** A reason with fewer examples is not suggested. */
  perReason: 8,
  /** Under so many examples in all there is no model. */
  inAll: 30,
  /** Only the newest are read. */
  examples: 6000,
  features: 4000,
} as const

const penalty = 2e-4
// Weights in all, so that a model of many reasons stays some hundred KB.
const mostWeights = 100_000
// What the features of a text weigh together.
const scale = 3
const heldOutEach = 5

/** Learns from examples, oldest first. The same examples give the same model. */
export function learnTopics(examples: readonly TopicExample[]): TopicModel {
  const newest = examples.slice(-topicLimits.examples)
  const counts = new Map<string, number>()
  for (const { reasonId } of newest) counts.set(reasonId, (counts.get(reasonId) ?? 0) + 1)
  const reasonIds = [...counts].filter(([, n]) => n >= topicLimits.perReason).map(([id]) => id).sort()
  const used = newest.filter(({ reasonId }) => counts.get(reasonId)! >= topicLimits.perReason)
  if (reasonIds.length < 2 || used.length < topicLimits.inAll) return { version: 1, reasonIds: [], examples: newest.length, features: [], weights: [], temperature: 1 }
  const named = used.map(({ text, reasonId }) => ({ names: topicFeatures(text), label: reasonIds.indexOf(reasonId) }))
  const features = chooseFeatures(named.map(({ names }) => names), Math.min(topicLimits.features, Math.floor(mostWeights / reasonIds.length)))
  const columns = new Map(features.map((name, i) => [name, i + 1]))
  const rows = named.map(({ names, label }) => ({ ...rowOf(names, columns), label, weight: 1 }))
  const options = { classes: reasonIds.length, columns: features.length + 1, penalty, steps: 40 }
  const temperature = temperatureOf(rows, options)
  const weights = fitRegression(rows, options)
  return { version: 1, reasonIds, examples: newest.length, features, weights: [...weights].map((w) => Math.round(w * 100)), temperature }
}

/** Reasons by falling confidence; empty when the model has nothing to say, or knows no word of the text. */
export function topicOf(text: string, { reasonIds, features, weights, temperature }: TopicModel): Topic[] {
  if (reasonIds.length === 0) return []
  const row = rowOf(topicFeatures(text), columnsOf(features))
  if (row.columns.length < 2) return []
  const scores = new Float64Array(reasonIds.length)
  scoresOf(weights, row, reasonIds.length, scores)
  for (let k = 0; k < scores.length; k++) scores[k]! /= 100 * temperature
  softmaxInPlace(scores)
  return reasonIds.map((reasonId, k) => ({ reasonId, confidence: scores[k]! })).sort((a, b) => b.confidence - a.confidence)
}

const columnsKept = new WeakMap<readonly string[], Map<string, number>>()

function columnsOf(features: readonly string[]): Map<string, number> {
  let columns = columnsKept.get(features)
  if (!columns) columnsKept.set(features, columns = new Map(features.map((name, i) => [name, i + 1])))
  return columns
}

/** Those in at least two examples and at most half of them, the commonest first. */
function chooseFeatures(texts: readonly (readonly string[])[], most: number): string[] {
  const counts = new Map<string, number>()
  for (const names of texts) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].filter(([, n]) => n >= 2 && n <= texts.length / 2).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, most).map(([name]) => name)
}

function rowOf(names: readonly string[], columns: ReadonlyMap<string, number>): Pick<Row, 'columns' | 'values'> {
  const known = names.flatMap((name) => columns.get(name) ?? [])
  return { columns: Int32Array.of(0, ...known), values: Float32Array.of(1, ...known.map(() => scale / Math.sqrt(Math.max(1, names.length)))) }
}

/** Every fifth example is left out of a trial; the temperature is the one under which its reasons were likeliest. */
function temperatureOf(rows: readonly Row[], options: { classes: number, columns: number, penalty: number, steps: number }): number {
  const [kept, left] = [rows.filter((_, i) => i % heldOutEach !== 0), rows.filter((_, i) => i % heldOutEach === 0)]
  const weights = fitRegression(kept, options)
  const scores = new Float64Array(options.classes)
  const lossAt = (temperature: number): number => left.reduce((sum, row) => {
    scoresOf(weights, row, options.classes, scores)
    for (let k = 0; k < scores.length; k++) scores[k]! /= temperature
    return sum + softmaxInPlace(scores, row.label)
  }, 0)
  const tried = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.8, 2.2, 3, 4]
  return tried.reduce((best, temperature) => (lossAt(temperature) < lossAt(best) ? temperature : best), 1)
}
