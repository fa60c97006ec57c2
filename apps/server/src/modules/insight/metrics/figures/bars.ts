// A histogram for people: few bars with edges they know. Edges lie on those of the bins, so that each bar opens exactly its rows.
import type { MetricBar } from '@kontuar/contracts'
import { binOf, growth } from '@kontuar/statistics'

const mostBars = 40
const [minute, hour, day] = [60, 3600, 86_400]
/** Seconds. */
const familiar = [1, 2, 5, 10, 15, 20, 30, 45, minute, 90, 2 * minute, 3 * minute, 5 * minute, 10 * minute, 15 * minute, 20 * minute, 30 * minute, 45 * minute, hour, 1.5 * hour, 2 * hour, 3 * hour, 4 * hour, 6 * hour, 8 * hour, 12 * hour, 16 * hour,
  day, 1.5 * day, 2 * day, 3 * day, 4 * day, 5 * day, 7 * day, 10 * day, 14 * day, 21 * day, 30 * day, 60 * day, 90 * day, 180 * day, 365 * day, 730 * day, 3650 * day]

/** Seconds: from 0, by bins of packages/statistics in their order. */
export function durationBars(bins: readonly (readonly [bin: number, count: number])[]): MetricBar[] {
  // The lower edge of a bin; bin 0 begins at 0.
  const edges = [0, ...new Set(familiar.map(binOf))]
  return joined(bins, edges, (bin) => (bin === 0 ? 0 : growth ** (bin - 1)))
}

/** Whole numbers: one bar each, as long as there are few. */
export function scoreBars(bins: readonly (readonly [bin: number, count: number])[]): MetricBar[] {
  if (bins.length === 0) return []
  const [least, most] = [bins[0]![0], bins.at(-1)![0]]
  const width = Math.ceil((most - least + 1) / mostBars)
  return joined(bins, Array.from({ length: Math.ceil((most - least + 1) / width) + 1 }, (_, i) => least + i * width), (bin) => bin)
}

/** @param edges the first bin of each bar, in order; the last one begins none unless something lies there */
function joined(bins: readonly (readonly [bin: number, count: number])[], edges: readonly number[], valueAt: (bin: number) => number): MetricBar[] {
  if (bins.length === 0) return []
  const [least, most] = [bins[0]![0], bins.at(-1)![0]]
  const first = edges.findLastIndex((edge) => edge <= least)
  const after = edges.findIndex((edge) => edge > most)
  const used = [...edges.slice(first, after < 0 ? edges.length : after), after < 0 ? most + 1 : edges[after]!]
  const every = Math.ceil((used.length - 1) / mostBars)
  const kept = used.filter((_, i) => i % every === 0 || i === used.length - 1)
  const bars = kept.slice(1).map((to, i) => ({ from: valueAt(kept[i]!), to: valueAt(to), n: 0 }))
  for (const [bin, n] of bins) bars[kept.findLastIndex((edge) => edge <= bin)]!.n += n
  return bars
}
