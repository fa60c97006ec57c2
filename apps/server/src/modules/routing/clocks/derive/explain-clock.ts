/*
 * "Due Tue 10:20 because…": the life of a clock in steps that lie end to end, and whose counted seconds add up to the
 * target at the step `due`. Marks (`started`, `stopped`, `due`) take no time and count nothing.
 */
import type { Static } from 'typebox'
import type { ExplainedClock } from '@kontuar/contracts'
import type { DerivedClock, TimeStep } from './types.ts'

type Step = Static<typeof ExplainedClock>['steps'][number]

/** @param nameOfStatus for the pauses */
export function explainClock(clock: DerivedClock, now: number, nameOfStatus: (key: string) => string): Step[] {
  const { time, dueAt, stoppedAt, spans, startedAt } = clock
  const until = dueAt ?? stoppedAt ?? now
  const parts: TimeStep[] = []
  for (const span of spans) {
    const toAt = Math.min(span.toAt ?? until, until)
    if (toAt <= span.fromAt) continue
    parts.push(...(span.runs ? time.steps(span.fromAt, toAt) : [{ kind: 'paused', fromAt: span.fromAt, toAt, countedMs: 0, name: nameOfStatus(span.status) }]))
  }
  // What was left when it stopped, as it would have gone on: without it nobody could follow the deadline.
  if (stoppedAt !== null && dueAt !== null && dueAt > stoppedAt) parts.push(...time.steps(stoppedAt, dueAt))
  const late = dueAt !== null && (stoppedAt ?? now) > dueAt ? time.steps(dueAt, stoppedAt ?? now).map((s) => ({ ...s, kind: 'late' })) : []

  const mark = (kind: string, at: number): Step => ({ kind, from: iso(at), to: iso(at), countedSeconds: 0, name: null })
  const stopped = stoppedAt === null ? null : mark('stopped', stoppedAt)
  const inTime = toSteps(parts)
  const steps = [mark('started', startedAt), ...inTime, ...(dueAt === null ? [] : [mark('due', dueAt)]), ...toSteps(late)]
  if (stopped === null) return steps
  const place = steps.findIndex((s) => s.from >= stopped.from && s.kind !== 'started' && !(s.kind === 'due' && s.from === stopped.from))
  return place < 0 ? [...steps, stopped] : [...steps.slice(0, place), stopped, ...steps.slice(place)]
}

/** Rounded over the sum, so that the seconds add up however short the steps are. */
export function toSteps(parts: readonly TimeStep[]): Step[] {
  let counted = 0
  return parts.map(({ kind, fromAt, toAt, countedMs, name }) => {
    const before = Math.floor(counted / 1000)
    counted += countedMs
    return { kind, from: iso(fromAt), to: iso(toAt), countedSeconds: Math.floor(counted / 1000) - before, name: name ?? null }
  })
}

const iso = (at: number) => new Date(at).toISOString()
