// A whole table: which separator it has, and its rows.
import { setImmediate } from 'node:timers/promises'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { readRows, separators, type Separator, type TableRow } from './read-rows.ts'

/** So many rows, and others have their turn: reading them takes some milliseconds. */
const breathAfter = 2000

/**
 * Its rows with the heading, which is the first.
 * @param mostRows besides headings, of which there may be three
 * @throws Refusal `invalid-input`; `too-large`
 */
export async function readTable(given: string, mostRows: number): Promise<TableRow[]> {
  const { text, separator } = prepare(given)
  const rows: TableRow[] = []
  for (const row of readRows(text, separator)) {
    rows.push(row)
    if (rows.length > mostRows + 3) throw new Refusal('too-large', `The file has more than ${mostRows.toLocaleString('en')} rows: split it and send the parts one after the other.`, { csv: 'has too many rows' })
    if (rows.length % breathAfter === 0) await setImmediate()
  }
  if (rows.length === 0) throw new Refusal('invalid-input', 'The file is empty: it needs a heading and rows.', { csv: 'is empty' })
  return rows
}

function prepare(given: string): { text: string; separator: Separator } {
  const text = given.startsWith('\ufeff') ? given.slice(1) : given
  if (text.slice(0, 100_000).includes('\0')) throw new Refusal('invalid-input', 'This is no text: save it as CSV, in UTF-8.', { csv: 'is no text' })
  // Excel writes and reads such a first line.
  const said = /^sep=([,;\t|])(?:\r\n|\n|\r)/i.exec(text)
  // The line stays, empty, so that the numbers of lines are those of the file.
  return said === null ? { text, separator: findSeparator(text) } : { text: text.slice(said[0].length - 1), separator: said[1] as Separator }
}

/** The one that cuts the first rows most evenly; a text with commas in it is not even. */
export function findSeparator(text: string): Separator {
  let best: { separator: Separator; worth: number } = { separator: ',', worth: 0 }
  for (const separator of separators) {
    const widths = firstWidths(text.slice(0, 200_000), separator)
    const width = widths[0] ?? 1
    const even = widths.filter((w) => w === width).length / widths.length
    const worth = width === 1 ? 0 : even * even * width
    if (worth > best.worth) best = { separator, worth }
  }
  return best.separator
}

const looked = 20

function firstWidths(text: string, separator: Separator): number[] {
  const widths: number[] = []
  try {
    for (const row of readRows(text, separator)) {
      widths.push(row.cells.length)
      if (widths.length === looked) break
    }
  } catch (error) {
    // It was cut in the middle of a cell, or another separator leaves a quotation mark open: what was read so far tells enough.
    if (!(error instanceof Refusal)) throw error
  }
  return widths
}
