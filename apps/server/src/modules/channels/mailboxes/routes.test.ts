// Guards the settings of mailboxes: an address belongs to one, passwords stay inside, and history outlives them.
import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { startSmtp, type SmtpDoor } from '../smtp/start-smtp.ts'
import { ensureFirstMailbox, readSmtpUrl } from './commands/ensure-first-mailbox.ts'
import { openSecret } from './commands/seal-secrets.ts'
import { testConnection } from './connection-test/test-connection.ts'
import { findMailbox } from './queries.ts'

let kontuar: TestKontuar
let door: SmtpDoor
const servers: Server[] = []

beforeAll(async () => {
  kontuar = await startTestKontuar({ KONTUAR_MAILBOX: 'first@kontuar.test', KONTUAR_SMTP_URL: 'smtp://127.0.0.1:2600' })
  door = await startSmtp(kontuar.platform)
})
afterAll(async () => {
  for (const server of servers) server.close()
  await door.stop()
  await kontuar.stop()
})

const imap = { host: 'imap.example.com', port: 993, security: 'tls', user: 'office', auth: 'password', folders: ['INBOX'] }
const smtp = { host: 'smtp.example.com', port: 465, security: 'tls', user: 'office', auth: 'password' }
let made = 0
const create = (more: object = {}, token?: string) => kontuar.ask('POST', '/mailboxes', { name: 'Office', address: `box${++made}@kontuar.test`, ...more }, token)

