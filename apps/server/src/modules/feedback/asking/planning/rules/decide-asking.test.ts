// Guards the decision whom to ask and when: each reason, and which of several is told.
import { describe, expect, test } from 'vitest'
import type { SuppressionReason } from '@kontuar/contracts'
import { usualDefinition } from '../../touchpoints/touchpoint-row.ts'
import { decideAsking, type Asking } from './decide-asking.ts'

const now = new Date('2026-03-10T10:00:00Z')
const days = (n: number) => new Date(now.getTime() + n * 86_400_000)

const asking: Asking = {
  survey: { state: 'active', version: 3, retired: false, startsAt: null, endsAt: null, full: false },
  touchpoint: { definition: usualDefinition, conditionsHold: true, sampled: true },
  happening: { channel: 'email', automatic: false, reopened: false },
  wishedAt: now,
  person: { optedOut: false, age: { minor: false, bornOn: null }, openComplaint: false, lastAskedAt: null, askedOfThis: false },
  reach: { road: 'email', address: 'anna@klient.example' },
  settings: { restDays: 30, expireDays: 30, window: { from: '08:00', until: '20:00', timeZone: 'Europe/Warsaw' } },
  now,
}
type Against = [Exclude<SuppressionReason, 'other-survey-first'>, (a: Asking) => Asking]
const survey = (given: Partial<Asking['survey']>) => (a: Asking): Asking => ({ ...a, survey: { ...a.survey, ...given } })
const person = (given: Partial<Asking['person']>) => (a: Asking): Asking => ({ ...a, person: { ...a.person, ...given } })
const touchpoint = (given: Partial<NonNullable<Asking['touchpoint']>>) => (a: Asking): Asking => ({ ...a, touchpoint: { ...a.touchpoint!, ...given } })
const happening = (given: Partial<Asking['happening']>) => (a: Asking): Asking => ({ ...a, happening: { ...a.happening, ...given } })
const reach = (given: Asking['reach']) => (a: Asking): Asking => ({ ...a, reach: given })

/** In the order in which they are told. */
const against: Against[] = [
  ['survey-not-active', survey({ state: 'paused' })],
  ['quota-reached', survey({ full: true })],
  ['conditions', touchpoint({ conditionsHold: false })],
  ['sampled-out', touchpoint({ sampled: false })],
  ['automatic', happening({ automatic: true })],
  ['opted-out', person({ optedOut: true })],
  ['minor', person({ age: { minor: true, bornOn: null } })],
  ['open-complaint', person({ openComplaint: true })],
  ['ticket-reopened', happening({ reopened: true })],
  ['no-address', reach({ none: 'no-address' })],
  ['too-late', (a) => ({ ...a, wishedAt: days(-31) })],
  ['already-asked', person({ askedOfThis: true })],
  ['rest-period', person({ lastAskedAt: days(-3) })],
]

test('with nothing against it, the person is asked at once', () => {
  expect(decideAsking(asking)).toEqual({ ask: true, at: now, road: 'email', address: 'anna@klient.example' })
})
test.each(against)('not asked: %s', (reason, change) => {
  expect(decideAsking(change(asking))).toMatchObject({ ask: false, reason })
})
test('of several reasons the first of the documented order is told', () => {
  for (let first = 0; first < against.length; first++) {
    const all = against.slice(first).reduce((a, [, change]) => change(a), asking)
    expect(decideAsking(all)).toMatchObject({ reason: against[first]![0] })
  }
})

describe('the survey', () => {
  test.each<[string, Partial<Asking['survey']>, boolean]>([
    ['a draft', { state: 'draft' }, false], ['one that has ended', { state: 'ended' }, false], ['a retired one', { retired: true }, false], ['one without a version', { version: 0 }, false],
    ['one that begins later', { startsAt: days(1) }, false], ['one that begins at this moment', { startsAt: now }, true], ['one that ends at this moment', { endsAt: now }, false], ['one that ends later', { endsAt: days(1) }, true],
  ])('%s', (_what, given, asks) => expect(decideAsking(survey(given)(asking)).ask).toBe(asks))
  test('is asked whether it is active when the asking would come, not when it is planned', () => {
    expect(decideAsking({ ...survey({ startsAt: days(2) })(asking), wishedAt: days(3) }).ask).toBe(true)
    expect(decideAsking({ ...survey({ endsAt: days(2) })(asking), wishedAt: days(3) })).toMatchObject({ reason: 'survey-not-active', detail: { because: 'ended' } })
  })
})

describe('the rest', () => {
  test.each<[number, number | null, boolean]>([[29.999, null, false], [30, null, true], [31, null, true], [6.9, 7, false], [7, 7, true], [0, 0, true]])('asked %s days ago, with a rest of its own of %s days: %s', (ago, restDays, asks) => {
    const given = touchpoint({ definition: { ...usualDefinition, restDays } })(person({ lastAskedAt: days(-ago) })(asking))
    expect(decideAsking(given).ask).toBe(asks)
  })
  test('is counted to the moment of the asking, so that a delay may outlast it', () => {
    expect(decideAsking({ ...person({ lastAskedAt: days(-20) })(asking), wishedAt: days(10) }).ask).toBe(true)
  })
})

describe('a touchpoint', () => {
  test('asks those of its channels alone', () => {
    const given = (channel: string | null) => decideAsking(happening({ channel })(touchpoint({ definition: { ...usualDefinition, channels: ['phone', 'visit'] } })(asking)))
    expect(given('visit').ask).toBe(true)
    expect(given('email')).toMatchObject({ reason: 'conditions', detail: { channel: 'email' } })
    expect(given(null)).toMatchObject({ reason: 'conditions' })
  })
  test('may ask minors and people with a complaint, when it says so', () => {
    const definition = { ...usualDefinition, exclude: { minors: false, openComplaint: false } }
    expect(decideAsking(touchpoint({ definition })(person({ openComplaint: true, age: { minor: true, bornOn: null } })(asking))).ask).toBe(true)
  })
  test('without one the exclusions hold', () => {
    expect(decideAsking({ ...person({ openComplaint: true })(asking), touchpoint: null })).toMatchObject({ reason: 'open-complaint' })
  })
})

describe('the moment', () => {
  test('a mail waits for the morning, and what is handed out does not', () => {
    const night = new Date('2026-03-10T22:30:00Z')
    expect(decideAsking({ ...asking, now: night, wishedAt: night })).toMatchObject({ ask: true, at: new Date('2026-03-11T07:00:00Z') })
    expect(decideAsking({ ...reach({ road: 'link', address: null })(asking), now: night, wishedAt: night })).toMatchObject({ ask: true, at: night })
  })
  test('a time that has passed is now; one older than an answer is waited for is too late', () => {
    expect(decideAsking({ ...asking, wishedAt: days(-30) })).toMatchObject({ ask: true, at: now })
    expect(decideAsking({ ...asking, wishedAt: new Date(days(-30).getTime() - 1) })).toMatchObject({ reason: 'too-late', detail: { days: 30 } })
  })
  test('whoever comes of age until then is asked', () => {
    const born = (bornOn: string) => decideAsking({ ...person({ age: { minor: false, bornOn } })(asking), wishedAt: new Date('2026-03-14T23:30:00Z') })
    // In Warsaw it is the 15th by then, and eight in the morning when the mail leaves.
    expect(born('2008-03-15').ask).toBe(true)
    expect(born('2008-03-16')).toMatchObject({ reason: 'minor' })
  })
})
