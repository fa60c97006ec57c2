// Guards that whatever a tablet held without network becomes one answer each, however often, in whichever parts and from however many
// tabs it comes; and that its address tells and takes nothing beyond that.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../../app/testing.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { buildSurvey, publishAgain, afterTicket } from '../../answering/testing.ts'
import { newToken } from '../../answering/index.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar({ KONTUAR_URL: 'https://desk.example' }) })
afterAll(() => kontuar.stop())

const org = () => kontuar.orgA.orgId
const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(org(), work)
const rows = <R extends object>(text: string, values: unknown[] = []) => kontuar.platform.db.read(org(), (tx) => tx.query<R>(text, [org(), ...values]))

interface Made { id: string; token: string; surveyId: string }
async function makeKiosk(given: { survey?: Parameters<typeof buildSurvey>[1]; body?: object } = {}): Promise<Made> {
  const surveyId = await write((tx) => buildSurvey(tx, given.survey))
  const { status, body } = await kontuar.ask('POST', '/kiosks', { name: 'Lada', surveyId, ...given.body })
  expect(status).toBe(201)
  return { id: body.id, token: body.url.replace('https://desk.example/k/', ''), surveyId }
}
const held = (kiosk: Made, given: object = {}) => ({ key: randomBytes(16).toString('hex'), survey: kiosk.surveyId, version: 1, language: 'pl', values: { nps: 9 }, at: Date.now() - 1000, finished: true, ...given })
async function post(token: string, answers: object[], { app = kontuar.app, ...more }: { app?: TestKontuar['app']; waiting?: number; now?: number } = {}) {
  const answer = await app.inject({ method: 'POST', url: `/k/${token}/answers`, payload: { answers, now: Date.now(), waiting: answers.length, ...more } })
  return { status: answer.statusCode, body: answer.json() as { results: { key: string; outcome: string; reason?: string }[]; page: string; now: string } }
}
const answersOf = (kiosk: Made) => rows<{ values: object; state: string; road: string; location_id: string | null; kiosk_id: string; at: Date; key: string; language: string }>('select * from answer where org_id = $1 and kiosk_id = $2 order by at', [kiosk.id])
const outcomes = (reply: Awaited<ReturnType<typeof post>>) => reply.body.results.map((r) => r.outcome)

