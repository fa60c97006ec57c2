// How often something happened, week by week: columns from zero, the highest and the last one with their number.
import { still, widthOf, type Drawn, type Frame } from '../drawn.ts'
import { namedPoints } from '../named-points.ts'
import { axisDate, stretchText } from '../text/dates.ts'
import { wholeText } from '../text/numbers.ts'

/** Stretches that follow each other; the last may be shorter than a week. */
export interface Week { from: string; to: string; n: number }

/** @param said the number with its noun: "4 alarms" */
export function weeksOption({ weeks, said, frame }: { weeks: readonly Week[]; said: (n: number) => string; frame: Frame }): Drawn {
  const { look, locale, timeZone, width } = frame
  const most = Math.max(1, ...weeks.map(({ n }) => n))
  const highest = weeks.findIndex(({ n }) => n === most)
  const across = width - 24
  const room = across / Math.max(1, weeks.length)
  const everyOne = room > Math.max(14, widthOf(wholeText(most, locale)) + 4)
  return {
    option: {
      ...still(look),
      grid: { left: 10, right: 14, top: 20, bottom: 24 },
      xAxis: {
        type: 'value', min: -0.5, max: Math.max(0.5, weeks.length - 0.5), axisTick: { show: false }, splitLine: { show: false }, axisLine: { show: true, lineStyle: { color: look.lineStrong } },
        axisLabel: { customValues: namedPoints(weeks.length, Math.floor(across / 62)), color: look.soft, fontSize: 11, margin: 6, formatter: (at: number) => (weeks[at] === undefined ? '' : axisDate(weeks[at].from, 'week', { locale, timeZone })) },
      },
      yAxis: { type: 'value', min: 0, max: most, show: false },
      series: [{
        type: 'bar', barWidth: Math.max(2, Math.min(34, room - 3)),
        data: weeks.map(({ n }, index) => ({
          value: [index, n], hit: index, itemStyle: { color: look.accent, opacity: 0.9, borderRadius: [2, 2, 0, 0] },
          label: { show: n > 0 && (everyOne || index === highest || index === weeks.length - 1), position: 'top', distance: 3, color: look.ink, fontSize: 11, formatter: () => wholeText(n, locale) },
        })) as never,
      }],
    },
    hits: weeks.map(({ from, to, n }) => ({ title: stretchText(from, to, 'week', { locale, timeZone }), lines: [said(n)], rows: null })),
    reach: 'x', left: 0,
  }
}
