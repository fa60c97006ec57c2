// How near a deadline is: the share used up, its tone, and the time in at most two units.
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Amber in the last quarter, red after. */
export type ClockTone = 'calm' | 'soon' | 'late'

/** 0 at the start, 1 at the deadline and after. Without a start the ring is full. */
export function usedShare(from: Date | null, due: Date, now: Date): number {
  if (from === null || due <= from) return 1
  return Math.min(1, Math.max(0, (now.getTime() - from.getTime()) / (due.getTime() - from.getTime())))
}

export function clockTone(from: Date | null, due: Date, now: Date): ClockTone {
  if (now > due) return 'late'
  return from !== null && usedShare(from, due, now) >= 0.75 ? 'soon' : 'calm'
}

export interface Span { days: number; hours: number; minutes: number }

/** Two units at most: from a week on whole days, from a day on days and hours. Less than a minute counts as one. */
export function span(milliseconds: number): Span {
  const whole = Math.max(minute, Math.abs(milliseconds))
  const days = Math.floor(whole / day)
  return { days, hours: days >= 7 ? 0 : Math.floor((whole % day) / hour), minutes: days > 0 ? 0 : Math.floor((whole % hour) / minute) }
}
