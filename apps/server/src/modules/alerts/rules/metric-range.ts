// What a figure can be, by what it is made of: a line beyond that is never crossed, or always, and each place would alarm for ever.
import type { AlertRuleDefinition } from '@kontuar/contracts'
import type { Windows } from '../../insight/index.ts'

type Metric = Windows['metric']
type FigureTest = Extract<AlertRuleDefinition, { kind: 'figure' }>['test']
interface Range { min: number; max: number }

/** Means and percentiles of marks lie within their scale. */
const scales: Readonly<Record<string, Range>> = { 'nps': { min: 0, max: 10 }, 'ces': { min: 1, max: 7 }, 'review-stars': { min: 1, max: 5 }, 'completeness': { min: 0, max: 1 } }

/** Both ends included, in the unit of the metric: points, seconds, shares from 0 to 1. */
export function rangeOfMetric({ form, unit }: Metric): Range {
  switch (form.form) {
    case 'nps': return { min: -100, max: 100 }
    case 'share': case 'parts': return { min: 0, max: 1 }
    // Of one thing by another there may be more than one: complaints by contacts.
    case 'ratio': case 'level': return { min: 0, max: Infinity }
    default: return (form.of.length === 1 && unit !== 'count' ? scales[form.of[0]!] : undefined) ?? { min: 0, max: Infinity }
  }
}

/** What is wrong, as a sentence that says what there can be; null: nothing. */
export function beyondRange(metric: Metric, test: FigureTest): string | null {
  const { min, max } = rangeOfMetric(metric)
  const of = metric.unit === 'share' ? ', as a share: 0.1 is ten percent' : metric.unit === 'seconds' ? ', in seconds' : ''
  const wanted = max === Infinity ? `${min} or more${of}` : `from ${min} to ${max}${of}`
  switch (test.test) {
    case 'below': case 'above': {
      const beyond = [['value', test.value] as const, ['backAt', test.backAt ?? test.value] as const].find(([, value]) => value < min || value > max)
      return beyond === undefined ? null : `This metric is ${wanted}, so "${beyond[0]}" cannot be ${beyond[1]}: choose one it can reach.`
    }
    // Of counts a change is a share of what there was: more than all of it cannot go, but many times as much can come.
    case 'falls': case 'rises': {
      const counted = metric.form.form === 'count' || metric.form.form === 'sum'
      const most = counted ? (test.test === 'falls' ? 1 : Infinity) : max - min
      return test.by <= most ? null : `${counted ? 'Nothing falls by more than all of it, which is 1' : `This metric is ${wanted}, so it changes by ${most} at most`}: "by" cannot be ${test.by}.`
    }
    default: return null
  }
}
