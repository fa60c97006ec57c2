// Guards what is counted of low scores: each thing at the instant at which it came about, what time alone changes, what a mistake takes back,
// and that the figures open exactly their rows.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../../app/testing.ts'
import { receiveMessages } from '../../../diary/index.ts'
import { buildMessage } from '../../../diary/testing.ts'
import { ago, buildCompany } from '../recomputed/company.fixture.ts'
import { netFacts } from '../testing.ts'

let kontuar: TestKontuar
let owner: pg.Client
beforeAll(async () => {
  kontuar = await startTestKontuar({}, { organizations: false })
  owner = new pg.Client({ connectionString: kontuar.ownerUrl })
  owner.on('error', () => {})
  await owner.connect()
})
afterAll(async () => { await owner.end(); await kontuar.stop() })

async function office() {
  const company = await buildCompany(kontuar)
  const { db, orgId, ask } = company
  const done = async (method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, body?: object) => {
    const answer = await ask(method, path, body)
    expect(answer.status, answer.text).toBeLessThan(300)
    return answer.body
  }
  /** A customer who wrote, and is unhappy. */
  const unhappy = async (who: string) => {
    const ticketId = await db.write(orgId, async (tx) => (await receiveMessages(tx, [await buildMessage(tx, company.mailboxId, { from: { name: '', address: `${who}@klient.example` } })]))[0]!.ticketId)
    await done('PATCH', `/tickets/${ticketId}`, { locationId: company.locations[0], reasonId: company.reasons[0] })
    const answerId: string = (await done('POST', `/tickets/${ticketId}/answers`, { surveyId: company.surveys[0], values: { q: 2 } })).id
    await kontuar.runJobs()
    const [loop] = (await done('GET', `/recoveries?ticketId=${ticketId}`)).items
    return { ticketId, answerId, loopId: loop.id as string }
  }
  const facts = async () => { await kontuar.runJobs(); return (await db.read(orgId, netFacts)).filter((f) => f.kind === 'recovery') }
  const measures = async () => (await facts()).flatMap((f) => Object.entries(f.measures).map(([name, value]) => (name.startsWith('time-to') ? name : `${name} ${value}`))).sort()
  const job = async (name: string) => { await kontuar.platform.db.query('select enqueue($1)', [JSON.stringify([{ name, payload: { orgId: 0 } }])]); await kontuar.runJobs() }
  /** So many days later: promises are missed and windows closed, though nothing happens. */
  const later = async (days: number) => {
    await kontuar.runJobs()
    await ago(company, owner, days)
    await owner.query(`update recovery_due set due_at = due_at - interval '${days} days' where org_id = ${orgId}`)
    await job('insight.closeWindows')
  }
  const figure = async (name: string) => {
    const period = `from=${new Date(Date.now() - 60 * 86_400_000).toISOString()}&to=${new Date(Date.now() + 86_400_000).toISOString()}`
    const { figure: said } = await done('GET', `/metrics/${name}?${period}`)
    const rows = (await done('GET', `/metrics/${name}/rows?${period}`)).items
    expect([name, rows.length]).toEqual([name, said.n])
    return { value: said.value, n: said.n, open: said.parts.open ?? 0, rows }
  }
  return { ...company, done, unhappy, facts, measures, later, figure }
}

test('the call, the closing and the days for coming back stand each at its instant, with where and why as it was when the low score came', async () => {
  const { done, unhappy, facts, measures, causeId } = await office()
  const { ticketId, answerId, loopId } = await unhappy('anna')
  expect(await measures()).toEqual(['loop-opened 1'])
  const before = (await facts())[0]!
  expect(before).toMatchObject({ subjectId: loopId, ticketId, answerId })
  await done('PATCH', `/tickets/${ticketId}`, { locationId: null, reasonId: null })
  await done('POST', '/interactions', { kind: 'call', channel: 'phone', direction: 'out', ticketId, request: 'Przeprosiny.' })
  await done('POST', `/recoveries/${loopId}/close`, { as: 'solved', causeId, remedy: 'Nowe buty.' })
  expect(await measures()).toEqual(['came-back-open 1', 'closed-in-time 1', 'contacted-in-time 1', 'loop-opened 1', 'time-to-contact', 'time-to-contact-clock'])
  for (const fact of await facts()) expect(fact).toMatchObject({ locationId: before.locationId, reasonId: before.reasonId, queueId: before.queueId, surveyId: before.surveyId, answerId })
  expect((await facts()).find((f) => 'time-to-contact' in f.measures)!.interactionId).not.toBeNull()
  await done('POST', `/recoveries/${loopId}/reopen`)
  expect(await measures()).toEqual(['contacted-in-time 1', 'loop-opened 1', 'time-to-contact', 'time-to-contact-clock'])
})

test('time alone tells that nobody called, that nothing was closed, and that nothing came back; figures open their rows', async () => {
  const { done, unhappy, measures, later, figure, causeId } = await office()
  const { loopId, answerId } = await unhappy('anna')
  await unhappy('olga')
  await done('POST', `/recoveries/${loopId}/close`, { as: 'solved', causeId, remedy: 'Nowe buty.' })
  expect(await measures()).toEqual(['came-back-open 1', 'closed-in-time 1', 'loop-opened 1', 'loop-opened 1'])
  expect(await figure('causes-came-back')).toMatchObject({ n: 0, open: 1 })
  await later(20)
  expect(await measures()).toEqual(['came-back 0', 'closed-in-time 0', 'closed-in-time 1', 'contacted-in-time 0', 'contacted-in-time 0', 'loop-opened 1', 'loop-opened 1'])
  expect(await figure('contacted-in-time')).toMatchObject({ n: 2, value: 0 })
  expect(await figure('closed-in-time')).toMatchObject({ n: 2, value: 0.5 })
  expect(await figure('low-scores')).toMatchObject({ n: 2, value: 2 })
  expect((await figure('causes-came-back')).rows).toMatchObject([{ answerId, counted: false, ticket: { id: expect.any(String) } }])
  await later(20)
  expect(await measures()).toHaveLength(7)
})

test('a loop called a mistake is counted nowhere, and counted again when it is none', async () => {
  const { done, unhappy, measures, figure } = await office()
  const { answerId } = await unhappy('anna')
  await done('PATCH', `/answers/${answerId}`, { invalid: { reason: 'żart' } })
  expect(await measures()).toEqual([])
  expect(await figure('low-scores')).toMatchObject({ n: 0 })
  await done('PATCH', `/answers/${answerId}`, { invalid: null })
  expect(await measures()).toEqual(['loop-opened 1'])
})
