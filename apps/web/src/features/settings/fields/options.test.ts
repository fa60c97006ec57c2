// Guards the options editor: what people chose once is retired and never lost, order stays a tree.
import { expect, test } from 'vitest'
import { broughtBack, depthOf, inOrder, shifted, twice, without, type Option } from './options.ts'

const stored: Option[] = [{ id: 'h', name: 'Włosy' }, { id: 's', name: 'Skóra' }, { id: 'h1', name: 'Strzyżenie', parentId: 'h' }, { id: 'h2', name: 'Koloryzacja', parentId: 'h' }]
const ids = (options: readonly Option[]) => options.map(({ id, retired }) => (retired ? `(${id})` : id)).join(' ')

test('children follow their parents', () => expect(ids(inOrder(stored))).toBe('h h1 h2 s'))
test('an option moves among its siblings, with what stands below it', () => {
  expect(ids(shifted(inOrder(stored), 's', -1))).toBe('s h h1 h2')
  expect(ids(shifted(inOrder(stored), 'h1', 1))).toBe('h h2 h1 s')
  expect(ids(shifted(inOrder(stored), 'h', -1))).toBe('h h1 h2 s')
})
test('taken away, a stored option is retired with what stands below it, a fresh one is gone', () => {
  const options = [...inOrder(stored), { id: 'fresh', name: 'Nowa', parentId: 'h' }]
  expect(ids(without(options, 'h', stored))).toBe('(h) (h1) (h2) s')
  expect(ids(without(options, 'fresh', stored))).toBe('h h1 h2 s')
})
test('brought back, it brings what stands above it', () => {
  expect(ids(broughtBack(without(inOrder(stored), 'h', stored), 'h1'))).toBe('h h1 (h2) s')
})
test('depth counts levels and stays finite in a loop', () => {
  expect(depthOf(stored, stored[3]!)).toBe(1)
  expect(depthOf([{ id: 'a', name: 'A', parentId: 'b' }, { id: 'b', name: 'B', parentId: 'a' }], { id: 'a', name: 'A', parentId: 'b' })).toBe(6)
})
test.each([
  [[{ id: '1', name: 'Bon' }, { id: '2', name: ' bon ' }], 'bon'],
  [[{ id: '1', name: 'Bon' }, { id: '2', name: 'Bon', retired: true }], null],
  [[{ id: '1', name: 'Inne' }, { id: '2', name: 'Inne', parentId: '1' }], null],
] as [Option[], string | null][])('the same name twice in %j: %s', (options, name) => expect(twice(options)).toBe(name))
