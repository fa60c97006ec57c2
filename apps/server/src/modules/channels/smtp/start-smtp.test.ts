// Guards the door through which mail comes: nothing is acknowledged that is not stored, nothing refused for good
// that could be taken, and no client gets past the rules.
import { connect as connectTls } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { SmtpClient, buildMail, buildMailbox } from '../testing.ts'
import { createReader, type Reader } from '../reading/reader.ts'
import { startSmtp, type SmtpDoor } from './start-smtp.ts'

let kontuar: TestKontuar
let door: SmtpDoor
let reader: Reader
const clients: SmtpClient[] = []

beforeAll(async () => {
  kontuar = await startTestKontuar({ KONTUAR_MAX_MAIL_MB: '1' })
  door = await startSmtp(kontuar.platform)
  reader = createReader(kontuar.platform)
  await buildMailbox(kontuar.platform.db, kontuar.orgA.orgId, 'office@kontuar.test', { aliases: ['biuro@kontuar.test'] })
  await buildMailbox(kontuar.platform.db, kontuar.orgA.orgId, 'shop@kontuar.test')
  await buildMailbox(kontuar.platform.db, kontuar.orgB.orgId, 'office@other.test')
})
afterAll(async () => {
  for (const client of clients) client.end()
  await door.stop()
  await reader.stop()
  await kontuar.stop()
})

async function open(): Promise<SmtpClient> {
  const client = new SmtpClient(door.port)
  clients.push(client)
  await client.hello()
  return client
}

const deliveries = (subject: string, org = kontuar.orgA) => kontuar.platform.db.read(org.orgId, (tx) =>
  tx.query<{ id: string; raw: Buffer; envelope_to: string; envelope_from: string; content_id: string }>(
    'select d.id, c.raw, d.envelope_to, d.envelope_from, c.id as content_id from mail_delivery d join mail_content c on c.org_id = d.org_id and c.id = d.content_id where d.org_id = $1 and position($2::bytea in c.raw) > 0 order by d.id',
    [org.orgId, Buffer.from(`Subject: ${subject}\r\n`)]))

