// A self-signed X.509 certificate (RFC 5280), written by hand in DER: Node signs, but makes no certificates,
// and openssl is not on every machine. Enough for STARTTLS between mail servers, which do not check names
// unless they are told to (RFC 7435, opportunistic security).
import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

const tlv = (tag: number, ...content: Uint8Array[]): Buffer => {
  const body = Buffer.concat(content)
  if (body.length < 128) return Buffer.concat([Buffer.from([tag, body.length]), body])
  const length = Buffer.from(body.length.toString(16).padStart(body.length > 0xffff ? 6 : body.length > 0xff ? 4 : 2, '0'), 'hex')
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body])
}
const sequence = (...content: Uint8Array[]) => tlv(0x30, ...content)
const integer = (bytes: Uint8Array) => tlv(0x02, bytes)
const utf8 = (text: string) => tlv(0x0c, Buffer.from(text))
/** RFC 5280 4.1.2.5: UTCTime until 2049, GeneralizedTime from 2050. */
const time = (at: Date) => {
  const digits = at.toISOString().replace(/\.\d+Z$/, 'Z').replace(/[-:T]/g, '')
  return at.getUTCFullYear() < 2050 ? tlv(0x17, Buffer.from(digits.slice(2))) : tlv(0x18, Buffer.from(digits))
}
const objectId = (hex: string) => tlv(0x06, Buffer.from(hex, 'hex'))

const sha256WithRsa = sequence(objectId('2a864886f70d01010b'), tlv(0x05))
const commonName = objectId('550403')
const subjectAltName = objectId('551d11')

export interface Certificate { cert: string; key: string }

/** PEM, RSA 2048 (the oldest mail servers in use still know it), valid from yesterday. */
export function makeSelfSigned(host: string, now: Date, years = 10): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const name = sequence(tlv(0x31, sequence(commonName, utf8(host.slice(0, 64)))))
  const serial = randomBytes(16)
  serial[0] = (serial[0]! & 0x3f) | 0x40
  const from = new Date(now.getTime() - 86_400_000)
  const to = new Date(now)
  to.setUTCFullYear(to.getUTCFullYear() + years)
  const names = sequence(sequence(subjectAltName, tlv(0x04, sequence(tlv(0x82, Buffer.from(host, 'latin1'))))))
  const body = sequence(
    tlv(0xa0, integer(Buffer.from([2]))), integer(serial), sha256WithRsa, name, sequence(time(from), time(to)), name,
    publicKey.export({ type: 'spki', format: 'der' }), tlv(0xa3, names),
  )
  const certificate = sequence(body, sha256WithRsa, tlv(0x03, Buffer.from([0]), sign('sha256', body, privateKey)))
  return { cert: pem('CERTIFICATE', certificate), key: exportKey(privateKey) }
}

const exportKey = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString()
const pem = (label: string, der: Buffer): string => `-----BEGIN ${label}-----\n${der.toString('base64').match(/.{1,64}/g)!.join('\n')}\n-----END ${label}-----\n`
