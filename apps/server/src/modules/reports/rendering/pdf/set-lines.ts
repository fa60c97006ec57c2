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
  const put = (text: string, span: Span) => {
    const kind = span.weight ?? weight
    const last = line.spans.at(-1)
    if (last && last.weight === kind && last.link === (span.link ?? null) && last.colour === (span.colour ?? null)) last.text += text
    else line.spans.push({ text, weight: kind, colour: span.colour ?? null, link: span.link ?? null, x: 0, width: 0 })
    line.width += widthOf(text, kind, size, features)
  }

  for (const span of spans) {
    const kind = span.weight ?? weight
    const paragraphs = span.text.split('\n')
    for (const [index, paragraph] of paragraphs.entries()) {
      if (index > 0) end()
      if (cut) break
      for (const word of paragraph.split(wordBreaks)) {
        if (word === '') continue
        if (line.width + widthOf(word.trimEnd(), kind, size, features) <= width) { put(word, span); continue }
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

/** Parts of a word that each fit. Letters of a word get a hyphen, an address does not: nobody could tell whether it belongs to it. */
function broken(word: string, width: number, measure: (text: string) => number): string[] {
  const hyphen = /^[\p{L}\p{M}’'-]+[.,;:!?…”»)]*\s*$/u.test(word) ? '-' : ''
  const parts: string[] = []
  let [part, used] = ['', measure(hyphen)]
  for (const letter of word) {
    const wide = measure(letter)
    if (part !== '' && used + wide > width) {
      parts.push(part + hyphen)
      part = ''
      used = measure(hyphen)
    }
    part += letter
    used += wide
  }
  if (part !== '') parts.push(part)
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
