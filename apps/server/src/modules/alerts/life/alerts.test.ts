// Guards what somebody reads of an alert and does with it, and who does not see it.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Alert, AlertStory } from '@kontuar/contracts'
import { startTestKontuar, type TestKontuar, type TestOrganization } from '../../../app/testing.ts'
import { buildOrganization } from '../../identity/testing.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { buildMailbox, buildTicket } from '../../diary/testing.ts'
import { buildRule, deliveriesOf, firingOf } from '../testing.ts'
import type { Firing } from '../firing.ts'
import { raise } from './raise.ts'

let kontuar: TestKontuar
let org: TestOrganization
beforeAll(async () => { kontuar = await startTestKontuar({}, { organizations: false }) })
afterAll(() => kontuar.stop())
beforeEach(async () => { org = await buildOrganization(kontuar.platform.db) })

const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(org.orgId, work)
const ask = async (role: 'administrator' | 'manager' | 'agent' | 'observer', method: 'GET' | 'POST', path: string, body?: object) => kontuar.ask(method, path, body, await kontuar.tokenOf(role, org))
async function open(given: Partial<Firing> = {}, delivery: Parameters<typeof buildRule>[1] = {}): Promise<string> {
  const ruleId = await write((tx) => buildRule(tx, delivery))
  await write((tx) => raise(tx, [firingOf(ruleId, given)]))
  return (await write((tx) => tx.query<{ id: string }>('select id from alert where org_id = $1 and rule_id = $2', [org.orgId, ruleId])))[0]!.id
}
const ticketOf = (text = 'Buty się rozpadły.') => write(async (tx) => buildTicket(tx, await buildMailbox(tx), { text, visibleText: text, subject: 'Reklamacja' }))

describe('an alert is read', () => {
  test('with what the customer said, the entries before it, who was told, and a sentence in the language asked for', async () => {
    const ticket = await ticketOf()
    await write((tx) => tx.query(`insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, at, text, automatic) values ($1, $2, $3, $4, 'message', 'out', 'email', now() - interval '1 second', 'Dziękujemy za wiadomość.', true)`, [org.orgId, newId(), ticket.ticketId, ticket.customerId]))
    const id = await open({ ticketId: ticket.ticketId, interactionId: ticket.interactionId, customerId: ticket.customerId, why: { code: 'event', on: 'interaction', sentiment: 'negative' } })
    const { status, body } = await ask('manager', 'GET', `/alerts/${id}?language=en`) as { status: number; body: AlertStory }
    expect(status).toBe(200)
    expect(body.alert).toMatchObject({ state: 'open', title: 'A contact of a customer', words: { text: 'Buty się rozpadły.', by: 'Anna Nowak' }, ticket: { subject: 'Reklamacja' }, customer: { name: 'Anna Nowak' }, times: 1 })
    expect(body.alert.sentences[0]).toMatch(/^It came on .* and reads as displeased\.$/)
    expect(body.diary).toMatchObject([{ kind: 'message', direction: 'in', by: 'Anna Nowak', excerpt: 'Buty się rozpadły.' }])
    expect(body.deliveries).toMatchObject([{ staffName: expect.any(String), road: 'app', state: 'sent', because: { code: 'role', name: 'manager' } }])
    expect((await ask('manager', 'GET', `/alerts/${id}?language=ru`)).body.alert.title).toBe('Клиент обратился')
  })

  test('in lists by state, rule and place, page by page, and counted', async () => {
    const ruleId = await write((tx) => buildRule(tx))
    for (let n = 0; n < 5; n++) await write((tx) => raise(tx, [firingOf(ruleId, { at: new Date(Date.UTC(2026, 10, 1, n)) })]))
    const first = (await ask('manager', 'GET', `/alerts?ruleId=${ruleId}&limit=3`)).body
    const rest = (await ask('manager', 'GET', `/alerts?ruleId=${ruleId}&limit=3&cursor=${first.next}`)).body
    const times = [...first.items, ...rest.items].map((a: Alert) => a.lastAt)
    expect(times).toEqual([...times].sort().reverse())
    expect(times).toHaveLength(5)
    expect(rest.next).toBeNull()
    expect((await ask('manager', 'GET', '/alerts/counts')).body).toEqual({ open: 5, mine: 5, limit: 100 })
    expect((await ask('manager', 'GET', '/alerts?state=resolved')).body.items).toEqual([])
    expect((await ask('manager', 'GET', '/alerts?locationId=nothing')).body.items).toEqual([])
    expect((await ask('manager', 'GET', '/alerts?cursor=xx')).status).toBe(400)
  })
})

