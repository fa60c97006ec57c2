// Guards pauses: who paused something hears nothing of it until then, everybody else does, and each changes their own alone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { buildOrganization } from '../../identity/testing.ts'
import { pausedSubjects } from './pauses.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())
const ahead = (hours: number) => new Date(Date.now() + hours * 3_600_000)

async function person() {
  const org = await buildOrganization(kontuar.platform.db)
  const token = await kontuar.tokenOf('agent', org)
  return {
    org, staffId: org.staff.agent.staffId, ask: (method: 'GET' | 'PUT' | 'DELETE', path: string, body?: unknown, who = token) => kontuar.ask(method, path, body, who),
    paused: (subject: string, now = new Date()) => kontuar.platform.db.read(org.orgId, (tx) => pausedSubjects(tx, Object.values(org.staff).map((s) => s.staffId), subject, now)),
  }
}

test('what is paused is told to nobody who paused it, until its end', async () => {
  const { staffId, ask, paused } = await person()
  const [rule, report] = [`alert-rule:${newId()}`, `report:${newId()}`]
  const until = ahead(24)
  expect((await ask('PUT', '/me/pauses', { subject: rule, until: until.toISOString() })).body).toEqual({ subject: rule, until: until.toISOString() })
  expect((await ask('PUT', '/me/pauses', { subject: report, until: null })).status).toBe(200)
  expect((await ask('GET', '/me/pauses')).body.items).toEqual([{ subject: rule, until: until.toISOString() }, { subject: report, until: null }])
  expect(await paused(rule)).toEqual(new Map([[staffId, until]]))
  expect(await paused(rule, until)).toEqual(new Map())
  expect(await paused(report, ahead(9999))).toEqual(new Map([[staffId, null]]))
  expect(await paused(`report:${newId()}`)).toEqual(new Map())
})

test('paused again, the new end holds; ended, it is told again, however often one ends it', async () => {
  const { ask, paused } = await person()
  const subject = `report:${newId()}`
  await ask('PUT', '/me/pauses', { subject, until: ahead(1).toISOString() })
  await ask('PUT', '/me/pauses', { subject: subject.toUpperCase().replace('REPORT', 'report'), until: null })
  expect((await ask('GET', '/me/pauses')).body.items).toEqual([{ subject, until: null }])
  for (let i = 0; i < 2; i++) expect((await ask('DELETE', `/me/pauses/${encodeURIComponent(subject)}`)).body).toEqual({ ok: true })
  expect(await paused(subject)).toEqual(new Map())
})

test('each sees and ends their own alone', async () => {
  const { org, ask, paused } = await person()
  const subject = `report:${newId()}`
  await ask('PUT', '/me/pauses', { subject, until: null })
  const manager = await kontuar.tokenOf('manager', org)
  expect((await ask('GET', '/me/pauses', undefined, manager)).body.items).toEqual([])
  await ask('DELETE', `/me/pauses/${subject}`, undefined, manager)
  expect((await paused(subject)).size).toBe(1)
})

test.each<[string, object, string]>([
  ['a subject of another kind', { subject: `queue:00000000-0000-7000-8000-000000000000`, until: null }, 'subject'], ['a subject without an id', { subject: 'report:1', until: null }, 'subject'], ['a hostile subject', { subject: `report:'; drop table pause; --`, until: null }, 'subject'],
  ['a time that is over', { subject: `report:00000000-0000-7000-8000-000000000000`, until: '2020-01-01T00:00:00Z' }, 'until'], ['a time far away', { subject: `report:00000000-0000-7000-8000-000000000000`, until: '2999-01-01T00:00:00Z' }, 'until'], ['no time at all', { subject: `report:00000000-0000-7000-8000-000000000000`, until: 'soon' }, 'until'],
])('%s is refused, and nothing is paused', async (_what, body, field) => {
  const { ask } = await person()
  expect((await ask('PUT', '/me/pauses', body))).toMatchObject({ status: 400, body: { code: 'invalid-input', fields: { [field]: expect.any(String) } } })
  expect((await ask('GET', '/me/pauses')).body.items).toEqual([])
})

test('a strange subject is not ended, it is refused', async () => {
  const { ask } = await person()
  expect((await ask('DELETE', '/me/pauses/anything')).body.code).toBe('invalid-input')
})
