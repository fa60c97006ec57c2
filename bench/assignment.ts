// 10,000 tickets wait in ten queues for 200 agents, and somebody comes: how long until each has its owner, once, and nobody more than
// they may have. Beside it: the same by hand, one request a ticket.
import pg from 'pg'
import { setTimeout as pause } from 'node:timers/promises'
import type { Finding } from './ground/figures.ts'
import type { BenchServer } from './ground/server.ts'

const tickets = 10_000
const agents = 200
const capacity = 60
const wantedSeconds = 30

export async function benchAssignment(server: BenchServer): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: server.ownerUrl })
  client.on('error', () => {})
  await client.connect()
  const org = (await client.query<{ id: number }>('select id from org limit 1')).rows[0]!.id
  const admin = (await client.query<{ id: string }>('select id from staff limit 1')).rows[0]!.id
  const rules = (mode: string) => JSON.stringify({ mode, skills: ['language'], stickyDays: 30 })
  await client.query(`insert into staff (org_id, id, user_id, name, email, role) select $1, gen_random_uuid(), 'bench-' || n, 'Osoba ' || n, 'osoba' || n || '@bench.example', 'agent' from generate_series(1, $2) n`, [org, agents])
  await client.query(`insert into queue (org_id, id, name, position, assignment) select $1, gen_random_uuid(), 'Kolejka ' || n, 9 + n, case when n % 2 = 0 then $2::jsonb else $3::jsonb end from generate_series(1, 10) n`, [org, rules('round-robin'), rules('least-loaded')])
  // Each agent serves two queues; half of them speak Polish alone, half Polish and Russian.
  await client.query(
    `insert into queue_member (org_id, queue_id, staff_id) select $1, q.id, s.id from (select id, row_number() over (order by position) as r from queue where org_id = $1 and name like 'Kolejka%') q
     join (select id, row_number() over (order by id) as r from staff where org_id = $1 and name like 'Osoba%') s on (s.r + q.r) % 5 = 0`, [org])
  await client.query(`insert into staff_capacity (org_id, staff_id, channel, tickets) select org_id, id, '*', $2 from staff where org_id = $1 and name like 'Osoba%'`, [org, capacity])
  await client.query(`insert into staff_skill (org_id, staff_id, kind, value) select s.org_id, s.id, 'language', l from (select *, row_number() over (order by email) as r from staff where org_id = $1 and name like 'Osoba%') s, unnest(case when s.r % 2 = 0 then array['pl', 'ru'] else array['pl'] end) l`, [org])
  await client.query(`insert into staff_presence (org_id, staff_id, state, seen_at) select org_id, id, 'available', now() from staff where org_id = $1 and name like 'Osoba%'`, [org])
  await client.query(`insert into customer (org_id, id, name) select $1, gen_random_uuid(), 'Klient ' || n from generate_series(1, 5000) n`, [org])
  await client.query(
    `insert into ticket (org_id, id, number, subject, customer_id, channel, language, queue_id, priority, last_interaction_at, last_direction, waiting_since, queued_at)
     select $1, gen_random_uuid(), nextval(format('ticket_number.org_%s', $1)), 'Sprawa ' || n, c.id, 'email', case when n % 7 = 0 then 'ru' else 'pl' end, q.id, case when n % 100 = 0 then 'urgent' else 'normal' end, now(), 'in', now(), now() - n * interval '1 second'
     from generate_series(1, $2::int) n join (select id, row_number() over () - 1 as r from customer where org_id = $1) c on c.r = n % 5000
     join (select id, row_number() over (order by position) - 1 as r from queue where org_id = $1 and name like 'Kolejka%') q on q.r = n % 10`, [org, tickets])
  await client.query('vacuum analyze')

  const send = async (method: string, path: string, body: object) => {
    const response = await fetch(`${server.url}/api/v1${path}`, { method, headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' }, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  }
  const byHand = 100
  const some = (await client.query<{ id: string }>('select id from ticket order by random() limit $1', [byHand])).rows
  const handFrom = performance.now()
  for (const { id } of some) await send('PATCH', `/tickets/${id}`, { assigneeId: admin })
  const byHandMs = (performance.now() - handFrom) / byHand

  const left = async () => (await client.query<{ n: number }>(`select count(*)::int as n from ticket where assignee_id is null`)).rows[0]!.n
  await client.query(`update staff_presence set seen_at = now()`)
  const from = performance.now()
  await send('PUT', '/me/presence', { state: 'available' })
  while ((await left()) > 0) {
    if (performance.now() - from > 120_000) break
    await pause(100)
  }
  const seconds = (performance.now() - from) / 1000
  const doubles = (await client.query<{ n: number }>(`select count(*)::int as n from (select ticket_id from interaction where kind = 'event' group by 1 having count(*) > 1 union all select ticket_id from assignment_decision where staff_id is not null group by 1 having count(*) > 1) x`)).rows[0]!.n
  const above = (await client.query<{ n: number }>(`select count(*)::int as n from (select assignee_id from ticket where assignee_id <> $1 group by 1 having count(*) > $2) x`, [admin, capacity])).rows[0]!.n
  const waiting = await left()
  await client.end()
  return [
    { what: `${tickets} waiting tickets among ${agents} agents`, figure: `${seconds.toFixed(1)} s`, reference: `${((byHandMs * tickets) / 1000).toFixed(0)} s, one by one`, ratio: (seconds / ((byHandMs * tickets) / 1000)).toFixed(3), wanted: `≤ ${wantedSeconds} s`, reached: seconds <= wantedSeconds && waiting === 0 },
    { what: 'of these given twice, above anybody’s limit, or left', figure: `${doubles}, ${above}, ${waiting}`, reference: '0, 0, 0', ratio: '', wanted: '0, 0, 0', reached: doubles + above + waiting === 0 },
  ]
}
