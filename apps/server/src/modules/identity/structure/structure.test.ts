// Guards locations, teams and who sees what as settings: each refusal is one sentence and leaves nothing behind, and
// somebody always sees everything.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildOrganization, buildStaff, type TestOrganization } from '../testing.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

async function office() {
  const org = await buildOrganization(kontuar.platform.db)
  const token = await kontuar.tokenOf('administrator', org)
  const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: object) => kontuar.ask(method, path, body, token)
  const make = async (path: string, body: object): Promise<string> => {
    const answer = await ask('POST', path, body)
    expect(answer.status, answer.text).toBe(201)
    return answer.body.id
  }
  return { org, ask, make, everything: { access: 'everything', queueIds: [], locationIds: [] } }
}
const letOut = (org: TestOrganization, staffId: string) => kontuar.platform.db.write(org.orgId, (tx) => tx.query('update staff set active = false where org_id = $1 and id = $2', [tx.orgId, staffId]))
const events = (org: TestOrganization, name: string) => kontuar.platform.db.read(org.orgId, (tx) => tx.query<{ ids: object }>('select ids from event where org_id = $1 and name = $2 order by id', [tx.orgId, name])).then((rows) => rows.map((r) => r.ids))

describe('locations', () => {
  test('are added, changed, retired and brought back, with a line in the audit for each', async () => {
    const { org, ask, make } = await office()
    const id = await make('/locations', { name: ' Kraków ', address: 'Rynek 1', timeZone: 'Europe/Warsaw' })
    expect((await ask('PATCH', `/locations/${id}`, { name: 'Kraków Rynek', timeZone: null })).body).toEqual({ id, name: 'Kraków Rynek', address: 'Rynek 1', timeZone: null, managerId: null, regionId: null, retired: false })
    expect((await ask('PATCH', `/locations/${id}`, { retired: true })).body.retired).toBe(true)
    expect((await ask('GET', '/locations')).body.items).toMatchObject([{ id, retired: true }])
    const heir = await make('/locations', { name: 'kraków rynek' })
    expect((await ask('PATCH', `/locations/${id}`, { retired: false })).body).toMatchObject({ code: 'conflict', fields: { name: 'is taken' } })
    await ask('PATCH', `/locations/${heir}`, { name: 'Nowa Huta' })
    expect((await ask('PATCH', `/locations/${id}`, { retired: false })).body.retired).toBe(false)
    const actions = (await ask('GET', '/audit')).body.items.filter((e: { subjectId: string }) => e.subjectId === id).map((e: { action: string }) => e.action)
    expect(actions).toEqual(['location.changed', 'location.retired', 'location.changed', 'location.created'])
    expect(await events(org, 'identity.structureChanged')).toContainEqual({ locationId: id })
  })

  test.each([
    ['a name already in use', { name: 'kraków' }, 'conflict', /There is a location called "kraków" already: choose another name/],
    ['an empty name', { name: '  ' }, 'invalid-input', /needs a name/],
    ['an unknown time zone', { name: 'Łódź', timeZone: 'Europe/Lodz' }, 'invalid-input', /not known: write it like Europe\/Warsaw/],
    ['an offset as time zone', { name: 'Łódź', timeZone: '+02:00' }, 'invalid-input', /not known/],
  ])('%s is refused', async (_what, body, code, sentence) => {
    const { ask, make } = await office()
    await make('/locations', { name: 'Kraków' })
    expect((await ask('POST', '/locations', body)).body).toMatchObject({ code, detail: expect.stringMatching(sentence) })
    expect((await ask('GET', '/locations')).body.items).toHaveLength(1)
  })

  test('of two who choose the same name at once one gets it', async () => {
    const { ask } = await office()
    const both = await Promise.all([ask('POST', '/locations', { name: 'Gdańsk' }), ask('POST', '/locations', { name: 'gdańsk' })])
    expect(both.map((a) => a.status).sort()).toEqual([201, 409])
  })

  test('one that a mailbox or a rule still sends tickets to is not retired', async () => {
    const { org, ask, make } = await office()
    const id = await make('/locations', { name: 'Kraków' })
    const mailbox = await make('/mailboxes', { name: 'Sklep', address: `shop-${org.orgId}@kontuar.test`, locationId: id })
    expect((await ask('PATCH', `/locations/${id}`, { retired: true })).body).toMatchObject({ code: 'cannot-do', detail: 'New tickets still come to "Kraków" by the mailbox "Sklep": choose another location there first.' })
    await ask('PATCH', `/mailboxes/${mailbox}`, { locationId: null })
    expect((await ask('PATCH', `/locations/${id}`, { retired: true })).status).toBe(200)
  })
})

