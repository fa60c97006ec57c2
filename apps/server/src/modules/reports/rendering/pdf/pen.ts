// Draws letters, lines and charts into the document and tells its structure.
import type PDFDocument from 'pdfkit'
import { loadFonts, type Weight } from '../../../../platform/print/fonts.ts'
import { paint } from './page.ts'
import type { Features } from './faces.ts'
import type { Line } from './set-lines.ts'

export type Document = InstanceType<typeof PDFDocument>
export type Section = ReturnType<Document['struct']>

export interface Written { size: number; colour?: string; features?: Features; align?: 'left' | 'right'; /** For right. */ width?: number }

export class Pen {
  readonly document: Document
  readonly capHeight = loadFonts().capHeight

  constructor(document: Document) {
    this.document = document
  }

  /** A child of the structure. */
  element(parent: Section, type: string, options: { alt?: string; scope?: 'Row' | 'Column'; lang?: string } = {}): Section {
    const element = this.document.struct(type, options as Record<string, string>)
    parent.add(element)
    return element
  }

  /** What is drawn only for the eye: lines, grounds, the running head. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.document.markContent('Artifact', { type })
    draw()
    this.document.endMarkedContent()
  }

  /** A line of set text with its baseline at y, as content of the element; a link becomes an element of its own. */
  line(parent: Section, line: Line, x: number, y: number, written: Written): void {
    const left = written.align === 'right' ? x + (written.width ?? 0) - line.width : x
    for (const span of line.spans) {
      if (span.text === '') continue
      const draw = () => this.letters(span.text, left + span.x, y, { ...written, weight: span.weight, colour: span.colour ?? written.colour ?? paint.ink })
      if (span.link === null) {
        parent.add(draw)
        continue
      }
      const { link } = span
      const element = this.element(parent, 'Link')
      element.add(() => {
        draw()
        this.document.lineWidth(0.5).strokeColor(span.colour ?? paint.link).moveTo(left + span.x, y + 1.6).lineTo(left + span.x + span.width, y + 1.6).stroke()
      })
      this.document.link(left + span.x, y - written.size, span.width, written.size * 1.3, link, { structParent: element, Contents: new String(link) } as never)
      element.end()
    }
  }

  letters(text: string, x: number, y: number, { size, weight = 'regular', colour = paint.ink, features = null }: Written & { weight?: Weight }): void {
    this.document.font(weight).fontSize(size).fillColor(colour).text(text, x, y, { lineBreak: false, baseline: 'alphabetic', ...(features ? { features: [...features] as never } : {}) })
  }

  rule(x: number, y: number, width: number, colour = paint.line, thick = 0.6): void {
    this.artifact(() => this.document.lineWidth(thick).strokeColor(colour).moveTo(x, y).lineTo(x + width, y).stroke())
  }

  ground(x: number, y: number, width: number, height: number, colour: string, radius = 0): void {
    this.artifact(() => { (radius > 0 ? this.document.roundedRect(x, y, width, height, radius) : this.document.rect(x, y, width, height)).fill(colour) })
  }
}
