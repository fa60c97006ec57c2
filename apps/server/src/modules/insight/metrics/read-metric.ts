// One metric, as asked: the figure and whatever is wanted beside it.
import type { MetricCell, MetricQuery, MetricResult } from '@kontuar/contracts'
import type { Metric } from '../catalogue/metric.ts'
import { binsOfMeasure } from '../sums/bins.ts'
import { isSparse, noMember } from '../sums/cells.ts'
import { durationBars, scoreBars } from './figures/bars.ts'
import { changeOf } from './figures/change.ts'
import { figureOf, type Tallies } from './figures/figure.ts'
import { groupsOf } from './figures/groups.ts'
import { readNames } from './names.ts'
import { fieldsOf, partsOf, valuedMeasures, type Parts } from './narrow.ts'
import { periodBefore, readPeriod, yearBefore } from './read-period.ts'
import { layoutOf, readPoints } from './read-points.ts'
import { refuseForeign } from './refuse-foreign.ts'
import type { Layout } from './sources/ask.ts'
import { askOf, isQuantile, readParts, talliesOf, wholeOf } from './sources/read-parts.ts'
import { readBins, roadOf } from './sources/read-sums.ts'
import type { Reading } from './sources/reading.ts'
import { Tally } from './sources/tally.ts'
import { takeCut } from './take-cut.ts'
import type { Period } from './time.ts'
import { takeWhere } from './where/take-where.ts'

/** @throws Refusal for whatever is wrong with the query */
export async function readMetric(reading: Reading, metric: Metric, query: Omit<MetricQuery, 'metric'>): Promise<MetricResult> {
  const { zone, words } = reading
  const period = readPeriod(query, zone)
  const where = takeWhere(query.where, fieldsOf(metric, words))
  const cut = query.by === undefined ? null : takeCut(query.by, words)
  refuseForeign(metric, where, cut)
  const parts = partsOf(metric, where, reading.asker, words)
  const also = new Set(query.also?.split(','))
  const compared = query.compare === 'before' ? periodBefore(period, zone) : query.compare === 'year' ? yearBefore(period, zone) : null
  const whole = (of: Period) => readParts(reading, metric, parts, of, null, 'none').then(wholeOf)

  const [tallies, before, groups, points, distribution, heat] = await Promise.all([
    whole(period), compared === null ? null : whole(compared),
    cut === null ? null : readGroups(reading, metric, parts, period, cut), query.step === undefined ? null : readPoints(reading, metric, parts, period, query.step),
    also.has('distribution') ? readDistribution(reading, metric, parts, period) : null, also.has('heat') ? readHeat(reading, metric, parts, period) : null,
  ])
  const layouts: Layout[] = ['none', ...(query.step === undefined ? [] : [layoutOf[query.step]]), ...(also.has('heat') && metric.form.form !== 'level' ? ['heat' as const] : [])]
  const asks = parts.flatMap((part) => [...layouts.map((layout) => askOf(metric, part, period, null, layout)), ...(cut === null ? [] : [askOf(metric, part, period, cut, 'none')])])
  const road = asks.every((ask) => roadOf(reading, ask, isQuantile(metric) ? 'bins' : 'sums') === 'sums')
  return {
    metric: metric.name, from: instant(period.from), to: instant(period.to), figure: figureOf(metric, tallies),
    change: before === null ? null : changeOf(metric, { tallies: before, period: compared! }, { tallies, period }),
    groups, points, distribution, heat, at: reading.now.toISOString(), read: { from: road ? 'sums' : 'facts' },
  }
}

const instant = (at: number) => new Date(at).toISOString()

async function readGroups(reading: Reading, metric: Metric, parts: Parts, period: Period, cut: NonNullable<Parameters<typeof readParts>[4]>) {
  const groups = talliesOf(await readParts(reading, metric, parts, period, cut, 'none'), ({ member }) => member)
  // Of a survey or touchpoint most facts have none, and no sums are kept of these.
  if ('dimension' in cut && isSparse(cut.dimension)) groups.delete(noMember)
  return groupsOf(metric, groups, await readNames(reading.tx, cut, [...groups.keys()], reading.words), reading.language)
}

async function readDistribution(reading: Reading, metric: Metric, parts: Parts, period: Period): Promise<MetricResult['distribution']> {
  const measure = metric.spread ?? valuedMeasures(metric).find((name) => binsOfMeasure(name) !== null)
  if (measure === undefined) return null
  const bins = Tally.of([], await readBins(reading, { ...askOf(metric, parts.at(-1)!, period, null, 'none'), measures: [measure] })).bins([measure]).entries()
  return binsOfMeasure(measure) === 'score' ? scoreBars(bins) : durationBars(bins)
}

async function readHeat(reading: Reading, metric: Metric, parts: Parts, period: Period): Promise<MetricCell[] | null> {
  if (metric.form.form === 'level') return null
  const cells = talliesOf(await readParts(reading, metric, parts, period, null, 'heat'), ({ at }) => at)
  return [...cells].sort(([a], [b]) => a - b).map(([at, tallies]: [number, Tallies]) => ({ weekday: Math.floor(at / 24), hour: at % 24, figure: figureOf(metric, tallies) })).filter(({ figure }) => figure.n > 0)
}
