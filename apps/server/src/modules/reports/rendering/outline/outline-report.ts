import type { FilledReport } from '@kontuar/contracts'
import { reportWords } from '../words/index.ts'
import type { Piece, Section } from './outline.ts'
import { readComments, readLoops, readTickets } from './read-lists.ts'
import { readRanking } from './read-ranking.ts'
import { readTile } from './read-tile.ts'

/** Everything between the head and the foot, in order; tiles that follow each other share rows of four columns. */
export function outlineReport(report: FilledReport): Section[] {
  const words = reportWords(report.language)
  const sections: Section[] = []
  let tiles: Piece[] = []
  const flush = () => {
    if (tiles.length > 0) sections.push({ kind: 'tiles', rows: rowsOf(tiles) })
    tiles = []
  }
  if (report.comment.trim() !== '') sections.push({ kind: 'text', title: words.comment, text: report.comment })
  for (const block of report.blocks) {
    if (block.kind === 'tile') {
      tiles.push(readTile(block, report))
      continue
    }
    flush()
    switch (block.kind) {
      case 'text': sections.push({ kind: 'text', title: null, text: block.text }); break
      case 'summary': sections.push({ kind: 'summary', title: block.title, sentences: block.sentences }); break
      case 'ranking': sections.push(readRanking(block, report)); break
      case 'tickets': sections.push(readTickets(block, report)); break
      case 'comments': sections.push(readComments(block, report)); break
      case 'loops': sections.push(readLoops(block, report)); break
      case 'break': sections.push({ kind: 'break' }); break
    }
  }
  flush()
  return sections
}

/** Rows of at most four columns; numbers and charts stand in rows of their own, since their heights differ. */
export function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = []
  const kindOf = (piece: Piece) => (piece.kind === 'chart' || piece.kind === 'note' ? 'wide' : piece.kind)
  // What may be longer than a page stands alone.
  const alone = new Set(['table', 'text'])
  for (const piece of pieces) {
    const row = rows.at(-1)
    const used = row?.reduce((sum, { width }) => sum + width, 0) ?? 4
    if (row && used + piece.width <= 4 && !alone.has(piece.kind) && kindOf(row[0]!) === kindOf(piece)) row.push(piece)
    else rows.push([piece])
  }
  return rows
}
