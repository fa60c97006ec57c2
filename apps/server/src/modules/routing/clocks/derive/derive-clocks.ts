/*
 * The clocks of a ticket, counted anew from its diary. What runs is held to the settings as they are now, from its
 * original start; what has stopped keeps those in force when it stopped. Pure: the same diary and settings give the same
 * clocks at any time, and what has stopped stays as it was however the diary grows.
 */
import type { SlaDefinition } from '@kontuar/contracts'
import { reachedAt, usedMs } from './count-clock.ts'
import { elapsedTime } from './elapsed-time.ts'
import { factsOverTime } from './facts-over-time.ts'
import { resolutionRun } from './resolution-run.ts'
import { responseRuns } from './response-runs.ts'
import type { Run } from './runs.ts'
import { statusRuns } from './status-runs.ts'
import type { ClockKind, ClockRules, DerivedClock, KeptVersions, TicketHistory } from './types.ts'

/** @param kept what a stored clock remembers; used for one that stopped at the very same instant */
export function deriveClocks(history: TicketHistory, rules: ClockRules, now: number, kept: (kind: ClockKind, cycle: number) => KeptVersions | undefined = () => undefined): DerivedClock[] {
  const facts = factsOverTime(history)
  const runs = [...responseRuns(history, facts, rules.categoryOf), resolutionRun(history, facts, rules.categoryOf), ...statusRuns(history, facts, rules.categoryOf)]
  return runs.map((run) => countRun(run, rules, now, kept(run.kind, run.cycle))).filter((clock) => clock !== null)
}

function countRun(run: Run, rules: ClockRules, now: number, kept: KeptVersions | undefined): DerivedClock | null {
  const { kind, cycle, startedAt, stoppedAt, facts } = run
  const remembered = kept !== undefined && kept.stoppedAt === stoppedAt ? kept : null
  const policy = (remembered && rules.policyVersion(remembered.policyId, remembered.policyVersion)) ?? rules.policyAt(facts, run.settledAt ?? now)
  const target = policy === null ? null : targetOf(policy.definition, run)
  if (policy === null || target === null) return null
  const calendar = target.clock === 'elapsed' ? null
    : (remembered?.calendarId ? rules.calendarVersion(remembered.calendarId, remembered.calendarVersion!) : null) ?? rules.calendarAt(policy, facts, run.settledAt ?? now)
  const time = calendar?.time ?? elapsedTime

  const targetSeconds = target.byPriority?.[facts.priority] ?? target.seconds
  const spans = run.spans(policy.definition.pausesIn)
  const dueAt = reachedAt(spans, targetSeconds * 1000, time, stoppedAt)
  const warnAt = reachedAt(spans, Math.floor(targetSeconds * policy.definition.warnAt) * 1000, time, stoppedAt)
  const runs = stoppedAt === null && spans.at(-1)!.runs
  const state = run.dropped ? 'dropped' : stoppedAt !== null ? (stoppedAt <= dueAt! ? 'met' : 'missed') : runs ? 'running' : 'paused'
  return {
    kind, cycle, state, policy, calendar, time, status: run.status, targetSeconds, startedAt, warnAt, dueAt, stoppedAt,
    usedSeconds: runs ? null : Math.floor(usedMs(spans, time) / 1000), spans,
  }
}

function targetOf({ targets }: SlaDefinition, { kind, status }: Run) {
  switch (kind) {
    case 'first-response': return targets.firstResponse
    case 'next-response': return targets.nextResponse
    case 'resolution': return targets.resolution
    case 'status': return Object.hasOwn(targets.statuses, status!) ? targets.statuses[status!]! : null
  }
}
