// Guards the generic gateway: hostile texts stay one value, answers mean what they say, and nothing leads into our own network.
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { ForbiddenAddress } from '../../../../platform/network/public-network.ts'
import type { Sms, SmsOutcome } from '../gateway.ts'
import { answers, openGatewayDouble, takes, type GatewayDouble } from '../testing.ts'
import { createHttpGateway, makeRequest, readGatewayUrl, withoutThese } from './http-gateway.ts'
import { readAnswer } from './read-answer.ts'
import type { HttpGatewaySettings } from './settings.ts'

let double: GatewayDouble
beforeAll(async () => { double = await openGatewayDouble() })
afterAll(() => double.close())
beforeEach(() => {
  double.taken.length = 0
  double.answer = takes
})

const settings = (given: Partial<HttpGatewaySettings> = {}): HttpGatewaySettings => ({
  url: double?.url ?? 'https://gateway.example/send', method: 'POST', contentType: 'json', template: '{"to":"{{to}}","text":"{{text}}","from":"{{sender}}","ref":"{{reference}}","n":"{{digits}}","list":[{"t":"<{{text}}>"}]}',
  sender: 'Salon', headers: [], successContains: null, idPath: null, repeatable: false, ...given,
})
const sms = (given: Partial<Sms> = {}): Sms => ({ to: '+48600700800', text: 'Dzień dobry', reference: 'ref-1', ...given })
const send = (given: Partial<HttpGatewaySettings> = {}, message: Partial<Sms> = {}, secrets = {}, limitMs = 5000) => createHttpGateway(settings(given), secrets, { allowPrivate: true, limitMs }).send(sms(message))

const hostile = ['"', '","to":"+48111', '\\', '\\u0022', '\n\r\t', '{{sender}}', '{{secret}}', '&to=+48111', '=&%26+ %00', '</script>', '😀 ąść ж', '\u2028', '\ud83d', '__proto__', '$&$1$`', "'; drop table x; --"]

describe('what is sent', () => {
  test.each(hostile)('as JSON stays one value: %j', async (text) => {
    await send({}, { text }, { secret: 'TAJNE' })
    const body = JSON.parse(double.taken[0]!.body)
    expect(body).toEqual({ to: '+48600700800', text: text.toWellFormed(), from: 'Salon', ref: 'ref-1', n: '48600700800', list: [{ t: `<${text.toWellFormed()}>` }] })
  })
  test.each(hostile)('as a form stays one value: %j', async (text) => {
    await send({ contentType: 'form', template: 'to={{to}}&msg={{text}}&fixed=a%26b&from={{sender}}' }, { text })
    const form = new URLSearchParams(double.taken[0]!.body)
    expect([...form]).toEqual([['to', '+48600700800'], ['msg', text.toWellFormed()], ['fixed', 'a&b'], ['from', 'Salon']])
    expect(double.taken[0]!.headers['content-type']).toBe('application/x-www-form-urlencoded; charset=utf-8')
  })
  test.each(hostile)('in a query stays one value: %j', async (text) => {
    await send({ method: 'GET', url: `${double.url}?own=1`, template: 'number={{digits}}&msg={{text}}' }, { text })
    const { method, query, path, body } = double.taken[0]!
    expect({ method, path, body }).toEqual({ method: 'GET', path: '/send', body: '' })
    expect([...query]).toEqual([['own', '1'], ['number', '48600700800'], ['msg', text.toWellFormed()]])
  })
  test('any text whatever comes out as it went in, by all three ways', () => {
    const way = fc.constantFrom(['POST', 'json', '{"t":"{{text}}","to":"{{to}}"}'] as const, ['POST', 'form', 't={{text}}&to={{to}}'] as const, ['GET', 'form', 't={{text}}&to={{to}}'] as const)
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), way, (text, [method, contentType, template]) => {
      const { url, body } = makeRequest(settings({ method, contentType, template, url: 'https://g.example/s' }), {}, sms({ text }), false)
      const read = method === 'GET' ? Object.fromEntries(url.searchParams) : contentType === 'json' ? JSON.parse(body!.toString()) : Object.fromEntries(new URLSearchParams(body!.toString()))
      expect(read).toEqual({ t: text, to: '+48600700800' })
    }))
  })
  test('headers carry the secrets, and the reference where it is asked for', async () => {
    await send({ headers: [{ name: 'Authorization', secret: true, value: null }, { name: 'Idempotency-Key', secret: false, value: '{{reference}}' }, { name: 'X-Plain', secret: false, value: 'a {{text}}' }] }, {}, { 'header:authorization': 'Bearer tajny' })
    expect(double.taken[0]!.headers).toMatchObject({ authorization: 'Bearer tajny', 'idempotency-key': 'ref-1', 'x-plain': 'a {{text}}', 'content-type': 'application/json; charset=utf-8' })
  })
  test('the secret of the template is filled in like any value', async () => {
    await send({ method: 'GET', template: 'key={{secret}}&to={{to}}&m={{text}}' }, {}, { secret: 'a&b=ż' })
    expect(double.taken[0]!.query.get('key')).toBe('a&b=ż')
  })
})

