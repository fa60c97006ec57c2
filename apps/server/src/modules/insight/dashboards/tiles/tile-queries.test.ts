// Guards what a tile asks: its own filter and the dashboard's together, and nothing for what shows no figures.
import { expect, test } from 'vitest'
import { readyMade } from '../ready-made.ts'
import { joinConditions, tileQueries } from './tile-queries.ts'

const channel = { combinator: 'and', rules: [{ field: 'channel', operator: '=', value: 'email' }] }
const place = { combinator: 'or', rules: [{ field: 'location', operator: '=', value: 'x' }] }
const period = { from: '2026-01-01', to: '2026-02-01' }

test('both filters hold', () => {
  expect(tileQueries({ id: 'a', kind: 'line', metrics: ['nps'], step: 'week', where: channel, width: 1, height: 1 }, { period, compare: 'before', where: place }))
    .toEqual([{ metric: 'nps', ...period, step: 'week', where: { combinator: 'and', rules: [place, channel] } }])
  expect(joinConditions(null, null)).toBeNull()
})

test('a number is compared and drawn, a heat map asks for its hours', () => {
  const of = (kind: 'number' | 'heat') => tileQueries({ id: 'a', kind, metrics: ['csat'], width: 1, height: 1 }, { period, compare: 'year', where: null })
  expect(of('number')).toEqual([{ metric: 'csat', ...period, compare: 'year', step: 'day' }])
  expect(of('heat')).toEqual([{ metric: 'csat', ...period, also: 'heat' }])
})

test('every ready-made tile that shows figures asks for them, and none holds more than nine tiles', () => {
  for (const [name, { definition }] of Object.entries(readyMade)) {
    expect(definition.tiles.length, name).toBeLessThanOrEqual(9)
    for (const tile of definition.tiles) expect(tileQueries(tile, { period, compare: 'before', where: null }).length, `${name} ${tile.id}`).toBe(tile.kind === 'warnings' || tile.kind === 'text' ? 0 : tile.metrics.length)
  }
})
