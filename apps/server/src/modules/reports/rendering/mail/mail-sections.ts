// The sections of a report as rows of a mail; the pictures they need are drawn on the way.
import { lightLook } from '@kontuar/charts'
import { chartSvg } from '@kontuar/charts/draw'
import type { FilledReport } from '@kontuar/contracts'
import { html, type Html, type Piece as HtmlPiece } from '@kontuar/pages'
import type { Cell, ChartPiece, NumberPiece, Piece, RankRow, Section } from '../outline/outline.ts'
import { shortened } from '../outline/shortened.ts'
import { paintPng } from '../svg/paint-on-canvas.ts'
import { readSvg } from '../svg/read-svg.ts'
import type { ReportWords } from '../words/index.ts'
import { clean, oneLine } from './clean.ts'
import { colours, font, inside } from './mail-look.ts'
import { heading, link, notes, rich, row } from './mail-parts.ts'

export interface MailPicture { cid: string; png: Buffer }
export interface Making { report: FilledReport; words: ReportWords; pictures: MailPicture[] }

/** Drawn for 440 px and shown at up to 552: then its letters can still be read on a phone. */
const [chartWide, pixels] = [440, 2] as const
const chartHigh = [150, 190, 250] as const
const mostItems = 20
export const mostComments = 10
export const commentLetters = 400

