// One moment of a rule on silence, at every place. Pure; live and in a back-test alike.
import type { Firing, Settled } from '../../firing.ts'
import type { SilenceRule } from '../compile/compiled-rule.ts'
import { judgeSilence, type OpenTime, type SilenceMemory } from '../judge/silence.ts'
import type { Occurrence } from '../occurrence.ts'
import { idsOfPlace, placeOf } from '../place.ts'

type SilenceMemories = ReadonlyMap<string, SilenceMemory>
interface SilenceStep { memories: Map<string, SilenceMemory>; firings: Firing[]; settled: Settled[] }

/** What is known so much later than it happened does not break a silence that was told: its hour is over. */
export const heardWithinMs = 3 * 3_600_000

/** When something came last at each place, of what fits and could be known by then. @param knownBy epoch milliseconds */
export function newestByPlace({ definition, test }: SilenceRule, occurrences: readonly Occurrence[], before: number, knownBy: number): Map<string, number> {
  const newest = new Map<string, number>()
  for (const o of occurrences) {
    if (o.imported || o.at >= before || o.knownAt > knownBy || o.knownAt - o.at > heardWithinMs || !isAsked(definition.on, o) || !test(o)) continue
    const place = placeOf(definition.each, o)
    if (place !== null) newest.set(place, Math.max(newest.get(place) ?? -Infinity, o.at))
  }
  return newest
}

/** Of tickets only that they were opened says that somebody came. */
const isAsked = (on: SilenceRule['definition']['on'], o: Occurrence): boolean => o.subject === on && (on !== 'ticket' || o.happened === 'opened')

/** Places are those at which something has come since the rule began; together everything is watched from the beginning. */
export function stepSilence(rule: SilenceRule, at: number, newest: ReadonlyMap<string, number>, memories: SilenceMemories, time: OpenTime): SilenceStep {
  const { definition } = rule
  const next: SilenceStep = { memories: new Map(), firings: [], settled: [] }
  const places = definition.each === 'all' ? [''] : [...new Set([...memories.keys(), ...newest.keys()])].sort()
  for (const place of places) {
    const { memory, said } = judgeSilence(definition, memories.get(place) ?? { lastAt: rule.since, silent: false }, at, newest.get(place) ?? null, time)
    next.memories.set(place, memory)
    if (said === 'is-back') next.settled.push({ ruleId: rule.id, key: place, at: new Date(at) })
    if (said === 'fires') next.firings.push({
      ...idsOfPlace(definition.each, place), ruleId: rule.id, ruleVersion: rule.version, occurrence: `${place}:${new Date(at).toISOString()}`, key: place, at: new Date(at), urgent: rule.urgent, noData: false,
      why: { code: 'silence', on: definition.on, hours: definition.hours, since: memory.lastAt === rule.since ? null : new Date(memory.lastAt).toISOString(), each: definition.each, place },
    })
  }
  return next
}
