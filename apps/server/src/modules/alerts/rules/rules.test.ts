// Guards alert rules over HTTP: what is refused and why, what a change begins anew, who hears of a rule that went blind, and that a noisy one
// asks twice.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AlertRuleDefinition, NewAlertRule } from '@kontuar/contracts'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { buildNpsSurvey, buildRule, giveAnswer, giveAnswers, toldToManagers } from './testing.ts'
import { tellProblems } from './problems/tell-problems.ts'

let kontuar: TestKontuar
let manager: string
beforeAll(async () => {
  kontuar = await startTestKontuar()
  manager = await kontuar.tokenOf('manager')
  await db().write(kontuar.orgA.orgId, (tx) => tx.query(`insert into location (org_id, id, name, manager_id) values ($1, $2, 'Centrum', $3)`, [tx.orgId, newId(), kontuar.orgA.staff.agent.staffId]))
})
afterAll(() => kontuar.stop())

const all = (...rules: object[]) => ({ combinator: 'and', rules })
const low: AlertRuleDefinition = { kind: 'event', on: 'answer', where: all({ field: 'tone', operator: '=', value: 'low' }) }
let n = 0
const rule = (more: Partial<NewAlertRule> = {}): NewAlertRule => ({ name: `Reguła ${++n}`, definition: low, delivery: toldToManagers, ...more })
const create = (more: object = {}, token = manager) => kontuar.ask('POST', '/alert-rules', rule(more), token)
const patch = (id: string, body: object, token = manager) => kontuar.ask('PATCH', `/alert-rules/${id}`, body, token)
const figure = (more: object = {}) => ({ kind: 'figure', metric: 'nps', where: null, each: 'all', days: 7, test: { test: 'below', value: 30 }, minimum: 20, noData: 'quiet', ...more })
const db = () => kontuar.platform.db

describe('a rule', () => {
  test('is made, read, listed, changed and retired; each change of what it looks for begins anew', async () => {
    const made = (await create({ name: ' Niskie oceny ' })).body
    expect(made).toMatchObject({ name: 'Niskie oceny', version: 1, active: true, retired: false, problems: [], state: { open: 0, lastWeek: 0, noData: 0, lastFiredAt: null } })
    const renamed = (await patch(made.id, { name: 'Złe oceny', delivery: { ...toldToManagers, urgent: true } })).body
    expect(renamed).toMatchObject({ name: 'Złe oceny', version: 1, since: made.since, delivery: { urgent: true } })
    const other = (await patch(made.id, { definition: { ...low, where: all({ field: 'score', operator: '<=', value: 3 }) } })).body
    expect(other.version).toBe(2)
    expect(Date.parse(other.since)).toBeGreaterThan(Date.parse(made.since))
    expect((await patch(made.id, { definition: other.definition })).body.version).toBe(2)
    expect((await patch(made.id, { active: false })).body).toMatchObject({ version: 3, active: false })
    expect((await kontuar.ask('GET', '/alert-rules?active=true&limit=200', undefined, manager)).body.items.map((r: { id: string }) => r.id)).not.toContain(made.id)
    expect((await kontuar.ask('DELETE', `/alert-rules/${made.id}`, undefined, manager)).status).toBe(200)
    expect((await kontuar.ask('GET', `/alert-rules/${made.id}`, undefined, manager)).body).toMatchObject({ retired: true, active: false })
    expect((await patch(made.id, { active: true })).body.code).toBe('cannot-do')
  })

  test('is listed page by page, without leaving one out', async () => {
    const ids: string[] = []
    for (let i = 0; i < 5; i++) ids.push((await create({ name: `Strona ${i}` })).body.id)
    const found: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await kontuar.ask('GET', `/alert-rules?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`, undefined, manager)
      found.push(...body.items.map((r: { id: string }) => r.id))
      cursor = body.next
    }
    expect(found.filter((id) => ids.includes(id))).toEqual(ids)
    expect(new Set(found).size).toBe(found.length)
    expect((await kontuar.ask('GET', '/alert-rules?cursor=nonsense', undefined, manager)).body.code).toBe('invalid-cursor')
  })

  test('of a name that is taken is refused; of one that is retired it is not', async () => {
    const { body } = await create({ name: 'Jedna' })
    expect((await create({ name: ' JEDNA' })).body).toMatchObject({ code: 'conflict', fields: { name: 'is taken' } })
    expect((await create({ name: '  ' })).body.fields).toEqual({ name: 'is empty' })
    await kontuar.ask('DELETE', `/alert-rules/${body.id}`, undefined, manager)
    expect((await create({ name: 'Jedna' })).status).toBe(201)
  })
})

