import type { Static } from 'typebox'
import type { QueueRulePatch } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { audit } from '../../../identity/index.ts'
import { refuseRestricted } from '../../queues/refuse-restricted.ts'
import { checkMessageConditions, refuseUnknownTarget } from '../check-rule.ts'
import { lockRule, type RuleRow } from '../queries.ts'
import { ruleName } from './create-rule.ts'

export async function changeRule(tx: Tx, actor: Actor, id: string, patch: Static<typeof QueueRulePatch>): Promise<RuleRow> {
  const before = await lockRule(tx, id)
  refuseRestricted(actor)
  const conditions = patch.conditions === undefined ? before.conditions : checkMessageConditions(patch.conditions)
  // A rule that rests may keep a queue or location retired meanwhile; one that works may not.
  const wakes = patch.active === true && !before.active
  await refuseUnknownTarget(tx, { queueId: patch.queueId ?? before.queue_id, locationId: patch.locationId === undefined ? before.location_id : patch.locationId }, wakes ? null : before)
  await tx.query(
    'update queue_rule set name = $3, position = $4, active = $5, conditions = $6, queue_id = $7, location_id = $8, priority = $9 where org_id = $1 and id = $2',
    [tx.orgId, id, patch.name === undefined ? before.name : ruleName(patch.name), patch.position ?? before.position, patch.active ?? before.active, JSON.stringify(conditions),
      patch.queueId ?? before.queue_id, patch.locationId === undefined ? before.location_id : patch.locationId, patch.priority === undefined ? before.priority : patch.priority], 'change-queue-rule')
  await audit(tx, actor, 'queueRule.changed', { kind: 'queueRule', id }, { fields: Object.keys(patch).sort(), ...(patch.queueId === undefined ? {} : { queueId: [before.queue_id, patch.queueId] }), ...(patch.active === undefined ? {} : { active: [before.active, patch.active] }) })
  tx.publish({ name: 'routing.queueRulesChanged', ids: { ruleId: id } })
  return lockRule(tx, id)
}
