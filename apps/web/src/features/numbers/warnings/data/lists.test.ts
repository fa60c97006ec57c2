// Guards lists of warnings: what is urgent stands first, and nothing jumps when news arrives; and the line a warning is drawn as.
import { expect, test } from 'vitest'
import { byUrgency } from '../words/urgency.ts'
import { calm } from './calm.ts'
import { seriesQuery } from './series-query.ts'

const one = (id: string, kind: Parameters<typeof byUrgency>[0]['kind'], p: number | null = 0.001, beganAt = '2026-11-20T00:00:00Z') => ({ id, kind, p, beganAt })
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).join('')
const asTheyCome = () => 0

test('silence stands before harm, harm before opinions, and our own sums last', () => {
  expect(ids([one('e', 'sums-healed', null), one('d', 'no-feedback'), one('c', 'nps-falls'), one('b', 'complaints-rise'), one('a', 'silence')].toSorted(byUrgency))).toBe('abcde')
})

test('of equal rank the least probable by chance stands first, then the newest', () => {
  expect(ids([one('c', 'complaints-rise', 0.001), one('b', 'abandoned-rise', 0.0001), one('d', 'complaints-rise', null), one('a', 'complaints-rise', 0.0001, '2026-11-22T00:00:00Z')].toSorted(byUrgency))).toBe('abcd')
})

test('what chance does as well waits for what it does not', () => {
  expect(ids([one('b', 'complaints-rise', 0.25), one('a', 'nps-falls', 0.01)].toSorted(byUrgency))).toBe('ab')
})

test('the first list is put in order, and what comes later waits above', () => {
  const pages = [[one('b', 'complaints-rise'), one('a', 'silence')]]
  expect(ids(calm([], pages, byUrgency).shown)).toBe('ab')
  const later = calm(['a', 'b'], [[one('n', 'silence'), ...pages[0]!]], byUrgency)
  expect([ids(later.shown), ids(later.news)]).toEqual(['ab', 'n'])
})

test('what was seen again keeps its place, what left is gone, and further pages are no news', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => ({ id })) as [{ id: string }, { id: string }, { id: string }, { id: string }]
  const found = calm(['a', 'b', 'c'], [[c, a], [d]], asTheyCome)
  expect([ids(found.shown), ids(found.news)]).toEqual(['acd', ''])
  expect(ids(calm(['a'], [[b], []], asTheyCome).news)).toBe('b')
})

const rows = { metric: 'complaints', from: '2026-11-26', to: '2026-11-28', where: { combinator: 'and' as const, rules: [{ field: 'location', operator: 'in', value: ['l3'] }] } }
test.each([
  ['complaints-rise', '2026-11-25T23:00:00Z', '2026-11-27T10:00:00Z', { from: '2026-10-29', to: '2026-11-28', step: 'day' }],
  ['nps-falls', '2026-11-25T23:00:00Z', '2026-11-27T10:00:00Z', { from: '2026-09-03', to: '2026-11-28', step: 'week' }],
  ['silence', '2026-11-27T06:00:00Z', '2026-11-27T10:00:00Z', { from: '2026-11-25', to: '2026-11-28', step: 'hour' }],
  ['silence', '2026-11-20T06:00:00Z', '2026-11-27T10:00:00Z', { from: '2026-10-23', to: '2026-11-28', step: 'day' }],
  ['complaints-rise', '2026-06-01T06:00:00Z', '2026-11-27T10:00:00Z', { step: 'week', to: '2026-11-28' }],
] as const)('%s since %s is drawn with what was usual before it', (kind, beganAt, seenAt, wanted) => {
  expect(seriesQuery({ kind, beganAt, seenAt, rows }, 'Europe/Warsaw')).toMatchObject({ metric: 'complaints', where: rows.where, ...wanted })
})

test('what has no rows has no line', () => {
  expect(seriesQuery({ kind: 'sums-healed', beganAt: '2026-11-27T06:00:00Z', seenAt: '2026-11-27T06:00:00Z', rows: null }, 'Europe/Warsaw')).toBeNull()
})
