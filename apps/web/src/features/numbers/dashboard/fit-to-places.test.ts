import type { Tile } from '@kontuar/contracts'
import { expect, test } from 'vitest'
import { fitToPlaces } from './fit-to-places.ts'

const tile = (id: string, kind: Tile['kind'], more: Partial<Tile> = {}): Tile => ({ id, kind, metrics: ['csat'], width: 2, height: 2, ...more })
const shop = [tile('a', 'warnings'), tile('b', 'line', { height: 1 }), tile('c', 'network', { by: 'location' }), tile('d', 'heat'), tile('e', 'table', { by: 'location', width: 4 }), tile('f', 'table', { by: 'staff', width: 4 })]

test('where there are several locations everything stays', () => expect(fitToPlaces(shop, 2)).toBe(shop))
test('where there is one, comparisons of locations are gone and their neighbour takes the room', () => {
  expect(fitToPlaces(shop, 1).map(({ id, width }) => `${id}${width}`)).toEqual(['a2', 'b2', 'd4', 'f4'])
  expect(fitToPlaces(shop, 0)).toEqual(fitToPlaces(shop, 1))
})
test('a neighbour of another height stays as it is', () => expect(fitToPlaces([shop[2]!, shop[1]!], 1)).toEqual([shop[1]]))
