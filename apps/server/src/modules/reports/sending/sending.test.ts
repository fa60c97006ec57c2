// Guards the sending of reports: on time in every zone, once each, never a broken one, stopped and gone on with, and every one in the ledger.
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { buildSendingMailbox, openSink, type Sink } from '../../channels/sending/testing.ts'
import { receiveMessages } from '../../diary/index.ts'
import { buildMessage } from '../../diary/testing.ts'
import { buildStaff, buildToken, type TestStaff } from '../../identity/testing.ts'
import { planDueReports } from './plan-due.ts'
import { buildReport, letTimePass, plainDefinition, readLedger } from './testing.ts'

let kontuar: TestKontuar
let sink: Sink
let org: number
let mailboxId: string
const people: Record<string, TestStaff> = {}
beforeAll(async () => {
  kontuar = await startTestKontuar({ KONTUAR_URL: 'https://desk.example', KONTUAR_REPORT_PACE: '100' })
  sink = await openSink()
  org = kontuar.orgA.orgId
  mailboxId = await write((tx) => buildSendingMailbox(tx, sink.port))
  for (const [name, zone, language] of [['ewa', null, null], ['yuri', 'Asia/Vladivostok', 'ru'], ['sam', 'America/New_York', 'en']] as const) {
    people[name] = await buildStaff(kontuar.platform.db, org, 'manager', `${name}@reports.test`)
    await write((tx) => tx.query('update staff set name = $3, time_zone = $4, locale = $5 where org_id = $1 and id = $2', [org, people[name]!.staffId, name, zone, language]))
  }
})
afterAll(async () => {
  await sink.close()
  await kontuar.stop()
})
beforeEach(async () => {
  // What earlier tests composed strikes no more.
  await write((tx) => tx.query('update report set active = false where org_id = $1', [org]))
  sink.taken = []
  sink.onMessage = () => null
  sink.onRecipient = () => null
})

const write = <T>(work: Parameters<typeof kontuar.platform.db.write<T>>[1]) => kontuar.platform.db.write(org, work)
const weekly = { every: 'week', day: 1, at: '08:00' } as const
const to = (...names: string[]) => names.map((name) => ({ to: 'staff' as const, staffId: people[name]!.staffId }))
const strike = (at: string) => planDueReports(kontuar.platform, new Date(at))
const words = plainDefinition({ blocks: [{ id: 't', kind: 'text', text: 'Dzień dobry' }] })
const send = (report: string, body: object = {}) => kontuar.ask('POST', `/reports/${report}/send`, body)
const states = async (report: string) => (await readLedger(kontuar, report)).map((s) => s.state)
const mails = () => Promise.all(sink.taken.map((m) => simpleParser(Buffer.from(m.raw, 'latin1'))))
const told = (report: string) => write((tx) => tx.query<{ detail: { code: string } }>(`select detail from notification where org_id = $1 and kind = 'report' and staff_id = $2 and detail->>'reportId' = $3 order by at`, [org, kontuar.orgA.staff.administrator.staffId, report]))

