// Tells the customer that we have the message and under which number. Once a ticket; never to machines.
import type { MailAddress } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Event } from '../../../platform/events.ts'
import { newId } from '../../../platform/id.ts'
import type { Subscriber } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { emailKey } from '../../customers/index.ts'
import { composeMail } from '../composing/compose-mail.ts'
import { ownAddressKeys } from '../composing/queries.ts'
import { languageOf } from '../composing/rules/language.ts'
import { oneLine } from '../composing/rules/recipients.ts'
import { answerSubject, chainReferences, makeMessageId } from '../composing/rules/thread.ts'
import { usableKey } from '../composing/rules/usable-address.ts'
import { htmlFromText, writeBody } from '../composing/rules/write-body.ts'
import { deliveryChanged, orderSending } from '../sending/ledger.ts'
import { makeBodyMarker, makeReplyAddress } from '../sending/rules/reply-address.ts'
import { claimConfirmations, countRecent, insertConfirmations, listCandidates, type CandidateRow, type MadeConfirmation } from './queries.ts'
import { confirmationText } from './rules/confirmation-text.ts'
import { decideConfirmation, type Verdict } from './rules/decide-confirmation.ts'

export const sendConfirmation = (platform: Platform): Subscriber => ({
  name: 'channels.sendConfirmation',
  handle: (orgId, events) => platform.db.write(orgId, async (tx) => {
    const rows = await listCandidates(tx, events.flatMap(firstMessage))
    if (!rows.some((r) => r.confirmation.enabled && r.can_send)) return
    const decided = await decide(tx, rows)
    const claims = decided.filter((d) => d.verdict !== 'off').map((d) => ({
      ticketId: d.row.ticket_id, key: d.key ?? '', outcome: d.verdict === 'send' ? 'sent' as const : 'skipped' as const, reason: d.verdict === 'send' ? null : d.verdict,
    }))
    const claimed = await claimConfirmations(tx, claims)
    const due = decided.filter((d) => d.verdict === 'send' && claimed.has(d.row.ticket_id))
    if (due.length === 0) return
    const made = await Promise.all(due.map((d) => makeConfirmation(platform, orgId, d.row, d.recipient)))
    await insertConfirmations(tx, made)
    for (const m of made) {
      orderSending(tx, m.outgoingId, m.row.mailbox_id, null)
      tx.publish(deliveryChanged(m.interactionId, m.row.ticket_id, 'pending'))
    }
  }),
})

/** A ticket that begins with us comes without an entry of the customer. */
const firstMessage = (event: Event): string[] => (event.detail['startedByUs'] === true || event.ids['interactionId'] === undefined ? [] : [event.ids['interactionId']])

interface Decided { row: CandidateRow; recipient: MailAddress; key: string | null; verdict: Verdict }

async function decide(tx: Tx, rows: readonly CandidateRow[]): Promise<Decided[]> {
  const addressed = rows.map((row) => {
    const recipient = row.reply_to?.find((a) => emailKey(a.address) !== null) ?? { name: row.from_name, address: row.from_address }
    return { row, recipient: { name: oneLine(recipient.name), address: recipient.address.trim() }, key: usableKey(recipient.address) }
  })
  const [own, recent] = await Promise.all([ownAddressKeys(tx), countRecent(tx, addressed.map((a) => a.key).filter((k) => k !== null))])
  let ofOrganization = recent.ofOrganization
  return addressed.map((a) => {
    const verdict = decideConfirmation({
      enabled: a.row.confirmation.enabled, canSend: a.row.can_send, direction: a.row.direction, automatic: a.row.automatic, mailClass: a.row.mail_class, nullSender: a.row.null_sender, old: a.row.old,
      addressKey: a.key, address: a.recipient.address, isOwn: a.key !== null && own.has(a.key),
      recentToAddress: a.key === null ? 0 : (recent.byKey.get(a.key) ?? 0), recentOfOrganization: ofOrganization,
    })
    if (verdict === 'send') {
      ofOrganization++
      recent.byKey.set(a.key!, (recent.byKey.get(a.key!) ?? 0) + 1)
    }
    return { ...a, verdict }
  })
}

async function makeConfirmation({ crypto }: Platform, orgId: number, row: CandidateRow, recipient: MailAddress): Promise<MadeConfirmation> {
  const language = languageOf(row.language, row.locale)
  const text = confirmationText(language, row.confirmation.texts, { number: row.number, subject: oneLine(row.subject), mailbox: row.mailbox_name })
  const body = writeBody({ text, html: htmlFromText(text), signatures: [], marker: makeBodyMarker(crypto, orgId, row.number), quote: null })
  const subject = answerSubject(undefined, row.subject, false)
  const messageId = makeMessageId(row.number, row.mailbox_address)
  const replyTo = row.reply_tagging ? makeReplyAddress(crypto, orgId, row.mailbox_address, row.number) : null
  const raw = await composeMail({
    messageId, date: new Date(), from: { name: row.mailbox_name, address: row.mailbox_address }, to: [recipient], cc: [], replyTo, subject,
    inReplyTo: row.message_id, references: chainReferences(row.in_reply_to === null ? [] : [row.in_reply_to], row.message_id),
    text: body.text, html: body.html, files: [], automatic: true,
  })
  return { row, contentId: newId(), interactionId: newId(), outgoingId: newId(), messageId, raw, recipient, subject, text: body.text, html: body.html, folds: body.folds, replyTo }
}
