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

describe('a call or chat with its times', () => {
  const began = Date.now() - 3_600_000
  const at = (seconds: number) => new Date(began + seconds * 1000).toISOString()
  const timed = { kind: 'call', channel: 'phone', customer: { name: 'Halina Zając', phone: '600 700 800' }, request: 'Pyta o buty.' }

  test('is of when it came, keeps its times in UTC, and belongs to whoever had it', async () => {
    const agent = kontuar.orgA.staff.agent
    const inWarsaw = Temporal.Instant.fromEpochMilliseconds(began + 5000).toZonedDateTimeISO('Europe/Warsaw').toString({ timeZoneName: 'never' })
    const { status, body, text } = await record({ ...timed, staffId: agent.staffId, timing: { menuAt: at(0), menuOutcome: 'to-agent', offeredAt: inWarsaw, answeredAt: at(17), endedAt: at(200), holdSeconds: 20, wrapUpSeconds: 30 } })
    expect(status, text).toBe(201)
    expect(body).toMatchObject({ at: at(0), staffId: agent.staffId, direction: 'in', timing: { menuAt: at(0), menuOutcome: 'to-agent', offeredAt: at(5), answeredAt: at(17), endedAt: at(200), holdSeconds: 20, wrapUpSeconds: 30 }, review: null })
    expect((await kontuar.ask('GET', `/tickets/${body.ticketId}`)).body.waitingSince).toBeNull()
    expect((await kontuar.ask('GET', `/interactions/${body.id}`)).body.timing).toEqual(body.timing)
  })

  test('given up was nobody’s: the customer waits since, under their own name', async () => {
    const { body } = await record({ ...timed, timing: { offeredAt: at(0), abandonedAt: at(45) } })
    expect(body).toMatchObject({ staffId: null, staffName: null, from: { name: expect.stringContaining('Zając') }, at: at(0) })
    expect((await kontuar.ask('GET', `/tickets/${body.ticketId}`)).body).toMatchObject({ waitingSince: at(0), assigneeId: null })
    await record({ kind: 'call', channel: 'phone', direction: 'out', ticketId: body.ticketId, request: 'Oddzwoniliśmy.', timing: { answeredAt: at(600), endedAt: at(700) } })
    expect((await kontuar.ask('GET', `/tickets/${body.ticketId}`)).body.waitingSince).toBeNull()
  })

  test('that was left in the menu, or only missed, was nobody’s either', async () => {
    expect((await record({ ...timed, timing: { menuAt: at(0), menuOutcome: 'left', endedAt: at(9) } })).body).toMatchObject({ staffId: null, at: at(0) })
    expect((await record({ ...timed, staffId: null })).body).toMatchObject({ staffId: null, timing: null })
  })

  test('a chat that somebody took waits for nobody, one that nobody took does', async () => {
    const chat = { ...timed, kind: 'message', channel: 'chat' }
    const taken = (await record({ ...chat, timing: { offeredAt: at(0), answeredAt: at(30), endedAt: at(400) } })).body
    expect((await kontuar.ask('GET', `/tickets/${taken.ticketId}`)).body).toMatchObject({ waitingSince: null, assigneeId: kontuar.orgA.staff.administrator.staffId })
    const lost = (await record({ ...chat, timing: { offeredAt: at(0), abandonedAt: at(30) } })).body
    expect((await kontuar.ask('GET', `/tickets/${lost.ticketId}`)).body).toMatchObject({ waitingSince: at(0), assigneeId: null })
  })

  test('a public review keeps its stars and its site', async () => {
    expect((await record({ ...timed, kind: 'message', channel: 'review', review: { site: ' Google ', stars: 4 } })).body).toMatchObject({ review: { site: 'Google', stars: 4 }, timing: null })
  })

  test.each<[string, object, string]>([
    ['waiting before the menu', { timing: { menuAt: at(10), offeredAt: at(5) } }, 'timing.offeredAt'], ['an answer before the waiting', { timing: { offeredAt: at(10), answeredAt: at(5) } }, 'timing.answeredAt'],
    ['an end before the answer', { timing: { answeredAt: at(10), endedAt: at(5) } }, 'timing.endedAt'], ['an end before the waiting', { timing: { offeredAt: at(10), endedAt: at(5) } }, 'timing.endedAt'],
    ['giving up before the waiting', { timing: { offeredAt: at(10), abandonedAt: at(5) } }, 'timing.abandonedAt'], ['both answered and given up', { timing: { offeredAt: at(0), answeredAt: at(5), abandonedAt: at(5) } }, 'timing.abandonedAt'],
    ['giving up without waiting', { timing: { abandonedAt: at(5) } }, 'timing.abandonedAt'], ['more hold than talk', { timing: { answeredAt: at(0), endedAt: at(10), holdSeconds: 11 } }, 'timing.holdSeconds'],
    ['hold without an answer', { timing: { offeredAt: at(0), holdSeconds: 1 } }, 'timing.holdSeconds'], ['wrapping up without an end', { timing: { answeredAt: at(0), wrapUpSeconds: 5 } }, 'timing.wrapUpSeconds'],
    ['a time to come', { timing: { offeredAt: '2999-01-01T00:00:00Z' } }, 'timing.offeredAt'], ['a time nobody can mean', { timing: { offeredAt: '0001-01-01T00:00:00Z' } }, 'timing.offeredAt'], ['no instant', { timing: { holdSeconds: 3 } }, 'timing'],
    ['an outcome without a menu', { timing: { menuOutcome: 'served' } }, 'timing'], ['waiting after the menu served it', { timing: { menuAt: at(0), menuOutcome: 'served', offeredAt: at(3) } }, 'timing.menuOutcome'],
    ['more than a week', { timing: { offeredAt: new Date(began - 9 * 86_400_000).toISOString(), answeredAt: at(0) } }, 'timing'], ['our own call that waits for us', { direction: 'out', timing: { offeredAt: at(0) } }, 'timing.offeredAt'],
    ['a visit', { kind: 'visit', channel: 'visit', timing: { answeredAt: at(0) } }, 'timing'], ['a message that is no chat', { kind: 'message', channel: 'sms', timing: { answeredAt: at(0) } }, 'timing'],
    ['a time of its own far from them', { at: new Date(began - 3 * 86_400_000).toISOString(), timing: { answeredAt: at(0) } }, 'at'], ['somebody who had what nobody answered', { staffId: '00000000-0000-7000-8000-000000000000', timing: { offeredAt: at(0), abandonedAt: at(9) } }, 'staffId'],
    ['a person who is not here', { staffId: '00000000-0000-7000-8000-000000000000' }, 'staffId'], ['a person who cannot be', { staffId: 'x' }, 'staffId'], ['stars for a call', { review: { site: 'Google', stars: 5 } }, 'review'],
    ['stars without a site', { kind: 'message', channel: 'review', review: { site: ' ', stars: 5 } }, 'review.site'],
  ])('with %s is refused in one sentence and leaves nothing', async (_what, given, field) => {
    const before = await counts()
    const answer = await record({ ...timed, ...given })
    expect(answer.body).toMatchObject({ code: 'invalid-input', fields: { [field]: expect.any(String) } })
    expect(answer.body.detail).toMatch(/^[A-Z].*\.$/)
    expect(await counts()).toEqual(before)
  })

  test('of a colleague is recorded by whoever leads the desk, by nobody else', async () => {
    const { agent, manager } = kontuar.orgA.staff
    const asked = async (who: 'agent' | 'manager', staffId: string) => (await kontuar.ask('POST', '/interactions', { ...timed, staffId }, await kontuar.tokenOf(who))).body
    expect(await asked('agent', manager.staffId)).toMatchObject({ code: 'not-allowed', detail: expect.stringMatching(/desk\.manage/) })
    expect(await asked('agent', agent.staffId)).toMatchObject({ staffId: agent.staffId })
    expect(await asked('manager', agent.staffId)).toMatchObject({ staffId: agent.staffId })
  })
})

const counts = () => kontuar.platform.db.read(kontuar.orgA.orgId, (tx) => tx.query(`select (select count(*) from ticket where org_id = $1) as tickets, (select count(*) from customer where org_id = $1) as customers, (select count(*) from interaction where org_id = $1) as entries`, [kontuar.orgA.orgId]))

test.each([
  [undefined, 'Krótko', 'Krótko'], ['  ', 'Pierwsza linia\ndruga', 'Pierwsza linia'], ['Własny', 'x', 'Własny'], [undefined, `${'słowo '.repeat(30)}`, /^(słowo )*słowo…$/],
])('the subject of %j and %j', (given, request, wanted) => expect(subjectOf(given, request)).toMatch(wanted))
