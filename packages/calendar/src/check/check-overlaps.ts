import type { CalendarDefinition, Weekday } from '../definition.ts'
import { planDays } from '../time/day-plan.ts'
import { dateOf, formatDate, parseDate } from '../time/dates.ts'
import { minuteShifts, type MinuteShift } from '../time/wall-time.ts'
import type { Problems } from './problems.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Every weekday falls on every day of the year once in 28 years: enough to see each neighbour of a yearly exception. */
const cycle = { from: 2024, to: 2051 }

/** Wants a definition whose shape was checked. */
export function checkOverlaps(problems: Problems, definition: CalendarDefinition): void {
  const week = weekdays.map((_, index) => minuteShifts(definition.weekly[String(index + 1) as Weekday] ?? []))
  week.forEach((shifts, index) => {
    const path = `/weekly/${index + 1}`
    const next = (index + 1) % 7
    within(problems, path, weekdays[index]!, shifts)
    across(problems, path, [weekdays[index]!, weekdays[next]!], shifts, week[next]!)
  })

  const plan = planDays(definition)
  definition.exceptions.forEach((exception, index) => {
    const path = `/exceptions/${index}/shifts`
    const day = 'every' in exception ? exception.every : exception.on
    within(problems, path, day, minuteShifts(exception.shifts))
    for (const date of datesOf(day)) {
      const days = [date - 1, date, date + 1].map((each) => ({ name: formatDate(each), shifts: plan(each).shifts })) as [Day, Day, Day]
      // One sentence a day is enough, and the same for each year would be noise.
      if (pair(problems, path, days[0], days[1]) || pair(problems, path, days[1], days[2])) break
    }
  })
}

interface Day {
  name: string
  shifts: readonly MinuteShift[]
}

function datesOf(day: string): number[] {
  const dated = parseDate(day)
  if (dated !== null) return [dated]
  const years = Array.from({ length: cycle.to - cycle.from + 1 }, (_, index) => `${cycle.from + index}-${day}`)
  return years.map(parseDate).filter((date) => date !== null)
}

const pair = (problems: Problems, path: string, day: Day, next: Day) => across(problems, path, [day.name, next.name], day.shifts, next.shifts)

function within(problems: Problems, path: string, day: string, shifts: readonly MinuteShift[]): void {
  shifts.slice(1).forEach((shift, index) => {
    const before = shifts[index]!
    if (shift.from < before.to) problems.add('overlap', path, `${day}: ${show(before)} and ${show(shift)} overlap; end the first by ${clock(shift.from)} or join them.`, { day, first: show(before), second: show(shift) })
  })
}

function across(problems: Problems, path: string, [day, next]: [string, string], shifts: readonly MinuteShift[], nextShifts: readonly MinuteShift[]): boolean {
  const last = shifts.reduce<MinuteShift | undefined>((latest, shift) => !latest || shift.to > latest.to ? shift : latest, undefined)
  const first = nextShifts[0]
  if (!last || !first || first.from + 1440 >= last.to) return false
  problems.add('overlap', path, `${day} ${show(last)} runs past midnight into ${next} ${show(first)}; end it by ${clock(first.from)} or begin the next one later.`, { day, next, first: show(last), second: show(first) })
  return true
}

function show({ from, to }: MinuteShift): string {
  return `${clock(from)}–${to === 1440 ? '24:00' : clock(to)}`
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Whether some day of the 28 years has a shift; single dates do not count, since a clock may start after the last. */
export function opensAtAll(definition: CalendarDefinition): boolean {
  const plan = planDays({ ...definition, exceptions: definition.exceptions.filter((exception) => 'every' in exception) })
  for (let date = dateOf(cycle.from, 1, 1), last = dateOf(cycle.to, 12, 31); date <= last; date++) if (plan(date).shifts.length > 0) return true
  return false
}
