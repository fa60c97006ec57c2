// Guards that what happens becomes facts, that other tickets are counted anew where they are touched, and what it costs.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../../app/testing.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { takeWaiting } from '../../../../platform/jobs/take-waiting.ts'
import { receiveMessages } from '../../../diary/index.ts'
import { buildMessage } from '../../../diary/testing.ts'
import { buildInvitation } from '../../../feedback/answering/testing.ts'
import { takeIn } from '../../take-in.ts'
import { deriveFacts } from './derive-facts.ts'
import { askFor } from './ask-for.ts'
import { netFacts } from '../testing.ts'
import { ago, buildCompany, type Company } from '../recomputed/company.fixture.ts'

let kontuar: TestKontuar
let owner: pg.Client
beforeAll(async () => {
  kontuar = await startTestKontuar()
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
  const mail = (who = 'anna', given: object = {}) => db.write(orgId, async (tx) => (await receiveMessages(tx, [await buildMessage(tx, company.mailboxId, { from: { name: '', address: `${who}@klient.example` }, ...given })]))[0]!.ticketId)
  const facts = async () => { await kontuar.runJobs(); return db.read(orgId, netFacts) }
  const measures = async (...names: string[]) => (await facts()).flatMap((f) => Object.entries(f.measures).flatMap(([name, value]) => (names.includes(name) ? [`${name} ${value}`] : []))).sort()
  const job = async (name: string) => { await kontuar.platform.db.query('select enqueue($1)', [JSON.stringify([{ name, payload: { orgId: 0 } }])]); await kontuar.runJobs() }
  /** So many days later: the windows that have ended are closed. */
  const later = async (days: number) => {
    await kontuar.runJobs()
    await ago(company, owner, days)
    await owner.query(`update fact_due set due_at = due_at - interval '${days} days' where org_id = ${orgId}`)
    await job('insight.closeWindows')
  }
  const close = (id: string) => done('PATCH', `/tickets/${id}`, { status: 'closed' })
  return { ...company, done, mail, facts, measures, job, later, close }
}

test('a mail that is answered and closed is told as opened, entered, two entries, a closing and what it came to', async () => {
  const { done, mail, facts } = await office()
  const ticketId = await mail()
  expect((await facts()).map((f) => f.kind).filter((k) => k !== 'reading')).toEqual(['entry', 'stay-entered', 'ticket-opened'])
  await done('POST', `/tickets/${ticketId}/interactions`, { text: 'Wymienimy je.', status: 'closed' })
  const all = await facts()
  expect(all.filter((f) => f.kind !== 'reading').map((f) => [f.kind, Object.keys(f.measures).sort().join(' ')])).toEqual([
    ['clock', 'sla-first-response sla-kept'], ['clock', 'sla-kept sla-resolution'], ['entry', 'contact-in'], ['entry', 'answered-by-machine'], ['entry', 'contact-out first-response first-response-clock'], ['stay-entered', 'entered'], ['stay-left', 'left'],
    ['ticket-closed', 'closed'], ['ticket-opened', 'opened'], ['ticket-resolved', 'one-touch rated reopened-after resolution resolution-clock thread-length waiting-for-customer with-reason'], ['ticket-window', 'chain-open repeat-open'],
  ])
  expect(all.find((f) => f.kind === 'ticket-resolved')!.measures).toMatchObject({ 'one-touch': 1, 'rated': 0, 'thread-length': 2, 'with-reason': 0, 'reopened-after': 0 })
})

test('a fact on an open screen is told once for all that came together, and nothing is told where nothing came of it', async () => {
  const { db, orgId, mail } = await office()
  await mail()
  await kontuar.runJobs()
  const told = async () => (await db.read(orgId, (tx) => tx.query<{ ids: object }>(`select ids from event where org_id = $1 and name = 'insight.factsNoted'`, [orgId]))).map((e) => e.ids)
  const before = await told()
  expect(before.length).toBeGreaterThan(0)
  expect(before.every((ids) => Object.keys(ids).length === 0)).toBe(true)
  await db.write(orgId, async (tx) => tx.enqueue('insight.recount', { walk: 'tickets' }))
  await kontuar.runJobs()
  expect(await told()).toEqual(before)
})

test('all that is counted of a contact written down long after it came stands where the writing down put it, and is of when it came', async () => {
  const { done, facts, complaints, locations, reasons, db, orgId } = await office()
  const at = Date.now() - 20 * 86_400_000
  const given = { locationId: locations[1], queueId: complaints, reasonId: reasons[2] }
  await done('POST', '/interactions', { kind: 'call', channel: 'phone', customer: { name: 'Halina', phone: '600700801' }, at: new Date(at).toISOString(), timing: { offeredAt: new Date(at).toISOString(), abandonedAt: new Date(at + 90_000).toISOString() }, request: 'Reklamuje buty.', ...given })
  const all = await facts()
  const clocks = all.filter((f) => f.kind === 'clock')
  expect(clocks.length).toBeGreaterThan(0)
  expect(all.map((f) => ({ kind: f.kind, locationId: f.locationId, queueId: f.queueId, reasonId: f.reasonId }))).toEqual(all.map((f) => ({ kind: f.kind, ...given })))
  const [ticket] = await db.read(orgId, (tx) => tx.query<{ at: Date }>('select created_at as at from ticket where org_id = $1', [orgId]))
  expect(clocks.filter((f) => f.at >= ticket!.at.getTime())).toEqual([])
  // Complaints per contact lay two facts side by side: both are of the same day.
  expect(all.filter((f) => f.measures['contact-in'] === 1 || f.kind === 'complaint').map((f) => f.at)).toEqual([at, at])
})

describe('a complaint', () => {
  const told = async ({ facts }: Awaited<ReturnType<typeof office>>) => (await facts()).filter((f) => f.kind === 'complaint').map((f) => [Math.round((Date.now() - f.at) / 86_400_000), f.measures['complaint-repeated']])
  const call = ({ done, complaints }: Awaited<ReturnType<typeof office>>, daysAgo: number, more: object = {}) => done('POST', '/interactions', { kind: 'call', channel: 'phone', customer: { name: 'Halina', phone: '600700801' }, at: new Date(Date.now() - daysAgo * 86_400_000).toISOString(), request: 'Reklamuje buty.', queueId: complaints, ...more })

  test('is of when the contact that brought it came, whichever order they are written down in; whoever complained before has complained again', async () => {
    const here = await office()
    await call(here, 3)
    expect(await told(here)).toEqual([[3, 0]])
    await call(here, 20)
    expect(await told(here)).toEqual([[20, 0], [3, 1]])
    await call(here, 10)
    expect(await told(here)).toEqual([[20, 0], [10, 1], [3, 1]])
  })

  test('that another ticket became only by a merge is none once that is taken back', async () => {
    const here = await office()
    const [{ ticketId }, other] = [await call(here, 4), await here.mail('jan')]
    await kontuar.runJobs()
    const before = (await told(here)).length
    await here.done('POST', `/tickets/${ticketId}/merge`, { intoId: other })
    expect((await here.facts()).filter((f) => f.kind === 'complaint').map((f) => f.ticketId)).toEqual([other])
    await here.done('POST', `/tickets/${ticketId}/unmerge`)
    expect([before, await told(here)]).toEqual([1, [[4, 0]]])
    expect((await here.facts()).filter((f) => f.kind === 'complaint').map((f) => f.ticketId)).toEqual([ticketId])
  })

  test('that a later contact brings to a ticket is of that contact, one that is moved there is of the moving', async () => {
    const here = await office()
    const { ticketId } = await call(here, 30, { queueId: here.queues.find((q) => q !== here.complaints) })
    await call(here, 12, { ticketId, customer: undefined })
    expect(await told(here)).toEqual([[12, 0]])
    const moved = await here.mail('jan', { at: new Date(Date.now() - 5 * 86_400_000) })
    await here.done('PATCH', `/tickets/${moved}`, { queueId: here.complaints })
    expect(await told(here)).toEqual([[12, 0], [0, 0]])
  })
})

describe('the window of repeats', () => {
  test('is open until it has ended, then kept; whoever wrote within it about the same has not been helped', async () => {
    const { mail, measures, later, close } = await office()
    await close(await mail('anna'))
    await close(await mail('jan'))
    expect(await measures('repeat-open', 'repeat-kept', 'chain-open', 'chain-kept')).toEqual(['chain-open 1', 'chain-open 1', 'repeat-open 1', 'repeat-open 1'])
    await later(6)
    await mail('jan')
    expect(await measures('repeat-kept')).toEqual([])
    await later(2)
    expect(await measures('repeat-open', 'repeat-kept', 'chain-open', 'chain-kept')).toEqual(['chain-kept 0', 'chain-kept 1', 'repeat-kept 0', 'repeat-kept 1'])
  })

  test('asks about the same reason, as it is known in the end', async () => {
    const { done, mail, measures, later, close, reasons } = await office()
    const first = await mail()
    await done('PATCH', `/tickets/${first}`, { reasonId: reasons[0] })
    await close(first)
    await later(3)
    const second = await mail('anna', { subject: 'Coś innego' })
    await later(6)
    expect(await measures('repeat-kept', 'chain-kept')).toEqual(['chain-kept 1', 'repeat-kept 1'])
    await done('PATCH', `/tickets/${second}`, { reasonId: reasons[0] })
    expect(await measures('repeat-kept', 'chain-kept')).toEqual(['chain-kept 0', 'repeat-kept 0'])
    await done('PATCH', `/tickets/${second}`, { reasonId: reasons[1] })
    expect(await measures('repeat-kept', 'chain-kept')).toEqual(['chain-kept 1', 'repeat-kept 1'])
  })

  test('is judged anew by a contact that is written down only later', async () => {
    const { done, mail, measures, later, close, db, orgId } = await office()
    const first = await mail()
    await close(first)
    await later(10)
    expect(await measures('repeat-kept')).toEqual(['repeat-kept 1'])
    const [customer] = await db.read(orgId, (tx) => tx.query<{ id: string }>('select customer_id as id from ticket where org_id = $1', [orgId]))
    await done('POST', '/interactions', { kind: 'call', channel: 'phone', customerId: customer!.id, at: new Date(Date.now() - 5 * 86_400_000).toISOString(), request: 'Dzwoniła znowu.' })
    expect(await measures('repeat-kept')).toEqual(['repeat-kept 0'])
  })

  test('was not kept by a ticket that was opened again, and moves with its last closing', async () => {
    const { done, mail, measures, later, close } = await office()
    const id = await mail()
    await close(id)
    await later(10)
    await done('PATCH', `/tickets/${id}`, { status: 'open' })
    expect(await measures('repeat-kept', 'repeat-open')).toEqual([])
    await close(id)
    expect(await measures('repeat-open', 'reopened-after')).toEqual(['reopened-after 1', 'repeat-open 1'])
    await later(10)
    expect(await measures('repeat-kept')).toEqual(['repeat-kept 0'])
  })

  test('of settings in force at the closing stays, however settings change', async () => {
    const { done, mail, measures, later, close } = await office()
    await close(await mail())
    await kontuar.runJobs()
    await done('PUT', '/insight-settings', { answerWithinSeconds: 20, answerWithinByQueue: {}, shortAbandonSeconds: 5, repeatWindowDays: 30, complaintWindowDays: 90 })
    await close(await mail('jan'))
    await later(10)
    expect(await measures('repeat-open', 'repeat-kept')).toEqual(['repeat-kept 1', 'repeat-open 1'])
  })
})

describe('a ticket merged into another one', () => {
  test('counts nowhere, its entries do; taken back it counts again, and so does what others were counted by it', async () => {
    const { done, mail, facts, measures } = await office()
    const [first, second] = [await mail(), await mail()]
    await done('PATCH', `/tickets/${first}`, { queueId: (await done('GET', '/queues')).items.find((q: { readyMade: string }) => q.readyMade === 'complaints').id })
    await done('PATCH', `/tickets/${second}`, { queueId: (await done('GET', '/queues')).items.find((q: { readyMade: string }) => q.readyMade === 'complaints').id })
    expect(await measures('complaint-repeated', 'opened')).toEqual(['complaint-repeated 0', 'complaint-repeated 1', 'opened 1', 'opened 1'])
    await done('POST', `/tickets/${first}/merge`, { intoId: second })
    expect(await measures('complaint-repeated', 'opened', 'contact-in')).toEqual(['complaint-repeated 0', 'contact-in 1', 'contact-in 1', 'opened 1'])
    expect((await facts()).filter((f) => f.ticketId === first).map((f) => f.kind).filter((k) => k !== 'reading')).toEqual(['entry'])
    await done('POST', `/tickets/${first}/unmerge`)
    expect(await measures('complaint-repeated', 'opened')).toEqual(['complaint-repeated 0', 'complaint-repeated 1', 'opened 1', 'opened 1'])
  })
})

test('reasons that are merged become one in all that was told before', async () => {
  const { done, mail, facts, reasons } = await office()
  const [first, second] = [await mail('anna'), await mail('jan')]
  await done('PATCH', `/tickets/${first}`, { reasonId: reasons[0] })
  await done('PATCH', `/tickets/${first}`, { reasonId: null })
  await done('PATCH', `/tickets/${second}`, { reasonId: reasons[0] })
  expect((await facts()).filter((f) => f.reasonId === reasons[0]).length).toBeGreaterThan(1)
  await done('POST', `/reasons/${reasons[0]}/merge`, { intoId: reasons[1] })
  const now = await facts()
  expect(now.filter((f) => f.reasonId === reasons[0])).toEqual([])
  expect(now.filter((f) => f.reasonId === reasons[1]).length).toBeGreaterThan(1)
})

test('an invitation is delivered, unconfirmed after a click, answered after a page; of an anonymous survey nothing is told', async () => {
  const { db, orgId, mail, facts, surveys, measures } = await office()
  await mail()
  const [customer] = await db.read(orgId, (tx) => tx.query<{ id: string }>('select id from customer where org_id = $1', [orgId]))
  const [named, hidden] = await db.write(orgId, async (tx) => {
    const made = [await buildInvitation(tx, surveys[0]!, { customerId: customer!.id }), await buildInvitation(tx, surveys[3]!, { customerId: customer!.id })]
    for (const { id } of made) tx.publish({ name: 'feedback.invitationChanged', ids: { invitationId: id } })
    return made
  })
  expect(await measures('delivered-answered', 'unconfirmed')).toEqual(['delivered-answered 0'])
  const opened = async (token: string) => (await kontuar.inject({ method: 'GET', url: `/s/${token}?v=9` })).body
  const pages = await Promise.all([named!, hidden!].map(({ token }) => opened(token)))
  expect(await measures('delivered-answered', 'unconfirmed')).toEqual(['delivered-answered 0', 'unconfirmed 1'])
  for (const [i, { token }] of [named!, hidden!].entries()) {
    const kept = [...pages[i]!.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]): [string, string] => [name!, value!])
    const posted = await kontuar.inject({ method: 'POST', url: `/s/${token}`, payload: new URLSearchParams([...kept, ['q.q', '9']]).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } })
    expect(posted.statusCode).toBeLessThan(400)
  }
  expect(await measures('delivered-answered', 'unconfirmed', 'promoter', 'nps')).toEqual(['delivered-answered 1', 'nps 9', 'promoter 1'])
  expect((await facts()).filter((f) => f.surveyId === surveys[3])).toEqual([])
})

