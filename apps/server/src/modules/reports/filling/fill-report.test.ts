// Guards what a report holds: figures of its scope and the network beside them, tickets and comments of its scope that its reader may see, and no
// word of anonymous people where it could be traced.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FilledReport, ReportBlock, ReportDefinition } from '@kontuar/contracts'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { buildStaff, buildToken, type TestStaff } from '../../identity/testing.ts'
import { fillReport, type SharedFigures } from './fill-report.ts'

let kontuar: TestKontuar
let org: number
let queues: { id: string }[]
let ewa: TestStaff
let ewaToken: string
let agent: TestStaff
const shop: Record<string, string> = {}
let region: string
let team: string
let survey: { open: string; anonymous: string }
beforeAll(async () => {
  kontuar = await startTestKontuar()
  org = kontuar.orgA.orgId
  queues = (await kontuar.ask('GET', '/queues')).body.items
  ewa = await buildStaff(kontuar.platform.db, org, 'manager', 'ewa@filled.test')
  agent = await buildStaff(kontuar.platform.db, org, 'agent', 'ola@filled.test')
  ewaToken = await buildToken(kontuar.platform.db, org, ewa)
  ;[region, team] = [newId(), newId()]
  await write(async (tx) => {
    await tx.query('insert into region (org_id, id, name) values ($1, $2, $3)', [org, region, 'Południe'])
    for (const [name, inRegion] of [['Kraków', true], ['Zakopane', true], ['Gdańsk', false]] as const) {
      shop[name] = newId()
      await tx.query('insert into location (org_id, id, name, manager_id, region_id) values ($1, $2, $3, $4, $5)', [org, shop[name], name, name === 'Kraków' ? ewa.staffId : null, inRegion ? region : null])
    }
    await tx.query('insert into team (org_id, id, name, manager_id) values ($1, $2, $3, $4)', [org, team, 'Czat', ewa.staffId])
    await tx.query('insert into team_member (org_id, team_id, staff_id) values ($1, $2, $3)', [org, team, agent.staffId])
    survey = { open: newId(), anonymous: newId() }
    for (const [id, anonymous] of [[survey.open, false], [survey.anonymous, true]] as const) {
      await tx.query(`insert into survey (org_id, id, name, state, draft, version, anonymous) values ($1, $2, $3, 'active', '{}', 1, $4)`, [org, id, anonymous ? 'Anonimowa' : 'Po zakupie', anonymous])
      await tx.query(`insert into survey_version (org_id, survey_id, version, definition) values ($1, $2, 1, '{}')`, [org, id])
    }
  })
})
afterAll(() => kontuar.stop())

const write = <T>(work: Parameters<typeof kontuar.platform.db.write<T>>[1]) => kontuar.platform.db.write(org, work)
type WithoutId<B> = B extends unknown ? Omit<B, 'id'> : never
const definition = (block: WithoutId<ReportBlock>, more: Partial<ReportDefinition> = {}): ReportDefinition => ({ title: 'Próba', blocks: [{ ...block, id: 'b' } as ReportBlock], period: 'this-month', compare: 'none', personal: 'location', ...more })
const preview = async (given: ReportDefinition, more: object = {}, token?: string): Promise<FilledReport> => {
  const answer = await kontuar.ask('POST', '/reports/preview', { definition: given, ...more }, token)
  if (answer.status !== 200) throw new Error(answer.text)
  return answer.body
}
const block = <K extends FilledReport['blocks'][number]['kind']>(report: FilledReport, _kind: K) => report.blocks[0] as Extract<FilledReport['blocks'][number], { kind: K }>
async function ticket(subject: string, place: string | null, more: { dueAt?: string; owner?: string | null; queue?: string } = {}): Promise<string> {
  const { body } = await kontuar.ask('POST', '/interactions', { kind: 'visit', channel: 'visit', direction: 'in', customer: { name: 'Anna Nowak' }, request: subject, subject, queueId: more.queue ?? queues[0]!.id, ...(place === null ? {} : { locationId: place }) })
  await kontuar.runJobs()
  await write((tx) => tx.query('update ticket set due_at = $3, assignee_id = $4, subject = $5 where org_id = $1 and id = $2', [org, body.ticketId, more.dueAt ?? null, more.owner ?? null, subject]))
  return body.ticketId
}
async function answer(comment: string, score: number, more: { survey?: string; place?: string | null; at?: string; ticketId?: string | null; staffId?: string | null } = {}) {
  await write((tx) => tx.query(
    `insert into answer (org_id, id, survey_id, version, road, language, values, state, metric, score, scale_min, scale_max, tone, comment, at, location_id, ticket_id, staff_id) values ($1, $2, $3, 1, 'link', 'pl', '{}', 'finished', 'csat', $4, 1, 5, $5, $6, $7, $8, $9, $10)`,
    [org, newId(), more.survey ?? survey.open, score, score <= 2 ? 'low' : score === 3 ? 'middle' : 'high', comment, more.at ?? new Date().toISOString(), more.place ?? null, more.ticketId ?? null, more.staffId ?? null]))
}

