// Guards the import of old mail: each mail once, with its own time, whatever the file looks like.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type OpenedTestDatabase } from '../../../platform/db/testing.ts'
import { openDiskStore } from '../../../platform/files/disk.ts'
import { newId } from '../../../platform/id.ts'
import { importMails } from './import-mails.ts'
import { splitMbox } from './split-mbox.ts'

let folder: string
let database: OpenedTestDatabase
let org: number
beforeAll(async () => {
  folder = await mkdtemp('/tmp/kontuar-import-')
  database = await openTestDatabase()
  org = await database.newOrganization()
  await database.db.write(org, async (tx) => {
    const id = newId()
    await tx.query(`insert into mailbox (org_id, id, name, address) values ($1, $2, 'Biuro', 'biuro@salon.example')`, [org, id])
    await tx.query(`insert into mailbox_address (org_id, address_key, mailbox_id) values ($1, 'biuro@salon.example', $2)`, [org, id])
  })
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

const mail = (n: number, body = 'Dzień dobry') => `From: klient${n}@poczta.example\r\nSubject: Sprawa ${n}\r\nMessage-ID: <${n}@poczta.example>\r\nDate: Mon, 02 Mar 2020 10:0${n}:00 +0100\r\n\r\n${body}\r\n`
const run = async (name: string, content: string) => {
  await writeFile(join(folder, name), content)
  return importMails({ db: database.db, files: openDiskStore(join(folder, 'files')) }, org, 'Biuro@salon.example', join(folder, name), () => {})
}
const split = async (text: string, size = 7) => {
  const bytes = Buffer.from(text)
  const chunks = async function* () { for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size) }
  const mails: { raw: string; at: string | null }[] = []
  for await (const m of splitMbox(chunks())) mails.push({ raw: m.raw.toString(), at: m.at?.toISOString() ?? null })
  return mails
}

describe('importMails', () => {
  test('takes each mail of an mbox once, with its own time, and passes over what is there', async () => {
    const mbox = [1, 2, 3].map((n) => `From klient${n}@poczta.example Mon Mar  2 09:0${n}:00 2020\r\n${mail(n)}\r\n`).join('')
    expect(await run('old.mbox', mbox)).toEqual({ stored: 3, known: 0 })
    expect(await run('again.mbox', mbox)).toEqual({ stored: 0, known: 3 })
    expect(await database.asOwner('select received_at from mail_delivery order by received_at limit 1')).toEqual([{ received_at: new Date('2020-03-02T09:01:00Z') }])
  })
  test('takes a single .eml by its Date', async () => {
    expect(await run('one.eml', mail(7))).toEqual({ stored: 1, known: 0 })
    expect(await database.asOwner(`select 1 from mail_delivery where received_at = '2020-03-02T09:07:00Z'`)).toHaveLength(1)
  })
  test.each([['empty.mbox', ''], ['text.txt', 'hello, this is no mailbox\n']])('%s is refused with a sentence', async (name, content) => {
    await expect(run(name, content)).rejects.toThrow('No mail was found')
  })
  test('an unknown mailbox or file is refused with a sentence', async () => {
    const files = openDiskStore(join(folder, 'files'))
    await expect(importMails({ db: database.db, files }, org, 'nobody@salon.example', folder, () => {})).rejects.toThrow('no mailbox')
    await expect(importMails({ db: database.db, files }, org, 'biuro@salon.example', join(folder, 'nowhere'), () => {})).rejects.toThrow('does not exist')
  })
})

describe('splitMbox', () => {
  test('"From " inside a mail does not split it unless it is a separator after a blank line', async () => {
    const mails = await split('From a@b Mon Mar  2 09:00:00 2020\nSubject: x\n\nFrom here on it is text.\n>From me\n\nFrom c@d Mon Mar  2 09:00:00 2020\nSubject: y\n\nz\n')
    expect(mails.map((m) => m.raw)).toEqual(['Subject: x\n\nFrom here on it is text.\nFrom me\n\n', 'Subject: y\n\nz\n'])
  })
  test.each([1, 2, 1000])('gives the same for chunks of %i bytes', async (size) => {
    expect(await split('From a@b Mon Mar  2 09:00:00 2020\r\nA: b\r\n\r\nc\r\n\r\nFrom a@b nonsense 09:00\r\n\r\nd', size)).toEqual([{ raw: 'A: b\r\n\r\nc\r\n\r\n', at: '2020-03-02T09:00:00.000Z' }, { raw: '\r\nd', at: null }])
  })
})
