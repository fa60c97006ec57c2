/**
 * Things on paper: QR codes as SVG and PNG, posters and table labels as PDF. It knows no survey and no organization: texts,
 * colour and logo are given. It must never print a letter as an empty box, nor a code that phones do not read; what cannot
 * be printed is refused with a sentence and the field (PrintError).
 */
export { PrintError, type PrintErrorCode } from './print-error.ts'
export { qrSvg, type QrSvgOptions } from './qr-svg.ts'
export { qrPng } from './qr-png.ts'
export { posterPdf, type Poster } from './poster-pdf.ts'
export type { Paper } from './paper.ts'
export { labelSheetPdf, type Label } from './label-sheet-pdf.ts'
