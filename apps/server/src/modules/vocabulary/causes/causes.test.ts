// Guards causes: an organization begins with six in its language, twins are refused, and what has a retired one keeps it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildOrganization } from '../../identity/testing.ts'
import { refuseUnknownCause } from './refuse-unknown-cause.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

async function house() {
  const org = await buildOrganization(kontuar.platform.db)
  const token = await kontuar.tokenOf('administrator', org)
  const ask = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown, who = token) => kontuar.ask(method, path, body, who)
  return { org, ask, names: async () => (await ask('GET', '/causes')).body.items.map((c: { name: string }) => c.name) as string[] }
}

test('an organization begins with six, in its language', async () => {
  const { names } = await house()
  expect(await names()).toEqual(['Wada towaru lub usługi', 'Opóźnienie', 'Błędna lub niepełna informacja', 'Zachowanie obsługi', 'Płatność lub rozliczenie', 'Awaria lub błąd systemu'])
})

test('one is added behind the others, renamed, moved, retired and brought back', async () => {
  const { org, ask, names } = await house()
  const made = await ask('POST', '/causes', { name: '  Zła  wycena ' })
  expect(made).toMatchObject({ status: 201, body: { name: 'Zła wycena', position: 7, retired: false } })
  expect((await ask('PATCH', `/causes/${made.body.id}`, { name: 'Wycena', position: 0 })).body).toMatchObject({ name: 'Wycena', position: 0 })
  expect((await names())[0]).toBe('Wycena')
  expect((await ask('PATCH', `/causes/${made.body.id}`, { retired: true })).body.retired).toBe(true)
  expect((await names()).at(-1)).toBe('Wycena')
  const twin = await ask('POST', '/causes', { name: 'WYCENA' })
  expect(twin.status).toBe(201)
  expect((await ask('PATCH', `/causes/${made.body.id}`, { retired: false })).body).toMatchObject({ code: 'conflict', fields: { name: 'is taken' } })
  const actions = (await ask('GET', '/audit')).body.items.filter((e: { subjectId: string }) => e.subjectId === made.body.id).map((e: { action: string }) => e.action)
  expect(actions).toEqual(['cause.retired', 'cause.changed', 'cause.created'])
  expect(await kontuar.platform.db.read(org.orgId, (tx) => tx.query('select ids from event where org_id = $1 and name = $2 order by id', [org.orgId, 'vocabulary.causeChanged']))).toHaveLength(4)
})

test.each([['an empty name', { name: ' \t ' }, 400, 'invalid-input'], ['a name of nothing visible', { name: '\u200b' }, 400, 'invalid-input'], ['a twin', { name: 'OPÓŹNIENIE' }, 409, 'conflict'], ['a place below nothing', { name: 'x', position: -1 }, 400, 'invalid-input'], ['something else beside', { name: 'x', colour: 'red' }, 400, 'invalid-input']])('%s is refused, and none is made', async (_what, body, status, code) => {
  const { ask, names } = await house()
  expect(await ask('POST', '/causes', body)).toMatchObject({ status, body: { code } })
  expect(await names()).toHaveLength(6)
})

test('an agent reads them and changes none; those of another organization are not known', async () => {
  const { org, ask } = await house()
  const agent = await kontuar.tokenOf('agent', org)
  const { items } = (await ask('GET', '/causes', undefined, agent)).body
  expect((await ask('POST', '/causes', { name: 'x' }, agent)).status).toBe(403)
  expect((await ask('PATCH', `/causes/${items[0].id}`, { name: 'x' }, agent)).status).toBe(403)
  expect((await kontuar.ask('PATCH', `/causes/${items[0].id}`, { name: 'x' })).status).toBe(404)
})

test('ten at once with one name make one cause', async () => {
  const { ask } = await house()
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask('POST', '/causes', { name: 'Race' })))
  expect(answers.map((a) => a.status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)])
})

test('only a known one in use may be given', async () => {
  const { org, ask } = await house()
  const [used, retired] = (await ask('GET', '/causes')).body.items
  await ask('PATCH', `/causes/${retired.id}`, { retired: true })
  const foreign = (await kontuar.ask('GET', '/causes')).body.items[0]
  const give = (id: string) => kontuar.platform.db.write(org.orgId, (tx) => refuseUnknownCause(tx, id))
  await give(used.id)
  await expect(give(retired.id)).rejects.toMatchObject({ code: 'invalid-input', message: expect.stringMatching(/being retired: choose another cause/) })
  for (const id of [foreign.id, 'not-an-id', '__proto__', '\0', `'; drop table cause; --`]) await expect(give(id), id).rejects.toMatchObject({ code: 'invalid-input', fields: { causeId: expect.any(String) } })
})
