import { listPublicHolidays, type CalendarDefinition, type HolidayLanguage } from '@kontuar/calendar'

/** Whole days off in a year, in their order: public holidays that are kept, and closed days of the calendar's own. Weekends are not among them. */
export function daysOff({ holidays, exceptions }: CalendarDefinition, year: number, language: HolidayLanguage): { on: string; name: string }[] {
  const days = new Map(holidays === null ? [] : listPublicHolidays(holidays, year, language).map(({ on, name }) => [on, name]))
  // A dated exception outweighs a yearly one, and either a holiday.
  for (const dated of [false, true]) {
    for (const exception of exceptions) {
      const on = 'on' in exception ? exception.on : `${year}-${exception.every}`
      if (('on' in exception) !== dated || !on.startsWith(`${year}-`) || !exists(on)) continue
      if (exception.shifts.length > 0) days.delete(on)
      else days.set(on, exception.name ?? days.get(on) ?? '')
    }
  }
  return [...days].map(([on, name]) => ({ on, name })).toSorted((a, b) => (a.on < b.on ? -1 : 1))
}

/** 29 February is there in leap years alone. */
const exists = (on: string) => new Date(`${on}T00:00:00Z`).toISOString().startsWith(on)