describe('a mailbox', () => {
  test('is made, changed, listed and retired; its address is free again and what came stays', async () => {
    const { status, body } = await create({ aliases: ['Alias@Kontuar.test'], smtp, smtpPassword: 'secret one' })
    expect(status).toBe(201)
    expect(body).toMatchObject({ address: `box${made}@kontuar.test`, aliases: ['Alias@Kontuar.test'], active: true, imap: null, hasSmtpPassword: true, hasImapPassword: false, state: { intake: 'waiting', sending: 'waiting' } })
    expect(JSON.stringify(body)).not.toContain('secret')
    expect((await kontuar.ask('PATCH', `/mailboxes/${body.id}`, { name: 'New name', active: false })).body).toMatchObject({ name: 'New name', active: false, hasSmtpPassword: true, state: { intake: 'off', sending: 'off' } })
    expect((await kontuar.ask('GET', '/mailboxes')).body.items.map((m: { id: string }) => m.id)).toContain(body.id)
    expect((await kontuar.ask('DELETE', `/mailboxes/${body.id}`)).status).toBe(200)
    expect((await kontuar.ask('GET', `/mailboxes/${body.id}`)).status).toBe(404)
    expect((await kontuar.ask('GET', '/mailboxes')).body.items.map((m: { id: string }) => m.id)).not.toContain(body.id)
    expect((await create({ address: 'alias@kontuar.test' })).status).toBe(201)
    const audit = (await kontuar.ask('GET', '/audit')).body.items
    expect(audit.filter((e: { subjectId: string }) => e.subjectId === body.id).map((e: { action: string }) => e.action)).toEqual(['mailbox.retired', 'mailbox.changed', 'mailbox.created'])
    expect(JSON.stringify(audit)).not.toContain('secret one')
  })

  test('says where its new tickets go, to a queue and a location in use', async () => {
    const [queue] = (await kontuar.ask('GET', '/queues')).body.items
    const location = (await kontuar.ask('POST', '/locations', { name: 'Kraków' })).body
    const { body } = await create({ queueId: queue.id, locationId: location.id })
    expect(body).toMatchObject({ queueId: queue.id, locationId: location.id })
    expect((await kontuar.ask('PATCH', `/mailboxes/${body.id}`, { name: 'Sklep' })).body).toMatchObject({ queueId: queue.id, locationId: location.id })
    for (const id of ['00000000-0000-7000-8000-000000000000', `'; drop table queue`]) {
      expect((await create({ queueId: id })).body).toMatchObject({ code: 'invalid-input', detail: expect.stringMatching(/no such queue.*choose another one/), fields: { queueId: 'is not in use' } })
      expect((await kontuar.ask('PATCH', `/mailboxes/${body.id}`, { locationId: id })).body).toMatchObject({ code: 'invalid-input', fields: { locationId: 'names an unknown location' } })
    }
    expect((await kontuar.ask('PATCH', `/mailboxes/${body.id}`, { queueId: null, locationId: null })).body).toMatchObject({ queueId: null, locationId: null })
    await kontuar.ask('PATCH', `/locations/${location.id}`, { retired: true })
    expect((await kontuar.ask('PATCH', `/mailboxes/${body.id}`, { locationId: location.id })).body.detail).toMatch(/"Kraków" has been retired/)
  })

  test('keeps its password sealed, and forgets it when the server changes', async () => {
    const { body } = await create({ imap, imapPassword: 'only for imap.example.com' })
    const { platform, orgA } = kontuar
    const read = () => platform.db.read(orgA.orgId, (tx) => findMailbox(tx, body.id))
    const row = (await read())!
    expect(JSON.stringify(row)).not.toContain('only for')
    expect(openSecret(platform.crypto, row.id, row.secrets, 'imap')).toBe('only for imap.example.com')
    expect(() => openSecret(platform.crypto, made.toString(), row.secrets, 'imap')).toThrow(/Type it again/)
    expect((await kontuar.ask('PATCH', `/mailboxes/${body.id}`, { imap: { ...imap, host: 'evil.example.com' } })).body).toMatchObject({ code: 'invalid-input', fields: { imapPassword: expect.any(String) } })
    expect((await kontuar.ask('POST', '/mailboxes/test', { id: body.id, imap: { ...imap, host: '127.0.0.1', port: 1 } })).body).toMatchObject({ fields: { imapPassword: expect.any(String) } })
    expect((await kontuar.ask('PATCH', `/mailboxes/${body.id}`, { imap: { ...imap, port: 143, security: 'starttls' } })).body.hasImapPassword).toBe(true)
    expect((await kontuar.ask('PATCH', `/mailboxes/${body.id}`, { imap: null })).body).toMatchObject({ imap: null, hasImapPassword: false })
  })

  test('may not have an address that another has, in whatever spelling and organization', async () => {
    const { body } = await create({ aliases: ['info@kontuar.test'] })
    const token = await kontuar.tokenOf('administrator', kontuar.orgB)
    for (const more of [{ address: 'INFO@kontuar.test' }, { aliases: [body.address] }, { address: body.address.toUpperCase() }]) {
      const refused = await create(more, token)
      expect(refused).toMatchObject({ status: 409, body: { code: 'conflict', detail: expect.stringMatching(/already belongs to another mailbox/) } })
    }
    expect((await kontuar.ask('GET', '/mailboxes', undefined, token)).body.items).toEqual([])
  })

  const wrong: [string, object, string][] = [
    ['no address', { address: 'office' }, 'address'], ['an address with a name', { address: 'Office <a@b.pl>' }, 'address'], ['a wrong alias', { aliases: ['a@b.pl', 'x y'] }, 'aliases.1'],
    ['a host with https', { imap: { ...imap, host: 'https://imap.example.com' }, imapPassword: 'x' }, 'imap.host'], ['no password', { imap }, 'imapPassword'], ['no user', { smtp: { ...smtp, user: ' ' }, smtpPassword: 'x' }, 'smtp.user'],
    ['a folder twice', { imap: { ...imap, folders: ['INBOX', 'inbox'] }, imapPassword: 'x' }, 'imap.folders'], ['a day to come', { imap: { ...imap, importSince: '2199-01-01T00:00:00Z' }, imapPassword: 'x' }, 'imap.importSince'],
  ]
  for (const [name, more, field] of wrong) {
    test(`with ${name} is refused with one sentence`, async () => {
      const { status, body } = await create(more)
      expect(status).toBe(400)
      expect(body.fields[field]).toMatch(/^\S.{10,}[.]$/)
    })
  }

  test('is nothing to another organization, and not to be changed by an agent', async () => {
    const { body } = await create()
    const other = await kontuar.tokenOf('administrator', kontuar.orgB)
    const agent = await kontuar.tokenOf('agent')
    for (const [method, patch] of [['GET', undefined], ['PATCH', { name: 'x' }], ['DELETE', undefined]] as const) expect((await kontuar.ask(method, `/mailboxes/${body.id}`, patch, other)).status).toBe(404)
    expect((await kontuar.ask('POST', '/mailboxes/test', { id: body.id }, other)).status).toBe(404)
    expect((await kontuar.ask('GET', `/mailboxes/${body.id}`, undefined, agent)).status).toBe(200)
    for (const [method, path, patch] of [['PATCH', `/${body.id}`, { name: 'x' }], ['DELETE', `/${body.id}`, undefined], ['POST', '', { name: 'x', address: 'q@kontuar.test' }], ['POST', '/test', { smtp }]] as const) {
      expect((await kontuar.ask(method, `/mailboxes${path}`, patch, agent)).status).toBe(403)
    }
  })
})

