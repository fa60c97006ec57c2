import { drawPoster } from './draw-poster.ts'
import { closeDocument, openDocument, openLogo, readPoster } from './open-document.ts'
import { papers, type Paper } from './paper.ts'

export interface Poster {
  paper: Paper
  /** BCP 47: of the texts, for screen readers. */
  language: string
  title: string
  /** May be empty. */
  text: string
  /** Printed under the code for those who type; may be empty. */
  url: string
  /** What the code holds, usually the address. */
  qrText: string
  /** Where it hangs: location · table; may be empty. */
  footer: string
  /** PNG or JPEG */
  logo: Buffer | null
  /** #rrggbb; the text on it is white or ink, whichever reads better. */
  colour: string
}

/** One page to print and hang up. @throws PrintError for what cannot be printed, with the field it is about. */
export async function posterPdf(poster: Poster): Promise<Buffer> {
  const style = papers[poster.paper]
  const document = openDocument(style, [poster.title, poster.footer].filter(Boolean).join(' · '), poster.language)
  document.addPage()
  const root = document.struct('Document')
  document.addStructure(root)
  drawPoster(document, root, style, readPoster(poster, openLogo(document, poster.logo)))
  root.end()
  return closeDocument(document)
}
