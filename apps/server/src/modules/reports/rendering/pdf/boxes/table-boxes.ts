// Tables that go on over pages, their head again on each; rows are never divided, so a cell has at most so many lines.
import { printableLine } from '../../../../../platform/print/fonts.ts'
import { wordBreaks } from '../../../../../platform/print/fit-text.ts'
import { tabular, widthOf } from '../faces.ts'
import type { Box, Group } from '../box.ts'
import { across, paint, tall } from '../page.ts'
import { setLines, type Line } from '../set-lines.ts'
import type { Cell, Column } from '../../outline/outline.ts'

const [size, headSize, leading, pad] = [8.6, 7.6, 1.36, 8] as const
const mostLines = 5

export function tableBoxes(columns: readonly Column[], rows: readonly (readonly Cell[])[], sect: Group, { gap = 8 } = {}): Box[] {
  const widths = columnWidths(columns, rows)
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
      return setLines(cell.href === undefined ? printableLine(cell.text) : [{ text: printableLine(cell.text), link: cell.href, colour: paint.link }], { width: roomOf(index), size, weight: cell.bold ? 'semibold' : 'regular', features: column.number ? tabular : null, most: mostLines })
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
  return keptTogether(boxes)
}

/** So short a table stands on one page. */
const shortTable = tall * 0.36

/** No head alone at the foot of a page, and no single row on the next one; a short one is not divided at all. */
export function keptTogether(boxes: Box[]): Box[] {
  const short = boxes.reduce((sum, { height }) => sum + height, 0) <= shortTable
  boxes.forEach((box, index) => { if (index < boxes.length - 1 && (short || index === boxes.length - 2)) box.keep = true })
  return boxes
}

/** By their shares; a column whose words would be broken, or whose cells need more lines than one, gets what others have left. */
function columnWidths(columns: readonly Column[], rows: readonly (readonly Cell[])[]): number[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  const asked = columns.map(({ share }) => (share / total) * across)
  const measured = columns.map(({ name, number }, index) => {
    const cells = rows.map((row) => row[index]).filter((cell) => cell !== undefined)
    const each = (parts: (text: string) => string[]) => Math.max(0, ...parts(printableLine(name)).map((part) => widthOf(part, 'semibold', headSize)), ...cells.flatMap((cell) => parts(printableLine(cell.text)).map((part) => widthOf(part, cell.bold ? 'semibold' : 'regular', size, number ? tabular : null))))
    const room = index === columns.length - 1 ? 1 : pad + 1
    return { word: Math.min(each((text) => text.split(wordBreaks).map((word) => word.trimEnd())) + room, across * 0.3), whole: Math.min(each((text) => [text]) + room, across * 0.45) }
  })
  const dealt = deal(asked, measured.map(({ word }) => word))
  return deal(dealt, measured.map(({ word, whole }) => Math.max(word, whole)))
}

/** What some have beyond their need goes to those that lack; all of it if need be, in parts as they lack. */
function deal(widths: readonly number[], needs: readonly number[]): number[] {
  const over = widths.map((width, index) => Math.max(0, width - needs[index]!))
  const lack = widths.map((width, index) => Math.max(0, needs[index]! - width))
  const [given, taken] = [over, lack].map((list) => list.reduce((sum, each) => sum + each, 0)) as [number, number]
  const moved = Math.min(given, taken)
  return moved === 0 ? [...widths] : widths.map((width, index) => width - (over[index]! / given) * moved + (taken === 0 ? 0 : (lack[index]! / taken) * moved))
}
