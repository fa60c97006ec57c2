// What is over by itself: a figure that is back, a silence that is broken. Its alert ends, and nobody is told of it any more.
import type { Tx } from '../../../platform/db/database.ts'
import type { Settled } from '../firing.ts'
import { endTelling } from '../telling/end-telling.ts'
import { publishAlert } from './publish-alert.ts'
import { lockRules } from './rules-to-tell.ts'

interface Row { id: string; ruleId: string; ticketId: string | null; customerId: string | null; answerId: string | null; locationId: string | null }

/** One that comes late ends nothing that has fired since. */
export async function settle(tx: Tx, settled: readonly Settled[]): Promise<void> {
  if (settled.length === 0) return
  // As those who fire do, so that a firing and an ending of the same key come one after the other.
  await lockRules(tx, settled.map((s) => s.ruleId))
  const rows = await tx.query<Row>(
    `update alert a set state = 'resolved', resolved_at = now(), resolved_by = null, resolved_reason = 'over', updated_at = now()
     from unnest($2::uuid[], $3::text[], $4::timestamptz[]) s (rule, key, at)
     where a.org_id = $1 and a.rule_id = s.rule and a.key = s.key and a.state <> 'resolved' and a.last_at <= s.at
     returning a.id, a.rule_id as "ruleId", a.ticket_id as "ticketId", a.customer_id as "customerId", a.answer_id as "answerId", a.location_id as "locationId"`,
    [tx.orgId, settled.map((s) => s.ruleId), settled.map((s) => s.key), settled.map((s) => s.at.toISOString())], 'settle-alerts')
  if (rows.length === 0) return
  await endTelling(tx, rows.map((r) => r.id), 'over by itself')
  for (const row of rows) publishAlert(tx, 'alerts.alertResolved', row)
}
