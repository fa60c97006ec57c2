import type { Shift } from '../definition.ts'

/** Minutes after local midnight of the date the shift starts on; `to` runs to 2,879 when it is past midnight. */
export interface MinuteShift {
  from: number
  to: number
}

const wallTime = /^([01]\d|2[0-3]):([0-5]\d)$/

/** Minutes after midnight, null for anything but HH:MM. */
export function parseTime(text: unknown): number | null {
  const parts = typeof text === 'string' ? wallTime.exec(text) : null
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null
}

/** As parseTime, and 24:00. */
export function parseClosingTime(text: unknown): number | null {
  return text === '24:00' ? 1440 : parseTime(text)
}

/** Sorted by their start. Wants times that were checked. */
export function minuteShifts(shifts: readonly Shift[]): MinuteShift[] {
  return shifts
    .map(({ from, to }) => {
      const opens = parseTime(from) ?? 0
      const closes = parseClosingTime(to) ?? 0
      return { from: opens, to: closes <= opens ? closes + 1440 : closes }
    })
    .sort((a, b) => a.from - b.from)
}
