// What we recorded against what was said, in the three groups that the list of answers can be filtered by, so that every count opens
// its own rows: solved, every other result, no result. Pure.
import type { SolvedAgainstSaid } from '@kontuar/contracts'
import type { Static } from 'typebox'

type Row = Static<typeof SolvedAgainstSaid>['rows'][number]
export interface ResultGroup { solved: 'solved' | 'not-solved' | 'unknown'; high: number; middle: number; low: number; n: number; /** Of which results it is made. */ results: { result: string; n: number }[] }

export function groupResults(rows: readonly Row[]): ResultGroup[] {
  const groupOf = (result: string | null) => (result === 'solved' ? 'solved' as const : result === null ? 'unknown' as const : 'not-solved' as const)
  return (['solved', 'not-solved', 'unknown'] as const).flatMap((solved) => {
    const of = rows.filter(({ result, n }) => groupOf(result) === solved && n > 0)
    if (of.length === 0) return []
    const sum = (name: 'high' | 'middle' | 'low' | 'n') => of.reduce((total, row) => total + row[name], 0)
    return [{ solved, high: sum('high'), middle: sum('middle'), low: sum('low'), n: sum('n'), results: of.flatMap(({ result, n }) => (result === null ? [] : [{ result, n }])) }]
  })
}
