// Guards contacts recorded by hand: in the right ticket, with their next step, and refused whole when something is wrong.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { subjectOf } from './record-text.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

const record = (body: object) => kontuar.ask('POST', '/interactions', body)
const call = { kind: 'call', channel: 'phone', customer: { name: 'Halina Zając', phone: '600 700 800' }, request: 'Pytała, kiedy odbierze buty z naprawy.', decision: 'Sprawdzimy w warsztacie.', result: 'Oddzwonimy dziś.' }

describe('a contact recorded by hand', () => {
  test('begins a ticket of a new customer, found again by the same number written otherwise', async () => {
    const first = await record(call)
    expect(first).toMatchObject({ status: 201, body: { kind: 'call', channel: 'phone', direction: 'in', byHand: { request: call.request, decision: call.decision, result: call.result } } })
    const ticket = (await kontuar.ask('GET', `/tickets/${first.body.ticketId}`)).body
    expect(ticket).toMatchObject({ subject: call.request, channel: 'phone', statusCategory: 'new', customer: { name: 'Halina Zając', address: '600 700 800' }, waitingSince: null })
    const second = await record({ ...call, customer: { name: 'H. Zając', phone: '+48 600-700-800' } })
    expect(second.body.customerId).toBe(first.body.customerId)
  })

  test('joins a ticket, at the time it was, and moves it where it is wanted', async () => {
    const { body: { ticketId } } = await record(call)
    const at = new Date(Date.now() - 3_600_000).toISOString()
    const again = await record({ kind: 'visit', channel: 'visit', ticketId, at, request: 'Odebrała buty.', status: 'waiting' })
    expect(again).toMatchObject({ status: 201, body: { ticketId, kind: 'visit', at } })
    expect((await kontuar.ask('GET', `/tickets/${ticketId}`)).body).toMatchObject({ status: 'waiting' })
  })

  test.each([
    ['nobody named', { ...call, customer: undefined }, 'invalid-input'], ['an empty request', { ...call, request: '  ' }, 'invalid-input'], ['a rubbish number', { ...call, customer: { name: 'X', phone: 'brak' } }, 'invalid-input'],
    ['a time to come', { ...call, at: '2999-01-01T00:00:00Z' }, 'invalid-input'], ['a time nobody can mean', { ...call, at: '0001-01-01T00:00:00Z' }, 'invalid-input'], ['an unknown ticket', { ...call, ticketId: 'nope' }, 'not-found'], ['an unknown customer', { ...call, customer: undefined, customerId: 'nope' }, 'not-found'],
    ['an unknown status', { ...call, status: 'lost' }, 'invalid-input'], ['an unknown queue', { ...call, queueId: 'nope' }, 'invalid-input'],
  ])('with %s is refused in one sentence and leaves nothing', async (_name, body, code) => {
    const before = await counts()
    const answer = await record(body)
    expect(answer.body).toMatchObject({ code })
    expect(answer.body.detail).toMatch(/^[A-Z].*\.$/)
    expect(await counts()).toEqual(before)
  })
})

const counts = () => kontuar.platform.db.read(kontuar.orgA.orgId, (tx) => tx.query(`select (select count(*) from ticket where org_id = $1) as tickets, (select count(*) from customer where org_id = $1) as customers, (select count(*) from interaction where org_id = $1) as entries`, [kontuar.orgA.orgId]))

test.each([
  [undefined, 'Krótko', 'Krótko'], ['  ', 'Pierwsza linia\ndruga', 'Pierwsza linia'], ['Własny', 'x', 'Własny'], [undefined, `${'słowo '.repeat(30)}`, /^(słowo )*słowo…$/],
])('the subject of %j and %j', (given, request, wanted) => expect(subjectOf(given, request)).toMatch(wanted))
