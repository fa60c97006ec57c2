// What every command on an alert begins and ends with.
import type { Alert } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { notFound } from '../../../../platform/http/refusal.ts'
import type { AlertRow } from '../alert-row.ts'
import { getAlertRow } from '../list-alerts.ts'
import { publishAlert, type AlertEvent } from '../publish-alert.ts'
import { readAlerts } from '../read-alerts.ts'
import { readerOf } from '../reader.ts'

/** Whoever acts: signed in, or by a signed link of a mail. */
export type Doer = Pick<Actor, 'staffId' | 'role' | 'access' | 'permissions'>

/** @throws Refusal `not-found` for what they may not see too */
export async function lockAlert(tx: Tx, doer: Doer, id: string): Promise<AlertRow> {
  await getAlertRow(tx, doer, id)
  await tx.query('select 1 from alert where org_id = $1 and id = $2 for update', [tx.orgId, id], 'lock-alert')
  // As it is now that nobody else changes it.
  return getAlertRow(tx, doer, id).catch(() => { throw notFound('alert') })
}

export async function showChanged(tx: Tx, doer: Doer, row: AlertRow, event: AlertEvent | null): Promise<Alert> {
  if (event !== null) publishAlert(tx, event, { id: row.id, ruleId: row.rule_id, ticketId: row.ticket?.id, customerId: row.customer?.id, answerId: row.answer_id, locationId: row.location?.id })
  const [alert] = await readAlerts(tx, [row.id], await readerOf(tx, doer))
  return alert!
}
