// Guards surveys from the first draft to their end: what was published never changes, ids keep their meaning, a promise of
// anonymity is not taken back, nobody overwrites somebody else's draft unseen.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SurveyDefinition } from '@kontuar/survey'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { buildMailbox } from '../../diary/testing.ts'
import { readVersion } from './index.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

const begin = async (body: object = { template: 'after-ticket' }, token?: string) => kontuar.ask('POST', '/surveys', body, token)
const published = async (body?: object) => (await kontuar.ask('POST', `/surveys/${(await begin(body)).body.id}/publish`)).body
const change = (id: string, body: object, token?: string) => kontuar.ask('PATCH', `/surveys/${id}`, body, token)
const publish = (id: string) => kontuar.ask('POST', `/surveys/${id}/publish`)
const write = <T>(work: Parameters<typeof kontuar.platform.db.write<T>>[1]) => kontuar.platform.db.write(kontuar.orgA.orgId, work)
const answer = (surveyId: string) => write((tx) => tx.query(`insert into answer (org_id, id, survey_id, version, road, language, values, state, at) values ($1, $2, $3, 1, 'link', 'pl', '{}', 'finished', now())`, [tx.orgId, newId(), surveyId]))
const without = (draft: SurveyDefinition, id: string): SurveyDefinition => ({ ...draft, questions: draft.questions.filter((q) => q.id !== id) })
const auditOf = (id: string) => write((tx) => tx.query<{ action: string; detail: object }>('select action, detail from audit where org_id = $1 and subject_id = $2 order by id', [tx.orgId, id]))

describe('a survey begins', () => {
  test('from a ready-made one, in the language of the organization, and waits to be published', async () => {
    const { status, body } = await begin()
    expect(status).toBe(201)
    expect(body).toMatchObject({ name: 'Po zamknięciu zgłoszenia', template: 'after-ticket', state: 'draft', version: 0, changed: true, metric: 'csat', languages: ['pl', 'ru', 'en'], answers: 0, lastAnswerAt: null, problems: [], measure: { score: 100 }, retired: false, anonymous: false })
    expect((await kontuar.ask('GET', `/surveys/${body.id}`)).body).toEqual(body)
    expect((await auditOf(body.id)).map((a) => a.action)).toEqual(['survey.created'])
  })

  test('empty, with what is missing named', async () => {
    const { body } = await begin({})
    expect(body).toMatchObject({ name: 'Nowa ankieta', questions: 0, metric: null, problems: [{ path: ['questions'], code: 'no-questions' }], measure: { seconds: 0 } })
    expect(await publish(body.id)).toMatchObject({ status: 422, body: { code: 'cannot-do', detail: expect.stringContaining('add a question'), fields: { 'draft.questions': expect.any(String) } } })
  })

  test('as a copy, with a name that says so', async () => {
    const first = (await begin({ template: 'exit', anonymous: true, name: 'x'.repeat(200) })).body
    expect((await begin({ copyOf: first.id })).body).toMatchObject({ name: `${'x'.repeat(180)} (kopia)`, template: 'exit', anonymous: true, draft: first.draft, version: 0 })
  })

  test('from a definition of one’s own, which is cleaned', async () => {
    const draft = { languages: ['en'], defaultLanguage: 'en', questions: [{ id: 'a', type: 'nps', title: { en: 'How likely?' }, options: [], required: false }], thanks: { en: 'Thanks' } }
    expect((await begin({ draft, name: ' Mine ' })).body).toMatchObject({ name: 'Mine', draft: { questions: [{ id: 'a', type: 'nps', title: { en: 'How likely?' } }], reviewLinks: [] }, problems: [] })
  })

  test.each<[string, object, string]>([
    ['an unknown ready-made one', { template: 'constructor' }, 'template'], ['two things at once', { template: 'exit', draft: {} }, 'template'], ['a definition that is none', { draft: { questions: {} } }, 'draft.questions'], ['a question called __proto__', { draft: { languages: ['pl'], defaultLanguage: 'pl', questions: [{ id: '__proto__', type: 'nps', title: {} }] } }, 'draft.questions.0.id'],
    ['a name of blanks', { name: '  ' }, 'name'], ['an end before the beginning', { startsAt: '2030-01-02T00:00:00Z', endsAt: '2030-01-01T00:00:00Z' }, 'endsAt'], ['the year 0', { startsAt: '0000-01-01T00:00:00Z' }, 'startsAt'], ['a leap second', { endsAt: '2030-12-31T23:59:60Z' }, 'endsAt'], ['an unknown mailbox', { mailboxId: newId() }, 'mailboxId'], ['a mailbox that is no id', { mailboxId: '\0' }, 'mailboxId'],
  ])('not from %s', async (_, body, field) => {
    const refused = await begin(body)
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-input' } })
    expect(Object.keys(refused.body.fields)).toContain(field)
  })

  test('by those who may', async () => {
    for (const role of ['agent', 'observer'] as const) expect((await begin({}, await kontuar.tokenOf(role))).status).toBe(403)
    expect((await begin({}, await kontuar.tokenOf('manager'))).status).toBe(201)
  })
})

