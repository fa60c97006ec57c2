// Values over time: the line, where it usually lies, days off, and what changed when. Metrics of another unit get a panel of their own
// below: two axes in one chart let anybody prove anything.
import { fitted, still, widthOf, type ChartOption, type Drawn, type Frame, type Hit } from '../drawn.ts'
import { namedPoints } from '../named-points.ts'
import { shownValue, type Mark, type Metric, type Point, type Read, type Step } from '../result.ts'
import { axisDate, stretchText } from '../text/dates.ts'
import { figureText, rangeText } from '../text/figure-text.ts'
import { wordsOf } from '../text/words.ts'
import { lineEnds, roomOfEnds } from './line-ends.ts'
import { bandSeries, lineSeries, scaleOf, valueAxis, type Panel } from './line-parts.ts'

interface Given { reads: readonly Read[]; step: Step; marks: readonly Mark[]; frame: Frame }

const below = 22
const between = 30

export function lineOption({ reads, step, marks, frame }: Given): Drawn {
  const points = reads[0]?.result.points ?? []
  const panels = panelsOf(reads)
  const shownMarks = marks.flatMap((mark) => { const at = placeOf(mark.at, points); return at === null ? [] : [{ ...mark, place: at }] })
  const scales = panels.map((panel) => scaleOf(panel))
  const left = Math.max(30, ...panels.map((panel, index) => Math.max(...valueAxis.labels(panel, scales[index]!, frame).map((label) => widthOf(label))) + 12))
  const many = reads.length > 1
  const right = roomOfEnds(reads, frame)
  const top = shownMarks.length > 0 ? 22 : 10
  const high = (frame.height - top - below - between * (panels.length - 1)) / panels.length
  const across = frame.width - left - right
  const named = namedPoints(points.length, Math.floor(across / (step === 'month' ? 56 : 62)))
  const ends = panels.map((panel, index) => lineEnds(panel, { many, scale: scales[index]!, frame, right, top: top + index * (high + between), high, across }))
  const weeks = step === 'day' || step === 'hour'

  const option: ChartOption = {
    ...still(frame.look),
    grid: panels.map((_, index) => ({ left, right, top: top + index * (high + between), height: high, containLabel: false })),
    xAxis: panels.map((_, index) => ({
      type: 'value', gridIndex: index, min: -0.5, max: Math.max(0.5, points.length - 0.5), show: index === panels.length - 1,
      axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false },
      axisLabel: { customValues: named, color: frame.look.soft, fontSize: 11, margin: 8, showMinLabel: true, showMaxLabel: true, formatter: (at: number) => labelAt(points, at, named, step, frame) },
    })),
    yAxis: panels.map((panel, index) => valueAxis.of(panel, scales[index]!, index, frame)),
    series: panels.flatMap((panel, index) => [
      ...(index === 0 || weeks ? [ground(points, shownMarks, index, weeks, frame)] : []),
      ...(panel.length === 1 && panels.length === reads.length ? bandSeries(panel[0]!, index, frame) : []),
      ...panel.flatMap((read, place) => lineSeries(read, { panel: index, colour: frame.look.series[place % 3]!, place, end: ends[index]![place]!, wide: across / Math.max(1, points.length) > 9 })),
    ]),
  }
  return { option, hits: points.map((_, index) => hitAt(reads, index, step, frame)), reach: 'x', left: 0 }
}

/** Metrics of one unit share a panel, in the order they were given. */
function panelsOf(reads: readonly Read[]): Panel[] {
  const panels: Read[][] = []
  for (const read of reads) (panels.find(([first]) => first!.metric.unit === read.metric.unit) ?? panels[panels.push([]) - 1]!).push(read)
  return panels
}

function labelAt(points: readonly Point[], at: number, named: readonly number[], step: Step, frame: Frame): string {
  const point = points[at]
  if (!point) return ''
  const previous = points[named[named.indexOf(at) - 1] ?? -1]
  const place = { locale: frame.locale, timeZone: frame.timeZone }
  const yearOf = (each: Point) => new Intl.DateTimeFormat('en', { timeZone: frame.timeZone, year: 'numeric' }).format(new Date(each.from))
  const days = step === 'hour' && points.length > 30
  return axisDate(point.from, step, place, { year: step === 'month' && previous !== undefined && yearOf(previous) !== yearOf(point), day: days })
}

/** Where between the points a moment lies, in points; null outside. */
function placeOf(at: string, points: readonly Point[]): number | null {
  const moment = Date.parse(at)
  const index = points.findIndex(({ from, to }) => moment >= Date.parse(from) && moment < Date.parse(to))
  if (index < 0) return null
  const { from, to } = points[index]!
  return index - 0.5 + (moment - Date.parse(from)) / (Date.parse(to) - Date.parse(from))
}

/** Shades of days off and the lines of marks belong to a series of nothing, so that they lie behind. */
function ground(points: readonly Point[], marks: readonly (Mark & { place: number })[], panel: number, shaded: boolean, { look }: Frame): NonNullable<Exclude<ChartOption['series'], readonly unknown[]>> {
  const runs: [number, number][] = []
  // Where every point lies in a day off (hours of a Sunday) the shade would tell nothing from nothing.
  if (shaded && points.some(({ off }) => !off)) points.forEach(({ off }, index) => {
    const open = runs.at(-1)
    if (off && open?.[1] === index - 1) open[1] = index
    else if (off) runs.push([index, index])
  })
  return {
    type: 'line', xAxisIndex: panel, yAxisIndex: panel, data: [], silent: true,
    markArea: { silent: true, itemStyle: { color: look.sunken }, data: runs.map(([from, to]) => [{ xAxis: from - 0.5 }, { xAxis: to + 0.5 }]) },
    markLine: {
      silent: true, symbol: 'none', lineStyle: { color: look.soft, type: [3, 3], width: 1 },
      label: { show: panel === 0, position: 'end', distance: 3, color: look.ink, fontSize: 11 },
      data: marks.map(({ name, place }) => ({ xAxis: place, name, label: { formatter: fitted(name, 150), align: place < points.length * 0.2 ? 'left' : place > points.length * 0.8 ? 'right' : 'center' } })),
    },
  }
}

function hitAt(reads: readonly Read[], index: number, step: Step, { locale, timeZone }: Frame): Hit {
  const [first] = reads
  const point = first!.result.points![index]!
  const words = wordsOf(locale)
  const title = stretchText(point.from, point.to, step, { locale, timeZone })
  const said = ({ metric, result }: Read): string[] => {
    const at = result.points?.[index]
    if (!at) return []
    const { figure, band } = at
    const shown = shownValue(figure) !== null
    return [
      `${reads.length > 1 ? `${metric.label}: ` : ''}${figureText(metric, figure, locale)}${shown && figure.interval && metric.unit !== 'count' ? ` (${rangeText(metric, figure.interval, locale)})` : ''}`,
      ...(reads.length === 1 && band ? [`${words.usual} ${rangeText(metric, band, locale)}`] : []),
      ...(reads.length === 1 && saysN(metric) ? [words.n(figure.n)] : []),
    ]
  }
  const running = Date.parse(point.to) > Date.parse(first!.result.at)
  const { metric } = first!
  return {
    title, lines: [...reads.flatMap(said), ...(running ? [words.unfinished] : []), ...(point.off ? [words.off] : [])],
    rows: point.figure.n > 0 || shownValue(point.figure) !== null ? { metric: metric.name, from: point.from, to: point.to, rules: [], name: title } : null,
  }
}

/** Of a count n is the value itself. */
const saysN = ({ unit }: Metric) => unit !== 'count'
