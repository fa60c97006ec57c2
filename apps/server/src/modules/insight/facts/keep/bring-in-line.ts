// Stored facts brought in line with what the diary says now: what no longer holds is taken back, what holds and is not there is added.
// Done twice, late or in another order it does the same; that is what makes every fact stand exactly once.
import type { Tx } from '../../../../platform/db/database.ts'
import type { NewFact } from '../measures.ts'
import { appendFacts } from './append-facts.ts'
import { readNetFacts, wordingOf, type StoredFact } from './net-facts.ts'

export interface Difference { added: NewFact[]; takenBack: StoredFact[] }

/** Whoever comes second to a subject reads what the first has written. In the order of the keys, so that nobody waits in a circle. */
export async function lockSubjects(tx: Tx, subjectIds: readonly string[]): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock($1, k) from (select distinct hashtext('facts ' || id) as k from unnest($2::text[]) id order by 1) x`, [tx.orgId, subjectIds], 'lock-fact-subjects')
}

/** All net facts of these subjects are exactly `derived` from now on. The subjects are locked by the caller before anything was read. */
export async function bringInLine(tx: Tx, subjectIds: readonly string[], derived: readonly NewFact[]): Promise<Difference> {
  const difference = differenceOf(derived, subjectIds.length === 0 ? [] : await readNetFacts(tx, subjectIds))
  await appendFacts(tx, difference.added, difference.takenBack.map((f) => f.id))
  return difference
}

export function differenceOf(derived: readonly NewFact[], stored: readonly StoredFact[]): Difference {
  const wanted = new Map(derived.map((fact) => [wordingOf(fact), fact]))
  const takenBack = stored.filter((fact) => !wanted.delete(wordingOf(fact)))
  return { added: [...wanted.values()], takenBack }
}
