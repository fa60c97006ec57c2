// A line by the day of which most days have too few answers is a row of dots: it is read by the week instead, and so on. Pure.
import type { MetricResult, Tile } from '@kontuar/contracts'
import { lengthOf, stepWithin, type Days, type Step } from './period-days.ts'

/** Of so many points a wider step still leaves a line. */
const leastPoints = 4
const wider: Partial<Record<Step, { step: Step; days: number }>> = { hour: { step: 'day', days: 1 }, day: { step: 'week', days: 7 }, week: { step: 'month', days: 30 } }

/** The tile's step to read instead; null: this one will do. */
export function widerStep(tile: Pick<Tile, 'kind' | 'step'>, days: Days, results: readonly MetricResult[]): Step | null {
  if (tile.kind !== 'line' && tile.kind !== 'number') return null
  const next = wider[stepWithin(tile.step, days)]
  if (next === undefined || lengthOf(days) / next.days < leastPoints) return null
  const counted = results.flatMap(({ points }) => points ?? []).filter(({ figure }) => figure.n > 0)
  const shown = counted.filter(({ figure }) => figure.shown)
  return counted.length > 3 && shown.length * 2 < counted.length ? next.step : null
}
