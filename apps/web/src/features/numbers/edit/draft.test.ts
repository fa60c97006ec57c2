// Guards the editing of a dashboard: nothing is lost, everything can be undone, tiles keep to their sizes.
import { expect, test } from 'vitest'
import type { MetricInfo, Tile } from '@kontuar/contracts'
import { act, addTile, begin, changeTile, freshId, kindsFor, lackOf, moveTile, redo, removeTile, resizeTile, tileFor, undo, usualCut, type Draft } from './draft.ts'

const tile = (id: string, more: Partial<Tile> = {}): Tile => ({ id, kind: 'number', metrics: ['csat'], width: 1, height: 1, ...more })
const draft: Draft = { name: 'Odprawa', sharedWith: null, definition: { period: 'last-7-days', compare: 'before', tiles: [tile('a'), tile('b'), tile('c')] } }
const ids = ({ definition }: Draft) => definition.tiles.map(({ id }) => id).join('')
const metric = (more: Partial<MetricInfo>): MetricInfo => ({ name: 'csat', label: 'Zadowolenie', unit: 'share', form: { form: 'share', of: ['x'] }, dimensions: ['channel', 'location'], steps: true, ...more }) as MetricInfo

test.each([['a', 2, 'bca'], ['c', 0, 'cab'], ['b', 99, 'acb'], ['b', -4, 'bac'], ['z', 0, 'abc']])('%s is moved to place %d', (id, to, order) => expect(ids(moveTile(draft, id, to))).toBe(order))

test('a tile that does not move is no act', () => {
  const history = begin(draft)
  expect(act(history, moveTile(draft, 'a', 0)).past).toHaveLength(0)
  expect(act(history, resizeTile(draft, 'a', { width: -1 })).past).toHaveLength(0)
})

test('sizes stay between one and four columns, one and three rows', () => {
  const wide = [1, 1, 1, 1].reduce((each) => resizeTile(each, 'a', { width: 1, height: 1 }), draft)
  expect(wide.definition.tiles[0]).toMatchObject({ width: 4, height: 3 })
})

test('every act can be taken back and done again, until another is done', () => {
  const one = act(begin(draft), removeTile(draft, 'b'))
  const two = act(one, changeTile(one.now, 'a', { title: 'Nowy' }))
  expect(ids(undo(undo(two)).now)).toBe('abc')
  expect(redo(redo(undo(undo(two)))).now).toEqual(two.now)
  expect(redo(act(undo(two), draft)).future).toHaveLength(0)
  expect(undo(begin(draft)).now).toBe(draft)
})

test('a new tile has an id of its own', () => {
  expect(freshId([tile('t1'), tile('t3'), tile('t4')])).toBe('t5')
  expect(freshId([tile('t2'), tile('x'), tile('t4'), tile('t5')])).toBe('t6')
  expect(ids(addTile(draft, tileFor('number', metric({}))))).toBe('abct4')
})

test('a count is not held against the network, a level has no heat, only values have a distribution', () => {
  expect(kindsFor(metric({ unit: 'count', form: { form: 'count', of: ['x'] } }))).toEqual(['number', 'line', 'bars', 'heat', 'table'])
  expect(kindsFor(metric({ unit: 'count', form: { form: 'level' } }))).toEqual(['number', 'line', 'bars', 'table'])
  expect(kindsFor(metric({ unit: 'seconds', form: { form: 'quantile', of: ['x'], p: 0.5 }, dimensions: [] }))).toEqual(['number', 'line', 'distribution', 'heat'])
  expect(kindsFor(metric({}))).toContain('network')
})

test('what is cut begins with the location where it has one', () => {
  expect(usualCut({ dimensions: ['channel', 'location'] })).toBe('location')
  expect(usualCut({ dimensions: ['language'] })).toBe('language')
})

test.each([[tile('a', { metrics: [] }), 'metrics'], [tile('a', { kind: 'funnel' }), 'metrics'], [tile('a', { kind: 'bars' }), 'by'], [tile('a', { kind: 'text', metrics: [], text: '  ' }), 'text'], [tile('a', { kind: 'warnings', metrics: [] }), null], [tile('a'), null]] as const)('tile %$ lacks %s', (given, lack) => expect(lackOf(given)).toBe(lack))
