// Guards that a purchase is taken once however often it is told, from who may tell it alone, and brings about its asking.
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { buildAskingOrganization, buildTouchpoint, invitationsOf, type AskingOrganization } from '../asking/asking.fixture.ts'

let kontuar: TestKontuar
let asking: AskingOrganization
beforeAll(async () => { kontuar = await startTestKontuar({ KONTUAR_URL: 'https://desk.example' }, { organizations: false }) })
afterAll(() => kontuar.stop())
beforeEach(async () => { asking = await buildAskingOrganization(kontuar) })

const ask = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) => kontuar.ask(method, path, body, asking.token)
const rows = <R extends object>(text: string, values: unknown[] = []) => kontuar.platform.db.read(asking.org.orgId, (tx) => tx.query<R>(text, [asking.org.orgId, ...values]))
const purchase = (given: object = {}) => ({ kind: 'purchase', number: newId().slice(-12), customer: { email: `anna-${newId().slice(-8)}@klient.example`, name: 'Anna Nowak' }, ...given })

interface Shop { id: string; path: string; secret: string }
async function makeShop(given: object = {}): Promise<Shop> {
  const { status, body } = await ask('POST', '/shop-sources', { name: 'Sklep', ...given })
  expect(status).toBe(201)
  return { id: body.id, path: body.url.replace('https://desk.example', ''), secret: body.secret }
}
interface Sending { time?: number; signature?: string; secret?: string; app?: TestKontuar['app']; remoteAddress?: string; type?: string }
async function send(shop: Pick<Shop, 'path' | 'secret'>, body: object | string | Buffer, given: Sending = {}) {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  const time = given.time ?? Math.floor(Date.now() / 1000)
  const signature = given.signature ?? `t=${time},v1=${createHmac('sha256', given.secret ?? shop.secret).update(`${time}.`).update(bytes).digest('hex')}`
  const answer = await (given.app ?? kontuar.app).inject({ method: 'POST', url: shop.path, payload: bytes, headers: { 'content-type': given.type ?? 'application/json', 'kontuar-signature': signature }, ...(given.remoteAddress === undefined ? {} : { remoteAddress: given.remoteAddress }) })
  return { status: answer.statusCode, body: answer.json() as Record<string, unknown> & { results: { outcome: string; id: string | null; sentence: string | null; number: string; kind: string }[] }, headers: answer.headers }
}

