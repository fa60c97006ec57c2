/*
 * The PostgreSQL that Kontuar brings along: real binaries from npm, one cluster in the data folder,
 * reached over a Unix socket alone. Used when DATABASE_URL is not set.
 *
 * Must never: delete a cluster, make an empty one where an older one should be, or listen on a network.
 */
export { startPostgres, type RunningPostgres, type StartOptions } from './start.ts'
export { PostgresError } from './postgres-error.ts'
