// Guards what a BI tool may read: the views of its own organization, no texts, nothing else, and nothing once its login is gone.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../app/testing.ts'
import { forgetLogin, makeLogin } from './bi.ts'

let kontuar: TestKontuar
let owner: pg.Client
let login: string
let reader: pg.Client
beforeAll(async () => {
  kontuar = await startTestKontuar()
  owner = new pg.Client({ connectionString: kontuar.ownerUrl })
  await owner.connect()
  for (const org of [kontuar.orgA, kontuar.orgB]) {
    const token = await kontuar.tokenOf('administrator', org)
    await kontuar.ask('POST', '/interactions', { kind: 'call', channel: 'phone', customer: { name: 'Zebra Tajna' }, request: 'tajemnica' }, token)
  }
  await kontuar.runJobs()
  login = (await makeLogin(owner, kontuar.orgA.orgId)).login
  reader = await connectAs(login)
})
afterAll(async () => {
  await reader.end().catch(() => {})
  await forgetLogin(owner, login)
  await owner.end()
  await kontuar.stop()
})

async function connectAs(user: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: kontuar.ownerUrl.replace(/\/\/[^@]+@/, `//${user}@`) })
  client.on('error', () => {})
  await client.connect()
  return client
}
const views = ['locations', 'teams', 'staff', 'queues', 'reasons', 'customers', 'tickets', 'interactions', 'answers', 'facts', 'daily']

describe('a login of a BI tool', () => {
  test('finds its own organization in the views, and none of the other', async () => {
    const tickets = await reader.query('select id from tickets')
    expect(tickets.rows).toHaveLength(1)
    const { rows } = await owner.query('select id from ticket where org_id = $1', [kontuar.orgA.orgId])
    expect(tickets.rows).toEqual(rows)
    expect((await reader.query(`select count(*)::int as n from facts where measures ? 'contact-in'`)).rows[0].n).toBe(1)
  })

  test('reads every view, and no name, address or word of a customer in any', async () => {
    for (const view of views) expect(JSON.stringify((await reader.query(`select * from bi.${view}`)).rows), view).not.toMatch(/Zebra|tajemnica/)
    const { rows } = await owner.query(`select table_name from information_schema.views where table_schema = 'bi' order by 1`)
    expect(rows.map((r) => r.table_name)).toEqual(views.toSorted())
  })

  test.each([
    ['tables', 'select * from ticket'], ['tables by their full name', 'select * from public.interaction'], ['the mapping', 'select * from public.bi_login'], ['passwords', 'select * from auth.account'],
    ['sums of all', 'select * from public.fact_sum'], ['another role', 'set role kontuar_app'], ['the owner', 'set session authorization kontuar'], ['writing', `delete from bi.tickets`], ['a table of its own', 'create table bi.x (a int)'],
    ['a table in public', 'begin read write; create table public.x (a int)'], ['doors of the program', `select * from public.find_session('x')`],
  ])('may not reach %s', async (_what, statement) => {
    await expect(reader.query(statement)).rejects.toThrow(/permission denied|read-only|does not exist|cannot/)
    await reader.query('rollback').catch(() => {})
  })

  test('changes nothing by a setting of its session', async () => {
    await reader.query(`set kontuar.org = '${kontuar.orgB.orgId}'`)
    expect((await reader.query('select id from tickets')).rows).toHaveLength(1)
  })

  test('sees nothing from the moment it is taken away, also where it is still connected', async () => {
    const { login: other } = await makeLogin(owner, kontuar.orgB.orgId)
    const still = await connectAs(other)
    expect((await still.query('select id from tickets')).rows).toHaveLength(1)
    expect(await forgetLogin(owner, other)).toBe(true)
    expect((await still.query('select id from tickets').catch(() => ({ rows: [] }))).rows).toEqual([])
    await still.end()
    await expect(connectAs(other)).rejects.toThrow(/does not exist/)
    expect(await forgetLogin(owner, other)).toBe(false)
  })
})
