// Guards when clocks begin, stop, pause and go on, and which settings they are held to. Deadlines are typed in by hand.
import { describe, expect, test } from 'vitest'
import { deriveClocks } from './derive-clocks.ts'
import { at, diary, office, policy, told, world, zone } from './history.fixture.ts'
import type { Facts } from './types.ts'

const hour = 3600
const business = (seconds: number, byPriority = {}) => ({ seconds, clock: 'business' as const, byPriority })
const elapsed = (seconds: number) => ({ seconds, clock: 'elapsed' as const })
const responses = policy({ firstResponse: business(2 * hour), nextResponse: business(4 * hour) })
const resolution = policy({ resolution: business(8 * hour) })
const clocks = (lines: string[], rules: Parameters<typeof world>[0], now = '2026-03-31T12:00', begin: Partial<Facts> = {}) => deriveClocks(diary(lines, begin), world(rules), at(now)).map(told)

describe('first and next response', () => {
  // 2 March 2026 is a Monday; the office is open 9 to 17.
  test.each<[string, string[], string[]]>([
    ['runs from the first message', ['10:00 in'], ['first-response running due 2026-03-02T12:00']],
    ['stops at the first human reply', ['10:00 in', '11:30 reply'], ['first-response met due 2026-03-02T12:00 stopped 2026-03-02T11:30 used 5400']],
    ['is met on the very last second', ['10:00 in', '12:00 reply'], ['first-response met due 2026-03-02T12:00 stopped 2026-03-02T12:00 used 7200']],
    ['is missed a millisecond later', ['10:00 in', '12:00:00.001 reply'], ['first-response missed due 2026-03-02T12:00 stopped 2026-03-02T12:00:00.001 used 7200']],
    ['an automatic reply does not count', ['10:00 in', '10:01 auto', '11:00 reply'], ['first-response met due 2026-03-02T12:00 stopped 2026-03-02T11:00 used 3600']],
    ['more messages before our reply begin nothing', ['10:00 in', '10:30 in', '11:00 reply'], ['first-response met due 2026-03-02T12:00 stopped 2026-03-02T11:00 used 3600']],
    ['a ticket we began has none, its first answer begins a next response', ['10:00 reply', '11:00 in'], ['next-response 1 running due 2026-03-02T15:00']],
    ['each message after our last reply begins one cycle', ['10:00 in', '11:00 reply', '12:00 in', '12:30 in', '13:00 reply', '14:00 reply', '15:00 in'],
      ['first-response met due 2026-03-02T12:00 stopped 2026-03-02T11:00 used 3600', 'next-response 1 met due 2026-03-02T16:00 stopped 2026-03-02T13:00 used 3600', 'next-response 2 running due 2026-03-03T11:00']],
    ['closing without a reply stops it', ['10:00 in', '11:00 status new>closed'], ['first-response met due 2026-03-02T12:00 stopped 2026-03-02T11:00 used 3600']],
    ['closing late without a reply misses it', ['10:00 in', '16:00 status new>closed'], ['first-response missed due 2026-03-02T12:00 stopped 2026-03-02T16:00 used 21600']],
    ['a duplicate is dropped', ['10:00 in', '16:00 status new>closed result >duplicate'], ['first-response dropped due 2026-03-02T12:00 stopped 2026-03-02T16:00 used 21600']],
    ['a merged ticket is dropped', ['10:00 in', '11:00 mergedIntoId >t2'], ['first-response dropped due 2026-03-02T12:00 stopped 2026-03-02T11:00 used 3600']],
    ['a merge taken back goes on where it stood', ['10:00 in', '10:30 status new>closed mergedIntoId >t2', '11:00 status closed>new mergedIntoId t2>', '11:30 reply', '11:40 in'],
      ['first-response met due 2026-03-02T12:00 stopped 2026-03-02T11:30 used 5400', 'next-response 1 running due 2026-03-02T15:40']],
    ['who waits in a merged ticket waits here', ['10:00 in', '10:10 reply', '11:00 brought:t2', '11:30 reply'], ['first-response met due 2026-03-02T12:00 stopped 2026-03-02T10:10 used 600', 'next-response 1 met due 2026-03-02T15:00 stopped 2026-03-02T11:30 used 1800']],
    ['and no longer once the merge is taken back', ['10:00 in', '10:10 reply', '11:00 brought:t2', '11:15 returned:t2'], ['first-response met due 2026-03-02T12:00 stopped 2026-03-02T10:10 used 600']],
    ['unless they were answered before, or somebody else waits here too', ['10:00 in', '10:10 reply', '11:00 brought:t2', '11:10 in', '11:15 returned:t2'], ['first-response met due 2026-03-02T12:00 stopped 2026-03-02T10:10 used 600', 'next-response 1 running due 2026-03-02T15:10']],
    ['a thank-you in a closed ticket begins nothing', ['10:00 in', '11:00 reply status new>closed', '12:00 in'], ['first-response met due 2026-03-02T12:00 stopped 2026-03-02T11:00 used 3600']],
    ['a message that wakes a closed ticket begins a cycle', ['10:00 in', '11:00 reply status new>closed', '12:00 in status closed>open'], ['first-response met due 2026-03-02T12:00 stopped 2026-03-02T11:00 used 3600', 'next-response 1 running due 2026-03-02T16:00']],
    ['after closing unanswered, what comes is a next response', ['10:00 in', '11:00 status new>closed', '12:00 in status closed>open'], ['first-response met due 2026-03-02T12:00 stopped 2026-03-02T11:00 used 3600', 'next-response 1 running due 2026-03-02T16:00']],
    ['waiting for the customer does not pause it', ['10:00 in', '10:10 status new>waiting', '10:20 in status waiting>open'], ['first-response running due 2026-03-02T12:00']],
    ['a note and a change mean nothing', ['10:00 in', '10:30 assigneeId >a'], ['first-response running due 2026-03-02T12:00']],
  ])('%s', (_what, lines, expected) => {
    expect(clocks(lines, { policies: [responses] })).toEqual(expected)
  })
})

