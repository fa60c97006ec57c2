// Days on which little is to be expected: weekends, and public holidays of the organization's country.
import { listPublicHolidays } from '@kontuar/calendar'
import type { Tx } from '../../../../platform/db/database.ts'
import { daysOfZone, isoDay, weekdayOf } from '../zone-days.ts'

type Place = { country: string; region?: string }

/** That of its oldest calendar with holidays; Poland while it has none. */
export async function readCountry(tx: Tx): Promise<Place> {
  const [row] = await tx.query<{ holidays: Place }>(`select definition -> 'holidays' as holidays from calendar where org_id = $1 and definition -> 'holidays' ->> 'country' is not null order by id limit 1`, [tx.orgId], 'country-of-holidays')
  return row?.holidays ?? { country: 'PL' }
}

export interface OffDays { isHoliday(at: number): boolean; isOff(at: number): boolean }

export function offDays(place: Place, zone: string): OffDays {
  const days = daysOfZone(zone)
  const years = new Map<string, ReadonlySet<string>>()
  const known = new Map<number, boolean>()
  const isHolidayOn = (day: number) => {
    const found = known.get(day)
    if (found !== undefined) return found
    const date = isoDay(day)
    const year = date.slice(0, 4)
    const holidays = years.get(year) ?? new Set(holidaysOf(place, Number(year)))
    years.set(year, holidays)
    known.set(day, holidays.has(date))
    return holidays.has(date)
  }
  return { isHoliday: (at) => isHolidayOn(days.dayAt(at)), isOff: (at) => { const day = days.dayAt(at); return weekdayOf(day) > 5 || isHolidayOn(day) } }
}

/** A place or year nobody has holidays for has none. */
function holidaysOf(place: Place, year: number): string[] {
  try {
    return listPublicHolidays(place, year, 'en').map(({ on }) => on)
  } catch {
    return []
  }
}
