// Guards who is told of a matter: by part, role or name, each person once with the first reason, and always somebody.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Recipient } from '@kontuar/contracts'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildOrganization, buildStaff } from '../testing.ts'
import { peopleInCharge, type About } from './people-in-charge.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

let made = 0
async function chain() {
  const { db } = kontuar.platform
  const org = await buildOrganization(db)
  const token = await kontuar.tokenOf('administrator', org)
  const person = async () => (await buildStaff(db, org.orgId, 'agent', `charge${++made}@chain.test`)).staffId
  const make = async (path: string, body: object): Promise<string> => {
    const answer = await kontuar.ask('POST', path, body, token)
    expect(answer.status, answer.text).toBe(201)
    return answer.body.id
  }
  const [shop, region, lead, ewa, jan] = [await person(), await person(), await person(), await person(), await person()]
  const locationId = await make('/locations', { name: 'Kraków', managerId: shop })
  const regionId = await make('/regions', { name: 'Południe', managerId: region, locationIds: [locationId] })
  const teamId = await make('/teams', { name: 'Kasa', managerId: lead, memberIds: [ewa, jan] })
  return {
    org, shop, region, lead, ewa, jan, locationId, regionId, teamId, make, patch: (path: string, body: object) => kontuar.ask('PATCH', path, body, token),
    sql: (text: string, ...values: unknown[]) => db.write(org.orgId, (tx) => tx.query(text, [org.orgId, ...values])),
    told: async (recipients: Recipient[], about: About = {}, mayHear?: (ids: readonly string[]) => Promise<ReadonlySet<string>>) =>
      (await db.read(org.orgId, (tx) => peopleInCharge(tx, recipients, about, mayHear))).map((p) => [p.staffId, p.because] as const),
  }
}

describe('a part in the matter', () => {
  test('means whoever has it now', async () => {
    const c = await chain()
    const about = { locationId: c.locationId, teamId: c.teamId }
    expect(await c.told([{ to: 'location-manager' }], about)).toEqual([[c.shop, { code: 'location-manager', name: 'Kraków' }]])
    expect(await c.told([{ to: 'region-manager' }], about)).toEqual([[c.region, { code: 'region-manager', name: 'Południe' }]])
    expect(await c.told([{ to: 'team-manager' }], about)).toEqual([[c.lead, { code: 'team-manager', name: 'Kasa' }]])
    expect(await c.told([{ to: 'team' }], about)).toEqual([c.ewa, c.jan].toSorted().map((id) => [id, { code: 'team', name: 'Kasa' }]))
    await c.patch(`/locations/${c.locationId}`, { managerId: c.ewa })
    expect(await c.told([{ to: 'location-manager' }], about)).toEqual([[c.ewa, { code: 'location-manager', name: 'Kraków' }]])
  })

  test('of a person’s team holds where no team is named', async () => {
    const c = await chain()
    expect(await c.told([{ to: 'team-manager' }], { staffId: c.ewa })).toEqual([[c.lead, { code: 'team-manager', name: 'Kasa' }]])
  })

  test('of owners and of those who serve the queue is as the caller says; without an owner, who had the contact', async () => {
    const c = await chain()
    expect(await c.told([{ to: 'owner' }], { ownerIds: [c.jan], staffId: c.ewa })).toEqual([[c.jan, { code: 'owner' }]])
    expect(await c.told([{ to: 'owner' }], { ownerIds: [], staffId: c.ewa })).toEqual([[c.ewa, { code: 'owner' }]])
    expect(await c.told([{ to: 'queue-servers' }], { queueServerIds: [c.jan, c.jan] })).toEqual([[c.jan, { code: 'queue-servers' }]])
  })

  test('of a location without manager is that of its region', async () => {
    const c = await chain()
    await c.patch(`/locations/${c.locationId}`, { managerId: null })
    expect(await c.told([{ to: 'location-manager' }], { locationId: c.locationId })).toEqual([[c.region, { code: 'region-manager', name: 'Południe' }]])
    await c.patch(`/regions/${c.regionId}`, { retired: true })
    expect(await c.told([{ to: 'location-manager' }], { locationId: c.locationId })).toEqual([[c.org.staff.manager.staffId, { code: 'nobody-else', name: 'manager' }]])
  })

  test('of a retired region or team is nobody’s', async () => {
    const c = await chain()
    await c.patch(`/regions/${c.regionId}`, { retired: true })
    await c.patch(`/teams/${c.teamId}`, { retired: true })
    const { manager } = c.org.staff
    expect(await c.told([{ to: 'region-manager' }, { to: 'team-manager' }], { locationId: c.locationId, teamId: c.teamId })).toEqual([[manager.staffId, { code: 'nobody-else', name: 'manager' }]])
  })
})

