// Guards that the past of a demonstration company stands as if the program had been there: what is derived of it anew is what stands, and
// numbers are there at once. The smallest company; all of them are loaded for the browser stories.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../app/testing.ts'
import { deriveSubjects } from '../modules/insight/index.ts'
import { lookForWarnings } from '../modules/insight/warnings/look/look-for-warnings.ts'
import { createOrganization } from '../modules/identity/index.ts'
import { buildToken } from '../modules/identity/testing.ts'
import { keepClocks, rebuildStays } from '../modules/routing/index.ts'
import { openDatabase, type Database } from '../platform/db/database.ts'
import { salon } from './companies/salon.ts'
import { demoPassword } from './company.ts'
import { orderTheRest } from './past/settle-past.ts'
import { tellCompany } from './tell-company.ts'

let kontuar: TestKontuar
let past: Database
let orgId: number
let token: string
beforeAll(async () => {
  kontuar = await startTestKontuar({}, { organizations: false })
  past = openDatabase({ url: kontuar.ownerUrl, role: null, subscribersOf: () => [], max: 2 })
  const { db } = kontuar.platform
  const made = await createOrganization(db, { organizationName: salon.name, locale: 'pl', timeZone: 'Europe/Warsaw', name: salon.admin.name, email: salon.admin.email, password: demoPassword }, false)
  orgId = made.orgId
  await tellCompany(db, past, orgId, made.staffId, salon)
  token = await buildToken(db, orgId, { staffId: made.staffId, userId: made.userId, email: salon.admin.email, role: 'administrator' })
}, 120_000)
afterAll(async () => {
  await past.close()
  await kontuar.stop()
})

const sql = <R extends object>(text: string, values: unknown[] = []) => past.read(orgId, (tx) => tx.query<R>(text, [orgId, ...values]))
const ask = async (path: string) => {
  const answer = await kontuar.ask('GET', path, undefined, token)
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}
const figure = async (metric: string, from: number, to: number, more = '') => (await ask(`/metrics/${metric}?from=${new Date(Date.now() - from * 86_400_000).toISOString()}&to=${new Date(Date.now() - to * 86_400_000).toISOString()}${more}`)).figure

test('derived anew, clocks, stays and facts are what stands', async () => {
  const ids = (await sql<{ id: string }>('select id from ticket where org_id = $1 order by md5(id::text) limit 200')).map((row) => row.id)
  const standing = () => sql<{ facts: number; clocks: string; stays: string }>(
    `select (select count(*)::int from fact where org_id = $1) as facts, (select md5(string_agg(to_jsonb(c)::text, ' ' order by c.id)) from sla_clock c where c.org_id = $1 and c.ticket_id = any ($2) and c.state not in ('running', 'paused')) as clocks,
       (select md5(string_agg(to_jsonb(s)::text, ' ' order by s.id)) from queue_stay s where s.org_id = $1 and s.ticket_id = any ($2)) as stays`, [ids])
  const before = await standing()
  expect(before[0]!.facts).toBeGreaterThan(5000)
  await past.write(orgId, async (tx) => {
    await keepClocks(tx, ids)
    await rebuildStays(tx, ids)
    await deriveSubjects(tx, (kind) => (kind === 'ticket' ? ids : []))
  })
  expect(await standing()).toEqual(before)
})

test('the lists agree with the diary: who owns, what is closed, who waits', async () => {
  const wrong = await sql(
    `select t.number from ticket t where t.org_id = $1 and (
       (t.status_category = 'closed') <> (t.closed_at is not null) or (t.status_category = 'closed' and t.waiting_since is not null) or t.created_at > t.updated_at or t.updated_at > now()
       or t.status <> coalesce((select i.event->'detail'->'status'->>1 from interaction i where i.org_id = t.org_id and i.ticket_id = t.id and i.event->'detail' ? 'status' order by i.created_at desc, i.id desc limit 1), 'new'))`)
  expect(wrong).toEqual([])
  const numbers = await sql<{ ordered: boolean }>('select bool_and(ordered) as ordered from (select number > lag(number, 1, 0::bigint) over (order by created_at, number) as ordered from ticket where org_id = $1) n')
  expect(numbers).toEqual([{ ordered: true }])
})

test('half a year of contacts can be counted by where, who and what, and opens its rows', async () => {
  const entries = await figure('contacts-in', 180, 0)
  expect(entries.value).toBeGreaterThan(800)
  expect((await figure('contacts-in', 180, 90)).value).toBeGreaterThan(350)
  const rows = await ask(`/metrics/contacts-in/rows?from=${new Date(Date.now() - 7 * 86_400_000).toISOString()}&to=${new Date().toISOString()}&limit=200`)
  expect(rows.items).toHaveLength((await figure('contacts-in', 7, 0)).value)
  const teams = await ask(`/metrics/tickets-closed?from=${new Date(Date.now() - 180 * 86_400_000).toISOString()}&to=${new Date().toISOString()}&by=team`)
  expect(teams.groups.map((g: { name: string }) => g.name)).toContain('Salon')
})

test('guests are content, and answers agree with the results of the survey', async () => {
  expect((await figure('csat', 180, 0)).value).toBeGreaterThan(0.85)
  const { items } = await ask('/surveys')
  const visit = items.find((s: { template: string }) => s.template === 'after-visit')
  const results = await ask(`/surveys/${visit.id}/results`)
  const [stored] = await sql<{ n: number }>('select count(*)::int as n from answer where org_id = $1 and survey_id = $2', [visit.id])
  expect(results.n ?? results.answers).toBe(stored!.n)
})

test('what it did about low scores stands as if the program had been there', async () => {
  const loops = await sql<{ n: number; closed: number; asked: number; after: boolean }>(
    `select count(*)::int as n, count(closed_at)::int as closed, count(invitation_id)::int as asked, bool_and(opened_at < coalesce(closed_at, now()) and opened_at <= coalesce(contacted_at, now())) as after from recovery where org_id = $1`)
  expect(loops[0]!.n).toBeGreaterThan(1)
  expect(loops[0]!.closed).toBeGreaterThan(0)
  expect(loops[0]!.asked).toBeGreaterThan(0)
  expect(loops[0]!.after).toBe(true)
  // Nothing of the past waits to be told today.
  expect(await sql(`select d.id from alert_delivery d join alert a on a.org_id = d.org_id and a.id = d.alert_id where d.org_id = $1 and d.state <> 'dropped' and a.first_at < now() - interval '1 day' and (d.state <> 'sent' or d.sent_at > a.first_at + interval '1 day')`)).toEqual([])
  const sent = await sql<{ state: string; on_time: boolean }>(`select state, bool_and(sent_at < due_at + interval '1 minute') as on_time from report_sending where org_id = $1 group by state`)
  expect(sent).toEqual([{ state: 'sent', on_time: true }])
})

test('is looked at for warnings only when all is told, from the first day on', async () => {
  const planned = () => sql<{ kind: string }>(`select w.key as kind from warning_check w, jsonb_each(w.memory->'days') of where w.org_id = $1 and (of.value->'period' <> 'null' or of.value->'found' <> 'null') group by w.key order by w.key`)
  await lookForWarnings(kontuar.platform.db, orgId)
  expect(await planned()).toEqual([])
  await orderTheRest(past, orgId)
  await lookForWarnings(kontuar.platform.db, orgId)
  expect((await planned()).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['complaints-rise', 'nps-falls', 'reason-rises']))
})
