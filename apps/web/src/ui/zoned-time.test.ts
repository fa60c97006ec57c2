// Guards that a typed time means the organization's clock, also in the nights when it changes.
import { expect, test } from 'vitest'
import { instantOf, localTime } from './zoned-time.ts'

test.each([
  ['winter', '2026-11-22T14:05', '2026-11-22T13:05:00.000Z'],
  ['summer', '2026-07-01T09:00', '2026-07-01T07:00:00.000Z'],
  ['the hour that comes twice means the first', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ['the hour that does not exist moves on', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
])('%s: %s in Warsaw is %s', (_, local, instant) => expect(instantOf(local, 'Europe/Warsaw')?.toISOString()).toBe(instant))

test('what a field shows comes back as the same instant', () => {
  const at = new Date('2026-11-22T22:59:00Z')
  for (const zone of ['Europe/Warsaw', 'Asia/Kathmandu', 'America/St_Johns']) expect(instantOf(localTime(at, zone), zone)).toEqual(at)
})
test('half a time is none', () => expect(instantOf('', 'Europe/Warsaw')).toBeNull())
