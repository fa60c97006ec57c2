/* Text into lines of a width. A word that is wider than the line is broken: nothing ever leaves its column. */
import type { Weight } from '../../../../platform/print/fonts.ts'
import { wordBreaks } from '../../../../platform/print/fit-text.ts'
import { widthOf, type Features } from './faces.ts'

export interface Span { text: string; weight?: Weight; colour?: string; link?: string | null }
export interface SetSpan { text: string; weight: Weight; colour: string | null; link: string | null; x: number; width: number }
export interface Line { spans: SetSpan[]; width: number }
export interface Setting { width: number; size: number; weight?: Weight; features?: Features; /** Then the last one ends with an ellipsis. */ most?: number }

/** @param given already printable (platform/print) */
export function setLines(given: string | readonly Span[], { width, size, weight = 'regular', features = null, most = Infinity }: Setting): Line[] {
  const spans = typeof given === 'string' ? [{ text: given }] : given
  const lines: Line[] = []
  let line: Line = { spans: [], width: 0 }
  let cut = false
  const end = () => {
    trimEnd(line, size, features)
    lines.push(line)
    line = { spans: [], width: 0 }
    if (lines.length >= most) cut = true
  }
  const sameAsLast = (span: Span): SetSpan | null => {
    const last = line.spans.at(-1)
    return last && last.weight === (span.weight ?? weight) && last.link === (span.link ?? null) && last.colour === (span.colour ?? null) ? last : null
  }
  /** Of the line with the text added: letters that meet stand nearer or further than alone. */
  const widthWith = (text: string, span: Span) => {
    const last = sameAsLast(span)
    const kind = span.weight ?? weight
    return last ? line.width - widthOf(last.text, kind, size, features) + widthOf(last.text + text, kind, size, features) : line.width + widthOf(text, kind, size, features)
  }
  const put = (text: string, span: Span) => {
    const last = sameAsLast(span)
    line.width = widthWith(text, span)
    if (last) last.text += text
    else line.spans.push({ text, weight: span.weight ?? weight, colour: span.colour ?? null, link: span.link ?? null, x: 0, width: 0 })
  }

  for (const span of spans) {
    const kind = span.weight ?? weight
    const paragraphs = span.text.split('\n')
    for (const [index, paragraph] of paragraphs.entries()) {
      if (index > 0) end()
      if (cut) break
      for (const word of paragraph.split(wordBreaks)) {
        if (word === '') continue
        if (widthWith(word.trimEnd(), span) <= width) { put(word, span); continue }
        if (line.spans.length > 0) end()
        if (cut) break
        if (widthOf(word.trimEnd(), kind, size, features) <= width) { put(word, span); continue }
        for (const part of broken(word, width, (text) => widthOf(text, kind, size, features))) {
          if (line.spans.length > 0) end()
          if (cut) break
          put(part, span)
        }
      }
      if (cut) break
    }
    if (cut) break
  }
  if (cut) ellipsis(lines.at(-1)!, width, size, features)
  else if (line.spans.length > 0 || lines.length === 0) end()
  for (const { spans: each } of lines) place(each, size, features)
  return lines
}

const leastLetters = 3

/** Parts of a word that each fit. Letters of a word get a hyphen, an address does not: nobody could tell whether it belongs to it. */
function broken(word: string, width: number, measure: (text: string) => number): string[] {
  const hyphen = /^[\p{L}\p{M}’'-]+[.,;:!?…”»)]*\s*$/u.test(word) ? '-' : ''
  const parts: string[] = []
  let rest = Array.from(word)
  while (rest.length > 0) {
    // By letters alone first, which costs least; then as they really stand beside each other.
    let used = measure(hyphen)
    let count = 0
    while (count < rest.length && (count === 0 || used + measure(rest[count]!) <= width)) used += measure(rest[count++]!)
    while (count > 1 && measure(rest.slice(0, count).join('') + (count < rest.length ? hyphen : '')) > width) count--
    // No word ends with one letter of its own on a line.
    if (hyphen !== '' && count < rest.length && rest.length - count < leastLetters && count > leastLetters) count = Math.max(leastLetters, rest.length - leastLetters)
    parts.push(rest.slice(0, count).join('') + (count < rest.length ? hyphen : ''))
    rest = rest.slice(count)
  }
  return parts
}

function trimEnd(line: Line, size: number, features: Features): void {
  const last = line.spans.at(-1)
  if (!last) return
  last.text = last.text.trimEnd()
  line.width = line.spans.reduce((sum, { text, weight }) => sum + widthOf(text, weight, size, features), 0)
}

function ellipsis(line: Line, width: number, size: number, features: Features): void {
  const last = line.spans.at(-1)
  if (!last) return
  const before = line.spans.slice(0, -1).reduce((sum, { text, weight }) => sum + widthOf(text, weight, size, features), 0)
  let text = last.text.trimEnd()
  while (text !== '' && before + widthOf(`${text}…`, last.weight, size, features) > width) text = text.slice(0, -1).trimEnd()
  last.text = `${text}…`
  line.width = before + widthOf(last.text, last.weight, size, features)
}

function place(spans: SetSpan[], size: number, features: Features): void {
  let x = 0
  for (const span of spans) {
    span.x = x
    span.width = widthOf(span.text, span.weight, size, features)
    x += span.width
  }
}
