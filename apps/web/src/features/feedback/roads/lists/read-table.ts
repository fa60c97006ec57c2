// The beginning of a file with people, to be shown before it is sent. The server reads it whole, and anew. Pure.

export type Known = 'email' | 'phone' | 'name' | 'language' | 'fact'
export interface Table { columns: { name: string; as: Known; sample: string[] }[]; /** Lines with something in them, without the heading; of a file cut short: at least so many. */ lines: number }

const known: Record<string, Exclude<Known, 'fact'>> = { email: 'email', phone: 'phone', name: 'name', language: 'language' }
const samples = 3

/** The sign between columns that splits the heading into most parts. */
function separatorOf(heading: string): string {
  const count = (sign: string) => splitLine(heading, sign).length
  return [';', '\t', ','].toSorted((a, b) => count(b) - count(a))[0]!
}

function splitLine(line: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]!
    if (quoted && sign === '"' && line[at + 1] === '"') { cell += '"'; at++ } else if (sign === '"') quoted = !quoted
    else if (sign === separator && !quoted) { cells.push(cell); cell = '' } else cell += sign
  }
  return [...cells, cell].map((each) => each.trim())
}

/** Lines, with those joined that a quote runs over. */
function linesOf(text: string): string[] {
  const lines: string[] = []
  let open = false
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    if (open) lines[lines.length - 1] += `\n${line}`
    else lines.push(line)
    if ((line.match(/"/g) ?? []).length % 2 === 1) open = !open
  }
  return lines.filter((line) => line.trim() !== '')
}

/** Null: nothing that could be a heading. */
export function readTable(text: string): Table | null {
  const [heading, ...rest] = linesOf(text)
  if (heading === undefined) return null
  const separator = separatorOf(heading)
  const first = rest.slice(0, samples).map((line) => splitLine(line, separator))
  const columns = splitLine(heading, separator).map((name, index) => ({ name, as: known[name.toLowerCase().replaceAll(/[\s_-]/g, '')] ?? ('fact' as const), sample: first.map((row) => row[index] ?? '') }))
  return { columns, lines: rest.length }
}

export const reaches = (table: Table, road: 'email' | 'sms'): boolean => table.columns.some(({ as }) => as === (road === 'email' ? 'email' : 'phone'))
