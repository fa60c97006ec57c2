// Guards the closed loop from a low score to the customer's own word on it: once, in any order, by the diary alone.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../app/testing.ts'
import { newId } from '../../platform/id.ts'
import { buildAskingOrganization, type AskingOrganization } from '../feedback/asking/testing.ts'
import { takeSecondAnswers } from './asking/take-second-answers.ts'
import { deriveComingBack } from './coming-back/derive-coming-back.ts'
import { loopsOf, type Loops } from './loops.fixture.ts'
import { judgeAnswers } from './opening/judge-answers.ts'
import { readLoops, readLoopsOfAnswers } from './read-loops.ts'
import { deriveReached } from './reaching/derive-reached.ts'

let kontuar: TestKontuar
let desk: AskingOrganization
beforeAll(async () => { kontuar = await startTestKontuar({}, { organizations: false }) })
afterAll(() => kontuar.stop())
beforeEach(async () => {
  desk = await buildAskingOrganization(kontuar);
  ({ write, ask, matter, answer, entry, judge, loops, cause, opened, solved } = loopsOf(kontuar, desk))
})

let { write, ask, matter, answer, entry, judge, loops, cause, opened, solved } = {} as Loops
const hour = 3_600_000

describe('a low score opens a loop', () => {
  test('once, however often and by how many workers it is told, with an owner, due times and one notice', async () => {
    const { ticketId, customerId } = await matter()
    const id = await answer({ ticketId, customerId })
    await Promise.all([judge(id), judge(id), judge(id, id)])
    await judge(id)
    const [loop, ...more] = await loops()
    expect(more).toEqual([])
    expect(loop).toMatchObject({ state: 'open', answerId: id, score: 2, customer: { id: customerId }, ticket: { id: ticketId }, late: false, reachLate: false, owner: { id: desk.org.staff.manager.staffId }, because: { code: 'role' } })
    expect(Date.parse(loop!.reachDueAt!)).toBeGreaterThan(Date.parse(loop!.openedAt))
    expect(Date.parse(loop!.dueAt!)).toBeGreaterThan(Date.parse(loop!.reachDueAt!))
    expect(await write((tx) => tx.query('select detail from notification where org_id = $1 and kind = $2', [tx.orgId, 'recovery']))).toMatchObject([{ detail: { recoveryId: loop!.id } }])
    expect((await ask('manager', 'GET', '/recoveries/counts')).body).toEqual({ open: 1, mine: 1, late: 0, limit: 100 })
  })

  test('but not of one that is good, imported, taken back, of nobody, too old, or beside the conditions', async () => {
    const { ticketId, customerId } = await matter()
    const made = [await answer({ customerId, tone: 'high' }), await answer({ customerId, imported: true }), await answer({ customerId: null }), await answer({ customerId, at: new Date(Date.now() - 40 * 24 * hour) })]
    const takenBack = await answer({ ticketId, customerId })
    await write((tx) => tx.query('update answer set invalid_at = now() where org_id = $1 and id = $2', [tx.orgId, takenBack]))
    await judge(...made, takenBack)
    expect(await loops()).toEqual([])
    const { body: settings } = await ask('administrator', 'GET', '/recovery-settings')
    expect((await ask('administrator', 'PUT', '/recovery-settings', { ...settings, where: { combinator: 'and', rules: [{ field: 'score', operator: '<=', value: 1 }] } })).status).toBe(200)
    await judge(await answer({ customerId, score: 2 }))
    expect(await loops()).toEqual([])
    await judge(await answer({ customerId, score: 1 }))
    expect(await loops()).toHaveLength(1)
  })

  test('and a corrected answer closes it as a mistake while nobody worked on it, else leaves it with a word; low again it is open again', async () => {
    const { loop } = await opened()
    const tone = (to: string) => write((tx) => tx.query('update answer set tone = $3 where org_id = $1 and id = $2', [tx.orgId, loop.answerId, to]))
    await tone('high')
    await judge(loop.answerId)
    await judge(loop.answerId)
    expect((await loops())[0]).toMatchObject({ state: 'closed', closedAs: 'mistaken', closedByName: null })
    await tone('low')
    await judge(loop.answerId)
    expect((await loops())[0]).toMatchObject({ state: 'open', closedAs: null })
    expect((await ask('manager', 'PATCH', `/recoveries/${loop.id}`, { remedy: 'Zadzwonię jutro.' })).status).toBe(200)
    await tone('high')
    await judge(loop.answerId)
    await judge(loop.answerId)
    const { body } = await ask('manager', 'GET', `/recoveries/${loop.id}`)
    expect(body.recovery).toMatchObject({ state: 'open', remedy: 'Zadzwonię jutro.' })
    expect(body.history.map((h: { what: string }) => h.what)).toEqual(['opened', 'mistaken', 'low-again', 'noted', 'answer-changed'])
  })
})

