// Days and what was counted on them. A day is its number since 1970-01-01 in the organization's calendar, so that clocks that change do not
// move it.

export type Day = number

export { weekdayOf } from '../../metrics/zone-days.ts'

export type IsHoliday = (day: Day) => boolean

/** One thing in one place, day by day from `first` on. */
export interface DaySeries {
  first: Day
  /** The first day on which there was anything at all: what lies before is no history. Null: there never was. */
  start: Day | null
  /** Events, or good answers. */
  hits: readonly number[]
  /** What hits grow with (contacts, answers given); null: only with the days. */
  of: readonly number[] | null
  /** Bad answers, where there are three kinds. */
  bad: readonly number[] | null
}

/** From the inclusive to the exclusive day. */
export interface Span { from: Day; to: Day }

export const hitsOn = (series: DaySeries, day: Day): number => series.hits[day - series.first] ?? 0
export const ofOn = (series: DaySeries, day: Day): number => (series.of === null ? 1 : series.of[day - series.first] ?? 0)
export const badOn = (series: DaySeries, day: Day): number => series.bad?.[day - series.first] ?? 0

export function seriesOf(given: Omit<DaySeries, 'start'>): DaySeries {
  const index = given.hits.findIndex((n, i) => n > 0 || (given.of?.[i] ?? 0) > 0 || (given.bad?.[i] ?? 0) > 0)
  return { ...given, start: index < 0 ? null : given.first + index }
}

/** So much history it takes before anything can be called unusual. */
export const leastHistory = 28
