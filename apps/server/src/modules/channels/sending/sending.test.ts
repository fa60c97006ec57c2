// Guards sending: each mail exactly once, refusals told apart, undo and brake, and what is said when nobody can know.
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildTicket } from '../../diary/testing.ts'
import { openDotJournal } from './dot-journal.ts'
import { lockMail } from './ledger.ts'
import { buildSendingMailbox, openSink, type Sink } from './testing.ts'
import { createTries } from './try-mail.ts'

let kontuar: TestKontuar
let sink: Sink
let mailboxId: string
beforeAll(async () => {
  kontuar = await startTestKontuar()
  sink = await openSink()
  mailboxId = await write((tx) => buildSendingMailbox(tx, sink.port))
})
afterAll(async () => {
  await kontuar.stop()
  await sink.close()
})
beforeEach(() => {
  sink.taken.length = 0
  sink.onRecipient = () => null
  sink.onMessage = () => null
})

const write = <T>(work: Parameters<typeof kontuar.platform.db.write<T>>[1]) => kontuar.platform.db.write(kontuar.orgA.orgId, work)
const setMail = (interactionId: string, set: string, ...values: unknown[]) => write((tx) => tx.query(`update outgoing_mail set ${set} where org_id = $1 and interaction_id = $2`, [tx.orgId, interactionId, ...values]))
const outgoingId = (interactionId: string) => write(async (tx) => (await tx.query<{ id: string }>('select id from outgoing_mail where interaction_id = $1', [interactionId]))[0]!.id)
const entryOf = async (id: string) => (await kontuar.ask('GET', `/interactions/${id}`)).body

async function answer(body: object = {}): Promise<{ id: string; ticketId: string }> {
  const { ticketId } = await write((tx) => buildTicket(tx, mailboxId))
  return (await kontuar.ask('POST', `/tickets/${ticketId}/interactions`, { text: 'Odpowiedź', ...body })).body
}

describe('a mail server that refuses', () => {
  test('for good, after the message: failed at once, in its own words', async () => {
    sink.onMessage = () => ({ code: 554, text: 'This looks like spam' })
    const { id } = await answer()
    await kontuar.runJobs()
    expect((await entryOf(id)).delivery).toMatchObject({ state: 'failed', attempts: 1, nextAttemptAt: null, detail: '554 This looks like spam' })
  })
  test('for now: tried again, and sent when it is ready', async () => {
    sink.onMessage = () => ({ code: 451, text: 'Greylisted' })
    const { id } = await answer()
    await kontuar.runJobs()
    const { delivery } = await entryOf(id)
    expect(delivery).toMatchObject({ state: 'pending', attempts: 1, detail: '451 Greylisted' })
    expect(Date.parse(delivery.nextAttemptAt) - Date.now()).toBeGreaterThan(50_000)
    sink.onMessage = () => null
    expect((await kontuar.ask('POST', `/interactions/${id}/resend`)).status).toBe(200)
    await kontuar.runJobs()
    expect(sink.taken).toHaveLength(1)
    expect((await entryOf(id)).delivery.state).toBe('sent')
  })
  test('one recipient: the others have it, the one is named', async () => {
    sink.onRecipient = (address) => (address === 'gone@klient.example' ? { code: 550, text: 'No such user' } : null)
    const { id } = await answer({ cc: [{ name: '', address: 'gone@klient.example' }] })
    await kontuar.runJobs()
    expect(sink.taken.map((m) => m.to)).toEqual([['anna@klient.example']])
    expect((await entryOf(id)).delivery).toMatchObject({ state: 'sent', detail: 'Not taken for gone@klient.example: 550 No such user' })
  })
  test('every recipient: failed', async () => {
    sink.onRecipient = () => ({ code: 550, text: 'No such user' })
    const { id } = await answer()
    await kontuar.runJobs()
    expect((await entryOf(id)).delivery).toMatchObject({ state: 'failed', detail: 'anna@klient.example: 550 No such user' })
    expect(sink.taken).toEqual([])
  })
  test('a recipient for now: only that one is tried again', async () => {
    sink.onRecipient = (address) => (address === 'busy@klient.example' ? { code: 450, text: 'Busy' } : null)
    const { id } = await answer({ cc: [{ name: '', address: 'busy@klient.example' }] })
    await kontuar.runJobs()
    expect((await entryOf(id)).delivery).toMatchObject({ state: 'pending' })
    expect((await kontuar.ask('POST', `/interactions/${id}/cancel`)).body.code).toBe('too-late')
    sink.onRecipient = () => null
    await kontuar.ask('POST', `/interactions/${id}/resend`)
    await kontuar.runJobs()
    expect(sink.taken.map((m) => m.to)).toEqual([['anna@klient.example'], ['busy@klient.example']])
  })
})

