import type { Locale, MetricInfo } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { dimensionsOf, measuresRead, type Metric } from '../catalogue/metric.ts'
import { metricCalled, readCatalogue } from './metric-by-name.ts'

/** The catalogue in a language. @param names null: all @throws Refusal `not-found` for a name that is none */
export async function describeMetrics(tx: Tx, names: readonly string[] | null, language: Locale): Promise<MetricInfo[]> {
  const catalogue = await readCatalogue(tx)
  const metrics = names === null ? [...catalogue.values()] : names.map((name) => metricCalled(catalogue, name))
  return metrics.map((metric) => describe(metric, language))
}

function describe(metric: Metric, _language: Locale): MetricInfo {
  const { name, family, unit, direction, shownFrom, form, interval, own } = metric
  return { name, family, unit, direction, shownFrom, form, interval, label: name, explanation: '', trap: '', dimensions: dimensionsOf(measuresRead(metric)), steps: true, own: own === undefined ? null : { id: own.id, definition: own.definition }, note: null }
}
