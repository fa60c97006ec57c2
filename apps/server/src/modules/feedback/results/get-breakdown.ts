import type { Breakdown, BreakdownBy } from '@kontuar/contracts'
import { suppressSmall } from '@kontuar/statistics'
import type { Static } from 'typebox'
import type { Tx } from '../../../platform/db/database.ts'
import { noMember } from '../counting/cells.ts'
import { figureFrom } from './get-results.ts'
import { isNamed, readNames } from './names.ts'
import { privateScope, smallestGroup } from './private-scope.ts'
import { readQuestions } from './questions.ts'
import { histogramOf, readSums, sumOf } from './read-sums.ts'
import type { Scope, SurveyToRead } from './scope.ts'

/** The survey's metric by one dimension, the largest first. Of an anonymous one over all days, and not within another dimension. */
export async function getBreakdown(tx: Tx, survey: SurveyToRead, by: Static<typeof BreakdownBy>, asked: Scope): Promise<Static<typeof Breakdown>> {
  const questions = await readQuestions(tx, survey)
  const { scope, nothing } = await privateScope(tx, survey.anonymous, asked)
  const crossed = survey.anonymous && scope.where.some((w) => w.dimension !== by)
  if (nothing || crossed) return { by, rows: [] }
  const primary = questions.primary?.id
  // A cell is hidden with respect to all cells, whichever were asked for.
  const whole = survey.anonymous ? { ...scope, from: null, until: null, where: [] } : scope
  const sums = await readSums(tx, whole, ['~', ...(primary === undefined ? [] : [primary])], by)
  const cells = [...new Set(sums.map((s) => s.group))].map((member) => ({ key: member, n: Math.max(0, sumOf(histogramOf(sums, '~', member))), scored: primary === undefined ? 0 : Math.max(0, sumOf(histogramOf(sums, primary, member))) })).filter((c) => c.n > 0)
  const hidden = survey.anonymous ? suppressSmall(cells, smallestGroup).union(suppressSmall(cells.map(({ key, scored: n }) => ({ key, n })), smallestGroup)) : new Set<string>()
  const names = isNamed(by) ? await readNames(tx, by, cells.map((c) => c.key)) : null
  const wanted = scope.where.find((w) => w.dimension === by)?.member
  const rows = cells.filter((c) => wanted === undefined || c.key === wanted).map(({ key, n }) => ({
    id: key === noMember ? null : key, name: key === noMember ? '' : names?.get(key) ?? key,
    n: hidden.has(key) ? null : n, figure: hidden.has(key) ? null : figureFrom(questions, sums, new Set(), key),
  }))
  return { by, rows: rows.sort((a, b) => (b.n ?? 0) - (a.n ?? 0) || a.name.localeCompare(b.name, survey.language)) }
}
