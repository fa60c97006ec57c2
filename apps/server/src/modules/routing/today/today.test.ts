// Guards "Today": what stands in it, in which order and why, that its pages fit together while time goes on, and what it costs at size.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import pg from 'pg'
import type { TodayItem } from '@kontuar/contracts'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import type { TestStaff } from '../../identity/testing.ts'
import { buildDesk, type Desk } from '../assignment/testing.ts'
import { countStatement } from './count-today.ts'
import { readDay, type Day } from './day.ts'
import { linesStatement, type Place } from './lines.ts'
import { listToday } from './list-today.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

/** The day ends late enough for what is due in some minutes: the desk stands where it is noon. */
const noonZone = () => { const ahead = 12 - new Date().getUTCHours(); return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}` }
const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

async function noonDesk(agents: number) {
  const desk = await buildDesk(kontuar, agents, { mode: 'hand' })
  await desk.sql('update org set time_zone = $2 where id = $1', [noonZone()])
  const names = new Map<string, string>()
  const ticket = async (name: string, wish: Parameters<Desk['addTicket']>[0]) => { names.set(await desk.addTicket({ quiet: true, assigneeId: desk.people[0]!.staffId, ...wish }), name) }
  const task = async (name: string, body: object, who = desk.people[0]) => { names.set((await desk.ask('POST', '/tasks', { title: name, ...body }, who)).body.id, name) }
  const walk = async (whose: string, who: TestStaff | undefined, limit = 50) => {
    const seen: TodayItem[] = []
    let cursor = ''
    do {
      const answer = await desk.ask('GET', `/today?whose=${whose}&limit=${limit}${cursor && `&cursor=${cursor}`}`, undefined, who)
      expect(answer.status, answer.text).toBe(200)
      seen.push(...answer.body.items)
      cursor = answer.body.next ?? ''
    } while (cursor)
    return seen
  }
  return { desk, names, ticket, task, walk, shown: async (whose: string, who: TestStaff | undefined, limit = 50) => (await walk(whose, who, limit)).map((item) => names.get(item.id)) }
}

async function fullDesk() {
  const made = await noonDesk(3)
  const { ticket, task } = made
  await ticket('rest, waits long', { waitingSince: at(-500) })
  await ticket('rest, newer', {})
  await ticket('due later', { dueAt: at(200) })
  await ticket('due soon', { dueAt: at(20) })
  await ticket('due tomorrow', { dueAt: at(2000) })
  await ticket('overdue', { dueAt: at(-30) })
  await ticket('urgent, never due', { priority: 'urgent' })
  await ticket('urgent, due', { priority: 'urgent', dueAt: at(300) })
  await ticket('overdue for long', { dueAt: at(-3000) })
  await ticket('waits for another, due today', { status: 'waiting', dueAt: at(100) })
  await ticket('waits for another, overdue', { status: 'waiting', dueAt: at(-10) })
  await ticket('waits for another, due tomorrow', { status: 'waiting', dueAt: at(2000) })
  await ticket('waits for another', { status: 'waiting' })
  await ticket('closed', { status: 'closed', priority: 'urgent' })
  await task('task overdue', { dueAt: at(-60) })
  await task('task today', { dueAt: at(40) })
  await task('task tomorrow', { dueAt: at(2000) })
  await task('task some day', {})
  return made
}
const wanted = [
  'overdue for long', 'task overdue', 'overdue', 'waits for another, overdue', 'urgent, due', 'urgent, never due',
  'due soon', 'task today', 'waits for another, due today', 'due later', 'due tomorrow', 'rest, waits long', 'rest, newer',
]

describe('the order', () => {
  test('urgent and overdue by deadline, then by time left, then whoever waits longest', async () => {
    const { desk, shown } = await fullDesk()
    expect(await shown('mine', desk.people[0])).toEqual(wanted)
  })

  test.each([1, 2, 3, 5])('is the same in pages of %i, each line once', async (limit) => {
    const { desk, shown } = await fullDesk()
    expect(await shown('mine', desk.people[0], limit)).toEqual(wanted)
    expect(await shown('team', desk.people[0], limit)).toEqual(wanted)
    expect(await shown('everybody', desk.people[0], limit)).toEqual(wanted)
  })

  test('does not jump between pages when a deadline passes meanwhile: the moment stands in the cursor', async () => {
    const { desk, names } = await fullDesk()
    const first = (await desk.ask('GET', '/today?limit=4', undefined, desk.people[0])).body
    // The list was begun half an hour ago, before "due soon" was late.
    const [, cls, lineAt, id] = JSON.parse(Buffer.from(first.next, 'base64url').toString())
    const earlier = Buffer.from(JSON.stringify([at(-5).replace('T', ' ').replace('Z', '+00'), cls, lineAt, id])).toString('base64url')
    const rest = (await desk.ask('GET', `/today?cursor=${earlier}`, undefined, desk.people[0])).body.items.map((i: TodayItem) => names.get(i.id))
    expect(rest.indexOf('due soon')).toBeGreaterThan(rest.indexOf('urgent, never due'))
  })

  test('comes with its reasons', async () => {
    const { desk, names, walk } = await fullDesk()
    const reasons = new Map((await walk('mine', desk.people[0])).map((i) => [names.get(i.id), i.because.map((b) => b.code)]))
    expect(Object.fromEntries(reasons)).toMatchObject({ 'overdue': ['overdue'], 'urgent, never due': ['urgent'], 'due tomorrow': ['due'], 'task today': ['task-due'], 'task overdue': ['task-overdue'], 'rest, waits long': ['customer-waits', 'no-deadline'] })
  })
})

describe('whose', () => {
  test('mine, my team’s with what nobody has, and everybody’s', async () => {
    const { desk, ticket, task, shown } = await noonDesk(2)
    const [ewa, jan] = desk.people
    const other = await desk.addQueue({ mode: 'hand' }, [desk.org.staff.agent.staffId])
    await ticket('a mine', { dueAt: at(10) })
    await ticket('b colleague', { assigneeId: jan!.staffId, dueAt: at(20) })
    await ticket('c nobody', { assigneeId: null, dueAt: at(30) })
    await ticket('d the manager’s, who is not of the team', { assigneeId: desk.org.staff.manager.staffId, dueAt: at(40) })
    await ticket('e other queue', { queueId: other, assigneeId: null, dueAt: at(50) })
    await ticket('f no queue', { queueId: null, assigneeId: null, dueAt: at(60) })
    await task('g my task', { dueAt: at(70) })
    await task('h colleague’s task', { dueAt: at(80), ownerId: jan!.staffId })
    await task('i task of our queue', { dueAt: at(90), queueId: desk.queueId })
    await task('j task of another', { dueAt: at(100), queueId: other })
    await ticket('k mine elsewhere', { queueId: other, dueAt: at(110) })
    const letters = async (whose: string, who = ewa) => (await shown(whose, who)).map((n) => n![0]).join('')
    // The ready-made queues name nobody and so are everybody's; nothing stands in them here.
    expect(await letters('mine')).toBe('agk')
    expect(await letters('team')).toBe('abcghi')
    expect(await letters('everybody')).toBe('abcdefghijk')
    expect((await desk.ask('GET', '/today/counts', undefined, ewa)).body).toEqual({ mine: 3, team: 6, everybody: 11, overdue: 0, limit: 1000 })
  })

  test('a restricted person’s everybody is what they see', async () => {
    const { desk, ticket, shown } = await noonDesk(2)
    const [ewa] = desk.people
    const other = await desk.addQueue({ mode: 'hand' }, [])
    const [north, south] = [(await desk.ask('POST', '/locations', { name: 'North' })).body.id, (await desk.ask('POST', '/locations', { name: 'South' })).body.id]
    await ticket('here', { locationId: north, assigneeId: null, dueAt: at(5) })
    await ticket('anywhere', { assigneeId: desk.org.staff.manager.staffId })
    await ticket('there', { locationId: south, assigneeId: null, priority: 'urgent' })
    await ticket('hidden', { queueId: other, assigneeId: null, priority: 'urgent' })
    await desk.ask('PUT', `/staff/${ewa!.staffId}/access`, { access: 'granted', queueIds: [], locationIds: [north] })
    expect(await shown('everybody', ewa)).toEqual(['here', 'anywhere'])
    expect(await shown('team', ewa)).toEqual(['here'])
    expect((await desk.ask('GET', '/today/counts', undefined, ewa)).body).toEqual({ mine: 0, team: 1, everybody: 2, overdue: 0, limit: 1000 })
  })

  test('counts say how many of mine are overdue, tasks too', async () => {
    const { desk } = await fullDesk()
    expect((await desk.ask('GET', '/today/counts', undefined, desk.people[0])).body).toMatchObject({ mine: wanted.length, overdue: 4 })
  })
})

test.each([
  'nonsense', Buffer.from('["2026-01-01 00:00:00+00",7,"infinity","00000000-0000-7000-8000-000000000000"]').toString('base64url'),
  Buffer.from('["2026-01-01 00:00:00+00",0,"now(); --","00000000-0000-7000-8000-000000000000"]').toString('base64url'), Buffer.from('["infinity",0,"infinity","00000000-0000-7000-8000-000000000000"]').toString('base64url'),
])('the cursor %s is refused with a sentence', async (cursor) => {
  const desk = await buildDesk(kontuar, 1)
  expect((await desk.ask('GET', `/today?cursor=${cursor}`)).body).toMatchObject({ code: 'invalid-cursor', detail: expect.stringMatching(/\.$/) })
})

describe('at size', () => {
  const queues = 100
  let desk: Desk
  let agent: TestStaff
  beforeAll(async () => {
    desk = await buildDesk(kontuar, 1, { mode: 'hand' })
    agent = desk.people[0]!
    const owner = new pg.Client({ connectionString: kontuar.ownerUrl })
    await owner.connect()
    await owner.query(`update queue set retired_at = now() where org_id = $1 and ready_made is not null`, [desk.orgId])
    await owner.query(`insert into staff (org_id, id, user_id, name, email, role) select $1, gen_random_uuid(), 'u' || n, 'Agent ' || n, 'u' || n || '@size.test', 'agent' from generate_series(1, 200) n`, [desk.orgId])
    await owner.query(`insert into queue (org_id, id, name, position) select $1, gen_random_uuid(), 'Kolejka ' || n, n from generate_series(1, ${queues}) n`, [desk.orgId])
    await owner.query(`insert into queue_member (org_id, queue_id, staff_id) select $1, q.id, s.id from (select id, row_number() over () r from queue where org_id = $1 and name like 'Kolejka%') q join (select id, row_number() over (order by id) r from staff where org_id = $1 and name like 'Agent%') s on s.r % ${queues} = q.r % ${queues}`, [desk.orgId])
    // Of the one who asks: a handful of queues.
    await owner.query(`insert into queue_member (org_id, queue_id, staff_id) select $1, id, $2 from queue where org_id = $1 and name like 'Kolejka _'`, [desk.orgId, agent.staffId])
    await owner.query(`insert into customer (org_id, id, name) select $1, gen_random_uuid(), 'Klient ' || n from generate_series(1, 500) n`, [desk.orgId])
    await owner.query(
      `insert into ticket (org_id, id, number, subject, customer_id, channel, status, status_category, priority, queue_id, assignee_id, due_at, waiting_since, last_interaction_at, last_direction)
       select $1, gen_random_uuid(), 100000 + n, 'Sprawa', c.id, 'email', x.s, x.s, case when n % 37 = 0 then 'urgent' else 'normal' end, q.id, case when n % 3 > 0 then s.id end,
         case when x.s <> 'closed' and n % 11 > 1 then now() + (n % 4000 - 400) * interval '1 minute' end, case when n % 2 = 0 then now() - n * interval '1 second' end, now() - n * interval '1 second', 'in'
       from generate_series(1, 60000) n cross join lateral (select (array['closed','closed','closed','closed','new','open','waiting'])[n % 7 + 1] as s) x
       join (select id, row_number() over () - 1 as r from customer where org_id = $1) c on c.r = n % 500
       join (select id, row_number() over () - 1 as r from queue where org_id = $1 and name like 'Kolejka%') q on q.r = n % ${queues}
       join (select id, row_number() over () - 1 as r from staff where org_id = $1 and name like 'Agent%') s on s.r = n % 200`, [desk.orgId])
    await owner.query('vacuum analyze ticket')
    await owner.query('analyze')
    await owner.end()
  }, 60_000)

  interface Node { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; 'Actual Rows': number; 'Actual Loops': number; 'Rows Removed by Filter'?: number; Plans?: Node[] }
  const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)]
  const planOf = async (text: string, values: unknown[]) => nodes((await kontuar.platform.db.read(desk.orgId, (tx) => tx.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (analyze, format json, timing off) ${text}`, values)))[0]!['QUERY PLAN'][0].Plan)
  const dayOf = (whose: Day['whose'], staffId = agent.staffId) => kontuar.platform.db.read(desk.orgId, (tx) => readDay(tx, staffId, whose, null))
  const touched = (plan: Node[]) => plan.filter((n) => n['Relation Name'] === 'ticket').reduce((sum, n) => sum + (n['Actual Rows'] + (n['Rows Removed by Filter'] ?? 0)) * n['Actual Loops'], 0)
  const middle = async (day: Day, cls: number): Promise<Place> => {
    const rows = await kontuar.platform.db.read(desk.orgId, async (tx) => {
      const { text, values } = linesStatement(desk.orgId, day, cls === 2 ? 'rest' : 'pressing', null, 100_000)
      return tx.query<Place>(text, values)
    })
    const own = rows.filter((r) => r.cls === cls)
    return own[Math.floor(own.length / 2)]!
  }

  test.each([['mine', 51 * 4], ['team', 51 * 10 * 6], ['everybody', 51 * 8]] as const)('a page of %s is read from indexes in order, the first, in the middle and of the rest', async (whose, most) => {
    const day = await dayOf(whose, whose === 'mine' ? (await desk.sql<{ id: string }>(`select id from staff where org_id = $1 and name = 'Agent 7'`))[0]!.id : undefined)
    for (const [half, from] of [['pressing', null], ['pressing', await middle(day, 0)], ['pressing', await middle(day, 1)], ['rest', null], ['rest', await middle(day, 2)]] as const) {
      const { text, values } = linesStatement(desk.orgId, day, half, from, 51)
      const plan = await planOf(text, values)
      const scans = plan.filter((n) => n['Relation Name'] === 'ticket')
      // ticket_pkey: whether the asker sees a task's ticket.
      expect(scans.map((n) => n['Index Name']).filter((name) => !/^ticket_(today|pkey)/.test(name ?? '')), whose).toEqual([])
      expect(touched(plan), `${whose} ${half} ${from?.cls}`).toBeLessThan(most)
    }
  })

  test('counters stop at their limit and read an index', async () => {
    for (const whose of ['mine', 'team', 'everybody'] as const) {
      const { text, values } = countStatement(desk.orgId, await dayOf(whose), false)
      const plan = await planOf(text, values)
      expect(plan.some((n) => n['Node Type'] === 'Seq Scan' && n['Relation Name'] === 'ticket'), whose).toBe(false)
      expect(touched(plan)).toBeLessThan(2500)
    }
  })

  test('a team of more queues than are walked one by one has the same lines in the same order', async () => {
    const lead = await desk.addPerson()
    await desk.sql(`insert into queue_member (org_id, queue_id, staff_id) select $1, id, $2 from queue where org_id = $1 and name like 'Kolejka%' order by position limit 70`, [lead.staffId])
    const day = await dayOf('team', lead.staffId)
    expect(day.queueIds).toHaveLength(70)
    const ids = async (d: Day) => kontuar.platform.db.read(desk.orgId, async (tx) => {
      const { text, values } = linesStatement(desk.orgId, d, 'pressing', null, 200)
      return tx.query<Place>(text, values)
    })
    const over = await ids(day)
    // The same asked queue by queue in three parts, merged here.
    const parts = await Promise.all([ids({ ...day, queueIds: day.queueIds!.slice(0, 30) }), ids({ ...day, queueIds: day.queueIds!.slice(30, 50) }), ids({ ...day, queueIds: day.queueIds!.slice(50) })])
    const key = (p: Place) => `${p.cls} ${p.at === 'infinity' ? 'z' : new Date(`${p.at.replace(' ', 'T')}:00`).toISOString()} ${p.id}`
    expect(over.map((p) => p.id)).toEqual(parts.flat().toSorted((a, b) => (key(a) < key(b) ? -1 : 1)).slice(0, 200).map((p) => p.id))
  })

  test('a whole day page by page is every line once', async () => {
    const seen: string[] = []
    await kontuar.platform.db.read(desk.orgId, async (tx) => {
      for (let cursor: string | undefined; ;) {
        const page = await listToday(tx, { whose: 'team', limit: 200, ...(cursor ? { cursor } : {}) }, agent.staffId)
        seen.push(...page.items.map((i) => i.id))
        if (page.next === null) return
        cursor = page.next
      }
    })
    const [{ count } = { count: 0 }] = await desk.sql<{ count: number }>(
      `select count(*)::int as count from ticket t join queue_member m on m.org_id = t.org_id and m.queue_id = t.queue_id and m.staff_id = $2
       where t.org_id = $1 and (t.status_category in ('new', 'open') or (t.status_category = 'waiting' and t.due_at < date_trunc('day', now() at time zone 'Europe/Warsaw') at time zone 'Europe/Warsaw' + interval '1 day'))
         and (t.assignee_id is null or t.assignee_id in (select o.staff_id from queue_member o where o.org_id = $1 and o.queue_id in (select queue_id from queue_member where org_id = $1 and staff_id = $2)))`, [agent.staffId])
    expect(seen.length).toBeGreaterThan(500)
    expect([seen.length, new Set(seen).size]).toEqual([count, count])
  })
})
