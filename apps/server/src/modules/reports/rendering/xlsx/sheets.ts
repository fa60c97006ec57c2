// Blocks of a report as sheets: figures as numbers, n and interval in columns of their own, nothing of too few.
import { drawnKind, type Figure, plainReportText, shownValue, weekdayName } from '@kontuar/charts'
import type { FilledBlock, FilledReport, MetricInfo } from '@kontuar/contracts'
import { dimensionName, named, readsOf, stepOf, type TileBlock } from '../outline/read-tile.ts'
import type { ReadInfo } from '../outline/read-number.ts'
import { commentText, loopRows, ticketRows } from './list-sheets.ts'
import type { ReportWords } from '../words/index.ts'

export type Unit = MetricInfo['unit'] | 'text' | 'long' | 'instant' | 'day' | 'change' | 'number'
/** `of`: the unit a change is a change of. */
export interface SheetColumn { header: string; unit: Unit; of?: MetricInfo['unit'] }
export type Value = string | number | Date | null
export interface SheetChart { kind: 'line' | 'bars' | 'columns'; names: number; values: readonly number[]; most?: number; hours?: boolean; /** Each row can have a unit of its own: then there is no chart. */ unit: MetricInfo['unit'] }
export interface Sheet { title: string; columns: readonly SheetColumn[]; rows: readonly (readonly Value[])[]; /** Rows may differ in their units: numbers of one column then follow that of the row. */ units?: readonly MetricInfo['unit'][]; notes: readonly string[]; chart: SheetChart | null }

interface Given { report: FilledReport; words: ReportWords }
/** A chart of more bars is a carpet. */
const mostBars = 40

const figureColumns = ({ sheet }: ReportWords, unit: MetricInfo['unit']): SheetColumn[] => [{ header: sheet.value, unit }, { header: sheet.low, unit }, { header: sheet.high, unit }, { header: sheet.n, unit: 'count' }]
const figureCells = (figure: Figure): Value[] => {
  const value = shownValue(figure)
  return [value, value === null ? null : (figure.interval?.low ?? null), value === null ? null : (figure.interval?.high ?? null), figure.n]
}

/** All numbers stand in one sheet: one row each. */
export function numbersSheet(blocks: readonly TileBlock[], { words }: Given): Sheet | null {
  const { sheet } = words
  const found = blocks.flatMap((block) => { const [read] = readsOf(block.metrics, block.results); return read ? [{ block, read, network: readsOf(block.metrics, block.network ?? [])[0] ?? null }] : [] })
  if (found.length === 0) return null
  const compared = found.some(({ read }) => read.result.change !== null)
  const beside = found.some(({ network }) => network !== null)
  return {
    title: sheet.metric, units: found.map(({ read }) => read.metric.unit), notes: [words.how.interval, words.how.arrow, words.how.few], chart: null,
    columns: [{ header: sheet.metric, unit: 'text' }, ...figureColumns(words, 'score'), ...(compared ? [{ header: sheet.before, unit: 'score' as const }, { header: sheet.change, unit: 'change' as const }, { header: sheet.changeLow, unit: 'change' as const }, { header: sheet.changeHigh, unit: 'change' as const }, { header: sheet.real, unit: 'text' as const }] : []), ...(beside ? [{ header: sheet.network, unit: 'score' as const }, { header: sheet.networkN, unit: 'count' as const }] : [])],
    rows: found.map(({ block, read: { result }, network }): Value[] => {
      const { change } = result
      const known = change !== null && change.before.shown && result.figure.shown
      return [block.title, ...figureCells(result.figure), ...(compared ? [known ? change.before.value : null, known ? change.change : null, known ? (change.interval?.low ?? null) : null, known ? (change.interval?.high ?? null) : null, known && change.change !== null ? (change.real ? words.yes : words.no) : null] : []), ...(beside ? [network ? shownValue(network.result.figure) : null, network?.result.figure.n ?? null] : [])]
    }),
  }
}

