// What a metric is made of, read: one part, or numerator and denominator apart.
import { measuresOf, type Metric } from '../../catalogue/metric.ts'
import type { Tallies } from '../figures/figure.ts'
import type { Part, Parts } from '../narrow.ts'
import type { Period } from '../time.ts'
import type { Ask, Bins, Cut, Layout, Sum } from './ask.ts'
import { readBins, readSums } from './read-sums.ts'
import type { Reading } from './reading.ts'
import { Tally, talliesBy } from './tally.ts'

export const isQuantile = (metric: Metric): boolean => metric.form.form === 'quantile'

export interface PartRows { sums: readonly Sum[]; bins: readonly Bins[] }

export const askOf = (metric: Metric, part: Part, period: Period, cut: Cut | null, layout: Layout): Ask =>
  // How many are open at an instant hangs on all that entered and left before it.
  ({ measures: part.measures, narrowed: part.narrowed, from: metric.form.form === 'level' && layout === 'none' ? -Infinity : period.from, to: period.to, cut, layout })

export const readParts = (reading: Reading, metric: Metric, parts: Parts, period: Period, cut: Cut | null, layout: Layout): Promise<PartRows[]> => Promise.all(parts.map(async (part) => {
  const ask = askOf(metric, part, period, cut, layout)
  if (!isQuantile(metric)) return { sums: await readSums(reading, ask), bins: [] }
  return { sums: [], bins: await readBins(reading, { ...ask, measures: measuresOf(metric) }) }
}))

/** Everything read, put together. */
export function wholeOf(rows: readonly PartRows[]): Tallies {
  const [top, bottom] = rows.map(({ sums, bins }) => Tally.of(sums, bins))
  return { top: top!, bottom: bottom ?? top! }
}

/** By a key of the rows. */
export function talliesOf<K>(rows: readonly PartRows[], keyOf: (row: { member: string; at: number }) => K): Map<K, Tallies> {
  const [top, bottom] = rows.map(({ sums, bins }) => talliesBy(sums, bins, keyOf))
  const keys = new Set([...top!.keys(), ...(bottom?.keys() ?? [])])
  return new Map([...keys].map((key) => {
    const over = top!.get(key) ?? new Tally()
    return [key, { top: over, bottom: bottom === undefined ? over : bottom.get(key) ?? new Tally() }]
  }))
}
