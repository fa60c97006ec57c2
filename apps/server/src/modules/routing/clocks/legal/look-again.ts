import type { Tx } from '../../../../platform/db/database.ts'

/** Orders a turn of their own for tickets whose term has changed and that are not locked here. */
export function lookAgain(tx: Tx, ticketIds: readonly string[], now: number): void {
  if (ticketIds.length > 0) tx.enqueue('routing.keepClocks', { events: ticketIds.map((ticketId) => ({ id: '', name: 'routing.legalDeadlineChanged', at: new Date(now).toISOString(), ids: { ticketId }, detail: {} })) })
}
