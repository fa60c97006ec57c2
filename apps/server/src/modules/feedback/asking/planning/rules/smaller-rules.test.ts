// Guards the hours, the share, the age, the road, and who gives way to whom.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseRoad, type KnownAddress } from './choose-road.ts'
import { isMinor } from './is-minor.ts'
import { isSampled } from './sample.ts'
import { intoWindow } from './send-window.ts'
import { settleRivals, type Rival } from './settle-rivals.ts'

describe('the window of sending', () => {
  const warsaw = { from: '08:00', until: '20:00', timeZone: 'Europe/Warsaw' }
  test.each([
    ['in it: at once', '2026-03-10T12:00:00Z', '2026-03-10T12:00:00Z'],
    ['before it: when it opens', '2026-03-10T03:00:00Z', '2026-03-10T07:00:00Z'],
    ['its first moment is in it', '2026-03-10T07:00:00Z', '2026-03-10T07:00:00Z'],
    ['its last moment is not', '2026-03-10T19:00:00Z', '2026-03-11T07:00:00Z'],
    ['after it: the next morning', '2026-03-10T23:30:00Z', '2026-03-11T07:00:00Z'],
    ['the night in which summer begins: eight by the new clock', '2026-03-28T21:00:00Z', '2026-03-29T06:00:00Z'],
    ['the night in which it ends', '2026-10-24T20:00:00Z', '2026-10-25T07:00:00Z'],
  ])('%s', (_what, at, expected) => expect(intoWindow(new Date(at), warsaw).toISOString()).toBe(new Date(expected).toISOString()))
  test.each([
    ['over midnight, in its second half', '2026-03-10T01:00:00Z', '2026-03-10T01:00:00Z'],
    ['over midnight, outside', '2026-03-10T12:00:00Z', '2026-03-10T21:00:00Z'],
  ])('%s', (_what, at, expected) => expect(intoWindow(new Date(at), { from: '22:00', until: '06:00', timeZone: 'Europe/Warsaw' }).toISOString()).toBe(new Date(expected).toISOString()))
  test('one that spring skips is opened the day after', () => {
    expect(intoWindow(new Date('2026-03-29T00:30:00Z'), { from: '02:00', until: '03:00', timeZone: 'Europe/Warsaw' }).toISOString()).toBe('2026-03-30T00:00:00.000Z')
  })
  test('equal hours mean always', () => {
    const at = new Date('2026-03-10T01:00:00Z')
    expect(intoWindow(at, { from: '00:00', until: '00:00', timeZone: 'Europe/Warsaw' })).toBe(at)
  })
  test('whatever the hours and the zone, nothing leaves earlier, outside, or more than two days later', () => {
    const hour = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
    fc.assert(fc.property(fc.date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }), hour, hour, fc.constantFrom('Europe/Warsaw', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe', 'Asia/Kathmandu'), (at, from, until, timeZone) => {
      const sent = intoWindow(at, { from, until, timeZone })
      const clock = Temporal.Instant.fromEpochMilliseconds(sent.getTime()).toZonedDateTimeISO(timeZone).toPlainTime().toString().slice(0, 5)
      expect(sent.getTime()).toBeGreaterThanOrEqual(at.getTime())
      expect(sent.getTime() - at.getTime()).toBeLessThan(3 * 86_400_000)
      // An hour that the clock skips moves the opening by as much.
      if (from < until) expect(clock >= from && (clock < until)).toBe(true)
      expect(intoWindow(sent, { from, until, timeZone })).toEqual(sent)
    }), { numRuns: 300 })
  })
})

describe('the share', () => {
  test('none and all are exact, whatever happens', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (touchpoint, cause) => !isSampled(touchpoint, cause, 0) && isSampled(touchpoint, cause, 1)))
  })
  test('is met by many, each deciding alike every time', () => {
    const asked = Array.from({ length: 20_000 }, (_, n) => isSampled('t', `ticket:${n}`, 0.3))
    // Six standard deviations of a binomial share.
    expect(Math.abs(asked.filter(Boolean).length / asked.length - 0.3)).toBeLessThan(6 * Math.sqrt((0.3 * 0.7) / asked.length))
    expect(Array.from({ length: 20_000 }, (_, n) => isSampled('t', `ticket:${n}`, 0.3))).toEqual(asked)
  })
  test('a larger share asks everybody whom a smaller one asks', () => {
    fc.assert(fc.property(fc.string(), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (cause, a, b) => !isSampled('t', cause, Math.min(a, b)) || isSampled('t', cause, Math.max(a, b))))
  })
})

