// Guards who comes in and what they may: set-up, invitations, roles, tokens, the audit log.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildOrganization, buildStaff, buildToken, TestBrowser, testPassword } from '../testing.ts'
import { createOrganization } from './create-organization.ts'
import { setUpUnattended } from './set-up-unattended.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())
const browser = (address?: string) => new TestBrowser(kontuar.app, address)
const invite = async (email: string, role = 'agent', token?: string) => {
  const answer = await kontuar.ask('POST', '/invitations', { email, role }, token)
  expect(answer.status, answer.text).toBe(201)
  return { id: answer.body.id as string, token: String(answer.body.link).split('#')[1]!, link: String(answer.body.link) }
}

describe('set-up', () => {
  const wanted = { organizationName: 'Salon Róża', locale: 'pl' as const, timeZone: 'Europe/Warsaw', name: 'Anna', email: 'anna@roza.test', password: 'a good password' }

  test('of two at once exactly one makes the organization and is signed in; later ones are refused', async () => {
    const empty = await startTestKontuar({}, { organizations: false })
    try {
      const [first, second] = [new TestBrowser(empty.app), new TestBrowser(empty.app)]
      expect((await first.ask('GET', '/setup')).body).toEqual({ needed: true })
      expect((await first.ask('POST', '/setup', { ...wanted, timeZone: 'Mars/Base' })).body).toMatchObject({ code: 'invalid-input', fields: { timeZone: expect.any(String) } })
      const answers = await Promise.all([first.ask('POST', '/setup', wanted), second.ask('POST', '/setup', { ...wanted, email: 'ewa@roza.test' })])
      expect(answers.map((a) => a.status).sort()).toEqual([201, 409])
      const winner = answers[0]!.status === 201 ? first : second
      expect((await winner.ask('GET', '/me')).body).toMatchObject({ staff: { role: 'administrator', name: 'Anna' }, organization: { name: 'Salon Róża', timeZone: 'Europe/Warsaw' } })
      expect((await first.ask('GET', '/setup')).body).toEqual({ needed: false })
      expect((await first.ask('POST', '/setup', wanted)).body.code).toBe('already-set-up')
      const [numbers] = await empty.platform.db.write(1, (tx) => tx.query<{ n: number }>('select next_ticket_numbers(1) as n'))
      expect(numbers?.n).toBe(1)
    } finally {
      await empty.stop()
    }
  })

  test('from the environment happens once, however often and however many start', async () => {
    const empty = await startTestKontuar({ KONTUAR_ORG: 'Bez okna', KONTUAR_ADMIN_EMAIL: 'admin@localhost', KONTUAR_ADMIN_PASSWORD: 'a good password' }, { organizations: false })
    try {
      await Promise.all([setUpUnattended(empty.platform), setUpUnattended(empty.platform)])
      await setUpUnattended(empty.platform)
      expect((await new TestBrowser(empty.app).signIn('admin@localhost', 'a good password')).body).toMatchObject({ organization: { id: '1', name: 'Bez okna' } })
    } finally {
      await empty.stop()
    }
  })

  test('a further organization for a known person leaves their password alone', async () => {
    const { email } = kontuar.orgA.staff.manager
    const { orgId } = await createOrganization(kontuar.platform.db, { ...wanted, email, password: 'quite another one' }, false)
    expect((await browser('192.0.2.20').signIn(email, 'quite another one')).status).toBe(401)
    expect((await browser().signIn(email)).status).toBe(201)
    expect(orgId).toBeGreaterThan(kontuar.orgB.orgId)
  })
})

