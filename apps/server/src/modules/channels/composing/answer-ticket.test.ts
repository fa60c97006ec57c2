// Guards the road of an answer: from POST /tickets/:id/interactions to the bytes a mail server takes, and what the
// diary and the ticket say afterwards.
import { readMail } from '@kontuar/mime'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildMessage, buildTicket } from '../../diary/testing.ts'
import { receiveMessages } from '../../diary/index.ts'
import { buildSendingMailbox, openSink, type Sink } from '../sending/testing.ts'
import { readBodyMarker, readReplyAddress } from '../sending/rules/reply-address.ts'

let kontuar: TestKontuar
let sink: Sink
beforeAll(async () => {
  kontuar = await startTestKontuar()
  sink = await openSink()
})
afterAll(async () => {
  await kontuar.stop()
  await sink.close()
})
beforeEach(async () => {
  await kontuar.runJobs()
  sink.taken.length = 0
})

const write = <T>(work: Parameters<typeof kontuar.platform.db.write<T>>[1]) => kontuar.platform.db.write(kontuar.orgA.orgId, work)
const answer = (ticketId: string, body: object, token?: string) => kontuar.ask('POST', `/tickets/${ticketId}/interactions`, body, token)

async function prepare(given: Parameters<typeof buildTicket>[2] = {}, mailbox: Parameters<typeof buildSendingMailbox>[2] = {}) {
  return write(async (tx) => {
    const mailboxId = await buildSendingMailbox(tx, sink.port, mailbox)
    return { mailboxId, ...(await buildTicket(tx, mailboxId, given)) }
  })
}

describe('an answer', () => {
  test('reaches the customer, in the same thread, and the entry says that it was sent', async () => {
    const ticket = await prepare({ subject: 'Reklamacja butów', text: 'Buty się rozpadły.\nAnna' })
    const { status, body } = await answer(ticket.ticketId, { text: 'Przepraszamy, wymienimy je.' })
    expect(status).toBe(201)
    expect(body).toMatchObject({ kind: 'message', direction: 'out', subject: 'Re: Reklamacja butów', to: [{ address: 'anna@klient.example' }], delivery: { state: 'pending' }, inReplyTo: ticket.messageId })
    await kontuar.runJobs()
    expect(sink.taken).toHaveLength(1)
    const mail = await readMail(Buffer.from(sink.taken[0]!.raw, 'latin1'))
    expect(sink.taken[0]!.to).toEqual(['anna@klient.example'])
    expect(mail).toMatchObject({ messageId: body.messageId, inReplyTo: [ticket.messageId], references: [ticket.messageId], subject: 'Re: Reklamacja butów' })
    expect(mail.text).toContain('Przepraszamy, wymienimy je.')
    expect(mail.text).toMatch(/Dnia .+ Anna Nowak <anna@klient\.example> napisał\(a\):\s+> Buty się rozpadły\.\s+> Anna/)
    expect(mail.html).toContain('wymienimy')
    expect(readBodyMarker(kontuar.platform.crypto, kontuar.orgA.orgId, mail.text)).toBe(ticket.ticketNumber)

    const entry = (await kontuar.ask('GET', `/interactions/${body.id}`)).body
    expect(entry).toMatchObject({ delivery: { state: 'sent', attempts: 1 }, visibleText: 'Przepraszamy, wymienimy je.', hasRaw: true })
    const after = (await kontuar.ask('GET', `/tickets/${ticket.ticketId}`)).body
    expect(after).toMatchObject({ statusCategory: 'waiting', assigneeId: kontuar.orgA.staff.administrator.staffId, lastDirection: 'out', preview: 'Przepraszamy, wymienimy je.' })
  })
})

const oneMail = async () => {
  await kontuar.runJobs()
  expect(sink.taken).toHaveLength(1)
  return { envelope: sink.taken[0]!, raw: sink.taken[0]!.raw, mail: await readMail(Buffer.from(sink.taken[0]!.raw, 'latin1')) }
}
const headersOf = (raw: string) => raw.slice(0, raw.indexOf('\r\n\r\n'))

