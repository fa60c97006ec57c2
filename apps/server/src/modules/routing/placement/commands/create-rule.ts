import type { Static } from 'typebox'
import type { NewQueueRule } from '@kontuar/contracts'
import { storable } from '../../../../platform/db/storable.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { newId } from '../../../../platform/id.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { audit } from '../../../identity/index.ts'
import { refuseRestricted } from '../../queues/refuse-restricted.ts'
import { checkMessageConditions, refuseUnknownTarget } from '../check-rule.ts'
import { lockRule, type RuleRow } from '../queries.ts'

/** Every mail is held against every rule. */
const mostRules = 500

export async function createRule(tx: Tx, actor: Actor, given: Static<typeof NewQueueRule>): Promise<RuleRow> {
  refuseRestricted(actor)
  const name = ruleName(given.name)
  const conditions = checkMessageConditions(given.conditions)
  await refuseUnknownTarget(tx, given, null)
  const [count] = await tx.query<{ rules: number }>('select count(*)::int as rules from queue_rule where org_id = $1', [tx.orgId], 'count-queue-rules')
  if (count!.rules >= mostRules) throw new Refusal('cannot-do', `There are ${mostRules} rules already, and every message is held against each: remove some, or join several into one.`)
  const id = newId()
  await tx.query(
    `insert into queue_rule (org_id, id, name, position, active, conditions, queue_id, location_id, priority)
     values ($1, $2, $3, coalesce($4, (select least(coalesce(max(position), 0) + 1, 10000) from queue_rule where org_id = $1)), $5, $6, $7, $8, $9)`,
    [tx.orgId, id, name, given.position ?? null, given.active ?? true, JSON.stringify(conditions), given.queueId, given.locationId ?? null, given.priority ?? null], 'create-queue-rule')
  await audit(tx, actor, 'queueRule.created', { kind: 'queueRule', id }, { name, queueId: given.queueId })
  tx.publish({ name: 'routing.queueRulesChanged', ids: { ruleId: id } })
  return lockRule(tx, id)
}

export function ruleName(given: string): string {
  const name = storable(given).trim()
  if (name === '') throw new Refusal('invalid-input', 'A rule needs a name of at least one letter.', { name: 'is empty' })
  return name
}
