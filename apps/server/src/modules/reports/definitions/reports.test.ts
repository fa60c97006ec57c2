// Guards reports over HTTP: who finds which, whose numbers each may open, what may be saved, and that ready-made ones can be changed and taken back.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readyReports, type NewReport, type ReportDefinition } from '@kontuar/contracts'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { buildStaff, buildToken, type TestStaff } from '../../identity/testing.ts'
import { readyId } from './ready-made.ts'

let kontuar: TestKontuar
let org: number
let admin: string
let ewa: TestStaff & { token: string }
let jan: TestStaff & { token: string }
let krakow: string
let gdansk: string
beforeAll(async () => {
  kontuar = await startTestKontuar()
  org = kontuar.orgA.orgId
  admin = await kontuar.tokenOf('administrator')
  const person = async (name: string, role: 'manager' | 'agent' = 'manager') => {
    const staff = await buildStaff(kontuar.platform.db, org, role, `${name}@reports.test`)
    return { ...staff, token: await buildToken(kontuar.platform.db, org, staff) }
  }
  ;[ewa, jan] = [await person('ewa'), await person('jan')]
  ;[krakow, gdansk] = [await location('Kraków', ewa.staffId), await location('Gdańsk', jan.staffId)]
  const queue = (await kontuar.ask('GET', '/queues')).body.items[0].id
  // Managers of shops see their shop alone.
  for (const [who, where] of [[ewa, krakow], [jan, gdansk]] as const) {
    const answer = await kontuar.ask('PUT', `/staff/${who.staffId}/access`, { access: 'granted', queueIds: [queue], locationIds: [where] })
    if (answer.status !== 200) throw new Error(answer.text)
  }
})
afterAll(() => kontuar.stop())

const location = async (name: string, managerId: string | null) => {
  const id = newId()
  await kontuar.platform.db.write(org, (tx) => tx.query('insert into location (org_id, id, name, manager_id) values ($1, $2, $3, $4)', [org, id, name, managerId]))
  return id
}
const tile = (more: object = {}) => ({ id: 'b1', kind: 'tile' as const, tile: { id: 't1', kind: 'number' as const, metrics: ['contacts-in'], width: 1, height: 1, ...more } })
const definition = (more: Partial<ReportDefinition> = {}): ReportDefinition => ({ title: 'Tydzień', blocks: [tile()], period: 'last-week', compare: 'before', personal: 'nobody', ...more })
let made = 0
const create = (body: Partial<NewReport> = {}, token?: string) => kontuar.ask('POST', '/reports', { name: `Raport ${++made}`, definition: definition(), ...body }, token)
const id = async (body: Partial<NewReport> = {}, token?: string): Promise<string> => {
  const answer = await create(body, token)
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.body.id
}
const listed = async (token?: string) => (await kontuar.ask('GET', '/reports?limit=200', undefined, token)).body.items as { id: string; name: string; readyMade: string | null; mayChange: boolean; active: boolean }[]

describe('a report', () => {
  test('is composed, changed and put away, and says when it comes next', async () => {
    const { body } = await create({ name: ' Poniedziałek ', schedule: { every: 'week', day: 1, at: '08:00' }, recipients: [{ to: 'role', role: 'administrator' }], formats: ['mail', 'mail'], comment: 'Dzień dobry' })
    expect(body).toMatchObject({ name: 'Poniedziałek', readyMade: null, mayChange: true, active: true, formats: ['mail'], recipients: [{ to: 'role', role: 'administrator' }], comment: 'Dzień dobry', last: null, problems: [expect.objectContaining({ code: 'no-mailbox' })] })
    const next = new Date(body.nextAt as string)
    expect(new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Warsaw', weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(next)).toBe('Mon 08:00')
    const changed = await kontuar.ask('PATCH', `/reports/${body.id}`, { active: false, comment: '' })
    expect(changed.body).toMatchObject({ active: false, comment: '', nextAt: null, problems: [] })
    expect((await create({ name: 'PONIEDZIAŁEK' })).body).toMatchObject({ code: 'conflict', fields: { name: 'is taken' } })
    expect((await kontuar.ask('DELETE', `/reports/${body.id}`)).body).toEqual({ ok: true })
    expect((await kontuar.ask('GET', `/reports/${body.id}`)).status).toBe(404)
    expect((await create({ name: 'Poniedziałek' })).status).toBe(201)
  })

  test('is paged without loss', async () => {
    const all = await listed()
    const found: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await kontuar.ask('GET', `/reports?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`)
      found.push(...body.items.map((r: { id: string }) => r.id))
      cursor = body.next
    }
    expect(found).toEqual(all.map((r) => r.id))
    for (const cursor of ['nonsense', Buffer.from(JSON.stringify([newId()])).toString('base64url')]) expect((await kontuar.ask('GET', `/reports?cursor=${cursor}`)).body.code).toBe('invalid-cursor')
  })
})

