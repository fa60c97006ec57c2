/*
 * What a firing says of why now: codes and figures, from which life/words makes sentences in the reader's language. Never a text of a
 * customer, nor a name: what is said and who is meant is read when it is shown, as far as the reader may see it.
 * Whoever reads it bears that a part is missing: it may have been written by an older version.
 */
import type { ConditionRule } from '@kontuar/conditions'
import type { AlertPlace, AlertSubject, WarningKind } from '@kontuar/contracts'

interface AtPlace {
  /** At which place a run, figure or silence was watched; `place` its id or key, '' is all together. */
  each: AlertPlace
  place: string
}

export type Why =
  /** Of `answer`: score within its scale. Of `interaction`: stars of a review. Of `ticket`: what happened. Of `breach`: which clock, and how late (negative: so long before). `found`: conditions of the rule that held, where the rest does not say so: the rule's words, never the customer's. */
  | { code: 'event'; on: AlertSubject; score?: number | null; scaleMin?: number | null; scaleMax?: number | null; metric?: string | null; stars?: number | null; sentiment?: string | null; happened?: string | null; clock?: string | null; lateMinutes?: number | null; priority?: string | null; found?: ConditionRule[] }
  /** N in a row that fit; `since` the first of them. */
  | ({ code: 'run'; on: 'answer' | 'interaction'; n: number; since?: string } & AtPlace)
  /** `value` and `interval` in the unit of the metric; `before` what it is measured against, with its own n; `slope` of a trend, in the unit and a week. */
  | ({ code: 'figure'; metric: string; test: 'below' | 'above' | 'falls' | 'rises' | 'share-grows' | 'trend'; days: number; n: number; value: number | null; interval?: { low: number; high: number } | null;
      threshold?: number | null; before?: number | null; beforeN?: number | null; change?: number | null; changeInterval?: { low: number; high: number } | null; against?: 'before' | 'year'; p?: number | null; slope?: number | null; weeks?: number; direction?: 'up' | 'down' } & AtPlace)
  /** A figure without enough to judge by: `n` of the `minimum` that are needed, since `days`. */
  | ({ code: 'no-data'; metric: string; days: number; n: number; minimum: number } & AtPlace)
  | ({ code: 'silence'; on: 'answer' | 'interaction' | 'ticket'; hours: number; since: string | null } & AtPlace)
  /** `expected`, `came` as the warning has them; `each`, `place` what alone it is about, such as one reason. */
  | { code: 'warning'; kind: WarningKind; expected?: number | null; came?: number | null; p?: number | null; n?: number | null; metric?: string | null; each?: string; place?: string }
