/** The day of a moment in the organization's zone, as `2026-11-22`. */
export const dayOf = (at: string, timeZone: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(at))

export interface Day<T> { day: string; entries: T[] }

/** Entries, oldest first, gathered by day. */
export function byDay<T extends { at: string }>(entries: readonly T[], timeZone: string): Day<T>[] {
  const days: Day<T>[] = []
  for (const entry of entries) {
    const day = dayOf(entry.at, timeZone)
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}

/** 0 for today, 1 for yesterday, …, in whole days of the zone. */
export const daysAgo = (day: string, now: Date, timeZone: string): number => Math.round((Date.parse(dayOf(now.toISOString(), timeZone)) - Date.parse(day)) / 86_400_000)