describe('tickets', () => {
  test('that are overdue are of the scope alone, the longest overdue first, with how many more there are', async () => {
    await ticket('Kraków później', shop['Kraków']!, { dueAt: '2026-01-02T10:00:00Z', owner: agent.staffId })
    await ticket('Kraków wcześniej', shop['Kraków']!, { dueAt: '2026-01-01T10:00:00Z' })
    await ticket('Kraków w terminie', shop['Kraków']!, { dueAt: '2099-01-01T10:00:00Z' })
    await ticket('Zakopane po terminie', shop['Zakopane']!, { dueAt: '2026-01-03T10:00:00Z' })
    await ticket('Gdańsk po terminie', shop['Gdańsk']!, { dueAt: '2026-01-01T10:00:00Z' })
    const list = async (more: object, given: Partial<ReportDefinition> = {}, limit = 10) => {
      const found = block(await preview(definition({ kind: 'tickets', what: 'overdue', limit }, given), more), 'tickets')
      return [found.items.map((t) => t.subject), found.more] as const
    }
    expect(await list({ for: shop['Kraków'] })).toEqual([['Kraków wcześniej', 'Kraków później'], 0])
    expect(await list({ for: shop['Kraków'] }, {}, 1)).toEqual([['Kraków wcześniej'], 1])
    expect((await list({ for: region }, { personal: 'region' }))[0]).toEqual(['Kraków wcześniej', 'Kraków później', 'Zakopane po terminie'])
    expect(await list({ for: team }, { personal: 'team' })).toEqual([['Kraków później'], 0])
    expect(await list({ for: agent.staffId }, { personal: 'staff' })).toEqual([['Kraków później'], 0])
    expect((await list({}, { personal: 'nobody' }))[0]).toHaveLength(4)
    const where = { combinator: 'and', rules: [{ field: 'location', operator: '!=', value: shop['Kraków'] }, { field: 'channel', operator: '=', value: 'visit' }] }
    expect((await list({}, { personal: 'nobody', where } as Partial<ReportDefinition>))[0]).toEqual(['Gdańsk po terminie', 'Zakopane po terminie'])
  })

  test('of the diary that say too little name what is missing, in the language of the reader', async () => {
    const found = block(await preview(definition({ kind: 'tickets', what: 'incomplete', limit: 2 }), { for: shop['Gdańsk'], language: 'ru' }), 'tickets')
    expect(found).toMatchObject({ title: 'Неполные записи в журнале'.replace(' журнале', '\u00a0журнале'), items: [{ subject: 'Gdańsk po terminie', missing: ['решение или результат', 'причина обращения'] }], more: 0 })
  })

  test('their reader may not see are not among them', async () => {
    await ticket('Kraków w innej kolejce', shop['Kraków']!, { dueAt: '2026-01-01T09:00:00Z', queue: queues[1]!.id })
    await kontuar.ask('PUT', `/staff/${ewa.staffId}/access`, { access: 'granted', queueIds: [queues[0]!.id], locationIds: [shop['Kraków']] })
    const created = await kontuar.ask('POST', '/reports', { name: 'Po terminie', definition: definition({ kind: 'tickets', what: 'overdue', limit: 10 }), recipients: [{ to: 'location-manager' }] })
    const seen = (await kontuar.ask('GET', `/reports/${created.body.id}/view`, undefined, ewaToken)).body as FilledReport
    expect(block(seen, 'tickets').items.map((t) => t.subject)).toEqual(['Kraków wcześniej', 'Kraków później'])
    const all = (await kontuar.ask('GET', `/reports/${created.body.id}/view?for=${shop['Kraków']}`)).body as FilledReport
    expect(block(all, 'tickets').items.map((t) => t.subject)).toEqual(['Kraków w innej kolejce', 'Kraków wcześniej', 'Kraków później'])
  })
})

