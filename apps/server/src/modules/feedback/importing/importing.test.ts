// Guards that past answers become answers of their own time, each row once, in the diary of their people; that they ask nobody and wake
// nobody; and that what does not fit is told by its line.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { buildSurvey } from '../answering/testing.ts'
import { buildAskingOrganization, buildCustomer, buildTouchpoint, type AskingOrganization } from '../asking/asking.fixture.ts'
import { wide } from './importing.fixture.ts'

let kontuar: TestKontuar
let asking: AskingOrganization
let surveyId: string
beforeAll(async () => { kontuar = await startTestKontuar({}, { organizations: false }) })
afterAll(() => kontuar.stop())
beforeEach(async () => {
  asking = await buildAskingOrganization(kontuar)
  surveyId = await kontuar.platform.db.write(asking.org.orgId, (tx) => buildSurvey(tx, { definition: wide }))
})

const ask = (method: 'GET' | 'POST', path: string, body?: object, token = asking.token) => kontuar.ask(method, path, body, token)
const rows = <R extends object>(text: string, values: unknown[] = []) => kontuar.platform.db.read(asking.org.orgId, (tx) => tx.query<R>(text, [asking.org.orgId, ...values]))
const importing = (csv: string, given: object = {}) => ask('POST', `/surveys/${surveyId}/import`, { csv, ...given })
const preview = (csv: string, given: object = {}) => ask('POST', `/surveys/${surveyId}/import/preview`, { csv, ...given })
const answers = () => rows<{ values: object; at: Date; customer_id: string | null; location_id: string | null; interaction_id: string | null; road: string; imported: boolean; score: number | null; tone: string | null; comment: string | null; key: string; language: string; state: string }>('select * from answer where org_id = $1 order by at, id')
const plain = 'data;ocena;komentarz;email\n14.03.2026 15:09;9;Miło;anna@klient.example\n15.03.2026;3;Długo czekałam;\n'

