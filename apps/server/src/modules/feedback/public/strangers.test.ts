// Guards the pages against whoever is not invited, or sends what no page of ours sends: each is answered with a page that says what to
// do, nothing is stored, and who guesses is slowed down.
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildMailbox, buildTicket } from '../../diary/testing.ts'
import { newCode, newToken } from '../answering/index.ts'
import { buildInvitation, buildSurvey } from '../answering/testing.ts'

let kontuar: TestKontuar
let ticket: { ticketId: string; customerId: string }
let address = 0
beforeAll(async () => {
  kontuar = await startTestKontuar()
  ticket = await kontuar.platform.db.write(kontuar.orgA.orgId, async (tx) => buildTicket(tx, await buildMailbox(tx)))
})
afterAll(() => kontuar.stop())

const invite = () => kontuar.platform.db.write(kontuar.orgA.orgId, async (tx) => {
  const surveyId = await buildSurvey(tx)
  return { surveyId, ...(await buildInvitation(tx, surveyId, { customerId: ticket.customerId, ticketId: ticket.ticketId })) }
})
const answersOf = (surveyId: string) => kontuar.platform.db.read(kontuar.orgA.orgId, (tx) => tx.query('select id from answer where org_id = $1 and survey_id = $2', [tx.orgId, surveyId]))
/** Each from an address of its own, unless it says otherwise. */
const ask = (options: InjectOptions) => kontuar.inject({ remoteAddress: `10.${(address += 1) >> 16}.${(address >> 8) & 255}.${address & 255}`, ...options })

describe('a stranger', () => {
  test.each(['/s/nonsense', `/s/${'A'.repeat(22)}`, '/f/nonsense', '/u/nonsense', '/s/%00', '/s/%E0%A4%A', `/s/${'%F0%9F%98%80'.repeat(10)}`, "/s/'%20or%201=1", '/f/..%2f..%2fetc', `/s/${'x'.repeat(190)}`, `/s/${'x'.repeat(3_000)}`, `/f/${'x'.repeat(3_000)}`, `/u/${'%C5%82'.repeat(1_000)}`, '/f/%', '/u/%C3%28?lang=pl'])('at %s finds a page that says so', async (url) => {
    for (const method of ['GET', 'POST'] as const) {
      const page = await ask({ method, url })
      expect(page.statusCode).toBe(404)
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
      expect(page.body).toContain('<h1>')
      expect(page.body).not.toContain('stack')
    }
  })

  test('who guesses is slowed down after 30 misses, while a known address opens as before', async () => {
    const remoteAddress = '192.0.2.55'
    const { token } = await invite()
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => ask({ method: 'GET', url: i % 2 ? `/s/${newToken().token}` : `/f/${newCode()}`, remoteAddress })))
    expect(answers.filter((a) => a.statusCode === 404)).toHaveLength(30)
    const slowed = answers.filter((a) => a.statusCode === 429)
    expect(slowed).toHaveLength(10)
    expect(Number(slowed[0]!.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask({ method: 'GET', url: `/s/${token}`, remoteAddress })).statusCode).toBe(200)
  })

  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)('with %s is told by a page which methods there are', async (method) => {
    const { token } = await invite()
    for (const url of [`/s/${token}`, '/f/any', `/u/${token}`]) {
      const page = await ask({ method, url, ...(method === 'OPTIONS' ? {} : { headers: { 'content-type': 'application/json' }, payload: '{' }) })
      expect([page.statusCode, page.headers.allow, page.headers['content-type']], url).toEqual([405, 'GET, HEAD, POST', 'text/html; charset=utf-8'])
    }
  })

  test.each([
    ['no boundary', 'multipart/form-data', 'q.nps=9'], ['an empty boundary', 'multipart/form-data; boundary=', 'q.nps=9'], ['no parts', 'multipart/form-data; boundary=x', ''], ['something else behind it', 'multipart/form-data; boundary=x', 'nothing of this kind'],
    ['an end too early', 'multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="q.nps"\r\n\r\n9'], ['a file that breaks off', 'multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="q.f"; filename="a.png"\r\n\r\nabc'],
    ['a broken heading', 'multipart/form-data; boundary=x', '--x\r\n\0\0: \r\n\r\n9\r\n--x--\r\n'],
  ])('sending a form of parts with %s is told so, and nothing is stored', async (_what, type, payload) => {
    const { token, surveyId } = await invite()
    const page = await ask({ method: 'POST', url: `/s/${token}?lang=en`, headers: { 'content-type': type }, payload })
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    // Where parts are left out, what is missing is asked for as of any form.
    if (page.statusCode !== 422) expect([page.statusCode, page.body.includes('This cannot be read')]).toEqual([400, true])
    expect(await answersOf(surveyId)).toEqual([])
  })

  test('sending JSON or bytes of another kind is refused with a page', async () => {
    const { token, surveyId } = await invite()
    for (const type of ['application/json', 'text/plain', 'application/xml']) {
      const page = await ask({ method: 'POST', url: `/s/${token}`, headers: { 'content-type': type }, payload: '{"q.nps":"9"}' })
      expect(page.statusCode).toBe(415)
      expect(page.body).toContain('This cannot be read')
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    }
    expect(await answersOf(surveyId)).toEqual([])
  })
})