describe('resolution', () => {
  test.each<[string, string[], string[]]>([
    ['runs from creation', ['10:00 in'], ['resolution running due 2026-03-03T10:00']],
    ['stops at the closing', ['10:00 in', '15:00 status new>closed'], ['resolution met due 2026-03-03T10:00 stopped 2026-03-02T15:00 used 18000']],
    ['stands still while the customer is waited for', ['10:00 in', '12:00 status new>waiting'], ['resolution paused used 7200']],
    ['goes on afterwards', ['10:00 in', '12:00 status new>waiting', '2026-03-04 12:00 status waiting>open'], ['resolution running due 2026-03-05T10:00']],
    ['a pause at the last second leaves nothing over and has missed nothing', ['09:00 in', '17:00 status new>waiting', '2026-03-03 10:00 status waiting>closed'], ['resolution met due 2026-03-03T10:00 stopped 2026-03-03T10:00 used 28800']],
    ['a pause after the deadline does not heal it', ['09:00 in', '2026-03-03 09:30 status new>waiting'], ['resolution paused due 2026-03-02T17:00 used 30600']],
    ['counts nothing at night: late it is all the same', ['09:00 in', '20:00 status new>closed'], ['resolution missed due 2026-03-02T17:00 stopped 2026-03-02T20:00 used 28800']],
    ['reopening resumes with what was used', ['10:00 in', '15:00 status new>closed', '2026-03-04 09:00 status closed>open'], ['resolution running due 2026-03-04T12:00']],
    ['the last closing counts', ['10:00 in', '15:00 status new>closed', '2026-03-04 09:00 status closed>open', '11:00 status open>closed'], ['resolution met due 2026-03-04T12:00 stopped 2026-03-04T11:00 used 25200']],
    ['merging drops it', ['10:00 in', '11:00 status new>closed mergedIntoId >t2'], ['resolution dropped due 2026-03-03T10:00 stopped 2026-03-02T11:00 used 3600']],
    ['taking a merge back resumes it', ['10:00 in', '11:00 status new>closed mergedIntoId >t2', '12:00 status closed>open mergedIntoId t2>'], ['resolution running due 2026-03-03T11:00']],
  ])('%s', (_what, lines, expected) => {
    expect(clocks(lines, { policies: [resolution] })).toEqual(expected)
  })

  test('pauses in named statuses alone when the policy names them', () => {
    const lines = ['10:00 in', '11:00 status new>waiting-internal', '12:00 status waiting-internal>waiting', '13:00 status waiting>open']
    expect(clocks(lines, { policies: [policy({ resolution: business(8 * hour) }, { pausesIn: ['waiting-internal'] })] })).toEqual(['resolution running due 2026-03-03T11:00'])
  })
})

