/*
 * Learning from agents who corrected a reading with one click: passive-aggressive steps (Crammer et al., Online Passive-Aggressive Algorithms,
 * JMLR 7, 2006, PA-I) on the words and pairs of words of the corrected text, each just as long as it takes for the right class to lead.
 */
import { placesOf, places, step, furthest, type Adjustment } from './adjustment.ts'
import { languages, sentiments, type Language, type Sentiment } from './language.ts'
import { partsRead } from './clip.ts'
import { readingOf } from './reading.ts'
import { scoresOfReading, type Scores } from './scores.ts'
import { sentencesOf } from './sentences.ts'
import { tokensOf } from './tokens.ts'
import { sentimentModel } from './weights.ts'

export interface Correction { text: string, language: Language, sentiment: Sentiment }

/** Only the newest count; what was corrected two hundred corrections ago weighs half. */
const remembered = 1000
const halfLife = 200
const passes = 4
/** The right class must lead by this much, in scores after temperature. */
const lead = 2

/**
 * What the corrections teach, oldest first; the same corrections always give the same. A text corrected twice counts as last corrected.
 * @throws RangeError for a language or sentiment that is none.
 */
export function learnFrom(corrections: readonly Correction[]): Adjustment {
  for (const { language, sentiment } of corrections) {
    if (!languages.includes(language) || !sentiments.includes(sentiment)) throw new RangeError(`A correction names one of ${languages.join(', ')} and one of ${sentiments.join(', ')}; it was ${language}, ${sentiment}.`)
  }
  const last = [...new Map(corrections.map((correction) => [`${correction.language} ${correction.text}`, correction])).values()].slice(-remembered)
  const rows = last.map((correction, i) => ({ ...rowOf(correction), weight: 0.5 ** ((last.length - 1 - i) / halfLife) }))
  const moved = new Float64Array(places * 3)
  for (let pass = 0; pass < passes; pass++) for (const row of rows) teach(row, moved)
  return { version: 1, corrections: last.length, table: last.length === 0 ? '' : encode(moved) }
}

interface Row { places: number[], values: number[], scores: Scores, right: number, temperature: number }

function rowOf({ text, language, sentiment }: Correction): Row {
  const model = sentimentModel(language)
  const read = partsRead(text).map(({ from, to }) => text.slice(from, to)).join('\n')
  const reading = readingOf(read, tokensOf(read), sentencesOf(read), model)
  return { ...placesOf(reading, language), scores: scoresOfReading(reading, model), right: sentiments.indexOf(sentiment), temperature: model.temperature }
}

function teach({ places: at, values, scores, right, temperature, weight }: Row & { weight: number }, moved: Float64Array): void {
  const now = scores.map((score, k) => score + at.reduce((sum, place, i) => sum + moved[place * 3 + k]! * values[i]!, 0))
  const rival = now.reduce((best, score, k) => (k !== right && (best < 0 || score > now[best]!) ? k : best), -1)
  const loss = lead * temperature - (now[right]! - now[rival]!)
  if (loss <= 0) return
  // The step that just suffices on a row of length 1 is loss / 2 up and down.
  const length = Math.min(loss / 2, furthest / 2) * weight
  at.forEach((place, i) => {
    moved[place * 3 + right]! += length * values[i]!
    moved[place * 3 + rival]! -= length * values[i]!
  })
}

function encode(moved: Float64Array): string {
  const table = new Int8Array(places * 2)
  const byte = (weight: number): number => Math.max(-127, Math.min(127, Math.round(weight / step)))
  for (let place = 0; place < places; place++) {
    table[place * 2] = byte(moved[place * 3]!)
    table[place * 2 + 1] = byte(moved[place * 3 + 2]!)
  }
  let text = ''
  for (const value of new Uint8Array(table.buffer)) text += String.fromCharCode(value)
  return btoa(text)
}

