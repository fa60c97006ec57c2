// Guards the encryption against the worked example of RFC 8291 (section 5 and appendix A), and against keys that are none.
import { createECDH } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makePushBrowser, decryptPush } from '../testing.ts'
import { encryptPush, readKeys } from './encrypt.ts'

const bytes = (text: string) => Buffer.from(text, 'base64url')
const example = {
  text: 'When I grow up, I want to be a watermelon',
  ownPrivate: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  ownPublic: 'BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8',
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  body: 'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
}

test('the example of RFC 8291 comes out byte by byte', () => {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(bytes(example.ownPrivate))
  expect(pair.getPublicKey().toString('base64url')).toBe(example.ownPublic)
  expect(encryptPush(example.text, example, { salt: bytes(example.salt), pair, padTo: 0 }).toString('base64url')).toBe(example.body)
})

test('the browser reads what was written, in every script', () => {
  const browser = makePushBrowser('https://push.example/1')
  for (const text of ['{}', 'Zażółć gęślą jaźń', 'Обращение № 12', '🦓'.repeat(200)]) expect(decryptPush(encryptPush(text, browser.keys), browser)).toBe(text)
})

test('two texts of different length look alike from outside, and the same text twice looks different', () => {
  const { keys } = makePushBrowser('https://push.example/1')
  expect(encryptPush('a', keys)).toHaveLength(encryptPush('a'.repeat(900), keys).length)
  expect(encryptPush('a', keys).equals(encryptPush('a', keys))).toBe(false)
})

describe('keys that are none', () => {
  const good = makePushBrowser('https://push.example/1').keys
  const off = Buffer.from(good.p256dh, 'base64url')
  off[64] = off[64]! ^ 1
  test.each([
    ['empty', { ...good, p256dh: '' }], ['too short a point', { ...good, p256dh: good.p256dh.slice(0, 40) }], ['a point that is not on the curve', { ...good, p256dh: off.toString('base64url') }],
    ['a compressed point', { ...good, p256dh: Buffer.concat([Buffer.from([2]), Buffer.alloc(64, 7)]).toString('base64url') }], ['too short a secret', { ...good, auth: 'AAAA' }], ['nonsense', { p256dh: '<script>', auth: '" or 1=1' }],
  ])('%s are refused', (_, keys) => { expect(() => readKeys(keys)).toThrow(/p256dh|auth|key/i) })
})

test('a text that does not fit into one record is refused', () => {
  expect(() => encryptPush('x'.repeat(4000), makePushBrowser('https://push.example/1').keys)).toThrow('one record')
})
