// Guards the pages customers open: what GET shows and never stores, what POST takes, and that whatever a stranger sends is
// answered with a page that says what to do.
import { gunzipSync } from 'node:zlib'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { recordFiles, storeBytes } from '../../../platform/files/store.ts'
import { buildMailbox, buildTicket } from '../../diary/testing.ts'
import { newToken } from '../answering/index.ts'
import { afterTicket, buildInvitation, buildLink, buildSurvey, publishAgain } from '../answering/testing.ts'

let kontuar: TestKontuar
let org: number
let ticket: { ticketId: string; customerId: string }
let address = 0
const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(org, work)
const rows = <R extends object>(text: string, values: unknown[] = []) => kontuar.platform.db.read(org, (tx) => tx.query<R>(text, [org, ...values]))

beforeAll(async () => {
  kontuar = await startTestKontuar()
  org = kontuar.orgA.orgId
  ticket = await write(async (tx) => buildTicket(tx, await buildMailbox(tx)))
})
afterAll(() => kontuar.stop())

const invite = (given: Partial<Parameters<typeof buildInvitation>[2]> & { survey?: Parameters<typeof buildSurvey>[1] } = {}) => write(async (tx) => {
  const surveyId = await buildSurvey(tx, given.survey)
  return { surveyId, ...(await buildInvitation(tx, surveyId, { customerId: ticket.customerId, ticketId: ticket.ticketId, ...given })) }
})
const link = (given: Parameters<typeof buildLink>[2] & { survey?: Parameters<typeof buildSurvey>[1] } = {}) => write(async (tx) => {
  const surveyId = await buildSurvey(tx, given.survey)
  return { surveyId, ...(await buildLink(tx, surveyId, given)) }
})
const answersOf = (surveyId: string) => rows<{ values: Record<string, unknown>; state: string; comment: string | null; version: number }>('select values, state, comment, version from answer where org_id = $1 and survey_id = $2', [surveyId])

/** Each from an address of its own, unless it says otherwise. */
const ask = (options: InjectOptions) => kontuar.inject({ remoteAddress: `10.${(address += 1) >> 16}.${(address >> 8) & 255}.${address & 255}`, ...options })
const get = (url: string, headers: Record<string, string> = {}) => ask({ method: 'GET', url, headers })
const post = (url: string, fields: Record<string, string | string[]> | string, more: InjectOptions = {}) => ask({
  method: 'POST', url, ...more, headers: { 'content-type': 'application/x-www-form-urlencoded', ...more.headers },
  payload: typeof fields === 'string' ? fields : new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((v): [string, string] => [name, v]))).toString(),
})
const hiddenOf = (html: string) => Object.fromEntries([...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name, value]) => [name!, value!]))
const chosenIn = (html: string) => [...html.matchAll(/name="([^"]+)" value="([^"]*)" checked/g)].map(([, name, value]) => `${name}=${value}`)

