// The numbers over HTTP.
import { changeOwnMetric as changeOwnRoute, createOwnMetric as createOwnRoute, getMetric, listMeasures, listMetricFields, listMetricRows, listMetrics, previewOwnMetric, readMetrics as readMetricsRoute } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { languageOf } from '../../identity/index.ts'
import { ownMetric } from '../catalogue/own/own-metric.ts'
import { askerOf } from './asker.ts'
import { describeFields } from './describe-fields.ts'
import { describeMeasures } from './describe-measures.ts'
import { describeMetrics } from './describe-metrics.ts'
import { metricCalled, readCatalogue } from './metric-by-name.ts'
import { checkDefinition } from './own/check-definition.ts'
import { changeOwnMetric, createOwnMetric } from './own/save-own-metric.ts'
import { patiently } from './patiently.ts'
import { readMetric } from './read-metric.ts'
import { listRows } from './rows/list-rows.ts'
import { sharedReads } from './shared-reads.ts'
import { startReading, type Reading } from './sources/reading.ts'
import { parseWhere } from './where/take-where.ts'

export function metricRoutes(implement: Implement, { db }: Platform) {
  const look = <T>(actor: Actor, work: (reading: Reading, tx: Tx) => Promise<T>) => patiently(() => db.report(actor.orgId, async (tx) => work(await startReading(tx, askerOf(actor)), tx)))
  const shared = sharedReads(db)
  implement(listMetrics, ({ actor, query }) => db.read(actor.orgId, async (tx) => ({ items: await describeMetrics(tx, null, query.language ?? await languageOf(tx, actor.staffId)), next: null })))
  implement(getMetric, ({ actor, params, query }) => look(actor, async (reading, tx) => readMetric(reading, metricCalled(await readCatalogue(tx), params.name), { ...query, where: parseWhere(query.where) })))
  implement(listMetricRows, ({ actor, params, query }) => look(actor, async (reading, tx) => listRows(reading, metricCalled(await readCatalogue(tx), params.name), { ...query, where: parseWhere(query.where) }, actor.permissions)))
  implement(readMetricsRoute, async ({ actor, body }) => ({ results: await shared(actor, body.queries) }))
  implement(listMeasures, ({ actor, query }) => db.read(actor.orgId, async (tx) => ({ items: describeMeasures(query.language ?? await languageOf(tx, actor.staffId)), next: null })))
  implement(createOwnRoute, ({ actor, body }) => db.write(actor.orgId, (tx) => createOwnMetric(tx, actor, body)))
  implement(changeOwnRoute, ({ actor, params, body }) => db.write(actor.orgId, (tx) => changeOwnMetric(tx, actor, params.id, body)))
  implement(previewOwnMetric, ({ actor, body: { definition, ...query } }) => look(actor, async (reading) => readMetric(reading, ownMetric('preview', '', checkDefinition(definition, reading.words)), query)))
  implement(listMetricFields, ({ actor }) => db.read(actor.orgId, async (tx) => ({ items: await describeFields(tx), next: null })))
}
