// A rule is looked at over the past before it is saved: a noisy one asks twice.
import type { AlertRule, NewAlertRule } from '@kontuar/contracts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { newId } from '../../../../platform/id.ts'
import { audit } from '../../../identity/index.ts'
import { refuseNoisy } from '../../back-test/refuse-noisy.ts'
import { countRulesUp } from '../../watching/compile/known-rules.ts'
import { checkDefinition } from '../check-definition.ts'
import { checkDelivery } from '../check-delivery.ts'
import { refuseHeld } from '../refuse-held.ts'
import { checkRuleName } from '../check-name.ts'
import { getRule } from '../list-rules.ts'

/** What ten thousand of are judged by within 20 ms (bench/alert-rules.ts). */
const mostRules = 10_000

/** @throws Refusal `invalid-input`, `conflict`, `noisy-rule`, `not-allowed`, `cannot-do` */
export async function createRule(db: Database, actor: Actor, given: NewAlertRule): Promise<AlertRule> {
  refuseHeld(actor)
  const definition = await db.report(actor.orgId, (tx) => checkDefinition(tx, given.definition))
  const delivery = await db.read(actor.orgId, (tx) => checkDelivery(tx, given.delivery))
  const active = given.active ?? true
  if (active && given.evenIfNoisy !== true) await refuseNoisy(db, actor.orgId, definition, delivery)
  return db.write(actor.orgId, async (tx) => {
    const name = await checkRuleName(tx, given.name, null)
    const [{ n } = { n: 0 }] = await tx.query<{ n: number }>('select count(*)::int as n from alert_rule where org_id = $1 and retired_at is null', [tx.orgId], 'count-alert-rules')
    if (n >= mostRules) throw new Refusal('cannot-do', `There are ${mostRules} rules already: retire those nobody needs.`)
    const id = newId()
    await tx.query('insert into alert_rule (org_id, id, name, active, since, definition, delivery, created_by) values ($1, $2, $3, $4, clock_timestamp(), $5, $6, $7)', [tx.orgId, id, name, active, JSON.stringify(definition), JSON.stringify(delivery), actor.staffId], 'create-alert-rule')
    await countRulesUp(tx)
    await audit(tx, actor, 'alertRule.created', { kind: 'alertRule', id }, { name, kind: definition.kind })
    tx.publish({ name: 'alerts.ruleChanged', ids: { alertRuleId: id } })
    return getRule(tx, actor, id)
  })
}