test('a server out of reach is named, the mail waits, and the mailbox shows it', async () => {
  const lonely = await write((tx) => buildSendingMailbox(tx, 1))
  const { id } = await answer({ mailboxId: lonely })
  await kontuar.runJobs()
  expect((await entryOf(id)).delivery).toMatchObject({ state: 'pending', detail: expect.stringContaining('ECONNREFUSED') })
  expect((await kontuar.ask('GET', `/mailboxes/${lonely}`)).body.state).toMatchObject({ sending: 'failing', sendingDetail: expect.stringContaining('ECONNREFUSED') })
})

test('STARTTLS that is not offered is not done without', async () => {
  const strict = await write(async (tx) => {
    const id = await buildSendingMailbox(tx, sink.port)
    await tx.query(`update mailbox set smtp = smtp || '{"security": "starttls"}' where org_id = $1 and id = $2`, [tx.orgId, id])
    return id
  })
  const { id } = await answer({ mailboxId: strict })
  await kontuar.runJobs()
  expect(sink.taken).toEqual([])
  expect((await entryOf(id)).delivery.state).toBe('pending')
})

describe('undo', () => {
  test('takes the answer back: nothing leaves, and the ticket is what it was', async () => {
    const { ticketId } = await write((tx) => buildTicket(tx, mailboxId))
    const before = (await kontuar.ask('GET', `/tickets/${ticketId}`)).body
    const { body: { id } } = await kontuar.ask('POST', `/tickets/${ticketId}/interactions`, { text: 'Za szybko', undoSeconds: 30 })
    expect((await kontuar.ask('POST', `/interactions/${id}/cancel`)).body.delivery.state).toBe('cancelled')
    await setMail(id, `send_after = now() - interval '1 minute'`)
    await kontuar.platform.db.write(kontuar.orgA.orgId, async (tx) => tx.enqueue('channels.sendMail', { outgoingId: await outgoingId(id), mailboxId }))
    await kontuar.runJobs()
    expect(sink.taken).toEqual([])
    const after = (await kontuar.ask('GET', `/tickets/${ticketId}`)).body
    expect(after).toMatchObject({ statusCategory: before.statusCategory, assigneeId: before.assigneeId, preview: before.preview, lastDirection: 'in' })
  })
  test('comes too late when the message has left', async () => {
    const { id } = await answer()
    await kontuar.runJobs()
    expect(await kontuar.ask('POST', `/interactions/${id}/cancel`)).toMatchObject({ status: 409, body: { code: 'too-late' } })
  })
  test('against the sender: exactly one of them wins, every time', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => answer()))
    const tries = createTries(kontuar.platform, journalOf())
    const outcomes = await Promise.all(answers.map(async ({ id }) => {
      const mail = await outgoingId(id)
      const [cancelled] = await Promise.all([kontuar.ask('POST', `/interactions/${id}/cancel`), tries.try(kontuar.orgA.orgId, (tx) => lockMail(tx, mail))])
      return { messageId: (await entryOf(id)).messageId as string, cancelled: cancelled.status === 200 }
    }))
    for (const { messageId, cancelled } of outcomes) expect(sink.taken.filter((m) => m.raw.includes(messageId)).length).toBe(cancelled ? 0 : 1)
    await kontuar.runJobs()
    expect(sink.taken).toHaveLength(outcomes.filter((o) => !o.cancelled).length)
  })
})

test('the brake holds every mail, and its release sends them', async () => {
  await write((tx) => tx.query('update org set outgoing_paused = true where id = $1', [tx.orgId]))
  const { id } = await answer()
  await kontuar.runJobs()
  expect(sink.taken).toEqual([])
  await write((tx) => tx.query('update org set outgoing_paused = false where id = $1', [tx.orgId]))
  await setMail(id, `send_after = now() - interval '1 minute'`)
  await write(async (tx) => tx.enqueue('channels.sweepOutgoing', {}))
  await kontuar.runJobs()
  expect(sink.taken).toHaveLength(1)
})

test('eight processes that reach for twenty mails send each once', async () => {
  const mails = await Promise.all((await Promise.all(Array.from({ length: 20 }, () => answer()))).map(({ id }) => outgoingId(id)))
  const processes = Array.from({ length: 8 }, () => createTries(kontuar.platform, journalOf()))
  await Promise.all(processes.flatMap((p) => mails.map((mail) => p.try(kontuar.orgA.orgId, (tx) => lockMail(tx, mail)))))
  expect(sink.taken).toHaveLength(20)
  expect(new Set(sink.taken.map((m) => /^Message-ID: (.*)$/im.exec(m.raw)![1])).size).toBe(20)
})

