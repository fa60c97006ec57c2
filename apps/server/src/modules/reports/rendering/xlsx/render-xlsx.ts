// A report as a spreadsheet: what it is about on the first sheet, then each block on its own, with the program's own charts.
import { plainReportText } from '@kontuar/charts'
import type { FilledReport, MetricInfo } from '@kontuar/contracts'
import writeExcelFile, { type CellObject, type Feature } from 'write-excel-file/node'
import type { TileBlock } from '../outline/read-tile.ts'
import { reportWords } from '../words/index.ts'
import { nativeCharts, type NativeChart } from './native-charts.ts'
import { onePageWide } from './one-page-wide.ts'
import { sheetNames } from './sheet-names.ts'
import { blockSheet, numbersSheet, type Sheet, type SheetColumn, type Value } from './sheets.ts'

const formats: Record<MetricInfo['unit'], string> = { count: '#,##0', share: '0.0%', seconds: '[h]:mm:ss', points: '0.0', score: '0.00' }
/** A spreadsheet shows no negative time of day: differences of times are minutes. */
const changes: Record<MetricInfo['unit'], string> = { count: '+#,##0;-#,##0;0', share: '+0.0%;-0.0%;0.0%', seconds: '+0.0" min";-0.0" min";0" min"', points: '+0.0;-0.0;0.0', score: '+0.00;-0.00;0.00' }
const [instantFormat, dayFormat] = ['yyyy-mm-dd hh:mm', 'yyyy-mm-dd'] as const
const daySeconds = 86_400
/** Title, a blank row, then the heads. */
const headRow = 2

export async function renderXlsx(report: FilledReport): Promise<Uint8Array> {
  const words = reportWords(report.language)
  const given = { report, words }
  const tiles = report.blocks.filter((block): block is TileBlock => block.kind === 'tile' && block.tile.kind === 'number')
  const numbers = numbersSheet(tiles, given)
  const sheets = [...(numbers ? [numbers] : []), ...report.blocks.flatMap((block) => { const sheet = blockSheet(block, given); return sheet ? [sheet] : [] })]
  const [firstName, ...names] = sheetNames([words.sheet.report, ...sheets.map(({ title }) => title)]) as [string, ...string[]]
  const charts = new Map(sheets.flatMap((sheet, index) => { const chart = chartOf(sheet, names[index]!, report.zone); return chart ? [[index + 1, chart] as const] : [] }))
  const file = writeExcelFile([
    { data: firstSheet(report, sheets, names), sheet: firstName, columns: [{ width: 26 }, { width: 90 }], orientation: 'portrait' as const },
    ...sheets.map((sheet, index) => ({ data: sheetData(sheet, report.zone), sheet: names[index]!, columns: sheet.columns.map(({ unit }) => ({ width: unit === 'long' ? 70 : unit === 'text' ? 26 : unit === 'instant' ? 17 : 14 })), stickyRowsCount: headRow + 1, orientation: 'landscape' as const })),
  ], { fontFamily: 'Calibri', fontSize: 11, features: [nativeCharts(charts), onePageWide] as unknown as Feature<never>[] } as never)
  return file.toBuffer()
}

function firstSheet(report: FilledReport, sheets: readonly Sheet[], names: readonly string[]): (CellObject | null)[][] {
  const words = reportWords(report.language)
  const line = (label: string, value: string | Date | null, format?: string): (CellObject | null)[] => [{ type: String, value: label, fontWeight: 'bold', alignVertical: 'top' }, value === null ? null : value instanceof Date ? { type: Date, value: wallTime(value, report.zone), format: format ?? instantFormat, align: 'left' } : { type: String, value: cellText(value), ...wrapped(value, 90) }]
  return [
    [{ type: String, value: cellText(report.title), fontWeight: 'bold', fontSize: 18, height: 28 }], [{ type: String, value: cellText(report.organizationName) }], [],
    line(words.scope, report.scopeName ?? words.networkName), line(words.period, report.periodName), line(words.sheet.from, new Date(report.periodFrom)), line(words.sheet.to, new Date(report.periodTo)),
    ...(report.compareName === null ? [] : [line(words.comparedWith('').replace(/[:\s]+$/, ''), report.compareName)]), line(words.made('', '').replace(/[\s()]+$/, ''), new Date(report.madeAt)), line(words.zone, report.zone),
    line(words.sheet.link, report.link), ...(report.because === null ? [] : [line(words.because, report.because)]), ...(report.comment.trim() === '' ? [] : [line(words.comment, plainReportText(report.comment))]), [],
    [{ type: String, value: words.sheet.block, fontWeight: 'bold' }, { type: String, value: words.sheet.contents, fontWeight: 'bold' }],
    ...sheets.map((sheet, index): CellObject[] => [{ type: String, value: names[index]! }, { type: String, value: cellText(sheet.title), ...wrapped(sheet.title, 90) }]),
  ]
}

