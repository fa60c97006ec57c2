// The real catalogue with its words, and a metric of the organization's own.
import type { Locale, MetricInfo } from '@kontuar/contracts'
import { dimensionsOf, measuresRead, type Metric } from '../../../../server/src/modules/insight/catalogue/metric.ts'
import { readyMadeMetrics } from '../../../../server/src/modules/insight/catalogue/ready-made.ts'

export const catalogue = new Map<string, Metric>(readyMadeMetrics.map((metric) => [metric.name, metric]))

export function infoOf(metric: Metric, _locale: Locale): MetricInfo {
  const { name, family, unit, direction, shownFrom, form, interval, own } = metric
  return {
    name, family, unit, direction, shownFrom, form, interval, label: own?.name ?? name, explanation: '', trap: '',
    dimensions: dimensionsOf(measuresRead(metric)), steps: true, own: own === undefined ? null : { id: own.id, definition: own.definition }, note: null,
  }
}
