// Guards the address of the invitations: what it names is asked, and nothing strange reaches the server.
import { expect, test } from 'vitest'
import { invitationQuery, readInvitationSearch } from './invitation-search.ts'

test.each([
  [{ survey: 'v1', state: 'planned' }, { survey: 'v1', state: 'planned' }],
  [{ reason: 'rest-period' }, { state: 'suppressed', reason: 'rest-period' }],
  [{ state: 'sent', reason: 'rest-period' }, { state: 'sent' }],
  [{ state: 'gone', reason: 'because', survey: '<script>', touchpoint: 7, ticket: 'a'.repeat(65) }, {}],
])('%j', (given, read) => expect(readInvitationSearch(given)).toEqual(read))

test('the server is asked for exactly that', () => {
  expect(invitationQuery({ touchpoint: 't1', state: 'suppressed', reason: 'minor' })).toEqual({ touchpointId: 't1', state: 'suppressed', reason: 'minor' })
  expect(invitationQuery({})).toEqual({})
})