describe('whom an answer goes to', () => {
  test('Reply-To before From', async () => {
    const { ticketId } = await prepare({ recipients: { to: [], cc: [], bcc: [], replyTo: [{ name: 'Biuro Anny', address: 'biuro@anna.example' }] } })
    expect((await answer(ticketId, { text: 'x' })).body.to).toEqual([{ name: 'Biuro Anny', address: 'biuro@anna.example' }])
  })
  test('never our own address, though "answer all" brings it along', async () => {
    const { ticketId } = await prepare({}, { address: 'biuro@nasz.example' })
    const { body } = await answer(ticketId, { text: 'x', to: [{ name: '', address: 'anna@klient.example' }, { name: '', address: 'BIURO@nasz.example' }], cc: [{ name: '', address: 'jan@klient.example' }, { name: '', address: 'Anna@klient.example' }] })
    expect(body).toMatchObject({ to: [{ address: 'anna@klient.example' }], cc: [{ address: 'jan@klient.example' }] })
    expect((await answer(ticketId, { text: 'x', to: [{ name: '', address: 'biuro@nasz.example' }] })).body.code).toBe('cannot-do')
  })
  test('not a robot by itself, but one whose address was written', async () => {
    const { ticketId } = await prepare({ from: { name: 'Sklep', address: 'noreply@sklep.example' } })
    expect((await answer(ticketId, { text: 'x' })).body).toMatchObject({ code: 'cannot-do', fields: { to: 'is needed' } })
    expect((await answer(ticketId, { text: 'x', to: [{ name: '', address: 'noreply@sklep.example' }] })).status).toBe(201)
  })
  test('Bcc stands in the envelope alone', async () => {
    const { ticketId } = await prepare()
    await answer(ticketId, { text: 'x', bcc: [{ name: '', address: 'szef@ukryty.example' }] })
    const { envelope, raw } = await oneMail()
    expect(envelope.to).toEqual(['anna@klient.example', 'szef@ukryty.example'])
    expect(raw).not.toContain('ukryty')
  })
  test('ten thousand recipients are refused, and nothing is stored', async () => {
    const { ticketId } = await prepare()
    const { status, body } = await answer(ticketId, { text: 'x', to: Array.from({ length: 10_000 }, (_, i) => ({ name: '', address: `a${i}@x.example` })) })
    expect([status, body.code]).toEqual([400, 'invalid-input'])
    expect((await kontuar.ask('GET', `/tickets/${ticketId}/interactions`)).body.items).toHaveLength(1)
  })
  test.each(['anna', 'anna@', '@x.pl', 'a@b.pl>\r\nRCPT TO:<c@d.pl', 'a b@c.pl', 'a@b.pl, c@d.pl', '"a"@b.pl', 'a@[127.0.0.1]', 'a@b.pl\n', '\u0000@b.pl'])('the address %j is refused by name', async (address) => {
    const { ticketId } = await prepare()
    const { body } = await answer(ticketId, { text: 'x', to: [{ name: '', address }] })
    // A line end around the address is cut off; inside it is refused.
    if (address.trim() === 'a@b.pl') expect(body.to).toEqual([{ name: '', address: 'a@b.pl' }])
    else expect(body).toMatchObject({ code: 'invalid-input', fields: { to: 'is not an e-mail address' } })
  })
})

