// Guards tasks: who sees them, in which order, what is refused, and that whoever has one is told once when its time comes.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildDesk, type Desk } from '../assignment/testing.ts'
import { taskListStatement } from './list-tasks.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())
const nobody = '00000000-0000-7000-8000-000000000000'
const ahead = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const add = async (desk: Desk, body: object, who = desk.people[0]) => {
  const answer = await desk.ask('POST', '/tasks', body, who)
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}
const told = (desk: Desk) => desk.sql<{ staff_id: string; detail: object }>(`select staff_id, detail from notification where org_id = $1 and kind = 'task-due' order by id`)

describe('a task', () => {
  test('belongs to its maker unless said otherwise, and brings its ticket’s customer', async () => {
    const desk = await buildDesk(kontuar, 1)
    const [ewa] = desk.people
    const ticketId = await desk.addTicket()
    const task = await add(desk, { title: '  Oddzwonić ', kind: 'call-back', ticketId, dueAt: '2099-01-01T10:00:00+01:00' })
    expect(task).toMatchObject({ kind: 'call-back', title: 'Oddzwonić', note: '', ticketId, ticketNumber: expect.any(Number), customerName: 'Anna', ownerId: ewa!.staffId, ownerName: expect.any(String), queueId: null, dueAt: '2099-01-01T09:00:00.000Z', origin: 'hand', doneAt: null })
    expect(await desk.events('routing.taskChanged')).toMatchObject([{ ids: { taskId: task.id, ticketId, customerId: task.customerId, staffId: ewa!.staffId } }])
  })

  test('of a queue has no owner until somebody takes it', async () => {
    const desk = await buildDesk(kontuar, 2)
    const task = await add(desk, { title: 'Faktura', queueId: desk.queueId })
    expect(task.ownerId).toBeNull()
    expect((await desk.ask('PATCH', `/tasks/${task.id}`, { ownerId: desk.org.staff.observer.staffId }, desk.people[1])).body).toMatchObject({ code: 'cannot-do', fields: { ownerId: 'may only look at it' } })
    expect((await desk.ask('GET', '/tasks?ownerId=none', undefined, desk.people[1])).body.items.map((t: { id: string }) => t.id)).toEqual([task.id])
    expect((await desk.ask('PATCH', `/tasks/${task.id}`, { ownerId: desk.people[1]!.staffId }, desk.people[1])).body.ownerId).toBe(desk.people[1]!.staffId)
  })

  test('is changed, done and undone; who finished it and when stays with the first time', async () => {
    const desk = await buildDesk(kontuar, 2)
    const { id } = await add(desk, { title: 'A', dueAt: ahead(60) })
    expect((await desk.ask('PATCH', `/tasks/${id}`, { title: 'B', note: 'Uwaga', dueAt: null, queueId: desk.queueId })).body).toMatchObject({ title: 'B', note: 'Uwaga', dueAt: null, queueId: desk.queueId })
    const done = (await desk.ask('PATCH', `/tasks/${id}`, { done: true }, desk.people[1])).body
    expect(done.doneAt).not.toBeNull()
    expect((await desk.ask('PATCH', `/tasks/${id}`, { done: true })).body.doneAt).toBe(done.doneAt)
    expect(await desk.sql('select done_by from task where org_id = $1')).toEqual([{ done_by: desk.people[1]!.staffId }])
    expect((await desk.ask('PATCH', `/tasks/${id}`, { done: false })).body.doneAt).toBeNull()
  })

  test.each<[string, object, string, string]>([
    ['an empty title', { title: '  ' }, 'invalid-input', 'title'], ['an unknown ticket', { title: 'A', ticketId: nobody }, 'invalid-input', 'ticketId'], ['an unknown customer', { title: 'A', customerId: 'x' }, 'invalid-input', 'customerId'],
    ['an unknown owner', { title: 'A', ownerId: nobody }, 'invalid-input', 'ownerId'], ['an unknown queue', { title: 'A', queueId: nobody }, 'invalid-input', 'queueId'], ['a time far away', { title: 'A', dueAt: '9999-01-01T00:00:00Z' }, 'invalid-input', 'dueAt'],
    ['a strange kind', { title: 'A', kind: 'wish' }, 'invalid-input', 'kind'],
  ])('with %s is refused, and none is made', async (_what, body, code, field) => {
    const desk = await buildDesk(kontuar, 1)
    expect((await desk.ask('POST', '/tasks', body)).body).toMatchObject({ code, detail: expect.stringMatching(/./), fields: { [field]: expect.any(String) } })
    expect(await desk.sql('select 1 from task where org_id = $1')).toEqual([])
  })
})

