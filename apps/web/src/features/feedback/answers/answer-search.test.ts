// Guards the address of answers and of results: that a link asks for just what the number counted, and that a mistyped one breaks nothing.
import { expect, test } from 'vitest'
import { answerQuery, daysOf, isNarrowed, readAnswerSearch } from './answer-search.ts'

test('every filter reaches the server by its own name', () => {
  const search = readAnswerSearch({ survey: 'v1', location: 'l1', team: 'none', staff: 's1', queue: 'q', touchpoint: 'p', channel: 'email', road: 'qr', language: 'pl', tone: 'low', tag: 'g', state: 'partial', commented: true, q: 1024, question: 'score', value: 9, solved: 'solved', from: '2026-05-01', until: '2026-05-31', ticket: 'k1', customer: 'c1' })
  expect(answerQuery(search, '2026-06-01')).toEqual({
    surveyId: 'v1', locationId: 'l1', teamId: 'none', staffId: 's1', queueId: 'q', touchpointId: 'p', channel: 'email', road: 'qr', language: 'pl', tone: 'low', tagId: 'g', state: 'partial', commented: 'true', q: '1024', question: 'score', value: '9', solved: 'solved',
    from: '2026-05-01', until: '2026-05-31', ticketId: 'k1', customerId: 'c1',
  })
})

test.each([
  ['what nobody offers', { tone: 'terrible', state: 1, solved: 'yes', period: '31d', invalid: 'false' }],
  ['other shapes', { q: ['a'], location: { id: 1 }, from: 20260501, until: '2026-13-01' }],
  ['a value without its question', { value: '9' }],
  ['blanks', { q: '  ', survey: '' }],
])('%s is left out', (_, given) => expect(readAnswerSearch(given)).toEqual({}))

test('days the wrong way round are exchanged, and win over a period', () => {
  expect(readAnswerSearch({ from: '2026-05-31', until: '2026-05-01', period: '7d' })).toEqual({ from: '2026-05-01', until: '2026-05-31' })
})

test.each([
  ['7d', '2026-11-22', '2026-11-16'], ['30d', '2026-03-01', '2026-01-31'], ['90d', '2026-01-01', '2025-10-04'], ['year', '2026-11-22', '2026-01-01'],
] as const)('%s on %s begins on %s and stays open', (period, today, from) => expect(daysOf({ period }, today)).toEqual({ from }))

test('the whole time asks for no days', () => {
  expect(daysOf({ period: 'all' }, '2026-11-22')).toEqual({})
  expect(daysOf({}, '2026-11-22')).toEqual({})
})

test('the cursor narrows nothing', () => {
  expect(isNarrowed({ selected: 'a1' })).toBe(false)
  expect(isNarrowed({ q: 'miło' })).toBe(true)
})
