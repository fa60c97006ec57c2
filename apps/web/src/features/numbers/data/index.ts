// What numbers there are and what may be asked of them, for rules that watch them.
export { metricsQuery } from './queries.ts'
export { useFields } from './use-fields.ts'
