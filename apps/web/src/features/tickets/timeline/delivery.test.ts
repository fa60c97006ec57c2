// Guards what is said about an outgoing message: never "sent" too early, never silent about a failure.
import { expect, it } from 'vitest'
import { canResend, outcomeOf } from './delivery.ts'

const now = new Date('2026-11-22T10:00:00Z')
const delivery = (change: Partial<Parameters<typeof outcomeOf>[0]>) => ({ state: 'pending' as const, sendAfter: '2026-11-22T10:00:06.200Z', attempts: 0, nextAttemptAt: null, sentAt: null, detail: null, ...change })

it.each([
  [{}, { kind: 'waiting', seconds: 7 }],
  [{ sendAfter: '2026-11-22T09:59:59Z' }, { kind: 'sending' }],
  [{ attempts: 2, nextAttemptAt: '2026-11-22T10:05:00Z' }, { kind: 'retrying', at: '2026-11-22T10:05:00Z' }],
  [{ state: 'sent' }, { kind: 'sent' }],
  [{ state: 'uncertain' }, { kind: 'uncertain' }],
] as const)('%j means %j', (change, outcome) => expect(outcomeOf(delivery(change), now)).toEqual(outcome))

it.each([['failed', true], ['uncertain', true], ['bounced', true], ['sent', false], ['sending', false], ['cancelled', false]] as const)('%s can be sent again: %s', (state, can) => {
  expect(canResend(outcomeOf(delivery({ state }), now))).toBe(can)
})
