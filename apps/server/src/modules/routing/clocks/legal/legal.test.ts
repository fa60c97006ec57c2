// Guards the terms of law: counted as the Civil Code counts, kept whatever happens to the ticket, never moved in silence.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar, type TestOrganization } from '../../../../app/testing.ts'
import { buildOrganization } from '../../../identity/testing.ts'
import { eventsOf, noticesOf, pastTicket } from '../clocks.fixture.ts'
import { fireClocks } from '../firing/fire-clocks.ts'
import { keepClocks } from '../keep/keep-clocks.ts'
import { countTerm } from './count-term.ts'
import { remindersOf } from './reminders.ts'

let kontuar: TestKontuar
let org: TestOrganization
let token: string
beforeAll(async () => { kontuar = await startTestKontuar({}, { organizations: false }) })
afterAll(() => kontuar.stop())
beforeEach(async () => {
  org = await buildOrganization(kontuar.platform.db)
  token = await kontuar.tokenOf('administrator', org)
})

const db = () => kontuar.platform.db
const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: object, as = token) => kontuar.ask(method, path, body, as)
const dayInWarsaw = (daysAgo: number) => Temporal.Now.zonedDateTimeISO('Europe/Warsaw').subtract({ days: daysAgo }).toPlainDate().toString()
const complaints = async () => (await ask('GET', '/queues')).body.items.find((q: { readyMade: string }) => q.readyMade === 'complaints')
const deadline = async (id: string) => (await ask('GET', `/tickets/${id}/legal-deadline`)).body
const events = async (id: string, name: string) => (await eventsOf(db(), org.orgId, id)).filter((e) => e.name === name).map((e) => e.detail)
const complaint = async (daysAgo = 0) => {
  const id = await pastTicket(db(), org.orgId, daysAgo * 86_400 + 60)
  await ask('PATCH', `/tickets/${id}`, { queueId: (await complaints()).id })
  await kontuar.runJobs()
  return id
}
const days = (length: number) => ({ length, unit: 'days' as const, rule: 'pl-civil-code' as const, country: 'PL' })
const workingDays = { length: 7, unit: 'business-days' as const, rule: 'pl-civil-code' as const, country: 'PL' }

describe('counting', () => {
  test.each<[string, string, number, string, string]>([
    // receipt, days, last day, first instant too late (UTC)
    ['an ordinary fortnight', '2026-03-02', 14, '2026-03-16', '2026-03-16T23:00:00Z'],
    ['over the night of summer time', '2026-03-20', 14, '2026-04-03', '2026-04-03T22:00:00Z'],
    ['over the night of winter time', '2026-10-15', 14, '2026-10-29', '2026-10-29T23:00:00Z'],
    ['ending on a Saturday: Monday', '2026-02-28', 14, '2026-03-16', '2026-03-16T23:00:00Z'],
    ['ending on 1 May before a weekend', '2026-04-17', 14, '2026-05-04', '2026-05-04T22:00:00Z'],
    ['ending on Christmas Eve, free since 2025', '2026-12-10', 14, '2026-12-28', '2026-12-28T23:00:00Z'],
    ['ending on Christmas Eve of 2024, a working day', '2024-12-10', 14, '2024-12-24', '2024-12-24T23:00:00Z'],
    ['ending on 11 November', '2026-10-28', 14, '2026-11-12', '2026-11-12T23:00:00Z'],
    ['thirty days into Easter', '2026-03-07', 30, '2026-04-07', '2026-04-07T22:00:00Z'],
  ])('%s', (_what, receivedOn, length, lastDay, tooLate) => {
    const counted = countTerm({ term: days(length), internal_target: null }, receivedOn, 'Europe/Warsaw', 'pl')
    expect([counted.lastDay, new Date(counted.dueAt).toISOString()]).toEqual([lastDay, new Date(tooLate).toISOString()])
    expect(counted.steps.at(-1)).toMatchObject({ kind: 'end', on: lastDay })
  })
  test('says why it moved, in the language of the reader', () => {
    const steps = (language: 'pl' | 'ru' | 'en') => countTerm({ term: days(14), internal_target: workingDays }, '2026-04-17', 'Europe/Warsaw', language).steps.map((s) => `${s.on} ${s.note}`)
    expect(steps('pl')).toEqual(['2026-04-17 dzień otrzymania nie wlicza się (art. 111 § 2 k.c.)', '2026-05-01 14 dni (art. 111 § 1 k.c.)', expect.stringMatching(/^2026-05-01 termin nie może upłynąć w tym dniu: .+ \(art. 115 k.c.\)$/), expect.stringContaining('sobota'), expect.stringContaining('2026-05-03'), '2026-05-04 ostatni dzień na odpowiedź', '2026-04-28 cel wewnętrzny: 7 dni roboczych'])
    expect(steps('en').join()).toContain('Saturday')
    expect(steps('ru').join()).toContain('суббота')
  })
  test('reminders come at nine in the morning where the organization is, on both sides of summer time', () => {
    const term = { last_day: '2026-03-30', internal_day: '2026-03-27', due_at: Date.parse('2026-03-30T22:00:00Z'), internal_due_at: Date.parse('2026-03-27T23:00:00Z'), remind_days: [3, 1, 0] }
    expect(remindersOf(term, 'Europe/Warsaw').map((r) => [r.what, new Date(r.at).toISOString()])).toEqual([
      ['days-left', '2026-03-27T08:00:00.000Z'], ['internal-day', '2026-03-27T08:00:00.000Z'], ['internal-passed', '2026-03-27T23:00:00.000Z'], ['days-left', '2026-03-29T07:00:00.000Z'], ['days-left', '2026-03-30T07:00:00.000Z'], ['passed', '2026-03-30T22:00:00.000Z']])
  })
})

