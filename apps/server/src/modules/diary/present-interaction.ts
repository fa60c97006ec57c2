// The only way an entry of the diary leaves the server.
import type { Attachment, Delivery, Interaction, Rating } from '@kontuar/contracts'
import type { Recipients, StoredFold } from './types.ts'

export interface InteractionRow {
  id: string; ticket_id: string | null; customer_id: string | null; kind: Interaction['kind']; direction: Interaction['direction']; channel: string; mailbox_id: string | null
  at: Date; created_at: Date; staff_id: string | null; staff_name: string | null; from_name: string; from_address: string; recipients: Partial<Recipients>
  subject: string; text: string; html: string | null; folds: StoredFold[] | null; message_id: string | null; in_reply_to: string | null
  automatic: boolean; mail_class: Interaction['mailClass']; bounce: (Omit<NonNullable<Interaction['bounce']>, 'interactionId'>) | null; bounced_interaction_id: string | null
  matched_by: string | null; suggestion: Interaction['suggestion']; event: Interaction['event']; content_id: string | null; warnings: string[]; by_hand: Interaction['byHand']; timing: NonNullable<Interaction['timing']> | null; review: NonNullable<Interaction['review']> | null; mention_ids: string[]
  attachments: Attachment[] | null
  delivery: { state: string; send_after: string; attempts: number; next_attempt_at: string | null; sent_at: string | null; detail: string | null } | null
}

export const interactionColumns = `i.id, i.ticket_id, i.customer_id, i.kind, i.direction, i.channel, i.mailbox_id, i.at, i.created_at, i.staff_id, s.name as staff_name, i.from_name, i.from_address,
  i.recipients, i.subject, i.text, i.html, i.folds, i.message_id, i.in_reply_to, i.automatic, i.mail_class, i.bounce, i.matched_by, i.suggestion, i.event, i.content_id, i.warnings, i.by_hand, i.timing, i.review, i.mention_ids,
  a.attachments, o.delivery, b.bounced_interaction_id`
export const interactionJoins = `left join staff s on s.org_id = i.org_id and s.id = i.staff_id
  left join lateral (select json_agg(json_build_object('id', a.id, 'name', a.name, 'type', a.type, 'size', a.size, 'sha256', a.sha256, 'inline', a.inline, 'contentId', a.content_id) order by a.position) as attachments
    from attachment a where a.org_id = i.org_id and a.interaction_id = i.id) a on true
  left join lateral (select json_build_object('state', o.state, 'send_after', o.send_after, 'attempts', o.attempts, 'next_attempt_at', o.next_attempt_at, 'sent_at', o.sent_at, 'detail', o.detail) as delivery
    from outgoing_mail o where i.direction = 'out' and o.org_id = i.org_id and o.interaction_id = i.id
    union all select json_build_object('state', o.state, 'send_after', o.send_after, 'attempts', o.attempts, 'next_attempt_at', o.next_attempt_at, 'sent_at', o.sent_at, 'detail', o.detail)
    from outgoing_sms o where i.direction = 'out' and i.channel = 'sms' and o.org_id = i.org_id and o.interaction_id = i.id) o on true
  left join lateral (select o.interaction_id as bounced_interaction_id from outgoing_mail o where i.mail_class = 'bounce' and o.org_id = i.org_id and o.bounced_by = i.id limit 1) b on true`

/** @param rating what was answered, of an entry of kind `rating`: its comment is what the entry says */
export function presentInteraction(row: InteractionRow, rating: Rating | null): Interaction {
  const text = rating === null ? row.text : (rating.comment ?? '')
  return {
    id: row.id, ticketId: row.ticket_id, customerId: row.customer_id, kind: row.kind, direction: row.direction, channel: row.channel, mailboxId: row.mailbox_id,
    at: row.at.toISOString(), createdAt: row.created_at.toISOString(), staffId: row.staff_id, staffName: row.staff_name,
    from: { name: row.from_name, address: row.from_address },
    to: row.recipients.to ?? [], cc: row.recipients.cc ?? [], bcc: row.recipients.bcc ?? [],
    subject: row.subject, text, visibleText: visibleText(text, row.folds),
    folds: (row.folds ?? []).map(([kind, from, to]) => ({ kind, from, to })),
    html: row.html, attachments: row.attachments ?? [],
    messageId: row.message_id, inReplyTo: row.in_reply_to, automatic: row.automatic, mailClass: row.mail_class,
    bounce: row.bounce === null ? null : { recipient: row.bounce.recipient, status: row.bounce.status, kind: row.bounce.kind, reason: row.bounce.reason, interactionId: row.bounced_interaction_id },
    delivery: row.delivery === null ? null : presentDelivery(row.delivery),
    matchedBy: row.matched_by, suggestion: row.suggestion, event: row.event, byHand: row.by_hand, timing: row.timing, review: row.review, mentionIds: row.mention_ids, rating, hasRaw: row.content_id !== null, warnings: row.warnings,
  }
}

function presentDelivery(d: NonNullable<InteractionRow['delivery']>): Delivery {
  const instant = (text: string | null) => (text === null ? null : new Date(text).toISOString())
  return {
    // To people a message whose last byte is on its way is simply being sent.
    state: d.state === 'committing' ? 'sending' : (d.state as Delivery['state']),
    sendAfter: instant(d.send_after)!, attempts: d.attempts, nextAttemptAt: instant(d.next_attempt_at), sentAt: instant(d.sent_at), detail: d.detail,
  }
}

/** The text without quotes and signature; the same rule as when it was read. */
export function visibleText(text: string, folds: StoredFold[] | null): string {
  if (folds === null) return text.trim()
  return folds.filter(([kind]) => kind === 'text').map(([, from, to]) => text.slice(from, to)).join('').trim()
}
