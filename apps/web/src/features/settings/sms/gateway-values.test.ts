// Guards the form of the gateway: what is kept secret is sent only when typed anew, and a slip is named before it is sent.
import type { SmsGateway } from '@kontuar/contracts'
import { expect, test } from 'vitest'
import { bodyOf, faults, formTemplate, valuesOf, type Fault, type GatewayValues } from './gateway-values.ts'

const stored: SmsGateway = {
  active: true, url: 'https://g.example/send', method: 'POST', contentType: 'json', template: '{"to":"{{to}}","text":"{{text}}"}', sender: 'Salon', successContains: null, idPath: 'id', repeatable: false, perNumberDaily: 3, perDay: 1000,
  headers: [{ name: 'Authorization', secret: true, value: null }, { name: 'X-Plain', secret: false, value: 'a' }], hasSecret: false, state: { sending: 'ok', detail: null, at: null }, updatedAt: '2026-11-29T12:00:00.000Z',
}
const values = (given: Partial<GatewayValues> = {}): GatewayValues => ({ ...valuesOf(stored), ...given })

test('what is stored comes back as it was, its secrets left out', () => {
  const { hasSecret: _h, state: _s, updatedAt: _u, ...rest } = stored
  expect(bodyOf(valuesOf(stored))).toEqual({ ...rest, headers: [{ name: 'Authorization', secret: true }, { name: 'X-Plain', secret: false, value: 'a' }] })
})
test('a secret typed anew is sent, empty fields are none', () => {
  const body = bodyOf(values({ secret: 'new', successContains: ' ', idPath: '', headers: [{ name: ' Authorization ', secret: true, kept: true, value: 'Bearer new' }] }))
  expect(body).toMatchObject({ secret: 'new', successContains: null, idPath: null, headers: [{ name: 'Authorization', secret: true, value: 'Bearer new' }] })
})
test('a fresh form is sound but for its address', () => {
  const fresh = valuesOf(null)
  expect([faults.url(fresh), faults.template(fresh, false), faults.headers(fresh), faults.repeatable(fresh), faults.perNumberDaily(fresh), faults.perDay(fresh)]).toEqual(['url', null, null, null, null, null])
  expect(faults.template({ ...fresh, contentType: 'form', template: formTemplate }, false)).toBeNull()
})
test.each<[string, (v: GatewayValues) => Fault | null, Partial<GatewayValues>, Fault]>([
  ['an address without https', faults.url, { url: 'gateway.example' }, 'url'],
  ['a password in the address', faults.url, { url: 'https://a:b@gateway.example' }, 'url'],
  ['no JSON', (v) => faults.template(v, false), { template: '{"to": {{to}}, "t": {{text}}}' }, 'templateJson'],
  ['no text', (v) => faults.template(v, false), { template: '{"to":"{{to}}"}' }, 'templateText'],
  ['no number', (v) => faults.template(v, false), { template: '{"t":"{{text}}"}' }, 'templateTo'],
  ['an unknown placeholder', (v) => faults.template(v, false), { template: '{"t":"{{text}} {{name}}"}' }, 'templateUnknown'],
  ['a secret that is not there', (v) => faults.template(v, false), { template: '{"to":"{{to}}","t":"{{text}}","k":"{{secret}}"}' }, 'templateSecret'],
  ['a header twice', faults.headers, { headers: [{ name: 'A', secret: false, kept: false, value: 'x' }, { name: 'a', secret: false, kept: false, value: 'y' }] }, 'headers'],
  ['a header with a blank', faults.headers, { headers: [{ name: 'X A', secret: false, kept: false, value: 'x' }] }, 'headers'],
  ['a header without value', faults.headers, { headers: [{ name: 'A', secret: true, kept: false, value: '' }] }, 'headerValue'],
  ['a repetition nobody can tell', faults.repeatable, { repeatable: true }, 'repeatable'],
  ['no limit', faults.perDay, { perDay: '' }, 'day'],
])('%s is named', (_, check, given, fault) => expect(check(values(given))).toBe(fault))
