// Planned invitations that somebody does not want any more.
import type { Tx } from '../../../../platform/db/database.ts'
import { invitationChanged } from '../planning/store-planned.ts'

export type Which = { ids: readonly string[] } | { touchpointId: string } | { listId: string }

/** Answers how many. @param why a code, for the screen */
export async function cancelPlanned(tx: Tx, which: Which, why: string): Promise<number> {
  const [column, value] = 'ids' in which ? ['id', [...which.ids]] : 'touchpointId' in which ? ['touchpoint_id', [which.touchpointId]] : ['list_id', [which.listId]]
  if (value.length === 0) return 0
  const rows = await tx.query<{ id: string; ticket_id: string | null; customer_id: string }>(
    `update survey_invitation set state = 'cancelled', reason = $3 where org_id = $1 and ${column} = any ($2::uuid[]) and state = 'planned' returning id, ticket_id, customer_id`, [tx.orgId, value, why], `cancel-planned-by-${column}`)
  tx.publish(...rows.map((r) => invitationChanged(r.id, r.ticket_id, r.customer_id)))
  return rows.length
}
