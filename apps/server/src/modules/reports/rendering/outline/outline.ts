// A filled report as what stands on paper, in a mail or on a sheet: figures already in words, charts ready to be drawn at any size.
import type { Drawn, Frame, Point, Table } from '@kontuar/charts'
import type { ReportCommentLine, ReportSentence } from '@kontuar/contracts'

export interface ChangeShown {
  /** Only where the change is real. */
  arrow: 'up' | 'down' | null
  words: string
  tone: 'good' | 'bad' | 'plain'
  /** Colour is never alone. */
  toneWord: string | null
}
export interface NumberShown {
  /** Null: `instead` says why there is none. */
  value: string | null
  instead: string | null
  margin: string | null
  /** Of how many. */
  of: string | null
  change: ChangeShown | null
  network: string | null
  leftOut: string | null
  points: readonly Point[]
  /** When it was read: what ends later is not over. */
  at: string
}

interface Placed { id: string; title: string; /** Columns of four. */ width: number }
export interface NumberPiece extends Placed { kind: 'number'; shown: NumberShown }
export interface ChartPiece extends Placed { kind: 'chart'; height: number; /** At most; a chart of two bars takes less. */ rows: number | null; draw(frame: Frame): Drawn; under: readonly string[]; says: string }
export interface TablePiece extends Placed { kind: 'table'; table: Table; under: readonly string[] }
export interface TextPiece extends Placed { kind: 'text'; text: string }
export interface NotePiece extends Placed { kind: 'note'; text: string }
export type Piece = NumberPiece | ChartPiece | TablePiece | TextPiece | NotePiece

export interface RankRow {
  /** Null: too few to have one, or a gap where rows were left out. */
  place: number | null
  name: string
  own: boolean
  gap: boolean
  /** In words; of too few why not. */
  value: string
  few: boolean
  margin: string
  n: string
  /** Shares of the scale, 0 to 1. */
  bar: { zero: number; end: number; low: number | null; high: number | null } | null
  outside: { words: string; tone: 'good' | 'bad' | 'plain' } | null
}
export interface Column { name: string; /** Of the width, beside the others. */ share: number; number?: boolean }
export interface Cell { text: string; bold?: boolean; soft?: boolean; tone?: 'good' | 'bad'; /** Where more of it is read. */ href?: string }

export type Section =
  | { kind: 'tiles'; rows: readonly (readonly Piece[])[] }
  | { kind: 'text'; title: string | null; text: string }
  | { kind: 'summary'; title: string; sentences: readonly ReportSentence[] }
  | { kind: 'ranking'; title: string; dimension: string; metric: string; rows: readonly RankRow[]; whole: { share: number; words: string } | null; under: readonly string[]; hasIntervals: boolean }
  | { kind: 'list'; title: string; columns: readonly Column[]; rows: readonly (readonly Cell[])[]; under: readonly string[]; nothing: string }
  | { kind: 'comments'; title: string; items: readonly { line: ReportCommentLine; by: string; /** Of the loop it began. */ href?: string }[]; under: readonly string[]; nothing: string }
  | { kind: 'break' }
