import type { Alert } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { lockAlert, showChanged, type Doer } from './lock-alert.ts'

/** Acknowledged by whoever opens it again: they know of it, so nobody is told anew. @throws Refusal */
export async function reopenAlert(tx: Tx, doer: Doer, id: string, now: Date = new Date()): Promise<Alert> {
  const alert = await lockAlert(tx, doer, id)
  if (alert.state !== 'resolved') throw new Refusal('conflict', 'This alert is open already.')
  // The rule may have fired anew under the same key since: there is one open alert a key.
  const [other] = await tx.query<{ id: string }>(
    `select o.id from alert a join alert o on o.org_id = a.org_id and o.rule_id = a.rule_id and o.key = a.key and o.state <> 'resolved' where a.org_id = $1 and a.id = $2`, [tx.orgId, id], 'alert-open-instead')
  if (other !== undefined) throw new Refusal('conflict', 'The rule has fired again since and its new alert is open: go on with that one.')
  await tx.query(
    `update alert set state = 'acknowledged', acknowledged_at = $3, acknowledged_by = $4, resolved_at = null, resolved_by = null, resolved_reason = null, updated_at = now() where org_id = $1 and id = $2`, [tx.orgId, id, now, doer.staffId], 'reopen-alert')
  return showChanged(tx, doer, alert, 'alerts.alertChanged')
}