export function blockSheet(block: FilledBlock, given: Given): Sheet | null {
  const { report, words } = given
  const { sheet } = words
  const plain = (title: string, columns: readonly SheetColumn[], rows: readonly (readonly Value[])[], notes: readonly string[] = []): Sheet => ({ title, columns, rows, notes, chart: null })
  const more = (count: number) => (count > 0 ? [words.more(count)] : [])
  switch (block.kind) {
    case 'tile': return block.tile.kind === 'number' ? null : tileSheet(block, given)
    case 'text': return plain(words.text, [{ header: words.text, unit: 'long' }], plainReportText(block.text).split('\n').map((line) => [line]))
    case 'summary': return plain(block.title, [{ header: sheet.sentence, unit: 'long' }, { header: sheet.real, unit: 'text' }], block.sentences.map(({ text, real }) => [text, real ? words.yes : words.no]))
    case 'ranking': return rankingSheet(block, given)
    case 'tickets': return { ...plain(block.title, ...ticketRows(block, report, words)), notes: more(block.more) }
    case 'comments': return { ...plain(block.title, ...commentText(block, words)), notes: more(block.more) }
    case 'loops': return { ...plain(block.title, ...loopRows(block, words)), notes: more(block.more) }
    case 'break': return null
  }
}

function rankingSheet(block: Extract<FilledBlock, { kind: 'ranking' }>, { report, words }: Given): Sheet {
  const { sheet } = words
  if ('problem' in block.result) return { title: block.title, columns: [{ header: sheet.note, unit: 'long' }], rows: [[block.result.problem.detail]], notes: [], chart: null }
  const groups = (block.result.groups ?? []).filter(({ key }) => key !== null)
  const up = block.metric.direction !== 'down'
  const sorted = groups.toSorted((one, other) => { const [a, b] = [shownValue(one.figure), shownValue(other.figure)]; return Number(a === null) - Number(b === null) || (up ? 1 : -1) * ((b ?? 0) - (a ?? 0)) })
  const place = new Map(sorted.filter(({ figure }) => shownValue(figure) !== null).map((group, index) => [group, index + 1]))
  return {
    title: block.title, notes: report.scopeName === null || block.own.length === 0 ? [] : [words.ownMark(report.scopeName)], chart: { kind: 'bars', names: 1, values: [2], most: mostBars, unit: block.metric.unit },
    columns: [{ header: words.place, unit: 'count' }, { header: dimensionName(block.by, words), unit: 'text' }, ...figureColumns(words, block.metric.unit), { header: sheet.outside, unit: 'text' }, { header: sheet.own, unit: 'text' }],
    rows: sorted.map((group) => [place.get(group) ?? null, group.name || words.none, ...figureCells(group.figure), group.outside === null ? null : sheet[group.outside], block.own.includes(group.key!) ? words.yes : null]),
  }
}

function tileSheet(block: TileBlock, given: Given): Sheet {
  const { words } = given
  const { tile } = block
  const by = tile.kind === 'network' ? 'location' : (tile.by ?? 'location')
  const reads = readsOf(block.metrics, block.results).map((read) => named(read, by, words))
  const [read] = reads
  const problem = block.results.find((result) => 'problem' in result)
  const noted = (text: string): Sheet => ({ title: block.title, columns: [{ header: words.sheet.note, unit: 'long' }], rows: [[text]], notes: [], chart: null })
  if (tile.kind === 'text') return { title: block.title || words.text, columns: [{ header: words.text, unit: 'long' }], rows: plainReportText(tile.text ?? '').split('\n').map((line) => [line]), notes: [], chart: null }
  if (tile.kind === 'warnings') return noted(words.warnings)
  if (!read) return noted(problem ? `${words.problem} ${problem.problem.detail}` : words.nothing)
  const { unit } = read.metric
  switch (drawnKind(tile, reads)) {
    case 'line': return lineSheet(block, reads, given)
    case 'distribution': return { title: block.title, notes: [], chart: { kind: 'columns', names: 0, values: [2], unit: 'count' }, columns: [{ header: words.sheet.from, unit }, { header: words.sheet.to, unit }, { header: words.sheet.n, unit: 'count' }], rows: (read.result.distribution ?? []).map(({ from, to, n }) => [from, to, n]) }
    case 'heat': return { title: block.title, notes: [], chart: null, columns: [{ header: words.sheet.weekday, unit: 'text' }, { header: words.sheet.hour, unit: 'number' }, ...figureColumns(words, unit)], rows: (read.result.heat ?? []).map(({ weekday, hour, figure }) => [weekdayName(weekday, given.report.language, 'long'), hour, ...figureCells(figure)]) }
    case 'funnel': return { title: block.title, units: reads.map(({ metric }) => metric.unit), notes: [], chart: reads.every(({ metric }) => metric.unit === unit) ? { kind: 'bars', names: 0, values: [1], unit } : null, columns: [{ header: words.sheet.metric, unit: 'text' }, ...figureColumns(words, unit)], rows: reads.map(({ metric, result }) => [metric.label, ...figureCells(result.figure)]) }
    case 'table': return groupsSheet(block, reads, by, given)
    default: return { ...groupsSheet(block, [read], by, given), chart: { kind: 'bars', names: 0, values: [1], most: mostBars, unit } }
  }
}

