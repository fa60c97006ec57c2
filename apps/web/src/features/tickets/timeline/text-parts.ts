// Cuts the text of a message at its folds and finds the web addresses in it.
import type { Interaction } from '@kontuar/contracts'

export interface TextPart { kind: 'text' | 'quote' | 'signature'; text: string }

/** The whole text in order; what lies between the named segments is text. Nothing is ever left out. */
export function textParts(text: string, folds: Interaction['folds']): TextPart[] {
  const parts: TextPart[] = []
  const add = (kind: TextPart['kind'], from: number, to: number) => {
    const piece = text.slice(from, to)
    const last = parts.at(-1)
    if (last && (last.kind === kind || piece.trim() === '')) last.text += piece
    else if (piece.trim() !== '' || last) parts.push({ kind, text: piece })
  }
  let at = 0
  for (const { kind, from, to } of [...folds].sort((a, b) => a.from - b.from)) {
    if (to <= Math.max(at, from)) continue
    add('text', at, Math.max(at, from))
    add(kind, Math.max(at, from), to)
    at = to
  }
  add('text', at, text.length)
  return parts
}

export interface Linked { text: string; href?: string }

const address = /https?:\/\/[^\s<>"„”«»]+|(?<![\p{L}\d._%+-])[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu
const count = (text: string, char: string) => text.split(char).length - 1

/** A full stop after an address belongs to the sentence, and a bracket that the address did not open. */
function withoutSentence(address: string): string {
  let end = address.length
  for (; end > 0; end--) {
    const rest = address.slice(0, end)
    if (rest.endsWith(')') ? count(rest, ')') <= count(rest, '(') : !/[.,;:!?'’]$/u.test(rest)) break
  }
  return address.slice(0, end)
}

export function linked(text: string): Linked[] {
  const pieces: Linked[] = []
  let at = 0
  for (const { 0: found, index } of text.matchAll(address)) {
    const shown = withoutSentence(found)
    if (shown === '') continue
    if (index > at) pieces.push({ text: text.slice(at, index) })
    pieces.push({ text: shown, href: /^https?:/i.test(shown) ? shown : `mailto:${shown}` })
    at = index + shown.length
  }
  if (at < text.length) pieces.push({ text: text.slice(at) })
  return pieces
}

/** Whether a mail is better shown as its HTML: it has no text, or it is laid out (a newsletter, an order with a table). */
export function prefersHtml({ html, text, mailClass }: Pick<Interaction, 'html' | 'text' | 'mailClass'>): boolean {
  if (html === null) return false
  if (text.trim() === '') return true
  return mailClass === 'list' || /<table[\s>]/i.test(html)
}
