// Guards that each warning, breach and escalation is told exactly once: by two workers at once, by one killed in between, after a lost job.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Escalation } from '@kontuar/contracts'
import { startTestKontuar, type TestKontuar, type TestOrganization } from '../../../../app/testing.ts'
import { buildOrganization } from '../../../identity/testing.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { addEntry, ago, clocksOf, eventsOf, hour, noticesOf, pastTicket, setPolicy } from '../clocks.fixture.ts'
import { sweepClocks } from '../jobs.ts'
import { keepClocks } from '../keep/keep-clocks.ts'
import { fireClocks } from './fire-clocks.ts'

let kontuar: TestKontuar
let org: TestOrganization
const db = () => kontuar.platform.db
beforeAll(async () => { kontuar = await startTestKontuar({}, { organizations: false }) })
afterAll(() => kontuar.stop())
beforeEach(async () => { org = await buildOrganization(db()) })

const firstResponse = (seconds: number, escalations: Escalation[]) => setPolicy(db(), org.orgId, { targets: { firstResponse: { seconds, clock: 'elapsed' }, nextResponse: null, resolution: null, statuses: {} }, escalations })
const keep = (...ids: string[]) => db().write(org.orgId, (tx) => keepClocks(tx, ids))
const fire = async () => {
  const report = await fireClocks(db(), org.orgId)
  if (report.failed.length > 0) throw report.failed[0]!.error
  return report
}
const names = async (id: string) => (await eventsOf(db(), org.orgId, id)).map((e) => e.name).filter((n) => n !== 'ticket-changed')
const steps: Escalation[] = [
  { on: 'warning', afterSeconds: 0, act: 'notify', to: 'owner' }, { on: 'breach', afterSeconds: 0, act: 'notify', to: 'owner' }, { on: 'breach', afterSeconds: hour, act: 'notify', to: 'manager' },
  { on: 'breach', afterSeconds: 2 * hour, act: 'task', title: 'Zadzwoń do klienta', to: 'manager' },
]

