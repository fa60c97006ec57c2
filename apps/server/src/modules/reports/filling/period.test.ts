// Guards the days a report is about, and what they are called.
import { describe, expect, test } from 'vitest'
import { daysOfReport, startOfDay } from './period.ts'
import { periodName } from './period-name.ts'

describe('days', () => {
  test.each([
    ['yesterday', '2026-03-01', '2026-02-28', '2026-03-01'], ['yesterday', '2028-03-01', '2028-02-29', '2028-03-01'],
    ['last-week', '2026-11-30', '2026-11-23', '2026-11-30'], ['last-week', '2026-12-06', '2026-11-23', '2026-11-30'], ['last-week', '2027-01-01', '2026-12-21', '2026-12-28'],
    ['last-month', '2026-03-31', '2026-02-01', '2026-03-01'], ['last-month', '2026-01-01', '2025-12-01', '2026-01-01'],
    ['last-quarter', '2026-03-31', '2025-10-01', '2026-01-01'], ['last-quarter', '2026-04-01', '2026-01-01', '2026-04-01'], ['last-quarter', '2026-12-31', '2026-07-01', '2026-10-01'],
    ['last-7-days', '2026-11-29', '2026-11-22', '2026-11-29'], ['last-28-days', '2026-03-01', '2026-02-01', '2026-03-01'], ['this-month', '2026-02-28', '2026-02-01', '2026-03-01'],
    ['this-week', '2026-11-30', '2026-11-30', '2026-12-01'], ['this-week', '2026-12-06', '2026-11-30', '2026-12-07'],
  ] as const)('%s as of %s', (period, day, from, to) => expect(daysOfReport(period, day)).toEqual({ from, to }))

  test('a day begins when its zone says, also where midnight is skipped', () => {
    expect(startOfDay('2026-03-29', 'Europe/Warsaw').toISOString()).toBe('2026-03-28T23:00:00.000Z')
    expect(startOfDay('2026-03-30', 'Europe/Warsaw').toISOString()).toBe('2026-03-29T22:00:00.000Z')
    expect(startOfDay('2026-09-06', 'America/Santiago').toISOString()).toBe('2026-09-06T04:00:00.000Z')
  })
})

describe('names', () => {
  test.each([
    [{ from: '2026-11-23', to: '2026-11-30' }, 'tydzień 23–29 listopada 2026', 'неделя 23–29 ноября 2026 г.', 'week of 23–29 November 2026'],
    [{ from: '2026-11-30', to: '2026-12-07' }, 'tydzień 30 listopada – 6 grudnia 2026', 'неделя 30 ноября – 6 декабря 2026 г.', 'week of 30 November – 6 December 2026'],
    [{ from: '2026-02-01', to: '2026-03-01' }, 'luty 2026', 'февраль 2026 г.', 'February 2026'],
    [{ from: '2026-10-01', to: '2027-01-01' }, 'IV kwartał 2026', 'IV квартал 2026 г.', 'Q4 2026'],
    [{ from: '2026-11-28', to: '2026-11-29' }, 'sobota, 28 listopada 2026', 'суббота, 28 ноября 2026 г.', 'Saturday, 28 November 2026'],
    [{ from: '2026-11-24', to: '2026-12-01' }, '24–30 listopada 2026', '24–30 ноября 2026 г.', '24–30 November 2026'],
    [{ from: '2026-02-01', to: '2026-02-02' }, 'niedziela, 1 lutego 2026', 'воскресенье, 1 февраля 2026 г.', 'Sunday, 1 February 2026'],
  ])('%o', (days, ...names) => {
    const spoken = (['pl', 'ru', 'en'] as const).map((language) => periodName(days, language).replaceAll(/[\u00a0\u2009\u202f]/g, ' '))
    expect(spoken).toEqual(names)
  })
})
