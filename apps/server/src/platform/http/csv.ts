// RFC 4180, as spreadsheets read it. A cell that a spreadsheet would take for a formula is written as text: what customers write
// must not be carried out on a colleague's machine.

/** @param separator Excel expects the list separator of its language: a semicolon in Polish and Russian, a comma in English */
export const csvLine = (cells: readonly unknown[], separator: ',' | ';'): string => `${cells.map((cell) => csvCell(cell, separator)).join(separator)}\r\n`

function csvCell(cell: unknown, separator: string): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  const text = String(cell)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