describe('a definition that cannot be is refused with what to do, under its place', () => {
  test.each<[string, object, RegExp, string]>([
    ['an unknown field, with those there are', { kind: 'event', on: 'answer', where: all({ field: 'mood', operator: '=', value: 'low' }) }, /choose one of score, tone, metric, text, sentiment/, 'definition.where.0'],
    ['an unknown field', { kind: 'event', on: 'answer', where: all({ field: 'mood', operator: '=', value: 'low' }) }, /There is no field "mood"/, 'definition.where.0'],
    ['a field of other things', { kind: 'event', on: 'ticket', where: all({ field: 'score', operator: '<=', value: 3 }) }, /There is no field "score"/, 'definition.where.0'],
    ['an operator of another type', { kind: 'event', on: 'answer', where: all({ field: 'score', operator: 'contains', value: '3' }) }, /contains/, 'definition.where.0'],
    ['a queue that is not there', { kind: 'event', on: 'ticket', where: all({ field: 'queueId', operator: '=', value: newId() }) }, /queueId/, 'definition.where.0'],
    ['a field that asks for today', { kind: 'event', on: 'ticket', where: all({ field: 'createdAt', operator: 'today' }) }, /createdAt/, 'definition.where.0'],
    ['one nested too deeply', { kind: 'event', on: 'answer', where: all(all(all(all(all(all(all())))))) }, /deep/, 'definition.where.0.0.0.0.0.0'],
    ['a run of everything', { kind: 'sequence', on: 'answer', fits: all(), each: 'location', n: 3 }, /one after the other/, 'definition.fits'],
    ['a run of contacts by survey', { kind: 'sequence', on: 'interaction', fits: all({ field: 'kind', operator: '=', value: 'call' }), each: 'survey', n: 3 }, /belong to no survey/, 'definition.each'],
    ['an unknown metric', figure({ metric: 'happiness' }), /There is no metric "happiness"/, 'definition.metric'],
    ['a metric called like a trap', figure({ metric: '__proto__' }), /There is no metric/, 'definition.metric'],
    ['numbers by customer', figure({ each: 'customer' }), /customer by customer/, 'definition.each'],
    ['a dimension the metric does not have', figure({ metric: 'contacts-in', each: 'survey' }), /cannot be cut by survey/, 'definition.each'],
    ['a share of everything', figure({ metric: 'contacts-in', test: { test: 'share-grows', by: 0.1, against: 'before' } }), /one of several/, 'definition.each'],
    ['a share of what is no count', figure({ each: 'channel', test: { test: 'share-grows', by: 0.1, against: 'before' } }), /can be counted/, 'definition.metric'],
    ['a change of a level', figure({ metric: 'backlog', test: { test: 'rises', by: 0.1, against: 'before' } }), /told from chance/, 'definition.test'],
    ['a way back on the wrong side', figure({ test: { test: 'below', value: 30, backAt: 20 } }), /at or above/, 'definition.test'],
    ['an NPS nobody can reach', figure({ test: { test: 'below', value: 500 } }), /from -100 to 100, so "value" cannot be 500/, 'definition.test'],
    ['a way back nobody can reach', figure({ test: { test: 'above', value: -100, backAt: -101 } }), /"backAt" cannot be -101/, 'definition.test'],
    ['an NPS that falls by more than there is', figure({ test: { test: 'falls', by: 201, against: 'before' } }), /changes by 200 at most/, 'definition.test'],
    ['a share of a hundred and one percent', figure({ metric: 'csat', test: { test: 'above', value: 1.01 } }), /from 0 to 1, as a share: 0.1 is ten percent/, 'definition.test'],
    ['a percentage where shares are meant', figure({ metric: 'response-rate', test: { test: 'below', value: 20 } }), /0.1 is ten percent/, 'definition.test'],
    ['fewer contacts than none', figure({ metric: 'contacts-in', test: { test: 'below', value: -1 } }), /0 or more/, 'definition.test'],
    ['contacts that fall by more than all', figure({ metric: 'contacts-in', test: { test: 'falls', by: 1.5, against: 'before' } }), /Nothing falls by more than all of it/, 'definition.test'],
    ['less than no time', figure({ metric: 'handle-time', test: { test: 'below', value: -60 } }), /0 or more, in seconds/, 'definition.test'],
    ['stars beyond five', figure({ metric: 'review-stars-mean', test: { test: 'below', value: 5.5 } }), /from 1 to 5/, 'definition.test'],
    ['effort beyond its scale', figure({ metric: 'ces-mean', test: { test: 'below', value: 0 } }), /from 1 to 7/, 'definition.test'],
    ['an hour of no day in conditions over numbers', figure({ where: all({ field: 'hour', operator: '=', value: 25 }) }), /"hour" asks for a number from 0 to 23/, 'definition.where.0'],
    ['a score of no scale', { kind: 'event', on: 'answer', where: all({ field: 'score', operator: '<=', value: 1e30 }) }, /"score" asks for a number from 0 to 10/, 'definition.where.0'],
    ['a score below every scale', { kind: 'event', on: 'answer', where: all({ field: 'score', operator: '<', value: -5 }) }, /from 0 to 10/, 'definition.where.0'],
    ['the eighth day of the week', { kind: 'sequence', on: 'answer', fits: all({ field: 'weekday', operator: 'in', value: [1, 8] }), each: 'all', n: 3 }, /from 1 to 7/, 'definition.fits.0'],
    ['six stars', { kind: 'event', on: 'interaction', where: all({ field: 'stars', operator: 'between', value: [1, 6] }) }, /from 1 to 5/, 'definition.where.0'],
    ['a word of signs alone', { kind: 'event', on: 'interaction', where: all({ field: 'text', operator: 'mentions', value: '!?' }) }, /asks for a word/, 'definition.where.0'],
    ['forms of words in numbers', figure({ where: all({ field: 'channel', operator: 'mentions', value: 'telefon' }) }), /cannot be asked "mentions"/, 'definition.where.0'],
    ['conditions over numbers that are none', figure({ where: all({ field: 'tone', operator: '=', value: 'low' }) }), /There is no field "tone"/, 'definition.where.0'],
    ['silence of each customer', { kind: 'silence', on: 'interaction', each: 'customer', hours: 8 }, /Most customers are silent/, 'definition.each'],
    ['silence by a calendar that is not there', { kind: 'silence', on: 'interaction', each: 'all', hours: 8, calendarId: newId() }, /no such calendar/, 'definition.calendarId'],
    ['a location of warnings that is not there', { kind: 'warning', kinds: ['silence'], locationIds: ['nowhere'] }, /no such location/, 'definition.locationIds'],
  ])('%s', async (_, definition, sentence, field) => {
    const answer = await create({ definition })
    expect(answer.body).toMatchObject({ status: 400, code: 'invalid-input' })
    expect(answer.body.detail).toMatch(sentence)
    expect(Object.keys(answer.body.fields)).toContain(field)
    expect((await kontuar.ask('POST', '/alert-back-tests', { definition }, manager)).status).toBe(400)
  })

  test.each<[string, unknown]>([
    ['a list', []], ['a text', 'x'], ['null', null], ['no kind', { on: 'answer' }], ['an unknown kind', { kind: 'weather' }], ['a run of one', { kind: 'sequence', on: 'answer', fits: all({ field: 'tone', operator: '=', value: 'low' }), each: 'all', n: 1 }],
    ['a run of a million', { kind: 'sequence', on: 'answer', fits: all(), each: 'all', n: 1_000_000 }], ['a window of no days', figure({ days: 0 })], ['a test without a line', figure({ test: { test: 'below' } })], ['half a second of silence', { kind: 'silence', on: 'answer', each: 'all', hours: 0.0001 }],
    ['conditions that are a list', { kind: 'event', on: 'answer', where: [] }], ['NUL in a condition', { kind: 'event', on: 'answer', where: all({ field: 'text', operator: 'contains', value: 'a\0b' }) }], ['a metric of a thousand letters', figure({ metric: 'x'.repeat(1000) })], ['more than there is', { ...low, and: 1 }],
  ])('%s', async (_, definition) => {
    expect((await create({ definition })).body).toMatchObject({ status: 400, code: 'invalid-input' })
  })
})

