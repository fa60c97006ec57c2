// Weekday by hour: when it happens. Darkness says how much, by lightness alone; a cell of too few stays empty.
import { still, widthOf, type Drawn, type Frame } from '../drawn.ts'
import { shownValue, type Cell, type Read } from '../result.ts'
import { hourName, weekdayName } from '../text/dates.ts'
import { figureText, rangeText, valueText } from '../text/figure-text.ts'
import { wordsOf } from '../text/words.ts'

/** From the first to the last hour in which anything happened on any day, the hours of a shop at least; its night is no news. */
export function hoursOf(cells: readonly Cell[]): { first: number; last: number } {
  const busy = cells.filter(({ figure }) => figure.n > 0).map(({ hour }) => hour)
  return { first: Math.min(9, ...busy), last: Math.max(16, ...busy) }
}
export const cellName = ({ weekday, hour }: Cell, locale: Frame['locale']): string => `${weekdayName(weekday, locale, 'long')}, ${hourName(hour)}–${hourName((hour + 1) % 24)}`

export function heatOption({ read: { metric, result }, frame }: { read: Read; frame: Frame }): Drawn {
  const { look, locale, width } = frame
  const words = wordsOf(locale)
  const cells = result.heat ?? []
  const { first, last } = hoursOf(cells)
  const hours = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const days = [1, 2, 3, 4, 5, 6, 7]
  const shown = cells.filter(({ figure, hour }) => shownValue(figure) !== null && hour >= first && hour <= last)
  const values = shown.map(({ figure }) => figure.value!)
  const [low, high] = values.length === 0 ? [0, 1] : [metric.unit === 'count' ? 0 : Math.min(...values), Math.max(...values)]
  const left = Math.max(...days.map((day) => widthOf(weekdayName(day, locale)))) + 12
  const every = Math.max(1, Math.ceil((hours.length * 40) / Math.max(1, width - left)))
  return {
    option: {
      ...still(look),
      grid: { left, right: 6, top: 4, bottom: 48 },
      xAxis: { type: 'category', data: hours.map(hourName), axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false }, axisLabel: { color: look.soft, fontSize: 11, margin: 6, interval: (index: number) => index % every === 0 } },
      yAxis: { type: 'category', inverse: true, data: days.map((day) => weekdayName(day, locale)), axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false }, axisLabel: { color: look.soft, fontSize: 11, margin: 8 } },
      visualMap: [{ type: 'continuous', show: high > low, min: low, max: high > low ? high : low + 1, calculable: false, hoverLink: false, orient: 'horizontal', right: 0, bottom: 0, itemWidth: 8, itemHeight: Math.min(120, width / 4), inRange: { color: [...look.ramp] }, textStyle: { color: look.soft, fontSize: 11 }, text: values.length === 0 ? ['', ''] : [valueText(metric, high, locale), valueText(metric, low, locale)], textGap: 6, seriesIndex: 1 }, { type: 'continuous', show: false, min: 0, max: 1, inRange: { color: [look.sunken, look.sunken] }, seriesIndex: 0 }],
      series: [
        // The floor: a cell without a value is seen as a place, not as a hole.
        { type: 'heatmap', silent: true, data: days.flatMap((_, y) => hours.map((_hour, x) => [x, y, 0])), itemStyle: { color: look.sunken, borderColor: look.ground, borderWidth: 2, borderRadius: 3 } },
        { type: 'heatmap', data: shown.map((cell) => ({ value: [cell.hour - first, cell.weekday - 1, cell.figure.value!], hit: cells.indexOf(cell), itemStyle: { borderColor: look.ground, borderWidth: 2, borderRadius: 3 } })) as never, emphasis: { itemStyle: { borderColor: look.ink, borderWidth: 1.5 } } },
      ],
    },
    hits: cells.map((cell) => ({
      title: cellName(cell, locale),
      lines: [`${figureText(metric, cell.figure, locale)}${shownValue(cell.figure) !== null && cell.figure.interval && metric.unit !== 'count' ? ` (${rangeText(metric, cell.figure.interval, locale)})` : ''}`, ...(metric.unit === 'count' ? [] : [words.n(cell.figure.n)])],
      rows: cell.figure.n === 0 ? null : { metric: metric.name, rules: [{ field: 'weekday', operator: '=', value: cell.weekday }, { field: 'hour', operator: '=', value: cell.hour }], name: cellName(cell, locale) },
    })),
    reach: 'item', left: 0,
  }
}
