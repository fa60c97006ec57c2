// Composing costs milliseconds a mail and needs no transaction: it is done before, and what is entered are finished bytes.
import { sanitiseMailHtml } from '@kontuar/mime'
import { newId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { composeMail } from '../composing/compose-mail.ts'
import { ownAddressKeys } from '../composing/queries.ts'
import { oneLine } from '../composing/rules/recipients.ts'
import { chainReferences, makeMessageId } from '../composing/rules/thread.ts'
import { usableKey } from '../composing/rules/usable-address.ts'
import { writeBody } from '../composing/rules/write-body.ts'
import { makeBodyMarker, makeReplyAddress } from '../sending/rules/reply-address.ts'
import type { AutomaticMail, MadeAutomaticMail, PreparedMail } from './automatic-mail.ts'
import { chooseSender } from './find-sending-mailbox.ts'
import { listAutomaticSenders, listThreads, type AutomaticSender, type ThreadRow } from './queries.ts'

/** So many are composed at once: the process has others to serve between them. */
const atOnce = 16

/**
 * In the order given, one for each. Give a few hundred at a time: they are held in memory with their bytes.
 * @throws Error for a ticket that does not exist, TypeError for an `unsubscribeUrl` that is no web address
 */
export async function prepareAutomaticMails(platform: Platform, orgId: number, mails: readonly AutomaticMail[]): Promise<PreparedMail[]> {
  if (mails.length === 0) return []
  const ticketIds = [...new Set(mails.flatMap((m) => (m.ticketId === null ? [] : [m.ticketId])))]
  const [senders, own, threads] = await platform.db.read(orgId, (tx) => Promise.all([listAutomaticSenders(tx), ownAddressKeys(tx), ticketIds.length === 0 ? [] : listThreads(tx, ticketIds)]))
  const threadOf = new Map(threads.map((t) => [t.asked, t]))

  const prepare = async (mail: AutomaticMail): Promise<PreparedMail> => {
    const { key } = mail
    const address = usableKey(mail.to.address)
    if (address === null) return { key, refused: 'bad-address' }
    if (own.has(address)) return { key, refused: 'own-address' }
    const sender = chooseSender(senders, mail.mailboxId)
    if (sender === null) return { key, refused: 'no-mailbox' }
    const thread = mail.ticketId === null ? null : threadOf.get(mail.ticketId)
    if (thread === undefined) throw new Error(`An automatic mail names the ticket ${mail.ticketId}, which does not exist.`)
    return { key, made: await make(platform, orgId, mail, sender, thread) }
  }

  const prepared: PreparedMail[] = []
  for (let from = 0; from < mails.length; from += atOnce) prepared.push(...(await Promise.all(mails.slice(from, from + atOnce).map(prepare))))
  return prepared
}

async function make({ crypto }: Platform, orgId: number, mail: AutomaticMail, sender: AutomaticSender, thread: ThreadRow | null): Promise<MadeAutomaticMail> {
  const marker = thread === null ? null : makeBodyMarker(crypto, orgId, thread.number)
  const body = (text: string, html: string) => writeBody({ text, html, signatures: [], marker, quote: null })
  const shown = body(mail.shownText, mail.shownHtml)
  const unsubscribe = mail.unsubscribeUrl === null ? null : webAddress(mail.unsubscribeUrl)
  const head = {
    messageId: makeMessageId(thread?.number ?? null, sender.address), date: new Date(), from: { name: sender.name, address: sender.address },
    to: [{ name: oneLine(mail.to.name), address: mail.to.address.trim() }], cc: [], subject: oneLine(mail.subject),
    replyTo: sender.reply_tagging && thread !== null ? makeReplyAddress(crypto, orgId, sender.address, thread.number) : null,
    inReplyTo: thread?.parent ?? null, references: thread === null ? [] : chainReferences(thread.thread, thread.parent),
    files: [], automatic: true, autoSubmitted: 'auto-generated' as const, language: mail.language,
  }
  const differs = unsubscribe !== null || mail.text !== mail.shownText || mail.html !== mail.shownHtml
  const [shownRaw, raw] = await Promise.all([
    composeMail({ ...head, text: shown.text, html: shown.html }),
    differs ? composeMail({ ...head, ...body(mail.text, mail.html), unsubscribeUrl: unsubscribe }) : null,
  ])
  return {
    interactionId: newId(), outgoingId: newId(), contentId: newId(), mailbox: { id: sender.id, name: sender.name, address: sender.address },
    ticketId: thread?.id ?? null, customerId: mail.customerId, queueId: mail.queueId, locationId: mail.locationId,
    to: head.to[0]!, subject: head.subject, messageId: head.messageId, inReplyTo: head.inReplyTo, replyTo: head.replyTo,
    // Written by us, yet with names in it that others chose.
    text: shown.text, html: sanitiseMailHtml(shown.html), folds: shown.folds, shownRaw, raw,
  }
}

/** As it may stand between < and > of a header. @throws TypeError */
function webAddress(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null
  if (url === null || !/^https?:$/.test(url.protocol) || /[^\x21-\x7e]|[<>]/.test(url.href) || url.href.length > 900) throw new TypeError('The address to unsubscribe at must be a web address of at most 900 characters.')
  return url.href
}
