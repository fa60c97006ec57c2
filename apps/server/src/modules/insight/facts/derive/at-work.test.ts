// Guards pieces of time at work: whole hours where the organization is, also on the two nights a year, and nothing counted twice.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atWorkFacts, type Span, type WorkStay } from './at-work-facts.ts'

const warsaw = 'Europe/Warsaw'
const at = (iso: string) => Date.parse(iso)
const stay = (since: string, until: string | null): WorkStay => ({ id: 's', staffId: 'ewa', state: 'available', since: at(since), until: until === null ? null : at(until), teamId: 'a' })
const pieces = (of: WorkStay, handling: Span[] = [], zone = warsaw, now = '2027-01-01T00:00:00Z') => atWorkFacts(of, handling, zone, at(now)).map((f) => `${new Date(f.at).toISOString().slice(11, 19)} ${f.measures.available}`)

test.each<[string, WorkStay, string[]]>([
  ['an hour and a half', stay('2026-03-02T09:30:00Z', '2026-03-02T11:00:00Z'), ['09:30:00 1800', '10:00:00 3600']], ['within an hour', stay('2026-03-02T09:30:00Z', '2026-03-02T09:45:00Z'), ['09:30:00 900']], ['no time at all', stay('2026-03-02T09:30:00Z', '2026-03-02T09:30:00Z'), []],
  ['the night that has an hour twice', stay('2026-10-25T00:00:00Z', '2026-10-25T02:30:00Z'), ['00:00:00 3600', '01:00:00 3600', '02:00:00 1800']], ['the night that lacks one', stay('2026-03-29T00:30:00Z', '2026-03-29T02:00:00Z'), ['00:30:00 1800', '01:00:00 3600']],
])('%s', (_, of, wanted) => expect(pieces(of)).toEqual(wanted))

test('are cut at the hours of the zone, also of one that is half an hour off', () => {
  expect(pieces(stay('2026-03-02T09:00:00Z', '2026-03-02T10:00:00Z'), [], 'Asia/Kolkata')).toEqual(['09:00:00 1800', '09:30:00 1800'])
})

test('of somebody still there are told for hours that are full', () => {
  expect(pieces(stay('2026-03-02T09:30:00Z', null), [], warsaw, '2026-03-02T11:59:59Z')).toEqual(['09:30:00 1800', '10:00:00 3600'])
  expect(pieces(stay('2026-03-02T09:30:00Z', null), [], warsaw, '2026-03-02T12:00:00Z')).toHaveLength(3)
})

test('are only of those who are ready', () => {
  for (const state of ['busy', 'away']) expect(atWorkFacts({ ...stay('2026-03-02T09:00:00Z', '2026-03-02T10:00:00Z'), state }, [], warsaw, at('2027-01-01T00:00:00Z'))).toEqual([])
})

test('lose what was spent on calls and chats, two at once only once', () => {
  const span = (from: string, to: string): Span => ({ from: at(`2026-03-02T${from}Z`), to: at(`2026-03-02T${to}Z`) })
  expect(pieces(stay('2026-03-02T09:00:00Z', '2026-03-02T11:00:00Z'), [span('09:50:00', '10:10:00'), span('09:55:00', '10:05:00'), span('08:00:00', '09:01:00'), span('12:00:00', '13:00:00')])).toEqual(['09:00:00 2940', '10:00:00 3000'])
})

test('add up to the stay less what was handled, whatever the zone', () => {
  const hour = 3_600_000
  fc.assert(fc.property(fc.integer({ min: 0, max: 300 * 24 * 60 }), fc.integer({ min: 1, max: 60 * 60 }), fc.array(fc.tuple(fc.nat(3000), fc.integer({ min: 0, max: 300 })), { maxLength: 6 }), fc.constantFrom(warsaw, 'Asia/Kolkata', 'America/St_Johns', 'UTC'), (start, minutes, calls, zone) => {
    const since = Date.UTC(2026, 0, 1) + start * 60_000
    const until = since + minutes * 60_000
    const handling = calls.map(([from, length]) => ({ from: since + (from - 60) * 60_000, to: since + (from - 60 + length) * 60_000 }))
    const facts = atWorkFacts({ id: 's', staffId: 'ewa', state: 'available', since, until, teamId: null }, handling, zone, until + hour)
    let ready = 0
    for (let at = since; at < until; at += 60_000) if (!handling.some((h) => h.from <= at && at < h.to)) ready += 60
    expect(facts.reduce((sum, f) => sum + f.measures.available!, 0)).toBe(ready)
    expect(new Set(facts.map((f) => f.mark)).size).toBe(facts.length)
  }), { numRuns: 60 })
})