describe('a complaint', () => {
  test('begins where its queue has a legal basis, with the day of the first message', async () => {
    const id = await complaint()
    const today = dayInWarsaw(0)
    expect(await deadline(id)).toMatchObject({ basisCode: 'pl-consumer', receivedOn: today, lastDay: countTerm({ term: days(14), internal_target: null }, today, 'Europe/Warsaw', 'pl').lastDay, answeredAt: null, kept: null })
    expect(await events(id, 'legal-deadline-set')).toMatchObject([{ basisCode: 'pl-consumer', receivedOn: today }])
    await kontuar.runJobs()
    const { dueKind } = (await ask('GET', `/tickets/${id}`)).body
    expect(dueKind).not.toBeNull()
  })

  test('keeps its term outside of that queue, and nobody can delete it', async () => {
    const id = await complaint()
    const before = await deadline(id)
    const other = (await ask('GET', '/queues')).body.items.find((q: { readyMade: string }) => q.readyMade === 'sales')
    await ask('PATCH', `/tickets/${id}`, { queueId: other.id })
    await kontuar.runJobs()
    expect(await deadline(id)).toEqual(before)
    await expect(db().write(org.orgId, (tx) => tx.query('delete from legal_deadline where org_id = $1', [org.orgId]))).rejects.toThrow(/permission denied/)
    expect((await kontuar.ask('DELETE', `/tickets/${id}/legal-deadline`, undefined, token)).status).toBe(404)
  })

  test('is answered by the last reply before its closing; reopening takes the answer back', async () => {
    const id = await complaint(2)
    await ask('POST', `/tickets/${id}/interactions`, { text: 'Sprawdzamy', undoSeconds: 0 })
    await kontuar.runJobs()
    expect((await deadline(id)).answeredAt).toBeNull()
    await ask('POST', `/tickets/${id}/interactions`, { text: 'Uznajemy reklamację', undoSeconds: 0 })
    await ask('PATCH', `/tickets/${id}`, { status: 'closed' })
    await kontuar.runJobs()
    const answers = (await ask('GET', `/tickets/${id}/interactions`)).body.items.filter((i: { direction: string }) => i.direction === 'out')
    expect(await deadline(id)).toMatchObject({ kept: true, answeredAt: answers.map((a: { at: string }) => a.at).toSorted().at(-1) })
    await ask('PATCH', `/tickets/${id}`, { status: 'open' })
    await kontuar.runJobs()
    expect(await deadline(id)).toMatchObject({ answeredAt: null, kept: null })
  })

  test('the call that brings it is no answer, a later one is', async () => {
    const record = (more: object) => ask('POST', '/interactions', { kind: 'call', channel: 'phone', request: 'Reklamuje buty.', ...more })
    const id = (await record({ customer: { name: 'Halina Zając', phone: '600 700 811' }, queueId: (await complaints()).id })).body.ticketId
    await kontuar.runJobs()
    await ask('PATCH', `/tickets/${id}`, { status: 'closed' })
    await kontuar.runJobs()
    expect(await deadline(id)).toMatchObject({ answeredAt: null, kept: null })
    await record({ direction: 'out', ticketId: id })
    await kontuar.runJobs()
    expect(await deadline(id)).toMatchObject({ kept: true })
  })

  test('closed without an answer stays unanswered', async () => {
    const id = await complaint()
    await ask('PATCH', `/tickets/${id}`, { status: 'closed' })
    await kontuar.runJobs()
    expect(await deadline(id)).toMatchObject({ answeredAt: null, kept: null })
  })

  test('merged into another ticket goes on there', async () => {
    const [id, into] = [await complaint(3), await pastTicket(db(), org.orgId, 60)]
    const before = await deadline(id)
    await db().write(org.orgId, async (tx) => {
      await tx.query(`update ticket set merged_into_id = $3, status = 'closed', status_category = 'closed', closed_at = now() where org_id = $1 and id = $2`, [org.orgId, id, into])
      await keepClocks(tx, [id])
    })
    await kontuar.runJobs()
    expect(await deadline(id)).toEqual(before)
    expect(await deadline(into)).toMatchObject({ receivedOn: before.receivedOn, lastDay: before.lastDay, basisCode: before.basisCode })
    expect(await events(into, 'legal-deadline-set')).toMatchObject([{ because: { code: 'merged', ticketId: id }, to: before.lastDay }])
  })
})

