/* Where lines break and how large letters can be. Headings are balanced: two lines of one length, not one and a word. */

/** The width of a text in the font and size asked for. */
export type Measure = (text: string, size: number) => number

export interface FittedText {
  size: number
  lines: string[]
}

/**
 * The largest size, from `most` down to `least`, at which the text has at most so many lines and no word is cut. Null when
 * even the least does not do; with `cut`, words may then be cut (an address has no better places).
 */
export function fitText(text: string, { width, most, least, lines, measure, cut = false }: { width: number, most: number, least: number, lines: number, measure: Measure, cut?: boolean }): FittedText | null {
  for (let step = 0; step <= 20; step++) {
    const size = most - (most - least) * step / 20
    const widthOf = (piece: string) => measure(piece, size)
    const broken = breakLines(text, width, widthOf)
    if (broken && broken.length <= lines) return { size, lines: balance(text, broken, width, widthOf) }
  }
  if (!cut) return null
  const broken = breakLines([...text].join('\u200b'), width, (piece) => measure(piece.replaceAll('\u200b', ''), least))?.map((line) => line.replaceAll('\u200b', ''))
  return broken && broken.length <= lines ? { size: least, lines: broken } : null
}

/** After blanks, hyphens, dashes, slashes and the marks that part an address. A no-break space is none. */
const breaks = /(?<=[ \u200b\-–—/?&=])(?!$)/u

/** Null when a single word is wider than the line. */
export function breakLines(text: string, width: number, widthOf: (text: string) => number): string[] | null {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const piece of paragraph.split(breaks)) {
      if (widthOf((line + piece).trimEnd()) <= width) {
        line += piece
        continue
      }
      if (widthOf(piece.trimEnd()) > width) return null
      lines.push(line.trimEnd())
      line = piece
    }
    lines.push(line.trimEnd())
  }
  return lines
}

/** The narrowest width that needs no more lines. */
function balance(text: string, lines: string[], width: number, widthOf: (text: string) => number): string[] {
  let best = lines
  let [low, high] = [width / 2, width]
  for (let i = 0; i < 8; i++) {
    const middle = (low + high) / 2
    const narrower = breakLines(text, middle, widthOf)
    if (narrower && narrower.length <= lines.length) [best, high] = [narrower, middle]
    else low = middle
  }
  return best
}