describe('the first contact of a person', () => {
  test('is what the diary says, whatever order it was recorded in', async () => {
    const at = new Date(Date.now() - 10 * hour)
    const { loop, ticketId, customerId } = await opened({ at })
    const other = await matter()
    await entry(ticketId, customerId, { at: new Date(at.getTime() - hour) })
    await entry(ticketId, customerId, { at: new Date(at.getTime() + hour), byPerson: false, kind: 'message' })
    await entry(ticketId, customerId, { at: new Date(at.getTime() + 1.5 * hour), automatic: true, kind: 'message' })
    await entry(other.ticketId, other.customerId, { at: new Date(at.getTime() + hour) })
    await write((tx) => deriveReached(tx, [customerId]))
    expect((await loops())[0]!.contactedAt).toBeNull()
    const later = await entry(ticketId, customerId, { at: new Date(at.getTime() + 5 * hour) })
    await Promise.all([write((tx) => deriveReached(tx, [customerId])), write((tx) => deriveReached(tx, [customerId]))])
    expect((await loops())[0]).toMatchObject({ state: 'contacted', reachInteractionId: later })
    const recordedLate = await entry(ticketId, customerId, { at: new Date(at.getTime() + 2 * hour), kind: 'visit', direction: 'in' })
    await write((tx) => deriveReached(tx, [customerId]))
    expect((await loops())[0]).toMatchObject({ id: loop.id, reachInteractionId: recordedLate, contactedAt: new Date(at.getTime() + 2 * hour).toISOString() })
  })
})

