export { dashboardRoutes } from './routes.ts'
export { tileQueries } from './tiles/tile-queries.ts'
