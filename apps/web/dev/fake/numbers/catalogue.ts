// The real catalogue with its words, and a metric of the organization's own.
import type { Locale, MetricInfo } from '@kontuar/contracts'
import { dimensionsOf, measuresRead, type Metric } from '../../../../server/src/modules/insight/catalogue/metric.ts'
import { readyMadeMetrics } from '../../../../server/src/modules/insight/catalogue/ready-made.ts'
import { metricWords, ownTrap } from '../../../../server/src/modules/insight/catalogue/words/index.ts'

export const catalogue = new Map<string, Metric>(readyMadeMetrics.map((metric) => [metric.name, metric]))

export function infoOf(metric: Metric, locale: Locale): MetricInfo {
  const { name, family, unit, direction, shownFrom, form, interval, own } = metric
  const words = own === undefined ? metricWords[locale][name]! : { label: own.name, explanation: (own.definition as { explanation: string }).explanation, trap: ownTrap[locale] }
  return {
    name, family, unit, direction, shownFrom, form, interval, label: words.label, explanation: words.explanation, trap: words.trap, note: words.note ?? null,
    dimensions: dimensionsOf(measuresRead(metric)), steps: true, own: own === undefined ? null : { id: own.id, definition: own.definition },
  }
}