describe('closing', () => {
  test('as solved asks for cause and remedy, plans one second question, and opened again calls it back', async () => {
    const { loop } = await opened()
    const refused = await ask('manager', 'POST', `/recoveries/${loop.id}/close`, { as: 'solved', remedy: '  ' })
    expect([refused.status, refused.body.fields]).toEqual([400, { causeId: 'is missing', remedy: 'is empty' }])
    expect((await ask('manager', 'POST', `/recoveries/${loop.id}/close`, { as: 'solved', causeId: newId(), remedy: 'x' })).status).toBe(400)
    expect((await ask('manager', 'POST', `/recoveries/${loop.id}/close`, { as: 'nothing-to-mend', ask: true })).status).toBe(400)
    expect((await ask('manager', 'POST', `/recoveries/${loop.id}/close`, { as: 'solved', causeId: await cause(), remedy: 'Zwrot' })).body).toMatchObject({ state: 'closed', closedAs: 'solved', inTime: true, remedy: 'Zwrot' })
    expect((await ask('manager', 'POST', `/recoveries/${loop.id}/close`, { as: 'solved' })).status).toBe(422)
    expect(await write((tx) => tx.query(`select state from survey_invitation where org_id = $1`, [tx.orgId]))).toEqual([{ state: 'planned' }])
    expect((await ask('manager', 'POST', `/recoveries/${loop.id}/reopen`)).body).toMatchObject({ state: 'open', closedAs: null })
    expect(await write((tx) => tx.query(`select state, reason from survey_invitation where org_id = $1`, [tx.orgId]))).toEqual([{ state: 'cancelled', reason: 'reopened' }])
    expect((await ask('manager', 'POST', `/recoveries/${loop.id}/reopen`)).status).toBe(422)
  })

  test('the customer says no: it opens again once for its owner, never counts as solved, and "yes" after all closes it as it was', async () => {
    const { loop, asking, customerId, ticketId } = await solved()
    expect([asking.state, asking.reason]).toEqual(['planned', null])
    expect(asking.send_at.getTime()).toBeGreaterThan(Date.now() + 24 * hour)
    const second = await answer({ surveyId: asking.survey_id, invitationId: asking.invitation_id, customerId, ticketId, tone: 'low', values: { solved: 'no', score: 1 } })
    const take = () => write(async (tx) => { await takeSecondAnswers(tx, [second]); await judgeAnswers(tx, [second]) })
    await Promise.all([take(), take()])
    await take()
    expect(await loops()).toHaveLength(1)
    expect((await loops())[0]).toMatchObject({ state: 'open', closedAs: null, recovered: false, secondAnswerId: second })
    const { body } = await ask('manager', 'GET', `/recoveries/${loop.id}`)
    expect(body.history.map((h: { what: string }) => h.what)).toEqual(['opened', 'closed', 'asked', 'said-not-solved'])
    await write((tx) => tx.query('update answer set values = $3 where org_id = $1 and id = $2', [tx.orgId, second, JSON.stringify({ solved: 'yes', score: 5 })]))
    await take()
    await take()
    expect((await loops())[0]).toMatchObject({ state: 'recovered', closedAs: 'solved', recovered: true })
  })

  test('what comes back after "solved" within the days set is seen, and not what comes from a mistake', async () => {
    const { loop, customerId, ticketId } = await solved()
    const again = await answer({ customerId, ticketId, at: new Date(Date.now() + 1000) })
    await judge(again)
    const cameBack = async () => (await loops()).find((l) => l.id === loop.id)!.cameBackAt
    expect(await cameBack()).not.toBeNull()
    await write((tx) => tx.query(`update answer set tone = 'high' where org_id = $1 and id = $2`, [tx.orgId, again]))
    await judge(again)
    await write((tx) => deriveComingBack(tx, [customerId]))
    expect(await cameBack()).toBeNull()
  })
})

