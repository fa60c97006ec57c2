/* Guards the guess of the language: its own three, its neighbours, and honesty where a text is too short to tell. None of the sentences is in the training. */
import { expect, test } from 'vitest'
import { languageOf } from './language-of.ts'

test.each([
  ['pl', 'Czy mogę odebrać zamówienie jutro po południu?'],
  ['pl', 'bardzo dlugo czekalam na odpowiedz i nikt sie nie odezwal'],
  ['pl', 'Nie działa'],
  ['pl', 'gdzie faktura'],
  ['ru', 'Подскажите, можно ли забрать заказ завтра после обеда?'],
  ['ru', 'очень долго ждала ответа и никто не перезвонил'],
  ['ru', 'Не работает'],
  ['ru', 'спасибо большое'],
  ['en', 'Could I collect my order tomorrow afternoon?'],
  ['en', 'waited ages and nobody got back to me'],
  ['en', 'not working'],
  ['en', 'thank you so much'],
])('%s: %s', (language, text) => {
  const guess = languageOf(text)
  expect(guess.language).toBe(language)
  expect(guess.confidence).toBeGreaterThan(0.75)
})

test.each([
  ['Ukrainian', 'Я замовляла чашку, а прийшла тарілка, поверніть гроші'],
  ['Ukrainian', 'Чому ніхто не відповідає на мої листи?'],
  ['Belarusian', 'Я замаўляла кубак, а прыйшла талерка, вярніце грошы'],
  ['Czech', 'Objednala jsem si hrnek a přišel talíř, vraťte mi peníze'],
  ['Czech without diacritics', 'proc mi nikdo neodpovida na emaily a zbozi porad neprislo'],
  ['Slovak', 'Objednala som si hrnček a prišiel tanier, vráťte mi peniaze'],
  ['German', 'Ich habe eine Tasse bestellt und einen Teller bekommen, Geld zurück bitte'],
  ['French', "J'ai commandé une tasse et j'ai reçu une assiette, remboursez-moi"],
  ['Spanish', 'Pedí una taza y me llegó un plato, devuélvanme el dinero'],
  ['Italian', 'Ho ordinato una tazza ed è arrivato un piatto, ridatemi i soldi'],
  ['Lithuanian', 'Užsisakiau puodelį, o atėjo lėkštė, grąžinkite pinigus'],
  ['Bulgarian', 'Поръчах чаша, а дойде чиния, върнете ми парите'],
  ['Georgian', 'გამარჯობა, სად არის ჩემი შეკვეთა'],
  ['Chinese', '我的包裹在哪里'],
  ['Arabic', 'أين طلبي من فضلك'],
])('%s is none of the three', (_, text) => {
  expect(languageOf(text).language).toBe('other')
})

test.each(['super', 'ok', 'top', 'iPhone 15 Pro', 'test'])('"%s" is said in many languages, and no certainty is claimed', (text) => {
  expect(languageOf(text).confidence).toBeLessThan(0.9)
})

test.each(['', '👍👍', '12345', '!!!', '\u0000', 'https://example.com/jest/bardzo/dobrze'])('%j has no words: all languages are as likely', (text) => {
  const guess = languageOf(text)
  expect(guess.language).toBe('other')
  expect(guess.probabilities).toEqual({ pl: 0.25, ru: 0.25, en: 0.25, other: 0.25 })
})

test('the probabilities add up to one, and the confidence is the largest', () => {
  for (const text of ['dzień dobry', 'hello', 'здравствуйте', 'danke', '\ud83d broken']) {
    const { probabilities, confidence } = languageOf(text)
    expect(Object.values(probabilities).reduce((sum, p) => sum + p)).toBeCloseTo(1, 9)
    expect(Math.max(...Object.values(probabilities))).toBe(confidence)
  }
})
