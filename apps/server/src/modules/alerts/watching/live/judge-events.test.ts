// Guards that what happens is judged once and in time: by every kind of event, told in any order and twice, by a worker that is killed, and of
// nothing that a rule has no business with.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AlertRuleDefinition } from '@kontuar/contracts'
import { startTestKontuar, type TestKontuar, type TestOrganization } from '../../../../app/testing.ts'
import type { Event } from '../../../../platform/events.ts'
import { newId } from '../../../../platform/id.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { receiveMessages } from '../../../diary/index.ts'
import { buildMailbox, buildMessage, buildTicket } from '../../../diary/testing.ts'
import { buildOrganization } from '../../../identity/testing.ts'
import { buildNpsSurvey, buildRule, giveAnswer } from '../../rules/testing.ts'
import { judge, judgeEvents } from './judge-events.ts'
import { watchedEvents } from './subjects-of-events.ts'
import { subscribersOf } from '../../../../app/subscriptions.ts'

let kontuar: TestKontuar
let org: TestOrganization
const db = () => kontuar.platform.db
beforeAll(async () => { kontuar = await startTestKontuar({}, { organizations: false }) })
afterAll(() => kontuar.stop())
beforeEach(async () => { org = await buildOrganization(db()) })

const write = <T>(work: (tx: Tx) => Promise<T>) => db().write(org.orgId, work)
const rows = <R extends object>(sql: string, values: unknown[] = []) => db().read(org.orgId, (tx) => tx.query<R>(sql, [org.orgId, ...values]))
const alerts = () => rows<{ key: string; times: number; why: Record<string, unknown>; ticket_id: string | null; location_id: string | null }>('select key, times, why, ticket_id, location_id from alert where org_id = $1 order by first_at, key')
const rule = (definition: AlertRuleDefinition, given: Parameters<typeof buildRule>[2] = {}) => write((tx) => buildRule(tx, definition, { since: new Date(Date.now() - 60_000), ...given }))
const all = (...rules: object[]) => ({ combinator: 'and', rules })
const low: AlertRuleDefinition = { kind: 'event', on: 'answer', where: all({ field: 'tone', operator: '=', value: 'low' }) }
const event = (name: string, ids: Record<string, string>): Event => ({ id: newId(), name, at: new Date().toISOString(), ids, detail: {} })

describe('an answer', () => {
  test('that fits opens one alert, however often it is told', async () => {
    await rule(low)
    const surveyId = await write(buildNpsSurvey)
    const location = newId()
    await write((tx) => tx.query(`insert into location (org_id, id, name) values ($1, $2, 'Rynek')`, [org.orgId, location]))
    const bad = await write((tx) => giveAnswer(tx, surveyId, { score: 1, at: new Date(), comment: 'Okropnie', about: { locationId: location } }))
    await write((tx) => giveAnswer(tx, surveyId, { score: 10, at: new Date() }))
    await kontuar.runJobs()
    await Promise.all([1, 2, 3].map(() => judgeEvents(kontuar.platform).handle(org.orgId, [event('feedback.answerChanged', { answerId: bad }), event('feedback.answerTaken', { answerId: bad })])))
    expect(await alerts()).toEqual([{ key: `answer:${bad}`, times: 1, ticket_id: null, location_id: location, why: { code: 'event', on: 'answer', score: 1, scaleMin: 0, scaleMax: 10, metric: 'nps', sentiment: 'negative' } }])
    expect(JSON.stringify(await rows('select why from alert_firing where org_id = $1'))).not.toContain('Okropnie')
  })

  test.each<[string, Parameters<typeof giveAnswer>[2]]>([
    ['given before the rule was there', { score: 1, at: new Date(Date.now() - 3_600_000) }], ['imported from a list', { score: 1, at: new Date(), imported: true }], ['that does not fit', { score: 9, at: new Date() }],
  ])('%s opens none', async (_, given) => {
    await rule(low)
    const surveyId = await write(buildNpsSurvey)
    const answerId = await write((tx) => giveAnswer(tx, surveyId, given))
    await write((tx) => judge(tx, [event('feedback.answerTaken', { answerId })]))
    expect(await alerts()).toEqual([])
  })

  test('of an anonymous survey, or taken back, opens none', async () => {
    await rule(low)
    const surveyId = await write(buildNpsSurvey)
    const [anonymous, gone] = [await write((tx) => giveAnswer(tx, surveyId, { score: 1, at: new Date() })), await write((tx) => giveAnswer(tx, surveyId, { score: 1, at: new Date() }))]
    await write(async (tx) => {
      await tx.query('update answer set invalid_at = now() where org_id = $1 and id = $2', [org.orgId, gone])
      const other = await buildNpsSurvey(tx)
      await tx.query('update survey set anonymous = true where org_id = $1 and id = $2', [org.orgId, other])
      await tx.query('update answer set survey_id = $3 where org_id = $1 and id = $2', [org.orgId, anonymous, other])
    })
    await kontuar.runJobs()
    expect(await alerts()).toEqual([])
  })

  test('that a killed worker had in hand is judged by its successor, once', async () => {
    await rule(low)
    const surveyId = await write(buildNpsSurvey)
    const answerId = await write((tx) => giveAnswer(tx, surveyId, { score: 1, at: new Date() }))
    const told = [event('feedback.answerTaken', { answerId })]
    await expect(write(async (tx) => { await judge(tx, told); throw new Error('killed') })).rejects.toThrow('killed')
    expect(await alerts()).toEqual([])
    await Promise.all([1, 2, 3, 4].map(() => write((tx) => judge(tx, told))))
    expect(await alerts()).toMatchObject([{ times: 1 }])
  })
})

