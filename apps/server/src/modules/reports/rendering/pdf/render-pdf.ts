/*
 * A report on paper: A4, set in Inter, charts as vectors, tagged for screen readers, with bookmarks. Everything is first laid out as boxes,
 * then placed on pages, then drawn: so the number of pages is known at the first, and nothing is drawn over an edge.
 */
import type { FilledReport } from '@kontuar/contracts'
import PDFDocument from 'pdfkit'
import { closeDocument, openLogo } from '../../../../platform/print/open-document.ts'
import { hasUnprintable, printableLine } from '../../../../platform/print/fonts.ts'
import { outlineReport } from '../outline/outline-report.ts'
import type { Section } from '../outline/outline.ts'
import { reportWords, type ReportWords } from '../words/index.ts'
import { planWhole, type Box, type Group, type PlacedBox } from './box.ts'
import { headBoxes, tailBoxes } from './boxes/head-boxes.ts'
import { sectionBoxes } from './boxes/section-boxes.ts'
import { loadFaces } from './faces.ts'
import { page, paint, tall } from './page.ts'
import { Pen, type Document, type Section as Element } from './pen.ts'
import { setLines } from './set-lines.ts'

const fallbackColour = '#0f766e'

/** @throws PrintError for a logo that cannot be read */
export async function renderPdf(report: FilledReport, logo: Uint8Array | null): Promise<Uint8Array> {
  const words = reportWords(report.language)
  const document = openReport(report)
  const opened = openLogo(document, logo === null ? null : Buffer.from(logo))
  const sections = outlineReport(report)
  const body = sections.flatMap((section) => sectionBoxes(section, report, words))
  const lacksLetters = [report.title, report.organizationName, JSON.stringify(report.blocks), report.comment].some(hasUnprintable)
  const colour = /^#[0-9a-f]{6}$/i.test(report.colour) ? report.colour : fallbackColour
  const pages = planWhole([...headBoxes(report, opened, words, colour), ...body, ...tailBoxes(report, words, { hasUnprintable: lacksLetters, hasNumbers: hasNumbers(sections) })], tall)
  drawPages(new Pen(document), pages, report, words)
  return closeDocument(document)
}

const hasNumbers = (sections: readonly Section[]) => sections.some(({ kind }) => kind === 'tiles' || kind === 'ranking' || kind === 'summary')

function openReport(report: FilledReport): Document {
  const document = new PDFDocument({
    size: [page.width, page.height], margin: 0, autoFirstPage: false, pdfVersion: '1.7', tagged: true, lang: report.language, displayTitle: true,
    info: { Title: printableLine([report.title, report.scopeName, report.periodName].filter(Boolean).join(' · ')), Author: printableLine(report.organizationName), Subject: printableLine(report.periodName), Creator: 'Kontuar', CreationDate: new Date(report.madeAt), ModDate: new Date(report.madeAt) },
    // Null keeps the library from loading Helvetica, which has no Polish letters.
    font: null as unknown as string,
  })
  for (const [weight, face] of Object.entries(loadFaces())) document.registerFont(weight, face as unknown as Buffer)
  return document
}

function drawPages(pen: Pen, pages: readonly (readonly PlacedBox[])[], report: FilledReport, words: ReportWords): void {
  const { document } = pen
  const root = document.struct('Document')
  document.addStructure(root)
  const open: { group: Group; element: Element }[] = []
  const close = (from: number) => { for (const { element } of open.splice(from).toReversed()) element.end() }
  pages.forEach((placed, index) => {
    document.addPage()
    drawFrame(pen, report, words, { page: index + 1, pages: pages.length })
    for (const { box, y, again } of placed) {
      if (again) {
        // Read once: on the next page it is there for the eye alone.
        drawAgain(pen, box, page.left, page.top + y)
        continue
      }
      const groups = box.groups ?? []
      let shared = 0
      while (shared < groups.length && open[shared]?.group === groups[shared]) shared++
      close(shared)
      for (const group of groups.slice(shared)) open.push({ group, element: pen.element(open.at(-1)?.element ?? root, group.type, group.alt === undefined ? {} : { alt: group.alt }) })
      box.paint(pen, page.left, page.top + y, open.at(-1)?.element ?? root)
    }
  })
  close(0)
  root.end()
}

/** In an element that belongs to nothing, within an artifact. */
function drawAgain(pen: Pen, box: Box, x: number, y: number): void {
  const { document } = pen
  const flat = { add: (child: unknown) => { if (typeof child === 'function') child(); return flat }, end: () => {} }
  const silent = Object.create(pen, { element: { value: () => flat }, artifact: { value: (draw: () => void) => draw() } }) as Pen
  document.markContent('Artifact', { type: 'Pagination' })
  box.paint(silent, x, y, flat as unknown as Element)
  document.endMarkedContent()
}

/** The running head from the second page on, and the foot. */
function drawFrame(pen: Pen, report: FilledReport, words: ReportWords, at: { page: number; pages: number }): void {
  const wide = page.width - page.left - page.right
  const put = (text: string, y: number, align: 'left' | 'right', room: number) => {
    const line = setLines(printableLine(text), { width: room, size: 7.8, most: 1 })[0]!
    for (const span of line.spans) pen.letters(span.text, align === 'right' ? page.left + wide - line.width : page.left, y, { size: 7.8, colour: paint.soft })
  }
  pen.artifact(() => {
    if (at.page > 1) {
      put([report.title, report.scopeName].filter(Boolean).join(' · '), 38, 'left', wide * 0.62)
      put(report.periodName, 38, 'right', wide * 0.34)
      pen.document.lineWidth(0.6).strokeColor(paint.line).moveTo(page.left, 46).lineTo(page.left + wide, 46).stroke()
    }
    const foot = page.height - 30
    put(report.organizationName, foot, 'left', wide * 0.7)
    put(words.page(at.page, at.pages), foot, 'right', wide * 0.25)
  }, 'Pagination')
}
