/*
 * Rows of a CSV file (RFC 4180), read leniently where spreadsheets differ: separated by , ; tab or |, ended by CRLF, LF or CR, quoted
 * or not. Row by row, so that whoever reads a long file can let others have a turn. Our own: a library reads callbacks or streams, and
 * none tells on which line a row began, which every refusal names.
 */
import { Refusal } from '../../../../platform/http/refusal.ts'

export const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]
export interface TableRow { /** Of the file, from 1: where the row begins. */ line: number; cells: string[] }

const mostColumns = 500
/** A quote that is never closed would swallow the rest of the file. */
const longestCell = 100_000

/** Without empty rows. @throws Refusal `invalid-input` */
export function* readRows(text: string, separator: Separator): Generator<TableRow> {
  let at = 0
  let line = 1
  while (at < text.length) {
    const row: TableRow = { line, cells: [] }
    for (let ended = false; !ended;) {
      const cell = text[at] === '"' ? quoted(text, at, separator, line) : plain(text, at, separator)
      if (cell.value.length > longestCell) throw new Refusal('invalid-input', `A cell of the row on line ${row.line} is longer than ${longestCell} characters: perhaps a quotation mark is not closed.`, { csv: 'has a cell that is too long' })
      row.cells.push(cell.value)
      if (row.cells.length > mostColumns) throw new Refusal('invalid-input', `The row on line ${row.line} has more than ${mostColumns} columns: leave out what is not needed.`, { csv: 'has too many columns' })
      line += cell.lines
      at = cell.end
      if (text[at] === separator) at++
      else {
        ended = true
        at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
        line++
      }
    }
    if (row.cells.some((cell) => cell.trim() !== '')) yield row
  }
}

interface Cell { value: string; /** Where the separator or the end of the line stands. */ end: number; /** Line ends within. */ lines: number }

function plain(text: string, from: number, separator: Separator): Cell {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return { value: text.slice(from, end), end, lines: 0 }
}

function quoted(text: string, from: number, separator: Separator, line: number): Cell {
  let value = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) throw new Refusal('invalid-input', `The quotation mark on line ${line} is never closed: close it, or take it away.`, { csv: 'has an open quotation mark' })
    value += text.slice(at, quote)
    if (value.length > longestCell) return { value, end: text.length, lines: 0 }
    at = quote + 1
    if (text[at] !== '"') break
    value += '"'
    at++
  }
  // What stands behind the closing one belongs to it: some tools write "a" b.
  const rest = plain(text, at, separator)
  return { value: value + rest.value, end: rest.end, lines: value.match(/\r\n|\n|\r/g)?.length ?? 0 }
}
