import type { Static } from 'typebox'
import type { NewQueue } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { newId } from '../../../../platform/id.ts'
import { audit, checkName } from '../../../identity/index.ts'
import type { QueueRow } from '../present-queue.ts'
import { lockQueue } from '../queries.ts'
import { refuseRestricted } from '../refuse-restricted.ts'
import { checkSettings } from './check-settings.ts'
import { makeDefault } from './make-default.ts'
import { setServers } from './set-servers.ts'

export async function createQueue(tx: Tx, actor: Actor, given: Static<typeof NewQueue>): Promise<QueueRow> {
  if (given.isDefault) refuseRestricted(actor)
  const name = await checkName(tx, 'queue', given.name)
  await checkSettings(tx, given, null)
  const id = newId()
  await tx.query(
    `insert into queue (org_id, id, name, position, colour, default_priority, calendar_id, sla_policy_id, order_of_work, assignment, legal_basis_code)
     values ($1, $2, $3, coalesce($4, (select least(coalesce(max(position), 0) + 1, 10000) from queue where org_id = $1)), $5, $6, $7, $8, $9, $10, $11)`,
    [tx.orgId, id, name, given.position ?? null, given.colour ?? 'grey', given.defaultPriority ?? 'normal', given.calendarId ?? null, given.slaPolicyId ?? null,
      given.orderOfWork ?? 'due', JSON.stringify(given.assignment ?? { mode: 'hand' }), given.legalBasisCode ?? null], 'create-queue')
  await setServers(tx, id, given)
  // Whoever sees only some queues would not see the one just made.
  await tx.query('insert into staff_queue (org_id, staff_id, queue_id) select $1, viewer(), $2 where viewer() is not null', [tx.orgId, id], 'see-new-queue')
  if (given.isDefault) await makeDefault(tx, id)
  await audit(tx, actor, 'queue.created', { kind: 'queue', id }, { name, memberIds: given.memberIds ?? [], teamIds: given.teamIds ?? [] })
  tx.publish({ name: 'routing.queueChanged', ids: { queueId: id } })
  return lockQueue(tx, id)
}