describe('by the clock', () => {
  test('each gets it at eight where they are, but not before the week is over, and one run holds them all', async () => {
    const report = await buildReport(kontuar, { schedule: weekly, recipients: to('ewa', 'yuri', 'sam'), definition: words })
    await write((tx) => tx.query(`update report set scheduled_since = '2026-01-10' where org_id = $1 and id = $2`, [org, report]))
    // Monday the 12th of January: eight in Vladivostok is Sunday evening in Warsaw, where the week still runs until 23:00 UTC.
    await strike('2026-01-11T22:30:00Z')
    expect(await readLedger(kontuar, report)).toEqual([])
    await strike('2026-01-11T23:00:00Z')
    await Promise.all([strike('2026-01-11T23:01:00Z'), strike('2026-01-12T09:00:00Z'), strike('2026-01-13T09:00:00Z')])
    expect((await readLedger(kontuar, report)).map((s) => [s.name, s.send_after.toISOString()])).toEqual([['yuri', '2026-01-11T23:00:00.000Z'], ['ewa', '2026-01-12T07:00:00.000Z'], ['sam', '2026-01-12T13:00:00.000Z']])
    const { items } = (await kontuar.ask('GET', `/report-runs?reportId=${report}`)).body
    expect(items).toEqual([expect.objectContaining({ trigger: 'clock', late: false, planned: 3, done: 0, periodFrom: '2026-01-04T23:00:00.000Z', periodTo: '2026-01-11T23:00:00.000Z' })])
    await kontuar.runJobs()
    expect(await states(report)).toEqual(['sent', 'sent', 'sent'])
    expect((await kontuar.ask('GET', `/report-runs/${items[0].id}`)).body).toMatchObject({ state: 'done', done: 3, sent: 3, failed: 0, secondsLeft: null })
    const byTo = new Map((await mails()).map((m) => [(m.to as { value: { address: string }[] }).value[0]!.address, m]))
    expect([...byTo.keys()].sort()).toEqual(['ewa@reports.test', 'sam@reports.test', 'yuri@reports.test'])
    expect(byTo.get('yuri@reports.test')!.text).toContain('неделя 5–11 января 2026')
    expect(byTo.get('ewa@reports.test')!.text).toContain('tydzień 5–11 stycznia 2026')
    expect(byTo.get('sam@reports.test')!.text).toMatch(/You get this|you were chosen/)
  })

  test('in the months of 28 days and on the nights the clocks change it comes once a day', async () => {
    const report = await buildReport(kontuar, { schedule: { every: 'day', days: [1, 2, 3, 4, 5, 6, 7], at: '02:30' }, recipients: to('ewa'), definition: { ...words, period: 'yesterday' } })
    for (let hour = Date.parse('2026-02-26T23:00:00Z'); hour < Date.parse('2026-03-01T23:00:00Z'); hour += 3_600_000) await strike(new Date(hour + 30 * 60_000).toISOString())
    for (let hour = Date.parse('2026-03-27T23:00:00Z'); hour < Date.parse('2026-03-30T22:00:00Z'); hour += 3_600_000) await strike(new Date(hour + 30 * 60_000).toISOString())
    const keys = await write((tx) => tx.query<{ key: string; late: boolean }>('select key, late from report_run where org_id = $1 and report_id = $2 order by key', [org, report]))
    expect(keys.map((k) => k.key)).toEqual(['2026-02-26', '2026-02-27', '2026-02-28', '2026-03-01', '2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30'].map((day) => `clock:${day}`))
  })

  test('what a server that was down missed is made up once, marked late, and told of', async () => {
    const report = await buildReport(kontuar, { schedule: weekly, recipients: to('ewa') })
    await strike('2026-02-18T10:00:00Z')
    await strike('2026-02-18T10:01:00Z')
    const { items } = (await kontuar.ask('GET', `/report-runs?reportId=${report}`)).body
    expect(items).toEqual([expect.objectContaining({ late: true, periodTo: '2026-02-15T23:00:00.000Z' })])
    expect((await told(report)).map((n) => n.detail.code)).toEqual(['late'])
  })

  test('what struck before the schedule was set was not meant', async () => {
    const report = await buildReport(kontuar, { schedule: weekly, recipients: to('ewa', 'sam') })
    await write((tx) => tx.query(`update report set scheduled_since = '2026-02-16T09:00:00Z' where org_id = $1 and id = $2`, [org, report]))
    await strike('2026-02-16T10:00:00Z')
    expect((await readLedger(kontuar, report))).toEqual([])
    // Eight in New York came after it was set.
    await strike('2026-02-16T13:00:00Z')
    expect((await readLedger(kontuar, report)).map((s) => s.name)).toEqual(['sam'])
  })

  test('a report that reaches nobody says so, once', async () => {
    const report = await buildReport(kontuar, { schedule: weekly, definition: plainDefinition({ personal: 'region' }), recipients: [{ to: 'region-manager' }] })
    await strike('2026-02-16T10:00:00Z')
    await strike('2026-02-16T10:01:00Z')
    expect((await kontuar.ask('GET', `/report-runs?reportId=${report}`)).body.items).toEqual([expect.objectContaining({ state: 'failed', planned: 0, detail: expect.stringContaining('reaches nobody') })])
    expect((await told(report)).map((n) => n.detail.code)).toEqual(['nobody'])
  })

  test('nothing to tell is no mail, unless somebody asks for it', async () => {
    const definition = plainDefinition({ blocks: [{ id: 'n', kind: 'tile', tile: { id: 't', kind: 'number', metrics: ['nps'], width: 1, height: 1 } }, { id: 'o', kind: 'tickets', what: 'overdue', limit: 5 }] })
    const report = await buildReport(kontuar, { schedule: weekly, recipients: to('ewa'), definition })
    await strike('2026-01-12T10:00:00Z')
    await kontuar.runJobs()
    expect(await states(report)).toEqual(['nothing'])
    expect(sink.taken).toEqual([])
    expect((await send(report)).status).toBe(202)
    await kontuar.runJobs()
    expect((await states(report)).sort()).toEqual(['nothing', 'sent'])
  })
})

