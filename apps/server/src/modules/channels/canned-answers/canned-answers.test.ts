// Guards canned answers: private ones are nobody else's, shared ones are changed by those who may, and what is filled in is safe.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { buildMailbox, buildTicket } from '../../diary/testing.ts'
import { buildStaff, buildToken } from '../../identity/testing.ts'

let kontuar: TestKontuar
let agent: string
let other: string
let ticketId: string
beforeAll(async () => {
  kontuar = await startTestKontuar()
  agent = await kontuar.tokenOf('agent')
  other = await buildToken(kontuar.platform.db, kontuar.orgA.orgId, await buildStaff(kontuar.platform.db, kontuar.orgA.orgId, 'agent', 'other@desk.example'))
  ticketId = (await write(async (tx) => buildTicket(tx, await buildMailbox(tx), { subject: 'Buty <b>& spółka</b>', from: { name: 'Nowak, Anna', address: 'anna@klient.example' }, language: 'pl' }))).ticketId
})
afterAll(() => kontuar.stop())

const write: <T>(work: Parameters<typeof kontuar.platform.db.write<T>>[1]) => Promise<T> = (work) => kontuar.platform.db.write(kontuar.orgA.orgId, work)
const save = (body: object, token = agent) => kontuar.ask('POST', '/canned-answers', { name: 'Powitanie', texts: { pl: '<p>Dzień dobry</p>' }, ...body }, token)
const fill = (id: string, ticket: string | null = ticketId, token = agent) => kontuar.ask('GET', `/canned-answers/${id}/filled${ticket === null ? '' : `?ticketId=${ticket}`}`, undefined, token)

describe('a private answer', () => {
  test('is its owner\'s alone: others do not see, change, remove or fill it, a manager neither', async () => {
    const { status, body } = await save({ name: 'Moje' })
    expect([status, body.sharing, body.ownerId]).toEqual([201, 'private', kontuar.orgA.staff.agent.staffId])
    for (const token of [other, await kontuar.tokenOf('manager')]) {
      expect((await kontuar.ask('GET', '/canned-answers', undefined, token)).text).not.toContain(body.id)
      expect((await kontuar.ask('PATCH', `/canned-answers/${body.id}`, { name: 'x' }, token)).status).toBe(404)
      expect((await kontuar.ask('DELETE', `/canned-answers/${body.id}`, undefined, token)).status).toBe(404)
      expect((await fill(body.id, ticketId, token)).status).toBe(404)
    }
    expect((await kontuar.ask('PATCH', `/canned-answers/${body.id}`, { name: 'Nadal moje' }, agent)).body).toMatchObject({ name: 'Nadal moje', texts: { pl: '<p>Dzień dobry</p>' } })
    expect((await kontuar.ask('DELETE', `/canned-answers/${body.id}`, undefined, agent)).status).toBe(200)
    expect((await fill(body.id)).status).toBe(404)
  })

  test('of two people may have the same shortcut', async () => {
    expect((await save({ shortcut: 'hej' })).status).toBe(201)
    expect((await save({ shortcut: 'HEJ' }, other)).status).toBe(201)
  })
})

describe('a shared answer', () => {
  test('needs view.share to be made, changed, given back and removed; everybody uses it', async () => {
    expect(await save({ sharing: 'shared' })).toMatchObject({ status: 403, body: { code: 'not-allowed', fields: { sharing: 'needs view.share' } } })
    const manager = await kontuar.tokenOf('manager')
    const { id } = (await save({ sharing: 'shared' }, manager)).body
    expect((await kontuar.ask('GET', '/canned-answers', undefined, agent)).text).toContain(id)
    for (const patch of [{ name: 'x' }, { sharing: 'private' }]) expect((await kontuar.ask('PATCH', `/canned-answers/${id}`, patch, agent)).status).toBe(403)
    expect((await kontuar.ask('DELETE', `/canned-answers/${id}`, undefined, agent)).status).toBe(403)
    const own = (await save({})).body.id
    expect((await kontuar.ask('PATCH', `/canned-answers/${own}`, { sharing: 'shared' }, agent)).status).toBe(403)
    expect((await fill(id)).status).toBe(200)
  })

  test('has a shortcut of its own, whatever its case, also when two save at once', async () => {
    const manager = await kontuar.tokenOf('manager')
    const answers = await Promise.all([save({ sharing: 'shared', shortcut: 'Zwrot' }, manager), save({ sharing: 'shared', shortcut: 'zwrot' }, manager)])
    expect(answers.map((a) => a.status).sort()).toEqual([201, 409])
    expect(answers.find((a) => a.status === 409)!.body).toMatchObject({ code: 'conflict', fields: { shortcut: 'is taken' } })
    const winner = answers.find((a) => a.status === 201)!.body.id
    await kontuar.ask('DELETE', `/canned-answers/${winner}`, undefined, manager)
    expect((await save({ sharing: 'shared', shortcut: 'zwrot' }, manager)).status).toBe(201)
  })
})