describe('teams', () => {
  test('have members, a manager and a location', async () => {
    const { org, ask, make } = await office()
    const { agent, manager } = org.staff
    const locationId = await make('/locations', { name: 'Kraków' })
    const id = await make('/teams', { name: 'Reklamacje', managerId: manager.staffId, locationId, memberIds: [agent.staffId, agent.staffId] })
    expect((await ask('GET', '/teams')).body.items).toEqual([{ id, name: 'Reklamacje', managerId: manager.staffId, locationId, memberIds: [agent.staffId], retired: false }])
    expect((await ask('PATCH', `/teams/${id}`, { memberIds: [], managerId: null })).body).toMatchObject({ memberIds: [], managerId: null, locationId })
  })

  test('who was let out may stay in, but is not taken in', async () => {
    const { org, ask, make } = await office()
    const { agent, observer } = org.staff
    const id = await make('/teams', { name: 'IT', memberIds: [agent.staffId] })
    await letOut(org, agent.staffId)
    await letOut(org, observer.staffId)
    expect((await ask('PATCH', `/teams/${id}`, { memberIds: [agent.staffId] })).status).toBe(200)
    expect((await ask('PATCH', `/teams/${id}`, { memberIds: [observer.staffId] })).body).toMatchObject({ code: 'invalid-input', detail: expect.stringMatching(/may not sign in any more/), fields: { memberIds: expect.any(String) } })
  })

  test.each([
    ['an unknown member', { memberIds: ['00000000-0000-7000-8000-000000000000'] }, 'memberIds'], ['a member that is no id', { memberIds: [`'; drop table team`] }, 'memberIds'],
    ['an unknown manager', { managerId: 'nobody' }, 'managerId'], ['an unknown location', { locationId: 'nowhere' }, 'locationId'],
  ])('%s is refused, and no team is made', async (_what, body, field) => {
    const { ask } = await office()
    expect((await ask('POST', '/teams', { name: 'IT', ...body })).body).toMatchObject({ code: 'invalid-input', fields: { [field]: expect.any(String) } })
    expect((await ask('GET', '/teams')).body.items).toEqual([])
  })

  test('a retired location is refused, and a team that serves queues is not retired', async () => {
    const { ask, make } = await office()
    const closed = await make('/locations', { name: 'Kraków' })
    await ask('PATCH', `/locations/${closed}`, { retired: true })
    expect((await ask('POST', '/teams', { name: 'IT', locationId: closed })).body.detail).toMatch(/"Kraków" has been retired: choose another location/)
    const id = await make('/teams', { name: 'IT' })
    const queue = await make('/queues', { name: 'Sprzęt', teamIds: [id] })
    expect((await ask('PATCH', `/teams/${id}`, { retired: true })).body.detail).toBe('The team serves "Sprzęt": take it out of there first.')
    await ask('PATCH', `/queues/${queue}`, { teamIds: [] })
    expect((await ask('PATCH', `/teams/${id}`, { retired: true })).status).toBe(200)
    expect((await ask('PATCH', `/queues/${queue}`, { teamIds: [id] })).body.detail).toMatch(/"IT" has been retired/)
  })
})

describe('the access of a person', () => {
  test('is set and read, with a line in the audit and an event', async () => {
    const { org, ask, make, everything } = await office()
    const { agent } = org.staff
    const [queue, location] = [await make('/queues', { name: 'VIP' }), await make('/locations', { name: 'Kraków' })]
    expect((await ask('GET', `/staff/${agent.staffId}/access`)).body).toEqual(everything)
    const wish = { access: 'granted', queueIds: [queue], locationIds: [location] }
    expect((await ask('PUT', `/staff/${agent.staffId}/access`, wish)).body).toEqual(wish)
    expect((await ask('GET', `/staff/${agent.staffId}/access`)).body).toEqual(wish)
    const [line] = (await ask('GET', '/audit?action=staff.accessChanged')).body.items
    expect(line).toMatchObject({ subjectId: agent.staffId, detail: { from: everything, to: wish } })
    expect(await events(org, 'identity.accessChanged')).toEqual([{ staffId: agent.staffId }])
  })

  test.each([
    ['an unknown queue', { queueIds: ['00000000-0000-7000-8000-000000000000'], locationIds: [] }, 'queueIds'],
    ['an unknown location', { queueIds: [], locationIds: ['nowhere'] }, 'locationIds'],
  ])('%s is refused, and nothing is saved', async (_what, lists, field) => {
    const { org, ask, everything } = await office()
    const path = `/staff/${org.staff.agent.staffId}/access`
    expect((await ask('PUT', path, { access: 'granted', ...lists })).body).toMatchObject({ code: 'invalid-input', fields: { [field]: expect.any(String) } })
    expect((await ask('GET', path)).body).toEqual(everything)
  })

  test('the last administrator who sees everything cannot be restricted, demoted or let out', async () => {
    const { org, ask } = await office()
    const first = org.staff.administrator.staffId
    const second = (await buildStaff(kontuar.platform.db, org.orgId, 'administrator', `second@org${org.orgId}.test`)).staffId
    const nothing = { access: 'granted', queueIds: [], locationIds: [] }
    expect((await ask('PUT', `/staff/${second}/access`, nothing)).status).toBe(200)
    const refusal = { code: 'cannot-do', detail: expect.stringMatching(/last administrator who sees everything: let another administrator/) }
    for (const id of [first, first.toUpperCase()]) {
      expect((await ask('PUT', `/staff/${id}/access`, nothing)).body).toMatchObject(refusal)
      expect((await ask('PATCH', `/staff/${id}`, { role: 'manager' })).body).toMatchObject(refusal)
      expect((await ask('PATCH', `/staff/${id}`, { active: false })).body).toMatchObject(refusal)
    }
    expect((await ask('PATCH', `/staff/${second}`, { active: false })).status).toBe(200)
  })

  test('of two administrators who restrict each other at once one goes on seeing everything', async () => {
    const { org, ask } = await office()
    const first = org.staff.administrator.staffId
    const second = (await buildStaff(kontuar.platform.db, org.orgId, 'administrator', `second@org${org.orgId}.test`)).staffId
    const answers = await Promise.all([first, second].map((id) => ask('PUT', `/staff/${id}/access`, { access: 'granted', queueIds: [], locationIds: [] })))
    expect(answers.map((a) => a.status).sort()).toEqual([200, 422])
  })
})