describe('a contact', () => {
  test('is judged by its words, subject included, and several of one ticket count one alert up', async () => {
    await rule({ kind: 'event', on: 'interaction', where: all({ field: 'text', operator: 'contains', value: 'sąd' }) })
    const mailboxId = await write((tx) => buildMailbox(tx))
    const { ticketId } = await write((tx) => buildTicket(tx, mailboxId, { subject: 'Pójdę do SADU', text: 'Dzień dobry' }))
    await kontuar.runJobs()
    await write(async (tx) => receiveMessages(tx, [await buildMessage(tx, mailboxId, { subject: 'Re', text: 'Sąd zdecyduje', replyAddressTicket: null, bodyMarkerTicket: null, at: new Date(Date.now() + 1000) })]))
    await kontuar.runJobs()
    const found = await alerts()
    expect(found.reduce((sum, a) => sum + a.times, 0)).toBe(2)
    expect(found[0]).toMatchObject({ key: `ticket:${ticketId}`, ticket_id: ticketId })
  })

  test('is found by a word in any of its forms, and says which word of the rule was found', async () => {
    await rule({ kind: 'event', on: 'interaction', where: { combinator: 'or', rules: [{ field: 'text', operator: 'mentions', value: 'reklamacja' }, { field: 'text', operator: 'mentions', value: 'zwrot pieniędzy' }, { field: 'text', operator: 'mentions', value: 'адвокат' }] } })
    const mailboxId = await write((tx) => buildMailbox(tx))
    for (const text of ['Chcę złożyć REKLAMACJE na pralkę', 'Żądam zwrotu pieniędzy', 'Обращусь к адвокату', 'Reklama była ładna, zwracam uwagę na pieniądze']) await write((tx) => buildTicket(tx, mailboxId, { subject: 'Pralka', text, visibleText: text }))
    await kontuar.runJobs()
    const found = (await alerts()).map(({ why }) => why['found'])
    expect(found).toHaveLength(3)
    expect(found).toEqual(expect.arrayContaining(['reklamacja', 'zwrot pieniędzy', 'адвокат'].map((value) => [{ field: 'text', operator: 'mentions', value }])))
    expect(JSON.stringify(await rows('select why from alert_firing where org_id = $1'))).not.toMatch(/REKLAMACJE|адвокату/)
  })

  test('that sounds negative is found once it has been read; a machine’s is none', async () => {
    await rule({ kind: 'event', on: 'interaction', where: all({ field: 'sentiment', operator: '=', value: 'negative' }) })
    const mailboxId = await write((tx) => buildMailbox(tx))
    const angry = 'To już trzeci raz! Paczka znowu nie dotarła, jestem wściekła. Oddajcie pieniądze, to jest skandal.'
    await write((tx) => buildTicket(tx, mailboxId, { text: angry, visibleText: angry }))
    await write((tx) => buildTicket(tx, mailboxId, { text: angry, visibleText: angry, automatic: true, mailClass: 'auto-reply' }))
    await kontuar.runJobs()
    expect(await alerts()).toMatchObject([{ times: 1, why: { code: 'event', on: 'interaction', sentiment: 'negative' } }])
  })
})