describe('whoever is told', () => {
  test.each<[string, object, string]>([
    ['is nobody', { recipients: [] }, 'delivery.recipients'],
    ['are people by name alone', { recipients: [{ to: 'staff', staffId: 'x' }] }, 'delivery.recipients'],
    ['is of a team that is not there', { recipients: [{ to: 'team-of', teamId: newId() }] }, 'delivery.recipients'],
    ['comes by a destination that is not there', { destinationIds: [newId()] }, 'delivery.destinationIds'],
    ['climbs backwards', { escalation: [{ afterMinutes: 60, recipients: [{ to: 'role', role: 'manager' }] }, { afterMinutes: 30, recipients: [{ to: 'role', role: 'administrator' }] }] }, 'delivery.escalation.1.afterMinutes'],
    ['counts by a calendar that is not there', { calendarId: newId() }, 'delivery.calendarId'],
  ])('%s: refused', async (_, more, field) => {
    const { body } = await create({ delivery: { ...toldToManagers, ...more } })
    expect(body).toMatchObject({ status: 400, code: 'invalid-input' })
    expect(Object.keys(body.fields)).toEqual([field])
  })

  test('may be somebody by name beside a part in the matter; what is urgent is held by nothing', async () => {
    const { body } = await create({ delivery: { ...toldToManagers, recipients: [{ to: 'staff', staffId: kontuar.orgA.staff.agent.staffId }, { to: 'location-manager' }], urgent: true, groupMinutes: 5, when: 'daily' } })
    expect(body.delivery).toMatchObject({ urgent: true, groupMinutes: 0, when: 'at-once' })
  })
})

