/*
 * What an anonymous survey may say. Nothing is shown of fewer than five answers, nor what would lead to fewer by subtraction:
 *
 * - Between periods: days are taken in blocks of at least five answers, one after the other. A period counts the blocks that end in it,
 *   as a whole, and says which days these are; so two periods differ by five answers or by none.
 * - Between one member of a dimension and the whole: the cells of the dimension are hidden as suppressSmall says, and whoever filters by
 *   a hidden cell gets nothing. Dimensions are read over all days, since a member's answers of one day would be few.
 * - Between two dimensions: an anonymous survey is not filtered by two at once.
 * - Between a question few answered and the whole: see hiddenQuestions.
 *
 * Not prevented: comparing what was shown at different hours, while answers come in; and two people who see different places comparing
 * their screens. How many answered is no secret (the invitations show it); what they answered is.
 */
import { suppressSmall } from '@kontuar/statistics'
import type { Tx } from '../../../platform/db/database.ts'
import { histogramOf, readSums, sumOf, type Sum } from './read-sums.ts'
import type { Scope } from './scope.ts'

export const smallestGroup = 5

export interface PrivateScope { scope: Scope; /** Too few: no figure, no distribution, no comment. */ hidden: boolean; /** Nothing may be said at all, not even how many. */ nothing: boolean }

/** Of a survey that is not anonymous it is the scope itself. */
export async function privateScope(tx: Tx, anonymous: boolean, scope: Scope): Promise<PrivateScope> {
  if (!anonymous) return { scope, hidden: false, nothing: false }
  const whole = { ...scope, from: null, until: null }
  if (scope.where.length > 1) return { scope: whole, hidden: true, nothing: true }
  const [only] = scope.where
  if (only !== undefined) {
    const cells = membersOf(await readSums(tx, { ...whole, where: [] }, ['~'], only.dimension))
    const hidden = !cells.some((c) => c.key === only.member && c.n > 0) || suppressSmall(cells, smallestGroup).has(only.member)
    return { scope: whole, hidden, nothing: hidden }
  }
  const days = daysOf(await readSums(tx, whole, ['~'], 'day'))
  if (days.reduce((n, d) => n + d.n, 0) < smallestGroup) return { scope: whole, hidden: true, nothing: false }
  if (scope.from === null && scope.until === null) return { scope, hidden: false, nothing: false }
  const blocks = blocksOf(days).filter((b) => (scope.from === null || b.until >= scope.from) && (scope.until === null || b.until <= scope.until))
  if (blocks.length === 0) return { scope, hidden: true, nothing: true }
  return { scope: { ...scope, from: blocks[0]!.from, until: blocks.at(-1)!.until }, hidden: false, nothing: false }
}

export interface Day { day: string; n: number }
export const daysOf = (sums: readonly Sum[]): Day[] => [...Map.groupBy(sums, (s) => s.group)].map(([day, of]) => ({ day, n: of.reduce((n, s) => n + s.n, 0) })).filter((d) => d.n > 0).sort((a, b) => (a.day < b.day ? -1 : 1))
export const membersOf = (sums: readonly Sum[]): { key: string; n: number }[] => [...Map.groupBy(sums, (s) => s.group)].map(([key, of]) => ({ key, n: Math.max(0, of.reduce((n, s) => n + s.n, 0)) }))

/** Consecutive days that hold at least `smallest` answers together; the days left at the end join the last block. Days in order, without empty ones. */
export function blocksOf(days: readonly Day[], smallest = smallestGroup): { from: string; until: string; n: number }[] {
  const blocks: { from: string; until: string; n: number }[] = []
  let open: { from: string; until: string; n: number } | null = null
  for (const { day, n } of days) {
    open = open === null ? { from: day, until: day, n } : { from: open.from, until: day, n: open.n + n }
    if (open.n >= smallest) {
      blocks.push(open)
      open = null
    }
  }
  if (open !== null && blocks.length > 0) {
    const last = blocks.pop()!
    blocks.push({ from: last.from, until: open.until, n: last.n + open.n })
  }
  return blocks
}

/**
 * Questions that few in this scope answered, or whose rest, everybody less this scope, would be few: a reader subtracts.
 * @param answered of this scope, '~answered' by question
 */
export async function hiddenQuestions(tx: Tx, scope: Scope, answered: ReadonlyMap<string, number>): Promise<Set<string>> {
  const hidden = new Set([...answered].filter(([, n]) => n < smallestGroup).map(([id]) => id))
  const whole = { ...scope, from: null, until: null, where: [] }
  const [only] = scope.where
  if (only !== undefined) {
    const sums = await readSums(tx, whole, ['~answered'], only.dimension)
    const members = new Set(sums.map((s) => s.group))
    for (const question of answered.keys()) {
      const cells = [...members].map((key) => ({ key, n: Math.max(0, sumOf(histogramOf(sums.filter((s) => s.value === question), '~answered', key))) }))
      if (suppressSmall(cells, smallestGroup).has(only.member)) hidden.add(question)
    }
  } else if (scope.from !== null || scope.until !== null) {
    const all = histogramOf(await readSums(tx, whole, ['~answered']), '~answered')
    for (const [question, n] of answered) {
      const rest = (all.get(question) ?? 0) - n
      if (rest > 0 && rest < smallestGroup) hidden.add(question)
    }
  }
  return hidden
}
