/* Guards that weights and model card are those of the corpus as it stands, and that training gives the same bytes each time. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { languages, sentiments } from '../src/language.ts'
import { readSentiment } from '../src/read-sentiment.ts'
import { modelOfLanguages, sentimentModel } from '../src/weights.ts'
import { readCorpus, readHeldOut } from '../train/corpus.ts'
import { featuredOf, listsOf } from '../train/dataset.ts'
import { bareLexicon, majority } from '../train/evaluate.ts'
import { judge } from '../train/judge.ts'
import { languagesMadeOf, sentimentMadeOf } from '../train/made-of.ts'
import { settings } from '../train/settings.ts'
import { fit, sentimentFile } from '../train/train-sentiment.ts'

const card = readFileSync(join(import.meta.dirname, '../MODEL-CARD.md'), 'utf8')

const names = { pl: 'Polish', ru: 'Russian', en: 'English' }

test.each(languages)('the weights and the card of %s were made of the corpus, words, ideas and settings that stand here (else: npm run train)', (language) => {
  const madeOf = sentimentMadeOf(language)
  expect(sentimentModel(language).madeOf).toBe(madeOf)
  expect(card).toContain(madeOf)
})

test('the weights that tell languages apart were made of the sentences that stand here (else: npm run train)', () => {
  expect(modelOfLanguages().madeOf).toBe(languagesMadeOf())
  expect(card).toContain(languagesMadeOf())
})

test.each(languages)('training on a part of the corpus of %s gives the same bytes twice', (language) => {
  const lists = listsOf(language)
  const train = (): Uint8Array => {
    const texts = readCorpus(language).filter((_, i) => i % 20 === 0).map((text) => featuredOf(text, lists))
    return sentimentFile(fit(texts, lists, { ...settings, steps: 15 }), settings, { language, madeOf: 'part', temperature: 1 })
  }
  expect(Buffer.from(train()).equals(train())).toBe(true)
})

test.each(languages)('%s: the held-out set is read far better than by the polarity words alone', (language) => {
  const heldOut = readHeldOut(language)
  const read = judge(heldOut.map(({ text, label }) => ({ label, probabilities: sentiments.map((s) => readSentiment(text, { language }).probabilities[s]) })))
  expect(read.macroF1).toBeGreaterThan(0.8)
  // The card once told what the weights of the training before had reached.
  expect(card).toContain(`| ${names[language]} | **held-out set** | 150 | ${read.macroF1.toFixed(3)} |`)
  expect(read.macroF1).toBeGreaterThan(judge(bareLexicon(heldOut, listsOf(language))).macroF1 + 0.1)
  expect(read.macroF1).toBeGreaterThan(judge(majority(heldOut)).macroF1 + 0.4)
  expect(read.calibrationError).toBeLessThan(0.12)
})
