import type { AnswerBody, Interaction, Me, TicketDetail } from '@kontuar/contracts'

/** The entry as it will be, shown while the server is being asked. */
export function localEntry(id: string, ticket: TicketDetail, me: Me['staff'], body: AnswerBody, text: string, from: Interaction['from']): Interaction {
  const note = body.kind === 'note'
  const at = new Date().toISOString()
  return {
    id, ticketId: ticket.id, customerId: ticket.customerId, kind: note ? 'note' : 'message', direction: note ? 'internal' : 'out', channel: ticket.channel, mailboxId: body.mailboxId ?? null,
    at, createdAt: at, staffId: me.id, staffName: me.name, from, to: body.to ?? [], cc: body.cc ?? [], bcc: body.bcc ?? [], subject: ticket.subject,
    text, visibleText: text, folds: [], html: null, attachments: [], messageId: null, inReplyTo: null, automatic: false, mailClass: 'personal', bounce: null,
    delivery: note ? null : { state: 'sending', sendAfter: at, attempts: 0, nextAttemptAt: null, sentAt: null, detail: null },
    matchedBy: null, suggestion: null, event: null, byHand: null, mentionIds: body.mentions ?? [], rating: null, hasRaw: false, warnings: [],
  }
}
