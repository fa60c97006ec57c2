// The same for whoever reads plain text: every figure, every link written out.
import { plainReportText, safeLink } from '@kontuar/charts'
import type { FilledReport } from '@kontuar/contracts'
import type { Piece, Section } from '../outline/outline.ts'
import { madeText } from '../words/made-text.ts'
import { shortened } from '../outline/shortened.ts'
import { reportWords } from '../words/index.ts'
import { clean, oneLine } from './clean.ts'
import { commentLetters, fewRanks, mostComments } from './mail-sections.ts'

const mostLetters = 60_000

export function mailText(report: FilledReport, sections: readonly Section[]): string {
  const words = reportWords(report.language)
  const live = safeLink(report.link)
  const pause = report.pauseLink === null ? null : safeLink(report.pauseLink)
  const head = [oneLine(report.organizationName), oneLine(report.title).toLocaleUpperCase(report.language), [report.scopeName, report.periodName].filter(Boolean).map((each) => oneLine(each!)).join(' · '), ...(report.compareName === null ? [] : [words.comparedWith(oneLine(report.compareName))]), words.made(madeText(report), report.zone)].join('\n')
  const blocks = sections.map((section) => sectionText(section, report)).filter((block) => block.trim() !== '')
  const foot = [...(live === null ? [] : [`${words.live}: ${live}`]), `${words.how.interval} ${words.how.arrow} ${words.how.few}`]
  const why = [...(report.because === null ? [] : [oneLine(report.because)]), ...(pause === null ? [] : [`${words.pause}: ${pause}`])]
  const body = blocks.join('\n\n')
  return `${[head, body.length > mostLetters ? `${shortened(body, mostLetters)}\n\n${words.rest}` : body, foot.join('\n\n'), ...(why.length > 0 ? [`-- \n${why.join('\n')}`] : [])].join('\n\n')}\n`
}

const headed = (title: string, lines: readonly string[]): string => `${oneLine(title)}\n${'-'.repeat(Math.min(60, Array.from(oneLine(title)).length))}\n${lines.join('\n')}`

function sectionText(section: Section, report: FilledReport): string {
  const words = reportWords(report.language)
  switch (section.kind) {
    case 'tiles': return section.rows.flatMap((row) => (row[0]!.kind === 'number' ? [row.map(pieceText).join('\n')] : row.map(pieceText))).join('\n\n')
    case 'text': return section.title === null ? clean(plainReportText(section.text)) : headed(section.title, [clean(plainReportText(section.text))])
    case 'summary': return headed(section.title, section.sentences.length === 0 ? [words.noSentences] : section.sentences.map(({ text }) => `- ${oneLine(shortened(text, 600))}`))
    case 'ranking': return headed(section.title, [...fewRanks(section.rows).map(({ place, name, value, margin, n, own }) => (name === '…' ? '…' : `${own ? '> ' : ''}${place === null ? '' : `${place}. `}${oneLine(shortened(name, 80))}: ${value}${margin === '' ? '' : ` (${margin}, n = ${n})`}`)), ...section.under.map(oneLine)])
    case 'list': return headed(section.title, section.rows.length === 0 ? [section.nothing] : [...section.rows.map((cells) => `- ${cells.flatMap(({ text }, index) => (text === '' ? [] : [index < 2 ? oneLine(shortened(text, 200)) : `${section.columns[index]!.name}: ${oneLine(shortened(text, 300))}`])).join('; ')}`), ...section.under])
    case 'comments': return headed(section.title, section.items.length === 0 ? [section.nothing] : [...section.items.slice(0, mostComments).map(({ line, by }) => `"${oneLine(shortened(line.text, commentLetters))}"\n  ${oneLine(by)}${line.becameOf === null || line.becameOf.trim() === '' ? '' : ` · ${words.comments.becameOf} ${oneLine(line.becameOf)}`}`), ...section.under])
    case 'break': return ''
  }
}

function pieceText(piece: Piece): string {
  switch (piece.kind) {
    case 'number': {
      const { value, instead, margin, of, change, network, leftOut } = piece.shown
      const sure = [margin, of].filter((each) => each !== null).join(', ')
      return [`${oneLine(piece.title)}: ${value ?? instead}${sure === '' ? '' : ` (${sure})`}`, ...(change === null ? [] : [`${change.words}${change.toneWord === null ? '' : ` (${change.toneWord})`}`]), network, leftOut].filter((each) => each !== null).join('; ')
    }
    case 'chart': return [oneLine(piece.says), ...piece.under.map(oneLine)].join('\n')
    case 'table': return headed(piece.title, [piece.table.columns.map(({ name }) => oneLine(name)).join(' | '), ...piece.table.rows.map((cells) => cells.map(({ text }) => oneLine(text)).join(' | '))])
    case 'text': return clean(plainReportText(piece.text))
    case 'note': return `${oneLine(piece.title)}: ${oneLine(piece.text)}`
  }
}
