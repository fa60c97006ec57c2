// What a builder answers: the option for ECharts, and what is under each point of it for whoever points, clicks or listens.
import type { EChartsOption } from 'echarts'
import type { Look } from './look.ts'
import type { RowsWish } from './result.ts'
import type { Locale } from './text/numbers.ts'

export type ChartOption = EChartsOption

/** One point, bar or cell in words, and the rows it is made of; null: nothing is behind it. */
export interface Hit { title: string; lines: readonly string[]; rows: RowsWish | null }
export interface Drawn {
  option: ChartOption
  hits: readonly Hit[]
  /** What one points at: a stretch of the axis below (a day, a column) or beside (a row), by its place; or an item, by the `hit` in its data. */
  reach: 'x' | 'y' | 'item'
  /** How many groups found no room; the table has them. */
  left: number
}

/** Where and for whom it is drawn. Width and height in pixels decide how many labels there are. */
export interface Frame {
  width: number; height: number; look: Look; locale: Locale; timeZone: string
  /** Nobody points at paper: what a screen names under the pointer is named in the chart, where there is room. */
  onPaper?: boolean
}

/** Nothing moves: news would else swim over the screen with each fact, and papers are drawn in one moment. */
export const still = (look: Look): ChartOption => ({ animation: false, textStyle: { fontFamily: look.font, fontSize: 11, color: look.soft }, backgroundColor: 'transparent' })

/** About how wide a letter of Inter is, in its size: measuring needs a document, and an estimate is enough to make room. */
const letter = 0.58
export const widthOf = (text: string, size = 11): number => text.length * size * letter
/** Shortened to a width, by the same estimate. */
export const fitted = (text: string, width: number, size = 11): string => {
  const most = Math.max(3, Math.floor(width / (size * letter)))
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}