describe('what may not be saved', () => {
  const refused: [string, Partial<NewReport>, string][] = [
    ['an unknown metric', { definition: definition({ blocks: [tile({ metrics: ['nps-of-cats'] })] }) }, 'definition.blocks.0'],
    ['an unknown metric of a summary', { definition: definition({ blocks: [{ id: 's', kind: 'summary', metrics: ['nope'] }] }) }, 'definition.blocks.0'],
    ['a metric called __proto__', { definition: definition({ blocks: [{ id: 's', kind: 'summary', metrics: ['__proto__'] }] }) }, 'definition.blocks.0'],
    ['a ranking by what its metric does not know', { definition: definition({ blocks: [{ id: 'r', kind: 'ranking', metric: 'calls-offered', by: 'staff' }, { id: 'r2', kind: 'ranking', metric: 'form-completion', by: 'staff' }] }) }, 'definition.blocks.1.by'],
    ['two blocks of one id', { definition: definition({ blocks: [tile(), tile()] }) }, 'definition.blocks'],
    ['a tile of warnings', { definition: definition({ blocks: [tile({ kind: 'warnings', metrics: [] })] }) }, 'definition.blocks.0'],
    ['a tile without its dimension', { definition: definition({ blocks: [tile({ kind: 'bars' })] }) }, 'definition.blocks.0'],
    ['a tile cut by nothing known', { definition: definition({ blocks: [tile({ kind: 'bars', by: 'colour' })] }) }, 'definition.blocks.0.tile.by'],
    ['conditions over what is not there', { definition: definition({ where: { combinator: 'and', rules: [{ field: 'colour', operator: '=', value: 'red' }] } }) }, 'definition.where.0'],
    ['an empty text', { definition: definition({ blocks: [{ id: 't', kind: 'text', text: ' \n ' }] }) }, 'definition.blocks.0'],
    ['a blank title', { definition: definition({ title: '  ' }) }, 'definition.title'],
    ['a blank name', { name: ' \t ' }, 'name'],
    ['more figures than a page holds', { definition: definition({ blocks: Array.from({ length: 40 }, (_, i) => ({ ...tile({ kind: 'table', by: 'location', metrics: ['contacts-in', 'csat', 'nps', 'complaints'] }), id: `b${i}` })) }) }, 'definition.blocks'],
    ['an unknown person', { recipients: [{ to: 'staff', staffId: newId() }] }, 'recipients.0.staffId'],
    ['an unknown team', { recipients: [{ to: 'role', role: 'agent' }, { to: 'team-of', teamId: newId() }] }, 'recipients.1.teamId'],
    ['a part that means nothing here', { recipients: [{ to: 'queue-servers' }] }, 'recipients.0.to'],
    ['a part that would see more than its own', { definition: definition({ personal: 'region' }), recipients: [{ to: 'location-manager' }] }, 'recipients.0.to'],
    ['an address with a second one in it', { recipients: [{ to: 'address', name: '', email: '"a b"@x.example' }] }, 'recipients.0.email'],
    ['an address about an unknown shop', { definition: definition({ personal: 'location' }), recipients: [{ to: 'address', name: '', email: 'a@b.example', scopeId: newId() }] }, 'recipients.0.scopeId'],
    ['an address about a shop where all get the same', { recipients: [{ to: 'address', name: '', email: 'a@b.example', scopeId: newId() }] }, 'recipients.0.scopeId'],
  ]
  test.each(refused)('%s is named', async (_what, body, field) => {
    const answer = await create(body)
    expect(answer.status, answer.text).toBe(400)
    expect(Object.keys(answer.body.fields)).toContain(field)
    expect(answer.body.detail).toMatch(/^[^\n]{20,400}[.:]?$/)
  })

  test.each<[string, object]>([
    ['a schedule on the 31st', { schedule: { every: 'month', day: 31, at: '08:00' } }], ['an hour that there is not', { schedule: { every: 'week', day: 1, at: '24:00' } }], ['a weekday that there is not', { schedule: { every: 'day', days: [0], at: '08:00' } }],
    ['no blocks', { definition: definition({ blocks: [] }) }], ['an unknown kind of block', { definition: definition({ blocks: [{ id: 'x', kind: 'script', text: '' } as never] }) }], ['no format', { formats: [] }], ['a format of its own', { formats: ['docx'] }], ['a recipient of no kind', { recipients: [{ to: 'everybody' }] }],
    ['something besides', { hidden: true }], ['a text of 6,000 letters', { definition: definition({ blocks: [{ id: 't', kind: 'text', text: 'x'.repeat(6000) }] }) }],
  ])('%s is no report', async (_what, body) => {
    expect((await create(body as never)).body).toMatchObject({ code: 'invalid-input' })
  })

  test('nothing of it is stored', async () => {
    const before = (await listed()).length
    await create({ definition: definition({ blocks: [tile({ metrics: ['nope'] })] }) })
    expect((await listed()).length).toBe(before)
  })
})

