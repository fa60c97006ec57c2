// How the values lie: columns from zero, and the metric's own value as a line among them.
import { still, widthOf, type Drawn, type Frame } from '../drawn.ts'
import { namedPoints } from '../named-points.ts'
import { shownValue, type Bar, type Read, type Rule } from '../result.ts'
import { axisText, valueText } from '../text/figure-text.ts'
import { percentText, wholeText } from '../text/numbers.ts'
import { wordsOf } from '../text/words.ts'

/** Whole points of a scale (9, 10): each column is one of them, and is called so. */
export const arePoints = (bars: readonly Bar[]): boolean => bars.length > 0 && bars.every(({ from, to }) => Number.isInteger(from) && to - from <= 1)

export function barName({ metric }: Read, bar: Bar, points: boolean, locale: Frame['locale']): string {
  if (points) return wholeText(bar.from, locale)
  return `${valueText(metric, bar.from, locale)}\u00a0– ${valueText(metric, bar.to, locale)}`
}

/** The facts of one column; the last holds its upper end as well. */
export const barRules = (bar: Bar, last: boolean): Rule[] => [{ field: 'value', operator: '>=', value: bar.from }, { field: 'value', operator: last ? '<=' : '<', value: bar.to }]

/** Of few points of a scale each would fill the picture. */
const widestPoint = 72

export function distributionOption({ read, frame }: { read: Read; frame: Frame }): Drawn {
  const { metric, result } = read
  const { look, locale, width } = frame
  const bars = result.distribution ?? []
  const points = arePoints(bars)
  const total = bars.reduce((sum, { n }) => sum + n, 0)
  const most = Math.max(1, ...bars.map(({ n }) => n))
  const value = metric.form.form === 'nps' ? null : shownValue(result.figure)
  const at = value === null ? null : placeOf(value, bars, points)
  const longest = Math.max(20, ...bars.map(({ to }) => widthOf(axisText(metric, to, 1, locale))))
  const named = points ? bars.map((_, index) => index) : namedPoints(bars.length + 1, Math.floor(width / (longest + 18))).map((edge) => edge - 0.5)
  return {
    option: {
      ...still(look),
      grid: { left: 10, right: 14, top: at === null ? 10 : 24, bottom: 24 },
      xAxis: {
        type: 'value', min: -0.5, max: Math.max(0.5, bars.length - 0.5), axisTick: { show: false }, splitLine: { show: false }, axisLine: { show: true, lineStyle: { color: look.lineStrong } },
        axisLabel: { customValues: named, color: look.soft, fontSize: 11, margin: 6, formatter: (place: number) => (points ? wholeText(bars[place]?.from ?? 0, locale) : axisText(metric, place < 0 ? (bars[0]?.from ?? 0) : (bars[Math.floor(place)]?.to ?? 0), 1, locale)) },
      },
      yAxis: { type: 'value', min: 0, max: most, show: false },
      series: [{
        type: 'bar', barWidth: Math.max(2, Math.min(points ? widestPoint : Infinity, (width - 24) / Math.max(1, bars.length) - (bars.length > 24 ? 1 : 2))),
        data: bars.map(({ n }, index) => ({ value: [index, n], hit: index, itemStyle: { color: look.accent, opacity: 0.9, borderRadius: [2, 2, 0, 0] } })) as never,
        ...(at !== null && { markLine: { silent: true, symbol: 'none', lineStyle: { color: look.ink, width: 1.5, type: 'solid' }, label: { position: 'end', distance: 4, color: look.ink, fontSize: 12, fontWeight: 600, formatter: valueText(metric, value!, locale) }, data: [{ xAxis: at }] } }),
      }],
    },
    hits: bars.map((bar, index) => ({
      title: barName(read, bar, points, locale), lines: [wordsOf(locale).n(bar.n), ...(total > 0 ? [percentText(bar.n / total, locale)] : [])],
      rows: bar.n === 0 ? null : { metric: metric.name, rules: points ? [{ field: 'value', operator: '=', value: bar.from }] : barRules(bar, index === bars.length - 1), name: barName(read, bar, points, locale) },
    })),
    reach: 'x', left: 0,
  }
  // Within a column a value stands as far as it lies between its ends.
  function placeOf(wanted: number, columns: readonly Bar[], whole: boolean): number | null {
    if (whole) return columns.length > 0 && wanted >= columns[0]!.from && wanted <= columns.at(-1)!.from ? columns.findLastIndex(({ from }) => from <= wanted) + (wanted - Math.floor(wanted)) : null
    const index = columns.findIndex(({ from, to }) => wanted >= from && wanted <= to)
    return index < 0 ? null : index - 0.5 + (wanted - columns[index]!.from) / Math.max(1e-9, columns[index]!.to - columns[index]!.from)
  }
}
