/**
 * Things on paper: QR codes as SVG and PNG, posters and table labels as PDF. It knows no survey and no organization: texts,
 * colour and logo are given. It must never print a letter as an empty box, nor a code that phones do not read; what cannot
 * be printed is refused with a sentence and the field (PrintError).
 */
import type { Label } from './label-sheet-pdf.ts'
import type { Poster } from './poster-pdf.ts'

export { PrintError, type PrintErrorCode } from './print-error.ts'
export { qrSvg, type QrSvgOptions } from './qr-svg.ts'
export { qrPng } from './qr-png.ts'
export type { Label, Poster }
export type { Paper } from './paper.ts'

// The PDF library and the fonts take 60 MB and a tenth of a second (measured): loaded for the first poster, not at the start.

/** One page to print and hang up. @throws PrintError for what cannot be printed, with the field it is about. */
export const posterPdf = async (poster: Poster): Promise<Buffer> => (await import('./poster-pdf.ts')).posterPdf(poster)

/** A6 labels, four on each sheet of A4, with marks where to cut. @throws PrintError as posterPdf does, and for none or more than 500 labels. */
export const labelSheetPdf = async (labels: readonly Label[], style: Pick<Poster, 'language' | 'logo' | 'colour'>): Promise<Buffer> => (await import('./label-sheet-pdf.ts')).labelSheetPdf(labels, style)