describe('an invitation', () => {
  test('brings a new person in with the role it names, once', async () => {
    const { token, link } = await invite('Nowa@Org.test', 'manager')
    expect(link).toMatch(/^http:\/\/localhost:80\/invitation#ki_\d+_/)
    const person = browser()
    expect((await person.ask('POST', '/invitations/view', { token })).body).toEqual({ organizationName: kontuar.orgA.name, email: 'nowa@org.test', role: 'manager', existingUser: false })
    expect((await person.ask('POST', '/invitations/accept', { token, password: 'a good password' })).body.fields).toHaveProperty('name')
    expect((await person.ask('POST', '/invitations/accept', { token, name: 'Nowa', password: 'short' })).body.fields).toHaveProperty('password')
    const accepted = await person.ask('POST', '/invitations/accept', { token, name: 'Nowa', password: 'a good password' })
    expect(accepted.body).toMatchObject({ staff: { name: 'Nowa', role: 'manager' }, organization: { id: String(kontuar.orgA.orgId) } })
    expect((await person.ask('GET', '/me')).status).toBe(200)
    const again = await browser().ask('POST', '/invitations/accept', { token, name: 'Nowa', password: 'a good password' })
    expect(again.body).toMatchObject({ code: 'too-late', detail: expect.stringContaining('used already') })
  })

  test('taken up by two at once lets one in', async () => {
    const { token } = await invite('twice@org.test')
    const answers = await Promise.all([1, 2].map(() => browser().ask('POST', '/invitations/accept', { token, name: 'Dwa', password: 'a good password' })))
    expect(answers.map((a) => a.status).sort()).toEqual([201, 409])
  })

  test('asks a person known elsewhere for the password they have', async () => {
    const { email } = kontuar.orgB.staff.agent
    const { token } = await invite(email, 'observer')
    const person = browser()
    expect((await person.ask('POST', '/invitations/view', { token })).body.existingUser).toBe(true)
    expect((await person.ask('POST', '/invitations/accept', { token, password: 'not theirs at all' })).body.code).toBe('wrong-credentials')
    const accepted = await person.ask('POST', '/invitations/accept', { token, password: testPassword })
    expect(accepted.body).toMatchObject({ staff: { role: 'observer' }, organization: { id: String(kontuar.orgA.orgId) } })
    expect((await person.ask('GET', '/me')).body.organization.id).toBe(String(kontuar.orgA.orgId))
  })

  test('brings back a person who was let out', async () => {
    const staff = await buildStaff(kontuar.platform.db, kontuar.orgA.orgId, 'agent', 'back@org.test')
    await kontuar.ask('PATCH', `/staff/${staff.staffId}`, { active: false })
    const { token } = await invite(staff.email, 'manager')
    expect((await browser().ask('POST', '/invitations/accept', { token, password: testPassword })).body.staff).toMatchObject({ id: staff.staffId, role: 'manager' })
  })

  test('that was withdrawn, replaced or has expired is refused with the reason', async () => {
    const view = async (token: string) => (await browser().ask('POST', '/invitations/view', { token })).body
    const withdrawn = await invite('w@org.test')
    expect((await kontuar.ask('DELETE', `/invitations/${withdrawn.id}`)).status).toBe(200)
    expect(await view(withdrawn.token)).toMatchObject({ code: 'too-late', detail: expect.stringContaining('withdrawn') })
    const [older, newer] = [await invite('r@org.test'), await invite('r@org.test')]
    expect(await view(older.token)).toMatchObject({ code: 'too-late' })
    expect(await view(newer.token)).toMatchObject({ email: 'r@org.test' })
    await kontuar.platform.db.write(kontuar.orgA.orgId, (tx) => tx.query(`update invitation set expires_at = now() - interval '1 second' where org_id = $1 and id = $2`, [kontuar.orgA.orgId, newer.id]))
    expect(await view(newer.token)).toMatchObject({ code: 'too-late', detail: expect.stringContaining('expired') })
    expect(await view('ki_1_unknown-token-that-is-none')).toMatchObject({ code: 'not-found' })
    const { items } = (await kontuar.ask('GET', '/invitations')).body
    expect(items.map((i: { email: string }) => i.email)).not.toContain('w@org.test')
  })

  test('to somebody who works here is refused', async () => {
    expect((await kontuar.ask('POST', '/invitations', { email: kontuar.orgA.staff.agent.email, role: 'agent' })).body.code).toBe('conflict')
  })
})

describe('roles', () => {
  test('the last administrator can be neither demoted nor let out, not even by two at once', async () => {
    const org = await buildOrganization(kontuar.platform.db)
    const token = await buildToken(kontuar.platform.db, org.orgId, org.staff.administrator)
    const path = `/staff/${org.staff.administrator.staffId}`
    for (const change of [{ role: 'agent' }, { active: false }]) expect((await kontuar.ask('PATCH', path, change, token)).body).toMatchObject({ code: 'cannot-do', detail: expect.stringContaining('last administrator') })
    await kontuar.ask('PATCH', `/staff/${org.staff.manager.staffId}`, { role: 'administrator' }, token)
    // Each with a token of their own: whoever is second keeps the right to ask, and is refused by the rule.
    const tokenOfOther = await buildToken(kontuar.platform.db, org.orgId, { ...org.staff.manager, role: 'administrator' })
    const both = await Promise.all([kontuar.ask('PATCH', path, { role: 'agent' }, token), kontuar.ask('PATCH', `/staff/${org.staff.manager.staffId}`, { active: false }, tokenOfOther)])
    expect(both.map((a) => a.status).sort()).toEqual([200, 422])
  })

  test('a smaller role takes effect at the next request, for tokens too', async () => {
    const staff = await buildStaff(kontuar.platform.db, kontuar.orgA.orgId, 'manager', 'smaller@org.test')
    const token = await buildToken(kontuar.platform.db, kontuar.orgA.orgId, staff)
    expect((await kontuar.ask('GET', '/audit', undefined, token)).status).toBe(200)
    await kontuar.ask('PATCH', `/staff/${staff.staffId}`, { role: 'agent' })
    expect((await kontuar.ask('GET', '/audit', undefined, token)).status).toBe(403)
    await kontuar.ask('PATCH', `/staff/${staff.staffId}`, { active: false })
    expect((await kontuar.ask('GET', '/me', undefined, token)).status).toBe(401)
  })

  test('people are listed page by page in a steady order', async () => {
    const ids: string[] = []
    let cursor = ''
    do {
      const { items, next } = (await kontuar.ask('GET', `/staff?limit=3${cursor}`)).body
      ids.push(...items.map((s: { id: string }) => s.id))
      cursor = next === null ? '' : `&cursor=${next}`
    } while (cursor)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain(kontuar.orgA.staff.observer.staffId)
    expect(ids).not.toContain(kontuar.orgB.staff.observer.staffId)
  })
})

describe('a token', () => {
  test('does what its scopes say and no more, cannot make a mightier one, and is shown once', async () => {
    const made = await kontuar.ask('POST', '/tokens', { name: 'Sklep', scopes: ['ticket.read'] })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ name: 'Sklep', scopes: ['ticket.read'], token: expect.stringMatching(new RegExp(`^kt_${kontuar.orgA.orgId}_`)) })
    expect((await kontuar.ask('GET', '/me', undefined, made.body.token)).body.permissions).toEqual(['ticket.read'])
    expect((await kontuar.ask('GET', '/staff', undefined, made.body.token)).status).toBe(403)
    expect((await kontuar.ask('POST', '/tokens', { name: 'More', scopes: ['staff.manage'] }, made.body.token)).body.code).toBe('not-allowed')
    expect((await kontuar.ask('POST', '/tokens', { name: 'Same' }, made.body.token)).body.scopes).toEqual(['ticket.read'])
    expect((await kontuar.ask('POST', '/me/password', { current: testPassword, next: 'a brand new one' }, made.body.token)).status).toBe(403)
    expect((await kontuar.ask('GET', '/tokens')).text).not.toContain(made.body.token)
  })

  test('is refused once revoked or expired, and cannot be born expired', async () => {
    const { body } = await kontuar.ask('POST', '/tokens', { name: 'Short' })
    expect((await kontuar.ask('DELETE', `/tokens/${body.id}`, undefined, await kontuar.tokenOf('agent'))).status).toBe(404)
    expect((await kontuar.ask('DELETE', `/tokens/${body.id}`)).status).toBe(200)
    expect((await kontuar.ask('GET', '/me', undefined, body.token)).status).toBe(401)
    const expiring = (await kontuar.ask('POST', '/tokens', { name: 'Expiring', expiresAt: '2099-01-01T00:00:00Z' })).body
    await kontuar.platform.db.write(kontuar.orgA.orgId, (tx) => tx.query('update api_token set expires_at = now() where org_id = $1 and id = $2', [kontuar.orgA.orgId, expiring.id]))
    expect((await kontuar.ask('GET', '/me', undefined, expiring.token)).status).toBe(401)
    expect((await kontuar.ask('POST', '/tokens', { name: 'Late', expiresAt: '2020-01-01T00:00:00Z' })).body.fields).toHaveProperty('expiresAt')
  })
})

