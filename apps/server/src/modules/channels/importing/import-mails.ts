// Old mail taken into the diary by the road of every mail: stored raw, read by a job, what cannot be read is parked.
import { createReadStream } from 'node:fs'
import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../../../platform/db/database.ts'
import { storeBytes, type BlobStore } from '../../../platform/files/store.ts'
import { fingerprintOf } from '../storing/fingerprint.ts'
import { mostInlineBytes, storeMails, type NewDelivery } from '../storing/store-mails.ts'
import { splitMbox, type MboxMail } from './split-mbox.ts'

const batchSize = 50

/**
 * Imports an mbox file, an .eml file or a folder of .eml files; what the mailbox has already is passed over.
 * @throws Error with a sentence when there is no such mailbox or nothing to import
 */
export async function importMails({ db, files }: { db: Database; files: BlobStore }, orgId: number, address: string, source: string, onProgress: (count: number) => void): Promise<{ stored: number; known: number }> {
  const mailboxId = await db.read(orgId, async (tx) => (await tx.query<{ mailbox_id: string }>('select mailbox_id from mailbox_address where org_id = $1 and address_key = lower($2)', [orgId, address.trim()]))[0]?.mailbox_id)
  if (mailboxId === undefined) throw new Error(`There is no mailbox ${address} in this organization: add it in the settings first.`)
  let stored = 0
  let known = 0
  let batch: NewDelivery[] = []
  const write = async () => {
    if (batch.length === 0) return
    const results = await db.write(orgId, (tx) => storeMails(tx, batch))
    stored += results.filter((r) => r.isNew).length
    known += results.filter((r) => !r.isNew).length
    batch = []
  }
  for await (const { raw, at } of mailsOf(source)) {
    if (raw.length === 0) continue
    const receivedAt = at ?? dateHeader(raw) ?? new Date()
    const large = raw.length > mostInlineBytes ? await storeBytes(files, orgId, raw) : null
    batch.push({
      mailboxId, source: 'imap', envelopeFrom: null, envelopeTo: null, receivedAt,
      bytes: { fingerprint: fingerprintOf(raw, receivedAt), size: raw.length, raw: large === null ? raw : null, sha256: large?.sha256 ?? null },
    })
    if (batch.length >= batchSize) await write()
    onProgress(stored + known + batch.length)
  }
  await write()
  if (stored + known === 0) throw new Error(`No mail was found in ${source}: give an .mbox file, an .eml file, or a folder of .eml files.`)
  return { stored, known }
}

async function* mailsOf(source: string): AsyncIterable<MboxMail> {
  const info = await stat(source).catch(() => { throw new Error(`${source} does not exist or may not be read.`) })
  if (info.isDirectory()) {
    for (const name of (await readdir(source)).filter((n) => n.toLowerCase().endsWith('.eml')).sort()) yield { raw: await readFile(join(source, name)), at: null }
    return
  }
  if (source.toLowerCase().endsWith('.eml')) yield { raw: await readFile(source), at: null }
  else yield* splitMbox(createReadStream(source))
}

/** When the author says it was written; good enough for old mail, never later than now. */
function dateHeader(raw: Buffer): Date | null {
  const found = /^date:[ \t]*([^\r\n]+)/im.exec(raw.subarray(0, 64 * 1024).toString('latin1').split(/\r?\n\r?\n/, 1)[0]!)
  const date = found ? new Date(found[1]!.replace(/\(.*\)/, '')) : null
  return date === null || Number.isNaN(date.getTime()) || date.getTime() > Date.now() || date.getUTCFullYear() < 1980 ? null : date
}
