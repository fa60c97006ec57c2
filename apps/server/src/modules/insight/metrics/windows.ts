// A metric in windows that end at one moment after another: what alert rules look at. Live it is one moment, in a back-test thousands: then
// everything is read once, hour by hour, and the windows slide over it in memory. Both give the same figures (windows.test.ts).
import type { ConditionGroup } from '@kontuar/conditions'
import type { Conditions, Dimension, MetricChange, MetricFigure } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Metric } from '../catalogue/metric.ts'
import { noMember } from '../sums/cells.ts'
import { everybody } from './asker.ts'
import { changeOf } from './figures/change.ts'
import { figureOf, type Tallies } from './figures/figure.ts'
import { metricCalled, readCatalogue } from './metric-by-name.ts'
import { fieldsOf, partsOf } from './narrow.ts'
import { yearBefore } from './read-period.ts'
import { slideOver, type Slide } from './sources/slide.ts'
import { readParts, talliesOf, type PartRows } from './sources/read-parts.ts'
import { startReading } from './sources/reading.ts'
import { Tally } from './sources/tally.ts'
import { nextStart, startOf, zoned, type Period } from './time.ts'
import { takeWhere } from './where/take-where.ts'

export type { Tallies } from './figures/figure.ts'
export type { Period } from './time.ts'

export interface WindowQuestion { metric: string; where: Conditions | ConditionGroup | null; by: Dimension | null }
/** By member of the dimension; '' where it is not cut. What has none of it is left out. */
export type ByMember = ReadonlyMap<string, Tallies>

export interface Windows {
  metric: Pick<Metric, 'name' | 'form' | 'unit' | 'direction'>
  zone: string
  /** One reading for each window. */
  read(windows: readonly Period[]): Promise<ByMember[]>
  /**
   * Everything between, laid out by hour or day.
   * @param within whose bounds are beginnings of hours (days), as those of all windows asked of it
   */
  slide(within: Period, step: 'hour' | 'day'): Promise<Slide>
  figure(tallies: Tallies): MetricFigure
  change(before: { tallies: Tallies; period: Period }, now: { tallies: Tallies; period: Period }): MetricChange
}

export const nothing = (): Tallies => ({ top: new Tally(), bottom: new Tally() })

/**
 * @param tx of `db.report`
 * @throws Refusal where there is no such metric (any more), or the conditions do not hold
 */
export async function openWindows(tx: Tx, { metric: name, where, by }: WindowQuestion, now = new Date()): Promise<Windows> {
  const reading = await startReading(tx, everybody, now)
  const metric = metricCalled(await readCatalogue(tx), name)
  const parts = partsOf(metric, takeWhere(where, fieldsOf(metric, reading.words), 'where', { known: false, me: false }), everybody, reading.words)
  const cut = by === null ? null : { dimension: by }
  const isLevel = metric.form.form === 'level'
  const withoutNone = <T>(found: Map<string, T>): Map<string, T> => {
    found.delete(noMember)
    return found
  }
  return {
    metric, zone: reading.zone,
    read: async (windows) => {
      const read: ByMember[] = []
      for (const window of windows) read.push(withoutNone(talliesOf(await readParts(reading, metric, parts, window, cut, 'none'), ({ member }) => member)))
      return read
    },
    slide: async (within, step) => {
      const rows: PartRows[][] = []
      // How many were open hangs on all that came before.
      if (isLevel) rows.push(await readParts(reading, metric, parts, { from: within.from, to: within.from }, cut, 'none'))
      for (const piece of pieces(within, reading.zone)) rows.push(await readParts(reading, metric, parts, piece, cut, step))
      return slideOver(rows, { sides: parts.length, zone: reading.zone, level: isLevel })
    },
    figure: (tallies) => figureOf(metric, tallies),
    change: (before, after) => changeOf(metric, before, after),
  }
}

/** A month at a time: each statement has its limit (db.report). */
function pieces({ from, to }: Period, zone: string): Period[] {
  const found: Period[] = []
  for (let start = from; start < to;) {
    const next = Math.min(to, nextStart('month', startOf('month', start, zone), zone))
    found.push({ from: start, to: next })
    start = next
  }
  return found
}

/** Beginnings of hours (days) after the one and up to the other moment. */
export function ticksBetween(after: number, upTo: number, step: 'hour' | 'day', zone: string): number[] {
  const ticks: number[] = []
  for (let tick = nextStart(step, startOf(step, after, zone), zone); tick <= upTo; tick = nextStart(step, tick, zone)) ticks.push(tick)
  return ticks
}

/** So many days of the calendar that end there: the same hour so many days before. */
export const daysBefore = (to: number, days: number, zone: string): Period => ({ from: zoned(to, zone).subtract({ days }).epochMilliseconds, to })
export const aYearBefore = (period: Period, zone: string): Period => yearBefore(period, zone)
