/*
 * Guards the last day of legal terms under the Polish Civil Code (art. 111, 112, 115), with cases counted by hand,
 * and the same counting without the move for other countries.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endOfTerm } from './end-of-term.ts'
import type { Term, TermUnit } from './term.ts'

const polish = (startOn: string, length: number, unit: TermUnit) => endOfTerm({ startOn, length, unit, rule: 'pl-civil-code' }, 'pl')

describe('Polish Civil Code', () => {
  test.each<[string, number, TermUnit, string, string]>([
    ['2026-11-09', 14, 'days', '2026-11-23', 'Monday to Monday; the first day is not counted'],
    ['2026-11-13', 14, 'days', '2026-11-27', 'ends on a Friday'],
    ['2026-11-14', 14, 'days', '2026-11-30', 'ends on a Saturday, moves to Monday'],
    ['2026-11-15', 14, 'days', '2026-11-30', 'ends on a Sunday, moves to Monday'],
    ['2026-03-20', 14, 'days', '2026-04-03', 'Good Friday is no day free from work'],
    ['2026-03-21', 14, 'days', '2026-04-07', 'Holy Saturday, Easter, Easter Monday'],
    ['2026-03-23', 14, 'days', '2026-04-07', 'Easter Monday'],
    ['2026-04-17', 14, 'days', '2026-05-04', '1 May on a Friday, 3 May on the Sunday'],
    ['2027-04-19', 14, 'days', '2027-05-04', '3 May on a Monday'],
    ['2026-05-21', 14, 'days', '2026-06-05', 'Corpus Christi: the Friday after it is a working day'],
    ['2026-08-01', 14, 'days', '2026-08-17', '15 August on a Saturday'],
    ['2026-10-28', 14, 'days', '2026-11-12', '11 November on a Wednesday'],
    ['2018-10-29', 14, 'days', '2018-11-13', 'the centenary of 2018, on a Monday'],
    ['2026-12-10', 14, 'days', '2026-12-28', 'Christmas Eve to St Stephen, then Sunday'],
    ['2025-12-10', 14, 'days', '2025-12-29', 'Christmas Eve of 2025 and four more days'],
    ['2024-12-10', 14, 'days', '2024-12-24', 'Christmas Eve was a working day until 2024'],
    ['2026-12-18', 14, 'days', '2027-01-04', 'New Year on a Friday'],
    ['2026-12-23', 14, 'days', '2027-01-07', 'Epiphany'],
    ['2016-12-17', 14, 'days', '2016-12-31', 'a Saturday of 2016: the Code did not know it yet'],
    ['2016-12-24', 14, 'days', '2017-01-09', 'a Saturday of 2017'],
    ['2026-01-31', 30, 'days', '2026-03-02', 'thirty days'],
    ['2026-10-28', 2, 'weeks', '2026-11-12', 'the day of the same name, a holiday'],
    ['2026-11-09', 1, 'weeks', '2026-11-16', 'Monday to Monday'],
    ['2026-03-31', 1, 'months', '2026-04-30', 'no 31 April: the last day of the month'],
    ['2026-01-31', 1, 'months', '2026-03-02', '28 February is a Saturday'],
    ['2028-01-31', 1, 'months', '2028-02-29', 'the last day of a leap February'],
    ['2026-08-11', 3, 'months', '2026-11-12', 'the same date, a holiday'],
    ['2024-02-29', 1, 'years', '2025-02-28', 'no 29 February'],
    ['2026-11-20', 6, 'years', '2032-11-22', 'six years, the limitation of claims, to a Saturday'],
    ['2026-11-20', 2, 'years', '2028-11-20', 'two years'],
  ])('%s and %d %s end on %s: %s', (startOn, length, unit, endsOn) => {
    expect(polish(startOn, length, unit).endsOn).toBe(endsOn)
  })

  test.each<[string, number, string, string]>([
    ['2026-11-23', 7, '2026-12-02', 'over one weekend'],
    ['2026-11-27', 1, '2026-11-30', 'Friday to Monday'],
    ['2026-11-28', 1, '2026-11-30', 'from a Saturday'],
    ['2026-04-30', 7, '2026-05-12', '1 May'],
    ['2026-12-21', 7, '2027-01-04', 'Christmas and New Year'],
    ['2024-12-20', 2, '2024-12-24', 'Christmas Eve counted until 2024'],
    ['2025-12-22', 2, '2025-12-29', 'and no longer in 2025'],
  ])('from %s, %d business days end on %s: %s', (startOn, length, endsOn) => {
    expect(polish(startOn, length, 'business-days').endsOn).toBe(endsOn)
  })

  test('the steps name each day that moved the end, and the article', () => {
    expect(polish('2026-12-10', 14, 'days')).toEqual({
      endsOn: '2026-12-28',
      countedToOn: '2026-12-24',
      steps: [
        { kind: 'event', fromOn: '2026-12-10', toOn: '2026-12-10', law: 'art. 111 § 2 k.c.' },
        { kind: 'counted', fromOn: '2026-12-11', toOn: '2026-12-24', count: 14, law: 'art. 111 § 1 k.c.' },
        { kind: 'moved', fromOn: '2026-12-24', toOn: '2026-12-24', reason: 'holiday', name: 'Wigilia Bożego Narodzenia', law: 'art. 115 k.c.' },
        { kind: 'moved', fromOn: '2026-12-25', toOn: '2026-12-25', reason: 'holiday', name: 'Pierwszy dzień Bożego Narodzenia', law: 'art. 115 k.c.' },
        { kind: 'moved', fromOn: '2026-12-26', toOn: '2026-12-26', reason: 'holiday', name: 'Drugi dzień Bożego Narodzenia', law: 'art. 115 k.c.' },
        { kind: 'moved', fromOn: '2026-12-27', toOn: '2026-12-27', reason: 'sunday', law: 'art. 115 k.c.' },
        { kind: 'end', fromOn: '2026-12-28', toOn: '2026-12-28' },
      ],
    })
  })

  test('the steps of business days name the holidays that were skipped', () => {
    expect(polish('2026-04-30', 7, 'business-days').steps).toEqual([
      { kind: 'event', fromOn: '2026-04-30', toOn: '2026-04-30', law: 'art. 111 § 2 k.c.' },
      { kind: 'skipped', fromOn: '2026-05-01', toOn: '2026-05-01', reason: 'holiday', name: 'Święto Pracy' },
      { kind: 'counted', fromOn: '2026-05-04', toOn: '2026-05-12', count: 7 },
      { kind: 'end', fromOn: '2026-05-12', toOn: '2026-05-12' },
    ])
  })

  test('a later start never ends earlier, and no term ends on a day off', () => {
    const day = fc.integer({ min: 17_200, max: 40_000 }).map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }))
    const unit = fc.constantFrom<TermUnit>('days', 'business-days', 'weeks', 'months', 'years')
    fc.assert(fc.property(day, unit, fc.integer({ min: 1, max: 20 }), (startOn, unit, length) => {
      const today = endOfTerm({ startOn, length, unit, rule: 'pl-civil-code' })
      const tomorrow = endOfTerm({ startOn: startOn.add({ days: 1 }), length, unit, rule: 'pl-civil-code' })
      expect(tomorrow.endsOn >= today.endsOn).toBe(true)
      expect(today.endsOn >= today.countedToOn).toBe(true)
      expect(Temporal.PlainDate.from(today.endsOn).dayOfWeek).toBeLessThan(6)
    }))
  })
})

describe('the plain calendar', () => {
  const plain = (startOn: string, length: number, unit: TermUnit, holidays?: Term['holidays']) => endOfTerm({ startOn, length, unit, rule: 'calendar', ...(holidays !== undefined && { holidays }) })

  test('a term ends where it is counted to, on a day off as well, and quotes no law', () => {
    expect(plain('2026-12-10', 14, 'days')).toEqual({
      endsOn: '2026-12-24', countedToOn: '2026-12-24',
      steps: [
        { kind: 'event', fromOn: '2026-12-10', toOn: '2026-12-10' },
        { kind: 'counted', fromOn: '2026-12-11', toOn: '2026-12-24', count: 14 },
        { kind: 'end', fromOn: '2026-12-24', toOn: '2026-12-24' },
      ],
    })
  })

  test('business days skip the holidays that were given', () => {
    expect(plain('2026-12-24', 1, 'business-days').endsOn).toBe('2026-12-25')
    expect(plain('2026-12-24', 1, 'business-days', null).endsOn).toBe('2026-12-25')
    expect(plain('2026-12-24', 1, 'business-days', { country: 'DE' }).endsOn).toBe('2026-12-28')
  })
})

describe('refused with a sentence', () => {
  const good: Term = { startOn: '2026-11-23', length: 14, unit: 'days', rule: 'pl-civil-code' }
  test.each<[string, unknown, string]>([
    ['no date', { ...good, startOn: undefined }, 'bad-date'],
    ['a moment for a date', { ...good, startOn: '2026-11-23T10:00' }, 'bad-date'],
    ['31 November', { ...good, startOn: '2026-11-31' }, 'bad-date'],
    ['the year 275760', { ...good, startOn: Temporal.PlainDate.from('+275760-09-13') }, 'bad-date'],
    ['no length', { ...good, length: Number.NaN }, 'bad-term'],
    ['a length of nothing', { ...good, length: 0 }, 'bad-term'],
    ['half a day', { ...good, length: 0.5 }, 'bad-term'],
    ['a billion days', { ...good, length: 1e9 }, 'bad-term'],
    ['a billion business days', { ...good, length: 1e9, unit: 'business-days' }, 'bad-term'],
    ['hours', { ...good, unit: 'hours' }, 'bad-term'],
    ['a unit out of the prototype', { ...good, unit: 'constructor' }, 'bad-term'],
    ['another law', { ...good, rule: 'bgb' }, 'bad-term'],
    ['German holidays in Polish law', { ...good, holidays: { country: 'DE' } }, 'bad-term'],
    ['an unknown country', { ...good, rule: 'calendar', holidays: { country: 'XX' } }, 'unknown-holidays'],
    ['a term beyond 2099', { ...good, startOn: '2099-12-20' }, 'out-of-range'],
    ['a term moved beyond 2099', { ...good, startOn: '2099-12-31', length: 1 }, 'out-of-range'],
    ['business days beyond 2099', { ...good, startOn: '2099-12-20', unit: 'business-days' }, 'out-of-range'],
    ['years beyond 2099', { ...good, length: 50, startOn: '2060-01-01', unit: 'years' }, 'out-of-range'],
  ])('%s', (_, term, code) => {
    expect(() => endOfTerm(term as Term)).toThrow(expect.objectContaining({ name: 'CalendarError', code, message: expect.stringMatching(/^\S.{20,}\.$/) }))
  })
})
