// Guards that one wrong answer of a tablet keeps no other waiting, and that a wrong clock moves none to another day.
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { readBatch } from './read-batch.ts'
import { timeGiven } from './time-given.ts'

const whole = { key: 'a1b2c3d4e5f6', survey: '01890a5d-ac96-774b-bcce-b302099a8057', version: 1, language: 'pl', values: { nps: 9 }, at: 1_790_000_000_000, finished: true }

describe('a batch', () => {
  test('is read with the clock of the tablet and what it holds', () => {
    expect(readBatch({ answers: [whole], now: 1_790_000_001_000, waiting: 12 })).toEqual({
      answers: [{ key: whole.key, surveyId: whole.survey, version: 1, language: 'pl', values: { nps: 9 }, at: new Date(1_790_000_000_000), finished: true }], unreadable: [], now: new Date(1_790_000_001_000), waiting: 12,
    })
  })

  test.each([
    ['no object', 'x', 'is no answer', null], ['no key', { ...whole, key: undefined }, 'has no key', null], ['a short key', { ...whole, key: 'a' }, 'has no key', null], ['a key that is no key', { ...whole, key: 'drop table;--' }, 'has no key', null],
    ['another survey’s name', { ...whole, survey: 'x' }, 'names no survey', whole.key], ['version 0', { ...whole, version: 0 }, 'names no version', whole.key], ['half a version', { ...whole, version: 1.5 }, 'names no version', whole.key],
    ['no time', { ...whole, at: 'yesterday' }, 'has no time', whole.key], ['a time beyond all calendars', { ...whole, at: 9e99 }, 'has no time', whole.key], ['values in a list', { ...whole, values: [9] }, 'has no values', whole.key],
  ])('with %s in it loses that one alone', (_what, item, reason, key) => {
    const read = readBatch({ answers: [whole, item, { ...whole, key: 'another-key-1' }], waiting: 3 })!
    expect(read.answers.map((a) => a.key)).toEqual([whole.key, 'another-key-1'])
    expect(read.unreadable).toEqual([{ key, reason }])
  })

  test('of anything at all is read or refused, and never throws', () => {
    fc.assert(fc.property(fc.anything(), (given) => {
      const read = readBatch(given)
      if (read !== null) expect(read.waiting).toBeGreaterThanOrEqual(0)
    }))
    fc.assert(fc.property(fc.array(fc.oneof(fc.anything(), fc.record({ key: fc.string(), survey: fc.anything(), version: fc.anything(), values: fc.anything(), at: fc.anything() })), { maxLength: 30 }), (answers) => {
      const read = readBatch({ answers, waiting: -1, now: 'x' })!
      expect(read.answers.length + read.unreadable.length).toBe(answers.length)
      expect(read).toMatchObject({ waiting: 0, now: null })
    }))
    expect(readBatch({ answers: Array.from({ length: 201 }, () => whole) })).toBeNull()
  })
})

describe('the time of an answer', () => {
  const at = (text: string) => new Date(`2026-05-${text}:00Z`)
  const made = at('01T00:00')
  test.each([
    ['a tablet that is right: yesterday stays yesterday', at('11T17:00'), at('12T09:00'), at('12T09:00'), at('11T17:00')],
    ['a request of half a minute: not corrected', at('12T08:59'), new Date('2026-05-12T08:59:30Z'), at('12T09:00'), at('12T08:59')],
    ['a clock five hours slow', at('11T12:00'), at('12T04:00'), at('12T09:00'), at('11T17:00')],
    ['a clock five hours fast', at('11T22:00'), at('12T14:00'), at('12T09:00'), at('11T17:00')],
    ['a clock that began in 1970', new Date(3_600_000), new Date(2 * 3_600_000), at('12T09:00'), at('12T08:00')],
    ['a clock that was set right between answer and sending', new Date(3_600_000), at('12T09:00'), at('12T09:00'), at('12T09:00')],
    ['a time of the future', at('12T10:00'), at('12T09:00'), at('12T09:00'), at('12T09:00')],
    ['a tablet that does not say what its clock shows', at('11T17:00'), null, at('12T09:00'), at('11T17:00')],
  ])('%s', (_what, given, tablet, now, expected) => {
    expect(timeGiven(given, tablet, now, made)).toEqual(expected)
  })
})
