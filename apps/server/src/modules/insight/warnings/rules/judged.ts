import type { Places } from './conditional-law.ts'
import type { Side } from './score.ts'

/** A span of days beside its past. */
export interface Judged {
  places: Places
  /** As events, or as the figure (NPS, share) of the past. */
  expected: number
  came: number
  /** How many events or answers the two stand on. */
  n: number
  /** Of how many days the spread was learned; Infinity where it is known. */
  freedom: number
  /** Where it usually lies, nineteen times in twenty; reckoned when asked for. */
  usual: () => { low: number; high: number } | null
}

export interface Planned {
  /** How long the next period is, in days. */
  days: number
  /** How far scores move under the change that is looked for. */
  shift: number
  /** How many such periods a month has. */
  perMonth: number
  /** Events or answers a day. */
  perDay: number
  /** Of events among others: their usual share. */
  share: number | null
}

export interface DayRule {
  side: Side
  /** The change that is looked for: by this factor, or by so much of the score's mean (-0.15: 15 points of NPS). */
  change: { times: number } | { by: number }
  /** Days of history. */
  past: number
}
