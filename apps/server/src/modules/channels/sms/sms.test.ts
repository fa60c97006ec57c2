// Guards text messages: each handed over once or marked as uncertain, limits and brake, the link never in the diary, the gateway's
// secrets never answered back.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SmsGatewayBody } from '@kontuar/contracts'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { buildMailbox, buildTicket } from '../../diary/testing.ts'
import { canSendSms, enterSms, type NewSms } from './enter-sms.ts'
import { claimNextSms } from './ledger.ts'
import { answers, gatewaySettings, openGatewayDouble, takes, type GatewayDouble } from './testing.ts'
import { tryNextSms } from './try-sms.ts'

let kontuar: TestKontuar
let double: GatewayDouble
beforeAll(async () => {
  kontuar = await startTestKontuar({ KONTUAR_PRIVATE_SMS: '1' })
  double = await openGatewayDouble()
})
afterAll(async () => {
  await kontuar.stop()
  await double.close()
})
beforeEach(async () => {
  double.taken.length = 0
  double.answer = takes
  await write((tx) => tx.query(`update outgoing_sms set state = 'cancelled', body = null, created_at = now() - interval '2 days', claimed_at = null where org_id = $1`, [tx.orgId]))
  await save()
})

const write = <T>(work: Parameters<typeof kontuar.platform.db.write<T>>[1]) => kontuar.platform.db.write(kontuar.orgA.orgId, work)
const save = (given: Partial<SmsGatewayBody> = {}) => kontuar.ask('PUT', '/sms-gateway', gatewaySettings(double.url, given))
const entryOf = async (id: string) => (await kontuar.ask('GET', `/interactions/${id}`)).body
const token = 'Ab3-xY9_q7TgAA1'
let number = 600_000_000
const message = (given: Partial<NewSms> = {}): NewSms => ({
  key: newId(), customerId: null, ticketId: null, to: `+48${number++}`, text: `Prosimy o ocenę: https://k.example/a/${token}`, shownText: 'Prosimy o ocenę: https://k.example/…', queueId: null, locationId: null, ...given,
})
async function enter(given: Partial<NewSms> = {}): Promise<string> {
  const [entered] = await write((tx) => enterSms(tx, [message(given)]))
  if (entered === undefined || 'refused' in entered) throw new Error(`refused: ${entered?.refused}`)
  return entered.interactionId
}
const setSms = (interactionId: string, set: string) => write((tx) => tx.query(`update outgoing_sms set ${set} where org_id = $1 and interaction_id = $2`, [tx.orgId, interactionId]))
const endRest = () => write((tx) => tx.query('update sms_gateway set rest_until = null where org_id = $1', [tx.orgId]))
const dueNow = async (id: string) => { await setSms(id, 'next_attempt_at = now()'); await endRest() }
const order = (job: string) => write(async (tx) => tx.enqueue(job, {}))
const pause = (paused: boolean) => kontuar.ask('PATCH', '/organization', { outgoingPaused: paused })

