// Invitations in bulk: prepared and entered by one process, each with a personal link that the diary does not keep. Beside it: the
// same functions one mail and one transaction at a time. Then all of them leave to a mail server that answers at once, while a
// person's answer comes in between.
import pg from 'pg'
import { setTimeout as pause } from 'node:timers/promises'
import { subscribersOf } from '../apps/server/src/app/subscriptions.ts'
import { enterAutomaticMails, prepareAutomaticMails, type AutomaticMail } from '../apps/server/src/modules/channels/index.ts'
import { readConfig } from '../apps/server/src/platform/config.ts'
import { createCrypto } from '../apps/server/src/platform/crypto/seal.ts'
import { openDatabase } from '../apps/server/src/platform/db/database.ts'
import { openDiskStore } from '../apps/server/src/platform/files/disk.ts'
import { createLog } from '../apps/server/src/platform/log.ts'
import type { Platform } from '../apps/server/src/platform/platform.ts'
import { perSecond, type Finding } from './ground/figures.ts'
import type { BenchServer } from './ground/server.ts'
import { startSink } from './ground/sink.ts'

const mails = 5000
const batch = 250
const wantedPerMinute = 5000

export async function benchAutomaticMails(server: BenchServer): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: server.ownerUrl })
  client.on('error', () => {})
  await client.connect()
  const sink = await startSink(0)
  const org = (await client.query<{ id: number }>('select id from org limit 1')).rows[0]!.id
  await client.query(`update mailbox set smtp = $1`, [JSON.stringify({ host: '127.0.0.1', port: sink.port, security: 'none', user: '', auth: 'none' })])
  await client.query('update org set outgoing_paused = true')
  await client.query(`insert into customer (org_id, id, name) select $1::int, gen_random_uuid(), 'Klient ' || n from generate_series(1, 2000) n`, [org])
  // Half of them belong to a ticket, and stand in its thread.
  const tickets = (await client.query<{ id: string; customer: string }>(
    `insert into ticket (org_id, id, number, subject, customer_id, channel, status, status_category, last_interaction_at, last_direction, closed_at)
     select $1::int, gen_random_uuid(), nextval(format('ticket_number.org_%s', $1::int)), 'Sprawa', c.id, 'email', 'closed', 'closed', now(), 'in', now() from customer c where c.org_id = $1 returning id, customer_id as customer`, [org])).rows
  await client.query(
    `insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, at, from_address, subject, text, message_id)
     select $1::int, gen_random_uuid(), t.id, t.customer_id, 'message', case when n % 2 = 1 then 'in' else 'out' end, 'email', now() - n * interval '1 hour', 'k@klient.example', 'Sprawa', 'Dzień dobry', gen_random_uuid() || '@klient.example' from ticket t, generate_series(1, 5) n where t.org_id = $1`, [org])
  await client.query('vacuum analyze')

  const db = openDatabase({ url: server.ownerUrl, subscribersOf, max: 4 })
  const config = readConfig({ KONTUAR_DATA: server.dataDir, LOG_LEVEL: 'silent' }, [])
  const platform: Platform = { config, db, log: createLog('silent'), files: openDiskStore(`${server.dataDir}/files`), crypto: createCrypto('a secret for measurements alone'), publicUrl: () => server.url }
  const invitation = (n: number): AutomaticMail => {
    const ticket = n % 2 === 0 ? tickets[n % tickets.length]! : null
    const link = `https://ankiety.example/a/${String(n).padStart(32, '0')}`
    const scale = (to: string) => Array.from({ length: 11 }, (_, i) => `<td style="padding:4px"><a href="${to}?v=${i}" style="display:block;width:32px;line-height:32px;border:1px solid #0b6e6e;border-radius:6px;text-align:center;color:#0b6e6e;text-decoration:none">${i}</a></td>`).join('')
    const html = (to: string) => `<table role="presentation" style="font-family:sans-serif"><tr><td><p>Dzień dobry,</p><p>jak prawdopodobne jest, że polecą nas Państwo znajomym?</p><table role="presentation"><tr>${scale(to)}</tr></table><p>Dziękujemy!</p></td></tr></table>`
    return {
      key: String(n), customerId: ticket?.customer ?? null, ticketId: ticket?.id ?? null, mailboxId: null, to: { name: `Klient ${n}`, address: `klient${n}@poczta.example` }, subject: 'Jak nam poszło?',
      text: `Dzień dobry,\n\njak prawdopodobne jest, że polecą nas Państwo znajomym?\n\n${link}\n`, html: html(link), shownText: 'Dzień dobry,\n\njak prawdopodobne jest, że polecą nas Państwo znajomym?\n', shownHtml: html('#'),
      language: 'pl', unsubscribeUrl: `${link}/bye`, queueId: null, locationId: null,
    }
  }
  const enter = async (from: number, count: number) => {
    const prepared = await prepareAutomaticMails(platform, org, Array.from({ length: count }, (_, i) => invitation(from + i)))
    await db.write(org, (tx) => enterAutomaticMails(tx, prepared))
  }

  await enter(100_000, batch)
  const one = 200
  const oneFrom = performance.now()
  for (let i = 0; i < one; i++) await enter(200_000 + i, 1)
  const onePerMinute = perSecond(one, performance.now() - oneFrom) * 60
  const from = performance.now()
  for (let n = 0; n < mails; n += batch) await enter(n, batch)
  const perMinute = perSecond(mails, performance.now() - from) * 60

  const count = async (where: string) => (await client.query<{ n: number }>(`select count(*)::int as n from outgoing_mail where ${where}`)).rows[0]!.n
  const all = await count('true')
  await client.query('update org set outgoing_paused = false')
  // The release of the brake is found by the sweep, each minute; here at once.
  await client.query(`select graphile_worker.add_job('channels.sweepOutgoing', '{}')`)
  const leaveFrom = performance.now()
  while ((await count(`state = 'sent'`)) < all / 4 && performance.now() - leaveFrom < 120_000) await pause(100)
  const answerFrom = performance.now()
  const answered = await fetch(`${server.url}/api/v1/tickets/${tickets[0]!.id}/interactions`, {
    method: 'POST', headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' }, body: JSON.stringify({ text: 'Odpowiedź człowieka', to: [{ name: '', address: 'czeka@poczta.example' }] }),
  })
  const answer = await answered.json() as { id: string }
  while ((await count(`interaction_id = '${answer.id}' and state = 'sent'`)) === 0 && performance.now() - answerFrom < 60_000) await pause(20)
  const answerMs = performance.now() - answerFrom
  const ahead = await count(`automatic and state = 'pending'`)
  while ((await count(`state = 'sent'`)) < all + 1 && performance.now() - leaveFrom < 300_000) await pause(200)
  const leavePerMinute = perSecond(all, performance.now() - leaveFrom) * 60
  const twice = [...sink.taken.values()].filter((times) => times > 1).length
  const kept = (await client.query<{ n: number }>('select count(*)::int as n from withheld_mail')).rows[0]!.n
  const sent = sink.taken.size
  sink.stop()
  await db.close()
  await client.end()
  return [
    { what: `${mails} invitations prepared and entered, ${batch} at a time`, figure: `${perMinute}/min`, reference: `${onePerMinute}/min, one by one`, ratio: (perMinute / onePerMinute).toFixed(2), wanted: `≥ ${wantedPerMinute}/min`, reached: perMinute >= wantedPerMinute },
    { what: 'they leave through one mailbox', figure: `${leavePerMinute}/min`, reference: '', ratio: '', wanted: '', reached: true },
    { what: `of ${all + 1} mails: taken, twice, links still kept`, figure: `${sent}, ${twice}, ${kept}`, reference: `${all + 1}, 0, 0`, ratio: '', wanted: `${all + 1}, 0, 0`, reached: sent === all + 1 && twice === 0 && kept === 0 },
    { what: `an answer of a person among them (${ahead} still waited)`, figure: `${answerMs.toFixed(0)} ms`, reference: '', ratio: '', wanted: '≤ 2000 ms', reached: answerMs <= 2000 && ahead > 0 },
  ]
}
