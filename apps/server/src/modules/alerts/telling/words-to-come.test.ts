// Guards that a mail carries the words of a customer who was still writing them, and waits for them no longer than it may.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { AlertDeliveryWish } from '@kontuar/contracts'
import { simpleParser } from 'mailparser'
import { startTestKontuar, type TestKontuar, type TestOrganization } from '../../../app/testing.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { buildSendingMailbox, openSink, type Sink } from '../../channels/sending/testing.ts'
import { buildOrganization } from '../../identity/testing.ts'
import { buildNpsSurvey, buildRule, giveAnswer } from '../rules/testing.ts'
import { deliveriesOf } from '../testing.ts'
import { judge } from '../watching/live/judge-events.ts'

let kontuar: TestKontuar
let org: TestOrganization
let sink: Sink
beforeAll(async () => { [kontuar, sink] = await Promise.all([startTestKontuar({ KONTUAR_URL: 'https://desk.example' }, { organizations: false }), openSink()]) })
afterAll(async () => {
  await sink.close()
  await kontuar.stop()
})
beforeEach(async () => {
  org = await buildOrganization(kontuar.platform.db, 'Salon Róża')
  await write((tx) => buildSendingMailbox(tx, sink.port))
  sink.taken = []
})

const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(org.orgId, work)
const told = (answerId: string, now = new Date()) => write((tx) => judge(tx, [{ id: newId(), name: 'feedback.answerChanged', at: now.toISOString(), ids: { answerId }, detail: {} }], now))
const ledger = async () => Object.fromEntries((await write((tx) => deliveriesOf(tx))).map((d) => [d.road, d]))
const finish = (id: string, comment: string) => write((tx) => tx.query(`update answer set state = 'finished', comment = $3 where org_id = $1 and id = $2`, [tx.orgId, id, comment]))

/** A score was clicked; nothing is written yet. */
async function clicked(delivery: Partial<AlertDeliveryWish> = {}): Promise<string> {
  await write((tx) => buildRule(tx, { kind: 'event', on: 'answer', where: null }, { since: new Date(Date.now() - 60_000), delivery: { roads: ['app', 'mail'], ...delivery } }))
  const surveyId = await write(buildNpsSurvey)
  return write(async (tx) => {
    const id = await giveAnswer(tx, surveyId, { score: 1, at: new Date() })
    await tx.query(`update answer set state = 'partial' where org_id = $1 and id = $2`, [tx.orgId, id])
    return id
  })
}

test('the app says at once that somebody is unhappy; the mail leaves when the customer has finished, once, with the words', async () => {
  const answerId = await clicked()
  await told(answerId)
  await kontuar.runJobs()
  const { app, mail } = await ledger()
  expect([app!.state, mail!.state, mail!.bundle, sink.taken.length]).toEqual(['sent', 'waiting', `words:${answerId}`, 0])
  await finish(answerId, 'Nikt nie oddzwonił.')
  await Promise.all([told(answerId), told(answerId), told(answerId)])
  await kontuar.runJobs()
  await told(answerId)
  await kontuar.runJobs()
  expect((await ledger())['mail']!.state).toBe('sent')
  expect(sink.taken).toHaveLength(1)
  const sent = await simpleParser(Buffer.from(sink.taken[0]!.raw, 'latin1'))
  expect(sent.text).toContain('Nikt nie oddzwonił.')
  expect(sent.subject).not.toMatch(/^\d/)
})

test('who writes nothing more is told of after two minutes', async () => {
  const answerId = await clicked()
  const now = new Date()
  await told(answerId, now)
  const wait = (await ledger())['mail']!.send_after.getTime() - now.getTime()
  expect(wait).toBeGreaterThan(90_000)
  expect(wait).toBeLessThanOrEqual(120_000)
  await told(answerId, new Date(now.getTime() + 30_000))
  expect((await ledger())['mail']!.send_after.getTime() - now.getTime()).toBe(wait)
})

test.each<[string, Partial<AlertDeliveryWish>, string | null]>([
  ['what is urgent waits for nothing', { urgent: true }, null], ['a group waits as long as it says', { groupMinutes: 5 }, 'group'], ['a digest waits for its hour', { when: 'daily', groupMinutes: 0 }, 'digest'],
])('%s', async (_, delivery, bundle) => {
  await told(await clicked(delivery))
  expect((await ledger())['mail']!.bundle?.split(':')[0] ?? null).toBe(bundle)
})

test('an answer that is finished when it is judged is told at once', async () => {
  const answerId = await clicked()
  await finish(answerId, 'Zimno.')
  await told(answerId)
  const { mail } = await ledger()
  expect([mail!.bundle, mail!.send_after.getTime() <= Date.now()]).toEqual([null, true])
})
