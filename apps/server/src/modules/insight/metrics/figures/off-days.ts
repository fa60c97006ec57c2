// Days on which little is to be expected: weekends, and public holidays of the organization's country.
import { listPublicHolidays } from '@kontuar/calendar'
import type { Tx } from '../../../../platform/db/database.ts'
import { zoned } from '../time.ts'

/** That of its oldest calendar with holidays; Poland while it has none. */
export async function readCountry(tx: Tx): Promise<{ country: string; region?: string }> {
  const [row] = await tx.query<{ holidays: { country: string; region?: string } }>(`select definition -> 'holidays' as holidays from calendar where org_id = $1 and definition -> 'holidays' ->> 'country' is not null order by id limit 1`, [tx.orgId], 'country-of-holidays')
  return row?.holidays ?? { country: 'PL' }
}

export interface OffDays { isHoliday(at: number): boolean; isOff(at: number): boolean }

export function offDays(place: { country: string; region?: string }, zone: string): OffDays {
  const years = new Map<number, ReadonlySet<string>>()
  const holidays = (year: number) => {
    const known = years.get(year) ?? new Set(holidaysOf(place, year))
    years.set(year, known)
    return known
  }
  const isHoliday = (at: number) => {
    const day = zoned(at, zone).toPlainDate()
    return holidays(day.year).has(day.toString())
  }
  return { isHoliday, isOff: (at) => zoned(at, zone).dayOfWeek > 5 || isHoliday(at) }
}

/** A place or year nobody has holidays for has none. */
function holidaysOf(place: { country: string; region?: string }, year: number): string[] {
  try {
    return listPublicHolidays(place, year, 'en').map(({ on }) => on)
  } catch {
    return []
  }
}
