// Until when a warning can be put off. Mornings, in the organization's zone. Pure.
import { addDays, dayIn } from '@kontuar/contracts'
import { instantOf } from '../../../../ui/zoned-time.ts'

export const snoozes = ['tomorrow', 'monday', 'week'] as const
export type Snooze = (typeof snoozes)[number]
const morning = '07:00'

/** 1 Monday … 7 Sunday. */
const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1

export function snoozeUntil(snooze: Snooze, now: Date, timeZone: string): Date {
  const today = dayIn(now, timeZone)
  const days = snooze === 'tomorrow' ? 1 : snooze === 'week' ? 7 : 8 - weekdayOf(today)
  return instantOf(`${addDays(today, days)}T${morning}`, timeZone)!
}

/** On a Sunday tomorrow is Monday, on a Monday the next one is in a week: nothing is offered twice. */
export function snoozesOn(now: Date, timeZone: string): readonly Snooze[] {
  const untils = new Set<number>()
  return snoozes.filter((snooze) => {
    const until = snoozeUntil(snooze, now, timeZone).getTime()
    // The week is the one everybody understands.
    if (snooze === 'monday' && until === snoozeUntil('week', now, timeZone).getTime()) return false
    return untils.has(until) ? false : Boolean(untils.add(until))
  })
}

/** Noon of the next working day: when a task is proposed to be done by. */
export function nextNoon(now: Date, timeZone: string): Date {
  const today = dayIn(now, timeZone)
  const days = weekdayOf(today) >= 5 ? 8 - weekdayOf(today) : 1
  return instantOf(`${addDays(today, days)}T12:00`, timeZone)!
}
