import type { Tx } from '../../platform/db/database.ts'

export interface AboutRecovery { id: string; customer_id: string; ticket_id: string | null; answer_id: string }

/** Told to browsers, to the figures and to whatever listens; a ticket among the ids keeps it from those who may not see it. */
export function publishRecovery(tx: Tx, name: 'recovery.recoveryOpened' | 'recovery.recoveryChanged', { id, customer_id: customerId, ticket_id: ticketId }: AboutRecovery): void {
  tx.publish({ name, ids: { recoveryId: id, customerId, ...(ticketId === null ? {} : { ticketId }) } })
}