describe('the list', () => {
  test('has the soonest first and those without a time last, page by page, each once', async () => {
    const desk = await buildDesk(kontuar, 1)
    for (const minutes of [30, 10, null, 20, -5, null, 10]) await add(desk, { title: String(minutes), ...(minutes === null ? {} : { dueAt: ahead(minutes) }) })
    const seen: string[] = []
    let cursor = ''
    do {
      const { items, next } = (await desk.ask('GET', `/tasks?limit=2&ownerId=me${cursor && `&cursor=${cursor}`}`, undefined, desk.people[0])).body
      seen.push(...items.map((t: { title: string }) => t.title))
      cursor = next ?? ''
    } while (cursor)
    expect(seen).toEqual(['-5', '10', '10', '20', '30', 'null', 'null'])
  })

  test('of done ones has the newest first', async () => {
    const desk = await buildDesk(kontuar, 1)
    for (const title of ['A', 'B', 'C']) {
      const { id } = await add(desk, { title })
      await desk.ask('PATCH', `/tasks/${id}`, { done: true })
    }
    const page = (await desk.ask('GET', '/tasks?state=done&limit=2')).body
    expect(page.items.map((t: { title: string }) => t.title)).toEqual(['C', 'B'])
    expect((await desk.ask('GET', `/tasks?state=done&limit=2&cursor=${page.next}`)).body).toMatchObject({ items: [{ title: 'A' }], next: null })
  })

  test.each(['nonsense', Buffer.from('["1","2"]').toString('base64url'), Buffer.from(`["'; drop table task","${nobody}"]`).toString('base64url')])('refuses the cursor %s', async (cursor) => {
    const desk = await buildDesk(kontuar, 1)
    expect((await desk.ask('GET', `/tasks?cursor=${cursor}`)).body.code).toBe('invalid-cursor')
  })

  test('comes from an index in its order', async () => {
    const desk = await buildDesk(kontuar, 1)
    await desk.sql(`insert into task (org_id, id, kind, title, owner_id, due_at, done_at) select $1, gen_random_uuid(), 'task', 'T', case when n % 20 = 0 then $2::uuid end, now() + n * interval '1 minute', case when n % 3 = 0 then now() end from generate_series(1, 20000) n`, [desk.people[0]!.staffId])
    const { Client } = (await import('pg')).default
    const owner = new Client({ connectionString: kontuar.ownerUrl })
    await owner.connect()
    await owner.query('analyze task')
    await owner.end()
    for (const query of [{}, { ownerId: 'me' }, { ownerId: 'none' }, { state: 'done' as const }]) {
      const { text, values } = taskListStatement(desk.orgId, query, desk.people[0]!.staffId)!
      const plan = JSON.stringify(await kontuar.platform.db.read(desk.orgId, (tx) => tx.query(`explain (format json) ${text}`, values)))
      expect(plan, JSON.stringify(query)).not.toMatch(/"Node Type":"Seq Scan"[^}]*"Relation Name":"task"/)
      expect(plan, JSON.stringify(query)).toMatch(/"Index Name":"task_(due|of_owner|done)"/)
    }
  })
})

