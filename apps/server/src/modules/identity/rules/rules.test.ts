// Guards the small decisions of identity: tokens, invitations, time zones, networks.
import { describe, expect, test } from 'vitest'
import { network } from '../../../platform/http/rate-limit.ts'
import { whyClosed } from './invitation-state.ts'
import { isTimeZone } from './time-zone.ts'
import { makeToken, organizationOfToken } from './token-format.ts'

describe('a token', () => {
  test('names its organization', () => expect(organizationOfToken('kt', makeToken('kt', 12))).toBe(12))
  test.each([
    ['of another kind', makeToken('ki', 12)],
    ['with an organization beyond integers', `kt_4294967296_${'a'.repeat(43)}`],
    ['with organization zero', `kt_0_${'a'.repeat(43)}`],
    ['cut short', makeToken('kt', 12).slice(0, -1)],
    ['with SQL in it', `kt_1;drop_${'a'.repeat(43)}`],
    ['empty', ''],
  ])('%s is none', (_what, token) => expect(organizationOfToken('kt', token)).toBeNull())
})

describe('an invitation', () => {
  const now = new Date('2026-05-01T12:00:00Z')
  const open = { expires_at: new Date('2026-05-02T12:00:00Z'), accepted_at: null, withdrawn_at: null }
  test.each([
    ['open', open, null],
    ['used', { ...open, accepted_at: now }, /used already/],
    ['withdrawn', { ...open, withdrawn_at: now }, /withdrawn/],
    ['expired this instant', { ...open, expires_at: now }, /expired/],
  ])('that is %s says so', (_what, dates, why) => {
    const answer = whyClosed(dates, now)
    if (why === null) expect(answer).toBeNull()
    else expect(answer).toMatch(why)
  })
})

test.each([['Europe/Warsaw', true], ['UTC', true], ['Asia/Novosibirsk', true], ['+02:00', false], ['Europe/Warszawa', false], ['', false]])('"%s" as a time zone: %s', (name, known) => expect(isTimeZone(name)).toBe(known))

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:DB8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('the address %s counts as %s', (address, counted) => expect(network(address)).toBe(counted))
