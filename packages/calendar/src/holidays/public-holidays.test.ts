/* Guards the days free from work: Poland's by its law year by year, others by what the library knows, read safely. */
import { describe, expect, test } from 'vitest'
import { dateOf } from '../time/dates.ts'
import { findPublicHoliday, listHolidayCountries, listHolidayRegions, listPublicHolidays } from './public-holidays.ts'

const days = (country: string, year: number, region?: string) => listPublicHolidays({ country, ...(region && { region }) }, year, 'en').map(({ on }) => on.slice(5))

describe('Poland', () => {
  test.each([
    [2010, '01-01 04-04 04-05 05-01 05-03 05-23 06-03 08-15 11-01 11-11 12-25 12-26'],
    [2011, '01-01 01-06 04-24 04-25 05-01 05-03 06-12 06-23 08-15 11-01 11-11 12-25 12-26'],
    [2018, '01-01 01-06 04-01 04-02 05-01 05-03 05-20 05-31 08-15 11-01 11-11 11-12 12-25 12-26'],
    [2024, '01-01 01-06 03-31 04-01 05-01 05-03 05-19 05-30 08-15 11-01 11-11 12-25 12-26'],
    [2025, '01-01 01-06 04-20 04-21 05-01 05-03 06-08 06-19 08-15 11-01 11-11 12-24 12-25 12-26'],
    [2026, '01-01 01-06 04-05 04-06 05-01 05-03 05-24 06-04 08-15 11-01 11-11 12-24 12-25 12-26'],
    [2027, '01-01 01-06 03-28 03-29 05-01 05-03 05-16 05-27 08-15 11-01 11-11 12-24 12-25 12-26'],
    [2038, '01-01 01-06 04-25 04-26 05-01 05-03 06-13 06-24 08-15 11-01 11-11 12-24 12-25 12-26'],
  ])('%d', (year, expected) => expect(days('PL', year).join(' ')).toBe(expected))

  test('every holiday has a name in each language, Russian ones in Cyrillic', () => {
    const polish = listPublicHolidays({ country: 'PL' }, 2026, 'pl')
    expect(polish[5]).toEqual({ on: '2026-05-03', name: 'Święto Narodowe Trzeciego Maja' })
    for (const { name } of listPublicHolidays({ country: 'PL' }, 2026, 'ru')) expect(name).toMatch(/^[\p{Script=Cyrillic}\d ]+$/u)
    for (const { name } of listPublicHolidays({ country: 'PL' }, 2026, 'en')) expect(name).toMatch(/^[A-Za-z' ]+$/)
  })

  test('days of memory, of the flag and school holidays are working days', () => {
    for (const [month, day] of [[1, 21], [4, 3], [5, 2], [5, 26], [12, 31]] as const) expect(findPublicHoliday({ country: 'PL' }, dateOf(2026, month, day))).toBeNull()
  })
})

test('other countries, with their regions', () => {
  expect(days('DE', 2026)).toEqual(['01-01', '04-03', '04-06', '05-01', '05-14', '05-25', '10-03', '12-25', '12-26'])
  expect(days('DE', 2026, 'BY')).toEqual(expect.arrayContaining(['01-06', '06-04', '11-01']))
  expect(days('DE', 2026, 'BY-A')).toContain('08-08')
  expect(days('CZ', 2026)).toContain('11-17')
  expect(days('UA', 2026)).not.toEqual([])
})

test('a holiday moved from a weekend falls on the day that is free instead', () => {
  // England and Wales: 26 December 2026 is a Saturday, the bank holiday is Monday 28 December.
  expect(days('GB', 2026, 'ENG')).toContain('12-28')
})

test('a feast of several days is free on each, a half day is not free', () => {
  expect(days('RU', 2026).slice(0, 8)).toEqual(['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'])
  // Incwala in Eswatini: six days from 28 December.
  expect(days('SZ', 2028).slice(0, 2)).toEqual(['01-01', '01-02'])
  expect(days('IS', 2027)).toContain('12-25')
  expect(days('IS', 2027)).not.toContain('12-31')
})

test('every country can be asked for any year that is counted', () => {
  for (const country of Object.keys(listHolidayCountries('en'))) {
    for (const year of [2026, 2099]) {
      const list = days(country, year)
      expect(list).toEqual([...new Set(list)].sort())
    }
  }
})

test('countries and regions are listed by name for a choice', () => {
  expect(listHolidayCountries('pl')['PL']).toBe('Polska')
  expect(listHolidayRegions('DE', 'en')).toMatchObject({ BY: 'Bayern', 'BY-A': 'Bayern, Stadt Augsburg' })
  expect(listHolidayRegions('PL', 'pl')).toEqual({})
  expect(listHolidayRegions('XX', 'pl')).toEqual({})
})

test.each([
  [{ country: 'XX' }, 2026], [{ country: 'toString' }, 2026], [{ country: 'DE', region: 'XX' }, 2026], [{ country: 'PL' }, 1969], [{ country: 'PL' }, 2100], [{ country: 'PL' }, Number.NaN], [null, 2026],
])('%j in %d is refused', (place, year) => {
  expect(() => listPublicHolidays(place as { country: string }, year, 'en')).toThrow(expect.objectContaining({ name: 'CalendarError' }))
})
