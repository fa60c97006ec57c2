// Guards exactly-once: when a mail may be sent, and when nobody can know whether it was.
import { describe, expect, test } from 'vitest'
import { decideNextStep, longestTrySeconds, type NextStep, type Standing } from './decide-after-death.ts'

const standing = (given: Partial<Standing>): Standing => ({ state: 'pending', due: true, paused: false, claimant: 'none', dot: 'unknown', claimedSecondsAgo: 5, ...given })

const cases: [string, Partial<Standing>, NextStep][] = [
  ['a mail whose time has come is sent', {}, 'send'],
  ['a mail in its undo time waits', { due: false }, 'leave'],
  ['the brake holds a mail', { paused: true }, 'leave'],
  ['a mail somebody is sending is left to them', { state: 'sending', claimant: 'alive' }, 'leave'],
  ['a mail of a dead process that had not come to the dot is sent', { state: 'sending', claimant: 'dead' }, 'send'],
  ['a mail of a dead process waits when the brake is on', { state: 'sending', claimant: 'dead', paused: true }, 'leave'],
  ['a mail of a process out of sight is left its time', { state: 'sending', claimant: 'unknown' }, 'leave'],
  ['a mail of a process out of sight is sent when no try takes that long', { state: 'sending', claimant: 'unknown', claimedSecondsAgo: longestTrySeconds + 1 }, 'send'],
  ['a mail before its dot is left to a living process', { state: 'committing', claimant: 'alive', claimedSecondsAgo: 9999 }, 'leave'],
  ['a mail whose dot the dead process still held is sent', { state: 'committing', claimant: 'dead', dot: 'held' }, 'send'],
  ['a mail whose dot had left is uncertain', { state: 'committing', claimant: 'dead', dot: 'left' }, 'uncertain'],
  ['a mail before its dot by a process out of sight waits for its answer', { state: 'committing', claimant: 'unknown' }, 'leave'],
  ['and is uncertain when none can come any more', { state: 'committing', claimant: 'unknown', claimedSecondsAgo: longestTrySeconds + 1 }, 'uncertain'],
  ...(['sent', 'uncertain', 'failed', 'bounced', 'cancelled'] as const).map((state): [string, Partial<Standing>, NextStep] => [`a mail that is ${state} is not sent again by itself`, { state, claimant: 'dead', dot: 'held' }, 'leave']),
]

describe('the next step of a mail', () => {
  test.each(cases)('%s', (_, given, expected) => expect(decideNextStep(standing(given))).toBe(expected))
})
