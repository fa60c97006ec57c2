/* Guards where sentences end: a warning opens "the very sentence", so an end that is invented points at half a thought. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentencesOf } from './sentences.ts'

const cut = (text: string): string[] => sentencesOf(text).map(({ from, to }) => text.slice(from, to))

test.each([
  ['Kurier nie przyjechał. Czekam trzeci dzień!', ['Kurier nie przyjechał.', 'Czekam trzeci dzień!']],
  ['Всё понравилось))) Спасибо!!', ['Всё понравилось)))', 'Спасибо!!']],
  ['Great service :) will be back', ['Great service :) will be back']],
  ['Great service. :) Will be back', ['Great service. :)', 'Will be back']],
  ['Super! 👍 Polecam.', ['Super! 👍', 'Polecam.']],
  ['Zapłaciłem 12.50 zł za ul. Długą 4, np. wczoraj.', ['Zapłaciłem 12.50 zł za ul. Długą 4, np. wczoraj.']],
  ['Kosztowało 30 zł. Nie polecam', ['Kosztowało 30 zł.', 'Nie polecam']],
  ['Живу на ул. Ленина, д. 5. Интернета нет.', ['Живу на ул. Ленина, д. 5.', 'Интернета нет.']],
  ['и т.д. и т.п. надоело', ['и т.д. и т.п. надоело']],
  ['Mr. Smith was rude. I left', ['Mr. Smith was rude.', 'I left']],
  ['first line\nsecond line\n\n\nthird', ['first line', 'second line', 'third']],
  ['What?! No... really', ['What?!', 'No...', 'really']],
  ['He said "never again!" and left', ['He said "never again!"', 'and left']],
  ['see www.example.com/a.html now', ['see www.example.com/a.html now']],
  ['', []],
  ['   \n ', []],
  ['👍👍', ['👍👍']],
  ['Dzięki\n:)', ['Dzięki\n:)']],
])('%j is cut into %j', (text, sentences) => {
  expect(cut(text)).toEqual(sentences)
})

test('sentences lie in order, do not overlap, begin and end with no space, and hold every letter', () => {
  const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('. ', '! ', '?)) ', '\n', ' ul. ', ':)', '👍', '\ud83d', '\u0000', ' '))
  fc.assert(fc.property(fc.array(piece).map((parts) => parts.join('')), (text) => {
    const sentences = sentencesOf(text)
    let before = 0
    let outside = ''
    for (const { from, to } of sentences) {
      expect(from).toBeGreaterThanOrEqual(before)
      expect(to).toBeGreaterThan(from)
      expect(text.slice(from, to)).toBe(text.slice(from, to).trim())
      outside += text.slice(before, from)
      before = to
    }
    expect((outside + text.slice(before)).trim()).toBe('')
  }))
})

test.each(['!', ')', '!)', '. ', '?\n', ':) ', '👍', 'a.', '\u0000'])('100,000 times %j is cut in linear time', (unit) => {
  // A quadratic cut would take minutes here and run into the test's limit.
  sentencesOf(unit.repeat(100_000) + 'x')
})