test('time ready for work is told hour by hour while somebody is at it, without what they spent on a call', async () => {
  const { orgId, done, facts, job, ask, tokens, people } = await office()
  await ask('PUT', '/me/presence', { state: 'available' }, tokens[0])
  const begin = Math.floor(Date.now() / 3_600_000) * 3_600_000 - 2 * 3_600_000
  await owner.query('update presence_stay set since = $1 where org_id = $2', [new Date(begin), orgId])
  await job('insight.noteWork')
  const pieces = async () => (await facts()).filter((f) => f.kind === 'at-work').map((f) => [(f.at - begin) / 1000, f.measures['available'], f.staffId])
  expect(await pieces()).toEqual([[0, 3600, people[0]!.staffId], [3600, 3600, people[0]!.staffId]])
  const at = (seconds: number) => new Date(begin + seconds * 1000).toISOString()
  await done('POST', '/interactions', { kind: 'call', channel: 'phone', customer: { name: 'Halina', phone: '600700800' }, request: 'Pyta.', staffId: people[0]!.staffId, timing: { offeredAt: at(3400), answeredAt: at(3500), endedAt: at(3700), wrapUpSeconds: 50 } })
  expect(await pieces()).toEqual([[0, 3500, people[0]!.staffId], [3600, 3450, people[0]!.staffId]])
  await ask('PUT', '/me/presence', { state: 'off' }, tokens[0])
  expect((await pieces()).slice(0, 2)).toEqual([[0, 3500, people[0]!.staffId], [3600, 3450, people[0]!.staffId]])
})

