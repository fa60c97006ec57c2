import { widthOf } from '../pdf/faces.ts'
import type { Document } from '../pdf/pen.ts'
import { loadFonts, printableLine, type Weight } from '../../../../platform/print/fonts.ts'
import type { Gradient, Letters, Part, Stroke } from './read-svg.ts'

/** Draws the parts as vectors and letters, with the upper left corner at x,y. */
export function paintOnPdf(document: Document, parts: readonly Part[], { x, y, scale }: { x: number; y: number; scale: number }): void {
  document.save().translate(x, y).scale(scale)
  paintAll(document, parts)
  document.restore()
}

function paintAll(document: Document, parts: readonly Part[]): void {
  for (const part of parts) {
    if (part.kind === 'path') paintStroke(document, part)
    else if (part.kind === 'text') paintLetters(document, part)
    else {
      document.save()
      if (part.matrix) document.transform(...part.matrix)
      if (part.clip) clipTo(document, part.clip)
      paintAll(document, part.parts)
      document.restore()
    }
  }
}

/** The clip's own matrix holds for its outline alone. */
function clipTo(document: Document, { d, matrix }: { d: string; matrix: readonly [number, number, number, number, number, number] | null }): void {
  if (!matrix) { document.path(d).clip(); return }
  const [a, b, c, e, f, g] = matrix
  const size = a * e - b * c
  document.transform(...matrix).path(d).clip()
  if (size !== 0) document.transform(e / size, -b / size, -c / size, a / size, (c * g - e * f) / size, (b * f - a * g) / size)
}

function paintStroke(document: Document, { d, fill, fillOpacity, stroke, strokeOpacity, width, dash, cap, join, matrix }: Stroke): void {
  const special = matrix !== null || dash !== null || fillOpacity < 1 || strokeOpacity < 1
  if (special) document.save()
  if (matrix) document.transform(...matrix)
  document.path(d)
  if (fillOpacity < 1) document.fillOpacity(fillOpacity)
  if (strokeOpacity < 1) document.strokeOpacity(strokeOpacity)
  if (stroke !== null) {
    document.lineWidth(width).lineCap(cap).lineJoin(join)
    if (dash) document.dash(dash[0]!, { space: dash[1] ?? dash[0]! })
  }
  const paint = fill !== null && typeof fill !== 'string' ? gradientOf(document, fill) : fill
  if (paint !== null && stroke !== null) document.fillAndStroke(paint as never, stroke)
  else if (paint !== null) document.fill(paint as never)
  else document.stroke(stroke!)
  if (special) document.restore()
}

function gradientOf(document: Document, { x1, y1, x2, y2, stops }: Gradient) {
  const gradient = document.linearGradient(x1, y1, x2, y2)
  for (const { at, colour } of stops) gradient.stop(at, colour)
  return gradient
}

function paintLetters(document: Document, { text: given, x, y, size, weight: heavy, anchor, stands, fill, matrix }: Letters): void {
  const text = printableLine(given)
  if (text === '') return
  const weight: Weight = heavy >= 600 ? 'semibold' : 'regular'
  const { capHeight } = loadFonts()
  const left = anchor === 'start' ? x : x - widthOf(text, weight, size) * (anchor === 'middle' ? 0.5 : 1)
  const baseline = y + (stands === 'middle' ? capHeight / 2 : stands === 'top' ? capHeight * 1.2 : 0) * size
  const straight = matrix === null || (matrix[0] === 1 && matrix[1] === 0 && matrix[2] === 0 && matrix[3] === 1)
  if (!straight) { document.save(); document.transform(...matrix!) }
  document.font(weight).fontSize(size).fillColor(fill).text(text, left + (straight && matrix ? matrix[4] : 0), baseline + (straight && matrix ? matrix[5] : 0), { lineBreak: false, baseline: 'alphabetic' })
  if (!straight) document.restore()
}
