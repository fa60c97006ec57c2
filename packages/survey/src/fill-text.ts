/*
 * Facts of the contact in a text: "Jak oceniasz wizytę, {{customer.firstName|drogi kliencie}}?". What is not known leaves
 * neither a hole nor a lone comma. The result is plain text: whoever shows it escapes it.
 */
import { own } from './json.ts'

export const pipeNames = [
  'customer.name', 'customer.firstName', 'staff.name', 'location.name', 'organization.name',
  'ticket.number', 'ticket.subject', 'interaction.date', 'product', 'order',
] as const
export type PipeName = (typeof pipeNames)[number]

// Neither a brace nor a line end within: an unclosed one stays a text and costs no search to the end.
const placeholder = /\{\{([^{}|\n]{1,80})(?:\|([^{}\n]{0,200}))?\}\}/g
const known: ReadonlySet<string> = new Set(pipeNames)

/** Names in a text that are no facts. */
export function unknownFacts(text: string): string[] {
  return [...text.matchAll(placeholder)].map(([, name]) => name!.trim()).filter((name) => !known.has(name))
}

/** A fact with no value (empty, unknown, blank) gives its fallback, or nothing. Values are never read as placeholders again. */
export function fillText(text: string, facts: Readonly<Record<string, string | null | undefined>>): string {
  if (!text.includes('{{')) return text
  let filled = ''
  let end = 0
  let gap = false
  const append = (piece: string) => {
    filled = gap ? closeGap(filled, piece) : filled + piece
    gap &&= piece === ''
  }
  for (const match of text.matchAll(placeholder)) {
    append(text.slice(end, match.index))
    end = match.index + match[0].length
    const fact = own(facts, match[1]!.trim())
    const value = tidy(typeof fact === 'string' ? fact : '') || tidy(match[2] ?? '')
    if (value === '') gap = true
    else append(value)
  }
  append(text.slice(end))
  return gap ? trimBefore(filled) : filled
}

/** Control signs of a foreign system would break a subject line. */
const tidy = (value: string) => value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
const trimBefore = (text: string) => text.replace(/[\s,–—-]+$/u, '')

/** Joins what stood on both sides of something that fell away. */
function closeGap(before: string, after: string): string {
  if (after === '') return before
  // "Anna, thank you" without Anna begins with "Thank you".
  if (/(?:^|[.!?…]\s|\n\s*)$/u.test(before)) return before + after.replace(/^[\s,;:–—-]+/u, '').replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase())
  if (/^\s*[.,;:!?…)]/u.test(after)) return trimBefore(before) + after.trimStart()
  return /\s$/u.test(before) ? before + after.trimStart() : before + after
}
