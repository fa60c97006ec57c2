// Guards that new tickets land where rules, mailboxes and the default queue say, that a broken rule holds up no mail,
// and that a back-test says what the rule would have done.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { receiveMessages, startTicket, drawTicketNumber, type IncomingMessage } from '../../diary/index.ts'
import { buildMailbox, buildMessage } from '../../diary/testing.ts'
import { buildOrganization } from '../../identity/testing.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

const where = (field: string, operator: string, value?: unknown) => ({ combinator: 'and', rules: [{ field, operator, value }] })
const always = { combinator: 'and', rules: [] }

async function office() {
  const org = await buildOrganization(kontuar.platform.db)
  const { db } = kontuar.platform
  const token = await kontuar.tokenOf('administrator', org)
  const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object) => kontuar.ask(method, path, body, token)
  const queues: { id: string; readyMade: string | null; name: string }[] = (await ask('GET', '/queues')).body.items
  const ready = (key: string) => queues.find((q) => q.readyMade === key)!.id
  const nameOf = (id: string) => queues.find((q) => q.id === id)?.readyMade
  const mailboxId = await db.write(org.orgId, (tx) => buildMailbox(tx))
  const receive = (...given: Partial<IncomingMessage>[]) => db.write(org.orgId, async (tx) => {
    const messages = []
    for (const g of given) messages.push(await buildMessage(tx, mailboxId, { from: { name: 'Anna', address: `${newId()}@klient.example` }, ...g }))
    const received = await receiveMessages(tx, messages)
    const rows = await tx.query<{ id: string; queue_id: string; location_id: string | null; priority: string }>('select id, queue_id, location_id, priority from ticket where org_id = $1', [tx.orgId])
    return received.map((r) => rows.find((t) => t.id === r.ticketId)!)
  })
  const rule = async (body: object) => {
    const answer = await ask('POST', '/queue-rules', { name: 'Reguła', ...body })
    expect(answer.status, answer.text).toBe(201)
    return answer.body.id as string
  }
  return { org, db, ask, ready, nameOf, mailboxId, receive, rule }
}

