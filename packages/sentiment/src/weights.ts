/*
 * The weights that `npm run train` wrote, one file for each language and one that tells languages apart. Each is read once, when first
 * needed: they are the only files this package opens, and no machine should pay for a language nobody writes in.
 */
import { readFileSync } from 'node:fs'
import type { Language } from './language.ts'
import { readWeightFile } from './weight-file.ts'
import { weightsOfBytes, type WeightTable } from './table.ts'
import { readIdeas, readWordList, type WordList } from './word-list.ts'
import type { Group } from './features.ts'

export interface SentimentHeader {
  /** Fingerprint of corpus, words and settings the weights were made of. */
  madeOf: string
  /** Polarity words and ideas, as they stood in their files. */
  words: string
  ideas: string
  /** What the features of a group weigh together. */
  scales: Partial<Record<Group, number>>
  /** In the order of `sentiments`. */
  bias: [number, number, number]
  /** Divides the scores: found on texts that were held out, so that "80%" is right in four of five. */
  temperature: number
}

export interface SentimentModel extends SentimentHeader {
  table: WeightTable
  weights: Float64Array
  wordList: WordList
  ideaList: WordList
}

export interface LanguageHeader { madeOf: string, bias: number[] }
export interface LanguageModel extends LanguageHeader { table: WeightTable, weights: Float64Array }

export const weightPlace = (name: Language | 'languages'): URL => new URL(`../weights/${name}.bin`, import.meta.url)

const models = new Map<Language, SentimentModel>()
let languageModel: LanguageModel | undefined

export function sentimentModel(language: Language): SentimentModel {
  const known = models.get(language)
  if (known) return known
  const model = readSentimentModel(readFileSync(weightPlace(language)))
  models.set(language, model)
  return model
}

export function readSentimentModel(bytes: Uint8Array): SentimentModel {
  const { header, table } = readWeightFile<SentimentHeader>(bytes)
  return { ...header, table, weights: weightsOfBytes(table.largest), wordList: readWordList(header.words), ideaList: readIdeas(header.ideas) }
}

export function modelOfLanguages(): LanguageModel {
  return languageModel ??= readLanguageModel(readFileSync(weightPlace('languages')))
}

export function readLanguageModel(bytes: Uint8Array): LanguageModel {
  const { header, table } = readWeightFile<LanguageHeader>(bytes)
  return { ...header, table, weights: weightsOfBytes(table.largest) }
}
