/* From texts to the weights of one language. */
import type { Group } from '../src/features.ts'
import { groups } from '../src/features.ts'
import type { Language } from '../src/language.ts'
import { fitRegression, scoresOf, softmaxInPlace } from '../src/regression.ts'
import { buildTable } from '../src/table.ts'
import { writeWeightFile } from '../src/weight-file.ts'
import type { SentimentHeader } from '../src/weights.ts'
import { ideaFile, wordFile, type Labelled } from './corpus.ts'
import { columnsOf, featuredOf, rowOf, type Featured } from './dataset.ts'
import type { Lists } from '../src/reading.ts'
import { seededRandom } from './seeded.ts'
import { withSlips } from './slips.ts'
import type { Settings } from './settings.ts'

const classes = 3

/** The texts, each followed by its copy with slips when the settings ask for one. */
export function featuresFor(texts: readonly Labelled[], lists: Lists, { slips }: Pick<Settings, 'slips'>): Featured[] {
  const random = seededRandom(20260101)
  return texts.flatMap((text) => [
    featuredOf(text, lists),
    ...(slips > 0 ? [featuredOf({ ...text, text: withSlips(text.text, random) }, lists, slips)] : []),
  ])
}

export interface Fitted { columns: Map<number, number>, weights: Float64Array }

export function fit(texts: readonly Featured[], settings: Settings): Fitted {
  const columns = columnsOf(texts, settings)
  const rows = texts.map((text) => rowOf(text, columns, settings.scales))
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
