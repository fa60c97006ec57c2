// Guards the settings of statuses as people change them: one default in each category at any moment, refusals that
// save nothing, and a trace of who changed what.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildOrganization, type TestOrganization } from '../../identity/testing.ts'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'

let kontuar: TestKontuar
let org: TestOrganization
let token: string
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())
beforeEach(async () => {
  org = await buildOrganization(kontuar.platform.db)
  token = await kontuar.tokenOf('administrator', org)
})

interface Listed { key: string; name: string; readyMade: string | null; category: string; isDefault: boolean; retired: boolean }
const ask = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) => kontuar.ask(method, path, body, token)
const list = async (): Promise<Listed[]> => (await ask('GET', '/statuses')).body.items
const published = () => kontuar.platform.db.read(org.orgId, (tx) => tx.query<{ name: string; ids: Record<string, string> }>(`select name, ids from event where org_id = $1 and name like 'vocabulary.%' order by id`, [org.orgId]))
const audited = async (id: string) => (await ask('GET', '/audit')).body.items.filter((e: { subjectId: string }) => e.subjectId === id).map((e: { action: string; detail: unknown }) => [e.action, e.detail])

test('an organization begins with five, named in its language, each translatable until somebody renames it', async () => {
  expect((await list()).map((s) => [s.key, s.name, s.readyMade, s.category, s.isDefault])).toEqual([
    ['new', 'Nowe', 'new', 'new', true], ['open', 'W trakcie', 'open', 'open', true], ['waiting', 'Oczekuje na klienta', 'waiting', 'waiting', true],
    ['waiting-internal', 'Oczekuje na inny dział', 'waiting-internal', 'waiting', false], ['closed', 'Zamknięte', 'closed', 'closed', true],
  ])
  expect((await ask('PATCH', '/statuses/open', { colour: 'pink' })).body).toMatchObject({ readyMade: 'open', colour: 'pink' })
  expect((await ask('PATCH', '/statuses/open', { name: '  Pracujemy\nnad tym 🦊 ' })).body).toMatchObject({ name: 'Pracujemy nad tym 🦊', readyMade: null, colour: 'pink' })
  expect(await audited('open')).toEqual([['status.changed', { name: ['W trakcie', 'Pracujemy nad tym 🦊'] }], ['status.changed', { colour: ['teal', 'pink'] }]])
  expect(await published()).toEqual([{ name: 'vocabulary.statusChanged', ids: { statusKey: 'open' } }, { name: 'vocabulary.statusChanged', ids: { statusKey: 'open' } }])
})

test('a status is added with all its settings, changed, retired and brought back', async () => {
  const made = await ask('POST', '/statuses', { name: 'Oczekuje na część', category: 'waiting', colour: 'amber', next: ['open', 'closed', 'open'], requires: { reason: true }, onCustomerMessage: 'open' })
  expect(made).toMatchObject({ status: 201, body: { key: 'oczekuje-na-czesc', readyMade: null, isDefault: false, position: 6, next: ['open', 'closed'], requires: { reason: true, result: false }, onCustomerMessage: 'open', retired: false } })
  expect((await ask('PATCH', '/statuses/oczekuje-na-czesc', { requires: { result: true }, next: null, onCustomerMessage: null })).body).toMatchObject({ next: null, onCustomerMessage: null, requires: { reason: true, result: true } })
  expect((await ask('PATCH', '/statuses/oczekuje-na-czesc', { retired: true })).body.retired).toBe(true)
  expect((await list()).find((s) => s.key === 'oczekuje-na-czesc')!.retired).toBe(true)
  expect((await ask('PATCH', '/statuses/oczekuje-na-czesc', { retired: false })).body.retired).toBe(false)
  expect((await audited('oczekuje-na-czesc')).map(([action]: [string]) => action)).toEqual(['status.broughtBack', 'status.retired', 'status.changed', 'status.created'])
})

