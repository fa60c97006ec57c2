/*
 * Several askings want the same person within one rest period, and none has been sent: which of them may? The more important one (by
 * the position of its touchpoint; by hand before all), among equals the earlier, then the one that was there first. The others give way, also those
 * that would come first: an unimportant question on Monday must not cost us the important one of Tuesday.
 */
import { isSameMatter, type Matter } from './same-matter.ts'

const dayMs = 86_400_000

export interface Rival extends Matter {
  id: string
  surveyId: string
  /** Of its touchpoint; −1: asked by hand or by a program, without one. */
  position: number
  sendAt: Date
  /** As it holds for this one. */
  restDays: number
}
export interface GivenWay { id: string; reason: 'already-asked' | 'other-survey-first'; to: Rival }

/** Of one person, all that are planned. Answers those that give way, and to which. */
export function settleRivals(planned: readonly Rival[]): GivenWay[] {
  const kept: Rival[] = []
  const gone: GivenWay[] = []
  for (const rival of planned.toSorted((a, b) => a.position - b.position || a.sendAt.getTime() - b.sendAt.getTime() || (a.id < b.id ? -1 : 1))) {
    const before = kept.find((k) => isTooNear(k, rival) || isAskedTwice(k, rival))
    if (before === undefined) kept.push(rival)
    // The same questions twice, for two closed tickets of one week, is not a matter of importance.
    else gone.push({ id: rival.id, reason: before.surveyId === rival.surveyId ? 'already-asked' : 'other-survey-first', to: before })
  }
  return gone
}

/** However short the rest: nobody answers the same questions about the same matter again. */
const isAskedTwice = (a: Rival, b: Rival): boolean => a.surveyId === b.surveyId && isSameMatter(a, b)

/** Each needs its own rest before it; so what counts is the rest of the later one. */
function isTooNear(a: Rival, b: Rival): boolean {
  const [first, second] = a.sendAt.getTime() <= b.sendAt.getTime() ? [a, b] : [b, a]
  return second.sendAt.getTime() - first.sendAt.getTime() < second.restDays * dayMs
}
