import type { SolvedAgainstSaid } from '@kontuar/contracts'
import { wilson } from '@kontuar/statistics'
import type { Static } from 'typebox'
import type { Tx } from '../../../platform/db/database.ts'
import { noResult } from '../counting/counted-of-answer.ts'
import { histogramOf, readSums } from './read-sums.ts'
import type { Scope, SurveyToRead } from './scope.ts'

/** What we had recorded of the ticket when the customer answered, against the tone of the answer. An anonymous survey knows no ticket. */
export async function solvedAgainstSaid(tx: Tx, survey: SurveyToRead, scope: Scope): Promise<Static<typeof SolvedAgainstSaid>> {
  const said = survey.anonymous ? new Map<string, number>() : histogramOf(await readSums(tx, scope, ['~said']), '~said')
  const results = [...new Set([...said.keys()].map((key) => key.slice(0, key.lastIndexOf(' '))))]
  const rows = results.map((result) => {
    const [high, middle, low] = (['high', 'middle', 'low'] as const).map((tone) => said.get(`${result} ${tone}`) ?? 0) as [number, number, number]
    return { result: result === noResult ? null : result, high, middle, low, n: high + middle + low }
  }).sort((a, b) => b.n - a.n)
  const solved = rows.find((r) => r.result === 'solved')
  const [solvedButLow, all] = [solved?.low ?? 0, solved?.n ?? 0]
  return { rows, solvedButLow, solved: all, share: wilson(solvedButLow, all) }
}
