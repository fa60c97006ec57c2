// Guards the order that a person makes by dragging or with the arrow keys: nothing is lost, nothing doubled.
import { expect, test } from 'vitest'
import { moved, placeAt } from './moved.ts'

test.each([
  [0, 2, 'bca'], [2, 0, 'cab'], [1, 1, 'abc'], [0, -1, 'abc'], [2, 9, 'abc'], [0, 9, 'bca'], [7, 0, 'abc'],
])('from place %d to place %d', (from, to, order) => {
  expect(moved([...'abc'], from, to).join('')).toBe(order)
})

test.each([[0, 0], [15, 1], [25, 2], [99, 3]])('let go at %d px it comes to place %d', (y, place) => {
  expect(placeAt(y, [10, 20, 30])).toBe(place)
})
