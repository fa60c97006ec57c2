import type { Static } from 'typebox'
import type { QueuePatch } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { audit, checkName } from '../../../identity/index.ts'
import type { QueueRow } from '../present-queue.ts'
import { lockQueue } from '../queries.ts'
import { refuseRestricted } from '../refuse-restricted.ts'
import { checkSettings } from './check-settings.ts'
import { makeDefault } from './make-default.ts'
import { refuseInUse } from './refuse-in-use.ts'
import { setServers } from './set-servers.ts'

type Patch = Static<typeof QueuePatch>

/** Retired: no ticket enters it any more; closed ones keep it. */
export async function changeQueue(tx: Tx, actor: Actor, id: string, patch: Patch): Promise<QueueRow> {
  const before = await lockQueue(tx, id)
  if (patch.isDefault) refuseRestricted(actor)
  const retired = patch.retired ?? before.retired_at !== null
  if (patch.isDefault && retired) throw new Refusal('cannot-do', `The queue "${before.name}" is retired: bring it back before it becomes the default queue.`, { isDefault: 'the queue is retired' })
  const name = patch.name !== undefined || (before.retired_at !== null && !retired) ? await checkName(tx, 'queue', patch.name ?? before.name, id) : before.name
  await checkSettings(tx, patch, before)
  if (retired && before.retired_at === null) await refuseInUse(tx, before)
  await tx.query(
    `update queue set name = $3, ready_made = case when name = $3 then ready_made end, position = $4, colour = $5, default_priority = $6, calendar_id = $7, sla_policy_id = $8, order_of_work = $9,
       assignment = $10, legal_basis_code = $11, retired_at = case when $12 then coalesce(retired_at, now()) end
     where org_id = $1 and id = $2`,
    [tx.orgId, id, name, patch.position ?? before.position, patch.colour ?? before.colour, patch.defaultPriority ?? before.default_priority, either(patch.calendarId, before.calendar_id),
      either(patch.slaPolicyId, before.sla_policy_id), patch.orderOfWork ?? before.order_of_work, JSON.stringify(patch.assignment ?? before.assignment), either(patch.legalBasisCode, before.legal_basis_code), retired], 'change-queue')
  await setServers(tx, id, patch)
  if (patch.isDefault) await makeDefault(tx, id)
  await audit(tx, actor, retired && before.retired_at === null ? 'queue.retired' : 'queue.changed', { kind: 'queue', id }, {
    fields: Object.keys(patch).sort(), ...(patch.name === undefined ? {} : { name: [before.name, name] }),
    ...(patch.memberIds === undefined ? {} : { memberIds: [before.member_ids, patch.memberIds] }), ...(patch.teamIds === undefined ? {} : { teamIds: [before.team_ids, patch.teamIds] }),
  })
  tx.publish({ name: 'routing.queueChanged', ids: { queueId: id } })
  return lockQueue(tx, id)
}

const either = <T>(wish: T | undefined, before: T): T => (wish === undefined ? before : wish)