describe('answers held by a tablet', () => {
  test('are stored once each, with the kiosk, its location and the day they were given, and leave no key behind', async () => {
    const { body: location } = await kontuar.ask('POST', '/locations', { name: 'Rynek 5' })
    const kiosk = await makeKiosk({ body: { locationId: location.id } })
    const yesterday = Date.now() - 20 * 3_600_000
    await write((tx) => tx.query(`update kiosk set created_at = now() - interval '9 days' where org_id = $1 and id = $2`, [tx.orgId, kiosk.id]))
    const one = held(kiosk, { at: yesterday, values: { nps: 2, why: ['wait'] } })
    expect(outcomes(await post(kiosk.token, [one]))).toEqual(['stored'])
    const [answer] = await answersOf(kiosk)
    expect(answer).toMatchObject({ road: 'kiosk', location_id: location.id, state: 'finished', values: { nps: 2, why: ['wait'] } })
    expect(answer!.at.getTime()).toBe(yesterday)
    expect(answer!.key).not.toContain(one.key)
    const [fact] = await rows<{ day: string; road: string }>(`select to_char(f.day, 'YYYY-MM-DD') as day, f.road from feedback_fact f join answer a on a.org_id = f.org_id and a.id = f.answer_id where f.org_id = $1 and a.kiosk_id = $2`, [kiosk.id])
    const zone = (await rows<{ time_zone: string }>('select time_zone from org where id = $1'))[0]!.time_zone
    expect(fact).toEqual({ road: 'kiosk', day: Temporal.Instant.fromEpochMilliseconds(yesterday).toZonedDateTimeISO(zone).toPlainDate().toString() })
  })

  test('that come again are known', async () => {
    const kiosk = await makeKiosk()
    const batch = [held(kiosk), held(kiosk), held(kiosk)]
    expect(outcomes(await post(kiosk.token, batch.slice(0, 2)))).toEqual(['stored', 'stored'])
    expect(outcomes(await post(kiosk.token, batch)).sort()).toEqual(['known', 'known', 'stored'])
    expect(outcomes(await post(kiosk.token, [batch[0]!, batch[0]!]))).toEqual(['known'])
    expect(await answersOf(kiosk)).toHaveLength(3)
  })

  test('of two tabs that send the same 200 at once, in another order and to two processes, are 200', async () => {
    const kiosk = await makeKiosk()
    const all = Array.from({ length: 200 }, (_, i) => held(kiosk, { values: { nps: i % 11 }, at: Date.now() - i * 1000 }))
    const other = await kontuar.anotherProcess()
    const chunks = (list: object[]) => [list.slice(0, 50), list.slice(50, 100), list.slice(100, 150), list.slice(150)]
    const replies = await Promise.all([
      ...chunks(all).map((chunk) => post(kiosk.token, chunk)), ...chunks(all.toReversed()).map((chunk) => post(kiosk.token, chunk, { app: other.app })), post(kiosk.token, all, { app: other.app }),
    ])
    await other.stop()
    expect(new Set(replies.map((r) => r.status))).toEqual(new Set([200]))
    expect(replies.flatMap(outcomes).filter((o) => o === 'stored')).toHaveLength(200)
    expect(await answersOf(kiosk)).toHaveLength(200)
    const [sum] = await rows<{ n: number }>('select sum(f.weight)::int as n from feedback_fact f join answer a on a.org_id = f.org_id and a.id = f.answer_id where f.org_id = $1 and a.kiosk_id = $2', [kiosk.id])
    expect(sum!.n).toBe(200)
    // Each is one entry of the diary.
    expect(await rows('select i.id from interaction i join answer a on a.org_id = i.org_id and a.interaction_id = i.id where i.org_id = $1 and a.kiosk_id = $2', [kiosk.id])).toHaveLength(200)
  })

  test('left in the middle are answers in part, and one answer when the rest comes after all', async () => {
    const kiosk = await makeKiosk()
    const one = held(kiosk, { values: { nps: 3 }, finished: false })
    expect(outcomes(await post(kiosk.token, [one]))).toEqual(['stored'])
    expect(await answersOf(kiosk)).toMatchObject([{ state: 'partial', values: { nps: 3 } }])
    expect(outcomes(await post(kiosk.token, [{ ...one, values: { nps: 3, why: ['price'] }, finished: true }]))).toEqual(['stored'])
    expect(outcomes(await post(kiosk.token, [one]))).toEqual(['known'])
    expect(await answersOf(kiosk)).toMatchObject([{ state: 'finished', values: { nps: 3, why: ['price'] } }])
  })

  test('that are wrong are refused one by one, with the reason, and block no other', async () => {
    const kiosk = await makeKiosk()
    const other = await makeKiosk()
    const good = [held(kiosk), held(kiosk)]
    const bad: [object, RegExp][] = [
      [held(kiosk, { values: { nps: 11 } }), /does not fit/], [held(kiosk, { values: {} }), /empty/], [held(kiosk, { values: { nobody: 1 } }), /does not fit/], [held(kiosk, { version: 7 }), /no such version/],
      [held(kiosk, { survey: other.surveyId }), /does not show/], [held(kiosk, { values: { nps: 1, text: 'a'.repeat(5001) } }), /does not fit/], [{ ...held(kiosk), values: null }, /no values/],
    ]
    const reply = await post(kiosk.token, [good[0]!, ...bad.map(([item]) => item), good[1]!])
    expect(reply.status).toBe(200)
    const reasons = new Map(reply.body.results.map((r) => [r.key, r]))
    for (const [item, why] of bad) expect(reasons.get((item as { key: string }).key)).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(why) })
    for (const item of good) expect(reasons.get(item.key)).toMatchObject({ outcome: 'stored' })
    expect(await answersOf(kiosk)).toHaveLength(2)
  })

  test('of which the database itself takes one not are stored without it', async () => {
    const kiosk = await makeKiosk()
    const owner = new pg.Client({ connectionString: kontuar.ownerUrl })
    await owner.connect()
    await owner.query(`create function refuse_comment() returns trigger language plpgsql as $$ begin if new.comment = 'unstorable' then raise exception using errcode = '22000'; end if; return new; end $$`)
    await owner.query('create trigger refuse_comment before insert on answer for each row execute function refuse_comment()')
    const bad = held(kiosk, { values: { nps: 1, text: 'unstorable' } })
    const reply = await post(kiosk.token, [held(kiosk), bad, held(kiosk)])
    await owner.query('drop trigger refuse_comment on answer')
    await owner.end()
    expect(reply.body.results.find((r) => r.key === bad.key)).toMatchObject({ outcome: 'refused' })
    expect(outcomes(reply).sort()).toEqual(['refused', 'stored', 'stored'])
    expect(await answersOf(kiosk)).toHaveLength(2)
  })

  test('were given while the survey was open: paused, ended and full ones take them, in the version that was seen', async () => {
    const kiosk = await makeKiosk({ survey: { quota: 1 } })
    await write((tx) => publishAgain(tx, kiosk.surveyId, { ...afterTicket, questions: afterTicket.questions.slice(0, 1) }))
    await write((tx) => tx.query(`update survey set state = 'ended' where org_id = $1 and id = $2`, [tx.orgId, kiosk.surveyId]))
    expect(outcomes(await post(kiosk.token, [held(kiosk, { values: { nps: 1, why: ['wait'] } }), held(kiosk), held(kiosk, { version: 2 })]))).toEqual(['stored', 'stored', 'stored'])
  })

  test('to the survey the tablet showed before are taken after it shows another', async () => {
    const kiosk = await makeKiosk()
    const next = await write((tx) => buildSurvey(tx))
    expect((await kontuar.ask('PATCH', `/kiosks/${kiosk.id}`, { surveyId: next })).status).toBe(200)
    expect(outcomes(await post(kiosk.token, [held(kiosk), held({ ...kiosk, surveyId: next })]))).toEqual(['stored', 'stored'])
  })

  test('of an anonymous survey name no hour and nobody', async () => {
    const kiosk = await makeKiosk({ survey: { anonymous: true } })
    expect(outcomes(await post(kiosk.token, [held(kiosk)]))).toEqual(['stored'])
    const [answer] = await rows<{ interaction_id: string | null; at: Date; created_at: Date }>('select interaction_id, at, created_at from answer where org_id = $1 and survey_id = $2', [kiosk.surveyId])
    expect(answer).toMatchObject({ interaction_id: null, created_at: answer!.at })
  })

  test('are corrected by how wrong the clock of the tablet is', async () => {
    const kiosk = await makeKiosk()
    await write((tx) => tx.query(`update kiosk set created_at = now() - interval '9 days' where org_id = $1 and id = $2`, [tx.orgId, kiosk.id]))
    const fiveHours = 5 * 3_600_000
    await post(kiosk.token, [held(kiosk, { at: Date.now() - fiveHours - 600_000 })], { now: Date.now() - fiveHours })
    const [answer] = await answersOf(kiosk)
    expect(Math.abs(answer!.at.getTime() - (Date.now() - 600_000))).toBeLessThan(60_000)
  })
})

