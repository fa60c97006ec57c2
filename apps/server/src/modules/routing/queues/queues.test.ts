// Guards the queues as settings: what they may name, who serves them, when they may go, and that a restricted person
// neither sees nor opens what is not theirs.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildMailbox, buildTicket } from '../../diary/testing.ts'
import { buildOrganization } from '../../identity/testing.ts'
import { outsider, refuseOutsider, serversOf } from './servers.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

async function office() {
  const org = await buildOrganization(kontuar.platform.db)
  const { db } = kontuar.platform
  const ask = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object, role: 'administrator' | 'manager' | 'agent' = 'administrator') => kontuar.ask(method, path, body, await kontuar.tokenOf(role, org))
  const make = async (path: string, body: object): Promise<string> => {
    const answer = await ask('POST', path, body)
    expect(answer.status, answer.text).toBe(201)
    return answer.body.id
  }
  const queues: { id: string; readyMade: string | null; isDefault: boolean; name: string }[] = (await ask('GET', '/queues')).body.items
  return { org, db, ask, make, ids: Object.fromEntries(Object.entries(org.staff).map(([role, s]) => [role, s.staffId])) as Record<string, string>, ready: (key: string) => queues.find((q) => q.readyMade === key)!.id, queues }
}
const nobody = '00000000-0000-7000-8000-000000000000'

describe('a queue', () => {
  test('is ready-made five times, one of them the default', async () => {
    const { queues } = await office()
    expect(queues.map((q) => [q.readyMade, q.isDefault])).toEqual([['sales', false], ['after-sales', true], ['complaints', false], ['it', false], ['accounting', false]])
  })

  test('is added behind the others, changed, and tells of it', async () => {
    const { org, db, ask, make, ids } = await office()
    const id = await make('/queues', { name: 'VIP', colour: 'violet', memberIds: [ids['agent']], assignment: { mode: 'least-loaded', skills: ['language'], stickyDays: 30 } })
    expect((await ask('GET', '/queues')).body.items.at(-1)).toMatchObject({ id, name: 'VIP', position: 6, colour: 'violet', defaultPriority: 'normal', orderOfWork: 'due', isDefault: false, memberIds: [ids['agent']], serverIds: [ids['agent']], assignment: { mode: 'least-loaded', skills: ['language'], stickyDays: 30 } })
    expect((await ask('PATCH', `/queues/${id}`, { defaultPriority: 'high', position: 0, memberIds: [] })).body).toMatchObject({ defaultPriority: 'high', position: 0, memberIds: [], serverIds: [], colour: 'violet' })
    const told = await db.read(org.orgId, (tx) => tx.query(`select 1 from event where org_id = $1 and name = 'routing.queueChanged' and ids->>'queueId' = $2`, [tx.orgId, id]))
    expect(told).toHaveLength(2)
  })

  test('under a name of its own is no ready-made one any more', async () => {
    const { ask, ready } = await office()
    expect((await ask('PATCH', `/queues/${ready('it')}`, { colour: 'red' })).body.readyMade).toBe('it')
    expect((await ask('PATCH', `/queues/${ready('it')}`, { name: 'Informatycy' })).body.readyMade).toBeNull()
  })

  test('becomes the default in place of the one before', async () => {
    const { ask, ready } = await office()
    expect((await ask('PATCH', `/queues/${ready('sales')}`, { isDefault: true })).body.isDefault).toBe(true)
    expect((await ask('GET', '/queues')).body.items.filter((q: { isDefault: boolean }) => q.isDefault).map((q: { id: string }) => q.id)).toEqual([ready('sales')])
  })

  test.each([
    ['a name in use', { name: 'it' }, 'conflict', 'name'], ['an unknown calendar', { calendarId: nobody }, 'invalid-input', 'calendarId'], ['an unknown policy', { slaPolicyId: 'none' }, 'invalid-input', 'slaPolicyId'],
    ['an unknown legal basis', { legalBasisCode: 'pl-nothing' }, 'invalid-input', 'legalBasisCode'], ['an unknown member', { memberIds: [nobody] }, 'invalid-input', 'memberIds'], ['an unknown team', { teamIds: [nobody] }, 'invalid-input', 'teamIds'],
    ['a strange way of assigning', { assignment: { mode: 'dice' } }, 'invalid-input', 'assignment.mode'],
  ])('with %s is refused, and none is made', async (_what, body, code, field) => {
    const { ask } = await office()
    expect((await ask('POST', '/queues', { name: 'Nowa', ...body })).body).toMatchObject({ code, detail: expect.stringMatching(/./), fields: { [field]: expect.any(String) } })
    expect((await ask('GET', '/queues')).body.items).toHaveLength(5)
  })

  test('is served by its members and its teams, by those alone who may sign in', async () => {
    const { org, db, ask, make, ids } = await office()
    const team = await make('/teams', { name: 'Ekipa', memberIds: [ids['agent'], ids['observer']] })
    const id = await make('/queues', { name: 'VIP', memberIds: [ids['manager'], ids['agent']], teamIds: [team] })
    const sorted = (...roles: string[]) => roles.map((r) => ids[r]!).sort()
    expect((await ask('GET', '/queues')).body.items.at(-1).serverIds).toEqual(sorted('manager', 'agent', 'observer'))
    await ask('PATCH', `/staff/${ids['observer']}`, { active: false })
    expect(await db.read(org.orgId, (tx) => serversOf(tx, id))).toEqual(sorted('manager', 'agent'))
    expect(await db.read(org.orgId, (tx) => serversOf(tx, 'no queue'))).toEqual([])
  })

  test('hears of who joins and leaves its teams', async () => {
    const { org, db, ask, make, ids } = await office()
    const team = await make('/teams', { name: 'Ekipa' })
    const id = await make('/queues', { name: 'VIP', teamIds: [team] })
    const told = () => db.read(org.orgId, (tx) => tx.query(`select 1 from event where org_id = $1 and name = 'routing.queueChanged' and ids->>'queueId' = $2`, [tx.orgId, id]))
    await kontuar.runJobs()
    const before = (await told()).length
    await ask('PATCH', `/teams/${team}`, { memberIds: [ids['agent']] })
    await kontuar.runJobs()
    expect((await told()).length).toBe(before + 1)
  })
})

