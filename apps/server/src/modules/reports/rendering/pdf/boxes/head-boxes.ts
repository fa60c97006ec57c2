// The top of the first page: whose report, of what, of when; and the end of the last: how to read it, why it came.
import { safeLink } from '@kontuar/charts'
import type { FilledReport } from '@kontuar/contracts'
import type { OpenedImage } from '../../../../../platform/print/draw-poster.ts'
import { printableLine } from '../../../../../platform/print/fonts.ts'
import type { ReportWords } from '../../words/index.ts'
import { madeText } from '../../words/made-text.ts'
import type { Box, Group } from '../box.ts'
import { across, paint } from '../page.ts'
import { setLines, type Line, type Span } from '../set-lines.ts'
import { lineBoxes } from './text-boxes.ts'

const logoRoom = { width: 130, height: 38 }
export function headBoxes(report: FilledReport, logo: OpenedImage | null, words: ReportWords, colour: string): Box[] {
  const sect: Group = { type: 'Sect' }
  const upright = logo && ((logo.orientation ?? 1) > 4 ? { width: logo.height, height: logo.width } : logo)
  const scale = upright ? Math.min(logoRoom.width / upright.width, logoRoom.height / upright.height) : 0
  const textWide = across - (upright ? logoRoom.width + 20 : 0)
  const over = setLines(printableLine(report.organizationName), { width: textWide, size: 9.4, weight: 'semibold', most: 2 })
  const title = setLines(printableLine(report.title), { width: textWide, size: 23, weight: 'bold', most: 3 })
  const subject = [report.scopeName, report.periodName].filter((each) => each !== null && each.trim() !== '').join(' · ')
  const subjectLines = setLines(printableLine(subject), { width: textWide, size: 11.5, weight: 'semibold', most: 3 })
  const link = safeLink(report.link)
  const meta: Span[] = [{ text: printableLine([report.compareName === null ? null : words.comparedWith(report.compareName), words.made(madeText(report), report.zone)].filter((each) => each !== null).join(' · ')) }, ...(link === null ? [] : [{ text: ' · ' }, { text: words.live, link, colour: paint.link }])]
  const metaLines = setLines(meta, { width: across, size: 8.4, most: 3 })
  const overHigh = over.length * 13
  const titleHigh = title.length * 28
  const subjectHigh = subjectLines.length * 16.5
  const metaTop = Math.max(overHigh + titleHigh + subjectHigh, upright ? logoRoom.height : 0) + 9
  const height = metaTop + metaLines.length * 12.4 + 12
  return [{
    height, gap: 0, groups: [sect],
    paint: (pen, x, y, parent) => {
      if (logo && upright) {
        const figure = pen.element(parent, 'Figure', { alt: `Logo: ${printableLine(report.organizationName)}` })
        figure.add(() => { pen.document.image(logo as unknown as string, x + across - upright.width * scale, y, { fit: [upright.width * scale, upright.height * scale] }) })
        figure.end()
      }
      const put = (type: string, lines: readonly Line[], top: number, size: number, leading: number, colour: string) => {
        const element = pen.element(parent, type)
        lines.forEach((line, index) => pen.line(element, line, x, y + top + index * leading + (leading + pen.capHeight * size) / 2, { size, colour }))
        element.end()
      }
      put('P', over, 0, 9.4, 13, paint.soft)
      put('H1', title, overHigh, 23, 28, paint.ink)
      put('P', subjectLines, overHigh + titleHigh, 11.5, 16.5, paint.ink)
      put('P', metaLines, metaTop, 8.4, 12.4, paint.soft)
      pen.ground(x, y + height - 2.2, across, 2.2, colour)
    },
  }]
}

/** Kept together, so that nobody reads half of an explanation. */
export function tailBoxes(report: FilledReport, words: ReportWords, { hasUnprintable, hasNumbers }: { hasUnprintable: boolean; hasNumbers: boolean }): Box[] {
  const sect: Group = { type: 'Sect' }
  const how = hasNumbers ? [words.how.interval, words.how.arrow, words.how.few] : []
  const small = (spans: readonly Span[], gap: number) => lineBoxes(setLines(spans, { width: across, size: 8.2 }), { size: 8.2, leading: 1.45, colour: paint.soft, gap, groups: [sect, { type: 'P' }] })
  const link = safeLink(report.link)
  const pause = report.pauseLink === null ? null : safeLink(report.pauseLink)
  const boxes = [
    ...(how.length > 0 ? small([{ text: `${words.howToRead}. `, weight: 'semibold' }, { text: printableLine(how.join(' ')) }], 26) : []),
    ...(hasUnprintable ? small([{ text: printableLine(words.how.unprintable) }], how.length > 0 ? 4 : 26) : []),
    ...small(link === null ? [] : [{ text: words.live, link, colour: paint.link }, { text: `. ${printableLine(words.liveHint)}` }], how.length > 0 || hasUnprintable ? 5 : 26),
    ...(report.because === null ? [] : small([{ text: printableLine(report.because) }, ...(pause === null ? [] : [{ text: ' ' }, { text: words.pause, link: pause, colour: paint.link }])], 4)),
  ]
  return boxes.map((box, index) => ({ ...box, keep: index < boxes.length - 1 }))
}