describe('who may', () => {
  test('an agent reads rules and makes none; an observer neither changes nor tests', async () => {
    const { id } = (await create()).body
    const [agent, observer] = [await kontuar.tokenOf('agent'), await kontuar.tokenOf('observer')]
    expect((await kontuar.ask('GET', `/alert-rules/${id}`, undefined, agent)).status).toBe(200)
    for (const token of [agent, observer]) {
      expect((await create({}, token)).status).toBe(403)
      expect((await patch(id, { active: false }, token)).status).toBe(403)
      expect((await kontuar.ask('DELETE', `/alert-rules/${id}`, undefined, token)).status).toBe(403)
      expect((await kontuar.ask('POST', '/alert-back-tests', { definition: low }, token)).status).toBe(403)
    }
  })

  test('who sees some places only neither makes rules nor looks into the past', async () => {
    const { id } = (await create()).body
    const { staffId } = kontuar.orgA.staff.manager
    await kontuar.ask('PUT', `/staff/${staffId}/access`, { access: 'granted', queueIds: [], locationIds: [] })
    expect((await create()).body.detail).toContain('you see only some of it')
    expect((await patch(id, { active: false })).status).toBe(403)
    expect((await kontuar.ask('DELETE', `/alert-rules/${id}`, undefined, manager)).status).toBe(403)
    expect((await kontuar.ask('POST', '/alert-back-tests', { definition: low }, manager)).status).toBe(403)
    await kontuar.ask('PUT', `/staff/${staffId}/access`, { access: 'everything', queueIds: [], locationIds: [] })
  })

  test('another organization finds nothing', async () => {
    const { id } = (await create()).body
    const stranger = await kontuar.tokenOf('administrator', kontuar.orgB)
    expect((await kontuar.ask('GET', `/alert-rules/${id}`, undefined, stranger)).status).toBe(404)
    expect((await patch(id, { active: false }, stranger)).status).toBe(404)
    expect((await kontuar.ask('DELETE', `/alert-rules/${id}`, undefined, stranger)).status).toBe(404)
  })
})

