// Guards when a person counts as away without having said so, when they come back, and how often the browser gives a sign of life.
import { describe, expect, test } from 'vitest'
import { chosenAfter, idleAfter, minute, shownPresence, signEvery, toSay, type Standing } from './presence-rule.ts'

const now = 1_000 * minute
const standing = (change: Partial<Standing>): Standing => ({ chosen: 'available', touchedAt: now, said: { state: 'available', at: now }, ...change })

describe('away by itself', () => {
  test.each([
    ['a person at work stays available', { touchedAt: now - idleAfter + 1 }, 'available'],
    ['after ten minutes without a touch they are away', { touchedAt: now - idleAfter }, 'away'],
    ['a busy person stays busy', { chosen: 'busy', touchedAt: now - 5 * idleAfter }, 'busy'],
    ['who is off stays off', { chosen: 'off', touchedAt: now }, 'off'],
    ['who chose away stays away when they touch something', { chosen: 'away', touchedAt: now }, 'away'],
  ] as const)('%s', (_, change, shown) => expect(shownPresence(standing(change), now)).toBe(shown))
})

describe('what is said to the server', () => {
  test.each([
    ['the first word at once', { said: null }, 'available'],
    ['nothing while all is said', {}, null],
    ['a sign of life every four minutes', { said: { state: 'available', at: now - signEvery } }, 'available'],
    ['no sign of life from a page nobody uses', { chosen: 'busy', touchedAt: now - idleAfter, said: { state: 'busy', at: now - signEvery } }, null],
    ['away, once', { touchedAt: now - idleAfter }, 'away'],
    ['and not again', { touchedAt: now - idleAfter, said: { state: 'away', at: now - signEvery } }, null],
    ['available again with the first touch', { said: { state: 'away', at: now - minute } }, 'available'],
  ] as const)('%s', (_, change, said) => expect(toSay(standing(change as Partial<Standing>), now)).toBe(said))
})

test.each([
  ['what the server says counts where nothing is remembered', null, 'busy', 'busy'],
  ['a choice outlives the silence of a closed laptop', 'available', 'away', 'available'],
  ['a choice made elsewhere wins', 'available', 'off', 'off'],
] as const)('%s', (_, remembered, server, chosen) => expect(chosenAfter(remembered, server)).toBe(chosen))
