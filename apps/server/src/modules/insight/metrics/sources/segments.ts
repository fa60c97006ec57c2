// A period as few buckets as it takes: whole months, the days beside them, the hours beside those; what is left at the ends is read fact by fact.
import { startOf, wholeSteps, type Period } from '../time.ts'
import type { Layout } from './ask.ts'

export type Grain = 'm' | 'd' | 'h'
export interface Segments { buckets: { grain: Grain; from: number; to: number }[]; edges: Period[] }

const steps = { m: 'month', d: 'day', h: 'hour' } as const

/** -Infinity as `from`: since ever, in whole months. @param kept the largest first */
export function segmentsOf({ from, to }: Period, layout: Layout, kept: readonly Grain[], zone: string): Segments {
  // Laid out by the day a month is too long, by the hour a day.
  const grains = kept.filter((grain) => (layout === 'hour' || layout === 'heat' ? grain === 'h' : layout !== 'day' || grain !== 'm'))
  const buckets: Segments['buckets'] = []
  let rest: Period[] = [{ from, to }]
  for (const grain of grains) {
    rest = rest.flatMap((part) => {
      const whole = part.from === -Infinity ? { from: -Infinity, to: startOf(steps[grain], part.to, zone) } : wholeSteps(part, steps[grain], zone)
      if (whole === null) return [part]
      buckets.push({ grain, ...whole })
      return [{ from: part.from, to: whole.from }, { from: whole.to, to: part.to }].filter((p) => p.from < p.to)
    })
  }
  return { buckets, edges: rest }
}
