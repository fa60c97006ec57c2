// Guards the tree of reasons as people change it: paths stay true to the tree, merges lose nothing, refusals save nothing.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildOrganization, type TestOrganization } from '../../identity/testing.ts'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { refuseUnknownReason } from './refuse-unknown-reason.ts'

let kontuar: TestKontuar
let org: TestOrganization
let token: string
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())
beforeEach(async () => {
  org = await buildOrganization(kontuar.platform.db)
  token = await kontuar.tokenOf('administrator', org)
})

interface Listed { id: string; parentId: string | null; name: string; readyMade: string | null; path: string[]; retired: boolean; mergedIntoId: string | null }
const ask = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) => kontuar.ask(method, path, body, token)
const list = async (): Promise<Listed[]> => (await ask('GET', '/reasons')).body.items
const add = async (name: string, parentId: string | null = null): Promise<string> => {
  const { status, body } = await ask('POST', '/reasons', { name, parentId })
  expect(status, body.detail).toBe(201)
  return body.id
}
const chain = async (...names: string[]) => {
  const ids: string[] = []
  for (const name of names) ids.push(await add(name, ids.at(-1) ?? null))
  return ids
}
const pathsAreTrue = (reasons: readonly Listed[]) => reasons.every((r) => JSON.stringify(r.path) === JSON.stringify([...(reasons.find((p) => p.id === r.parentId)?.path ?? []), r.id]))
const published = () => kontuar.platform.db.read(org.orgId, (tx) => tx.query<{ name: string; ids: Record<string, string> }>(`select name, ids from event where org_id = $1 and name like 'vocabulary.%' order by id`, [org.orgId]))

test('an organization begins with a tree, read from top to bottom', async () => {
  const listed = await list()
  expect(listed.map((r) => `${'· '.repeat(r.path.length - 1)}${r.name}`)).toEqual([
    'Pytanie', 'Zamówienie i dostawa', '· Status zamówienia', '· Opóźniona dostawa', '· Zmiana lub anulowanie', 'Reklamacja', '· Wada towaru', '· Jakość obsługi',
    'Zwrot', 'Płatność i faktura', 'Problem techniczny', 'Umówienie wizyty', 'Pochwała lub sugestia', 'Inne',
  ])
  expect(pathsAreTrue(listed)).toBe(true)
  const { id } = listed[0]!
  expect((await ask('PATCH', `/reasons/${id.toUpperCase()}`, { name: 'Zapytanie' })).body).toMatchObject({ id, name: 'Zapytanie', readyMade: null })
})

test('a chain moves with all below it, retired ones too', async () => {
  const [a, b, c] = await chain('A', 'B', 'C')
  const retired = await add('Retired', c)
  await ask('PATCH', `/reasons/${retired}`, { retired: true })
  const [x] = await chain('X')
  expect((await ask('PATCH', `/reasons/${b}`, { parentId: x })).body.path).toEqual([x, b])
  let listed = await list()
  expect(listed.find((r) => r.id === retired)!.path).toEqual([x, b, c, retired])
  expect(pathsAreTrue(listed)).toBe(true)
  await ask('PATCH', `/reasons/${b}`, { parentId: null, name: 'B at the root' })
  listed = await list()
  expect(listed.find((r) => r.id === c)!.path).toEqual([b, c])
  expect(pathsAreTrue(listed)).toBe(true)
  expect(listed.find((r) => r.id === a)!.path).toEqual([a])
  const { items } = (await ask('GET', '/audit')).body
  expect(items.filter((e: { subjectId: string }) => e.subjectId === b).map((e: { action: string; detail: object }) => [e.action, e.detail])).toEqual([
    ['reason.changed', { name: ['B', 'B at the root'], parentId: [x, null] }], ['reason.changed', { parentId: [a, x] }], ['reason.created', { name: 'B', parentId: a }],
  ])
})

test('a merge moves the children, retires, is followed by later merges, and names the target to whoever still asks for it', async () => {
  const [from, child, grandchild] = await chain('From', 'Child', 'Grandchild')
  const [into] = await chain('Into')
  const last = await add('Last')
  const merged = await ask('POST', `/reasons/${from}/merge`, { intoId: into })
  expect(merged).toMatchObject({ status: 200, body: { id: from, retired: true, mergedIntoId: into } })
  expect((await list()).find((r) => r.id === grandchild)!.path).toEqual([into, child, grandchild])
  await ask('POST', `/reasons/${into}/merge`, { intoId: last })
  const listed = await list()
  expect(pathsAreTrue(listed)).toBe(true)
  expect(listed.filter((r) => r.mergedIntoId !== null).map((r) => [r.id, r.mergedIntoId]).sort()).toEqual([[from, last], [into, last]].sort())
  expect(listed.find((r) => r.id === grandchild)!.path).toEqual([last, child, grandchild])
  expect((await published()).filter((e) => e.name === 'vocabulary.reasonMerged').map((e) => e.ids)).toEqual([{ reasonId: from, intoId: into }, { reasonId: into, intoId: last }])
  const { db } = kontuar.platform
  await expect(db.write(org.orgId, (tx) => refuseUnknownReason(tx, from!))).rejects.toMatchObject({ code: 'invalid-input', message: 'This reason was merged into "Last": choose that one.' })
  await expect(db.write(org.orgId, (tx) => refuseUnknownReason(tx, 'not-an-id'))).rejects.toMatchObject({ code: 'invalid-input', fields: { reasonId: expect.any(String) } })
  await expect(db.write(kontuar.orgB.orgId, (tx) => refuseUnknownReason(tx, last))).rejects.toMatchObject({ code: 'invalid-input' })
  await db.write(org.orgId, (tx) => refuseUnknownReason(tx, last))
})

