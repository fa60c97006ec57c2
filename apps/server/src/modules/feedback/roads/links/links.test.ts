// Guards that what hangs on a wall leads where it should for as long as it hangs: one code a place, which never changes; and that what
// is printed of it is read by phones.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../../app/testing.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { scan } from '../../../../platform/print/testing.ts'
import { afterTicket, buildSurvey } from '../../answering/testing.ts'

let kontuar: TestKontuar
let surveyId: string
beforeAll(async () => {
  kontuar = await startTestKontuar({ KONTUAR_URL: 'https://desk.example' })
  surveyId = await write((tx) => buildSurvey(tx))
})
afterAll(() => kontuar.stop())

const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(kontuar.orgA.orgId, work)
const make = async (body: object = {}) => {
  const { status, body: made } = await kontuar.ask('POST', '/survey-links', { surveyId, road: 'qr', name: 'Ogródek', ...body })
  expect(status).toBe(201)
  return made.items
}
const download = async (path: string) => {
  const answer = await kontuar.inject({ method: 'GET', url: `/api/v1${path}`, headers: { authorization: `Bearer ${await kontuar.tokenOf('administrator')}` } })
  return { status: answer.statusCode, type: answer.headers['content-type'], name: answer.headers['content-disposition'], bytes: answer.rawPayload }
}

describe('links', () => {
  test('are made for each table at once, each with its own code, in the order of the tables', async () => {
    const { body: location } = await kontuar.ask('POST', '/locations', { name: 'Rynek 5' })
    const items = await make({ locationId: location.id, places: ['stolik 1', 'stolik 2', 'stolik 10'] })
    expect(items.map((l: { place: string }) => l.place)).toEqual(['stolik 1', 'stolik 2', 'stolik 10'])
    expect(new Set(items.map((l: { code: string }) => l.code)).size).toBe(3)
    for (const link of items) expect(link).toMatchObject({ url: `https://desk.example/f/${link.code}`, snippet: null, settings: null, active: true, answers: 0, locationName: 'Rynek 5' })
  })

  test('of a website bring what is pasted into it; an embedded one is a frame with a title', async () => {
    const [website] = await make({ road: 'website', settings: { trigger: 'exit', origins: ['https://Shop.example/', 'https://shop.example:443'], pages: [' /koszyk/* '] } })
    expect(website).toMatchObject({ snippet: `<script src="https://desk.example/loader.js" data-survey="${website.code}" async></script>`, settings: { trigger: 'exit', origins: ['https://shop.example'], pages: ['/koszyk/*'], share: 1, side: 'right' } })
    const [embedded] = await make({ road: 'embedded' })
    expect(embedded.snippet).toContain(`<iframe src="https://desk.example/f/${embedded.code}?embed=1" title="Po rozmowie"`)
    expect(embedded.snippet).not.toContain('style=')
  })

  test('keep their code whatever changes, and a retired one is closed to whoever scans it', async () => {
    const [link] = await make()
    const { body: changed } = await kontuar.ask('PATCH', `/survey-links/${link.id}`, { name: 'Bar', place: 'lada' })
    expect(changed).toMatchObject({ code: link.code, name: 'Bar', place: 'lada' })
    expect((await kontuar.inject({ method: 'GET', url: `/f/${link.code}` })).statusCode).toBe(200)
    await kontuar.ask('PATCH', `/survey-links/${link.id}`, { retired: true })
    expect((await kontuar.inject({ method: 'GET', url: `/f/${link.code}` })).statusCode).toBe(404)
    expect((await kontuar.ask('PATCH', `/survey-links/${link.id}`, { active: true })).status).toBe(422)
    expect((await kontuar.ask('GET', `/survey-links?surveyId=${surveyId}&limit=200`)).body.items.map((l: { id: string }) => l.id)).not.toContain(link.id)
    expect((await kontuar.ask('GET', `/survey-links/${link.id}`)).body).toMatchObject({ active: false })
  })

  test('are counted with their answers, and listed newest first, page by page', async () => {
    const own = await write((tx) => buildSurvey(tx))
    const items = await make({ surveyId: own, places: ['a', 'b', 'c'] })
    const form = { 'q.nps': '9', 'version': '1', 'key': 'a-key-of-a-page-1', 'shown': '' }
    await kontuar.inject({ method: 'POST', url: `/f/${items[1].code}`, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(form).toString() })
    const { body: first } = await kontuar.ask('GET', `/survey-links?surveyId=${own}&limit=2`)
    const { body: second } = await kontuar.ask('GET', `/survey-links?surveyId=${own}&limit=2&cursor=${first.next}`)
    expect([...first.items, ...second.items].map((l: { place: string; answers: number }) => [l.place, l.answers])).toEqual([['c', 0], ['b', 1], ['a', 0]])
    expect(second.next).toBeNull()
  })

  test.each([
    ['a survey that is not there', { surveyId: '01890a5d-ac96-774b-bcce-b302099a8057' }, 'surveyId'], ['a location of nobody', { locationId: 'x' }, 'locationId'], ['no name', { name: ' ' }, 'name'], ['two equal tables', { places: ['1', '1 '] }, 'places'],
    ['a place and places', { place: 'x', places: ['y'] }, 'places'], ['settings of a website on a QR code', { settings: { share: 1 } }, 'settings'], ['a page for an origin', { road: 'website', settings: { origins: ['https://shop.example/koszyk'] } }, 'settings.origins'],
    ['a directive for an origin', { road: 'website', settings: { origins: ["https://x.example; script-src 'unsafe-inline'"] } }, 'settings.origins'], ['any origin by a star', { road: 'embedded', settings: { origins: ['https://*.example'] } }, 'settings.origins'],
    ['a script for an origin', { road: 'website', settings: { origins: ['javascript:alert(1)'] } }, 'settings.origins'], ['an address for a page', { road: 'website', settings: { pages: ['https://shop.example/x'] } }, 'settings.pages'],
  ])('with %s are not made, and nothing is half stored', async (_what, wrong, field) => {
    const before = (await kontuar.ask('GET', '/survey-links?limit=200')).body.items.length
    const { status, body } = await kontuar.ask('POST', '/survey-links', { surveyId, road: 'qr', name: 'x', ...wrong })
    expect(status).toBe(400)
    expect(body.fields).toHaveProperty([field])
    expect((await kontuar.ask('GET', '/survey-links?limit=200')).body.items).toHaveLength(before)
  })

  test('may stand only on the websites they name', async () => {
    const [link] = await make({ road: 'embedded', settings: { origins: ['https://shop.example'] } })
    const policy = async () => (await kontuar.inject({ method: 'GET', url: `/f/${link.code}?embed=1` })).headers['content-security-policy']
    expect(await policy()).toContain('frame-ancestors https://shop.example')
    await kontuar.ask('PATCH', `/survey-links/${link.id}`, { settings: { origins: [] } })
    expect(await policy()).toContain('frame-ancestors *')
    const [qr] = await make()
    expect((await kontuar.inject({ method: 'GET', url: `/f/${qr.code}` })).headers['content-security-policy']).toContain("frame-ancestors 'none'")
  })
})

