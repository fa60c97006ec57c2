// What an entry of the diary says about a change of owner.
import type { Decision } from '@kontuar/contracts'

export interface OwnerEntry {
  kind: string
  /** Null: the program. */
  staffId: string | null
  automatic: boolean
  detail: Record<string, unknown>
}

/** Null when the owner stays who it was. */
export function readDecision({ kind, staffId, detail }: OwnerEntry): { to: string | null; mode: Decision['mode']; because: Record<string, unknown> } | null {
  const change = detail['assigneeId']
  if (!Array.isArray(change) || change.length !== 2) return null
  const to = change[1] as string | null
  const because = typeof detail['because'] === 'object' && detail['because'] !== null ? (detail['because'] as Record<string, unknown>) : null
  if (because?.['code'] === 'pull') return { to, mode: 'pull', because }
  if (staffId === null) return { to, mode: to === null ? 'given-back' : 'escalation', because: because ?? { code: to === null ? 'moved' : 'program' } }
  if (because !== null) return { to, mode: 'hand', because }
  if (to === null) return { to, mode: 'hand', because: { code: 'queueId' in detail || 'locationId' in detail ? 'moved' : 'released' } }
  if (to !== staffId) return { to, mode: 'hand', because: { code: 'given' } }
  return { to, mode: 'hand', because: { code: kind === 'message' ? 'answered' : 'took' } }
}
