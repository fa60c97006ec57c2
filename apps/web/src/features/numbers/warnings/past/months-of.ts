// Warnings of a replay by the month they would have come in, the months without any included. Pure.
import { dayIn, type WarningReplay } from '@kontuar/contracts'

type Item = WarningReplay['items'][number]
export interface Month { /** "2026-11" */ month: string; items: Item[] }

const monthIn = (at: string, timeZone: string) => dayIn(new Date(at), timeZone).slice(0, 7)
const next = (month: string) => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

export function monthsOf({ from, to, items }: Pick<WarningReplay, 'from' | 'to' | 'items'>, timeZone: string): Month[] {
  const byMonth = Map.groupBy(items.toSorted((one, other) => one.at.localeCompare(other.at)), ({ at }) => monthIn(at, timeZone))
  // What ends at a midnight has nothing of the day it ends before.
  const last = monthIn(new Date(Math.max(Date.parse(from), Date.parse(to) - 1)).toISOString(), timeZone)
  const months: Month[] = []
  for (let month = monthIn(from, timeZone); month <= last; month = next(month)) months.push({ month, items: byMonth.get(month) ?? [] })
  return months
}