describe('on paper', () => {
  test('a code is read as its address, as PNG and as SVG', async () => {
    const [link] = await make({ place: 'stolik ośmiu' })
    const png = await download(`/survey-links/${link.id}/qr.png?pixels=600`)
    expect(png).toMatchObject({ status: 200, type: 'image/png', name: `inline; filename="qr-stolik-osmiu-${link.code.slice(0, 4)}.png"` })
    expect(await scan(png.bytes)).toMatchObject([{ text: link.url }])
    const svg = await download(`/survey-links/${link.id}/qr.svg`)
    expect(svg).toMatchObject({ status: 200, type: 'image/svg+xml' })
    expect(svg.bytes.toString()).toMatch(/^<svg .*<\/svg>$/)
    expect((await download(`/survey-links/${link.id}/qr.png?pixels=5000`)).status).toBe(400)
    expect((await kontuar.ask('GET', `/survey-links/${link.id}/qr.png?pixels=100`)).status).toBe(200)
  })

  test('a poster is one page of A4 or A6, labels are sheets of four', async () => {
    const own = await write((tx) => buildSurvey(tx))
    const [link] = await make({ surveyId: own, places: ['stolik 1', 'stolik 2', 'stolik 3', 'stolik 4', 'stolik 5'] })
    for (const paper of ['A4', 'A6']) {
      const poster = await download(`/survey-links/${link.id}/poster.pdf?paper=${paper}&language=ru`)
      expect(poster).toMatchObject({ status: 200, type: 'application/pdf' })
      expect(poster.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    }
    const sheet = await download(`/surveys/${own}/labels.pdf`)
    expect(sheet.status).toBe(200)
    expect(sheet.bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2)
  })

  test('what promises nothing is not printed: a survey without version, or without a code', async () => {
    const draft = await write((tx) => buildSurvey(tx))
    const [link] = await make({ surveyId: draft })
    await write((tx) => tx.query('update survey set version = 0 where org_id = $1 and id = $2', [tx.orgId, draft]))
    expect((await kontuar.ask('GET', `/survey-links/${link.id}/poster.pdf`)).body).toMatchObject({ status: 422, detail: expect.stringContaining('publish it') })
    const bare = await write((tx) => buildSurvey(tx))
    expect((await kontuar.ask('GET', `/surveys/${bare}/labels.pdf`)).status).toBe(422)
  })

  test('letters that no printer of ours has are refused with a sentence', async () => {
    const strange = await write((tx) => buildSurvey(tx, { definition: { ...afterTicket, title: { pl: 'نعم' } } }))
    const [link] = await make({ surveyId: strange })
    const { status, body } = await kontuar.ask('GET', `/survey-links/${link.id}/poster.pdf`)
    expect(status).toBe(400)
    expect(body.fields).toHaveProperty('title')
  })
})
