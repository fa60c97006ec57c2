// Guards automatic assignment: waiting tickets find owners in the order of work, once each, never more than somebody may have,
// whoever runs it and however many at once; and every decision leaves its reason.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { assignBatch, type Progress } from './assign-waiting.ts'
import { buildDesk, type Desk } from './testing.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

const decisionsOf = async (desk: Desk, ticketId: string) => (await desk.ask('GET', `/tickets/${ticketId}/decisions`)).body.items
const limit = (desk: Desk, person: { staffId: string }, total: number | null, rest: object = {}) => desk.ask('PUT', `/staff/${person.staffId}/ability`, { skills: [], capacity: { total, byChannel: {} }, shiftCalendarId: null, ...rest })
const run = (desk: Desk, progress: Progress = new Map()) => kontuar.platform.db.write(desk.orgId, (tx) => assignBatch(tx, progress))

describe('a ticket that comes in', () => {
  test('goes to whoever is there, and leaves all that a change by hand leaves', async () => {
    const desk = await buildDesk(kontuar, 2)
    const [, jan] = desk.people
    await desk.be('available', jan!)
    const id = await desk.addTicket()
    await kontuar.runJobs()
    expect((await desk.owners()).get(id)).toBe(jan!.staffId)
    const [decision, ...others] = await decisionsOf(desk, id)
    expect(others).toEqual([])
    expect(decision).toMatchObject({ ticketId: id, staffId: jan!.staffId, staffName: expect.any(String), mode: 'round-robin', because: { code: 'round-robin', among: 1 }, decidedBy: null })
    const [entry] = await desk.sql<{ id: string; automatic: boolean; from_name: string; staff_id: string | null; event: object }>(`select id, automatic, from_name, staff_id, event from interaction where org_id = $1 and ticket_id = $2 and kind = 'event'`, [id])
    expect(entry).toMatchObject({ id: decision.id, automatic: true, from_name: '', staff_id: null, event: { name: 'ticket-changed', detail: { assigneeId: [null, jan!.staffId], because: { code: 'round-robin' } } } })
    expect(await desk.events('diary.ticketAssigned')).toMatchObject([{ ids: { ticketId: id, interactionId: decision.id }, detail: { from: null, assigneeId: jan!.staffId } }])
    expect(await desk.events('diary.ticketChanged')).toMatchObject([{ ids: { ticketId: id, interactionId: decision.id }, detail: { assigneeId: [null, jan!.staffId] } }])
    expect(await desk.sql(`select staff_id, kind, ticket_id from notification where org_id = $1`)).toEqual([{ staff_id: jan!.staffId, kind: 'assigned', ticket_id: id }])
  })

  test('waits when nobody is there, says so once, and is given out when somebody comes', async () => {
    const desk = await buildDesk(kontuar, 1)
    const id = await desk.addTicket()
    await kontuar.runJobs()
    await run(desk)
    await run(desk)
    expect(await decisionsOf(desk, id)).toMatchObject([{ staffId: null, staffName: null, because: { code: 'nobody-available' } }])
    await desk.be('available', desk.people[0]!)
    await kontuar.runJobs()
    expect((await desk.owners()).get(id)).toBe(desk.people[0]!.staffId)
  })

  test('says anew why it waits when the reason is another', async () => {
    const desk = await buildDesk(kontuar, 1, { mode: 'round-robin', skills: ['language'] })
    const [ewa] = desk.people
    const id = await desk.addTicket({ language: 'ru' })
    await kontuar.runJobs()
    await limit(desk, ewa!, null, { skills: [{ kind: 'language', value: 'pl' }] })
    await desk.be('available', ewa!)
    await kontuar.runJobs()
    await run(desk)
    expect((await decisionsOf(desk, id)).map((d: { because: { code: string } }) => d.because.code)).toEqual(['no-skill', 'nobody-available'])
  })

  test.each(['hand', 'pull'] as const)('stays where it is in a queue of mode %s', async (mode) => {
    const desk = await buildDesk(kontuar, 1, { mode })
    await desk.be('available', desk.people[0]!)
    const id = await desk.addTicket()
    await kontuar.runJobs()
    expect((await desk.owners()).get(id)).toBeNull()
    expect(await decisionsOf(desk, id)).toEqual([])
  })

  test.each(['busy', 'away', 'off'] as const)('is given to nobody who is %s', async (state) => {
    const desk = await buildDesk(kontuar, 1)
    await desk.be('available', desk.people[0]!)
    await desk.be(state, desk.people[0]!)
    const id = await desk.addTicket()
    await kontuar.runJobs()
    expect((await desk.owners()).get(id)).toBeNull()
  })

  test('is given to nobody outside of their shifts', async () => {
    const desk = await buildDesk(kontuar, 1)
    const calendar = '019a8f00-0000-7000-8000-0000000000c1'
    const hour = (ahead: number) => `${String((new Date().getUTCHours() + ahead) % 24).padStart(2, '0')}:00`
    const weekly = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: hour(10), to: hour(12) }]]))
    await desk.sql(`insert into calendar (org_id, id, name, definition) values ($1, $2, 'Nie teraz', $3)`, [calendar, JSON.stringify({ timeZone: 'UTC', weekly, holidays: null, exceptions: [] })])
    await limit(desk, desk.people[0]!, null, { shiftCalendarId: calendar })
    await desk.be('available', desk.people[0]!)
    await desk.addTicket()
    await kontuar.runJobs()
    expect([...(await desk.owners()).values()]).toEqual([null])
    expect((await desk.ask('GET', '/presence')).body.items.find((p: { staffId: string }) => p.staffId === desk.people[0]!.staffId)).toMatchObject({ state: 'available', onShift: false, shiftCalendarId: calendar })
  })

  test('is given to nobody who has been silent for a quarter of an hour', async () => {
    const desk = await buildDesk(kontuar, 1)
    await desk.be('available', desk.people[0]!)
    await desk.sql(`update staff_presence set seen_at = now() - interval '15 minutes 1 second' where org_id = $1`)
    await desk.addTicket()
    await kontuar.runJobs()
    expect([...(await desk.owners()).values()]).toEqual([null])
  })

  test('goes to the customer’s last agent while that still counts', async () => {
    const desk = await buildDesk(kontuar, 3, { mode: 'round-robin', stickyDays: 10 })
    await desk.be('available', ...desk.people)
    const [anna, jan] = ['019a8f00-0000-7000-8000-00000000000a', '019a8f00-0000-7000-8000-00000000000b']
    const last = desk.people[2]!.staffId
    for (const [customerId, days] of [[anna, 9], [jan, 11]] as const) {
      const old = await desk.addTicket({ customerId, assigneeId: last, status: 'closed' })
      await desk.sql(`update ticket set updated_at = now() - $3 * interval '1 day' where org_id = $1 and id = $2`, [old, days])
    }
    const again = await desk.addTicket({ customerId: anna! })
    const late = await desk.addTicket({ customerId: jan! })
    await kontuar.runJobs()
    const owners = await desk.owners()
    expect(owners.get(again)).toBe(last)
    expect(await decisionsOf(desk, again)).toMatchObject([{ mode: 'sticky', because: { code: 'sticky', days: 10 } }])
    expect(owners.get(late)).not.toBe(last)
  })
})

