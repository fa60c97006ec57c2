// The ledger as it is read: what was told to whom by which road, and what became of it. A push is handed over to the ledger of notifications,
// which knows how it ended.
import type { AlertDelivery, Because, QueryOf, listAlertDeliveries as listRoute } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { decodeCursor, isId, toPage } from '../../../../platform/http/page.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'

interface Row {
  id: string; alert_id: string; rule_name: string; staff_id: string | null; staff_name: string | null; destination_name: string | null; road: AlertDelivery['road']; step: number; because: Because
  state: AlertDelivery['state']; send_after: Date; sent_at: Date | null; detail: string | null; created_at: Date; push: { state: AlertDelivery['state']; detail: string | null } | null
}

const columns = `d.id, d.alert_id, r.name as rule_name, d.staff_id, s.name as staff_name, n.name as destination_name, d.road, d.step, d.because, d.state, d.send_after, d.sent_at, case when d.state = 'sent' and d.claim is not null and d.sent_at < now() - interval '30 minutes' then 'The program was stopped as it left: it may be missing.' else d.detail end as detail, d.created_at,
  case when d.road = 'push' and d.state = 'sent' and d.detail is not null then (select jsonb_build_object('state', min(p.state), 'detail', min(p.detail)) from notification_delivery p
    where p.org_id = d.org_id and p.staff_id = d.staff_id and p.road = 'push' and p.created_at >= d.created_at - interval '1 minute' and d.detail = any (p.notification_ids::text[]) having count(*) > 0 and bool_and(p.state <> 'sent')) end as push`
const joins = `join alert a on a.org_id = d.org_id and a.id = d.alert_id join alert_rule r on r.org_id = a.org_id and r.id = a.rule_id left join staff s on s.org_id = d.org_id and s.id = d.staff_id
  left join alert_destination n on n.org_id = d.org_id and n.id = d.destination_id`

export async function deliveriesOfAlert(tx: Tx, alertId: string): Promise<AlertDelivery[]> {
  const rows = await tx.query<Row>(`select ${columns} from alert_delivery d ${joins} where d.org_id = $1 and d.alert_id = $2 order by d.step, d.created_at, d.id limit 500`, [tx.orgId, alertId], 'deliveries-of-alert')
  return rows.map(present)
}

/** The newest first. */
export async function listDeliveries(tx: Tx, query: QueryOf<typeof listRoute>): Promise<{ items: AlertDelivery[]; next: string | null }> {
  const values: unknown[] = [tx.orgId]
  const bind = (value: unknown) => `$${values.push(value)}`
  const where = ['d.org_id = $1']
  for (const [given, column] of [[query.alertId, 'alert_id'], [query.staffId, 'staff_id']] as const) {
    if (given === undefined) continue
    if (!isId(given)) return { items: [], next: null }
    where.push(`d.${column} = ${bind(given)}`)
  }
  if (query.state !== undefined) where.push(`d.state = ${bind(query.state)}`)
  if (query.cursor !== undefined) {
    const [at, id] = decodeCursor(query.cursor, 2)
    if (!/^-?\d{1,18}$/.test(String(at)) || !isId(String(id))) throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next".')
    where.push(`(d.created_at, d.id) < (timestamptz 'epoch' + ${bind(String(at))}::bigint * interval '1 microsecond', ${bind(id)}::uuid)`)
  }
  const rows = await tx.query<Row & { sort_key: string }>(
    `select ${columns}, d.sort_key from (select d.*, (extract(epoch from d.created_at) * 1000000)::bigint::text as sort_key from alert_delivery d where ${where.join(' and ')} order by d.created_at desc, d.id desc limit ${bind((query.limit ?? 50) + 1)}) d
     ${joins} order by d.created_at desc, d.id desc`, values)
  return toPage(rows, query.limit ?? 50, present, (row) => [row.sort_key, row.id])
}

const present = (row: Row): AlertDelivery => ({
  id: row.id, alertId: row.alert_id, ruleName: row.rule_name, staffId: row.staff_id, staffName: row.staff_name, destinationName: row.destination_name, road: row.road, step: row.step, because: row.because,
  state: row.push?.state ?? row.state, sendAfter: row.send_after.toISOString(), sentAt: row.sent_at?.toISOString() ?? null, detail: row.push !== null ? row.push.detail : row.road === 'push' && row.state === 'sent' ? null : row.detail, createdAt: row.created_at.toISOString(),
})