describe('a program', () => {
  test('tells of a purchase: the customer is learned, and asked', async () => {
    await kontuar.platform.db.write(asking.org.orgId, (tx) => buildTouchpoint(tx, asking.surveyId, 'purchase'))
    const told = purchase({ at: '2026-03-14T15:09:26Z', customer: { email: 'Anna@Klient.example', phone: '600 700 800', name: ' Anna  Nowak ', language: 'pl', bornOn: '1990-02-28' }, facts: { product: 'Czajnik' } })
    const answer = await ask('POST', '/purchases', { ...told, at: new Date().toISOString() })
    expect(answer).toMatchObject({ status: 201, body: { kind: 'purchase', source: 'api', number: told.number, locationId: null, facts: { product: 'Czajnik' } } })
    const [customer] = await rows<{ name: string; name_source: string; language: string; born_on: string }>('select c.*, w.born_on::text from customer c join asking_wish w on w.org_id = c.org_id and w.customer_id = c.id where c.org_id = $1 and c.id = $2', [answer.body.customerId])
    expect(customer).toMatchObject({ name: 'Anna Nowak', name_source: 'mail', language: 'pl', born_on: '1990-02-28' })
    expect(await rows('select kind, address, verified_at from identity where org_id = $1 and customer_id = $2 order by kind', [answer.body.customerId])).toEqual([{ kind: 'email', address: 'Anna@Klient.example', verified_at: null }, { kind: 'phone', address: '600 700 800', verified_at: null }])
    await kontuar.runJobs({ failing: true })
    expect(await invitationsOf(kontuar, asking)).toMatchObject([{ purchase_id: answer.body.id, customer_id: answer.body.customerId, cause: `purchase:${answer.body.id}`, facts: { product: 'Czajnik', order: told.number } }])
  })
  test('gets the same one when it tells it again, and nobody is asked twice', async () => {
    const told = purchase()
    const [first, again] = [await ask('POST', '/purchases', told), await ask('POST', '/purchases', { ...told, customer: { email: 'other@klient.example' } })]
    expect(again.body).toEqual(first.body)
    expect(await rows('select 1 from event where org_id = $1 and name = $2', ['feedback.purchaseTaken'])).toHaveLength(1)
    expect(await rows('select 1 from customer where org_id = $1')).toHaveLength(1)
    const { body: delivery } = await ask('POST', '/purchases', { ...told, kind: 'delivery' })
    expect(delivery.id).not.toBe(first.body.id)
  })
  test('finds them by number and by customer, in pages', async () => {
    const made = []
    for (let n = 0; n < 3; n++) made.push((await ask('POST', '/purchases', purchase({ customer: { email: 'stamgast@klient.example' } }))).body)
    await ask('POST', '/purchases', purchase())
    expect((await ask('GET', `/purchases?number=${made[1]!.number}`)).body.items).toEqual([made[1]])
    const page = await ask('GET', `/purchases?customerId=${made[0]!.customerId}&limit=2`)
    const next = await ask('GET', `/purchases?customerId=${made[0]!.customerId}&limit=2&cursor=${page.body.next}`)
    expect([...page.body.items, ...next.body.items]).toEqual(made.toReversed())
    expect(next.body.next).toBeNull()
    expect((await ask('GET', '/purchases?number=nobody')).body).toEqual({ items: [], next: null })
    expect((await ask('GET', '/purchases?customerId=x')).body).toEqual({ items: [], next: null })
  })
  test.each<[string, object, string]>([
    ['no address', { customer: { name: 'Anna' } }, 'customer'], ['an address that is none', { customer: { email: 'anna' } }, 'customer'], ['a blank number', { number: ' \n ' }, 'number'], ['a day that is none', { customer: { email: 'a@b.example', bornOn: '2001-02-29' } }, 'customer.bornOn'],
    ['the future', { at: '2999-01-01T00:00:00Z' }, 'at'], ['an unknown location', { locationId: newId() }, 'locationId'], ['an unknown person', { staffId: newId() }, 'staffId'],
    ['too many facts', { facts: Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`f${n}`, 'x'])) }, 'facts'],
  ])('is told what is wrong with %s, and nothing is kept', async (_what, wrong, field) => {
    const answer = await ask('POST', '/purchases', purchase(wrong))
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-input', detail: expect.stringMatching(/^[A-Z].*\.$/), fields: { [field]: expect.any(String) } } })
    expect(await rows('select 1 from purchase where org_id = $1')).toEqual([])
    expect(await rows('select 1 from customer where org_id = $1')).toEqual([])
  })
})

