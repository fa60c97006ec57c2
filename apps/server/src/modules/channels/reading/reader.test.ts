// Guards the way from stored bytes into the diary: each mail once, none lost, one bad mail alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { fileKey } from '../../../platform/files/store.ts'
import { fingerprintOf } from '../storing/fingerprint.ts'
import { storeMails, type NewDelivery } from '../storing/store-mails.ts'
import { buildMail, buildMailbox } from '../testing.ts'
import { createReader, type Reader } from './reader.ts'

let kontuar: TestKontuar
let reader: Reader
let office: string
let shop: string
const org = () => kontuar.orgA.orgId

beforeAll(async () => {
  kontuar = await startTestKontuar()
  reader = createReader(kontuar.platform)
  office = await buildMailbox(kontuar.platform.db, org(), 'office@kontuar.test')
  shop = await buildMailbox(kontuar.platform.db, org(), 'shop@kontuar.test')
})
afterAll(async () => {
  await reader.stop()
  await kontuar.stop()
})

const toDelivery = (mail: string | Buffer, more: Partial<NewDelivery> = {}): NewDelivery => {
  const raw = Buffer.from(mail)
  const receivedAt = new Date('2026-11-16T09:00:00Z')
  return { mailboxId: office, source: 'smtp', envelopeFrom: 'anna@example.com', envelopeTo: 'office@kontuar.test', receivedAt, bytes: { fingerprint: fingerprintOf(raw, receivedAt), size: raw.length, raw, sha256: null }, ...more }
}
const store = async (...deliveries: NewDelivery[]) => (await kontuar.platform.db.write(org(), (tx) => storeMails(tx, deliveries))).map((d) => d.id)
const look = (ids: string[]) => kontuar.platform.db.read(org(), (tx) => tx.query<{ id: string; state: string; reason: string | null; attempts: number; interaction_id: string | null; ticket_id: string | null }>(
  `select d.id, d.state, d.reason, d.attempts, c.interaction_id, i.ticket_id from mail_delivery d join mail_content c on c.org_id = d.org_id and c.id = d.content_id
   left join interaction i on i.org_id = c.org_id and i.id = c.interaction_id where d.org_id = $1 and d.id = any ($2) order by array_position($2, d.id)`, [org(), ids]))
const interactions = async () => (await kontuar.platform.db.read(org(), (tx) => tx.query<{ n: number }>('select count(*)::int as n from interaction where org_id = $1', [org()])))[0]!.n

