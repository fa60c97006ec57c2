// Guards the closed loop as it is kept by what happens: through the very subscribers, told twice and in any order, by workers that are killed
// in between; whose a loop becomes; what its task does; what happens when its conditions cannot be understood.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { Event } from '../../../platform/events.ts'
import { newId } from '../../../platform/id.ts'
import { buildAskingOrganization, type AskingOrganization } from '../../feedback/asking/testing.ts'
import { buildStaff } from '../../identity/testing.ts'
import { recoveryModule } from '../index.ts'
import { loopsOf, type Loops } from '../loops.fixture.ts'

let kontuar: TestKontuar
let desk: AskingOrganization
let on: Loops
beforeAll(async () => { kontuar = await startTestKontuar({}, { organizations: false }) })
afterAll(() => kontuar.stop())
beforeEach(async () => {
  desk = await buildAskingOrganization(kontuar)
  on = loopsOf(kontuar, desk)
})

const hour = 3_600_000
const event = (name: string, ids: Record<string, string>): Event => ({ id: newId(), name, at: new Date().toISOString(), ids, detail: {} })

/** Tells a subscriber; every other transaction is lost before it commits, as with a worker that is killed, and told again. */
async function tell(name: string, ...events: Event[]): Promise<void> {
  let n = 0
  const { db } = kontuar.platform
  const dying: Database = { ...db, write: (org, work) => db.write(org, async (tx) => {
    const result = await work(tx)
    if (n++ % 2 === 0) throw new Error('killed')
    return result
  }) }
  const subscriber = recoveryModule.subscribers!({ ...kontuar.platform, db: dying }).find((s) => s.name === name)!
  await expect(subscriber.handle(desk.org.orgId, events)).rejects.toThrow('killed')
  await subscriber.handle(desk.org.orgId, events)
}
const rows = <R extends object>(text: string, ...values: unknown[]) => on.write((tx) => tx.query<R>(text, [tx.orgId, ...values]))
const story = async (id: string): Promise<string[]> => (await on.ask('manager', 'GET', `/recoveries/${id}`)).body.history.map((h: { what: string }) => h.what)

test('a low score is told twice, by a worker that is killed, and by two at once: one loop, one task, one notice', async () => {
  await on.settings({ makesTask: true })
  const { ticketId, customerId } = await on.matter()
  const answerId = await on.answer({ ticketId, customerId })
  const told = event('feedback.answerTaken', { answerId, customerId, ticketId })
  await Promise.all([tell('recovery.openLoops', told, told), tell('recovery.openLoops', told)])
  await on.write(async (tx) => { tx.publish({ name: 'feedback.answerTaken', ids: { answerId } }, { name: 'feedback.answerTaken', ids: { answerId } }) })
  await on.write(async (tx) => tx.publish({ name: 'feedback.answerChanged', ids: { answerId } }))
  await kontuar.runJobs()
  const [loop, ...more] = await on.loops()
  expect(more).toEqual([])
  expect(await story(loop!.id)).toEqual(['opened'])
  expect(await rows(`select source from task where org_id = $1`)).toEqual([{ source: { kind: 'recovery', id: loop!.id } }])
  expect(await rows(`select 1 from notification where org_id = $1 and kind = 'recovery'`)).toHaveLength(1)
  expect(await rows(`select 1 from event where org_id = $1 and name = 'recovery.recoveryOpened'`)).toHaveLength(1)
})

test('whatever order news come in, the loop is what the diary says: contact before the opening, the second answer before the contact', async () => {
  const at = new Date(Date.now() - 6 * hour)
  const { ticketId, customerId } = await on.matter()
  const answerId = await on.answer({ ticketId, customerId, at })
  const interactionId = await on.entry(ticketId, customerId, { at: new Date(at.getTime() + hour) })
  await tell('recovery.noteReached', event('diary.interactionRecorded', { interactionId, customerId, ticketId }))
  await tell('recovery.openLoops', event('feedback.answerTaken', { answerId }))
  const [loop] = await on.loops()
  expect(loop).toMatchObject({ state: 'contacted', reachInteractionId: interactionId })
  const earlier = await on.entry(ticketId, customerId, { at: new Date(at.getTime() + hour / 2) })
  expect((await on.close(loop!.id)).status).toBe(200)
  const [asking] = await on.askings(loop!.id)
  const second = await on.answer({ surveyId: asking!.survey_id, invitationId: asking!.invitation_id, customerId, ticketId, tone: 'low', values: { solved: 'no', score: 1 } })
  await tell('recovery.openLoops', event('feedback.answerTaken', { answerId: second }), event('feedback.answerTaken', { answerId }))
  await tell('recovery.noteReached', event('diary.interactionRecorded', { interactionId: earlier, customerId }))
  await tell('recovery.noteComingBack', event('recovery.recoveryChanged', { recoveryId: loop!.id, customerId }))
  expect(await on.loops()).toMatchObject([{ id: loop!.id, state: 'contacted', reachInteractionId: earlier, recovered: false, secondAnswerId: second, cameBackAt: null }])
  expect(await story(loop!.id)).toEqual(['opened', 'closed', 'asked', 'said-not-solved'])
})

