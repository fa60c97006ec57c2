// Steps that change the ticket itself. Through the diary, so that the change is an entry and all others hear of it.
import type { Escalation, Ticket } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { changeTicket } from '../../../diary/index.ts'
import type { TicketState } from '../keep/read-histories.ts'

const higher: Record<Ticket['priority'], Ticket['priority']> = { low: 'normal', normal: 'high', high: 'urgent', urgent: 'urgent' }

export async function moveTicket(tx: Tx, ticket: TicketState, { act, to }: Escalation, clock: { clock: string; dueAt: string | null }): Promise<void> {
  if (act !== 'reassign' && act !== 'raise-priority') return
  const wish = act === 'raise-priority' ? { priority: higher[ticket.history.now.priority] } : { assigneeId: to === undefined || to === 'queue' ? null : to }
  try {
    await changeTicket(tx, null, ticket.id, wish, { because: { code: 'escalation', ...clock } })
  } catch (error) {
    // The person has left, or serves the queue no more: the entry `escalated` stands, the ticket stays where it is.
    if (!(error instanceof Refusal)) throw error
  }
}