describe('who sees and changes what', () => {
  test('an owner who is no member, a cursor that is none and conditions that are none are refused with what to do', async () => {
    const { loop } = await opened()
    expect((await ask('manager', 'PATCH', `/recoveries/${loop.id}`, { ownerId: newId() })).status).toBe(400)
    expect((await ask('manager', 'PATCH', `/recoveries/${loop.id}`, { ownerId: desk.org.staff.observer.staffId })).body).toMatchObject({ code: 'cannot-do', fields: { ownerId: 'may only look at it' } })
    expect((await ask('manager', 'PATCH', `/recoveries/${loop.id}`, { ownerId: desk.org.staff.agent.staffId })).body).toMatchObject({ owner: { id: desk.org.staff.agent.staffId }, because: { code: 'staff' } })
    expect((await ask('observer', 'PATCH', `/recoveries/${loop.id}`, { remedy: 'x' })).status).toBe(403)
    expect((await ask('manager', 'GET', '/recoveries?cursor=xx')).status).toBe(400)
    expect((await ask('manager', 'GET', '/recoveries/nothing')).status).toBe(404)
    const { body: settings } = await ask('manager', 'GET', '/recovery-settings')
    for (const rule of [{ field: 'tone', operator: '=', value: 'low' }, { field: 'text', operator: 'mentions', value: 'reklamacja' }]) expect((await ask('administrator', 'PUT', '/recovery-settings', { ...settings, where: { combinator: 'and', rules: [rule] } })).status).toBe(200)
    expect((await ask('administrator', 'PUT', '/recovery-settings', { ...settings, where: { combinator: 'and', rules: [{ field: 'mood', operator: '=', value: 1 }] } })).body.detail).toMatch(/There is no field "mood": choose one of score, tone, metric, text/)
    for (const wrong of [{ where: { combinator: 'and', rules: [{ field: 'nothing', operator: '=', value: 1 }] } }, { where: { combinator: 'and', rules: [{ field: 'score', operator: '<=', value: 11 }] } }, { where: { combinator: 'and', rules: [{ field: 'tone', operator: '=', value: 'furious' }] } }, { calendarId: newId() }, { surveyId: newId() }, { closeHours: 1, reachHours: 5 }, { owners: [{ to: 'staff', staffId: newId() }] }]) {
      expect([JSON.stringify(wrong), (await ask('administrator', 'PUT', '/recovery-settings', { ...settings, ...wrong })).status]).toEqual([JSON.stringify(wrong), 400])
    }
    expect((await ask('agent', 'PUT', '/recovery-settings', settings)).status).toBe(403)
  })

  test('what conditions may ask is told to whoever reads loops, without a right to alerts, and each of it can be saved', async () => {
    const { body: created } = await ask('administrator', 'POST', '/tokens', { name: 'Pętla', scopes: ['recovery.read'] })
    const { status, body } = await kontuar.ask('GET', '/recovery-fields', undefined, created.token)
    expect([status, (await kontuar.ask('GET', '/alert-fields', undefined, created.token)).status]).toEqual([200, 403])
    expect(body.items.map((f: { name: string }) => f.name)).toEqual(expect.arrayContaining(['score', 'metric', 'text', 'surveyId', 'locationId', 'staffId', 'customerTagIds']))
    expect(body.items.find((f: { name: string }) => f.name === 'surveyId').options.map((o: { id: string }) => o.id)).toContain(desk.surveyId)
    const { body: settings } = await ask('administrator', 'GET', '/recovery-settings')
    const rules = body.items.map(({ name, operators }: { name: string; operators: string[] }) => ({ field: name, operator: operators.includes('notNull') ? 'notNull' : operators.find((o) => o === '<=') ?? operators[0], value: '' }))
    expect((await ask('administrator', 'PUT', '/recovery-settings', { ...settings, where: { combinator: 'and', rules: rules.filter((r: { operator: string }) => r.operator === 'notNull') } })).status).toBe(200)
  })

  test('an agent sees loops without a ticket only when they are theirs', async () => {
    const { customerId } = await matter()
    await judge(await answer({ customerId }))
    const [loop] = await loops()
    expect((await ask('agent', 'GET', '/recoveries')).body.items).toEqual([])
    expect((await ask('agent', 'GET', `/recoveries/${loop!.id}`)).status).toBe(404)
    await ask('manager', 'PATCH', `/recoveries/${loop!.id}`, { ownerId: desk.org.staff.agent.staffId })
    expect((await ask('agent', 'GET', '/recoveries?ownerId=me')).body.items).toMatchObject([{ id: loop!.id }])
  })
})

test('causes are reviewed beside the period before, with where and what was done; a report tells the same loops', async () => {
  const first = await solved()
  await opened()
  const day = (days: number) => new Date(Date.now() + days * 24 * hour).toISOString()
  const { status, body } = await ask('manager', 'GET', `/error-review?from=${day(-7)}&to=${day(1)}`)
  expect([status, body.closed, body.withoutCause, body.causes.length]).toEqual([200, 1, 1, 1])
  expect(body.causes[0]).toMatchObject({ n: 1, before: 0, change: null, real: false, share: { value: 0.5, n: 2, shown: false }, remedies: [{ text: 'Wysłano nowe buty.', n: 1 }] })
  const quoted = await write(async (tx) => readLoopsOfAnswers(tx, [first.loop.answerId, newId()], 'en'))
  expect([...quoted]).toEqual([[first.loop.answerId, { recoveryId: first.loop.id, becameOf: 'closed' }]])
  for (const [from, to] of [['x', day(1)], [day(1), day(0)], ['2026-13-01', day(1)], [day(-2000), day(0)]]) expect((await ask('manager', 'GET', `/error-review?from=${from}&to=${to}`)).status).toBe(400)
  const told = await write((tx) => readLoops(tx, { from: new Date(Date.now() - 24 * hour), to: new Date(Date.now() + hour), scope: null, limit: 1, language: 'pl' }))
  expect([told.more, told.items.length, told.items[0]!.scaleMax]).toEqual([1, 1, 10])
  expect(first.loop.id).toBeTruthy()
})

