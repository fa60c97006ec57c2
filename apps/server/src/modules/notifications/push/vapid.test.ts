// Guards that a push service believes who sends: one key pair per installation, a signature it can check, and the claims of RFC 8292.
import { createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { createCrypto } from '../../../platform/crypto/seal.ts'
import { subjectOf, createVapid } from './vapid.ts'

const vapid = createVapid(createCrypto('a secret of the installation'), 'https://desk.example')
const now = new Date('2026-03-01T10:00:00Z')

test('the signature holds for the public key, and the claims name the service, an end within a day, and us', () => {
  const [, jwt, key] = /^vapid t=([\w-]+\.[\w-]+\.[\w-]+), k=([\w-]+)$/.exec(vapid.authorization('https://push.example:8443/wpush/v2/abc?x=1', now))!
  const [header, claims, signature] = jwt!.split('.')
  const point = Buffer.from(key!, 'base64url')
  const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') } })
  expect(verify('sha256', Buffer.from(`${header}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature!, 'base64url'))).toBe(true)
  expect(JSON.parse(Buffer.from(header!, 'base64url').toString())).toEqual({ typ: 'JWT', alg: 'ES256' })
  expect(JSON.parse(Buffer.from(claims!, 'base64url').toString())).toEqual({ aud: 'https://push.example:8443', exp: 1772402400, sub: 'https://desk.example' })
  expect(key).toBe(vapid.publicKey)
})

test('the same secret gives the same key, another secret another, and each is a point browsers take', () => {
  expect(createVapid(createCrypto('a secret of the installation'), 'x').publicKey).toBe(vapid.publicKey)
  for (let n = 0; n < 50; n++) {
    const point = Buffer.from(createVapid(createCrypto(`secret number ${n} of many`), 'x').publicKey, 'base64url')
    expect([point.length, point[0]]).toEqual([65, 4])
  }
  expect(createVapid(createCrypto('another secret, just as long'), 'x').publicKey).not.toBe(vapid.publicKey)
})

test('a secret whose digest is beyond the order of the curve still gives a key', () => {
  for (const keyFor of ['f'.repeat(64), '0'.repeat(64), 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551']) expect(createVapid({ keyFor: () => keyFor }, 'x').publicKey).toHaveLength(87)
})

test('an installation without https names a mailbox', () => {
  expect(subjectOf('https://desk.example')).toBe('https://desk.example')
  expect(subjectOf('http://desk.example:3000')).toBe('mailto:postmaster@desk.example')
})
