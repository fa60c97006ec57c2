/* Guards the reading as others use it: plain cases in three languages, sentences in their places, and that no text can throw or take long. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSentiment } from './read-sentiment.ts'

test.each([
  ['pl', 'negative', 'Kurier znowu nie przyjechał, trzeci dzień czekam w domu. Dramat.'],
  ['pl', 'negative', 'jedzenie dobre ale obsluga masakra, wiecej nie przyjdziemy'],
  ['pl', 'neutral', 'Proszę o przesłanie faktury na adres firmy.'],
  ['pl', 'positive', 'Szybko, miło i profesjonalnie, polecam z całego serca!'],
  ['pl', 'positive', 'nie mogę narzekać, wszystko działa jak trzeba'],
  ['ru', 'negative', 'Ужасное обслуживание, больше никогда сюда не приду'],
  ['ru', 'negative', 'сколько можно ждать?? уже неделя прошла'],
  ['ru', 'neutral', 'Подскажите, до скольки вы работаете в субботу?'],
  ['ru', 'positive', 'Спасибо большое мастеру Андрею, всё сделал быстро и аккуратно'],
  ['en', 'negative', 'Third time I am writing and still nobody has replied. Disgraceful.'],
  ['en', 'negative', 'the food was ok but the waiter was so rude, never again'],
  ['en', 'neutral', 'Could you please send me a copy of my invoice?'],
  ['en', 'positive', "Brilliant service, friendly staff, can't fault them"],
] as const)('%s, %s: %s', (language, sentiment, text) => {
  const guessed = readSentiment(text)
  expect(guessed).toMatchObject({ language, sentiment, certain: true })
  expect(readSentiment(text, { language }).sentiment).toBe(sentiment)
})

test('each sentence is read for itself, at its place', () => {
  const text = 'Pokój był piękny i czysty. Niestety obsługa była arogancka i niemiła! Proszę o przesłanie faktury.'
  const { sentences } = readSentiment(text)
  expect(sentences.map(({ from, to, sentiment }) => [text.slice(from, to), sentiment])).toEqual([
    ['Pokój był piękny i czysty.', 'positive'],
    ['Niestety obsługa była arogancka i niemiła!', 'negative'],
    ['Proszę o przesłanie faktury.', 'neutral'],
  ])
})

test('the probabilities add up to one and the confidence is the largest of them', () => {
  for (const text of ['', 'ok', 'super', '👍', '😡😡', 'дякую', 'Das ist schlecht', 'Polecam']) {
    const { probabilities, confidence, sentiment } = readSentiment(text)
    expect(Object.values(probabilities).reduce((sum, p) => sum + p)).toBeCloseTo(1, 9)
    expect(confidence).toBe(Math.max(...Object.values(probabilities)))
    expect(confidence).toBe(probabilities[sentiment])
  }
})

test('faces are understood without a word', () => {
  expect(readSentiment('👍👍👍').sentiment).toBe('positive')
  expect(readSentiment('😡').sentiment).toBe('negative')
})

test.each([['German', 'Das Paket kam heute an und der Karton war blau'], ['Georgian', 'გამარჯობა, სად არის ჩემი შეკვეთა'], ['Arabic', 'أين طلبي من فضلك']])('what is written in %s is read without certainty', (_, text) => {
  const reading = readSentiment(text)
  expect(reading.language).toBe('other')
  expect(reading.confidence).toBeLessThan(0.75)
})

test('of a long text the beginning and the end are read, and sentences keep their places', () => {
  const filling = 'Zamówienie numer 123 z dnia 5 maja. '.repeat(1000)
  const end = 'Jestem wściekły, oszukaliście mnie, nigdy więcej!'
  const text = filling + end
  const { sentences } = readSentiment(text)
  const last = sentences.at(-1)!
  expect(text.slice(last.from, last.to)).toBe(end)
  expect(last.sentiment).toBe('negative')
  expect(sentences[0]!.from).toBe(0)
  expect(sentences.length).toBeLessThan(250)
})

test('no text throws; sentences lie in it in order', () => {
  const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('nie ', 'не ', 'not ', 'dobrze', '\u0000', '\ud83d', '\udc4d', '😡', '\u202e', 'שלום', '!!!', ')))', '\n', '*', "'", '5/5', 'http://', '@', ' ale ', ' constructor ', ' __proto__ '))
  fc.assert(fc.property(fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')), (text) => {
    let before = 0
    for (const { from, to } of readSentiment(text).sentences) {
      expect(from).toBeGreaterThanOrEqual(before)
      expect(to).toBeLessThanOrEqual(text.length)
      before = to
    }
  }), { numRuns: 300 })
})

test.each(['a', 'nie ', '!', ')', '😡', '\ud83d', '\u0000', '. ', 'x@', '((', "'", '\u0301', 'ż', '*a'])('100 KB of %j are read', (unit) => {
  const reading = readSentiment(unit.repeat(Math.ceil(100_000 / unit.length)))
  expect(reading.confidence).toBeGreaterThan(0.3)
})
