// Ten thousand alert rules judged on one event: in the transaction that judges, with the look whether they still are what was compiled, and the
// occurrence read. Beside it the same rules tried one by one, and a read by primary key. Rules as a chain of forty shops would have them.
import pg from 'pg'
import { openDatabase, type Database } from '../apps/server/src/platform/db/database.ts'
import { newId } from '../apps/server/src/platform/id.ts'
import { knownRules } from '../apps/server/src/modules/alerts/watching/compile/known-rules.ts'
import { fittingRules } from '../apps/server/src/modules/alerts/watching/compile/index-rules.ts'
import { blank, type Occurrence } from '../apps/server/src/modules/alerts/watching/occurrence.ts'
import { judge } from '../apps/server/src/modules/alerts/watching/live/judge-events.ts'
import { ms, percentile, type Finding } from './ground/figures.ts'
import type { BenchServer } from './ground/server.ts'

const many = 10_000
const ids = (n: number) => Array.from({ length: n }, () => newId())
const is = (field: string, value: unknown, operator = '=') => ({ field, operator, value })
const all = (...rules: object[]) => ({ combinator: 'and', rules })

export async function benchAlertRules(server: Pick<BenchServer, 'ownerUrl'>, rounds = 300): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: server.ownerUrl })
  client.on('error', () => {})
  await client.connect()
  const db = openDatabase({ url: server.ownerUrl, subscribersOf: () => [], max: 4 })
  try {
    const { rows: [org] } = await client.query<{ id: number }>('select id from org order by id limit 1')
    const orgId = org!.id
    const ground = { locations: ids(40), staff: ids(400), surveys: ids(6), queues: ids(12) }
    await fillRules(client, orgId, ground)
    const surveyId = ground.surveys[0]!
    await client.query(`insert into survey (org_id, id, name, state, draft, version) values ($1, $2, 'Bench', 'active', '{}', 1)`, [orgId, surveyId])
    await client.query(`insert into survey_version (org_id, survey_id, version, definition) values ($1, $2, 1, '{}')`, [orgId, surveyId])
    await client.query(`insert into location (org_id, id, name) values ($1, $2, 'Bench')`, [orgId, ground.locations[0]])
    return await measure(client, db, orgId, { surveyId, locationId: ground.locations[0]! }, rounds)
  } finally {
    await db.close()
    await client.end()
  }
}