describe('time allowed in a status', () => {
  const rules = { policies: [policy({ statuses: { 'waiting-internal': business(2 * hour), open: elapsed(hour) } })] }
  test.each<[string, string[], string[]]>([
    ['each stay is a cycle, numbered among all stays', ['10:00 in', '11:00 status new>waiting-internal', '12:00 status waiting-internal>new', '13:00 status new>waiting-internal'],
      ['status 2 met due 2026-03-02T13:00 stopped 2026-03-02T12:00 used 3600', 'status 4 running due 2026-03-02T15:00']],
    ['a stay that was too long is missed', ['10:00 in', '10:00 status new>open', '11:30 status open>closed'], ['status 2 missed due 2026-03-02T11:00 stopped 2026-03-02T11:30 used 5400']],
  ])('%s', (_what, lines, expected) => {
    expect(clocks(lines, rules)).toEqual(expected)
  })
})

describe('settings that change', () => {
  const byPriority = policy({ firstResponse: business(8 * hour, { urgent: hour }) })
  test('a running clock follows the priority from its original start', () => {
    expect(clocks(['10:00 in', '10:45 priority normal>urgent'], { policies: [byPriority] })).toEqual(['first-response running due 2026-03-02T11:00'])
  })
  test('a stopped clock keeps the priority it stopped with', () => {
    expect(clocks(['10:00 in', '11:30 reply', '12:00 priority normal>urgent'], { policies: [byPriority] })).toEqual(['first-response met due 2026-03-03T10:00 stopped 2026-03-02T11:30 used 5400'])
  })
  test('a move between queues midway changes the policy of what runs, not of what stopped', () => {
    const rules = { policies: [{ ...policy({ firstResponse: business(2 * hour), resolution: business(8 * hour) }), fits: (f: Facts) => f.queueId === 'q1' }, { ...policy({ resolution: business(16 * hour) }), fits: (f: Facts) => f.queueId === 'q2' }] }
    expect(clocks(['10:00 in', '11:00 reply', '14:00 queueId q1>q2'], rules)).toEqual(['first-response met due 2026-03-02T12:00 stopped 2026-03-02T11:00 used 3600', 'resolution running due 2026-03-04T10:00'])
  })
  test('a clock whose policy has no target for it is none', () => {
    expect(clocks(['10:00 in'], { policies: [policy({})] })).toEqual([])
  })
  test('a running clock follows the newest version, a stopped one the version of its stop', () => {
    const rules = { policies: [resolution, { ...policy({ resolution: business(4 * hour) }), from: '2026-03-02T16:00' }] }
    expect(clocks(['10:00 in'], rules)).toEqual(['resolution running due 2026-03-02T14:00'])
    expect(clocks(['10:00 in', '15:59 status new>closed'], rules)).toEqual(['resolution met due 2026-03-03T10:00 stopped 2026-03-02T15:59 used 21540'])
    expect(clocks(['10:00 in', '16:00 status new>closed'], rules)).toEqual(['resolution missed due 2026-03-02T14:00 stopped 2026-03-02T16:00 used 21600'])
  })
  test('a reply entered later than it was given is judged by the settings of its entering', () => {
    const rules = world({ policies: [policy({ firstResponse: business(2 * hour) }), { ...policy({ firstResponse: business(hour) }), from: '2026-03-02T16:00' }] })
    const given = diary(['10:00 in', '11:30 reply'])
    const entered = (time: string) => deriveClocks({ ...given, entries: given.entries.map((e) => (e.meaning === 'reply' ? { ...e, recordedAt: at(time) } : e)) }, rules, at('2026-03-05T12:00')).map(told)
    expect(entered('2026-03-02T15:00')).toEqual(['first-response met due 2026-03-02T12:00 stopped 2026-03-02T11:30 used 5400'])
    expect(entered('2026-03-02T17:00')).toEqual(['first-response missed due 2026-03-02T11:00 stopped 2026-03-02T11:30 used 5400'])
  })
  test('and by the priority of its entering', () => {
    const rules = world({ policies: [policy({ firstResponse: { ...business(4 * hour), byPriority: { urgent: hour } } })] })
    const given = diary(['10:00 in', '11:30 reply', '15:00 priority normal>urgent'])
    const entered = (time: string) => deriveClocks({ ...given, entries: given.entries.map((e) => (e.meaning === 'reply' ? { ...e, recordedAt: at(time) } : e)) }, rules, at('2026-03-05T12:00')).map(told)
    expect(entered('2026-03-02T14:00')).toEqual(['first-response met due 2026-03-02T14:00 stopped 2026-03-02T11:30 used 5400'])
    expect(entered('2026-03-02T16:00')).toEqual(['first-response missed due 2026-03-02T11:00 stopped 2026-03-02T11:30 used 5400'])
  })
  test('and so with calendars', () => {
    const early = { ...office, weekly: { 1: [{ from: '06:00', to: '12:00' }], 2: [{ from: '06:00', to: '12:00' }] } }
    const rules = { policies: [resolution], calendars: [{ definition: office }, { definition: early, from: '2026-03-02T16:00' }] }
    expect(clocks(['10:00 in'], rules)).toEqual(['resolution running due 2026-03-03T12:00'])
    expect(clocks(['10:00 in', '15:00 status new>closed'], rules)).toEqual(['resolution met due 2026-03-03T10:00 stopped 2026-03-02T15:00 used 18000'])
  })
  test('what a stored clock remembers holds when it stopped at that instant, and only then', () => {
    const rules = world({ policies: [resolution, policy({ resolution: business(4 * hour) })] })
    const history = diary(['10:00 in', '15:00 status new>closed'])
    const kept = (stoppedAt: string) => () => ({ stoppedAt: at(stoppedAt), policyId: 'p', policyVersion: 1, calendarId: 'c', calendarVersion: 1 })
    expect(deriveClocks(history, rules, at('2026-03-05T12:00'), kept('2026-03-02T15:00')).map(told)).toEqual(['resolution met due 2026-03-03T10:00 stopped 2026-03-02T15:00 used 18000'])
    expect(deriveClocks(history, rules, at('2026-03-05T12:00'), kept('2026-03-02T14:00')).map(told)).toEqual(['resolution missed due 2026-03-02T14:00 stopped 2026-03-02T15:00 used 18000'])
  })
})