describe('the order of work', () => {
  test.each([
    ['due', ['urgent', 'due first', 'due later', 'oldest', 'newest']],
    ['oldest', ['urgent', 'oldest', 'due later', 'due first', 'newest']],
    ['priority', ['urgent', 'due first', 'oldest', 'due later', 'newest']],
  ])('%s', async (orderOfWork, wanted) => {
    const desk = await buildDesk(kontuar, 1)
    await desk.ask('PATCH', `/queues/${desk.queueId}`, { orderOfWork })
    await kontuar.runJobs()
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
    const names = new Map<string, string>()
    for (const [name, wish] of [
      ['newest', { queuedAt: ago(1) }], ['due later', { dueAt: ago(-200), queuedAt: ago(30), priority: 'low' }], ['oldest', { queuedAt: ago(40) }],
      ['urgent', { priority: 'urgent', queuedAt: ago(2) }], ['due first', { dueAt: ago(-100), queuedAt: ago(20), priority: 'high' }],
    ] as const) names.set(await desk.addTicket({ ...wish, quiet: true }), name)
    if (orderOfWork === 'priority') {
      await desk.sql(`update ticket set priority = 'normal' where org_id = $1 and priority = 'low'`)
    }
    await limit(desk, desk.people[0]!, 1)
    await desk.be('available', desk.people[0]!)
    const seen: string[] = []
    for (let i = 0; i < 5; i++) {
      await kontuar.runJobs()
      const [own] = await desk.sql<{ id: string }>(`select id from ticket where org_id = $1 and assignee_id is not null and status_category = 'new'`)
      seen.push(names.get(own!.id)!)
      expect((await desk.ask('PATCH', `/tickets/${own!.id}`, { status: 'closed' })).status).toBe(200)
    }
    expect(seen).toEqual(wanted)
  })
})

