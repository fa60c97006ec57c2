// Guards regions and managers of locations as settings: one location, one region; each refusal is one sentence and leaves nothing behind.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildOrganization, type TestOrganization } from '../testing.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

async function office() {
  const org = await buildOrganization(kontuar.platform.db)
  const token = await kontuar.tokenOf('administrator', org)
  const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: object, who = token) => kontuar.ask(method, path, body, who)
  const make = async (path: string, body: object): Promise<string> => {
    const answer = await ask('POST', path, body)
    expect(answer.status, answer.text).toBe(201)
    return answer.body.id
  }
  return { org, ask, make, regionOf: async (id: string) => (await ask('GET', '/locations')).body.items.find((l: { id: string }) => l.id === id).regionId as string | null }
}
const letOut = (org: TestOrganization, staffId: string) => kontuar.platform.db.write(org.orgId, (tx) => tx.query('update staff set active = false where org_id = $1 and id = $2', [tx.orgId, staffId]))

test('a region has a manager and locations; a location taken into another one leaves the first', async () => {
  const { org, ask, make, regionOf } = await office()
  const [krakow, gdansk] = [await make('/locations', { name: 'Kraków' }), await make('/locations', { name: 'Gdańsk' })]
  const south = await make('/regions', { name: ' Południe ', managerId: org.staff.manager.staffId, locationIds: [krakow, gdansk] })
  const north = await make('/regions', { name: 'Północ', locationIds: [gdansk] })
  expect((await ask('GET', '/regions')).body.items).toEqual([
    { id: north, name: 'Północ', managerId: null, locationIds: [gdansk], retired: false }, { id: south, name: 'Południe', managerId: org.staff.manager.staffId, locationIds: [krakow], retired: false }])
  expect(await regionOf(gdansk)).toBe(north)
  expect((await ask('PATCH', `/regions/${north}`, { locationIds: [] })).body.locationIds).toEqual([])
  expect(await regionOf(gdansk)).toBeNull()
  expect((await ask('PATCH', `/locations/${gdansk}`, { regionId: south, managerId: org.staff.agent.staffId })).body).toMatchObject({ regionId: south, managerId: org.staff.agent.staffId })
  expect((await ask('GET', '/regions')).body.items[1].locationIds).toEqual([gdansk, krakow])
})

test('one is retired with its locations and brought back, with a line in the audit for each', async () => {
  const { ask, make } = await office()
  const krakow = await make('/locations', { name: 'Kraków' })
  const id = await make('/regions', { name: 'Południe', locationIds: [krakow] })
  expect((await ask('PATCH', `/regions/${id}`, { retired: true })).body).toMatchObject({ retired: true, locationIds: [krakow] })
  const twin = await make('/regions', { name: 'południe' })
  expect((await ask('PATCH', `/regions/${id}`, { retired: false })).body).toMatchObject({ code: 'conflict', fields: { name: 'is taken' } })
  await ask('PATCH', `/regions/${twin}`, { name: 'Wschód' })
  expect((await ask('PATCH', `/regions/${id}`, { retired: false })).body.retired).toBe(false)
  const actions = (await ask('GET', '/audit')).body.items.filter((e: { subjectId: string }) => e.subjectId === id).map((e: { action: string }) => e.action)
  expect(actions).toEqual(['region.changed', 'region.retired', 'region.created'])
})

const nobody = '00000000-0000-7000-8000-000000000000'
test.each<[string, object, string]>([
  ['an empty name', { name: ' ' }, 'name'], ['a name in use', { name: 'POŁUDNIE' }, 'name'], ['an unknown manager', { name: 'x', managerId: nobody }, 'managerId'], ['a manager that is no id', { name: 'x', managerId: `'; drop table region` }, 'managerId'],
  ['an unknown location', { name: 'x', locationIds: [nobody] }, 'locationIds'], ['a location that is no id', { name: 'x', locationIds: ['x'] }, 'locationIds'],
])('a region with %s is refused, and none is made', async (_what, body, field) => {
  const { ask, make } = await office()
  await make('/regions', { name: 'Południe' })
  expect((await ask('POST', '/regions', body)).body).toMatchObject({ detail: expect.stringMatching(/: | needs /), fields: { [field]: expect.any(String) } })
  expect((await ask('GET', '/regions')).body.items).toHaveLength(1)
})

test.each<[string, object, string]>([['manager', { managerId: nobody }, 'managerId'], ['region', { regionId: nobody }, 'regionId'], ['region that is no id', { regionId: 'x' }, 'regionId']])('a location with an unknown %s is refused, new or old', async (_what, body, field) => {
  const { ask, make } = await office()
  const id = await make('/locations', { name: 'Kraków' })
  for (const answer of [await ask('POST', '/locations', { name: 'Gdańsk', ...body }), await ask('PATCH', `/locations/${id}`, body)]) expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-input', fields: { [field]: expect.any(String) } } })
  expect((await ask('GET', '/locations')).body.items).toMatchObject([{ name: 'Kraków', managerId: null, regionId: null }])
})

test('who was let out stays the manager, but is made none; a retired region takes no new location', async () => {
  const { org, ask, make } = await office()
  const { agent, observer } = org.staff
  const id = await make('/locations', { name: 'Kraków', managerId: agent.staffId })
  await letOut(org, agent.staffId)
  await letOut(org, observer.staffId)
  expect((await ask('PATCH', `/locations/${id}`, { managerId: agent.staffId, name: 'Kraków Rynek' })).status).toBe(200)
  expect((await ask('PATCH', `/locations/${id}`, { managerId: observer.staffId })).body).toMatchObject({ code: 'invalid-input', fields: { managerId: expect.any(String) } })
  const region = await make('/regions', { name: 'Południe' })
  await ask('PATCH', `/regions/${region}`, { retired: true })
  expect((await ask('PATCH', `/locations/${id}`, { regionId: region })).body).toMatchObject({ code: 'invalid-input', detail: '"Południe" has been retired: choose another region, or bring it back first.' })
})

test('whoever is granted single locations sees and moves these alone', async () => {
  const { org, ask, make, regionOf } = await office()
  const [krakow, gdansk] = [await make('/locations', { name: 'Kraków' }), await make('/locations', { name: 'Gdańsk' })]
  const id = await make('/regions', { name: 'Polska', locationIds: [krakow, gdansk] })
  const { manager } = org.staff
  await ask('PUT', `/staff/${manager.staffId}/access`, { access: 'granted', queueIds: [], locationIds: [krakow] })
  const token = await kontuar.tokenOf('manager', org)
  expect((await ask('GET', '/regions', undefined, token)).body.items[0].locationIds).toEqual([krakow])
  expect((await ask('PATCH', `/regions/${id}`, { locationIds: [] }, token)).status).toBe(200)
  expect([await regionOf(krakow), await regionOf(gdansk)]).toEqual([null, id])
})

test('agents read regions and change none; those of another organization are not known', async () => {
  const { org, ask, make } = await office()
  const id = await make('/regions', { name: 'Południe' })
  const agent = await kontuar.tokenOf('agent', org)
  expect((await ask('GET', '/regions', undefined, agent)).body.items).toHaveLength(1)
  expect((await ask('POST', '/regions', { name: 'x' }, agent)).status).toBe(403)
  expect((await ask('PATCH', `/regions/${id}`, { name: 'x' }, agent)).status).toBe(403)
  expect((await kontuar.ask('PATCH', `/regions/${id}`, { name: 'x' })).status).toBe(404)
})
