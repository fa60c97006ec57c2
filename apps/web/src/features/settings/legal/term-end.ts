// How a term of law is counted, as far as it needs no holidays; those the server knows. The day of the event is not counted.
import type { LegalBasis } from '@kontuar/contracts'

export type LegalTerm = LegalBasis['term']
const dayMs = 86_400_000
const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10)
export const addDays = (day: string, days: number): string => dayOf(at(day) + days * dayMs)

/** The day on which a term of days, weeks or months ends before it is moved; business days end by the calendar alone. */
export function countedTo(day: string, { length, unit }: Pick<LegalTerm, 'length' | 'unit'>): string | null {
  switch (unit) {
    case 'days': return addDays(day, length)
    case 'weeks': return addDays(day, 7 * length)
    case 'months': {
      const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
      // The day that answers to it by its date, else the last of the month.
      const last = new Date(Date.UTC(year, month - 1 + length + 1, 0)).getUTCDate()
      return dayOf(Date.UTC(year, month - 1 + length, Math.min(date, last)))
    }
    case 'business-days': return null
  }
}

/** What the calendar is asked for the day on which a term ends: from when, and how much time of whole working days. Null: it ends where it is counted to. */
export function questionFor(day: string, term: LegalTerm): { from: string; seconds: number } | null {
  const end = countedTo(day, term)
  if (end === null) return { from: `${addDays(day, 1)}T00:00:00Z`, seconds: term.length * 86_400 - 60 }
  return term.rule === 'pl-civil-code' ? { from: `${end}T00:00:00Z`, seconds: 60 } : null
}
