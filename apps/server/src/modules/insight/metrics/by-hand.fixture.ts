// Every metric counted again in the plainest way, fact by fact, without sums, SQL or histograms.
import type { MeasureName } from '../facts/measures.ts'
import type { Metric } from '../catalogue/metric.ts'
import type { TestFact } from '../sums/testing.ts'

export type Fits = (fact: TestFact) => boolean

/** Neither taken back nor taking back. */
export const standing = (facts: readonly TestFact[]): TestFact[] => facts.filter((f) => f.weight === 1 && !facts.some((other) => other.retracts === f.id))

const has = (fact: TestFact, name: string) => fact.measures[name as MeasureName] !== undefined
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

export interface ByHand { value: number | null; n: number; /** How many of its rows are in the numerator; null: no numerator. */ counted: number | null; /** Of a quantile: what the histogram may differ from. */ about: boolean; open: number }

/** @param to of the period, for levels @param facts standing ones that fit in the period (levels: since ever) */
export function countByHand(metric: Metric, facts: readonly TestFact[]): ByHand {
  const { form } = metric
  const made = (value: number | null, n: number, counted: number | null = null, about = false): ByHand => ({ value, n, counted, about, open: metric.open === undefined ? 0 : facts.filter((f) => has(f, metric.open!)).length })
  const of = 'of' in form ? form.of : []
  const carriers = facts.filter((f) => of.some((name) => has(f, name)))
  const values = carriers.flatMap((f) => of.flatMap((name) => f.measures[name as MeasureName] ?? []))
  const total = (fact: TestFact, names: readonly string[]) => sum(names.map((name) => fact.measures[name as MeasureName] ?? 0))
  switch (form.form) {
    case 'count': return made(carriers.length, carriers.length)
    case 'sum': return made(sum(values), carriers.filter((f) => total(f, of) > 0).length)
    case 'share': {
      const counted = carriers.filter((f) => (total(f, of) > 0) !== (form.complement === true)).length
      return made(carriers.length === 0 ? null : counted / carriers.length, carriers.length, counted)
    }
    case 'parts': {
      const among = facts.filter((f) => form.among.some((name) => has(f, name)))
      const counted = among.filter((f) => total(f, of) - total(f, form.less ?? []) > 0).length
      return made(among.length === 0 ? null : counted / among.length, among.length, counted)
    }
    case 'mean': return made(values.length === 0 ? null : sum(values) / values.length, values.length)
    case 'quantile': {
      const sorted = values.toSorted((a, b) => a - b)
      return made(sorted.length === 0 ? null : sorted[Math.max(0, Math.ceil(form.p * sorted.length - 1e-9) - 1)]!, sorted.length, null, true)
    }
    case 'ratio': {
      const channel = metric.apart?.numerator === undefined || metric.apart.numerator === null ? null : (metric.apart.numerator.rules[0] as { value: string }).value
      const above = sum(facts.filter((f) => channel === null || f.channel === channel).map((f) => total(f, of)))
      const names = form.over === 'among' ? form.among : [...of, ...form.among]
      const below = facts.filter((f) => names.some((name) => has(f, name)))
      const divisor = sum(below.map((f) => total(f, names)))
      return made(divisor > 0 ? above / divisor : null, below.length, below.filter((f) => total(f, of) > 0 && (channel === null || f.channel === channel)).length)
    }
    case 'nps': {
      const scores = facts.flatMap((f) => f.measures.nps ?? [])
      const promoters = scores.filter((s) => s >= 9).length
      return made(scores.length === 0 ? null : 100 * (promoters - scores.filter((s) => s <= 6).length) / scores.length, scores.length, promoters)
    }
    case 'level': {
      const open = facts.filter((f) => f.kind === 'stay-entered').length - facts.filter((f) => f.kind === 'stay-left').length
      return made(open, open)
    }
  }
}
