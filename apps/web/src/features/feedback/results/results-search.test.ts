// Guards that a number of results opens the rows it counted: the same filters, the same days.
import { expect, test } from 'vitest'
import { answerQuery } from '../answers/answer-search.ts'
import { readResultsSearch, resultsQuery, rowsBehind } from './results-search.ts'

const today = '2026-11-22'

test.each([
  ['the usual period', {}], ['all the time', { period: 'all' }], ['days of one’s own', { from: '2026-10-01', until: '2026-10-31' }], ['an open beginning', { until: '2026-10-31' }],
  ['a place and a road', { location: 'l1', road: 'email', period: '90d' }], ['those of none', { team: 'none' }],
])('with %s the rows are asked for as the numbers were', (_, given) => {
  const search = readResultsSearch(given)
  expect(answerQuery(rowsBehind(search), today)).toEqual(resultsQuery(search, today))
})

test('a cell of the breakdown narrows what the screen already narrows, and replaces its own dimension', () => {
  const search = readResultsSearch({ location: 'l1', by: 'staff', order: '-figure', period: '7d' })
  expect(rowsBehind(search, { staff: 's3' })).toEqual({ location: 'l1', staff: 's3', period: '7d' })
  expect(rowsBehind(search, { location: 'l2' })).toMatchObject({ location: 'l2' })
})

test('a point of the trend opens its own days', () => {
  expect(rowsBehind(readResultsSearch({ period: '90d' }), { from: '2026-11-16', until: '2026-11-22' })).toEqual({ from: '2026-11-16', until: '2026-11-22' })
})

test.each([[{ by: 'customer', step: 'hour', order: 'age' }], [{ by: 3, step: null }]])('%j is left out', (given) => expect(readResultsSearch(given)).toEqual({}))
