// Guards the addresses of reports: a link shows a colleague the same, and what somebody mistyped does no harm.
import { expect, test } from 'vitest'
import { readLedgerSearch, readReportSearch } from './report-search.ts'

test('an address keeps whose figures, of which days, and the open rows', () => {
  const rows = { metric: 'nps', from: '2026-11-01', to: '2026-12-01' }
  expect(readReportSearch({ for: 'l1', period: 'last-month', rows })).toEqual({ for: 'l1', period: 'last-month', rows })
})

test.each([[{ for: '', period: 'today', rows: 'nps' }], [{ for: 7, period: null, rows: null }], [{}]])('nonsense is left out: %j', (given) => expect(readReportSearch(given)).toEqual({}))

test('the ledger is narrowed to a report and a state that exists', () => {
  expect(readLedgerSearch({ reportId: 'r1', state: 'failed' })).toEqual({ reportId: 'r1', state: 'failed' })
  expect(readLedgerSearch({ reportId: '', state: 'lost' })).toEqual({})
})
