// Charts beside each other, drawn as vectors; what could not be drawn says why.
import { lightLook, type Frame } from '@kontuar/charts'
import { chartSvg } from '@kontuar/charts/draw'
import type { FilledReport } from '@kontuar/contracts'
import { printableLine } from '../../../../../platform/print/fonts.ts'
import type { ChartPiece, NotePiece } from '../../outline/outline.ts'
import { paintOnPdf } from '../../svg/paint-on-pdf.ts'
import { readSvg } from '../../svg/read-svg.ts'
import type { ReportWords } from '../../words/index.ts'
import type { Box, Group } from '../box.ts'
import { across, chartScale, gutter, paint } from '../page.ts'
import { setLines, type Line } from '../set-lines.ts'

const titleSize = 9.6
const noteSize = 8.2
const heights = { half: [112, 158, 215], whole: [130, 190, 275] } as const
/** A row of bars, in points: two bars do not fill a box made for twelve. */
const barHigh = 17
/** So much of its height a chart gives up rather than leave the foot of a page empty. */
const mostLess = 0.25

type Wide = ChartPiece | NotePiece
/** @param less points that the charts are drawn lower */
export function chartsBox(pieces: readonly Wide[], sect: Group, report: FilledReport, words: ReportWords, less = 0): Box {
  const total = pieces.reduce((sum, { width }) => sum + width, 0)
  const room = across - gutter * (pieces.length - 1)
  const widths = pieces.map(({ width }) => (width / total) * room)
  const laid = pieces.map((piece, index) => layOut(piece, { wide: widths[index]!, less, report, words }))
  const titleHigh = Math.max(...laid.map(({ title }) => title.length)) * titleSize * 1.34 + 5
  const height = Math.max(...laid.map((each) => titleHigh + each.high + (each.under.length > 0 ? 3 + each.under.length * noteSize * 1.4 : 0)))
  return {
    height, gap: 16, groups: [sect], ...(less === 0 && { shrink: { least: height - Math.max(...laid.map(({ high }) => high)) * mostLess, to: (room: number) => chartsBox(pieces, sect, report, words, height - room) } }),
    paint: (pen, x, y, parent) => laid.forEach(({ piece, title, under, high, svg }, index) => {
      const left = x + widths.slice(0, index).reduce((sum, each) => sum + each + gutter, 0)
      const heading = pen.element(parent, 'H3')
      title.forEach((line, at) => pen.line(heading, line, left, y + titleSize * 1.05 + at * titleSize * 1.34, { size: titleSize, colour: paint.ink }))
      heading.end()
      const top = y + titleHigh
      if (svg !== null && piece.kind === 'chart') {
        const figure = pen.element(parent, 'Figure', { alt: printableLine(piece.says) })
        figure.add(() => paintOnPdf(pen.document, readSvg(svg()), { x: left, y: top, scale: chartScale }))
        figure.end()
      }
      if (under.length === 0) return
      const note = pen.element(parent, 'P')
      under.forEach((line, at) => pen.line(note, line, left, top + (svg === null ? 2 : high + 3) + noteSize * 1.1 + at * noteSize * 1.4, { size: noteSize, colour: paint.soft }))
      note.end()
    }),
  }
}

function layOut(piece: Wide, { wide, less, report, words }: { wide: number; less: number; report: FilledReport; words: ReportWords }) {
  const title: Line[] = setLines(printableLine(piece.title), { width: wide, size: titleSize, weight: 'semibold', most: 3 })
  const noteLines = (texts: readonly string[]) => texts.flatMap((text) => setLines(printableLine(text), { width: wide, size: noteSize, most: 4 }))
  if (piece.kind === 'note') return { piece, title, under: noteLines([piece.text]), high: 0, svg: null }
  const asked = (wide > across * 0.7 ? heights.whole : heights.half)[Math.min(3, Math.max(1, piece.height)) - 1]!
  const high = piece.rows === null ? asked - less : Math.min(asked - less, Math.max(44, piece.rows * barHigh + 22))
  const frame: Frame = { width: wide / chartScale, height: high / chartScale, look: lightLook, locale: report.language, timeZone: report.zone }
  const drawn = piece.draw(frame)
  // Drawn when its place is known: what is laid out anew in another height is drawn once all the same.
  return { piece, title, under: noteLines([...piece.under, ...(drawn.left > 0 ? [words.leftInTable(drawn.left)] : [])]), high, svg: () => chartSvg(drawn.option, frame.width, frame.height) }
}
