// Facts of 24 months as a chain of 40 locations with 500 people has them: quiet nights and Sundays, five kinds of entries, a ticket for every
// four of them, an answer for every forty. Written straight into the table, without indexes meanwhile; the sums are made by the product's own rebuild.
import pg from 'pg'
import { openDatabase } from '../../apps/server/src/platform/db/database.ts'
import { rebuildSums } from '../../apps/server/src/modules/insight/sums/index.ts'

export const months = 24
const chunk = 250_000

export interface FilledFacts { facts: number; locationId: string; staffId: string; fillSeconds: number; sumSeconds: number; bytes: { facts: number; sums: number; bins: number } }

/** Facts of so many interactions, of the only organization, up to the end of today; what an earlier run left in a folder that stays is taken as it is. */
export async function fillFacts(ownerUrl: string, interactions: number): Promise<FilledFacts> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  const org = (await client.query<{ id: number }>('select id from org order by id limit 1')).rows[0]!.id
  const sizeOf = async (table: string) => Number((await client.query<{ n: string }>('select pg_total_relation_size($1::regclass) as n', [table])).rows[0]!.n)
  const sizes = async () => ({ facts: await sizeOf('fact'), sums: await sizeOf('fact_sum'), bins: await sizeOf('fact_bin') })
  const known = (await client.query<{ id: string; facts: number }>(`select id, (select count(*)::int from fact) as facts from location where org_id = $1 and name like 'Sklep %' order by id`, [org])).rows
  if (known.length > 0) {
    const staffId = (await client.query<{ id: string }>(`select id from staff where org_id = $1 and name like 'Osoba %' order by id offset 7 limit 1`, [org])).rows[0]!.id
    const bytes = await sizes()
    await client.end()
    return { facts: known[0]!.facts, locationId: known[7]!.id, staffId, fillSeconds: 0, sumSeconds: 0, bytes }
  }
  const ids = async (text: string) => (await client.query<{ ids: string[] }>(`with made as (${text} returning id) select array_agg(id order by id) as ids from made`, [org])).rows[0]!.ids
  const locations = await ids(`insert into location (org_id, id, name) select $1, gen_random_uuid(), 'Sklep ' || n from generate_series(1, 40) n`)
  const staff = await ids(`insert into staff (org_id, id, user_id, name, email, role) select $1, gen_random_uuid(), gen_random_uuid(), 'Osoba ' || n, 'osoba' || n || '-' || gen_random_uuid() || '@bench.example', 'agent' from generate_series(1, 500) n`)
  const teams = await ids(`insert into team (org_id, id, name) select $1, gen_random_uuid(), 'Zespół ' || n from generate_series(1, 50) n`)
  const queues = await ids(`insert into queue (org_id, id, name, position) select $1, gen_random_uuid(), 'Kolejka ' || n, n from generate_series(1, 12) n`)
  const reasons = await ids(`insert into reason (org_id, id, path, name) select $1, id, array[id], 'Powód ' || n from (select gen_random_uuid() as id, n from generate_series(1, 60) n) x`)
  const surveyId = (await ids(`insert into survey (org_id, id, name, state, draft, version) select $1, gen_random_uuid(), 'Po wizycie', 'active', '{}', 1`))[0]!
  const indexes = (await client.query<{ name: string; text: string }>(`select indexname as name, indexdef as text from pg_indexes where schemaname = 'public' and tablename = 'fact' and indexname <> 'fact_pkey'`)).rows
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  const from = performance.now()
  let facts = 0
  for (let first = 1; first <= interactions; first += chunk) {
    const { rowCount } = await client.query(
      `insert into fact (org_id, id, kind, at, weight, subject_id, mark, measures, channel, language, queue_id, reason_id, location_id, team_id, staff_id, survey_id, newcomer)
       select $1, gen_random_uuid(), k.kind, x.at, 1, gen_random_uuid(), '', k.measures, (array['email', 'phone', 'phone', 'chat', 'visit', 'form'])[r % 6 + 1], 'pl', ($5::uuid[])[r % 12 + 1], ($6::uuid[])[r % 60 + 1], ($2::uuid[])[x.person % 40 + 1],
         ($4::uuid[])[x.person % 50 + 1], ($3::uuid[])[x.person + 1], case when k.kind = 'answer' then $7::uuid end, r % 5 = 0
       from generate_series($8::int, $9::int) n
       cross join lateral (select abs(hashint4(n)) as r, abs(hashint4(n + 1000000007)) as q) h
       cross join lateral (
         -- A working day of ten hours, Sundays thin, evenly over the months.
         select date_trunc('day', now()) + interval '1 day' - interval '1 day' * ((($10::int - n)::float8 / $10) * ${months} * 30.4)::int - interval '1 day' * (case when extract(isodow from now() - interval '1 day' * ((($10::int - n)::float8 / $10) * ${months} * 30.4)::int) = 7 and r % 4 > 0 then 1 else 0 end)
             - interval '16 hours' + interval '1 second' * (q % 36000) as at, (r / 13) % 500 as person) x
       cross join lateral (
         select 'entry' as kind, case
           when r % 20 < 9 then '{"contact-in": 1, "answered-by-machine": 0}'::jsonb
           when r % 20 < 14 then jsonb_build_object('contact-out', 1, 'first-response', 60 + q % 20000, 'first-response-clock', 60 + q % 80000)
           when r % 20 < 18 then jsonb_build_object('contact-out', 1, 'next-response', 30 + q % 9000, 'next-response-clock', 30 + q % 40000)
           else jsonb_build_object('contact-in', 1, 'offered', 1, 'answered', 1, 'answered-wait', q % 90, 'answered-within', (q % 90 <= 20)::int, 'handle', 60 + q % 600, 'talk', 40 + q % 500, 'hold', q % 60, 'wrap-up', 20 + q % 40) end as measures
         union all select 'ticket-opened', '{"opened": 1}' where n % 4 = 0
         union all select 'stay-entered', '{"entered": 1}' where n % 4 = 0
         union all select 'stay-left', '{"left": 1}' where n % 4 = 0 and n % 100 > 0
         union all select 'ticket-resolved', jsonb_build_object('resolution', 600 + q % 200000, 'resolution-clock', 600 + q % 600000, 'one-touch', (r % 3 = 0)::int, 'rated', (r % 7 = 0)::int, 'reopened-after', (r % 19 = 0)::int) where n % 4 = 0 and n % 100 > 0
         union all select 'answer', jsonb_build_object('answer', 1, 'nps', (array[10, 10, 9, 9, 9, 8, 8, 7, 5, 2, 0])[r % 11 + 1], (array['promoter', 'promoter', 'promoter', 'promoter', 'promoter', 'passive', 'passive', 'passive', 'detractor', 'detractor', 'detractor'])[r % 11 + 1], 1,
           'csat-satisfied', (r % 5 > 0)::int, 'commented', (r % 3 = 0)::int) where n % 40 = 0
         union all select 'complaint', '{"complaint": 1, "complaint-repeated": 0}' where n % 200 = 0) k`,
      [org, locations, staff, teams, queues, reasons, surveyId, first, Math.min(interactions, first + chunk - 1), interactions])
    facts += rowCount ?? 0
  }
  for (const { text } of indexes) await client.query(text)
  await client.query('vacuum analyze fact')
  const filled = performance.now()
  const db = openDatabase({ url: ownerUrl, subscribersOf: () => [], max: 2 })
  const summed = await db.write(org, rebuildSums)
  await db.close()
  if (summed !== facts) throw new Error(`${facts} facts were written and ${summed} summed`)
  const sumSeconds = (performance.now() - filled) / 1000
  await client.query('vacuum analyze fact_series, fact_sum, fact_bin')
  await client.query('checkpoint').catch(() => {})
  const bytes = await sizes()
  await client.end()
  return { facts, locationId: locations[7]!, staffId: staff[7]!, fillSeconds: (filled - from) / 1000, sumSeconds, bytes }
}
