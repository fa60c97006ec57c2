// Every change of owner leaves a decision with its reason, whoever made it, and the new owner is told. Ours is written with the
// change itself (write-decisions.ts); of all others we hear here. The decision bears the id of the diary entry: told twice, it is written once.
import type { Decision } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Event } from '../../../platform/events.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Subscriber } from '../../../platform/jobs/define.ts'
import { notify } from '../../notifications/index.ts'
import { readDecision, type OwnerEntry } from './rules/read-decision.ts'

export const noteAssignment = ({ db }: Platform): Subscriber => ({
  name: 'routing.noteAssignment',
  handle: (orgId, events) => db.write(orgId, async (tx) => {
    const noted = [...(await readChanges(tx, events)), ...(await readBegun(tx, events))]
    if (noted.length === 0) return
    await tx.query(
      `insert into assignment_decision (org_id, id, ticket_id, queue_id, staff_id, mode, because, decided_by, at)
       select $1, d.id, d.ticket, d.queue, d.staff, d.mode, d.because, d.by, d.at from json_to_recordset($2) d (id uuid, ticket uuid, queue uuid, staff uuid, mode text, because jsonb, by uuid, at timestamptz)
       on conflict do nothing`, [orgId, JSON.stringify(noted)], 'note-decisions')
    await notify(tx, noted.flatMap((d) => (d.staff === null ? [] : [{ staffId: d.staff, kind: 'assigned' as const, dedupeKey: `assigned:${d.id}`, ticketId: d.ticket, by: d.by ?? null, detail: { mode: d.mode, because: d.because } }])))
  }),
})

interface Noted { id: string; ticket: string; queue: string | null; staff: string | null; mode: Decision['mode']; because: Record<string, unknown>; by: string | null; at: string }
interface EntryRow extends OwnerEntry { id: string; ticket_id: string; queue_id: string | null; at: Date }

async function readChanges(tx: Tx, events: readonly Event[]): Promise<Noted[]> {
  const ids = events.flatMap((e) => (e.name === 'diary.ticketAssigned' ? (e.ids['interactionId'] ?? []) : []))
  if (ids.length === 0) return []
  const rows = await tx.query<EntryRow>(
    `select i.id, i.ticket_id, i.created_at as at, i.kind, i.staff_id as "staffId", i.automatic, i.event->'detail' as detail, t.queue_id
     from interaction i join ticket t on t.org_id = i.org_id and t.id = i.ticket_id where i.org_id = $1 and i.id = any ($2) order by i.id`, [tx.orgId, ids], 'owner-entries')
  return rows.flatMap((row) => {
    const decision = readDecision(row)
    if (decision === null) return []
    const moved = row.detail['queueId']
    return [{ id: row.id, ticket: row.ticket_id, queue: Array.isArray(moved) ? (moved[1] as string | null) : row.queue_id, staff: decision.to, mode: decision.mode, because: decision.because, by: row.staffId, at: row.at.toISOString() }]
  })
}

/** A ticket that begins with us has its owner from the first moment. */
async function readBegun(tx: Tx, events: readonly Event[]): Promise<Noted[]> {
  const begun = new Map(events.flatMap((e) => (e.name === 'diary.ticketCreated' && e.detail['startedByUs'] === true ? [[e.ids['ticketId']!, e] as const] : [])))
  if (begun.size === 0) return []
  const rows = await tx.query<{ id: string; queue_id: string | null; first: { staffId: string | null; detail: Record<string, unknown> | null } | null; assignee_id: string | null }>(
    `select t.id, t.queue_id, t.assignee_id,
       (select json_build_object('staffId', i.staff_id, 'detail', i.event->'detail') from interaction i where i.org_id = t.org_id and i.ticket_id = t.id and i.event->'detail' ? 'assigneeId' order by i.created_at, i.id limit 1) as first
     from ticket t where t.org_id = $1 and t.id = any ($2)`, [tx.orgId, [...begun.keys()]], 'begun-tickets')
  return rows.flatMap((row): Noted[] => {
    // Who had it at the beginning is who had it before the first change.
    const change = row.first?.detail?.['assigneeId']
    const owner = Array.isArray(change) ? (change[0] as string | null) : row.assignee_id
    const event = begun.get(row.id)!
    return owner === null ? [] : [{ id: event.id, ticket: row.id, queue: row.queue_id, staff: owner, mode: 'hand', because: { code: 'began' }, by: owner, at: event.at }]
  })
}
