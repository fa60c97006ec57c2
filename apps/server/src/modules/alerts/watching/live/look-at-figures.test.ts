// Guards what is looked at by the clock: hours are looked at once and made up in order, by however many workers; figures wait for facts; what is
// over ends its alert; deadlines and warnings are judged as they are told.
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AlertRuleDefinition } from '@kontuar/contracts'
import { startTestKontuar, type TestKontuar, type TestOrganization } from '../../../../app/testing.ts'
import type { Database, Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { buildMailbox, buildTicket } from '../../../diary/testing.ts'
import { deriveSubjects } from '../../../insight/index.ts'
import { buildOrganization } from '../../../identity/testing.ts'
import { buildNpsSurvey, buildRule, giveAnswers, type PastAnswer } from '../../rules/testing.ts'
import { look } from './look-at-figures.ts'
import { mostTicks, ticksToMakeUp } from './ticks.ts'

vi.setConfig({ testTimeout: 60_000 })
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
const begin = Date.parse('2026-05-04T00:00:00Z')
let kontuar: TestKontuar
let org: TestOrganization
const db = () => kontuar.platform.db
beforeAll(async () => { kontuar = await startTestKontuar({}, { organizations: false }) })
afterAll(() => kontuar.stop())
beforeEach(async () => { org = await buildOrganization(db()) })

const write = <T>(work: (tx: Tx) => Promise<T>) => db().write(org.orgId, work)
const rows = <R extends object>(sql: string) => db().read(org.orgId, (tx) => tx.query<R>(sql, [org.orgId]))
const firings = () => rows<{ occurrence: string }>('select occurrence from alert_firing where org_id = $1 order by at, occurrence').then((all) => all.map((f) => f.occurrence))
const log = { error: ({ err }: { err: Error }) => { throw err } } as never
const lookAt = (at: number, on: Database = db()) => look(on, org.orgId, new Date(at), log)
const rule = (definition: AlertRuleDefinition) => write((tx) => buildRule(tx, definition, { since: new Date(begin) }))
const iso = (at: number) => new Date(at).toISOString()

/** NPS 100 but from day 2 to day 4, when it is -100. */
async function life(days: number): Promise<void> {
  const answers = Array.from({ length: days * 6 }, (_, i): PastAnswer => {
    const at = begin + i * 4 * hour + 90 * minute
    const on = (at - begin) / day
    return { id: newId(), score: on >= 2 && on < 4 ? 1 : 10, at, takenAt: at, imported: false, locationId: null, channel: 'phone' }
  })
  await write(async (tx) => {
    await giveAnswers(tx, await buildNpsSurvey(tx), answers)
    await deriveSubjects(tx, (kind) => (kind === 'answer' ? answers.map((a) => a.id) : []))
  })
}
const below: AlertRuleDefinition = { kind: 'figure', metric: 'nps', where: null, each: 'all', days: 1, test: { test: 'below', value: 0 }, minimum: 3, noData: 'quiet' }

describe('hours', () => {
  test('are looked at when what happened in them has become facts, each once', () => {
    expect(ticksToMakeUp(begin, begin + hour + 9 * minute, 'hour', 'Europe/Warsaw')).toEqual([])
    expect(ticksToMakeUp(begin, begin + hour + 10 * minute, 'hour', 'Europe/Warsaw')).toEqual([begin + hour])
    expect(ticksToMakeUp(begin + hour, begin + hour + 10 * minute, 'hour', 'Europe/Warsaw')).toEqual([])
  })
  test('of zones that begin at another half begin there', () => expect(ticksToMakeUp(begin, begin + 2 * hour, 'hour', 'Asia/Kolkata')).toEqual([begin + 30 * minute, begin + 90 * minute]))
  test('missed by a dead worker are made up in their order, three days of them at most', () => {
    const ticks = ticksToMakeUp(begin, begin + 100 * day, 'hour', 'Europe/Warsaw')
    expect(ticks).toHaveLength(mostTicks)
    expect(ticks.at(-1)).toBe(begin + 100 * day - hour)
    expect(ticks).toEqual(ticks.toSorted((a, b) => a - b))
  })
})

describe('a figure', () => {
  test('that falls below its line opens an alert, and one that comes back ends it; looked at by the hour or by the day', async () => {
    await life(7)
    const id = await rule(below)
    for (let at = begin + 26 * hour; at < begin + 3 * day; at += 7 * hour) await lookAt(at)
    expect(await rows('select state, times from alert where org_id = $1')).toEqual([{ state: 'open', times: 1 }])
    const [fired] = await firings()
    await lookAt(begin + 5.5 * day)
    expect(await rows('select state, resolved_reason as reason from alert where org_id = $1')).toEqual([{ state: 'resolved', reason: 'over' }])
    expect(await firings()).toEqual([fired])
    const [memory] = await rows<{ memory: object; looked: Date }>(`select memory, looked_at as looked from alert_watch where org_id = $1 and place = '' and rule_id = '${id}'`)
    expect(memory).toMatchObject({ memory: { state: 'quiet' }, looked: new Date(begin + 5.5 * day - hour) })
  })

  test('looked at by four workers at once, one of them killed, fires once', async () => {
    await life(4)
    await rule(below)
    const dying: Database = { ...db(), write: (orgId, work) => db().write(orgId, async (tx) => { await work(tx); throw new Error('killed') }) }
    await expect(lookAt(begin + 3 * day, dying)).rejects.toThrow('killed')
    expect(await firings()).toEqual([])
    await Promise.all([1, 2, 3, 4].map(() => lookAt(begin + 3 * day)))
    expect(await firings()).toHaveLength(1)
    expect(await rows('select times from alert where org_id = $1')).toEqual([{ times: 1 }])
  })

  test('is not looked at while facts wait to be derived: the hours are made up', async () => {
    await life(4)
    await rule(below)
    await write((tx) => tx.query(`insert into fact_to_derive (org_id, kind, subject_id, due_at) values ($1, 'answer', $2, $3)`, [org.orgId, newId(), new Date(begin)]))
    await lookAt(begin + 3 * day)
    expect(await firings()).toEqual([])
    await write((tx) => tx.query('delete from fact_to_derive where org_id = $1', [org.orgId]))
    await lookAt(begin + 3 * day + hour)
    expect(await firings()).toHaveLength(1)
  })

  test('without enough to judge by is told once, as such and not as an alarm', async () => {
    await write((tx) => buildRule(tx, { ...below, noData: 'tell', noDataDays: 1 }, { since: new Date(begin) }))
    for (const at of [20, 30, 40]) await lookAt(begin + at * hour)
    expect(await rows('select key, no_data, times, why from alert where org_id = $1')).toEqual([{ key: ':no-data', no_data: true, times: 1, why: { code: 'no-data', metric: 'nps', days: 1, n: 0, minimum: 3, each: 'all', place: '' } }])
  })

  test('of a metric that is gone is left alone, and the others are looked at', async () => {
    await rule({ ...below, metric: 'own-gone' })
    await rule({ kind: 'silence', on: 'answer', where: null, each: 'all', hours: 3, calendarId: null })
    await write((tx) => tx.query('update calendar set is_default = false where org_id = $1', [org.orgId]))
    await lookAt(begin + 4 * hour + 15 * minute)
    expect(await firings()).toEqual([`:${iso(begin + 3 * hour)}`])
  })
})

test('the job of each hour finds organizations with rules', async () => {
  await write((tx) => buildRule(tx, { kind: 'silence', on: 'answer', where: null, each: 'all', hours: 0.5, calendarId: null }, { since: new Date(Date.now() - 5 * hour) }))
  await write((tx) => tx.query('update calendar set is_default = false where org_id = $1', [org.orgId]))
  await write(async (tx) => tx.enqueue('alerts.orderLooks', {}))
  await kontuar.runJobs()
  expect(await rows('select key, state from alert where org_id = $1')).toEqual([{ key: '', state: 'open' }])
})

test('a missed deadline is judged when the desk tells it', async () => {
  await write((tx) => buildRule(tx, { kind: 'event', on: 'breach', where: { combinator: 'and', rules: [{ field: 'happened', operator: '=', value: 'breached' }, { field: 'clock', operator: '=', value: 'first-response' }] } }, { since: new Date(Date.now() - hour) }))
  const mailboxId = await write((tx) => buildMailbox(tx))
  const { ticketId, customerId } = await write((tx) => buildTicket(tx, mailboxId))
  const due = iso(Date.now() - 20 * minute)
  await write(async (tx) => {
    const [warned, missed] = [newId(), newId()]
    const tell = (id: string, name: string) => tx.query(`insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, at, automatic, event) values ($1, $2, $3, $4, 'event', 'internal', 'email', clock_timestamp(), true, $5)`, [org.orgId, id, ticketId, customerId, JSON.stringify({ name, detail: { kind: 'first-response', dueAt: due, policy: 'x' } })])
    await tell(warned, 'sla-warning')
    await tell(missed, 'sla-breached')
    for (const interactionId of [warned, missed]) tx.publish({ name: 'routing.clockFired', ids: { ticketId, interactionId, customerId } })
  })
  await kontuar.runJobs()
  expect(await firings()).toEqual([`breach:${ticketId}:first-response:breached:${due}`])
  expect(await rows('select key, why from alert where org_id = $1')).toEqual([{ key: `ticket:${ticketId}`, why: { code: 'event', on: 'breach', happened: 'breached', clock: 'first-response', lateMinutes: 20, priority: 'normal' } }])
})

test('an alert of one reason that grows says which', async () => {
  const [reason, id] = [newId(), newId()]
  await write(async (tx) => {
    await tx.query(`insert into reason (org_id, id, name, path) values ($1, $2, 'Za ciasne buty', array[$2::uuid])`, [org.orgId, reason])
    await buildRule(tx, { kind: 'warning', kinds: ['reason-rises'] }, { since: new Date(Date.now() - hour) })
    await tx.query(`insert into warning (org_id, id, kind, key, began_at, seen_at, facts) values ($1, $2, 'reason-rises', 'k', now(), now(), $3)`, [org.orgId, id, JSON.stringify({ expected: 4, came: 17, subject: { kind: 'reason', id: reason } })])
    tx.publish({ name: 'insight.warningRaised', ids: { warningId: id } })
  })
  await kontuar.runJobs()
  const { body } = await kontuar.ask('GET', '/alerts?language=en', undefined, await kontuar.tokenOf('administrator', org))
  expect(body.items.map((a: { title: string }) => a.title)).toEqual(['One reason for contact grows · Za ciasne buty'])
})

test('a warning opens an alert and ends it with itself', async () => {
  const location = newId()
  const id = newId()
  await write(async (tx) => {
    await tx.query(`insert into location (org_id, id, name) values ($1, $2, 'Rynek')`, [org.orgId, location])
    await buildRule(tx, { kind: 'warning', kinds: ['complaints-rise'], locationIds: [location] }, { since: new Date(Date.now() - hour) })
    await tx.query(`insert into warning (org_id, id, kind, key, location_id, began_at, seen_at, facts) values ($1, $2, 'complaints-rise', 'k', $3, now(), now(), '{"expected": 4, "came": 17, "n": 21, "p": 0.0003, "rows": {"metric": "complaints"}}')`, [org.orgId, id, location])
    await tx.query(`insert into warning (org_id, id, kind, key, began_at, seen_at, facts) values ($1, $2, 'complaints-rise', 'elsewhere', now(), now(), '{}')`, [org.orgId, newId()])
    tx.publish({ name: 'insight.warningRaised', ids: { warningId: id } }, { name: 'insight.warningRaised', ids: { warningId: id } })
  })
  await kontuar.runJobs()
  expect(await rows('select key, state, warning_id, location_id, why from alert where org_id = $1')).toEqual([{ key: 'warning:k', state: 'open', warning_id: id, location_id: location, why: { code: 'warning', kind: 'complaints-rise', expected: 4, came: 17, n: 21, p: 0.0003, metric: 'complaints' } }])
  await write(async (tx) => {
    await tx.query(`update warning set state = 'over', closed_at = now() where org_id = $1 and id = $2`, [org.orgId, id])
    tx.publish({ name: 'insight.warningOver', ids: { warningId: id } })
  })
  await kontuar.runJobs()
  expect(await rows('select state, resolved_reason as reason from alert where org_id = $1')).toEqual([{ state: 'resolved', reason: 'over' }])
})
