import type { Static } from 'typebox'
import type { NewSlaPolicy } from '@kontuar/contracts'
import type { Tx } from '../../../../../platform/db/database.ts'
import type { Actor } from '../../../../../platform/http/actor.ts'
import { newId } from '../../../../../platform/id.ts'
import { audit, checkName } from '../../../../identity/index.ts'
import { recountOpenTickets } from '../../keep/recount.ts'
import { checkPolicy } from '../check-policy.ts'
import { getPolicy, type PolicyRow } from '../policy-row.ts'
import { readGround } from '../read-ground.ts'

/** Holds from now on: what runs and fits it moves to it, what stopped before never knew it. */
export async function createPolicy(tx: Tx, actor: Actor, given: Static<typeof NewSlaPolicy>): Promise<PolicyRow> {
  const definition = JSON.stringify(checkPolicy(given.definition, await readGround(tx)))
  const name = await checkName(tx, 'sla_policy', given.name)
  const id = newId()
  // In front of those that were there: a catch-all is usually last, and a new one behind it would never count.
  if (given.position === undefined) await tx.query(`update sla_policy set position = least(position + 1, 10000) where org_id = $1 and exists (select from sla_policy where org_id = $1 and position = 0)`, [tx.orgId], 'make-room-for-policy')
  await tx.query(`insert into sla_policy (org_id, id, name, position, definition) values ($1, $2, $3, coalesce($4, 0), $5)`, [tx.orgId, id, name, given.position ?? null, definition], 'create-policy')
  await tx.query('insert into sla_policy_version (org_id, policy_id, version, definition, changed_by) values ($1, $2, 1, $3, $4)', [tx.orgId, id, definition, actor.staffId], 'first-policy-version')
  recountOpenTickets(tx)
  await audit(tx, actor, 'sla-policy.created', { kind: 'sla-policy', id }, { name })
  tx.publish({ name: 'routing.slaPolicyChanged', ids: { slaPolicyId: id } })
  return getPolicy(tx, id)
}