describe('a merge taken back', () => {
  const merge = async (id: string, into: string) => { expect((await ask('POST', `/tickets/${id}/merge`, { intoId: into })).status).toBe(200); await kontuar.runJobs() }
  const unmerge = async (id: string) => { expect((await ask('POST', `/tickets/${id}/unmerge`)).status).toBe(200); await kontuar.runJobs() }
  const plain = async () => { const id = await pastTicket(db(), org.orgId, 60); await kontuar.runJobs(); return id }
  const move = async (id: string, readyMade: string) => { await ask('PATCH', `/tickets/${id}`, { queueId: (await ask('GET', '/queues')).body.items.find((q: { readyMade: string }) => q.readyMade === readyMade).id }); await kontuar.runJobs() }

  test('takes along the term that came only by it, with its reminders and its place on the desk, and says so', async () => {
    const [id, into] = [await complaint(3), await plain()]
    const [own, due] = [await deadline(id), (await ask('GET', `/tickets/${into}`)).body.dueKind]
    await merge(id, into)
    expect(await deadline(into)).toMatchObject({ lastDay: own.lastDay })
    await unmerge(id)
    expect(await deadline(into)).toBeNull()
    expect(await deadline(id)).toEqual(own)
    expect((await ask('GET', `/tickets/${into}`)).body.dueKind).toBe(due)
    expect(await events(into, 'legal-deadline-changed')).toEqual([{ from: own.lastDay, to: null, because: { code: 'unmerged', ticketId: id } }])
    await kontuar.runJobs()
    expect(await events(into, 'legal-deadline-changed')).toHaveLength(1)
  })

  test('gives the ticket its own term back, also one it got or was given meanwhile', async () => {
    const [id, complained, moved, given] = [await complaint(3), await complaint(1), await plain(), await plain()]
    const own = await deadline(complained)
    await merge(id, complained)
    expect((await deadline(complained)).lastDay).not.toBe(own.lastDay)
    await unmerge(id)
    expect(await deadline(complained)).toEqual(own)
    await merge(id, moved)
    await move(moved, 'complaints')
    await move(moved, 'sales')
    await unmerge(id)
    expect(await deadline(moved)).toMatchObject({ receivedOn: dayInWarsaw(0) })
    await merge(id, given)
    expect((await ask('PUT', `/tickets/${given}/legal-deadline`, { basisCode: 'pl-consumer', receivedOn: dayInWarsaw(8), why: 'list' })).status).toBe(200)
    await unmerge(id)
    expect(await deadline(given)).toMatchObject({ receivedOn: dayInWarsaw(8) })
  })

  test('leaves what another merged ticket brings, and follows one that was merged further on', async () => {
    const [older, newer, into] = [await complaint(5), await complaint(2), await plain()]
    await merge(older, into)
    await merge(newer, into)
    await unmerge(older)
    expect(await deadline(into)).toMatchObject({ receivedOn: dayInWarsaw(2) })
    await unmerge(newer)
    expect(await deadline(into)).toBeNull()
    const between = await plain()
    await merge(older, between)
    await merge(between, into)
    expect(await deadline(into)).toMatchObject({ receivedOn: dayInWarsaw(5) })
    await unmerge(between)
    expect([await deadline(into), (await deadline(between)).receivedOn]).toEqual([null, dayInWarsaw(5)])
    await merge(between, into)
    await unmerge(older)
    expect(await deadline(into)).toBeNull()
    await unmerge(between)
    expect(await deadline(between)).toBeNull()
  })

  test('is the only thing that takes a term away', async () => {
    const [id, into] = [await complaint(3), await plain()]
    await merge(id, into)
    const door = () => db().write(org.orgId, (tx) => tx.query('select take_back_brought_terms($1)', [[id, into]]))
    await door()
    expect([await deadline(id), await deadline(into)]).toEqual([expect.any(Object), expect.any(Object)])
  })
})

