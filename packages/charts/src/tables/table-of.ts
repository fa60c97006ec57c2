import type { Figure, Metric, Read, RowsWish, Step } from '../result.ts'
import { shownValue } from '../result.ts'
import { arePoints, barName, barRules } from '../options/distribution-option.ts'
import { groupRule, orderGroups } from '../options/bars-option.ts'
import { shareOfPrevious } from '../options/funnel-option.ts'
import { hoursOf, cellName } from '../options/heat-option.ts'
import { hourName, stretchText, weekdayName } from '../text/dates.ts'
import { figureText, rangeText, valueText } from '../text/figure-text.ts'
import { percentText, wholeText } from '../text/numbers.ts'
import { wordsOf } from '../text/words.ts'
import type { Spoken, Table, TableCell, TableColumn } from './table.ts'

const said = (name: string): TableColumn => ({ name, number: false })
const counted = (name: string): TableColumn => ({ name, number: true })
/** Counts have an interval too, but of what happened, not of what was measured: in a table it would only be read as doubt. */
const hasInterval = ({ unit }: Metric) => unit !== 'count'

function valueCell(metric: Metric, figure: Figure, rows: RowsWish | null, { locale }: Spoken): TableCell {
  if (shownValue(figure) !== null) return { text: figureText(metric, figure, locale), rows: figure.n === 0 ? null : rows }
  // A whole sentence in each cell would make the table unreadable.
  return figure.n === 0 ? { text: '–', faint: true } : { text: wordsOf(locale).n(figure.n), rows, faint: true, title: figureText(metric, figure, locale) }
}
const intervalCell = (metric: Metric, { interval, ...figure }: Figure, { locale }: Spoken): TableCell => ({ text: interval && shownValue({ interval, ...figure }) !== null ? rangeText(metric, interval, locale) : '' })

/** Over time, the newest last as in the chart. */
export function lineTable(reads: readonly Read[], step: Step, spoken: Spoken): Table {
  const words = wordsOf(spoken.locale)
  const [first] = reads
  const alone = reads.length === 1
  const bands = alone && (first?.result.points ?? []).some(({ band }) => band !== null)
  return {
    columns: [said(words.period), ...reads.flatMap(({ metric }) => [counted(alone ? words.value : metric.label), ...(alone && hasInterval(metric) ? [counted(words.interval), counted(words.count)] : [])]), ...(bands ? [counted(words.usual)] : [])],
    rows: (first?.result.points ?? []).map(({ from, to, band }, index) => {
      const name = stretchText(from, to, step, spoken)
      return [
        { text: name },
        ...reads.flatMap(({ metric, result }): TableCell[] => {
          const figure = result.points?.[index]?.figure
          if (!figure) return [{ text: '–' }]
          return [valueCell(metric, figure, { metric: metric.name, from, to, rules: [], name }, spoken), ...(alone && hasInterval(metric) ? [intervalCell(metric, figure, spoken), { text: wholeText(figure.n, spoken.locale) }] : [])]
        }),
        ...(bands ? [{ text: band ? rangeText(first!.metric, band, spoken.locale) : '' }] : []),
      ]
    }),
  }
}

/** By groups: one metric with its interval, or several beside each other. `limits`: locations against the network. */
export function groupTable(reads: readonly Read[], by: string, dimension: string, spoken: Spoken, { limits = false }: { limits?: boolean } = {}): Table {
  const words = wordsOf(spoken.locale)
  const [first] = reads
  const alone = reads.length === 1
  const groups = orderGroups(first?.result.groups ?? [], by)
  const known = new Set(groups.map(({ key }) => key))
  // A group may have of one metric nothing and of another something.
  for (const { result } of reads.slice(1)) for (const group of result.groups ?? []) if (!known.has(group.key)) { known.add(group.key); groups.push(group) }
  return {
    columns: [said(dimension), ...reads.flatMap(({ metric }) => [counted(metric.label), ...(alone && hasInterval(metric) ? [counted(words.interval), counted(words.count)] : [])]), ...(limits ? [counted(words.limits), said(words.chance)] : [])],
    rows: groups.map((group) => [
      { text: group.name },
      ...reads.flatMap(({ metric, result }): TableCell[] => {
        const figure = result.groups?.find(({ key }) => key === group.key)?.figure
        if (!figure) return [{ text: '–', faint: true }, ...(alone && hasInterval(metric) ? [{ text: '' }, { text: '' }] : [])]
        return [valueCell(metric, figure, { metric: metric.name, rules: [groupRule(by, group.key)], name: group.name }, spoken), ...(alone && hasInterval(metric) ? [intervalCell(metric, figure, spoken), { text: wholeText(figure.n, spoken.locale) }] : [])]
      }),
      ...(limits ? [{ text: group.limits && first ? rangeText(first.metric, group.limits, spoken.locale) : '' }, { text: group.outside ? words[group.outside] : '' }] : []),
    ]),
  }
}

export function distributionTable(read: Read, spoken: Spoken): Table {
  const bars = read.result.distribution ?? []
  const points = arePoints(bars)
  const total = bars.reduce((sum, { n }) => sum + n, 0)
  return {
    columns: [said(wordsOf(spoken.locale).value), counted(wordsOf(spoken.locale).count), counted('%')],
    rows: bars.map((bar, index) => {
      const name = barName(read, bar, points, spoken.locale)
      return [{ text: name }, { text: wholeText(bar.n, spoken.locale), rows: bar.n === 0 ? null : { metric: read.metric.name, rules: points ? [{ field: 'value', operator: '=', value: bar.from }] : barRules(bar, index === bars.length - 1), name } }, { text: total === 0 ? '–' : percentText(bar.n / total, spoken.locale) }]
    }),
  }
}

export function funnelTable(reads: readonly Read[], spoken: Spoken): Table {
  const words = wordsOf(spoken.locale)
  return {
    columns: [said(''), counted(words.value), counted(words.previous)],
    rows: reads.map(({ metric, result }, index) => {
      const share = shareOfPrevious(reads, index)
      return [{ text: metric.label }, valueCell(metric, result.figure, { metric: metric.name, rules: [], name: metric.label }, spoken), { text: share === null ? '' : percentText(share, spoken.locale) }]
    }),
  }
}

/** Weekdays below each other, hours beside each other. */
export function heatTable({ metric, result }: Read, spoken: Spoken): Table {
  const cells = result.heat ?? []
  const { first, last } = hoursOf(cells)
  const hours = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return {
    columns: [said(wordsOf(spoken.locale).weekday), ...hours.map((hour) => counted(hourName(hour)))],
    rows: [1, 2, 3, 4, 5, 6, 7].map((weekday) => [{ text: weekdayName(weekday, spoken.locale, 'long') }, ...hours.map((hour): TableCell => {
      const cell = cells.find((each) => each.weekday === weekday && each.hour === hour)
      if (!cell || cell.figure.n === 0) return { text: '–', faint: true }
      const shown = shownValue(cell.figure)
      return { text: shown === null ? '…' : valueText(metric, shown, spoken.locale), faint: shown === null, rows: { metric: metric.name, rules: [{ field: 'weekday', operator: '=', value: weekday }, { field: 'hour', operator: '=', value: hour }], name: cellName(cell, spoken.locale) } }
    })]),
  }
}
