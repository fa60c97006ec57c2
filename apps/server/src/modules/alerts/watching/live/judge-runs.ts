// Runs of what has just come: each rule and place under its lock, so that jobs at the same moment count one after the other.
import type { Tx } from '../../../../platform/db/database.ts'
import type { Firing } from '../../firing.ts'
import type { SequenceRule } from '../compile/compiled-rule.ts'
import { emptyRun, memberOf, membersOf, runFiring, takeIntoRun, type RunMemory } from '../judge/run.ts'
import { keepMemories, lockMemories } from '../memory.ts'
import type { Occurrence } from '../occurrence.ts'
import { placeOf } from '../place.ts'
import { readOccurrences } from '../read/read-occurrences.ts'

export async function judgeRuns(tx: Tx, rules: readonly SequenceRule[], occurrences: readonly Occurrence[], zone: string): Promise<Firing[]> {
  const asked = rules.flatMap((rule) => membersOf(rule, occurrences, (o) => placeOf(rule.definition.each, o)).map((at) => ({ rule, ...at })))
  if (asked.length === 0) return []
  const memories = await lockMemories<RunMemory>(tx, asked.map(({ rule, place }) => ({ ruleId: rule.id, version: rule.version, place })))
  const nameOf = (ruleId: string, place: string) => `${ruleId} ${place}`
  const known = new Map(memories.map((m) => [nameOf(m.ruleId, m.place), m]))
  const fired: { rule: SequenceRule; place: string; step: Parameters<typeof runFiring>[2] }[] = []
  const kept = asked.flatMap(({ rule, place, came }) => {
    const memory = known.get(nameOf(rule.id, place))
    if (memory === undefined) return []
    const step = takeIntoRun(memory.memory ?? emptyRun, came.map((o) => memberOf(rule, o)), rule.definition.n)
    fired.push(...step.fired.map((one) => ({ rule, place, step: one })))
    return [{ ...memory, memory: step.memory }]
  })
  await keepMemories(tx, kept)
  const byId = new Map(occurrences.map((o) => [o.id, o]))
  // One that came before and completes a row only now, since another one took its place before it.
  const missing = [...new Set(fired.map(({ step }) => step.id).filter((id) => !byId.has(id)))]
  for (const [subject, ids] of Map.groupBy(missing, (id) => id.slice(0, id.indexOf(':')))) {
    for (const o of await readOccurrences(tx, subject as 'answer' | 'interaction', { ids: ids.map((id) => id.slice(subject.length + 1)) }, zone)) byId.set(o.id, o)
  }
  return fired.flatMap(({ rule, place, step }) => {
    const last = byId.get(step.id)
    return last === undefined ? [] : runFiring(rule, place, step, last)
  })
}
