/* Texts as rows of features, the same way the program reads them. */
import { groups, type Group } from '../src/features.ts'
import type { Language } from '../src/language.ts'
import { readingOf, type Lists } from '../src/reading.ts'
import type { Row } from '../src/regression.ts'
import { eachFeature } from '../src/scores.ts'
import { sentencesOf } from '../src/sentences.ts'
import { tokensOf } from '../src/tokens.ts'
import { readIdeas, readWordList } from '../src/word-list.ts'
import { ideaFile, wordFile } from './corpus.ts'
import type { Settings } from './settings.ts'

/** Hashes of the features of one text, by group. */
export interface Featured {
  text: string
  label: number
  industry: string
  weight: number
  features: Record<Group, Int32Array>
}

export const listsOf = (language: Language): Lists => ({ wordList: readWordList(wordFile(language)), ideaList: readIdeas(ideaFile(language)) })

export function featuredOf({ text, label, industry }: { text: string, label: number, industry: string }, lists: Lists, weight = 1): Featured {
  const found = Object.fromEntries(groups.map((group) => [group, [] as number[]])) as Record<Group, number[]>
  eachFeature(readingOf(text, tokensOf(text), sentencesOf(text), lists), (group, hash) => found[group].push(hash))
  return { text, label, industry, weight, features: Object.fromEntries(groups.map((group) => [group, Int32Array.from(found[group])])) as Record<Group, Int32Array> }
}

/** Columns of the features that are common enough; column 0 is the intercept. */
export function columnsOf(texts: readonly Featured[], { scales, leastTexts }: Pick<Settings, 'scales' | 'leastTexts'>): Map<number, number> {
  const counts = new Map<number, number>()
  // Copies do not make a feature commoner.
  for (const { features, weight } of texts) if (weight === 1) for (const group of groups) if (scales[group]) for (const hash of features[group]) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  const columns = new Map<number, number>()
  for (const [hash, n] of counts) if (n >= leastTexts) columns.set(hash, columns.size + 1)
  return columns
}

export function rowOf({ features, label, weight }: Featured, columns: ReadonlyMap<number, number>, scales: Settings['scales']): Row {
  const at: number[] = [0]
  const values: number[] = [1]
  for (const group of groups) {
    const scale = scales[group]
    if (!scale) continue
    const value = scale / Math.sqrt(features[group].length)
    for (const hash of features[group]) {
      const column = columns.get(hash)
      if (column !== undefined) { at.push(column); values.push(value) }
    }
  }
  return { columns: Int32Array.from(at), values: Float32Array.from(values), label, weight }
}
