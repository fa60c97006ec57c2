// Guards tags: anybody who works with tickets may add one, nobody may add its twin, and a retired one is given no more.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { refuseUnknownTags } from './refuse-unknown-tags.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())
const add = async (name: string, token?: string) => (await kontuar.ask('POST', '/tags', { name }, token)).body

test('a tag is added by an agent, renamed and retired by a manager, and its name is free then', async () => {
  const agent = await kontuar.tokenOf('agent')
  const made = await kontuar.ask('POST', '/tags', { name: ' Pilny 🔥 ', colour: 'red' }, agent)
  expect(made).toMatchObject({ status: 201, body: { name: 'Pilny 🔥', colour: 'red', retired: false } })
  expect((await kontuar.ask('PATCH', `/tags/${made.body.id}`, { name: 'x' }, agent)).status).toBe(403)
  expect((await kontuar.ask('PATCH', `/tags/${made.body.id}`, { name: 'Ważny' })).body).toMatchObject({ name: 'Ważny', colour: 'red' })
  expect((await kontuar.ask('POST', '/tags', { name: 'WAŻNY' }))).toMatchObject({ status: 409, body: { detail: 'There is already a tag called "Ważny": choose another name.' } })
  expect((await kontuar.ask('PATCH', `/tags/${made.body.id}`, { retired: true })).body.retired).toBe(true)
  expect((await kontuar.ask('POST', '/tags', { name: 'ważny' })).status).toBe(201)
  expect((await kontuar.ask('PATCH', `/tags/${made.body.id}`, { retired: false })).status).toBe(409)
})

test('ten at once with one name make one tag', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => kontuar.ask('POST', '/tags', { name: 'Race' })))
  expect(answers.map((a) => a.status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)])
})

test('only known tags in use may be given', async () => {
  const [used, retired, foreign] = [await add('Used'), await add('Retired'), await add('Foreign', await kontuar.tokenOf('administrator', kontuar.orgB))]
  await kontuar.ask('PATCH', `/tags/${retired.id}`, { retired: true })
  const give = (...ids: string[]) => kontuar.platform.db.write(kontuar.orgA.orgId, (tx) => refuseUnknownTags(tx, ids))
  await give()
  await give(used.id, used.id.toUpperCase())
  await expect(give(used.id, retired.id)).rejects.toMatchObject({ code: 'invalid-input', message: '"Retired" can no longer be given, being retired: choose another tag.' })
  for (const id of [foreign.id, 'not-an-id', '__proto__', '\0']) await expect(give(used.id, id), id).rejects.toMatchObject({ code: 'invalid-input', fields: { tagIds: expect.any(String) } })
})
