import type { Tx } from '../../../platform/db/database.ts'

export type AlertEvent = 'alerts.alertOpened' | 'alerts.alertCountedUp' | 'alerts.alertChanged' | 'alerts.alertResolved'
export interface AboutAlert { id: string; ruleId: string; ticketId?: string | null | undefined; customerId?: string | null | undefined; answerId?: string | null | undefined; locationId?: string | null | undefined }

/** Open browsers see these ids and ask again; a ticket among them keeps it from those who may not see it. */
export function publishAlert(tx: Tx, name: AlertEvent, { id, ruleId, ticketId, customerId, answerId, locationId }: AboutAlert): void {
  const ids = Object.entries({ ticketId, customerId, answerId, locationId }).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  tx.publish({ name, ids: { alertId: id, ruleId, ...Object.fromEntries(ids) } })
}
