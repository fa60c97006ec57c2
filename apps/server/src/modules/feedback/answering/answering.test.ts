// Guards the way of an answer: opening stores none, one post stores one, sent twice it is still one, and what was asked for by
// nobody (another's token, an expired one, a page of another version) is answered kindly and kept out.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { buildMailbox, buildTicket } from '../../diary/testing.ts'
import { hashToken, isClosed, newCode, newToken, openInvitation, openLink, takeStep, type Step, type TakenStep } from './index.ts'
import { afterTicket, buildInvitation, buildLink, buildSurvey, publishAgain } from './testing.ts'

let kontuar: TestKontuar
let org: number
let ticket: { ticketId: string; customerId: string }
const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(org, work)
const rows = <R extends object>(text: string, values: unknown[] = []) => kontuar.platform.db.read(org, (tx) => tx.query<R>(text, [org, ...values]))

beforeAll(async () => {
  kontuar = await startTestKontuar()
  org = kontuar.orgA.orgId
  ticket = await write(async (tx) => buildTicket(tx, await buildMailbox(tx)))
})
afterAll(() => kontuar.stop())

const step = (fields: Record<string, string | string[]>, given: Partial<Step> = {}): Step => {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const v of [value].flat()) form.append(name, v)
  return { form, files: new Map(), version: null, key: null, shown: [], back: false, language: 'pl', ...given }
}
const invite = (given: Partial<Parameters<typeof buildInvitation>[2]> & { survey?: Parameters<typeof buildSurvey>[1] } = {}) => write(async (tx) => {
  const surveyId = await buildSurvey(tx, given.survey)
  return { surveyId, ...(await buildInvitation(tx, surveyId, { customerId: ticket.customerId, ticketId: ticket.ticketId, ...given })) }
})
const answersOf = (surveyId: string) => rows<{ id: string; values: Record<string, unknown>; state: string; version: number; customer_id: string | null; ticket_id: string | null; interaction_id: string | null; invitation_id: string | null; tone: string; score: number; comment: string | null; channel: string | null; ticket_result: string | null; at: Date; place: string; road: string }>('select * from answer where org_id = $1 and survey_id = $2', [surveyId])
const taken = async (at: { token: string } | { code: string }, s: Step): Promise<TakenStep> => {
  const answer = await takeStep(kontuar.platform, at, s)
  if (isClosed(answer)) throw new Error(`closed: ${answer.closed}`)
  return answer
}