describe('a process that died at a mail', () => {
  /** The ledger as a killed process leaves it: name of a process number nobody has, of this boot. */
  async function leaveBehind(id: string, state: 'sending' | 'committing', dotLeft: boolean): Promise<string> {
    const claim = randomUUID()
    const [place] = journalOf()().name.split('_')
    const name = `${place}_4194304_1_${randomUUID()}`
    mkdirSync(join(kontuar.platform.config.dataDir, 'sending'), { recursive: true })
    writeFileSync(join(kontuar.platform.config.dataDir, 'sending', name), dotLeft ? `${claim}\n` : '')
    await setMail(id, `state = $3, claim = $4, claimed_by = $5, claimed_at = now() - interval '5 seconds', attempts = 1`, state, claim, name)
    return name
  }
  test('before the dot: it is sent', async () => {
    const { id } = await answer()
    await leaveBehind(id, 'sending', false)
    await kontuar.runJobs()
    expect(sink.taken).toHaveLength(1)
    expect((await entryOf(id)).delivery).toMatchObject({ state: 'sent', attempts: 2 })
  })
  test('between commit and dot: it is sent', async () => {
    const { id } = await answer()
    await leaveBehind(id, 'committing', false)
    await kontuar.runJobs()
    expect(sink.taken).toHaveLength(1)
  })
  test('after the dot: uncertain, not sent by itself, sent when a person says so', async () => {
    const { id } = await answer()
    await leaveBehind(id, 'committing', true)
    await kontuar.runJobs()
    expect(sink.taken).toEqual([])
    expect((await entryOf(id)).delivery).toMatchObject({ state: 'uncertain', detail: expect.stringContaining('may have been sent') })
    await kontuar.ask('POST', `/interactions/${id}/resend`)
    await kontuar.runJobs()
    expect(sink.taken).toHaveLength(1)
  })
  test('of another boot: nobody knows, so it is uncertain once no answer can come', async () => {
    const { id } = await answer()
    await leaveBehind(id, 'committing', false)
    await setMail(id, `claimed_by = 'otherboot.1_1_1_x'`)
    await kontuar.runJobs()
    expect((await entryOf(id)).delivery.state).toBe('sending')
    await setMail(id, `claimed_at = now() - interval '1 hour'`)
    await write(async (tx) => tx.enqueue('channels.sendMail', { outgoingId: await outgoingId(id), mailboxId }))
    await kontuar.runJobs()
    expect((await entryOf(id)).delivery.state).toBe('uncertain')
    expect(sink.taken).toEqual([])
  })
})

test('a connection lost after the dot leaves the mail uncertain', async () => {
  const mute = await openSink({ onData(stream) { stream.resume().on('end', () => mute.drop()) } })
  const box = await write((tx) => buildSendingMailbox(tx, mute.port))
  const { id } = await answer({ mailboxId: box })
  await kontuar.runJobs()
  expect((await entryOf(id)).delivery).toMatchObject({ state: 'uncertain', detail: expect.stringContaining('before the server confirmed it') })
  await mute.close()
})

test('a mail taken over by another process does not leave by the first one', async () => {
  const { id } = await answer()
  const mail = await outgoingId(id)
  sink.onRecipient = () => null
  const tries = createTries({ ...kontuar.platform, db: { ...kontuar.platform.db, write: async (orgId, work) => {
    const result = await kontuar.platform.db.write(orgId, work)
    await setMail(id, `claim = gen_random_uuid() `)
    return result
  } } }, journalOf())
  await tries.try(kontuar.orgA.orgId, (tx) => lockMail(tx, mail))
  expect(sink.taken).toEqual([])
})

test('one connection serves several mails', async () => {
  const own = await openSink()
  const box = await write((tx) => buildSendingMailbox(tx, own.port))
  for (let i = 0; i < 5; i++) await answer({ mailboxId: box })
  await kontuar.runJobs()
  expect(own.taken).toHaveLength(5)
  expect(own.connections).toBeLessThan(5)
  await own.close()
})

test('the other organization can neither undo nor repeat', async () => {
  const { id } = await answer({ undoSeconds: 30 })
  const token = await kontuar.tokenOf('administrator', kontuar.orgB)
  for (const act of ['cancel', 'resend']) expect((await kontuar.ask('POST', `/interactions/${id}/${act}`, undefined, token)).status).toBe(404)
  const observer = await kontuar.tokenOf('observer')
  for (const act of ['cancel', 'resend']) expect((await kontuar.ask('POST', `/interactions/${id}/${act}`, undefined, observer)).status).toBe(403)
})

function journalOf() {
  const journal = openDotJournal(kontuar.platform.config.dataDir)
  return () => journal
}

test('the journal has one line for each dot', async () => {
  const journal = openDotJournal(kontuar.platform.config.dataDir)
  const claims = Array.from({ length: 100 }, () => randomUUID())
  for (const claim of claims) journal.note(claim)
  expect(readFileSync(join(kontuar.platform.config.dataDir, 'sending', journal.name), 'utf8').trim().split('\n')).toEqual(claims)
})
