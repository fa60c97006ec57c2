// Guards the sending of reports: on time in every zone, once each, and never a broken one.
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { newId } from '../../../platform/id.ts'
import { buildReport, letTimePass, plainDefinition, readLedger, startReportOffice } from './testing.ts'

// The first report of a process starts its threads and opens fonts and charts.
vi.setConfig({ testTimeout: 60_000 })

const { kontuar, sink, org, write, to, strike, send, states, mails, told, clear, stop } = await startReportOffice()
beforeEach(clear)
afterAll(stop)

const weekly = { every: 'week', day: 1, at: '08:00' } as const
const words = plainDefinition({ blocks: [{ id: 't', kind: 'text', text: 'Dzień dobry' }] })

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