describe('somebody sees to it', () => {
  test('acknowledged it is theirs and nobody further up is called; acknowledged again it stays so', async () => {
    const id = await open({}, { delivery: { escalation: [{ afterMinutes: 5, recipients: [{ to: 'role', role: 'administrator' }] }] } })
    expect((await ask('manager', 'POST', `/alerts/${id}/acknowledge`)).body).toMatchObject({ state: 'acknowledged', acknowledgedByName: expect.stringContaining('manager') })
    expect((await ask('administrator', 'POST', `/alerts/${id}/acknowledge`)).body.acknowledgedByName).toContain('manager')
    expect(await write((tx) => tx.query('select 1 from alert_escalation where org_id = $1 and taken_at is null', [org.orgId]))).toEqual([])
  })

  test('resolved with whether it was worth it, opened again, and not while the rule has fired anew', async () => {
    const ruleId = await write((tx) => buildRule(tx))
    await write((tx) => raise(tx, [firingOf(ruleId, { key: 'k' })]))
    const id = (await ask('manager', 'GET', '/alerts')).body.items[0].id
    expect((await ask('manager', 'POST', `/alerts/${id}/resolve`, { reason: 'handled', useful: true, note: ' oddzwoniono ' })).body).toMatchObject({ state: 'resolved', resolvedReason: 'handled', useful: true, note: 'oddzwoniono' })
    expect((await ask('manager', 'POST', `/alerts/${id}/acknowledge`)).status).toBe(409)
    expect((await ask('manager', 'POST', `/alerts/${id}/reopen`)).body).toMatchObject({ state: 'acknowledged', resolvedReason: null })
    expect((await ask('manager', 'POST', `/alerts/${id}/reopen`)).status).toBe(409)
    await ask('manager', 'POST', `/alerts/${id}/resolve`, { reason: 'known' })
    await write((tx) => raise(tx, [firingOf(ruleId, { key: 'k' })]))
    const refused = await ask('manager', 'POST', `/alerts/${id}/reopen`)
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('fired again')])
    expect((await ask('manager', 'POST', `/alerts/${id}/resolve`, { reason: 'because' })).status).toBe(400)
  })

  test('a task of it is the asker\'s own, knows where it came from, and is made once', async () => {
    const ticket = await ticketOf()
    const id = await open({ ticketId: ticket.ticketId, customerId: ticket.customerId, why: { code: 'event', on: 'ticket', happened: 'complaint' } })
    const made = await ask('manager', 'POST', `/alerts/${id}/task`, { kind: 'call-back' })
    expect([made.status, made.body.state]).toEqual([201, 'acknowledged'])
    const { task } = (await ask('manager', 'GET', `/alerts/${id}`)).body
    expect(task).toMatchObject({ kind: 'call-back', ownerId: org.staff.manager.staffId, ticketId: ticket.ticketId, origin: 'alert', source: { kind: 'alert', id }, title: expect.stringMatching(/^Zgłoszenie #\d+ jest reklamacją$/) })
    expect((await ask('manager', 'POST', `/alerts/${id}/task`, {})).status).toBe(409)
  })

  test('a task made without a time is due in business time, so that it stands in a day; with none wanted it has none', async () => {
    for (const [body, due] of [[{}, expect.any(String)], [{ kind: 'call-back' }, expect.any(String)], [{ dueAt: null }, null]] as const) {
      const { body: alert } = await ask('manager', 'POST', `/alerts/${await open()}/task`, body)
      expect((await ask('manager', 'GET', `/tasks/${alert.taskId}`)).body).toMatchObject({ dueAt: due, ownerId: org.staff.manager.staffId })
    }
  })

  test('a rule that wants a task gives it to who is in charge, due in business time', async () => {
    const id = await open({ staffId: org.staff.agent.staffId }, { delivery: { task: { title: 'Zadzwonić', owner: { to: 'owner' }, dueInHours: 4 } } })
    const { task } = (await ask('manager', 'GET', `/alerts/${id}`)).body
    expect(task).toMatchObject({ title: 'Zadzwonić', ownerId: org.staff.agent.staffId, dueAt: expect.any(String), origin: 'alert' })
  })
})

describe('who does not see it', () => {
  const hold = async (role: 'manager' | 'agent' | 'observer', locations: string[] = []) => write(async (tx) => {
    await tx.query(`update staff set access = 'granted' where org_id = $1 and id = $2`, [org.orgId, org.staff[role].staffId])
    for (const location of locations) await tx.query('insert into staff_location (org_id, staff_id, location_id) values ($1, $2, $3)', [org.orgId, org.staff[role].staffId, location])
  })
  const place = () => write(async (tx) => {
    const id = newId()
    await tx.query('insert into location (org_id, id, name) values ($1, $2, $3)', [org.orgId, id, `Salon ${id.slice(-5)}`])
    return id
  })

  test('who is held to some places sees neither alerts of others nor tickets they may not see', async () => {
    const [mine, theirs] = [await place(), await place()]
    await hold('observer', [mine])
    const ticket = await ticketOf()
    const [seen, hidden, ofTicket, ofAll] = [await open({ locationId: mine }), await open({ locationId: theirs }), await open({ ticketId: ticket.ticketId }), await open()]
    const ids = (await ask('observer', 'GET', '/alerts')).body.items.map((a: Alert) => a.id)
    expect(ids).toEqual([seen])
    for (const id of [hidden, ofTicket, ofAll]) expect((await ask('observer', 'GET', `/alerts/${id}`)).status).toBe(404)
    expect((await ask('observer', 'GET', '/alerts/counts')).body.open).toBe(1)
    expect((await ask('manager', 'GET', '/alerts')).body.items).toHaveLength(4)
  })

  test('agents see what they were told of and the alerts of tickets, not those of figures', async () => {
    const ticket = await ticketOf()
    const [figure, told, ofTicket] = [await open(), await open({ staffId: org.staff.agent.staffId }, { delivery: { recipients: [{ to: 'owner' }] } }), await open({ ticketId: ticket.ticketId })]
    expect((await ask('agent', 'GET', '/alerts')).body.items.map((a: Alert) => a.id).sort()).toEqual([told, ofTicket].sort())
    expect((await ask('agent', 'POST', `/alerts/${figure}/acknowledge`)).status).toBe(404)
  })

  test('nobody is told of a ticket they may not see: it goes to who may', async () => {
    const ticket = await ticketOf()
    await hold('manager')
    const id = await open({ ticketId: ticket.ticketId })
    expect(await write((tx) => deliveriesOf(tx, id))).toMatchObject([{ staff_id: org.staff.administrator.staffId, because: { code: 'nobody-else' } }])
  })

  test('observers read and do not act', async () => {
    const id = await open()
    expect((await ask('observer', 'GET', `/alerts/${id}`)).status).toBe(200)
    expect((await ask('observer', 'POST', `/alerts/${id}/acknowledge`)).status).toBe(403)
  })
})