describe('fields and ready-made rules', () => {
  test.each(['answer', 'interaction', 'ticket', 'breach'])('of %s are described with operators and choices; none asks what time it is', async (on) => {
    const { items } = (await kontuar.ask('GET', `/alert-fields?on=${on}`, undefined, manager)).body
    expect(items.map((f: { name: string }) => f.name)).toEqual(expect.arrayContaining(['locationId', 'queueId', 'customerTagIds', 'weekday']))
    for (const field of items) for (const operator of ['today', 'withinLast', 'olderThan']) expect(field.operators, field.name).not.toContain(operator)
    expect((await kontuar.ask('GET', '/alert-fields?on=weather', undefined, manager)).status).toBe(400)
  })

  test.each(['pl', 'ru', 'en'])('ready-made ones in %s pass their own check', async (language) => {
    const { items } = (await kontuar.ask('GET', `/ready-alert-rules?language=${language}`, undefined, manager)).body
    expect(items).toHaveLength(11)
    for (const item of items) expect((await create({ ...item, name: `${language} ${item.name}`, evenIfNoisy: true })).body, item.name).toMatchObject({ version: 1, problems: [] })
  }, 60_000)
})

test('a rule that went blind or deaf says so in the reader’s language, and the managers are told once', async () => {
  const [location, destination] = [newId(), newId()]
  await db().write(kontuar.orgA.orgId, async (tx) => {
    await tx.query(`insert into location (org_id, id, name) values ($1, $2, 'Rynek')`, [tx.orgId, location])
    await tx.query(`insert into alert_destination (org_id, id, name, kind, url, host) values ($1, $2, 'Slack', 'slack', 'sealed', 'hooks.slack.com')`, [tx.orgId, destination])
  })
  const own = (await kontuar.ask('POST', '/own-metrics', { name: 'Własny', definition: { form: 'count', numerator: { of: ['contact-in'] }, direction: 'up', unit: 'count', shownFrom: 1, explanation: '' } }, manager)).body
  const placed = (await create({ definition: { ...low, where: all({ field: 'locationId', operator: '=', value: location }) }, delivery: { ...toldToManagers, destinationIds: [destination] } })).body
  const counted = (await create({ definition: figure({ metric: `own-${own.id}` }) })).body
  await tellProblems(db(), kontuar.orgA.orgId)
  const told = () => db().read(kontuar.orgA.orgId, (tx) => tx.query<{ id: string }>(`select detail->>'alertRuleId' as id from notification where org_id = $1 and kind = 'alert' and detail->>'ruleProblem' = 'true'`, [tx.orgId]))
  expect(await told()).toEqual([])

  await kontuar.ask('PATCH', `/locations/${location}`, { retired: true })
  await kontuar.ask('PATCH', `/own-metrics/${own.id}`, { retired: true }, manager)
  await db().write(kontuar.orgA.orgId, (tx) => tx.query(`update alert_destination set state = '{"sending": "failing"}' where org_id = $1`, [tx.orgId]))
  await tellProblems(db(), kontuar.orgA.orgId)
  await tellProblems(db(), kontuar.orgA.orgId)
  expect((await told()).map((t) => t.id).sort()).toEqual([placed.id, counted.id].sort())
  const { problems } = (await kontuar.ask('GET', `/alert-rules/${placed.id}`, undefined, manager)).body
  expect(problems).toEqual([expect.stringContaining('„Rynek” nie jest już w użyciu'), expect.stringContaining('Wysyłka do „Slack” się nie udaje')].sort())
  expect((await kontuar.ask('GET', `/alert-rules/${counted.id}`, undefined, manager)).body.problems).toEqual([expect.stringContaining('już nie ma')])
})

