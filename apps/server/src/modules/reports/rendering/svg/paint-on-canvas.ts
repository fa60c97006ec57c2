/*
 * Charts as PNG, for mails: no mail client draws SVG. @napi-rs/canvas (MIT, Skia, prebuilt for every platform we run on) was chosen over
 * resvg-js (MPL) and sharp (libvips is LGPL). Its own SVG reader is not used: the same reading as for paper draws the same picture.
 */
import { createCanvas, GlobalFonts, Path2D, type SKRSContext2D } from '@napi-rs/canvas'
import { loadFonts, printableLine } from '../../../../platform/print/fonts.ts'
import type { Letters, Part, Stroke } from './read-svg.ts'

const families = { regular: 'Kontuar Regular', semibold: 'Kontuar Semibold' } as const
let registered = false
function registerFonts(): void {
  if (registered) return
  const { files } = loadFonts()
  for (const [weight, family] of Object.entries(families)) {
    if (!GlobalFonts.register(files[weight as keyof typeof families], family)) throw new Error(`The letters of the charts could not be loaded (${family}).`)
  }
  registered = true
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** @throws Error unless a whole picture came out: a mail never leaves with a broken one */
export function paintPng(parts: readonly Part[], { width, height, scale, ground }: { width: number; height: number; scale: number; ground: string }): Buffer {
  registerFonts()
  const canvas = createCanvas(Math.round(width * scale), Math.round(height * scale))
  const context = canvas.getContext('2d')
  context.fillStyle = ground
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.scale(scale, scale)
  paintAll(context, parts)
  const png = canvas.toBuffer('image/png')
  if (png.length < 100 || !png.subarray(0, 8).equals(signature)) throw new Error('A chart could not be drawn as a picture.')
  return png
}

function paintAll(context: SKRSContext2D, parts: readonly Part[]): void {
  for (const part of parts) {
    context.save()
    if (part.matrix) context.transform(...part.matrix)
    if (part.kind === 'path') paintStroke(context, part)
    else if (part.kind === 'text') paintLetters(context, part)
    else {
      if (part.clip) {
        const outline = new Path2D()
        const [a, b, c, d, e, f] = part.clip.matrix ?? [1, 0, 0, 1, 0, 0]
        outline.addPath(new Path2D(part.clip.d), { a, b, c, d, e, f } as never)
        context.clip(outline)
      }
      paintAll(context, part.parts)
    }
    context.restore()
  }
}

const outlineOf = (d: string) => new Path2D(d)

function paintStroke(context: SKRSContext2D, { d, fill, fillOpacity, stroke, strokeOpacity, width, dash, cap, join }: Stroke): void {
  const path = outlineOf(d)
  if (fill !== null) {
    context.globalAlpha = fillOpacity
    if (typeof fill === 'string') context.fillStyle = fill
    else {
      const gradient = context.createLinearGradient(fill.x1, fill.y1, fill.x2, fill.y2)
      for (const { at, colour } of fill.stops) gradient.addColorStop(at, colour)
      context.fillStyle = gradient
    }
    context.fill(path)
  }
  if (stroke === null) return
  context.globalAlpha = strokeOpacity
  context.strokeStyle = stroke
  context.lineWidth = width
  context.lineCap = cap
  context.lineJoin = join
  context.setLineDash(dash ? [...dash] : [])
  context.stroke(path)
}

function paintLetters(context: SKRSContext2D, { text, x, y, size, weight, anchor, stands, fill }: Letters): void {
  const { capHeight } = loadFonts()
  context.font = `${size}px "${weight >= 600 ? families.semibold : families.regular}"`
  context.textAlign = anchor === 'middle' ? 'center' : anchor
  context.textBaseline = 'alphabetic'
  context.fillStyle = fill
  context.fillText(printableLine(text), x, y + (stands === 'middle' ? capHeight / 2 : stands === 'top' ? capHeight * 1.2 : 0) * size)
}
