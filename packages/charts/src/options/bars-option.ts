// A metric by groups: bars from zero, the longest above, each with its value. Of what is no count the interval stands as a thin line,
// so that a bar of six answers does not look as sure as one of six hundred.
import type { CustomSeriesOption } from 'echarts'
import { fitted, still, widthOf, type Drawn, type Frame, type Hit } from '../drawn.ts'
import { thinned } from '../look.ts'
import { niceScale } from '../nice-scale.ts'
import { shownValue, type Group, type Metric, type Read } from '../result.ts'
import { figureText, rangeText, tooFewText, valueText } from '../text/figure-text.ts'
import { wordsOf } from '../text/words.ts'

interface Given { read: Read; /** The dimension, for the rows of a group. */ by: string; frame: Frame }

/** Between these a row is as high as there is room for. */
const rowHigh = { least: 19, most: 34 }
/** Groups that have an order of their own keep it. */
const ordered = new Set(['weekday', 'hour', 'newcomer'])

export function orderGroups(groups: readonly Group[], by: string): Group[] {
  if (ordered.has(by)) return [...groups]
  const size = ({ figure }: Group) => shownValue(figure) ?? -Infinity
  // Those without (no reason, no location) stand last: they are a gap of the diary, not a group.
  return groups.toSorted((one, other) => Number(one.key === null) - Number(other.key === null) || size(other) - size(one) || other.figure.n - one.figure.n || one.name.localeCompare(other.name))
}

/** The rows of one group: of a tree those of the leaf itself, which is what stands in the group. */
export const groupRule = (by: string, key: string | null) => (key === null ? { field: by, operator: 'null' } : { field: by, operator: '=', value: by === 'newcomer' ? key === 'true' : key })

export function barsOption({ read: { metric, result }, by, frame }: Given): Drawn {
  const { look, locale, width, height } = frame
  const words = wordsOf(locale)
  const sure = metric.unit === 'count'
  const all = orderGroups(result.groups ?? [], by)
  const whole = sure || metric.form.form === 'sum' || all.length < 2 ? null : shownValue(result.figure)
  const top = whole === null ? 2 : 16
  const groups = all.slice(0, Math.max(1, Math.floor((height - top - 4) / rowHigh.least)))
  const row = Math.min(rowHigh.most, (height - top - 4) / Math.max(1, groups.length))
  const values = groups.map(({ figure }) => shownValue(figure))
  const ends = groups.flatMap(({ figure }) => (shownValue(figure) === null ? [] : [figure.value!, ...(sure || !figure.interval ? [] : [figure.interval.low, figure.interval.high])]))
  const scale = niceScale({ unit: metric.unit, low: Math.min(0, ...ends), high: Math.max(0, ...ends), zero: true })
  const labels = groups.map(({ figure }) => labelOf(metric, figure, frame))
  const left = Math.min(Math.max(60, ...groups.map(({ name }) => widthOf(name, 12) + 12)), width * 0.42)
  const right = Math.min(width * 0.38, Math.max(...labels.filter((_, index) => values[index] !== null).map((text) => widthOf(text, 12)), 20) + 14)
  // A value below zero has its label left of it.
  const below = values.some((value) => value !== null && value < 0)

  return {
    option: {
      ...still(look),
      grid: { left: left + (below ? 44 : 0), right, top, height: row * groups.length },
      xAxis: { type: 'value', min: scale.min, max: scale.max, show: false },
      yAxis: { type: 'category', inverse: true, data: groups.map(({ name }) => name), axisTick: { show: false }, axisLine: { show: true, onZero: true, lineStyle: { color: look.lineStrong } }, axisLabel: { color: look.ink, fontSize: 12, margin: below ? 50 : 8, formatter: (name: string) => fitted(name, left - 12, 12) } },
      series: [
        {
          type: 'bar', barWidth: Math.min(18, row * 0.58), data: groups.map(({ key }, index) => ({
            value: values[index] ?? 0, hit: index, itemStyle: { color: key === null ? thinned(look.quiet, look.ground, 0.5) : thinned(look.accent, look.ground, sure ? 0.9 : 0.62), borderRadius: 2 },
            label: { show: true, position: (values[index] ?? 0) < 0 ? 'left' : 'right', distance: intervalRoom(groups[index]!, scale.max - scale.min, width - left - right, sure), color: values[index] === null ? look.faint : look.ink, fontSize: 12, formatter: () => fitted(labels[index]!, values[index] === null ? width - left - 12 : right, 12) },
          })) as never,
          ...(whole !== null && { markLine: { silent: true, symbol: 'none', lineStyle: { color: look.soft, type: [3, 3], width: 1 }, label: { position: 'start', distance: 2, color: look.soft, fontSize: 11, formatter: `${words.whole} ${valueText(metric, whole, locale)}` }, data: [{ xAxis: whole }] } }),
        },
        ...(sure ? [] : [intervals(groups, frame)]),
      ],
    },
    hits: groups.map((group) => hitOf(metric, group, by, frame)), reach: 'y', left: all.length - groups.length,
  }
}

const labelOf = (metric: Metric, figure: Group['figure'], { locale }: Frame): string => {
  if (shownValue(figure) === null) return figure.value === null && figure.n === 0 ? '–' : tooFewText(metric, figure.n, locale)
  return valueText(metric, figure.value!, locale)
}

/** The label stands behind the end of the interval, not on it. */
function intervalRoom({ figure }: Group, span: number, across: number, sure: boolean): number {
  if (sure || shownValue(figure) === null || !figure.interval || span <= 0) return 5
  return 6 + Math.max(0, ((figure.value! < 0 ? figure.value! - figure.interval.low : figure.interval.high - figure.value!) / span) * across)
}

function intervals(groups: readonly Group[], { look }: Frame): CustomSeriesOption {
  return {
    type: 'custom', silent: true, z: 6,
    data: groups.flatMap(({ figure }, index) => (shownValue(figure) === null || !figure.interval ? [] : [[figure.interval.low, index, figure.interval.high]])),
    encode: { x: [0, 2], y: 1 },
    renderItem: (_params, api) => {
      const [from, to] = [api.coord([api.value(0), api.value(1)]), api.coord([api.value(2), api.value(1)])]
      return { type: 'line', shape: { x1: from[0]!, y1: from[1]!, x2: to[0]!, y2: to[1]! }, style: { stroke: look.ink, lineWidth: 1.25 } }
    },
  }
}

function hitOf(metric: Metric, { key, name, figure }: Group, by: string, { locale }: Frame): Hit {
  const shown = shownValue(figure) !== null
  return {
    title: name,
    lines: [`${figureText(metric, figure, locale)}${shown && figure.interval && metric.unit !== 'count' ? ` (${rangeText(metric, figure.interval, locale)})` : ''}`, ...(metric.unit === 'count' ? [] : [wordsOf(locale).n(figure.n)])],
    rows: figure.n === 0 ? null : { metric: metric.name, rules: [groupRule(by, key)], name },
  }
}
