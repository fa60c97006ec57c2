// Brings one folder up to date: everything above the cursor is fetched and stored, in the order of the UIDs,
// and the cursor moves in the very transaction that stores.
import type { ImapFlow } from 'imapflow'
import { receivedMails } from '../figures.ts'
import { storeMails, mostInlineBytes, type NewDelivery } from '../storing/store-mails.ts'
import { findCursor, saveCursor, type Cursor } from './cursor.ts'
import { fetchAlone, fetchSmall, lookAtMails, parkedStub, type MailOnServer, type Place } from './fetch-mails.ts'

const mostAtOnce = 200
const mostBytesAtOnce = 4 * 1024 * 1024
const mostTries = 3

/** UIDs whose fetching broke something, with the number of tries; lives as long as the mailbox is watched. */
export type Troublesome = Map<string, number>

export interface FolderWanted {
  place: Omit<Place, 'uidValidity'>
  /** From when on mail is wanted where no cursor says so. */
  since: Date
  troublesome: Troublesome
  isStopped(): boolean
}

/** Opens the folder read-only. Answers how many mails were new to us. */
export async function fetchFolder(client: ImapFlow, wanted: FolderWanted): Promise<number> {
  const { platform: { db }, orgId, mailboxId, folder } = wanted.place
  const opened = await client.mailboxOpen(folder, { readOnly: true })
  const uidValidity = Number(opened.uidValidity)
  const place: Place = { ...wanted.place, uidValidity }
  const known = await db.read(orgId, (tx) => findCursor(tx, mailboxId, folder))
  const continues = known !== null && known.uidValidity === uidValidity
  // The server numbers anew: everything since the first day is fetched again, and what we have is recognised.
  const since = known === null ? wanted.since : known.since
  const cursor: Cursor = continues ? known : { uidValidity, lastUid: 0, since }
  if (continues && opened.uidNext > 0 && opened.uidNext <= cursor.lastUid + 1) return 0

  const found = await client.search(continues || since === null ? { uid: `${cursor.lastUid + 1}:*` } : { since: new Date(since.getTime() - 86_400_000) }, { uid: true })
  if (!Array.isArray(found)) throw new Error(`the server did not answer what is in the folder`)
  // "n:*" always names the last mail, even when its UID is below n (RFC 9051 6.4.8).
  const uids = found.filter((uid) => uid > cursor.lastUid).sort((a, b) => a - b)
  let fresh = 0
  for (let at = 0; at < uids.length && !wanted.isStopped(); at += mostAtOnce) {
    const part = uids.slice(at, at + mostAtOnce)
    const mails = (await lookAtMails(client, part)).filter((m) => continues || since === null || m.receivedAt >= since)
    for (const batch of split(mails, (m) => wanted.troublesome.has(key(place, m.uid)))) {
      fresh += await storeBatch(client, wanted, place, batch, { ...cursor, lastUid: batch.at(-1)!.uid })
      if (wanted.isStopped()) return fresh
    }
    await db.write(orgId, (tx) => saveCursor(tx, mailboxId, folder, { ...cursor, lastUid: part.at(-1)! }))
  }
  if (uids.length === 0 && !continues) await db.write(orgId, (tx) => saveCursor(tx, mailboxId, folder, { ...cursor, lastUid: Math.max(0, (opened.uidNext || 1) - 1) }))
  return fresh
}

async function storeBatch(client: ImapFlow, { troublesome }: FolderWanted, place: Place, batch: readonly MailOnServer[], cursor: Cursor): Promise<number> {
  const { platform: { db }, orgId, mailboxId, folder } = place
  const first = batch[0]!
  let deliveries: NewDelivery[]
  try {
    if (batch.length > 1) {
      const fetched = await fetchSmall(client, place, batch)
      deliveries = batch.flatMap((m) => fetched.get(m.uid) ?? [])
    } else {
      const alone = await fetchAlone(client, place, first)
      deliveries = alone === null ? [] : [alone]
    }
  } catch (error) {
    for (const { uid } of batch) troublesome.set(key(place, uid), (troublesome.get(key(place, uid)) ?? 0) + 1)
    const worn = batch.length === 1 && troublesome.get(key(place, first.uid))! >= mostTries
    if (!worn) throw error
    deliveries = [await parkedStub(client.usable ? client : null, place, first, `The mail server did not hand this mail over, in ${mostTries} tries (${(error as Error).message}). Open it in the mailbox itself (folder ${folder}).`)]
  }
  const stored = await db.write(orgId, async (tx) => {
    const saved = saveCursor(tx, mailboxId, folder, cursor)
    saved.catch(() => {})
    const answer = deliveries.length === 0 ? [] : await storeMails(tx, deliveries)
    await saved
    return answer
  })
  for (const { uid } of batch) troublesome.delete(key(place, uid))
  const fresh = stored.filter((s) => s.isNew).length
  receivedMails.inc({ source: 'imap' }, fresh)
  return fresh
}

const key = ({ folder, uidValidity }: Place, uid: number) => `${folder} ${uidValidity} ${uid}`

/** Small mails together up to some megabytes; large ones, and those that made trouble, alone. */
export function split(mails: readonly MailOnServer[], isTroublesome: (mail: MailOnServer) => boolean): MailOnServer[][] {
  const batches: MailOnServer[][] = []
  let open: MailOnServer[] = []
  let bytes = 0
  const close = () => {
    if (open.length > 0) batches.push(open)
    open = []
    bytes = 0
  }
  for (const mail of mails) {
    if (mail.size > mostInlineBytes || isTroublesome(mail)) {
      close()
      batches.push([mail])
      continue
    }
    if (bytes + mail.size > mostBytesAtOnce || open.length >= 50) close()
    open.push(mail)
    bytes += mail.size
  }
  close()
  return batches
}
