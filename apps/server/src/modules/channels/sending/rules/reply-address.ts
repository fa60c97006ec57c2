// Two signed marks by which an answer finds its ticket when a mail program drops Message-IDs: the reply
// address (office+t12.k7f2x9qa@…) and the marker at the end of the body ([#12-k7f2x9qa]).
//
// Signed, because a number alone can be guessed. Forty bits of the digest in lower-case base32 (RFC 4648):
// mail systems change the case of addresses, and a guess costs one mail each.
import type { Crypto } from '../../../../platform/crypto/seal.ts'

type Signing = Pick<Crypto, 'sign'>

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const markInAddress = /\+t(\d{1,12})\.([a-z2-7]{8})@[^@]*$/i
const markInBody = /\[#(\d{1,12})-([a-z2-7]{8})\]/gi
/** A text may quote many older mails; more marks than this are somebody's game. */
const mostMarks = 50

/** The address with the ticket's signed tag: `office@firma.pl` → `office+t12.k7f2x9qa@firma.pl`. */
export function makeReplyAddress(crypto: Signing, orgId: number, address: string, ticketNumber: number): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}+t${ticketNumber}.${mark(crypto, 'reply-address', orgId, ticketNumber)}${address.slice(at)}`
}

/** The ticket number of the first address that carries a tag signed for this organization, else null. */
export function readReplyAddress(crypto: Signing, orgId: number, addresses: readonly string[]): number | null {
  for (const address of addresses) {
    const found = markInAddress.exec(address)
    if (found && isOurs(crypto, 'reply-address', orgId, found[1]!, found[2]!)) return Number(found[1])
  }
  return null
}

/** `[#12-k7f2x9qa]` */
export const makeBodyMarker = (crypto: Signing, orgId: number, ticketNumber: number): string =>
  `[#${ticketNumber}-${mark(crypto, 'body-marker', orgId, ticketNumber)}]`

/** The ticket number of the first marker in the text that was signed for this organization, else null. */
export function readBodyMarker(crypto: Signing, orgId: number, text: string): number | null {
  let seen = 0
  for (const found of text.matchAll(markInBody)) {
    if (isOurs(crypto, 'body-marker', orgId, found[1]!, found[2]!)) return Number(found[1])
    if (++seen === mostMarks) break
  }
  return null
}

function mark(crypto: Signing, purpose: string, orgId: number, ticketNumber: number): string {
  let bits = 0n
  for (const byte of Buffer.from(crypto.sign(`${orgId}:${ticketNumber}`, purpose), 'base64url').subarray(0, 5)) bits = (bits << 8n) | BigInt(byte)
  let text = ''
  for (let i = 0; i < 8; i++, bits >>= 5n) text = alphabet[Number(bits & 31n)]! + text
  return text
}

/** Compared in plain time: an attacker sees no timing over mail. */
const isOurs = (crypto: Signing, purpose: string, orgId: number, number: string, given: string): boolean =>
  mark(crypto, purpose, orgId, Number(number)) === given.toLowerCase()