describe('one ticket', () => {
  test('before its warning nothing is told', async () => {
    await firstResponse(2 * hour, steps)
    const id = await pastTicket(db(), org.orgId, 1800)
    await keep(id)
    expect(await fire()).toMatchObject({ tickets: 0, told: 0 })
    expect((await clocksOf(db(), org.orgId, id))[0]!.next_fire_at!.getTime()).toBeGreaterThan(Date.now())
  })

  test('past its warning the owner is warned, once', async () => {
    await firstResponse(2 * hour, steps)
    const id = await pastTicket(db(), org.orgId, 1.5 * hour, { assigneeId: org.staff.agent.staffId })
    await keep(id)
    await fire()
    await fire()
    expect(await names(id)).toEqual(['sla-warning', 'escalated'])
    expect(await noticesOf(db(), org.orgId, id)).toMatchObject([{ staff_id: org.staff.agent.staffId, kind: 'sla-warning', detail: { clock: 'first-response' } }])
    const [clock] = await clocksOf(db(), org.orgId, id)
    expect(clock).toMatchObject({ breached_at: null, escalated: 1 })
    expect(clock!.next_fire_at).toEqual(clock!.due_at)
  })

  test('each step comes at its time after the breach; a task has an owner and a deadline', async () => {
    await firstResponse(2 * hour, steps)
    const id = await pastTicket(db(), org.orgId, 5 * hour, { assigneeId: org.staff.agent.staffId })
    await keep(id)
    await fire()
    expect(await names(id)).toEqual(['sla-warning', 'escalated', 'sla-breached', 'escalated', 'escalated', 'escalated'])
    expect(Object.fromEntries((await noticesOf(db(), org.orgId, id)).map((n) => [n.kind, n.staff_id]))).toEqual({
      'sla-warning': org.staff.agent.staffId, 'sla-breach': org.staff.agent.staffId, escalation: org.staff.manager.staffId })
    expect(await db().read(org.orgId, (tx) => tx.query('select title, owner_id, origin from task where org_id = $1', [org.orgId]))).toEqual([{ title: 'Zadzwoń do klienta', owner_id: org.staff.manager.staffId, origin: 'escalation' }])
    expect(await db().read(org.orgId, (tx) => tx.query('select breaches from ticket where org_id = $1 and id = $2', [org.orgId, id]))).toEqual([{ breaches: 1 }])
    expect((await clocksOf(db(), org.orgId, id))[0]).toMatchObject({ escalated: 0b1111, next_fire_at: null })
  })

  test('steps of another kind of clock are not taken', async () => {
    await firstResponse(2 * hour, [{ on: 'breach', afterSeconds: 0, act: 'notify', to: 'owner', kinds: ['resolution'] }])
    const id = await pastTicket(db(), org.orgId, 3 * hour)
    await keep(id)
    await fire()
    expect(await names(id)).toEqual(['sla-warning', 'sla-breached'])
  })

  test('the priority rises and the ticket goes to somebody else, through the diary', async () => {
    await firstResponse(2 * hour, [{ on: 'breach', afterSeconds: 0, act: 'raise-priority' }, { on: 'breach', afterSeconds: 60, act: 'reassign', to: org.staff.manager.staffId }])
    const id = await pastTicket(db(), org.orgId, 3 * hour, { assigneeId: org.staff.agent.staffId })
    await keep(id)
    await fire()
    expect(await db().read(org.orgId, (tx) => tx.query('select priority, assignee_id from ticket where org_id = $1 and id = $2', [org.orgId, id]))).toEqual([{ priority: 'high', assignee_id: org.staff.manager.staffId }])
    expect((await eventsOf(db(), org.orgId, id)).filter((e) => e.name === 'ticket-changed').map((e) => e.detail)).toMatchObject([{ priority: ['normal', 'high'], because: { code: 'escalation' } }, { assigneeId: [org.staff.agent.staffId, org.staff.manager.staffId] }])
  })

  test('a reply that came before the job takes its reason away: what fires is looked at again', async () => {
    await firstResponse(2 * hour, steps)
    const id = await pastTicket(db(), org.orgId, 1.5 * hour)
    await keep(id)
    await db().write(org.orgId, (tx) => addEntry(tx, id, { kind: 'message', direction: 'out', at: ago(1.4 * hour) }))
    expect(await fire()).toMatchObject({ tickets: 1, told: 0 })
    expect(await names(id)).toEqual([])
    expect((await clocksOf(db(), org.orgId, id))[0]).toMatchObject({ state: 'met', next_fire_at: null })
  })

  test('a breach that nobody was there to tell is told even after the late reply, without the warning', async () => {
    await firstResponse(2 * hour, steps)
    const id = await pastTicket(db(), org.orgId, 5 * hour)
    await keep(id)
    await db().write(org.orgId, (tx) => addEntry(tx, id, { kind: 'message', direction: 'out', at: ago(2.5 * hour) }))
    await keep(id)
    await fire()
    // The reply came half an hour after the deadline: the manager's hour was not reached.
    expect(await names(id)).toEqual(['sla-breached', 'escalated'])
  })

  test('a deadline moved into the future warns again, one moved within the past does not', async () => {
    await setPolicy(db(), org.orgId, { targets: { firstResponse: { seconds: 2 * hour, clock: 'elapsed', byPriority: { low: 100 * hour, urgent: hour } }, nextResponse: null, resolution: null, statuses: {} }, escalations: [] })
    const id = await pastTicket(db(), org.orgId, 3 * hour)
    await keep(id)
    await fire()
    const setPriority = (priority: string) => db().write(org.orgId, (tx) => tx.query('update ticket set priority = $3 where org_id = $1 and id = $2', [org.orgId, id, priority]))
    await setPriority('urgent')
    await keep(id)
    await fire()
    expect(await names(id)).toEqual(['sla-warning', 'sla-breached'])
    await setPriority('low')
    await keep(id)
    expect((await clocksOf(db(), org.orgId, id))[0]).toMatchObject({ warned_at: null, breached_at: null })
  })
})

