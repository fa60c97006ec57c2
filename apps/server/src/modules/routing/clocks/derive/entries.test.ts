// Guards what an entry of the diary means to the clocks, and that rows of any shape are read without an accident.
import { describe, expect, test } from 'vitest'
import { meaningOf, toEntries, type EntryRow } from './entries.ts'

const row = (given: Partial<EntryRow>): EntryRow => ({ id: 'i', kind: 'message', direction: 'in', at: 1000, recorded_at: 1000, automatic: false, by_staff: false, by_hand: false, changes: null, cancelled: false, ...given })

test.each<[string, Partial<EntryRow>, ReturnType<typeof meaningOf>]>([
  ['a customer\'s mail', {}, 'customer'],
  ['our mail', { direction: 'out', by_staff: true }, 'reply'],
  ['an out-of-office answer', { automatic: true }, null],
  ['our confirmation', { direction: 'out', automatic: true }, null],
  ['an answer taken back', { direction: 'out', by_staff: true, cancelled: true }, null],
  ['a note', { kind: 'note', direction: 'internal', by_staff: true }, null],
  ['a call of the customer that a colleague wrote down', { kind: 'call', by_staff: true }, 'reply'],
  ['a call we made', { kind: 'call', direction: 'out', by_staff: true }, 'reply'],
  ['a missed call', { kind: 'call' }, 'customer'],
  ['a visit', { kind: 'visit', by_staff: true }, 'reply'],
  ['a text message of the customer that a colleague wrote down', { by_staff: true, by_hand: true }, 'customer'],
  ['a chat that somebody took', { by_staff: true, by_hand: true, taken: true }, 'reply'],
  ['a chat that nobody took in time', { by_hand: true, taken: false }, 'customer'],
  ['a rating', { kind: 'rating' }, null],
  ['a signal', { kind: 'signal' }, null],
  ['a change', { kind: 'event', direction: 'internal', changes: { status: ['new', 'open'] } }, null],
  ['a merge of a ticket whose customer waits', { kind: 'event', direction: 'internal', changes: { from: { id: 't', waitingSince: '2026-03-02T09:00:00Z' } } }, 'customer'],
  ['a merge of one that was answered', { kind: 'event', direction: 'internal', changes: { from: { id: 't', waitingSince: null } } }, null],
])('%s', (_what, given, meaning) => {
  expect(meaningOf(row(given))).toBe(meaning)
})

describe('rows', () => {
  test('stand in the order of time', () => {
    expect(toEntries([row({ at: 3 }), row({ at: 1 }), row({ at: 2 })]).map((e) => e.at)).toEqual([1, 2, 3])
  })
  test('a mail that waited to be read wakes its ticket when it is read, its customer waits since it came', () => {
    expect(toEntries([row({ id: 'closing', kind: 'event', direction: 'internal', at: 2000, recorded_at: 2000, changes: { status: ['open', 'closed'] } }), row({ id: 'mail', at: 1000, recorded_at: 3000, changes: { status: ['closed', 'open'] } })]))
      .toMatchObject([{ at: 2000, changes: { status: ['open', 'closed'] } }, { at: 3000, since: 1000, meaning: 'customer', changes: { status: ['closed', 'open'] } }])
  })
  test('a call written down later was at its time, what it changed is changed since the writing', () => {
    const entries = toEntries([row({ kind: 'call', by_staff: true, by_hand: true, at: 1000, recorded_at: 9000, changes: { status: ['new', 'open'] } })])
    expect(entries).toMatchObject([{ at: 1000, meaning: 'reply', changes: null, recordedAt: 9000 }, { at: 9000, meaning: null, changes: { status: ['new', 'open'] } }])
  })
  test('whoever waits in a merged ticket waits since their message there', () => {
    expect(toEntries([row({ kind: 'event', direction: 'internal', at: Date.parse('2026-03-02T12:00:00Z'), changes: { from: { waitingSince: '2026-03-02T09:00:00Z' } } })])).toMatchObject([{ meaning: 'customer', since: Date.parse('2026-03-02T09:00:00Z') }])
  })
  test('and there again once the merge is taken back; which ticket it was is kept', () => {
    const event = (from: object) => row({ kind: 'event', direction: 'internal', changes: { from } })
    expect(toEntries([event({ id: 't2', number: 2, waitingSince: '1970-01-01T00:00:01Z' })])).toMatchObject([{ meaning: 'customer', since: 1000, brought: 't2' }])
    expect(toEntries([event({ id: 't2', number: 2, waitingSince: null })])).toEqual([])
    expect(toEntries([event({ id: 't2', number: 2 })])).toMatchObject([{ meaning: null, changes: null, returned: 't2' }])
  })
  test.each<[string, Record<string, unknown>]>([
    ['a detail without pairs', { because: { code: 'x' }, takenBack: true }], ['a pair of three', { status: ['a', 'b', 'c'] }], ['nonsense where a merge stands', { from: 7 }], ['null there', { from: null }], ['a time that is none', { from: { waitingSince: 'yesterday' } }],
  ])('%s means nothing', (_what, changes) => {
    expect(toEntries([row({ kind: 'event', direction: 'internal', changes })])).toEqual([])
  })
})
