/*
 * npm run train: reads corpus, words and ideas, judges by industries that are left out, and writes weights/*.bin and MODEL-CARD.md. The same
 * files give the same bytes. About ten minutes on one core.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages, sentiments, type Language } from '../src/language.ts'
import { confident, readSentiment, type SentimentOptions } from '../src/read-sentiment.ts'
import { weightPlace } from '../src/weights.ts'
import { checkCorpus } from './check-corpus.ts'
import { ideaFile, otherLanguages, readCorpus, readHeldOut, wordFile } from './corpus.ts'
import { featuredOf, listsOf } from './dataset.ts'
import { bareLexicon, cooled, leaveIndustriesOut, leaveQuartersOut, majority, temperatureFor } from './evaluate.ts'
import { judge, type Judged } from './judge.ts'
import { languagesMadeOf, sentimentMadeOf } from './made-of.ts'
import { measureSpeed } from './measure-speed.ts'
import { modelCard, type LanguageFigures } from './model-card.ts'
import { settings } from './settings.ts'
import { fit, sentimentFile } from './train-sentiment.ts'
import { judgeLanguages, textsOfLanguages, trainLanguages } from './train-languages.ts'

const say = (text: string): void => console.log(text)
const place = join(import.meta.dirname, '..')
mkdirSync(join(place, 'weights'), { recursive: true })

const faults = languages.flatMap((language) => checkCorpus(readCorpus(language)).map((fault) => `${language}: ${fault}`))
for (const fault of faults) say(`The corpus: ${fault}`)

const languageTexts = textsOfLanguages()
const languageFile = trainLanguages(languageTexts, languagesMadeOf())
writeFileSync(weightPlace('languages'), languageFile)
say(`languages: ${Math.round(languageFile.length / 1024)} KB`)

// All weights are written before any is read: a text whose language is open is read by several models, and each is kept once it was read, so
// the held-out set of the next language would be judged by weights of the last training.
const trained = languages.map(trainLanguage)
const figures = trained.map((of): LanguageFigures => ({ ...of, ...judgeHeldOut(of.language) }))
const other = otherLanguages()
writeFileSync(join(place, 'MODEL-CARD.md'), modelCard({
  languages: figures,
  languageFile: { madeOf: languagesMadeOf(), bytes: languageFile.length, otherSentences: other.length, otherLanguages: new Set(other.map(({ code }) => code)).size },
  languageFigures: judgeLanguages(languageTexts),
  speed: measureSpeed(),
  confident,
}))
say('MODEL-CARD.md is written.')

type HeldOutFigures = Pick<LanguageFigures, 'heldOut' | 'heldOutGuessed' | 'heldOutMajority' | 'heldOutLexicon'>

function judgeHeldOut(language: Language): HeldOutFigures {
  const texts = readHeldOut(language)
  const readAs = (options: SentimentOptions): Judged[] => texts.map(({ text, label }) => { const { probabilities } = readSentiment(text, options); return { label, probabilities: sentiments.map((s) => probabilities[s]) } })
  const heldOut = readAs({ language })
  say(`${language}: macro-F1 ${judge(heldOut).macroF1.toFixed(4)} on the held-out set`)
  return { heldOut, heldOutGuessed: readAs({}), heldOutMajority: majority(texts), heldOutLexicon: bareLexicon(texts, listsOf(language)) }
}

function trainLanguage(language: Language): Omit<LanguageFigures, keyof HeldOutFigures> {
  const corpus = readCorpus(language)
  const lists = listsOf(language)
  const texts = corpus.map((text) => featuredOf(text, lists))
  const raw = leaveIndustriesOut(texts, lists, settings)
  const temperature = temperatureFor(raw)
  const leftOut = raw.map((reading) => ({ ...reading, probabilities: cooled(reading.probabilities, temperature) }))
  say(`${language}: macro-F1 ${judge(leftOut).macroF1.toFixed(4)} with industries left out, temperature ${temperature}`)
  const madeOf = sentimentMadeOf(language)
  const bytes = sentimentFile(fit(texts, lists, settings), settings, { language, madeOf, temperature })
  writeFileSync(weightPlace(language), bytes)
  say(`${language}: ${Math.round(bytes.length / 1024)} KB`)
  const count = (label: number): number => corpus.filter((text) => text.label === label).length
  return {
    language,
    madeOf,
    texts: { negative: count(0), neutral: count(1), positive: count(2) },
    industries: new Set(corpus.map(({ industry }) => industry)).size,
    polarityWords: wordFile(language).split('\n').filter((line) => /^[^#\t]+\t/.test(line)).length,
    ideas: ideaFile(language).split(/[,\n]/).filter((entry) => entry.trim() !== '').length,
    temperature,
    fileBytes: bytes.length,
    leftOutIndustries: leftOut,
    uncalibrated: raw,
    leftOutQuarters: leaveQuartersOut(texts, lists, settings),
    byIndustry: [...new Set(leftOut.map(({ industry }) => industry))].map((industry) => ({ industry, readings: leftOut.filter((r) => r.industry === industry) })),
    baselines: { majority: majority(corpus), lexicon: bareLexicon(corpus, lists) },
  }
}
