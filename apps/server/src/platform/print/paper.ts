/** Sizes in points, 1/72 inch, as PDF counts. */
export interface PaperStyle {
  width: number
  height: number
  /** No content nearer to the edge: printers leave 5 mm blank, and a crooked cut takes 2 more. */
  safe: number
  gap: number
  logo: { width: number, height: number }
  title: { most: number, least: number, lines: number }
  text: { most: number, least: number, lines: number }
  url: { most: number, least: number, lines: number }
  footer: { most: number, least: number, lines: number }
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
    title: { most: 46, least: 24, lines: 4 },
    text: { most: 19, least: 12, lines: 6 },
    url: { most: 14, least: 9, lines: 3 },
    footer: { most: 16, least: 11, lines: 3 },
    panel: { most: 148 * mm, least: 80 * mm },
  },
  // Stood on a table.
  A6: {
    width: 105 * mm, height: 148 * mm, safe: 8 * mm, gap: 5.5 * mm,
    logo: { width: 52 * mm, height: 12 * mm },
    title: { most: 23, least: 12, lines: 4 },
    text: { most: 10.5, least: 7.5, lines: 6 },
    url: { most: 8.5, least: 6, lines: 3 },
    footer: { most: 9, least: 7, lines: 3 },
    panel: { most: 72 * mm, least: 44 * mm },
  },
}
