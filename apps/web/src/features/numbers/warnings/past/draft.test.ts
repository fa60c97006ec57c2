// Guards settings while they are tried, the months of a replay, and addresses of both pages that anybody may have typed.
import { expect, test } from 'vitest'
import { readPastSearch, readWarningsSearch } from '../search.ts'
import { budgets, sameSettings, stepOf, withKind } from './draft.ts'
import { monthsOf } from './months-of.ts'

const saved = { falseAlarmsPerMonth: 2, perLocation: true, kinds: { 'nps-falls': { on: true, threshold: 10 } } }

test('a kind that is not named is on without a threshold', () => {
  expect(sameSettings(saved, { ...saved, kinds: { ...saved.kinds, silence: { on: true } } })).toBe(true)
  expect(sameSettings(saved, { ...saved, kinds: withKind(saved, 'silence', { on: false }) })).toBe(false)
  expect(sameSettings(saved, { ...saved, kinds: withKind(saved, 'nps-falls', { threshold: null }) })).toBe(false)
  expect(sameSettings(saved, { ...saved, falseAlarmsPerMonth: 3 })).toBe(false)
})

test('switching off keeps the threshold for switching on again', () => {
  expect(withKind(saved, 'nps-falls', { on: false })).toEqual({ 'nps-falls': { on: false, threshold: 10 } })
})

test.each([[2, 2], [0.1, 0.25], [30, 30], [5, 6], [10, 12], [1.4, 1]])('a budget of %d stands at the step %d', (budget, step) => {
  expect(budgets[stepOf(budget)]).toBe(step)
})

const item = (at: string) => ({ kind: 'silence' as const, locationId: null, locationName: null, subjectName: null, metric: 'contacts-in', at, until: null, expected: 4, came: 0, p: 0.001 })
test('months are the organization’s, and those without a warning stand there too', () => {
  const months = monthsOf({ from: '2026-08-31T22:00:00Z', to: '2026-11-30T23:00:00Z', items: [item('2026-11-02T10:00:00Z'), item('2026-09-30T22:30:00Z')] }, 'Europe/Warsaw')
  expect(months.map(({ month, items }) => `${month} ${items.length}`)).toEqual(['2026-09 0', '2026-10 1', '2026-11 1'])
})
test('a year turns', () => {
  expect(monthsOf({ from: '2025-11-15T00:00:00Z', to: '2026-02-15T00:00:00Z', items: [] }, 'Europe/Warsaw').map(({ month }) => month)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
})

test.each([
  [{}, {}], [{ state: 'open' }, {}], [{ state: 'over', kind: 'silence', location: 'l1' }, { state: 'over', kind: 'silence', location: 'l1' }], [{ state: 'closed', kind: 'anomaly', location: 7 }, {}],
])('the address %j lists %j', (given, wanted) => {
  expect(readWarningsSearch(given)).toEqual(wanted)
})
test.each([[{ months: 12 }, { months: 12 }], [{ months: 7 }, {}], [{ months: '12' }, {}]])('the address %j looks back %j', (given, wanted) => {
  expect(readPastSearch(given)).toEqual(wanted)
})
