import type { Tx } from '../../../platform/db/database.ts'

/** One at a time for each organization; one that waits stands for all that were ordered. @param runAt default: at once */
export function orderLook(tx: Tx, runAt?: Date): void {
  tx.enqueue('insight.lookForWarnings', {}, { key: `insight.lookForWarnings ${tx.orgId}`, queue: `insight.warnings ${tx.orgId}`, ...(runAt === undefined ? {} : { runAt: runAt.toISOString() }) })
}
