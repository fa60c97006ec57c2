// Guards that facts can be made again at any time, of everything or a part, by a worker that is killed anywhere, and that organizations
// from before facts get theirs once.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../../app/testing.ts'
import { receiveMessages } from '../../../diary/index.ts'
import { buildMessage } from '../../../diary/testing.ts'
import { behindTheBack, buildCompany } from '../recomputed/company.fixture.ts'
import { linesOf } from '../recomputed/told.fixture.ts'
import { netFacts } from '../testing.ts'
import { orderRecount } from './order-recount.ts'
import { recountChunk } from './recount.ts'

let kontuar: TestKontuar
let owner: pg.Client
beforeAll(async () => {
  kontuar = await startTestKontuar()
  owner = new pg.Client({ connectionString: kontuar.ownerUrl })
  owner.on('error', () => {})
  await owner.connect()
})
afterAll(async () => { await owner.end(); await kontuar.stop() })

async function company(tickets: number) {
  const made = await buildCompany(kontuar)
  const { db, orgId } = made
  await db.write(orgId, async (tx) => {
    const messages = []
    for (let i = 0; i < tickets; i++) messages.push(await buildMessage(tx, made.mailboxId, { from: { name: '', address: `k${i}@klient.example` } }))
    await receiveMessages(tx, messages)
  })
  await kontuar.runJobs()
  const facts = async () => linesOf(await db.read(orgId, netFacts))
  const forget = () => behindTheBack(owner, ['fact'], ['fact_waiting', 'fact', 'fact_due'].map((table) => `delete from ${table} where org_id = ${orgId}`))
  return { ...made, facts, forget }
}

test('chunk by chunk from nothing they are what they were, also when each chunk is killed once; again nothing is written', async () => {
  const { db, orgId, facts, forget } = await company(450)
  const before = await facts()
  expect(before.length).toBeGreaterThanOrEqual(3 * 450)
  await forget()
  expect(await facts()).toEqual([])
  // Killed before the commit, a chunk has done nothing and ordered nothing.
  await db.write(orgId, async (tx) => { await recountChunk(tx, { walk: 'tickets' }); throw new Error('killed') }).catch(() => {})
  expect(await facts()).toEqual([])
  await db.write(orgId, async (tx) => orderRecount(tx, { walk: 'all' }))
  await kontuar.runJobs()
  expect(await facts()).toEqual(before)
  const rows = async () => (await db.read(orgId, (tx) => tx.query<{ n: number }>('select count(*)::int as n from fact where org_id = $1', [orgId])))[0]!.n
  const written = await rows()
  await db.write(orgId, async (tx) => orderRecount(tx, { walk: 'all' }))
  await kontuar.runJobs()
  expect(await rows()).toBe(written)
})

test('an organization from before facts gets them once, whatever happened in it meanwhile', async () => {
  const { orgId, facts, forget } = await company(5)
  const before = await facts()
  await forget()
  await owner.query('insert into fact_owed (org_id) values ($1)', [orgId])
  const furnish = async () => { await kontuar.platform.db.query('select enqueue($1)', [JSON.stringify([{ name: 'insight.furnish', payload: { orgId: 0 } }])]); await kontuar.runJobs() }
  await furnish()
  expect(await facts()).toEqual(before)
  await forget()
  await furnish()
  expect(await facts()).toEqual([])
})

test('past answers that were imported are counted by their survey, though nobody is told of each', async () => {
  const { db, orgId, surveys, ask, facts } = await company(1)
  for (let i = 0; i < 3; i++) expect((await ask('POST', '/answers', { surveyId: surveys[0], values: { q: 9 + (i % 2) } })).status).toBe(201)
  await kontuar.runJobs()
  const before = (await facts()).filter((f) => f.includes('"kind":"answer"'))
  expect(before).toHaveLength(3)
  await behindTheBack(owner, ['fact'], [`delete from fact_waiting where org_id = ${orgId}`, `delete from fact where org_id = ${orgId}`])
  await db.write(orgId, async (tx) => tx.publish({ name: 'feedback.answersImported', ids: { surveyId: surveys[0]! } }))
  await kontuar.runJobs()
  expect((await facts()).filter((f) => f.includes('"kind":"answer"'))).toEqual(before)
})

test('an organization that moves to a zone whose hours begin elsewhere gets its time at work cut there', async () => {
  const { db, orgId, ask, tokens } = await company(1)
  await ask('PUT', '/me/presence', { state: 'available' }, tokens[0])
  await ask('PUT', '/me/presence', { state: 'off' }, tokens[0])
  const begin = Math.floor(Date.now() / 3_600_000) * 3_600_000 - 2 * 3_600_000
  await owner.query('update presence_stay set since = $1, until = $2 where org_id = $3', [new Date(begin), new Date(begin + 3_600_000), orgId])
  const minutes = async () => { await kontuar.runJobs(); return (await db.read(orgId, netFacts)).filter((f) => f.kind === 'at-work').map((f) => f.measures.available! / 60) }
  await db.write(orgId, async (tx) => orderRecount(tx, { walk: 'presence' }))
  expect(await minutes()).toEqual([60])
  expect((await ask('PATCH', '/organization', { timeZone: 'Asia/Kolkata' })).status).toBe(200)
  expect(await minutes()).toEqual([30, 30])
})