describe('a message', () => {
  test('leaves with its link and the key of the gateway; the diary has it without', async () => {
    const id = await enter()
    await kontuar.runJobs()
    expect(double.taken).toHaveLength(1)
    const { headers, body } = double.taken[0]!
    expect(headers).toMatchObject({ authorization: 'Bearer klucz-tajny', 'content-type': 'application/json; charset=utf-8' })
    expect(JSON.parse(body)).toEqual({ to: expect.stringMatching(/^\+48\d{9}$/), message: `Prosimy o ocenę: https://k.example/a/${token}`, from: 'Salon', ref: expect.any(String) })
    const entry = await entryOf(id)
    expect(entry).toMatchObject({ kind: 'message', direction: 'out', channel: 'sms', automatic: true, ticketId: null, text: 'Prosimy o ocenę: https://k.example/…', from: { address: 'Salon' }, to: [{ name: '', address: JSON.parse(body).to }], delivery: { state: 'sent', attempts: 1 } })
    expect(await write((tx) => tx.query<{ gateway_id: string; body: null }>('select gateway_id, body from outgoing_sms where org_id = $1 and interaction_id = $2', [tx.orgId, id]))).toEqual([{ gateway_id: 'gw-1', body: null }])
    const told = await write((tx) => tx.query<{ ids: object; state: string }>(`select ids, detail->>'state' as state from event where org_id = $1 and name = 'channels.deliveryChanged' and ids->>'interactionId' = $2 order by id`, [tx.orgId, id]))
    expect(told).toEqual([{ ids: { interactionId: id }, state: 'pending' }, { ids: { interactionId: id }, state: 'sent' }])
    expect(JSON.stringify(await write((tx) => tx.query(`select to_jsonb(s) as row from outgoing_sms s union all select to_jsonb(i) from interaction i union all select to_jsonb(e) from event e`)))).not.toContain(token)
  })
  test('of a ticket stands in it and moves nothing; of a merged one, in that where it went', async () => {
    const [ticket, other] = await write(async (tx) => {
      const mailboxId = await buildMailbox(tx)
      return [await buildTicket(tx, mailboxId), await buildTicket(tx, mailboxId)] as const
    })
    await kontuar.runJobs()
    const before = (await kontuar.ask('GET', `/tickets/${ticket.ticketId}`)).body
    const id = await enter({ ticketId: ticket.ticketId, customerId: before.customerId })
    await kontuar.runJobs()
    expect((await kontuar.ask('GET', `/tickets/${ticket.ticketId}`)).body).toEqual({ ...before, interactionCount: before.interactionCount + 1 })
    expect((await kontuar.ask('GET', `/tickets/${ticket.ticketId}/interactions`)).body.items.at(-1)).toMatchObject({ id, channel: 'sms', delivery: { state: 'sent' } })
    await kontuar.ask('POST', `/tickets/${ticket.ticketId}/merge`, { intoId: other.ticketId })
    expect((await entryOf(await enter({ ticketId: ticket.ticketId }))).ticketId).toBe(other.ticketId)
  })
  test('a hostile text changes nothing but itself', async () => {
    await enter({ text: '","to":"+48111111111" \u0000\\ {{sender}}' })
    await kontuar.runJobs()
    expect(JSON.parse(double.taken[0]!.body)).toMatchObject({ message: '","to":"+48111111111" \\ {{sender}}', to: expect.not.stringContaining('111111') })
  })
  test('a hundred are entered in a handful of statements and leave once each', async () => {
    const batch = Array.from({ length: 100 }, () => message())
    let statements = 0
    const entered = await write((tx) => enterSms({ ...tx, orgId: tx.orgId, publish: tx.publish.bind(tx), enqueue: tx.enqueue.bind(tx), seeEverything: tx.seeEverything.bind(tx), afterCommit: tx.afterCommit.bind(tx), query: (...given) => (statements++, tx.query(...given)) }, batch))
    expect(statements).toBe(5)
    expect(entered.map((e) => e.key)).toEqual(batch.map((b) => b.key))
    await kontuar.runJobs()
    expect(double.taken.map((t) => JSON.parse(t.body).to).toSorted()).toEqual(batch.map((b) => b.to).toSorted())
  })
  test.each(['600700800', '+0600700800', '+48 600 700 800', '+48600', '+4860070080012345', '', '+48600700800\n'])('to %j is refused: it is no number', async (to) => {
    expect(await write((tx) => enterSms(tx, [message({ key: 'k', to })]))).toEqual([{ key: 'k', refused: 'bad-number' }])
  })
  test('without a gateway, or with one that is switched off, is refused', async () => {
    await save({ active: false })
    expect(await write((tx) => canSendSms(tx))).toBe(false)
    expect(await write((tx) => enterSms(tx, [message({ key: 'k' })]))).toEqual([{ key: 'k', refused: 'no-gateway' }])
    expect((await kontuar.ask('DELETE', '/sms-gateway')).status).toBe(200)
    expect(await write((tx) => canSendSms(tx))).toBe(false)
    expect(await write((tx) => enterSms(tx, [message({ key: 'k' })]))).toEqual([{ key: 'k', refused: 'no-gateway' }])
  })
})