describe('a draft', () => {
  test('is changed while the published version stays what it was', async () => {
    const survey = await published()
    expect(survey).toMatchObject({ state: 'active', version: 1, changed: false })
    const next = without(survey.draft, 'comment')
    expect((await change(survey.id, { draft: next })).body).toMatchObject({ changed: true, version: 1, questions: 3 })
    expect(await readVersion(kontuar.platform.db, kontuar.orgA.orgId, survey.id, 1)).toEqual(survey.draft)
    expect((await publish(survey.id)).body).toMatchObject({ changed: false, version: 2 })
    expect(await readVersion(kontuar.platform.db, kontuar.orgA.orgId, survey.id, 2)).toEqual(next)
    expect(await readVersion(kontuar.platform.db, kontuar.orgA.orgId, survey.id, 1)).toEqual(survey.draft)
    await expect(readVersion(kontuar.platform.db, kontuar.orgB.orgId, survey.id, 1)).rejects.toMatchObject({ code: 'not-found' })
    await expect(write((tx) => tx.query(`update survey_version set definition = '{}' where org_id = $1`, [tx.orgId]))).rejects.toThrow(/permission denied|append-only/)
  })

  test('may be unfinished, and says what it still lacks', async () => {
    const { body: { id, draft } } = await begin()
    const half = { ...draft, questions: [{ ...draft.questions[0], title: {} }] }
    expect((await change(id, { draft: half })).body.problems).toEqual([expect.objectContaining({ code: 'missing-text', path: ['questions', 0, 'title', 'pl'] })])
    expect((await publish(id)).body.fields).toEqual({ 'draft.questions.0.title.pl': expect.stringContaining('write it') })
  })

  test('that is formless is refused whole', async () => {
    const { body: { id, draft } } = await begin()
    expect(await change(id, { name: 'New name', draft: { ...draft, questions: [{ id: 'a' }] } })).toMatchObject({ status: 400, body: { fields: { 'draft.questions.0.type': expect.any(String) } } })
    expect((await kontuar.ask('GET', `/surveys/${id}`)).body).toMatchObject({ name: 'Po zamknięciu zgłoszenia', draft })
  })

  test('is not overwritten by somebody who has not seen the last change', async () => {
    const { body: survey } = await begin()
    const first = await change(survey.id, { draft: without(survey.draft, 'solved'), updatedAt: survey.updatedAt })
    expect(first.status).toBe(200)
    expect(await change(survey.id, { draft: survey.draft, updatedAt: survey.updatedAt })).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect((await change(survey.id, { draft: survey.draft, updatedAt: first.body.updatedAt })).status).toBe(200)
  })

  test('saved ten times at once from one state is saved once', async () => {
    const { body: survey } = await begin()
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => change(survey.id, { name: `n${i}`, draft: survey.draft, updatedAt: survey.updatedAt })))
    expect(answers.map((a) => a.status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 409)])
  })

  test('leaves the audit log alone; settings stand there from what to what', async () => {
    const { body: survey } = await begin()
    const mailboxId = await write((tx) => buildMailbox(tx))
    await change(survey.id, { draft: without(survey.draft, 'solved') })
    await change(survey.id, { quota: 100, endsAt: '2030-01-01T00:00:00Z', mailboxId: mailboxId.toUpperCase() })
    await change(survey.id, { quota: 100 })
    await change(survey.id, { retired: true })
    await change(survey.id, { retired: false })
    expect(await auditOf(survey.id)).toMatchObject([{ action: 'survey.created' }, { action: 'survey.changed', detail: { quota: [null, 100], endsAt: [null, '2030-01-01T00:00:00.000Z'], mailboxId: [null, mailboxId] } }, { action: 'survey.retired' }, { action: 'survey.broughtBack' }])
  })
})