describe('retiring a queue', () => {
  test('waits until its open tickets are gone', async () => {
    const { org, db, ask, ready } = await office()
    const [one, two] = await db.write(org.orgId, async (tx) => {
      const mailboxId = await buildMailbox(tx)
      const tickets = [await buildTicket(tx, mailboxId), await buildTicket(tx, mailboxId, { from: { name: '', address: 'b@klient.example' } })]
      await tx.query('update ticket set queue_id = $2 where org_id = $1', [tx.orgId, ready('it')])
      return tickets
    })
    expect((await ask('PATCH', `/queues/${ready('it')}`, { retired: true })).body).toMatchObject({ code: 'cannot-do', detail: '2 open tickets are still in "IT": close them or move them to another queue first.' })
    await ask('PATCH', `/tickets/${one!.ticketId}`, { queueId: ready('sales') })
    expect((await ask('PATCH', `/queues/${ready('it')}`, { retired: true })).body.detail).toMatch(/^One open ticket is still in "IT"/)
    await ask('PATCH', `/tickets/${two!.ticketId}`, { status: 'closed' })
    expect((await ask('PATCH', `/queues/${ready('it')}`, { retired: true })).body.retired).toBe(true)
    expect((await ask('PATCH', `/tickets/${one!.ticketId}`, { queueId: ready('it') })).body).toMatchObject({ code: 'invalid-input', fields: { queueId: 'is not in use' } })
  })

  test('waits for a ticket that is just coming in', async () => {
    const { org, db, ask, ready } = await office()
    const { promise: inside, resolve: isInside } = Promise.withResolvers<void>()
    const { promise: gate, resolve: open } = Promise.withResolvers<void>()
    const coming = db.write(org.orgId, async (tx) => {
      const { ticketId } = await buildTicket(tx, await buildMailbox(tx))
      await tx.query('update ticket set queue_id = $3 where org_id = $1 and id = $2', [tx.orgId, ticketId, ready('it')])
      isInside()
      await gate
    })
    await inside
    const retiring = ask('PATCH', `/queues/${ready('it')}`, { retired: true })
    // It has to stand at the lock before the ticket is let in.
    const waiting = () => db.query<{ waiting: number }>('select count(*)::int as waiting from pg_locks where not granted').then((rows) => rows[0]!.waiting)
    await expect.poll(waiting).toBeGreaterThan(0).finally(open)
    await coming
    expect((await retiring).body.detail).toMatch(/^One open ticket is still in "IT"/)
  })

  test('is refused for the default queue, and while a mailbox or a rule leads there', async () => {
    const { org, ask, make, ready } = await office()
    expect((await ask('PATCH', `/queues/${ready('after-sales')}`, { retired: true })).body.detail).toMatch(/is the default queue.*make another queue the default first/)
    const mailbox = await make('/mailboxes', { name: 'Faktury', address: `invoices-${org.orgId}@kontuar.test`, queueId: ready('accounting') })
    const rule = await make('/queue-rules', { name: 'O fakturach', conditions: { combinator: 'and', rules: [] }, queueId: ready('accounting') })
    expect((await ask('PATCH', `/queues/${ready('accounting')}`, { retired: true })).body.detail).toMatch(/by the mailbox "Faktury", the rule "O fakturach": choose another queue there first/)
    await ask('DELETE', `/mailboxes/${mailbox}`)
    await ask('PATCH', `/queue-rules/${rule}`, { active: false })
    expect((await ask('PATCH', `/queues/${ready('accounting')}`, { retired: true })).status).toBe(200)
    expect((await ask('PATCH', `/queue-rules/${rule}`, { active: true })).body).toMatchObject({ code: 'invalid-input', fields: { queueId: 'is not in use' } })
    expect((await ask('PATCH', `/queues/${ready('accounting')}`, { isDefault: true })).body.detail).toMatch(/is retired: bring it back/)
  })
})

