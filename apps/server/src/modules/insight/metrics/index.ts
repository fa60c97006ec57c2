// Numbers read: the one place that turns a question into figures, for screens, programs, warnings and reports.
export { checkCut, checkWhere } from './check.ts'
export { describeMetrics } from './describe-metrics.ts'
export { readCatalogue, type Catalogue } from './metric-by-name.ts'
export { readMetrics } from './read-metrics.ts'
export { metricRoutes } from './routes.ts'
export { parseWhere } from './where/take-where.ts'