describe('who a purchase belongs to', () => {
  const known = async (given: { email?: string; phone?: string; name?: string }) => {
    const id = newId()
    await kontuar.platform.db.write(asking.org.orgId, async (tx) => {
      await tx.query(`insert into customer (org_id, id, name, name_source) values ($1, $2, $3, 'staff')`, [tx.orgId, id, given.name ?? 'Jan'])
      for (const [kind, address] of Object.entries({ email: given.email, phone: given.phone })) if (address !== undefined) await tx.query('insert into identity (org_id, id, customer_id, kind, address, address_key) values ($1, $2, $3, $4, $5, $5)', [tx.orgId, newId(), id, kind, address])
    })
    return id
  }
  const bought = async (customer: object) => (await ask('POST', '/purchases', purchase({ customer }))).body.customerId as string
  const addressesOf = async (id: string) => (await rows<{ key: string }>('select address_key as key from identity where org_id = $1 and customer_id = $2 order by 1', [id])).map((r) => r.key)

  test('is decided by the e-mail; what a stranger typed beside it adds no address to a known customer', async () => {
    const jan = await known({ email: 'jan@klient.example' })
    expect(await bought({ email: 'JAN@klient.example', phone: '+48 600 100 200', name: 'Somebody else' })).toBe(jan)
    expect(await addressesOf(jan)).toEqual(['jan@klient.example'])
    expect(await rows('select name from customer where org_id = $1 and id = $2', [jan])).toEqual([{ name: 'Jan' }])
  })
  test('is the phone where there is no e-mail; with an e-mail that nobody has it is a new person, and the phone stays theirs', async () => {
    const jan = await known({ phone: '+48600100201' })
    expect(await bought({ phone: '600 100 201' })).toBe(jan)
    const wife = await bought({ email: 'ewa@klient.example', phone: '+48 600 100 201' })
    expect(wife).not.toBe(jan)
    expect(await addressesOf(jan)).toEqual(['+48600100201'])
    expect(await addressesOf(wife)).toEqual(['ewa@klient.example'])
  })
  test('of two known people is never merged', async () => {
    const [jan, ewa] = [await known({ email: 'jan2@klient.example' }), await known({ phone: '+48600100203' })]
    expect(await bought({ email: 'jan2@klient.example', phone: '+48600100203' })).toBe(jan)
    expect(await addressesOf(ewa)).toEqual(['+48600100203'])
  })
  test('keeps the day of birth that colleagues wrote', async () => {
    const jan = await known({ email: 'jan3@klient.example' })
    await ask('PATCH', `/customers/${jan}/asking`, { bornOn: '1980-01-01' })
    await bought({ email: 'jan3@klient.example', bornOn: '2015-01-01' })
    expect((await ask('GET', `/customers/${jan}/asking`)).body.bornOn).toBe('1980-01-01')
  })
})

describe('a shop', () => {
  test('is shown its secret once, sealed in the database, and its address for good', async () => {
    const { body: location } = await ask('POST', '/locations', { name: 'Rynek 5' })
    const made = await ask('POST', '/shop-sources', { name: ' Sklep ', locationId: location.id })
    expect(made).toMatchObject({ status: 201, body: { name: 'Sklep', locationId: location.id, active: true, lastTakenAt: null, lastRefusedAt: null, lastRefusal: null, secret: expect.stringMatching(/^ktshop_[\w-]{43}$/), url: expect.stringMatching(/^https:\/\/desk\.example\/hooks\/shop\/[2-9a-z]{12}$/) } })
    expect((await ask('GET', '/shop-sources')).body).toEqual({ items: [{ ...made.body, secret: null }], next: null })
    const [stored] = await rows<{ secret: string }>('select secret from shop_source where org_id = $1')
    expect(stored!.secret).not.toContain(made.body.secret.slice(7))
    expect(JSON.stringify(await rows('select * from audit where org_id = $1'))).not.toContain(made.body.secret)
  })
  test('that changes its secret is believed with the new one alone; both may stand in the header', async () => {
    const shop = await makeShop()
    const { body: { secret } } = await ask('PATCH', `/shop-sources/${shop.id}`, { renewSecret: true })
    expect(secret).not.toBe(shop.secret)
    expect((await send(shop, purchase())).status).toBe(401)
    expect((await send(shop, purchase(), { secret })).status).toBe(201)
    const [body, time] = [JSON.stringify(purchase()), Math.floor(Date.now() / 1000)]
    const v1 = (key: string) => `v1=${createHmac('sha256', key).update(`${time}.${body}`).digest('hex')}`
    expect((await send(shop, body, { signature: `t=${time},${v1(shop.secret)},${v1(secret)}` })).status).toBe(201)
  })
  test('that is switched off or retired is told so, or is not there', async () => {
    const shop = await makeShop()
    await ask('PATCH', `/shop-sources/${shop.id}`, { active: false })
    expect(await send(shop, purchase())).toMatchObject({ status: 422, body: { code: 'cannot-do' } })
    expect(await ask('PATCH', `/shop-sources/${shop.id}`, { active: true, name: 'Inny' })).toMatchObject({ body: { active: true, name: 'Inny', secret: null } })
    await ask('PATCH', `/shop-sources/${shop.id}`, { retired: true })
    expect(await send(shop, purchase())).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect((await ask('GET', '/shop-sources')).body.items).toEqual([])
    expect(await ask('PATCH', `/shop-sources/${shop.id}`, { renewSecret: true })).toMatchObject({ status: 422 })
    await ask('PATCH', `/shop-sources/${shop.id}`, { retired: false })
    expect((await send(shop, purchase())).status).toBe(201)
  })
  test.each<[string, object]>([['no name', { name: ' ' }], ['an unknown location', { name: 'Sklep', locationId: newId() }]])('with %s is refused', async (_what, given) => {
    expect(await ask('POST', '/shop-sources', given)).toMatchObject({ status: 400, body: { detail: expect.stringMatching(/\.$/) } })
  })
})