describe('comments', () => {
  test('come the lowest first, of the scope and the period alone', async () => {
    await answer('Świetnie', 5, { place: shop['Kraków']! })
    await answer('Bardzo źle', 1, { place: shop['Kraków']!, staffId: agent.staffId })
    await answer('Średnio', 3, { place: shop['Kraków']! })
    await answer('Kiepsko', 2, { place: shop['Kraków']! })
    await answer('Gdańsk źle', 1, { place: shop['Gdańsk']! })
    await answer('Dawno temu', 1, { place: shop['Kraków']!, at: '2020-01-01T10:00:00Z' })
    const texts = async (low: boolean, more: object, given: Partial<ReportDefinition> = {}) => block(await preview(definition({ kind: 'comments', limit: 3, low }, given), more), 'comments')
    const found = await texts(false, { for: shop['Kraków'] })
    expect(found.items.map((c) => c.text)).toEqual(['Bardzo źle', 'Kiepsko', 'Średnio'])
    expect(found).toMatchObject({ more: 1, items: [{ score: 1, scaleMax: 5, locationName: 'Kraków' }, {}, {}] })
    expect((await texts(true, { for: shop['Kraków'] })).items.map((c) => c.text)).toEqual(['Bardzo źle', 'Kiepsko'])
    expect((await texts(true, { for: agent.staffId }, { personal: 'staff' })).items.map((c) => c.text)).toEqual(['Bardzo źle'])
  })

  test('of an anonymous survey are in no personal report and behind no filter, and elsewhere never say where', async () => {
    for (let i = 0; i < 6; i++) await answer(`Szept ${i}`, 1, { survey: survey.anonymous, place: shop['Zakopane']! })
    const report = (more: object, given: Partial<ReportDefinition> = {}) => preview(definition({ kind: 'comments', limit: 50, low: false }, given), more)
    expect(JSON.stringify(await report({ for: shop['Zakopane'] }))).not.toContain('Szept')
    const where = { combinator: 'and', rules: [{ field: 'location', operator: '=', value: shop['Zakopane'] }] }
    expect(JSON.stringify(await report({}, { personal: 'nobody', where } as Partial<ReportDefinition>))).not.toContain('Szept')
    for (const item of block(await report({}, { personal: 'nobody' }), 'comments').items) if (item.text.startsWith('Szept')) expect(item).toMatchObject({ locationName: null, ticketNumber: null })
  })

  test('are kept from an agent where the settings keep comments from agents', async () => {
    const created = await kontuar.ask('POST', '/reports', { name: 'Dla agentów', definition: definition({ kind: 'comments', limit: 5, low: false }, { personal: 'nobody' }), recipients: [{ to: 'role', role: 'agent' }] })
    const token = await buildToken(kontuar.platform.db, org, agent)
    await kontuar.ask('PUT', '/feedback-settings', { agentsSee: 'score' })
    await write((tx) => tx.query(`insert into feedback_setting (org_id, agents_see) values ($1, 'score') on conflict (org_id) do update set agents_see = 'score'`, [org]))
    expect(block((await kontuar.ask('GET', `/reports/${created.body.id}/view`, undefined, token)).body, 'comments').items).toEqual([])
    expect(block((await kontuar.ask('GET', `/reports/${created.body.id}/view`)).body, 'comments').items.length).toBeGreaterThan(0)
    await write((tx) => tx.query(`update feedback_setting set agents_see = 'all' where org_id = $1`, [org]))
  })
})