describe('the mail itself', () => {
  test('cannot be given headers through names, subject or file names', async () => {
    const { ticketId } = await prepare({}, { name: 'Salon\r\nX-Evil: 1' })
    await answer(ticketId, { text: 'x', subject: 'Temat\r\nBcc: evil@evil.example\u2028X-Evil: 2', to: [{ name: 'Anna\r\nX-Evil: 3\r\n\r\n<script>', address: 'anna@klient.example' }] })
    const { envelope, raw, mail } = await oneMail()
    expect(headersOf(raw)).not.toMatch(/^(x-evil|bcc):/im)
    expect(envelope.to).toEqual(['anna@klient.example'])
    expect(mail.subject).toBe('Temat Bcc: evil@evil.example X-Evil: 2')
  })
  test('names us for loops, is no automatic mail, keeps lines short and lets nothing but ASCII into headers', async () => {
    const { ticketId } = await prepare({ subject: 'Łódź: zażółć gęślą jaźń '.repeat(8) }, { name: 'Салон «Роза»' })
    await answer(ticketId, { text: 'Zażółć gęślą jaźń. '.repeat(300) })
    const { raw, mail } = await oneMail()
    expect(headersOf(raw)).toMatch(/^X-Kontuar-Loop: biuro-\w+@salon\.example$/im)
    expect(headersOf(raw)).not.toMatch(/^Auto-Submitted/im)
    expect(headersOf(raw)).toMatch(/^[\x00-\x7f]*$/)
    expect(Math.max(...raw.split('\r\n').map((l) => l.length))).toBeLessThanOrEqual(998)
    expect(mail.from.name).toBe('Салон «Роза»')
    expect(mail.text).toContain('Zażółć gęślą jaźń. Zażółć')
  })
  test('refers to the whole thread, newest last, at most twenty', async () => {
    const ticket = await prepare({ messageId: 'm0@klient.example' })
    await write(async (tx) => {
      for (let i = 1; i < 30; i++) await receiveMessages(tx, [await buildMessage(tx, ticket.mailboxId, { messageId: `m${i}@klient.example`, inReplyTo: [`m${i - 1}@klient.example`], at: new Date(Date.now() + i) })])
    })
    await answer(ticket.ticketId, { text: 'x' })
    const { mail } = await oneMail()
    expect(mail.inReplyTo).toEqual(['m29@klient.example'])
    expect(mail.references).toHaveLength(20)
    expect([mail.references[0], mail.references.at(-1)]).toEqual(['m0@klient.example', 'm29@klient.example'])
  })
  test('carries signatures once, the marker, and the tagged reply address', async () => {
    const ticket = await prepare({}, { signatureHtml: '<p>Salon Róża, tel. 123</p>', replyTagging: true, address: 'tagged@nasz.example' })
    await write((tx) => tx.query('update staff set signature_html = $2 where id = $1', [kontuar.orgA.staff.administrator.staffId, '<b>Ewa</b><script>alert(1)</script>']))
    await answer(ticket.ticketId, { html: '<p>Tak.</p><p>Salon Róża, tel. 123</p>' })
    await write((tx) => tx.query(`update staff set signature_html = '' where id = $1`, [kontuar.orgA.staff.administrator.staffId]))
    const { raw, mail } = await oneMail()
    expect(mail.text.match(/Salon Róża, tel\. 123/g)).toHaveLength(1)
    expect(mail.text).toContain('Ewa')
    expect(mail.html).not.toContain('alert(1)')
    expect(readReplyAddress(kontuar.platform.crypto, kontuar.orgA.orgId, mail.replyTo.map((a) => a.address))).toBe(ticket.ticketNumber)
    expect(raw).toContain(`[#${ticket.ticketNumber}-`)
  })
  test('takes pasted pictures and attachments along', async () => {
    const { ticketId } = await prepare()
    const picture = await upload('obraz.png', 'image/png', Buffer.from('89504e470d0a1a0a', 'hex'))
    const paper = await upload('Umowa „żółta”.pdf', 'application/pdf', Buffer.from('%PDF-1.4 treść'))
    const { body } = await answer(ticketId, { html: `<p>Patrz: <img src="/api/v1/files/${picture.id}" onerror="x()"></p>`, attachmentIds: [paper.id] })
    expect(body.attachments).toMatchObject([{ name: 'obraz.png', inline: true, contentId: `${picture.id}@kontuar` }, { name: 'Umowa „żółta”.pdf', inline: false }])
    const { mail } = await oneMail()
    expect(mail.html).toContain(`cid:${picture.id}@kontuar`)
    expect(mail.html).not.toContain('onerror')
    expect(mail.attachments.map((a) => [a.name, a.inline, Buffer.from(a.content).toString()])).toEqual([['obraz.png', true, Buffer.from('89504e470d0a1a0a', 'hex').toString()], ['Umowa „żółta”.pdf', false, '%PDF-1.4 treść']])
    const shown = await kontuar.ask('GET', `/attachments/${body.attachments[0].id}`)
    expect(shown.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'content-security-policy': expect.stringContaining('sandbox') })
  })
  test('a file of a colleague, or one that is not there, is refused', async () => {
    const { ticketId } = await prepare()
    const theirs = await upload('a.txt', 'text/plain', Buffer.from('a'))
    for (const id of [theirs.id, '01900000-0000-7000-8000-000000000000', 'x']) {
      expect((await answer(ticketId, { text: 'x', attachmentIds: [id] }, await kontuar.tokenOf('agent'))).body.code).toBe('invalid-input')
    }
    expect((await kontuar.ask('GET', `/files/${theirs.id}`, undefined, await kontuar.tokenOf('agent'))).status).toBe(404)
    expect((await kontuar.ask('GET', `/files/${theirs.id}`)).text).toBe('a')
  })
  test('may be two million letters of HTML, hostile or not', async () => {
    const { ticketId } = await prepare()
    expect((await answer(ticketId, { html: `<p>${'<b>x</b>'.repeat(200_000)}</p>` })).status).toBe(201)
    expect((await answer(ticketId, { html: `${'<div>'.repeat(300_000)}tekst` })).status).toBe(201)
    expect((await answer(ticketId, { html: 'x'.repeat(2_000_001) })).body.code).toBe('invalid-input')
  })
  test('whose original is kept and can be downloaded byte for byte', async () => {
    const { ticketId } = await prepare()
    const { body } = await answer(ticketId, { text: 'Treść' })
    const { raw } = await oneMail()
    const rows = await write((tx) => tx.query<{ raw: Buffer }>('select c.raw from mail_content c join interaction i on i.content_id = c.id where i.id = $1', [body.id]))
    expect(rows[0]!.raw.toString('latin1').trimEnd()).toBe(raw.trimEnd())
  })
})

