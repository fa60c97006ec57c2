// node bench/chaos-intake.ts [mails] [kills]: mails are sent over eight connections without a pause while every process,
// PostgreSQL included, is killed at random moments. A sender whose mail was not acknowledged sends it again, as mail
// servers do. Each acknowledged mail must be in the diary exactly once, in a ticket of its own.
import pg from 'pg'
import { setTimeout as pause } from 'node:timers/promises'
import { makeMail, openSmtp } from './ground/smtp-client.ts'
import { mailbox, startServer } from './ground/server.ts'

const mails = Number(process.argv[2] ?? 2000)
const kills = Number(process.argv[3] ?? 5)
const connections = 8

const server = await startServer()
let failed = true
try {
  const acknowledged = new Set<number>()
  let next = 0
  let again = 0
  const sender = async () => {
    let smtp: Awaited<ReturnType<typeof openSmtp>> | null = null
    for (let n = next++; n < mails; n = next++) {
      while (!acknowledged.has(n)) {
        try {
          smtp ??= await openSmtp(server.smtpPort)
          await smtp.send(`klient${n}@poczta.example`, mailbox, makeMail(n, n % 500))
          acknowledged.add(n)
        } catch {
          again++
          smtp?.close()
          smtp = null
          await pause(20)
        }
      }
    }
    smtp?.close()
  }
  const senders = Array.from({ length: connections }, sender)
  for (let kill = 1; kill <= kills; kill++) {
    // Spread over the whole intake, each at a random point of its share.
    const at = Math.floor(((kill - 1 + Math.random()) * mails) / kills)
    while (acknowledged.size < at) await pause(2)
    await server.killEverything()
    console.log(`killed everything: ${acknowledged.size} mails acknowledged`)
    await server.restart()
  }
  await Promise.all(senders)

  const client = new pg.Client({ connectionString: server.ownerUrl })
  await client.connect()
  const waiting = async () => (await client.query<{ n: number }>(`select count(*)::int as n from mail_delivery where state = 'received'`)).rows[0]!.n
  for (const until = Date.now() + 300_000; Date.now() < until && (await waiting()) > 0;) await pause(250)
  const { rows: [found] } = await client.query<{ missing: number; twice: number; tickets: number; parked: number; waiting: number }>(
    `with wanted as (select format('bench-%s@poczta.example', n) as id from generate_series(0, $1::int - 1) n),
     counted as (select w.id, count(i.id) as n from wanted w left join interaction i on i.message_id = w.id and i.direction = 'in' group by w.id)
     select count(*) filter (where n = 0)::int as missing, count(*) filter (where n > 1)::int as twice, (select count(*)::int from ticket) as tickets,
       (select count(*)::int from mail_delivery where state = 'parked') as parked, (select count(*)::int from mail_delivery where state = 'received') as waiting from counted`, [mails])
  await client.end()
  console.log(`acknowledged ${acknowledged.size}, sent again ${again}, missing ${found!.missing}, twice ${found!.twice}, tickets ${found!.tickets}, parked ${found!.parked}, still waiting ${found!.waiting}`)
  failed = found!.missing > 0 || found!.twice > 0 || found!.tickets !== mails || found!.parked > 0 || found!.waiting > 0
} finally {
  await server.killEverything().catch(() => {})
  await server.remove()
}
process.exit(failed ? 1 : 0)
