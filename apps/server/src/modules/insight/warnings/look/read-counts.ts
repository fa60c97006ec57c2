// Figures day by day, by member of a dimension: what checks are made of. One statement a metric, however many places there are.
import { measuresBelow, measuresOf, npsMeasures, type Metric } from '../../catalogue/metric.ts'
import { successesOf, type Tallies } from '../../metrics/figures/figure.ts'
import { fieldsOf, partsOf } from '../../metrics/narrow.ts'
import type { Layout } from '../../metrics/sources/ask.ts'
import { readParts, talliesOf } from '../../metrics/sources/read-parts.ts'
import type { Reading } from '../../metrics/sources/reading.ts'
import { takeWhere } from '../../metrics/where/take-where.ts'
import type { Conditions, Dimension } from '@kontuar/contracts'
import type { Day } from '../rules/days.ts'
import type { DayNumbers } from './day-numbers.ts'

export interface Counted { hits: number; of: number; bad: number }

/** Member → day → what was counted. */
export type CountedDays = Map<string, Map<Day, Counted>>

export interface Window { from: Day; to: Day; numbers: DayNumbers }

/** @param by null: everything together, under the member '' */
export async function readDays(reading: Reading, metric: Metric, by: Dimension | null, { from, to, numbers }: Window, where: Conditions | null = null): Promise<CountedDays> {
  const found: CountedDays = new Map()
  for (const { member, at, counted } of await read(reading, metric, by, 'day', { from: numbers.startOf(from), to: numbers.startOf(to) }, where)) {
    const day = numbers.dayAt(at)
    if (day === null) continue
    const days = found.get(member) ?? new Map<Day, Counted>()
    found.set(member, days)
    days.set(day, added(days.get(day), counted))
  }
  return found
}

/** Member → day → by hour. */
export async function readHours(reading: Reading, metric: Metric, by: Dimension | null, { from, to, numbers }: Window): Promise<Map<string, Map<Day, number[]>>> {
  const found = new Map<string, Map<Day, number[]>>()
  for (const { member, at, counted } of await read(reading, metric, by, 'hour', { from: numbers.startOf(from), to: numbers.startOf(to) }, null)) {
    const day = numbers.dayAt(at)
    if (day === null) continue
    const days = found.get(member) ?? new Map<Day, number[]>()
    found.set(member, days)
    const hours = days.get(day) ?? Array.from({ length: 24 }, () => 0)
    days.set(day, hours)
    hours[numbers.hourAt(at)]! += counted.hits
  }
  return found
}

async function read(reading: Reading, metric: Metric, by: Dimension | null, layout: Layout, period: { from: number; to: number }, where: Conditions | null): Promise<{ member: string; at: number; counted: Counted }[]> {
  const parts = partsOf(metric, where === null ? null : takeWhere(where, fieldsOf(metric, reading.words)), reading.asker, reading.words)
  const rows = await readParts(reading, metric, parts, period, by === null ? null : { dimension: by }, layout)
  return [...talliesOf(rows, ({ member, at }) => `${at} ${member}`)].map(([key, tallies]) => {
    const space = key.indexOf(' ')
    return { at: Number(key.slice(0, space)), member: key.slice(space + 1), counted: countedOf(metric, tallies) }
  })
}

/** Numerator and denominator, as whole numbers; what is taken back by facts that came later never makes less than nothing. */
function countedOf(metric: Metric, tallies: Tallies): Counted {
  const whole = (n: number) => Math.max(0, Math.round(n))
  switch (metric.form.form) {
    case 'nps': {
      const [good, between, bad] = npsMeasures.map((name) => whole(tallies.bottom.of([name]).n)) as [number, number, number]
      return { hits: good, of: good + between + bad, bad }
    }
    case 'share': case 'parts': {
      const { successes, n } = successesOf(metric, tallies)
      return { hits: Math.min(whole(successes), whole(n)), of: whole(n), bad: 0 }
    }
    case 'ratio': return { hits: whole(tallies.top.of(measuresOf(metric)).total), of: whole(tallies.bottom.of(measuresBelow(metric)).total), bad: 0 }
    case 'sum': return { hits: whole(tallies.top.of(measuresOf(metric)).total), of: 0, bad: 0 }
    default: return { hits: whole(tallies.top.of(measuresOf(metric)).n), of: 0, bad: 0 }
  }
}

const added = (a: Counted | undefined, b: Counted): Counted => (a === undefined ? b : { hits: a.hits + b.hits, of: a.of + b.of, bad: a.bad + b.bad })
