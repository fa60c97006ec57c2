// Results as the server answers them, for looking at charts and for their tests.
import type { Bar, Cell, Figure, Group, Metric, Point, Read, Result, Unit } from '../result.ts'

export const metricOf = (unit: Unit, more: Partial<Metric> = {}): Metric => ({ name: 'csat', label: 'Zadowolenie', unit, direction: 'up', shownFrom: 5, form: { form: unit === 'count' ? 'count' : 'share', of: [] }, ...more })
export const figureOf = (value: number | null, n: number, spread = 0): Figure => ({ value, n, shown: value !== null && n >= 5, interval: value === null ? null : { low: value - spread, high: value + spread }, parts: {} })
const dayMs = 86_400_000
const firstDay = Date.parse('2026-10-31T23:00:00Z')

export const daysOf = (values: readonly (number | null)[], band: { low: number; high: number } | null = null, n = 40): Point[] => values.map((value, index) => ({
  from: new Date(firstDay + index * dayMs).toISOString(), to: new Date(firstDay + (index + 1) * dayMs).toISOString(), figure: figureOf(value, value === null ? 3 : n, 0.05), band, off: [0, 6].includes(new Date(firstDay + index * dayMs + dayMs / 2).getUTCDay()),
}))
export const groupsOf = (...given: readonly [name: string, value: number | null, n: number, more?: Partial<Group>][]): Group[] => given.map(([name, value, n, more = {}]) => ({ key: name.toLowerCase(), name, figure: figureOf(value, n, value === null ? 0 : 1 / Math.sqrt(n) / 2), outside: null, limits: null, ...more }))
export const readOf = (metric: Metric, more: Partial<Result> = {}): Read => ({ metric, result: { metric: metric.name, from: '2026-10-31T23:00:00Z', to: '2026-11-30T23:00:00Z', figure: figureOf(0.82, 340, 0.04), change: null, groups: null, points: null, distribution: null, heat: null, at: '2026-11-22T12:00:00Z', ...more } })
export const barsOf = (...counts: readonly number[]): Bar[] => counts.map((n, index) => ({ from: index === 0 ? 0 : 60 * 2 ** (index - 1), to: 60 * 2 ** index, n }))
export const cellsOf = (value: (weekday: number, hour: number) => number): Cell[] => [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => Array.from({ length: 24 }, (_, hour) => ({ weekday, hour, figure: figureOf(value(weekday, hour), value(weekday, hour)) })))
