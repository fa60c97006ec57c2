// Secrets at rest: AES-256-GCM under keys derived from the installation's secret, one per purpose.
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

export interface Crypto {
  /** Encrypts; `context` (for example "mailbox:<id>:imap") must be the same when opening, so a sealed value cannot be moved to another row. */
  seal(plain: string, context: string): string
  /** @throws when the value was changed, moved, or sealed under another secret. */
  open(sealed: string, context: string): string
  /** Keyed digest, base64url, 16 bytes: for addresses and ids that must not be guessable. */
  sign(text: string, purpose: string): string
  verify(text: string, purpose: string, signature: string): boolean
  /** A key of 32 bytes for one purpose, as hexadecimal. */
  keyFor(purpose: string): string
}

export function createCrypto(secret: string): Crypto {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'kontuar', purpose, 32))
  const sealing = key('seal')
  const signing = new Map<string, Buffer>()
  const sign = (text: string, purpose: string) => {
    const known = signing.get(purpose) ?? key(`sign:${purpose}`)
    signing.set(purpose, known)
    return createHmac('sha256', known).update(text).digest().subarray(0, 16).toString('base64url')
  }
  return {
    seal(plain, context) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed.replace(/^v1\./, ''), 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12)).setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
    sign,
    verify(text, purpose, signature) {
      const expected = Buffer.from(sign(text, purpose))
      const given = Buffer.from(signature)
      return expected.length === given.length && timingSafeEqual(expected, given)
    },
    keyFor: (purpose) => key(purpose).toString('hex'),
  }
}

/** Tokens are kept as digests only. They carry 256 random bits, so a plain digest is enough. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
export const randomToken = (): string => randomBytes(32).toString('base64url')
