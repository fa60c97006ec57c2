// Rows of sla_clock: reading them, and what of a derived clock they hold.
import type { Tx } from '../../../../platform/db/database.ts'
import type { ClockKind, ClockState, DerivedClock, KeptVersions } from '../derive/types.ts'
import type { Memory } from '../firing/moments.ts'
import { msOf } from './read-histories.ts'

/** Instants are epoch milliseconds. */
export interface StoredClock {
  id: string; ticket_id: string; kind: ClockKind; cycle: number; state: ClockState; policy_id: string; policy_version: number; calendar_id: string | null; calendar_version: number | null
  status: string | null; target_seconds: number; started_at: number; warn_at: number | null; due_at: number | null; stopped_at: number | null; used_seconds: number | null
  warned_at: number | null; breached_at: number | null; escalated: number; next_fire_at: number | null
}

export const readStoredClocks = (tx: Tx, ticketIds: readonly string[]) => tx.query<StoredClock>(
  `select id, ticket_id, kind, cycle, state, policy_id, policy_version, calendar_id, calendar_version, status, target_seconds, used_seconds, escalated,
     ${['started_at', 'warn_at', 'due_at', 'stopped_at', 'warned_at', 'breached_at', 'next_fire_at'].map((c) => `${msOf(c)} as ${c}`).join(', ')}
   from sla_clock where org_id = $1 and ticket_id = any ($2)`, [tx.orgId, ticketIds], 'stored-clocks')

export const clockKey = (kind: string, cycle: number) => `${kind} ${cycle}`

export const keptVersions = (row: StoredClock | undefined): KeptVersions | undefined => (row === undefined || row.stopped_at === null ? undefined
  : { stoppedAt: row.stopped_at, policyId: row.policy_id, policyVersion: row.policy_version, calendarId: row.calendar_id, calendarVersion: row.calendar_version })

export const memoryOf = (row: StoredClock): Memory => ({ warnedAt: row.warned_at, breachedAt: row.breached_at, escalated: row.escalated })

export function toStored(id: string, ticketId: string, clock: DerivedClock, memory: Memory, nextFireAt: number | null): StoredClock {
  return {
    id, ticket_id: ticketId, kind: clock.kind, cycle: clock.cycle, state: clock.state, policy_id: clock.policy.id, policy_version: clock.policy.version,
    calendar_id: clock.calendar?.id ?? null, calendar_version: clock.calendar?.version ?? null, status: clock.status, target_seconds: clock.targetSeconds,
    started_at: clock.startedAt, warn_at: clock.warnAt, due_at: clock.dueAt, stopped_at: clock.stoppedAt, used_seconds: clock.usedSeconds,
    warned_at: memory.warnedAt, breached_at: memory.breachedAt, escalated: memory.escalated, next_fire_at: nextFireAt,
  }
}

const derived = ['state', 'policy_id', 'policy_version', 'calendar_id', 'calendar_version', 'status', 'target_seconds', 'started_at', 'warn_at', 'due_at', 'stopped_at', 'used_seconds'] as const
const remembered = ['warned_at', 'breached_at', 'escalated', 'next_fire_at'] as const

/** Whether the row says of the clock what the diary says. */
export const saysTheSame = (a: StoredClock, b: StoredClock) => derived.every((column) => a[column] === b[column])
export const isSame = (a: StoredClock, b: StoredClock) => saysTheSame(a, b) && remembered.every((column) => a[column] === b[column])
