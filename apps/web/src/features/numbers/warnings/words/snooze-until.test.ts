// Guards until when a warning sleeps: mornings of the organization's zone, nothing offered twice, clocks that change.
import { expect, test } from 'vitest'
import { nextNoon, snoozeUntil, snoozesOn } from './snooze-until.ts'

const zone = 'Europe/Warsaw'
const at = (text: string) => new Date(text)
// 25 November 2026 is a Wednesday.
test.each([
  ['2026-11-25T12:00:00Z', 'tomorrow', '2026-11-26T06:00:00.000Z'], ['2026-11-25T12:00:00Z', 'monday', '2026-11-30T06:00:00.000Z'], ['2026-11-25T12:00:00Z', 'week', '2026-12-02T06:00:00.000Z'],
  ['2026-11-25T23:30:00Z', 'tomorrow', '2026-11-27T06:00:00.000Z'], ['2026-10-24T12:00:00Z', 'tomorrow', '2026-10-25T06:00:00.000Z'], ['2026-03-28T12:00:00Z', 'tomorrow', '2026-03-29T05:00:00.000Z'],
] as const)('from %s %s is %s', (now, snooze, until) => {
  expect(snoozeUntil(snooze, at(now), zone).toISOString()).toBe(until)
})

test.each([
  ['2026-11-25T12:00:00Z', ['tomorrow', 'monday', 'week']], ['2026-11-29T12:00:00Z', ['tomorrow', 'week']], ['2026-11-30T12:00:00Z', ['tomorrow', 'week']], ['2026-11-28T12:00:00Z', ['tomorrow', 'monday', 'week']],
])('on %s these are offered: %j', (now, offered) => {
  expect(snoozesOn(at(now), zone)).toEqual(offered)
})

test.each([
  ['2026-11-25T12:00:00Z', '2026-11-26T11:00:00.000Z'], ['2026-11-27T12:00:00Z', '2026-11-30T11:00:00.000Z'], ['2026-11-28T12:00:00Z', '2026-11-30T11:00:00.000Z'], ['2026-11-29T12:00:00Z', '2026-11-30T11:00:00.000Z'],
])('a task begun on %s is due at noon of the next working day, %s', (now, due) => {
  expect(nextNoon(at(now), zone).toISOString()).toBe(due)
})
