// Locations (teams, people) against the network: a table whose bars are drawn, so that it may go on over pages.
import { thinned } from '../thinned.ts'
import { printableLine } from '../../../../../platform/print/fonts.ts'
import type { RankRow, Section } from '../../outline/outline.ts'
import type { ReportWords } from '../../words/index.ts'
import { tabular } from '../faces.ts'
import type { Box, Group } from '../box.ts'
import { across, paint } from '../page.ts'
import type { Pen, Section as Element } from '../pen.ts'
import { setLines } from '../set-lines.ts'
import { keptTogether } from './table-boxes.ts'

type Ranking = Extract<Section, { kind: 'ranking' }>
const [size, headSize, rowHigh] = [8.6, 7.6, 15.5] as const
const columns = { place: { x: 4, width: 20 }, name: { x: 30, width: 142 }, bar: { x: 180, width: across - 180 - 156 }, value: { x: across - 148, width: 52 }, margin: { x: across - 92, width: 58 }, n: { x: across - 34, width: 30 } } as const

export function rankingBoxes(ranking: Ranking, sect: Group, words: ReportWords): Box[] {
  const table: Group = { type: 'Table' }
  const heads = [[columns.place, words.place, false], [columns.name, ranking.dimension, false], [columns.value, words.sheet.value, true], ...(ranking.hasIntervals ? [[columns.margin, '±', true], [columns.n, 'n', true]] as const : [])] as const
  const paintHead: Box['paint'] = (pen, x, y, parent) => {
    const row = pen.element(parent, 'TR')
    for (const [{ x: left, width }, name, right] of heads) {
      const cell = pen.element(row, 'TH', { scope: 'Column' })
      // The place is a number alone: its head has no room for its name.
      const said = left === columns.place.x ? '#' : printableLine(name)
      pen.line(cell, setLines(said, { width, size: headSize, weight: 'semibold', most: 1 })[0]!, x + left, y + 9, { size: headSize, colour: paint.soft, ...(right ? { align: 'right' as const, width } : {}) })
      cell.end()
    }
    row.end()
    pen.rule(x, y + 14, across, paint.lineStrong, 0.8)
  }
  const head: Box = { height: 16, gap: 8, keep: true, groups: [sect, table], paint: paintHead }
  table.head = { ...head, gap: 0, groups: [] }
  const boxes: Box[] = [head, ...ranking.rows.map((row): Box => ({ height: rowHigh, gap: 0, groups: [sect, table], paint: (pen, x, y, parent) => paintRow(pen, parent, row, ranking, x, y) }))]
  return keptTogether(boxes)
}

function paintRow(pen: Pen, parent: Element, row: RankRow, { whole }: Ranking, x: number, y: number): void {
  const baseline = y + (rowHigh + pen.capHeight * size) / 2
  const element = pen.element(parent, 'TR')
  if (row.own) {
    pen.ground(x, y, across, rowHigh, thinned(paint.accent, 0.1))
    pen.ground(x, y, 2.4, rowHigh, paint.accent)
  }
  const put = ({ x: left, width }: { x: number; width: number }, text: string, { right = false, colour = paint.ink as string, head = false } = {}) => {
    const cell = pen.element(element, head ? 'TH' : 'TD', head ? { scope: 'Row' } : {})
    const line = setLines(printableLine(text), { width, size, weight: row.own ? 'semibold' : 'regular', features: right ? tabular : null, most: 1 })[0]!
    if (text !== '') pen.line(cell, line, x + left, baseline, { size, colour, features: right ? tabular : null, ...(right ? { align: 'right' as const, width } : {}) })
    cell.end()
  }
  put(columns.place, row.place === null ? '' : String(row.place), { colour: paint.soft })
  put(columns.name, row.name, { head: true, colour: row.few ? paint.soft : paint.ink })
  if (row.few || row.gap) put({ x: columns.bar.x, width: across - columns.bar.x - 4 }, row.value, { colour: paint.soft, right: true })
  else {
    put(columns.value, row.value, { right: true })
    put(columns.margin, row.margin, { right: true, colour: paint.soft })
    put(columns.n, row.n, { right: true, colour: paint.soft })
  }
  element.end()
  const { bar, outside } = row
  if (bar === null) return
  pen.artifact(() => {
    const { document } = pen
    const at = (share: number) => x + columns.bar.x + share * columns.bar.width
    const middle = y + rowHigh / 2
    const colour = outside?.tone === 'good' ? thinned(paint.good, 0.7) : outside?.tone === 'bad' ? thinned(paint.bad, 0.7) : row.own ? paint.accent : thinned(paint.accent, 0.5)
    document.rect(Math.min(at(bar.zero), at(bar.end)), middle - 3.6, Math.max(0.6, Math.abs(at(bar.end) - at(bar.zero))), 7.2).fill(colour)
    if (whole !== null) document.lineWidth(0.7).strokeColor(paint.soft).dash(2, { space: 2 }).moveTo(at(whole.share), y).lineTo(at(whole.share), y + rowHigh).stroke().undash()
    if (bar.low !== null && bar.high !== null) document.lineWidth(1).strokeColor(paint.ink).moveTo(at(bar.low), middle).lineTo(at(bar.high), middle).stroke()
  })
}