describe('whose numbers', () => {
  test('a manager of a shop finds the report of their shop, and opens no other', async () => {
    const report = await id({ definition: definition({ personal: 'location' }), recipients: [{ to: 'location-manager' }] })
    expect(await listed(ewa.token)).toEqual(expect.arrayContaining([expect.objectContaining({ id: report, mayChange: false })]))
    expect((await kontuar.ask('GET', `/reports/${report}`, undefined, ewa.token)).body).toMatchObject({ recipients: [], problems: [], last: null })
    expect((await kontuar.ask('GET', `/reports/${report}/scopes`, undefined, ewa.token)).body.items).toEqual([{ by: 'location', key: krakow, ids: [krakow], name: 'Kraków' }])
    expect((await kontuar.ask('GET', `/reports/${report}/scopes`)).body.items.map((s: { name: string }) => s.name)).toEqual(['Gdańsk', 'Kraków'])
    expect((await kontuar.ask('GET', `/reports/${report}/view`, undefined, ewa.token)).body).toMatchObject({ scopeName: 'Kraków', because: expect.stringContaining('Kraków') })
    expect((await kontuar.ask('GET', `/reports/${report}/view?for=${krakow}`, undefined, ewa.token)).status).toBe(200)
    for (const path of [`view?for=${gdansk}`, `export?as=pdf&for=${gdansk}`, `export?as=xlsx&for=${gdansk}`, `export?as=html&for=${gdansk}`, `view?for=${newId()}`, 'view?for=%27--', `view?for=${krakow},${gdansk}`]) {
      const answer = await kontuar.ask('GET', `/reports/${report}/${path}`, undefined, ewa.token)
      expect(answer.status, path).toBe(404)
      expect(answer.text).not.toContain('Gdańsk')
    }
    expect((await kontuar.ask('GET', `/reports/${report}/view`, undefined)).body).toMatchObject({ scope: null, scopeName: null })
    expect((await kontuar.ask('GET', `/reports/${report}/view?for=${gdansk}`)).body.scopeName).toBe('Gdańsk')
  })

  test('nobody finds a report that is not theirs, nor one that is switched off', async () => {
    const [off, others] = [await id({ recipients: [{ to: 'staff', staffId: ewa.staffId }], active: false }), await id({ recipients: [{ to: 'staff', staffId: jan.staffId }] })]
    const found = (await listed(ewa.token)).map((r) => r.id)
    expect(found).not.toContain(off)
    expect(found).not.toContain(others)
    for (const method of ['GET', 'PATCH', 'DELETE'] as const) expect((await kontuar.ask(method, `/reports/${others}`, method === 'PATCH' ? { active: false } : undefined, ewa.token)).status).toBe(404)
    expect((await kontuar.ask('GET', `/reports/${others}/view`, undefined, ewa.token)).status).toBe(404)
    expect((await kontuar.ask('POST', `/reports/${others}/send`, { to: 'me' }, ewa.token)).status).toBe(404)
  })

  test('who sees some places only composes of what they see, for all alike, and changes nothing of others', async () => {
    expect((await create({ definition: definition({ personal: 'location' }) }, ewa.token)).body).toMatchObject({ code: 'not-allowed', fields: { 'definition.personal': expect.any(String) } })
    expect((await kontuar.ask('POST', '/reports/preview', { definition: definition({ personal: 'location' }) }, ewa.token)).status).toBe(403)
    const own = await id({}, ewa.token)
    expect((await kontuar.ask('PATCH', `/reports/${own}`, { definition: definition({ personal: 'team' }) }, ewa.token)).status).toBe(403)
    expect((await kontuar.ask('PATCH', `/reports/${own}`, { comment: 'x' }, ewa.token)).status).toBe(200)
    const got = await id({ recipients: [{ to: 'staff', staffId: ewa.staffId }] })
    expect((await kontuar.ask('PATCH', `/reports/${got}`, { active: false }, ewa.token)).status).toBe(403)
    expect((await kontuar.ask('GET', '/report-reach', undefined, ewa.token)).body.items).toEqual([])
    expect((await kontuar.ask('GET', `/reports/${own}`)).body).toMatchObject({ mayChange: true })
    // Once an administrator made it personal, its author may look at it and no longer change or send it.
    await kontuar.ask('PATCH', `/reports/${own}`, { definition: definition({ personal: 'location' }), recipients: [{ to: 'location-manager' }] })
    expect((await kontuar.ask('PATCH', `/reports/${own}`, { recipients: [{ to: 'staff', staffId: ewa.staffId }] }, ewa.token)).status).toBe(403)
    expect((await kontuar.ask('POST', `/reports/${own}/send`, {}, ewa.token)).status).toBe(403)
    expect((await kontuar.ask('GET', `/reports/${own}/view?for=${gdansk}`, undefined, ewa.token)).status).toBe(404)
  })

  test('figures of one who sees some places only are of these alone, whoever looks', async () => {
    const queue = (await kontuar.ask('GET', '/queues')).body.items[0].id
    for (const place of [krakow, krakow, gdansk]) await kontuar.ask('POST', '/interactions', { kind: 'visit', channel: 'visit', direction: 'in', customer: { name: 'Anna' }, request: 'Pytanie', locationId: place, queueId: queue })
    await kontuar.runJobs()
    const own = await id({ definition: definition({ period: 'this-month', compare: 'none' }) }, ewa.token)
    const all = await id({ definition: definition({ period: 'this-month', compare: 'none' }) })
    const n = async (report: string, token?: string, more = '') => (await kontuar.ask('GET', `/reports/${report}/view${more}`, undefined, token)).body.blocks[0].results[0].figure.n
    expect([await n(own, ewa.token), await n(own), await n(all)]).toEqual([2, 2, 3])
    const personal = await id({ definition: definition({ period: 'this-month', compare: 'none', personal: 'location' }), recipients: [{ to: 'location-manager' }] })
    const { body } = await kontuar.ask('GET', `/reports/${personal}/view`, undefined, jan.token)
    expect([body.blocks[0].results[0].figure.n, body.blocks[0].network[0].figure.n]).toEqual([1, 3])
  })
})