describe('nights, holidays and changes of the clock', () => {
  const night = [{ from: '22:00', to: '06:00' }]
  const nights = { timeZone: zone, weekly: { 1: night, 2: night, 3: night, 4: night, 5: night, 6: night, 7: night }, holidays: null, exceptions: [] }
  const nightsOfPoland = { ...nights, holidays: { country: 'PL' } }
  const lunch = [{ from: '08:00', to: '12:00' }, { from: '13:00', to: '17:00' }]
  const withLunch = { ...office, weekly: { 1: lunch, 2: lunch, 3: lunch, 4: lunch, 5: lunch } }
  test.each<[string, object, number, string, string]>([
    // In the night of 29 March 2026 the hour from 2 to 3 does not exist in Warsaw: the shift has seven hours.
    ['the night that is short', nights, 6 * hour, '2026-03-28 22:00', '2026-03-29T05:00'],
    ['the whole of the short night', nights, 8 * hour, '2026-03-28 22:00', '2026-03-29T23:00'],
    ['the hour that does not exist is not waited for', nights, 4 * hour + 60, '2026-03-28 22:00', '2026-03-29T03:01'],
    // In the night of 25 October 2026 the hour from 2 to 3 comes twice: the shift has nine.
    ['the night that is long', nights, 8 * hour, '2026-10-24 22:00', '2026-10-25T05:00'],
    ['the whole of the long night', nights, 9 * hour, '2026-10-24 22:00', '2026-10-25T06:00'],
    ['a shift past midnight goes on into the holiday it did not begin on', nightsOfPoland, 8 * hour, '2026-11-10 23:00', '2026-11-12T23:00'],
    ['lunch is no time', withLunch, 4 * hour, '2026-03-02 10:00', '2026-03-02T15:00'],
    ['over a weekend', office, 8 * hour, '2026-03-06 16:00', '2026-03-09T16:00'],
    ['taken on a closed day', office, hour, '2026-03-07 13:00', '2026-03-09T10:00'],
    ['the end of the day is the deadline, not the next opening', office, 7 * hour, '2026-03-02 10:00', '2026-03-02T17:00'],
    // Friday 1 May is a holiday, Sunday the 3rd as well (nothing to lose), Monday the 4th is worked.
    ['the long weekend of May', office, 2 * hour, '2026-04-30 16:00', '2026-05-04T10:00'],
    // 1 November 2026 is a Sunday; Wednesday the 11th stands alone in its week.
    ['11 November', office, 16 * hour, '2026-11-10 09:00', '2026-11-12T17:00'],
    // Thursday 24 December is free since 2025, Friday and Saturday too: next open is Monday the 28th.
    ['Christmas, with its eve since 2025', office, 9 * hour, '2026-12-23 09:00', '2026-12-28T10:00'],
    ['Christmas before that: the eve is a working day', office, 9 * hour, '2024-12-23 09:00', '2024-12-24T10:00'],
    // Easter Monday 6 April 2026 after a weekend: holidays on both sides.
    ['Easter', office, 2 * hour, '2026-04-03 16:00', '2026-04-07T10:00'],
    ['Epiphany between two working days', office, 9 * hour, '2027-01-05 09:00', '2027-01-07T10:00'],
  ])('%s', (_what, definition, seconds, from, due) => {
    const [clock] = deriveClocks(diary([`${from} in`]), world({ policies: [policy({ firstResponse: business(seconds) })], calendars: [{ definition }] }), at('2028-01-01T00:00'))
    expect(told(clock!)).toBe(`first-response running due ${due}`)
  })
  test.each([['2026-03-28 12:00', '2026-03-29T13:00'], ['2026-10-24 12:00', '2026-10-25T11:00']])('a clock that counts time as it passes has real hours: from %s a day later is %s', (from, due) => {
    expect(clocks([`${from} in`], { policies: [policy({ firstResponse: elapsed(24 * hour) })] })).toEqual([`first-response running due ${due}`])
  })
})

