import type { Alert, BodyOf, resolveAlert as resolveRoute } from '@kontuar/contracts'
import { storable } from '../../../../platform/db/storable.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { endTelling } from '../../telling/end-telling.ts'
import { lockAlert, showChanged, type Doer } from './lock-alert.ts'

/** Resolved again it takes the new reason and word on its use. @throws Refusal `not-found` */
export async function resolveAlert(tx: Tx, doer: Doer, id: string, { reason, note, useful }: BodyOf<typeof resolveRoute>, now: Date = new Date()): Promise<Alert> {
  const alert = await lockAlert(tx, doer, id)
  await tx.query(
    `update alert set state = 'resolved', resolved_at = case when state = 'resolved' then resolved_at else $3 end, resolved_by = $4, resolved_reason = $5, note = coalesce($6, note), useful = coalesce($7, useful), updated_at = now() where org_id = $1 and id = $2`,
    [tx.orgId, id, now, doer.staffId, reason, note === undefined ? null : storable(note).trim(), useful ?? null], 'resolve-alert')
  await endTelling(tx, [id], 'resolved before it was told')
  return showChanged(tx, doer, alert, 'alerts.alertResolved')
}
