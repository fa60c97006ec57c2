// Guards what is called a probable cause: what a figure speaks for, and the last resort only where none does.
import { describe, expect, test } from 'vitest'
import { warningAdvice, warningCauses, warningKinds, type WarningCause, type WarningKind } from '@kontuar/contracts'
import { adviceFor, causesOf, type Beside, type Moved } from './causes.ts'

const moved = (metric: string, way: Moved['way'], n = 50): Moved => ({ metric, before: 1, now: 2, n, way })
const beside = (given: Partial<Beside> = {}): Beside => ({ moved: [], group: null, marked: false, holidays: false, sides: null, broken: false, ...given })
const asked = moved('invitations-delivered', 'same')

test.each<[WarningKind, string, Partial<Beside>, WarningCause[]]>([
  ['little-feedback', 'longer waiting', { moved: [asked, moved('first-response-median', 'more')] }, ['long-waiting']],
  ['little-feedback', 'more contacts and late replies', { moved: [asked, moved('contacts-in', 'more'), moved('sla-kept', 'fewer')] }, ['overloaded-team']],
  ['little-feedback', 'fewer who answer their invitation', { moved: [asked, moved('response-rate', 'fewer')] }, ['unclear-messages']],
  ['little-feedback', 'a silent channel at the same time', { moved: [asked], broken: true }, ['system-fault']],
  ['little-feedback', 'no invitation at all', {}, ['nobody-is-asked']],
  ['little-feedback', 'nothing else', { moved: [asked] }, ['not-engaged']],
  ['nps-falls', 'nothing else', { moved: [moved('first-response-median', 'same')] }, ['bad-service']],
  ['nps-falls', 'quicker replies are no cause', { moved: [moved('first-response-median', 'fewer')] }, ['bad-service']],
  ['complaints-rise', 'one location, on a marked day', { group: { by: 'location' }, marked: true }, ['one-location', 'change-of-ours']],
  ['silence', 'one channel before a holiday', { group: { by: 'channel' }, holidays: true }, ['one-channel', 'holidays-near']],
  ['sources-disagree', 'the exchange has more', { sides: { outside: 40, diary: 0 } }, ['entry-missing']],
  ['sources-disagree', 'the diary has more', { sides: { outside: 0, diary: 40 } }, ['outside-log-missing']],
])('%s: %s', (kind, _what, given, causes) => expect(causesOf(kind, beside(given))).toEqual(causes))

describe('advice', () => {
  test.each<[WarningKind, WarningCause, string]>([['little-feedback', 'long-waiting', 'audit-and-training'], ['little-feedback', 'unclear-messages', 'better-communication'], ['little-feedback', 'overloaded-team', 'automation-or-staff'], ['little-feedback', 'not-engaged', 'invite-opinions']])('of %s by %s begins with %s', (kind, cause, advice) => {
    expect(adviceFor(kind, [cause])[0]).toBe(advice)
  })

  test('more complaints by one channel do not mean that it is broken, silence of it may', () => {
    expect(adviceFor('complaints-rise', ['one-channel'])).toEqual(['call-back', 'read-the-rows'])
    expect(adviceFor('silence', ['one-channel'])).toContain('check-the-channel')
  })

  test('there is some for every warning, without repeating itself, in words the screen knows', () => {
    for (const kind of warningKinds) {
      const causes = causesOf(kind, beside({ sides: { outside: 1, diary: 0 } }))
      const advice = adviceFor(kind, causes)
      expect(causes.length, kind).toBeGreaterThan(0)
      expect(advice.length, kind).toBeGreaterThan(0)
      expect(new Set(advice).size).toBe(advice.length)
      expect(warningCauses).toEqual(expect.arrayContaining(causes))
      expect(warningAdvice).toEqual(expect.arrayContaining(advice))
    }
  })
})
