// The numbers over HTTP.
import { getMetric, listMetrics } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { askerOf } from './asker.ts'
import { describeMetrics } from './describe-metrics.ts'
import { metricCalled, readCatalogue } from './metric-by-name.ts'
import { readMetric } from './read-metric.ts'
import { startReading, type Reading } from './sources/reading.ts'
import { parseWhere } from './where/take-where.ts'

export function metricRoutes(implement: Implement, { db }: Platform) {
  const look = <T>(actor: Actor, work: (reading: Reading, tx: Tx) => Promise<T>) => db.read(actor.orgId, async (tx) => {
    await tx.query('set transaction isolation level repeatable read')
    return work(await startReading(tx, askerOf(actor)), tx)
  })
  implement(listMetrics, ({ actor, query }) => db.read(actor.orgId, async (tx) => ({ items: await describeMetrics(tx, null, query.language ?? 'en'), next: null })))
  implement(getMetric, ({ actor, params, query }) => look(actor, async (reading, tx) => readMetric(reading, metricCalled(await readCatalogue(tx), params.name), { ...query, where: parseWhere(query.where) })))
}
