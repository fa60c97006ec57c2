// Guards what people do with answers: find them, read them in words, take them away as a table, tag them, take them out of the numbers and
// bring them back, quote them; and that nobody meets what they may not see.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { recordFiles, storeBytes } from '../../../platform/files/store.ts'
import { newId } from '../../../platform/id.ts'
import { buildMailbox, buildTicket } from '../../diary/testing.ts'
import { nothingThen, takeAnswer, type Then } from '../answering/index.ts'
import { buildSurvey, definition } from '../counting/testing.ts'

let kontuar: TestKontuar
let org: number
let survey: string
let places: { queue: string[]; location: string[]; staff: string }
let ticket: { ticketId: string; customerId: string }
const ids: Record<string, string> = {}
const asked = { ...definition, questions: [...definition.questions, { id: 'photo', type: 'file' as const, title: { pl: 'Zdjęcie', en: 'Photo' } }, { id: 'again', type: 'consent' as const, title: { pl: 'Czy można zadzwonić?', en: 'May we call?' } }] }
const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(org, work)

async function put(name: string, values: object, more: { about?: Partial<Then>; day?: number; road?: 'api' | 'agent' | 'kiosk'; language?: string; finished?: boolean } = {}) {
  const { answerId } = await write((tx) => takeAnswer(tx, {
    survey: { id: survey, standing: { state: 'active', anonymous: false, version: 1, quota: null, tooEarly: false, tooLate: false, retired: false }, timeZone: 'Europe/Warsaw' }, version: 1, definition: asked, road: more.road ?? 'api', key: newId(), customerName: 'Anna Nowak',
    about: { ...nothingThen, ...more.about }, language: more.language ?? 'pl', values, finished: more.finished ?? true, at: new Date(Date.UTC(2030, 2, more.day ?? 10, 12)), imported: false, mustBeOpen: false,
  }))
  ids[name] = answerId
}
const nameOf = (id: string) => Object.entries(ids).find(([, i]) => i === id)?.[0] ?? id
const names = async (query: string, token?: string) => {
  const { status, body, text } = await kontuar.ask('GET', `/answers?surveyId=${survey}${query}`, undefined, token)
  expect(status, text).toBe(200)
  return (body.items as { id: string }[]).map((i) => nameOf(i.id))
}

beforeAll(async () => {
  kontuar = await startTestKontuar()
  org = kontuar.orgA.orgId
  const queue = (await kontuar.ask('GET', '/queues')).body.items.slice(0, 2).map((q: { id: string }) => q.id)
  const location = await Promise.all(['Kraków', 'Gdańsk'].map(async (name) => (await kontuar.ask('POST', '/locations', { name })).body.id as string))
  places = { queue, location, staff: kontuar.orgA.staff.manager.staffId }
  survey = await write((tx) => buildSurvey(tx, { definition: asked }))
  ticket = await write(async (tx) => buildTicket(tx, await buildMailbox(tx)))
  const bytes = await storeBytes(kontuar.platform.files, org, Buffer.from('<script>alert(1)</script>'))
  await write((tx) => recordFiles(tx, [bytes]))
  await put('low', { nps: 2, why: ['wait', 'other'], 'why.other': 'Zimno w sklepie', text: 'Czekałam zbyt długo przy kasie.' }, { day: 10, about: { ticketId: ticket.ticketId, customerId: ticket.customerId, ticketResult: 'solved', queueId: places.queue[0]!, locationId: places.location[0]!, staffId: places.staff, channel: 'call' } })
  await put('high', { nps: 10, parts: { shop: 'good', web: 'bad' }, text: '=HYPERLINK("http://zly.example")' }, { day: 11, road: 'kiosk', language: 'ru', about: { queueId: places.queue[1]!, locationId: places.location[1]! } })
  await put('half', { nps: 7 }, { day: 12, finished: false })
  await put('mute', { why: ['price'], again: true }, { day: 13, road: 'agent' })
  await put('file', { nps: 9 }, { day: 14 })
  // Files come by the public page alone.
  await write((tx) => tx.query('update answer set values = values || $3 where org_id = $1 and id = $2', [org, ids['file'], JSON.stringify({ photo: { ...bytes, name: 'paragon.html', type: 'text/html' } })]))
  await kontuar.runJobs()
})
afterAll(() => kontuar.stop())

