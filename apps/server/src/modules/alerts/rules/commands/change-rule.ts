// A changed rule is another one: it begins anew, and nothing that happened before is its business.
import { isDeepStrictEqual } from 'node:util'
import type { AlertDeliveryWish, AlertRule, AlertRuleDefinition, BodyOf, changeAlertRule as changeRoute } from '@kontuar/contracts'
import type { Database, Tx } from '../../../../platform/db/database.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { notFound, Refusal } from '../../../../platform/http/refusal.ts'
import { isId } from '../../../../platform/id.ts'
import { audit } from '../../../identity/index.ts'
import { refuseNoisy } from '../../back-test/refuse-noisy.ts'
import { settle } from '../../life/index.ts'
import { countRulesUp } from '../../watching/compile/known-rules.ts'
import { checkDefinition } from '../check-definition.ts'
import { checkDelivery } from '../check-delivery.ts'
import { checkRuleName } from '../check-name.ts'
import { isOfTicks } from '../definition-parts.ts'
import { getRule } from '../list-rules.ts'
import { refuseHeld } from '../refuse-held.ts'

interface Row { id: string; name: string; active: boolean; retired: boolean; definition: AlertRuleDefinition; delivery: AlertDeliveryWish }
const find = async (tx: Tx, id: string, lock: '' | 'for update'): Promise<Row> => {
  const [row] = isId(id) ? await tx.query<Row>(`select id, name, active, retired_at is not null as retired, definition, delivery from alert_rule where org_id = $1 and id = $2 ${lock}`, [tx.orgId, id], `alert-rule-to-change-${lock}`) : []
  if (row === undefined) throw notFound('alert rule')
  if (row.retired) throw new Refusal('cannot-do', 'This rule has been retired: make a new one like it.')
  return row
}

/** @throws Refusal `not-found`, `invalid-input`, `conflict`, `noisy-rule`, `not-allowed`, `cannot-do` */
export async function changeRule(db: Database, actor: Actor, id: string, patch: BodyOf<typeof changeRoute>): Promise<AlertRule> {
  refuseHeld(actor)
  const stood = await db.read(actor.orgId, (tx) => find(tx, id, ''))
  const definition = patch.definition === undefined ? undefined : await db.report(actor.orgId, (tx) => checkDefinition(tx, patch.definition!))
  const delivery = patch.delivery === undefined ? undefined : await db.read(actor.orgId, (tx) => checkDelivery(tx, patch.delivery!))
  const tellsOtherwise = definition !== undefined || delivery !== undefined || (patch.active === true && !stood.active)
  if ((patch.active ?? stood.active) && tellsOtherwise && patch.evenIfNoisy !== true) await refuseNoisy(db, actor.orgId, definition ?? stood.definition, delivery ?? stood.delivery)
  return db.write(actor.orgId, async (tx) => {
    const name = patch.name === undefined ? undefined : await checkRuleName(tx, patch.name, id)
    const before = await find(tx, id, 'for update')
    const looksForOther = definition !== undefined && !isDeepStrictEqual(definition, before.definition)
    const anew = looksForOther || (patch.active !== undefined && patch.active !== before.active)
    await tx.query(
      `update alert_rule set name = $3, active = $4, definition = $5, delivery = $6, version = version + $7::integer, since = case when $7::integer = 1 then clock_timestamp() else since end, problems_told = case when $8 then '[]' else problems_told end, updated_at = now()
       where org_id = $1 and id = $2`,
      [tx.orgId, id, name ?? before.name, patch.active ?? before.active, JSON.stringify(definition ?? before.definition), JSON.stringify(delivery ?? before.delivery), anew ? 1 : 0, definition !== undefined || delivery !== undefined], 'change-alert-rule')
    // What it was before says no more when it is over; where it still holds the new one says so.
    if (looksForOther && isOfTicks(before.definition)) await endOpen(tx, id)
    await countRulesUp(tx)
    await audit(tx, actor, 'alertRule.changed', { kind: 'alertRule', id }, { ...patch })
    tx.publish({ name: 'alerts.ruleChanged', ids: { alertRuleId: id } })
    return getRule(tx, actor, id)
  })
}

async function endOpen(tx: Tx, ruleId: string): Promise<void> {
  const open = await tx.query<{ key: string }>(`select key from alert where org_id = $1 and rule_id = $2 and state <> 'resolved'`, [tx.orgId, ruleId], 'open-alerts-of-changed-rule')
  const now = new Date()
  await settle(tx, open.map(({ key }) => ({ ruleId, key, at: now })))
}

/** Its alerts stay, and so does what is open: somebody has them in hand. @throws Refusal `not-found` */
export async function retireRule(tx: Tx, actor: Actor, id: string): Promise<void> {
  refuseHeld(actor)
  const rows = isId(id) ? await tx.query<{ name: string }>('update alert_rule set retired_at = coalesce(retired_at, now()), active = false, updated_at = now() where org_id = $1 and id = $2 returning name', [tx.orgId, id], 'retire-alert-rule') : []
  if (rows.length === 0) throw notFound('alert rule')
  await countRulesUp(tx)
  await audit(tx, actor, 'alertRule.retired', { kind: 'alertRule', id }, { name: rows[0]!.name })
  tx.publish({ name: 'alerts.ruleChanged', ids: { alertRuleId: id } })
}
