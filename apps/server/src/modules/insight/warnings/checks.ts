// The checks there are: what each counts, of which metrics, which change it looks for and what a warning of it opens.
import type { WarningChange, WarningKind } from '@kontuar/contracts'
import { per } from '../catalogue/builders.ts'
import type { Metric } from '../catalogue/metric.ts'
import type { CountRule } from './rules/count-days.ts'
import type { ScoreRule } from './rules/score-days.ts'

export interface Check {
  kind: Exclude<WarningKind, 'sums-healed'>
  /** What is read: of the catalogue by name, or composed of the same measures where two of its metrics are laid beside each other. */
  reads: readonly (string | Metric)[]
  /** The metric whose rows a warning opens. */
  rows: string
  /** Everywhere at once and at each location, or thing by thing. */
  by: 'location' | 'reason' | 'touchpoint'
  rule: CountRule | ScoreRule
  /** Fewer events are no warning, however unlikely. */
  leastCame: number
  change: WarningChange
  /** As the documentation names it. */
  method: string
  /** How many days later than others a day is judged. */
  lag: number
}

const eightWeeks = 56
const halfYear = 182
const counts = (side: 'more' | 'fewer', more: Partial<CountRule> = {}): CountRule => ({ counts: true, side, change: { times: side === 'more' ? 2 : 0.5 }, past: eightWeeks, among: false, alike: false, ...more })
const scores = (by: number): ScoreRule => ({ counts: false, side: 'fewer', change: { by }, past: halfYear })
/** Lies in no catalogue: nobody would put it on a dashboard. */
const composed = (name: string, of: Parameters<typeof per>[0], among: Parameters<typeof per>[1]) => per(of, among, { name, direction: 'neither' })

const byLocation = { by: 'location', leastCame: 3, lag: 0 } as const
export const checks: readonly Check[] = [
  { ...byLocation, kind: 'nps-falls', reads: ['nps'], rows: 'nps', rule: scores(-0.15), change: 'nps-15-points-down', method: 'sum-of-scores' },
  { ...byLocation, kind: 'complaints-rise', reads: ['complaints-per-contact'], rows: 'complaints', rule: counts('more'), change: 'complaints-doubled', method: 'sum-of-counts' },
  { ...byLocation, kind: 'abandoned-rise', reads: ['abandonment'], rows: 'calls-abandoned', rule: counts('more', { among: true }), change: 'abandoned-doubled', method: 'sum-of-counts' },
  { ...byLocation, kind: 'little-feedback', reads: [composed('answers-per-contact', ['answer'], ['contact-in'])], rows: 'answers', rule: counts('fewer'), change: 'answers-halved', method: 'sum-of-counts' },
  { ...byLocation, kind: 'silence', reads: ['contacts-in'], rows: 'contacts-in', rule: counts('fewer'), change: 'contacts-stop', method: 'time-since-the-last' },
  { ...byLocation, kind: 'sources-disagree', reads: ['contacts-in'], rows: 'contacts-in', rule: counts('more', { alike: true, change: { times: 10 } }), change: 'a-tenth-missing', method: 'two-counts', lag: 1 },
  { ...byLocation, kind: 'repeated-complaints', reads: [composed('repeated-complaints-per-contact', ['complaint-repeated'], ['contact-in'])], rows: 'repeated-complaints', rule: counts('more'), change: 'repeated-complaints-doubled', method: 'sum-of-counts' },
  { ...byLocation, kind: 'fewer-good-reviews', reads: ['good-reviews'], rows: 'good-reviews', rule: scores(-0.15), change: 'good-reviews-15-points-down', method: 'sum-of-scores' },
  { kind: 'reason-rises', by: 'reason', leastCame: 4, lag: 0, reads: ['tickets-opened'], rows: 'tickets-opened', rule: counts('more', { among: true }), change: 'reason-doubled', method: 'sum-of-counts' },
  { kind: 'step-falls', by: 'touchpoint', leastCame: 0, lag: 0, reads: ['nps', 'csat', 'ces'], rows: 'nps', rule: scores(-0.15), change: 'step-15-points-down', method: 'sum-of-scores' },
]

/** Not of days: contacts since the last answer. */
export const answerCheck = { kind: 'no-feedback', rows: 'contacts-in', change: 'no-answers-at-all', method: 'time-since-the-last', leastInteractions: 30 } as const