describe('what it costs', () => {
  const counting = (db: Database) => {
    let statements = 0
    const counted: Database = { ...db, write: (org, work) => db.write(org, (tx) => work(new Proxy(tx, { get: (target, name) => {
      const found = Reflect.get(target, name) as unknown
      if (typeof found !== 'function') return found
      return (...args: unknown[]) => { if (name === 'query') statements++; return (found as (...a: unknown[]) => unknown).apply(target, args) }
    } }))) }
    return { counted, statements: () => statements }
  }
  const costOf = async (company: Company, ids: readonly string[]) => {
    await kontuar.runJobs()
    await company.db.write(company.orgId, (tx) => tx.query(`insert into fact_to_derive (org_id, kind, subject_id) select $1, 'ticket', t from unnest($2::uuid[]) t`, [company.orgId, ids]))
    const { counted, statements } = counting(company.db)
    await deriveFacts(counted, company.orgId, kontuar.platform.log)
    return statements()
  }

  test('a batch of fifty tickets takes as many statements as one, and no more than sixteen', async () => {
    const { mail, ...company } = await office()
    const ids: string[] = []
    for (let i = 0; i < 50; i++) ids.push(await mail(`klient${i}`))
    const one = await costOf(company, ids.slice(0, 1))
    expect(await costOf(company, ids)).toBe(one)
    expect(one).toBeLessThanOrEqual(16)
  })

  test('fifty mails that come together order one derivation', async () => {
    const { db, orgId, mailboxId } = await office()
    await kontuar.runJobs()
    await db.write(orgId, async (tx) => {
      const messages = []
      for (let i = 0; i < 50; i++) messages.push(await buildMessage(tx, mailboxId, { from: { name: '', address: `k${i}@klient.example` } }))
      await receiveMessages(tx, messages)
    })
    await takeWaiting({ db, log: kontuar.platform.log, subscribers: [takeIn] })
    const jobs = await owner.query<{ task: string }>(`select t.identifier as task from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier like 'insight.%'`)
    expect(jobs.rows.map((r) => r.task)).toEqual(['insight.deriveFacts'])
  })
})

