import type { Tx } from '../../../../platform/db/database.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { audit } from '../../../identity/index.ts'
import { refuseRestricted } from '../../queues/refuse-restricted.ts'
import { lockRule } from '../queries.ts'

/** The audit line keeps what it said. */
export async function deleteRule(tx: Tx, actor: Actor, id: string): Promise<void> {
  const before = await lockRule(tx, id)
  refuseRestricted(actor)
  await tx.query('delete from queue_rule where org_id = $1 and id = $2', [tx.orgId, id], 'delete-queue-rule')
  await audit(tx, actor, 'queueRule.deleted', { kind: 'queueRule', id }, { name: before.name, queueId: before.queue_id, conditions: before.conditions })
  tx.publish({ name: 'routing.queueRulesChanged', ids: { ruleId: id } })
}
