/* Guards how words are taken apart and folded: everything else rests on it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldWord } from './fold.ts'
import { tokensOf } from './tokens.ts'

const textsOf = (text: string): string[] => tokensOf(text).map((token) => token.text)

test.each([
  ['Żółć ŁÓDŹ', ['zolc', 'lodz']],
  ['ещё Ёлка й', ['еще', 'елка', 'й']],
  ['и\u0306', ['й']],
  ["can't CAN’T cant", ['cant', 'cant', 'cant']],
  ['suuuper', ['super']],
  ['Wi-Fi - ok', ['wi', 'fi', '-', 'ok']],
  ['5/5 1/10 3/5 5 250 99,90', ['rating+', 'rating-', 'rating~', '5', '###', '####']],
  [':) :-( <3 ))) xD 😡 📦', ['face+2', 'face-2', 'face+3', 'face+2', 'face~', 'face-3', 'face~']],
  ['no... yes…', ['no', '…', 'yes', '…']],
  ['wtf?!! http://a.pl/x?y=1 jan@a.pl', ['wtf', '?!!', 'link', 'link']],
  ['f**k', ['f**k']],
])('%j is read as %j', (text, texts) => {
  expect(textsOf(text)).toEqual(texts)
})

test('a word with letters held down is also read with two of them', () => {
  expect(tokensOf('gooood')[0]).toMatchObject({ text: 'god', other: 'good', heldDown: true })
})

test('tokens lie in order at the place they were written, whatever the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    let before = 0
    for (const { from, to } of tokensOf(text)) {
      expect(from).toBeGreaterThanOrEqual(before)
      expect(to).toBeGreaterThan(from)
      before = to
    }
    expect(before).toBeLessThanOrEqual(text.length)
  }))
})

test('folding twice changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (word) => { expect(foldWord(foldWord(word))).toBe(foldWord(word)) }))
})

test.each(['a', '!', ':)', ')', '1/', "a'", '@', 'x@y.', '.', '😡', '\ud83d', '́'])('100,000 times %j is read in linear time', (unit) => {
  expect(tokensOf(unit.repeat(100_000)).length).toBeLessThanOrEqual(4000)
})
