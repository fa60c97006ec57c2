import type { HolidayLanguage } from './holidays/public-holidays.ts'
import type { Interval } from './time/shift-intervals.ts'

/** Instants are epoch milliseconds, durations milliseconds of open time; both are integers. */
export interface Calendar {
  readonly timeZone: string
  /** A shift is open at its start and closed at its end. */
  isOpen: (at: number) => boolean
  /** The instant itself while open. */
  nextOpening: (at: number) => number
  /**
   * The first instant by which so much open time has passed, so a deadline on the minute of closing time is the end
   * of the shift, not the next opening. Adding 0 is the instant itself, also while closed.
   */
  add: (at: number, durationMs: number) => number
  /** The last instant from which so much open time leads here; the inverse of `add` for instants that are open. */
  subtract: (at: number, durationMs: number) => number
  /** Open time from a to b; negative when b is before a. */
  between: (fromAt: number, toAt: number) => number
  /** Joined where shifts touch, cut at both ends. */
  openIntervals: (fromAt: number, toAt: number) => Interval[]
  /** What happens between an instant and `add` of it; `steps` lie end to end, and `countedMs` sums up to the duration. */
  explain: (at: number, durationMs: number, language?: HolidayLanguage) => Explanation
  /** The same for any stretch of time, for a clock that was paused in between. */
  steps: (fromAt: number, toAt: number, language?: HolidayLanguage) => Step[]
}

export interface Explanation {
  dueAt: number
  steps: Step[]
}

/**
 * - `open`: an ordinary shift, or several that touch.
 * - `closed`: nights, lunches, weekends.
 * - `holiday`: a public holiday that took a shift away; `on` and `name` say which.
 * - `exception`: a day with hours of its own, or closed by an exception; its open time is in `countedMs`.
 * - `stretch`: many of the above in one, when there are too many to read: `shifts` open ones, and how many
 *   `holidays` and `exceptions`.
 */
export interface Step {
  kind: 'open' | 'closed' | 'holiday' | 'exception' | 'stretch'
  fromAt: number
  toAt: number
  /** Open time in the step. */
  countedMs: number
  /** YYYY-MM-DD, of a holiday or an exception. */
  on?: string
  name?: string
  shifts?: number
  holidays?: number
  exceptions?: number
}
