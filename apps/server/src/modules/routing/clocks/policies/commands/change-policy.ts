import type { Static } from 'typebox'
import type { SlaPolicyPatch } from '@kontuar/contracts'
import type { Tx } from '../../../../../platform/db/database.ts'
import type { Actor } from '../../../../../platform/http/actor.ts'
import { Refusal } from '../../../../../platform/http/refusal.ts'
import { audit, checkName } from '../../../../identity/index.ts'
import { recountOpenTickets } from '../../keep/recount.ts'
import { checkPolicy } from '../check-policy.ts'
import { getPolicy, type PolicyRow } from '../policy-row.ts'
import { readGround } from '../read-ground.ts'

type Patch = Static<typeof SlaPolicyPatch>

/** A new version each time targets, conditions or retirement change; the open tickets follow in a job, and each that moves says so. */
export async function changePolicy(tx: Tx, actor: Actor, id: string, patch: Patch): Promise<PolicyRow> {
  const before = await getPolicy(tx, id, true)
  const retired = patch.retired ?? before.retired_at !== null
  if (retired && before.retired_at === null) await refuseUsed(tx, before)
  const definition = JSON.stringify(patch.definition === undefined ? before.definition : checkPolicy(patch.definition, await readGround(tx)))
  const name = patch.name !== undefined || (before.retired_at !== null && !retired) ? await checkName(tx, 'sla_policy', patch.name ?? before.name, id) : before.name
  const position = patch.position ?? before.position
  const isNew = patch.definition !== undefined || retired !== (before.retired_at !== null)
  const version = isNew ? before.version + 1 : before.version
  await tx.query(`update sla_policy set name = $3, ready_made = case when name = $3 then ready_made end, position = $4, definition = $5, version = $6, retired_at = case when $7 then coalesce(retired_at, now()) end where org_id = $1 and id = $2`,
    [tx.orgId, id, name, position, definition, version, retired], 'change-policy')
  if (isNew) await tx.query('insert into sla_policy_version (org_id, policy_id, version, definition, retired, changed_by) values ($1, $2, $3, $4, $5, $6)', [tx.orgId, id, version, definition, retired, actor.staffId], 'next-policy-version')
  if (isNew || position !== before.position) recountOpenTickets(tx)
  await audit(tx, actor, retired && before.retired_at === null ? 'sla-policy.retired' : 'sla-policy.changed', { kind: 'sla-policy', id }, { fields: Object.keys(patch).sort(), version })
  tx.publish({ name: 'routing.slaPolicyChanged', ids: { slaPolicyId: id } })
  return getPolicy(tx, id)
}

async function refuseUsed(tx: Tx, { id, name }: PolicyRow): Promise<void> {
  const users = await tx.query<{ name: string }>('select name from queue where org_id = $1 and sla_policy_id = $2 and retired_at is null order by position limit 10', [tx.orgId, id], 'queues-of-policy')
  if (users.length > 0) throw new Refusal('cannot-do', `"${name}" is the policy of ${users.map((u) => `"${u.name}"`).join(', ')}: choose another one there first.`, { retired: 'queues name it' })
}
