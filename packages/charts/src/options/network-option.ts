// Locations against the network (a funnel plot, Spiegelhalter 2005): each by how many it counts and what came of them, over the stretch in
// which chance alone may put it. Each is held against all the others, so the stretches of two that count as many differ, and a line through
// their ends would jump. Only those beyond theirs are named: a small shop is not shamed by a bad week. On paper, where nobody can point, a few
// are named softly, for a dot without a name says nothing there.
import { fitted, still, widthOf, type Drawn, type Frame } from '../drawn.ts'
import { niceScale, ticksOf } from '../nice-scale.ts'
import { shownValue, type Group, type Metric, type Read } from '../result.ts'
import { axisText, figureText, rangeText, valueText } from '../text/figure-text.ts'
import { shortCount } from '../text/numbers.ts'
import { wordsOf } from '../text/words.ts'
import { groupRule } from './bars-option.ts'

interface Given { read: Read; by: string; frame: Frame }

/** Whether being beyond is good. Of a metric without a direction it is only noticeable. */
export const toneOf = (metric: Pick<Metric, 'direction'>, outside: Group['outside']): 'good' | 'bad' | 'plain' => (outside === null || metric.direction === 'neither' ? 'plain' : (outside === 'above') === (metric.direction === 'up') ? 'good' : 'bad')

/** More names than these lie on each other. */
const mostNamed = 14

export function networkOption({ read: { metric, result }, by, frame }: Given): Drawn {
  const { look, locale, width } = frame
  const words = wordsOf(locale)
  const groups = (result.groups ?? []).filter(({ key }) => key !== null)
  const shown = groups.filter(({ figure }) => shownValue(figure) !== null && figure.n > 0)
  const allNamed = frame.onPaper === true && shown.length <= mostNamed
  const limits = shown.filter(({ limits }) => limits !== null)
  const whole = shownValue(result.figure)
  const sizes = shown.map(({ figure }) => figure.n)
  const [least, greatest] = sizes.length === 0 ? [1, 10] : [Math.min(...sizes), Math.max(...sizes)]
  const wide = greatest / Math.max(1, least) > 12
  const ends = [...shown.map(({ figure }) => figure.value!), ...limits.flatMap(({ limits }) => [limits!.low, limits!.high]), ...(whole === null ? [] : [whole])]
  const scale = niceScale({ unit: metric.unit, low: Math.min(...ends, Infinity) === Infinity ? 0 : Math.min(...ends), high: ends.length === 0 ? 1 : Math.max(...ends), zero: false })
  const left = Math.max(...ticksOf(scale).map((tick) => widthOf(axisText(metric, tick, scale.step, locale)))) + 12
  // Of those that count as many each would lie over the stretch of the other: they stand side by side.
  const alike = Map.groupBy(shown, ({ figure }) => figure.n)
  const xOf = (group: Group): number => {
    const beside = alike.get(group.figure.n)!
    const aside = (beside.indexOf(group) - (beside.length - 1) / 2) * 0.03
    return wide ? group.figure.n * (greatest / least) ** aside : group.figure.n + aside * Math.max(1, greatest - least)
  }
  const stretches = limits.flatMap((group) => [[xOf(group), group.limits!.low], [xOf(group), group.limits!.high], [xOf(group), null]])
  // The network's name stands where no location lies near its line.
  const span = scale.max - scale.min
  const places = [['insideEndTop', 0.7, 1, 1], ['insideEndBottom', 0.7, 1, -1], ['insideStartTop', 0, 0.3, 1], ['insideStartBottom', 0, 0.3, -1]] as const
  const crowded = (from: number, to: number, side: 1 | -1) => whole !== null && shown.some(({ figure }) => figure.n >= least + (greatest - least) * from && figure.n <= least + (greatest - least) * to && Math.abs(figure.value! - whole - side * span * 0.04) < span * 0.05)
  const labelAt = (places.find(([, from, to, side]) => !crowded(from, to, side)) ?? places[0])[0]
  return {
    option: {
      ...still(look),
      grid: { left, right: 16, top: 12, bottom: 36 },
      xAxis: { type: wide ? 'log' : 'value', min: wide ? least * 0.8 : Math.max(0, least - (greatest - least) * 0.1), max: wide ? greatest * 1.25 : greatest + Math.max(1, (greatest - least) * 0.12), name: words.count, nameLocation: 'end', nameGap: 4, nameTextStyle: { color: look.soft, fontSize: 11 }, axisTick: { show: false }, axisLine: { onZero: false, lineStyle: { color: look.lineStrong } }, splitLine: { show: false }, splitNumber: 4, axisLabel: { color: look.soft, fontSize: 11, hideOverlap: true, formatter: (value: number) => shortCount(Math.round(value), locale) } },
      yAxis: { type: 'value', min: scale.min, max: scale.max, interval: scale.step, axisTick: { show: false }, axisLine: { show: false }, splitLine: { lineStyle: { color: look.line } }, axisLabel: { color: look.soft, fontSize: 11, formatter: (value: number) => axisText(metric, Number(value.toPrecision(12)), scale.step, locale) } },
      series: [
        ...(limits.length > 0 ? [{ type: 'line' as const, symbol: 'none', silent: true, connectNulls: false, lineStyle: { color: look.quiet, width: 8, opacity: 0.22, cap: 'round' as const }, data: stretches as never }] : []),
        ...(whole === null ? [] : [{ type: 'line' as const, data: [], silent: true, markLine: { silent: true, symbol: 'none', lineStyle: { color: look.soft, width: 1, type: 'solid' as const }, label: { position: labelAt, color: look.soft, fontSize: 11, backgroundColor: look.ground, padding: [1, 4], formatter: `${words.network} ${valueText(metric, whole, locale)}` }, data: [{ yAxis: whole }] } }]),
        {
          type: 'scatter', z: 6, labelLayout: { moveOverlap: 'shiftY', hideOverlap: true },
          data: shown.map((group) => {
            const { figure, outside, name } = group
            const tone = toneOf(metric, outside)
            const right = figure.n > (wide ? Math.sqrt(least * greatest) : (least + greatest) / 2)
            return {
              value: [xOf(group), figure.value!], hit: groups.indexOf(group),
              symbol: outside === null ? 'circle' : outside === 'above' ? 'triangle' : 'path://M0 0L10 0L5 9Z', symbolSize: outside === null ? 7 : 11,
              itemStyle: { color: outside === null ? look.quiet : tone === 'good' ? look.good : tone === 'bad' ? look.bad : look.accent, opacity: outside === null ? 0.55 : 1 },
              label: { show: outside !== null || allNamed, position: right ? 'left' : 'right', distance: 6, color: outside === null ? look.soft : look.ink, fontSize: outside === null ? 11 : 12, fontWeight: outside === null ? 400 : 500, formatter: () => fitted(name, width * 0.34, 12) },
            }
          }) as never,
        },
      ],
    },
    hits: groups.map(({ key, name, figure, limits: range, outside }) => ({
      title: name,
      lines: [`${figureText(metric, figure, locale)}`, words.n(figure.n), ...(range && shownValue(figure) !== null ? [`${words.limits}: ${rangeText(metric, range, locale)}`] : []), ...(outside ? [words[outside]] : [])],
      rows: figure.n === 0 ? null : { metric: metric.name, rules: [groupRule(by, key)], name },
    })),
    reach: 'item', left: 0,
  }
}
