// From SMTP to the ticket: 4 KB mails over 8 connections until the tickets exist. Reference: the same rows by one process,
// one transaction a message, over 8 connections of the same PostgreSQL, in the same run.
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { newId } from '../apps/server/src/platform/id.ts'
import { fillTickets } from './ground/fill.ts'
import { perSecond, type Finding } from './ground/figures.ts'
import { mailbox, type BenchServer } from './ground/server.ts'
import { makeMail, openSmtp } from './ground/smtp-client.ts'

const connections = 8

/** Mails a second until every ticket exists, and until every mail was acknowledged. */
export async function measureIntake(server: BenchServer, count: number): Promise<{ tickets: number; acknowledged: number }> {
  const client = new pg.Client({ connectionString: server.ownerUrl })
  client.on('error', () => {})
  await client.connect()
  const countTickets = async () => (await client.query<{ n: number }>(`select last_value::int as n from pg_sequences where schemaname = 'ticket_number'`)).rows[0]!.n ?? 0
  const waiting = async () => (await client.query<{ n: number }>(`select count(*)::int as n from mail_delivery where state = 'received'`)).rows[0]!.n
  const senders = await Promise.all(Array.from({ length: connections }, () => openSmtp(server.smtpPort)))
  const run = randomBytes(4).toString('hex')
  const before = await countTickets()
  const from = performance.now()
  let next = 0
  await Promise.all(senders.map(async (sender) => {
    while (next < count) {
      const n = next++
      await sender.send(`klient${n % 500}@poczta.example`, mailbox, makeMail(`${run}-${n}`, n % 500))
    }
  }))
  const acknowledgedMs = performance.now() - from
  while ((await waiting()) > 0) await pause(10)
  const ticketsMs = performance.now() - from
  const made = (await countTickets()) - before
  if (made < count) throw new Error(`${count} mails were acknowledged, ${made} tickets exist`)
  for (const sender of senders) sender.close()
  await client.end()
  return { tickets: perSecond(count, ticketsMs), acknowledged: perSecond(count, acknowledgedMs) }
}

/** Messages a second: the rows of one mail in one transaction each, in one statement, over 8 connections. */
export async function measureReference(ownerUrl: string, count: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: connections })
  const { rows: [place] } = await pool.query<{ org: number; mailbox: string; customer: string }>('select o.id as org, (select id from mailbox limit 1) as mailbox, (select id from customer limit 1) as customer from org o limit 1')
  const { org, mailbox: box, customer } = place!
  const statement = {
    name: 'reference', text: `with content as (insert into mail_content (org_id, id, fingerprint, size, raw) values ($1, $2, $3, 4096, $4)),
      delivery as (insert into mail_delivery (org_id, id, mailbox_id, content_id, source, state) values ($1, $5, $6, $2, 'smtp', 'read')),
      ticket as (insert into ticket (org_id, id, number, subject, customer_id, channel, mailbox_id, last_interaction_at, last_direction) values ($1, $7, nextval('ticket_number.org_${org}'), $8, $9, 'email', $6, now(), 'in')),
      event as (insert into event (org_id, id, name, ids) values ($1, $10, 'diary.ticketCreated', '{}'), ($1, $12, 'diary.messageReceived', '{}'))
      insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, mailbox_id, at, from_address, subject, text, message_id, content_id)
      values ($1, $11, $7, $9, 'message', 'in', 'email', $6, now(), 'a@b.example', $8, $13, $3, $2)`,
  }
  const job = { name: 'reference-job', text: `select graphile_worker.add_job('bench.nothing', '{}', run_at := now() + interval '1 year')` }
  const mail = makeMail('reference', 1)
  const from = performance.now()
  let next = 0
  await Promise.all(Array.from({ length: connections }, async () => {
    const client = await pool.connect()
    while (next++ < count) {
      const id = newId()
      await client.query('begin')
      await client.query({ ...statement, values: [org, id, id, Buffer.from(mail), newId(), box, newId(), 'Sprawa', customer, newId(), newId(), newId(), mail] })
      await client.query(job)
      await client.query('commit')
    }
    client.release()
  }))
  const elapsed = performance.now() - from
  await pool.query(`select graphile_worker.complete_jobs(array(select j.id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'bench.nothing'))`)
  await pool.end()
  return perSecond(count, elapsed)
}

export async function benchIntake(server: BenchServer, mails = 4000): Promise<Finding[]> {
  const findings: Finding[] = []
  const rates: number[] = []
  await measureIntake(server, 500)
  for (const size of [1000, 50_000, 200_000]) {
    await fillTickets(server.ownerUrl, size)
    const { tickets, acknowledged } = await measureIntake(server, mails)
    const reference = await measureReference(server.ownerUrl, mails)
    rates.push(tickets)
    findings.push({ what: `intake at ${size.toLocaleString('en')} tickets (acknowledged ${acknowledged}/s)`, figure: `${tickets}/s`, reference: `${reference}/s, one transaction a message`, ratio: (tickets / reference).toFixed(2), wanted: '≥ 0.25', reached: tickets / reference >= 0.25 })
  }
  const kept = Math.min(...rates) / rates[0]!
  findings.push({ what: 'intake as the database grows from 1,000 to 200,000', figure: `${rates.join(' → ')}/s`, reference: `${rates[0]}/s`, ratio: kept.toFixed(2), wanted: '≥ 0.80', reached: kept >= 0.8 })
  return findings
}
