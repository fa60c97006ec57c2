// What the route of metrics answers, from invented facts: figures, groups, points with their usual range, distributions, heat.
import type { MetricChange, MetricFigure, MetricGroup, MetricPoint, MetricQuery, MetricResult } from '@kontuar/contracts'
import { dayIn } from '@kontuar/contracts'
import { differenceOfShares, npsChange } from '@kontuar/statistics'
import type { Metric } from '../../../../server/src/modules/insight/catalogue/metric.ts'
import { day, dayBegins, inventedFacts, localDay, type InventedFact } from './facts.ts'
import { figureOf, rowsOf, valueOfFact } from './figures.ts'
import { narrowed } from './narrowed.ts'

export interface Around { /** Names of groups in the reader's language. */ nameOf(by: string, key: string | null): string; facts: readonly InventedFact[] }
interface Span { from: number; to: number }

const dayNumber = (text: string) => Math.floor(Date.parse(`${text}T00:00:00Z`) / day)
/** A day is its beginning in the zone. */
export const instantOf = (text: string): number => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? dayBegins(dayNumber(text)) : Date.parse(text))
export const spanOf = ({ from, to }: { from: string; to: string }): Span => ({ from: instantOf(from), to: instantOf(to) })
/** The newest stand first: where those before `at` begin. */
function placeOf(facts: readonly InventedFact[], at: number): number {
  let [low, high] = [0, facts.length]
  while (low < high) { const middle = (low + high) >> 1; if (facts[middle]!.at >= at) low = middle + 1; else high = middle }
  return low
}
const within = (facts: readonly InventedFact[], { from, to }: Span) => facts.slice(placeOf(facts, to), placeOf(facts, from))
const iso = (at: number) => new Date(at).toISOString()

const fixed = (metric: Metric, facts: readonly InventedFact[]) => narrowed(metric, facts, metric.where)

export function resultOf(metric: Metric, query: MetricQuery, { nameOf, facts }: Around): MetricResult {
  const all = narrowed(metric, fixed(metric, facts), query.where ?? undefined)
  const span = spanOf(query)
  const some = within(all, span)
  const figure = (of: readonly InventedFact[], from: number) => figureOf(metric, of, metric.form.form === 'level' ? all.slice(placeOf(all, from)) : [])
  const whole = figure(some, span.from)
  return {
    metric: metric.name, from: iso(span.from), to: iso(span.to), figure: whole,
    change: query.compare === undefined || query.compare === 'none' ? null : changeOf(metric, all, span, whole, query.compare),
    groups: query.by ? groupsOf(metric, some, query.by, whole, nameOf) : null,
    points: query.step ? pointsOf(metric, all, span, query.step) : null,
    distribution: query.also?.includes('distribution') ? distributionOf(metric, some) : null,
    heat: query.also?.includes('heat') ? Array.from({ length: 7 * 24 }, (_, index) => ({ weekday: Math.floor(index / 24) + 1, hour: index % 24, figure: figure(some.filter(({ weekday, hour }) => weekday === Math.floor(index / 24) + 1 && hour === index % 24), span.from) })) : null,
    at: new Date().toISOString(), read: { from: 'sums' },
  }
}

function changeOf(metric: Metric, facts: readonly InventedFact[], span: Span, now: MetricFigure, compare: 'before' | 'year'): MetricChange {
  const then = compare === 'year' ? { from: span.from - 365 * day, to: span.to - 365 * day } : { from: span.from - (span.to - span.from), to: span.from }
  const before = figureOf(metric, within(facts, then), metric.form.form === 'level' ? facts.slice(placeOf(facts, then.from)) : [])
  const change = now.value === null || before.value === null ? null : now.value - before.value
  const told = { before, from: iso(then.from), to: iso(then.to), change, interval: null, real: false }
  if (change === null || !now.shown || !before.shown || now.n === 0 || before.n === 0) return told
  if (metric.form.form === 'nps') { const found = npsChange(before.parts as never, now.parts as never); return found ? { ...told, interval: { low: found.low, high: found.high }, real: found.real } : told }
  if (metric.form.form === 'share' || metric.form.form === 'parts') {
    const found = differenceOfShares({ successes: Math.min(before.parts['numerator']!, before.n), n: before.n }, { successes: Math.min(now.parts['numerator']!, now.n), n: now.n })
    return found ? { ...told, interval: { low: found.low, high: found.high }, real: found.real } : told
  }
  const half = ({ interval }: MetricFigure) => (interval ? (interval.high - interval.low) / 2 : 0)
  const off = Math.hypot(half(now), half(before))
  return { ...told, interval: { low: change - off, high: change + off }, real: off > 0 && Math.abs(change) > off }
}

