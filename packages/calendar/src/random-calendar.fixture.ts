/*
 * Random calendars near the dates at which zones do something odd, and a second opinion on them: minute by minute,
 * straight from the definition with Temporal alone, with holidays typed in by hand.
 */
import fc from 'fast-check'
import type { CalendarDefinition, Shift, Weekday } from './definition.ts'
import { minuteMs } from './testing.ts'

/** [zone, date]: what is special lies in the ten days from the date on. */
const oddPlaces: [string, string][] = [
  ['Europe/Warsaw', '2026-03-25'], ['Europe/Warsaw', '2026-10-22'], ['Europe/Warsaw', '2026-12-22'], ['Europe/Warsaw', '2026-04-30'],
  ['America/New_York', '2026-03-04'], ['America/New_York', '2026-10-28'],
  ['Australia/Lord_Howe', '2026-04-01'], ['Australia/Lord_Howe', '2026-09-30'],
  ['Asia/Kathmandu', '2026-12-28'],
  ['Pacific/Apia', '2011-12-26'],
  // The clock changes at midnight, which then does not exist; and at 00:01, so that midnight comes twice.
  ['America/Sao_Paulo', '2018-10-31'], ['America/St_Johns', '2006-10-25'],
]

const holidays = new Set([
  '2006-11-01', '2011-12-25', '2011-12-26', '2012-01-01', '2012-01-06', '2018-11-01', '2018-11-11', '2018-11-12',
  '2026-04-05', '2026-04-06', '2026-05-01', '2026-05-03', '2026-11-01', '2026-11-11', '2026-12-24', '2026-12-25', '2026-12-26',
  '2027-01-01', '2027-01-06',
])

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Shifts that end on the day they start, anywhere from 00:00 to 24:00; in spring many begin at an hour that is skipped. */
const dayShifts = fc.uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.constantFrom(0, 60, 120, 150, 165, 180, 540, 1020, 1440)), { maxLength: 6 })
  .map((cuts) => {
    cuts.sort((a, b) => a - b)
    return Array.from({ length: cuts.length >> 1 }, (_, i): Shift => ({ from: clock(cuts[2 * i]!), to: clock(cuts[2 * i + 1]!) }))
  })

/** A shift by day and one past midnight, neither in the way of the next day's. */
const nightShifts = fc.tuple(fc.boolean(), fc.integer({ min: 1200, max: 1439 }), fc.integer({ min: 0, max: 480 }), fc.boolean())
  .map(([day, from, to, night]): Shift[] => [...(day ? [{ from: '08:00', to: '20:00' }] : []), ...(night ? [{ from: clock(from), to: clock(to) }] : [])])

export interface RandomCase {
  definition: CalendarDefinition
  /** Start of the time to look at: local midnight of the odd date. */
  startAt: number
}

export const randomCase: fc.Arbitrary<RandomCase> = fc.tuple(fc.constantFrom(...oddPlaces), fc.constantFrom(dayShifts, nightShifts)).chain(([[timeZone, on], day]) => fc.record({
  week: fc.array(day, { minLength: 7, maxLength: 7 }).filter((week) => week.some((shifts) => shifts.length > 0)),
  holidays: fc.constantFrom(null, { country: 'PL' }),
  exceptions: fc.uniqueArray(fc.record({ in: fc.integer({ min: 0, max: 12 }), shifts: day }), { maxLength: 3, selector: (exception) => exception.in }),
  yearly: fc.boolean(),
}).map(({ week, holidays, exceptions, yearly }) => ({
  startAt: Temporal.PlainDate.from(on).toZonedDateTime(timeZone).epochMilliseconds,
  definition: {
    timeZone,
    holidays,
    weekly: Object.fromEntries(week.map((shifts, index) => [index + 1, shifts])) as CalendarDefinition['weekly'],
    exceptions: exceptions.map(({ in: days, shifts }) => {
      const date = Temporal.PlainDate.from(on).add({ days }).toString()
      return yearly ? { every: date.slice(5), shifts, name: 'own hours' } : { on: date, shifts }
    }),
  },
})))

/** Whether each of the minutes from the instant on is open. */
export function openMinutes({ timeZone, weekly, holidays: place, exceptions }: CalendarDefinition, startAt: number, minutes: number): boolean[] {
  const first = Temporal.Instant.fromEpochMilliseconds(startAt).toZonedDateTimeISO(timeZone).toPlainDate()
  const spans: [number, number][] = []
  for (let days = -2; days <= minutes / 1440 + 2; days++) {
    const date = first.add({ days })
    if (!date.toZonedDateTime(timeZone).toPlainDate().equals(date)) continue
    const iso = date.toString()
    const exception = exceptions.find((e) => 'on' in e && e.on === iso) ?? exceptions.find((e) => 'every' in e && e.every === iso.slice(5))
    const shifts = exception ? exception.shifts : place && holidays.has(iso) ? [] : weekly[String(date.dayOfWeek) as Weekday] ?? []
    for (const { from, to } of shifts) {
      const opens = date.toPlainDateTime(from)
      const closes = to === '24:00' ? date.add({ days: 1 }).toPlainDateTime() : date.add({ days: to <= from ? 1 : 0 }).toPlainDateTime(to)
      spans.push([opens.toZonedDateTime(timeZone).epochMilliseconds, closes.toZonedDateTime(timeZone).epochMilliseconds])
    }
  }
  return Array.from({ length: minutes }, (_, index) => {
    const at = startAt + index * minuteMs
    return spans.some(([from, to]) => from <= at && at < to)
  })
}
