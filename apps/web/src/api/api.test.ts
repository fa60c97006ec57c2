// Guards the way to the server: what is sent, and that every kind of failure becomes an ApiProblem one can act on.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { changeTicket, getTicket, listTickets, retryParked, signIn } from '@kontuar/contracts'
import { api, apiPath, onSignedOut } from './api.ts'
import { ApiProblem } from './problem.ts'

type Sent = { url: string; init: RequestInit & { headers: Record<string, string> } }
let sent: Sent[] = []
let answer: () => Response | Promise<Response>
const json = (status: number, body: unknown, headers: Record<string, string> = {}) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })
const refusal = (status: number, code: string, more: object = {}) => json(status, { type: 'about:blank', title: 'No.', status, code, ...more })
const failure = async (work: Promise<unknown>) => work.then(() => expect.unreachable(), (error: unknown) => error as ApiProblem)

beforeEach(() => {
  sent = []
  answer = () => json(200, {})
  vi.stubGlobal('fetch', async (url: string, init: Sent['init']) => {
    sent.push({ url, init })
    return answer()
  })
})
afterEach(() => vi.unstubAllGlobals())

test('parameters are put into the path, escaped, and empty filters are left out', () => {
  expect(apiPath(getTicket, { id: 'a/b ?' })).toBe('/api/v1/tickets/a%2Fb%20%3F')
  expect(apiPath(listTickets, {}, { q: 'ąę', status: '', cursor: undefined, limit: 5 })).toBe('/api/v1/tickets?q=%C4%85%C4%99&limit=5')
})

test('a missing parameter is a mistake of ours, not a request', () => {
  expect(() => apiPath(getTicket)).toThrow('needs “id”')
})

test('a body is sent as JSON', async () => {
  await api(changeTicket, { params: { id: '1' }, body: { status: 'closed' } })
  expect(sent[0]).toMatchObject({ url: '/api/v1/tickets/1', init: { method: 'PATCH', body: '{"status":"closed"}', headers: { 'content-type': 'application/json' } } })
})

test('every POST carries its own Idempotency-Key, and a given one is kept', async () => {
  await api(retryParked, { params: { id: '1' } })
  await api(retryParked, { params: { id: '1' } })
  await api(retryParked, { params: { id: '1' }, idempotencyKey: 'same' })
  const keys = sent.map(({ init }) => init.headers['idempotency-key'])
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
  expect(keys[1]).not.toBe(keys[0])
  expect(keys[2]).toBe('same')
})

test('a GET carries no Idempotency-Key', async () => {
  await api(listTickets)
  expect(sent[0]?.init.headers).not.toHaveProperty('idempotency-key')
})

test('a refusal tells code, fields and how long to wait', async () => {
  answer = () => refusal(429, 'too-many-requests', { detail: 'Later.', fields: { email: 'Wrong.' } })
  expect(await failure(api(listTickets))).toMatchObject({ code: 'too-many-requests', status: 429, detail: 'Later.', fields: { email: 'Wrong.' }, retryAfter: undefined })
  answer = () => json(503, { code: 'not-ready', title: 'Starting.' }, { 'retry-after': '7' })
  expect(await failure(api(listTickets))).toMatchObject({ code: 'not-ready', retryAfter: 7 })
})

test.each([
  ['a page of a proxy', () => new Response('<h1>502 Bad Gateway</h1>', { status: 502 }), { code: 'unreadable', status: 502 }],
  ['an empty refusal', () => new Response(null, { status: 500 }), { code: 'unreadable', status: 500 }],
  ['a success that is no JSON', () => new Response('<html>', { status: 200 }), { code: 'unreadable', status: 200 }],
  ['JSON that is null', () => json(500, null), { code: 'unreadable', status: 500 }],
  ['no network', () => Promise.reject(new TypeError('Failed to fetch')), { code: 'unreachable', status: 0 }],
])('%s becomes a problem', async (_, given, wanted) => {
  answer = given as typeof answer
  const problem = await failure(api(listTickets))
  expect(problem).toBeInstanceOf(ApiProblem)
  expect(problem).toMatchObject(wanted)
})

test('an abort stays an abort', async () => {
  const stop = new AbortController()
  stop.abort()
  answer = () => Promise.reject(stop.signal.reason)
  expect(await failure(api(listTickets, { signal: stop.signal }))).toMatchObject({ name: 'AbortError' })
})

test('only an ended session leads to the sign-in, a wrong password does not', async () => {
  const left = vi.fn()
  onSignedOut(left)
  answer = () => refusal(401, 'wrong-credentials')
  await failure(api(signIn, { body: { email: 'a@b.pl', password: 'x' } }))
  expect(left).not.toHaveBeenCalled()
  answer = () => refusal(401, 'not-signed-in')
  await failure(api(listTickets))
  expect(left).toHaveBeenCalledOnce()
})
