// Guards that a text which was read is shown whole.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pieces } from './pieces.ts'

it('puts sentences and what stands between them in their places', () => {
  const text = 'Ładne. Ale drogie!\nOk'
  expect(pieces(text, [{ from: 0, to: 6, sentiment: 'positive', confidence: 0.9 }, { from: 7, to: 18, sentiment: 'negative', confidence: 0.8 }])).toEqual([
    { text: 'Ładne.', sentiment: 'positive', confidence: 0.9 }, { text: ' ', sentiment: null }, { text: 'Ale drogie!', sentiment: 'negative', confidence: 0.8 }, { text: '\nOk', sentiment: null },
  ])
})
it('leaves nothing out and shows nothing twice, whatever places it is told', () => {
  const place = fc.record({ from: fc.nat(30), to: fc.nat(30), sentiment: fc.constantFrom('negative' as const, 'positive' as const), confidence: fc.constant(0.5) }).filter(({ from, to }) => from < to)
  fc.assert(fc.property(fc.string({ maxLength: 25 }), fc.array(place, { maxLength: 6 }), (text, places) => {
    expect(pieces(text, places).map((piece) => piece.text).join('')).toBe(text)
  }))
})