describe('a mail that is taken', () => {
  test('is stored byte for byte before it is acknowledged, and becomes a ticket', async () => {
    const client = await open()
    const mail = buildMail({ Subject: 'First mail' }, 'Line one\r\n.dot line\r\n\r\nend\r\n')
    const said = await client.send('anna@example.com', 'office@kontuar.test', mail)
    expect(said).toMatch(/^250 \S+ Ok: queued as [0-9a-f-]{36}$/)
    const [delivery] = await deliveries('First mail')
    expect(said).toContain(delivery!.id)
    expect(delivery!.raw.toString()).toBe(mail)
    await reader.read(kontuar.orgA.orgId, [delivery!.id])
    const { body } = await kontuar.ask('GET', '/tickets')
    expect(body.items[0]).toMatchObject({ subject: 'First mail', channel: 'email', customer: { name: 'Anna Nowak' } })
  })

  test('comes to two mailboxes as two deliveries of one content', async () => {
    const client = await open()
    await client.send('anna@example.com', ['office@kontuar.test', 'shop@kontuar.test', 'biuro@kontuar.test'], buildMail({ Subject: 'Two boxes' }))
    const stored = await deliveries('Two boxes')
    expect(stored.map((d) => d.envelope_to)).toEqual(expect.arrayContaining(['office@kontuar.test', 'shop@kontuar.test']))
    expect(stored).toHaveLength(2)
    expect(new Set(stored.map((d) => d.content_id)).size).toBe(1)
  })

  test('comes to two organizations as a content for each', async () => {
    const client = await open()
    expect(await client.send('anna@example.com', ['office@kontuar.test', 'office@other.test'], buildMail({ Subject: 'Two organizations' }))).toMatch(/^250/)
    const [a] = await deliveries('Two organizations')
    const [b] = await deliveries('Two organizations', kontuar.orgB)
    expect(a!.content_id).not.toBe(b!.content_id)
  })

  test('is stored once when it comes again by another road, and acknowledged each time', async () => {
    const client = await open()
    const mail = buildMail({ Subject: 'Twice' })
    const first = await client.send('anna@example.com', 'office@kontuar.test', mail)
    const second = await client.send('anna@example.com', 'office@kontuar.test', `Received: from elsewhere by here; Mon, 16 Nov 2026 11:00:00 +0100\r\nDelivered-To: x@y.test\r\n${mail}`)
    expect(second).toBe(first)
    expect(await deliveries('Twice')).toHaveLength(1)
  })

  test('may have the null sender, a tagged recipient and letters of any script', async () => {
    const client = await open()
    client.write('MAIL FROM:<> BODY=8BITMIME SMTPUTF8\r\n')
    expect(await client.answer()).toMatch(/^250/)
    expect(await client.say('RCPT TO:<OFFICE+t12.abcdefgh@Kontuar.TEST>')).toMatch(/^250/)
    expect(await client.say('DATA')).toMatch(/^354/)
    expect(await client.say(`${buildMail({ Subject: 'Tagged', From: 'Łukasz <łukasz@żółw.example>' })}.`)).toMatch(/^250/)
    expect(await deliveries('Tagged')).toMatchObject([{ envelope_from: '', envelope_to: 'OFFICE+t12.abcdefgh@Kontuar.TEST' }])
  })

  test('may be sent with all its commands in one packet', async () => {
    const client = await open()
    client.write(`MAIL FROM:<a@example.com>\r\nRCPT TO:<office@kontuar.test>\r\nDATA\r\n${buildMail({ Subject: 'Pipelined' })}.\r\nMAIL FROM:<a@example.com>\r\n`)
    const answers = [await client.answer(), await client.answer(), await client.answer(), await client.answer(), await client.answer()]
    expect(answers.map((a) => a.slice(0, 3))).toEqual(['250', '250', '354', '250', '250'])
  })

  test('may have lines of any length and bytes of any kind', async () => {
    const client = await open()
    const mail = Buffer.concat([Buffer.from(buildMail({ Subject: 'Long line' }, '')), Buffer.from('x'.repeat(200_000)), Buffer.from([0, 1, 0xff, 0xfe]), Buffer.from('\r\n')])
    expect(await client.send('a@example.com', 'office@kontuar.test', mail)).toMatch(/^250/)
    expect((await deliveries('Long line'))[0]!.raw.equals(mail)).toBe(true)
  })

  test('lies in the file store when it is large', async () => {
    const client = await open()
    const mail = buildMail({ Subject: 'Large' }, 'y'.repeat(70).concat('\r\n').repeat(6000))
    const id = (await client.send('a@example.com', 'office@kontuar.test', mail)).split(' ').at(-1)!
    const [row] = await kontuar.platform.db.read(kontuar.orgA.orgId, (tx) => tx.query<{ raw: Buffer | null; sha256: string }>(
      'select c.raw, c.sha256 from mail_delivery d join mail_content c on c.org_id = d.org_id and c.id = d.content_id where d.org_id = $1 and d.id = $2', [kontuar.orgA.orgId, id]))
    expect(row!.raw).toBeNull()
    expect((await kontuar.platform.files.get(`${kontuar.orgA.orgId}/${row!.sha256}`)).toString()).toBe(mail)
  })

  test('travels encrypted when the client asks for it', async () => {
    const client = new SmtpClient(door.port)
    expect(await client.hello()).toMatch(/STARTTLS/)
    expect(await client.say('STARTTLS')).toMatch(/^220/)
    const socket = connectTls({ socket: client.upgradeSocket(), rejectUnauthorized: false })
    await new Promise((resolve) => socket.once('secureConnect', resolve))
    expect(socket.getPeerCertificate().subject.CN).toBeTruthy()
    socket.write('EHLO client.example\r\n')
    expect((await new Promise<Buffer>((resolve) => socket.once('data', resolve))).toString()).not.toMatch(/STARTTLS/)
    socket.destroy()
  })
})

