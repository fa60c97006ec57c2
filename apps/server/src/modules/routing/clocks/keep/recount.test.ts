// Guards that a change of settings reaches every open ticket once, chunk by chunk, though it be killed in between.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../../app/testing.ts'
import { hour, setPolicy } from '../clocks.fixture.ts'
import { recountChunk } from './recount.ts'

let kontuar: TestKontuar
let org: number
const tickets = 450
const db = () => kontuar.platform.db
beforeAll(async () => {
  kontuar = await startTestKontuar()
  org = kontuar.orgA.orgId
  await setPolicy(db(), org, { targets: { firstResponse: null, nextResponse: null, resolution: { seconds: 10 * hour, clock: 'elapsed' }, statuses: {} } })
  await db().write(org, async (tx) => {
    await tx.query(`insert into customer (org_id, id, name) values ($1, gen_random_uuid(), 'Klient')`, [org])
    await tx.query(`insert into ticket (org_id, id, number, subject, customer_id, channel, last_interaction_at, last_direction, created_at) select $1, gen_random_uuid(), n, 'Sprawa', (select id from customer where org_id = $1 limit 1), 'email', now(), 'in', now() - interval '1 hour' from generate_series(1, ${tickets}) n`, [org])
  })
})
afterAll(() => kontuar.stop())

const figures = async () => (await db().read(org, (tx) => tx.query<{ clocks: number; moved: number; due: number }>(
  `select (select count(*)::int from sla_clock where org_id = $1 and target_seconds = 18000) as clocks, (select count(*)::int from interaction where org_id = $1 and event->>'name' = 'sla-moved') as moved,
     (select count(*)::int from ticket where org_id = $1 and due_at between now() + interval '3.9 hours' and now() + interval '4.1 hours') as due`, [org])))[0]!

test('all open tickets move, each says so once, whatever happens in between', async () => {
  const changedAt = Date.now()
  await db().write(org, (tx) => recountChunk(tx, { changedAt: 0 }))
  await kontuar.runJobs()
  expect(await figures()).toEqual({ clocks: 0, moved: 0, due: 0 })
  await db().write(org, (tx) => tx.query(`insert into sla_policy_version (org_id, policy_id, version, definition) select org_id, policy_id, version + 1, jsonb_set(definition, '{targets,resolution,seconds}', '18000') from sla_policy_version where org_id = $1 and version = 1000`, [org]))

  await expect(db().write(org, async (tx) => { await recountChunk(tx, { changedAt }); throw new Error('killed') })).rejects.toThrow('killed')
  expect((await figures()).clocks).toBe(0)
  await db().write(org, (tx) => recountChunk(tx, { changedAt }))
  expect(await figures()).toEqual({ clocks: 200, moved: 200, due: 200 })
  await kontuar.runJobs()
  expect(await figures()).toEqual({ clocks: tickets, moved: tickets, due: tickets })
  await db().write(org, (tx) => recountChunk(tx, { changedAt }))
  await kontuar.runJobs()
  expect(await figures()).toEqual({ clocks: tickets, moved: tickets, due: tickets })
})
