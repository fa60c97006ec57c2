// Guards that what customers write is read once, that only theirs is, and that what a person said of it stays.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../../app/testing.ts'
import { newId } from '../../../../platform/id.ts'
import { orderPastReading, readPastChunk } from './read-past.ts'
import { takeIn } from '../../take-in.ts'
import { readingOffice } from '../testing.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

const angry = 'To już trzeci raz! Paczka znowu nie dotarła, jestem wściekła. Oddajcie pieniądze.'
const happy = 'Bardzo dziękuję za szybką pomoc, wszystko działa świetnie. Polecam!'

describe('a message', () => {
  test('is read: its language, what is felt, and by which sentence', async () => {
    const { mail, readingOf } = await readingOffice(kontuar)
    const { interactionId } = await mail(angry)
    await kontuar.runJobs()
    const reading = await readingOf(interactionId)
    expect(reading).toMatchObject({ id: interactionId, subject: 'interaction', language: 'pl', sentiment: 'negative', certain: true, by: 'classifier', topic: null })
    expect(reading.confidence).toBeGreaterThan(0.6)
    expect(reading.sentences.map((s: { from: number; to: number }) => angry.slice(s.from, s.to))).toEqual(['To już trzeci raz!', 'Paczka znowu nie dotarła, jestem wściekła.', 'Oddajcie pieniądze.'])
  })

  test('is read without quotation and signature, in the places of its visible text', async () => {
    const { mail, ask, ask: _, readingOf } = await readingOffice(kontuar)
    const quote = 'Am Montag schrieb Salon:\n> Szkoda, że to taki dramat i porażka.\n'
    const text = `\n${happy}\n${quote}-- \nAnna`
    const { interactionId, ticketId } = await mail(text, { folds: [['text', 0, happy.length + 2], ['quote', happy.length + 2, happy.length + 2 + quote.length], ['signature', happy.length + 2 + quote.length, text.length]] })
    await kontuar.runJobs()
    const { visibleText } = (await ask('GET', `/tickets/${ticketId}/interactions`)).items.find((i: { id: string }) => i.id === interactionId)
    const reading = await readingOf(interactionId)
    expect(reading).toMatchObject({ sentiment: 'positive', language: 'pl' })
    expect(reading.sentences.map((s: { from: number; to: number }) => visibleText.slice(s.from, s.to))).toEqual(['Bardzo dziękuję za szybką pomoc, wszystko działa świetnie.', 'Polecam!'])
  })

  test.each([
    ['a machine', { automatic: true, mailClass: 'auto-reply' as const }], ['a list', { mailClass: 'list' as const }], ['a bounce', { mailClass: 'bounce' as const, automatic: true }],
  ])('of %s is not read', async (_name, given) => {
    const { mail, rows } = await readingOffice(kontuar)
    await mail(angry, given)
    await kontuar.runJobs()
    expect(await rows('select from reading where org_id = $1')).toEqual([])
  })

  test('that says nothing has no reading, and neither have our own words', async () => {
    const { mail, ask, rows } = await readingOffice(kontuar)
    const { ticketId } = await mail('  \n ')
    await ask('POST', '/interactions', { kind: 'call', channel: 'phone', direction: 'out', ticketId, request: angry })
    await kontuar.runJobs()
    expect(await rows('select from reading where org_id = $1')).toEqual([])
  })

  test.each(['\0'.repeat(50), '\ud83d broken', '😡'.repeat(2000), 'А'.repeat(100_000), `${'bardzo '.repeat(20_000)}źle`, '׀שלום עולם', '!))))))))))))))x'.repeat(500)])('of hostile content is read without harm (%#)', async (text) => {
    const { mail, readingOf } = await readingOffice(kontuar)
    const stored = text.replaceAll('\0', '').toWellFormed()
    const { interactionId } = await mail(stored === '' ? 'x' : stored)
    await kontuar.runJobs()
    expect(await readingOf(interactionId)).toMatchObject({ by: 'classifier' })
  })
})

describe('a contact recorded by hand', () => {
  test('is read by what the customer wanted, not by what we decided', async () => {
    const { ask, readingOf } = await readingOffice(kontuar)
    const { id } = await ask('POST', '/interactions', { kind: 'call', channel: 'phone', customer: { name: 'Jan', phone: '600 700 801' }, request: angry, decision: 'Wspaniale, dziękujemy serdecznie za cierpliwość, polecamy się!', result: 'Klient zachwycony.' })
    await kontuar.runJobs()
    const reading = await readingOf(id)
    expect(reading.sentiment).toBe('negative')
    expect(Math.max(...reading.sentences.map((s: { to: number }) => s.to))).toBeLessThanOrEqual(angry.length)
  })
})