describe('an invitation', () => {
  test('opened by a click in the mail shows the point chosen and one button, and stores no answer', async () => {
    const { token, surveyId } = await invite()
    const page = await get(`/s/${token}?v=9`)
    expect(page.statusCode).toBe(200)
    expect(chosenIn(page.body)).toEqual(['q.nps=9'])
    expect(page.body.match(/<button/g)).toHaveLength(1)
    expect(await answersOf(surveyId)).toEqual([])
  })

  test('is answered by the button, page by page, to the thanks', async () => {
    const { token, surveyId } = await invite()
    const first = await get(`/s/${token}?v=2`)
    const second = await post(`/s/${token}`, { ...hiddenOf(first.body), 'q.nps': '2' })
    expect(second.statusCode).toBe(200)
    expect(second.body).toContain('Co poszło nie tak?')
    const thanks = await post(`/s/${token}`, { ...hiddenOf(second.body), 'q.why': ['wait'], 'q.text': 'Za długo' })
    expect(thanks.body).toContain('<h1>Dziękujemy</h1>')
    expect(await answersOf(surveyId)).toMatchObject([{ state: 'finished', values: { nps: 2, why: ['wait'], text: 'Za długo' }, comment: 'Za długo' }])
  })

  test('goes back without losing what was written on the page it leaves', async () => {
    const { token, surveyId } = await invite()
    const second = await post(`/s/${token}`, { ...hiddenOf((await get(`/s/${token}`)).body), 'q.nps': '2' })
    const back = await post(`/s/${token}`, { ...hiddenOf(second.body), 'q.text': 'Nie zdążyłam', 'back': '1' })
    expect(chosenIn(back.body)).toEqual(['q.nps=2'])
    const again = await post(`/s/${token}`, { ...hiddenOf(back.body), 'q.nps': '3' })
    expect(again.body).toContain('Nie zdążyłam</textarea>')
    expect(await answersOf(surveyId)).toHaveLength(1)
  })

  test('asked for a mistake says which, and keeps the rest', async () => {
    const { token, surveyId } = await invite()
    const page = await post(`/s/${token}`, { ...hiddenOf((await get(`/s/${token}`)).body) })
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('href="#q1-1"')
    expect(page.body).toContain('Proszę wybrać odpowiedź.')
    expect(page.body).toContain('<title>Jedna odpowiedź wymaga poprawki: Po rozmowie')
    expect(await answersOf(surveyId)).toEqual([])
  })

  test.each(['11', '-1', '9.0', '0x9', '９', '9 ', ''])('a clicked point "%s" that is none chooses nothing', async (value) => {
    const { token } = await invite()
    const page = await get(`/s/${token}?v=${encodeURIComponent(value)}`)
    expect(page.statusCode).toBe(200)
    expect(chosenIn(page.body)).toEqual([])
  })

  test('HEAD answers as GET does, and notes not even that it was opened', async () => {
    const { token, id } = await invite()
    const page = await ask({ method: 'HEAD', url: `/s/${token}?v=9` })
    expect([page.statusCode, page.body]).toEqual([200, ''])
    expect(await rows('select opened_at, clicked_value from survey_invitation where org_id = $1 and id = $2', [id])).toEqual([{ opened_at: null, clicked_value: null }])
  })

  test('that was answered says so, whoever opens or sends it again', async () => {
    const { token, surveyId } = await invite()
    await post(`/s/${token}`, { 'q.nps': '10' })
    for (const page of [await get(`/s/${token}?v=0`), await post(`/s/${token}`, { 'q.nps': '0' })]) {
      expect(page.statusCode).toBe(410)
      expect(page.body).toContain('Odpowiedź już do nas dotarła')
    }
    expect(await answersOf(surveyId)).toMatchObject([{ values: { nps: 10 } }])
  })

  test('pressed twice at once is one answer', async () => {
    const { token, surveyId } = await invite()
    const pages = await Promise.all([1, 2, 3].map(() => post(`/s/${token}`, { 'q.nps': '10' })))
    expect(pages.map((p) => p.statusCode).sort()).toEqual([200, 410, 410])
    expect(await answersOf(surveyId)).toHaveLength(1)
  })

  test.each([
    ['has expired', { expiresAt: new Date('2020-01-01') }, 410, 'Czas na odpowiedź minął'],
    ['belongs to a paused survey', { survey: { state: 'paused' } }, 200, 'Ankieta jest wstrzymana'],
    ['belongs to an ended survey', { survey: { state: 'ended' } }, 410, 'Ankieta jest zakończona'],
    ['belongs to a survey whose time is over', { survey: { endsAt: new Date('2020-01-01') } }, 410, 'Ankieta jest zakończona'],
    ['belongs to a survey that has not begun', { survey: { startsAt: new Date('2099-01-01') } }, 200, 'Ankieta jeszcze się nie zaczęła'],
    ['was called off', { state: 'cancelled' }, 404, 'Nie ma takiej ankiety'],
  ])('that %s says so in the words of its survey, by GET and by POST', async (_what, given, status, words) => {
    const { token, surveyId } = await invite(given)
    const [shown, sent] = [await get(`/s/${token}`, { 'accept-language': 'pl' }), await post(`/s/${token}`, { 'q.nps': '9' }, { headers: { 'accept-language': 'pl' } })]
    // A pause may be looked at; what is sent meanwhile is not taken.
    expect([shown.statusCode, sent.statusCode]).toEqual([status, status === 200 ? 409 : status])
    for (const page of [shown, sent]) expect(page.body).toContain(words)
    expect(await answersOf(surveyId)).toEqual([])
  })

  test('of an anonymous survey says before and after that nobody can call back', async () => {
    const { token } = await invite({ survey: { anonymous: true } })
    const first = await get(`/s/${token}`)
    const thanks = await post(`/s/${token}`, { ...hiddenOf(first.body), 'q.nps': '10' })
    for (const page of [first, thanks]) expect(page.body).toContain('Ta ankieta jest anonimowa')
  })

  test('thanks the same after the worst and the best score: nobody is chosen for a public review', async () => {
    const definition = { ...afterTicket, questions: [afterTicket.questions[0]!], reviewLinks: [{ label: { pl: 'Mapy' }, url: 'https://maps.example/review' }] }
    const invitations = [await invite({ survey: { definition } }), await invite({ survey: { definition } })]
    const [worst, best] = await Promise.all(invitations.map(({ token }, i) => post(`/s/${token}`, { 'q.nps': i === 0 ? '0' : '10' })))
    expect(worst!.body).toContain('https://maps.example/review')
    expect(worst!.body.replaceAll(invitations[0]!.token, 'T')).toBe(best!.body.replaceAll(invitations[1]!.token, 'T'))
  })

  test('speaks the language of the address, else of the invitation', async () => {
    const { token } = await invite()
    expect((await get(`/s/${token}`, { 'accept-language': 'ru' })).body).toContain('<html lang="pl"')
    expect((await get(`/s/${token}?lang=ru`)).body).toContain('<html lang="ru"')
    expect((await get(`/s/${token}?lang=%22%3E%3Cscript%3E`)).body).toContain('<html lang="pl"')
  })
})

