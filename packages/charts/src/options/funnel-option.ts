// Metrics one after the other: how many of the former reach the next. Bars from zero, not slanted areas, which nobody can compare.
import { fitted, still, widthOf, type Drawn, type Frame } from '../drawn.ts'
import { thinned } from '../look.ts'
import { shownValue, type Read } from '../result.ts'
import { percentText } from '../text/numbers.ts'
import { valueText } from '../text/figure-text.ts'
import { wordsOf } from '../text/words.ts'

/** Of the one before; null for the first, where there is nothing to divide by, and of more than there were before: those are no part of them. */
export function shareOfPrevious(reads: readonly Read[], index: number): number | null {
  const [before, now] = [reads[index - 1], reads[index]].map((read) => (read ? shownValue(read.result.figure) : null))
  return typeof before === 'number' && typeof now === 'number' && before > 0 && now <= before ? now / before : null
}

export function funnelOption({ reads, frame }: { reads: readonly Read[]; frame: Frame }): Drawn {
  const { look, locale, width, height } = frame
  const words = wordsOf(locale)
  const values = reads.map(({ result }) => shownValue(result.figure))
  const labels = reads.map(({ metric }, index) => {
    const share = shareOfPrevious(reads, index)
    const value = values[index]
    return value === null || value === undefined ? words.nothing : `${valueText(metric, value, locale)}${share === null ? '' : `  ·  ${words.ofPrevious(percentText(share, locale))}`}`
  })
  const left = Math.min(Math.max(60, ...reads.map(({ metric }) => widthOf(metric.label, 12) + 12)), width * 0.38)
  const right = Math.min(width * 0.42, Math.max(...labels.map((text) => widthOf(text, 12))) + 12)
  const row = Math.min(44, (height - 8) / Math.max(1, reads.length))
  return {
    option: {
      ...still(look),
      grid: { left, right, top: 4, height: row * reads.length },
      xAxis: { type: 'value', min: 0, max: Math.max(1, ...values.map((value) => value ?? 0)), show: false },
      yAxis: { type: 'category', inverse: true, data: reads.map(({ metric }) => metric.label), axisTick: { show: false }, axisLine: { lineStyle: { color: look.lineStrong } }, axisLabel: { color: look.ink, fontSize: 12, formatter: (name: string) => fitted(name, left - 12, 12) } },
      series: [{
        type: 'bar', barWidth: Math.min(22, row * 0.6),
        data: reads.map((_, index) => ({ value: values[index] ?? 0, hit: index, itemStyle: { color: thinned(look.accent, look.ground, Math.max(0.4, 0.9 - index * 0.1)), borderRadius: 2 }, label: { show: true, position: 'right', distance: 6, color: look.ink, fontSize: 12, formatter: () => labels[index]! } })) as never,
      }],
    },
    hits: reads.map(({ metric, result }, index) => ({ title: metric.label, lines: [labels[index]!], rows: result.figure.n === 0 ? null : { metric: metric.name, rules: [], name: metric.label } })),
    reach: 'y', left: 0,
  }
}
