import type PDFDocument from 'pdfkit'
import { contrast, ink, paperWhite, softInk, textOn } from './colours.ts'
import { loadFonts, type Weight } from './fonts.ts'
import { outlinePath } from './outline.ts'
import type { PaperStyle } from './paper.ts'
import { planPoster, weightOf, type PlacedText, type PosterWords } from './plan-poster.ts'
import { qrModules, quietZone } from './qr-modules.ts'

type Document = InstanceType<typeof PDFDocument>
type Section = ReturnType<Document['struct']>
/** As the PDF library opened it; of a logo on many labels the file holds one. */
export interface OpenedImage {
  width: number
  height: number
  /** Of EXIF; from 5 on the picture lies on its side. */
  orientation?: number
}

export interface PosterDrawing {
  words: PosterWords
  qrText: string
  colour: string
  logo: OpenedImage | null
  /** Said by a screen reader in place of the code. */
  codeLabel: string
}

/** Draws one poster with its upper left corner at x,y, and tells its structure (heading, picture, paragraphs) to the file. */
export function drawPoster(document: Document, section: Section, style: PaperStyle, { words, qrText, colour, logo, codeLabel }: PosterDrawing, x = 0, y = 0): void {
  const { capHeight } = loadFonts()
  const measure = (weight: Weight) => (text: string, size: number) => document.font(weight).fontSize(size).widthOfString(text)
  const upright = logo && ((logo.orientation ?? 1) > 4 ? { width: logo.height, height: logo.width } : logo)
  const plan = planPoster(style, words, upright, capHeight, measure)
  const { panel } = plan

  const write = (type: string, block: keyof PosterWords, placed: PlacedText | null, fill: string) => {
    if (!placed) return
    section.add(document.struct(type, {}, () => {
      document.font(weightOf(block)).fontSize(placed.size).fillColor(fill)
      placed.lines.forEach((line, index) => {
        const left = x + (style.width - document.widthOfString(line.trimEnd())) / 2
        document.text(line, left, y + placed.y + capHeight * placed.size + index * placed.leading, { lineBreak: false, baseline: 'alphabetic' })
      })
    }))
  }

  if (logo) {
    section.add(document.struct('Figure', { alt: 'Logo' }, () => {
      document.image(logo as unknown as string, x + (style.width - plan.logo.width) / 2, y + plan.logo.y, { fit: [plan.logo.width, plan.logo.height] })
    }))
  }
  write('H1', 'title', plan.title, ink)
  write('P', 'text', plan.text, softInk)

  section.add(document.struct('Figure', { alt: codeLabel }, () => {
    const [left, top] = [x + panel.x, y + panel.y]
    const radius = panel.padding * 0.9
    document.roundedRect(left, top, panel.width, panel.height, radius).fill(colour)
    // A panel as light as the paper gets an edge.
    if (contrast(colour, paperWhite) < 1.3) document.roundedRect(left, top, panel.width, panel.height, radius).lineWidth(0.75).stroke('#c9cdca')
    const side = panel.width - 2 * panel.padding
    document.roundedRect(left + panel.padding, top + panel.padding, side, side, radius * 0.45).fill(paperWhite)
    const modules = qrModules(qrText)
    const unit = side / (modules.length + 2 * quietZone)
    document.save()
      .translate(left + panel.padding + quietZone * unit, top + panel.padding + quietZone * unit).scale(unit)
      .path(outlinePath(modules)).fill(ink, 'even-odd')
      .restore()
  }))
  write('P', 'url', plan.url, textOn(colour))
  write('P', 'footer', plan.footer, ink)
}
