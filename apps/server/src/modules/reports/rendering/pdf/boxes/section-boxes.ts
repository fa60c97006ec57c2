// Which boxes a section is made of.
import type { Table } from '@kontuar/charts'
import type { FilledReport } from '@kontuar/contracts'
import type { Cell, ChartPiece, Column, NotePiece, NumberPiece, Piece, Section } from '../../outline/outline.ts'
import type { ReportWords } from '../../words/index.ts'
import type { Box, Group } from '../box.ts'
import { chartsBox } from './chart-box.ts'
import { numbersBox } from './number-box.ts'
import { quoteBoxes } from './quote-boxes.ts'
import { rankingBoxes } from './ranking-boxes.ts'
import { tableBoxes } from './table-boxes.ts'
import { headingBoxes, noteBoxes, richBoxes, summaryBoxes } from './text-boxes.ts'

export function sectionBoxes(section: Section, report: FilledReport, words: ReportWords): Box[] {
  const sect: Group = { type: 'Sect' }
  const headed = (title: string, boxes: readonly Box[]) => [...headingBoxes(title, sect, { outline: true }), ...boxes]
  switch (section.kind) {
    case 'tiles': return section.rows.flatMap((row) => rowBoxes(row, report, words))
    case 'text': return section.title === null ? richBoxes(section.text, sect, { gap: 16 }) : headed(section.title, richBoxes(section.text, sect))
    case 'summary': return headed(section.title, section.sentences.length > 0 ? summaryBoxes(section.sentences, sect) : noteBoxes([words.noSentences], sect))
    case 'ranking': return headed(section.title, withNotes(section.rows.length > 0 ? rankingBoxes(section, sect, words) : noteBoxes([words.nothing], sect), section.under, sect))
    case 'list': return headed(section.title, withNotes(section.rows.length > 0 ? tableBoxes(section.columns, section.rows, sect) : noteBoxes([section.nothing], sect), section.under, sect))
    case 'comments': return headed(section.title, withNotes(section.items.length > 0 ? quoteBoxes(section, sect, words) : noteBoxes([section.nothing], sect), section.under, sect))
    case 'break': return [{ height: 0, gap: 0, breaks: true, groups: [], paint: () => {} }]
  }
}

/** What is said below a list does not go on to the next page without it. */
function withNotes(boxes: Box[], notes: readonly string[], sect: Group): Box[] {
  const last = boxes.at(-1)
  if (last && notes.length > 0) last.keep = true
  return [...boxes, ...noteBoxes(notes, sect)]
}

function rowBoxes(row: readonly Piece[], report: FilledReport, words: ReportWords): Box[] {
  const sect: Group = { type: 'Sect' }
  const [first] = row
  if (first!.kind === 'number') return [numbersBox(row as NumberPiece[], sect, words.chart('').replace(/[:\s]+$/, ''))]
  if (first!.kind === 'table') return [...headingBoxes(first!.title, sect, { outline: true }), ...withNotes(tableBoxes(columnsOf(first!.table), cellsOf(first!.table), sect), first!.under, sect)]
  if (first!.kind === 'text') return [...(first!.title.trim() === '' ? [] : headingBoxes(first!.title, sect, { outline: true })), ...richBoxes(first!.text, sect)]
  return [chartsBox(row as (ChartPiece | NotePiece)[], sect, report, words)]
}

/** The first column names the rows and is wider. */
const columnsOf = ({ columns }: Table): Column[] => columns.map(({ name, number }, index) => ({ name, number, share: index === 0 ? 26 : 14 }))
const cellsOf = ({ rows }: Table): Cell[][] => rows.map((cells) => cells.map(({ text, faint }) => ({ text, ...(faint ? { soft: true } : {}) })))