describe('an invitation', () => {
  test('opened any number of times, with any point clicked, stores no answer; what was clicked is kept apart', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ note: fc.boolean(), clicked: fc.option(fc.constantFrom('0', '3', '10'), { nil: null }) }), { minLength: 1, maxLength: 6 }), async (openings) => {
      const { surveyId, id, token } = await invite()
      for (const opening of openings) expect(isClosed(await openInvitation(kontuar.platform, token, opening))).toBe(false)
      expect(await answersOf(surveyId)).toEqual([])
      const [row] = await rows<{ clicked_value: string | null; opened: boolean }>('select clicked_value, opened_at is not null as opened from survey_invitation where org_id = $1 and id = $2', [id])
      const noted = openings.filter((o) => o.note)
      expect(row).toEqual({ opened: noted.length > 0, clicked_value: noted.findLast((o) => o.clicked !== null)?.clicked ?? null })
    }), { numRuns: 15 })
  })

  test('a score is one answer in the diary of its ticket, with who, where and what as they were then', async () => {
    const { surveyId, token, id } = await invite()
    const first = await taken({ token }, step({ 'q.nps': '3' }))
    expect(first).toMatchObject({ outcome: 'next', values: { nps: 3 }, shown: ['nps'] })
    expect(first.page!.questions.map((q) => q.id)).toEqual(['why', 'text'])
    const [answer] = await answersOf(surveyId)
    expect(answer).toMatchObject({ state: 'partial', score: 3, tone: 'low', customer_id: ticket.customerId, ticket_id: ticket.ticketId, invitation_id: id, channel: 'email', ticket_result: 'solved', comment: null })
    expect(await rows('select kind, direction, ticket_id, customer_id from interaction where org_id = $1 and id = $2', [answer!.interaction_id])).toEqual([{ kind: 'rating', direction: 'in', ticket_id: ticket.ticketId, customer_id: ticket.customerId }])

    const second = await taken({ token }, step({ 'q.why': ['wait', 'other'], 'q.why.other': 'Nikt nie oddzwonił', 'q.text': 'Czekałam 40 minut 😤' }, { shown: first.shown }))
    expect(second).toMatchObject({ outcome: 'finished', page: null })
    const after = await answersOf(surveyId)
    expect(after).toHaveLength(1)
    expect(after[0]).toMatchObject({ id: answer!.id, state: 'finished', values: { nps: 3, why: ['wait', 'other'], 'why.other': 'Nikt nie oddzwonił', text: 'Czekałam 40 minut 😤' } })
    expect(after[0]!.comment).toContain('Czekałam 40 minut 😤')
  })

  test('is spent by finishing: sent again, or by whoever it was passed on to, it changes nothing', async () => {
    const { surveyId, token } = await invite()
    expect(await taken({ token }, step({ 'q.nps': '10' }))).toMatchObject({ outcome: 'finished' })
    expect(await takeStep(kontuar.platform, { token }, step({ 'q.nps': '0' }))).toMatchObject({ closed: 'answered' })
    expect(await openInvitation(kontuar.platform, token, { note: true, clicked: '0' })).toMatchObject({ closed: 'answered' })
    expect((await answersOf(surveyId)).map((a) => a.values)).toEqual([{ nps: 10 }])
  })

  test('sent ten times at once is one answer', async () => {
    const { surveyId, token } = await invite()
    await Promise.all(Array.from({ length: 10 }, () => takeStep(kontuar.platform, { token }, step({ 'q.nps': '4' }))))
    expect(await answersOf(surveyId)).toHaveLength(1)
    expect(await rows(`select weight from feedback_fact where org_id = $1 and survey_id = $2 and answer_id is not null`, [surveyId]).then((r) => r.reduce((sum, { weight }: { weight?: number }) => sum + (weight ?? 0), 0))).toBe(1)
  })

  test.each([
    ['unknown', () => ({ token: newToken().token })], ['no token at all', () => ({ token: "1' or 1=1" })], ['an empty one', () => ({ token: '' })],
  ])('%s: there is no such survey, and nobody learns more', async (_what, at) => {
    expect(await takeStep(kontuar.platform, at(), step({ 'q.nps': '1' }))).toEqual({ closed: 'unknown', asker: null, definition: null, language: null, facts: {} })
    expect(await openInvitation(kontuar.platform, at().token, { note: true, clicked: null })).toMatchObject({ closed: 'unknown', asker: null })
  })

  test.each([
    ['expired', { expiresAt: new Date(Date.now() - 1000) }], ['paused', { survey: { state: 'paused' } }], ['ended', { survey: { state: 'ended' } }], ['ended', { survey: { endsAt: new Date(Date.now() - 1000) } }],
    ['not-started', { survey: { startsAt: new Date(Date.now() + 60_000) } }], ['unknown', { state: 'planned' }], ['unknown', { state: 'cancelled' }], ['unknown', { survey: { state: 'draft' } }],
  ])('closed because %s takes nothing', async (closed, given) => {
    const { surveyId, token } = await invite(given)
    expect(await openInvitation(kontuar.platform, token, { note: true, clicked: '3' })).toMatchObject({ closed })
    expect(await takeStep(kontuar.platform, { token }, step({ 'q.nps': '1' }))).toMatchObject({ closed })
    expect(await answersOf(surveyId)).toEqual([])
  })

  test('whoever began may finish after the survey was paused', async () => {
    const { surveyId, token } = await invite()
    const first = await taken({ token }, step({ 'q.nps': '2' }))
    await write((tx) => tx.query(`update survey set state = 'paused' where org_id = $1 and id = $2`, [org, surveyId]))
    expect(await taken({ token }, step({ 'q.text': 'x' }, { shown: first.shown }))).toMatchObject({ outcome: 'finished' })
  })

  test('the survey changed while it is answered: the answer stays with the version it saw', async () => {
    const { surveyId, token } = await invite()
    await write((tx) => publishAgain(tx, surveyId, { ...afterTicket, questions: [{ id: 'ces', type: 'ces', points: 7, title: { pl: 'Łatwo?' } }] }))
    expect(await taken({ token }, step({ 'q.nps': '9' }, { version: 2 }))).toMatchObject({ outcome: 'finished', opened: { version: 1 } })
    expect((await answersOf(surveyId))[0]).toMatchObject({ version: 1, values: { nps: 9 } })
  })

  test.each([['11'], ['-1'], ['abc'], [''], ['9.5'], ['0x9'], ['9\u0000']])('the score %j is refused, never bent', async (score) => {
    const { surveyId, token } = await invite()
    expect(await taken({ token }, step({ 'q.nps': score }))).toMatchObject({ outcome: 'problems', problems: [{ questionId: 'nps' }] })
    expect(await answersOf(surveyId)).toEqual([])
  })

  test('a comment of 100 KB is refused with what was typed kept', async () => {
    const { token } = await invite()
    const first = await taken({ token }, step({ 'q.nps': '2' }))
    const long = await taken({ token }, step({ 'q.text': 'ą'.repeat(100_000) }, { shown: first.shown }))
    expect(long).toMatchObject({ outcome: 'problems', problems: [{ questionId: 'text', code: 'too-long' }] })
  })

  test('a better score takes the reasons of the worse one back, in the numbers too', async () => {
    const { surveyId, token } = await invite()
    const first = await taken({ token }, step({ 'q.nps': '2' }))
    const back = await taken({ token }, step({ 'q.why': 'wait' }, { shown: first.shown, back: true }))
    expect(back.page!.questions.map((q) => q.id)).toEqual(['nps'])
    const again = await taken({ token }, step({ 'q.nps': '9' }, { shown: back.shown }))
    expect(again).toMatchObject({ outcome: 'finished', values: { nps: 9 } })
    const facts = await rows<{ weight: number; counted: Record<string, string[]> }>('select weight, counted from feedback_fact where org_id = $1 and survey_id = $2 and answer_id is not null', [surveyId])
    const sums = new Map<string, number>()
    for (const f of facts) for (const [q, vs] of Object.entries(f.counted)) for (const v of vs) sums.set(`${q}=${v}`, (sums.get(`${q}=${v}`) ?? 0) + f.weight)
    expect(Object.fromEntries([...sums].filter(([, n]) => n !== 0))).toEqual({ 'nps=9': 1, '~=finished': 1, '~said=solved high': 1 })
  })
})

