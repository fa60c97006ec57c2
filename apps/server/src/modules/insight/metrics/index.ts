// Numbers read: the one place that turns a question into figures, for screens, programs, warnings and reports.
export { askerOf, everybody, type Asker } from './asker.ts'
export { describeMetrics } from './describe-metrics.ts'
export { metricCalled, readCatalogue, type Catalogue } from './metric-by-name.ts'
export { readMetric } from './read-metric.ts'
export { metricRoutes } from './routes.ts'
export { startReading, type Reading } from './sources/reading.ts'
export { parseWhere } from './where/take-where.ts'
