export { dashboardRoutes } from './routes.ts'
export { joinConditions, tileQueries, type TilePeriod } from './tiles/tile-queries.ts'
export { tileTable, type Column, type Table } from './tiles/tile-table.ts'
