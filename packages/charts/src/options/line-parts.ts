// The pieces of a line chart: its scale, its band, its line with gaps and with an end that is not over yet.
import type { SeriesOption, YAXisComponentOption } from 'echarts'
import type { Frame } from '../drawn.ts'
import { niceScale, ticksOf, type Scale } from '../nice-scale.ts'
import { shownValue, type Read } from '../result.ts'
import { axisText } from '../text/figure-text.ts'
import type { LineEnd } from './line-ends.ts'

/** Metrics of one unit. */
export type Panel = readonly Read[]

/** Holds every value shown, and the band where one is drawn. Counts and times begin at zero; of a share the change is what is looked at. */
export function scaleOf(panel: Panel): Scale {
  const { unit } = panel[0]!.metric
  const ends = panel.flatMap(({ result }) => (result.points ?? []).flatMap(({ figure, band }) => [shownValue(figure), ...(panel.length === 1 && band ? [band.low, band.high] : [])])).filter((each) => each !== null)
  const zero = unit === 'count' || unit === 'seconds'
  if (ends.length === 0) return niceScale({ unit, low: 0, high: unit === 'share' ? 1 : 0, zero: true })
  return niceScale({ unit, low: Math.min(...ends), high: Math.max(...ends), zero })
}

export const valueAxis = {
  labels: ([read]: Panel, scale: Scale, { locale }: Frame): string[] => ticksOf(scale).map((tick) => axisText(read!.metric, tick, scale.step, locale)),
  of: ([read]: Panel, scale: Scale, gridIndex: number, { look, locale }: Frame): YAXisComponentOption => ({
    type: 'value', gridIndex, min: scale.min, max: scale.max, interval: scale.step,
    axisLine: { show: false }, axisTick: { show: false }, splitLine: { lineStyle: { color: look.line, width: 1 } },
    axisLabel: { color: look.soft, fontSize: 11, margin: 8, formatter: (value: number) => axisText(read!.metric, Number(value.toPrecision(12)), scale.step, locale) },
  }),
}

/** Two lines on each other: an unseen one, and the height above it filled. Values below zero stack as well (`all`). */
export function bandSeries({ result: { points } }: Read, panel: number, { look }: Frame): SeriesOption[] {
  const bands = (points ?? []).map(({ band }) => band)
  if (bands.every((band) => band === null)) return []
  const plain = { type: 'line', xAxisIndex: panel, yAxisIndex: panel, stack: `band-${panel}`, stackStrategy: 'all', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, connectNulls: false } as const
  return [
    { ...plain, data: bands.map((band, index) => [index, band === null ? null : band.low]) },
    { ...plain, data: bands.map((band, index) => [index, band === null ? null : band.high - band.low]), areaStyle: { color: look.band, opacity: 0.14 } },
  ]
}

const dashes = ['solid', [7, 4], [2, 3]] as const
const symbols = ['circle', 'diamond', 'triangle'] as const
interface LinePlace { panel: number; colour: string; place: number; end: LineEnd; /** Room for a dot at each point. */ wide: boolean }

/** A gap where there were too few. The stretch that is still running is thin and its point hollow: a Monday morning is no fall. */
export function lineSeries({ result }: Read, { panel, colour, place, end, wide }: LinePlace): SeriesOption[] {
  const points = result.points ?? []
  const values = points.map(({ figure }) => shownValue(figure))
  const last = values.findLastIndex((value) => value !== null)
  const runs = points.findIndex(({ to }) => Date.parse(to) > Date.parse(result.at))
  const open = runs >= 0 && last === runs
  const lonely = (index: number) => values[index - 1] === undefined || values[index - 1] === null ? values[index + 1] === undefined || values[index + 1] === null : false
  const dotted = (index: number) => wide || index === last || lonely(index)
  const base = { type: 'line', xAxisIndex: panel, yAxisIndex: panel, symbol: symbols[place % 3]!, itemStyle: { color: colour }, connectNulls: false, silent: true, z: 5 } as const
  const label = { show: true, color: colour, fontSize: 12, fontWeight: 600, lineHeight: 15, align: 'left' as const, verticalAlign: 'middle' as const, position: 'right' as const, distance: 7, offset: end.offset, formatter: () => end.lines.join('\n') }
  const item = (index: number, hollow: boolean) => ({
    value: [index, values[index]!], symbolSize: dotted(index) ? (wide && points.length < 40 ? 6 : 5) : 0, ...(index === last && { label }),
    ...(hollow && { itemStyle: { color: 'transparent', borderColor: colour, borderWidth: 1.5 }, symbolSize: 7 }),
  })
  const settled = values.map((value, index) => (value === null || (open && index === last) ? [index, null] : item(index, false)))
  return [
    { ...base, lineStyle: { color: colour, width: 2, type: dashes[place % 3]! as 'solid' }, data: settled as never },
    ...(open ? [{ ...base, lineStyle: { color: colour, width: 1, type: [2, 3] as unknown as 'dotted', opacity: 0.8 }, data: [...(values[last - 1] === undefined || values[last - 1] === null ? [] : [{ value: [last - 1, values[last - 1]!], symbolSize: 0 }]), item(last, true)] as never }] : []),
  ]
}
