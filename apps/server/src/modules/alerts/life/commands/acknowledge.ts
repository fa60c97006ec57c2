import type { Alert } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { endEscalation } from '../../telling/end-telling.ts'
import { lockAlert, showChanged, type Doer } from './lock-alert.ts'

/** Somebody has it: nobody further up is called. Acknowledged again it stays theirs who did so first. @throws Refusal */
export async function acknowledgeAlert(tx: Tx, doer: Doer, id: string, now: Date = new Date()): Promise<Alert> {
  const alert = await lockAlert(tx, doer, id)
  if (alert.state === 'resolved') throw new Refusal('conflict', 'This alert is resolved already: open it again first if there is more to do.')
  if (alert.state === 'open') {
    await tx.query(`update alert set state = 'acknowledged', acknowledged_at = $3, acknowledged_by = $4, updated_at = now() where org_id = $1 and id = $2`, [tx.orgId, id, now, doer.staffId], 'acknowledge-alert')
    await endEscalation(tx, [id])
  }
  return showChanged(tx, doer, alert, alert.state === 'open' ? 'alerts.alertChanged' : null)
}