describe('publishing', () => {
  test('an unchanged draft makes no new version, nor do two who press at once', async () => {
    const { body: { id } } = await begin()
    await Promise.all([publish(id), publish(id), publish(id)])
    expect((await publish(id)).body.version).toBe(1)
    expect((await kontuar.ask('GET', `/surveys/${id}/versions`)).body).toMatchObject({ items: [{ version: 1, publishedBy: expect.any(String), definition: { defaultLanguage: 'pl' } }], next: null })
  })

  test('refuses an answered question under its id with another scale, and takes it while nobody has answered', async () => {
    const survey = await published()
    const [score, ...rest] = survey.draft.questions
    const draft = { ...survey.draft, questions: [{ ...score, points: 10 }, ...rest] }
    await change(survey.id, { draft })
    await answer(survey.id)
    expect(await publish(survey.id)).toMatchObject({ status: 422, body: { fields: { 'draft.questions.0.id': expect.stringContaining('give it a new id') } } })
    const fresh = await published()
    await change(fresh.id, { draft })
    expect((await publish(fresh.id)).body).toMatchObject({ version: 2 })
  })

  test('tells whoever listens, and writes who did it', async () => {
    const survey = await published()
    const events = await write((tx) => tx.query<{ ids: object }>(`select ids from event where org_id = $1 and name = 'feedback.surveyChanged' and ids->>'surveyId' = $2`, [tx.orgId, survey.id]))
    expect(events).toHaveLength(2)
    expect(await auditOf(survey.id)).toMatchObject([{ action: 'survey.created' }, { action: 'survey.published', detail: { version: 1 } }])
  })
})

test('a promise of anonymity is given at any time and taken back only while nobody has answered', async () => {
  const survey = await published()
  expect((await change(survey.id, { anonymous: true })).body.anonymous).toBe(true)
  expect((await change(survey.id, { anonymous: false })).body.anonymous).toBe(false)
  await answer(survey.id)
  expect((await change(survey.id, { anonymous: true })).body).toMatchObject({ anonymous: true, lastAnswerAt: expect.stringMatching(/T00:00:00.000Z$/) })
  expect(await change(survey.id, { anonymous: false })).toMatchObject({ status: 422, body: { fields: { anonymous: 'cannot be taken back' } } })
})

describe('a survey is', () => {
  const move = (id: string, state: string) => kontuar.ask('POST', `/surveys/${id}/state`, { state })

  test('paused, ended and let go on', async () => {
    const { id } = await published()
    for (const state of ['paused', 'active', 'ended', 'ended', 'active']) expect((await move(id, state)).body.state).toBe(state)
    expect((await auditOf(id)).filter((a) => a.action === 'survey.moved').map((a) => a.detail)).toEqual([{ state: ['active', 'paused'] }, { state: ['paused', 'active'] }, { state: ['active', 'ended'] }, { state: ['ended', 'active'] }])
  })

  test('not moved before it was published, nor let go on after its end or while put away', async () => {
    const { body: draft } = await begin()
    expect(await move(draft.id, 'paused')).toMatchObject({ status: 422, body: { detail: expect.stringContaining('publish it first') } })
    const { id } = await published()
    await move(id, 'paused')
    await change(id, { endsAt: '2020-01-01T00:00:00Z' })
    expect(await move(id, 'active')).toMatchObject({ status: 422, body: { detail: expect.stringContaining('later end') } })
    await change(id, { endsAt: null, retired: true })
    expect((await move(id, 'active')).status).toBe(422)
    expect((await publish(id)).status).toBe(422)
  })
})