test('a number of error review opens the list it counted, without mistakes', async () => {
  const first = await solved({ at: new Date(Date.now() - hour) })
  const mistake = await opened()
  expect(await ask('agent', 'POST', `/recoveries/${mistake.loop.id}/close`, { as: 'mistaken' })).toMatchObject({ status: 403, body: { detail: expect.stringContaining('manager') } })
  expect((await ask('manager', 'POST', `/recoveries/${mistake.loop.id}/close`, { as: 'mistaken' })).status).toBe(200)
  await opened()
  const day = (days: number) => new Date(Date.now() + days * 24 * hour).toISOString()
  const { body } = await ask('manager', 'GET', `/error-review?from=${day(-7)}&to=${day(1)}`)
  const rows = async (query: string): Promise<string[]> => (await ask('manager', 'GET', `/recoveries?from=${body.from}&to=${body.to}&${query}`)).body.items.map((r: { id: string }) => r.id)
  const [found] = body.causes
  expect(await rows(`causeId=${found.cause.id}&reviewed=all`)).toEqual([first.loop.id])
  expect([await rows('causeId=none&reviewed=all'), await rows('causeId=none'), await rows('reviewed=closed')].map((r) => r.length)).toEqual([body.withoutCause, body.withoutCause + 1, body.closed])
  expect([await rows(`causeId=${found.cause.id}&reviewed=solved`), await rows(`causeId=${found.cause.id}&reviewed=answered`), await rows('reviewed=came-back')].map((r) => r.length)).toEqual([found.cameBack.n, found.recovered.n, 0])
  expect(await rows(`answerId=${first.loop.answerId}`)).toEqual([first.loop.id])
  expect((await ask('manager', 'GET', `/recoveries?to=${body.from}`)).body.items).toEqual([])
  for (const wrong of ['from=yesterday', 'reviewed=everything']) expect((await ask('manager', 'GET', `/recoveries?${wrong}`)).status).toBe(400)
})


test('a collection takes a loop once, keeps its note, and lets go of it', async () => {
  const { loop, ticketId } = await opened()
  expect((await ask('manager', 'POST', '/study-sets', { name: '  ' })).status).toBe(400)
  const { body: set } = await ask('manager', 'POST', '/study-sets', { name: 'Spóźnione dostawy' })
  const { body: item } = await ask('manager', 'POST', `/study-sets/${set.id}/items`, { kind: 'recovery', subjectId: loop.id, note: 'Tak nie' })
  expect((await ask('manager', 'POST', `/study-sets/${set.id}/items`, { kind: 'recovery', subjectId: loop.id })).body).toMatchObject({ id: item.id, note: 'Tak nie', title: 'Anna Nowak' })
  await ask('manager', 'POST', `/study-sets/${set.id}/items`, { kind: 'ticket', subjectId: ticketId })
  expect((await ask('manager', 'POST', `/study-sets/${set.id}/items`, { kind: 'answer', subjectId: newId() })).status).toBe(404)
  expect((await ask('manager', 'GET', `/study-sets/${set.id}/items`)).body.items).toMatchObject([{ kind: 'recovery' }, { kind: 'ticket' }])
  expect((await ask('manager', 'DELETE', `/study-items/${item.id}`)).status).toBe(200)
  expect((await ask('manager', 'GET', '/study-sets')).body.items).toMatchObject([{ id: set.id, items: 1 }])
  expect((await ask('manager', 'DELETE', `/study-sets/${set.id}`)).status).toBe(200)
  expect((await ask('manager', 'GET', `/study-sets/${set.id}/items`)).status).toBe(404)
})