describe('many at once', () => {
  test('turns go on where the last run ended', async () => {
    const desk = await buildDesk(kontuar, 3)
    await desk.be('available', ...desk.people)
    for (let i = 0; i < 7; i++) {
      await desk.addTicket()
      await kontuar.runJobs()
    }
    const counts = Map.groupBy((await desk.owners()).values(), (o) => o)
    expect([...counts.values()].map((c) => c.length).toSorted()).toEqual([2, 2, 3])
  })

  test('eight workers give 600 tickets out once each, never above what anybody may have', async () => {
    const desk = await buildDesk(kontuar, 10, { mode: 'least-loaded' })
    const other = await desk.addQueue({ mode: 'round-robin' }, desk.people.slice(0, 5).map((p) => p.staffId))
    const customer = '019a8f00-0000-7000-8000-00000000000c'
    await desk.sql(`insert into customer (org_id, id, name) values ($1, $2, 'Anna')`, [customer])
    await desk.sql(
      `insert into ticket (org_id, id, number, subject, customer_id, channel, queue_id, last_interaction_at, last_direction)
       select $1, gen_random_uuid(), 1000 + n, 'Sprawa', $2, case when n % 3 = 0 then 'phone' else 'email' end, case when n % 4 = 0 then $3::uuid else $4::uuid end, now(), 'in' from generate_series(1, 600) n`, [customer, other, desk.queueId])
    for (const [i, person] of desk.people.entries()) {
      await limit(desk, person, 10 + i * 4, { capacity: { total: 10 + i * 4, byChannel: { phone: 5 } } })
      await desk.be('available', person)
    }
    const runs = await Promise.all(Array.from({ length: 8 }, async () => {
      let assigned = 0
      for (const progress: Progress = new Map(); ;) {
        const done = await run(desk, progress)
        if (done.read === 0) return assigned
        assigned += done.assigned
      }
    }))
    const held = await desk.sql<{ id: string; tickets: number; phone: number }>(`select assignee_id as id, count(*)::int as tickets, (count(*) filter (where channel = 'phone'))::int as phone from ticket where org_id = $1 and assignee_id is not null group by 1`)
    for (const { id, tickets, phone } of held) {
      const i = desk.people.findIndex((p) => p.staffId === id)
      expect(tickets).toBeLessThanOrEqual(10 + i * 4)
      expect(phone).toBeLessThanOrEqual(5)
    }
    const given = held.reduce((sum, h) => sum + h.tickets, 0)
    expect(runs.reduce((a, b) => a + b, 0)).toBe(given)
    expect(given).toBe(desk.people.reduce((sum, _, i) => sum + 10 + i * 4, 0))
    expect(await desk.sql(`select ticket_id from assignment_decision where org_id = $1 and staff_id is not null group by 1 having count(*) > 1`)).toEqual([])
    expect(await desk.sql(`select ticket_id from interaction where org_id = $1 and kind = 'event' group by 1 having count(*) > 1`)).toEqual([])
    // A queue's people alone have its tickets.
    expect(await desk.sql('select 1 from ticket where org_id = $1 and queue_id = $2 and not assignee_id = any ($3)', [other, desk.people.slice(0, 5).map((p) => p.staffId)])).toEqual([])
  })

  test('what somebody is changing just then is left out, said so, and given out soon', async () => {
    const desk = await buildDesk(kontuar, 1)
    await desk.be('available', desk.people[0]!)
    await kontuar.runJobs()
    const id = await desk.addTicket()
    await kontuar.platform.db.write(desk.orgId, async (tx) => {
      await tx.query('select 1 from ticket where org_id = $1 and id = $2 for update', [desk.orgId, id])
      expect(await run(desk)).toEqual({ read: 0, assigned: 0, heldUp: true })
    })
    expect(await run(desk)).toEqual({ read: 1, assigned: 1, heldUp: false })
    expect((await desk.owners()).get(id)).toBe(desk.people[0]!.staffId)
  })

  test('tickets that nobody can take do not hide one that somebody can', async () => {
    const desk = await buildDesk(kontuar, 1, { mode: 'round-robin', skills: ['language'] })
    const customer = '019a8f00-0000-7000-8000-00000000000d'
    await desk.sql(`insert into customer (org_id, id, name) values ($1, $2, 'Anna')`, [customer])
    await desk.sql(
      `insert into ticket (org_id, id, number, subject, customer_id, channel, language, queue_id, last_interaction_at, last_direction, queued_at)
       select $1, gen_random_uuid(), 1000 + n, 'Sprawa', $2, 'email', case when n = 1500 then 'pl' else 'ru' end, $3, now(), 'in', now() - (2000 - n) * interval '1 second' from generate_series(1, 1500) n`, [customer, desk.queueId])
    await limit(desk, desk.people[0]!, null, { skills: [{ kind: 'language', value: 'pl' }] })
    await desk.be('available', desk.people[0]!)
    const progress: Progress = new Map()
    expect(await run(desk, progress)).toEqual({ read: 1000, assigned: 0, heldUp: false })
    expect(await run(desk, progress)).toEqual({ read: 500, assigned: 1, heldUp: false })
    expect(await run(desk, progress)).toEqual({ read: 0, assigned: 0, heldUp: false })
  })
})

