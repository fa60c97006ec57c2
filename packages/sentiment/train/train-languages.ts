/*
 * The weights that tell languages apart. Whole texts are easy; what customers write is short, so each text also teaches its pieces of
 * one to five words, and Latin ones the same without diacritics.
 */
import { languageFeatures, languageWords } from '../src/language-features.ts'
import { languages } from '../src/language.ts'
import { guessLanguage, languagesAndOther, type LanguageOrOther } from '../src/language-of.ts'
import { fitRegression, type Row } from '../src/regression.ts'
import { buildTable } from '../src/table.ts'
import { writeWeightFile } from '../src/weight-file.ts'
import { readLanguageModel } from '../src/weights.ts'
import { otherLanguages, readCorpus } from './corpus.ts'

interface Piece { words: string[], label: number, weight: number }

const classes = languagesAndOther.length
const other = classes - 1
const pieceLengths = [1, 2, 3, 5]
const piecesFrom = 12
// How often texts of another language are expected beside one of the three, and what a copy without diacritics counts.
const shares = { known: 1000, other: 700, bare: 0.4 }
const leastPieces = 5
const penalty = 4e-5
const steps = 35
const kept = 20_000

export interface InLanguage { text: string, language: LanguageOrOther }

export const textsOfLanguages = (): InLanguage[] => [
  ...languages.flatMap((language) => readCorpus(language).map(({ text }) => ({ text, language }))),
  ...otherLanguages().map(({ text }) => ({ text, language: 'other' as const })),
]

export function trainLanguages(texts: readonly InLanguage[], madeOf: string): Uint8Array {
  const pieces = languagesAndOther.flatMap((language, label) => {
    const own = texts.filter((text) => text.language === language)
    return own.flatMap(({ text }) => piecesOf(text, label, (label === other ? shares.other : shares.known) / own.length, language === 'pl' || language === 'other'))
  })
  const columns = columnsOf(pieces)
  const rows = pieces.map((piece) => rowOf(piece, columns))
  const weights = fitRegression(rows, { classes, columns: columns.size + 1, penalty, steps })
  const against = (column: number): number[] => languages.map((_, k) => weights[column * classes + k]! - weights[column * classes + other]!)
  const size = (list: readonly number[]): number => Math.max(...list.map(Math.abs))
  const features = [...columns].map(([hash, column]) => ({ hash, weights: against(column) })).sort((a, b) => size(b.weights) - size(a.weights) || a.hash - b.hash)
  return writeWeightFile({ madeOf, bias: against(0) }, buildTable(features.slice(0, kept), languages.length))
}

const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l').replace(/ß/g, 'ss')

function piecesOf(text: string, label: number, weight: number, mayLackMarks: boolean): Piece[] {
  const words = languageWords(text)
  const parts = [words]
  for (const length of pieceLengths) {
    if (length >= words.length) break
    for (let i = 0; i + length <= words.length && i < piecesFrom; i += Math.max(1, length - 1)) parts.push(words.slice(i, i + length))
  }
  const each = weight / parts.length
  return parts.flatMap((part) => [
    { words: part, label, weight: each },
    ...(mayLackMarks ? [{ words: part.map(bare), label, weight: shares.bare * each }] : []),
  ])
}

function columnsOf(pieces: readonly Piece[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { words } of pieces) languageFeatures(words, (hash) => counts.set(hash, (counts.get(hash) ?? 0) + 1))
  const columns = new Map<number, number>()
  for (const [hash, n] of counts) if (n >= leastPieces) columns.set(hash, columns.size + 1)
  return columns
}

function rowOf({ words, label, weight }: Piece, columns: ReadonlyMap<number, number>): Row {
  const counts = new Map<number, number>()
  let all = 0
  languageFeatures(words, (hash) => {
    all++
    const column = columns.get(hash)
    if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1)
  })
  return { columns: Int32Array.of(0, ...counts.keys()), values: Float32Array.of(1, ...[...counts.values()].map((n) => n / Math.sqrt(all))), label, weight }
}

export interface LanguageFigure { language: LanguageOrOther, n: number, right: number, surelyWrong: number }

/** Every fourth text is guessed by a model that did not see it; short ones are those of at most three words. */
export function judgeLanguages(texts: readonly InLanguage[]): { all: LanguageFigure[], short: LanguageFigure[] } {
  const left = texts.filter((_, i) => i % 4 === 0)
  const model = readLanguageModel(trainLanguages(texts.filter((_, i) => i % 4 !== 0), 'judged'))
  const figures = (among: readonly InLanguage[]): LanguageFigure[] => languagesAndOther.map((language) => {
    const guesses = among.filter((text) => text.language === language).map(({ text }) => guessLanguage(text, model))
    return { language, n: guesses.length, right: guesses.filter((g) => g.language === language).length, surelyWrong: guesses.filter((g) => g.language !== language && g.confidence >= 0.85).length }
  })
  return { all: figures(left), short: figures(left.filter(({ text }) => text.split(/\s+/).length <= 3)) }
}