describe('once each', () => {
  test('however often a run is ordered and worked on', async () => {
    const report = await buildReport(kontuar, { schedule: weekly, recipients: to('ewa', 'yuri', 'sam'), definition: words })
    await Promise.all(Array.from({ length: 5 }, () => strike('2026-01-12T14:00:00Z')))
    const runId = (await readLedger(kontuar, report))[0]!.run_id
    await write(async (tx) => { for (let i = 0; i < 6; i++) tx.enqueue('reports.send', { deliveryId: runId, lane: i }) })
    await Promise.all([kontuar.runJobs(), kontuar.runJobs()])
    expect(await states(report)).toEqual(['sent', 'sent', 'sent'])
    expect(sink.taken).toHaveLength(3)
  })

  test('a death before the end of the mail makes it anew, one after it is told to a person and not sent again by itself', async () => {
    const report = await buildReport(kontuar, { recipients: to('ewa', 'sam') })
    await send(report)
    const [first, second] = await readLedger(kontuar, report)
    const hold = (id: string, state: string) => write((tx) => tx.query(`update report_sending set state = $3, claim = $4, held_until = now() + interval '1 minute', attempts = 1 where org_id = $1 and id = $2`, [org, id, state, newId()]))
    await hold(first!.id, 'made')
    await hold(second!.id, 'sending')
    await kontuar.runJobs()
    expect(sink.taken).toEqual([])
    await letTimePass(kontuar)
    await kontuar.runJobs()
    expect(new Map((await readLedger(kontuar, report)).map((s) => [s.id, s.state]))).toEqual(new Map([[first!.id, 'sent'], [second!.id, 'uncertain']]))
    expect((await told(report)).map((n) => n.detail.code)).toEqual(['uncertain'])
    expect(sink.taken).toHaveLength(1)
    // Tried again by hand it bears the Message-ID it had.
    expect((await kontuar.ask('POST', `/report-sendings/${second!.id}/retry`, undefined)).body.state).toBe('planned')
    await kontuar.runJobs()
    expect((await mails()).at(-1)!.messageId).toMatch(new RegExp(`^<report\\.${second!.id}@`))
    expect((await kontuar.ask('POST', `/report-sendings/${second!.id}/retry`, undefined)).body).toMatchObject({ code: 'cannot-do' })
  })

  test('a run without anybody at work is found by the sweep', async () => {
    const report = await buildReport(kontuar, { recipients: to('ewa') })
    await send(report)
    await write((tx) => tx.query(`update report_run set started_at = now() - interval '1 hour' where org_id = $1 and report_id = $2`, [org, report]))
    await write((tx) => tx.query(`update report_sending set send_after = now() - interval '2 hours', due_at = now() - interval '2 hours' where org_id = $1 and report_id = $2`, [org, report]))
    await write(async (tx) => { tx.enqueue('reports.sweep', {}) })
    await kontuar.runJobs()
    expect(await states(report)).toEqual(['sent'])
  })
})

