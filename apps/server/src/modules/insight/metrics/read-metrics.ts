// Several metrics at once, of one moment: what a dashboard, a mail or a warning asks.
import type { ErrorCode, MetricQuery, MetricResult } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { askerOf, type Asker } from './asker.ts'
import { metricCalled, readCatalogue, type Catalogue } from './metric-by-name.ts'
import { readMetric } from './read-metric.ts'
import { startReading, type Reading } from './sources/reading.ts'

export interface Problem { problem: { code: ErrorCode; detail: string } }

/**
 * Answers in the order of the queries; what is wrong with one is told in its place and spoils no other.
 * @param tx of `db.report`; held to `who` (`viewer`) where they see some places only
 * @param who a signed-in person, or `everybody` for jobs
 */
export async function readMetrics(tx: Tx, who: Actor | Asker, queries: readonly MetricQuery[]): Promise<(MetricResult | Problem)[]> {
  const [reading, catalogue] = [await startReading(tx, 'permissions' in who ? askerOf(who) : who), await readCatalogue(tx)]
  return Promise.all(queries.map((query) => readOne(reading, catalogue, query)))
}

export async function readOne(reading: Reading, catalogue: Catalogue, { metric, ...query }: MetricQuery): Promise<MetricResult | Problem> {
  try {
    return await readMetric(reading, metricCalled(catalogue, metric), query)
  } catch (error) {
    if (error instanceof Refusal) return { problem: { code: error.code, detail: error.message } }
    throw error
  }
}
