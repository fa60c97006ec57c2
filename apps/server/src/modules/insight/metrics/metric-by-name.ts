// The catalogue as an organization has it: ready-made metrics and its own.
import type { OwnMetricDefinition } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { Metric } from '../catalogue/metric.ts'
import { ownMetric } from '../catalogue/own/own-metric.ts'
import { readyMadeMetrics } from '../catalogue/ready-made.ts'

export type Catalogue = ReadonlyMap<string, Metric>

/** Without what has been retired. */
export async function readCatalogue(tx: Tx): Promise<Catalogue> {
  const own = await tx.query<{ id: string; name: string; definition: OwnMetricDefinition }>('select id, name, definition from own_metric where org_id = $1 and retired_at is null order by lower(name), id', [tx.orgId], 'own-metrics')
  return new Map([...readyMadeMetrics, ...own.map(({ id, name, definition }) => ownMetric(id, name, definition))].map((metric) => [metric.name, metric]))
}

/** @throws Refusal `not-found`, naming those that are called alike */
export function metricCalled(catalogue: Catalogue, name: string): Metric {
  const metric = catalogue.get(name)
  if (metric !== undefined) return metric
  const near = namesLike(name, [...catalogue.keys()])
  throw new Refusal('not-found', `There is no metric ${JSON.stringify(name.slice(0, 80))}: ${near.length > 0 ? `perhaps ${near.join(', ')}` : 'GET /metrics lists them'}.`)
}

function namesLike(name: string, names: readonly string[]): string[] {
  const words = new Set(name.toLowerCase().split(/[^a-z0-9]+/).filter((w) => w.length > 2))
  return names.map((known) => ({ known, score: known.split('-').filter((part) => words.has(part)).length * 10 - distance(name.slice(0, 80).toLowerCase(), known) }))
    .filter(({ known, score }) => score > -Math.ceil(known.length / 2)).sort((a, b) => b.score - a.score).slice(0, 3).map(({ known }) => known)
}

/** Levenshtein's. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]!
}
