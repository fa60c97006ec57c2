// Numbers read: the one place that turns a question into figures, for screens, programs, warnings and reports.
export { everybody, type Asker } from './asker.ts'
export { checkCut, checkWhere } from './check.ts'
export { describeMetrics } from './describe-metrics.ts'
export { readCatalogue, type Catalogue } from './metric-by-name.ts'
export { readMetrics, type Problem } from './read-metrics.ts'
export { metricRoutes } from './routes.ts'
export { parseWhere } from './where/take-where.ts'
export { whereSql } from './where/where-sql.ts'
