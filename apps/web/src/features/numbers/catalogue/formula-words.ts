// How a metric is counted, in words: what stands above the line and what below. Pure.
import type { MetricForm } from '@kontuar/contracts'

/** `label`: of a measure. `words`: the pieces of the sentence. */
export interface FormulaWords { label(measure: string): string; quoted(name: string): string; and: string; count(of: string): string; sum(of: string): string; mean(of: string): string; median(of: string): string; percentile(p: number, of: string): string; not(of: string): string; all(of: string): string; nps: string; level: string }

export function formulaOf(form: MetricForm, words: FormulaWords): string {
  const list = (names: readonly string[]) => names.map((name) => words.quoted(words.label(name))).join(` ${words.and} `)
  switch (form.form) {
    case 'count': return words.count(list(form.of))
    case 'sum': return words.sum(list(form.of))
    case 'share': return `${form.complement ? words.not(list(form.of)) : list(form.of)} ÷ ${words.all(list(form.of))}`
    case 'parts': return `${form.less ? `(${list(form.of)} − ${list(form.less)})` : list(form.of)} ÷ (${list(form.among)})`
    case 'mean': return words.mean(list(form.of))
    case 'quantile': return form.p === 0.5 ? words.median(list(form.of)) : words.percentile(Math.round(form.p * 100), list(form.of))
    case 'ratio': return form.over === 'among' ? `${list(form.of)} ÷ ${list(form.among)}` : `${list(form.of)} ÷ (${list([...form.of, ...form.among])})`
    case 'nps': return words.nps
    case 'level': return words.level
  }
}
