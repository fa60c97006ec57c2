// Guards the way in by password: cookies, sessions that end at their very next request, one answer for all wrong guesses.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildOrganization, buildStaff, TestBrowser } from '../testing.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())
const browser = (address?: string) => new TestBrowser(kontuar.app, address)
const auditOf = async (orgId: number, action: string) => kontuar.platform.db.read(orgId, (tx) => tx.query<{ detail: object; ip_address: string }>('select detail, ip_address, subject_id from audit where org_id = $1 and action = $2', [orgId, action]))

describe('sign-in', () => {
  test('opens the workspace with a cookie no script can read', async () => {
    const { agent } = kontuar.orgA.staff
    const person = browser()
    const answer = await person.signIn(agent.email.toUpperCase())
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({ staff: { id: agent.staffId, role: 'agent' }, organization: { id: String(kontuar.orgA.orgId) } })
    expect(answer.body.permissions).toContain('ticket.answer')
    expect(answer.setCookie).toMatch(/^kontuar_session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
    expect((await person.ask('GET', '/me')).body.staff.id).toBe(agent.staffId)
    expect(await auditOf(kontuar.orgA.orgId, 'session.opened')).toContainEqual(expect.objectContaining({ subject_id: agent.staffId, ip_address: '192.0.2.1' }))
  })

  test('without "remember me" the cookie goes with the browser, and the session within a day', async () => {
    const person = browser()
    const { setCookie } = await person.signIn(kontuar.orgA.staff.agent.email, undefined, false)
    expect(setCookie).not.toContain('Max-Age')
    const current = (await person.ask('GET', '/sessions')).body.items.find((s: { current: boolean }) => s.current)
    expect(Date.parse(current.expiresAt) - Date.parse(current.createdAt)).toBeLessThanOrEqual(86_400_000)
  })

  test('behind https the cookie never travels in clear', async () => {
    const secure = await startTestKontuar({ KONTUAR_URL: 'https://desk.example' })
    try {
      const answer = await new TestBrowser(secure.app).signIn(secure.orgA.staff.agent.email)
      expect(answer.setCookie).toMatch(/^kontuar_session=.*; Secure/)
    } finally {
      await secure.stop()
    }
  })

  test('a wrong password and an unknown address get the same answer, and only a digest of the address is kept', async () => {
    const { manager } = kontuar.orgA.staff
    const wrong = await browser('192.0.2.2').signIn(manager.email, 'not the password')
    const unknown = await browser('192.0.2.2').signIn('nobody@nowhere.test', 'not the password')
    expect([wrong.status, wrong.body.code]).toEqual([401, 'wrong-credentials'])
    expect(unknown.body).toEqual(wrong.body)
    const [entry] = await auditOf(kontuar.orgA.orgId, 'session.refused')
    expect(entry).toMatchObject({ subject_id: manager.staffId, detail: { account: expect.stringMatching(/^[\w-]{22}$/) } })
    expect(JSON.stringify(entry)).not.toContain(manager.email)
  })

  test.each(['admin@localhost', 'почта@пример.рф', 'dół@żółw.pl', 'o\'neil+desk@sub.example.org'])('works for the address %s', async (email) => {
    const staff = await buildStaff(kontuar.platform.db, kontuar.orgA.orgId, 'agent', email)
    const answer = await browser('192.0.2.3').signIn(email)
    expect(answer.body).toMatchObject({ staff: { id: staff.staffId, email } })
  })

  test('a person of two organizations begins in the first', async () => {
    const other = await buildOrganization(kontuar.platform.db)
    await buildStaff(kontuar.platform.db, other.orgId, 'observer', kontuar.orgB.staff.agent.email)
    const answer = await browser().signIn(kontuar.orgB.staff.agent.email)
    expect(answer.body.organization.id).toBe(String(kontuar.orgB.orgId))
  })

  test('another site can neither sign its visitor in nor act with their cookie', async () => {
    const person = browser()
    const crossSite = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
    expect((await person.ask('POST', '/session', { email: 'a@b.test', password: 'x' }, crossSite)).body.code).toBe('wrong-origin')
    await person.signIn(kontuar.orgA.staff.agent.email)
    expect((await person.ask('PATCH', '/me', { name: 'Evil' }, crossSite)).body.code).toBe('wrong-origin')
    expect((await person.ask('PATCH', '/me', { name: 'Evil' }, { 'sec-fetch-site': 'same-site', origin: 'https://other.desk.example' })).body.code).toBe('wrong-origin')
    expect((await person.ask('PATCH', '/me', { name: 'Fair' })).body.staff.name).toBe('Fair')
  })
})

describe('a session', () => {
  test('that was ended is refused at its very next request', async () => {
    const [here, there] = [browser(), browser()]
    const { email } = kontuar.orgA.staff.observer
    await here.signIn(email)
    await there.signIn(email)
    const { items } = (await here.ask('GET', '/sessions')).body
    expect(items).toHaveLength(2)
    const other = items.find((s: { current: boolean }) => !s.current)
    expect((await here.ask('DELETE', `/sessions/${other.id}`)).status).toBe(200)
    expect((await there.ask('GET', '/me')).status).toBe(401)
    expect((await here.ask('GET', '/me')).status).toBe(200)
    const cookie = here.cookie
    await here.ask('DELETE', '/session')
    here.cookie = cookie
    expect((await here.ask('GET', '/me')).status).toBe(401)
  })

  test('of somebody else cannot be ended', async () => {
    const [mine, theirs] = [browser(), browser()]
    await mine.signIn(kontuar.orgA.staff.agent.email)
    await theirs.signIn(kontuar.orgB.staff.manager.email)
    const { items } = (await theirs.ask('GET', '/sessions')).body
    expect((await mine.ask('DELETE', `/sessions/${items[0].id}`)).status).toBe(404)
    expect((await theirs.ask('GET', '/me')).status).toBe(200)
  })

  test.each([
    ['a changed signature', (value: string) => `${value.slice(0, -4)}abc%3D`],
    ['no signature', (value: string) => value.split('.')[0]!],
    ['another token under the old signature', (value: string) => value.replace(/^./, (first) => (first === 'z' ? 'y' : 'z'))],
    ['broken percent-encoding', () => '%E0%A4%A'],
    ['nothing', () => ''],
  ])('is not opened by a cookie with %s', async (_what, forge) => {
    const person = browser()
    await person.signIn(kontuar.orgA.staff.agent.email)
    person.cookie = `kontuar_session=${forge(person.cookie.slice('kontuar_session='.length))}`
    expect((await person.ask('GET', '/me')).status).toBe(401)
  })

  test('ends for a person who was let out, and their password opens nothing', async () => {
    const staff = await buildStaff(kontuar.platform.db, kontuar.orgA.orgId, 'agent', 'leaver@org.test')
    const person = browser()
    await person.signIn(staff.email)
    await kontuar.ask('PATCH', `/staff/${staff.staffId}`, { active: false })
    expect((await person.ask('GET', '/me')).status).toBe(401)
    expect((await person.signIn(staff.email)).body.code).toBe('not-allowed')
  })

  test('a new password ends the other sessions, keeps this one, and needs the old password', async () => {
    const staff = await buildStaff(kontuar.platform.db, kontuar.orgA.orgId, 'agent', 'changer@org.test')
    const [here, there] = [browser(), browser()]
    await here.signIn(staff.email)
    await there.signIn(staff.email)
    expect((await here.ask('POST', '/me/password', { current: 'wrong', next: 'a brand new one' })).body).toMatchObject({ code: 'wrong-credentials', fields: { current: expect.any(String) } })
    expect((await here.ask('POST', '/me/password', { current: 'long enough to pass', next: 'a brand new one' })).status).toBe(200)
    expect((await there.ask('GET', '/me')).status).toBe(401)
    expect((await here.ask('GET', '/me')).status).toBe(200)
    expect((await there.signIn(staff.email)).status).toBe(401)
    expect((await there.signIn(staff.email, 'a brand new one')).status).toBe(201)
  })
})

describe('guessing', () => {
  test('at one account stops after ten tries, whatever address they come from, and says how long to wait', async () => {
    const { email } = kontuar.orgB.staff.observer
    const tries = await Promise.all(Array.from({ length: 12 }, (_, i) => browser(`198.51.100.${i}`).signIn(email, `guess number ${i}`)))
    expect(tries.filter((t) => t.status === 401)).toHaveLength(10)
    const refused = tries.find((t) => t.status === 429)!
    expect(refused.body.code).toBe('too-many-requests')
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
    expect((await browser('198.51.100.99').signIn(email)).status).toBe(429)
  })

  test('from one address stops after thirty tries over all accounts, and a right sign-in does not count', async () => {
    const address = '2001:db8:1:2::'
    for (let i = 0; i < 3; i++) expect((await browser(`${address}${i}`).signIn(kontuar.orgB.staff.administrator.email)).status).toBe(201)
    const tries = await Promise.all(Array.from({ length: 31 }, (_, i) => browser(`${address}${i + 10}`).signIn(`guess${i}@nowhere.test`, 'guess')))
    expect(tries.filter((t) => t.status === 429)).toHaveLength(1)
    expect((await browser('2001:db8:1:3::1').signIn(kontuar.orgB.staff.administrator.email)).status).toBe(201)
  })
  test('is counted over several processes', async () => {
    const other = await kontuar.anotherProcess()
    try {
      const { email } = kontuar.orgB.staff.agent
      const apps = [kontuar.app, other.app]
      const tries = await Promise.all(Array.from({ length: 12 }, (_, i) => new TestBrowser(apps[i % 2]!, `203.0.113.${i}`).signIn(email, 'guess')))
      expect(tries.filter((t) => t.status === 401)).toHaveLength(10)
    } finally {
      await other.stop()
    }
  })
})
