// Tickets, loops and comments: rows in words.
import { durationText, safeLink } from '@kontuar/charts'
import type { FilledBlock, FilledReport, ReportCommentLine } from '@kontuar/contracts'
import { reportWords } from '../words/index.ts'
import type { Cell, Section } from './outline.ts'

type Block<K extends FilledBlock['kind']> = Extract<FilledBlock, { kind: K }>
const moreOf = (more: number, report: FilledReport): string[] => (more > 0 ? [reportWords(report.language).more(more)] : [])
const soft = (text: string): Cell => ({ text, soft: true })

/** "28 lis, 14:05" in the zone of the report. */
export const momentText = (at: string, { language, zone }: Pick<FilledReport, 'language' | 'zone'>): string => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone: zone, day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(at))
export const dayText = (at: string, { language, zone }: Pick<FilledReport, 'language' | 'zone'>): string => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone: zone, day: 'numeric', month: 'short' }).format(new Date(at))

export function readTickets(block: Block<'tickets'>, report: FilledReport): Section {
  const words = reportWords(report.language)
  const missing = block.items.some((item) => item.missing.length > 0)
  const due = block.items.some((item) => item.dueAt !== null)
  // One place in every row says nothing.
  const places = new Set(block.items.map((item) => item.locationName ?? item.queueName ?? '')).size > 1
  return {
    kind: 'list', title: block.title, nothing: words.noTickets, under: moreOf(block.more, report),
    columns: [{ name: words.tickets.number, share: 9 }, { name: words.tickets.subject, share: 30 }, { name: words.tickets.customer, share: 18 }, { name: words.tickets.owner, share: 17 }, ...(places ? [{ name: words.tickets.place, share: 15 }] : []), ...(missing ? [{ name: words.tickets.missing, share: 21 }] : due ? [{ name: words.tickets.due, share: 21 }] : [{ name: words.tickets.created, share: 16 }])],
    rows: block.items.map((item): Cell[] => [
      { text: `#${item.number}`, soft: true }, { text: item.subject, bold: true }, { text: item.customerName }, item.ownerName === null ? soft(words.tickets.nobody) : { text: item.ownerName }, ...(places ? [{ text: item.locationName ?? item.queueName ?? '' }] : []),
      missing ? { text: item.missing.map((name) => words.missing[name] ?? name).join(', ') } : due ? dueCell(item.dueAt, report) : { text: momentText(item.createdAt, report) },
    ]),
  }
}

function dueCell(dueAt: string | null, report: FilledReport): Cell {
  if (dueAt === null) return { text: '' }
  const late = (Date.parse(report.madeAt) - Date.parse(dueAt)) / 1000
  return late > 0 ? { text: `${momentText(dueAt, report)} · ${reportWords(report.language).tickets.late(durationText(late, report.language, { days: true, short: true }))}`, tone: 'bad' } : { text: momentText(dueAt, report) }
}

export function readLoops(block: Block<'loops'>, report: FilledReport): Section {
  const words = reportWords(report.language)
  const { loops } = words
  return {
    kind: 'list', title: block.title, nothing: words.noLoops, under: moreOf(block.more, report),
    columns: [{ name: loops.opened, share: 10 }, { name: loops.customer, share: 18 }, { name: loops.score, share: 10 }, { name: loops.owner, share: 16 }, { name: loops.cause, share: 18 }, { name: loops.remedy, share: 26 }, { name: loops.state, share: 16 }],
    rows: block.items.map((item): Cell[] => [
      soft(dayText(item.openedAt, report)), { text: item.customerName, bold: true, ...loopAddress(item.id, report) }, { text: scoreText(item.score, item.scaleMax, report) }, item.ownerName === null ? soft(words.tickets.nobody) : { text: item.ownerName }, { text: item.causeName ?? '' }, { text: item.remedy },
      { text: words.loopStates[item.state] ?? item.state, ...(item.recovered === null ? {} : { tone: item.recovered ? 'good' as const : 'bad' as const }) },
    ]),
  }
}

export function scoreText(score: number | null, most: number | null, { language }: FilledReport): string {
  if (score === null) return ''
  const format = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, { maximumFractionDigits: 2 })
  return most === null ? format.format(score) : `${format.format(score)}/${format.format(most)}`
}

export function readComments(block: Block<'comments'>, report: FilledReport): Section {
  const words = reportWords(report.language)
  const places = new Set(block.items.map(({ locationName }) => locationName)).size > 1
  return { kind: 'comments', title: block.title, nothing: words.noComments, under: moreOf(block.more, report), items: block.items.map((line) => ({ line, by: commentBy(line, places, report), ...(line.recoveryId === null ? {} : loopAddress(line.recoveryId, report)) })) }
}

/** "ocena 2 z 10 · 28 lis, 14:05 · Kraków · #1042" */
function commentBy(line: ReportCommentLine, places: boolean, report: FilledReport): string {
  const words = reportWords(report.language)
  const number = new Intl.NumberFormat(report.language === 'en' ? 'en-GB' : report.language, { maximumFractionDigits: 2 })
  const score = line.score === null ? null : words.comments.score(number.format(line.score), line.scaleMax === null ? null : number.format(line.scaleMax))
  return [score, momentText(line.at, report), places ? line.locationName : null, line.ticketNumber === null ? null : `#${line.ticketNumber}`].filter((each) => each !== null).join(' · ')
}

/** Beside the report itself, whatever path the workspace lies under; a preview has no address. */
const loopAddress = (id: string, { link }: FilledReport): { href?: string } => (safeLink(link) === null ? {} : { href: new URL(`../recoveries/${id}`, link).href })
