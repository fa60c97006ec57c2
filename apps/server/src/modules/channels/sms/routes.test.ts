// Guards the settings of the gateway: who may, what is refused with which words, and that a secret never comes back.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SmsGatewayBody } from '@kontuar/contracts'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { answers, gatewaySettings, openGatewayDouble, takes, type GatewayDouble } from './testing.ts'

let kontuar: TestKontuar
let double: GatewayDouble
beforeAll(async () => {
  kontuar = await startTestKontuar({ KONTUAR_PRIVATE_SMS: '1' })
  double = await openGatewayDouble()
})
afterAll(async () => {
  await kontuar.stop()
  await double.close()
})
beforeEach(() => {
  double.taken.length = 0
  double.answer = takes
})
const put = (given: Partial<SmsGatewayBody> = {}, token?: string) => kontuar.ask('PUT', '/sms-gateway', gatewaySettings(double.url, given), token)
const test1 = () => kontuar.ask('POST', '/sms-gateway/test', { to: '600 700 800' })

test('is read by those who read mailboxes, and set by administrators alone', async () => {
  for (const role of ['agent', 'manager', 'observer'] as const) {
    const token = await kontuar.tokenOf(role)
    expect((await kontuar.ask('GET', '/sms-gateway', undefined, token)).status).toBe(200)
    expect((await put({}, token)).status).toBe(403)
    expect((await kontuar.ask('DELETE', '/sms-gateway', undefined, token)).status).toBe(403)
    expect((await kontuar.ask('POST', '/sms-gateway/test', { to: '+48600700800' }, token)).status).toBe(403)
  }
  expect((await kontuar.ask('GET', '/sms-gateway', undefined, null)).status).toBe(401)
})
test('before it is set up there is none, and nothing to test or to forget', async () => {
  expect((await kontuar.ask('GET', '/sms-gateway')).body).toEqual({ gateway: null, waiting: 0, sentToday: 0, uncertain: 0 })
  expect((await test1()).body).toMatchObject({ code: 'cannot-do' })
  expect((await kontuar.ask('DELETE', '/sms-gateway')).status).toBe(404)
})

describe('once set up', () => {
  test('its secrets are sealed and never answered back, kept when left out, forgotten when another server is named', async () => {
    const { status, body, text } = await put({ template: '{"to":"{{to}}","text":"{{text}}","key":"{{secret}}"}', secret: 'tajne-haslo' })
    expect(status).toBe(200)
    expect(body.gateway).toMatchObject({ hasSecret: true, headers: [{ name: 'Authorization', secret: true, value: null }], state: { sending: 'waiting' } })
    const stored = await kontuar.platform.db.read(kontuar.orgA.orgId, (tx) => tx.query('select to_jsonb(g) as row from sms_gateway g'))
    const audit = (await kontuar.ask('GET', '/audit')).text
    for (const seen of [text, (await kontuar.ask('GET', '/sms-gateway')).text, JSON.stringify(stored), audit]) expect(seen).not.toMatch(/klucz-tajny|tajne-haslo/)
    expect(audit).toContain('smsGateway.saved')

    expect((await put({ headers: [{ name: 'authorization', secret: true }] })).status).toBe(200)
    await test1()
    expect(double.taken[0]!.headers.authorization).toBe('Bearer klucz-tajny')
    const moved = await kontuar.ask('PUT', '/sms-gateway', gatewaySettings('https://other.example/send', { headers: [{ name: 'authorization', secret: true }] }))
    expect(moved).toMatchObject({ status: 400, body: { code: 'invalid-input', fields: { headers: expect.stringContaining('has no value') } } })
  })
  test('another organization has its own, and neither sees the other’s', async () => {
    const token = await kontuar.tokenOf('administrator', kontuar.orgB)
    expect((await kontuar.ask('GET', '/sms-gateway', undefined, token)).body.gateway).toBeNull()
  })
  test('a trial message goes out at once, in the words of the organization', async () => {
    await put()
    expect((await test1()).body).toEqual({ ok: true, detail: '200 {"messages":[{"id":"gw-1"}]}', gatewayId: 'gw-1' })
    expect(JSON.parse(double.taken[0]!.body)).toMatchObject({ to: '+48600700800', message: 'Wiadomość próbna: bramka SMS działa.' })
    expect((await kontuar.ask('GET', '/sms-gateway')).body.gateway.state).toMatchObject({ sending: 'ok' })
    double.answer = answers(403, 'no such key')
    expect((await test1()).body).toEqual({ ok: false, detail: '403 no such key', gatewayId: null })
    expect((await kontuar.ask('GET', '/sms-gateway')).body.gateway.state).toMatchObject({ sending: 'failing', detail: '403 no such key' })
  })
  test.each(['abc', '12', '+48', 'DROP TABLE'])('a trial to %j is refused: it is no number', async (to) => {
    await put()
    const { status, body } = await kontuar.ask('POST', '/sms-gateway/test', { to })
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'invalid-input' })
    expect(double.taken).toEqual([])
  })
})

