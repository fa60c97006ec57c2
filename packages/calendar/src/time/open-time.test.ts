/* Guards the cost: once its years are known, ten years of a calendar take hardly more steps than an hour of it. */
import { expect, test } from 'vitest'
import { at, hourMs, office } from '../testing.ts'
import { planDays } from './day-plan.ts'
import { OpenTime } from './open-time.ts'
import { zoneTime } from './zone-time.ts'

const build = () => {
  const time = new OpenTime(zoneTime('Europe/Warsaw'), planDays(office('09:00-13:00 14:00-18:00')))
  const looksFor = (durationMs: number, from = at('2026-11-23T10:00')) => {
    const before = time.work.looks
    time.firstAt(time.opened(from) + durationMs)
    return time.work.looks - before
  }
  return { time, looksFor }
}
const tenYears = 10 * 2000 * hourMs

test('a year is built once, whatever is asked of it', () => {
  const { time, looksFor } = build()
  looksFor(tenYears)
  const built = time.work.years
  for (let day = 0; day < 300; day++) {
    looksFor(tenYears - day * 8 * hourMs)
    time.lastAt(time.opened(at('2036-06-01T10:00')) - day * 70 * hourMs)
  }
  expect(built).toBeLessThanOrEqual(12)
  expect(time.work.years).toBe(built)
})

test('an hour builds one year, not the calendar', () => {
  const { time, looksFor } = build()
  looksFor(hourMs)
  expect(time.work.years).toBe(1)
})

test('ten years take at most half as many looks again as an hour', () => {
  const { looksFor } = build()
  looksFor(tenYears)
  expect(looksFor(tenYears)).toBeLessThanOrEqual(looksFor(hourMs) * 1.5)
  expect(looksFor(tenYears)).toBeLessThan(40)
})

test('sixty years ahead and back, too', () => {
  const { time, looksFor } = build()
  looksFor(6 * tenYears)
  time.lastAt(time.opened(at('2026-11-23T10:00')) - 5 * tenYears)
  expect(looksFor(6 * tenYears)).toBeLessThanOrEqual(looksFor(hourMs) * 1.5)
})
