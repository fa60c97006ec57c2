// A tile as a table: what CSV and spreadsheets hold, and what stands under a chart for those who cannot see it. Pure.
import type { MetricFigure, MetricInfo, MetricResult, Tile } from '@kontuar/contracts'

/** `share` 0 to 1, `seconds`, else as it is. */
export interface Column { header: string; unit: 'text' | 'instant' | MetricInfo['unit'] }
export interface Table { columns: Column[]; rows: (string | number | Date | null)[][] }

export interface TableWords { metric: string; from: string; value: string; low: string; high: string; n: string; until: string; weekday: string; hour: string; name: string; weekdays: readonly string[] }

/** `results` and `infos` stand in the order of the tile's metrics; of a metric that could not be read there is null. */
export function tileTable(tile: Pick<Tile, 'kind'>, results: readonly (MetricResult | null)[], infos: readonly MetricInfo[], words: TableWords): Table {
  const [first] = results
  const unit = infos[0]?.unit ?? 'count'
  switch (tile.kind) {
    case 'line': return linesTable(results, infos, words)
    case 'bars': case 'network': return { columns: [{ header: words.name, unit: 'text' }, ...figureColumns(unit, words)], rows: (first?.groups ?? []).map((g) => [g.name, ...figureCells(g.figure)]) }
    case 'table': return groupsTable(results, infos, words)
    case 'distribution': return { columns: [{ header: words.from, unit }, { header: words.until, unit }, { header: words.n, unit: 'count' }], rows: (first?.distribution ?? []).map((bar) => [bar.from, bar.to, bar.n]) }
    case 'heat': return { columns: [{ header: words.weekday, unit: 'text' }, { header: words.hour, unit: 'count' }, ...figureColumns(unit, words)], rows: (first?.heat ?? []).map((cell) => [words.weekdays[cell.weekday - 1]!, cell.hour, ...figureCells(cell.figure)]) }
    default: return {
      columns: [{ header: words.metric, unit: 'text' }, ...figureColumns(unit, words)],
      rows: results.flatMap((result, i) => (result === null ? [] : [[infos[i]!.label, ...figureCells(result.figure)]])),
    }
  }
}

function linesTable(results: readonly (MetricResult | null)[], infos: readonly MetricInfo[], words: TableWords): Table {
  const single = results.length === 1
  const froms = [...new Set(results.flatMap((r) => (r?.points ?? []).map((p) => p.from)))].sort()
  const pointsOf = results.map((r) => new Map((r?.points ?? []).map((p) => [p.from, p])))
  return {
    columns: [{ header: words.from, unit: 'instant' }, ...infos.flatMap((info) => (single ? figureColumns(info.unit, words) : [{ header: info.label, unit: info.unit }, { header: `${info.label}: ${words.n}`, unit: 'count' as const }]))],
    rows: froms.map((from) => [new Date(from), ...pointsOf.flatMap((points) => {
      const figure = points.get(from)?.figure
      return single ? figureCells(figure ?? none) : [valueOf(figure ?? none), figure?.n ?? null]
    })]),
  }
}

/** Groups by name over all metrics: a group one metric does not know has an empty cell there. */
function groupsTable(results: readonly (MetricResult | null)[], infos: readonly MetricInfo[], words: TableWords): Table {
  const names = new Map(results.flatMap((r) => (r?.groups ?? []).map((g) => [g.key, g.name] as const)))
  const groupsOf = results.map((r) => new Map((r?.groups ?? []).map((g) => [g.key, g.figure])))
  return {
    columns: [{ header: words.name, unit: 'text' }, ...infos.flatMap((info): Column[] => (info.unit === 'count' ? [{ header: info.label, unit: 'count' }] : [{ header: info.label, unit: info.unit }, { header: `${info.label}: ${words.n}`, unit: 'count' }]))],
    rows: [...names].map(([key, name]) => [name, ...groupsOf.flatMap((groups, i) => {
      const figure = groups.get(key) ?? none
      return infos[i]!.unit === 'count' ? [valueOf(figure)] : [valueOf(figure), figure.n]
    })]),
  }
}

const none: MetricFigure = { value: null, interval: null, n: 0, shown: true, parts: {} }
const figureColumns = (unit: MetricInfo['unit'], words: TableWords): Column[] => [{ header: words.value, unit }, { header: words.low, unit }, { header: words.high, unit }, { header: words.n, unit: 'count' }]
const figureCells = (figure: MetricFigure) => [valueOf(figure), figure.shown ? figure.interval?.low ?? null : null, figure.shown ? figure.interval?.high ?? null : null, figure.n]
/** Too few to show stay unseen here too; their n says why the cell is empty. */
const valueOf = (figure: MetricFigure) => (figure.shown ? figure.value : null)
