// Guards by when a promise to an unhappy customer is kept or missed, and when time alone changes what is counted.
import { describe, expect, test } from 'vitest'
import type { RecoveryToCount } from '../../ports.ts'
import { nextDue, recoveryFacts } from './recovery-facts.ts'
import { rules } from './story.fixture.ts'

const hour = 3_600_000
const loop = (given: Partial<RecoveryToCount> = {}): RecoveryToCount => ({
  id: 'l', at: 0, answerId: 'a', customerId: 'c', ticketId: null, surveyId: 's', touchpointId: null, staffId: 'ewa', teamId: null, queueId: null, locationId: null, reasonId: null, channel: null, language: 'pl',
  reachDueAt: 8 * hour, dueAt: 40 * hour, contactedAt: null, contactedIn: null, closedAt: null, solved: false, backUntil: null, cameBackAt: null, askedAt: null, secondAnswerId: null, secondAnswerAt: null, recovered: null, ...given,
})
const told = (given: Partial<RecoveryToCount>, now: number) => recoveryFacts(loop(given), null, rules({ now }))
  .flatMap((f) => Object.entries(f.measures).filter(([name]) => !name.startsWith('time-to')).map(([name, value]) => `${name}=${value} at ${f.at / hour}`)).slice(1)

describe('of a low score it is told', () => {
  test.each<[string, Partial<RecoveryToCount>, number, string[]]>([
    ['nothing more while its time runs', {}, 8 * hour, []],
    ['that nobody called, from when it was due', {}, 8 * hour + 1, ['contacted-in-time=0 at 8']],
    ['that somebody did, when they did, to the very last moment', { contactedAt: 8 * hour }, 8 * hour, ['contacted-in-time=1 at 8']],
    ['that they were late, when it was due', { contactedAt: 9 * hour }, 10 * hour, ['contacted-in-time=0 at 8']],
    ['that it was not closed either', {}, 41 * hour, ['contacted-in-time=0 at 8', 'closed-in-time=0 at 40']],
    ['that it was closed in time without a word with the customer', { closedAt: hour }, 9 * hour, ['contacted-in-time=0 at 8', 'closed-in-time=1 at 1']],
    ['nothing of promises nobody made', { reachDueAt: null, dueAt: null }, 1000 * hour, []],
    ['that nobody knows yet whether it comes back, though it has', { contactedAt: hour, closedAt: 2 * hour, solved: true, backUntil: 50 * hour, cameBackAt: 3 * hour }, 51 * hour - 1, ['contacted-in-time=1 at 1', 'closed-in-time=1 at 2', 'came-back-so-far=1 at 3', 'came-back-open=1 at 2']],
    ['that it came back, once the days are over', { contactedAt: hour, closedAt: 2 * hour, solved: true, backUntil: 50 * hour, cameBackAt: 3 * hour }, 51 * hour, ['contacted-in-time=1 at 1', 'closed-in-time=1 at 2', 'came-back-so-far=1 at 3', 'came-back=1 at 2']],
    ['that it did not', { contactedAt: hour, closedAt: 2 * hour, solved: true, backUntil: 50 * hour }, 51 * hour, ['contacted-in-time=1 at 1', 'closed-in-time=1 at 2', 'came-back=0 at 2']],
    ['what the customer says at last, when they say it', { contactedAt: hour, reachDueAt: null, dueAt: null, askedAt: 4 * hour, secondAnswerId: 'b', secondAnswerAt: 5 * hour, recovered: false }, 6 * hour, ['second-asked=1 at 4', 'recovered=0 at 5']],
  ])('%s', (_, given, now, wanted) => expect(told(given, now)).toEqual(wanted))
})

test.each<[string, Partial<RecoveryToCount>, number, number | null]>([
  ['when the contact is due', {}, 0, 8 * hour + 1], ['then when the closing is', {}, 8 * hour + 1, 40 * hour + 1], ['not of a contact that was kept', { contactedAt: hour }, 2 * hour, 40 * hour + 1],
  ['when the days for coming back are over', { contactedAt: hour, closedAt: 2 * hour, solved: true, backUntil: 50 * hour }, 3 * hour, 51 * hour], ['never of what is over', {}, 41 * hour, null], ['never of what promises nothing', { reachDueAt: null, dueAt: null }, 0, null],
])('time changes it next %s', (_, given, now, wanted) => expect(nextDue(loop(given), now)).toBe(wanted))
