// "Today" and the manager's board at a large company's desk, beside one primary-key read through the same stack. Requests of all
// kinds alternate, so that a slow moment of the machine hits each alike.
import pg from 'pg'
import { fillDesk, wantedDesk, type Desk } from './ground/fill-desk.ts'
import { compare, type Finding } from './ground/figures.ts'
import type { BenchServer } from './ground/server.ts'

/** @param filled a desk that is there already */
export async function benchToday(server: Pick<BenchServer, 'url' | 'token' | 'ownerUrl'>, rounds = 150, filled?: Desk): Promise<Finding[]> {
  const size = { ...wantedDesk, tickets: Number(process.env['KONTUAR_BENCH_TICKETS'] ?? wantedDesk.tickets) }
  const desk = filled ?? await fillDesk(server.ownerUrl, size)
  const client = new pg.Client({ connectionString: server.ownerUrl })
  client.on('error', () => {})
  await client.connect()
  const org = (await client.query<{ id: number }>('select id from org limit 1')).rows[0]!.id
  const me = (await client.query<{ id: string }>(`select id from staff where name not like 'Osoba%' limit 1`)).rows[0]!.id
  // I have what one agent has; each queue has ten people.
  await client.query('update ticket set assignee_id = $1 where assignee_id = $2', [me, desk.staffIds.find((id) => id !== me)])
  await client.query(`insert into queue_member (org_id, queue_id, staff_id) select $1, q.id, s.id from unnest($2::uuid[]) with ordinality q(id, r) join unnest($3::uuid[]) with ordinality s(id, r) on s.r % 50 = q.r % 50 on conflict do nothing`, [org, desk.queueIds, desk.staffIds])
  const serve = async (queues: number) => {
    await client.query('delete from queue_member where staff_id = $1', [me])
    await client.query('insert into queue_member (org_id, queue_id, staff_id) select $1, x, $2 from unnest($3::uuid[]) x', [org, me, desk.queueIds.filter((_, i) => i % Math.floor(desk.queueIds.length / queues) === 0).slice(0, queues)])
  }
  await client.query(`insert into task (org_id, id, kind, title, owner_id, due_at) select $1, gen_random_uuid(), 'task', 'Zadanie ' || n, ($2::uuid[])[n % array_length($2::uuid[], 1) + 1], now() + (n % 2000 - 300) * interval '3 minutes' from generate_series(1, 5000) n`, [org, desk.staffIds])
  await client.query('vacuum analyze')

  const get = async (path: string) => {
    const from = performance.now()
    const response = await fetch(`${server.url}/api/v1${path}`, { headers: { authorization: `Bearer ${server.token}` } })
    const body: unknown = await response.json()
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(body)}`)
    return { took: performance.now() - from, body: body as { next?: string } }
  }
  const findings: Finding[] = []
  // Each measuring has its own reference: minutes lie between them.
  const measure = async (kinds: Record<string, string>) => {
    const took = new Map<string, number[]>()
    for (let i = 0; i < rounds + 20; i++) {
      for (const [kind, path] of Object.entries(kinds)) {
        const { took: time } = await get(path)
        if (i >= 20) took.set(kind, [...(took.get(kind) ?? []), time])
      }
    }
    const reference = took.get('primary-key read')!
    for (const [kind, sample] of took) if (kind !== 'primary-key read') findings.push(compare(`${kind} at ${size.tickets.toLocaleString('en')} tickets`, sample, reference, { wanted: kind.startsWith('Today') }))
  }
  const page = async (path: string, pages: number) => {
    let next = (await get(path)).body.next
    for (let i = 1; i < pages && next; i++) next = (await get(`${path}&cursor=${next}`)).body.next
    return next ? `${path}&cursor=${next}` : path
  }
  const reading = { 'primary-key read': '/organization' }
  await serve(5)
  await measure({
    ...reading, 'Today, mine': '/today?whose=mine', 'Today, my team’s, 5 queues': '/today?whose=team', 'Today, everybody’s': '/today?whose=everybody',
    'Today, everybody’s, page 100': await page('/today?whose=everybody', 100), 'Today, my team’s, page 10': await page('/today?whose=team', 10),
  })
  await serve(60)
  await measure({ ...reading, 'Today, my team’s, 60 queues': '/today?whose=team' })
  await serve(150)
  await measure({ ...reading, 'Today, my team’s, 150 queues': '/today?whose=team' })
  await measure({ ...reading, 'Today, counters': '/today/counts', 'presence': '/presence', 'board': '/board' })
  await client.end()
  return findings
}
