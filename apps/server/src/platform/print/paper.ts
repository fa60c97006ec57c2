/** Letters from `most` down to `least`; down to `fewLeast` in at most `few` lines, below it in as many as `lines`. */
export interface BlockStyle {
  most: number
  few: number
  fewLeast: number
  least: number
  lines: number
}

/** Sizes in points, 1/72 inch, as PDF counts. */
export interface PaperStyle {
  width: number
  height: number
  /** No content nearer to the edge: printers leave 5 mm blank, and a crooked cut takes 2 more. */
  safe: number
  gap: number
  logo: { width: number, height: number }
  title: BlockStyle
  text: BlockStyle
  url: BlockStyle
  footer: BlockStyle
  /** Side of the coloured panel that holds the code. */
  panel: { most: number, least: number }
}

export const mm = 72 / 25.4

export type Paper = 'A4' | 'A6'

export const papers: Record<Paper, PaperStyle> = {
  // Hung on a wall: read from two metres, scanned from one.
  A4: {
    width: 210 * mm, height: 297 * mm, safe: 16 * mm, gap: 11 * mm,
    logo: { width: 100 * mm, height: 24 * mm },
    title: { most: 56, few: 2, fewLeast: 36, least: 20, lines: 6 },
    text: { most: 19, few: 3, fewLeast: 17, least: 12, lines: 6 },
    url: { most: 14, few: 1, fewLeast: 10, least: 8, lines: 3 },
    footer: { most: 16, few: 1, fewLeast: 13, least: 11, lines: 3 },
    panel: { most: 152 * mm, least: 86 * mm },
  },
  // Stood on a table.
  A6: {
    width: 105 * mm, height: 148 * mm, safe: 8 * mm, gap: 5.5 * mm,
    logo: { width: 52 * mm, height: 12 * mm },
    title: { most: 27, few: 2, fewLeast: 18, least: 10, lines: 6 },
    text: { most: 10.5, few: 3, fewLeast: 9.5, least: 7.5, lines: 6 },
    url: { most: 8.5, few: 1, fewLeast: 6.5, least: 6, lines: 3 },
    footer: { most: 9, few: 1, fewLeast: 8, least: 7, lines: 3 },
    panel: { most: 74 * mm, least: 42 * mm },
  },
}