describe('an open link', () => {
  test('makes one answer of a page that is sent twice, and two of two pages', async () => {
    const { code, surveyId } = await link()
    const [one, two] = [await get(`/f/${code}`), await get(`/f/${code}`)]
    expect(hiddenOf(one.body)['key']).not.toBe(hiddenOf(two.body)['key'])
    for (const page of [one, one, two]) expect((await post(`/f/${code}`, { ...hiddenOf(page.body), 'q.nps': '10' })).statusCode).toBe(200)
    expect(await answersOf(surveyId)).toHaveLength(2)
  })

  test('sent without the key of a page takes nothing and shows the page with what was typed', async () => {
    const { code, surveyId } = await link()
    const page = await post(`/f/${code}`, { 'q.nps': '7' })
    expect(chosenIn(page.body)).toEqual(['q.nps=7'])
    expect(hiddenOf(page.body)['key']).toMatch(/^[\w-]{22}$/)
    expect(await answersOf(surveyId)).toEqual([])
  })

  test('goes on with the version its page was made of when the survey changed meanwhile', async () => {
    const { code, surveyId } = await link()
    const page = await get(`/f/${code}`)
    await write((tx) => publishAgain(tx, surveyId, { ...afterTicket, questions: [{ ...afterTicket.questions[0]!, title: { pl: 'Zupełnie inaczej?' } }] }))
    const next = await post(`/f/${code}`, { ...hiddenOf(page.body), 'q.nps': '1' })
    expect(next.body).toContain('Co poszło nie tak?')
    expect(await answersOf(surveyId)).toMatchObject([{ version: 1 }])
  })

  test('may be framed by the sites of an embedded form alone, an invitation by none', async () => {
    const { code, id } = await link({ road: 'embedded' })
    await write((tx) => tx.query('update survey_link set settings = $3 where org_id = $1 and id = $2', [org, id, JSON.stringify({ origins: ['https://shop.example'] })]))
    const { token } = await invite()
    expect((await get(`/f/${code}?embed=1`)).headers['content-security-policy']).toMatch(/frame-ancestors https:\/\/shop\.example$/)
    expect((await get(`/s/${token}?embed=1`)).headers['content-security-policy']).toMatch(/frame-ancestors 'none'$/)
  })

  test('lets 30 answers at once come from one network, keeps what the next one typed, and says how long to wait', async () => {
    const { code, surveyId } = await link()
    const remoteAddress = '192.0.2.44'
    const keys = Array.from({ length: 50 }, () => newToken().token)
    const pages = await Promise.all(keys.map((key) => post(`/f/${code}`, { key, 'version': '1', 'q.nps': '10' }, { remoteAddress })))
    const refused = pages.filter((p) => p.statusCode === 429)
    expect(refused.length).toBeGreaterThanOrEqual(15)
    expect(await answersOf(surveyId)).toHaveLength(50 - refused.length)
    expect(Number(refused[0]!.headers['retry-after'])).toBeGreaterThan(0)
    expect(chosenIn(refused[0]!.body)).toEqual(['q.nps=10'])
    expect(refused[0]!.body).toContain('zostało zachowane')
    // The same person elsewhere, and the page itself, are not held up.
    expect((await get(`/f/${code}`, {})).statusCode).toBe(200)
  })
})

