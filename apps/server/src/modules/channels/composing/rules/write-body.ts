// The body of an answer: what was written, the signatures, the marker, the quoted original. In text and HTML
// alike, with the offsets of signature and quote in the text, so that the diary can fold them.
import { sanitiseMailHtml, textFromHtml } from '@kontuar/mime'
import type { StoredFold } from '../../../diary/index.ts'
import type { Quote } from './quote.ts'

export interface BodyParts {
  text: string
  html: string
  /** HTML of staff member and mailbox; empty ones are left out. */
  signatures: readonly string[]
  marker: string | null
  quote: Quote | null
}
export interface WrittenBody { text: string; html: string; folds: StoredFold[] }

export function writeBody(parts: BodyParts): WrittenBody {
  const written = parts.text.trim()
  const signatures = parts.signatures.map((html) => ({ html: sanitiseMailHtml(html), text: textFromHtml(html).trim() }))
    .filter((s) => s.text !== '' && !stands(s.text, written))
  const below = [...signatures.map((s) => s.text), ...(parts.marker ? [parts.marker] : [])]
  const own = `${written}\n`
  // "-- " (RFC 3676 4.3) only above a signature: alone above a marker it would look like a torn mail.
  const signature = below.length === 0 ? '' : `\n${signatures.length > 0 ? '-- \n' : ''}${below.join('\n')}\n`
  const quote = parts.quote === null ? '' : `\n${parts.quote.text}\n`
  const html = [
    parts.html,
    signatures.length > 0 ? `<br><div class="gmail_signature">-- <br>${signatures.map((s) => s.html).join('<br>')}</div>` : '',
    parts.marker ? `<div style="color:#9a9a9a;font-size:11px">${parts.marker}</div>` : '',
    parts.quote === null ? '' : `<br>${parts.quote.html}`,
  ].join('')
  const [a, b, c] = [own.length, own.length + signature.length, own.length + signature.length + quote.length]
  return {
    text: own + signature + quote, html,
    folds: ([['text', 0, a], ['signature', a, b], ['quote', b, c]] satisfies StoredFold[]).filter(([, from, to]) => to > from),
  }
}

/** A composer may have put the signature in already; once is enough. */
const stands = (signature: string, text: string): boolean => flat(text).includes(flat(signature))
const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Plain text as HTML that looks the same. */
export const htmlFromText = (text: string): string =>
  `<div style="white-space:pre-wrap">${escapeHtml(text.trim()).replaceAll('\n', '<br>')}</div>`

export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!)
