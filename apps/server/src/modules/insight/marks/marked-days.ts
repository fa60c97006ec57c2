// Days on which something changed: a campaign, a new price list, a rule switched on. Lines show them, effects are asked of them.
import type { BodyOf, MarkedDay, createMarkedDay as createRoute } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import { isId, newId } from '../../../platform/id.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { audit, refuseUnknownStructure } from '../../identity/index.ts'

interface MarkRow { id: string; at: Date; name: string; location_ids: string[]; queue_ids: string[] }
const columns = 'id, at, name, location_ids, queue_ids'
const present = (row: MarkRow): MarkedDay => ({ id: row.id, at: row.at.toISOString(), name: row.name, locationIds: row.location_ids, queueIds: row.queue_ids })

/** The newest first, at most 500. */
export async function listMarkedDays(tx: Tx, from: Date | null, to: Date | null): Promise<MarkedDay[]> {
  const rows = await tx.query<MarkRow>(`select ${columns} from marked_day where org_id = $1 and ($2::timestamptz is null or at >= $2) and ($3::timestamptz is null or at < $3) order by at desc, id limit 500`, [tx.orgId, from, to], 'list-marked-days')
  return rows.map(present)
}

/** @throws Refusal `not-found` */
export async function getMarkedDay(tx: Tx, id: string): Promise<MarkedDay> {
  const [row] = isId(id) ? await tx.query<MarkRow>(`select ${columns} from marked_day where org_id = $1 and id = $2`, [tx.orgId, id], 'get-marked-day') : []
  if (row === undefined) throw notFound('marked day')
  return present(row)
}

/** @throws Refusal */
export async function markDay(tx: Tx, doer: Actor, given: BodyOf<typeof createRoute>): Promise<MarkedDay> {
  const name = storable(given.name).trim()
  if (name === '') throw new Refusal('invalid-input', 'The name is empty: say what changed that day.', { name: 'is empty' })
  const locationIds = [...new Set(given.locationIds ?? [])]
  const queueIds = [...new Set(given.queueIds ?? [])]
  await refuseUnknownStructure(tx, 'location', locationIds, 'locationIds')
  await refuseUnknownQueues(tx, queueIds)
  const id = newId()
  await tx.query('insert into marked_day (org_id, id, at, name, location_ids, queue_ids, created_by) values ($1, $2, $3, $4, $5, $6, $7)', [tx.orgId, id, given.at, name, locationIds, queueIds, doer.staffId], 'insert-marked-day')
  await audit(tx, doer, 'markedDay.created', { kind: 'markedDay', id }, { name })
  return getMarkedDay(tx, id)
}

/** @throws Refusal `not-found` */
export async function unmarkDay(tx: Tx, doer: Actor, id: string): Promise<void> {
  const { name } = await getMarkedDay(tx, id)
  await tx.query('delete from marked_day where org_id = $1 and id = $2', [tx.orgId, id], 'delete-marked-day')
  await audit(tx, doer, 'markedDay.removed', { kind: 'markedDay', id }, { name })
}

async function refuseUnknownQueues(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return
  const known = ids.every(isId) ? await tx.query('select 1 from queue where org_id = $1 and id = any ($2)', [tx.orgId, ids], 'known-queues-of-mark') : []
  if (known.length < ids.length) throw new Refusal('invalid-input', 'One of the queues does not exist: choose from the list of queues.', { queueIds: 'names an unknown queue' })
}
