/* Where lines break and how large letters can be. Headings are balanced: two lines of one length, not one and a word. */

import type { BlockStyle } from './paper.ts'

/** The width of a text in the font and size asked for. */
export type Measure = (text: string, size: number) => number

export interface FittedText {
  size: number
  lines: string[]
}

/**
 * The largest letters with which the text keeps to the width, to the style's lines, and to whole words. Null when even the
 * smallest do not. An address is broken where it has its parts, and anywhere when a part is too long.
 */
export function fitText(text: string, style: BlockStyle, { width, measure, address = false }: { width: number, measure: Measure, address?: boolean }): FittedText | null {
  const breaks = address ? addressBreaks : wordBreaks
  for (const [most, least, lines] of [[style.most, style.fewLeast, style.few], [Math.min(style.most, style.fewLeast), style.least, style.lines]] as const) {
    for (let step = 0; step <= 12 && most >= least; step++) {
      const size = most - (most - least) * step / 12
      const widthOf = (piece: string) => measure(piece, size)
      const broken = breakLines(text, breaks, width, widthOf)
      if (broken && broken.length <= lines) return { size, lines: balance(text, breaks, broken, width, widthOf) }
    }
  }
  if (!address) return null
  const broken = breakLines(text, /(?:)/u, width, (piece) => measure(piece, style.least))
  return broken && broken.length <= style.lines ? { size: style.least, lines: broken } : null
}

/** After blanks, hyphens, dashes and slashes. A no-break space is no blank. */
export const wordBreaks = /(?<=[ \-–—/])/u

/** Not after a hyphen: nobody could tell whether it belongs to the address. */
export const addressBreaks = /(?<=[/?&=])/u

/** A line keeps the blank it ends with: it parts the words when they are copied. Null when a single word is too wide. */
export function breakLines(text: string, breaks: RegExp, width: number, widthOf: (text: string) => number): string[] | null {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const piece of paragraph.split(breaks)) {
      if (widthOf((line + piece).trimEnd()) <= width) {
        line += piece
        continue
      }
      if (widthOf(piece.trimEnd()) > width) return null
      lines.push(line)
      line = piece
    }
    lines.push(`${line} `)
  }
  lines.push(lines.pop()!.trimEnd())
  return lines
}

/** The narrowest width that needs no more lines. */
function balance(text: string, breaks: RegExp, lines: string[], width: number, widthOf: (text: string) => number): string[] {
  let best = lines
  let [low, high] = [width / 2, width]
  for (let i = 0; i < 8; i++) {
    const middle = (low + high) / 2
    const narrower = breakLines(text, breaks, middle, widthOf)
    if (narrower && narrower.length <= lines.length) [best, high] = [narrower, middle]
    else low = middle
  }
  return best
}
