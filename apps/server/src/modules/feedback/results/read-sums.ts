// Sums for one screen, by one of two roads that must agree (results-agree.test.ts):
// the tally with the facts that wait for it, for everything or one dimension: a few thousand rows however many answers there are;
// or the facts themselves, for several dimensions at once, and under row-level security for a person who sees some places only.
import type { Tx } from '../../../platform/db/database.ts'
import { shapeName } from '../../../platform/db/shape-name.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { askPatiently } from '../../diary/index.ts'
import { byMonth, countedCells, memberOf, waitingFacts, type Dimension } from '../counting/cells.ts'
import type { Scope } from './scope.ts'

export interface Sum { question: string; value: string; /** Day or member, as grouped; '' of all together. */ group: string; n: number }
export type Grouping = 'none' | 'day' | Exclude<Dimension, 'all'>

/** One statement, so one moment. */
export async function readSums(tx: Tx, scope: Scope, questions: readonly string[], grouping: Grouping = 'none'): Promise<Sum[]> {
  const { text, values, name, far } = sumsStatement(tx.orgId, scope, questions, grouping)
  const ask = () => tx.query<Sum>(text, values, name)
  if (!far) return ask()
  try {
    return await askPatiently(tx, ask, 10_000)
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal('cannot-do', 'This question reads too many answers to be counted at once: ask for fewer days, or for one dimension alone.')
    throw error
  }
}

/** `far`: it reads the facts one by one. */
export function sumsStatement(orgId: number, scope: Scope, questions: readonly string[], grouping: Grouping): { text: string; values: unknown[]; name: string | undefined; far: boolean } {
  const values: unknown[] = [orgId, scope.surveyId, questions]
  const bind = (value: unknown) => `$${values.push(value)}`
  const by = grouping === 'none' || grouping === 'day' ? null : grouping
  const [first] = scope.where
  const aside = scope.where.length > 1 || (first !== undefined && by !== null && first.dimension !== by)
  const from = scope.from === null ? null : bind(scope.from)
  const until = scope.until === null ? null : bind(scope.until)
  const days = (column: string) => `${from === null ? '' : ` and ${column} >= ${from}::date`}${until === null ? '' : ` and ${column} <= ${until}::date`}`
  const named = (text: string) => ({ text, values, name: shapeName('sums', text) })
  const total = (rows: string) => `select question_id as question, value, "group", sum(n)::bigint as n from (${rows}) c group by 1, 2, 3 having sum(n) <> 0`

  if (scope.restricted || aside) {
    const where = scope.where.map(({ dimension, member }) => ` and ${memberOf(dimension)} = ${bind(member)}`).join('')
    // The policies of answers and invitations decide; what names neither is seen by those who see everything.
    const seen = scope.restricted
      ? ` and case when f.answer_id is not null then exists (select from answer a where a.org_id = f.org_id and a.id = f.answer_id) else exists (select from survey_invitation i where i.org_id = f.org_id and i.id = f.invitation_id) end` : ''
    return {
      ...named(total(`select q.question_id, q.value, ${groupOf(grouping, 'f.day')} as "group", f.weight as n from feedback_fact f cross join lateral ${countedCells}
        where f.org_id = $1 and f.survey_id = $2${days('f.day')}${where}${seen} and q.question_id = any ($3)`)), far: true,
    }
  }
  const dimension = first?.dimension ?? by ?? 'all'
  const wanted = first !== undefined || by === null ? bind(first?.member ?? '') : null
  const group = by === null ? groupOf(grouping, 'day') : 'member'
  const whole = grouping === 'day' ? null : wholeMonths(scope)
  const sums = (of: string, between: string) => `select question_id, value, ${group} as "group", n from feedback_tally where org_id = $1 and survey_id = $2 and dimension = '${of}' and question_id = any ($3)${wanted === null ? '' : ` and member = ${wanted}`}${between}`
  const monthsFrom = whole?.from ? bind(whole.from) : null
  const monthsUntil = whole?.until ? bind(whole.until) : null
  const tally = whole === null ? [sums(dimension, days('day'))] : [
    sums(byMonth(dimension), `${monthsFrom === null ? '' : ` and day >= ${monthsFrom}::date`}${monthsUntil === null ? '' : ` and day < ${monthsUntil}::date`}`),
    ...(monthsFrom === null ? [] : [sums(dimension, ` and day >= ${from}::date and day < ${monthsFrom}::date`)]),
    ...(monthsUntil === null ? [] : [sums(dimension, ` and day >= ${monthsUntil}::date and day <= ${until}::date`)]),
  ]
  const waiting = `select q.question_id, q.value, ${groupOf(grouping, 'f.day')}, f.weight from ${waitingFacts} cross join lateral ${countedCells}
       where f.survey_id = $2${days('f.day')}${wanted === null ? '' : ` and ${memberOf(dimension)} = ${wanted}`} and q.question_id = any ($3)`
  return { ...named(total([...tally, waiting].join('\n       union all\n       '))), far: false }
}

/**
 * The whole months of a period, from the first of one to before the first of another; what is left at its ends is read by day. Null: it has
 * none.
 */
export function wholeMonths({ from, until }: Pick<Scope, 'from' | 'until'>): { from: string | null; until: string | null } | null {
  const first = (day: string) => Temporal.PlainDate.from(day).with({ day: 1 })
  const start = from === null ? null : first(from).toString() === from ? from : first(from).add({ months: 1 }).toString()
  const end = until === null ? null : first(Temporal.PlainDate.from(until).add({ days: 1 }).toString()).toString()
  return start !== null && end !== null && start >= end ? null : { from: start, until: end }
}

const groupOf = (grouping: Grouping, day: string): string => (grouping === 'none' ? `''` : grouping === 'day' ? `${day}::text` : memberOf(grouping))

/** Value → n, of one question and, when grouped, one group. */
export function histogramOf(sums: readonly Sum[], question: string, group?: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const s of sums) if (s.question === question && (group === undefined || s.group === group)) found.set(s.value, (found.get(s.value) ?? 0) + s.n)
  return found
}

export const sumOf = (histogram: ReadonlyMap<string, number>): number => histogram.values().reduce((a, b) => a + b, 0)
