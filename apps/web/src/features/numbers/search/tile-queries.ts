// What a tile asks of the catalogue; the server's exports ask the same (modules/insight/dashboards/tiles/tile-queries.ts). Pure.
import type { Conditions, MetricQuery, Tile } from '@kontuar/contracts'
import type { Comparison } from './numbers-search.ts'
import { stepWithin, type Days } from './period-days.ts'
import { joined } from './where.ts'

export interface View { days: Days; compare: Comparison; where: Conditions | null }

/** One for each metric of the tile, in its order; none for texts and warnings. */
export function tileQueries(tile: Tile, { days, compare, where }: View): MetricQuery[] {
  const narrowed = joined(where, tile.where)
  const ask = (metric: string, more: Partial<MetricQuery>): MetricQuery => ({ metric, from: days.from, to: days.to, ...(narrowed && { where: narrowed }), ...more })
  const step = stepWithin(tile.step, days)
  switch (tile.kind) {
    case 'number': return tile.metrics.map((metric) => ask(metric, { step, ...(compare !== 'none' && { compare }) }))
    case 'line': return tile.metrics.map((metric) => ask(metric, { step }))
    case 'bars': case 'table': return tile.metrics.map((metric) => ask(metric, { by: tile.by ?? 'location' }))
    case 'network': return tile.metrics.map((metric) => ask(metric, { by: 'location' }))
    case 'distribution': return tile.metrics.map((metric) => ask(metric, { also: 'distribution' }))
    case 'heat': return tile.metrics.map((metric) => ask(metric, { also: 'heat' }))
    case 'funnel': return tile.metrics.map((metric) => ask(metric, {}))
    case 'text': case 'warnings': return []
  }
}

/** Tiles that ask the same are answered once. */
export const queryKey = (query: MetricQuery): string => JSON.stringify(Object.entries(query).toSorted(([one], [other]) => one.localeCompare(other)))
export function distinct(queries: readonly MetricQuery[]): MetricQuery[] {
  return [...new Map(queries.map((query) => [queryKey(query), query])).values()]
}
