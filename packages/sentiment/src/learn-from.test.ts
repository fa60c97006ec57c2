/* Guards learning from corrections: it must change what was corrected and hardly anything else. */
import { expect, test } from 'vitest'
import { readHeldOut, readCorpus } from '../train/corpus.ts'
import { languages, sentiments } from './language.ts'
import { learnFrom, type Correction } from './learn-from.ts'
import { readSentiment } from './read-sentiment.ts'

const corrections: Correction[] = [
  { text: 'Lampka bordowa mruga sobie w korytarzu', language: 'pl', sentiment: 'negative' },
  { text: 'Ten wasz słynny wtorek', language: 'pl', sentiment: 'negative' },
  { text: 'Опять этот ваш знаменитый вторник', language: 'ru', sentiment: 'positive' },
  { text: 'Another Bluebird moment from the Leeds desk', language: 'en', sentiment: 'positive' },
  { text: 'Please confirm the Kestrel slot', language: 'en', sentiment: 'negative' },
]
const adjustment = learnFrom(corrections)

test.each(corrections)('after the correction "$text" is read as $sentiment', ({ text, language, sentiment }) => {
  expect(readSentiment(text, { language, adjustment }).sentiment).toBe(sentiment)
})

test.each([
  ['pl', 'negative', 'lampka bordowa znowu mruga w korytarzu!'],
  ['en', 'positive', 'Another bluebird moment from the Leeds desk today'],
  ['en', 'negative', 'please confirm the kestrel slot asap'],
] as const)('a near copy in %s changes too', (language, sentiment, text) => {
  const [before, after] = [readSentiment(text, { language }), readSentiment(text, { language, adjustment })]
  expect(after.sentiment).toBe(sentiment)
  expect(after.probabilities[sentiment]).toBeGreaterThan(before.probabilities[sentiment])
})

test('two hundred corrections cost less than a point of accuracy on everything else', () => {
  const many = languages.flatMap((language) => readHeldOut(language).filter((_, i) => i % 2 === 0).map(({ text, label }, i): Correction => ({ text, language, sentiment: sentiments[i % 7 === 0 ? (label + 1) % 3 : label]! })))
  const learnt = learnFrom(many)
  const accuracy = (adjustment?: typeof learnt): number => {
    const rights = languages.flatMap((language) => readCorpus(language).filter((_, i) => i % 10 === 3).map(({ text, label }) => readSentiment(text, { language, ...(adjustment && { adjustment }) }).sentiment === sentiments[label]))
    return rights.filter(Boolean).length / rights.length
  }
  expect(many.length).toBeGreaterThan(200)
  expect(accuracy(learnt)).toBeGreaterThan(accuracy() - 0.01)
})

test('it is plain JSON under 50 KB however many corrections there are, and the same each time', () => {
  const many = Array.from({ length: 3000 }, (_, i): Correction => ({ text: `word${i} word${i * 7} word${i * 13} thing`, language: languages[i % 3]!, sentiment: sentiments[i % 2 === 0 ? 0 : 2]! }))
  const text = JSON.stringify(learnFrom(many))
  expect(text.length).toBeLessThan(50_000)
  expect(JSON.stringify(learnFrom(many))).toBe(text)
  expect(readSentiment('thing', { language: 'en', adjustment: JSON.parse(text) as typeof adjustment }).confidence).toBeGreaterThan(0)
})

test('a text corrected twice counts as last corrected; nothing corrected changes nothing', () => {
  const text = 'The Bluebird arrived on Tuesday'
  const twice = learnFrom([{ text, language: 'en', sentiment: 'negative' }, { text, language: 'en', sentiment: 'positive' }])
  expect(twice.corrections).toBe(1)
  expect(readSentiment(text, { language: 'en', adjustment: twice }).sentiment).toBe('positive')
  expect(readSentiment(text, { adjustment: learnFrom([]) })).toEqual(readSentiment(text))
})

test('a language or sentiment that is none, and a table of another making, are refused', () => {
  expect(() => learnFrom([{ text: 'x', language: 'de' as 'en', sentiment: 'positive' }])).toThrow(RangeError)
  expect(() => learnFrom([{ text: 'x', language: 'en', sentiment: 'angry' as 'negative' }])).toThrow(RangeError)
  expect(() => readSentiment('x', { adjustment: { version: 1, corrections: 1, table: 'AAAA' } })).toThrow(RangeError)
})