describe('refused in one sentence, and nothing saved', () => {
  test.each([
    ['a variable nobody knows', { texts: { pl: 'Hej {{customer.iban}}' } }, 'texts.pl', /There is no variable \{\{customer.iban\}\}: choose from \{\{customer.name\}\}/],
    ['no text at all', { texts: {} }, 'texts', /one language at least/],
    ['a text of nothing but markup', { texts: { pl: '<p> </p>', en: '<script>alert(1)</script>' } }, 'texts', /one language at least/],
    ['a name of blanks', { name: '   ' }, 'name', /at least one letter/],
    ['a queue that is not there', { queueId: newId() }, 'queueId', /no such queue/],
    ['a queue that is no id', { queueId: "'; drop table queue" }, 'queueId', /no such queue/],
  ])('%s', async (_, wish, field, sentence) => {
    const before = (await kontuar.ask('GET', '/canned-answers', undefined, agent)).body.items.length
    const { status, body } = await save(wish)
    expect([status, body.code, Object.keys(body.fields)]).toEqual([400, 'invalid-input', [field]])
    expect(body.detail).toMatch(sentence)
    expect((await kontuar.ask('GET', '/canned-answers', undefined, agent)).body.items).toHaveLength(before)
  })
})

describe('filled in for a ticket', () => {
  const text = '<p>Dzień dobry {{customer.firstName}}, sprawa {{ticket.number}} ({{ticket.subject}}). {{legal.lastDay}} {{organization.name}}</p>'

  test('it is in the language of the customer, what has no value is named and stays', async () => {
    const { id } = (await save({ texts: { pl: text, en: 'Hello' } })).body
    const { body } = await fill(id)
    expect(body).toMatchObject({ language: 'pl', unfilled: ['legal.lastDay'] })
    expect(body.html).toMatch(/^<p>Dzień dobry Anna, sprawa \d+ \(Buty &lt;b&gt;&amp; spółka&lt;\/b&gt;\)\. \{\{legal\.lastDay\}\} Organization/)
  })

  test.each([
    ['the customer\'s', { pl: 'p', ru: 'r', en: 'e' }, 'ru', 'ru'], ['the organization\'s when theirs is missing', { pl: 'p', en: 'e' }, 'ru', 'pl'], ['the first there is', { en: 'e' }, 'ru', 'en'], ['the organization\'s when nothing is known', { pl: 'p', en: 'e' }, null, 'pl'],
  ])('the language is %s', async (_, texts, language, expected) => {
    const { id } = (await save({ texts })).body
    await write((tx) => tx.query('update ticket set language = $3 where org_id = $1 and id = $2', [tx.orgId, ticketId, language]))
    await write((tx) => tx.query('update customer set language = $2 where org_id = $1', [tx.orgId, language]))
    expect((await fill(id)).body.language).toBe(expected)
  })

  test('a hostile name becomes neither markup nor an address that runs', async () => {
    const { id } = (await save({ texts: { pl: '<p>{{customer.name}} <a href="{{customer.name}}">tu</a></p>' } })).body
    for (const name of ['<img src=x onerror=alert(1)>', 'javascript:alert(1)', '"><script>alert(1)</script>', '{{agent.name}}']) {
      await write((tx) => tx.query('update customer set name = $2 where org_id = $1', [tx.orgId, name]))
      const { html } = (await fill(id)).body
      expect(html, name).not.toMatch(/<(img|script)|href="?\s*javascript|agent of/i)
    }
  })

  test('without a ticket it is a preview', async () => {
    const { id } = (await save({ texts: { pl: text } })).body
    expect((await fill(id, null)).body).toMatchObject({ unfilled: ['customer.firstName', 'ticket.number', 'ticket.subject', 'legal.lastDay'] })
  })

  test('a ticket one may not see, of another organization or not there: 404', async () => {
    const { id } = (await save({ texts: { pl: text } })).body
    const foreign = await kontuar.platform.db.write(kontuar.orgB.orgId, async (tx) => buildTicket(tx, await buildMailbox(tx)))
    for (const ticket of [foreign.ticketId, newId(), 'nonsense']) expect((await fill(id, ticket)).status, ticket).toBe(404)
    const { staffId } = kontuar.orgA.staff.agent
    await write((tx) => tx.query(`update staff set access = 'granted' where org_id = $1 and id = $2`, [tx.orgId, staffId]))
    expect((await fill(id)).status).toBe(404)
    await write((tx) => tx.query(`update staff set access = 'everything' where org_id = $1 and id = $2`, [tx.orgId, staffId]))
    expect((await fill(id)).status).toBe(200)
  })
})

test('what is saved is cleaned as an answer is', async () => {
  const { body } = await save({ texts: { pl: '<p onclick="x()">Hej <script>alert(1)</script><a href="javascript:alert(1)">tu</a></p>' } })
  expect(body.texts.pl).not.toMatch(/script|onclick|javascript/)
  expect(body.texts.pl).toContain('Hej')
})
