// The bytes of some mails of the open folder, always by PEEK: what a person has not read stays unread.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { ImapFlow } from 'imapflow'
import type { Platform } from '../../../platform/platform.ts'
import { fingerprintOf } from '../storing/fingerprint.ts'
import { receiveBytes } from '../storing/receive-bytes.ts'
import { mostInlineBytes, type NewDelivery } from '../storing/store-mails.ts'

export interface MailOnServer { uid: number; size: number; receivedAt: Date }

export interface Place { platform: Platform; orgId: number; mailboxId: string; folder: string; uidValidity: number }

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)

/** Sizes and dates, in the order of the UIDs. What was deleted meanwhile is missing. */
export async function lookAtMails(client: ImapFlow, uids: readonly number[]): Promise<MailOnServer[]> {
  const found = await client.fetchAll(uids.join(','), { uid: true, size: true, internalDate: true }, { uid: true })
  return found.map(({ uid, size, internalDate }) => {
    const at = new Date(internalDate ?? Number.NaN)
    // A date that is none, or lies ahead: the moment we fetch it is nearer to the truth.
    return { uid, size: size ?? 0, receivedAt: Number.isNaN(at.getTime()) || at.getTime() > Date.now() + 86_400_000 ? new Date() : at }
  }).sort((a, b) => a.uid - b.uid)
}

/** Small mails, several in one command. */
export async function fetchSmall(client: ImapFlow, place: Place, mails: readonly MailOnServer[]): Promise<Map<number, NewDelivery>> {
  const found = await client.fetchAll(mails.map((m) => m.uid).join(','), { uid: true, source: true }, { uid: true })
  const bytesOf = new Map(found.flatMap(({ uid, source }) => (source ? [[uid, source] as const] : [])))
  return new Map(mails.flatMap((mail): [number, NewDelivery][] => {
    const raw = bytesOf.get(mail.uid)
    if (raw === undefined) return []
    return [[mail.uid, delivery(place, mail, { fingerprint: fingerprintOf(raw, mail.receivedAt), size: raw.length, raw, sha256: null })]]
  }))
}

/** One mail of any size: streamed to the file store, or parked with its headers when it is larger than we take. null: it is gone. */
export async function fetchAlone(client: ImapFlow, place: Place, mail: MailOnServer): Promise<NewDelivery | null> {
  const { config, files } = place.platform
  if (mail.size > config.maxMailBytes) {
    return parkedStub(client, place, mail, `The mail has ${megabytes(mail.size)} MB, more than the ${megabytes(config.maxMailBytes)} MB that are taken. Only its headers were fetched: open it in the mailbox itself, or raise KONTUAR_MAX_MAIL_MB.`)
  }
  if (mail.size <= mostInlineBytes) return (await fetchSmall(client, place, [mail])).get(mail.uid) ?? null
  const { content } = await client.download(String(mail.uid), undefined, { uid: true })
  if (content === undefined) return null
  const received = await receiveBytes(content as AsyncIterable<Buffer>, { folder: join(config.dataDir, 'incoming'), receivedAt: mail.receivedAt, mostBytes: config.maxMailBytes })
  try {
    return delivery(place, mail, await received.settle(files, place.orgId))
  } finally {
    await received.discard()
  }
}

/** Instead of a mail that cannot be had whole: nothing is skipped in silence. */
export async function parkedStub(client: ImapFlow | null, place: Place, mail: MailOnServer, reason: string): Promise<NewDelivery> {
  const found = await client?.fetchOne(String(mail.uid), { uid: true, headers: true }, { uid: true }).catch(() => false as const)
  const raw = found && found.headers ? found.headers : Buffer.from('\r\n')
  const fingerprint = createHash('sha256').update(`${place.mailboxId} ${place.folder} ${place.uidValidity} ${mail.uid}`).digest('hex')
  return { ...delivery(place, mail, { fingerprint, size: Math.max(mail.size, raw.length), raw, sha256: null }), parkedBecause: reason }
}

const delivery = ({ mailboxId }: Place, { receivedAt }: MailOnServer, bytes: NewDelivery['bytes']): NewDelivery =>
  ({ mailboxId, source: 'imap', envelopeFrom: null, envelopeTo: null, receivedAt, bytes })
