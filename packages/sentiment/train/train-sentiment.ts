/* From texts to the weights of one language. */
import { groups, type Group } from '../src/features.ts'
import type { Language } from '../src/language.ts'
import type { Lists } from '../src/reading.ts'
import { fitRegression, scoresOf, softmaxInPlace } from '../src/regression.ts'
import { buildTable } from '../src/table.ts'
import { writeWeightFile } from '../src/weight-file.ts'
import type { SentimentHeader } from '../src/weights.ts'
import { ideaFile, wordFile } from './corpus.ts'
import { withCopies } from './copies.ts'
import { columnsOf, rowOf, type Featured } from './dataset.ts'
import type { Settings } from './settings.ts'

const classes = 3

export interface Fitted { columns: Map<number, number>, weights: Float64Array }

/** Learns from the texts and copies made of them. */
export function fit(texts: readonly Featured[], lists: Lists, settings: Settings): Fitted {
  const all = withCopies(texts, lists, settings)
  const columns = columnsOf(all, settings)
  const rows = all.map((text) => rowOf(text, columns, settings.scales))
  return { columns, weights: fitRegression(rows, { classes, columns: columns.size + 1, penalty: settings.penalty, steps: settings.steps }) }
}

export function probabilitiesOf(text: Featured, { columns, weights }: Fitted, { scales }: Settings): number[] {
  const scores = new Float64Array(classes)
  scoresOf(weights, rowOf(text, columns, scales), classes, scores)
  softmaxInPlace(scores)
  return [...scores]
}

export interface FileFacts { language: Language, madeOf: string, temperature: number }

/** The file of weights: each class against neutral, the weightiest features, in bytes. */
export function sentimentFile({ columns, weights }: Fitted, settings: Settings, { language, madeOf, temperature }: FileFacts): Uint8Array {
  const against = (column: number, k: number): number => weights[column * classes + k]! - weights[column * classes + 1]!
  const features = [...columns].map(([hash, column]) => ({ hash, weights: [against(column, 0), against(column, 2)] }))
  const size = ({ weights: [negative, positive] }: { weights: number[] }): number => Math.max(Math.abs(negative!), Math.abs(positive!))
  features.sort((a, b) => size(b) - size(a) || a.hash - b.hash)
  const header: SentimentHeader = {
    madeOf,
    words: wordFile(language),
    ideas: ideaFile(language),
    scales: Object.fromEntries(groups.flatMap((group: Group) => (settings.scales[group] ? [[group, settings.scales[group]]] : []))),
    bias: [against(0, 0), 0, against(0, 2)],
    temperature,
  }
  return writeWeightFile(header, buildTable(features.slice(0, settings.kept), 2))
}