test.each([
  ['the day before the birthday', { minor: false, bornOn: '2008-03-11' }, true], ['on the birthday', { minor: false, bornOn: '2008-03-10' }, false], ['marked, no birthday known', { minor: true, bornOn: null }, true],
  ['nothing known', { minor: false, bornOn: null }, false], ['marked once, of age by now', { minor: true, bornOn: '2000-01-01' }, false],
])('a minor: %s', (_what, age, minor) => expect(isMinor(age, '2026-03-10')).toBe(minor))
test.each([['2026-02-27', true], ['2026-02-28', false]])('born on 29 February 2008: a minor on %s is %s', (on, minor) => expect(isMinor({ minor: false, bornOn: '2008-02-29' }, on)).toBe(minor))

describe('the road', () => {
  const mail = (address: string, given: Partial<KnownAddress> = {}): KnownAddress => ({ kind: 'email', address, used: false, verified: false, robot: false, bounced: false, ...given })
  const phone: KnownAddress = { ...mail('+48600700800'), kind: 'phone' }
  const both = { email: true, sms: true }
  test.each<[string, readonly ('email' | 'sms')[], KnownAddress[], { email: boolean; sms: boolean }, object]>([
    ['the first that reaches', ['email', 'sms'], [phone, mail('a@b.pl')], both, { road: 'email', address: 'a@b.pl' }],
    ['the touchpoint’s order decides', ['sms', 'email'], [mail('a@b.pl'), phone], both, { road: 'sms', address: '+48600700800' }],
    ['the next, when the first has no sender', ['email', 'sms'], [mail('a@b.pl'), phone], { email: false, sms: true }, { road: 'sms', address: '+48600700800' }],
    ['the next, when the first came back', ['email', 'sms'], [mail('a@b.pl', { bounced: true }), phone], both, { road: 'sms', address: '+48600700800' }],
    ['the address of this matter first', ['email'], [mail('old@b.pl', { verified: true }), mail('used@b.pl', { used: true })], both, { address: 'used@b.pl' }],
    ['then a proved one', ['email'], [mail('old@b.pl'), mail('proved@b.pl', { verified: true })], both, { address: 'proved@b.pl' }],
    ['then the oldest', ['email'], [mail('old@b.pl'), mail('new@b.pl')], both, { address: 'old@b.pl' }],
    ['another, when the one of this matter came back', ['email'], [mail('used@b.pl', { used: true, bounced: true }), mail('new@b.pl')], both, { address: 'new@b.pl' }],
    ['nothing known', ['email', 'sms'], [], both, { none: 'no-address' }],
    ['a phone, but no SMS wanted', ['email'], [phone], both, { none: 'no-address' }],
    ['only returned ones', ['email'], [mail('a@b.pl', { bounced: true })], both, { none: 'bounced-before' }],
    ['a good one without a sender tells that first', ['email', 'sms'], [mail('a@b.pl', { bounced: true }), phone], { email: true, sms: false }, { none: 'cannot-send' }],
    ['only a robot’s', ['email'], [mail('noreply@b.pl', { robot: true })], both, { none: 'automatic' }],
  ])('%s', (_what, roads, addresses, senders, expected) => expect(chooseRoad(roads, addresses, senders)).toMatchObject(expected))
  test('what is handed out needs no address', () => expect(chooseRoad(['link'], [], { email: false, sms: false })).toEqual({ road: 'link', address: null }))
})

