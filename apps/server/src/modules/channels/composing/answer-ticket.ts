// An answer: read what it needs, decide (rules/), compose the bytes once, then one transaction with everything.
import type { AnswerBody, MailAddress } from '@kontuar/contracts'
import type { Actor } from '../../../platform/http/actor.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { appendInteraction, deleteDraft, drawTicketNumber, startTicket } from '../../diary/index.ts'
import { enterMail } from '../sending/ledger.ts'
import { newId } from '../../../platform/id.ts'
import { findLastMessage, getTicketToAnswer, getWriter, listSendingMailboxes, listThreadIds, ownAddressKeys, type EarlierMessage, type SendingMailbox } from './queries.ts'
import { makeMail, type MailPlan } from './make-mail.ts'
import { readWritten } from './read-written.ts'
import { chooseRecipients } from './rules/recipients.ts'
import { answerSubject, chainReferences } from './rules/thread.ts'
import { languageOf } from './rules/language.ts'
import { quoteOriginal } from './rules/quote.ts'
import { recordContent } from './record-content.ts'
import { recordFiles } from '../../../platform/files/store.ts'

/** Answers the id of the new entry. */
export async function answerTicket(platform: Platform, actor: Actor, ticketId: string, body: AnswerBody): Promise<string> {
  const plan = await platform.db.read(actor.orgId, async (tx): Promise<MailPlan> => {
    const ticket = await getTicketToAnswer(tx, ticketId)
    const [mailboxes, own, writer, last, thread] = await Promise.all([listSendingMailboxes(tx), ownAddressKeys(tx), getWriter(tx, actor.staffId), findLastMessage(tx, ticketId), listThreadIds(tx, ticketId)])
    const mailbox = chooseMailbox(mailboxes, body.mailboxId, ticket.mailbox_id)
    const written = await readWritten(tx, actor.staffId, body)
    const recipients = chooseRecipients(body, last, own)
    const language = languageOf(ticket.language, writer.locale)
    return {
      ticketNumber: ticket.number, mailbox, written, recipients, signatures: [writer.signature_html, mailbox.signature_html],
      subject: answerSubject(body.subject, ticket.subject, false),
      inReplyTo: last?.messageId ?? null, references: chainReferences(thread, last?.messageId ?? null),
      quote: last === null ? null : quoteOriginal(asOriginal(last), language, writer.time_zone),
    }
  })
  const made = await makeMail(platform, actor.orgId, plan)
  await platform.db.write(actor.orgId, (tx) => write(tx, actor, ticketId, body, plan, made))
  return made.interactionId
}

/** Answers the id of the new ticket. */
export async function startByWriting(platform: Platform, actor: Actor, body: AnswerBody & { to: MailAddress[]; subject: string; mailboxId: string }): Promise<string> {
  const { plan, locale } = await platform.db.write(actor.orgId, async (tx) => {
    const [mailboxes, own, writer] = await Promise.all([listSendingMailboxes(tx), ownAddressKeys(tx), getWriter(tx, actor.staffId)])
    const mailbox = chooseMailbox(mailboxes, body.mailboxId, null)
    const written = await readWritten(tx, actor.staffId, body)
    const recipients = chooseRecipients(body, null, own)
    const subject = answerSubject(body.subject, '', true)
    if (subject === '') throw new Refusal('invalid-input', 'The subject is empty: write what the matter is about.', { subject: 'is empty' })
    const plan: MailPlan = {
      ticketNumber: await drawTicketNumber(tx), mailbox, written, recipients, signatures: [writer.signature_html, mailbox.signature_html],
      subject, inReplyTo: null, references: [], quote: null,
    }
    return { plan, locale: writer.locale }
  })
  const made = await makeMail(platform, actor.orgId, plan)
  return platform.db.write(actor.orgId, async (tx) => {
    const ticketId = await startTicket(tx, {
      number: plan.ticketNumber, customer: plan.recipients.to[0]!, subject: plan.subject, channel: 'email', mailboxId: plan.mailbox.id, assigneeId: actor.staffId, language: languageOf(null, locale), direction: 'out',
    })
    await write(tx, actor, ticketId, body, plan, made)
    return ticketId
  })
}

type Tx = Parameters<typeof appendInteraction>[0]

async function write(tx: Tx, actor: Actor, ticketId: string, body: AnswerBody, plan: MailPlan, made: Awaited<ReturnType<typeof makeMail>>) {
  await recordFiles(tx, made.storedFiles)
  const contentId = await recordContent(tx, made)
  const { recipients, mailbox } = plan
  const { before } = await appendInteraction(tx, {
    id: made.interactionId, ticketId, kind: 'message', direction: 'out', channel: 'email', mailboxId: mailbox.id, staffId: actor.staffId,
    from: { name: mailbox.name, address: mailbox.address }, recipients: { ...recipients, replyTo: made.replyTo === null ? [] : [{ name: mailbox.name, address: made.replyTo }] },
    subject: plan.subject, text: made.body.text, visibleText: plan.written.text, html: made.body.html, folds: made.body.folds,
    messageId: made.messageId, inReplyTo: plan.inReplyTo, contentId, attachments: made.attachments,
    wish: { ...body.ticket, ...(body.status === undefined ? {} : { status: body.status }) }, usualStatus: 'waiting',
  })
  await enterMail(tx, {
    id: newId(), interactionId: made.interactionId, mailboxId: mailbox.id, messageId: made.messageId, envelopeFrom: mailbox.address,
    recipients: [...recipients.to, ...recipients.cc, ...recipients.bcc].map((a) => a.address), automatic: false,
    undoSeconds: body.undoSeconds ?? (actor.kind === 'session' ? 8 : 0), ticketBefore: before,
  })
  await deleteDraft(tx, ticketId, actor.staffId)
}

/** The mailbox asked for, else the one the customer wrote to, else the first that can send. */
function chooseMailbox(mailboxes: readonly SendingMailbox[], asked: string | undefined, ofTicket: string | null): SendingMailbox {
  const wanted = asked ?? ofTicket
  const mailbox = mailboxes.find((m) => m.id === wanted) ?? (asked === undefined ? mailboxes.find((m) => m.can_send) : undefined)
  if (mailbox?.can_send) return mailbox
  if (asked !== undefined && mailbox === undefined) throw new Refusal('invalid-input', 'There is no such mailbox, or it is switched off: choose another one to send from.', { mailboxId: 'is not a mailbox in use' })
  throw new Refusal('cannot-do', mailbox === undefined
    ? 'No mailbox can send yet: an administrator sets one up in the settings under mailboxes.'
    : `The mailbox ${mailbox.address} has no way to send: an administrator enters its sending server in the settings, or choose another mailbox.`)
}

const asOriginal = ({ at, from, text, html }: EarlierMessage) => ({ at, from, text, html })