describe('the connection test over SMTP', () => {
  const listen = (greet: (socket: import('node:net').Socket) => void) => new Promise<number>((resolve) => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      greet(socket)
    })
    servers.push(server)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
  const tryIt = async (more: object) => (await kontuar.ask('POST', '/mailboxes/test', { smtp: { host: '127.0.0.1', port: door.port, security: 'none', user: '', auth: 'none', ...more }, smtpPassword: 'x' })).body.smtp

  test('names what is wrong', async () => {
    expect(await tryIt({})).toEqual({ ok: true, fault: 'none', detail: 'Connected.' })
    expect(await tryIt({ security: 'starttls' })).toMatchObject({ ok: false, fault: 'certificate' })
    expect(await tryIt({ security: 'tls' })).toMatchObject({ ok: false, fault: 'tls', detail: expect.stringContaining('STARTTLS') })
    expect(await tryIt({ port: 1 })).toMatchObject({ ok: false, fault: 'refused' })
    expect(await tryIt({ host: 'no-such-host.invalid' })).toMatchObject({ ok: false, fault: 'name-not-found' })
    const http = await listen((socket) => socket.end('HTTP/1.1 400 Bad Request\r\nServer: secret banner\r\n\r\n'))
    const answer = await tryIt({ port: http })
    expect(answer).toMatchObject({ ok: false, fault: 'not-that-protocol' })
    expect(answer.detail).not.toContain('secret banner')
  })

  test('gives up in time on a server that says nothing', async () => {
    const silent = { host: '127.0.0.1', port: await listen(() => {}), security: 'none' as const, user: 'x', folders: ['INBOX'] }
    const result = await testConnection(kontuar.platform.db, kontuar.platform.crypto, kontuar.orgA.orgId, { smtp: { ...silent, auth: 'none' }, imap: { ...silent, auth: 'password' }, imapPassword: 'x' }, 300)
    expect(result).toMatchObject({ smtp: { ok: false, fault: 'timeout' }, imap: { ok: false, fault: 'timeout' } })
  })
})

describe('the mailbox named in the environment', () => {
  test('is made once for the first organization, and not again after people retired it', async () => {
    await ensureFirstMailbox(kontuar.platform)
    await ensureFirstMailbox(kontuar.platform)
    const first = (await kontuar.ask('GET', '/mailboxes')).body.items.filter((m: { address: string }) => m.address === 'first@kontuar.test')
    expect(first).toMatchObject([{ smtp: { host: '127.0.0.1', port: 2600, security: 'none', auth: 'none' } }])
    await kontuar.ask('DELETE', `/mailboxes/${first[0].id}`)
    await ensureFirstMailbox(kontuar.platform)
    expect((await kontuar.ask('GET', '/mailboxes')).body.items.some((m: { address: string }) => m.address === 'first@kontuar.test')).toBe(false)
  })

  test.each([
    ['smtp://relay.lan', { host: 'relay.lan', port: 25, security: 'none', user: '', auth: 'none' }, null],
    ['smtp://me%40x.pl:p%3Aw@mail.x.pl', { host: 'mail.x.pl', port: 587, security: 'starttls', user: 'me@x.pl', auth: 'password' }, 'p:w'],
    ['smtps://me:pw@mail.x.pl', { host: 'mail.x.pl', port: 465, security: 'tls', user: 'me', auth: 'password' }, 'pw'],
    ['smtp://me:pw@127.0.0.1:2525?security=none', { host: '127.0.0.1', port: 2525, security: 'none', user: 'me', auth: 'password' }, 'pw'],
  ])('reads %s', (url, settings, password) => expect(readSmtpUrl(url)).toEqual({ settings, password }))
})
