// Guards what a try means: never a second message by ourselves where nobody knows about the first.
import { expect, test } from 'vitest'
import type { SmsOutcome } from '../gateway.ts'
import { giveUpAfterSeconds, settleSms, type SettledSms } from './settle-sms.ts'

const refused = (permanent: boolean, pauseSeconds?: number): SmsOutcome => ({ kind: 'refused', permanent, detail: 'd', ...(pauseSeconds === undefined ? {} : { pauseSeconds }) })
test.each<[string, SmsOutcome, number, number, boolean, Partial<SettledSms>]>([
  ['taken', { kind: 'taken', gatewayId: 'x', detail: 'd' }, 1, 0, false, { state: 'sent', gatewayId: 'x', retryInSeconds: null, pauseSeconds: 0 }],
  ['refused for good', refused(true), 1, 0, false, { state: 'failed', retryInSeconds: null }],
  ['refused for now, first try', refused(false), 1, 0, false, { state: 'pending', retryInSeconds: 60, pauseSeconds: 0 }],
  ['refused for now, third try', refused(false), 3, 2000, false, { state: 'pending', retryInSeconds: 900 }],
  ['refused for now, tenth try', refused(false), 10, 9000, false, { state: 'pending', retryInSeconds: 3600 }],
  ['asked to wait longer than we would', refused(false, 600), 1, 0, false, { state: 'pending', retryInSeconds: 600, pauseSeconds: 600 }],
  ['refused for now, a day later', refused(false), 20, giveUpAfterSeconds, false, { state: 'failed', detail: 'Given up after a day: d' }],
  ['not reached', { kind: 'unreachable', detail: 'd' }, 1, 0, false, { state: 'pending', retryInSeconds: 60, pauseSeconds: 60 }],
  ['not answered', { kind: 'unanswered', detail: 'd' }, 1, 0, false, { state: 'uncertain', retryInSeconds: null, pauseSeconds: 60 }],
  ['not answered by one that tells a repetition', { kind: 'unanswered', detail: 'd' }, 1, 0, true, { state: 'pending', retryInSeconds: 60 }],
])('%s', (_, outcome, attempt, waiting, repeatable, expected) => expect(settleSms(outcome, attempt, waiting, repeatable)).toMatchObject(expected))