describe('an agent outside the queue', () => {
  test('is refused as owner in one sentence, and the ticket stays as it was', async () => {
    const { org, db, ask, ids, ready } = await office()
    await ask('PATCH', `/queues/${ready('it')}`, { memberIds: [ids['observer']] })
    const { ticketId } = await db.write(org.orgId, async (tx) => buildTicket(tx, await buildMailbox(tx)))
    await ask('PATCH', `/tickets/${ticketId}`, { queueId: ready('it') })
    const answer = await ask('PATCH', `/tickets/${ticketId}`, { assigneeId: ids['agent'], priority: 'urgent' })
    expect(answer.body).toMatchObject({ code: 'cannot-do', detail: expect.stringMatching(/does not serve the queue "IT": choose one of its people, or add/), fields: { assigneeId: expect.any(String) } })
    expect((await ask('GET', `/tickets/${ticketId}`)).body).toMatchObject({ assigneeId: null, priority: 'normal' })
    expect((await ask('PATCH', `/tickets/${ticketId}`, { assigneeId: ids['observer'] })).status).toBe(200)
    expect((await ask('PATCH', `/tickets/${ticketId}`, { assigneeId: ids['manager'] })).status).toBe(200)
  })

  test('is known by queue and location alike', async () => {
    const { org, db, ask, make, ids, ready } = await office()
    const [cracow, gdansk] = [await make('/locations', { name: 'Kraków' }), await make('/locations', { name: 'Gdańsk' })]
    await ask('PUT', `/staff/${ids['agent']}/access`, { access: 'granted', queueIds: [ready('it')], locationIds: [cracow] })
    const said = (queueId: string | null, locationId: string | null) => db.read(org.orgId, (tx) => outsider(tx, ids['agent']!, { queueId, locationId }))
    expect(await said(ready('it'), null)).toBeNull()
    expect(await said(ready('it'), cracow)).toBeNull()
    expect(await said(ready('it'), gdansk)).toMatch(/does not see the location "Gdańsk"/)
    expect(await said(ready('sales'), null)).toMatch(/does not see the queue "Sprzedaż"/)
    expect(await said(null, null)).toMatch(/is in none/)
    await expect(db.read(org.orgId, (tx) => refuseOutsider(tx, ids['agent']!, { queueId: ready('sales'), locationId: null }))).rejects.toMatchObject({ code: 'cannot-do' })
  })
})