describe('reading', () => {
  test('makes an entry with the time it reached us, its attachments and its original', async () => {
    const mail = buildMail({ Subject: 'With a file', 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary=b' }, [
      '--b', 'Content-Type: text/plain; charset=windows-1250', 'Content-Transfer-Encoding: quoted-printable', '', 'Za=BF=F3=B3=E6', '',
      '--b', 'Content-Type: application/pdf; name=a.pdf', 'Content-Transfer-Encoding: base64', 'Content-Disposition: attachment; filename=a.pdf', '', Buffer.from('bytes of a file').toString('base64'), '--b--', ''].join('\r\n'))
    const [id] = await store(toDelivery(mail))
    await reader.read(org(), [id!])
    const [row] = await look([id!])
    expect(row).toMatchObject({ state: 'read', reason: null })
    const { body } = await kontuar.ask('GET', `/interactions/${row!.interaction_id}`)
    expect(body).toMatchObject({ subject: 'With a file', at: '2026-11-16T09:00:00.000Z', text: expect.stringContaining('Zażółć'), attachments: [{ name: 'a.pdf', size: 15 }], hasRaw: true })
    const raw = await kontuar.ask('GET', `/interactions/${row!.interaction_id}/raw`)
    expect(raw.text).toBe(mail)
    expect(raw.headers).toMatchObject({ 'content-type': 'message/rfc822', 'content-disposition': expect.stringContaining('attachment') })
  })

  test('is done once, however often and at how many places it is asked for', async () => {
    const before = await interactions()
    const ids = await store(toDelivery(buildMail()), toDelivery(buildMail()))
    const other = createReader(kontuar.platform)
    await Promise.all([reader.read(org(), ids), reader.read(org(), ids), other.read(org(), ids), other.read(org(), [ids[0]!])])
    await reader.read(org(), ids)
    await other.stop()
    expect(await interactions()).toBe(before + 2)
  })

  test('makes one entry of one mail in two mailboxes, also when two workers read them at the same moment', async () => {
    const before = await interactions()
    const mail = buildMail({ Subject: 'In two mailboxes' })
    const [one] = await store(toDelivery(mail))
    const [two] = await store(toDelivery(mail, { mailboxId: shop, source: 'imap' }))
    const other = createReader(kontuar.platform)
    await Promise.all([reader.read(org(), [one!]), other.read(org(), [two!])])
    await other.stop()
    const rows = await look([one!, two!])
    expect(rows.map((r) => r.state)).toEqual(['read', 'read'])
    expect(rows[0]!.interaction_id).toBe(rows[1]!.interaction_id)
    expect(await interactions()).toBe(before + 1)
  })

  test('finds the ticket of a reply that is read in the same batch as what it answers', async () => {
    const [first, reply] = await store(
      toDelivery(buildMail({ 'Subject': 'Term', 'Message-ID': '<first@example.com>' })), toDelivery(buildMail({ 'Subject': 'Re: Term', 'In-Reply-To': '<first@example.com>' })))
    await reader.read(org(), [reply!, first!])
    const rows = await look([reply!, first!])
    expect(rows[0]!.ticket_id).toBe(rows[1]!.ticket_id)
  })

  test('follows the signed tag of our reply address, whatever else is lost', async () => {
    const { makeReplyAddress } = await import('../sending/rules/reply-address.ts')
    const [first] = await store(toDelivery(buildMail({ Subject: 'Tagged later' })))
    await reader.read(org(), [first!])
    const [{ ticket_id: ticketId }] = (await look([first!])) as unknown as [{ ticket_id: string }]
    const { number } = (await kontuar.ask('GET', `/tickets/${ticketId}`)).body
    const [answer] = await store(toDelivery(buildMail({ From: 'else@example.org', Subject: 'No reference at all' }), { envelopeTo: makeReplyAddress(kontuar.platform.crypto, org(), 'office@kontuar.test', number) }))
    await reader.read(org(), [answer!])
    expect((await look([answer!]))[0]!.ticket_id).toBe(ticketId)
  })

  test('tells those who keep the sending ledger of a bounce', async () => {
    const [id] = await store(toDelivery(buildMail({ From: 'MAILER-DAEMON@mx.example.com', Subject: 'Undelivered Mail Returned to Sender', 'MIME-Version': '1.0', 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' }, [
      '--b', 'Content-Type: text/plain', '', 'It could not be delivered.', '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example.com', '', 'Final-Recipient: rfc822; gone@example.com', 'Action: failed', 'Status: 5.1.1', '', '--b--', ''].join('\r\n')), { envelopeFrom: '' }))
    await reader.read(org(), [id!])
    const [row] = await look([id!])
    const told = await kontuar.platform.db.read(org(), (tx) => tx.query<{ ids: { interactionId: string } }>(`select ids from event where org_id = $1 and name = 'channels.bounceReceived'`, [org()]))
    expect(told.map((t) => t.ids.interactionId)).toContain(row!.interaction_id)
  })
})