describe('a broken one never leaves', () => {
  test('a metric that went since it was planned: failed, with the reason, told once', async () => {
    const own = (await kontuar.ask('POST', '/own-metrics', { name: `Własny ${newId()}`, definition: { form: 'count', numerator: { of: ['contact-in'] }, direction: 'up', unit: 'count', shownFrom: 1, explanation: '' } })).body.id
    const report = await buildReport(kontuar, { recipients: to('ewa', 'sam'), definition: plainDefinition({ blocks: [{ id: 'gone', kind: 'tile', tile: { id: 't', kind: 'number', metrics: [`own-${own}`], width: 1, height: 1 } }] }) })
    await send(report)
    await kontuar.ask('PATCH', `/own-metrics/${own}`, { retired: true })
    await kontuar.runJobs()
    expect(await readLedger(kontuar, report)).toEqual([expect.objectContaining({ state: 'failed', detail: expect.stringContaining('Block "gone": There is no metric') }), expect.objectContaining({ state: 'failed' })])
    expect((await told(report)).map((n) => n.detail.code)).toEqual(['failed'])
    expect(sink.taken).toEqual([])
    const { items } = (await kontuar.ask('GET', `/report-runs?reportId=${report}`)).body
    expect(items[0]).toMatchObject({ state: 'done', failed: 2, sent: 0 })
  })

  test('a picture that is not there: tried three times, then failed', async () => {
    const report = await buildReport(kontuar, { recipients: to('ewa'), formats: ['mail', 'pdf'] })
    await write((tx) => tx.query(`insert into feedback_setting (org_id, look) values ($1, $2) on conflict (org_id) do update set look = excluded.look`, [org, JSON.stringify({ colour: '#0b6e6e', logo: 'a'.repeat(64), name: null })]))
    await send(report)
    for (let i = 0; i < 3; i++) {
      await kontuar.runJobs()
      expect(sink.taken).toEqual([])
      await letTimePass(kontuar)
    }
    await write((tx) => tx.query(`update feedback_setting set look = look || '{"logo": null}' where org_id = $1`, [org]))
    expect(await readLedger(kontuar, report)).toEqual([expect.objectContaining({ state: 'failed', attempts: 3, detail: expect.stringContaining('could not be made') })])
    const { id } = (await readLedger(kontuar, report))[0]!
    await kontuar.ask('POST', `/report-sendings/${id}/retry`, undefined)
    await kontuar.runJobs()
    expect(await states(report)).toEqual(['sent'])
  })

  test('a mail server that takes none for now is waited for; a mailbox that is missing too', async () => {
    const report = await buildReport(kontuar, { recipients: to('ewa') })
    sink.onMessage = () => ({ code: 451, text: 'later' })
    await send(report)
    await kontuar.runJobs()
    expect(await readLedger(kontuar, report)).toEqual([expect.objectContaining({ state: 'planned', attempts: 0, detail: expect.stringContaining('later') })])
    expect(await told(report)).toEqual([])
    for (let i = 0; i < 2; i++) {
      await write((tx) => tx.query(`update report_sending set due_at = now() - interval '2 hours' where org_id = $1 and report_id = $2`, [org, report]))
      await letTimePass(kontuar)
      await kontuar.runJobs()
    }
    expect((await told(report)).map((n) => n.detail.code)).toEqual(['late'])
    sink.onMessage = () => null
    await letTimePass(kontuar)
    await kontuar.runJobs()
    expect(await states(report)).toEqual(['sent'])
    await write((tx) => tx.query('update mailbox set active = false where org_id = $1', [org]))
    expect((await send(report)).body).toMatchObject({ code: 'cannot-do' })
    await write((tx) => tx.query('update mailbox set active = true where org_id = $1', [org]))
  })
})

