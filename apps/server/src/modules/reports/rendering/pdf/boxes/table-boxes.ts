// Tables that go on over pages, their head again on each; rows are never divided, so a cell has at most so many lines.
import { printableLine } from '../../../../../platform/print/fonts.ts'
import { tabular } from '../faces.ts'
import type { Box, Group } from '../box.ts'
import { across, paint } from '../page.ts'
import { setLines, type Line } from '../set-lines.ts'
import type { Cell, Column } from '../../outline/outline.ts'

const [size, headSize, leading, pad] = [8.6, 7.6, 1.36, 8] as const
const mostLines = 5

export function tableBoxes(columns: readonly Column[], rows: readonly (readonly Cell[])[], sect: Group, { gap = 8 } = {}): Box[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (share / total) * across)
  const lefts = widths.map((_, index) => widths.slice(0, index).reduce((sum, each) => sum + each, 0))
  const table: Group = { type: 'Table' }
  const roomOf = (index: number) => Math.max(8, widths[index]! - (index === columns.length - 1 ? 0 : pad))
  const alignOf = (index: number) => (columns[index]!.number ? { align: 'right' as const, width: roomOf(index) } : {})

  const heads = columns.map(({ name }, index) => setLines(printableLine(name), { width: roomOf(index), size: headSize, weight: 'semibold', most: 3 }))
  const headHigh = Math.max(1, ...heads.map(({ length }) => length)) * headSize * leading + 7
  const paintHead: Box['paint'] = (pen, x, y, parent) => {
    const row = pen.element(parent, 'TR')
    heads.forEach((lines, index) => {
      const cell = pen.element(row, 'TH', { scope: 'Column' })
      // The last lines of all heads stand on one line.
      lines.forEach((line, at) => pen.line(cell, line, x + lefts[index]!, y + headHigh - 7 - (lines.length - 1 - at) * headSize * leading - 1, { size: headSize, colour: paint.soft, ...alignOf(index) }))
      cell.end()
    })
    row.end()
    pen.rule(x, y + headHigh - 1, across, paint.lineStrong, 0.8)
  }
  const head: Box = { height: headHigh, gap, keep: true, groups: [], paint: paintHead }
  table.head = { ...head, gap: 0 }
  const boxes: Box[] = [{ ...head, groups: [sect, table] }]
  for (const cells of rows) {
    const set = columns.map((column, index): Line[] => {
      const cell = cells[index] ?? { text: '' }
      return setLines(printableLine(cell.text), { width: roomOf(index), size, weight: cell.bold ? 'semibold' : 'regular', features: column.number ? tabular : null, most: mostLines })
    })
    const high = Math.max(1, ...set.map(({ length }) => length)) * size * leading + 7
    boxes.push({
      height: high, gap: 0, groups: [sect, table],
      paint: (pen, x, y, parent) => {
        const row = pen.element(parent, 'TR')
        set.forEach((lines, index) => {
          const cell = cells[index] ?? { text: '' }
          const element = pen.element(row, index === 0 ? 'TH' : 'TD', index === 0 ? { scope: 'Row' } : {})
          const colour = cell.tone === 'good' ? paint.good : cell.tone === 'bad' ? paint.bad : cell.soft ? paint.soft : paint.ink
          lines.forEach((line, at) => pen.line(element, line, x + lefts[index]!, y + 3.5 + (at + 0.5) * size * leading + pen.capHeight * size / 2, { size, colour, features: columns[index]!.number ? tabular : null, ...alignOf(index) }))
          element.end()
        })
        row.end()
        pen.rule(x, y + high, across)
      },
    })
  }
  // No head alone at the foot of a page, and no single row on the next one.
  const beforeLast = boxes.at(-2)
  if (beforeLast && boxes.length > 2) beforeLast.keep = true
  return boxes
}
