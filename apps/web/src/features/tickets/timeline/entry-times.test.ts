// Guards the line under a call: what is said of its times, in their order, and nothing that did not happen.
import { expect, test } from 'vitest'
import { shortDuration, timesParts } from './entry-times.ts'

const at = (clock: string) => `2026-03-02T${clock}Z`

test.each([
  ['an answered call', { offeredAt: at('10:00:00'), answeredAt: at('10:00:12'), endedAt: at('10:03:37'), holdSeconds: 20, wrapUpSeconds: 30 }, ['waited 12', 'talked 185', 'hold 20', 'wrapUp 30']],
  ['one that was given up', { menuAt: at('09:59:30'), menuOutcome: 'to-agent' as const, offeredAt: at('10:00:00'), abandonedAt: at('10:00:45') }, ['gaveUp 45']],
  ['one that the menu served', { menuAt: at('10:00:00'), menuOutcome: 'served' as const, endedAt: at('10:01:00') }, ['menuServed']],
  ['one that was left in the menu', { menuAt: at('10:00:00'), menuOutcome: 'left' as const }, ['menuLeft']],
  ['our own call', { answeredAt: at('10:00:00'), endedAt: at('10:01:00'), holdSeconds: 0 }, ['talked 60']],
  ['one that nobody answered yet', { offeredAt: at('10:00:00') }, []],
])('%s', (_, timing, wanted) => expect(timesParts(timing).map((p) => ('seconds' in p ? `${p.what} ${p.seconds}` : p.what))).toEqual(wanted))

test.each([
  [0, 'pl', '0 sek.'], [12, 'pl', '12 sek.'], [60, 'pl', '1 min'], [185, 'pl', '3 min 5 sek.'], [3605, 'pl', '1 godz.'], [7380, 'pl', '2 godz. 3 min'], [185, 'ru', '3 мин 5 с'], [185, 'en', '3 mins 5 secs'],
])('%i seconds in %s', (seconds, locale, said) => expect(shortDuration(seconds, locale).replaceAll(' ', ' ')).toBe(said))
