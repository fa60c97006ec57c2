// An internal note: for colleagues alone; it adds an entry and changes nothing of the ticket.
import type { AnswerBody } from '@kontuar/contracts'
import type { Actor } from '../../../platform/http/actor.ts'
import { newId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { appendInteraction, deleteDraft } from '../../diary/index.ts'
import { refuseUnknownPeople } from '../../identity/index.ts'
import { contentIdOf } from './rules/inline-images.ts'
import { readWritten } from './read-written.ts'

/** Answers the id of the new entry. */
export const noteTicket = ({ db }: Platform, actor: Actor, ticketId: string, body: AnswerBody): Promise<string> => db.write(actor.orgId, async (tx) => {
  const mentionIds = [...new Set((body.mentions ?? []).map((id) => id.toLowerCase()))]
  await refuseUnknownPeople(tx, mentionIds, 'mentions')
  const written = await readWritten(tx, actor.staffId, body)
  const id = newId()
  await appendInteraction(tx, {
    id, ticketId, kind: 'note', direction: 'internal', channel: 'note', mailboxId: null, staffId: actor.staffId, from: { name: actor.name, address: '' },
    recipients: { to: [], cc: [], bcc: [], replyTo: [] }, subject: '', text: written.text, visibleText: written.text, html: body.html === undefined ? null : written.html, folds: null,
    messageId: null, inReplyTo: null, contentId: null, wish: { ...body.ticket, ...(body.status === undefined ? {} : { status: body.status }) }, mentionIds,
    attachments: [...written.inline.map((u) => ({ ...u, inline: true, contentId: contentIdOf(u.id) })), ...written.attached.map((u) => ({ ...u, inline: false, contentId: null }))],
  })
  await deleteDraft(tx, ticketId, actor.staffId)
  return id
})