describe('a message that begins a ticket', () => {
  test('goes to the default queue, to its mailbox\'s, or where the first rule says; each of a batch by itself', async () => {
    const { ask, ready, nameOf, receive, rule, mailboxId } = await office()
    expect((await receive({})).map((t) => nameOf(t.queue_id))).toEqual(['after-sales'])
    const location = (await ask('POST', '/locations', { name: 'Kraków' })).body.id
    await ask('PATCH', `/mailboxes/${mailboxId}`, { queueId: ready('sales'), locationId: location })
    await rule({ conditions: where('subject', 'contains', 'faktur'), queueId: ready('accounting'), priority: 'high' })
    await rule({ conditions: where('subject', 'contains', 'reklamacj'), queueId: ready('complaints') })
    const placed = await receive({ subject: 'Faktura za buty' }, { subject: 'REKLAMACJA faktury' }, { subject: 'Reklamacja' }, { subject: 'Pytanie' })
    expect(placed.map((t) => [nameOf(t.queue_id), t.priority])).toEqual([['accounting', 'high'], ['accounting', 'high'], ['complaints', 'normal'], ['sales', 'normal']])
    expect(new Set(placed.map((t) => t.location_id))).toEqual(new Set([location]))
  })

  test('follows the order of the rules, past those switched off', async () => {
    const { ask, ready, nameOf, receive, rule } = await office()
    const first = await rule({ conditions: always, queueId: ready('it') })
    const second = await rule({ conditions: always, queueId: ready('sales') })
    expect((await ask('GET', '/queue-rules')).body.items.map((r: { id: string }) => r.id)).toEqual([first, second])
    expect((await receive({})).map((t) => nameOf(t.queue_id))).toEqual(['it'])
    await ask('PATCH', `/queue-rules/${second}`, { position: 0 })
    expect((await receive({})).map((t) => nameOf(t.queue_id))).toEqual(['sales'])
    await ask('PATCH', `/queue-rules/${second}`, { active: false })
    expect((await receive({})).map((t) => nameOf(t.queue_id))).toEqual(['it'])
    await ask('DELETE', `/queue-rules/${first}`)
    expect((await receive({})).map((t) => nameOf(t.queue_id))).toEqual(['after-sales'])
  })

  test.each<[string, object, Partial<IncomingMessage>]>([
    ['text', where('text', 'contains', 'ROZPADLY'), {}],
    ['sender\'s address', where('fromAddress', 'endsWith', '@firma.example'), { from: { name: 'Jan', address: `${newId()}@firma.example` } }],
    ['sender\'s name', where('fromName', '=', 'jan kowalski'), { from: { name: 'Jan Kowalski', address: `${newId()}@klient.example` } }],
    ['channel', where('channel', '=', 'email'), {}],
    ['language', where('language', 'in', ['ru', 'pl']), {}],
    ['mail class', where('mailClass', '=', 'list'), { mailClass: 'list', automatic: true }],
    ['number of attachments', where('attachmentCount', '=', 0), {}],
    ['lack of a company', where('companyId', 'null'), {}],
    ['lack of tags', where('customerTags', 'null'), {}],
  ])('is found by its %s', async (_what, conditions, message) => {
    const { ready, nameOf, receive, rule } = await office()
    await rule({ conditions, queueId: ready('it') })
    expect((await receive(message)).map((t) => nameOf(t.queue_id))).toEqual(['it'])
    expect((await receive({ subject: 'x' })).length).toBe(1)
  })

  test('is found by the tags and the company of its customer', async () => {
    const { org, db, ready, nameOf, receive, rule } = await office()
    const [tag, company] = [newId(), newId()]
    const from = { name: 'Anna', address: 'vip@klient.example' }
    await receive({ from })
    await db.write(org.orgId, async (tx) => {
      await tx.query(`insert into company (org_id, id, name) values ($1, $2, 'Firma')`, [tx.orgId, company])
      await tx.query(`update customer set tag_ids = $2, company_id = $3 where org_id = $1 and id = (select customer_id from identity where org_id = $1 and address_key = $4)`, [tx.orgId, [tag], company, from.address])
    })
    await rule({ conditions: where('customerTags', 'containsAny', [tag]), queueId: ready('sales'), position: 1 })
    expect((await receive({ from }, {})).map((t) => nameOf(t.queue_id))).toEqual(['sales', 'after-sales'])
    await rule({ conditions: where('companyId', '=', company), queueId: ready('it'), position: 0 })
    expect((await receive({ from }, {})).map((t) => nameOf(t.queue_id))).toEqual(['it', 'after-sales'])
  })

  test('is asked for its first 5,000 characters alone', async () => {
    const { ready, nameOf, receive, rule } = await office()
    await rule({ conditions: where('text', 'contains', 'igła'), queueId: ready('it') })
    const placed = await receive({ text: `${'😀'.repeat(4995)} igła` }, { text: `${'😀'.repeat(4996)} igła` })
    expect(placed.map((t) => nameOf(t.queue_id))).toEqual(['it', 'after-sales'])
  })

  test('does not wait for a rule that cannot be read any more', async () => {
    const { org, db, ask, ready, nameOf, receive, rule } = await office()
    const broken = await rule({ conditions: always, queueId: ready('it') })
    await rule({ conditions: where('subject', 'contains', 'zwrot'), queueId: ready('sales') })
    for (const conditions of [where('gone', '=', 'x'), { combinator: 'xor', rules: [] }, where('subject', 'matches', '(a+)+$')]) {
      await db.write(org.orgId, (tx) => tx.query('update queue_rule set conditions = $3 where org_id = $1 and id = $2', [tx.orgId, broken, JSON.stringify(conditions)]))
      expect((await receive({ subject: 'Zwrot' }, { subject: 'Inne' })).map((t) => nameOf(t.queue_id))).toEqual(['sales', 'after-sales'])
      expect((await ask('GET', '/queue-rules')).body.items.map((r: { fault: string | null }) => r.fault)).toEqual([expect.any(String), null])
    }
  })

  test('of a restricted person who writes first goes where they see it', async () => {
    const { org, ask, ready, mailboxId, db } = await office()
    const agent = org.staff.agent
    await ask('PATCH', `/mailboxes/${mailboxId}`, { queueId: ready('sales') })
    const begin = () => db.write(org.orgId, async (tx) => {
      await tx.query(`select set_config('kontuar.viewer', $1, true)`, [agent.staffId])
      const id = await startTicket(tx, { number: await drawTicketNumber(tx), customer: { name: '', address: 'a@b.example' }, subject: 'Oferta', channel: 'email', mailboxId, assigneeId: agent.staffId, language: null, direction: 'out' })
      return (await tx.query<{ queue_id: string }>('select queue_id from ticket where org_id = $1 and id = $2', [tx.orgId, id])).map((t) => t.queue_id)
    })
    expect(await begin()).toEqual([])
    await ask('PUT', `/staff/${agent.staffId}/access`, { access: 'granted', queueIds: [ready('complaints'), ready('it')], locationIds: [] })
    expect(await begin()).toEqual([ready('complaints')])
    await ask('PUT', `/staff/${agent.staffId}/access`, { access: 'granted', queueIds: [ready('it'), ready('sales')], locationIds: [] })
    expect(await begin()).toEqual([ready('sales')])
  })
})