describe('an anonymous survey', () => {
  test('keeps nothing that leads to the person, and still spends the token', async () => {
    const { surveyId, token, id } = await invite({ survey: { anonymous: true } })
    await openInvitation(kontuar.platform, token, { note: true, clicked: '3' })
    const first = await taken({ token }, step({ 'q.nps': '3' }))
    expect(await taken({ token }, step({ 'q.text': 'cicho' }, { shown: first.shown }))).toMatchObject({ outcome: 'finished' })
    const answers = await answersOf(surveyId)
    expect(answers).toHaveLength(1)
    expect(answers[0]).toMatchObject({ customer_id: null, ticket_id: null, interaction_id: null, invitation_id: null, values: { nps: 3, text: 'cicho' } })
    expect(answers[0]!.at.toISOString()).toMatch(/:00:00\.000Z$/)
    expect(await takeStep(kontuar.platform, { token }, step({ 'q.nps': '0' }))).toMatchObject({ closed: 'answered' })
    expect(await rows('select id from feedback_fact where org_id = $1 and survey_id = $2 and invitation_id is not null', [surveyId])).toEqual([])
    // The hour of the invitation would lead to the answer that came in it.
    const [times] = await rows<Record<string, Date>>('select opened_at, started_at, finished_at from survey_invitation where org_id = $1 and id = $2', [id])
    for (const time of Object.values(times!)) expect(time.toISOString()).toMatch(/T\d\d:00:00\.000Z$/)
  })
})