test('a child may have the name of the reason that is merged into its parent', async () => {
  const [parent, reason, namesake] = await chain('Parent', 'Twin', 'Twin')
  expect((await ask('POST', `/reasons/${reason}/merge`, { intoId: parent })).status).toBe(200)
  expect((await list()).find((r) => r.id === namesake)!.path).toEqual([parent, namesake])
})

describe('refused with one sentence, and nothing saved:', () => {
  let ids: Record<'order' | 'late' | 'lost' | 'other' | 'retired' | 'merged' | 'deep' | 'foreign', string>
  beforeEach(async () => {
    const [order, late, lost] = await chain('Order', 'Late', 'Lost')
    const [, , , , , deep] = await chain('1', '2', '3', '4', '5', '6')
    ids = { order: order!, late: late!, lost: lost!, deep: deep!, other: await add('Other'), retired: await add('Retired'), merged: await add('Merged'), foreign: '' }
    await ask('PATCH', `/reasons/${ids.retired}`, { retired: true })
    await ask('POST', `/reasons/${ids.merged}/merge`, { intoId: ids.other })
    ids.foreign = (await kontuar.ask('POST', '/reasons', { name: `Foreign ${org.orgId}` }, await kontuar.tokenOf('administrator', kontuar.orgB))).body.id
  })
  test.each<[string, 'POST' | 'PATCH', () => string, () => object, number, RegExp]>([
    ['a loop', 'PATCH', () => `/${ids.order}`, () => ({ parentId: ids.lost }), 422, /under itself/], ['itself as parent, in capitals', 'PATCH', () => `/${ids.order}`, () => ({ parentId: ids.order.toUpperCase() }), 422, /under itself/],
    ['a parent of another organization', 'PATCH', () => `/${ids.order}`, () => ({ parentId: ids.foreign }), 400, /no such reason/], ['a retired parent', 'POST', () => '', () => ({ name: 'x', parentId: ids.retired }), 422, /is retired/], ['a parent that is no id', 'POST', () => '', () => ({ name: 'x', parentId: "'; --" }), 400, /no such reason/],
    ['a seventh level', 'POST', () => '', () => ({ name: '7', parentId: ids.deep }), 422, /6 levels/], ['a chain that reaches it', 'PATCH', () => `/${ids.order}`, () => ({ parentId: ids.deep }), 422, /6 levels/],
    ['a name twice', 'POST', () => '', () => ({ name: ' oRDER ' }), 409, /called "Order"/], ['no name', 'POST', () => '', () => ({ name: '\u0000' }), 400, /name is empty/],
    ['retiring above reasons in use', 'PATCH', () => `/${ids.order}`, () => ({ retired: true }), 422, /retire or move these first/], ['bringing back what was merged', 'PATCH', () => `/${ids.merged}`, () => ({ retired: false }), 422, /was merged into "Other"/],
    ['a merge into itself', 'POST', () => `/${ids.order}/merge`, () => ({ intoId: ids.order }), 422, /into itself/], ['a merge into its grandchild', 'POST', () => `/${ids.order}/merge`, () => ({ intoId: ids.lost }), 422, /stands below/], ['a merge into what is retired', 'POST', () => `/${ids.order}/merge`, () => ({ intoId: ids.retired }), 422, /is retired/],
    ['a merge into another organization', 'POST', () => `/${ids.order}/merge`, () => ({ intoId: ids.foreign }), 400, /no such reason/], ['a merge twice', 'POST', () => `/${ids.merged}/merge`, () => ({ intoId: ids.other }), 422, /merged already/],
    ['a change in another organization', 'PATCH', () => `/${ids.foreign}`, () => ({ name: 'Mine' }), 404, /no such reason/],
  ])('%s', async (_what, method, path, body, status, sentence) => {
    const [before, events] = [await list(), (await published()).length]
    const answer = await ask(method, `/reasons${path()}`, body())
    expect([answer.status, answer.body.detail]).toEqual([status, expect.stringMatching(sentence)])
    expect(await list()).toEqual(before)
    expect(await published()).toHaveLength(events)
  })
})

test('two who put branches under each other at once make no loop', async () => {
  const [[a], [b]] = [await chain('A'), await chain('B')]
  const answers = await Promise.all([ask('PATCH', `/reasons/${a}`, { parentId: b }), ask('PATCH', `/reasons/${b}`, { parentId: a })])
  expect(answers.map((r) => r.status).sort()).toEqual([200, 422])
  expect(pathsAreTrue(await list())).toBe(true)
})
