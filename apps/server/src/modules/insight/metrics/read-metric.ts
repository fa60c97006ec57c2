// One metric, as asked: the figure and whatever is wanted beside it.
import type { MetricQuery, MetricResult } from '@kontuar/contracts'
import type { Metric } from '../catalogue/metric.ts'
import { measuresOf } from '../catalogue/metric.ts'
import { figureOf, type Tallies } from './figures/figure.ts'
import { fieldsOf, partsOf, type Part, type Parts } from './narrow.ts'
import { readPeriod } from './read-period.ts'
import type { Ask, Bin, Cut, Layout, Sum } from './sources/ask.ts'
import { readBins, readSums, roadOf } from './sources/read-sums.ts'
import type { Reading } from './sources/reading.ts'
import { Tally } from './sources/tally.ts'
import type { Period } from './time.ts'
import { takeWhere } from './where/take-where.ts'

/** @throws Refusal for whatever is wrong with the query */
export async function readMetric(reading: Reading, metric: Metric, query: Omit<MetricQuery, 'metric'>): Promise<MetricResult> {
  const period = readPeriod(query, reading.zone)
  const where = takeWhere(query.where, fieldsOf(metric, reading.words))
  const parts = partsOf(metric, where, reading.asker, reading.words)
  const rows = await readParts(reading, metric, parts, period, null, 'none')
  return {
    metric: metric.name, from: instant(period.from), to: instant(period.to), figure: figureOf(metric, wholeOf(rows)), change: null, groups: null, points: null, distribution: null, heat: null,
    at: reading.now.toISOString(), read: { from: parts.every((part) => roadOf(reading, askOf(metric, part, period, null, 'none'), isQuantile(metric) ? 'bins' : 'sums') === 'sums') ? 'sums' : 'facts' },
  }
}

const instant = (at: number) => new Date(at).toISOString()
export const isQuantile = (metric: Metric): boolean => metric.form.form === 'quantile'

export interface PartRows { sums: readonly Sum[]; bins: readonly Bin[] }

export function askOf(metric: Metric, part: Part, period: Period, cut: Cut | null, layout: Layout): Ask {
  // How many are open at an instant depends on all that entered and left before it.
  return { measures: part.measures, narrowed: part.narrowed, from: metric.form.form === 'level' ? -Infinity : period.from, to: period.to, cut, layout }
}

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
