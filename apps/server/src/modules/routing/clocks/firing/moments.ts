/*
 * What a clock has to tell and when: its warning, its breach, and the policy's escalation steps. A row remembers what has
 * been told (step i of the policy is bit i), so that a killed worker loses none and doubles none.
 */
import type { Escalation } from '@kontuar/contracts'
import type { DerivedClock } from '../derive/types.ts'

/** `step`: its place in the policy's escalations. */
export type Moment = { what: 'warning'; at: number } | { what: 'breach'; at: number } | { what: 'escalation'; step: number; escalation: Escalation; at: number }
/** Instants are epoch milliseconds. */
export interface Memory { warnedAt: number | null; breachedAt: number | null; escalated: number }

export const nothingTold: Memory = { warnedAt: null, breachedAt: null, escalated: 0 }

/** Older than this when a clock is first seen, a moment is noted and not told: imported mail and tickets from before the desk. */
const staleMs = 7 * 86_400_000

export function momentsOf({ kind, warnAt, dueAt, policy, state }: Pick<DerivedClock, 'kind' | 'warnAt' | 'dueAt' | 'policy' | 'state'>): Moment[] {
  if (state === 'dropped') return []
  const moments: Moment[] = []
  if (warnAt !== null) moments.push({ what: 'warning', at: warnAt })
  if (dueAt !== null) moments.push({ what: 'breach', at: dueAt })
  policy.definition.escalations.forEach((escalation, step) => {
    const from = escalation.on === 'warning' ? warnAt : dueAt
    if (from !== null && (escalation.kinds?.includes(kind) ?? true)) moments.push({ what: 'escalation', step, escalation, at: from + escalation.afterSeconds * 1000 })
  })
  return moments.toSorted((a, b) => a.at - b.at)
}

function isTold(moment: Moment, memory: Memory): boolean {
  switch (moment.what) {
    case 'warning': return memory.warnedAt !== null
    case 'breach': return memory.breachedAt !== null
    case 'escalation': return (memory.escalated & (1 << moment.step)) !== 0
  }
}

/** What is still to be told. Of a clock that has stopped only what became true before: a worker that was away tells it late, but no warning helps any more. */
export function untold(clock: DerivedClock, memory: Memory): Moment[] {
  const { stoppedAt } = clock
  return momentsOf(clock).filter((m) => !isTold(m, memory)
    && (stoppedAt === null || (m.at < stoppedAt && stillMatters(m))))
}

const stillMatters = (m: Moment) => m.what === 'breach' || (m.what === 'escalation' && m.escalation.on === 'breach' && (m.escalation.act === 'notify' || m.escalation.act === 'task'))

export function remember(memory: Memory, moment: Moment): Memory {
  switch (moment.what) {
    case 'warning': return { ...memory, warnedAt: moment.at }
    case 'breach': return { ...memory, breachedAt: moment.at }
    case 'escalation': return { ...memory, escalated: memory.escalated | (1 << moment.step) }
  }
}

/** What a clock seen for the first time is taken to have told. */
export const firstMemory = (clock: DerivedClock, now: number): Memory => momentsOf(clock).filter((m) => m.at < now - staleMs).reduce(remember, nothingTold)

/** A deadline moved into the future is a new one: what was told of the old one may be told again. Steps are known by what they do when the policy has another version. */
export function carryMemory(told: Memory, before: readonly Escalation[], clock: DerivedClock, now: number): Memory {
  const old = new Set(before.filter((_, step) => (told.escalated & (1 << step)) !== 0).map((e) => JSON.stringify(e)))
  let memory: Memory = { ...told, escalated: 0 }
  clock.policy.definition.escalations.forEach((e, step) => { if (old.has(JSON.stringify(e))) memory = { ...memory, escalated: memory.escalated | (1 << step) } })
  for (const moment of momentsOf(clock)) if (isTold(moment, memory) && moment.at > now) memory = forget(memory, moment)
  return memory
}

function forget(memory: Memory, moment: Moment): Memory {
  switch (moment.what) {
    case 'warning': return { ...memory, warnedAt: null }
    case 'breach': return { ...memory, breachedAt: null }
    case 'escalation': return { ...memory, escalated: memory.escalated & ~(1 << moment.step) }
  }
}

/** Null: nothing is left to tell. */
export const nextMoment = (clock: DerivedClock, memory: Memory): number | null => untold(clock, memory)[0]?.at ?? null