describe('ready-made reports', () => {
  test('are there in the reader’s language, switched off, and every metric of theirs can be read', async () => {
    const ready = (await listed()).filter((r) => r.readyMade !== null)
    expect(ready.map((r) => r.readyMade)).toEqual(readyReports)
    expect(ready.every((r) => !r.active && r.mayChange)).toBe(true)
    expect(ready.map((r) => r.name)[1]).toBe('NPS: miesiąc')
    expect((await listed(ewa.token)).filter((r) => r.readyMade !== null)).toEqual([])
    for (const { id: report } of ready) {
      const { body, status } = await kontuar.ask('GET', `/reports/${report}/view?language=ru`)
      expect(status).toBe(200)
      expect(body.blocks.flatMap((b: { results?: object[] }) => b.results ?? []).filter((r: object) => 'problem' in r)).toEqual([])
      expect(JSON.stringify(body)).toMatch(/[а-я]{5}/)
    }
  })

  test('are made as PDF, table and page, in each language', { timeout: 120_000 }, async () => {
    for (const name of readyReports) {
      for (const [as, begins] of [['pdf', '%PDF-'], ['xlsx', 'PK'], ['html', '<']] as const) {
        const answer = await kontuar.ask('GET', `/reports/${readyId(org, name)}/export?as=${as}&language=${{ pdf: 'pl', xlsx: 'ru', html: 'en' }[as]}`)
        expect(answer.status, `${name} ${as} ${answer.text.slice(0, 300)}`).toBe(200)
        expect(answer.text.trimStart().startsWith(begins), `${name} ${as}`).toBe(true)
        expect(answer.headers['content-disposition']).toMatch(/filename\*=UTF-8''/)
      }
    }
  })

  test('a changed one keeps its address, follows the reader’s language until its blocks change, and goes back to how it came', async () => {
    const ready = readyId(org, 'nps-monthly')
    expect((await kontuar.ask('PATCH', `/reports/${ready}`, { name: 'Mój' })).body).toMatchObject({ code: 'invalid-input' })
    expect((await kontuar.ask('PATCH', `/reports/${ready}`, { active: true, recipients: [{ to: 'staff', staffId: ewa.staffId }] })).body).toMatchObject({ id: ready, active: true, name: 'NPS: miesiąc', definition: { title: 'NPS: miesiąc' } })
    expect((await kontuar.ask('GET', `/reports/${ready}/view?language=en`)).body.title).toBe('NPS, monthly')
    expect((await listed(ewa.token)).map((r) => r.id)).toContain(ready)
    await kontuar.ask('PATCH', `/reports/${ready}`, { definition: definition({ title: 'NPS po naszemu' }) })
    expect((await kontuar.ask('GET', `/reports/${ready}/view?language=en`)).body.title).toBe('NPS po naszemu')
    expect((await kontuar.ask('DELETE', `/reports/${ready}`)).body).toEqual({ ok: true })
    expect((await kontuar.ask('GET', `/reports/${ready}`)).body).toMatchObject({ active: false, definition: { title: 'NPS: miesiąc' }, recipients: [{ to: 'role', role: 'administrator' }] })
    expect((await kontuar.ask('PATCH', `/reports/${ready}`, { active: true })).body.active).toBe(true)
    expect((await kontuar.ask('GET', `/reports/${ready}`, undefined, await kontuar.tokenOf('administrator', kontuar.orgB))).status).toBe(404)
  })

  test('a shop without a manager, a metric that went and a person who left are told as problems', async () => {
    const [nobody, leaver] = [await location('Pusta', null), await buildStaff(kontuar.platform.db, org, 'agent', 'leaver@reports.test')]
    const own = (await kontuar.ask('POST', '/own-metrics', { name: 'Własny', definition: { form: 'count', numerator: { of: ['contact-in'] }, direction: 'up', unit: 'count', shownFrom: 1, explanation: '' } })).body.id
    const report = await id({ definition: definition({ personal: 'location', blocks: [tile({ metrics: [`own-${own}`] })] }), recipients: [{ to: 'location-manager' }, { to: 'staff', staffId: leaver.staffId }] })
    await kontuar.ask('PATCH', `/own-metrics/${own}`, { retired: true })
    await kontuar.ask('PATCH', `/staff/${leaver.staffId}`, { active: false })
    const { problems } = (await kontuar.ask('GET', `/reports/${report}`)).body
    expect(problems).toMatchObject([{ code: 'block', block: 1, detail: expect.stringContaining('there is no metric') }, { code: 'no-manager', names: ['Pusta'], of: 'location' }, { code: 'person-gone', detail: expect.stringContaining('may not sign in any more') }])
    // Its other half can still be put right.
    expect((await kontuar.ask('PATCH', `/reports/${report}`, { recipients: [{ to: 'location-manager' }] })).status).toBe(200)
    await kontuar.platform.db.write(org, (tx) => tx.query('update location set retired_at = now() where org_id = $1 and id = $2', [org, nobody]))
  })
})

