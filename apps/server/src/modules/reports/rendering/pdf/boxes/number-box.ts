// A row of numbers: name, value, how sure it is, whether it changed, the network beside it, and how it went.
import { sparkline } from '@kontuar/charts'
import { printableLine } from '../../../../../platform/print/fonts.ts'
import type { NumberPiece } from '../../outline/outline.ts'
import { widthOf } from '../faces.ts'
import type { Box, Group } from '../box.ts'
import { across, gutter, paint } from '../page.ts'
import type { Pen, Section } from '../pen.ts'
import { setLines, type Line } from '../set-lines.ts'

const small = 8.2
const smallHigh = small * 1.38
const [valueMost, valueLeast] = [21, 11]
const sparkHigh = 24

interface Laid { piece: NumberPiece; title: Line[]; value: { text: string; size: number } | null; instead: Line[]; under: string; change: Line[]; network: Line[]; leftOut: Line[] }

export function numbersBox(pieces: readonly NumberPiece[], sect: Group, spoken: string): Box {
  // Three numbers share the width of three, not of four; one alone does not grow over the page.
  const columns = Math.max(pieces.length === 1 ? 2 : pieces.length, pieces.reduce((sum, { width }) => sum + width, 0) >= 4 ? pieces.length : Math.min(4, pieces.length))
  const wide = (across - gutter * (columns - 1)) / columns
  const laid = pieces.map((piece) => layOut(piece, wide))
  const titleHigh = Math.max(...laid.map(({ title }) => title.length)) * smallHigh
  const valueHigh = valueMost * 1.3
  const underHigh = laid.some(({ under }) => under !== '') ? smallHigh + 2 : 0
  const bodyOf = ({ change, network, leftOut }: Laid) => (change.length + network.length + leftOut.length) * smallHigh + (change.length > 0 ? 4 : 0)
  const body = Math.max(...laid.map((each) => (each.value === null ? each.instead.length * smallHigh * 1.1 - valueHigh - underHigh + 4 : 0) + bodyOf(each)), 0)
  const sparks = laid.some(({ piece }) => piece.shown.points.length > 1)
  const height = 7 + titleHigh + valueHigh + underHigh + body + (sparks ? sparkHigh + 8 : 2)
  return {
    height, gap: 20, groups: [sect],
    paint: (pen, x, y, parent) => laid.forEach((each, index) => paintNumber(pen, parent, each, { x: x + index * (wide + gutter), y, wide, titleHigh, valueHigh, underHigh, foot: y + height, sparks, spoken })),
  }
}

function layOut(piece: NumberPiece, wide: number): Laid {
  const { shown } = piece
  const set = (text: string | null, weight: 'regular' | 'semibold' = 'regular', indent = 0, size = small) => (text === null ? [] : setLines(printableLine(text), { width: wide - indent, size, weight, most: 4 }))
  let size: number = valueMost
  const text = shown.value === null ? '' : printableLine(shown.value)
  while (size > valueLeast && widthOf(text, 'semibold', size) > wide) size -= 0.5
  return {
    piece, title: setLines(printableLine(piece.title), { width: wide, size: small, most: 3 }), value: shown.value === null ? null : { text, size }, instead: set(shown.instead, 'regular', 0, 9.2),
    under: printableLine([shown.margin, shown.of].filter((each) => each !== null).join(' · ')), change: shown.change === null ? [] : set(`${shown.change.words}${shown.change.toneWord === null ? '' : ` (${shown.change.toneWord})`}`, 'regular', shown.change.arrow === null ? 0 : 11), network: set(shown.network), leftOut: set(shown.leftOut),
  }
}

interface At { x: number; y: number; wide: number; titleHigh: number; valueHigh: number; underHigh: number; foot: number; sparks: boolean; spoken: string }
function paintNumber(pen: Pen, parent: Section, { piece, title, value, instead, under, change, network, leftOut }: Laid, { x, y, wide, titleHigh, valueHigh, underHigh, foot, sparks, spoken }: At): void {
  pen.rule(x, y, wide, paint.lineStrong, 0.9)
  const { shown } = piece
  const element = pen.element(parent, 'P')
  const baseline = (top: number, size: number, high: number) => top + (high + pen.capHeight * size) / 2
  let top = y + 7
  title.forEach((line, index) => pen.line(element, line, x, baseline(top + index * smallHigh, small, smallHigh), { size: small, colour: paint.soft }))
  top += titleHigh
  if (value === null) {
    instead.forEach((line, index) => pen.line(element, line, x, baseline(top + 4 + index * smallHigh * 1.1, 9.2, smallHigh), { size: 9.2, colour: paint.soft }))
    top += Math.max(valueHigh + underHigh, instead.length * smallHigh * 1.1 + 4)
  } else {
    pen.line(element, setLines(value.text, { width: wide + 1, size: value.size, weight: 'semibold' })[0]!, x, baseline(top, valueMost, valueHigh), { size: value.size, colour: paint.ink })
    top += valueHigh
    if (under !== '') pen.line(element, setLines(under, { width: wide, size: small, most: 1 })[0]!, x, baseline(top, small, smallHigh), { size: small, colour: paint.soft })
    top += underHigh
  }
  if (change.length > 0 && shown.change !== null) {
    const { arrow, tone } = shown.change
    const colour = tone === 'good' ? paint.good : tone === 'bad' ? paint.bad : arrow === null ? paint.soft : paint.ink
    top += 4
    if (arrow !== null) {
      pen.artifact(() => {
        const [middle, tip] = [top + smallHigh / 2, arrow === 'up' ? -3.2 : 3.2]
        pen.document.moveTo(x + 0.4, middle - tip * 0.85).lineTo(x + 7.6, middle - tip * 0.85).lineTo(x + 4, middle + tip).fill(colour)
      })
    }
    change.forEach((line, index) => pen.line(element, line, x + (arrow === null ? 0 : 11), baseline(top + index * smallHigh, small, smallHigh), { size: small, colour }))
    top += change.length * smallHigh
  }
  for (const line of [...network, ...leftOut]) {
    pen.line(element, line, x, baseline(top, small, smallHigh), { size: small, colour: paint.soft })
    top += smallHigh
  }
  element.end()
  if (sparks) paintSpark(pen, parent, piece, { x, y: foot - sparkHigh - 2, wide, spoken })
}

function paintSpark(pen: Pen, parent: Section, { title, shown }: NumberPiece, { x, y, wide, spoken }: { x: number; y: number; wide: number; spoken: string }): void {
  const { lines, bands, end } = sparkline(shown.points, { width: wide, height: sparkHigh, margin: 3 }, shown.at)
  if (lines.length === 0) return
  const figure = pen.element(parent, 'Figure', { alt: `${spoken}: ${printableLine(title)}` })
  figure.add(() => {
    const { document } = pen
    document.save().translate(x, y)
    for (const band of bands) document.path(band).fillOpacity(0.13).fill(paint.accent)
    document.fillOpacity(1)
    for (const line of lines) document.path(line).lineWidth(1.1).lineJoin('round').lineCap('round').stroke(paint.accent)
    if (end) document.circle(end.x, end.y, 1.9).fill(paint.accent)
    document.restore()
  })
  figure.end()
}
