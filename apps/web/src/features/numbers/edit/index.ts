// Metrics in the order in which one looks for them.
export { byFamily } from './find-metrics.ts'