describe('recipients', () => {
  test('by role, team and name are found, and each person is told once, for the first reason', async () => {
    const c = await chain()
    const { observer } = c.org.staff
    expect(await c.told([{ to: 'staff', staffId: c.jan }, { to: 'team-of', teamId: c.teamId }, { to: 'role', role: 'observer' }])).toEqual([
      [c.jan, { code: 'staff' }], [c.ewa, { code: 'team-of', name: 'Kasa' }], [observer.staffId, { code: 'role', name: 'observer' }]])
  })

  test('who may not sign in any more are passed over; then the managers are told, and without any the administrators', async () => {
    const c = await chain()
    const about = { locationId: c.locationId }
    await c.sql('update staff set active = false where org_id = $1 and id = any ($2)', [c.shop, c.region])
    const { manager, administrator } = c.org.staff
    expect(await c.told([{ to: 'location-manager' }], about)).toEqual([[manager.staffId, { code: 'nobody-else', name: 'manager' }]])
    await c.sql(`update staff set active = false where org_id = $1 and role = 'manager'`)
    expect(await c.told([{ to: 'location-manager' }], about)).toEqual([[administrator.staffId, { code: 'nobody-else', name: 'administrator' }]])
    expect(await c.told([])).toEqual([[administrator.staffId, { code: 'nobody-else', name: 'administrator' }]])
  })

  test('who may not hear of it are as if they were not there', async () => {
    const c = await chain()
    const { manager } = c.org.staff
    const asked: string[][] = []
    const mayHear = async (ids: readonly string[]) => { asked.push([...ids]); return new Set(ids.filter((id) => id !== c.shop && id !== c.region)) }
    expect(await c.told([{ to: 'location-manager' }], { locationId: c.locationId }, mayHear)).toEqual([[manager.staffId, { code: 'nobody-else', name: 'manager' }]])
    expect(asked).toEqual([[c.shop], [c.region], [manager.staffId]])
  })

  test.each<[string, Recipient[], About]>([
    ['ids that are none', [{ to: 'staff', staffId: `'; drop table staff; --` }, { to: 'team-of', teamId: '\0' }], {}], ['a matter of nonsense', [{ to: 'location-manager' }, { to: 'owner' }, { to: 'queue-servers' }, { to: 'team' }], { locationId: 'x', teamId: '__proto__', staffId: '1', ownerIds: ['x'], queueServerIds: ['\0'] }],
    ['a role that is none', [{ to: 'role', role: 'king' as 'agent' }], {}],
  ])('%s mean nobody', async (_what, recipients, about) => {
    const c = await chain()
    expect((await c.told(recipients, about)).map(([, because]) => because.code)).toEqual(['nobody-else'])
  })

  test('of another organization mean nobody', async () => {
    const [c, other] = [await chain(), await chain()]
    expect((await c.told([{ to: 'staff', staffId: other.ewa }, { to: 'team-of', teamId: other.teamId }, { to: 'location-manager' }], { locationId: other.locationId })).map(([, because]) => because.code)).toEqual(['nobody-else'])
  })
})

test('a person comes with language, zone, number and address: their own, else the organization’s', async () => {
  const c = await chain()
  await c.sql(`update staff set locale = 'ru', time_zone = 'Asia/Almaty', phone = '+77010000000' where org_id = $1 and id = $2`, c.ewa)
  const people = await kontuar.platform.db.read(c.org.orgId, (tx) => peopleInCharge(tx, [{ to: 'staff', staffId: c.ewa }, { to: 'staff', staffId: c.jan }]))
  expect(people).toMatchObject([
    { staffId: c.ewa, email: expect.stringContaining('@chain.test'), name: expect.any(String), role: 'agent', access: 'everything', locale: 'ru', timeZone: 'Asia/Almaty', phone: '+77010000000' },
    { staffId: c.jan, locale: 'pl', timeZone: 'Europe/Warsaw', phone: null }])
})