test('the default of a category moves, and then the former one may be retired', async () => {
  expect((await ask('PATCH', '/statuses/waiting-internal', { isDefault: true })).body.isDefault).toBe(true)
  expect((await list()).filter((s) => s.category === 'waiting').map((s) => [s.key, s.isDefault])).toEqual([['waiting', false], ['waiting-internal', true]])
  expect((await published()).map((e) => e.ids['statusKey'])).toEqual(['waiting', 'waiting-internal'])
  expect((await ask('PATCH', '/statuses/waiting', { retired: true })).status).toBe(200)
  expect((await ask('POST', '/statuses', { name: 'Rozwiązane', category: 'closed', isDefault: true })).body.isDefault).toBe(true)
  expect((await list()).filter((s) => s.isDefault).map((s) => s.key).sort()).toEqual(['new', 'open', 'rozwiazane', 'waiting-internal'])
})

describe('refused with one sentence, and nothing saved:', () => {
  test.each<[string, 'POST' | 'PATCH', string, object, number, string]>([
    ['an unknown status', 'PATCH', '/nothing', { name: 'x' }, 404, 'not-found'], ['a key with a NUL', 'PATCH', '/a%00b', { name: 'x' }, 404, 'not-found'],
    ['the last of its category', 'PATCH', '/new', { retired: true }, 422, 'cannot-do'], ['the default', 'PATCH', '/waiting', { retired: true }, 422, 'cannot-do'],
    ['an unknown next one', 'PATCH', '/open', { next: ['closed', '__proto__'] }, 400, 'invalid-input'], ['an unknown one for the customer', 'PATCH', '/open', { onCustomerMessage: 'nothing' }, 400, 'invalid-input'],
    ['a customer who closes', 'PATCH', '/open', { onCustomerMessage: 'closed' }, 422, 'cannot-do'], ['a name twice', 'PATCH', '/open', { name: 'noWE' }, 409, 'conflict'], ['no name', 'PATCH', '/open', { name: ' \0 ' }, 400, 'invalid-input'],
    ['no default', 'PATCH', '/open', { isDefault: false }, 400, 'invalid-input'], ['another category', 'PATCH', '/open', { category: 'closed' }, 400, 'invalid-input'], ['nothing to change', 'PATCH', '/open', {}, 400, 'invalid-input'],
    ['a colour of no palette', 'PATCH', '/open', { colour: 'expression(alert(1))' }, 400, 'invalid-input'], ['a position that is text', 'PATCH', '/open', { position: '3' }, 400, 'invalid-input'],
    ['a key twice', 'POST', '', { name: 'Inne', category: 'open', key: 'waiting' }, 409, 'conflict'], ['a key with blanks', 'POST', '', { name: 'Inne', category: 'open', key: 'a b' }, 400, 'invalid-input'],
    ['a new one with a name twice', 'POST', '', { name: 'NOWE', category: 'open' }, 409, 'conflict'], ['a new one after a retired one', 'POST', '', { name: 'Inne', category: 'open', next: ['retired'] }, 400, 'invalid-input'],
    ['ten thousand next ones', 'PATCH', '/open', { next: Array.from({ length: 10_000 }, (_, i) => `s${i}`) }, 400, 'invalid-input'],
  ])('%s', async (_what, method, path, body, status, code) => {
    await ask('POST', '/statuses', { name: 'Retired', category: 'open', key: 'retired' })
    await ask('PATCH', '/statuses/retired', { retired: true })
    const [before, events] = [await list(), (await published()).length]
    const answer = await ask(method, `/statuses${path}`, body)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.body.detail).toMatch(/^\S[^]{10,}\.$/)
    expect(await list()).toEqual(before)
    expect(await published()).toHaveLength(events)
  })
})

test('two who retire at once leave one of the category', async () => {
  await ask('PATCH', '/statuses/waiting-internal', { isDefault: true })
  await ask('POST', '/statuses', { name: 'Trzeci', category: 'waiting', key: 'third' })
  const answers = await Promise.all(['waiting', 'third', 'waiting-internal'].map((key) => ask('PATCH', `/statuses/${key}`, { retired: true })))
  expect(answers.map((a) => a.status).sort()).toEqual([200, 200, 422])
  expect((await list()).filter((s) => s.category === 'waiting' && !s.retired).map((s) => s.isDefault)).toEqual([true])
})

test('an agent reads statuses and does not change them', async () => {
  token = await kontuar.tokenOf('agent', org)
  expect(await list()).toHaveLength(5)
  expect((await ask('PATCH', '/statuses/open', { name: 'x' })).status).toBe(403)
  expect((await ask('POST', '/statuses', { name: 'x', category: 'open' })).status).toBe(403)
})