describe('who gives way', () => {
  const day = (n: number) => new Date(Date.UTC(2026, 2, 1) + n * 86_400_000)
  const rival = (id: string, position: number, on: number, given: Partial<Rival> = {}): Rival => ({ id, surveyId: `survey ${id}`, trigger: 'ticket-closed', ticketId: null, interactionId: null, purchaseId: null, position, sendAt: day(on), restDays: 30, ...given })
  const settled = (...rivals: Rival[]) => settleRivals(rivals).map((g) => `${g.id} to ${g.to.id}: ${g.reason}`)
  test.each<[string, Rival[], string[]]>([
    ['the less important one, though it would come first', [rival('a', 5, 0), rival('b', 1, 3)], ['a to b: other-survey-first']],
    ['the less important one that comes later', [rival('a', 1, 0), rival('b', 5, 3)], ['b to a: other-survey-first']],
    ['nobody, when the rest lies between', [rival('a', 5, 0), rival('b', 1, 30)], []],
    ['by a day too little', [rival('a', 5, 0), rival('b', 1, 29)], ['a to b: other-survey-first']],
    ['the rest of the later one counts', [rival('a', 5, 0, { restDays: 90 }), rival('b', 1, 3, { restDays: 0 })], []],
    ['also when the later one is the less important', [rival('a', 1, 0), rival('b', 5, 3, { restDays: 2 })], []],
    ['among equals the later one', [rival('b', 1, 3), rival('a', 1, 0)], ['b to a: other-survey-first']],
    ['at the same moment the one that was there first', [rival('b', 1, 0), rival('a', 1, 0)], ['b to a: other-survey-first']],
    ['the same survey twice is another matter', [rival('a', 1, 0), rival('b', 1, 1, { surveyId: 'survey a' })], ['b to a: already-asked']],
    ['one survey about one ticket, without any rest', [rival('a', 1, 0, { ticketId: 't', restDays: 0 }), rival('b', 1, 9, { ticketId: 't', restDays: 0, surveyId: 'survey a' })], ['b to a: already-asked']],
    ['not another survey about it', [rival('a', 1, 0, { ticketId: 't', restDays: 0 }), rival('b', 1, 9, { ticketId: 't', restDays: 0 })], []],
    ['not two calls about it', ['a', 'b'].map((id, n) => rival(id, 1, n, { ticketId: 't', interactionId: id, trigger: 'interaction-recorded', restDays: 0, surveyId: 'survey' })), []],
    ['not the question whether it is solved now, however often', ['a', 'b'].map((id, n) => rival(id, 1, n, { ticketId: 't', cause: `anew:${id}`, restDays: 0, surveyId: 'survey' })), []],
    ['nor that one beside an ordinary one', [rival('a', 1, 0, { ticketId: 't', cause: 'ticket:t', restDays: 0 }), rival('b', 1, 9, { ticketId: 't', cause: 'anew:b', restDays: 0, surveyId: 'survey a' })], []],
    ['what was asked for by hand goes first', [rival('a', 0, 0), rival('b', -1, 1)], ['a to b: other-survey-first']],
    ['who has given way stands in nobody’s way', [rival('a', 1, 0), rival('b', 2, 20), rival('c', 3, 40)], ['b to a: other-survey-first']],
  ])('%s', (_what, rivals, expected) => expect(settled(...rivals)).toEqual(expected))
  test('whatever is planned, in whatever order: whoever stays rests enough, and whoever gives way gives it to one that stays and is no less important', () => {
    const any = fc.array(fc.record({ position: fc.integer({ min: -1, max: 5 }), on: fc.integer({ min: 0, max: 200 }), restDays: fc.integer({ min: 0, max: 60 }) }), { maxLength: 12 })
    fc.assert(fc.property(any, fc.infiniteStream(fc.nat()), (given, shuffle) => {
      const rivals = given.map(({ position, on, restDays }, n) => rival(String(n).padStart(2, '0'), position, on, { restDays }))
      const gone = settleRivals(rivals)
      const kept = rivals.filter((r) => !gone.some((g) => g.id === r.id)).toSorted((a, b) => a.sendAt.getTime() - b.sendAt.getTime())
      for (let i = 0; i < kept.length; i++) for (let j = 0; j < i; j++) if (kept[i]!.sendAt > kept[j]!.sendAt) expect(kept[i]!.sendAt.getTime() - kept[j]!.sendAt.getTime()).toBeGreaterThanOrEqual(kept[i]!.restDays * 86_400_000)
      for (const g of gone) {
        expect(kept).toContain(g.to)
        expect(g.to.position).toBeLessThanOrEqual(rivals.find((r) => r.id === g.id)!.position)
      }
      const keys = new Map(rivals.map((r) => [r.id, shuffle.next().value!]))
      expect(settleRivals(rivals.toSorted((a, b) => keys.get(a.id)! - keys.get(b.id)!)).map((g) => g.id).sort()).toEqual(gone.map((g) => g.id).sort())
    }))
  })
})
