// What is drawn: the figures of the metric catalogue, as far as a chart needs them. The shapes are those of the route POST /metrics/read,
// written down here again so that this package stands alone; a result of the server fits without being turned.

export type Unit = 'count' | 'share' | 'seconds' | 'points' | 'score'
export type Step = 'hour' | 'day' | 'week' | 'month'
export interface Range { low: number; high: number }
export interface Metric { name: string; label: string; unit: Unit; direction: 'up' | 'down' | 'neither'; shownFrom: number; form: { form: string; of?: readonly string[] } }

export interface Figure { value: number | null; interval: Range | null; n: number; shown: boolean; parts: Readonly<Record<string, number>> }
export interface Change { before: Figure; from: string; to: string; change: number | null; interval: Range | null; real: boolean }
export interface Group { key: string | null; name: string; figure: Figure; outside: 'above' | 'below' | null; limits: Range | null }
export interface Point { from: string; to: string; figure: Figure; band: Range | null; off: boolean }
export interface Bar { from: number; to: number; n: number }
export interface Cell { weekday: number; hour: number; figure: Figure }
export interface Result { metric: string; from: string; to: string; figure: Figure; change: Change | null; groups: readonly Group[] | null; points: readonly Point[] | null; distribution: readonly Bar[] | null; heat: readonly Cell[] | null; at: string }

/** A metric with what was found of it. */
export interface Read { metric: Metric; result: Result }
/** A day on which something changed. */
export interface Mark { at: string; name: string }

/** One more condition, as the one format of conditions writes it. */
export interface Rule { field: string; operator: string; value?: unknown }
/** The rows behind what was drawn: the filter of the screen and these. Without a period: the whole one of the result. */
export interface RowsWish { metric: string; from?: string; to?: string; rules: readonly Rule[]; /** In words, which part of the whole it is. */ name: string }

/** The figure's value where there are enough for it to be shown. */
export const shownValue = (figure: Figure): number | null => (figure.shown ? figure.value : null)
