// Guards what people write down about customers and their companies: found again by any of it, checked before it is
// stored, and nothing of it taken from another organization.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../app/testing.ts'
import { newId } from '../../platform/id.ts'
import { companyListStatement } from './companies/queries.ts'

let kontuar: TestKontuar
let foreignToken: string
beforeAll(async () => {
  kontuar = await startTestKontuar()
  foreignToken = await kontuar.tokenOf('administrator', kontuar.orgB)
})
afterAll(() => kontuar.stop())

const ask = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown, token?: string) => kontuar.ask(method, path, body, token)
const idOf = async (path: string, body: object, token?: string): Promise<string> => {
  const answer = await ask('POST', path, body, token)
  expect(answer.status, answer.text).toBe(201)
  return answer.body.id
}
const buildCustomer = async (name: string) => {
  const id = newId()
  await kontuar.platform.db.write(kontuar.orgA.orgId, (tx) => tx.query('insert into customer (org_id, id, name) values ($1, $2, $3)', [tx.orgId, id, name]))
  return id
}
const published = (name: string, id: string) => kontuar.platform.db.read(kontuar.orgA.orgId, (tx) => tx.query('select 1 from event where org_id = $1 and name = $2 and ids::text like $3', [tx.orgId, name, `%${id}%`]))
const found = async (path: string) => (await ask('GET', path)).body.items.map((item: { name: string }) => item.name)

describe('a customer', () => {
  test('has a company, tags and fields, and is found by the company', async () => {
    const [customer, company] = [await buildCustomer('Anna Nowak'), await idOf('/companies', { name: 'Żółw i Spółka' })]
    const [tag, field] = [await idOf('/tags', { name: 'VIP' }), await idOf('/custom-fields', { subject: 'customer', name: 'Rabat', type: 'number' })]
    const changed = await ask('PATCH', `/customers/${customer}`, { companyId: company, tagIds: [tag, tag.toUpperCase()], fields: { [field]: 12.5 } })
    expect(changed).toMatchObject({ status: 200, body: { name: 'Anna Nowak', companyId: company, companyName: 'Żółw i Spółka', tagIds: [tag], fields: { [field]: 12.5 } } })
    expect(await published('customers.customerChanged', customer)).toHaveLength(1)
    expect(await found('/customers?q=%C5%BB%C3%93%C5%81W%20i')).toEqual(['Anna Nowak'])
    expect((await ask('GET', `/companies/${company}`)).body.customers).toBe(1)
    expect((await ask('PATCH', `/customers/${customer}`, { companyId: null, tagIds: [], fields: { [field]: null } })).body).toMatchObject({ name: 'Anna Nowak', companyId: null, companyName: null, tagIds: [], fields: {} })
    expect(await found('/customers?q=%C5%BB%C3%93%C5%81W%20i')).toEqual([])
  })

  test('keeps what is not named, a retired tag, and text that has no place in a table as far as it can be stored', async () => {
    const [customer, tag] = [await buildCustomer('Jan'), await idOf('/tags', { name: 'Old' })]
    await ask('PATCH', `/customers/${customer}`, { tagIds: [tag], note: 'a\0b 🦊', language: 'pl' })
    await ask('PATCH', `/tags/${tag}`, { retired: true })
    expect((await ask('PATCH', `/customers/${customer}`, { name: ' Jan\n\0Kowalski ', tagIds: [tag] })).body).toMatchObject({ name: 'Jan Kowalski', note: 'ab 🦊', language: 'pl', tagIds: [tag] })
    expect((await ask('PATCH', `/customers/${customer}`, { language: null })).body.language).toBeNull()
  })

  test('is asked for the fields always needed when a person saves fields, not before', async () => {
    const [customer, needed, other] = [await buildCustomer('Ola'), await idOf('/custom-fields', { subject: 'customer', name: 'Numer karty', type: 'text', required: { always: true } }), await idOf('/custom-fields', { subject: 'customer', name: 'Strona', type: 'link' })]
    expect((await ask('PATCH', `/customers/${customer}`, { name: 'Ola K.' })).status).toBe(200)
    expect(await ask('PATCH', `/customers/${customer}`, { fields: { [other]: 'https://ola.example' } })).toMatchObject({ status: 422, body: { detail: 'A customer needs these filled in: "Numer karty".', fields: { [`fields.${needed}`]: 'is needed' } } })
    expect((await ask('PATCH', `/customers/${customer}`, { fields: { [other]: 'https://ola.example', [needed]: 'K-1' } })).status).toBe(200)
    expect((await ask('PATCH', `/customers/${customer}`, { fields: { [needed]: ' ' } })).status).toBe(422)
    await ask('PATCH', `/custom-fields/${needed}`, { retired: true })
  })

  test.each<[string, () => Promise<object>, string]>([
    ['a company of another organization', async () => ({ companyId: await idOf('/companies', { name: 'Foreign' }, foreignToken) }), 'companyId'], ['a company that is no id', async () => ({ companyId: "' or 1=1" }), 'companyId'],
    ['a tag of another organization', async () => ({ tagIds: [await idOf('/tags', { name: newId() }, foreignToken)] }), 'tagIds'], ['a field of a ticket', async () => ({ fields: { [await idOf('/custom-fields', { subject: 'ticket', name: newId(), type: 'text' })]: 'x' } }), 'fields'],
    ['a field nobody knows', async () => ({ fields: { constructor: 'x' } }), 'fields'], ['an empty name', async () => ({ name: ' \0 ' }), 'name'],
  ])('with %s is refused with one sentence, and nothing saved', async (_what, patch, field) => {
    const customer = await buildCustomer('Ewa')
    const answer = await ask('PATCH', `/customers/${customer}`, { note: 'new', ...(await patch()) })
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-input', detail: expect.stringMatching(/^\S[^]{10,}\.$/), fields: { [field]: expect.any(String) } } })
    expect((await ask('GET', `/customers/${customer}`)).body).toMatchObject({ note: '', companyId: null, tagIds: [], fields: {} })
  })

  test('is not hurt by a body whose keys poison prototypes', async () => {
    const customer = await buildCustomer('Iza')
    const answer = await kontuar.inject({ method: 'PATCH', url: `/api/v1/customers/${customer}`, headers: { authorization: `Bearer ${await kontuar.tokenOf('administrator')}`, 'content-type': 'application/json' }, payload: '{"fields": {"__proto__": "x", "constructor": {"prototype": {"x": 1}}}}' })
    expect(answer.statusCode).toBe(400)
  })
})

