// Says to a push service who sends (RFC 8292). The key pair is derived from the installation's secret: every process
// has the same one without keeping it anywhere, and a restored backup goes on pushing.
import { createECDH, createPrivateKey, sign, type KeyObject } from 'node:crypto'
import type { Crypto } from '../../../platform/crypto/seal.ts'

export interface Vapid {
  /** Base64url of the uncompressed point, for PushManager.subscribe({applicationServerKey}). */
  publicKey: string
  /** The value of the header Authorization for a push to this endpoint. */
  authorization(endpoint: string, now: Date): string
}

/** Order of P-256 (FIPS 186-5, SP 800-186 3.2.1.3): a private key lies between 1 and this less one. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
/** Services refuse a token that is valid for more than 24 hours. */
const validSeconds = 12 * 3600

/** @param subject where the push service finds who runs this: an https or a mailto address (RFC 8292 2.1) */
export function createVapid(crypto: Pick<Crypto, 'keyFor'>, subject: string): Vapid {
  const scalar = (BigInt(`0x${crypto.keyFor('vapid')}`) % (order - 1n)) + 1n
  const secret = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex')
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(secret)
  const point = pair.getPublicKey()
  const key = createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', d: base64url(secret), x: base64url(point.subarray(1, 33)), y: base64url(point.subarray(33)) } })
  const publicKey = base64url(point)
  return {
    publicKey,
    authorization: (endpoint, now) => `vapid t=${token(key, { aud: new URL(endpoint).origin, exp: Math.floor(now.getTime() / 1000) + validSeconds, sub: subject })}, k=${publicKey}`,
  }
}

/** The public address when it can be one, else a mailbox at it. */
export const subjectOf = (publicUrl: string): string => (publicUrl.startsWith('https://') ? publicUrl : `mailto:postmaster@${new URL(publicUrl).hostname}`)

/** JWT with ES256 (RFC 7515, 7518 3.4: the signature is r and s, not DER). */
function token(key: KeyObject, claims: object): string {
  const text = `${base64url(JSON.stringify({ typ: 'JWT', alg: 'ES256' }))}.${base64url(JSON.stringify(claims))}`
  return `${text}.${base64url(sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }))}`
}
const base64url = (value: string | Buffer) => Buffer.from(value).toString('base64url')
