// A thousand SLA clocks that run out in the same second: how long until each is told, in diary and to people. Beside it
// one change of one clock by its primary key, in a transaction of its own.
import pg from 'pg'
import { setTimeout as pause } from 'node:timers/promises'
import { ms, percentile, type Finding } from './ground/figures.ts'
import { fillTickets } from './ground/fill.ts'
import type { BenchServer } from './ground/server.ts'

const clocks = 1000

export async function benchClocks(server: BenchServer): Promise<Finding[]> {
  await fillTickets(server.ownerUrl, 50_000)
  await setStandardPolicy(server)
  const client = new pg.Client({ connectionString: server.ownerUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    // Late enough for the clocks to be counted before they run out.
    const dueAt = new Date(Math.ceil(Date.now() / 1000) * 1000 + 20_000)
    const ids = await insertTickets(client, dueAt)
    await waitUntil(async () => (await count(client, ids, 'warned_at is not null and breached_at is null')) === clocks)
    if (Date.now() > dueAt.getTime()) throw new Error('the clocks were not ready before they ran out: the machine is too busy')
    await pause(dueAt.getTime() - Date.now())
    await waitUntil(async () => (await count(client, ids, 'breached_at is not null')) === clocks)
    const took = Date.now() - dueAt.getTime()
    const { rows: [told] } = await client.query<{ n: number }>(`select count(*)::int as n from interaction where ticket_id = any ($1) and event->>'name' = 'sla-breached'`, [ids])
    if (told!.n !== clocks) throw new Error(`${told!.n} breaches stand in the diary instead of ${clocks}`)
    const one = percentile(await timeUpdates(client, ids), 0.5)
    return [{ what: `${clocks} clocks of one second, all told after`, figure: ms(took), reference: `${ms(one)}, one clock changed by its key`, ratio: `${(took / clocks / one).toFixed(2)} per clock`, wanted: '≤ 5,000 ms', reached: took <= 5000 }]
  } finally {
    await client.end()
  }
}

async function setStandardPolicy(server: BenchServer) {
  const ask = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${server.url}/api/v1${path}`, { method, headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}) })
    const answer = await response.json() as { items: { id: string; definition: object }[] }
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
    return answer
  }
  const [policy] = (await ask('GET', '/sla-policies')).items
  const targets = { firstResponse: { seconds: 3600, clock: 'elapsed' }, nextResponse: null, resolution: null, statuses: {} }
  await ask('PATCH', `/sla-policies/${policy!.id}`, { definition: { ...policy!.definition, targets, warnAt: 0.5, escalations: [{ on: 'breach', afterSeconds: 0, act: 'notify', to: 'owner' }] } })
}

/** Tickets whose customer wrote an hour before; told to the program as intake tells it, fifty at a time. */
async function insertTickets(client: pg.Client, dueAt: Date): Promise<string[]> {
  const { rows } = await client.query<{ id: string; org_id: number }>(
    `with c as (select org_id, id, row_number() over () as row, count(*) over () as size from customer),
     t as (
       insert into ticket (org_id, id, number, subject, customer_id, channel, queue_id, last_interaction_at, last_direction, created_at)
       select c.org_id, gen_random_uuid(), nextval(format('ticket_number.org_%s', c.org_id)), 'Termin ' || n, c.id, 'email', (select id from queue q where q.org_id = c.org_id and is_default), $2, 'in', $2
       from generate_series(1, $1::int) n join c on c.row = n % c.size + 1 returning org_id, id, customer_id),
     i as (
       insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, at, from_address, subject, text)
       select org_id, gen_random_uuid(), id, customer_id, 'message', 'in', 'email', $2, 'klient@bench.example', 'Termin', 'Dzień dobry' from t)
     select id, org_id from t`, [clocks, new Date(dueAt.getTime() - 3_600_000)])
  for (let i = 0; i < rows.length; i += 50) {
    const events = rows.slice(i, i + 50).map(({ id }) => ({ id, name: 'diary.ticketCreated', at: new Date().toISOString(), ids: { ticketId: id }, detail: {} }))
    await client.query('select enqueue($1)', [JSON.stringify([{ name: 'routing.keepClocks', payload: { orgId: rows[0]!.org_id, events } }])])
  }
  return rows.map((r) => r.id)
}

const count = async (client: pg.Client, ids: readonly string[], what: string) => (await client.query<{ n: number }>(`select count(*)::int as n from sla_clock where ticket_id = any ($1) and ${what}`, [ids])).rows[0]!.n

async function waitUntil(done: () => Promise<boolean>) {
  const end = Date.now() + 60_000
  while (!(await done())) {
    if (Date.now() > end) throw new Error('waited a minute in vain')
    await pause(50)
  }
}

async function timeUpdates(client: pg.Client, ids: readonly string[]): Promise<number[]> {
  const { rows } = await client.query<{ org_id: number; id: string }>('select org_id, id from sla_clock where ticket_id = any ($1) limit 300', [ids])
  const took: number[] = []
  for (const { org_id, id } of rows) {
    const from = performance.now()
    await client.query({ name: 'one', text: 'update sla_clock set breached_at = breached_at where org_id = $1 and id = $2', values: [org_id, id] })
    took.push(performance.now() - from)
  }
  return took
}
