import type { Tx } from '../../../../platform/db/database.ts'

/** What is walked through. `all`: everything there is; `reason`: what was called by a reason that has been merged. */
export type Walk = 'all' | 'tickets' | 'answers' | 'invitations' | 'presence' | 'outside' | 'recoveries' | 'reason'
export interface Recount { walk: Walk; surveyId?: string; reasonId?: string; /** Where the last chunk ended. */ after?: string }

/** Orders facts to be derived anew; figures stay right meanwhile, since only what differs is touched. */
export function orderRecount(tx: Tx, recount: Recount): void {
  const { after: _, ...what } = recount
  tx.enqueue('insight.recount', recount, { key: `insight.recount ${tx.orgId} ${JSON.stringify(what)}`, priority: 10 })
}
