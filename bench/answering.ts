// Pages opened and answers posted at 300 a second, as after a large mailing, beside a primary-key read through the same stack at the
// same moment: requests of all three kinds are started by the clock, not by the end of the one before, so that waiting shows.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { compare, perSecond, type Finding } from './ground/figures.ts'
import type { BenchServer } from './ground/server.ts'

const definition = {
  languages: ['pl', 'en'], defaultLanguage: 'pl', title: { pl: 'Po zgłoszeniu' }, intro: { pl: 'Jedno pytanie.' }, thanks: { pl: 'Dziękujemy.' }, whatNext: { pl: 'Czytamy każdą odpowiedź.' }, reviewLinks: [],
  questions: [
    { id: 'nps', type: 'nps', title: { pl: 'Czy nas Państwo polecą?' }, required: true },
    { id: 'why', type: 'reasons', title: { pl: 'Co poszło nie tak?' }, options: ['wait', 'price', 'staff'].map((id) => ({ id, label: { pl: id } })), other: true, condition: { combinator: 'and', rules: [{ field: 'q:nps', operator: '<=', value: 6 }] } },
    { id: 'text', type: 'text', title: { pl: 'Coś jeszcze?' }, condition: { combinator: 'and', rules: [{ field: 'q:nps', operator: '<=', value: 6 }] } },
  ],
}
/** What issue 4 asks for; less for a busy machine, and then it is no proof. */
const aSecond = Number(process.env['KONTUAR_BENCH_PACE'] ?? 300)

/** @param seconds how long it goes on */
export async function benchAnswering(server: Pick<BenchServer, 'url' | 'token' | 'ownerUrl'>, seconds = Number(process.env['KONTUAR_BENCH_SECONDS'] ?? 20)): Promise<Finding[]> {
  const warm = 3
  const tokens = await invite(server.ownerUrl, aSecond * (seconds + warm))
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const ask = (method: 'GET' | 'POST', path: string, headers: Record<string, string>, body = '') => new Promise<number>((resolve, reject) => {
    const from = performance.now()
    const asked = request(`${server.url}${path}`, { method, headers, agent }, (response) => {
      response.resume().on('end', () => (response.statusCode === 200 ? resolve(performance.now() - from) : reject(new Error(`${method} ${path}: ${response.statusCode}`))))
    })
    asked.on('error', reject).end(body)
  })
  const took = { read: [] as number[], page: [] as number[], post: [] as number[] }
  const one = async (token: string, counted: boolean, i: number) => {
    const score = [10, 9, 9, 8, 10, 7, 10, 9, 3, 10][i % 10]!
    const page = await ask('GET', `/s/${token}?v=${score}`, { 'accept-encoding': 'gzip, br' })
    // The person reads and presses: the post comes later than the page, among the pages of others.
    await pause(200)
    const post = await ask('POST', `/s/${token}?lang=pl`, { 'accept-encoding': 'gzip, br', 'content-type': 'application/x-www-form-urlencoded' }, `version=1&shown=&q.nps=${score}`)
    if (counted) {
      took.page.push(page)
      took.post.push(post)
    }
  }
  const reference = async (counted: boolean) => {
    const read = await ask('GET', '/api/v1/organization', { authorization: `Bearer ${server.token}` })
    if (counted) took.read.push(read)
  }
  const running: Promise<void>[] = []
  const begun = performance.now()
  for (let i = 0; i < tokens.length; i++) {
    const counted = i >= aSecond * warm
    running.push(one(tokens[i]!, counted, i))
    // One reading in ten: enough to compare, too few to weigh.
    if (i % 10 === 0) running.push(reference(counted))
    const early = (i / aSecond) * 1000 - (performance.now() - begun)
    if (early > 4) await pause(early)
  }
  await Promise.all(running)
  const lasted = performance.now() - begun
  agent.destroy()
  const reached = perSecond(tokens.length, lasted - 200)
  const what = `at ${reached} answers a second`
  // Where the machine is too busy for the pace, all three wait alike and their ratio says nothing.
  return [{ what: 'answers a second, each page opened first', figure: String(reached), reference: `${aSecond} started a second`, ratio: (reached / 300).toFixed(2), wanted: '≥ 0.95 of 300', reached: reached >= 0.95 * 300 }, compare(`survey page opened ${what}`, took.page, took.read, { wanted: true }), compare(`answer posted ${what}`, took.post, took.read, { wanted: true })]
}

/** So many sent invitations to one survey, each to a customer of its own. */
export async function invite(ownerUrl: string, n: number): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  const org = (await client.query<{ id: number }>('select id from org order by id limit 1')).rows[0]!.id
  const surveyId = randomUUID()
  await client.query(`insert into survey (org_id, id, name, state, draft, version) values ($1, $2, 'Po zgłoszeniu', 'active', $3, 1)`, [org, surveyId, JSON.stringify(definition)])
  await client.query('insert into survey_version (org_id, survey_id, version, definition) values ($1, $2, 1, $3)', [org, surveyId, JSON.stringify(definition)])
  const tokens = Array.from({ length: n }, () => randomBytes(16).toString('base64url'))
  await client.query(
    `with c as (insert into customer (org_id, id, name) select $1, gen_random_uuid(), 'Klient ' || n from generate_series(1, $4::int) n returning id),
     numbered as (select id, row_number() over () as n from c)
     insert into survey_invitation (org_id, id, survey_id, version, customer_id, road, address, language, cause, channel, state, send_at, sent_at, token_hash, expires_at)
     select $1, gen_random_uuid(), $2, 1, c.id, 'email', 'x@klient.example', 'pl', 'bench:' || t.n, 'email', 'sent', now(), now(), t.hash, now() + interval '30 days' from unnest($3::bytea[]) with ordinality t (hash, n) join numbered c on c.n = t.n`,
    [org, surveyId, tokens.map((token) => createHash('sha256').update(token).digest()), n])
  await client.query('vacuum analyze survey_invitation, customer')
  await client.query('checkpoint').catch(() => {})
  await client.end()
  return tokens
}