describe('a rule', () => {
  test('is read, changed and removed, with a line in the audit for each', async () => {
    const { ask, ready, rule } = await office()
    const id = await rule({ name: 'Faktury', conditions: { id: 'x', combinator: 'and', rules: [{ id: 'y', field: 'subject', operator: 'contains', value: 'faktura' }] }, queueId: ready('accounting') })
    expect((await ask('PATCH', `/queue-rules/${id}`, { priority: 'low' })).body).toEqual({ id, name: 'Faktury', position: 1, active: true, conditions: where('subject', 'contains', 'faktura'), queueId: ready('accounting'), locationId: null, priority: 'low', fault: null })
    expect((await ask('DELETE', `/queue-rules/${id}`)).body).toEqual({ ok: true })
    expect((await ask('DELETE', `/queue-rules/${id}`)).status).toBe(404)
    expect((await ask('GET', '/audit')).body.items.filter((e: { subjectId: string }) => e.subjectId === id).map((e: { action: string }) => e.action)).toEqual(['queueRule.deleted', 'queueRule.changed', 'queueRule.created'])
  })

  const deep = (levels: number): object => (levels === 0 ? { field: 'subject', operator: '=', value: 'x' } : { combinator: 'and', rules: [deep(levels - 1)] })
  test.each<[string, object, RegExp]>([
    ['a field that there is not', where('password', '=', 'x'), /no field "password": choose one of subject, /],
    ['the name of a built-in property', where('constructor', '=', 'x'), /no field "constructor"/],
    ['SQL for a field', where(`subject) or 1=1; drop table ticket; --`, '=', 'x'), /no field/],
    ['an operator that there is not', where('subject', 'matches', '(a+)+$'), /cannot be asked "matches"/],
    ['an operator of another type', where('attachmentCount', 'contains', '1'), /cannot be asked/],
    ['a mailbox that is no id', where('mailboxId', '=', `' or 1=1`), /is not an id/],
    ['"me"', where('mailboxId', '=', '@me'), /is not an id/],
    ['an unknown class of mail', where('mailClass', '=', 'spam'), /which there is not/],
    ['a NUL', where('subject', 'contains', 'a\0b'), /characters that are none/],
    ['a very long text', where('subject', 'contains', 'a'.repeat(501)), /too long/],
    ['a number beyond counting', where('attachmentCount', '=', '1e999'), /asks for a number/],
    ['groups too deep in one another', deep(7) as object, /too deep/],
    ['more rules than anybody reads', { combinator: 'and', rules: Array.from({ length: 101 }, () => ({ field: 'subject', operator: '=', value: 'x' })) }, /too many/],
    ['neither and nor or', { combinator: 'xor', rules: [] }, /joins its rules/],
    ['a rule that is none', { combinator: 'and', rules: [null] }, /has to be an object/],
  ])('with %s is refused in one sentence and not saved; trying it is refused alike', async (_what, conditions, sentence) => {
    const { ask, ready } = await office()
    for (const answer of [await ask('POST', '/queue-rules', { name: 'x', conditions, queueId: ready('it') }), await ask('POST', '/queue-rules/try', { conditions })]) {
      expect(answer.status, answer.text).toBe(400)
      expect(answer.body).toMatchObject({ code: 'invalid-input', detail: expect.stringMatching(sentence) })
    }
    expect((await ask('GET', '/queue-rules')).body.items).toEqual([])
  })

  test('names a queue and a location in use', async () => {
    const { ask, ready } = await office()
    const add = (body: object) => ask('POST', '/queue-rules', { name: 'x', conditions: always, queueId: ready('it'), ...body })
    expect((await add({ queueId: newId() })).body).toMatchObject({ code: 'invalid-input', fields: { queueId: 'is not in use' } })
    expect((await add({ locationId: newId() })).body).toMatchObject({ code: 'invalid-input', fields: { locationId: expect.any(String) } })
    expect((await add({ name: ' ' })).body).toMatchObject({ code: 'invalid-input', fields: { name: 'is empty' } })
  })

  test('may ask what the settings offer', async () => {
    const { ask } = await office()
    const fields = (await ask('GET', '/queue-rules/fields')).body.items
    expect(fields.map((f: { name: string }) => f.name)).toEqual(['subject', 'text', 'fromAddress', 'fromName', 'channel', 'mailboxId', 'language', 'mailClass', 'attachmentCount', 'customerTags', 'companyId'])
    expect(fields.find((f: { name: string }) => f.name === 'mailClass')).toMatchObject({ type: 'choice', choices: 'options', options: expect.arrayContaining([{ id: 'list', name: 'fields.mailClass.list' }]), operators: ['=', '!=', 'in', 'notIn'] })
  })
})