describe('what an answer does to its ticket', () => {
  test.each([[{ status: 'open' }, 'open'], [{ status: 'closed' }, 'closed'], [{}, 'waiting']])('with %j it is %s', async (given, expected) => {
    const { ticketId } = await prepare()
    await answer(ticketId, { text: 'x', ...given })
    expect((await kontuar.ask('GET', `/tickets/${ticketId}`)).body.statusCategory).toBe(expected)
  })
  test('a note adds, and changes nothing', async () => {
    const { ticketId } = await prepare()
    const before = (await kontuar.ask('GET', `/tickets/${ticketId}`)).body
    const { body } = await answer(ticketId, { kind: 'note', text: 'Dzwonić po 15.' })
    expect(body).toMatchObject({ kind: 'note', direction: 'internal', delivery: null, to: [] })
    expect((await kontuar.ask('GET', `/tickets/${ticketId}`)).body).toMatchObject({ statusCategory: 'new', assigneeId: null, lastDirection: 'in', preview: before.preview, interactionCount: 2 })
    await kontuar.runJobs()
    expect(sink.taken).toEqual([])
  })
  test('the one who answers first has it, and keeps it', async () => {
    const { ticketId } = await prepare()
    await answer(ticketId, { text: 'x' }, await kontuar.tokenOf('agent'))
    await answer(ticketId, { text: 'y' })
    expect((await kontuar.ask('GET', `/tickets/${ticketId}`)).body.assigneeId).toBe(kontuar.orgA.staff.agent.staffId)
  })
})

