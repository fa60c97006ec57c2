export { dashboardRoutes } from './routes.ts'
export { tileFault } from './check-definition.ts'
export { joinConditions, tileQueries } from './tiles/tile-queries.ts'
