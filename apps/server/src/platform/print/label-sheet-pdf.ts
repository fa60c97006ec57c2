import { setImmediate } from 'node:timers/promises'
import { drawPoster } from './draw-poster.ts'
import { closeDocument, openDocument, openLogo, readPoster, type PrintDocument } from './open-document.ts'
import { mm, papers } from './paper.ts'
import type { Poster } from './poster-pdf.ts'
import { PrintError } from './print-error.ts'

export type Label = Pick<Poster, 'title' | 'text' | 'footer' | 'qrText' | 'url'>

/** Half a thousand tables, 125 sheets. */
const mostLabels = 500

/**
 * Labels of A6, four on each sheet of A4, with marks where to cut. All share language, logo and colour; the file holds logo
 * and fonts once. @throws PrintError as posterPdf does, and for none or more than 500 labels.
 */
export async function labelSheetPdf(labels: readonly Label[], { language, logo, colour }: Pick<Poster, 'language' | 'logo' | 'colour'>): Promise<Buffer> {
  if (labels.length === 0) throw new PrintError('empty', 'labels', 'There is no label to print.')
  if (labels.length > mostLabels) throw new PrintError('too-long', 'labels', `At most ${mostLabels} labels are printed at once; here are ${labels.length}.`)
  const { A4: sheet, A6: label } = papers
  const document = openDocument(sheet, labels[0]!.title, language)
  const opened = openLogo(document, logo)
  const root = document.struct('Document')
  document.addStructure(root)
  for (const [index, content] of labels.entries()) {
    const place = index % 4
    if (place === 0) {
      // Other work gets its turn: a sheet takes some hundredths of a second.
      await setImmediate()
      document.addPage()
      markCuts(document)
    }
    const section = document.struct('Sect')
    root.add(section)
    drawPoster(document, section, label, readPoster({ ...content, language, colour }, opened), place % 2 * sheet.width / 2, Math.floor(place / 2) * sheet.height / 2)
    section.end()
  }
  root.end()
  return closeDocument(document)
}

/** Short lines at the edges, long enough to be seen where the printer leaves 5 mm blank, and a cross in the middle. */
function markCuts(document: PrintDocument): void {
  const { width, height } = papers.A4
  const [edge, arm] = [9 * mm, 3 * mm]
  document.markContent('Artifact', { type: 'Layout' })
  document.lineWidth(0.4).strokeColor('#9aa09c')
    .moveTo(width / 2, 0).lineTo(width / 2, edge).moveTo(width / 2, height - edge).lineTo(width / 2, height)
    .moveTo(0, height / 2).lineTo(edge, height / 2).moveTo(width - edge, height / 2).lineTo(width, height / 2)
    .moveTo(width / 2 - arm, height / 2).lineTo(width / 2 + arm, height / 2).moveTo(width / 2, height / 2 - arm).lineTo(width / 2, height / 2 + arm)
    .stroke()
  document.endMarkedContent()
}