describe('a gateway that', () => {
  test('says the number is wrong: failed at once, in its own words, without the link', async () => {
    double.answer = (sms, response) => answers(400, `invalid: ${sms.body}`)(sms, response)
    const id = await enter()
    await kontuar.runJobs()
    const { delivery } = await entryOf(id)
    expect(delivery).toMatchObject({ state: 'failed', attempts: 1, nextAttemptAt: null, detail: expect.stringMatching(/^400 invalid/) })
    expect(delivery.detail).not.toContain(token)
    expect(delivery.detail).not.toContain('klucz-tajny')
  })
  test('is in trouble: rests a minute for everybody, then sends', async () => {
    double.answer = answers(500, 'oops')
    const first = await enter()
    const second = await enter()
    await kontuar.runJobs()
    expect(double.taken.length).toBeLessThanOrEqual(2)
    expect((await entryOf(first)).delivery).toMatchObject({ state: 'pending', detail: '500 oops' })
    expect((await kontuar.ask('GET', '/sms-gateway')).body).toMatchObject({ waiting: 2, gateway: { state: { sending: 'failing', detail: 'The gateway answered 500.' } } })
    double.taken.length = 0
    await order('channels.sendSms')
    await kontuar.runJobs()
    expect(double.taken).toEqual([])
    double.answer = takes
    await dueNow(first)
    await setSms(second, 'next_attempt_at = now()')
    await order('channels.sendSms')
    await kontuar.runJobs()
    expect((await entryOf(first)).delivery).toMatchObject({ state: 'sent', attempts: 2 })
    expect((await kontuar.ask('GET', '/sms-gateway')).body).toMatchObject({ waiting: 0, sentToday: 2, gateway: { state: { sending: 'ok' } } })
  })
  test('breaks off: nobody knows, so it waits for a person, who may send it again', async () => {
    double.answer = (_, response) => { response.socket!.destroy() }
    const id = await enter()
    await kontuar.runJobs()
    expect((await entryOf(id)).delivery).toMatchObject({ state: 'uncertain', nextAttemptAt: null, detail: expect.stringContaining('answer is missing') })
    await endRest()
    await order('channels.sweepSms')
    await order('channels.sendSms')
    await kontuar.runJobs()
    expect(double.taken).toHaveLength(1)
    double.answer = takes
    expect((await kontuar.ask('POST', `/interactions/${id}/resend`)).body.delivery.state).toBe('pending')
    await kontuar.runJobs()
    expect((await entryOf(id)).delivery.state).toBe('sent')
    expect(new Set(double.taken.map((t) => JSON.parse(t.body).ref)).size).toBe(1)
  })
  test('breaks off but tells a repetition: it is handed over again with the same reference', async () => {
    await save({ repeatable: true })
    double.answer = (_, response) => { response.socket!.destroy() }
    const id = await enter()
    await kontuar.runJobs()
    expect((await entryOf(id)).delivery.state).toBe('pending')
    double.answer = takes
    await dueNow(id)
    await order('channels.sendSms')
    await kontuar.runJobs()
    expect(double.taken).toHaveLength(2)
    expect(new Set(double.taken.map((t) => JSON.parse(t.body).ref)).size).toBe(1)
  })
  test('cannot be reached: tried again', async () => {
    await save({ url: 'http://gateway.invalid/send', headers: [] })
    const id = await enter()
    await kontuar.runJobs()
    expect((await entryOf(id)).delivery).toMatchObject({ state: 'pending', attempts: 1 })
  })
})

describe('of two who reach for the same message', () => {
  test('one has it', async () => {
    await enter()
    const took = await Promise.all([tryNextSms(kontuar.platform, kontuar.orgA.orgId), tryNextSms(kontuar.platform, kontuar.orgA.orgId), tryNextSms(kontuar.platform, kontuar.orgA.orgId)])
    expect(took.filter(Boolean)).toHaveLength(1)
    await kontuar.runJobs()
    expect(double.taken).toHaveLength(1)
  })
  test('undo and sender: once it is being sent, it is too late', async () => {
    const waiting = await enter()
    expect((await kontuar.ask('POST', `/interactions/${waiting}/cancel`)).body.delivery.state).toBe('cancelled')
    const id = await enter()
    await write((tx) => claimNextSms(tx, newId()))
    expect((await kontuar.ask('POST', `/interactions/${id}/cancel`)).body.code).toBe('too-late')
    await kontuar.runJobs()
    expect(double.taken).toEqual([])
    const listed = (await kontuar.ask('GET', '/interactions?channel=sms')).body.items.map((i: { id: string }) => i.id)
    expect(listed).toContain(id)
    expect(listed).not.toContain(waiting)
  })
})

