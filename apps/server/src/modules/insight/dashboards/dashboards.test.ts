// Guards dashboards over HTTP: what each role finds, whose they are, what may be saved, and that a file holds the screen's figures.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { readyMade } from './ready-made.ts'

let kontuar: TestKontuar
let manager: string
let agent: string
let observer: string
beforeAll(async () => {
  kontuar = await startTestKontuar()
  ;[manager, agent, observer] = await Promise.all([kontuar.tokenOf('manager'), kontuar.tokenOf('agent'), kontuar.tokenOf('observer')])
})
afterAll(() => kontuar.stop())

const tile = (more: object = {}) => ({ id: 't1', kind: 'number', metrics: ['contacts-in'], width: 1, height: 1, ...more })
const definition = (tiles: object[], more: object = {}) => ({ tiles, period: 'last-7-days', compare: 'before', ...more })
const create = (body: object, token?: string) => kontuar.ask('POST', '/dashboards', { name: 'Mój', definition: definition([tile()]), ...body }, token)
const listed = async (token?: string) => (await kontuar.ask('GET', '/dashboards', undefined, token)).body.items as { id: string; name: string; readyMade: string | null; mayChange: boolean; problems: string[] }[]

describe('ready-made dashboards', () => {
  test('a manager opens the shop first, an agent finds their own work alone', async () => {
    expect((await listed(manager)).map((d) => d.readyMade)).toEqual(['shop', 'contact-centre', 'owner', 'quality', 'e-commerce', 'agent'])
    expect((await listed(agent)).map((d) => d.readyMade)).toEqual(['agent'])
    expect((await listed(observer)).map((d) => d.readyMade)).toEqual(['contact-centre', 'shop', 'quality'])
    expect((await kontuar.ask('GET', '/dashboards/ready-owner', undefined, agent)).status).toBe(404)
  })

  test('every metric and cut they name is one of the catalogue', async () => {
    for (const dashboard of await listed()) expect(dashboard.problems, dashboard.name).toEqual([])
  })

  test('every tile of theirs can be read', async () => {
    const queries = Object.values(readyMade).flatMap(({ definition: { tiles } }) => tiles.flatMap((t) => t.metrics.map((metric) => ({ metric, from: '2026-01-01', to: '2026-02-01', ...(t.by ? { by: t.by } : {}), ...(t.kind === 'heat' ? { also: 'heat' } : {}), ...(t.kind === 'distribution' ? { also: 'distribution' } : {}) }))))
    for (let i = 0; i < queries.length; i += 40) {
      const { body } = await kontuar.ask('POST', '/metrics/read', { queries: queries.slice(i, i + 40) })
      expect(body.results.filter((r: object) => 'problem' in r)).toEqual([])
    }
  })

  test('a changed one is changed for everybody, keeps its address, and goes back to how it came', async () => {
    const changed = definition([tile({ title: 'Kontakty' })])
    expect((await kontuar.ask('PATCH', '/dashboards/ready-quality', { definition: changed }, observer)).status).toBe(403)
    expect((await kontuar.ask('PATCH', '/dashboards/ready-quality', { definition: changed }, manager)).body.definition.tiles).toHaveLength(1)
    expect((await kontuar.ask('GET', '/dashboards/ready-quality', undefined, observer)).body.definition.tiles[0].title).toBe('Kontakty')
    expect((await kontuar.ask('GET', '/dashboards/ready-quality', undefined, await kontuar.tokenOf('administrator', kontuar.orgB))).body.definition.tiles.length).toBeGreaterThan(1)
    expect((await kontuar.ask('PATCH', '/dashboards/ready-quality', { name: 'Inna' }, manager)).body.detail).toContain('copy it to name and share it')
    expect((await kontuar.ask('DELETE', '/dashboards/ready-quality', undefined, manager)).body).toEqual({ ok: true })
    expect((await kontuar.ask('GET', '/dashboards/ready-quality', undefined, manager)).body.definition).toEqual(readyMade.quality.definition)
  })
})

describe('own dashboards', () => {
  test('are their owner’s alone until they are shared with roles', async () => {
    const { body } = await create({ name: ' Poranek ' }, manager)
    expect(body).toMatchObject({ name: 'Poranek', readyMade: null, sharedWith: null, mayChange: true, problems: [] })
    expect((await kontuar.ask('GET', `/dashboards/${body.id}`, undefined, observer)).status).toBe(404)
    await kontuar.ask('PATCH', `/dashboards/${body.id}`, { sharedWith: ['observer'] }, manager)
    expect((await kontuar.ask('GET', `/dashboards/${body.id}`, undefined, observer)).body).toMatchObject({ name: 'Poranek', mayChange: false })
    expect((await kontuar.ask('PATCH', `/dashboards/${body.id}`, { name: 'x' }, observer)).status).toBe(403)
    expect((await kontuar.ask('DELETE', `/dashboards/${body.id}`, undefined, observer)).status).toBe(403)
    expect((await kontuar.ask('GET', `/dashboards/${body.id}`, undefined, agent)).status).toBe(404)
    await kontuar.ask('DELETE', `/dashboards/${body.id}`, undefined, manager)
    expect((await kontuar.ask('GET', `/dashboards/${body.id}`, undefined, manager)).status).toBe(404)
  })

  test('an agent makes one, but shares none', async () => {
    expect((await create({}, agent)).status).toBe(201)
    expect((await create({ sharedWith: ['agent'] }, agent)).body.detail).toContain('needs the permission insight.manage')
  })

  test.each<[string, object, string]>([
    ['an unknown metric', { definition: definition([tile({ metrics: ['charm'] })]) }, 'there is no metric "charm"'],
    ['a number of two metrics', { definition: definition([tile({ metrics: ['nps', 'csat'] })]) }, 'exactly one metric'],
    ['bars without a cut', { definition: definition([tile({ kind: 'bars' })]) }, 'say by what it is cut'],
    ['an unknown cut', { definition: definition([tile({ kind: 'bars', by: 'weather' })]) }, 'weather'],
    ['conditions that ask an unknown field', { definition: definition([tile({ where: { combinator: 'and', rules: [{ field: 'colour', operator: '=', value: 'x' }] } })]) }, 'colour'],
    ['two tiles of one id', { definition: definition([tile(), tile()]) }, 'Two tiles are called "t1"'],
    ['an empty text', { definition: definition([tile({ kind: 'text', metrics: [], text: ' ' })]) }, 'the text is empty'],
    ['a text with a metric', { definition: definition([tile({ kind: 'text', text: 'x' })]) }, 'leave the list empty'],
    ['a name of blanks', { name: '  ' }, 'The name is empty'],
  ])('%s is refused in one sentence, and nothing is kept', async (_what, body, sentence) => {
    const before = (await listed(manager)).length
    const answer = await create(body, manager)
    expect(answer.status).toBe(400)
    expect(answer.body.detail).toContain(sentence)
    expect(await listed(manager)).toHaveLength(before)
  })
})