describe('set by hand', () => {
  const set = (id: string, body: object, as = token) => ask('PUT', `/tickets/${id}/legal-deadline`, body, as)
  test('makes any ticket a complaint, without a reason', async () => {
    const id = await pastTicket(db(), org.orgId, 60)
    expect(await deadline(id)).toBeNull()
    expect(await set(id, { basisCode: 'pl-financial', receivedOn: dayInWarsaw(5) })).toMatchObject({ status: 200, body: { basisCode: 'pl-financial', receivedOn: dayInWarsaw(5), steps: expect.any(Array), consequence: expect.any(String) } })
    expect((await ask('GET', `/tickets/${id}`)).body.dueKind).toBeTruthy()
  })
  test('changes only with a reason, which stays in the diary with both dates', async () => {
    const id = await complaint(3)
    const before = await deadline(id)
    expect(await set(id, { basisCode: 'pl-consumer', receivedOn: dayInWarsaw(4) })).toMatchObject({ status: 400, body: { code: 'invalid-input', detail: expect.stringContaining('say why') } })
    expect(await set(id, { basisCode: 'pl-consumer', receivedOn: dayInWarsaw(4), why: '  ' })).toMatchObject({ status: 400 })
    expect(await deadline(id)).toEqual(before)
    const { body } = await set(id, { basisCode: 'pl-consumer', receivedOn: dayInWarsaw(4), why: 'List przyszedł dzień wcześniej' })
    expect(body.receivedOn).toBe(dayInWarsaw(4))
    expect(await events(id, 'legal-deadline-changed')).toMatchObject([{ receivedBefore: before.receivedOn, receivedOn: dayInWarsaw(4), from: before.lastDay, to: body.lastDay, why: 'List przyszedł dzień wcześniej' }])
    expect((await set(id, { basisCode: 'pl-consumer', receivedOn: dayInWarsaw(4) })).status).toBe(200)
    expect(await events(id, 'legal-deadline-changed')).toHaveLength(1)
  })
  test.each<[string, object, RegExp]>([
    ['a day that does not exist', { basisCode: 'pl-consumer', receivedOn: '2026-02-30' }, /date of receipt is none/],
    ['a day in the future', { basisCode: 'pl-consumer', receivedOn: '2099-01-01' }, /future/],
    ['an unknown basis', { basisCode: 'no-such-law', receivedOn: '2026-01-05' }, /no such legal basis/],
    ['a basis with a NUL', { basisCode: 'pl\0consumer', receivedOn: '2026-01-05' }, /no such legal basis/],
    ['a day before the law', { basisCode: 'pl-telecom', receivedOn: '2024-01-05' }, /from 2024-11-10 on/],
  ])('refuses %s with one sentence', async (_what, body, sentence) => {
    const id = await pastTicket(db(), org.orgId, 60)
    const answer = await set(id, body)
    expect(answer.status).toBe(400)
    expect(answer.body.detail).toMatch(sentence)
    expect(await deadline(id)).toBeNull()
  })
  test('an observer may look and not set', async () => {
    const id = await complaint()
    const observer = await kontuar.tokenOf('observer', org)
    expect((await set(id, { basisCode: 'pl-consumer', receivedOn: dayInWarsaw(0), why: 'x' }, observer)).status).toBe(403)
    expect((await ask('GET', `/tickets/${id}/legal-deadline`, undefined, observer)).status).toBe(200)
  })
})

