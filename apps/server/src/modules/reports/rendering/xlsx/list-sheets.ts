import type { FilledBlock, FilledReport } from '@kontuar/contracts'
import type { ReportWords } from '../words/index.ts'
import type { SheetColumn, Value } from './sheets.ts'

type Block<K extends FilledBlock['kind']> = Extract<FilledBlock, { kind: K }>
type Rows = [SheetColumn[], Value[][]]
const at = (instant: string | null): Date | null => (instant === null ? null : new Date(instant))

export const ticketRows = ({ items }: Block<'tickets'>, { madeAt }: FilledReport, { tickets, missing, sheet }: ReportWords): Rows => [
  [{ header: tickets.number, unit: 'number' }, { header: tickets.subject, unit: 'long' }, { header: tickets.customer, unit: 'text' }, { header: tickets.owner, unit: 'text' }, { header: sheet.queue, unit: 'text' }, { header: sheet.location, unit: 'text' }, { header: tickets.created, unit: 'instant' }, { header: tickets.due, unit: 'instant' }, { header: tickets.late(sheet.duration), unit: 'seconds' }, { header: tickets.missing, unit: 'text' }],
  items.map((item) => [item.number, item.subject, item.customerName, item.ownerName ?? tickets.nobody, item.queueName, item.locationName, at(item.createdAt), at(item.dueAt), item.dueAt === null || Date.parse(item.dueAt) >= Date.parse(madeAt) ? null : (Date.parse(madeAt) - Date.parse(item.dueAt)) / 1000, item.missing.map((name) => missing[name] ?? name).join(', ')]),
]

export const commentText = ({ items }: Block<'comments'>, { loops, comments, sheet }: ReportWords): Rows => [
  [{ header: sheet.at, unit: 'instant' }, { header: loops.score, unit: 'number' }, { header: sheet.to, unit: 'number' }, { header: sheet.answer, unit: 'long' }, { header: sheet.location, unit: 'text' }, { header: sheet.ticket, unit: 'number' }, { header: comments.becameOf.replace(/:$/, ''), unit: 'text' }],
  items.map((item) => [at(item.at), item.score, item.scaleMax, item.text, item.locationName, item.ticketNumber, item.becameOf]),
]

export const loopRows = ({ items }: Block<'loops'>, { loops, loopStates, tickets, yes, no }: ReportWords): Rows => [
  [{ header: loops.opened, unit: 'instant' }, { header: loops.customer, unit: 'text' }, { header: loops.score, unit: 'number' }, { header: loops.owner, unit: 'text' }, { header: loops.cause, unit: 'text' }, { header: loops.remedy, unit: 'long' }, { header: loops.contactedAt, unit: 'instant' }, { header: loops.state, unit: 'text' }, { header: loops.recovered, unit: 'text' }],
  items.map((item) => [at(item.openedAt), item.customerName, item.score, item.ownerName ?? tickets.nobody, item.causeName, item.remedy, at(item.contactedAt), loopStates[item.state] ?? item.state, item.recovered === null ? null : item.recovered ? yes : no]),
]
