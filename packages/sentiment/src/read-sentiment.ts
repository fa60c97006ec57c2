/*
 * What a customer feels about the company, from the visible text (quotations and signatures are folded elsewhere), as a whole and for
 * each sentence. Sarcasm is beyond it, and so are languages it was not taught: then it says so by a low confidence.
 */
import { adjustScores, readAdjustment, type Adjustment, type ReadAdjustment } from './adjustment.ts'
import { partsRead } from './clip.ts'
import { languageOf, type LanguageOrOther } from './language-of.ts'
import { languages, sentiments, type Language, type Sentiment } from './language.ts'
import { readingOf } from './reading.ts'
import { scoresOfReading, sharesOf } from './scores.ts'
import { sentencesOf, type Stretch } from './sentences.ts'
import { tokensOf, type Token } from './tokens.ts'
import { sentimentModel } from './weights.ts'

export interface SentimentOptions {
  /** When it is known. Otherwise it is guessed, and where the guess is open the readings of the languages are mixed. */
  language?: LanguageOrOther
  /** What the organization's corrections taught (learnFrom). */
  adjustment?: Adjustment | null
}

export interface SentenceSentiment extends Stretch {
  sentiment: Sentiment
  confidence: number
}

export interface SentimentReading {
  language: LanguageOrOther
  sentiment: Sentiment
  /** Probability of the sentiment, calibrated on texts that were held out: of readings with 0.8 about four of five are right. */
  confidence: number
  /** False under `confident`: shown as uncertain. */
  certain: boolean
  probabilities: Record<Sentiment, number>
  /** Those that were read: of a text over 6,000 characters the first and the last 3,000. */
  sentences: SentenceSentiment[]
}

/** Under this confidence a reading is shown as uncertain. */
export const confident = 0.6

/** Never throws, whatever the text; bounded time. */
export function readSentiment(text: string, { language, adjustment = null }: SentimentOptions = {}): SentimentReading {
  const guess = language === undefined ? languageOf(text) : null
  const shares = languageShares(language ?? 'other', guess?.probabilities ?? null)
  const adjusted = adjustment && readAdjustment(adjustment)
  const parts = partsRead(text)
  const sentences = parts.flatMap((part) => sentencesOf(text.slice(part.from, part.to)).map((s) => ({ from: s.from + part.from, to: s.to + part.from })))
  const tokens = parts.flatMap((part) => tokensOf(text.slice(part.from, part.to)).map((t) => ({ ...t, from: t.from + part.from, to: t.to + part.from })))
  const probabilities = mix(text, tokens, sentences, shares, adjusted)
  const sentiment = strongest(probabilities)
  const confidence = probabilities[sentiments.indexOf(sentiment)]!
  let at = 0
  return {
    language: language ?? guess!.language,
    sentiment,
    confidence,
    certain: confidence >= confident,
    probabilities: Object.fromEntries(sentiments.map((s, k) => [s, probabilities[k]!])) as Record<Sentiment, number>,
    sentences: sentences.map((sentence) => {
      const first = at
      while (at < tokens.length && tokens[at]!.from < sentence.to) at++
      const own = sentences.length === 1 ? probabilities : mix(text.slice(sentence.from, sentence.to), tokens.slice(first, at), [sentence], shares, adjusted)
      const of = strongest(own)
      return { ...sentence, sentiment: of, confidence: own[sentiments.indexOf(of)]! }
    }),
  }
}

const strongest = (probabilities: readonly number[]): Sentiment => sentiments[probabilities.indexOf(Math.max(...probabilities))]!

interface LanguageShare { language: Language, share: number }

const surely = 0.85
const barely = 0.12
// Of a text in another language: half stays unknown, since faces and marks are read alike in all of them.
const certainOfOther = 0.5

/** Which models read the text, and how much each counts; what is missing to 1 is unknown. */
function languageShares(known: LanguageOrOther, guessed: Record<LanguageOrOther, number> | null): LanguageShare[] {
  if (known !== 'other' && !guessed) return [{ language: known, share: 1 }]
  if (!guessed) return languages.map((language) => ({ language, share: certainOfOther / languages.length }))
  const sure = languages.find((language) => guessed[language] >= surely)
  if (sure) return [{ language: sure, share: 1 }]
  const likely = languages.filter((language) => guessed[language] >= barely)
  const possible: readonly Language[] = likely.length > 0 ? likely : languages
  const total = possible.reduce((sum, language) => sum + guessed[language], 0)
  const certain = 1 - guessed.other * (1 - certainOfOther)
  return possible.map((language) => ({ language, share: certain * (guessed[language] / total) }))
}

function mix(text: string, tokens: readonly Token[], sentences: readonly Stretch[], shares: readonly LanguageShare[], adjustment: ReadAdjustment | null): number[] {
  const mixed = [0, 0, 0]
  let rest = 1
  for (const { language, share } of shares) {
    const model = sentimentModel(language)
    const reading = readingOf(text, tokens, sentences, model)
    const scores = scoresOfReading(reading, model)
    if (adjustment) adjustScores(scores, reading, language, adjustment)
    sharesOf(scores, model.temperature).forEach((p, k) => { mixed[k]! += share * p })
    rest -= share
  }
  return mixed.map((p) => p + Math.max(0, rest) / 3)
}
