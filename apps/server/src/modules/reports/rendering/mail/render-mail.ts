// A report as a mail: HTML for Outlook, Gmail and phones, its pictures inside, and a text that says the same.
import { safeLink } from '@kontuar/charts'
import type { FilledReport } from '@kontuar/contracts'
import { html, type Html } from '@kontuar/pages'
import { outlineReport } from '../outline/outline-report.ts'
import { madeText } from '../words/made-text.ts'
import { shortened } from '../outline/shortened.ts'
import { reportWords } from '../words/index.ts'
import { oneLine } from './clean.ts'
import { colours, font, styles, wide } from './mail-look.ts'
import { link, row } from './mail-parts.ts'
import { mailSection, type MailPicture, type Making } from './mail-sections.ts'
import { mailText } from './mail-text.ts'

export interface ReportMail { subject: string; text: string; html: string; pictures: MailPicture[] }

/** Gmail cuts a mail off at 102 KB of HTML; what would stand behind is in the live view, and the mail says so. */
const mostBytes = 88_000

/** @throws Error when a picture cannot be drawn: then no mail is sent */
export function renderMail(report: FilledReport): ReportMail {
  const words = reportWords(report.language)
  const making: Making = { report, words, pictures: [] }
  const sections = outlineReport(report)
  const rows: Html[] = []
  let bytes = 0
  let cut = false
  for (const section of sections) {
    const drawn = making.pictures.length
    const made = mailSection(section, making)
    const more = made.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
    if (bytes + more > mostBytes) {
      making.pictures.splice(drawn)
      cut = true
      break
    }
    bytes += more
    rows.push(...made)
  }
  const subject = shortened(oneLine(`${report.title}: ${[report.scopeName ?? report.organizationName, report.periodName].filter((each) => each.trim() !== '').join(', ')}`), 180)
  return { subject, html: document(report, rows, subject, cut).text, text: mailText(report, sections), pictures: making.pictures }
}

function document(report: FilledReport, rows: readonly Html[], subject: string, cut: boolean): Html {
  const words = reportWords(report.language)
  const colour = /^#[0-9a-f]{6}$/i.test(report.colour) ? report.colour : '#0f766e'
  const live = safeLink(report.link)
  const pause = report.pauseLink === null ? null : safeLink(report.pauseLink)
  const soft = { size: 13, colour: colours.soft }
  const top = [
    html`<tr><td bgcolor="${colour}" style="background:${colour};font-size:1px;line-height:4px;height:4px">&nbsp;</td></tr>`,
    row(html`<strong>${oneLine(report.organizationName)}</strong>`, { ...soft, top: 24 }),
    html`<tr><td class="pad ink" style="${font};padding:2px 24px 0;word-break:break-word;overflow-wrap:anywhere"><h1 class="ink title" style="${font};font-size:27px;line-height:34px;font-weight:700;color:${colours.ink};margin:0">${oneLine(report.title)}</h1></td></tr>`,
    row([report.scopeName, report.periodName].filter((each) => each !== null && each.trim() !== '').map((each) => oneLine(each!)).join(' · '), { size: 16, weight: 600, top: 2 }),
    row(html`${report.compareName !== null && html`${words.comparedWith(oneLine(report.compareName))}<br>`}${words.made(madeText(report), report.zone)}${live !== null && html`<br>${link(live, words.live)}`}`, { ...soft, top: 8 }),
  ]
  const bottom = [
    ...(cut ? [row(words.rest, { top: 24, weight: 600 })] : []),
    ...(live === null ? [] : [html`<tr><td class="pad" style="padding:30px 24px 0"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="${colours.accent}" style="background:${colours.accent};border-radius:6px"><a href="${live}" style="${font};display:inline-block;padding:12px 24px;font-size:15px;line-height:21px;font-weight:600;color:#ffffff;text-decoration:none">${words.live}</a></td></tr></table></td></tr>`, row(words.liveHint, { ...soft, top: 8 })]),
    row(html`${words.how.interval} ${words.how.arrow} ${words.how.few}`, { ...soft, top: 22 }),
    ...(report.because === null && pause === null ? [] : [html`<tr><td class="pad" style="padding:20px 24px 0"><div class="line" style="border-top:1px solid ${colours.line};font-size:1px;line-height:1px">&nbsp;</div></td></tr>`, row(html`${report.because !== null && `${oneLine(report.because)} `}${pause !== null && link(pause, words.pause)}`, { ...soft, top: 12 })]),
    html`<tr><td style="font-size:1px;line-height:28px">&nbsp;</td></tr>`,
  ]
  return html`<!doctype html><html lang="${report.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${subject}</title><style>${styles}</style></head><body class="ground" bgcolor="${colours.ground}" style="margin:0;padding:0;background:${colours.ground}"><table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${colours.ground}" style="background:${colours.ground}"><tr><td align="center" style="padding:0"><!--[if mso]><table role="presentation" width="${wide}" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]--><table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${colours.card}" style="max-width:${wide}px;background:${colours.card};table-layout:fixed">${top}${rows}${bottom}</table><!--[if mso]></td></tr></table><![endif]--></td></tr></table></body></html>`
}