describe('people decide', () => {
  test('a run is stopped before anybody gets it, and gone on with', async () => {
    const report = await buildReport(kontuar, { recipients: to('ewa', 'yuri', 'sam') })
    const run = (await send(report)).body
    expect(run).toMatchObject({ state: 'running', trigger: 'hand', planned: 3, done: 0, startedByName: 'Administrator' })
    expect((await send(report)).body).toMatchObject({ code: 'conflict' })
    expect((await kontuar.ask('POST', `/report-runs/${run.id}/stop`, undefined)).body).toMatchObject({ state: 'stopping', done: 3, sent: 0 })
    await kontuar.runJobs()
    expect((await kontuar.ask('GET', `/report-runs/${run.id}`)).body).toMatchObject({ state: 'stopped', sent: 0 })
    expect(sink.taken).toEqual([])
    expect((await kontuar.ask('POST', `/report-runs/${run.id}/resume`, undefined)).body).toMatchObject({ state: 'running', done: 0 })
    await kontuar.runJobs()
    expect((await kontuar.ask('GET', `/report-runs/${run.id}`)).body).toMatchObject({ state: 'done', sent: 3 })
    expect(sink.taken).toHaveLength(3)
    expect((await kontuar.ask('POST', `/report-runs/${run.id}/stop`, undefined)).body).toMatchObject({ code: 'cannot-do' })
    expect((await kontuar.ask('POST', `/report-runs/${run.id}/resume`, undefined)).body).toMatchObject({ code: 'cannot-do' })
  })

  test('stopped in the middle, what was at the mail server is sent and the rest is not', async () => {
    const report = await buildReport(kontuar, { recipients: to('ewa', 'yuri', 'sam') })
    const run = (await send(report)).body
    sink.onMessage = async () => {
      await kontuar.ask('POST', `/report-runs/${run.id}/stop`, undefined)
      return null
    }
    await kontuar.runJobs()
    const found = await states(report)
    expect(found.filter((s) => s === 'sent').length).toBe(sink.taken.length)
    expect(found.filter((s) => s === 'stopped').length).toBe(3 - sink.taken.length)
    expect(found).toContain('stopped')
  })

  test('who pressed for themselves alone gets it, recipient or not, and the comment of the hour is in it', async () => {
    const report = await buildReport(kontuar, { recipients: to('ewa') })
    await send(report, { to: 'me', comment: 'Proszę spojrzeć na <b>środę</b>.' })
    await kontuar.runJobs()
    expect(sink.taken.map((m) => m.to)).toEqual([[kontuar.orgA.staff.administrator.email]])
    expect((await mails())[0]!.text).toContain('Proszę spojrzeć na')
  })

  test('who left, lost their shop, or is no recipient any more gets none of what was planned', async () => {
    const [shop, leaver] = [newId(), await buildStaff(kontuar.platform.db, org, 'agent', `leaver-${newId().slice(-6)}@reports.test`)]
    await write((tx) => tx.query('insert into location (org_id, id, name, manager_id) values ($1, $2, $3, $4)', [org, shop, `Sklep ${shop}`, people['ewa']!.staffId]))
    const report = await buildReport(kontuar, { recipients: [{ to: 'location-manager' }], definition: plainDefinition({ personal: 'location' }) })
    const another = await buildReport(kontuar, { recipients: [{ to: 'staff', staffId: leaver.staffId }] })
    await send(report)
    await send(another)
    await write((tx) => tx.query('update location set manager_id = $3 where org_id = $1 and id = $2', [org, shop, people['sam']!.staffId]))
    await kontuar.ask('PATCH', `/staff/${leaver.staffId}`, { active: false })
    await kontuar.runJobs()
    expect(await states(report)).toEqual(['stopped'])
    expect(await states(another)).toEqual(['stopped'])
    expect(sink.taken).toEqual([])
    await write((tx) => tx.query('update location set retired_at = now() where org_id = $1 and id = $2', [org, shop]))
  })

  test('two hundred shops: each manager gets their own, spread, and the page says who gets what', async () => {
    const shops = Array.from({ length: 200 }, (_, i) => ({ id: newId(), name: `Sieć ${String(i).padStart(3, '0')}` }))
    await write((tx) => tx.query(`insert into location (org_id, id, name, manager_id) select $1, s.id, s.name, $3 from jsonb_to_recordset($2) s (id uuid, name text)`, [org, JSON.stringify(shops), people['ewa']!.staffId]))
    const report = await buildReport(kontuar, { recipients: [{ to: 'location-manager' }, { to: 'address', name: 'Franczyza', email: 'biuro@partner.example', scopeId: shops[7]!.id }], definition: plainDefinition({ personal: 'location' }) })
    const run = (await send(report)).body
    expect(run).toMatchObject({ planned: 201 })
    const ledger = await readLedger(kontuar, report)
    expect(new Set(ledger.map((s) => s.scope!.key)).size).toBe(200)
    expect(ledger.every((s) => s.scope!.ids.length === 1)).toBe(true)
    expect(ledger.at(-1)!.send_after.getTime() - ledger[0]!.send_after.getTime()).toBe(2000)
    await kontuar.ask('POST', `/report-runs/${run.id}/stop`, undefined)
    await kontuar.runJobs()
    const reach = (await kontuar.ask('GET', `/report-reach?reportId=${report}`)).body.items
    expect(reach).toHaveLength(201)
    expect(reach[0]).toMatchObject({ name: 'ewa', address: 'ewa@reports.test', scopeName: 'Sieć 000', because: { code: 'location-manager', name: 'Sieć 000' }, paused: false, last: { state: 'stopped' } })
    expect(reach.at(-1)).toMatchObject({ staffId: null, address: 'biuro@partner.example', scopeName: 'Sieć 007' })
    await write((tx) => tx.query(`update location set retired_at = now() where org_id = $1 and name like 'Sieć%'`, [org]))
  })
})