function lineSheet(block: TileBlock, reads: readonly ReadInfo[], { words }: Given): Sheet {
  const { sheet } = words
  const [first] = reads
  const network = reads.length === 1 ? (readsOf(block.metrics, block.network ?? [])[0]?.result.points ?? null) : null
  const points = first!.result.points ?? []
  const hours = stepOf(reads) === 'hour'
  const alone = reads.length === 1
  const hasBand = alone && points.some(({ band }) => band !== null)
  const same = reads.filter(({ metric }) => metric.unit === first!.metric.unit).slice(0, 3)
  return {
    title: block.title, notes: [],
    columns: [{ header: sheet.from, unit: hours ? 'instant' : 'day' }, ...(alone ? [...figureColumns(words, first!.metric.unit), ...(network ? [{ header: sheet.network, unit: first!.metric.unit }] : []), ...(hasBand ? [{ header: sheet.usualLow, unit: first!.metric.unit }, { header: sheet.usualHigh, unit: first!.metric.unit }] : [])] : reads.flatMap(({ metric }): SheetColumn[] => [{ header: metric.label, unit: metric.unit }, { header: `${metric.label}: ${sheet.n}`, unit: 'count' }]))],
    rows: points.map(({ from, figure, band }, index): Value[] => [new Date(from), ...(alone ? [...figureCells(figure), ...(network ? [network[index] ? shownValue(network[index].figure) : null] : []), ...(hasBand ? [band?.low ?? null, band?.high ?? null] : [])] : reads.flatMap(({ result }): Value[] => { const each = result.points?.[index]?.figure; return each ? [shownValue(each), each.n] : [null, null] }))]),
    chart: { kind: 'line', names: 0, hours, unit: first!.metric.unit, values: alone ? [1, ...(network && first!.metric.unit !== 'count' ? [5] : [])] : same.map((read) => 1 + 2 * reads.indexOf(read)) },
  }
}

function groupsSheet(block: TileBlock, reads: readonly ReadInfo[], by: string, { words }: Given): Sheet {
  const alone = reads.length === 1
  const groupsOf = (result: ReadInfo['result']) => result.groups ?? []
  const names = new Map(reads.flatMap(({ result }) => groupsOf(result).map(({ key, name }) => [key, name] as const)))
  const found = reads.map(({ result }) => new Map(groupsOf(result).map(({ key, figure }) => [key, figure])))
  const rows = [...names].map(([key, name]): Value[] => [name, ...found.flatMap((figures): Value[] => { const figure = figures.get(key); return alone ? (figure ? figureCells(figure) : [null, null, null, null]) : [figure ? shownValue(figure) : null, figure?.n ?? null] })])
  return {
    title: block.title, notes: [], chart: null,
    columns: [{ header: dimensionName(by, words), unit: 'text' }, ...(alone ? figureColumns(words, reads[0]!.metric.unit) : reads.flatMap(({ metric }): SheetColumn[] => [{ header: metric.label, unit: metric.unit }, { header: `${metric.label}: ${words.sheet.n}`, unit: 'count' }]))],
    rows: alone ? rows.toSorted((one, other) => Number(one[1] === null) - Number(other[1] === null) || Number(other[1] ?? 0) - Number(one[1] ?? 0)) : rows,
  }
}