describe('a noisy rule', () => {
  test('asks twice: refused with its figures, saved when it is asked for again', async () => {
    const org = kontuar.orgB
    const admin = await kontuar.tokenOf('administrator', org)
    const now = Date.now()
    await db().write(org.orgId, async (tx) => giveAnswers(tx, await buildNpsSurvey(tx), Array.from({ length: 60 }, (_, i) => ({ id: newId(), score: 1, at: now - i * 9 * 3_600_000, takenAt: now - i * 9 * 3_600_000, imported: false, locationId: null, channel: null }))))
    const noisy = await kontuar.ask('POST', '/alert-rules', rule(), admin)
    expect(noisy).toMatchObject({ status: 422, body: { code: 'noisy-rule', fields: { perWeek: '15', alarms: '60', noisyFor: expect.any(String) } } })
    expect(noisy.body.detail).toContain('evenIfNoisy')
    const saved = await kontuar.ask('POST', '/alert-rules', rule({ evenIfNoisy: true }), admin)
    expect(saved.status).toBe(201)
    // Told once a day it is not noisy; and as it was, its change to something quieter is taken.
    expect((await kontuar.ask('POST', '/alert-rules', rule({ delivery: { ...toldToManagers, when: 'daily' } }), admin)).status).toBe(201)
    expect((await kontuar.ask('PATCH', `/alert-rules/${saved.body.id}`, { definition: { ...low, where: all({ field: 'score', operator: '>=', value: 1 }) } }, admin)).body.code).toBe('noisy-rule')
    expect((await kontuar.ask('PATCH', `/alert-rules/${saved.body.id}`, { definition: { ...low, where: all({ field: 'score', operator: '=', value: 0 }) } }, admin)).status).toBe(200)
  })
})

test('a rule whose custom field is gone judges nothing, and the others go on', async () => {
  const org = kontuar.orgB
  const field = (await kontuar.ask('POST', '/custom-fields', { subject: 'customer', name: 'Poziom', type: 'text' }, await kontuar.tokenOf('administrator', org))).body
  const surveyId = await db().write(org.orgId, async (tx) => {
    await buildRule(tx, { kind: 'event', on: 'answer', where: all({ field: `customer.fields.${field.id}`, operator: 'null' }) }, { name: 'z polem', since: new Date(Date.now() - 60_000) })
    await buildRule(tx, { kind: 'event', on: 'answer', where: all({ field: 'score', operator: '=', value: 5 }) }, { name: 'bez pola', since: new Date(Date.now() - 60_000) })
    return buildNpsSurvey(tx)
  })
  const fired = () => db().read(org.orgId, (tx) => tx.query<{ name: string; n: number }>(`select r.name, count(*)::int as n from alert_firing f join alert_rule r on r.org_id = f.org_id and r.id = f.rule_id where f.org_id = $1 and r.name like '%pol%' group by 1 order by 1`, [tx.orgId]))
  const answer = () => db().write(org.orgId, (tx) => giveAnswer(tx, surveyId, { score: 5, at: new Date() }))
  await answer()
  await kontuar.runJobs()
  expect(await fired()).toEqual([{ name: 'bez pola', n: 1 }, { name: 'z polem', n: 1 }])
  await kontuar.ask('PATCH', `/custom-fields/${field.id}`, { retired: true }, await kontuar.tokenOf('administrator', org))
  await kontuar.runJobs()
  await answer()
  await kontuar.runJobs()
  expect(await fired()).toEqual([{ name: 'bez pola', n: 2 }, { name: 'z polem', n: 1 }])
})
