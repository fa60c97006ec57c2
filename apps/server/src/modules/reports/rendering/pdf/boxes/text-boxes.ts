// Headings, paragraphs, lists, sentences: everything that is lines of letters.
import { markOf, readTextBlocks, type Words } from '@kontuar/charts'
import { printableLine, printableText } from '../../../../../platform/print/fonts.ts'
import type { Box, Group } from '../box.ts'
import { across, paint } from '../page.ts'
import { setLines, type Line, type Span, type Setting } from '../set-lines.ts'

export const spansOf = (words: readonly Words[]): Span[] => words.map(({ text, bold, link }) => ({ text: printableKeepingEnds(text), ...(bold ? { weight: 'semibold' as const } : {}), ...(link === null ? {} : { link, colour: paint.link }) }))
/** Cleaning takes blanks from both ends; between two spans they part words. */
const printableKeepingEnds = (text: string): string => `${/^[ \t]/.test(text) ? ' ' : ''}${printableText(text)}${text.trim() !== '' && /[ \t]$/.test(text) ? ' ' : ''}`

interface LineStyle { size: number; leading: number; colour?: string; indent?: number; width?: number; gap: number; groups: readonly Group[] }
/** One box a line, so that a paragraph may go on on the next page; two lines at least stay together at each end. */
export function lineBoxes(lines: readonly Line[], { size, leading, colour = paint.ink, indent = 0, gap, groups }: LineStyle): Box[] {
  const high = size * leading
  return lines.map((line, index): Box => ({
    height: high, gap: index === 0 ? gap : 0, groups, keep: index < lines.length - 1 && (index === 0 || index === lines.length - 2),
    paint: (pen, x, y, parent) => pen.line(parent, line, x + indent, y + (high + pen.capHeight * size) / 2, { size, colour }),
  }))
}

export function headingBoxes(title: string, sect: Group, { outline }: { outline: boolean }): Box[] {
  const text = printableLine(title)
  const size = 13
  const lines = setLines(text, { width: across, size, weight: 'semibold', most: 3 })
  const groups: Group[] = [sect, { type: 'H2' }]
  return lines.map((line, index): Box => ({
    height: size * 1.32, gap: index === 0 ? 26 : 0, keep: true, groups,
    paint: (pen, x, y, parent) => {
      if (outline && index === 0) pen.document.outline.addItem(text, { expanded: false })
      pen.line(parent, line, x, y + size, { size, colour: paint.ink })
    },
  }))
}

export function richBoxes(text: string, sect: Group, { gap = 8, width = across, size = 10 }: { gap?: number; width?: number; size?: number } = {}): Box[] {
  const boxes: Box[] = []
  let list: Group | null = null
  for (const [index, block] of readTextBlocks(text).entries()) {
    const first = index === 0
    const indent = block.kind === 'paragraph' ? 0 : 16
    const setting: Setting = { width: width - indent, size }
    if (block.kind === 'paragraph') {
      list = null
      boxes.push(...lineBoxes(setLines(spansOf(block.words), setting), { size, leading: 1.46, gap: first ? gap : 7, groups: [sect, { type: 'P' }] }))
      continue
    }
    const began = list === null
    list ??= { type: 'L' }
    const item: Group[] = [sect, list, { type: 'LI' }, { type: 'LBody' }]
    const lines = lineBoxes(setLines(spansOf(block.words), setting), { size, leading: 1.46, indent, gap: first ? gap : began ? 6 : 3, groups: item })
    const [head] = lines
    if (head) lines[0] = { ...head, paint: (pen, x, y, parent) => { pen.line(parent, setLines(markOf(block), { width: 30, size })[0]!, x + (block.kind === 'bullet' ? 4 : 0), y + (size * 1.46 + pen.capHeight * size) / 2, { size, colour: paint.soft }); head.paint(pen, x, y, parent) } }
    boxes.push(...lines)
  }
  return boxes
}

/** Small and soft, below what it explains. */
export const noteBoxes = (notes: readonly string[], sect: Group, gap = 5): Box[] => notes.flatMap((note, index) => lineBoxes(setLines(printableLine(note), { width: across, size: 8.2 }), { size: 8.2, leading: 1.4, colour: paint.soft, gap: index === 0 ? gap : 1, groups: [sect, { type: 'P' }] }))

/** What changed, and whether it is real: a full mark where it is, an open one where it may be chance. */
export function summaryBoxes(sentences: readonly { text: string; real: boolean; tone: 'good' | 'bad' | 'neutral' }[], sect: Group): Box[] {
  const list: Group = { type: 'L' }
  const size = 10
  return sentences.flatMap(({ text, real, tone }, index) => {
    const lines = lineBoxes(setLines(printableLine(text), { width: across - 18, size }), { size, leading: 1.46, indent: 18, gap: index === 0 ? 8 : 5, groups: [sect, list, { type: 'LI' }, { type: 'LBody' }] })
    const [head] = lines
    const colour = !real || tone === 'neutral' ? paint.quiet : tone === 'good' ? paint.good : paint.bad
    if (head) {
      lines[0] = {
        ...head, paint: (pen, x, y, parent) => {
          pen.artifact(() => {
            const middle = y + size * 0.73
            const { document } = pen
            if (!real) document.circle(x + 5, middle, 2.6).lineWidth(1).stroke(colour)
            else if (tone === 'bad') document.moveTo(x + 1.2, middle - 3).lineTo(x + 8.8, middle - 3).lineTo(x + 5, middle + 3.6).fill(colour)
            else if (tone === 'good') document.moveTo(x + 1.2, middle + 3).lineTo(x + 8.8, middle + 3).lineTo(x + 5, middle - 3.6).fill(colour)
            else document.circle(x + 5, middle, 3).fill(colour)
          })
          head.paint(pen, x, y, parent)
        },
      }
    }
    return lines
  })
}