describe('trying a rule', () => {
  test('answers what it would have caught, and shows some', async () => {
    const { org, db, ask, receive } = await office()
    await receive({ subject: 'Faktura 1' }, { subject: 'Pytanie' }, { subject: 'faktura 2' }, { subject: 'Stara faktura' })
    await db.write(org.orgId, (tx) => tx.query(`update ticket set created_at = now() - interval '31 days' where org_id = $1 and subject = 'Stara faktura'`, [tx.orgId]))
    const { body, status, text } = await ask('POST', '/queue-rules/try', { conditions: where('subject', 'contains', 'FAKTURA') })
    expect(status, text).toBe(200)
    expect(body).toMatchObject({ tickets: 3, matched: 2 })
    expect(body.examples.map((e: { subject: string }) => e.subject).sort()).toEqual(['Faktura 1', 'faktura 2'])
  })

  test('agrees with what the rule then does, field by field', async () => {
    const { ask, ready, receive, rule } = await office()
    const messages: Partial<IncomingMessage>[] = [
      { subject: 'Zażółć gęślą jaźń' }, { text: `${'😀'.repeat(4995)} igła` }, { text: `${'😀'.repeat(4996)} igła` }, { mailClass: 'list', automatic: true }, { language: null }, { from: { name: '', address: 'JAN@Firma.Example' } },
    ]
    for (const conditions of [
      where('subject', 'contains', 'zazolc GESLA'), where('text', 'contains', 'igla'), where('mailClass', '!=', 'personal'), where('language', 'null'), where('fromAddress', 'endsWith', '@firma.example'), where('fromName', 'null'),
      { combinator: 'or', not: true, rules: [{ field: 'language', operator: '=', value: 'pl' }, { field: 'attachmentCount', operator: '>', value: 0 }] },
    ]) {
      const id = await rule({ conditions, queueId: ready('it') })
      const fitted = (await receive(...messages)).filter((t) => t.queue_id === ready('it')).length
      const tried = (await ask('POST', '/queue-rules/try', { conditions })).body
      expect(tried.matched / tried.tickets, JSON.stringify(conditions)).toBe(fitted / messages.length)
      expect(fitted).toBeGreaterThan(0)
      await ask('DELETE', `/queue-rules/${id}`)
    }
  })
})
