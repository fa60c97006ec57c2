import type { MetricPoint } from '@kontuar/contracts'
import type { Metric } from '../catalogue/metric.ts'
import type { Tallies } from './figures/figure.ts'
import { historyStart, mostBands, pointsOf } from './figures/points.ts'
import type { Parts } from './narrow.ts'
import type { Layout } from './sources/ask.ts'
import { readParts, talliesOf, wholeOf } from './sources/read-parts.ts'
import type { Reading } from './sources/reading.ts'
import { Tally } from './sources/tally.ts'
import { startOf, stepsOf, type Period, type Step } from './time.ts'

export const layoutOf: Record<Step, Layout> = { hour: 'hour', day: 'day', week: 'day', month: 'month' }

/** A figure for each step, and where it usually lies. @throws Refusal when the steps are too many */
export async function readPoints(reading: Reading, metric: Metric, parts: Parts, period: Period, step: Step): Promise<MetricPoint[]> {
  const { zone } = reading
  const steps = stepsOf(period, step, zone)
  const read = metric.form.form === 'level' ? readLevels : readSteps
  // Nothing before the period is read where no band is drawn.
  const before = steps.length > mostBands ? period.from : historyStart(step, period.from, zone)
  const [{ at, since }, off] = await Promise.all([read(reading, metric, parts, period, step, before), reading.offDays()])
  return pointsOf({ metric, zone, step, steps, at, since, off, now: reading.now.getTime(), empty: { top: new Tally(), bottom: new Tally() } })
}

interface Steps { at(start: number): Tallies | null; since: number }

/** @param from of what is read: the history before the period with it */
async function readSteps(reading: Reading, metric: Metric, parts: Parts, period: Period, step: Step, from: number): Promise<Steps> {
  const [past, rows] = await Promise.all([from === period.from ? [] : readParts(reading, metric, parts, { from, to: period.from }, null, layoutOf[step]), readParts(reading, metric, parts, period, null, layoutOf[step])])
  const startAt = startsOf(step, reading.zone)
  const before = past.length === 0 ? new Map<number, Tallies>() : talliesOf(past, ({ at }) => startAt(at))
  // The step that the period cuts is in both: only its part within counts.
  before.delete(startAt(period.from))
  // A bucket may begin before the period that cuts it.
  const found = new Map([...before, ...talliesOf(rows, ({ at }) => startAt(Math.max(at, period.from)))])
  return { at: (start) => found.get(start) ?? null, since: Math.min(Infinity, ...found.keys()) }
}

/** How many were open at the end of each step: all that entered and left until then. */
async function readLevels(reading: Reading, metric: Metric, parts: Parts, period: Period, step: Step, from: number): Promise<Steps> {
  const [before, rows] = await Promise.all([readParts(reading, metric, parts, { from, to: from }, null, 'none'), readParts(reading, metric, parts, { from, to: period.to }, null, layoutOf[step])])
  const startAt = startsOf(step, reading.zone)
  const steps = [...talliesOf(rows, ({ at }) => startAt(Math.max(at, from)))].sort(([a], [b]) => a - b)
  let top = wholeOf(before).top
  const levels = [{ start: -Infinity, tallies: { top, bottom: top } }]
  for (const [start, tallies] of steps) {
    top = top.and(tallies.top)
    levels.push({ start, tallies: { top, bottom: top } })
  }
  return { at: (start) => levels[lastAtOrBefore(levels, start)]!.tallies, since: Math.min(Infinity, ...steps.map(([start]) => start)) }
}

function lastAtOrBefore(levels: readonly { start: number }[], start: number): number {
  let [low, high] = [0, levels.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (levels[middle]!.start <= start) low = middle
    else high = middle
  }
  return low
}

/** The beginning of the step a moment lies in; many rows lie in one, so each beginning is reckoned once. */
function startsOf(step: Step, zone: string): (at: number) => number {
  const known = new Map<number, number>()
  return (at) => {
    // No zone's hours begin at another quarter.
    const quarter = Math.floor(at / 900_000)
    const start = known.get(quarter) ?? startOf(step, at, zone)
    known.set(quarter, start)
    return start
  }
}