describe('when its time comes', () => {
  test('its owner is told once, whoever looks and however often', async () => {
    const desk = await buildDesk(kontuar, 1)
    const task = await add(desk, { title: 'A', dueAt: ahead(-1) })
    await add(desk, { title: 'later', dueAt: ahead(60) })
    await kontuar.runJobs()
    for (let i = 0; i < 2; i++) {
      await kontuar.platform.db.query(`select enqueue('[{"name": "routing.lookRound", "payload": {"orgId": 0}}, {"name": "routing.tellDueTasks", "payload": {"orgId": ${desk.orgId}}}]')`)
      await kontuar.runJobs()
    }
    expect(await told(desk)).toEqual([{ staff_id: desk.people[0]!.staffId, detail: { taskId: task.id, kind: 'task', dueAt: task.dueAt } }])
  })

  test('put off, it is told again; done, never', async () => {
    const desk = await buildDesk(kontuar, 1)
    const [first, second] = [await add(desk, { title: 'A', dueAt: ahead(-5) }), await add(desk, { title: 'B', dueAt: ahead(60) })]
    await kontuar.runJobs()
    await desk.ask('PATCH', `/tasks/${first.id}`, { dueAt: ahead(-1) })
    await desk.ask('PATCH', `/tasks/${second.id}`, { done: true })
    await desk.ask('PATCH', `/tasks/${second.id}`, { dueAt: ahead(-1) })
    await kontuar.runJobs()
    expect((await told(desk)).map((t) => (t.detail as { taskId: string }).taskId)).toEqual([first.id, first.id])
  })

  test('a new owner is told instead', async () => {
    const desk = await buildDesk(kontuar, 2)
    const { id } = await add(desk, { title: 'A', dueAt: ahead(-5) })
    await kontuar.runJobs()
    await desk.ask('PATCH', `/tasks/${id}`, { ownerId: desk.people[1]!.staffId })
    await kontuar.runJobs()
    expect((await told(desk)).map((t) => t.staff_id)).toEqual(desk.people.map((p) => p.staffId))
  })
})

describe('a restricted person', () => {
  test('sees tasks of tickets they see, of their queues and of their own, and can change no other', async () => {
    const desk = await buildDesk(kontuar, 2)
    const [ewa, jan] = desk.people
    const other = await desk.addQueue({ mode: 'hand' }, [jan!.staffId])
    const [seen, hidden] = [await desk.addTicket(), await desk.addTicket({ queueId: other })]
    await desk.ask('PUT', `/staff/${ewa!.staffId}/access`, { access: 'granted', queueIds: [], locationIds: [] })
    const [a, , c, , e] = [
      await add(desk, { title: 'seen', ticketId: seen, ownerId: jan!.staffId }, jan), await add(desk, { title: 'hidden', ticketId: hidden }, jan), await add(desk, { title: 'queue', queueId: desk.queueId }, jan),
      await add(desk, { title: 'other queue', queueId: other }, jan), await add(desk, { title: 'given', ownerId: ewa!.staffId }, jan),
    ]
    const foreign = await add(desk, { title: 'jan’s own' }, jan)
    const ids = (await desk.ask('GET', '/tasks', undefined, ewa)).body.items.map((t: { id: string }) => t.id)
    expect(ids.toSorted()).toEqual([a.id, c.id, e.id].toSorted())
    expect((await desk.ask('PATCH', `/tasks/${foreign.id}`, { done: true }, ewa)).status).toBe(404)
    expect((await desk.ask('POST', '/tasks', { title: 'x', ticketId: hidden }, ewa)).body.code).toBe('invalid-input')
    expect((await desk.ask('POST', '/tasks', { title: 'x', queueId: other }, ewa)).body.code).toBe('invalid-input')
    expect((await desk.ask('POST', '/tasks', { title: 'x', ticketId: hidden, ownerId: ewa!.staffId }, jan)).body).toMatchObject({ code: 'cannot-do', detail: expect.stringContaining('does not see the ticket') })
    // Given away, it is theirs no more.
    expect((await desk.ask('PATCH', `/tasks/${e.id}`, { ownerId: jan!.staffId }, ewa)).status).toBe(200)
    expect((await desk.ask('PATCH', `/tasks/${e.id}`, { done: true }, ewa)).status).toBe(404)
  })
})