describe('what is typed', () => {
  const second = async () => {
    const made = await invite()
    return { ...made, hidden: hiddenOf((await post(`/s/${made.token}`, { 'q.nps': '2' })).body) }
  }

  test.each([
    ['100 KB of letters', 'a'.repeat(100_000)],
    ['100 KB of Cyrillic', 'я'.repeat(50_000)],
    ['2 MB', 'b'.repeat(2_000_000)],
  ])('%s comes back as its first 5,000 letters, with the reason; the score stays', async (_what, text) => {
    const { token, surveyId, hidden } = await second()
    const page = await post(`/s/${token}`, { ...hidden, 'q.text': text })
    expect(page.statusCode).toBe(413)
    expect(page.body).toContain(`\n${text.slice(0, 5_000)}</textarea>`)
    expect(page.body).toContain('5000 znaków')
    expect(await answersOf(surveyId)).toMatchObject([{ state: 'partial', values: { nps: 2 } }])
  })

  test('endless bytes are cut off with a page', async () => {
    const { token, hidden } = await second()
    const page = await post(`/s/${token}`, { ...hidden, 'q.text': 'c'.repeat(4_500_000) })
    expect(page.statusCode).toBe(413)
    expect(page.body).toContain('<h1>')
  })

  test.each([
    ['emoji', '😤👩‍👩‍👧 nie działa'],
    ['marks of direction', '\u202Eabc\u2066def \u200Fعربي'],
    ['markup', '<script>alert(1)</script>" onfocus=x \'><img src=x>'],
    ['placeholders', '{{customer.name}} ${7*7} <%= x %>'],
  ])('%s is kept as it is, and shown escaped', async (_what, text) => {
    const { token, surveyId, hidden } = await second()
    const back = await post(`/s/${token}`, { ...hidden, 'q.text': text, 'back': '1' })
    expect(back.body).not.toContain('<script>alert')
    const again = await post(`/s/${token}`, { ...hiddenOf(back.body), 'q.nps': '2' })
    expect(again.body).not.toContain('<script>alert')
    expect(again.body).not.toContain('<img src=x')
    expect(await answersOf(surveyId)).toMatchObject([{ values: { nps: 2, text } }])
  })

  test('NUL and broken UTF-8 leave the page with its reason or their stand-in, never a fault', async () => {
    const { token, hidden } = await second()
    const nul = await post(`/s/${token}`, { ...hidden, 'q.text': 'a\0b' })
    expect([nul.statusCode, nul.body.includes('znaki, których nie umiemy zapisać')]).toEqual([422, true])
    expect((await post(`/s/${token}`, `${new URLSearchParams(hidden).toString()}&q.text=%FF%FE%C3%28&%ZZ=1`)).statusCode).toBe(200)
  })

  test.each([
    ['a score beyond the scale', { 'q.nps': '11' }], ['two scores', { 'q.nps': ['1', '9'] }], ['a score in other digits', { 'q.nps': '٩' }], ['names of every object', { '__proto__': 'x', 'constructor': 'y', 'q.__proto__': 'z', 'q.toString.x': '1' }], ['a foreign question alone', { 'q.foreign': '1' }],
  ])('%s is refused and nothing is stored', async (_what, fields) => {
    const { token, surveyId } = await invite()
    const page = await post(`/s/${token}`, fields)
    expect(page.statusCode).toBe(422)
    expect(await answersOf(surveyId)).toEqual([])
  })

  test('ten thousand fields are refused, and nothing is stored', async () => {
    const { token, surveyId } = await invite()
    const page = await post(`/s/${token}`, Array.from({ length: 10_000 }, (_, i) => `q.nps=${i % 10}`).join('&'))
    expect(page.statusCode).toBe(413)
    expect(await answersOf(surveyId)).toEqual([])
  })

  test.each(['0', '-1', '2', '99999999999', 'null', '1e1'])('a wrong version "%s" takes the answer by the one there is', async (version) => {
    const { code, surveyId } = await link()
    const page = await post(`/f/${code}`, { key: newToken().token, version, 'q.nps': '10' })
    expect(page.statusCode).toBe(200)
    expect(await answersOf(surveyId)).toMatchObject([{ version: 1 }])
  })
})