describe('what a shop sends', () => {
  test('is stored at its location, and noted; again it is known, from another process too', async () => {
    const { body: location } = await ask('POST', '/locations', { name: 'Rynek 5' })
    const shop = await makeShop({ locationId: location.id })
    const told = purchase()
    const first = await send(shop, told)
    expect(first).toMatchObject({ status: 201, body: { results: [{ number: told.number, kind: 'purchase', outcome: 'stored', sentence: null }] } })
    const second = await kontuar.anotherProcess()
    const again = await send(shop, told, { app: second.app })
    await second.stop()
    expect(again).toMatchObject({ status: 200, body: { results: [{ outcome: 'known', id: first.body.results[0]!.id }] } })
    expect(await rows('select source, location_id from purchase where org_id = $1')).toEqual([{ source: shop.id, location_id: location.id }])
    expect((await ask('GET', '/shop-sources')).body.items[0]).toMatchObject({ lastTakenAt: expect.any(String), lastRefusedAt: null })
    expect((await ask('GET', `/purchases?number=${told.number}`)).body.items).toHaveLength(1)
  })
  test('ten times at once is stored once', async () => {
    const shop = await makeShop()
    const told = { purchases: [purchase(), purchase({ customer: { phone: '+48600700801' } })] }
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(shop, told)))
    expect(answers.flatMap((a) => a.body.results.map((r) => r.outcome)).filter((o) => o === 'stored')).toHaveLength(2)
    expect(answers.flatMap((a) => a.body.results.map((r) => r.outcome)).filter((o) => o === 'known')).toHaveLength(18)
    expect(await rows('select 1 from purchase where org_id = $1')).toHaveLength(2)
    expect(await rows('select 1 from customer where org_id = $1')).toHaveLength(2)
  })
  test('in a list is answered one by one', async () => {
    const shop = await makeShop()
    const one = purchase()
    const { status, body } = await send(shop, { purchases: [one, { number: 'x' }, one, purchase({ kind: 'delivery', number: one.number }), 'nonsense', purchase({ customer: { email: 'no address' } })] })
    expect(status).toBe(201)
    expect(body.results.map((r) => r.outcome)).toEqual(['stored', 'refused', 'known', 'stored', 'refused', 'refused'])
    expect(body.results.filter((r) => r.outcome === 'refused').every((r) => r.id === null && r.sentence!.endsWith('.'))).toBe(true)
    expect((await ask('GET', '/shop-sources')).body.items[0]).toMatchObject({ lastTakenAt: expect.any(String), lastRefusal: expect.stringContaining('not as described') })
  })
  test('may come as text, or without saying of which kind it is', async () => {
    const shop = await makeShop()
    expect((await send(shop, purchase(), { type: 'text/plain; charset=utf-8' })).status).toBe(201)
    expect((await send(shop, purchase(), { type: 'application/x-www-form-urlencoded' })).status).toBe(201)
  })
  test.each<[string, string | Buffer]>([
    ['nothing', ''], ['no JSON', '{'], ['no UTF-8', Buffer.from([0x22, 0xff, 0x22])], ['a list', '[]'], ['null', 'null'], ['a number', '1'], ['an empty list of purchases', '{"purchases": []}'], ['purchases that are no list', '{"purchases": {"length": 3}}'],
    ['a hundred and one', JSON.stringify({ purchases: Array.from({ length: 101 }, () => ({})) })], ['a purchase with a prototype', '{"__proto__": {"kind": "purchase"}, "number": "1"}'], ['a purchase with more than there is', JSON.stringify({ ...purchase(), admin: true })],
    ['depth without end', `${'['.repeat(100_000)}`],
  ])('is refused with a sentence when it is %s', async (_what, body) => {
    const shop = await makeShop()
    expect(await send(shop, body)).toMatchObject({ status: 400, body: { code: 'invalid-input', detail: expect.stringMatching(/\.$/) } })
    expect(await rows('select 1 from purchase where org_id = $1')).toEqual([])
  })
  test('with what a database does not take is tidied', async () => {
    const shop = await makeShop()
    const { status } = await send(shop, '{"kind":"purchase","number":"a\\u0000b\\ud800","customer":{"email":"nul\\u0000@klient.example","name":"A\\u0000\\ud800"},"facts":{"k\\u0000":"\\ud800"}}')
    expect(status).toBe(201)
    expect(await rows('select number, facts from purchase where org_id = $1')).toEqual([{ number: 'ab\ufffd', facts: { k: '\ufffd' } }])
  })
  test('beyond 256 KB is not read', async () => {
    const shop = await makeShop()
    expect(await send(shop, purchase({ facts: { x: 'x'.repeat(300_000) } }))).toMatchObject({ status: 413, body: { code: 'too-large' } })
  })
})

