// Encrypts a push for one browser (RFC 8291, content coding aes128gcm of RFC 8188): the push service carries it and cannot read it.
import { createCipheriv, createECDH, hkdfSync, randomBytes, type ECDH } from 'node:crypto'

/** As PushSubscription.toJSON() gives them, base64url: an uncompressed P-256 point of 65 bytes, and 16 random bytes. */
export interface BrowserKeys { p256dh: string; auth: string }

/** Everything is one record; a service must take 4096 bytes (RFC 8030 7.2). */
const recordSize = 4096
/** The kind of news must not show in the length. */
const paddedTo = 1024

/**
 * The body of the request to the push service.
 * @param given for test vectors alone: otherwise salt and key pair are fresh for each message
 * @throws when `keys` are none, or the text is too long
 */
export function encryptPush(text: string, keys: BrowserKeys, given: { salt?: Buffer; pair?: ECDH; padTo?: number } = {}): Buffer {
  const { p256dh, auth } = readKeys(keys)
  const salt = given.salt ?? randomBytes(16)
  const pair = given.pair ?? freshPair()
  const own = pair.getPublicKey()
  const secret = hkdf(pair.computeSecret(p256dh), auth, Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, own]), 32)
  const key = hkdf(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = hkdf(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const plain = Buffer.from(text)
  const padding = Math.max(0, (given.padTo ?? paddedTo) - plain.length)
  // 2: the last record (RFC 8188 2).
  const record = Buffer.concat([plain, Buffer.from([2]), Buffer.alloc(padding)])
  const header = Buffer.alloc(21)
  salt.copy(header)
  header.writeUInt32BE(recordSize, 16)
  header[20] = own.length
  if (header.length + own.length + record.length + 16 > recordSize) throw new RangeError('the text of a push must fit into one record')
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  return Buffer.concat([header, own, cipher.update(record), cipher.final(), cipher.getAuthTag()])
}

/** @throws when they are not a point of the curve and 16 bytes */
export function readKeys(keys: BrowserKeys): { p256dh: Buffer; auth: Buffer } {
  const [p256dh, auth] = [Buffer.from(keys.p256dh, 'base64url'), Buffer.from(keys.auth, 'base64url')]
  if (p256dh.length !== 65 || p256dh[0] !== 4) throw new TypeError('p256dh is no uncompressed point')
  if (auth.length !== 16) throw new TypeError('auth does not have 16 bytes')
  // Also refuses a point that is not on the curve, which would give away our key.
  freshPair().computeSecret(p256dh)
  return { p256dh, auth }
}

function freshPair(): ECDH {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  return pair
}
const hkdf = (secret: Buffer, salt: Buffer, info: Buffer, length: number) => Buffer.from(hkdfSync('sha256', secret, salt, info, length))
