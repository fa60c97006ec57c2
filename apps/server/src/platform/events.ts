// Events: what happened, in the past tense, named <module>.<happened>. Stored with the change that caused
// them (table event); each subscriber gets one job per transaction with all its events.
import type { Tx } from './db/database.ts'

export interface NewEvent {
  name: string
  /** Ids of what it touches, by kind: { ticketId, interactionId, customerId … }. Browsers see these and nothing more. */
  ids: Record<string, string>
  /** For subscribers alone; never personal data that the ids can find. */
  detail?: Record<string, unknown>
}

export interface Event extends NewEvent {
  id: string
  at: string
  detail: Record<string, unknown>
}

/**
 * Runs `effect` once per subscriber and event, however often the job is tried: the note is written in the
 * transaction of the effect. Answers false when it had been done before.
 */
export async function oncePerEvent(tx: Tx, subscriber: string, eventId: string, effect: () => Promise<void>): Promise<boolean> {
  const noted = await tx.query(
    'insert into handled_event (org_id, subscriber, event_id) values ($1, $2, $3) on conflict do nothing returning event_id',
    [tx.orgId, subscriber, eventId], 'note-handled-event')
  if (noted.length === 0) return false
  await effect()
  return true
}
