/* Guards ways of speaking that single words mislead about: denial, the point after "but", greetings, harm told soberly. */
import { expect, test } from 'vitest'
import { languages } from '../src/language.ts'
import { readSentiment, type SentimentReading } from '../src/read-sentiment.ts'
import { doubles } from '../train/check-corpus.ts'
import { readCorpus } from '../train/corpus.ts'
import { complaintsAfterPraise, denied, harm, praiseAfterDrawback, sober } from './manners.ts'

const misread = (texts: readonly string[], language: SentimentReading['language'], wrong: (reading: SentimentReading) => boolean): string[] =>
  texts.filter((text) => wrong(readSentiment(text, { language })))

test.each(languages)('%s: what is denied of somebody is not praise', (language) => {
  expect(misread(denied[language], language, ({ sentiment }) => sentiment === 'positive')).toEqual([])
})

test.each(languages)('%s: a complaint after praise is not surely praise', (language) => {
  expect(misread(complaintsAfterPraise[language], language, ({ sentiment, certain }) => sentiment === 'positive' && certain)).toEqual([])
})

test.each(languages)('%s: praise after a drawback is not surely a complaint', (language) => {
  expect(misread(praiseAfterDrawback[language], language, ({ sentiment, certain }) => sentiment === 'negative' && certain)).toEqual([])
})

test.each(languages)('%s: greetings, thanks for news and business are not surely a feeling', (language) => {
  expect(misread(sober[language], language, ({ sentiment, certain }) => sentiment !== 'neutral' && certain)).toEqual([])
})

test.each(languages)('%s: harm that cannot wait is negative, also without a hard word', (language) => {
  expect(misread(harm[language], language, ({ sentiment }) => sentiment !== 'negative')).toEqual([])
})

test.each(languages)('none of these stands in the corpus of %s', (language) => {
  const texts = [denied, complaintsAfterPraise, praiseAfterDrawback, sober, harm].flatMap((of) => of[language]).map((text) => ({ text, label: 0, industry: 'manners', language }))
  expect(doubles([...readCorpus(language), ...texts]).filter(([a, b]) => a.industry !== b.industry).map(([, b]) => b.text)).toEqual([])
})