describe('an open link', () => {
  const link = (survey: Parameters<typeof buildSurvey>[1] = {}, given: Parameters<typeof buildLink>[2] = {}) => write(async (tx) => {
    const surveyId = await buildSurvey(tx, survey)
    return { surveyId, ...(await buildLink(tx, surveyId, given)) }
  })

  test('takes an answer of nobody known, with its place; the same page sent again is the same answer', async () => {
    const { surveyId, code } = await link({}, { place: 'Stolik 5' })
    await taken({ code }, step({ 'q.nps': '9' }, { key: 'page-one-key' }))
    await taken({ code }, step({ 'q.nps': '9' }, { key: 'page-one-key' }))
    await taken({ code }, step({ 'q.nps': '7' }, { key: 'page-two-key' }))
    expect((await answersOf(surveyId)).map((a) => [a.score, a.place, a.road, a.customer_id]).sort()).toEqual([[7, 'Stolik 5', 'qr', null], [9, 'Stolik 5', 'qr', null]])
  })

  test('sent at once by a nervous network it is one answer', async () => {
    const { surveyId, code } = await link()
    await Promise.all(Array.from({ length: 8 }, () => taken({ code }, step({ 'q.nps': '3' }, { key: 'the-same-key' }))))
    expect(await answersOf(surveyId)).toHaveLength(1)
  })

  test('a finished answer sent again, also after the survey has ended, is thanked for and changes nothing', async () => {
    const { surveyId, code } = await link()
    await taken({ code }, step({ 'q.nps': '9' }, { key: 'a-finished-page' }))
    expect(await taken({ code }, step({ 'q.nps': '0' }, { key: 'a-finished-page' }))).toMatchObject({ outcome: 'finished', page: null })
    await write((tx) => tx.query(`update survey set state = 'ended' where org_id = $1 and id = $2`, [org, surveyId]))
    expect(await taken({ code }, step({ 'q.nps': '5' }, { key: 'a-finished-page' }))).toMatchObject({ outcome: 'finished' })
    expect((await answersOf(surveyId)).map((a) => a.values)).toEqual([{ nps: 9 }])
  })

  test('an empty form is no answer, not even with a box of consent nobody ticked', async () => {
    const { surveyId, code } = await link({ definition: { ...afterTicket, questions: [{ id: 'nps', type: 'nps', title: { pl: 'Czy nas Pani poleci?' } }, { id: 'call', type: 'consent', title: { pl: 'Mogą Państwo zadzwonić.' } }] } })
    expect(await taken({ code }, step({}, { key: 'an-empty-page' }))).toMatchObject({ outcome: 'finished', answerId: null })
    expect(await answersOf(surveyId)).toEqual([])
    await taken({ code }, step({ 'q.call': 'true' }, { key: 'a-ticked-page' }))
    expect((await answersOf(surveyId)).map((a) => a.values)).toEqual([{ call: true }])
  })

  test('a page without a key is shown anew', async () => {
    const { surveyId, code } = await link()
    expect(await taken({ code }, step({ 'q.nps': '9' }))).toMatchObject({ outcome: 'next', shown: [], answerId: null })
    expect(await answersOf(surveyId)).toEqual([])
  })

  test('a page of an older version is read by that version', async () => {
    const { surveyId, code } = await link()
    await write((tx) => publishAgain(tx, surveyId, { ...afterTicket, questions: [{ id: 'ces', type: 'ces', points: 7, title: { pl: 'Łatwo?' } }] }))
    await taken({ code }, step({ 'q.nps': '9' }, { key: 'an-old-page', version: 1 }))
    await taken({ code }, step({ 'q.ces': '6' }, { key: 'a-new-page', version: 2 }))
    await taken({ code }, step({ 'q.ces': '6' }, { key: 'a-lying-page', version: 99 }))
    expect((await answersOf(surveyId)).map((a) => [a.version, a.values]).sort()).toEqual([[1, { nps: 9 }], [2, { ces: 6 }], [2, { ces: 6 }]])
  })

  test('a quota is never exceeded, however many come at once; whoever began may finish', async () => {
    const { surveyId, code } = await link({ quota: 3 })
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_, i) => takeStep(kontuar.platform, { code }, step({ 'q.nps': '3' }, { key: `key-number-${i}` }))))
    expect(await answersOf(surveyId)).toHaveLength(3)
    expect(outcomes.filter((o) => isClosed(o) && o.closed === 'quota')).toHaveLength(7)
    const begun = outcomes.findIndex((o) => !isClosed(o))
    expect(await taken({ code }, step({ 'q.text': 'a' }, { key: `key-number-${begun}`, shown: ['nps'] }))).toMatchObject({ outcome: 'finished' })
    expect(await openLink(kontuar.platform, code)).toMatchObject({ closed: 'quota' })
  })

  test('that is unknown or switched off opens nothing', async () => {
    const off = await link({}, { active: false })
    expect(await openLink(kontuar.platform, off.code)).toMatchObject({ closed: 'unknown' })
    expect(await openLink(kontuar.platform, newCode())).toMatchObject({ closed: 'unknown' })
    expect(await takeStep(kontuar.platform, { code: '../../etc/passwd' }, step({}, { key: 'k' }))).toMatchObject({ closed: 'unknown' })
  })
})