describe('a mail that is refused', () => {
  test('goes to an address that is nobody\'s', async () => {
    const client = await open()
    await client.say('MAIL FROM:<a@example.com>')
    expect(await client.say('RCPT TO:<nobody@kontuar.test>')).toMatch(/^550 5\.1\.1 /)
    expect(await client.say('RCPT TO:<postmaster>')).toMatch(/^550/)
    expect(await client.say('DATA')).toMatch(/^503/)
  })

  test('says that it is too large before it is sent', async () => {
    const client = await open()
    expect(await client.say(`MAIL FROM:<a@example.com> SIZE=${2 * 1024 * 1024}`)).toMatch(/^552 5\.3\.4 /)
  })

  test('turns out too large while it is sent', async () => {
    const client = await open()
    const said = await client.send('a@example.com', 'office@kontuar.test', buildMail({ Subject: 'Too large' }, 'z'.repeat(998).concat('\r\n').repeat(1200)))
    expect(said).toMatch(/^552 5\.3\.4 /)
    expect(await client.send('a@example.com', 'office@kontuar.test', buildMail({ Subject: 'After too large' }))).toMatch(/^250/)
  })

  test('never ends', async () => {
    const client = await open()
    for (const command of ['MAIL FROM:<a@example.com>', 'RCPT TO:<office@kontuar.test>', 'DATA']) await client.say(command)
    const chunk = Buffer.from('z'.repeat(998).concat('\r\n').repeat(64))
    for (let i = 0; i < 40; i++) client.write(chunk)
    expect(await client.answer()).toMatch(/^552/)
    expect(await client.answer()).toBe('')
  })

  test('breaks off half-way and leaves nothing behind', async () => {
    const client = await open()
    for (const command of ['MAIL FROM:<a@example.com>', 'RCPT TO:<office@kontuar.test>', 'DATA']) await client.say(command)
    client.write(buildMail({ Subject: 'Broken off' }))
    client.end()
    const other = await open()
    expect(await other.send('a@example.com', 'office@kontuar.test', buildMail({ Subject: 'After broken off' }))).toMatch(/^250/)
    expect(await deliveries('Broken off')).toEqual([])
  })
})

describe('smuggling: what only looks like an end is no end', () => {
  for (const [name, end] of Object.entries({ 'LF.LF': '\n.\n', 'LF.CRLF': '\n.\r\n', 'CRLF.LF': '\r\n.\n', 'CR.CR': '\r.\r', 'CRLF.CR': '\r\n.\r', 'NUL': '\r\n\0.\r\n' })) {
    test(name, async () => {
      const client = await open()
      const subject = `Smuggled by ${name}`
      for (const command of ['MAIL FROM:<a@example.com>', 'RCPT TO:<office@kontuar.test>', 'DATA']) await client.say(command)
      client.write(`${buildMail({ Subject: subject })}${end}MAIL FROM:<evil@example.com>\r\nRCPT TO:<shop@kontuar.test>\r\nDATA\r\nSubject: Inner ${name}\r\n\r\nboo\r\n`)
      expect(await client.say('.')).toMatch(/^250/)
      expect(await client.say('NOOP')).toMatch(/^250/)
      const stored = await deliveries(subject)
      expect(stored).toHaveLength(1)
      expect(stored[0]!.raw.toString()).toContain('MAIL FROM:<evil@example.com>')
    })
  }

  test('commands sent in clear before TLS begins are thrown away', async () => {
    const client = new SmtpClient(door.port)
    await client.hello()
    client.write('STARTTLS\r\nMAIL FROM:<evil@example.com>\r\n')
    expect(await client.answer()).toMatch(/^220/)
    const socket = connectTls({ socket: client.upgradeSocket(), rejectUnauthorized: false })
    await new Promise((resolve) => socket.once('secureConnect', resolve))
    socket.write('EHLO client.example\r\n')
    expect((await new Promise<Buffer>((resolve) => socket.once('data', resolve))).toString()).toMatch(/^250-/)
    socket.write('RCPT TO:<office@kontuar.test>\r\n')
    expect((await new Promise<Buffer>((resolve) => socket.once('data', resolve))).toString()).toMatch(/^503/)
    socket.destroy()
  })
})