describe('figures', () => {
  test('of a scope stand beside those of the network, and a ranking marks one’s own', async () => {
    const number = block(await preview(definition({ kind: 'tile', tile: { id: 't', kind: 'number', metrics: ['contacts-in'], width: 1, height: 1 } }), { for: shop['Gdańsk'], language: 'en' }), 'tile')
    expect(number).toMatchObject({ title: expect.any(String), results: [{ figure: { n: 1 } }], network: [{ figure: { n: 6 } }] })
    const people = block(await preview(definition({ kind: 'ranking', metric: 'contacts-in', by: 'location' }, { personal: 'staff' }), { for: agent.staffId }), 'ranking')
    expect(people.own).toEqual([])
    const mine = block(await preview(definition({ kind: 'ranking', metric: 'contacts-in', by: 'location' }, { personal: 'region' }), { for: region }), 'ranking')
    expect(mine.own.toSorted()).toEqual([shop['Kraków'], shop['Zakopane']].toSorted())
    expect('groups' in mine.result && mine.result.groups!.length).toBe(3)
  })

  test('of the network are asked once for those of a run, one’s own for each', async () => {
    const shared: SharedFigures = new Map()
    const given = definition({ kind: 'tile', tile: { id: 't', kind: 'number', metrics: ['contacts-in'], width: 1, height: 1 } })
    const fill = async (name: string) => {
      const { report } = await fillReport(kontuar.platform, org, { reportId: null, definition: given, comment: '', scope: { by: 'location', key: shop[name]!, ids: [shop[name]!], name }, language: 'en', days: null, sight: null, reader: { staffId: null, held: false, readsFeedback: true }, because: null, link: '', pauseLink: null, shared })
      return block(report, 'tile')
    }
    const first = await fill('Gdańsk')
    expect(shared.size).toBe(2)
    const second = await fill('Kraków')
    expect(shared.size).toBe(3)
    expect(second.network).toEqual(first.network)
    expect(second.results).not.toEqual(first.results)
    expect([...shared.keys()].filter((key) => !key.includes(shop['Gdańsk']!) && !key.includes(shop['Kraków']!))).toHaveLength(1)
  })

  test('are those the screen shows for the same days and filter', async () => {
    const report = await preview(definition({ kind: 'tile', tile: { id: 't', kind: 'bars', metrics: ['contacts-in'], by: 'location', width: 2, height: 1 } }, { personal: 'nobody' }))
    const [result] = block(report, 'tile').results
    const day = (at: string) => new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Warsaw' }).format(new Date(at))
    const { body } = await kontuar.ask('GET', `/metrics/contacts-in?from=${day(report.periodFrom)}&to=${day(report.periodTo)}&by=location`)
    expect('figure' in result! && [result.figure, result.groups]).toEqual([body.figure, body.groups])
  })
})

test('comments say what became of a low score that somebody follows up, and lead there', async () => {
  const ticketId = await ticket('Reklamacja', shop['Kraków']!)
  await answer('Nikt nie oddzwonił', 1, { place: shop['Kraków']!, ticketId })
  const recoveryId = newId()
  await write((tx) => tx.query(`insert into recovery (org_id, id, answer_id, customer_id, ticket_id, because, opened_at) select a.org_id, $2, a.id, t.customer_id, t.id, '{"code": "staff"}', a.at from answer a join ticket t on t.org_id = a.org_id and t.id = a.ticket_id where a.org_id = $1 and a.comment = 'Nikt nie oddzwonił'`, [org, recoveryId]))
  const found = async () => block(await preview(definition({ kind: 'comments', limit: 50, low: false }), { for: shop['Kraków'], language: 'en' }), 'comments').items
  expect((await found()).filter((c) => c.becameOf !== null)).toMatchObject([{ text: 'Nikt nie oddzwonił', becameOf: 'waits for a contact', recoveryId }])
  await write((tx) => tx.query(`update recovery set closed_at = now(), closed_as = 'solved', recovered = true where org_id = $1 and id = $2`, [org, recoveryId]))
  expect((await found()).find((c) => c.recoveryId === recoveryId)?.becameOf).toBe('customer won back')
  await write((tx) => tx.query(`update recovery set closed_as = 'mistaken' where org_id = $1 and id = $2`, [org, recoveryId]))
  expect((await found()).every((c) => c.becameOf === null && c.recoveryId === null)).toBe(true)
})
