// Guards the order in which a tree is offered, and that searching keeps the way to what was found.
import { expect, it, test } from 'vitest'
import { folded, searchTree, treeRows } from './tree.ts'

const nodes = [
  { id: 'a', parentId: null, name: 'Zamówienie' },
  { id: 'c', parentId: null, name: 'Zwrot' },
  { id: 'b', parentId: 'a', name: 'Opóźniona dostawa' },
  { id: 'd', parentId: 'a', name: 'Dawny powód', retired: true },
  { id: 'e', parentId: 'gone', name: 'Sierota' },
]

it('puts children below their parents and orphans at the root', () => {
  expect(treeRows(nodes).map(({ id, depth }) => [id, depth])).toEqual([['a', 0], ['b', 1], ['c', 0], ['e', 0]])
})
it('offers a retired value only while it is the present one', () => {
  expect(treeRows(nodes, 'd').map(({ id }) => id)).toContain('d')
})
it('stays finite when two nodes name each other as parents', () => {
  expect(treeRows([{ id: 'x', parentId: 'y', name: 'X' }, { id: 'y', parentId: 'x', name: 'Y' }])).toEqual([])
})
test.each([
  ['opozniona', ['a', 'b']],
  ['zamow dostawa', ['a', 'b']],
  ['zwrot', ['c']],
  ['nic takiego', []],
])('searching “%s” shows %o', (search, ids) => {
  expect(searchTree(treeRows(nodes), search).map(({ id }) => id)).toEqual(ids)
})
it('folds what Unicode does not decompose', () => {
  expect(folded('ŁÓDŹ łódź')).toBe('lodz lodz')
})
