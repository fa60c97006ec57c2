/*
 * The app and push: one notice, written in the transaction that marks it as told, so that nothing can lie in between. How a push then
 * reaches its browsers is the ledger of notifications; a push row keeps the id of its notice, by which the two are read together.
 */
import type { Tx } from '../../../../platform/db/database.ts'
import { notify, type NewNotice } from '../../../notifications/index.ts'

interface Row { id: string; staff_id: string; road: 'app' | 'push'; bundle: string | null; step: number; alert_id: string; rule_id: string; rule_name: string; ticket_id: string | null; urgent: boolean; no_data: boolean; state: string }

/** Those of `ids` that still wait; whoever comes second finds nothing. */
export async function deliverNotices(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  const rows = await tx.query<Row>(
    `select d.id, d.staff_id, d.road, d.bundle, d.step, a.id as alert_id, a.rule_id, r.name as rule_name, a.ticket_id, a.urgent, a.no_data, a.state
     from alert_delivery d join alert a on a.org_id = d.org_id and a.id = d.alert_id join alert_rule r on r.org_id = a.org_id and r.id = a.rule_id
     where d.org_id = $1 and d.id = any ($2) and d.road in ('app', 'push') and d.state = 'waiting' order by d.id for update of d`, [tx.orgId, ids], 'notices-of-alerts')
  const groups = [...Map.groupBy(rows, (r) => `${r.staff_id} ${r.bundle ?? `${r.alert_id}:${r.step}`}`).values()]
  const notices = groups.map(noticeOf)
  await notify(tx, notices, now)
  const told = await tx.query<{ id: string; staff_id: string; dedupe_key: string; in_app: boolean; pushed: boolean }>(
    `select n.id, n.staff_id, n.dedupe_key, n.in_app, exists (select from notification_delivery p where p.org_id = n.org_id and p.staff_id = n.staff_id and p.road = 'push' and n.id = any (p.notification_ids)) as pushed
     from notification n where n.org_id = $1 and (n.staff_id, n.dedupe_key) in (select * from unnest($2::uuid[], $3::text[]))`, [tx.orgId, notices.map((n) => n.staffId), notices.map((n) => n.dedupeKey)], 'told-notices')
  const ended = groups.flatMap((group, i) => {
    const notice = told.find((t) => t.staff_id === notices[i]!.staffId && t.dedupe_key === notices[i]!.dedupeKey)
    return group.map(({ id, road }) => {
      const done = road === 'app' ? notice?.in_app === true : notice?.pushed === true
      return { id, state: done ? 'sent' : 'dropped', detail: done ? (road === 'push' ? notice!.id : null) : notice === undefined ? 'switched off in their settings, or not theirs to see' : road === 'push' ? 'no browser of theirs takes it' : 'switched off in their settings' }
    })
  })
  await tx.query(
    `update alert_delivery d set state = e.state, detail = e.detail, sent_at = case when e.state = 'sent' then $3::timestamptz end, attempts = d.attempts + 1 from jsonb_to_recordset($2) e (id uuid, state text, detail text) where d.org_id = $1 and d.id = e.id`,
    [tx.orgId, JSON.stringify(ended), now], 'end-notices-of-alerts')
}

/** Of several, one that counts them. */
function noticeOf(group: readonly Row[]): NewNotice {
  const [first] = group as [Row, ...Row[]]
  const alerts = new Set(group.map((r) => r.alert_id))
  const base = { staffId: first.staff_id, kind: 'alert' as const, urgent: group.some((r) => r.urgent), roads: { app: group.some((r) => r.road === 'app'), push: group.some((r) => r.road === 'push') } }
  if (alerts.size === 1) return { ...base, dedupeKey: `alert:${first.alert_id}:${first.step}`, ticketId: first.ticket_id, detail: { alertId: first.alert_id, ruleId: first.rule_id, ruleName: first.rule_name, step: first.step, noData: first.no_data } }
  return { ...base, dedupeKey: `alerts:${first.id}`, detail: { count: alerts.size, ruleId: first.rule_id, ...(new Set(group.map((r) => r.rule_id)).size === 1 ? { ruleName: first.rule_name } : {}) } }
}
