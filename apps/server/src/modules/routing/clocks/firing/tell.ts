import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
export interface Notice { staffId: string; kind: string; dedupeKey: string; ticketId?: string; interactionId?: string; detail?: Record<string, unknown>; urgent?: boolean }
export async function notify(tx: Tx, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return
  await tx.query(`insert into notification (org_id, id, staff_id, kind, dedupe_key, ticket_id, interaction_id, detail, urgent)
    select $1, n.id, n.staff, n.kind, n.key, n.ticket, n.interaction, n.detail, n.urgent from json_to_recordset($2) n (id uuid, staff uuid, kind text, key text, ticket uuid, interaction uuid, detail jsonb, urgent boolean) on conflict (org_id, staff_id, dedupe_key) do nothing`,
  [tx.orgId, JSON.stringify(notices.map((n) => ({ id: newId(), staff: n.staffId, kind: n.kind, key: n.dedupeKey, ticket: n.ticketId ?? null, interaction: n.interactionId ?? null, detail: n.detail ?? {}, urgent: n.urgent ?? false })))], 'insert-notices-for-now')
}
