import PDFDocument from 'pdfkit'
import { assertColour } from './colours.ts'
import type { OpenedImage, PosterDrawing } from './draw-poster.ts'
import { loadFonts, readText } from './fonts.ts'
import type { PaperStyle } from './paper.ts'
import { PrintError } from './print-error.ts'
import { assertLogo } from './read-logo.ts'

export type PrintDocument = InstanceType<typeof PDFDocument>

/** An empty tagged PDF in which the fonts have names; pages are added by hand. */
export function openDocument({ width, height }: Pick<PaperStyle, 'width' | 'height'>, title: string, language: string): PrintDocument {
  const document = new PDFDocument({
    size: [width, height], margin: 0, autoFirstPage: false, pdfVersion: '1.7', tagged: true, lang: language, displayTitle: true,
    info: { Title: title.replace(/\s+/g, ' '), Creator: 'Kontuar' },
    // Null keeps the library from loading Helvetica, which has no Polish letters.
    font: null as unknown as string,
  })
  for (const [weight, file] of Object.entries(loadFonts().files)) document.registerFont(weight, file)
  return document
}

/** Ends the document and gives its bytes. */
export async function closeDocument(document: PrintDocument): Promise<Buffer> {
  const chunks: Buffer[] = []
  const done = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', resolve).on('error', reject)
  })
  document.end()
  await done
  return Buffer.concat(chunks)
}

/** @throws PrintError for a picture the file cannot hold. */
export function openLogo(document: PrintDocument, logo: Buffer | null): OpenedImage | null {
  if (logo === null) return null
  assertLogo(logo)
  try {
    // Public in the library's guide, missing in its types.
    return (document as unknown as { openImage(file: Buffer): OpenedImage }).openImage(logo)
  } catch {
    throw new PrintError('image', 'logo', 'The logo cannot be read: save it anew as PNG or JPEG.')
  }
}

const codeLabels: Record<string, string> = { pl: 'Kod QR', ru: 'QR-код' }

/** Texts made printable, and the colour checked. The address is shown without https://, which every browser adds. */
export function readPoster(poster: { title: string, text: string, url: string, qrText: string, footer: string, colour: string, language: string }, logo: OpenedImage | null): PosterDrawing {
  assertColour('colour', poster.colour)
  const url = readText('url', poster.url.replace(/^https:\/\//i, '').replace(/\/$/, ''))
  return {
    words: { title: readText('title', poster.title).replaceAll('\n', ' '), text: readText('text', poster.text), url, footer: readText('footer', poster.footer) },
    qrText: poster.qrText, colour: poster.colour, logo, codeLabel: `${codeLabels[poster.language] ?? 'QR code'}: ${poster.url || poster.qrText}`,
  }
}
