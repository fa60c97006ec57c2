// When are two mails the same mail? By what their sender wrote, not by the road they took.
//
// Every road adds trace headers (Received, Delivered-To, DKIM results), so those are left out; line ends are
// compared without CR and without the empty lines at the end, since IMAP servers keep neither faithfully.
// A mail whose sender gave neither Message-ID nor Date could be repeated on purpose: the day of its receipt is
// counted in, so only copies of the same day are taken for one.
import { createHash, type Hash } from 'node:crypto'

const counted = new Set(['from', 'to', 'cc', 'subject', 'date', 'message-id', 'in-reply-to', 'references', 'mime-version'])
/** A header longer than this is hashed as it is: nobody writes one, and it must not be held in memory. */
const mostHeaderBytes = 1024 * 1024

const headerEnd = (bytes: Buffer): number => {
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return at + 2
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3
  }
  return -1
}

export class Fingerprint {
  #hash: Hash = createHash('sha256')
  #header: Buffer[] | null = []
  #headerBytes = 0
  #lineEnds = 0
  #receivedAt: Date

  constructor(receivedAt: Date) {
    this.#receivedAt = receivedAt
  }

  update(chunk: Buffer): void {
    if (this.#header === null) return this.#body(chunk)
    this.#header.push(chunk)
    this.#headerBytes += chunk.length
    const bytes = this.#header.length === 1 ? chunk : Buffer.concat(this.#header)
    const end = headerEnd(bytes)
    if (end === -1 && this.#headerBytes < mostHeaderBytes) {
      this.#header = [bytes]
      return
    }
    this.#finishHeader(bytes.subarray(0, end === -1 ? bytes.length : end))
    if (end !== -1) this.#body(bytes.subarray(end))
  }

  /** Hexadecimal. Ends it. */
  digest(): string {
    if (this.#header !== null) this.#finishHeader(Buffer.concat(this.#header))
    return this.#hash.digest('hex')
  }

  #finishHeader(header: Buffer) {
    this.#header = null
    let dated = false
    // RFC 5322 2.2.3: a line that begins with space continues the one before.
    for (const line of header.toString('latin1').replace(/\r?\n(?=[ \t])/g, '').split(/\r?\n/)) {
      const colon = line.indexOf(':')
      const name = line.slice(0, colon).trim().toLowerCase()
      if (colon < 1 || !(counted.has(name) || name.startsWith('content-'))) continue
      if (name === 'date' || name === 'message-id') dated = true
      this.#hash.update(`${name}:${line.slice(colon + 1).trim()}\n`, 'latin1')
    }
    if (!dated) this.#hash.update(`received:${this.#receivedAt.toISOString().slice(0, 10)}\n`)
    this.#hash.update('\n')
  }

  #body(chunk: Buffer) {
    const bytes = chunk.includes(13) ? withoutCarriageReturns(chunk) : chunk
    let end = bytes.length
    while (end > 0 && bytes[end - 1] === 10) end--
    if (end > 0) {
      // Line ends are held back until something follows them.
      for (; this.#lineEnds > 0; this.#lineEnds -= Math.min(this.#lineEnds, 4096)) this.#hash.update('\n'.repeat(Math.min(this.#lineEnds, 4096)))
      this.#hash.update(bytes.subarray(0, end))
    }
    this.#lineEnds += bytes.length - end
  }
}

function withoutCarriageReturns(chunk: Buffer): Buffer {
  const kept = Buffer.allocUnsafe(chunk.length)
  let length = 0
  for (const byte of chunk) if (byte !== 13) kept[length++] = byte
  return kept.subarray(0, length)
}

export function fingerprintOf(raw: Buffer, receivedAt: Date): string {
  const fingerprint = new Fingerprint(receivedAt)
  fingerprint.update(raw)
  return fingerprint.digest()
}