test('a subject that cannot be derived is put off alone, and holds up no other', async () => {
  const { db, orgId, mail, facts } = await office()
  const broken = await mail('anna')
  await kontuar.runJobs()
  // A database that refuses this one ticket, whatever the reason.
  await db.write(orgId, (tx) => askFor(tx, [{ kind: 'ticket', id: broken }]))
  const fine = await mail('jan')
  await db.write(orgId, (tx) => askFor(tx, [{ kind: 'ticket', id: fine }]))
  const refusing: Database = { ...db, write: (org, work) => db.write(org, (tx) => work(new Proxy(tx, { get: (target, name) => {
    const found = Reflect.get(target, name) as unknown
    if (typeof found !== 'function') return found
    return (...args: unknown[]) => {
      if (name === 'query' && args[2] === 'story-tickets' && (args[1] as [number, string[]])[1].includes(broken)) throw new Error('this ticket cannot be read')
      return (found as (...a: unknown[]) => unknown).apply(target, args)
    }
  } }))) }
  const silent = { ...kontuar.platform.log, warn: () => {}, error: () => {} } as typeof kontuar.platform.log
  await deriveFacts(refusing, orgId, silent)
  const left = await db.read(orgId, (tx) => tx.query<{ subject_id: string; attempts: number; later: boolean }>('select subject_id, attempts, due_at > now() as later from fact_to_derive where org_id = $1', [orgId]))
  expect(left).toEqual([{ subject_id: broken, attempts: 1, later: true }])
  expect((await facts()).some((f) => f.ticketId === fine && f.kind === 'ticket-opened')).toBe(true)
})

test('two workers at the same tickets write each fact once', async () => {
  const { db, orgId, mail, close, facts } = await office()
  const ids: string[] = []
  for (let i = 0; i < 8; i++) ids.push(await mail(`klient${i}`))
  for (const id of ids.slice(0, 4)) await close(id)
  const ask = () => db.write(orgId, (tx) => tx.query(`insert into fact_to_derive (org_id, kind, subject_id) select $1, 'ticket', t from unnest($2::uuid[]) t`, [orgId, ids]))
  await Promise.all([ask(), ask(), ask()])
  await Promise.all([1, 2, 3].map(() => deriveFacts(db, orgId, kontuar.platform.log)))
  const keys = (await facts()).map((f) => `${f.kind} ${f.subjectId} ${f.mark}`)
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  expect(keys.filter((key) => key.startsWith('ticket-opened'))).toHaveLength(8)
  expect(keys.filter((key) => key.startsWith('ticket-closed'))).toHaveLength(4)
})
