/*
 * How many false alarms are tolerable is what a person can say; the level of each single check follows. Forty shops checked
 * hourly at 0.001 cry wolf 29 times a month.
 */
import { assertAmount, assertLevel, assertPositive } from '../amount.ts'
import { normalBand, type Judged, type Sides } from './normal-band.ts'

/**
 * The level at which so many checks give so many false alarms: their quotient. Null without checks.
 * @throws RangeError unless the budget is above 0 and below the number of checks: at a level of 1 everything is a warning.
 */
export function levelForBudget({ falseAlarmsPerMonth, checksPerMonth }: { falseAlarmsPerMonth: number, checksPerMonth: number }): number | null {
  assertPositive('falseAlarmsPerMonth', falseAlarmsPerMonth)
  assertAmount('checksPerMonth', checksPerMonth)
  if (checksPerMonth === 0) return null
  if (falseAlarmsPerMonth >= checksPerMonth) throw new RangeError(`Of ${checksPerMonth} checks fewer may be false alarms; it was ${falseAlarmsPerMonth}.`)
  return falseAlarmsPerMonth / checksPerMonth
}

/** The way back: how many false alarms this level gives. @throws RangeError unless 0 < level < 1 and checks are a number from 0. */
export function falseAlarmsPerMonth({ level, checksPerMonth }: { level: number, checksPerMonth: number }): number {
  assertLevel(level)
  assertAmount('checksPerMonth', checksPerMonth)
  return level * checksPerMonth
}

export interface Check extends Judged {
  perMonth: number
  sides?: Sides
}

/**
 * The same where counts are small. No count lies exactly at a level, so a check at 0.001 gives a false alarm perhaps 0.0004 times,
 * and one for silence never: the quotient would use up half the budget. This level is the largest of which all checks
 * together keep to the budget, at most `most`: what chance gives every twentieth time is no warning. Null where no check has a past.
 * @throws RangeError as normalBand does, and unless the budget is above 0 and perMonth a number from 0.
 */
export function levelForChecks({ falseAlarmsPerMonth, checks, most = 0.05 }: { falseAlarmsPerMonth: number, checks: readonly Check[], most?: number }): { level: number, falseAlarmsPerMonth: number } | null {
  assertPositive('falseAlarmsPerMonth', falseAlarmsPerMonth)
  assertLevel(most)
  for (const { perMonth } of checks) assertAmount('perMonth', perMonth)
  const known = checks.filter(({ baseline, perMonth }) => baseline.mean !== null && perMonth > 0)
  if (known.length === 0) return null
  const given = (level: number) => known.reduce((sum, { perMonth, ...check }) => sum + perMonth * normalBand({ ...check, level })!.falseAlarm, 0)
  if (given(most) <= falseAlarmsPerMonth) return { level: most, falseAlarmsPerMonth: given(most) }
  let [low, high] = [-300, Math.log10(most)]
  while (high - low > 1e-9) {
    const middle = (low + high) / 2
    if (given(10 ** middle) <= falseAlarmsPerMonth) low = middle
    else high = middle
  }
  return { level: 10 ** low, falseAlarmsPerMonth: given(10 ** low) }
}
