/* Guards topics: learnt from sorted tickets, silent while there is too little, the same each time. */
import { expect, test } from 'vitest'
import { readCorpus } from '../train/corpus.ts'
import { learnTopics, topicLimits, topicOf, type TopicExample } from './topics.ts'

const said: Record<string, string[]> = {
  invoice: ['Proszę o fakturę za maj', 'faktura ma zły NIP', 'Brak faktury na mailu', 'poproszę korektę faktury', 'kiedy dostanę fakturę', 'invoice for April please', 'Wrong VAT number on the invoice', 'нужна счёт-фактура', 'faktura podwójna', 'duplikat faktury'],
  parcel: ['Gdzie jest moja paczka', 'paczka nie dotarła', 'kurier zgubił paczkę', 'Where is my parcel', 'parcel arrived crushed', 'посылка не пришла', 'где моя посылка', 'paczka uszkodzona', 'kurier nie zadzwonił', 'paczkomat zapełniony, gdzie paczka'],
  password: ['nie pamiętam hasła', 'reset hasła nie działa', 'jak zmienić hasło', 'forgot my password', 'password reset mail never came', 'не могу войти, забыл пароль', 'пароль не подходит', 'hasło wygasło', 'link do hasła nieważny', 'konto zablokowane po trzech hasłach'],
}
const examples: TopicExample[] = Object.entries(said).flatMap(([reasonId, texts]) => texts.map((text) => ({ text, reasonId })))
const model = learnTopics(examples)

test.each([
  ['invoice', 'czy mogę dostać fakturę na firmę?'],
  ['parcel', 'Moja paczka miała być wczoraj'],
  ['parcel', 'посылка потерялась'],
  ['password', 'I forgot the password again'],
])('%s: %s', (reasonId, text) => {
  const ranked = topicOf(text, model)
  expect(ranked[0]!.reasonId).toBe(reasonId)
  expect(ranked.map((topic) => topic.confidence)).toEqual(ranked.map((topic) => topic.confidence).toSorted((a, b) => b - a))
  expect(ranked.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1, 9)
})

test('of a text without a known word it says nothing', () => {
  expect(topicOf('zzz qqq', model)).toEqual([])
  expect(topicOf('', model)).toEqual([])
})

test('with too few examples, or one reason alone, it is silent', () => {
  const few = learnTopics(examples.slice(0, topicLimits.inAll - 1))
  expect(topicOf('faktura', few)).toEqual([])
  expect(topicOf('faktura', learnTopics(Array.from({ length: 50 }, (_, i) => ({ text: `faktura ${i}`, reasonId: 'invoice' }))))).toEqual([])
  const rare = learnTopics([...examples, { text: 'zwrot butów', reasonId: 'returns' }])
  expect(rare.reasonIds).not.toContain('returns')
})

test('the same examples give the same model, as plain JSON', () => {
  expect(learnTopics(examples)).toEqual(model)
  expect(topicOf('faktura', JSON.parse(JSON.stringify(model)) as typeof model)).toEqual(topicOf('faktura', model))
})

test('hostile texts are read like any other', () => {
  for (const text of ['\u0000', '\ud83d', '__proto__ constructor toString', 'a'.repeat(100_000), '😡'.repeat(1000)]) expect(topicOf(text, model).length).toBeLessThanOrEqual(3)
  expect(learnTopics([...examples, ...Array.from({ length: 10 }, () => ({ text: '__proto__ constructor', reasonId: '__proto__' }))]).reasonIds).toContain('__proto__')
})

test('with the industries of the corpus as reasons it finds many, and what it is sure of is mostly right', () => {
  const corpus = readCorpus('pl').filter(({ text }) => text.split(' ').length >= 6)
  const [learnt, left] = [corpus.filter((_, i) => i % 4 !== 0), corpus.filter((_, i) => i % 4 === 0)]
  const industries = learnTopics(learnt.map(({ text, industry }) => ({ text, reasonId: industry })))
  const guesses = left.map(({ text, industry }) => ({ industry, topic: topicOf(text, industries)[0] }))
  const right = (list: typeof guesses) => list.filter(({ industry, topic }) => topic?.reasonId === industry).length / list.length
  const sure = guesses.filter(({ topic }) => topic && topic.confidence >= 0.5)
  // One of fifteen by chance.
  expect(right(guesses)).toBeGreaterThan(0.4)
  expect(right(sure)).toBeGreaterThan(0.65)
  expect(sure.length).toBeGreaterThan(left.length / 4)
  expect(JSON.stringify(industries).length).toBeLessThan(400_000)
})
