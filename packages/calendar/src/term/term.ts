import type { HolidayRegion } from '../definition.ts'

export type TermUnit = 'days' | 'business-days' | 'weeks' | 'months' | 'years'

/**
 * - `pl-civil-code`: the Polish Civil Code (Kodeks cywilny, act of 23 April 1964, Dz.U. 1964 nr 16 poz. 93 with
 *   amendments), art. 111, 112 and 115. A last day that is free from work by law, or a Saturday, moves the end on.
 * - `calendar`: the same counting without that move, for countries whose rule is not built in.
 */
export type TermRule = 'pl-civil-code' | 'calendar'

export interface Term {
  /** The day of the event that starts the term (receipt of the complaint); it is not counted itself. */
  startOn: string | Temporal.PlainDate
  /** A whole number from 1. */
  length: number
  /** `business-days`: Monday to Friday without public holidays. */
  unit: TermUnit
  rule: TermRule
  /** `pl-civil-code` knows its own, and takes no others; `calendar` needs them for business days alone. */
  holidays?: HolidayRegion | null
}

/**
 * - `event`: the day of the event, not counted.
 * - `counted`: `count` of the unit. A range of business days may hold weekends; they are not in `count`.
 * - `skipped`: a public holiday among the business days.
 * - `moved`: a day on which the term may not end.
 * - `end`: the last day.
 */
export interface TermStep {
  kind: 'event' | 'counted' | 'skipped' | 'moved' | 'end'
  /** First and last day, both included, YYYY-MM-DD. */
  fromOn: string
  toOn: string
  count?: number
  reason?: 'saturday' | 'sunday' | 'holiday'
  /** Of the holiday. */
  name?: string
  /** The provision, as lawyers quote it in Poland. */
  law?: string
}

export interface TermEnd {
  /** The last day of the term, to its midnight (`endOfDay`). */
  endsOn: string
  /** The day it would have ended on without the move. */
  countedToOn: string
  steps: TermStep[]
}

/** The longest of each unit: about fifty years, beyond any limitation period. */
export const longestTerm: Record<TermUnit, number> = { days: 18_300, 'business-days': 13_000, weeks: 2600, months: 600, years: 50 }
