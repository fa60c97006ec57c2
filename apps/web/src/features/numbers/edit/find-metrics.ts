import { metricFamilies, type MetricInfo } from '@kontuar/contracts'

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').toLowerCase()

/** All words somewhere in name or explanation, without regard to diacritics. */
export function findMetrics(metrics: readonly MetricInfo[], words: string): MetricInfo[] {
  const wanted = folded(words).split(/\s+/).filter((word) => word !== '')
  return metrics.filter(({ name, label, explanation }) => { const text = folded(`${label} ${explanation} ${name}`); return wanted.every((word) => text.includes(word)) })
}

const order = ['own', ...metricFamilies.filter((family) => family !== 'own')] as const
/** Own ones first, then in the order of the catalogue. */
export const byFamily = (metrics: readonly MetricInfo[]): { family: MetricInfo['family']; metrics: MetricInfo[] }[] =>
  order.map((family) => ({ family, metrics: metrics.filter((metric) => metric.family === family) })).filter((each) => each.metrics.length > 0)
