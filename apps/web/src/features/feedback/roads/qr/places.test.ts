// Guards the codes for many tables at once: each place once, none without a name, no more than can be made.
import { expect, test } from 'vitest'
import { placeFault, placesOf, type PlaceWish } from './places.ts'

const wish: PlaceWish = { mode: 'numbered', place: '', word: 'Stolik', from: 1, to: 3, lines: '' }

test('tables 1 to 3', () => expect(placesOf(wish)).toEqual(['Stolik 1', 'Stolik 2', 'Stolik 3']))
test('numbers alone', () => expect(placesOf({ ...wish, word: '  ' })).toEqual(['1', '2', '3']))
test('a list, one a line, with what was typed around it left out', () => expect(placesOf({ ...wish, mode: 'listed', lines: ' Okno \r\n\nTaras\n' })).toEqual(['Okno', 'Taras']))
test('one, perhaps without a name', () => expect(placesOf({ ...wish, mode: 'one', place: ' ' })).toEqual(['']))

test.each<[Partial<PlaceWish>, string | null]>([
  [{}, null], [{ to: 200 }, null], [{ to: 201 }, 'many'], [{ to: 1e9 }, 'many'], [{ to: 0 }, 'none'], [{ from: '' }, 'none'], [{ from: 1.5 }, 'none'],
  [{ mode: 'listed', lines: 'Bar\nBar' }, 'twice'], [{ mode: 'listed', lines: '\n' }, 'none'], [{ mode: 'listed', lines: 'x'.repeat(101) }, 'long'], [{ mode: 'one' }, null],
])('%j', (given, fault) => expect(placeFault({ ...wish, ...given })).toBe(fault))