describe('past answers', () => {
  test('are answers at their time, of their people, in the diary, counted and found', async () => {
    const { body: location } = await ask('POST', '/locations', { name: 'Rynek 5' })
    const known = await kontuar.platform.db.write(asking.org.orgId, (tx) => buildCustomer(tx, { email: 'anna@klient.example' }))
    const { status, body } = await importing('data;ocena;komentarz;email;lokalizacja\n14.03.2026 15:09;9;Miło;Anna@klient.example;rynek 5\n15.03.2026;3;Długo czekałam;;\n')
    expect({ status, body }).toEqual({ status: 200, body: { taken: 2, known: 0, refused: [] } })
    const [first, second] = await answers()
    expect(first).toMatchObject({ at: new Date('2026-03-14T14:09:00Z'), values: { nps: 9, text: 'Miło' }, customer_id: known, location_id: location.id, road: 'import', imported: true, score: 9, tone: 'high', comment: 'Miło', state: 'finished' })
    expect(second).toMatchObject({ at: new Date('2026-03-14T23:00:00Z'), values: { nps: 3, text: 'Długo czekałam' }, customer_id: null, location_id: null, tone: 'low' })
    const diary = await ask('GET', `/interactions?customerId=${known}`)
    expect(diary.body.items).toMatchObject([{ kind: 'rating', at: '2026-03-14T14:09:00.000Z', rating: { value: 9, comment: 'Miło', road: 'import' } }])
    await kontuar.runJobs({ failing: true })
    expect((await ask('GET', `/answers?surveyId=${surveyId}&q=czekałam`)).body.items).toHaveLength(1)
    expect((await ask('GET', `/surveys/${surveyId}/results?from=2026-03-01&until=2026-03-31`)).body).toMatchObject({ n: 2 })
  })
  test('are kept whole, though our conditions would not have asked that', async () => {
    await importing('date,nps,why\n2026-03-14,9,Cena;Obsługa')
    expect((await answers())[0]!.values).toEqual({ nps: 9, why: ['price', 'staff'] })
  })
  test('are stored once, however often and in however many files they come, also two that are alike', async () => {
    const csv = 'data,ocena\n2026-03-14,9\n2026-03-14,9\n2026-03-15,8'
    expect((await importing(csv)).body).toEqual({ taken: 3, known: 0, refused: [] })
    expect((await importing(csv)).body).toEqual({ taken: 0, known: 3, refused: [] })
    expect((await importing('data;ocena\r\n2026-03-14;9\r\n2026-03-16;7\r\n2026-03-14;9\r\n2026-03-14;9')).body).toEqual({ taken: 2, known: 2, refused: [] })
    expect((await importing(csv, { source: 'second' })).body).toEqual({ taken: 3, known: 0, refused: [] })
    expect(await answers()).toHaveLength(8)
    expect((await answers()).some((a) => a.key.includes('2026'))).toBe(false)
  })
  test('sent at once by two are stored once', async () => {
    const csv = `data,ocena,email\n${Array.from({ length: 400 }, (_, n) => `2026-03-14,${n % 11},p${n}@klient.example`).join('\n')}`
    const [heading, ...lines] = csv.split('\n')
    const both = await Promise.all([importing(csv), importing([heading, ...lines.toReversed()].join('\n'))])
    expect(both.map((b) => b.status)).toEqual([200, 200])
    expect(both.reduce((sum, b) => sum + b.body.taken, 0)).toBe(400)
    expect(await rows('select count(*)::int as n from customer where org_id = $1')).toEqual([{ n: 400 }])
  })
  test('wake nobody: no asking, no rest period, no news of a single one', async () => {
    await kontuar.platform.db.write(asking.org.orgId, (tx) => buildTouchpoint(tx, asking.surveyId, 'api'))
    await importing(plain)
    const customerId = (await answers())[0]!.customer_id!
    expect((await ask('GET', `/customers/${customerId}/asking`)).body).toMatchObject({ lastAskedAt: null, nextAskingFrom: null })
    expect(await rows('select 1 from survey_invitation where org_id = $1')).toEqual([])
    expect((await rows<{ name: string }>('select distinct name from event where org_id = $1 and name like $2 order by name', ['feedback.%'])).map((e) => e.name)).toEqual(['feedback.answersImported', 'feedback.commentWritten'])
  })
  test('of an anonymous survey keep nobody, and no hour', async () => {
    surveyId = await kontuar.platform.db.write(asking.org.orgId, (tx) => buildSurvey(tx, { definition: wide, anonymous: true }))
    expect((await importing(plain)).body).toMatchObject({ taken: 2 })
    expect(await answers()).toMatchObject([{ customer_id: null, interaction_id: null, at: new Date('2026-03-13T23:00:00Z') }, { customer_id: null }])
    expect(await rows('select 1 from customer where org_id = $1')).toEqual([])
  })
  test('whose lines are wrong are told by line, and the others taken', async () => {
    expect((await importing('data,ocena,komentarz\n2026-03-14,9,"two\nlines"\n2026-03-14,11,\n2026-13-14,9,\n2026-03-14,,\n2026-03-14,7,ok')).body).toEqual({ taken: 2, known: 0, refused: [
      { line: 4, sentence: 'ocena: 11 is not on the scale from 0 to 10.' }, { line: 5, sentence: '"2026-13-14" is no time that exists: check day, month and hour.' }, { line: 6, sentence: 'No question is answered.' }] })
  })
  test('of a paused or ended survey are taken too', async () => {
    surveyId = await kontuar.platform.db.write(asking.org.orgId, (tx) => buildSurvey(tx, { definition: wide, state: 'ended', quota: 1 }))
    expect((await importing(plain)).body).toMatchObject({ taken: 2 })
  })
  test('may be an uploaded file in the code page of a Russian Windows', async () => {
    const bytes = Buffer.concat([Buffer.from('date;nps;text\r\n2026-03-14;9;'), Buffer.from([0xd1, 0xef, 0xe0, 0xf1, 0xe8, 0xe1, 0xee])])
    const form = Buffer.concat([Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n'), bytes, Buffer.from('\r\n--x--\r\n')])
    const upload = await kontuar.inject({ method: 'POST', url: '/api/v1/files', payload: form, headers: { 'content-type': 'multipart/form-data; boundary=x', authorization: `Bearer ${asking.token}` } })
    const given = { fileId: upload.json<{ id: string }>().id }
    expect((await ask('POST', `/surveys/${surveyId}/import`, given)).body).toEqual({ taken: 1, known: 0, refused: [] })
    expect(await answers()).toMatchObject([{ comment: 'Спасибо' }])
    expect((await ask('POST', `/surveys/${surveyId}/import`, given, await kontuar.tokenOf('manager', asking.org))).status).toBe(404)
  })
  test('of two thousand rows are taken in one go', async () => {
    const { status, body } = await importing(`data,ocena,komentarz,email\n${Array.from({ length: 2000 }, (_, n) => `2026-03-14,${n % 11},Komentarz ${n},p${n % 500}@klient.example`).join('\n')}`)
    expect({ status, body }).toEqual({ status: 200, body: { taken: 2000, known: 0, refused: [] } })
    expect(await rows('select count(*)::int as n from customer where org_id = $1')).toEqual([{ n: 500 }])
  })
})

describe('a preview', () => {
  test('says what a file seems to hold, with samples, and stores nothing', async () => {
    expect((await preview(plain)).body).toEqual({
      format: 'csv', rows: 2, dates: 'clear', refused: [],
      columns: [{ column: 'data', sample: ['14.03.2026 15:09', '15.03.2026'], suggestion: 'at' }, { column: 'ocena', sample: ['9', '3'], suggestion: 'q:nps' }, { column: 'komentarz', sample: ['Miło', 'Długo czekałam'], suggestion: 'q:text' }, { column: 'email', sample: ['anna@klient.example'], suggestion: 'email' }],
    })
    expect(await answers()).toEqual([])
    expect(await rows('select 1 from customer where org_id = $1')).toEqual([])
  })
  test('with a mapping says which lines would be refused', async () => {
    const mapping = { when: 'at', points: 'q:nps' }
    expect((await preview('when,points,other\n2026-03-14,12,x', { mapping })).body).toMatchObject({ columns: [{ suggestion: 'at' }, { suggestion: 'q:nps' }, { suggestion: null }], refused: [{ line: 2, sentence: 'points: 12 is not on the scale from 0 to 10.' }] })
    expect((await importing('when,points,other\n2026-03-14,10,x', { mapping })).body).toMatchObject({ taken: 1 })
  })
  test('says that days cannot be told from months; the import then asks', async () => {
    const csv = 'date,nps\n03/04/2026,9\n05/06/2026,8'
    expect((await preview(csv)).body).toMatchObject({ dates: 'ambiguous', refused: [] })
    expect(await importing(csv)).toMatchObject({ status: 400, body: { fields: { dates: 'are ambiguous' } } })
    expect((await preview(csv, { dates: 'month-first' })).body).toMatchObject({ dates: 'clear' })
    await importing(csv, { dates: 'month-first' })
    expect((await answers()).map((a) => a.at.toISOString())).toEqual(['2026-03-03T23:00:00.000Z', '2026-05-05T22:00:00.000Z'])
  })
  test('says that dates are mixed; the import then takes those of the order it is told', async () => {
    const csv = 'date,nps\n13/04/2026,9\n05/26/2026,8'
    expect((await preview(csv)).body.dates).toBe('mixed')
    expect(await importing(csv)).toMatchObject({ status: 400, body: { fields: { dates: 'are mixed' } } })
    expect((await importing(csv, { dates: 'day-first' })).body).toMatchObject({ taken: 1, refused: [{ line: 3 }] })
  })
  test('of a file nothing is known of still shows its columns', async () => {
    expect((await preview('x,y\n1,2')).body).toMatchObject({ format: 'csv', dates: 'none', columns: [{ column: 'x', suggestion: null }, { column: 'y', suggestion: null }] })
  })
})

describe('a file is refused, and nothing of it kept,', () => {
  test.each<[string, object, number, object]>([
    ['without a column of times', { csv: 'nps\n9' }, 400, { mapping: 'names no time' }], ['without a question', { csv: 'date\n2026-01-01' }, 400, { mapping: 'names no question' }], ['with an unknown column', { csv: plain, mapping: { nowhere: 'at' } }, 400, { mapping: 'names an unknown column' }],
    ['with nothing', {}, 400, { csv: 'is needed, or a file' }], ['with both', { csv: plain, fileId: newId() }, 400, { csv: 'is needed, or a file' }], ['of nobody', { fileId: newId() }, 404, {}], ['with more than twenty thousand rows', { csv: `date,nps\n${'2026-01-01,9\n'.repeat(20_001)}` }, 413, { csv: 'has too many rows' }],
    ['with an open quotation mark', { csv: 'date,nps\n"2026-01-01,9' }, 400, { csv: 'has an open quotation mark' }], ['that is no text', { csv: 'date\u0000,nps' }, 400, { csv: 'is no text' }],
  ])('%s', async (_what, body, status, fields) => {
    const answer = await ask('POST', `/surveys/${surveyId}/import`, body)
    expect(answer).toMatchObject({ status, body: { detail: expect.stringMatching(/\.$/) } })
    expect(answer.body.fields ?? {}).toEqual(fields)
    expect(await answers()).toEqual([])
  })
  test('into a survey that was never published, or is not there', async () => {
    const draft = (await ask('POST', '/surveys', { name: 'x' })).body.id
    expect(await ask('POST', `/surveys/${draft}/import`, { csv: plain })).toMatchObject({ status: 422, body: { code: 'cannot-do' } })
    expect(await ask('POST', `/surveys/${newId()}/import/preview`, { csv: plain })).toMatchObject({ status: 404 })
  })
})
