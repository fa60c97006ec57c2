// Round values between which everything drawn fits, and never beyond what a metric can be.
import type { Unit } from './result.ts'

export interface Scale { min: number; max: number; step: number }
interface Wish { unit: Unit; low: number; high: number; /** From zero, as bars and counts are read. */ zero: boolean; /** How many lines at most. */ most?: number }

const [minute, hour, day] = [60, 3600, 86_400] as const
const durations = [1, 2, 5, 10, 15, 30, minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day, 14 * day, 28 * day, 56 * day]

/** 1, 2, 5 and their tens; of time the steps of a clock. Counts are whole. */
function stepOf(span: number, most: number, unit: Unit): number {
  const least = span / most
  const known = unit === 'seconds' ? durations.find((each) => each >= least) : undefined
  if (known !== undefined) return known
  const ten = 10 ** Math.floor(Math.log10(least))
  const step = [1, 2, 5, 10].map((each) => each * ten).find((each) => each >= least * (1 - 1e-9)) ?? 10 * ten
  return unit === 'count' || unit === 'points' ? Math.max(1, step) : step
}

/** What a metric cannot leave. */
const bounds: Partial<Record<Unit, readonly [number, number]>> = { share: [0, 1], points: [-100, 100] }

export function niceScale({ unit, low, high, zero, most = 4 }: Wish): Scale {
  const [least, greatest] = bounds[unit] ?? [-Infinity, Infinity]
  const from = zero ? Math.min(0, low) : low
  const to = zero ? Math.max(0, high) : high
  const empty = to - from < 1e-12
  const span = empty ? (unit === 'share' ? 0.1 : unit === 'seconds' ? minute : Math.max(1, Math.abs(to) / 2)) : to - from
  const step = stepOf(span, most, unit)
  const min = Math.max(least, Math.floor(from / step + 1e-9) * step)
  const max = Math.min(greatest, Math.max(Math.ceil(to / step - 1e-9) * step, min + step))
  // Cut at a bound the other side makes room, so that something is left to be seen.
  return max - min >= step * (1 - 1e-9) ? { min, max, step } : { min: Math.max(least, max - step), max, step }
}

/** The values at which lines are drawn, without the dust of floating point. */
export const ticksOf = ({ min, max, step }: Scale): number[] => Array.from({ length: Math.floor((max - min) / step + 1e-9) + 1 }, (_, index) => Number((min + index * step).toPrecision(12)))
