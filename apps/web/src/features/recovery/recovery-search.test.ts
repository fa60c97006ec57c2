// Guards that an address opens the list it names, and that nothing strange in it reaches the server.
import { expect, test } from 'vitest'
import { readRecoverySearch, readReviewSearch, recoveryQuery } from './recovery-search.ts'

test('an address without anything lists what is open', () => {
  expect(readRecoverySearch({})).toEqual({})
  expect(recoveryQuery({})).toEqual({ open: true })
  expect(readRecoverySearch({ show: 'open' })).toEqual({})
})

test('a number of error review lists the rows it counted, closed ones too', () => {
  const search = readRecoverySearch({ show: 'all', cause: 'none', from: '2026-11-01T00:00:00.000Z', to: '2026-11-30T00:00:00Z', of: 'came-back' })
  expect(recoveryQuery(search)).toEqual({ causeId: 'none', from: '2026-11-01T00:00:00.000Z', to: '2026-11-30T00:00:00Z', reviewed: 'came-back' })
})

test.each([{ show: 'everything' }, { cause: '../x' }, { cause: 5 }, { from: 'yesterday' }, { from: '2026-13-45T00:00:00Z' }, { of: 'none' }, { location: '' }])('what an address cannot mean is left out: %o', (given) => {
  expect(readRecoverySearch(given)).toEqual({})
})

test('error review looks at thirty days unless the address says one of the others', () => {
  expect(readReviewSearch({ days: '90', team: 't1' })).toEqual({ days: 90, team: 't1' })
  expect(readReviewSearch({ days: 30 })).toEqual({})
  expect(readReviewSearch({ days: '7', location: ['l1'] })).toEqual({})
})
