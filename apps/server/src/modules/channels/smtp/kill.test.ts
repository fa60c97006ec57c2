// Guards against a power cut: the process is killed in the middle of an intake, and each acknowledged mail is in
// the diary exactly once. bench/chaos-intake.ts is the long version, with PostgreSQL killed as well.
import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { createReader } from '../reading/reader.ts'
import { buildMail, buildMailbox, SmtpClient } from '../testing.ts'

const main = fileURLToPath(new URL('../../../main.ts', import.meta.url))
let kontuar: TestKontuar
let child: ChildProcess | null = null
let port: number

beforeAll(async () => {
  kontuar = await startTestKontuar()
  await buildMailbox(kontuar.platform.db, kontuar.orgA.orgId, 'office@kontuar.test')
  const probe = createServer()
  await new Promise<void>((resolve) => { probe.listen(0, '127.0.0.1', resolve) })
  port = (probe.address() as { port: number }).port
  await new Promise((resolve) => { probe.close(resolve) })
})
afterAll(async () => {
  child?.kill('SIGKILL')
  await kontuar.stop()
})

async function start() {
  const { config } = kontuar.platform
  const started = (child = spawn(process.execPath, [main, '--services=mail,worker'], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'test', DATABASE_URL: kontuar.ownerUrl, KONTUAR_DATA: config.dataDir, KONTUAR_SECRET: 'a secret for tests alone', SMTP_PORT: String(port), LOG_LEVEL: 'silent' }, stdio: ['ignore', 'pipe', 'inherit'],
  }))
  await new Promise<void>((resolve, reject) => {
    started.stdout!.on('data', (chunk: Buffer) => { if (String(chunk).includes('Mail is taken')) resolve() })
    started.once('exit', (code) => reject(new Error(`the process ended with ${code}`)))
  })
}

async function kill() {
  const gone = new Promise((resolve) => child!.once('exit', resolve))
  child!.kill('SIGKILL')
  await gone
}

test('each acknowledged mail is there exactly once, however often the process is killed', { timeout: 60_000 }, async () => {
  await start()
  // Built once: a mail sent again after a cut is the same to the byte.
  const mails = Array.from({ length: 160 }, (_, n) => ({ id: `kill-${n}@example.com`, raw: buildMail({ 'Message-ID': `<kill-${n}@example.com>` }), acknowledged: false }))
  let done = 0
  let running = true
  const send = async (lane: number) => {
    let client: SmtpClient | null = null
    for (const mail of mails.filter((_, n) => n % 4 === lane)) {
      while (!mail.acknowledged && running) {
        if (client === null) {
          client = new SmtpClient(port)
          await client.hello()
        }
        mail.acknowledged = (await client.send('a@example.com', 'office@kontuar.test', mail.raw)).startsWith('250')
        if (mail.acknowledged) done++
        else {
          client.end()
          client = null
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
      }
    }
    client?.end()
  }
  const senders = [0, 1, 2, 3].map(send)
  try {
    for (const at of [30, 90]) {
      while (done < at) await new Promise((resolve) => setTimeout(resolve, 1))
      await kill()
      await start()
    }
    await Promise.all(senders)
  } finally {
    running = false
  }
  await kill()

  // What the dead left unread is read here, instead of waiting until the next process takes it over.
  const org = kontuar.orgA.orgId
  const reader = createReader(kontuar.platform)
  const waiting = await kontuar.platform.db.read(org, (tx) => tx.query<{ id: string }>(`select id from mail_delivery where org_id = $1 and state = 'received'`, [org]))
  await reader.read(org, waiting.map((w) => w.id))
  await reader.stop()
  const rows = await kontuar.platform.db.read(org, (tx) => tx.query<{ message_id: string }>('select message_id from interaction where org_id = $1', [org]))
  expect(rows.map((r) => r.message_id).sort()).toEqual(mails.map((m) => m.id).sort())
})
