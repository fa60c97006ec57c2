// Guards that a mail about an alert that came back is told to somebody, once, and makes no ticket.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../../app/testing.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { buildSendingMailbox, openSink, type Sink } from '../../../channels/sending/testing.ts'
import { receiveReturned } from '../../../diary/index.ts'
import { buildMessage } from '../../../diary/testing.ts'
import { raise } from '../../life/raise.ts'
import { buildRule, firingOf } from '../../testing.ts'

let kontuar: TestKontuar
let sink: Sink
let mailboxId: string
const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(kontuar.orgA.orgId, work)
beforeAll(async () => {
  kontuar = await startTestKontuar({ KONTUAR_URL: 'https://desk.example' })
  sink = await openSink()
  mailboxId = await write((tx) => buildSendingMailbox(tx, sink.port))
})
afterAll(async () => {
  await sink.close()
  await kontuar.stop()
})

const ledger = () => write((tx) => tx.query<{ id: string; state: string; detail: string | null }>(`select id, state, detail from alert_delivery where org_id = $1 and road = 'mail' order by id`, [tx.orgId]))
const comeBack = (messageId: string, kind: 'hard' | 'soft') => write(async (tx) => {
  const message = await buildMessage(tx, mailboxId, { from: { name: '', address: 'mailer-daemon@mx.example' }, automatic: true, mailClass: 'bounce', returnsToLedger: true, bounce: { recipient: 'ewa@x.example', status: '5.1.1', kind, reason: 'no such user', originalMessageId: messageId } })
  tx.publish({ name: 'channels.bounceReceived', ids: { interactionId: (await receiveReturned(tx, [message])).get(message)! } })
})

test('a mail that came back for good has failed, and administrators are told once; one that is late has not', async () => {
  const ruleId = await write((tx) => buildRule(tx, { delivery: { roads: ['mail'] } }))
  await write((tx) => raise(tx, [firingOf(ruleId)]))
  await kontuar.runJobs()
  const [sent] = await ledger()
  expect(sent).toMatchObject({ state: 'sent' })
  const messageId = /^Message-ID: (<[^>]+>)/im.exec(sink.taken[0]!.raw)![1]!
  expect(messageId).toContain(`alert.${sent!.id}@`)
  await comeBack(messageId, 'soft')
  await kontuar.runJobs()
  expect((await ledger())[0]).toMatchObject({ state: 'sent' })
  await comeBack(messageId, 'hard')
  await comeBack(messageId, 'hard')
  await kontuar.runJobs()
  expect((await ledger())[0]).toMatchObject({ state: 'failed', detail: 'ewa@x.example: 5.1.1 no such user' })
  const told = await write((tx) => tx.query(`select detail->>'failed' as road from notification where org_id = $1 and staff_id = $2`, [tx.orgId, kontuar.orgA.staff.administrator.staffId]))
  expect(told).toEqual([{ road: 'mail' }])
  expect(await write((tx) => tx.query('select 1 from ticket where org_id = $1', [tx.orgId]))).toEqual([])
})
