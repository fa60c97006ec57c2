// Between an instant and what a field of date and time shows, in the organization's zone.

/** "2026-11-22T14:05" */
export function localTime(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at).replace(' ', 'T')
}

/** The instant at which clocks there show this; of two (clocks go back) the earlier, of none (clocks go forward) the one as far after the gap as it was meant after its beginning. */
export function instantOf(local: string, timeZone: string): Date | null {
  const wished = Date.parse(`${local}Z`)
  if (Number.isNaN(wished)) return null
  const shownAt = (at: number) => Date.parse(`${localTime(new Date(at), timeZone)}Z`)
  const day = 86_400_000
  const offsets = [...new Set([wished - day, wished + day].map((at) => shownAt(at) - at))].toSorted((a, b) => b - a)
  const found = offsets.map((offset) => wished - offset).find((at) => shownAt(at) === wished)
  return new Date(found ?? wished - Math.min(...offsets))
}