describe('refuses, with its field and one sentence,', () => {
  test.each<[string, keyof SmsGatewayBody, Partial<SmsGatewayBody>, RegExp]>([
    ['an address that is none', 'url', { url: 'gateway' }, /https:\/\//],
    ['a password in the address', 'url', { url: 'https://a:b@gateway.example/' }, /secret header/],
    ['a template that is no JSON', 'template', { template: '{"to": {{to}}, "t": {{text}}}' }, /not valid JSON/],
    ['a template without the text', 'template', { template: '{"to": "{{to}}"}' }, /\{\{text\}\}/],
    ['a template without the number', 'template', { template: '{"t": "{{text}}"}' }, /\{\{to\}\}/],
    ['a placeholder nobody knows', 'template', { template: '{"to": "{{to}}", "t": "{{text}}", "x": "{{name}}"}' }, /\{\{name\}\} is not known/],
    ['a placeholder in the name of a member', 'template', { template: '{"{{to}}": "{{to}}", "t": "{{text}}"}' }, /name of a field/],
    ['a placeholder in the name of a pair', 'template', { contentType: 'form', template: '{{to}}=1&t={{text}}' }, /name of a field/],
    ['a secret that is used and not given', 'template', { template: '{"to": "{{to}}", "t": "{{text}}", "k": "{{secret}}"}', secret: '' }, /secret/],
    ['a header that is ours', 'headers', { headers: [{ name: 'Content-Length', secret: false, value: '1' }] }, /leave it out/],
    ['a header that begins another', 'headers', { headers: [{ name: 'X-A', secret: false, value: 'a\r\nX-B: c' }] }, /cannot carry/],
    ['a header with a wrong name', 'headers', { headers: [{ name: 'X A:', secret: false, value: 'a' }] }, /letters, digits and dashes/],
    ['a header twice', 'headers', { headers: [{ name: 'X-A', secret: false, value: 'a' }, { name: 'x-a', secret: false, value: 'b' }] }, /twice/],
    ['a secret header without a value', 'headers', { headers: [{ name: 'X-Key', secret: true }] }, /has no value/],
    ['a sender with a line end', 'sender', { sender: 'Salon\r\n' }, /control character/],
    ['a place of the id that cannot be one', 'idPath', { idPath: 'a..b' }, /joined by dots/],
    ['a repetition nobody can tell', 'repeatable', { repeatable: true, template: '{"to": "{{to}}", "t": "{{text}}"}' }, /\{\{reference\}\}/],
  ])('%s', async (_, field, given, words) => {
    const { status, body } = await put(given)
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'invalid-input' })
    expect(Object.keys(body.fields)).toEqual([field])
    expect(body.fields[field]).toMatch(words)
  })
})

test('without the leave of whoever runs it, an address of the own network is refused', async () => {
  const strict = await startTestKontuar()
  const { status, body } = await strict.ask('PUT', '/sms-gateway', gatewaySettings(double.url))
  expect({ status, fields: body.fields }).toEqual({ status: 400, fields: { url: expect.stringContaining('https://') } })
  expect((await strict.ask('PUT', '/sms-gateway', gatewaySettings('https://192.168.1.20/send'))).body.fields.url).toContain('KONTUAR_PRIVATE_SMS=1')
  await strict.stop()
})
