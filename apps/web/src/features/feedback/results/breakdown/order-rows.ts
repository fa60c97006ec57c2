// The order of a breakdown. What is hidden or too small to show stands last whichever way it is turned. Pure.
import type { BreakdownRow } from '@kontuar/contracts'
import type { Static } from 'typebox'
import type { ResultsSearch } from '../results-search.ts'

export type Row = Static<typeof BreakdownRow>

export function orderRows(rows: readonly Row[], order: NonNullable<ResultsSearch['order']>, locale: string): Row[] {
  const name = order.replace('-', '')
  const turned = order.startsWith('-') ? -1 : 1
  const words = new Intl.Collator(locale, { numeric: true })
  const value = (row: Row): number | null => (name === 'n' ? row.n : (row.figure?.value ?? null))
  return rows.toSorted((a, b) => {
    if (name === 'name') return turned * words.compare(a.name, b.name)
    const [one, other] = [value(a), value(b)]
    if (one === null || other === null) return one === other ? words.compare(a.name, b.name) : one === null ? 1 : -1
    return turned * (one - other) || words.compare(a.name, b.name)
  })
}
