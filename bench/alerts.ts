// From a bad rating to the sent alert: each answer posted on its page, until a mail server has taken the mail about it, with a rule that
// stands already. Two answers a second, each an alert of its own. Beside it what posting the answer itself takes.
import { Agent, request } from 'node:http'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { simpleParser } from 'mailparser'
import pg from 'pg'
import { openSink } from '../apps/server/src/modules/channels/sending/testing.ts'
import { invite } from './answering.ts'
import { ms, percentile, type Finding } from './ground/figures.ts'
import { startServer } from './ground/server.ts'

const everyMs = 500

export async function benchAlerts(_server?: unknown, answers = Number(process.env['KONTUAR_BENCH_ALERTS'] ?? 60)): Promise<Finding[]> {
  const sink = await openSink()
  const server = await startServer({ KONTUAR_SMTP_URL: `smtp://127.0.0.1:${sink.port}` })
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  try {
    const tokens = await invite(server.ownerUrl, answers)
    await addRule(server.ownerUrl)
    const posted: number[] = []
    const mails: { raw: string; at: number }[] = []
    sink.onMessage = ({ raw }) => {
      mails.push({ raw, at: performance.now() })
      return null
    }
    const took: number[] = []
    const post = (token: string, body: string) => new Promise<void>((resolve, reject) => {
      const from = performance.now()
      const asked = request(`${server.url}/s/${token}?lang=pl`, { method: 'POST', agent, headers: { 'content-type': 'application/x-www-form-urlencoded' } }, (answer) => {
        answer.resume().on('end', () => {
          took.push(performance.now() - from)
          if (answer.statusCode === 200) resolve()
          else reject(new Error(`answered ${answer.statusCode}`))
        })
      })
      asked.on('error', reject).end(body)
    })
    for (const token of tokens) {
      posted.push(performance.now())
      await post(token, 'version=1&shown=&q.nps=2')
      await pause(everyMs)
    }
    for (let waited = 0; mails.length < answers && waited < 20_000; waited += 100) await pause(100)
    const order = await alertsInOrder(server.ownerUrl)
    const waits: number[] = []
    for (const { raw, at } of mails) {
      const { text } = await simpleParser(Buffer.from(raw, 'latin1'))
      const i = order.findIndex((id) => text?.includes(`/alerts/${id}`))
      if (i >= 0) waits.push(at - posted[i]!)
    }
    const p95 = percentile(waits, 0.95)
    return [{
      what: `from a bad rating to its mail at the mail server, 95 of 100 (${waits.length} of ${answers} came, median ${ms(percentile(waits, 0.5))})`, figure: ms(p95), reference: `${ms(percentile(took, 0.95))} to post the answer`, ratio: (p95 / percentile(took, 0.95)).toFixed(1),
      wanted: 'all come, < 2 s', reached: waits.length === answers && p95 < 2000,
    }]
  } finally {
    agent.destroy()
    await server.remove()
    await sink.close()
  }
}

async function addRule(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const definition = { kind: 'event', on: 'answer', where: { combinator: 'and', rules: [{ field: 'score', operator: '<=', value: 6 }] } }
  const delivery = { recipients: [{ to: 'role', role: 'administrator' }], roads: ['app', 'mail'], destinationIds: [], urgent: true, when: 'at-once', groupMinutes: 0, escalation: [], calendarId: null, task: null }
  await client.query(`insert into alert_rule (org_id, id, name, definition, delivery, since) select id, $1, 'Bad rating', $2, $3, now() - interval '1 day' from org`, [randomUUID(), JSON.stringify(definition), JSON.stringify(delivery)])
  await client.query(`insert into alert_rules_version (org_id) select id from org on conflict (org_id) do update set version = alert_rules_version.version + 1`)
  await client.end()
}

/** As their answers were posted. */
async function alertsInOrder(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ id: string }>('select l.id from alert l join answer a on a.org_id = l.org_id and a.id = l.answer_id order by a.created_at, a.id')
  await client.end()
  return rows.map((r) => r.id)
}
