// Guards that everybody of a list is asked once, at their time, also when the worker dies in the middle; and nobody after it was stopped.
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { buildAskingOrganization, buildCustomer, buildSurvey, invitationsOf, type AskingOrganization } from '../asking/asking.fixture.ts'
import { askListed, type ListedShare } from './ask-listed.ts'

let kontuar: TestKontuar
let asking: AskingOrganization
let owner: pg.Pool
beforeAll(async () => {
  kontuar = await startTestKontuar({}, { organizations: false })
  owner = new pg.Pool({ connectionString: kontuar.ownerUrl, max: 1 })
})
afterAll(async () => {
  await owner.end()
  await kontuar.stop()
})
beforeEach(async () => { asking = await buildAskingOrganization(kontuar) })

const ask = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: object, token = asking.token) => kontuar.ask(method, path, body, token)
const rows = <R extends object>(text: string, values: unknown[] = []) => kontuar.platform.db.read(asking.org.orgId, (tx) => tx.query<R>(text, [asking.org.orgId, ...values]))
const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
const create = (given: object = {}) => ask('POST', '/survey-lists', { surveyId: asking.surveyId, name: 'Wiosna', road: 'email', sendAt: tomorrow, csv: 'email;name;product\nanna@klient.example;Anna Nowak;Czajnik\njan@klient.example;Jan Kowalski;\n', ...given })
const invitations = () => invitationsOf(kontuar, asking)
/** What the waiting jobs of a list are to do; a test decides when. */
async function sharesOf(listId: string): Promise<(ListedShare & { orgId: number })[]> {
  const { rows: jobs } = await owner.query<{ payload: ListedShare & { orgId: number } }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'feedback.askListed' and j.payload->>'listId' = $1 order by j.id`, [listId])
  return jobs.map((r) => r.payload)
}

describe('a list', () => {
  test('learns its people, and plans one invitation each at its time', async () => {
    const known = await kontuar.platform.db.write(asking.org.orgId, (tx) => buildCustomer(tx, { name: 'Jan', email: 'jan@klient.example' }))
    const made = await create()
    expect(made).toMatchObject({ status: 201, body: { name: 'Wiosna', road: 'email', state: 'scheduled', people: 2, waiting: 2, sent: 0, suppressed: 0, answered: 0, refused: [], perHour: null } })
    expect(new Date(made.body.sendAt).toISOString()).toBe(tomorrow)
    await kontuar.runJobs()
    const planned = await invitations()
    expect(planned).toMatchObject([{ state: 'planned', road: 'email', facts: { product: 'Czajnik' }, send_at: new Date(tomorrow) }, { state: 'planned', customer_id: known, facts: {}, send_at: new Date(tomorrow) }])
    expect(planned.every((i) => i.cause.startsWith(`list:${made.body.id}:`) && !i.cause.includes('klient'))).toBe(true)
    expect(await rows('select name from customer where org_id = $1 order by name', [])).toEqual([{ name: 'Anna Nowak' }, { name: 'Jan' }])
    const [touchpoint] = (await ask('GET', '/touchpoints')).body.items
    expect(touchpoint).toMatchObject({ name: 'Wiosna', trigger: 'list', definition: { roads: ['email'], delayMinutes: 0 }, counts: { planned: 2 } })
    expect((await ask('GET', `/survey-lists?surveyId=${asking.surveyId}`)).body.items).toMatchObject([{ id: made.body.id, people: 2, waiting: 2 }])
    expect((await ask('GET', `/survey-invitations?listId=${made.body.id}`)).body.items).toHaveLength(2)
  })
  test('asks each once though its jobs run twice, and goes on where a worker died', async () => {
    const csv = `email\n${Array.from({ length: 1200 }, (_, n) => `p${n}@klient.example`).join('\n')}`
    const { body: list } = await create({ csv })
    const shares = await sharesOf(list.id)
    expect(shares.map((s) => s.people.length)).toEqual([500, 500, 200])
    const job = askListed(kontuar.platform)
    const run = (share: ListedShare & { orgId: number }) => job.handle(share, { attempt: 1, maxAttempts: 25 })
    await run(shares[0]!)
    expect((await ask('GET', '/survey-lists')).body.items[0]).toMatchObject({ people: 1200, waiting: 1200 })
    // It was stored, but nobody heard of it: the job comes again, with another process at the same time.
    await Promise.all([run(shares[0]!), run(shares[1]!), run(shares[1]!)])
    await kontuar.runJobs()
    expect(await rows('select count(*)::int as n, count(distinct customer_id)::int as people, count(distinct cause)::int as causes from survey_invitation where org_id = $1')).toEqual([{ n: 1200, people: 1200, causes: 1200 }])
    expect(await sharesOf(list.id)).toEqual([])
  })
  test('whose time has passed is asked at once', async () => {
    const before = Date.now()
    const { status, body: list } = await create({ sendAt: '2020-01-01T00:00:00Z' })
    expect(status).toBe(201)
    const times = (await sharesOf(list.id)).flatMap((share) => share.people.map((p) => Date.parse(p.sendAt)))
    expect(times).toHaveLength(2)
    // The database’s clock is asked, which may be a little apart.
    for (const time of times) expect([time >= before - 60_000, time <= Date.now() + 60_000]).toEqual([true, true])
  })
  test('is spread over the hours', async () => {
    await create({ csv: `email\n${Array.from({ length: 5 }, (_, n) => `s${n}@klient.example`).join('\n')}`, perHour: 2 })
    await kontuar.runJobs()
    expect((await invitations()).map((i) => i.send_at.getTime() - Date.parse(tomorrow)).sort((a, b) => a - b)).toEqual([0, 1_800_000, 3_600_000, 5_400_000, 7_200_000])
  })
  test('tells which lines it did not take, and takes the others', async () => {
    const { body } = await create({ csv: 'email,product\r\na@klient.example,"two\r\nlines"\r\nnonsense,x\r\nA@klient.example,\r\n,x\r\n' })
    expect(body).toMatchObject({ people: 1, refused: [{ line: 4, sentence: '"nonsense" is no e-mail address.' }, { line: 5, sentence: 'The same e-mail address stands on line 2: that person is asked once.' }, { line: 6, sentence: 'There is no e-mail address.' }] })
  })
  test('keeps whoever cannot be asked with the reason: two addresses of one person, objections, no gateway', async () => {
    const twice = await kontuar.platform.db.write(asking.org.orgId, async (tx) => {
      const id = await buildCustomer(tx, { name: 'Ewa', email: 'ewa@klient.example' })
      await tx.query(`insert into identity (org_id, id, customer_id, kind, address, address_key) values ($1, $2, $3, 'email', $4, $4)`, [tx.orgId, newId(), id, 'ewa@praca.example'])
      return id
    })
    await create({ csv: 'email\newa@klient.example\newa@praca.example' })
    await create({ name: 'SMS', road: 'sms', csv: 'phone\n600 700 800' })
    await kontuar.runJobs()
    const states = (await invitations()).map((i) => [i.customer_id === twice, i.state, i.reason])
    expect(states).toEqual([[true, 'planned', null], [true, 'suppressed', 'already-asked'], [false, 'suppressed', 'cannot-send']])
    expect((await ask('GET', '/survey-lists')).body.items.map((l: { waiting: number; suppressed: number }) => [l.waiting, l.suppressed])).toEqual([[0, 1], [1, 1]])
  })
  test('of customers asks them, and tells who is not there', async () => {
    const [anna, jan] = await kontuar.platform.db.write(asking.org.orgId, async (tx) => [await buildCustomer(tx), await buildCustomer(tx, { email: null })])
    const other = newId()
    const { status, body } = await create({ csv: undefined, customerIds: [anna, jan, other, anna, 'x'] })
    expect({ status, people: body.people, refused: body.refused.map((r: { line: number }) => r.line) }).toEqual({ status: 201, people: 2, refused: [3, 4, 5] })
    await kontuar.runJobs()
    expect((await invitations()).map((i) => [i.customer_id, i.state, i.reason])).toEqual([[anna, 'planned', null], [jan, 'suppressed', 'no-address']])
  })
  test('may be an uploaded file in the code page of a Polish Windows, and of nobody else', async () => {
    const form = Buffer.concat([Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="lista.csv"\r\ncontent-type: text/csv\r\n\r\nemail;imi\xea i nazwisko\r\nzofia@klient.example;Zofia \xa3\xb9cka\r\n', 'latin1'), Buffer.from('\r\n--x--\r\n')])
    const upload = await kontuar.inject({ method: 'POST', url: '/api/v1/files', payload: form, headers: { 'content-type': 'multipart/form-data; boundary=x', authorization: `Bearer ${asking.token}` } })
    expect(upload.statusCode).toBe(201)
    const fileId = upload.json<{ id: string }>().id
    expect((await create({ csv: undefined, fileId })).status).toBe(201)
    await kontuar.runJobs()
    expect(await rows('select name from customer where org_id = $1')).toEqual([{ name: 'Zofia Łącka' }])
    expect((await ask('POST', '/survey-lists', { surveyId: asking.surveyId, name: 'x', road: 'email', sendAt: tomorrow, fileId }, await kontuar.tokenOf('manager', asking.org))).status).toBe(404)
  })
})

describe('a stopped list', () => {
  test('asks nobody further: neither those planned nor those not yet looked at', async () => {
    const { body: list } = await create({ csv: `email\n${Array.from({ length: 600 }, (_, n) => `q${n}@klient.example`).join('\n')}` })
    const shares = await sharesOf(list.id)
    await askListed(kontuar.platform).handle(shares[0]!, { attempt: 1, maxAttempts: 25 })
    const stopped = await ask('POST', `/survey-lists/${list.id}/stop`)
    expect(stopped).toMatchObject({ status: 200, body: { state: 'stopped', waiting: 0, people: 600 } })
    await kontuar.runJobs()
    expect(await rows('select state, reason, count(*)::int as n from survey_invitation where org_id = $1 group by 1, 2')).toEqual([{ state: 'cancelled', reason: 'list-stopped', n: 500 }])
    expect((await ask('POST', `/survey-lists/${list.id}/stop`)).body).toEqual(stopped.body)
    expect((await ask('GET', '/touchpoints')).body.items).toMatchObject([{ active: false, retired: true }])
  })
  test('like one whose touchpoint was switched off', async () => {
    const { body: list } = await create()
    const [{ id }] = (await ask('GET', '/touchpoints')).body.items
    await ask('PATCH', `/touchpoints/${id}`, { active: false })
    await kontuar.runJobs()
    expect(await invitations()).toEqual([])
    expect((await ask('GET', '/survey-lists')).body.items).toMatchObject([{ id: list.id }])
  })
})

describe('a list is refused, and nothing of it kept,', () => {
  test.each<[string, object, number, object]>([
    ['without a name', { name: ' ' }, 400, { name: 'is empty' }], ['with an unknown survey', { surveyId: newId() }, 400, { surveyId: 'is not in use' }], ['next year', { sendAt: '2999-01-01T00:00:00Z' }, 400, { sendAt: 'cannot be' }],
    ['with nobody in it', { csv: 'email\nnonsense' }, 400, { csv: 'names nobody' }], ['without a heading', { csv: 'a@b.example\nc@d.example' }, 400, { csv: 'has no column "email"' }], ['with neither file nor people', { csv: undefined }, 400, { csv: 'is needed, or a file' }],
    ['with both', { customerIds: [newId()] }, 400, { customerIds: 'stands beside a file' }], ['with more than fifty thousand', { csv: `email\n${'a@b.example\n'.repeat(50_001)}` }, 413, { csv: 'has too many lines' }], ['with a file of nobody', { csv: undefined, fileId: newId() }, 404, {}],
    ['with an open quotation mark', { csv: 'email\n"a@b.example' }, 400, { csv: 'has an open quotation mark' }],
  ])('%s', async (_what, given, status, fields) => {
    const answer = await create(given)
    expect(answer).toMatchObject({ status, body: { detail: expect.stringMatching(/\.$/) } })
    expect(answer.body.fields ?? {}).toEqual(fields)
    expect(await rows('select 1 from survey_list where org_id = $1')).toEqual([])
    expect(await rows('select 1 from touchpoint where org_id = $1')).toEqual([])
  })
  test.each([['draft', 0], ['ended', 1]])('of a survey that is %s', async (state, version) => {
    const surveyId = await kontuar.platform.db.write(asking.org.orgId, async (tx) => {
      const id = await buildSurvey(tx, { state })
      await tx.query('update survey set version = $3 where org_id = $1 and id = $2', [tx.orgId, id, version])
      return id
    })
    expect(await create({ surveyId })).toMatchObject({ status: 422, body: { fields: { surveyId: 'takes no answers' } } })
  })
})

test('fifty thousand lines are taken in a moment, and asked by jobs', async () => {
  const csv = `email,name\n${Array.from({ length: 50_000 }, (_, n) => `w${n}@klient.example,Osoba ${n}`).join('\n')}`
  const { status, body } = await create({ csv, perHour: 5000 })
  expect({ status, people: body.people, waiting: body.waiting }).toEqual({ status: 201, people: 50_000, waiting: 50_000 })
  expect((await sharesOf(body.id)).length).toBe(100)
  await ask('POST', `/survey-lists/${body.id}/stop`)
  await kontuar.runJobs()
  expect(await invitations()).toEqual([])
})