export function mailSection(section: Section, making: Making): Html[] {
  const { words } = making
  switch (section.kind) {
    case 'tiles': return section.rows.flatMap((pieces) => tileRows(pieces, making))
    case 'text': return [...(section.title === null ? [] : [heading(section.title)]), ...rich(section.text, section.title === null ? 18 : 0)]
    case 'summary': return [heading(section.title), ...(section.sentences.length === 0 ? notes([words.noSentences]) : section.sentences.map((sentence) => row(html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="${toneClass(sentence.real ? sentence.tone : 'neutral')}" valign="top" width="22" style="${font};font-size:13px;line-height:22px;color:${toneColour(sentence.real ? sentence.tone : 'neutral')}">${sentence.real ? (sentence.tone === 'good' ? '▲' : sentence.tone === 'bad' ? '▼' : '●') : '○'}</td><td class="ink" style="${font};font-size:15px;line-height:22px;color:${colours.ink}">${oneLine(shortened(sentence.text, 600))}</td></tr></table>`, { top: 4 })))]
    case 'ranking': return [heading(section.title), ...(section.rows.length === 0 ? notes([words.nothing]) : [row(rankingTable(section, words))]), ...notes(section.under)]
    case 'list': return [heading(section.title), ...(section.rows.length === 0 ? notes([section.nothing]) : section.rows.slice(0, mostItems).map((cells, index) => itemRow(section.columns.map(({ name }) => name), cells, index))), ...notes(section.rows.length > mostItems ? [words.more(section.rows.length - mostItems)] : section.under)]
    case 'comments': return [heading(section.title), ...(section.items.length === 0 ? notes([section.nothing]) : section.items.slice(0, mostComments).map(({ line, by, href }) => quoteRow(line, by, href, words))), ...notes(section.items.length > mostComments ? [words.more(section.items.length - mostComments)] : section.under)]
    case 'break': return []
  }
}

const toneColour = (tone: 'good' | 'bad' | 'neutral' | 'plain') => (tone === 'good' ? colours.good : tone === 'bad' ? colours.bad : colours.soft)
const toneClass = (tone: 'good' | 'bad' | 'neutral' | 'plain') => (tone === 'good' || tone === 'bad' ? tone : 'soft')

function tileRows(pieces: readonly Piece[], making: Making): Html[] {
  if (pieces[0]!.kind === 'number') {
    const pairs: NumberPiece[][] = []
    pieces.forEach((piece, index) => { if (index % 2 === 0) pairs.push([piece as NumberPiece]); else pairs.at(-1)!.push(piece as NumberPiece) })
    return [html`<tr><td class="pad" style="padding:22px 24px 0"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="table-layout:fixed">${pairs.map((pair) => html`<tr>${[0, 1].map((at) => numberCell(pair[at], at))}</tr>`)}</table></td></tr>`]
  }
  return pieces.flatMap((piece): Html[] => {
    switch (piece.kind) {
      case 'chart': return [heading(piece.title), chartRow(piece, making), ...notes(piece.under)]
      case 'table': return [heading(piece.title), ...(piece.table.columns.length > mostColumns ? stackedRows(piece.table) : [row(plainTable(piece.table))]), ...notes([...piece.under, ...(piece.table.rows.length > mostItems ? [making.words.more(piece.table.rows.length - mostItems)] : [])])]
      case 'text': return [...(piece.title.trim() === '' ? [] : [heading(piece.title)]), ...rich(piece.text)]
      case 'note': return [heading(piece.title), ...notes([piece.text])]
      case 'number': return []
    }
  })
}

function numberCell(piece: NumberPiece | undefined, at: number): Html {
  if (!piece) return html`<td width="50%"></td>`
  const { shown } = piece
  const line = (content: HtmlPiece, colour: string, name = 'soft') => html`<div class="${name}" style="font-size:13px;line-height:19px;color:${colour}">${content}</div>`
  return html`<td class="ink" width="50%" valign="top" style="${font};color:${colours.ink};padding:0 ${at === 0 ? 10 : 0}px 18px ${at === 0 ? 0 : 10}px;word-break:break-word;overflow-wrap:anywhere"><div class="line" style="border-top:1px solid ${colours.line};font-size:1px;line-height:8px">&nbsp;</div>${line(oneLine(piece.title), colours.soft)}${shown.value === null ? html`<div class="soft" style="font-size:15px;line-height:21px;color:${colours.soft};padding-top:4px">${shown.instead}</div>` : html`<div class="ink" style="font-size:26px;line-height:34px;font-weight:600;color:${colours.ink}">${shown.value}</div>`}${(shown.margin ?? shown.of) !== null && line([shown.margin, shown.of].filter((each) => each !== null).join(' · '), colours.soft)}${shown.change !== null && line(`${shown.change.arrow === 'up' ? '▲ ' : shown.change.arrow === 'down' ? '▼ ' : ''}${shown.change.words}${shown.change.toneWord === null ? '' : ` (${shown.change.toneWord})`}`, toneColour(shown.change.tone), toneClass(shown.change.tone))}${shown.network !== null && line(shown.network, colours.soft)}${shown.leftOut !== null && line(shown.leftOut, colours.soft)}</td>`
}

function chartRow(piece: ChartPiece, { report, pictures }: Making): Html {
  const high = piece.rows === null ? chartHigh[Math.min(3, Math.max(1, piece.height)) - 1]! : Math.min(chartHigh[2], Math.max(70, piece.rows * 26 + 30))
  const { option } = piece.draw({ width: chartWide, height: high, look: lightLook, locale: report.language, timeZone: report.zone })
  const png = paintPng(readSvg(chartSvg(option, chartWide, high)), { width: chartWide, height: high, scale: (inside * pixels) / chartWide, ground: lightLook.ground })
  const cid = `chart-${pictures.length + 1}@report.kontuar`
  pictures.push({ cid, png })
  return html`<tr><td class="pad" style="padding:0 24px"><div class="picture"><img src="cid:${cid}" width="${inside}" height="${Math.round((inside * high) / chartWide)}" alt="${oneLine(shortened(piece.says, 700))}" style="${font};font-size:13px;line-height:19px;color:${colours.soft};display:block;width:100%;max-width:${inside}px;height:auto;border:0"></div></td></tr>`
}

/** The best, one's own with its neighbours, and the last: the whole list is on paper and in the live view. */
export function fewRanks(rows: readonly RankRow[]): RankRow[] {
  if (rows.length <= 14) return [...rows]
  const kept = rows.map((row, index) => index < 5 || index >= rows.length - 3 || rows.slice(Math.max(0, index - 1), index + 2).some(({ own }) => own))
  return rows.flatMap((row, index) => (kept[index] ? [row] : kept[index - 1] ? [{ ...row, place: null, name: '…', own: false, gap: true, value: '', few: false, margin: '', n: '', bar: null }] : []))
}

function rankingTable({ rows, dimension }: Extract<Section, { kind: 'ranking' }>, words: ReportWords): Html {
  const cell = (content: HtmlPiece, { align = 'left', soft = false, bold = false, width = '' } = {}) => html`<td class="${soft ? 'soft' : 'ink'}" align="${align}" valign="top"${width !== '' && html` width="${width}"`} style="${font};font-size:14px;line-height:20px;color:${soft ? colours.soft : colours.ink};font-weight:${bold ? 600 : 400};padding:6px ${align === 'right' ? 6 : 4}px;word-break:break-word;overflow-wrap:anywhere">${content}</td>`
  const bar = ({ bar: drawn, outside, own }: RankRow) => {
    if (drawn === null) return false
    const [from, to] = [Math.min(drawn.zero, drawn.end), Math.max(drawn.zero, drawn.end)].map((share) => Math.round(share * 100)) as [number, number]
    const colour = outside?.tone === 'good' ? colours.good : outside?.tone === 'bad' ? colours.bad : own ? colours.accent : '#87aead'
    const part = (width: number, ground: string) => width > 0 && html`<td width="${width}%" bgcolor="${ground}" style="background:${ground};font-size:1px;line-height:5px;height:5px">&nbsp;</td>`
    const rest = (width: number) => width > 0 && html`<td class="track" width="${width}%" bgcolor="#f4f1ec" style="background:#f4f1ec;font-size:1px;line-height:5px;height:5px">&nbsp;</td>`
    return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin-top:3px"><tr>${rest(from)}${part(Math.max(1, to - from), colour)}${rest(100 - Math.max(from + 1, to))}</tr></table>`
  }
  return html`<table width="100%" cellpadding="0" cellspacing="0" border="0"><tr>${[['#', 'left'], [dimension, 'left'], [words.sheet.value, 'right']].map(([name, align]) => html`<th class="soft line" scope="col" align="${align}" style="${font};font-size:12px;line-height:18px;font-weight:600;color:${colours.soft};border-bottom:1px solid ${colours.line};padding:4px">${name}</th>`)}</tr>${rows.length > 0 && fewRanks(rows).map((each) => html`<tr${each.own && html` class="own" bgcolor="${colours.own}" style="background:${colours.own}"`}>${cell(each.place ?? '', { soft: true, width: '28' })}${cell(html`${oneLine(shortened(each.name, 80))}${bar(each)}`, { bold: each.own, soft: each.few })}${cell(html`${each.value}${each.margin !== '' && html`<br><span class="soft" style="font-size:12px;line-height:17px;font-weight:400;color:${colours.soft}">${each.margin}, n&nbsp;=&nbsp;${each.n}</span>`}`, { align: 'right', bold: each.own, soft: each.few, width: each.few ? '45%' : '34%' })}</tr>`)}</table>`
}

function itemRow(names: readonly string[], cells: readonly Cell[], index: number): Html {
  const head = cells.findIndex(({ bold }) => bold)
  const number = cells[0]!.text.startsWith('#') || head > 0 ? `${oneLine(cells[0]!.text)} ` : ''
  const rest = cells.flatMap((cell, at): HtmlPiece[] => (at === head || at === 0 || cell.text === '' ? [] : [html`${oneLine(names[at]!)}:&nbsp;<span class="${cell.tone ?? 'ink'}" style="color:${cell.tone === 'bad' ? colours.bad : cell.tone === 'good' ? colours.good : colours.ink}">${oneLine(shortened(cell.text, 300))}</span>`]))
  return row(html`<div class="ink" style="font-weight:600"><span class="soft" style="color:${colours.soft};font-weight:400">${number}</span>${linked(oneLine(shortened(cells[head]?.text ?? '', 200)), cells[head]?.href)}</div><div class="soft" style="font-size:13px;line-height:20px;color:${colours.soft}">${rest.map((each, at) => html`${at > 0 && ' · '}${each}`)}</div>`, { top: index === 0 ? 2 : 10 })
}

const linked = (text: string, href: string | undefined): HtmlPiece => (href === undefined ? text : link(href, text))

function quoteRow(line: Extract<Section, { kind: 'comments' }>['items'][number]['line'], by: string, href: string | undefined, words: ReportWords): Html {
  const low = line.score !== null && line.scaleMax !== null && line.score <= line.scaleMax * 0.6
  const lines = clean(shortened(line.text, commentLetters)).split(/\n+/)
  return row(html`<table width="100%" role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td width="3" bgcolor="${low ? colours.bad : colours.line}" style="background:${low ? colours.bad : colours.line};font-size:1px">&nbsp;</td><td class="ink" style="${font};font-size:15px;line-height:22px;color:${colours.ink};padding:0 0 0 12px;word-break:break-word;overflow-wrap:anywhere">${lines.map((each, index) => html`${index > 0 && html`<br>`}${each}`)}<div class="soft" style="font-size:13px;line-height:19px;color:${colours.soft}">${oneLine(by)}${line.becameOf !== null && line.becameOf.trim() !== '' && html` · ${words.comments.becameOf} ${linked(oneLine(line.becameOf), href)}`}</div></td></tr></table>`, { top: 8, bottom: 4 })
}

/** Short words stay whole, also where a column is narrow; long ones are broken rather than widen a phone. */
const breaking = (text: string) => (text.split(/\s/).some((word) => word.length > 16) ? 'word-break:break-word;overflow-wrap:anywhere' : 'overflow-wrap:break-word')

/** More columns than a phone has room for: then each row is a paragraph, since not every program lays out anew for a narrow window. */
const mostColumns = 4

function stackedRows({ columns, rows }: Extract<Piece, { kind: 'table' }>['table']): Html[] {
  return rows.slice(0, mostItems).map((cells, index) => row(html`<div class="ink" style="font-weight:600">${oneLine(shortened(cells[0]?.text ?? '', 200))}</div><div class="soft" style="font-size:13px;line-height:20px;color:${colours.soft}">${cells.slice(1).map(({ text, faint }, at) => html`${at > 0 && ' · '}${oneLine(columns[at + 1]!.name)}:&nbsp;<span class="${faint ? 'soft' : 'ink'}" style="color:${faint ? colours.soft : colours.ink};white-space:nowrap">${oneLine(text)}</span>`)}</div>`, { top: index === 0 ? 2 : 10 }))
}

function plainTable({ columns, rows }: Extract<Piece, { kind: 'table' }>['table']): Html {
  const side = (index: number) => (columns[index]!.number ? 'right' : 'left')
  return html`<table width="100%" cellpadding="0" cellspacing="0" border="0"><tr>${columns.map(({ name }, index) => html`<th class="soft line" scope="col" align="${side(index)}" valign="bottom" style="${font};font-size:12px;line-height:17px;font-weight:600;color:${colours.soft};border-bottom:1px solid ${colours.line};padding:4px;${breaking(name)}">${oneLine(name)}</th>`)}</tr>${rows.slice(0, mostItems).map((cells) => html`<tr>${cells.map(({ text, faint }, index) => html`<td class="${faint ? 'soft' : 'ink'} line" align="${side(index)}" valign="top" style="${font};font-size:14px;line-height:20px;color:${faint ? colours.soft : colours.ink};border-bottom:1px solid ${colours.line};padding:5px 4px;${columns[index]!.number && text.length <= 14 ? 'white-space:nowrap' : breaking(text)}">${oneLine(text)}</td>`)}</tr>`)}</table>`
}