test('closed again after a "no" the customer is asked once more, and their last word is the one that counts', async () => {
  const { loop, asking, customerId, ticketId } = await on.solved()
  const say = async (of: typeof asking, solved: 'yes' | 'no') => {
    await rows(`update survey_invitation set state = 'sent', sent_at = now() where org_id = $1 and id = $2`, of.invitation_id)
    await tell('recovery.noteAsked', event('feedback.invitationChanged', { invitationId: of.invitation_id }))
    await tell('recovery.openLoops', event('feedback.answerTaken', { answerId: await on.answer({ surveyId: of.survey_id, invitationId: of.invitation_id, customerId, ticketId, tone: solved === 'yes' ? 'high' : 'low', values: { solved, score: solved === 'yes' ? 5 : 1 } }) }))
  }
  await say(asking, 'no')
  expect((await on.close(loop.id)).status).toBe(200)
  const [, again, ...more] = await on.askings(loop.id)
  expect([again!.state, again!.reason, more]).toEqual(['planned', null, []])
  expect(await on.loops()).toMatchObject([{ state: 'not-recovered' }])
  await say(again!, 'yes')
  expect(await on.loops()).toMatchObject([{ state: 'recovered', recovered: true }])
})

test('the task of a mistaken loop is finished by the program and opened again with it; one that a person finished stays', async () => {
  await on.settings({ makesTask: true })
  const { loop } = await on.opened()
  const task = async () => (await rows<{ done: boolean; done_by: string | null }>('select done_at is not null as done, done_by from task where org_id = $1'))[0]
  const becomes = async (tone: string) => { await rows('update answer set tone = $2 where org_id = $1', tone); await tell('recovery.openLoops', event('feedback.answerChanged', { answerId: loop.answerId })) }
  await becomes('high')
  expect(await task()).toEqual({ done: true, done_by: null })
  await becomes('low')
  expect(await task()).toEqual({ done: false, done_by: null })
  expect((await on.ask('manager', 'PATCH', `/tasks/${loop.taskId}`, { done: true, causeId: await on.cause(), remedy: 'Rozmowa.' })).status).toBe(200)
  await becomes('high')
  await becomes('low')
  expect(await task()).toEqual({ done: true, done_by: desk.org.staff.manager.staffId })
})

test('of several managers the one with the fewest open loops gets the next, equals by their ids', async () => {
  const second = await buildStaff(kontuar.platform.db, desk.org.orgId, 'manager', `druga${desk.org.orgId}@company.test`)
  const ids = [desk.org.staff.manager.staffId, second.staffId].sort()
  await on.settings({ owners: [{ to: 'role', role: 'manager' }] })
  const owners: string[] = []
  for (let i = 0; i < 3; i++) owners.push((await on.opened()).loop.owner!.id)
  expect(owners).toEqual([ids[0], ids[1], ids[0]])
  for (const loop of (await on.loops()).filter((l) => l.owner!.id === ids[0])) expect((await on.close(loop.id, { as: 'nothing-to-mend' })).status).toBe(200)
  expect((await on.opened()).loop.owner!.id).toBe(ids[0])
})

test('conditions that nobody understands any more lose no customer, and administrators are told once until they are saved again', async () => {
  await on.settings({ where: { combinator: 'and', rules: [{ field: 'score', operator: '<=', value: 0 }] } })
  const spoil = () => rows(`update recovery_setting set settings = jsonb_set(settings, '{where,rules,0,field}', '"moonPhase"') where org_id = $1`)
  const told = async () => (await rows<{ staff_id: string }>(`select staff_id from notification where org_id = $1 and detail->>'what' = 'conditions'`)).map((r) => r.staff_id)
  await on.opened()
  expect(await on.loops()).toEqual([])
  await spoil()
  await on.opened()
  await on.opened()
  expect(await on.loops()).toHaveLength(2)
  expect(await told()).toEqual([desk.org.staff.administrator.staffId])
  await on.settings({ where: { combinator: 'and', rules: [{ field: 'score', operator: '<=', value: 1 }] } })
  await spoil()
  await on.opened()
  expect(await told()).toHaveLength(2)
})
