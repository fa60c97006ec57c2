// A metric by location (team, person) against the network: best first, one's own marked, each with how sure it is.
import { marginText, orderGroups, shownValue, toneOf, valueText, wholeText, type Group } from '@kontuar/charts'
import type { FilledBlock, FilledReport } from '@kontuar/contracts'
import { reportWords } from '../words/index.ts'
import type { RankRow, Section } from './outline.ts'
import { fewText } from './read-number.ts'
import { dimensionName } from './read-tile.ts'

type RankingBlock = Extract<FilledBlock, { kind: 'ranking' }>

/** More would be a list nobody reads: then the best, the last and the neighbours of one's own are shown. */
const mostRows = 45
const [best, last, around] = [15, 8, 3] as const

export function readRanking(block: RankingBlock, report: FilledReport): Section {
  const { language } = report
  const words = reportWords(language)
  const { metric, result } = block
  if ('problem' in result) return { kind: 'text', title: block.title, text: `${words.problem} ${result.problem.detail}` }
  const own = new Set(block.own)
  const sure = metric.unit === 'count'
  const groups = orderGroups((result.groups ?? []).filter(({ key }) => key !== null), block.by)
  const shown = groups.filter(({ figure }) => shownValue(figure) !== null)
  const few = groups.filter(({ figure }) => shownValue(figure) === null)
  if (metric.direction === 'down') shown.reverse()
  const ends = shown.flatMap(({ figure }) => [figure.value!, ...(sure || !figure.interval ? [] : [figure.interval.low, figure.interval.high])])
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  const at = (value: number) => (most === least ? 0 : (value - least) / (most - least))

  const rowOf = (group: Group, place: number | null): RankRow => {
    const value = shownValue(group.figure)
    const { interval } = group.figure
    return {
      place, name: group.name || words.none, own: own.has(group.key ?? ''), gap: false, few: value === null,
      value: value === null ? (group.figure.n === 0 ? '–' : fewText(metric, group.figure.n, language)) : valueText(metric, value, language),
      margin: value === null || sure || !interval ? '' : marginText(metric, interval, language), n: sure ? '' : wholeText(group.figure.n, language),
      bar: value === null ? null : { zero: at(0), end: at(value), low: sure || !interval ? null : at(interval.low), high: sure || !interval ? null : at(interval.high) },
      outside: group.outside === null || value === null ? null : { words: group.outside === 'above' ? words.sheet.above : words.sheet.below, tone: toneOf(metric, group.outside) },
    }
  }
  const rows = [...shown.map((group, index) => rowOf(group, index + 1)), ...few.map((group) => rowOf(group, null))]
  const whole = sure ? null : shownValue(result.figure)
  return {
    kind: 'ranking', title: block.title, dimension: dimensionName(block.by, words), metric: metric.label, rows: shortened(rows), hasIntervals: !sure,
    whole: whole === null || shown.length === 0 ? null : { share: at(whole), words: words.network(valueText(metric, whole, language), wholeText(result.figure.n, language)) },
    under: [...(whole === null ? [] : [words.network(valueText(metric, whole, language), wholeText(result.figure.n, language))]), ...(own.size > 0 && report.scopeName ? [words.ownMark(report.scopeName)] : [])],
  }
}

function shortened(rows: readonly RankRow[]): RankRow[] {
  if (rows.length <= mostRows) return [...rows]
  const kept = rows.map((_, index) => index < best || index >= rows.length - last)
  rows.forEach(({ own }, index) => { if (own) for (let near = Math.max(0, index - around); near <= Math.min(rows.length - 1, index + around); near++) kept[near] = true })
  return rows.flatMap((row, index): RankRow[] => {
    if (kept[index]) return [row]
    return kept[index - 1] ? [{ place: null, name: '…', own: false, gap: true, value: '', few: false, margin: '', n: '', bar: null, outside: null }] : []
  })
}
