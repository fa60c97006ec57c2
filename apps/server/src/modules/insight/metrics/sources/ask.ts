// What is asked of facts or of their sums: measures, cut and laid out over time.
import type { ConditionGroup } from '@kontuar/conditions'
import type { Dimension } from '@kontuar/contracts'
import type { MeasureName } from '../../facts/measures.ts'
import type { FactFields } from '../where/fields.ts'
import type { Members } from '../where/members.ts'

/** Which facts, besides the time. */
export interface Narrowed {
  group: ConditionGroup | null
  fields: FactFields
  /** The same as members of dimensions, where it is nothing more. */
  members: Members | null
}

/** By a dimension, or by a custom field. */
export type Cut = { dimension: Dimension } | { field: string }

/** `day` and `month` lay rows out by the day or month they happened in (their beginnings), `hour` too; `heat` by weekday and hour: 24·weekday + hour. */
export type Layout = 'none' | 'hour' | 'day' | 'month' | 'heat'

export interface Ask {
  measures: readonly MeasureName[]
  narrowed: Narrowed
  /** -Infinity: since ever. */
  from: number
  to: number
  cut: Cut | null
  layout: Layout
}

/** `member` is '' without a cut, `~none` for none of it; `at` is 0, the beginning of the bucket (a fact may lie later in it), or the cell of the heat map. */
export interface Sum { measure: MeasureName; member: string; at: number; n: number; total: number; squares: number }
/** A histogram: how many lie in each of these bins. A bin may come several times, and several rows may be of one member and moment. */
export interface Bins { measure: MeasureName; member: string; at: number; bins: readonly number[]; counts: readonly number[] }
