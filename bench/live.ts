// From "250 OK" to the event on the browser's socket, while 50 mails a second arrive.
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { WebSocket } from 'ws'
import { ms, percentile, type Finding } from './ground/figures.ts'
import { mailbox, type BenchServer } from './ground/server.ts'
import { makeMail, openSmtp } from './ground/smtp-client.ts'

export async function benchLive(server: BenchServer, seconds = 20, rate = 50): Promise<Finding[]> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/api/v1/live`, { headers: { authorization: `Bearer ${server.token}` } })
  const heard = new Map<string, number>()
  socket.on('message', (data) => {
    const at = performance.now()
    const message = JSON.parse(String(data)) as { events?: { name: string; ids: Record<string, string> }[] }
    for (const event of message.events ?? []) if (event.name === 'diary.messageReceived') heard.set(event.ids['interactionId']!, at)
  })
  await new Promise((resolve, reject) => { socket.once('open', resolve); socket.once('error', reject) })
  const senders = await Promise.all(Array.from({ length: 8 }, () => openSmtp(server.smtpPort)))
  const free = [...senders]
  const run = randomBytes(4).toString('hex')
  const acknowledged = new Map<string, number>()
  const count = seconds * rate
  const from = performance.now()
  const sent: Promise<void>[] = []
  for (let n = 0; n < count; n++) {
    await pause(Math.max(0, from + (n * 1000) / rate - performance.now()))
    const sender = free.pop()
    if (sender === undefined) { n--; await pause(1); continue }
    sent.push(sender.send('a@b.example', mailbox, makeMail(`${run}-${n}`, n)).then(() => { acknowledged.set(`bench-${run}-${n}@poczta.example`, performance.now()); free.push(sender) }))
  }
  await Promise.all(sent)
  const client = new pg.Client({ connectionString: server.ownerUrl })
  client.on('error', () => {})
  await client.connect()
  const rows = async () => (await client.query<{ id: string; message_id: string }>('select id, message_id from interaction where message_id like $1', [`bench-${run}-%`])).rows
  while ((await rows()).length < count) await pause(50)
  await pause(500)
  const delays = (await rows()).map((r) => heard.get(r.id)! - acknowledged.get(r.message_id)!)
  await client.end()
  socket.terminate()
  for (const sender of senders) sender.close()
  const missing = delays.filter((d) => !Number.isFinite(d)).length
  if (missing > 0) throw new Error(`${missing} of ${count} mails were never told on the socket`)
  const p99 = percentile(delays, 0.99)
  return [{ what: `"250" to the event on the socket at ${rate} mails/s, p99`, figure: ms(p99), reference: `p50 ${ms(percentile(delays, 0.5))}`, ratio: '', wanted: '< 300 ms', reached: p99 < 300 }]
}