test('a preview stores nothing and shows what would be sent', async () => {
  const before = (await listed()).length
  const { body } = await kontuar.ask('POST', '/reports/preview', { definition: definition({ personal: 'location', blocks: [tile(), { id: 's', kind: 'summary', metrics: ['contacts-in'] }, { id: 't', kind: 'text', text: '**Cześć**' }] }), for: gdansk, language: 'en', comment: 'Hi' })
  expect(body).toMatchObject({ reportId: null, title: 'Tydzień', scopeName: 'Gdańsk', language: 'en', comment: 'Hi', because: null, pauseLink: null, blocks: [{ kind: 'tile' }, { kind: 'summary', title: 'What changed' }, { kind: 'text', text: '**Cześć**' }] })
  expect(body.periodName).toMatch(/^week of /)
  expect((await kontuar.ask('POST', '/reports/preview', { definition: definition({ personal: 'location' }), for: newId() })).status).toBe(404)
  expect((await listed()).length).toBe(before)
})

test('agents and observers compose nothing', async () => {
  for (const role of ['agent', 'observer'] as const) {
    const token = await kontuar.tokenOf(role)
    expect((await create({}, token)).status).toBe(403)
    expect((await kontuar.ask('GET', '/report-sendings', undefined, token)).status).toBe(403)
    expect(await listed(token)).toEqual([])
  }
  expect(admin).not.toBe('')
})
