// Guards fetching by IMAP against a real server: no mail is missed or doubled, whatever happens to numbers and
// connections, nothing is marked as read, and what is wrong is said.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildMail } from '../testing.ts'
import { startImap, type ImapService } from './start-imap.ts'
import { startDovecot, until, whyNoDovecot, type TestDovecot } from './testing-dovecot.ts'

const missing = whyNoDovecot()

describe.skipIf(missing !== null)(missing ?? 'fetching by IMAP', () => {
  let kontuar: TestKontuar
  let dovecot: TestDovecot
  let service: ImapService
  let users = 0

  beforeAll(async () => {
    kontuar = await startTestKontuar({ KONTUAR_MAX_MAIL_MB: '1' })
    dovecot = await startDovecot()
    service = await startImap(kontuar.platform, { otherFoldersMs: 100, pollMs: 100, lookAgainMs: 60_000 })
  })
  afterAll(async () => {
    await service?.stop()
    await dovecot?.stop()
    await kontuar?.stop()
  })

  const settings = (user: string, more: object = {}) => ({ host: '127.0.0.1', port: dovecot.port, security: 'none', user, auth: 'password', folders: ['INBOX'], ...more })

  async function connect(more: object = {}, password = 'secret') {
    const user = `user${++users}`
    const created = await kontuar.ask('POST', '/mailboxes', { name: 'Office', address: `${user}@kontuar.test`, imap: settings(user, more), imapPassword: password })
    expect(created.status).toBe(201)
    return { user, id: created.body.id as string }
  }
  const put = async (user: string, folder: string, ...mails: (string | Buffer)[]) => {
    const client = await dovecot.client(user)
    if (folder !== 'INBOX') await client.mailboxCreate(folder).catch(() => {})
    for (const mail of mails) await client.append(folder, Buffer.from(mail))
    await client.logout()
  }
  const deliveries = (mailboxId: string) => kontuar.platform.db.read(kontuar.orgA.orgId, (tx) => tx.query<{ raw: Buffer; state: string; reason: string; size: number; received_at: Date }>(
    `select c.raw, d.state, d.reason, c.size, d.received_at from mail_delivery d join mail_content c on c.org_id = d.org_id and c.id = d.content_id where d.org_id = $1 and d.mailbox_id = $2 order by d.id`,
    [kontuar.orgA.orgId, mailboxId]))
  const state = async (id: string) => (await kontuar.ask('GET', `/mailboxes/${id}`)).body.state
  const count = (id: string, n: number) => until(async () => (await deliveries(id)).length >= n)

  test('takes what arrived today and what arrives from now on, byte for byte, and marks nothing as read', async () => {
    const mail = buildMail({ Subject: 'Before' })
    const user = `user${users + 1}`
    await put(user, 'INBOX', mail)
    const { id } = await connect()
    await count(id, 1)
    expect((await deliveries(id))[0]!.raw.toString()).toBe(mail)
    await until(async () => (await state(id)).intake === 'connected')
    await put(user, 'INBOX', buildMail({ Subject: 'While idling' }))
    await count(id, 2)
    const client = await dovecot.client(user)
    await client.mailboxOpen('INBOX')
    for (const { flags } of await client.fetchAll('1:*', { flags: true })) expect([...flags!]).not.toContain('\\Seen')
    await client.logout()
  })

  test('does not take what is older than wanted', async () => {
    const user = `user${users + 1}`
    const client = await dovecot.client(user)
    await client.append('INBOX', Buffer.from(buildMail({ Subject: 'Old' })), [], new Date(Date.now() - 10 * 86_400_000))
    await client.append('INBOX', Buffer.from(buildMail({ Subject: 'Wanted' })), [], new Date(Date.now() - 5 * 86_400_000))
    await client.logout()
    const { id } = await connect({ importSince: new Date(Date.now() - 6 * 86_400_000).toISOString() })
    await count(id, 1)
    const [only, ...others] = await deliveries(id)
    expect(others).toEqual([])
    expect(only!.raw.toString()).toContain('Wanted')
    expect(Math.abs(only!.received_at.getTime() - (Date.now() - 5 * 86_400_000))).toBeLessThan(3_600_000)
  })

  test('looks into several folders, and takes a mail that lies in two of them once', async () => {
    const user = `user${users + 1}`
    const twice = buildMail({ Subject: 'In both' })
    await put(user, 'INBOX', twice)
    await put(user, 'Zgłoszenia', twice, buildMail({ Subject: 'Only there' }))
    const { id } = await connect({ folders: ['INBOX', 'Zgłoszenia'] })
    await count(id, 2)
    await until(async () => (await state(id)).intake === 'connected')
    await put(user, 'Zgłoszenia', buildMail({ Subject: 'Later there' }))
    await count(id, 3)
    expect((await deliveries(id)).length).toBe(3)
  })

  test('recognises everything when the server numbers its mails anew', async () => {
    const { user, id } = await connect()
    await put(user, 'INBOX', buildMail({ Subject: 'One' }), buildMail({ Subject: 'Two' }))
    await count(id, 2)
    const cursor = () => kontuar.platform.db.read(kontuar.orgA.orgId, (tx) => tx.query<{ uid_validity: number; last_uid: number }>('select uid_validity, last_uid from imap_cursor where org_id = $1 and mailbox_id = $2', [kontuar.orgA.orgId, id]))
    const [before] = await cursor()
    await dovecot.kill()
    dovecot.renumber(user, 'INBOX')
    await dovecot.start()
    await put(user, 'INBOX', buildMail({ Subject: 'Three' }))
    await count(id, 3)
    expect(await deliveries(id)).toHaveLength(3)
    expect((await cursor())[0]!.uid_validity).not.toBe(before!.uid_validity)
  })

  test('comes back after the server was gone, and says meanwhile what is wrong', async () => {
    const { user, id } = await connect()
    await until(async () => (await state(id)).intake === 'connected')
    await dovecot.kill()
    await until(async () => (await state(id)).intake === 'failing')
    expect((await state(id)).intakeDetail).toMatch(/Nothing answers at 127\.0\.0\.1/)
    await dovecot.start()
    await put(user, 'INBOX', buildMail({ Subject: 'After the cut' }))
    await count(id, 1)
    await until(async () => (await state(id)).intake === 'connected')
    expect((await state(id)).intakeDetail).toBeNull()
  })

  test('says that the password is wrong, and goes on at once when it is corrected', async () => {
    const { id } = await connect({}, 'wrong')
    await until(async () => (await state(id)).intake === 'failing')
    expect((await state(id)).intakeDetail).toMatch(/does not accept this user and password/)
    await kontuar.ask('PATCH', `/mailboxes/${id}`, { imapPassword: 'secret' })
    await until(async () => (await state(id)).intake === 'connected')
  })

  test('parks what is too large with its headers, and goes on with the next', async () => {
    const { user, id } = await connect()
    await put(user, 'INBOX', buildMail({ Subject: 'Too large' }, 'x'.repeat(76).concat('\r\n').repeat(20_000)), buildMail({ Subject: 'Large' }, 'y'.repeat(76).concat('\r\n').repeat(5000)), buildMail({ Subject: 'Small' }))
    await count(id, 3)
    const [tooLarge, large, small] = await deliveries(id)
    expect(tooLarge).toMatchObject({ state: 'parked', reason: expect.stringMatching(/2 MB, more than the 1 MB/) })
    expect(tooLarge!.raw.toString()).toContain('Subject: Too large')
    expect(large).toMatchObject({ state: 'received', raw: null })
    expect(small!.state).toBe('received')
    const { body } = await kontuar.ask('GET', '/parked')
    expect(body.items[0]).toMatchObject({ subjectGuess: 'Too large', source: 'imap' })
  })

  test('two processes that watch the same mailbox store each mail once', async () => {
    const other = await startImap(kontuar.platform, { otherFoldersMs: 100, pollMs: 100, lookAgainMs: 60_000 })
    const { user, id } = await connect()
    await put(user, 'INBOX', buildMail({ Subject: 'Once' }))
    await count(id, 1)
    await other.stop()
    await put(user, 'INBOX', buildMail({ Subject: 'Next' }))
    // Whoever held the lock: a change makes the other look again.
    await kontuar.ask('PATCH', `/mailboxes/${id}`, { name: 'Renamed' })
    await count(id, 2)
    expect(await deliveries(id)).toHaveLength(2)
  })

  test('stops fetching when the mailbox is retired', async () => {
    const { user, id } = await connect()
    await until(async () => (await state(id)).intake === 'connected')
    await kontuar.ask('DELETE', `/mailboxes/${id}`)
    const { id: next } = await connect()
    await until(async () => (await state(next)).intake === 'connected')
    await put(user, 'INBOX', buildMail({ Subject: 'Too late' }))
    expect(await deliveries(id)).toEqual([])
  })

  test('names the fault of settings before they are saved', async () => {
    const user = `user${++users}`
    const tryIt = async (more: object, password = 'secret') => (await kontuar.ask('POST', '/mailboxes/test', { imap: settings(user, more), imapPassword: password })).body.imap
    expect(await tryIt({})).toMatchObject({ ok: true, fault: 'none', folders: ['INBOX'] })
    expect(await tryIt({ folders: ['Nowhere'] })).toMatchObject({ ok: false, fault: 'folder-not-found', folders: ['INBOX'] })
    expect(await tryIt({}, 'wrong')).toMatchObject({ ok: false, fault: 'credentials' })
    expect(await tryIt({ security: 'starttls' })).toMatchObject({ ok: false, fault: 'certificate' })
    expect(await tryIt({ security: 'tls' })).toMatchObject({ ok: false, fault: 'tls' })
    expect(await tryIt({ port: 1 })).toMatchObject({ ok: false, fault: 'refused' })
    expect(await tryIt({ host: '169.254.169.254' })).toMatchObject({ ok: false, fault: 'not-allowed-host' })
  })
})
