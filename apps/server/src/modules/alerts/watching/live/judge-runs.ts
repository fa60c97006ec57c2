// Runs of what has just come: each rule and place under its lock, so that jobs at the same moment count one after the other.
import type { Tx } from '../../../../platform/db/database.ts'
import type { Firing } from '../../firing.ts'
import type { SequenceRule } from '../compile/compiled-rule.ts'
import { emptyRun, memberOf, membersOf, runFiring, takeIntoRun, type RunMemory, type RunStep } from '../judge/run.ts'
import { keepMemories, lockMemories, type Memory } from '../memory.ts'
import type { Occurrence } from '../occurrence.ts'
import { placeOf } from '../place.ts'
import { readOccurrences } from '../read/read-occurrences.ts'

interface Asked { rule: SequenceRule; place: string; came: Occurrence[] }
interface Fired { rule: SequenceRule; place: string; step: Parameters<typeof runFiring>[2] }

export async function judgeRuns(tx: Tx, rules: readonly SequenceRule[], occurrences: readonly Occurrence[], zone: string): Promise<Firing[]> {
  const asked = rules.flatMap((rule) => membersOf(rule, occurrences, (o) => placeOf(rule.definition.each, o)).map((at): Asked => ({ rule, ...at })))
  if (asked.length === 0) return []
  const memories = await lockMemories<RunMemory>(tx, asked.map(({ rule, place }) => ({ ruleId: rule.id, version: rule.version, place })))
  const known = new Map(memories.map((m) => [nameOf(m.ruleId, m.place), m]))
  const byId = new Map(occurrences.map((o) => [o.id, o]))
  const fired: Fired[] = []
  const kept: Memory<RunMemory>[] = []
  for (const one of asked) {
    const memory = known.get(nameOf(one.rule.id, one.place))
    if (memory === undefined) continue
    // What had fired before has been told.
    const before = new Set(take({ ...one, came: [] }, memory.memory).fired.map((f) => f.id))
    const fresh = ({ fired: all }: RunStep) => all.filter((f) => !before.has(f.id))
    let step = take(one, memory.memory)
    if (fresh(step).length > 0) {
      // Before anybody is told: what stands between them and has not been judged yet, since its job runs after this one.
      const between = await readBetween(tx, one, fresh(step).map(({ id }) => id), step.memory, zone)
      for (const o of between) byId.set(o.id, o)
      step = take({ ...one, came: [...one.came, ...between] }, memory.memory)
    }
    fired.push(...fresh(step).map((f) => ({ rule: one.rule, place: one.place, step: f })))
    kept.push({ ...memory, memory: step.memory })
  }
  await keepMemories(tx, kept)
  await readMissing(tx, fired, byId, zone)
  return fired.flatMap(({ rule, place, step }) => {
    const last = byId.get(step.id)
    return last === undefined ? [] : runFiring(rule, place, step, last)
  })
}

const nameOf = (ruleId: string, place: string) => `${ruleId} ${place}`
const take = ({ rule, came }: Asked, memory: RunMemory | null) => takeIntoRun(memory ?? emptyRun, came.map((o) => memberOf(rule, o)), rule.definition.n)

/** A tablet that was offline over night tells of yesterday; its jobs wait beside those of the moment. */
const lateByMs = 26 * 3_600_000

/** What came in before it and waits: what is older has been judged. */
async function readBetween(tx: Tx, { rule, place }: Asked, firedIds: readonly string[], memory: RunMemory, zone: string): Promise<Occurrence[]> {
  const fired = memory.recent.filter(({ id }) => firedIds.includes(id))
  if (fired.length === 0) return []
  const first = Math.min(...fired.map(({ at }) => at))
  const newest = Math.max(...memory.recent.map(({ knownAt }) => knownAt))
  const read = await readOccurrences(tx, rule.definition.on, { from: Math.max(rule.since, first - lateByMs), to: newest + 1 }, zone)
  return membersOf(rule, read, (o) => placeOf(rule.definition.each, o)).filter((at) => at.place === place).flatMap(({ came }) => came).filter((o) => o.knownAt <= newest && o.knownAt > (memory.settledAt ?? -Infinity))
}

/** One that came before and completes a row only now, since another one took its place before it. */
async function readMissing(tx: Tx, fired: readonly Fired[], byId: Map<string, Occurrence>, zone: string): Promise<void> {
  const missing = [...new Set(fired.map(({ step }) => step.id).filter((id) => !byId.has(id)))]
  for (const [subject, ids] of Map.groupBy(missing, (id) => id.slice(0, id.indexOf(':')))) {
    for (const o of await readOccurrences(tx, subject as 'answer' | 'interaction', { ids: ids.map((id) => id.slice(subject.length + 1)) }, zone)) byId.set(o.id, o)
  }
}