describe('a stranger', () => {
  test('who signs wrongly is refused with the reason, which the administrator sees', async () => {
    const shop = await makeShop()
    expect(await send(shop, purchase(), { secret: 'guessed' })).toMatchObject({ status: 401, body: { code: 'wrong-signature', detail: expect.stringContaining('does not fit') } })
    expect(await send(shop, purchase(), { time: Math.floor(Date.now() / 1000) - 400 })).toMatchObject({ status: 401, body: { detail: expect.stringContaining('older than five minutes') } })
    expect((await ask('GET', '/shop-sources')).body.items[0]).toMatchObject({ lastTakenAt: null, lastRefusedAt: expect.any(String), lastRefusal: expect.stringContaining('older') })
    expect(await rows('select 1 from purchase where org_id = $1')).toEqual([])
  })
  test('is slowed down after twenty forgeries, and the shop is not', async () => {
    const shop = await makeShop()
    const statuses = []
    for (let n = 0; n < 22; n++) statuses.push((await send(shop, purchase(), { secret: 'guessed', remoteAddress: '198.51.100.7' })).status)
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 401), 429, 429])
    const slowed = await send(shop, purchase(), { secret: 'guessed', remoteAddress: '198.51.100.7' })
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0)
    expect((await send(shop, purchase(), { remoteAddress: '198.51.100.7' })).status).toBe(201)
  })
  test('who guesses codes finds nothing, and is slowed down', async () => {
    const paths = ['/hooks/shop/23456789abcd', '/hooks/shop/x', `/hooks/shop/${'a'.repeat(190)}`, "/hooks/shop/'%20or%201=1"]
    for (const path of paths) expect(await send({ path, secret: 'x' }, purchase(), { remoteAddress: '198.51.100.8' })).toMatchObject({ status: 404, body: { code: 'not-found' } })
    const statuses = []
    for (let n = 0; n < 28; n++) statuses.push((await send({ path: paths[0]!, secret: 'x' }, purchase(), { remoteAddress: '198.51.100.8' })).status)
    expect(statuses.at(25)).toBe(404)
    expect(statuses.at(-1)).toBe(429)
  })
  test('cannot open it', async () => {
    const shop = await makeShop()
    expect((await kontuar.inject({ method: 'GET', url: shop.path, headers: { accept: 'application/json' } })).body).not.toContain(shop.secret)
  })
})