describe('a ticket', () => {
  test('opened, opened again and become a complaint is judged as what happened to it, with what it was then', async () => {
    for (const happened of ['opened', 'reopened', 'complaint']) await rule({ kind: 'event', on: 'ticket', where: all({ field: 'happened', operator: '=', value: happened }, { field: 'priority', operator: '=', value: 'normal' }) }, { name: happened })
    const mailboxId = await write((tx) => buildMailbox(tx))
    const { ticketId } = await write((tx) => buildTicket(tx, mailboxId))
    await kontuar.runJobs()
    const admin = await kontuar.tokenOf('administrator', org)
    const queues = (await kontuar.ask('GET', '/queues', undefined, admin)).body.items as { id: string; readyMade: string }[]
    await kontuar.ask('PATCH', `/tickets/${ticketId}`, { status: 'closed' }, admin)
    await kontuar.ask('PATCH', `/tickets/${ticketId}`, { status: 'open' }, admin)
    await kontuar.ask('PATCH', `/tickets/${ticketId}`, { queueId: queues.find((q) => q.readyMade === 'complaints')!.id }, admin)
    // What it has become since is nothing to what it was.
    await kontuar.ask('PATCH', `/tickets/${ticketId}`, { priority: 'urgent' }, admin)
    await kontuar.runJobs()
    const told = await rows<{ name: string; occurrence: string }>('select r.name, f.occurrence from alert_firing f join alert_rule r on r.org_id = f.org_id and r.id = f.rule_id where f.org_id = $1 order by r.name')
    expect(told.map((t) => t.name)).toEqual(['complaint', 'opened', 'reopened'])
    expect(told.map((t) => t.occurrence)).toEqual([`ticket:${ticketId}:complaint`, `ticket:${ticketId}:opened`, expect.stringMatching(`^ticket:${ticketId}:reopened:`)])
  })
})

test('a rule changed a moment ago is judged by as it is now, and without rules nothing is read', async () => {
  const surveyId = await write(buildNpsSurvey)
  const answer = () => write((tx) => giveAnswer(tx, surveyId, { score: 3, at: new Date() }))
  await answer()
  await kontuar.runJobs()
  const id = await rule({ kind: 'event', on: 'answer', where: all({ field: 'score', operator: '<=', value: 2 }) })
  await answer()
  await kontuar.runJobs()
  expect(await alerts()).toEqual([])
  const manager = await kontuar.tokenOf('manager', org)
  expect((await kontuar.ask('PATCH', `/alert-rules/${id}`, { definition: { kind: 'event', on: 'answer', where: all({ field: 'score', operator: '<=', value: 4 }) } }, manager)).body).toMatchObject({ version: 2 })
  await answer()
  await kontuar.runJobs()
  expect(await alerts()).toMatchObject([{ times: 1 }])
})

test('three in a row at one location fire once, whatever comes from elsewhere, and again after a good one', async () => {
  await rule({ kind: 'sequence', on: 'answer', fits: all({ field: 'tone', operator: '=', value: 'low' }), each: 'location', n: 3 })
  const surveyId = await write(buildNpsSurvey)
  const [a, b] = [newId(), newId()]
  await write((tx) => tx.query(`insert into location (org_id, id, name) values ($1, $2, 'A'), ($1, $3, 'B')`, [org.orgId, a, b]))
  const now = Date.now()
  for (const [i, [location, score]] of ([[a, 1], [b, 2], [a, 0], [b, 10], [a, 3], [a, 1], [a, 9], [a, 1], [a, 2], [b, 1], [a, 0]] as const).entries()) {
    await write((tx) => giveAnswer(tx, surveyId, { score, at: new Date(now + i * 1000), about: { locationId: location } }))
    if (i % 2 === 0) await kontuar.runJobs()
  }
  await kontuar.runJobs()
  expect(await alerts()).toMatchObject([{ key: a, times: 2, location_id: a, why: { code: 'run', on: 'answer', n: 3, each: 'location', place: a } }])
})

test('every event it knows is told to it', () => {
  for (const name of watchedEvents) expect(subscribersOf(name), name).toContain('alerts.judgeEvents')
})
