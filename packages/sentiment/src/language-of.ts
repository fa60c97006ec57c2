/*
 * Polish, Russian, English or another: customers write two words as often as two pages, and "super" is said in a dozen languages. So the
 * answer carries its confidence, made from pieces of one to five words too, and neighbours (Ukrainian, Czech, German …) were learnt as
 * "other", not left to the nearest of three.
 */
import { languageFeatures, languageWords } from './language-features.ts'
import type { Language } from './language.ts'
import { findSlot } from './table.ts'
import { modelOfLanguages, type LanguageModel } from './weights.ts'

export type LanguageOrOther = Language | 'other'
export const languagesAndOther = ['pl', 'ru', 'en', 'other'] as const satisfies readonly LanguageOrOther[]

export interface LanguageGuess {
  language: LanguageOrOther
  /** Probability of that language, 0 to 1. */
  confidence: number
  probabilities: Record<LanguageOrOther, number>
}

// Letters that no word of the three languages has. One is enough in a short text, one word of thirty is a quotation.
const foreignScript = /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/gu

/** Never throws; reads the first 600 letters. A text without words gives equal chances to all. */
export function languageOf(text: string): LanguageGuess {
  return guessLanguage(text, modelOfLanguages())
}

export function guessLanguage(text: string, model: LanguageModel): LanguageGuess {
  const words = languageWords(text)
  const letters = words.reduce((n, word) => n + word.length, 0)
  if (letters === 0) return answer([0.25, 0.25, 0.25, 0.25])
  const foreign = words.reduce((n, word) => n + (word.match(foreignScript)?.length ?? 0), 0)
  if (foreign > letters / 2) return answer([0.003, 0.003, 0.003, 0.991])
  const { table, weights, bias } = model
  const sums = bias.map(() => 0)
  let features = 0
  languageFeatures(words, (hash) => {
    features++
    const slot = findSlot(table, hash)
    if (slot >= 0) for (let k = 0; k < sums.length; k++) sums[k]! += weights[table.numbers[slot + k]! + 128]!
  })
  const scores = [...sums.map((sum, k) => bias[k]! + sum / Math.sqrt(features)), 0]
  const highest = Math.max(...scores)
  const shares = scores.map((score) => Math.exp(score - highest))
  const total = shares.reduce((sum, share) => sum + share, 0)
  return answer(shares.map((share) => share / total))
}

function answer(shares: readonly number[]): LanguageGuess {
  const probabilities = Object.fromEntries(languagesAndOther.map((language, i) => [language, shares[i]!])) as Record<LanguageOrOther, number>
  const confidence = Math.max(...shares)
  // Of equal chances "other" is the honest word.
  const language = shares[3] === confidence ? 'other' : languagesAndOther[shares.indexOf(confidence)]!
  return { language, confidence, probabilities }
}