test('an answer taken back before it left stops nothing, and its status counts only if it was not undone', () => {
  const rules = world({ policies: [policy({ firstResponse: business(2 * hour), resolution: business(8 * hour) })] })
  const undone = diary(['10:00 in', '11:00 undone'])
  const entries = undone.entries.map((e, i) => (i === 1 ? { ...e, cancelled: true, changes: { status: ['new', 'waiting'] as const } } : e))
  const clocksOf = (status: string) => deriveClocks({ ...undone, entries, now: { ...undone.now, status } }, rules, at('2026-03-02T12:30')).map(told)
  expect(clocksOf('new')).toEqual(['first-response running due 2026-03-02T12:00', 'resolution running due 2026-03-03T10:00'])
  expect(clocksOf('waiting')).toEqual(['first-response running due 2026-03-02T12:00', 'resolution paused used 3600'])
})

test('a deadline no calendar reaches is far away instead of an accident', () => {
  const rare = { ...office, weekly: { 1: [{ from: '09:00', to: '09:01' }] } }
  const [clock] = deriveClocks(diary(['10:00 in']), world({ policies: [policy({ firstResponse: business(315_360_000) })], calendars: [{ definition: rare }] }), at('2026-03-02T12:00'))
  expect(new Date(clock!.dueAt!).toISOString()).toBe('2099-12-31T23:59:59.999Z')
})