describe('the organization', () => {
  test('takes a known time zone only, and says what changed in the audit log', async () => {
    expect((await kontuar.ask('PATCH', '/organization', { timeZone: '+02:00' })).body.fields).toHaveProperty('timeZone')
    expect((await kontuar.ask('PATCH', '/organization', { timeZone: 'Europe/Kaliningrad', reopenDays: 3, outgoingPaused: true })).body).toMatchObject({ timeZone: 'Europe/Kaliningrad', reopenDays: 3, outgoingPaused: true })
    const { items } = (await kontuar.ask('GET', '/audit?action=organization.changed&limit=1')).body
    expect(items[0]).toMatchObject({ actorId: kontuar.orgA.staff.administrator.staffId, detail: { reopenDays: 3 } })
  })

  test('the audit log is paged newest first and cannot be rewritten', async () => {
    const first = (await kontuar.ask('GET', '/audit?limit=2')).body
    const second = (await kontuar.ask('GET', `/audit?limit=2&cursor=${first.next}`)).body
    const ats = [...first.items, ...second.items].map((e: { at: string }) => e.at)
    expect(ats).toEqual([...ats].sort().reverse())
    expect((await kontuar.ask('GET', '/audit?cursor=nonsense')).body.code).toBe('invalid-cursor')
    const { orgId } = kontuar.orgA
    for (const sql of ['update audit set action = action where org_id = $1', 'delete from audit where org_id = $1']) {
      await expect(kontuar.platform.db.write(orgId, (tx) => tx.query(sql, [orgId]))).rejects.toThrow(/permission denied|append-only/)
    }
  })

  test('its status tells whether worker and mail are alive', async () => {
    const { db } = kontuar.platform
    expect((await kontuar.ask('GET', '/status')).body).toMatchObject({ worker: 'down', mail: 'off', waitingMails: 0 })
    await db.query(`insert into process (services, host, pid) values ('{worker,mail}', 'test', 1)`)
    expect((await kontuar.ask('GET', '/status')).body).toMatchObject({ worker: 'ok', mail: 'ok' })
    await db.query(`update process set seen_at = now() - interval '11 seconds'`)
    expect((await kontuar.ask('GET', '/status')).body).toMatchObject({ worker: 'down' })
  })
})
