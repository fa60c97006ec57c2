// What the program did, in the diary; many tickets in one statement.
import { storableJson } from '../../../../platform/db/storable.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'

export interface DiaryEvent {
  ticketId: string
  customerId: string
  channel: string
  name: 'sla-warning' | 'sla-breached' | 'sla-moved' | 'escalated' | 'legal-deadline-set' | 'legal-deadline-changed'
  detail: Record<string, unknown>
  /** Who did it; absent: the program. */
  doer?: { staffId: string; name: string }
}

/** Answers the ids of the entries, in the order given. */
export async function writeEvents(tx: Tx, events: readonly DiaryEvent[]): Promise<string[]> {
  if (events.length === 0) return []
  const rows = events.map((e) => ({ id: newId(), ticket: e.ticketId, customer: e.customerId, channel: e.channel, staff: e.doer?.staffId ?? null, name: e.doer?.name ?? '', automatic: e.doer === undefined, event: { name: e.name, detail: e.detail } }))
  await tx.query(
    `insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, at, staff_id, from_name, automatic, event)
     select $1, e.id, e.ticket, e.customer, 'event', 'internal', e.channel, clock_timestamp(), e.staff, e.name, e.automatic, e.event
     from json_to_recordset($2) e (id uuid, ticket uuid, customer uuid, channel text, staff uuid, name text, automatic boolean, event jsonb)`,
    [tx.orgId, storableJson(rows)], 'write-clock-events')
  return rows.map((r) => r.id)
}