describe('a company', () => {
  test('is added, changed, and found by the start of its name in any case', async () => {
    const field = await idOf('/custom-fields', { subject: 'company', name: 'NIP', type: 'text' })
    const id = await idOf('/companies', { name: ' Łódzkie  Buty ', note: 'n', fields: { [field]: '725-10-10-101' } })
    expect((await ask('PATCH', `/companies/${id}`, { name: 'Łódzkie Buty 100%' })).body).toMatchObject({ id, name: 'Łódzkie Buty 100%', note: 'n', fields: { [field]: '725-10-10-101' }, customers: 0 })
    expect(await published('customers.companyChanged', id)).toHaveLength(2)
    for (const q of ['łódzkie', 'ŁÓDZKIE BUTY 100%', 'łó', 'lodzkie b']) expect(await found(`/companies?q=${encodeURIComponent(q)}`), q).toEqual(['Łódzkie Buty 100%'])
    for (const q of ['buty', '%', '_', '\\', "'"]) expect(await found(`/companies?q=${encodeURIComponent(q)}`), q).toEqual([])
  })

  test('is not added without a name or what is always needed', async () => {
    expect(await ask('POST', '/companies', { name: '\t' })).toMatchObject({ status: 400, body: { fields: { name: 'is empty' } } })
    const needed = await idOf('/custom-fields', { subject: 'company', name: 'Opiekun', type: 'text', required: { always: true } })
    expect(await ask('POST', '/companies', { name: 'Firma' })).toMatchObject({ status: 422, body: { detail: 'A company needs these filled in: "Opiekun".' } })
    await ask('PATCH', `/custom-fields/${needed}`, { retired: true })
  })

  test('an observer reads it and does not change it', async () => {
    const [id, token] = [await idOf('/companies', { name: 'Widziana' }), await kontuar.tokenOf('observer')]
    expect((await ask('GET', `/companies/${id}`, undefined, token)).status).toBe(200)
    expect((await ask('PATCH', `/companies/${id}`, { name: 'x' }, token)).status).toBe(403)
  })
})

describe('the list of companies', () => {
  beforeAll(async () => {
    await kontuar.platform.db.write(kontuar.orgB.orgId, (tx) => tx.query(`insert into company (org_id, id, name) select $1, gen_random_uuid(), (array['Ą', 'ą', 'Bez', 'bez', 'Ż', 'Ёж'])[n % 6 + 1] || ' ' || n % 700 from generate_series(1, 5000) n`, [tx.orgId]))
    const owner = new pg.Client({ connectionString: kontuar.ownerUrl })
    await owner.connect()
    await owner.query('analyze company')
    await owner.end()
  })
  test('walks every company once, in the order of names', async () => {
    const names: string[] = []
    const ids = new Set<string>()
    let cursor: string | null = null
    do {
      const { body } = await ask('GET', `/companies?limit=190${cursor === null ? '' : `&cursor=${cursor}`}`, undefined, foreignToken)
      for (const company of body.items) {
        names.push(company.name.toLowerCase())
        ids.add(company.id)
      }
      cursor = body.next
    } while (cursor !== null)
    expect(ids.size).toBe(names.length)
    expect(names.length).toBeGreaterThanOrEqual(5000)
    expect(names.findLastIndex((n) => n.startsWith('ą'))).toBeLessThan(names.findIndex((n) => n.startsWith('bez')))
  })
  test.each([['nonsense'], [Buffer.from('["a","b"]').toString('base64url')], [Buffer.from('["a\\u0000","00000000-0000-7000-8000-000000000000"]').toString('base64url')]])('refuses the cursor %s', async (cursor) => {
    expect((await ask('GET', `/companies?cursor=${cursor}`)).body.code).toBe('invalid-cursor')
  })
  test.each([['a page', {}], ['a later page', { cursor: Buffer.from('["bez 50","00000000-0000-7000-8000-000000000000"]').toString('base64url') }], ['the start of a name', { q: 'bez 69' }]])('reads %s by an index', async (_what, query) => {
    const { text, values } = companyListStatement(kontuar.orgB.orgId, query)
    const plan = (await kontuar.platform.db.read(kontuar.orgB.orgId, (tx) => tx.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values))).map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(/ (company_in_order|company_by_name) /)
    expect(plan).not.toMatch(/Seq Scan on company/)
  })
})
