// What a chart shows, as a table: for those who do not see the chart, for the keyboard, and for papers. Each number leads to its rows.
import type { RowsWish } from '../result.ts'
import type { Locale } from '../text/numbers.ts'

export interface TableColumn { name: string; number: boolean }
export interface TableCell { text: string; rows?: RowsWish | null; /** Too few, nothing: said softly. */ faint?: boolean; /** Said besides, on hover. */ title?: string }
export interface Table { columns: readonly TableColumn[]; /** The first cell names its row. */ rows: readonly (readonly TableCell[])[] }
export interface Spoken { locale: Locale; timeZone: string }
