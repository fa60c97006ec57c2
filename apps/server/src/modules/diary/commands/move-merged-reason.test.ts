// Guards that no ticket stays at a reason that was merged away, however many, in whatever order the jobs run, and that
// the tickets keep their places in the lists.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { moveMergedReason } from './move-merged-reason.ts'

let kontuar: TestKontuar
let customer: string
beforeAll(async () => {
  kontuar = await startTestKontuar()
  customer = newId()
  await write('insert into customer (org_id, id, name) values ($1, $2, $3)', [customer, 'Anna'])
})
afterAll(() => kontuar.stop())

const write = (text: string, values: unknown[]) => kontuar.platform.db.write(kontuar.orgA.orgId, (tx) => tx.query(text, [tx.orgId, ...values]))
const read = <R extends object>(text: string, values: unknown[] = []) => kontuar.platform.db.read(kontuar.orgA.orgId, (tx) => tx.query<R>(text, [tx.orgId, ...values]))
const addReason = async (name: string): Promise<string> => (await kontuar.ask('POST', '/reasons', { name })).body.id
const addTickets = (reasonId: string, count: number) => write(
  `insert into ticket (org_id, id, number, subject, customer_id, channel, preview, last_interaction_at, last_direction, reason_id, updated_at)
   select $1, gen_random_uuid(), nextval, 'Sprawa', $2, 'mail', '', now(), 'in', $3, '2026-01-01' from generate_series(1, $4::int) n, lateral (select next_ticket_numbers(1) + n * 0 as nextval) x`, [customer, reasonId, count])
const ticketsOf = async (reasonId: string) => (await read<{ updated_at: Date }>('select updated_at from ticket where org_id = $1 and reason_id = $2', [reasonId])).map((t) => t.updated_at.toISOString())
const told = async () => (await read<{ ids: object }>(`select ids from event where org_id = $1 and name = 'vocabulary.reasonMoved' order by id`)).map((e) => e.ids)

test('more tickets than one transaction takes move, unseen by the lists; one event tells of all', async () => {
  const [from, into] = [await addReason('From'), await addReason('Into')]
  await addTickets(from, 1203)
  await kontuar.ask('POST', `/reasons/${from}/merge`, { intoId: into })
  await kontuar.runJobs()
  expect(await ticketsOf(from)).toEqual([])
  const moved = await ticketsOf(into)
  expect(moved).toHaveLength(1203)
  expect(new Set(moved)).toEqual(new Set(['2026-01-01T00:00:00.000Z']))
  expect(await told()).toEqual([{ reasonId: from, intoId: into }])
  expect(await read(`select 1 from event where org_id = $1 and name like 'diary.ticket%'`)).toEqual([])
  await moveMergedReason(kontuar.platform.db, kontuar.orgA.orgId, from)
  expect(await ticketsOf(into)).toHaveLength(1203)
})

test('a chain of merges ends at its end, even when the later job runs first', async () => {
  const [a, b, c] = [await addReason('A'), await addReason('B'), await addReason('C')]
  await addTickets(a, 3)
  await addTickets(b, 2)
  await kontuar.ask('POST', `/reasons/${a}/merge`, { intoId: b })
  await kontuar.ask('POST', `/reasons/${b}/merge`, { intoId: c })
  for (const reasonId of [b, a]) await moveMergedReason(kontuar.platform.db, kontuar.orgA.orgId, reasonId)
  expect([(await ticketsOf(a)).length, (await ticketsOf(b)).length, (await ticketsOf(c)).length]).toEqual([0, 0, 5])
  await kontuar.runJobs()
  expect(await ticketsOf(c)).toHaveLength(5)
})

test('a reason that is not merged keeps its tickets', async () => {
  const reason = await addReason('Kept')
  await addTickets(reason, 1)
  await moveMergedReason(kontuar.platform.db, kontuar.orgA.orgId, reason)
  expect(await ticketsOf(reason)).toHaveLength(1)
})
