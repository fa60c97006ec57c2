// Guards the address of numbers: what anybody typed is read or left out, a period is the right days, filters act on everything at once.
import { describe, expect, test } from 'vitest'
import type { Tile } from '@kontuar/contracts'
import { readFrameSearch, readNumbersSearch } from './numbers-search.ts'
import { daysOf, stepOf, stepWithin } from './period-days.ts'
import { distinct, tileQueries } from './tile-queries.ts'
import { joined, readChosen, writeChosen } from './where.ts'

const rule = (field: string, operator: string, value?: unknown) => ({ field, operator, ...(value !== undefined && { value }) })

describe('the address', () => {
  test.each([
    [{ period: 'last-7-days', compare: 'year', wall: true, tile: 't1' }, { period: 'last-7-days', compare: 'year', wall: true, tile: 't1' }],
    [{ period: 'for ever', compare: 'me', wall: 'yes', tile: '', where: 'all' }, {}],
    [{ from: '2026-11-09', until: '2026-11-01', period: 'today' }, { from: '2026-11-01', until: '2026-11-09' }],
    [{ from: '2026-11-09' }, { from: '2026-11-09', until: '2026-11-09' }],
    [{ from: '2026-13-40', until: 'x' }, {}],
    [{ tile: 7 }, { tile: '7' }],
    [{ where: { combinator: 'xor', rules: [1] } }, {}],
    [{ where: { combinator: 'and', rules: [] } }, {}],
  ])('%j is read as %j', (given, read) => expect(readNumbersSearch(given)).toEqual(read))

  test('rows are opened by a whole question, or not at all', () => {
    const rows = { metric: 'csat', from: '2026-11-01', to: '2026-12-01', counted: false, name: 'Długa' }
    expect(readFrameSearch({ rows })).toEqual({ rows })
    for (const broken of [{ ...rows, metric: '' }, { ...rows, from: 'yesterday' }, { ...rows, to: undefined }, 'csat', null]) expect(readFrameSearch({ rows: broken })).toEqual({})
  })
})

describe('a period', () => {
  test('days of one’s own include the last one, over the night when clocks change as well', () => {
    expect(daysOf({ from: '2026-03-28', until: '2026-03-29' }, 'today', '2026-04-02')).toEqual({ from: '2026-03-28', to: '2026-03-30' })
    expect(daysOf({ from: '2026-10-25', until: '2026-10-25' }, 'today', '2026-11-02')).toEqual({ from: '2026-10-25', to: '2026-10-26' })
  })
  test('without words in the address it is the dashboard’s own', () => {
    expect(daysOf({}, 'last-7-days', '2026-01-03')).toEqual({ from: '2025-12-28', to: '2026-01-04' })
    expect(daysOf({ period: 'yesterday' }, 'last-7-days', '2026-03-01')).toEqual({ from: '2026-02-28', to: '2026-03-01' })
  })
  test.each([['2026-11-01', '2026-11-02', 'hour'], ['2026-11-01', '2026-12-01', 'day'], ['2026-01-01', '2026-12-01', 'week'], ['2024-01-01', '2026-12-01', 'month']] as const)('from %s to %s it is read by the %s', (from, to, step) => expect(stepOf({ from, to })).toBe(step))
  test('a step that would draw thousands of points, or none, gives way', () => {
    expect(stepWithin('hour', { from: '2026-01-01', to: '2026-12-01' })).toBe('week')
    expect(stepWithin('month', { from: '2026-11-01', to: '2026-11-08' })).toBe('day')
    expect(stepWithin('week', { from: '2026-09-01', to: '2026-11-08' })).toBe('week')
  })
})

describe('filters', () => {
  test('nested "and" are one list, "or" stays whole', () => {
    const either = { combinator: 'or', rules: [rule('queue', '=', 'q1'), rule('queue', '=', 'q2')] }
    expect(joined({ combinator: 'and', rules: [rule('channel', '=', 'chat'), { combinator: 'and', rules: [rule('team', '=', 'w1')] }] }, either, null)).toEqual({ combinator: 'and', rules: [rule('channel', '=', 'chat'), rule('team', '=', 'w1'), either] })
    expect(joined(null, undefined, { combinator: 'and', rules: [] })).toBeNull()
  })
  test('a negated group is not opened', () => {
    const not = { combinator: 'and', not: true, rules: [rule('queue', '=', 'q1')] }
    expect(joined(not)).toEqual({ combinator: 'and', rules: [not] })
  })
  const fields = new Set(['channel', 'reason', 'newcomer', 'queue'])
  const shapeOf = (field: string) => (field === 'reason' ? 'tree' as const : field === 'newcomer' ? 'truth' as const : 'choice' as const)
  test('what the bar can show it shows, the rest is kept', () => {
    const strange = rule('hour', '>=', 18)
    const where = { combinator: 'and', rules: [rule('channel', 'in', ['chat', 'email']), rule('reason', 'within', ['r1']), rule('newcomer', '=', true), strange] }
    const { chosen, rest } = readChosen(where, fields)
    expect(chosen).toEqual([{ field: 'channel', values: ['chat', 'email'] }, { field: 'reason', values: ['r1'] }, { field: 'newcomer', values: ['true'] }])
    expect(rest).toEqual({ combinator: 'and', rules: [strange] })
    expect(writeChosen(chosen, shapeOf, rest)).toEqual(where)
  })
  test('none of it can be chosen beside others', () => {
    expect(writeChosen([{ field: 'queue', values: ['q1', '@none'] }], shapeOf, null)).toEqual({ combinator: 'and', rules: [{ combinator: 'or', rules: [rule('queue', 'in', ['q1']), rule('queue', 'null')] }] })
    expect(readChosen({ combinator: 'and', rules: [rule('queue', 'null')] }, fields).chosen).toEqual([{ field: 'queue', values: ['@none'] }])
  })
  test('both of yes and no ask nothing', () => expect(writeChosen([{ field: 'newcomer', values: ['true', 'false'] }], shapeOf, null)).toBeNull())
})

describe('tiles', () => {
  const tile = (more: Partial<Tile>): Tile => ({ id: 't1', kind: 'number', metrics: ['csat'], width: 1, height: 1, ...more })
  const view = { days: { from: '2026-11-01', to: '2026-12-01' }, compare: 'before' as const, where: { combinator: 'and', rules: [rule('location', '=', 'l1')] } }
  test('the filter of the screen and that of the tile both hold', () => {
    expect(tileQueries(tile({ where: { combinator: 'and', rules: [rule('channel', '=', 'chat')] } }), view)).toEqual([{ metric: 'csat', from: '2026-11-01', to: '2026-12-01', step: 'day', compare: 'before', where: { combinator: 'and', rules: [rule('location', '=', 'l1'), rule('channel', '=', 'chat')] } }])
  })
  test('texts and warnings ask nothing, tiles that ask the same ask once', () => {
    expect(tileQueries(tile({ kind: 'text', metrics: [] }), view)).toEqual([])
    expect(distinct([...tileQueries(tile({}), view), ...tileQueries(tile({ id: 't2' }), view), ...tileQueries(tile({ kind: 'heat' }), view)])).toHaveLength(2)
  })
})
