/*
 * What an organization's agents corrected, as a small table that is added to the scores. Corrections teach words and pairs of words, not
 * single letters or signals: those are shared by thousands of other texts. Influence is bounded for each place of the table and for
 * each text, so that no correction, honest or not, can turn the reading of everything.
 */
import type { Group, Reading } from './features.ts'
import { addText, startOf } from './hash.ts'
import type { Language } from './language.ts'
import { eachFeature, type Scores } from './scores.ts'

/** Plain JSON, under 50 KB. */
export interface Adjustment {
  version: 1
  /** How many corrections taught it. */
  corrections: number
  /** Two signed bytes a place (negative, positive; the neutral class is their rest), base64; empty when nothing was taught. */
  table: string
}

export interface ReadAdjustment { table: Int8Array }

export const places = 1 << 14
/** What the largest byte stands for. */
export const step = 3 / 127
/** No text's score moves further than this by all corrections together. */
export const furthest = 6

const taught: Partial<Record<Group, number>> = { word: 0.3, stemPair: 1, skip: 0.7 }
const seeds = { pl: startOf(11), ru: startOf(13), en: startOf(19) } as const

/** Where the features of a reading lie in the table and how much each counts; the squares add up to 1. */
export function placesOf(reading: Reading, language: Language): { places: number[], values: number[] } {
  const found: number[] = []
  const values: number[] = []
  let squares = 0
  eachFeature(reading, (group, hash) => {
    const value = taught[group]
    if (value === undefined) return
    found.push((addText(seeds[language] ^ hash, group) >>> 7) & (places - 1))
    values.push(value)
    squares += value * value
  })
  const length = Math.sqrt(squares) || 1
  return { places: found, values: values.map((value) => value / length) }
}

const decoded = new WeakMap<Adjustment, ReadAdjustment>()

/** @throws RangeError when the table is not one that learnFrom made. */
export function readAdjustment(adjustment: Adjustment): ReadAdjustment {
  const known = decoded.get(adjustment)
  if (known) return known
  const bytes = adjustment.table === '' ? new Uint8Array(places * 2) : Uint8Array.from(atob(adjustment.table), (c) => c.charCodeAt(0))
  if (adjustment.version !== 1 || bytes.length !== places * 2) throw new RangeError('What was learnt from corrections is of another version: learn it anew from them.')
  const read = { table: new Int8Array(bytes.buffer) }
  decoded.set(adjustment, read)
  return read
}

/** Adds what was taught to the scores. */
export function adjustScores(scores: Scores, reading: Reading, language: Language, { table }: ReadAdjustment): void {
  const { places: at, values } = placesOf(reading, language)
  const moved: Scores = [0, 0, 0]
  for (let i = 0; i < at.length; i++) {
    const [negative, positive] = [table[at[i]! * 2]! * step * values[i]!, table[at[i]! * 2 + 1]! * step * values[i]!]
    moved[0] += negative
    moved[2] += positive
    moved[1] -= negative + positive
  }
  moved.forEach((move, k) => { scores[k]! += Math.max(-furthest, Math.min(furthest, move)) })
}