describe('a file', () => {
  const withFile = { ...afterTicket, questions: [afterTicket.questions[0]!, { id: 'photo', type: 'file' as const, title: { pl: 'Zdjęcie' } }] }
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('rest')])
  const send = (url: string, fields: Record<string, string>, file: { name: string; bytes: Buffer } | null) => {
    const boundary = 'kontuar-test'
    const head = Object.entries(fields).map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('')
    const part = file === null ? '' : `--${boundary}\r\ncontent-disposition: form-data; name="q.photo"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
    return ask({ method: 'POST', url, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, payload: Buffer.concat([Buffer.from(head + part), file?.bytes ?? Buffer.alloc(0), Buffer.from(`\r\n--${boundary}--\r\n`)]) })
  }

  test('is stored with the answer, named and typed by what it is', async () => {
    const { token, surveyId } = await invite({ survey: { definition: withFile } })
    expect((await get(`/s/${token}`)).body).toContain('enctype="multipart/form-data"')
    expect((await send(`/s/${token}`, { 'q.nps': '9' }, { name: 'paragon.exe', bytes: png })).statusCode).toBe(200)
    expect(await answersOf(surveyId)).toMatchObject([{ values: { photo: { name: 'paragon.exe', type: 'image/png', size: png.length } } }])
  })

  test.each([
    ['that is a program', { name: 'zdjecie.png', bytes: Buffer.from('MZ\x90 program') }, 422, 'Przyjmujemy pliki'],
    ['that is too large', { name: 'big.png', bytes: Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)]) }, 413, 'większy niż 10 MB'],
    ['that is empty', { name: 'empty.png', bytes: Buffer.alloc(0) }, 422, 'Ten plik jest pusty'],
  ])('%s is refused with the reason, and the score stays chosen', async (_what, file, status, words) => {
    const { token, surveyId } = await invite({ survey: { definition: withFile } })
    const page = await send(`/s/${token}`, { 'q.nps': '9' }, file)
    expect(page.statusCode).toBe(status)
    expect(page.body).toContain(words)
    expect(chosenIn(page.body)).toEqual(['q.nps=9'])
    expect(await answersOf(surveyId)).toEqual([])
  })

  test('of a stranger is not read', async () => {
    expect((await send(`/s/${newToken().token}`, {}, { name: 'a.png', bytes: png })).statusCode).toBe(404)
  })
})

describe('a page', () => {
  test('fetches nothing, allows its own style by digest alone, and is not kept or indexed', async () => {
    const { token } = await invite()
    const { headers, body } = await get(`/s/${token}`)
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/)
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    expect(body).not.toMatch(/ style="|<script|src="http|@import|url\(/)
  })

  test('comes packed when the browser can unpack it', async () => {
    const { token } = await invite()
    const plain = (await get(`/s/${token}`)).body
    const packed = await get(`/s/${token}`, { 'accept-encoding': 'br, gzip' })
    expect([packed.headers['content-encoding'], gunzipSync(packed.rawPayload).toString()]).toEqual(['gzip', plain])
    expect(packed.rawPayload.length).toBeLessThan(5_000)
    for (const none of ['identity', 'gzip;q=0', 'br']) expect((await get(`/s/${token}`, { 'accept-encoding': none })).headers['content-encoding']).toBeUndefined()
  })
})

describe('"do not ask me again"', () => {
  const wish = () => rows<{ opted_out_by: string }>('select opted_out_by from asking_wish where org_id = $1 and customer_id = $2 and opted_out_at is not null', [ticket.customerId])

  test('is a link that only shows, a button that does, and one click of the mail program', async () => {
    const { token } = await invite()
    for (const method of ['GET', 'HEAD'] as const) expect((await ask({ method, url: `/u/${token}` })).statusCode).toBe(200)
    expect(await wish()).toEqual([])
    const done = await post(`/u/${token}`, 'List-Unsubscribe=One-Click')
    expect([done.statusCode, done.body.includes('Nie będziemy już pytać')]).toEqual([200, true])
    expect(await wish()).toEqual([{ opted_out_by: 'mail' }])
    expect((await post(`/u/${token}`, '')).statusCode).toBe(200)
  })
})

describe('a logo', () => {
  test('is shown to everybody, and nothing else of the store is', async () => {
    const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('logo')])
    const logo = await storeBytes(kontuar.platform.files, org, png)
    const secret = await storeBytes(kontuar.platform.files, org, Buffer.concat([png, Buffer.from('other')]))
    await write(async (tx) => {
      await recordFiles(tx, [logo, secret])
      await tx.query(`insert into feedback_setting (org_id, look) values ($1, $2) on conflict (org_id) do update set look = excluded.look`, [org, JSON.stringify({ colour: '#7a1fa2', logo: logo.sha256, name: 'Salon Anna' })])
    })
    const shown = await get(`/p/logo/${logo.sha256}`)
    expect([shown.statusCode, shown.headers['content-type'], shown.headers['cache-control']]).toEqual([200, 'image/png', 'public, max-age=31536000, immutable'])
    expect(shown.rawPayload).toEqual(png)
    for (const other of [secret.sha256, 'a'.repeat(64), '..%2f1', 'A'.repeat(64)]) expect((await get(`/p/logo/${other}`)).statusCode).toBe(404)
    const { token } = await invite()
    expect((await get(`/s/${token}`)).body).toContain(`<img src="/p/logo/${logo.sha256}" alt="Salon Anna">`)
  })
})
