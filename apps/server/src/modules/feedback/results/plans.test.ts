// Guards the roads: sums are read by the key of the tally, whatever is filtered and however many other surveys there are; lists of
// answers by their indexes. Looked at as the program's own role, for row-level security changes what an index may do.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type OpenedTestDatabase } from '../../../platform/db/testing.ts'
import { answerListStatement, type AnswersQuery } from '../answers/list-answers.ts'
import { buildSurvey } from '../counting/testing.ts'
import { noteFacts } from '../counting/note-facts.ts'
import { countedOnce } from '../counting/testing.ts'
import { sumsStatement, type Grouping } from './read-sums.ts'
import { scopeOf } from './scope.ts'

let database: OpenedTestDatabase
let org: number
let survey: string
let location: string
beforeAll(async () => {
  database = await openTestDatabase()
  org = await database.newOrganization()
  survey = await database.db.write(org, (tx) => buildSurvey(tx))
  const other = await database.db.write(org, (tx) => buildSurvey(tx))
  location = (await database.asOwner<{ id: string }>(`insert into location (org_id, id, name) select $1, gen_random_uuid(), 'Salon ' || n from generate_series(1, 20) n returning id`, [org]))[0]!.id
  await database.asOwner(
    `insert into feedback_tally (org_id, survey_id, dimension, member, question_id, value, day, n)
     select $1, s.id, d.dimension, d.member, q.q, v::text, '2030-01-01'::date + day, 1 from unnest($2::uuid[]) s (id), (select t, m from (select 'all', '' union all select 'location', id::text from location where org_id = $1) x (t, m) union all select t || '/month', m from (select 'all', '' union all select 'location', id::text from location where org_id = $1) x (t, m)) d (dimension, member), unnest(array['~', 'nps', 'why', 'text', 'old1', 'old2', 'old3']) q (q), generate_series(0, 4) v, generate_series(0, 30) day`, [org, [survey, other]])
  await database.asOwner(
    `insert into answer (org_id, id, survey_id, version, road, location_id, language, values, state, tone, comment, at) select $1, gen_random_uuid(), (array[$2::uuid, $3::uuid])[n % 2 + 1], 1, 'qr', (select id from location where org_id = $1 and name = 'Salon ' || (n % 20 + 1)), 'pl', '{"nps": 5}', 'finished',
       (array['low', 'middle', 'high'])[n % 3 + 1], case when n % 10 = 0 then 'Słowa' end, '2030-01-01'::timestamptz + n * interval '1 minute' from generate_series(1, 20000) n`, [org, survey, other])
  await database.asOwner(`insert into feedback_fact (org_id, id, survey_id, day, weight, answer_id, counted) select $1, gen_random_uuid(), $2, '2030-01-01', 1, gen_random_uuid(), '{"~": ["finished"]}' from generate_series(1, 5000)`, [org, survey])
  await database.db.write(org, (tx) => noteFacts(tx, Array.from({ length: 50 }, () => ({ ...countedOnce({ surveyId: survey, locationId: location, counted: { '~': ['finished'], nps: ['9'] } }), weight: 1 as const }))))
  await database.asOwner('analyze feedback_tally, feedback_fact, feedback_fact_waiting, answer, survey, location')
})
afterAll(() => database.close())

interface Node { 'Node Type': string; 'Index Name'?: string; 'Relation Name'?: string; 'Index Cond'?: string; Plans?: Node[] }
const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)]
const planOf = (text: string, values: unknown[]) => database.db.read(org, async (tx) => flat((await tx.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (format json) ${text}`, values))[0]!['QUERY PLAN'][0].Plan))

test.each<[string, () => Parameters<typeof scopeOf>[1], Grouping]>([
  ['everything', () => ({}), 'none'], ['some days', () => ({ from: '2030-01-10', until: '2030-01-20' }), 'none'], ['one location', () => ({ locationId: location }), 'none'], ['months and what is left at their ends', () => ({ locationId: location, from: '2030-01-10', until: '2030-03-05' }), 'none'], ['everything by location', () => ({}), 'location'],
  ['everything by day', () => ({}), 'day'], ['one location by day', () => ({ locationId: location, from: '2030-01-10' }), 'day'],
])('sums of %s are read by the key of the tally, and only what waits is read besides', async (_what, query, grouping) => {
  const { text, values, far } = sumsStatement(org, scopeOf(survey, query(), false), ['~', 'nps', 'why'], grouping)
  expect(far).toBe(false)
  const plan = await planOf(text, values)
  const tally = plan.filter((n) => (n['Relation Name'] === 'feedback_tally' && n['Node Type'] !== 'Bitmap Heap Scan') || n['Index Name']?.startsWith('feedback_tally'))
  expect(tally.length).toBeGreaterThan(0)
  for (const node of tally) {
    expect(node['Index Name']).toBe('feedback_tally_pkey')
    for (const column of ['survey_id', 'dimension', 'question_id', ...(query().locationId === undefined ? [] : ['member'])]) expect(node['Index Cond']).toContain(column)
  }
  expect(plan.filter((n) => n['Relation Name'] === 'feedback_fact').map((n) => n['Index Name'])).toEqual(['feedback_fact_pkey'])
})

test.each<[string, () => AnswersQuery, RegExp]>([
  ['one survey', () => ({ surveyId: survey }), /^answer_by_survey$/], ['those with a comment', () => ({ surveyId: survey, commented: 'true' }), /^answer_(commented|by_survey)$/], ['the low ones', () => ({ tone: 'low' }), /^answer_by_tone$/],
  ['one location’s', () => ({ locationId: location }), /^answer_by_location$/], ['all surveys', () => ({}), /^answer_by_time$/], ['those taken back', () => ({ invalid: 'true' }), /^answer_taken_back$/],
])('a page of %s is read in its order by an index', async (_what, query, index) => {
  const statement = (await database.db.read(org, (tx) => answerListStatement(tx, { ...query(), limit: 50 }, false)))!
  const plan = await planOf(statement.text, statement.values)
  const read = plan.filter((n) => n['Relation Name'] === 'answer' || n['Index Name']?.startsWith('answer'))
  expect(read.map((n) => n['Index Name'])).toEqual([expect.stringMatching(index)])
})
