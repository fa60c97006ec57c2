// Guards what people decide about reports that leave: stopped and gone on with, one's own alone, paused, refused, and every one in the ledger.
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { newId } from '../../../platform/id.ts'
import { receiveMessages } from '../../diary/index.ts'
import { buildMessage } from '../../diary/testing.ts'
import { buildStaff, buildToken } from '../../identity/testing.ts'
import { buildReport, plainDefinition, readLedger, startReportOffice } from './testing.ts'

// The first report of a process starts its threads and opens fonts and charts.
vi.setConfig({ testTimeout: 60_000 })

const { kontuar, sink, org, mailboxId, people, write, to, send, states, mails, told, clear, stop } = await startReportOffice()
beforeEach(clear)
afterAll(stop)

describe('people decide', () => {
  test('a run is stopped before anybody gets it, and gone on with', async () => {
    const report = await buildReport(kontuar, { recipients: to('ewa', 'yuri', 'sam') })
    const run = (await send(report)).body
    expect(run).toMatchObject({ state: 'running', trigger: 'hand', planned: 3, done: 0, startedByName: 'Administrator' })
    expect((await send(report)).body).toMatchObject({ code: 'conflict' })
    expect((await kontuar.ask('POST', `/report-runs/${run.id}/stop`, undefined)).body).toMatchObject({ state: 'stopping', done: 0, sent: 0 })
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
    await write((tx) => tx.query('insert into location (org_id, id, name, manager_id) values ($1, $2, $3, $4)', [org, shop, `Sklep ${shop}`, people.ewa.staffId]))
    const report = await buildReport(kontuar, { recipients: [{ to: 'location-manager' }], definition: plainDefinition({ personal: 'location' }) })
    const another = await buildReport(kontuar, { recipients: [{ to: 'staff', staffId: leaver.staffId }] })
    await send(report)
    await send(another)
    await write((tx) => tx.query('update location set manager_id = $3 where org_id = $1 and id = $2', [org, shop, people.sam.staffId]))
    await kontuar.ask('PATCH', `/staff/${leaver.staffId}`, { active: false })
    await kontuar.runJobs()
    expect(await states(report)).toEqual(['stopped'])
    expect(await states(another)).toEqual(['stopped'])
    expect(sink.taken).toEqual([])
    await write((tx) => tx.query('update location set retired_at = now() where org_id = $1 and id = $2', [org, shop]))
  })

  test('two hundred shops: each manager gets their own, spread, and the page says who gets what', async () => {
    const shops = Array.from({ length: 200 }, (_, i) => ({ id: newId(), name: `Sieć ${String(i).padStart(3, '0')}` }))
    await write((tx) => tx.query(`insert into location (org_id, id, name, manager_id) select $1, s.id, s.name, $3 from jsonb_to_recordset($2) s (id uuid, name text)`, [org, JSON.stringify(shops), people.ewa.staffId]))
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
