// One rule on silence, tick by tick since it was looked at last.
import type { Database } from '../../../../platform/db/database.ts'
import type { SilenceRule } from '../compile/compiled-rule.ts'
import type { SilenceMemory } from '../judge/silence.ts'
import { memoriesOf, ofRule } from '../memory.ts'
import { readOccurrences } from '../read/read-occurrences.ts'
import { readOpenTime } from '../silence/open-time.ts'
import { heardWithinMs, newestByPlace, stepSilence } from '../silence/step-silence.ts'
import type { Found } from './found.ts'
import { restMs, ticksToMakeUp } from './ticks.ts'

/** Null: no tick has passed. */
export function lookAtSilence(db: Database, orgId: number, rule: SilenceRule, zone: string, now: Date): Promise<Found | null> {
  return db.report(orgId, async (tx) => {
    const stored = await memoriesOf<SilenceMemory>(tx, rule.id, rule.version)
    const before = stored.find(({ place }) => place === ofRule)?.lookedAt ?? null
    const ticks = ticksToMakeUp(Math.max(rule.since, before ?? 0), now.getTime(), 'hour', zone)
    if (ticks.length === 0) return null
    const from = Math.max(rule.since, Math.min(before ?? rule.since, ticks[0]!) - heardWithinMs)
    const [time, came] = [await readOpenTime(tx, rule.definition.calendarId ?? null), await readOccurrences(tx, rule.definition.on, { from, to: ticks.at(-1)! }, zone)]
    const memories = new Map(stored.flatMap(({ place, memory }) => (place === ofRule || memory === null ? [] : [[place, memory] as const])))
    const found: Found = { ruleId: rule.id, version: rule.version, before, until: ticks.at(-1)!, memories: [], firings: [], settled: [] }
    for (const at of ticks) {
      const step = stepSilence(rule, at, newestByPlace(rule, came, at, at + restMs), memories, time)
      for (const [place, memory] of step.memories) memories.set(place, memory)
      found.firings.push(...step.firings)
      found.settled.push(...step.settled)
    }
    return { ...found, memories: [...memories] }
  })
}
