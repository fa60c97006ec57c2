// Figures of invented facts by the forms of the catalogue, slowly and plainly: every number is made of just the facts its rows show.
import type { MetricFigure } from '@kontuar/contracts'
import { netPromoterScore, wilson } from '@kontuar/statistics'
import { measuresBelow, measuresOf, npsMeasures, type Metric } from '../../../../server/src/modules/insight/catalogue/metric.ts'
import type { InventedFact } from './facts.ts'

const carries = (fact: InventedFact, names: readonly string[]) => names.some((name) => fact.measures[name] !== undefined)
const sum = (facts: readonly InventedFact[], names: readonly string[]) => facts.reduce((total, fact) => total + names.reduce((part, name) => part + (fact.measures[name] ?? 0), 0), 0)
const number = (facts: readonly InventedFact[], names: readonly string[]) => facts.reduce((total, fact) => total + names.filter((name) => fact.measures[name] !== undefined).length, 0)

/** Those that stand in the denominator; of a count those that are counted, of a sum of ones the ones. */
export const rowsOf = (metric: Metric, facts: readonly InventedFact[]): InventedFact[] => facts.filter((fact) => {
  const names: readonly string[] = metric.form.form === 'sum' || metric.form.form === 'level' ? measuresOf(metric) : measuresBelow(metric)
  return carries(fact, metric.form.form === 'level' ? ['entered'] : names) && (metric.form.form !== 'sum' || names.some((name) => (fact.measures[name] ?? 0) > 0))
})

export function isCounted({ form }: Metric, fact: InventedFact): boolean {
  if (form.form === 'share') return (form.of.some((name) => (fact.measures[name] ?? 0) > 0)) !== (form.complement ?? false)
  if (form.form === 'parts' || form.form === 'ratio') return carries(fact, form.of) && form.of.some((name) => (fact.measures[name] ?? 0) > 0)
  if (form.form === 'nps') return fact.measures['promoter'] !== undefined
  return true
}

export function valueOfFact({ form, spread }: Metric, fact: InventedFact): number | null {
  const names: readonly string[] = spread ? [spread] : form.form === 'nps' ? ['nps'] : form.form === 'level' ? [] : form.of
  const name = names.find((each) => fact.measures[each] !== undefined)
  return name === undefined ? null : fact.measures[name]!
}

/** @param before of a level: what entered and left until then */
export function figureOf(metric: Metric, facts: readonly InventedFact[], before: readonly InventedFact[] = []): MetricFigure {
  const { form, shownFrom } = metric
  const open = metric.open ? number(facts, [metric.open]) : undefined
  const told = (value: number | null, n: number, interval: MetricFigure['interval'], parts: Record<string, number> = {}): MetricFigure => ({ value, n, interval, shown: n >= shownFrom && value !== null, parts: { ...parts, ...(open !== undefined && { open }) } })
  const shareOf = (of: number, among: number) => { const found = wilson(Math.min(of, among), among); return told(found?.share ?? null, among, found && { low: found.low, high: found.high }, { numerator: of, denominator: among }) }
  const poisson = (value: number) => ({ low: Math.max(0, value - 1.96 * Math.sqrt(value)), high: value + 1.96 * Math.sqrt(Math.max(value, 1)) })
  switch (form.form) {
    case 'count': { const n = number(facts, form.of); return told(n, n, poisson(n)) }
    case 'sum': { const total = sum(facts, form.of); return told(total, total, poisson(total)) }
    case 'share': { const n = number(facts, form.of); const of = sum(facts, form.of); return shareOf(form.complement ? n - of : of, n) }
    case 'parts': { const of = facts.filter((fact) => carries(fact, form.of) && form.of.some((name) => (fact.measures[name] ?? 0) > 0)).length; return shareOf(of, number(facts, form.among)) }
    case 'mean': {
      const values = facts.flatMap((fact) => form.of.flatMap((name) => fact.measures[name] ?? []))
      const mean = values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length
      const off = mean === null ? 0 : 1.96 * Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / Math.max(1, values.length - 1) / values.length)
      return told(mean, values.length, mean === null ? null : { low: mean - off, high: mean + off })
    }
    case 'quantile': return quantile(facts.flatMap((fact) => form.of.flatMap((name) => fact.measures[name] ?? [])), form.p, told)
    case 'ratio': { const [of, among] = [sum(facts, form.of), sum(facts, form.among)]; const below = form.over === 'among' ? among : of + among; return told(below === 0 ? null : of / below, number(facts, form.over === 'among' ? form.among : [...form.of, ...form.among]), null, { numerator: of, denominator: below }) }
    case 'nps': {
      const [promoters, passives, detractors] = npsMeasures.map((name) => number(facts, [name])) as [number, number, number]
      const found = netPromoterScore({ promoters, passives, detractors })
      return told(found?.score ?? null, promoters + passives + detractors, found && { low: found.low, high: found.high }, { promoters, passives, detractors })
    }
    case 'level': { const value = 38 + number([...before, ...facts], ['entered']) - number([...before, ...facts], ['left']); return told(value, value, null) }
  }
}

function quantile(values: readonly number[], p: number, told: (value: number | null, n: number, interval: MetricFigure['interval']) => MetricFigure): MetricFigure {
  const order = values.toSorted((a, b) => a - b)
  const n = order.length
  const at = (rank: number) => order[Math.min(n - 1, Math.max(0, rank - 1))]!
  if (n === 0) return told(null, 0, null)
  const off = 1.96 * Math.sqrt(n * p * (1 - p))
  return told(at(Math.ceil(n * p)), n, { low: at(Math.floor(n * p - off)), high: at(Math.ceil(n * p + off) + 1) })
}