describe('a process that dies between asking and noting', () => {
  const die = async () => {
    const id = await enter()
    await write((tx) => claimNextSms(tx, randomUUID()))
    return id
  }
  test('leaves the message as uncertain, and it is not sent again by itself', async () => {
    const id = await die()
    await order('channels.sweepSms')
    await kontuar.runJobs()
    expect((await entryOf(id)).delivery.state).toBe('sending')
    await setSms(id, `claimed_at = now() - interval '6 minutes'`)
    await order('channels.sweepSms')
    await kontuar.runJobs()
    expect((await entryOf(id)).delivery).toMatchObject({ state: 'uncertain', detail: expect.stringContaining('may have been sent') })
    expect((await kontuar.ask('GET', '/sms-gateway')).body.uncertain).toBe(1)
    expect(double.taken).toEqual([])
  })
  test('with a gateway that tells a repetition it is handed over again', async () => {
    await save({ repeatable: true })
    const id = await die()
    await setSms(id, `claimed_at = now() - interval '6 minutes'`)
    await order('channels.sweepSms')
    await kontuar.runJobs()
    expect((await entryOf(id)).delivery.state).toBe('sent')
  })
  test('late news of it is still news', async () => {
    let finish: () => void = () => {}
    double.answer = (sms, response) => { finish = () => takes(sms, response) }
    const id = await enter()
    const going = tryNextSms(kontuar.platform, kontuar.orgA.orgId)
    await expect.poll(() => double.taken.length).toBe(1)
    await setSms(id, `state = 'uncertain'`)
    finish()
    await going
    expect((await entryOf(id)).delivery.state).toBe('sent')
  })
})

describe('the brake and the limits', () => {
  test('while the brake is on nothing leaves; the sweep finds what waits afterwards', async () => {
    await pause(true)
    const id = await enter()
    await kontuar.runJobs()
    expect(double.taken).toEqual([])
    expect((await kontuar.ask('POST', '/sms-gateway/test', { to: '+48600700800' })).body.code).toBe('cannot-do')
    await pause(false)
    await setSms(id, `send_after = now() - interval '1 minute'`)
    await order('channels.sweepSms')
    await kontuar.runJobs()
    expect((await entryOf(id)).delivery.state).toBe('sent')
  })
  test('what could not leave within a day has failed', async () => {
    await pause(true)
    const id = await enter()
    await kontuar.runJobs()
    await setSms(id, `send_after = now() - interval '25 hours'`)
    await order('channels.sendSms')
    await kontuar.runJobs()
    expect((await entryOf(id)).delivery.state).toBe('pending')
    await pause(false)
    await order('channels.sendSms')
    await kontuar.runJobs()
    expect((await entryOf(id)).delivery).toMatchObject({ state: 'failed', detail: 'It could not leave within a day.' })
    expect(double.taken).toEqual([])
  })
  test('a number gets as many a day as allowed, also of one batch and of two at once', async () => {
    await save({ perNumberDaily: 2 })
    const to = `+48${number++}`
    const both = await Promise.all([write((tx) => enterSms(tx, [message({ to }), message({ to })])), write((tx) => enterSms(tx, [message({ to }), message({ to })]))])
    expect(both.flat().filter((e) => 'refused' in e && e.refused === 'number-limit')).toHaveLength(2)
    await kontuar.runJobs()
    expect(double.taken).toHaveLength(2)
  })
  test('of all, more than the day allows wait, and the settings say so', async () => {
    await save({ perDay: 2 })
    await write((tx) => enterSms(tx, [message(), message(), message()]))
    await kontuar.runJobs()
    expect(double.taken).toHaveLength(2)
    expect((await kontuar.ask('GET', '/sms-gateway')).body).toMatchObject({ waiting: 1, sentToday: 2, gateway: { state: { sending: 'failing', detail: expect.stringContaining('limit of 2 messages') } } })
  })
  test('without a gateway any more what waits has failed', async () => {
    await pause(true)
    const id = await enter()
    await kontuar.ask('DELETE', '/sms-gateway')
    await kontuar.runJobs()
    expect((await entryOf(id)).delivery).toMatchObject({ state: 'failed', detail: expect.stringContaining('no gateway') })
    await pause(false)
  })
  test('after thirty days the text is forgotten, and cannot be sent any more', async () => {
    double.answer = answers(400)
    const id = await enter()
    await kontuar.runJobs()
    const client = new pg.Client({ connectionString: kontuar.ownerUrl })
    await client.connect()
    await client.query(`update outgoing_sms set created_at = now() - interval '31 days' where interaction_id = $1`, [id])
    await client.end()
    await order('channels.forgetSms')
    await kontuar.runJobs()
    expect(await write((tx) => tx.query('select body from outgoing_sms where org_id = $1 and interaction_id = $2', [tx.orgId, id]))).toEqual([{ body: null }])
    expect((await kontuar.ask('POST', `/interactions/${id}/resend`)).body).toMatchObject({ code: 'cannot-do', detail: expect.stringContaining('personal link') })
  })
})
