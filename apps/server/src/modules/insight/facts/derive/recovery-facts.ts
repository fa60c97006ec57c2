// Facts of a low score and what became of it. Each stands at the instant at which it came about: so a promise is kept or missed in the week
// in which that was known, as with the clocks of tickets.
import type { RecoveryToCount } from '../../ports.ts'
import type { NewFact } from '../measures.ts'
import { placed, type AboutTicket } from './answer-facts.ts'
import type { CountingRules } from './counting-rules.ts'
import { lateMs } from './resolution-facts.ts'

export function recoveryFacts(loop: RecoveryToCount, about: AboutTicket | null, rules: CountingRules): NewFact[] {
  const like: Omit<NewFact, 'mark' | 'measures'> = { ...placed(loop, about, rules), kind: 'recovery', answerId: loop.answerId }
  const fact = (mark: string, at: number | null, measures: NewFact['measures'], more: Partial<NewFact> = {}): NewFact[] => (at === null ? [] : [{ ...like, mark, at, measures, ...more }])
  const reached = promiseOf(loop.contactedAt, loop.reachDueAt, rules.now)
  const closed = promiseOf(loop.closedAt, loop.dueAt, rules.now)
  return [
    ...fact('opened', loop.at, { 'loop-opened': 1 }),
    ...fact('reached', loop.contactedAt, timeToReach(loop, rules), { interactionId: loop.contactedIn }),
    ...(reached === null ? [] : fact('reach-due', reached.at, { 'contacted-in-time': reached.kept })),
    ...(closed === null ? [] : fact('due', closed.at, { 'closed-in-time': closed.kept })),
    ...fact('asked', loop.askedAt, { 'second-asked': 1 }),
    ...(loop.recovered === null ? [] : fact('answered', loop.secondAnswerAt, { recovered: loop.recovered ? 1 : 0 }, { answerId: loop.secondAnswerId })),
    ...fact('back', loop.cameBackAt, { 'came-back-so-far': 1 }),
    ...(loop.solved ? fact('window', loop.closedAt, windowMeasures(loop, rules.now)) : []),
  ]
}

/** In business time of the queue of then, and as time passes: like the first response (entry-facts.ts). */
function timeToReach({ at, contactedAt, queueId }: RecoveryToCount, { timeIn }: CountingRules): NewFact['measures'] {
  return contactedAt === null ? {} : { 'time-to-contact': timeIn(queueId, at).between(at, contactedAt) / 1000, 'time-to-contact-clock': (contactedAt - at) / 1000 }
}

/**
 * Kept when it was done by then, known when it was; missed when that has passed, known from then on. What was closed without a word with the
 * customer misses the contact all the same. Null: nothing was promised, or nobody knows yet.
 */
function promiseOf(doneAt: number | null, dueAt: number | null, now: number): { at: number; kept: 0 | 1 } | null {
  if (dueAt === null) return null
  if (doneAt !== null && doneAt <= dueAt) return { at: doneAt, kept: 1 }
  return now > dueAt ? { at: dueAt, kept: 0 } : null
}

/** While the days for coming back last nobody knows, also where something came back already: counted now, failures would be known months earlier than successes. */
function windowMeasures({ backUntil, cameBackAt }: RecoveryToCount, now: number): NewFact['measures'] {
  return now < (backUntil ?? Infinity) + lateMs ? { 'came-back-open': 1 } : { 'came-back': cameBackAt === null ? 0 : 1 }
}

/** When time alone changes its facts next; null: never again. */
export function nextDue({ contactedAt, reachDueAt, closedAt, dueAt, solved, backUntil }: RecoveryToCount, now: number): number | null {
  const waits = (doneAt: number | null, due: number | null) => (due === null || (doneAt !== null && doneAt <= due) ? [] : [due + 1])
  const coming = [...waits(contactedAt, reachDueAt), ...waits(closedAt, dueAt), ...(solved && backUntil !== null ? [backUntil + lateMs] : [])].filter((at) => at > now)
  return coming.length === 0 ? null : Math.min(...coming)
}
