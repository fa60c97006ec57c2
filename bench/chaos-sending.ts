// node bench/chaos-sending.ts [answers] [kills]: answers are written without a pause while every process, PostgreSQL
// included, is killed at random moments. Each answer that was acknowledged must reach the mail server exactly once;
// what the program itself calls uncertain is listed apart, with whether it was there.
import { setTimeout as pause } from 'node:timers/promises'
import { startSink } from './ground/sink.ts'
import { startServer } from './ground/server.ts'

const answers = Number(process.argv[2] ?? 400)
const kills = Number(process.argv[3] ?? 5)

/** As much of an answer of the interface as is read here. */
interface Answer { id: string; items: { id: string; messageId: string }[]; delivery: { state: string } }

const sink = await startSink(20)
const server = await startServer({ KONTUAR_SMTP_URL: `smtp://127.0.0.1:${sink.port}` })
const ask = async (method: string, path: string, body?: object) => {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method, headers: { authorization: `Bearer ${server.token}`, ...(body ? { 'content-type': 'application/json' } : {}) }, signal: AbortSignal.timeout(10_000), ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: answer.status, body: await answer.json() as Answer }
}
let failed = false
try {
  const mailboxId: string = (await ask('GET', '/mailboxes')).body.items[0]!.id
  const acknowledged = new Map<string, string>()
  let written = 0
  const writer = async () => {
    while (acknowledged.size < answers) {
      const n = ++written
      try {
        const started = await ask('POST', '/tickets', { mailboxId, to: [{ name: `Klient ${n}`, address: `klient${n}@example.org` }], subject: `Sprawa ${n}`, text: `Odpowiedź ${n}`, undoSeconds: 0 })
        if (started.status !== 201) continue
        const first = (await ask('GET', `/tickets/${started.body.id}/interactions`)).body.items[0]!
        acknowledged.set(first.messageId, first.id)
      } catch {
        // The server is down: whatever was not acknowledged does not count.
        await pause(50)
      }
    }
  }
  const writers = Array.from({ length: 4 }, writer)
  for (let kill = 0; kill < kills; kill++) {
    await pause(300 + Math.random() * 1500)
    await server.killEverything()
    console.log(`killed everything: ${acknowledged.size} answers acknowledged, ${sink.taken.size} at the mail server`)
    await server.restart()
  }
  await Promise.all(writers)

  const states = async () => {
    const count = new Map<string, number>()
    const uncertain: string[] = []
    for (const [messageId, id] of acknowledged) {
      const state: string = (await ask('GET', `/interactions/${id}`)).body.delivery.state
      count.set(state, (count.get(state) ?? 0) + 1)
      if (state === 'uncertain') uncertain.push(messageId)
    }
    return { count, uncertain }
  }
  let now = await states()
  for (const until = Date.now() + 240_000; Date.now() < until && ((now.count.get('pending') ?? 0) + (now.count.get('sending') ?? 0)) > 0; now = await states()) await pause(1000)

  const twice = [...sink.taken].filter(([, n]) => n > 1)
  const missing = [...acknowledged.keys()].filter((id) => !sink.taken.has(id))
  const missingAndCertain = missing.filter((id) => !now.uncertain.includes(id))
  console.log(`acknowledged ${acknowledged.size}, states ${JSON.stringify(Object.fromEntries(now.count))}`)
  console.log(`uncertain ${now.uncertain.length}, of these at the mail server ${now.uncertain.filter((id) => sink.taken.has(id)).length}`)
  console.log(`twice ${twice.length}, missing ${missing.length} (without being called uncertain: ${missingAndCertain.length})`)
  failed = twice.length > 0 || missing.length > 0
} finally {
  sink.stop()
  await server.killEverything().catch(() => {})
  await server.remove()
}
process.exit(failed ? 1 : 0)