describe('the law', () => {
  const basis = (more: object = {}) => ({ code: 'own-law', name: 'Własna', term: days(10), internalTarget: workingDays, source: 'Regulamin § 5', validFrom: '2020-01-01', ...more })
  test('has versions, and a complaint keeps the one it was received under', async () => {
    expect((await ask('POST', '/legal-bases', basis())).body).toMatchObject({ version: 1, remindDays: [3, 1, 0] })
    expect((await ask('POST', '/legal-bases', basis({ term: days(20), validFrom: '2026-02-01' }))).body.version).toBe(2)
    const id = await pastTicket(db(), org.orgId, 60)
    expect((await ask('PUT', `/tickets/${id}/legal-deadline`, { basisCode: 'own-law', receivedOn: '2026-01-31' })).body).toMatchObject({ basisVersion: 1 })
    expect((await ask('PUT', `/tickets/${id}/legal-deadline`, { basisCode: 'own-law', receivedOn: '2026-02-01', why: 'pomyłka' })).body).toMatchObject({ basisVersion: 2 })
    expect((await ask('GET', '/legal-bases')).body.items.filter((b: { code: string }) => b.code === 'own-law').map((b: { version: number }) => b.version)).toEqual([2, 1])
  })
  test.each<[string, object, RegExp]>([
    ['a date that is none', { validFrom: '2026-13-01' }, /date from which/],
    ['a target of our own after the term', { term: days(3), internalTarget: days(20) }, /after the term/],
    ['a country without known holidays', { term: { length: 5, unit: 'business-days', rule: 'calendar', country: 'XX' } }, /./],
    ['an address that is none', { sourceUrl: 'javascript:alert(1)' }, /https/],
    ['a name of blanks', { name: '  ' }, /name/],
  ])('refuses %s', async (_what, more, sentence) => {
    const { status, body } = await ask('POST', '/legal-bases', basis(more))
    expect(status).toBe(400)
    expect(body.detail).toMatch(sentence)
  })
  test('refuses a version that begins before the last one', async () => {
    await ask('POST', '/legal-bases', basis())
    expect(await ask('POST', '/legal-bases', basis())).toMatchObject({ status: 409, body: { detail: expect.stringContaining('2020-01-01') } })
  })
})

describe('reminders', () => {
  const nextReminder = (id: string) => db().read(org.orgId, (tx) => tx.query<{ at: Date | null; reminded: number }>('select next_reminder_at as at, reminded from legal_deadline where org_id = $1 and ticket_id = $2', [org.orgId, id])).then((rows) => rows[0]!)
  const makeDue = (id: string) => db().write(org.orgId, (tx) => tx.query(`update legal_deadline set last_day = last_day - 40, internal_day = internal_day - 40, due_at = due_at - interval '40 days', internal_due_at = internal_due_at - interval '40 days', next_reminder_at = now() where org_id = $1 and ticket_id = $2`, [org.orgId, id]))

  test('go to owner and manager once, whoever fires; a passed day is written into the diary', async () => {
    const id = await complaint()
    await ask('PATCH', `/tickets/${id}`, { assigneeId: org.staff.agent.staffId })
    await kontuar.runJobs()
    expect((await nextReminder(id)).at!.getTime()).toBeGreaterThan(Date.now())
    await makeDue(id)
    await Promise.all([fireClocks(db(), org.orgId), fireClocks(db(), org.orgId)])
    await fireClocks(db(), org.orgId)
    expect((await noticesOf(db(), org.orgId, id)).filter((n) => n.kind === 'legal-reminder').map((n) => [n.staff_id, n.detail['what']]).toSorted()).toEqual([[org.staff.agent.staffId, 'passed'], [org.staff.manager.staffId, 'passed']].toSorted())
    expect((await events(id, 'sla-breached')).map((d) => d['kind'])).toEqual(['legal-internal', 'legal'])
    expect(await nextReminder(id)).toEqual({ at: null, reminded: 6 })
    expect((await ask('GET', `/tickets/${id}`)).body).toMatchObject({ breaches: 1 })
  })

  test('stop with the answer and go on when it is taken back', async () => {
    const id = await complaint()
    await ask('POST', `/tickets/${id}/interactions`, { text: 'Uznajemy', status: 'closed', undoSeconds: 0 })
    await kontuar.runJobs()
    expect((await nextReminder(id)).at).toBeNull()
    await ask('PATCH', `/tickets/${id}`, { status: 'open' })
    await kontuar.runJobs()
    expect((await nextReminder(id)).at!.getTime()).toBeGreaterThan(Date.now())
  })
})
