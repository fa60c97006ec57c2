// What the times of a call or chat add up to. A contact of ours to the customer is no offered one: only what it took is counted.
import type { InsightSettings, Timing } from '@kontuar/contracts'
import type { StoryEntry } from '../../../routing/index.ts'
import type { NewFact } from '../measures.ts'

/** @param settings in force when it came */
export function timingMeasures(entry: Pick<StoryEntry, 'direction' | 'timing' | 'cancelled'>, queueId: string | null, settings: InsightSettings): NewFact['measures'] {
  if (entry.timing === null || entry.cancelled) return {}
  const timing = entry.timing as Timing
  return { ...(entry.direction === 'in' ? { ...menuMeasures(timing), ...waitMeasures(timing, answerWithin(settings, queueId), settings.shortAbandonSeconds) } : {}), ...handlingMeasures(timing) }
}

const answerWithin = ({ answerWithinSeconds, answerWithinByQueue }: InsightSettings, queueId: string | null) => (queueId === null ? undefined : answerWithinByQueue[queueId]) ?? answerWithinSeconds

const menuMeasures = ({ menuAt, menuOutcome }: Timing): NewFact['measures'] => (menuAt === undefined ? {} : { 'menu-entered': 1, 'menu-left': menuOutcome === 'left' ? 1 : 0 })

/**
 * One answered at once, without a time at which it began to wait, waited not at all. Given up under the short time it is a wrong number or
 * a second thought, and counted apart.
 */
function waitMeasures({ offeredAt, answeredAt, abandonedAt }: Timing, withinSeconds: number, shortSeconds: number): NewFact['measures'] {
  if (answeredAt !== undefined) {
    const wait = seconds(offeredAt ?? answeredAt, answeredAt)
    return { offered: 1, answered: 1, 'answered-wait': wait, 'answered-within': wait <= withinSeconds ? 1 : 0 }
  }
  if (offeredAt === undefined) return {}
  if (abandonedAt === undefined) return { offered: 1 }
  const wait = seconds(offeredAt, abandonedAt)
  if (wait < shortSeconds) return { offered: 1, 'abandoned-short': 1 }
  return { offered: 1, abandoned: 1, 'abandoned-wait': wait, ...(wait > withinSeconds ? { 'abandoned-late': 1 } : {}) }
}

/** Talk is what lies between answer and end, less what was spent on hold. Without an end nobody knows how long it took. */
function handlingMeasures({ answeredAt, endedAt, holdSeconds = 0, wrapUpSeconds = 0 }: Timing): NewFact['measures'] {
  if (answeredAt === undefined || endedAt === undefined) return {}
  const lasted = seconds(answeredAt, endedAt)
  return { handle: lasted + wrapUpSeconds, talk: lasted - holdSeconds, hold: holdSeconds, 'wrap-up': wrapUpSeconds }
}

/** When somebody was busy with it: from the answer until they had wrapped it up. Null: nobody, or nobody knows until when. */
export function handlingSpan({ answeredAt, endedAt, wrapUpSeconds = 0 }: Timing): { from: number; to: number } | null {
  return answeredAt === undefined || endedAt === undefined ? null : { from: Date.parse(answeredAt), to: Date.parse(endedAt) + wrapUpSeconds * 1000 }
}

const seconds = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1000