describe('what the answer means', () => {
  const read = (status: number, body = '', given: Partial<HttpGatewaySettings> = {}, retryAfter: string | null = null) => readAnswer({ status, body, retryAfter }, settings(given))
  test.each<[string, SmsOutcome, Partial<SmsOutcome>]>([
    ['a 200', read(200, 'ok'), { kind: 'taken', gatewayId: null }],
    ['a 202 with its id', read(202, '{"messages":[{"id":77}]}', { idPath: 'messages.0.id' }), { kind: 'taken', gatewayId: '77' }],
    ['an id that is not there', read(200, '{"messages":[]}', { idPath: 'messages.0.id' }), { kind: 'taken', gatewayId: null }],
    ['an id in what is no JSON', read(200, 'ID:5', { idPath: 'id' }), { kind: 'taken', gatewayId: null }],
    ['an id from the prototype', read(200, '{}', { idPath: 'constructor.name' }), { kind: 'taken', gatewayId: null }],
    ['an id with line ends', read(200, '{"id":"a\\r\\nb"}', { idPath: 'id' }), { kind: 'taken', gatewayId: 'a b' }],
    ['a 200 without the expected word', read(200, 'ERROR:102', { successContains: 'OK:' }), { kind: 'refused', permanent: true }],
    ['a 200 with it', read(200, 'OK:1', { successContains: 'OK:' }), { kind: 'taken' }],
    ['a redirection', read(302), { kind: 'refused', permanent: true }],
    ['a wrong number', read(400, 'bad number'), { kind: 'refused', permanent: true, detail: '400 bad number' }],
    ['a wrong key', read(401), { kind: 'refused', permanent: false, pauseSeconds: 60 }],
    ['too many', read(429, '', {}, '120'), { kind: 'refused', permanent: false, pauseSeconds: 120 }],
    ['too many, until a date', read(429, '', {}, 'Wed, 21 Oct 2015 07:28:00 GMT'), { kind: 'refused', permanent: false, pauseSeconds: 60 }],
    ['too many, for a year', read(429, '', {}, '31536000'), { kind: 'refused', permanent: false, pauseSeconds: 3600 }],
    ['trouble there', read(500), { kind: 'refused', permanent: false, pauseSeconds: 60 }],
    ['nobody answered it in time', read(504), { kind: 'unanswered' }],
  ])('%s', (_, outcome, expected) => expect(outcome).toMatchObject(expected))
  test('a long answer is cut, its control characters are gone', () => {
    const { detail } = read(400, `a\0b\r\n${'x'.repeat(10_000)}`)
    expect(detail).toHaveLength(500)
    expect(detail).toMatch(/^400 a b x/)
  })
})

describe('the network', () => {
  test('nobody there: it was not asked', async () => {
    const probe = createServer()
    await new Promise<void>((resolve) => { probe.listen(0, '127.0.0.1', resolve) })
    const { port } = probe.address() as AddressInfo
    await new Promise((resolve) => { probe.close(resolve) })
    expect(await send({ url: `http://127.0.0.1:${port}/` })).toMatchObject({ kind: 'unreachable', detail: expect.stringContaining('ECONNREFUSED') })
  })
  test('a name that does not exist: it was not asked', async () => {
    expect(await send({ url: 'http://gateway.invalid/' })).toMatchObject({ kind: 'unreachable' })
  })
  test('no answer in time: nobody knows', async () => {
    double.answer = () => {}
    expect(await send({}, {}, {}, 150)).toMatchObject({ kind: 'unanswered', detail: 'The gateway did not answer within 0.15 seconds.' })
  })
  test('the connection breaks after the request, or in the middle of the answer: nobody knows', async () => {
    double.answer = (_, response) => { response.socket!.destroy() }
    expect(await send()).toMatchObject({ kind: 'unanswered' })
    double.answer = (_, response) => { response.writeHead(200, { 'content-length': '1000' }).write('half'); setImmediate(() => response.socket!.destroy()) }
    expect(await send()).toMatchObject({ kind: 'unanswered' })
  })
  test('a redirection is not followed', async () => {
    double.answer = (message, response) => (message.path === '/send' ? answers(307, '', { location: '/elsewhere' }) : takes)(message, response)
    expect(await send()).toMatchObject({ kind: 'refused', permanent: true })
    expect(double.taken).toHaveLength(1)
  })
  test('of an endless answer only the beginning is read', async () => {
    double.answer = (_, response) => {
      response.writeHead(200)
      const more = () => { while (!response.destroyed && response.write('x'.repeat(65_536))); if (!response.destroyed) response.once('drain', more) }
      more()
    }
    expect(await send()).toMatchObject({ kind: 'taken' })
  })
  test('an answer that repeats the key does not bring it to the screen', async () => {
    double.answer = answers(400, 'invalid key: Bearer tajny-klucz')
    const outcome = await send({ headers: [{ name: 'Authorization', secret: true, value: null }] }, {}, { 'header:authorization': 'Bearer tajny-klucz' })
    expect(outcome.detail).toBe('400 invalid key: …')
    expect(withoutThese('key=a%26bcd', ['a&bcd'])).toBe('key=…')
  })
  test.each(['http://gateway.example/', 'https://127.0.0.1/', 'https://[::1]/', 'https://10.1.2.3:8443/', 'https://169.254.169.254/latest', 'https://2130706433/', 'https://localhost/', 'https://gateway/', 'https://db.internal/', 'https://user:pass@gateway.example/', 'ftp://gateway.example/', 'file:///etc/passwd', 'gateway.example', ''])(
    'is not asked at %s', async (url) => {
      expect(() => readGatewayUrl(url, false)).toThrow(ForbiddenAddress)
      expect(await createHttpGateway(settings({ url }), {}, { allowPrivate: false }).send(sms())).toMatchObject({ kind: 'unreachable' })
      expect(double.taken).toEqual([])
    })
  test.each(['https://gateway.example/send', 'https://gateway.example:8443/send?own=1', 'https://8.8.8.8/send'])('may be asked at %s', (url) => expect(readGatewayUrl(url, false).href).toBe(url))
})