describe('told twice, late or in a crowd', () => {
  test('it is read once and told once', async () => {
    const { mail, rows, org } = await readingOffice(kontuar)
    const { interactionId, ticketId } = await mail(angry)
    await kontuar.runJobs()
    const event = { id: newId(), name: 'diary.messageReceived', at: new Date().toISOString(), ids: { interactionId, ticketId }, detail: {} }
    await Promise.all([1, 2, 3].map(() => kontuar.platform.db.write(org.orgId, (tx) => takeIn.handle(tx, [event, event]))))
    await kontuar.runJobs()
    expect(await rows(`select ids from event where org_id = $1 and name = 'insight.textRead'`)).toEqual([{ ids: { readingId: interactionId, interactionId, ticketId } }])
  })

  test('a correction stays, whatever reads the text again', async () => {
    const { mail, ask, rows, readingOf, db, org } = await readingOffice(kontuar)
    const { interactionId } = await mail(angry)
    await kontuar.runJobs()
    await ask('PATCH', `/readings/${interactionId}`, { sentiment: 'neutral' })
    await db.write(org.orgId, (tx) => tx.query('update reading set probabilities = null where org_id = $1', [org.orgId]))
    const [text] = await db.read(org.orgId, async (tx) => (await import('../texts/customer-texts.ts')).textsOfEntries(tx, [interactionId]))
    await db.write(org.orgId, async (tx) => (await import('./read-texts.ts')).readThese(tx, [text!], true))
    expect(await readingOf(interactionId)).toMatchObject({ sentiment: 'neutral', by: 'person', certain: true, confidence: null })
    expect(await rows('select probabilities is not null as kept from reading where org_id = $1')).toEqual([{ kept: true }])
  })
})

describe('what was written before', () => {
  test('is read chunk by chunk, once, and counted', async () => {
    const { mail, rows, db, org } = await readingOffice(kontuar)
    await mail(angry)
    await mail(happy)
    await kontuar.runJobs()
    await db.write(org.orgId, (tx) => tx.query('delete from reading where org_id = $1', [org.orgId]))
    for (let twice = 0; twice < 2; twice++) {
      await db.write(org.orgId, async (tx) => orderPastReading(tx))
      await kontuar.runJobs()
    }
    expect(await rows('select sentiment from reading where org_id = $1 order by sentiment')).toEqual([{ sentiment: 'negative' }, { sentiment: 'positive' }])
    expect(await rows(`select f.measures from fact f where f.org_id = $1 and f.kind = 'reading' and not exists (select from fact r where r.org_id = f.org_id and r.retracts = f.id) and f.weight = 1 order by f.measures->'negative' desc`))
      .toEqual([{ measures: { negative: 1, neutral: 0, positive: 0 } }, { measures: { negative: 0, neutral: 0, positive: 1 } }])
  })

  test('is not read while reading is switched off, and is when it is switched on again', async () => {
    const { mail, rows, ask, db, org } = await readingOffice(kontuar)
    await ask('PUT', '/reading-settings', { on: false, topics: false, endpoint: null })
    const { interactionId } = await mail(angry)
    await kontuar.runJobs()
    await db.write(org.orgId, (tx) => readPastChunk(tx, { walk: 'entries' }))
    expect(await rows('select from reading where org_id = $1')).toEqual([])
    await ask('PUT', '/reading-settings', { on: true, topics: false, endpoint: null })
    await kontuar.runJobs()
    expect(await rows('select id from reading where org_id = $1')).toEqual([{ id: interactionId }])
  })

  test('of an organization older than readings is ordered once, at the start', async () => {
    const { mail, rows, db, org } = await readingOffice(kontuar)
    await mail(angry)
    await kontuar.runJobs()
    await db.write(org.orgId, (tx) => tx.query('delete from reading where org_id = $1', [org.orgId]))
    const furnish = async () => {
      await (await import('../jobs.ts')).furnishReadings(kontuar.platform).handle({ orgId: org.orgId }, { attempt: 1, maxAttempts: 1 })
      await kontuar.runJobs()
    }
    await furnish()
    expect(await rows('select from reading where org_id = $1')).toHaveLength(1)
    await db.write(org.orgId, (tx) => tx.query('delete from reading where org_id = $1', [org.orgId]))
    await furnish()
    expect(await rows('select from reading where org_id = $1')).toEqual([])
  })
})