async function measure(client: pg.Client, db: Database, orgId: number, place: { surveyId: string; locationId: string }, rounds: number): Promise<Finding[]> {
  const began = performance.now()
  const rules = (await db.read(orgId, knownRules))!
  const compiled = performance.now() - began
  const sample = { event: [] as number[], index: [] as number[], each: [] as number[], key: [] as number[] }
  const text = 'Dzień dobry, kupiłam u Państwa buty i po dwóch tygodniach odkleiła się podeszwa. '.repeat(8)
  for (let i = 0; i < rounds + 20; i++) {
    const answerId = newId()
    // Scores that few rules ask for: what they would raise is measured by bench/alerts.ts.
    await client.query(`insert into answer (org_id, id, survey_id, version, road, location_id, channel, language, values, state, metric, score, scale_min, scale_max, tone, comment, at) values ($1, $2, $3, 1, 'link', $4, 'phone', 'pl', '{}', 'finished', 'nps', 8, 0, 10, 'middle', $5, now())`, [orgId, answerId, place.surveyId, place.locationId, `${text} ${i}`])
    const event = { id: newId(), name: 'feedback.answerTaken', at: new Date().toISOString(), ids: { answerId }, detail: {} }
    const time = async (into: number[], work: () => unknown) => {
      const from = performance.now()
      await work()
      if (i >= 20) into.push(performance.now() - from)
    }
    const occurrence: Occurrence = { ...blank, subject: 'answer', id: answerId, key: answerId, at: Date.now(), knownAt: Date.now(), weekday: 1, hour: 9, locationId: place.locationId, surveyId: place.surveyId, channel: 'phone', metric: 'nps', score: 8, tone: 'middle', text: `${text} ${i} `, language: 'pl' }
    await time(sample.index, () => fittingRules(rules.index, occurrence))
    await time(sample.each, () => rules.events.filter((rule) => rule.definition.on === 'answer' && rule.test({ ...occurrence, text: `${text} ${i}` })))
    await time(sample.event, () => db.write(orgId, (tx) => judge(tx, [event])))
    await time(sample.key, () => db.read(orgId, (tx) => tx.query('select id from answer where org_id = $1 and id = $2', [orgId, answerId], 'bench-answer-by-key')))
  }
  const [p95, key] = [percentile(sample.event, 0.95), percentile(sample.key, 0.95)]
  return [
    { what: `${many.toLocaleString('en')} alert rules judged on one event, in its transaction, p95 (p50)`, figure: `${ms(p95)} (${ms(percentile(sample.event, 0.5))})`, reference: `${ms(key)}, a read by key`, ratio: (p95 / key).toFixed(2), wanted: '< 20 ms', reached: p95 < 20 },
    { what: 'of which judging alone, p95', figure: ms(percentile(sample.index, 0.95)), reference: `${ms(percentile(sample.each, 0.95))}, each rule tried with a text of its own`, ratio: (percentile(sample.index, 0.95) / percentile(sample.each, 0.95)).toFixed(2), wanted: '< 20 ms', reached: percentile(sample.index, 0.95) < 20 },
    { what: 'read and made ready after a change of any rule, once in each process', figure: ms(compiled), reference: '', ratio: '', wanted: '', reached: true },
  ]
}

/** Per shop, per person, per survey and queue; words and scores that hold everywhere. */
function definitionOf(i: number, { locations, staff, surveys, queues }: { locations: string[]; staff: string[]; surveys: string[]; queues: string[] }): object {
  const answer = { kind: 'event', on: 'answer' }
  const one = (some: string[]) => some[i % some.length]!
  switch (i % 10) {
    case 0: case 1: case 2: return { ...answer, where: all(is('locationId', one(locations)), is('score', i % 7, '<=')) }
    case 3: case 4: return { ...answer, where: all(is('staffId', one(staff)), is('tone', 'low')) }
    case 5: return { ...answer, where: all(is('surveyId', one(surveys)), is('score', i % 5, '<=')) }
    case 6: return { ...answer, where: all(is('text', `zwrot ${i}`, 'contains')) }
    case 7: return { ...answer, where: all(is('score', (i % 5) - 1, '<='), is('hour', 22, '>=')) }
    case 8: return { kind: 'event', on: 'interaction', where: all(is('text', `reklamacja ${i}`, 'contains'), is('queueId', one(queues))) }
    default: return { kind: 'event', on: 'ticket', where: all(is('happened', 'opened'), is('queueId', one(queues)), is('priority', 'urgent')) }
  }
}

async function fillRules(client: pg.Client, orgId: number, ground: Parameters<typeof definitionOf>[1]): Promise<void> {
  const delivery = { recipients: [{ to: 'location-manager' }], roads: ['app'], destinationIds: [], urgent: false, when: 'at-once', groupMinutes: 0, escalation: [], calendarId: null, task: null }
  const rows = Array.from({ length: many }, (_, i) => ({ id: newId(), name: `Bench ${i}`, definition: definitionOf(i, ground), delivery }))
  await client.query(`insert into alert_rule (org_id, id, name, since, definition, delivery) select $1, r.id, r.name, now() - interval '1 day', r.definition, r.delivery from jsonb_to_recordset($2) r (id uuid, name text, definition jsonb, delivery jsonb)`, [orgId, JSON.stringify(rows)])
  await client.query('insert into alert_rules_version (org_id) values ($1) on conflict (org_id) do update set version = alert_rules_version.version + 1', [orgId])
}
