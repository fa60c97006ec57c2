// What the address of numbers says: the period, what it is compared with, the filter that acts on all tiles at once, and the rows that
// stand open beside them. A link shows a colleague the same.
import type { Conditions, DashboardDefinition, DashboardPeriod } from '@kontuar/contracts'

export const periods = ['today', 'yesterday', 'last-7-days', 'last-28-days', 'last-30-days', 'last-90-days', 'this-month', 'last-month', 'this-year', 'last-12-months'] as const satisfies readonly DashboardPeriod[]
export const comparisons = ['before', 'year', 'none'] as const
export type Comparison = DashboardDefinition['compare']

/** `period` moves with the calendar; `from` and `until` are days of one's own, both included. */
export interface PeriodSearch { period?: DashboardPeriod; from?: string; until?: string }
export interface NumbersSearch extends PeriodSearch {
  compare?: Comparison
  where?: Conditions
  /** For a screen on the wall. */
  wall?: true
  /** The tile that fills the screen. */
  tile?: string
}
/** The rows behind a number: what the route of rows is asked, and in words what they are part of. */
export interface RowsSearch { metric: string; from: string; to: string; where?: Conditions; counted?: boolean; name?: string }
/** Of every page of numbers. */
export interface FrameSearch { rows?: RowsSearch }

const among = <T extends string>(values: readonly T[], given: unknown): T | undefined => values.find((value) => value === given)
const textOf = (given: unknown, most: number): string | undefined => {
  // The router reads `?tile=1` as a number.
  const said = typeof given === 'number' ? String(given) : given
  return typeof said === 'string' && said.trim() !== '' ? said.slice(0, most) : undefined
}
const dayOf = (given: unknown): string | undefined => (typeof given === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(Date.parse(given)) ? given : undefined)
const momentOf = (given: unknown): string | undefined => (typeof given === 'string' && given.length <= 40 && !Number.isNaN(Date.parse(given)) ? given : undefined)
export const present = <T extends object>(found: { [K in keyof T]: T[K] | undefined }): T => Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as T

/** Only the shape is looked at: the server says what is wrong inside. */
export function conditionsOf(given: unknown): Conditions | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  const { combinator, rules } = given as Partial<Conditions>
  return (combinator === 'and' || combinator === 'or') && Array.isArray(rules) && rules.length > 0 && rules.length <= 200 ? (given as Conditions) : undefined
}

/** Days of one's own win over a period by name, and stand the right way round. */
export function readPeriod(given: Record<string, unknown>): PeriodSearch {
  const [from, until] = [dayOf(given['from']), dayOf(given['until'])]
  if (from === undefined && until === undefined) return present<PeriodSearch>({ period: among(periods, given['period']) })
  const [first, last] = [from ?? until!, until ?? from!]
  return first > last ? { from: last, until: first } : { from: first, until: last }
}

/** Reads an address that anybody may have typed: what makes no sense is left out. */
export const readNumbersSearch = (given: Record<string, unknown>): NumbersSearch => ({
  ...readPeriod(given), ...present<NumbersSearch>({ compare: among(comparisons, given['compare']), where: conditionsOf(given['where']), wall: given['wall'] === true ? true : undefined, tile: textOf(given['tile'], 40) }),
})

export function readRows(given: unknown): RowsSearch | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  const { metric, from, to, where, counted, name } = given as Record<string, unknown>
  const [named, begin, end] = [textOf(metric, 80), momentOf(from), momentOf(to)]
  if (named === undefined || begin === undefined || end === undefined) return undefined
  return present<RowsSearch>({ metric: named, from: begin, to: end, where: conditionsOf(where), counted: typeof counted === 'boolean' ? counted : undefined, name: textOf(name, 200) })
}
export const readFrameSearch = (given: Record<string, unknown>): FrameSearch => present<FrameSearch>({ rows: readRows(given['rows']) })
