// The line of a trend in pixels: where its points stand, the ribbon of their intervals, and gaps where too few answered. Pure.
import type { Static } from 'typebox'
import type { TrendPoint } from '@kontuar/contracts'
import { boundsOf, type MetricName } from '../figure-words.ts'
import type { Step } from '../results-search.ts'

export type Point = Static<typeof TrendPoint>
export interface Room { width: number; height: number; left: number; right: number; top: number; bottom: number }
export interface Place { x: number; y: number; low: number; high: number; point: Point }

/** Round values between which everything shown fits, intervals included; never beyond what the metric can be. */
export function rangeOf(points: readonly Point[], metric: MetricName): { low: number; high: number; ticks: number[] } {
  const bounds = boundsOf(metric)
  const ends = points.flatMap(({ figure }) => (figure?.shown && figure.interval ? [figure.interval.low, figure.interval.high] : []))
  const unit = metric === 'nps' ? 1 : 0.01
  const [least, most] = ends.length === 0 ? [bounds.low, bounds.high] : [Math.min(...ends), Math.max(...ends)]
  const step = ([5, 10, 20, 25, 50].find((each) => (most - least) / (each * unit) <= 4) ?? 50) * unit
  const low = Math.max(bounds.low, Math.floor(least / step + 1e-9) * step)
  const high = Math.min(bounds.high, Math.max(Math.ceil(most / step - 1e-9) * step, low + step))
  return { low, high, ticks: Array.from({ length: Math.round((high - low) / step) + 1 }, (_, index) => Math.round((low + index * step) / unit) * unit) }
}

/** The shown points, in runs without a gap between them. */
export function runsOf(points: readonly Point[], { low, high }: { low: number; high: number }, room: Room): Place[][] {
  const across = room.width - room.left - room.right
  const down = room.height - room.top - room.bottom
  const x = (index: number) => room.left + (points.length === 1 ? across / 2 : (index / (points.length - 1)) * across)
  const y = (value: number) => room.top + (1 - (value - low) / (high - low)) * down
  const runs: Place[][] = []
  let open = false
  points.forEach((point, index) => {
    const { value, interval, shown } = point.figure ?? { value: null, interval: null, shown: false }
    if (!shown || value === null || interval === null) return void (open = false)
    if (!open) runs.push([])
    open = true
    runs.at(-1)!.push({ x: x(index), y: y(value), low: y(interval.low), high: y(interval.high), point })
  })
  return runs
}

const at = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`
export const lineOf = (run: readonly Place[]): string => `M${run.map(({ x, y }) => at(x, y)).join('L')}`
/** A single point has a ribbon too: a bar as wide as its dot. */
export function ribbonOf(run: readonly Place[]): string {
  const wide = run.length > 1 ? run : [{ ...run[0]!, x: run[0]!.x - 3 }, { ...run[0]!, x: run[0]!.x + 3 }]
  return `M${wide.map(({ x, high }) => at(x, high)).join('L')}L${wide.toReversed().map(({ x, low }) => at(x, low)).join('L')}Z`
}

/** Which points are named below the line: evenly spread, the last always, never so many that they touch. */
export function namedPoints(count: number, most: number): number[] {
  if (count === 0) return []
  const step = Math.max(1, Math.ceil(count / Math.max(1, most)))
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => count - 1 - index * step).toReversed()
}

/** The step to read instead, where fewer than a third of those with answers have a figure; undefined: this one will do. */
export function widerStep(trend: { step: Step; points: readonly Point[] } | undefined): Step | undefined {
  const answered = trend?.points.filter(({ n }) => n > 0) ?? []
  const shown = answered.filter(({ figure }) => figure?.shown)
  if (trend === undefined || answered.length < 2 || shown.length * 3 >= answered.length) return undefined
  return trend.step === 'day' ? 'week' : trend.step === 'week' ? 'month' : undefined
}