function groupsOf(metric: Metric, facts: readonly InventedFact[], by: string, whole: MetricFigure, nameOf: Around['nameOf']): MetricGroup[] {
  const keyOf = (fact: InventedFact) => (by.startsWith('field:') ? fact.segments[by.slice(6)] : fact.of[by as never]) ?? null
  const cut = Map.groupBy(facts, keyOf)
  return [...cut].flatMap(([key, some]): MetricGroup[] => {
    const figure = figureOf(metric, some)
    if (figure.n === 0) return []
    const share = whole.value !== null && metric.unit === 'share' ? whole.value : null
    const off = share === null ? 0 : 3.09 * Math.sqrt((share * (1 - share)) / figure.n)
    const limits = share === null || by !== 'location' ? null : { low: Math.max(0, share - off), high: Math.min(1, share + off) }
    return [{ key, name: nameOf(by, key), figure, limits, outside: limits === null || figure.value === null || !figure.shown ? null : figure.value > limits.high ? 'above' : figure.value < limits.low ? 'below' : null }]
  }).sort((one, other) => other.figure.n - one.figure.n)
}

function stretches({ from, to }: Span, step: NonNullable<MetricQuery['step']>): Span[] {
  const found: Span[] = []
  if (step === 'hour') for (let at = from; at < to; at += 3_600_000) found.push({ from: at, to: at + 3_600_000 })
  else for (let local = localDay(from); dayBegins(local) < to;) {
    const date = new Date(local * day)
    const next = step === 'day' ? local + 1 : step === 'week' ? local + 7 - ((local + 3) % 7) : Math.floor(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / day)
    found.push({ from: Math.max(from, dayBegins(local)), to: Math.min(to, dayBegins(next)) })
    local = next
  }
  return found
}

function pointsOf(metric: Metric, facts: readonly InventedFact[], span: Span, step: NonNullable<MetricQuery['step']>): MetricPoint[] {
  const counts = metric.form.form === 'count'
  const before = step === 'day' ? within(facts, { from: span.from - 56 * day, to: span.from }) : []
  return stretches(span, step).filter(({ from }) => from <= Date.now()).map(({ from, to }) => {
    const local = localDay(from)
    const usual = counts && step === 'day' ? Array.from({ length: 8 }, (_, week) => figureOf(metric, within(facts, { from: from - (week + 1) * 7 * day, to: to - (week + 1) * 7 * day })).n) : []
    const mean = usual.reduce((sum, each) => sum + each, 0) / Math.max(1, usual.length)
    const weekday = ((local + 3) % 7) + 1
    return {
      from: iso(from), to: iso(to), figure: figureOf(metric, within(facts, { from, to }), metric.form.form === 'level' ? facts.slice(placeOf(facts, from)) : []),
      band: usual.length === 0 || before.length === 0 ? null : { low: Math.max(0, mean - 2 * Math.sqrt(mean)), high: mean + 2 * Math.sqrt(mean) }, off: weekday > 5 || dayIn(new Date(from + 3_600_000 * 6), 'Europe/Warsaw').endsWith('-11-11'),
    }
  })
}

function distributionOf(metric: Metric, facts: readonly InventedFact[]) {
  const values = facts.flatMap((fact) => { const value = valueOfFact(metric, fact); return value === null ? [] : [value] })
  if (values.length === 0) return []
  const whole = values.every((value) => Number.isInteger(value) && value <= 40)
  const most = Math.max(...values)
  const edges = whole ? Array.from({ length: most - Math.min(...values) + 2 }, (_, index) => Math.min(...values) + index) : Array.from({ length: 31 }, (_, index) => (index === 0 ? 0 : Math.round(10 ** (1 + (index / 30) * (Math.log10(most + 1) - 1)))))
  return edges.slice(0, -1).map((from, index) => ({ from, to: edges[index + 1]!, n: values.filter((value) => value >= from && (value < edges[index + 1]! || (index === edges.length - 2 && value === edges[index + 1]))).length }))
}

/** The facts behind a figure, the newest first. */
export function factsBehind(metric: Metric, query: { from: string; to: string; where?: MetricQuery['where'] }): InventedFact[] {
  return rowsOf(metric, within(narrowed(metric, fixed(metric, inventedFacts()), query.where ?? undefined), spanOf(query)))
}

