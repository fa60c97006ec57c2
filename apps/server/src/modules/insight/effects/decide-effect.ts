// What a change did: the difference after it where it was made, less the difference that came anyway where it was not. Pure.
//
// Shares and NPS are judged by their answers; everything else by its days, since days differ by more than chance alone explains. Counts
// are taken as shares of what there was before: a shop of ten calls a day and a network of a thousand cannot be laid side by side otherwise.
import { differenceInDifferencesOfNps, differenceInDifferencesOfPeriods, differenceInDifferencesOfShares, type Effect } from '@kontuar/statistics'
import type { MetricFigure, MetricForm } from '@kontuar/contracts'

export interface Side { before: MetricFigure; after: MetricFigure; /** Value by day, null where there is none; of the two spans, in their order. */ daysBefore: readonly (number | null)[]; daysAfter: readonly (number | null)[] }
export interface Decided { effect: number | null; relative: boolean; interval: { low: number; high: number } | null; known: boolean; why: 'known' | 'too-few' | 'includes-zero' | 'nothing-before' }

/** Of days with a value, before and after. */
const leastDays = 5

/** @param others null: nothing is left to compare with, and what came anyway is taken as nothing */
export function decideEffect(form: MetricForm, changed: Side, others: Side | null, smallest: number): Decided {
  const relative = form.form === 'count' || form.form === 'sum' || form.form === 'level'
  const effect = effectOf(form, changed, others, relative, smallest)
  if (effect === null) return { effect: null, relative, interval: null, known: false, why: changed.before.n === 0 ? 'nothing-before' : 'too-few' }
  const interval = effect.low === null || effect.high === null ? null : { low: effect.low, high: effect.high }
  return { effect: effect.effect, relative, interval, known: effect.known, why: effect.known ? 'known' : effect.why === 'interval holds 0' ? 'includes-zero' : 'too-few' }
}

function effectOf(form: MetricForm, changed: Side, others: Side | null, relative: boolean, smallest: number): Effect | null {
  if (form.form === 'nps' && others !== null) return differenceInDifferencesOfNps({ changed: both(changed, promoters), unchanged: both(others, promoters), smallest })
  if ((form.form === 'share' || form.form === 'parts') && others !== null) return differenceInDifferencesOfShares({ changed: both(changed, counted), unchanged: both(others, counted), smallest })
  // A day on which nothing could be divided says nothing; with others, both must have said something.
  const scale = (side: Side) => (relative ? meanOf(side.daysBefore) : 1)
  const [own, other] = [scale(changed), others === null ? 1 : scale(others)]
  if (own === null || own === 0 || other === null || other === 0) return null
  const periods = ([['daysBefore', false], ['daysAfter', true]] as const).flatMap(([days, after]) => changed[days].flatMap((value, i) => {
    const beside = others === null ? 0 : others[days][i] ?? null
    return value === null || beside === null ? [] : [{ changed: value / own, unchanged: others === null ? 0 : beside / other, after }]
  }))
  return differenceInDifferencesOfPeriods({ periods, smallest: leastDays })
}

const both = <T>(side: Side, of: (figure: MetricFigure) => T) => ({ before: of(side.before), after: of(side.after) })
const promoters = ({ parts }: MetricFigure) => ({ promoters: parts['promoters'] ?? 0, passives: parts['passives'] ?? 0, detractors: parts['detractors'] ?? 0 })
const counted = ({ parts }: MetricFigure) => ({ successes: parts['numerator'] ?? 0, n: parts['denominator'] ?? 0 })

function meanOf(days: readonly (number | null)[]): number | null {
  const said = days.filter((value) => value !== null)
  return said.length === 0 ? null : said.reduce((sum, value) => sum + value, 0) / said.length
}
