// Which windows a rule on figures looks at, at a moment.
import type { AlertRuleDefinition } from '@kontuar/contracts'
import { aYearBefore, daysBefore, type Period } from '../../../insight/index.ts'

export type FigureDefinition = Extract<AlertRuleDefinition, { kind: 'figure' }>

/** A trend is looked at once a day: its weeks are whole days, and an hour more changes nothing in a quarter of a year. */
export const stepOf = ({ test }: FigureDefinition): 'hour' | 'day' => (test.test === 'trend' ? 'day' : 'hour')

/** The window first; then the one it is compared with. Of a trend its weeks, the oldest first. */
export function windowsOf({ test, days }: FigureDefinition, at: number, zone: string): Period[] {
  if (test.test === 'trend') {
    const edges = Array.from({ length: test.weeks + 1 }, (_, i) => (i === test.weeks ? at : daysBefore(at, 7 * (test.weeks - i), zone).from))
    return edges.slice(1).map((to, i) => ({ from: edges[i]!, to }))
  }
  const window = daysBefore(at, days, zone)
  const against = 'against' in test ? test.against : null
  if (against === null) return [window]
  return [window, against === 'before' ? daysBefore(window.from, days, zone) : aYearBefore(window, zone)]
}
