// Guards what may become a quote, word for word, and that marking quotes never changes the comment.
import { expect, test } from 'vitest'
import { commentParts, stretchOf } from './quote-stretch.ts'

const comment = 'Wszystko świetnie,\ntylko trochę długo czekałam. (Naprawdę!)'

test.each([
  [' tylko trochę  długo ', 'tylko trochę długo'], ['świetnie,\n\ntylko', 'świetnie, tylko'], [comment, 'Wszystko świetnie, tylko trochę długo czekałam. (Naprawdę!)'],
  ['czegoś takiego nie było', null], ['   ', null], ['x'.repeat(1001), null],
])('of %j is kept %j', (selected, kept) => expect(stretchOf(comment, selected)).toBe(kept))

test('quotes are marked across line breaks, signs of patterns are only signs', () => {
  expect(commentParts(comment, ['świetnie, tylko', '(Naprawdę!)'])).toEqual([
    { text: 'Wszystko ', quoted: false }, { text: 'świetnie,\ntylko', quoted: true }, { text: ' trochę długo czekałam. ', quoted: false }, { text: '(Naprawdę!)', quoted: true },
  ])
})

test.each([[[]], [['nowhere']], [['trochę długo', 'długo czekałam']], [['']]])('with the quotes %j the comment stays whole', (quotes) => {
  expect(commentParts(comment, quotes).map(({ text }) => text).join('')).toBe(comment)
})
