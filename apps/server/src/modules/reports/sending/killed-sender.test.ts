// Guards exactly-once under SIGKILL: whoever sends reports is killed again and again in the middle of it, and each recipient gets one.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildSendingMailbox, openSink, type Sink } from '../../channels/sending/testing.ts'
import { buildReport, letTimePass, plainDefinition, readLedger } from './testing.ts'

let kontuar: TestKontuar
let sink: Sink
let sender: ChildProcess | undefined
beforeAll(async () => {
  kontuar = await startTestKontuar({ KONTUAR_REPORT_PACE: '100' })
  sink = await openSink()
})
afterAll(async () => {
  sender?.kill('SIGKILL')
  await kontuar.stop()
  await sink.close()
})

async function startSender() {
  sender = spawn(process.execPath, [fileURLToPath(new URL('sender.fixture.ts', import.meta.url)), kontuar.ownerUrl, kontuar.platform.config.dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(sender.stdout!, 'data')
}

test('two dozen reports and two kills: each reaches the mail server once', { timeout: 240_000 }, async () => {
  await kontuar.platform.db.write(kontuar.orgA.orgId, (tx) => buildSendingMailbox(tx, sink.port))
  const report = await buildReport(kontuar, { definition: plainDefinition({ blocks: [{ id: 't', kind: 'text', text: 'Dzień dobry' }] }), recipients: Array.from({ length: 24 }, (_, i) => ({ to: 'address' as const, name: `Partner ${i}`, email: `p${i}@partner.example` })) })
  expect((await kontuar.ask('POST', `/reports/${report}/send`, {})).status).toBe(202)

  for (const enough of [5, 14]) {
    const reached = new Promise<void>((resolve) => {
      sink.onMessage = () => {
        if (sink.taken.length + 1 >= enough) resolve()
        return null
      }
    })
    await startSender()
    await reached
    sender!.kill('SIGKILL')
    await once(sender!, 'exit')
    await letTimePass(kontuar)
  }
  sink.onMessage = () => null
  await startSender()
  await expect.poll(async () => (await readLedger(kontuar, report)).filter((s) => ['planned', 'making', 'made', 'sending'].includes(s.state)).length, { timeout: 120_000 }).toBe(0)

  const atSink = sink.taken.map((m) => /^Message-ID: <(.*)@/im.exec(m.raw)![1]!)
  expect(new Set(atSink).size).toBe(atSink.length)
  const ledger = await readLedger(kontuar, report)
  expect(ledger).toHaveLength(24)
  // Whatever is called sent is there; what was under way when somebody died is told to a person, and was perhaps taken.
  for (const { state, message_key: key } of ledger) {
    expect(['sent', 'uncertain']).toContain(state)
    if (state === 'sent') expect(atSink).toContain(key)
  }
  // Two are under way at once, so each death leaves two in doubt at most.
  expect(ledger.filter((s) => s.state === 'uncertain').length).toBeLessThanOrEqual(4)
})
