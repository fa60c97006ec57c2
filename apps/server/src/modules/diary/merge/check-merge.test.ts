// Guards which tickets may be merged.
import { expect, test } from 'vitest'
import { checkMerge } from './check-merge.ts'

const ticket = (given: Partial<Parameters<typeof checkMerge>[0]> = {}) => ({ id: 'a', number: 1, status_category: 'open' as const, merged_into_id: null, ...given })

test.each([
  ['itself', ticket(), ticket(), /itself/],
  ['a ticket that was merged already', ticket({ merged_into_id: 'x' }), ticket({ id: 'b' }), /take that back first/],
  ['into one that was merged', ticket(), ticket({ id: 'b', number: 2, merged_into_id: 'x' }), /#2 has itself been merged/],
  ['an open one into a closed one', ticket(), ticket({ id: 'b', status_category: 'closed' }), /reopen it first/],
])('refused: %s', (_name, from, into, sentence) => expect(checkMerge(from, into)).toMatch(sentence))

test('open into open, closed into closed and closed into open go together', () => {
  expect(checkMerge(ticket(), ticket({ id: 'b' }))).toBe(null)
  expect(checkMerge(ticket({ status_category: 'closed' }), ticket({ id: 'b', status_category: 'closed' }))).toBe(null)
  expect(checkMerge(ticket({ status_category: 'closed' }), ticket({ id: 'b' }))).toBe(null)
})