test('the list is walked by cursor, newest first, by state, put away ones apart', async () => {
  const org = kontuar.orgB
  const token = await kontuar.tokenOf('administrator', org)
  const ids: string[] = []
  for (let i = 0; i < 5; i++) ids.unshift((await begin({ name: `s${i}` }, token)).body.id)
  await change(ids[2]!, { retired: true }, token)
  const walk = async (query: string) => {
    const seen: string[] = []
    for (let next: string | null = ''; next !== null;) {
      const { body } = await kontuar.ask('GET', `/surveys?limit=2${query}${next === '' ? '' : `&cursor=${next}`}`, undefined, token)
      seen.push(...body.items.map((s: { id: string }) => s.id))
      next = body.next
    }
    return seen
  }
  expect(await walk('')).toEqual(ids.filter((id) => id !== ids[2]))
  expect(await walk('&retired=true')).toEqual([ids[2]])
  expect(await walk('&state=active')).toEqual([])
  for (const cursor of ['x', Buffer.from('[1,2]').toString('base64url')]) expect((await kontuar.ask('GET', `/surveys?cursor=${cursor}`, undefined, token)).body.code).toBe('invalid-cursor')
})

test('an agent is offered what asks now, as it is asked: no draft, nothing paused, put away, not begun or over', async () => {
  const agent = await kontuar.tokenOf('agent')
  const offered = async () => (await kontuar.ask('GET', '/surveys-to-ask', undefined, agent)).body.items as { id: string; version: number; definition: SurveyDefinition }[]
  const [asks, paused, over, later, away] = [await published(), await published(), await published(), await published(), await published()]
  await begin()
  await kontuar.ask('POST', `/surveys/${paused.id}/state`, { state: 'paused' })
  await change(over.id, { startsAt: '2020-01-01T00:00:00Z', endsAt: '2020-02-01T00:00:00Z' })
  await change(later.id, { startsAt: '2100-01-01T00:00:00Z' })
  await change(away.id, { retired: true })
  // What is changed and not published is not asked.
  await change(asks.id, { draft: without(asks.draft, asks.draft.questions.at(-1).id) })
  const items = await offered()
  expect(items.filter(({ id }) => [asks, paused, over, later, away].some((each) => each.id === id)).map(({ id }) => id)).toEqual([asks.id])
  expect(items.find(({ id }) => id === asks.id)).toMatchObject({ version: 1, definition: asks.draft })
  expect((await kontuar.ask('GET', '/surveys-to-ask', undefined, await kontuar.tokenOf('observer'))).status).toBe(403)
})

test('ready-made ones are offered in the language of the reader', async () => {
  const templates = async (query: string) => (await kontuar.ask('GET', `/survey-templates${query}`)).body.items
  expect((await templates('')).map((t: { key: string }) => t.key).sort()).toEqual(['after-call', 'after-chat', 'after-purchase', 'after-ticket', 'after-visit', 'complaint-handled', 'exit', 'relationship-nps'])
  expect((await templates('?language=ru'))[0]).toMatchObject({ key: 'after-ticket', name: 'После закрытия обращения', metric: 'csat', trigger: 'ticket-closed', definition: { defaultLanguage: 'ru', languages: ['ru', 'pl', 'en'] } })
  expect((await templates('?language=fr'))[0].name).toBe('Po zamknięciu zgłoszenia')
})

describe('a definition is', () => {
  test('checked and measured without being kept', async () => {
    const { body: { draft } } = await begin()
    expect((await kontuar.ask('POST', '/surveys/check', { definition: draft })).body).toMatchObject({ problems: [], measure: { score: 100, hints: [] } })
    expect((await kontuar.ask('POST', '/surveys/check', { definition: { questions: 5 } })).body).toMatchObject({ problems: expect.arrayContaining([expect.objectContaining({ path: ['questions'] })]), measure: { score: 0 } })
  })

  test('shown as its customers see it, with the page that their answer leads to', async () => {
    const { body: { draft } } = await begin()
    const preview = (more: object) => kontuar.ask('POST', '/surveys/preview', { definition: draft, language: 'en', ...more })
    const first = (await preview({})).body
    expect(first.html).toContain('How satisfied are you with how we handled your request?')
    expect(first.html).toContain('Returning my order')
    expect(first.pages).toBe(2)
    const low = (await preview({ values: { score: 1, nonsense: {} }, page: 1 })).body
    expect(low.html).toContain('What went wrong?')
    expect((await preview({ part: 'thanks', language: 'RU' })).body.html).toContain('Спасибо за ваш отзыв!')
    expect((await preview({ part: 'mail' })).body.html).toContain('Very satisfied')
    expect(await preview({ definition: { questions: 'x' } })).toMatchObject({ status: 400, body: { code: 'invalid-input' } })
    expect((await preview({ definition: { languages: ['pl'], defaultLanguage: 'pl', questions: [] } })).status).toBe(200)
  })
})
