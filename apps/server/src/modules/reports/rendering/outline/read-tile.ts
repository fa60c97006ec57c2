// One tile of a report: a number, a chart, a table, or why there is none.
import { cellName, drawTile, drawnKind, figureText, hasNoNames, hasNothing, hasOnlyFew, isChart, tableOfTile, wholeText, type Frame, type Step, type Table } from '@kontuar/charts'
import type { FilledBlock, FilledReport, Locale, MetricInfo } from '@kontuar/contracts'
import { reportWords } from '../words/index.ts'
import type { Piece } from './outline.ts'
import { networkText, readNumber, type ReadInfo } from './read-number.ts'

export type TileBlock = Extract<FilledBlock, { kind: 'tile' }>
type Found = TileBlock['results'][number]

/** What was read, of metrics and results that stand in the same order. */
export const readsOf = (metrics: readonly MetricInfo[], results: readonly Found[]): ReadInfo[] => results.flatMap((result, index) => ('problem' in result || !metrics[index] ? [] : [{ metric: metrics[index], result }]))

/** How long the points of a line are: a report does not say it otherwise. */
export function stepOf(reads: readonly ReadInfo[]): Step {
  const [point] = reads[0]?.result.points ?? []
  const hours = point ? (Date.parse(point.to) - Date.parse(point.from)) / 3_600_000 : 24
  return hours < 20 ? 'hour' : hours < 48 ? 'day' : hours < 24 * 10 ? 'week' : 'month'
}

/** What groups are called: a dimension in words, a custom field by its own name. */
export const dimensionName = (by: string, words: ReturnType<typeof reportWords>): string => words.dimensions[by] ?? by.replace(/^field:/, '')

/** Groups without a name get one. */
export const named = (read: ReadInfo, by: string, words: ReturnType<typeof reportWords>): ReadInfo => ({
  ...read, result: { ...read.result, groups: read.result.groups?.map((group) => ({ ...group, name: group.name || (by === 'newcomer' && group.key !== null ? words.newcomer[group.key === 'true' ? 'true' : 'false'] : words.none) })) ?? null },
})

export function readTile(block: TileBlock, report: FilledReport): Piece {
  const { language, zone } = report
  const words = reportWords(language)
  const { tile } = block
  const by = tile.kind === 'network' ? 'location' : (tile.by ?? 'location')
  const placed = { id: block.id, title: block.title, width: tile.width }
  if (tile.kind === 'text') return { ...placed, kind: 'text', text: tile.text ?? '' }
  if (tile.kind === 'warnings') return { ...placed, kind: 'note', text: words.warnings }
  const reads = readsOf(block.metrics, block.results).map((read) => named(read, by, words))
  const network = readsOf(block.metrics, block.network ?? [])
  const problem = block.results.find((result) => 'problem' in result)
  const [read] = reads
  if (!read) return { ...placed, kind: 'note', text: problem ? `${words.problem} ${problem.problem.detail}` : words.nothing }
  if (tile.kind === 'number') return { ...placed, kind: 'number', shown: readNumber(read, network[0] ?? null, { language, compared: report.compareName !== null }) }
  if (hasNothing(reads)) return { ...placed, kind: 'note', text: words.nothing }
  if (hasNoNames(tile, reads)) return { ...placed, kind: 'note', text: words.noNames(dimensionName(by, words)) }
  const step = stepOf(reads)
  const table = tableOfTile(tile, reads, step, dimensionName(by, words), { locale: language, timeZone: zone })
  const said = network[0] && reads.length === 1 ? networkText(network[0], language) : null
  const under = said === null ? [] : [said]
  if (!isChart(tile.kind)) return table ? { ...placed, kind: 'table', table, under } : { ...placed, kind: 'note', text: words.nothing }
  if (tile.kind === 'line' && hasOnlyFew(reads)) return { ...placed, kind: 'note', text: words.onlyFew }
  const drawn = tile.kind === 'line' ? besideNetwork(reads, network, report) : reads
  const kind = drawnKind(tile, reads)
  return {
    ...placed, kind: 'chart', height: tile.height, rows: kind === 'bars' ? (read.result.groups ?? []).length : kind === 'funnel' ? reads.length : null, under,
    draw: (frame: Frame) => drawTile(tile, drawn, { step, marks: [] }, { ...frame, onPaper: true }), says: words.chartSays(block.title, saidBy(reads, table, { title: block.title, kind: tile.kind }, report)),
  }
}

/** One's own line and that of the network; of counts the network would only flatten one's own. */
function besideNetwork(reads: readonly ReadInfo[], network: readonly ReadInfo[], report: FilledReport): readonly ReadInfo[] {
  const [own] = reads
  const [whole] = network
  if (reads.length !== 1 || !own || !whole || own.metric.unit === 'count' || (whole.result.points ?? []).length !== (own.result.points ?? []).length) return reads
  const words = reportWords(report.language)
  return [{ ...own, metric: { ...own.metric, label: report.scopeName ?? words.ownName } }, { ...whole, metric: { ...whole.metric, label: words.networkName } }]
}

const mostSaid = 8
/** The figures of a chart for whoever does not see it: the whole, then the latest points, the first groups, or the fullest hours. */
function saidBy(reads: readonly ReadInfo[], table: Table | null, { title, kind }: { title: string; kind: string }, { language }: FilledReport): string {
  const newest = kind === 'line'
  // What the title has said is not said again.
  const whole = reads.map(({ metric, result }) => `${metric.label === title ? '' : `${metric.label}: `}${figureText(metric, result.figure, language)}${metric.unit === 'count' ? '' : ` (n\u00a0=\u00a0${wholeText(result.figure.n, language)})`}`)
  if (kind === 'heat') return `${[whole.join('; '), ...fullest(reads[0]!, language)].join('. ')}.`
  const rows = (table?.rows ?? []).filter((cells) => cells.slice(1).some(({ text }) => text !== '' && text !== '–'))
  const some = newest ? rows.slice(-mostSaid) : rows.slice(0, mostSaid)
  const lines = some.map(([name, ...cells]) => `${name!.text}: ${cells.slice(0, reads.length > 1 ? reads.length : 1).map(({ text }) => text).join(', ')}`)
  return `${whole.join('; ')}.${lines.length > 0 ? ` ${rows.length > some.length && newest ? '… ' : ''}${lines.join('; ')}${rows.length > some.length && !newest ? '; …' : '.'}` : ''}`
}

function fullest({ metric, result }: ReadInfo, language: Locale): string[] {
  const cells = (result.heat ?? []).filter(({ figure }) => figure.shown && figure.value !== null && figure.n > 0).toSorted((one, other) => other.figure.value! - one.figure.value!).slice(0, 5)
  return cells.length === 0 ? [] : [cells.map((cell) => `${cellName(cell, language)}: ${figureText(metric, cell.figure, language)}`).join('; ')]
}