describe('a tile as a file', () => {
  test('holds the figures the screen shows', async () => {
    for (let i = 0; i < 3; i++) await kontuar.ask('POST', '/interactions', { kind: 'visit', channel: 'visit', customer: { name: `Ewa ${i}` }, request: 'Pytanie o termin' })
    await kontuar.runJobs()
    const { body } = await create({ definition: definition([tile(), tile({ id: 't2', kind: 'bars', by: 'channel' }), tile({ id: 't3', kind: 'text', metrics: [], text: 'Uwaga' })]) }, manager)
    const csv = await kontuar.ask('GET', `/dashboards/${body.id}/tiles/t2/export?as=csv&language=en`, undefined, manager)
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.text).toMatch(/^\uFEFFName,Value,Interval from,Interval to,Number\r\n.+,3,[\d.]+,[\d.]+,3\r\n$/)
    const xlsx = await kontuar.inject({ method: 'GET', url: `/api/v1/dashboards/${body.id}/tiles/t1/export?as=xlsx`, headers: { authorization: `Bearer ${manager}` } })
    expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect((await kontuar.ask('GET', `/dashboards/${body.id}/tiles/t3/export?as=csv`, undefined, manager)).body.detail).toContain('shows no figures')
    expect((await kontuar.ask('GET', `/dashboards/${body.id}/tiles/t9/export?as=csv`, undefined, manager)).status).toBe(404)
    expect((await kontuar.ask('GET', `/dashboards/${body.id}/tiles/t1/export?as=csv&from=2026-02-01&to=2026-01-01`, undefined, manager)).body.detail).toContain('period is empty')
    expect((await kontuar.ask('GET', `/dashboards/${body.id}/tiles/t1/export?as=csv&where=nonsense`, undefined, manager)).status).toBe(400)
  })
})

describe('marked days and effects', () => {
  test('a day is marked, listed and taken away; blanks and unknown places are refused', async () => {
    const { body } = await kontuar.ask('POST', '/marked-days', { at: '2026-05-04T08:00:00Z', name: ' Nowy cennik ' }, manager)
    expect(body).toMatchObject({ name: 'Nowy cennik', locationIds: [], queueIds: [] })
    expect((await kontuar.ask('GET', '/marked-days?from=2026-05-01&to=2026-06-01', undefined, observer)).body.items).toEqual([body])
    expect((await kontuar.ask('GET', '/marked-days?from=soon', undefined, observer)).body.detail).toContain('neither a day nor an instant')
    expect((await kontuar.ask('POST', '/marked-days', { at: '2026-05-04T08:00:00Z', name: ' ' }, manager)).status).toBe(400)
    expect((await kontuar.ask('POST', '/marked-days', { at: '2026-05-04T08:00:00Z', name: 'x', queueIds: ['00000000-0000-7000-8000-000000000000'] }, manager)).body.detail).toContain('queues does not exist')
    expect((await kontuar.ask('POST', '/marked-days', { at: '2026-05-04T08:00:00Z', name: 'x' }, agent)).status).toBe(403)
    await kontuar.ask('DELETE', `/marked-days/${body.id}`, undefined, manager)
    expect((await kontuar.ask('GET', '/marked-days', undefined, observer)).body.items).toEqual([])
  })

  test('an effect whose time is not over is not yet known, and an unknown metric is refused', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
    expect((await kontuar.ask('GET', `/metrics/contacts-in/effect?at=${tomorrow}&days=7`, undefined, manager)).body).toMatchObject({ known: false, why: 'not-over', method: 'before-and-after', others: null })
    expect((await kontuar.ask('GET', '/metrics/charm/effect?at=2026-05-04', undefined, manager)).status).toBe(400)
    expect((await kontuar.ask('GET', '/metrics/nps/effect?at=someday', undefined, manager)).body.detail).toContain('Say the day of the change')
    expect((await kontuar.ask('GET', '/metrics/nps/effect?at=2026-05-04&locationId=x', undefined, manager)).body.detail).toContain('holds ids')
  })
})