describe('who is told', () => {
  const told = async (to: string, columns: Parameters<typeof pastTicket>[3] = {}) => {
    await firstResponse(2 * hour, [{ on: 'breach', afterSeconds: 0, act: 'notify', to }])
    const id = await pastTicket(db(), org.orgId, 3 * hour, columns)
    await keep(id)
    await fire()
    return (await noticesOf(db(), org.orgId, id)).map((n) => n.staff_id).toSorted()
  }
  const queueWith = (members: string[], teams: { manager: string; members: string[] }[] = []) => db().write(org.orgId, async (tx) => {
    const queueId = newId()
    await tx.query(`insert into queue (org_id, id, name, position) values ($1, $2, $3, 9)`, [org.orgId, queueId, queueId])
    for (const staffId of members) await tx.query('insert into queue_member (org_id, queue_id, staff_id) values ($1, $2, $3)', [org.orgId, queueId, staffId])
    for (const { manager, members: people } of teams) {
      const teamId = newId()
      await tx.query('insert into team (org_id, id, name, manager_id) values ($1, $2, $3, $4)', [org.orgId, teamId, teamId, manager])
      await tx.query('insert into queue_team (org_id, queue_id, team_id) values ($1, $2, $3)', [org.orgId, queueId, teamId])
      for (const staffId of people) await tx.query('insert into team_member (org_id, team_id, staff_id) values ($1, $2, $3)', [org.orgId, teamId, staffId])
    }
    return queueId
  })
  const id = (role: 'administrator' | 'manager' | 'agent' | 'observer') => org.staff[role].staffId

  test('the owner', async () => expect(await told('owner', { assigneeId: id('agent') })).toEqual([id('agent')]))
  test('without an owner the people of the queue', async () => expect(await told('owner', { queueId: await queueWith([id('agent'), id('observer')]) })).toEqual([id('agent'), id('observer')].toSorted()))
  test('people of the queue by their team', async () => expect(await told('queue', { queueId: await queueWith([], [{ manager: id('administrator'), members: [id('agent')] }]) })).toEqual([id('agent')]))
  test('the manager of a team that serves the queue', async () => expect(await told('manager', { queueId: await queueWith([], [{ manager: id('observer'), members: [] }]) })).toEqual([id('observer')]))
  test('else the manager of the owner\'s team', async () => {
    await queueWith([], [{ manager: id('observer'), members: [id('agent')] }])
    expect(await told('manager', { queueId: await queueWith([]), assigneeId: id('agent') })).toEqual([id('observer')])
  })
  test('else whoever is manager', async () => expect(await told('manager')).toEqual([id('manager')]))
  test('else the administrators', async () => {
    await db().write(org.orgId, (tx) => tx.query(`update staff set active = false where org_id = $1 and role = 'manager'`, [org.orgId]))
    expect(await told('manager')).toEqual([id('administrator')])
  })
  test('one person', async () => expect(await told(id('observer'))).toEqual([id('observer')]))
  test('instead of a person who has left, the managers', async () => {
    await db().write(org.orgId, (tx) => tx.query(`update staff set active = false where org_id = $1 and id = $2`, [org.orgId, id('observer')]))
    expect(await told(id('observer'))).toEqual([id('manager')])
  })
})

describe('exactly once', () => {
  const many = async (n: number) => {
    await firstResponse(2 * hour, steps)
    const ids: string[] = []
    for (let i = 0; i < n; i++) ids.push(await pastTicket(db(), org.orgId, 5 * hour))
    await keep(...ids)
    return ids
  }
  const each = { 'sla-warning': 1, 'sla-breached': 1, escalated: 4 }
  const tally = async (id: string) => Object.fromEntries([...Map.groupBy(await names(id), (n) => n)].map(([name, all]) => [name, all.length]))

  test('by four workers at once', async () => {
    const ids = await many(12)
    await Promise.all([fire(), fire(), fire(), fire()])
    await fire()
    for (const id of ids) {
      expect(await tally(id)).toEqual(each)
      expect(await noticesOf(db(), org.orgId, id)).toHaveLength(3)
    }
  })

  test('by a worker killed just before it could commit, and its successor', async () => {
    const ids = await many(3)
    const dying: Database = { ...db(), write: (orgId, work) => db().write(orgId, async (tx) => { await work(tx); throw new Error('killed') }) }
    await expect(fireClocks(dying, org.orgId)).rejects.toThrow('killed')
    for (const id of ids) expect(await names(id)).toEqual([])
    await fire()
    for (const id of ids) expect(await tally(id)).toEqual(each)
  })

  test('while an agent answers at the same moment', async () => {
    const ids = await many(6)
    await Promise.all([fire(), ...ids.map((id) => keep(id)), fire()])
    for (const id of ids) expect(await tally(id)).toEqual(each)
  })

  test('after its job was lost, by the sweep of the minute', async () => {
    const ids = await many(2)
    await sweepClocks(kontuar.platform).handle({} as never, { attempt: 1, maxAttempts: 1 })
    expect((await db().query<{ org_id: number }>('select org_id from organizations_with_due_clocks()')).map((r) => r.org_id)).toContain(org.orgId)
    await kontuar.runJobs()
    for (const id of ids) expect(await tally(id)).toEqual(each)
  })

  test('a ticket that cannot be served does not hold up the others, and is tried again', async () => {
    const ids = await many(3)
    const poisoned: Database = {
      ...db(), write: (orgId, work) => db().write(orgId, (tx) => work(new Proxy(tx, {
        get: (target, name) => (name === 'query' ? (text: string, values?: unknown[], called?: string) => {
          if (called === 'write-clock-events' && JSON.stringify(values).includes(ids[1]!)) throw new Error('poison')
          return target.query(text, values, called)
        } : typeof target[name as 'query'] === 'function' ? (target[name as 'query'] as () => unknown).bind(target) : target[name as 'query']),
      }))),
    }
    const report = await fireClocks(poisoned, org.orgId)
    expect(report.failed.map((f) => f.ticketId)).toEqual([ids[1]])
    expect(await tally(ids[0]!)).toEqual(each)
    expect(await tally(ids[1]!)).toEqual({})
    await fire()
    expect(await tally(ids[1]!)).toEqual(each)
  })
})