describe('mail that cannot be read', () => {
  test('is parked with its reason, listed, downloadable and read again when asked, and the others of its batch are read', async () => {
    const [bad, good] = await store(toDelivery(''), toDelivery(buildMail()))
    await reader.read(org(), [bad!, good!])
    const [parked, read] = await look([bad!, good!])
    expect(read!.state).toBe('read')
    expect(parked).toMatchObject({ state: 'parked', attempts: 1, reason: expect.stringMatching(/.{10,}/) })
    const { body } = await kontuar.ask('GET', '/parked')
    expect(body.items).toContainEqual(expect.objectContaining({ id: bad, mailboxId: office, source: 'smtp', reason: parked!.reason }))
    expect((await kontuar.ask('GET', `/parked/${bad}`)).body.id).toBe(bad)
    expect((await kontuar.ask('GET', `/parked/${bad}/raw`)).headers['content-type']).toBe('message/rfc822')
    expect((await kontuar.ask('POST', `/parked/${bad}/retry`)).status).toBe(202)
    expect((await look([bad!]))[0]!.state).toBe('received')
    expect((await kontuar.ask('POST', `/parked/${bad}/retry`)).status).toBe(409)
    await reader.read(org(), [bad!])
    expect((await look([bad!]))[0]).toMatchObject({ state: 'parked', attempts: 2 })
  })

  test('of one organization is nothing to another', async () => {
    const [bad] = await store(toDelivery('\r\n'))
    await reader.read(org(), [bad!])
    const token = await kontuar.tokenOf('administrator', kontuar.orgB)
    for (const [method, path] of [['GET', ''], ['GET', '/raw'], ['POST', '/retry']] as const) expect((await kontuar.ask(method, `/parked/${bad}${path}`, undefined, token)).status).toBe(404)
    expect((await kontuar.ask('GET', '/parked', undefined, await kontuar.tokenOf('agent'))).status).toBe(403)
  })

  for (const [name, behaviour, reason] of [['takes too long', 'hang', /longer than/], ['needs too much memory', 'swell', /memory/], ['ends the thread', 'exit', /ended unexpectedly/], ['makes the thread throw', 'throw', /crashed/]] as const) {
    test(`parks a mail that ${name}, and reads the others`, async () => {
      const rough = createReader(kontuar.platform, { script: new URL('./rough-thread.fixture.ts', import.meta.url), timeLimitMs: behaviour === 'hang' ? 500 : 20_000, heapMb: 64, threads: 1 })
      const ids = await store(toDelivery(buildMail()), toDelivery(buildMail({ Subject: behaviour })), toDelivery(buildMail()), toDelivery(buildMail()))
      await rough.read(org(), ids)
      await rough.stop()
      const rows = await look(ids)
      expect(rows.map((r) => r.state)).toEqual(['read', 'parked', 'read', 'read'])
      expect(rows[1]!.reason).toMatch(reason)
    })
  }

  test('whose bytes are gone from the file store is parked after some tries', async () => {
    const big = Buffer.from(buildMail({}, 'x'.repeat(1000)))
    const sha256 = 'a'.repeat(64)
    const [id] = await store(toDelivery(big, { bytes: { fingerprint: fingerprintOf(big, new Date()), size: big.length, raw: null, sha256 } }))
    await expect(reader.read(org(), [id!])).rejects.toThrow('ENOENT')
    await expect(reader.read(org(), [id!])).rejects.toThrow('ENOENT')
    await reader.read(org(), [id!])
    expect((await look([id!]))[0]).toMatchObject({ state: 'parked', reason: expect.stringContaining('diary') })
    await kontuar.platform.files.put(fileKey(org(), sha256), big)
    await kontuar.ask('POST', `/parked/${id}/retry`)
    await reader.read(org(), [id!])
    expect((await look([id!]))[0]!.state).toBe('read')
  })

  test('is left waiting, not parked, when the database is the trouble', async () => {
    const broken = createReader({ ...kontuar.platform, db: { ...kontuar.platform.db, write: () => Promise.reject(Object.assign(new Error('the database is shutting down'), { code: '57P01' })) } })
    const [id] = await store(toDelivery(buildMail()))
    await expect(broken.read(org(), [id!])).rejects.toThrow('shutting down')
    await broken.stop()
    expect((await look([id!]))[0]).toMatchObject({ state: 'received', attempts: 0 })
  })
})

describe('mail whose job was lost', () => {
  test('gets a new one from the sweeper, and only then', async () => {
    const [lost, held] = await store(toDelivery(buildMail()), toDelivery(buildMail()))
    const { Client } = (await import('pg')).default
    const owner = new Client({ connectionString: kontuar.ownerUrl })
    await owner.connect()
    await owner.query(`delete from graphile_worker._private_jobs where payload::text like '%deliveryIds%'`)
    await owner.query(`update mail_delivery set stored_at = now() - interval '10 minutes' where id = any ($1)`, [[lost, held]])
    await kontuar.platform.db.write(org(), async (tx) => tx.enqueue('channels.readMail', { deliveryIds: [held] }))
    const stranded = await kontuar.platform.db.query<{ id: string }>(`select id from find_stranded_mail('2 minutes', 100)`)
    expect(stranded.map((s) => s.id)).toContain(lost)
    expect(stranded.map((s) => s.id)).not.toContain(held)
    await owner.end()
  })
})