describe('a kiosk', () => {
  test('tells its address once, and keeps of it a digest alone', async () => {
    const kiosk = await makeKiosk({ body: { attract: { PL: ' Jak było? ', en: '' }, idleSeconds: 12 } })
    const listed = (await kontuar.ask('GET', '/kiosks')).body.items.find((k: { id: string }) => k.id === kiosk.id)
    expect(listed).toMatchObject({ name: 'Lada', url: null, idleSeconds: 12, attract: { pl: 'Jak było?' }, waiting: 0, answers: 0, retired: false, lastSeenAt: null })
    const [row] = await rows<{ text: string }>('select k::text as text from kiosk k where org_id = $1 and id = $2', [kiosk.id])
    expect(row!.text).not.toContain(kiosk.token)
  })

  test('that was seen says when, and how many answers it still holds', async () => {
    const kiosk = await makeKiosk()
    await post(kiosk.token, [held(kiosk)], { waiting: 41 })
    const listed = (await kontuar.ask('GET', '/kiosks')).body.items.find((k: { id: string }) => k.id === kiosk.id)
    expect(listed).toMatchObject({ waiting: 40, answers: 1 })
    expect(Date.now() - Date.parse(listed.lastSeenAt)).toBeLessThan(60_000)
  })

  test('whose address is renewed answers at the new one with what it held, and is gone at the old one', async () => {
    const kiosk = await makeKiosk()
    const one = held(kiosk)
    await post(kiosk.token, [one])
    const { body } = await kontuar.ask('POST', `/kiosks/${kiosk.id}/renew`)
    expect(await post(kiosk.token, [held(kiosk)])).toMatchObject({ status: 410 })
    expect(outcomes(await post(body.url.split('/k/')[1], [one, held(kiosk)])).sort()).toEqual(['known', 'stored'])
  })

  test('that is retired says 410 to page and answers, and takes what it held when it comes back', async () => {
    const kiosk = await makeKiosk()
    await kontuar.ask('PATCH', `/kiosks/${kiosk.id}`, { retired: true })
    expect((await kontuar.inject({ method: 'GET', url: `/k/${kiosk.token}` })).statusCode).toBe(410)
    const one = held(kiosk)
    expect((await post(kiosk.token, [one])).status).toBe(410)
    expect(await answersOf(kiosk)).toEqual([])
    expect((await kontuar.ask('POST', `/kiosks/${kiosk.id}/renew`)).status).toBe(422)
    await kontuar.ask('PATCH', `/kiosks/${kiosk.id}`, { retired: false })
    expect(outcomes(await post(kiosk.token, [one]))).toEqual(['stored'])
  })

  test('that shows another page says so, so that the tablet loads it anew', async () => {
    const kiosk = await makeKiosk()
    const page = async () => (await post(kiosk.token, [])).body.page
    const first = await page()
    expect(await page()).toBe(first)
    expect((await kontuar.inject({ method: 'GET', url: `/k/${kiosk.token}` })).body).toContain(`"page":"${first}"`)
    await write((tx) => publishAgain(tx, kiosk.surveyId, afterTicket))
    const second = await page()
    expect(second).not.toBe(first)
    await kontuar.ask('PATCH', `/kiosks/${kiosk.id}`, { idleSeconds: 77 })
    expect(await page()).not.toBe(second)
  })

  test.each([
    ['no survey', { name: 'x', surveyId: 'x' }, 'surveyId'], ['no name', { name: '  ' }, 'name'], ['a location that is not there', { locationId: '01890a5d-ac96-774b-bcce-b302099a8057' }, 'locationId'],
  ])('with %s is not made', async (_what, wrong, field) => {
    const surveyId = await write((tx) => buildSurvey(tx))
    const { status, body } = await kontuar.ask('POST', '/kiosks', { name: 'Lada', surveyId, ...wrong })
    expect(status).toBe(400)
    expect(body.fields).toHaveProperty([field])
  })
})

