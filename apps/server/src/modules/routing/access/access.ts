// Which queues and locations a person sees: the person's row and locations are identity's, the queues ours.
import type { Access } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { isId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { audit, changeStaffAccess, getStaffAccess } from '../../identity/index.ts'

/** Granted queues alone; those a person serves are seen without being named here. @throws Refusal `not-found` */
export async function getAccess(tx: Tx, staffId: string): Promise<Access> {
  const { access, locationIds } = await getStaffAccess(tx, staffId)
  return { access, queueIds: await grantedQueues(tx, staffId), locationIds }
}

const grantedQueues = async (tx: Tx, staffId: string) =>
  (await tx.query<{ id: string }>('select queue_id as id from staff_queue where org_id = $1 and staff_id = $2 order by queue_id', [tx.orgId, staffId], 'granted-queues')).map((r) => r.id)

export async function setAccess(tx: Tx, actor: Actor, staffId: string, wish: Access): Promise<Access> {
  const { access: had, locationIds } = await changeStaffAccess(tx, staffId, { access: wish.access, locationIds: wish.locationIds })
  const before: Access = { access: had, queueIds: await grantedQueues(tx, staffId), locationIds }
  await refuseUnknownQueues(tx, wish.queueIds, before.queueIds)
  await tx.query('delete from staff_queue where org_id = $1 and staff_id = $2 and not queue_id = any ($3::uuid[])', [tx.orgId, staffId, wish.queueIds], 'drop-staff-queues')
  await tx.query('insert into staff_queue (org_id, staff_id, queue_id) select $1, $2, q from unnest($3::uuid[]) q on conflict do nothing', [tx.orgId, staffId, wish.queueIds], 'add-staff-queues')
  const after = await getAccess(tx, staffId)
  await audit(tx, actor, 'staff.accessChanged', { kind: 'staff', id: staffId }, { from: before, to: after })
  tx.publish({ name: 'identity.accessChanged', ids: { staffId } })
  return after
}

async function refuseUnknownQueues(tx: Tx, ids: readonly string[], kept: readonly string[]) {
  const wanted = [...new Set(ids)].filter((id) => !kept.includes(id))
  if (wanted.length === 0) return
  const known = wanted.every(isId) ? await tx.query<{ name: string; retired: boolean }>('select name, retired_at is not null as retired from queue where org_id = $1 and id = any ($2)', [tx.orgId, wanted], 'queues-named') : []
  if (known.length < wanted.length) throw new Refusal('invalid-input', 'There is no such queue: choose one from the list.', { queueIds: 'names an unknown queue' })
  const retired = known.filter((k) => k.retired).map((k) => `"${k.name}"`)
  if (retired.length > 0) throw new Refusal('invalid-input', `${retired.join(', ')} has been retired: choose another queue, or bring it back first.`, { queueIds: 'names a retired queue' })
}
