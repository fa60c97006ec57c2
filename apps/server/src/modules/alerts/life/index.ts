// The life of an alert: it opens, counts up, is acknowledged, becomes a task, is resolved, or ends by itself.
export { endWithLoops } from './end-with-loops.ts'
export { raise } from './raise.ts'
export { settle } from './settle.ts'
export { alertRoutes } from './routes.ts'
