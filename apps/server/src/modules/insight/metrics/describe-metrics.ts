import type { Locale, MetricInfo } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { dimensionsOf, measuresRead, type Metric } from '../catalogue/metric.ts'
import { metricWords, ownTrap } from '../catalogue/words/index.ts'
import { metricCalled, readCatalogue } from './metric-by-name.ts'

/** The catalogue in a language. @param names null: all @throws Refusal `not-found` for a name that is none */
export async function describeMetrics(tx: Tx, names: readonly string[] | null, language: Locale): Promise<MetricInfo[]> {
  const catalogue = await readCatalogue(tx)
  const metrics = names === null ? [...catalogue.values()] : names.map((name) => metricCalled(catalogue, name))
  return metrics.map((metric) => describe(metric, language))
}

function describe(metric: Metric, language: Locale): MetricInfo {
  const { name, family, unit, direction, shownFrom, form, interval, own } = metric
  const words = own === undefined ? metricWords[language][name]! : { label: own.name, explanation: own.definition.explanation, trap: ownTrap[language] }
  return {
    name, family, unit, direction, shownFrom, form, interval, label: words.label, explanation: words.explanation, trap: words.trap, note: words.note ?? null,
    dimensions: dimensionsOf(measuresRead(metric)), steps: true, own: own === undefined ? null : { id: own.id, definition: own.definition },
  }
}