describe('whoever wants no more of it', () => {
  const link = async (i = -1) => /https:\/\/desk\.example(\/r\/[\w.-]+)/.exec((await mails()).at(i)!.text!)![1]!
  const post = (url: string, payload = 'do=pause') => kontuar.inject({ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload })

  test.each([['of our own people', false], ['outside', true]])('%s pauses it by the link in the mail, and takes it up again', async (_who, outside) => {
    const report = await buildReport(kontuar, { recipients: outside ? [{ to: 'address', name: 'Anna', email: 'Anna@partner.example', language: 'ru' }] : to('yuri') })
    await send(report)
    await kontuar.runJobs()
    const url = await link()
    expect(url).not.toMatch(/anna|partner|yuri/i)
    for (let i = 0; i < 3; i++) {
      const page = await kontuar.inject({ method: 'GET', url })
      expect(page.statusCode).toBe(200)
      expect(page.body).toContain('Приостановить этот отчёт?')
      expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'")
    }
    await send(report)
    await kontuar.runJobs()
    expect(sink.taken).toHaveLength(2)
    const unsubscribe = (await mails()).at(-1)!.headers.get('list') as { unsubscribe: { url: string } }
    expect(unsubscribe.unsubscribe.url).toBe(`https://desk.example${url}`)
    expect((await post(url, 'List-Unsubscribe=One-Click')).body).toContain('Отчёт приостановлен')
    await send(report)
    await kontuar.runJobs()
    expect(sink.taken).toHaveLength(2)
    expect((await states(report)).at(-1)).toBe('paused')
    expect((await kontuar.ask('GET', `/report-reach?reportId=${report}`)).body.items).toEqual([expect.objectContaining({ paused: true })])
    expect((await post(url, 'do=again')).statusCode).toBe(200)
    await send(report)
    await kontuar.runJobs()
    expect(sink.taken).toHaveLength(3)
  })

  test('a link of nobody opens nothing, and too many tries wait', async () => {
    const report = await buildReport(kontuar)
    await send(report)
    await kontuar.runJobs()
    const url = await link()
    for (const strange of [`${url}x`, url.slice(0, -3), '/r/1.2.3.4', '/r/%00', `/r/${'a'.repeat(3000)}`]) expect((await kontuar.inject({ method: 'GET', url: strange, remoteAddress: '192.0.2.77' })).statusCode, strange).toBeGreaterThanOrEqual(400)
    let last = 0
    for (let i = 0; i < 40; i++) last = (await kontuar.inject({ method: 'POST', url: `/r/${newId()}`, remoteAddress: '192.0.2.78', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'do=pause' })).statusCode
    expect(last).toBe(429)
    for (const [type, payload] of [['application/x-www-form-urlencoded', 'x'.repeat(100_000)], ['application/json', '{}'], ['text/xml', '<a/>']] as const) expect((await kontuar.inject({ method: 'POST', url, headers: { 'content-type': type }, payload })).statusCode).toBeGreaterThanOrEqual(400)
    expect(await write((tx) => tx.query('select 1 from pause where org_id = $1 and subject = $2', [org, `report:${report}`]))).toEqual([])
  })

  test('mail that comes back marks the sending; an address outside gets none any more until somebody tries it again', async () => {
    const report = await buildReport(kontuar, { recipients: [{ to: 'address', name: 'Anna', email: 'gone@partner.example' }] })
    await send(report)
    await kontuar.runJobs()
    const messageId = (await mails())[0]!.messageId!.slice(1, -1)
    const bounce = async (given: object) => {
      await write(async (tx) => {
        const message = await buildMessage(tx, mailboxId, { from: { name: '', address: 'mailer-daemon@mx.example' }, automatic: true, mailClass: 'bounce', subject: 'Undelivered', messageId: null, bounce: { recipient: 'gone@partner.example', status: '5.1.1', kind: 'hard', reason: '550 No such user', originalMessageId: messageId, ...given } })
        const [received] = await receiveMessages(tx, [message])
        tx.publish({ name: 'channels.bounceReceived', ids: { interactionId: received!.interactionId } })
      })
      await kontuar.runJobs()
    }
    await bounce({ kind: 'soft', status: '4.4.7', reason: 'delayed' })
    expect(await readLedger(kontuar, report)).toEqual([expect.objectContaining({ state: 'sent', detail: 'gone@partner.example: 4.4.7 delayed' })])
    await bounce({ originalMessageId: `report.${newId()}@salon.example` })
    expect(await states(report)).toEqual(['sent'])
    await bounce({})
    expect(await readLedger(kontuar, report)).toEqual([expect.objectContaining({ state: 'bounced', detail: 'gone@partner.example: 5.1.1 550 No such user' })])
    expect((await told(report)).map((n) => n.detail.code)).toEqual(['bounced'])
    await send(report)
    await kontuar.runJobs()
    expect(sink.taken).toHaveLength(1)
    const { id } = (await readLedger(kontuar, report))[0]!
    await kontuar.ask('POST', `/report-sendings/${id}/retry`, undefined)
    await kontuar.runJobs()
    expect(sink.taken).toHaveLength(2)
  })
})