describe('a change by hand', () => {
  test('leaves a decision as well, once, and the new owner is told; who takes it themselves is not', async () => {
    const desk = await buildDesk(kontuar, 2, { mode: 'hand' })
    const [ewa, jan] = desk.people
    const id = await desk.addTicket()
    expect((await desk.ask('PATCH', `/tickets/${id}`, { assigneeId: ewa!.staffId }, ewa)).status).toBe(200)
    expect((await desk.ask('PATCH', `/tickets/${id}`, { assigneeId: jan!.staffId }, ewa)).status).toBe(200)
    expect((await desk.ask('PATCH', `/tickets/${id}`, { assigneeId: null }, ewa)).status).toBe(200)
    await kontuar.runJobs()
    expect((await decisionsOf(desk, id)).map((d: { mode: string; staffId: string; decidedBy: string; because: { code: string } }) => [d.mode, d.because.code, d.staffId, d.decidedBy])).toEqual([
      ['hand', 'released', null, ewa!.staffId], ['hand', 'given', jan!.staffId, ewa!.staffId], ['hand', 'took', ewa!.staffId, ewa!.staffId],
    ])
    expect(await desk.sql(`select staff_id from notification where org_id = $1 and kind = 'assigned'`)).toEqual([{ staff_id: jan!.staffId }])
  })
})
