// What customers wrote, as quotations: their words first, then which score, when, where.
import { printableLine, printableText } from '../../../../../platform/print/fonts.ts'
import { shortened } from '../../outline/shortened.ts'
import type { ReportWords } from '../../words/index.ts'
import type { Section } from '../../outline/outline.ts'
import type { Box, Group } from '../box.ts'
import { across, paint } from '../page.ts'
import { setLines, type Span } from '../set-lines.ts'
import { lineBoxes } from './text-boxes.ts'

/** Who wrote more is read in the live view: a report is not the diary. */
const mostLetters = 1200
const indent = 14

export function quoteBoxes({ items }: Extract<Section, { kind: 'comments' }>, sect: Group, words: ReportWords): Box[] {
  return items.flatMap(({ line, by, href }, index) => {
    const quote: Group = { type: 'BlockQuote' }
    const low = line.score !== null && line.scaleMax !== null && line.score <= line.scaleMax * 0.6
    const text = lineBoxes(setLines(printableText(shortened(line.text, mostLetters)) || '–', { width: across - indent, size: 9.6 }), { size: 9.6, leading: 1.46, indent, gap: index === 0 ? 9 : 13, groups: [sect, quote, { type: 'P' }] })
    const became = line.becameOf === null || line.becameOf.trim() === '' ? null : printableLine(line.becameOf)
    const under: Span[] = became === null ? [{ text: printableLine(by) }] : [{ text: `${printableLine(`${by} · ${words.comments.becameOf}`)} ` }, { text: became, ...(href === undefined ? {} : { link: href, colour: paint.link }) }]
    const signed = lineBoxes(setLines(under, { width: across - indent, size: 8.2, most: 3 }), { size: 8.2, leading: 1.4, colour: paint.soft, indent, gap: 3, groups: [sect, quote, { type: 'P' }] })
    const last = text.at(-1)
    if (last) last.keep = true
    // The bar at the side runs along every line, over the gap above it as well.
    return [...text, ...signed].map((box, at): Box => ({ ...box, paint: (pen, x, y, parent) => { pen.ground(x + 1, y - (at === 0 || y < 1 ? 0 : box.gap), 2.2, box.height + (at === 0 ? 0 : box.gap), low ? paint.bad : paint.lineStrong); box.paint(pen, x, y, parent) } }))
  })
}
