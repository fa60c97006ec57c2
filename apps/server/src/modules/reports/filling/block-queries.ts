// What a report asks of the catalogue, block by block. One list of questions for all, so that all figures of a report are of one moment. Pure.
import type { Conditions, MetricQuery, ReportBlock, ReportDefinition, ReportScope } from '@kontuar/contracts'
import { joinConditions, tileQueries } from '../../insight/index.ts'
import { scopeWhere } from '../receivers/scopes.ts'
import type { Days } from './period.ts'

export interface BlockQueries {
  own: MetricQuery[]
  /** The same of the whole organization, beside which a personal report is laid. */
  network: MetricQuery[]
}

type Definition = Pick<ReportDefinition, 'where' | 'compare'>

export function blockQueries(block: ReportBlock, definition: Definition, scope: ReportScope | null, period: Days): BlockQueries {
  const all: Conditions | null = definition.where ?? null
  const own = scope === null ? all : joinConditions(all, scopeWhere(scope))
  const ask = (metric: string, where: Conditions | null, more: Partial<MetricQuery>): MetricQuery => ({ metric, ...period, ...(where === null ? {} : { where }), ...more })
  switch (block.kind) {
    // Where the locations are laid against each other there would be one alone in it.
    case 'tile': return block.tile.kind === 'network'
      ? { own: tileQueries(block.tile, { period, compare: 'none', where: all }), network: [] }
      : { own: tileQueries(block.tile, { period, compare: definition.compare, where: own }), network: scope === null ? [] : networkQueries(block, all, period) }
    case 'summary': return { own: block.metrics.map((metric) => ask(metric, own, { compare: definition.compare })), network: [] }
    case 'ranking': return { own: [ask(block.metric, all, { by: block.by })], network: [] }
    default: return { own: [], network: [] }
  }
}

/** Of cuts there are too many to lay beside each other; a number needs no line of its network's days. */
function networkQueries({ tile }: Extract<ReportBlock, { kind: 'tile' }>, where: Conditions | null, period: Days): MetricQuery[] {
  if (tile.kind !== 'number' && tile.kind !== 'line' && tile.kind !== 'bars') return []
  return tileQueries(tile, { period, compare: 'none', where }).map(({ step, ...query }) => (tile.kind === 'line' && step !== undefined ? { ...query, step } : query))
}

export const metricsOf = (block: ReportBlock): readonly string[] => (block.kind === 'tile' ? block.tile.metrics : block.kind === 'summary' ? block.metrics : block.kind === 'ranking' ? [block.metric] : [])