describe('refused, with nothing stored', () => {
  test.each([[{}], [{ text: ' \n ' }], [{ html: '<p> </p><script>x</script>' }], [{ text: 'x', kind: 'note', direction: 'out' }]])('%j', async (body) => {
    const { ticketId } = await prepare()
    expect((await answer(ticketId, body)).body.code).toBe('invalid-input')
    expect((await kontuar.ask('GET', `/tickets/${ticketId}/interactions`)).body.items).toHaveLength(1)
  })
  test('a mailbox without a way to send', async () => {
    const { ticketId, mailboxId } = await prepare()
    await write((tx) => tx.query('update mailbox set smtp = null where org_id = $1 and id = $2', [tx.orgId, mailboxId]))
    expect((await answer(ticketId, { text: 'x' })).body).toMatchObject({ code: 'cannot-do', detail: expect.stringContaining('no way to send') })
    expect((await answer(ticketId, { text: 'x', mailboxId: '01900000-0000-7000-8000-000000000000' })).body.code).toBe('invalid-input')
  })
  test('the other organization, an observer, nobody', async () => {
    const { ticketId, mailboxId } = await prepare()
    const other = await kontuar.tokenOf('administrator', kontuar.orgB)
    expect((await answer(ticketId, { text: 'x' }, other)).status).toBe(404)
    expect((await kontuar.ask('POST', '/tickets', { text: 'x', to: [{ name: '', address: 'a@b.pl' }], subject: 'x', mailboxId }, other)).body.code).toBe('invalid-input')
    expect((await kontuar.ask('GET', `/tickets/${ticketId}/draft`, undefined, other)).status).toBe(404)
    expect((await answer(ticketId, { text: 'x' }, await kontuar.tokenOf('observer'))).status).toBe(403)
    expect((await kontuar.ask('POST', `/tickets/${ticketId}/interactions`, { text: 'x' }, null)).status).toBe(401)
  })
})

test('a ticket can begin with us', async () => {
  const { mailboxId } = await prepare()
  const { status, body } = await kontuar.ask('POST', '/tickets', { mailboxId, to: [{ name: 'Jan', address: 'jan@nowy.example' }], subject: 'Państwa rezerwacja', text: 'Potwierdzamy termin.' })
  expect(status).toBe(201)
  expect(body).toMatchObject({ subject: 'Państwa rezerwacja', statusCategory: 'waiting', interactionCount: 1, customer: { name: 'Jan', address: 'jan@nowy.example' } })
  const { mail } = await oneMail()
  expect(mail).toMatchObject({ subject: 'Państwa rezerwacja', inReplyTo: [], references: [] })
})

describe('a draft', () => {
  const draft = { html: '<p>Zaczęte</p>', to: [], cc: [], bcc: [], kind: 'message', attachments: [] }
  test('is one’s own, is replaced, and goes with the answer', async () => {
    const { ticketId } = await prepare()
    expect((await kontuar.ask('GET', `/tickets/${ticketId}/draft`)).body).toBeNull()
    await kontuar.ask('PUT', `/tickets/${ticketId}/draft`, draft)
    expect((await kontuar.ask('PUT', `/tickets/${ticketId}/draft`, { ...draft, html: 'a\u0000b' })).body.html).toBe('ab')
    expect((await kontuar.ask('GET', `/tickets/${ticketId}/draft`, undefined, await kontuar.tokenOf('agent'))).body).toBeNull()
    await answer(ticketId, { text: 'x' })
    expect((await kontuar.ask('GET', `/tickets/${ticketId}/draft`)).body).toBeNull()
  })
  test('can be thrown away', async () => {
    const { ticketId } = await prepare()
    await kontuar.ask('PUT', `/tickets/${ticketId}/draft`, draft)
    expect((await kontuar.ask('DELETE', `/tickets/${ticketId}/draft`)).body).toEqual({ ok: true })
    expect((await kontuar.ask('GET', `/tickets/${ticketId}/draft`)).body).toBeNull()
  })
})

async function upload(name: string, type: string, bytes: Buffer) {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), name)
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  const answer = await kontuar.inject({ method: 'POST', url: '/api/v1/files', headers: { authorization: `Bearer ${await kontuar.tokenOf('administrator')}`, 'content-type': request.headers.get('content-type')! }, payload: Buffer.from(await request.arrayBuffer()) })
  expect(answer.statusCode).toBe(201)
  return answer.json() as { id: string; sha256: string }
}