describe('the ledger', () => {
  test('keeps what was sent, and shows it to whoever composes reports and sees everything', async () => {
    const report = await buildReport(kontuar, { recipients: to('ewa'), formats: ['mail', 'pdf', 'xlsx', 'link'] })
    await send(report)
    await kontuar.runJobs()
    const [mail] = await mails()
    expect(mail!.attachments.filter((a) => a.contentDisposition === 'attachment').map((a) => a.filename?.replace(/^.*\./, ''))).toEqual(['pdf', 'xlsx'])
    expect(mail!.text).toContain(`https://desk.example/reports/${report}`)
    const { items } = (await kontuar.ask('GET', `/report-sendings?reportId=${report}`)).body
    expect(items).toEqual([expect.objectContaining({ state: 'sent', name: 'ewa', address: 'ewa@reports.test', files: [expect.objectContaining({ format: 'pdf' }), expect.objectContaining({ format: 'xlsx' }), expect.objectContaining({ format: 'html' })] })])
    for (const [format, begins] of [['pdf', '%PDF-'], ['xlsx', 'PK'], ['html', '<']] as const) {
      const file = await kontuar.ask('GET', `/report-sendings/${items[0].id}/files/${format}`)
      expect(file.status).toBe(200)
      expect(file.text.trimStart().startsWith(begins), format).toBe(true)
      expect(file.headers['content-security-policy']).toContain('sandbox')
    }
    const held = await buildStaff(kontuar.platform.db, org, 'manager', `held-${newId().slice(-6)}@reports.test`)
    const token = await buildToken(kontuar.platform.db, org, held)
    await kontuar.ask('PUT', `/staff/${held.staffId}/access`, { access: 'granted', queueIds: [], locationIds: [] })
    expect((await kontuar.ask('GET', '/report-sendings', undefined, token)).body.items).toEqual([])
    expect((await kontuar.ask('GET', `/report-sendings/${items[0].id}/files/pdf`, undefined, token)).status).toBe(404)
    expect((await kontuar.ask('POST', `/report-sendings/${items[0].id}/retry`, undefined, token)).status).toBe(404)
    expect((await kontuar.ask('GET', `/report-runs/${items[0].runId}`, undefined, token)).status).toBe(404)
  })

  test('is paged without loss', async () => {
    const all = (await kontuar.ask('GET', '/report-sendings?limit=200')).body.items.map((s: { id: string }) => s.id)
    const found: string[] = []
    for (let cursor: string | null = ''; cursor !== null && found.length < 40;) {
      const { body } = await kontuar.ask('GET', `/report-sendings?limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`)
      found.push(...body.items.map((s: { id: string }) => s.id))
      cursor = body.next
    }
    expect(found).toEqual(all.slice(0, found.length))
    expect((await kontuar.ask('GET', '/report-sendings?cursor=nonsense')).body.code).toBe('invalid-cursor')
  })
})