describe('the list', () => {
  test.each<[string, () => string, string[]]>([
    ['all, newest first', () => '', ['file', 'mute', 'half', 'high', 'low']],
    ['oldest first', () => '&sort=at', ['low', 'high', 'half', 'mute', 'file']],
    ['by customer', () => `&customerId=${ticket.customerId}`, ['low']],
    ['by ticket', () => `&ticketId=${ticket.ticketId}`, ['low']],
    ['by location', () => `&locationId=${places.location[1]}`, ['high']],
    ['without a location', () => '&locationId=none', ['file', 'mute', 'half']],
    ['by person', () => `&staffId=${places.staff}`, ['low']],
    ['by queue', () => `&queueId=${places.queue[1]}`, ['high']],
    ['by team', () => `&teamId=${newId()}`, []],
    ['by channel', () => '&channel=call', ['low']],
    ['by road', () => '&road=agent', ['mute']],
    ['by tone', () => '&tone=low', ['low']],
    ['by language', () => '&language=ru', ['high']],
    ['by state', () => '&state=partial', ['half']],
    ['by days', () => '&from=2030-03-11&until=2030-03-12', ['half', 'high']],
    ['with a comment', () => '&commented=true', ['high', 'low']],
    ['without one', () => '&commented=false', ['file', 'mute', 'half']],
    ['by words, the last one begun, without diacritics', () => `&q=${encodeURIComponent('czekalam kas')}`, ['low']],
    ['by words nobody wrote', () => '&q=reklamacja', []],
    ['by words that are none', () => '&q=%26%7C!', []],
    ['by a point of a scale', () => '&question=nps&value=10', ['high']],
    ['by one of several choices', () => '&question=why&value=wait', ['low']],
    ['by a cell of a matrix', () => '&question=parts&value=web:bad', ['high']],
    ['by a consent', () => '&question=again&value=true', ['mute']],
    ['by a text given', () => '&question=text&value=~text', ['high', 'low']],
    ['by a question answered', () => '&question=why', ['mute', 'low']],
    ['solved, we thought', () => '&solved=solved', ['low']],
    ['solved, but low', () => '&solved=solved&tone=low', ['low']],
    ['not solved', () => '&solved=not-solved', []],
    ['taken back', () => '&invalid=true', []],
    ['by an id that cannot be', () => '&staffId=x', []],
  ])('%s', async (_what, query, expected) => {
    expect(await names(query())).toEqual(expected)
  })

  test('is paged by keyset, without a gap and without a double', async () => {
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: { items: { id: string }[]; next: string | null } } = await kontuar.ask('GET', `/answers?surveyId=${survey}&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)
      seen.push(...body.items.map((i) => nameOf(i.id)))
      cursor = body.next
    }
    expect(seen).toEqual(['file', 'mute', 'half', 'high', 'low'])
  })

  test.each(['/answers?from=2030-02-30', '/answers?cursor=nonsense', '/answers?cursor=WzEsMl0', '/answers?tone=fine', '/answers.csv?until=2030-13-01'])('%s is refused with a sentence', async (path) => {
    const answer = await kontuar.ask('GET', path)
    expect(answer.status).toBe(400)
    expect(answer.body.detail.length).toBeGreaterThan(20)
  })

  test.each(['channel', 'language', 'question', 'q', 'locationId', 'staffId'])('a %s that nobody can have finds nothing, and is no accident', async (field) => {
    for (const value of ['\0', '\ud800', "'; drop table answer; --", '{"a":1}', '%', '~none']) {
      for (const path of [`/answers?surveyId=${survey}&${field}=${encodeURIComponent(value.toWellFormed())}`, ...(field === 'question' || field === 'q' ? [] : [`/surveys/${survey}/results?${field}=${encodeURIComponent(value.toWellFormed())}`])]) {
        const answer = await kontuar.ask('GET', path)
        expect([200, 400], `${path} ${answer.text}`).toContain(answer.status)
        if (answer.status === 200) expect(answer.body.items ?? answer.body.n).toEqual(answer.body.items === undefined ? 0 : [])
      }
    }
  })

  test('joins what was done: customer, ticket, person, places and what we had recorded', async () => {
    const { body } = await kontuar.ask('GET', `/answers/${ids['low']}`)
    expect(body).toMatchObject({
      metric: 'nps', score: 2, scale: { min: 0, max: 10 }, tone: 'low', customer: { id: ticket.customerId }, ticket: { id: ticket.ticketId, subject: 'Reklamacja' }, staff: { id: places.staff }, location: { name: 'Kraków' }, ticketResult: 'solved', invalid: null,
    })
    expect(body.interactionId).toEqual(expect.any(String))
    expect(body.questions.map((q: { id: string; text: string | null }) => [q.id, q.text])).toEqual([['nps', '2'], ['why', 'Czekanie; Inne: Zimno w sklepie'], ['parts', null], ['text', 'Czekałam zbyt długo przy kasie.'], ['photo', null], ['again', null]])
  })
})

describe('the table', () => {
  test('has a row an answer and a column a question, in the order of the list, and no cell is a formula', async () => {
    const { text, headers } = await kontuar.ask('GET', `/answers.csv?surveyId=${survey}`)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(text.startsWith('\uFEFFid;survey;')).toBe(true)
    const lines = text.trim().split('\r\n')
    expect(lines).toHaveLength(6)
    expect(lines[0]).toContain(';Czy polecisz nas?;Dlaczego?;Jak oceniasz?;Coś jeszcze?;Zdjęcie;Czy można zadzwonić?')
    expect(lines[4]).toContain(`"'=HYPERLINK(""http://zly.example"")"`)
    expect(lines[4]).toContain(';10;;"Sklep: Dobrze; Strona: Źle";')
  })
})

describe('an answer', () => {
  test('is tagged with tags there are, each once', async () => {
    const tag = (await kontuar.ask('POST', '/tags', { name: 'Kolejka' })).body.id
    expect((await kontuar.ask('PATCH', `/answers/${ids['low']}`, { tagIds: [tag, tag.toUpperCase()] })).body.tagIds).toEqual([tag])
    expect(await names(`&tagId=${tag}`)).toEqual(['low'])
    expect(await kontuar.ask('PATCH', `/answers/${ids['low']}`, { tagIds: [tag, newId()] })).toMatchObject({ status: 400, body: { fields: { tagIds: 'names an unknown tag' } } })
    await kontuar.ask('PATCH', `/tags/${tag}`, { retired: true })
    expect((await kontuar.ask('PATCH', `/answers/${ids['low']}`, { tagIds: [tag] })).status).toBe(200)
    expect((await kontuar.ask('PATCH', `/answers/${ids['high']}`, { tagIds: [tag] })).status).toBe(400)
  })

  test('is taken out of the numbers with a reason, stays readable, and comes back as it was', async () => {
    const n = async () => (await kontuar.ask('GET', `/surveys/${survey}/results`)).body
    const before = await n()
    expect(await kontuar.ask('PATCH', `/answers/${ids['high']}`, { invalid: { reason: '  ' } })).toMatchObject({ status: 400 })
    for (let twice = 0; twice < 2; twice++) expect((await kontuar.ask('PATCH', `/answers/${ids['high']}`, { invalid: { reason: 'Test pracownika' } })).body.invalid).toMatchObject({ reason: 'Test pracownika' })
    const without = await n()
    expect(without.n).toBe(before.n - 1)
    expect(await names('')).not.toContain('high')
    expect(await names('&invalid=true')).toEqual(['high'])
    expect((await kontuar.ask('GET', `/answers/${ids['high']}`)).body.comment).toContain('HYPERLINK')
    for (let twice = 0; twice < 2; twice++) expect((await kontuar.ask('PATCH', `/answers/${ids['high']}`, { invalid: null })).body.invalid).toBeNull()
    const { at: _at, ...again } = await n()
    expect(before).toMatchObject(again)
    const log = (await kontuar.ask('GET', '/audit')).body.items as { action: string; subjectId?: string }[]
    expect(log.filter((l) => l.action === 'answer.invalidated')).toHaveLength(1)
    expect(log.filter((l) => l.action === 'answer.restored')).toHaveLength(1)
  })

  test('gives its file to be saved and never shown', async () => {
    const { status, headers, text } = await kontuar.ask('GET', `/answers/${ids['file']}/files/photo`)
    expect([status, text]).toEqual([200, '<script>alert(1)</script>'])
    expect(headers['content-disposition']).toMatch(/^attachment; filename="paragon.html"/)
    expect(headers['content-type']).toBe('application/octet-stream')
    for (const question of ['nps', 'nothing', '__proto__', 'constructor']) expect((await kontuar.ask('GET', `/answers/${ids['file']}/files/${question}`)).status, question).toBe(404)
  })

  test('is quoted word for word', async () => {
    const quote = await kontuar.ask('POST', `/answers/${ids['low']}/quotes`, { text: 'zbyt długo   przy kasie', signed: 'Anna, Kraków' })
    expect(quote).toMatchObject({ status: 201, body: { text: 'zbyt długo przy kasie', signed: 'Anna, Kraków', surveyId: survey, tone: 'low' } })
    expect(await kontuar.ask('POST', `/answers/${ids['low']}/quotes`, { text: 'bardzo krótko' })).toMatchObject({ status: 400, body: { fields: { text: 'is not in the comment' } } })
    expect((await kontuar.ask('POST', `/answers/${ids['half']}/quotes`, { text: 'cokolwiek' })).status).toBe(422)
    expect((await kontuar.ask('GET', `/quotes?answerId=${ids['low']}`)).body.items.map((q: { id: string }) => q.id)).toEqual([quote.body.id])
    expect((await kontuar.ask('GET', '/quotes?surveyId=x')).body).toEqual({ items: [], next: null })
    expect((await kontuar.ask('DELETE', `/quotes/${quote.body.id}`)).body).toEqual({ ok: true })
    expect((await kontuar.ask('DELETE', `/quotes/${quote.body.id}`)).status).toBe(404)
    expect((await kontuar.ask('GET', `/quotes?answerId=${ids['low']}`)).body.items).toEqual([])
  })
})

test('who sees some places only meets nothing of the others: not in lists, numbers, tables, quotes, nor by its id', async () => {
  const person = kontuar.orgA.staff.manager.staffId
  const quoted = await kontuar.ask('POST', `/answers/${ids['high']}/quotes`, { text: 'zly.example' })
  expect((await kontuar.ask('PUT', `/staff/${person}/access`, { access: 'granted', queueIds: [places.queue[0]], locationIds: [places.location[0]] })).status).toBe(200)
  const token = await kontuar.tokenOf('manager')
  await write((tx) => tx.query('update ticket set queue_id = $3 where org_id = $1 and id = $2', [org, ticket.ticketId, places.queue[1]]))
  expect(await names('', token)).toEqual(['file', 'mute', 'half'])
  for (const [name, status] of [['high', 404], ['low', 404], ['half', 200]] as const) expect((await kontuar.ask('GET', `/answers/${ids[name]}`, undefined, token)).status).toBe(status)
  expect((await kontuar.ask('GET', `/surveys/${survey}/results`, undefined, token)).body.n).toBe(3)
  expect((await kontuar.ask('GET', `/answers.csv?surveyId=${survey}`, undefined, token)).text).not.toContain('HYPERLINK')
  expect((await kontuar.ask('GET', '/quotes', undefined, token)).body.items).toEqual([])
  for (const act of [kontuar.ask('PATCH', `/answers/${ids['high']}`, { tagIds: [] }, token), kontuar.ask('POST', `/answers/${ids['high']}/quotes`, { text: 'zly' }, token), kontuar.ask('DELETE', `/quotes/${quoted.body.id}`, undefined, token), kontuar.ask('GET', `/answers/${ids['high']}/files/photo`, undefined, token)]) expect((await act).status).toBe(404)
  expect(await names('&q=czekalam', token)).toEqual([])
})