function sheetData(sheet: Sheet, zone: string): (CellObject | null)[][] {
  return [
    [{ type: String, value: cellText(sheet.title), fontWeight: 'bold', fontSize: 14, height: 22 }], [],
    sheet.columns.map(({ header, unit }) => ({ type: String, value: cellText(header), fontWeight: 'bold', wrap: true, alignVertical: 'bottom', bottomBorderStyle: 'thin', ...(header.length > (unit === 'long' ? 70 : unit === 'text' ? 26 : 14) ? { height: 31 } : {}), align: unit === 'text' || unit === 'long' ? 'left' : 'right' })),
    ...sheet.rows.map((row, index) => row.map((value, column) => cellOf(value, sheet.columns[column]!, sheet.units?.[index], zone))),
    ...(sheet.notes.length > 0 ? [[], ...sheet.notes.map((note): CellObject[] => [{ type: String, value: cellText(note), textColor: '#5f5a52' }])] : []),
  ]
}

/** Columns of one unit follow the row where each row is another metric; n stays a count. */
const unitOf = ({ unit }: SheetColumn, own: MetricInfo['unit'] | undefined): MetricInfo['unit'] | null => (unit === 'count' ? 'count' : unit === 'change' ? (own ?? 'score') : unit === 'share' || unit === 'seconds' || unit === 'points' || unit === 'score' ? (own ?? unit) : null)

function cellOf(value: Value, column: SheetColumn, own: MetricInfo['unit'] | undefined, zone: string): CellObject | null {
  if (value === null) return null
  if (value instanceof Date) return { type: Date, value: wallTime(value, zone), format: column.unit === 'day' ? dayFormat : instantFormat }
  if (typeof value === 'string') return value === '' ? null : { type: String, value: cellText(value), ...(column.unit === 'long' ? wrapped(value, 70) : { alignVertical: 'top' as const }) }
  const unit = unitOf(column, own)
  if (column.unit === 'change') return { type: Number, value: unit === 'seconds' ? value / 60 : value, format: changes[unit!] }
  if (unit === null) return { type: Number, value, format: Number.isInteger(value) ? '0' : '0.##' }
  return { type: Number, value: inFile(value, unit), format: unit === 'count' && !Number.isInteger(value) ? '#,##0.0' : formats[unit] }
}

/** The file says how high a row is; else programs show one line of several. A row of Excel has at most 409 points. */
function wrapped(text: string, width: number): Pick<CellObject, 'wrap' | 'alignVertical' | 'height'> {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)
  return { wrap: true, alignVertical: 'top', ...(lines > 1 ? { height: Math.min(400, lines * 15 + 1) } : {}) }
}

/** A duration in a spreadsheet is a share of a day. */
const inFile = (value: number, unit: MetricInfo['unit']): number => (unit === 'seconds' ? value / daySeconds : value)

/** Spreadsheets know no zones: the instant whose UTC reading is the wall's. */
function wallTime(at: Date, zone: string): Date {
  const wall = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime()
  return new Date(wall.toZonedDateTime('UTC').epochMilliseconds)
}

/** What XML can hold, of as many letters as a cell can. A text that begins with "=" stays a text: its type is String. */
const cellText = (text: string): string => text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_000)

function chartOf(sheet: Sheet, name: string, zone: string): NativeChart | null {
  const { chart } = sheet
  const rows = chart ? sheet.rows.slice(0, chart.most ?? sheet.rows.length) : []
  if (!chart || rows.length < 2 || !rows.some((row) => chart.values.some((column) => row[column] !== null))) return null
  const first = headRow + 1
  const serial = (value: Value) => (value instanceof Date ? wallTime(value, zone).getTime() / 86_400_000 + 25_569 : typeof value === 'number' ? inFile(value, unitOf(sheet.columns[chart.names]!, undefined) ?? 'count') : (value ?? ''))
  const dates = rows[0]![chart.names] instanceof Date
  return {
    kind: chart.kind, title: sheet.title, sheet: name, rows: [first, first + rows.length - 1], names: chart.names, namesAreDates: dates, hours: chart.hours ?? false, labels: rows.map((row) => serial(row[chart.names]!)), format: formats[chart.unit],
    series: chart.values.map((column, index) => ({ head: headRow, column, name: sheet.columns[column]!.header, dashed: index > 0, values: rows.map((row) => { const value = row[column]; return typeof value === 'number' ? inFile(value, chart.unit) : null }) })),
    at: { column: sheet.columns.length + 1, row: headRow }, high: chart.kind === 'bars' ? Math.max(10, rows.length + 5) : 20,
  }
}
