// Tables as files: CSV for any spreadsheet, XLSX with real numbers, dates and formats.
import writeExcelFile from 'write-excel-file/node'
import { csvLine } from '../../../../platform/http/csv.ts'
import type { Column, Table } from './tile-table.ts'

/** UTF-8 with the mark that tells Excel so. Times as RFC 3339; numbers as they are, with a point. */
export const tableAsCsv = (table: Table, separator: ',' | ';'): string =>
  `\uFEFF${csvLine(table.columns.map((c) => c.header), separator)}${table.rows.map((row) => csvLine(row.map((cell) => (cell instanceof Date ? cell.toISOString() : cell)), separator)).join('')}`

const formats: Record<Column['unit'], string | undefined> = { text: undefined, instant: 'yyyy-mm-dd hh:mm', count: '#,##0', share: '0.0%', seconds: '[h]:mm:ss', points: '0.0', score: '0.00' }

/** @param timeZone of the organization: spreadsheets know no zones, so an instant is written as its wall reads there */
export async function tableAsXlsx(table: Table, sheet: string, timeZone: string): Promise<Buffer> {
  const head = table.columns.map((c) => ({ value: c.header, fontWeight: 'bold' as const }))
  const rows = table.rows.map((row) => row.map((cell, i) => cellOf(cell, table.columns[i]!, timeZone)))
  return writeExcelFile([head, ...rows], { sheet: sheetName(sheet), columns: table.columns.map((c) => ({ width: c.unit === 'text' ? 28 : 16 })), stickyRowsCount: 1 }).toBuffer()
}

function cellOf(cell: string | number | Date | null, { unit }: Column, timeZone: string) {
  if (cell === null) return null
  if (cell instanceof Date) return { type: Date, value: wallTime(cell, timeZone), format: formats.instant! }
  if (typeof cell === 'string') return { type: String, value: cell }
  // A duration in a spreadsheet is a share of a day.
  return { type: Number, value: unit === 'seconds' ? cell / 86_400 : cell, ...(formats[unit] === undefined ? {} : { format: formats[unit] }) }
}

/** The instant whose UTC reading is the wall's. */
function wallTime(at: Date, timeZone: string): Date {
  const wall = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime()
  return new Date(wall.toZonedDateTime('UTC').epochMilliseconds)
}

/** Excel allows 31 characters, and none of []:*?/\ */
const sheetName = (name: string) => name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31).trim() || 'Kontuar'
