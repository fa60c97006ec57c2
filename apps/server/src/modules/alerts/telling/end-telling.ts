// What nobody needs to hear any more: somebody has it, or it is over.
import type { Tx } from '../../../platform/db/database.ts'

/** Somebody has it: no further step upwards, and what of one has not left does not leave. */
export async function endEscalation(tx: Tx, alertIds: readonly string[]): Promise<void> {
  await tx.query('update alert_escalation set taken_at = now() where org_id = $1 and alert_id = any ($2) and taken_at is null', [tx.orgId, alertIds], 'end-alert-escalations')
  await tx.query(`update alert_delivery set state = 'dropped', detail = 'somebody has it already' where org_id = $1 and alert_id = any ($2) and state = 'waiting' and step > 0`, [tx.orgId, alertIds], 'drop-alert-escalations')
}

/** What was to be told at once and has not left does not leave. A digest tells it as what it has become. */
export async function endTelling(tx: Tx, alertIds: readonly string[], detail: string): Promise<void> {
  await endEscalation(tx, alertIds)
  await tx.query(
    `update alert_delivery set state = 'dropped', detail = $3 where org_id = $1 and alert_id = any ($2) and state = 'waiting' and (bundle is null or bundle not like 'digest:%')`, [tx.orgId, alertIds, detail], 'drop-alert-deliveries')
}
