// What a tile asks of the catalogue: the one translation, for screens' exports, mails and reports.
import type { Conditions, DashboardDefinition, MetricQuery, Tile } from '@kontuar/contracts'

export interface TilePeriod { from: string; to: string }
interface Around { period: TilePeriod; compare: DashboardDefinition['compare']; where: Conditions | null }

/** One for each metric of the tile, in its order; none for texts and warnings. */
export function tileQueries(tile: Tile, { period, compare, where }: Around): MetricQuery[] {
  const narrowed = joinConditions(where, tile.where ?? null)
  const ask = (metric: string, more: Partial<MetricQuery>): MetricQuery => ({ metric, ...period, ...(narrowed === null ? {} : { where: narrowed }), ...more })
  const shapes: Record<Tile['kind'], (metric: string) => MetricQuery | null> = {
    number: (metric) => ask(metric, { compare, step: tile.step ?? 'day' }),
    line: (metric) => ask(metric, { step: tile.step ?? 'day' }),
    bars: (metric) => ask(metric, { by: tile.by! }),
    table: (metric) => ask(metric, { by: tile.by! }),
    network: (metric) => ask(metric, { by: 'location' }),
    distribution: (metric) => ask(metric, { also: 'distribution' }),
    heat: (metric) => ask(metric, { also: 'heat' }),
    funnel: (metric) => ask(metric, {}),
    text: () => null,
    warnings: () => null,
  }
  return tile.metrics.flatMap((metric) => shapes[tile.kind](metric) ?? [])
}

/** Both must hold. */
export function joinConditions(a: Conditions | null, b: Conditions | null): Conditions | null {
  if (a === null || b === null) return a ?? b
  return { combinator: 'and', rules: [a, b] }
}