describe('a manager who sees only some queues', () => {
  async function restricted() {
    const o = await office()
    await o.ask('PATCH', `/queues/${o.ready('it')}`, { memberIds: [o.ids['manager']] })
    await o.ask('PUT', `/staff/${o.ids['manager']}/access`, { access: 'granted', queueIds: [o.ready('sales')], locationIds: [] })
    return { ...o, manage: (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) => o.ask(method, path, body, 'manager') }
  }

  test('knows of these alone', async () => {
    const { manage, ready } = await restricted()
    expect((await manage('GET', '/queues')).body.items.map((q: { id: string }) => q.id)).toEqual([ready('sales'), ready('it')])
    expect((await manage('PATCH', `/queues/${ready('complaints')}`, { colour: 'pink' })).status).toBe(404)
    expect((await manage('PATCH', `/queues/${ready('it')}`, { colour: 'pink' })).status).toBe(200)
  })

  test('sees the queue they add', async () => {
    const { manage } = await restricted()
    const id = (await manage('POST', '/queues', { name: 'Nowa' })).body.id
    expect((await manage('GET', '/queues')).body.items.map((q: { id: string }) => q.id)).toContain(id)
  })

  test('cannot draw the tickets of others to their own queue', async () => {
    const { ask, manage, make, ready, ids } = await restricted()
    expect((await manage('PATCH', `/queues/${ready('it')}`, { isDefault: true })).body).toMatchObject({ code: 'not-allowed' })
    expect((await manage('POST', '/queues', { name: 'Wszystko', isDefault: true })).body).toMatchObject({ code: 'not-allowed' })
    expect((await manage('POST', '/queue-rules', { name: 'Wszystko', conditions: { combinator: 'and', rules: [] }, queueId: ready('it') })).body).toMatchObject({ code: 'not-allowed' })
    const hidden = await make('/queue-rules', { name: 'Reklamacje', conditions: { combinator: 'and', rules: [] }, queueId: ready('complaints') })
    const own = await make('/queue-rules', { name: 'Sprzęt', conditions: { combinator: 'and', rules: [] }, queueId: ready('it') })
    expect((await manage('GET', '/queue-rules')).body.items.map((r: { id: string }) => r.id)).toEqual([own])
    expect((await manage('PATCH', `/queue-rules/${hidden}`, { active: false })).status).toBe(404)
    expect((await manage('DELETE', `/queue-rules/${own}`)).status).toBe(403)
    const team = await make('/teams', { name: 'Reklamacje' })
    await ask('PATCH', `/queues/${ready('complaints')}`, { teamIds: [team] })
    expect((await manage('PATCH', `/teams/${team}`, { memberIds: [ids['manager']] })).body).toMatchObject({ code: 'not-allowed', detail: expect.stringMatching(/queues that you do not see/) })
    expect((await manage('PATCH', `/teams/${team}`, { name: 'Inaczej' })).status).toBe(200)
  })
})
