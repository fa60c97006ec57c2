// Answers of a year to one survey, as people give them: most are content, a third write nothing, 40 places, 50 people; with their facts and sums.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { countedCells, memberCells, monthOf } from '../../apps/server/src/modules/feedback/counting/cells.ts'

const definition = {
  languages: ['pl'], defaultLanguage: 'pl', title: { pl: 'Po wizycie' }, intro: {}, thanks: {}, whatNext: {}, reviewLinks: [],
  questions: [
    { id: 'nps', type: 'nps', title: { pl: 'Czy polecisz nas?' } },
    { id: 'why', type: 'multiple', title: { pl: 'Dlaczego?' }, options: ['wait', 'price', 'staff', 'stock'].map((id) => ({ id, label: { pl: id } })) },
    { id: 'ease', type: 'ces', title: { pl: 'Czy było łatwo?' } },
    { id: 'text', type: 'text', title: { pl: 'Coś jeszcze?' } },
  ],
}

export interface Answered { surveyId: string; locationId: string; lastDay: string }

/** A new survey with so many answers of the last year, to the only organization. */
export async function fillAnswers(ownerUrl: string, answers: number): Promise<Answered> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  const org = (await client.query<{ id: number }>('select id from org order by id limit 1')).rows[0]!.id
  const surveyId = randomUUID()
  const ids = async (table: string, prefix: string, n: number, insert: string) => {
    await client.query(`${insert} from generate_series(1, $2::int - (select count(*)::int from ${table} where org_id = $1 and name like '${prefix}%')) n`, [org, n])
    return (await client.query<{ ids: string[] }>(`select array_agg(id order by id) as ids from ${table} where org_id = $1 and name like '${prefix}%'`, [org])).rows[0]!.ids
  }
  const locations = await ids('location', 'Salon ', 40, `insert into location (org_id, id, name) select $1, gen_random_uuid(), 'Salon ' || gen_random_uuid()`)
  const staff = await ids('staff', 'Osoba ', 50, `insert into staff (org_id, id, user_id, name, email, role) select $1, gen_random_uuid(), gen_random_uuid(), 'Osoba ' || gen_random_uuid(), gen_random_uuid() || '@bench.example', 'agent'`)
  await client.query(`insert into survey (org_id, id, name, state, draft, version) values ($1, $2, 'Po wizycie', 'active', $3, 1)`, [org, surveyId, JSON.stringify(definition)])
  await client.query('insert into survey_version (org_id, survey_id, version, definition) values ($1, $2, 1, $3)', [org, surveyId, JSON.stringify(definition)])
  const chunk = 50_000
  for (let from = 1; from <= answers; from += chunk) {
    await client.query(
      `with given as (
         select gen_random_uuid() as id, now() - (n::float8 / $3) * interval '364 days' as at, r, (array[10, 10, 9, 9, 9, 8, 8, 7, 5, 2, 0])[r % 11 + 1] as nps, (array['wait', 'price', 'staff', 'stock'])[r % 4 + 1] as why, r % 7 + 1 as ease, r % 3 = 0 as wrote,
           ($4::uuid[])[(r / 7) % array_length($4::uuid[], 1) + 1] as location_id, ($5::uuid[])[(r / 11) % array_length($5::uuid[], 1) + 1] as staff_id, (array['email', 'email', 'qr', 'kiosk'])[r % 4 + 1] as road
         from generate_series($6::int, $7::int) n cross join lateral (select abs(hashint4(n)) % 1000000 as r) x),
       answered as (
         insert into answer (org_id, id, survey_id, version, road, location_id, staff_id, channel, language, values, state, metric, score, scale_min, scale_max, tone, comment, at, finished_at)
         select $1, id, $2, 1, road, location_id, staff_id, 'visit', 'pl', jsonb_build_object('nps', nps, 'why', jsonb_build_array(why), 'ease', ease) || case when wrote then '{"text": "Długo czekałam przy kasie."}'::jsonb else '{}' end, 'finished', 'nps', nps, 0, 10,
           case when nps >= 9 then 'high' when nps >= 7 then 'middle' else 'low' end, case when wrote then 'Długo czekałam przy kasie.' end, at, at from given),
       fact as (
         insert into feedback_fact (org_id, id, survey_id, day, weight, answer_id, version, road, channel, language, location_id, staff_id, counted)
         select $1, gen_random_uuid(), $2, (at at time zone 'Europe/Warsaw')::date, 1, id, 1, road, 'visit', 'pl', location_id, staff_id,
           jsonb_build_object('~', jsonb_build_array('finished'), 'nps', jsonb_build_array(nps::text), 'why', jsonb_build_array(why), 'ease', jsonb_build_array(ease::text)) || case when wrote then '{"text": ["~text"]}'::jsonb else '{}' end from given
         union all
         select $1, gen_random_uuid(), $2, (at at time zone 'Europe/Warsaw')::date, 1, null, 1, road, 'visit', 'pl', location_id, staff_id, '{"~": ["planned", "sent", "opened", "started", "finished"]}' from given where road = 'email'
         returning *),
       cell as (select d.dimension, d.member, q.question_id, q.value, f.day, sum(f.weight) as n from fact f cross join lateral ${memberCells} cross join lateral ${countedCells} group by 1, 2, 3, 4, 5)
       insert into feedback_tally (org_id, survey_id, dimension, member, question_id, value, day, n)
       select $1, $2, c.* from (select * from cell union all select ${monthOf}, member, question_id, value, date_trunc('month', day)::date, sum(n) from cell group by 1, 2, 3, 4, 5) c
       on conflict (org_id, survey_id, dimension, question_id, member, value, day) do update set n = feedback_tally.n + excluded.n`,
      [org, surveyId, answers, locations, staff, from, Math.min(answers, from + chunk - 1)])
  }
  await client.query('vacuum analyze answer, feedback_fact, feedback_tally, survey')
  await client.query('checkpoint').catch(() => {})
  await client.end()
  return { surveyId, locationId: locations[7]!, lastDay: new Date().toISOString().slice(0, 10) }
}
