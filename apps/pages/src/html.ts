/*
 * HTML as a tagged template: whatever stands in ${…} is escaped unless it is Html itself, for text and for attributes
 * alike (they are always quoted, which html.test.ts holds the whole folder to). Forty lines instead of a library, since
 * nothing here is ever rendered twice in a browser: docs/adr/0020-public-pages.md.
 */

/** A piece of finished HTML. Only this file makes it. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

export type Piece = Html | string | number | null | undefined | false | readonly Piece[]

/** Nothing, false and null leave no trace; lists are joined. */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Html {
  let text = strings[0]!
  for (const [i, piece] of pieces.entries()) text += write(piece) + strings[i + 1]!
  return new Html(text)
}

/** HTML or CSS that we wrote ourselves. Never give it what somebody typed. */
export const trusted = (text: string): Html => new Html(text)

/** ` name` when it holds: `checked`, `disabled`. */
export const flag = (name: string, holds: boolean): Html => new Html(holds ? ` ${name}` : '')

/** ` name="value"`, or nothing where there is no value. */
export const attribute = (name: string, value: string | number | null | undefined | false): Html =>
  value === null || value === undefined || value === false ? new Html('') : new Html(` ${name}="${escapeHtml(String(value))}"`)

/** The address when it leads to a page or a letter box, else null: never `javascript:` or `data:`. */
export function safeUrl(address: string): string | null {
  const url = URL.parse(address)
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\0': '\uFFFD' }

export const escapeHtml = (text: string): string => text.toWellFormed().replace(/[&<>"'\0]/g, (character) => escapes[character]!)

function write(piece: Piece): string {
  if (piece instanceof Html) return piece.text
  if (Array.isArray(piece)) return piece.map(write).join('')
  if (piece === null || piece === undefined || piece === false) return ''
  return escapeHtml(String(piece))
}