describe('its page', () => {
  test('has every question in every language, no way out, and nothing that a customer typed could break', async () => {
    const nasty = '</script><img src=x onerror=alert(1)>'
    const kiosk = await makeKiosk({ survey: { definition: { ...afterTicket, title: { pl: nasty } } }, body: { attract: { ru: nasty } } })
    const { body, headers, statusCode } = await kontuar.inject({ method: 'GET', url: `/k/${kiosk.token}` })
    expect(statusCode).toBe(200)
    expect(body).not.toContain('<img src=x')
    for (const language of ['pl', 'en', 'ru']) expect(body).toContain(`<template data-for="${language}"`)
    expect(body.match(/<a\s/g)).toBeNull()
    expect(headers['content-security-policy']).toMatch(/default-src 'none'; style-src 'sha256-[^']+' 'sha256-[^']+'; script-src 'self'; connect-src 'self'; worker-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'/)
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(await answersOf(kiosk)).toEqual([])
  })

  test('of a survey that is not published yet says so, and looks again by itself', async () => {
    const kiosk = await makeKiosk()
    await write((tx) => tx.query('update survey set version = 0 where org_id = $1 and id = $2', [tx.orgId, kiosk.surveyId]))
    const answer = await kontuar.inject({ method: 'GET', url: `/k/${kiosk.token}` })
    expect(answer).toMatchObject({ statusCode: 200, headers: { refresh: '60' } })
    expect(answer.body).not.toContain('/k/kiosk.js')
  })

  test.each([['unknown', newToken().token, '203.0.113.1'], ['no token', 'x', '203.0.113.2'], ['a hostile one', "'or 1=1--", '203.0.113.3']])('at an address that is %s is gone, and guessing is slowed down', async (_what, token, remoteAddress) => {
    expect((await kontuar.app.inject({ method: 'GET', url: `/k/${encodeURIComponent(token)}`, remoteAddress })).statusCode).toBe(410)
    const many = await Promise.all(Array.from({ length: 40 }, () => kontuar.app.inject({ method: 'POST', url: `/k/${encodeURIComponent(token)}/answers`, payload: { answers: [] }, remoteAddress })))
    expect(many.map((a) => a.statusCode)).toContain(429)
    expect(many.find((a) => a.statusCode === 429)!.headers['retry-after']).toBeDefined()
  })

  test.each([['nothing', undefined], ['a list', []], ['a text', { answers: 'x' }], ['300 answers', { answers: Array.from({ length: 300 }, () => ({})) }]])('given %s instead of a batch says what it wants', async (_what, payload) => {
    const kiosk = await makeKiosk()
    const answer = await kontuar.inject({ method: 'POST', url: `/k/${kiosk.token}/answers`, ...(payload === undefined ? {} : { payload }) })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'invalid-input' })
  })
})