test('a token has 128 random bits and is kept as a digest alone', () => {
  const tokens = Array.from({ length: 1000 }, () => newToken())
  expect(new Set(tokens.map((t) => t.token)).size).toBe(1000)
  for (const { token, hash } of tokens) {
    expect(Buffer.from(token, 'base64url')).toHaveLength(16)
    expect(hashToken(token)).toEqual(hash)
    expect(hash.toString('base64url')).not.toContain(token)
  }
})

describe('an answer of a program', () => {
  test.each<[Record<string, unknown>, string, RegExp]>([
    [{ nps: 11 }, 'values.nps', /nps: choose a whole number from 0 to 10\./], [{ nps: 9.5 }, 'values.nps', /from 0 to 10/], [{ nps: [9] }, 'values.nps', /from 0 to 10/], [{ nps: [{}, null] }, 'values.nps', /from 0 to 10/],
    [{ nps: 3, why: ['slow'] }, 'values.why', /why: send a list of any of wait, price, other/], [{ a: null }, 'values.a', /a: the survey has no such question, its questions are nps, why, text/], [{ nps: null }, 'values.nps', /not whole .*"finished": false.*nps: answer it too/], [{ why: ['wait'] }, 'values.nps', /nps: answer it too/],
  ])('%j is refused with what to do, and nothing is stored', async (values, field, sentence) => {
    const surveyId = await write((tx) => buildSurvey(tx))
    const answer = await kontuar.ask('POST', '/answers', { surveyId, values })
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-input', detail: expect.stringMatching(sentence) } })
    expect(answer.body.fields[field].length).toBeGreaterThan(10)
    expect(await answersOf(surveyId)).toEqual([])
  })

  test('with null where nothing was answered is taken without it', async () => {
    const surveyId = await write((tx) => buildSurvey(tx))
    expect((await kontuar.ask('POST', '/answers', { surveyId, values: { nps: 3, why: null, text: null } })).status).toBe(201)
    expect(await answersOf(surveyId)).toMatchObject([{ values: { nps: 3 } }])
  })
})
