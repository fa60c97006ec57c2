// Guards what a BI tool may read: the views of its own organization, no texts, nothing else, and nothing once its login is gone.
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../app/testing.ts'
import { rollFacts } from '../modules/insight/sums/roll-facts.ts'
import { buildFact, putFacts } from '../modules/insight/sums/testing.ts'
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
  // Just before and just after May began and ended in Warsaw.
  const { body: shop } = await kontuar.ask('POST', '/locations', { name: 'Rynek' })
  const answers = [['2026-04-30T21:59:59.999Z', 1], ['2026-04-30T22:00:00Z', 0], ['2026-05-31T21:59:59.999Z', 1], ['2026-05-31T22:00:00Z', 1]] as const
  await kontuar.platform.db.write(kontuar.orgA.orgId, (tx) => putFacts(tx, answers.map(([at, satisfied]) => buildFact({ kind: 'answer', at: Date.parse(at), measures: { 'csat-satisfied': satisfied }, locationId: shop.id }))))
  await kontuar.runJobs()
  await kontuar.platform.db.write(kontuar.orgA.orgId, (tx) => rollFacts(tx))
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
/** The queries of the handbook, word for word. */
const examples = [...readFileSync(new URL('../../../../docs/operations/bi.md', import.meta.url), 'utf8').matchAll(/```sql\n([^]*?)```/g)].map(([, sql]) => sql!)
const views = ['organization', 'locations', 'teams', 'staff', 'queues', 'reasons', 'customers', 'tickets', 'interactions', 'answers', 'facts', 'daily']

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

  // A BI tool signs in with the zone of its own machine.
  describe.each(['UTC', 'America/New_York', 'Pacific/Auckland'])('in a session in %s', (zone) => {
    beforeAll(async () => { await reader.query(`set time zone '${zone}'`) })
    afterAll(async () => { await reader.query('reset time zone') })

    test('finds each thing on the day it had in the organization, also at midnight', async () => {
      const { rows } = await reader.query(`select d.day::text, d.n::int, pg_typeof(d.day)::text as type from daily d where d.measure = 'csat-satisfied' and d.dimension = 'all' order by d.day`)
      expect(rows).toEqual(['2026-04-30', '2026-05-01', '2026-05-31', '2026-06-01'].map((day) => ({ day, n: 1, type: 'date' })))
    })

    test('counts May by the examples of the handbook as the dashboards do', async () => {
      const [csat, tickets] = examples
      expect((await reader.query(csat!)).rows.map((row) => ({ ...row, csat: Number(row.csat), answers: Number(row.answers) }))).toEqual([{ name: 'Rynek', csat: 0.5, answers: 2 }])
      for (const [at, found] of [['2026-04-30T21:59:59Z', []], ['2026-04-30T22:00:00Z', ['2026-05-01']], ['2026-05-31T21:59:59Z', ['2026-05-31']], ['2026-05-31T22:00:00Z', []]] as const) {
        await owner.query('update ticket set created_at = $2 where org_id = $1', [kontuar.orgA.orgId, at])
        const { rows } = await reader.query(`select day::text, tickets::int from (${tickets!.replace(/;\s*$/, '')}) as told`)
        expect(rows, at).toEqual(found.map((day) => ({ day, tickets: 1 })))
      }
    })
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
