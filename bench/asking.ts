// 5,000 tickets are closed, and everybody is asked: planned by rule, composed in their language with a link of their own, entered in diary
// and ledger. Beside it: the same functions one person and one transaction at a time. Nothing else works meanwhile: what leaves is
// measured by `automatic-mails`.
import pg from 'pg'
import '../apps/server/src/app/ports.ts'
import { subscribersOf } from '../apps/server/src/app/subscriptions.ts'
import { inviteToSurveys } from '../apps/server/src/modules/feedback/asking/planning/handlers.ts'
import { sendBatch, sendDue } from '../apps/server/src/modules/feedback/asking/sending/send-batch.ts'
import { readConfig } from '../apps/server/src/platform/config.ts'
import { createCrypto } from '../apps/server/src/platform/crypto/seal.ts'
import { openDatabase } from '../apps/server/src/platform/db/database.ts'
import { openDiskStore } from '../apps/server/src/platform/files/disk.ts'
import { newId } from '../apps/server/src/platform/id.ts'
import { createLog } from '../apps/server/src/platform/log.ts'
import type { Platform } from '../apps/server/src/platform/platform.ts'
import { startPostgres } from '../apps/server/src/platform/postgres/index.ts'
import { surveyTemplates } from '../packages/survey/src/index.ts'
import { perSecond, type Finding } from './ground/figures.ts'
import type { BenchServer } from './ground/server.ts'

const people = 5000
const oneByOne = 200
const wantedPerMinute = 5000

export async function benchAsking(server: BenchServer): Promise<Finding[]> {
  // The database alone: a server beside it would begin to send.
  await server.kill()
  const postgres = await startPostgres({ dataDir: server.dataDir, log: { info() {}, warn() {} } })
  const client = new pg.Client({ connectionString: postgres.ownerUrl })
  client.on('error', () => {})
  await client.connect()
  const org = (await client.query<{ id: number }>('select id from org limit 1')).rows[0]!.id
  await client.query(`update mailbox set smtp = $1`, [JSON.stringify({ host: '127.0.0.1', port: 1, security: 'none', user: '', auth: 'none' })])
  await client.query(`insert into feedback_setting (org_id, send_from, send_until) values ($1, '00:00', '00:00') on conflict (org_id) do update set send_from = '00:00', send_until = '00:00'`, [org])
  const definition = JSON.stringify(surveyTemplates.find((t) => t.key === 'after-ticket')!.definition)
  const [survey, touchpoint] = [newId(), newId()]
  await client.query(`insert into survey (org_id, id, name, state, draft, version) values ($1, $2, 'Ocena', 'active', $3, 1)`, [org, survey, definition])
  await client.query('insert into survey_version (org_id, survey_id, version, definition) values ($1, $2, 1, $3)', [org, survey, definition])
  const rules = { roads: ['email'], delayMinutes: 0, conditions: { combinator: 'and', rules: [{ field: 'priority', operator: '!=', value: 'urgent' }] } }
  await client.query(`insert into touchpoint (org_id, id, survey_id, name, trigger, definition, position) values ($1, $2, $3, 'Po zamknięciu', 'ticket-closed', $4, 0)`, [org, touchpoint, survey, JSON.stringify(rules)])
  await client.query(`insert into customer (org_id, id, name, language) select $1::int, gen_random_uuid(), 'Klient ' || n, (array['pl', 'ru', 'en'])[n % 3 + 1] from generate_series(1, $2::int) n`, [org, people + oneByOne])
  await client.query(`insert into identity (org_id, id, customer_id, kind, address, address_key) select $1::int, gen_random_uuid(), c.id, 'email', 'k' || c.id || '@poczta.example', 'k' || c.id || '@poczta.example' from customer c where c.org_id = $1`, [org])
  const tickets = (await client.query<{ id: string; customer: string }>(
    `insert into ticket (org_id, id, number, subject, customer_id, channel, status, status_category, last_interaction_at, last_direction, closed_at)
     select $1::int, gen_random_uuid(), nextval(format('ticket_number.org_%s', $1::int)), 'Sprawa', c.id, 'email', 'closed', 'closed', now(), 'in', now() from customer c where c.org_id = $1 returning id, customer_id as customer`, [org])).rows
  await client.query(
    `insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, at, from_address, subject, text, message_id)
     select $1::int, gen_random_uuid(), t.id, t.customer_id, 'message', case when n % 2 = 1 then 'in' else 'out' end, 'email', now() - n * interval '1 hour', 'k' || t.customer_id || '@poczta.example', 'Sprawa', 'Dzień dobry', gen_random_uuid() || '@klient.example' from ticket t, generate_series(1, 3) n where t.org_id = $1`, [org])
  await client.query('vacuum analyze')

  const db = openDatabase({ url: postgres.ownerUrl, subscribersOf, max: 4 })
  const config = readConfig({ KONTUAR_DATA: server.dataDir, LOG_LEVEL: 'silent' }, [])
  const platform: Platform = { config, db, log: createLog('silent'), files: openDiskStore(`${server.dataDir}/files`), crypto: createCrypto('a secret for measurements alone'), publicUrl: () => server.url }
  const invite = inviteToSurveys(platform)
  const closed = (some: typeof tickets) => invite.handle(org, some.map(({ id, customer }) => ({ id: newId(), name: 'diary.ticketClosed', at: new Date().toISOString(), ids: { ticketId: id, customerId: customer, interactionId: newId() }, detail: {} })))

  const single = tickets.slice(0, oneByOne)
  const singleFrom = performance.now()
  for (const ticket of single) {
    await closed([ticket])
    await sendBatch(platform, org, 1)
  }
  const singlePerMinute = perSecond(oneByOne, performance.now() - singleFrom) * 60

  const rest = tickets.slice(oneByOne)
  const from = performance.now()
  await closed(rest)
  const plannedMs = performance.now() - from
  await sendDue(platform, org, 200, Number.POSITIVE_INFINITY)
  const perMinute = perSecond(people, performance.now() - from) * 60
  const count = async (what: string) => (await client.query<{ n: number }>(`select ${what} as n`)).rows[0]!.n
  const sent = await count(`(select count(*)::int from survey_invitation where state = 'sent')`)
  const mails = await count('(select count(distinct interaction_id)::int from outgoing_mail)')
  const twice = await count('(select count(*)::int from (select customer_id from survey_invitation group by 1 having count(*) > 1) x)')
  await db.close()
  await client.end()
  await postgres.stop()
  const all = people + oneByOne
  return [
    { what: `${people} invitations planned, composed and entered`, figure: `${perMinute}/min`, reference: `${singlePerMinute}/min, one by one`, ratio: (perMinute / singlePerMinute).toFixed(2), wanted: `≥ ${wantedPerMinute}/min`, reached: perMinute >= wantedPerMinute },
    { what: 'of this the planning', figure: `${(plannedMs / 1000).toFixed(1)} s`, reference: '', ratio: '', wanted: '', reached: true },
    { what: `of ${all} people: invitations sent, their mails, asked twice`, figure: `${sent}, ${mails}, ${twice}`, reference: `${all}, ${all}, 0`, ratio: '', wanted: `${all}, ${all}, 0`, reached: sent === all && mails === all && twice === 0 },
  ]
}
