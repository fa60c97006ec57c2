/*
 * Who sends? `Kontuar-Signature: t=<unix seconds>,v1=<hex HMAC-SHA256 of "<t>.<raw body>">`, with the shop's secret as the key (its text,
 * as it was shown). The time is signed with the body, so that what somebody overheard is worth nothing five minutes later. Several v1 may
 * stand in it while a shop changes its secret. The same form as Stripe's, which libraries and people know.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Either way: clocks of shops go wrong in both directions. */
const toleranceSeconds = 300
const mostSignatures = 10

export type SignatureFault = 'missing' | 'unreadable' | 'too-old' | 'too-early' | 'wrong'

/** Null: it is theirs. @param now unix seconds */
export function checkSignature(header: string | undefined, body: Buffer, secret: string, now: number): SignatureFault | null {
  if (header === undefined || header.trim() === '') return 'missing'
  const read = readHeader(header)
  if (read === null) return 'unreadable'
  const expected = createHmac('sha256', secret).update(`${read.time}.`).update(body).digest()
  // All of them are looked at, whichever fits: how long it takes says nothing.
  let fits = false
  for (const given of read.signatures) if (timingSafeEqual(expected, given)) fits = true
  if (!fits) return 'wrong'
  if (Number(read.time) < now - toleranceSeconds) return 'too-old'
  return Number(read.time) > now + toleranceSeconds ? 'too-early' : null
}

function readHeader(header: string): { time: string; signatures: Buffer[] } | null {
  if (header.length > 2000) return null
  const parts = header.split(',').map((part) => part.trim().split('='))
  const times = parts.flatMap(([name, value]) => (name === 't' ? [value ?? ''] : []))
  const signatures = parts.flatMap(([name, value]) => (name === 'v1' && /^[0-9a-f]{64}$/i.test(value ?? '') ? [Buffer.from(value!, 'hex')] : []))
  if (times.length !== 1 || !/^\d{1,12}$/.test(times[0]!) || signatures.length === 0 || signatures.length > mostSignatures) return null
  return { time: times[0]!, signatures }
}

export const signatureSentences: Record<SignatureFault, string> = {
  missing: 'There is no signature: send the header Kontuar-Signature.',
  unreadable: 'The signature cannot be read: send "Kontuar-Signature: t=<unix seconds>,v1=<64 hexadecimal digits>".',
  wrong: 'The signature does not fit: sign "<t>.<body>", byte by byte as sent, with the secret of this shop.',
  'too-old': 'The signature is older than five minutes: sign each sending anew, and check the clock of the shop.',
  'too-early': 'The time of the signature lies more than five minutes ahead: check the clock of the shop.',
}
