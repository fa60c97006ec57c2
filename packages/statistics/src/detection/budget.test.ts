/* Guards the budget of false alarms. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baselineOf } from './baseline.ts'
import { falseAlarmsPerMonth, levelForBudget, levelForChecks } from './budget.ts'
import { normalBand } from './normal-band.ts'

test('forty shops checked hourly at 0.001 cry wolf 29 times a month', () => {
  expect(falseAlarmsPerMonth({ level: 0.001, checksPerMonth: 40 * 24 * 30 })).toBeCloseTo(28.8, 12)
})

test('two false alarms a month of those checks leave a level of 0.00007', () => {
  expect(levelForBudget({ falseAlarmsPerMonth: 2, checksPerMonth: 40 * 24 * 30 })).toBe(2 / 28_800)
  expect(levelForBudget({ falseAlarmsPerMonth: 1, checksPerMonth: 0 })).toBeNull()
})

test('level and budget are each other\'s way back', () => {
  fc.assert(fc.property(fc.double({ min: 0.01, max: 10, noNaN: true }), fc.integer({ min: 11, max: 100_000 }), (budget, checksPerMonth) => {
    const level = levelForBudget({ falseAlarmsPerMonth: budget, checksPerMonth })!
    expect(falseAlarmsPerMonth({ level, checksPerMonth })).toBeCloseTo(budget, 9)
  }))
})

const shops = [1, 2, 5, 12, 40].map((mean) => ({ baseline: baselineOf({ rows: Array.from({ length: 8 }, () => ({ count: mean })) }), perMonth: 300 }))

test('many checks of small counts together use up their budget, which the quotient does not', () => {
  const found = levelForChecks({ falseAlarmsPerMonth: 2, checks: shops })!
  const given = (level: number) => shops.reduce((sum, { baseline, perMonth }) => sum + perMonth * normalBand({ baseline, level })!.falseAlarm, 0)
  expect(found.falseAlarmsPerMonth).toBeLessThanOrEqual(2)
  expect(found.falseAlarmsPerMonth).toBe(given(found.level))
  expect(given(found.level * 1.000_001)).toBeGreaterThan(2)
  expect(found.level).toBeGreaterThan(levelForBudget({ falseAlarmsPerMonth: 2, checksPerMonth: 1500 })!)
  expect(given(2 / 1500)).toBeLessThan(1.3)
})

test('a larger budget never lowers the level, and no level is above what is called a warning', () => {
  let before = 0
  for (const budget of [0.01, 0.1, 1, 5, 20, 1000]) {
    const { level } = levelForChecks({ falseAlarmsPerMonth: budget, checks: shops })!
    expect(level).toBeGreaterThanOrEqual(before)
    before = level
  }
  expect(before).toBe(0.05)
})

test('checks without a past, or never made, count for nothing', () => {
  const none = { baseline: baselineOf({ rows: [] }), perMonth: 300 }
  expect(levelForChecks({ falseAlarmsPerMonth: 2, checks: [none] })).toBeNull()
  expect(levelForChecks({ falseAlarmsPerMonth: 2, checks: [{ ...shops[0]!, perMonth: 0 }] })).toBeNull()
  expect(levelForChecks({ falseAlarmsPerMonth: 2, checks: [...shops, none] })).toEqual(levelForChecks({ falseAlarmsPerMonth: 2, checks: shops }))
})

test('budgets that cannot be are refused', () => {
  expect(() => levelForBudget({ falseAlarmsPerMonth: 0, checksPerMonth: 10 })).toThrow(RangeError)
  expect(() => levelForBudget({ falseAlarmsPerMonth: 10, checksPerMonth: 10 })).toThrow('Of 10 checks fewer may be false alarms; it was 10.')
  expect(() => levelForBudget({ falseAlarmsPerMonth: 1, checksPerMonth: -1 })).toThrow(RangeError)
  expect(() => falseAlarmsPerMonth({ level: 1, checksPerMonth: 10 })).toThrow(RangeError)
  expect(() => levelForChecks({ falseAlarmsPerMonth: -1, checks: shops })).toThrow(RangeError)
  expect(() => levelForChecks({ falseAlarmsPerMonth: 1, checks: [{ ...shops[0]!, perMonth: -1 }] })).toThrow(RangeError)
})
