import { checkConditions } from '@kontuar/conditions'
import type { Conditions, Priority, QueueRule } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import { messageFields } from './message-fields.ts'

export interface RuleRow { id: string; name: string; position: number; active: boolean; conditions: Conditions; queue_id: string; location_id: string | null; priority: Priority | null }

/** `fault`: what placing (place-tickets.ts) trips over in silence, since no mail waits for it, is said here. */
export const presentRule = (row: RuleRow): QueueRule => ({
  fault: checkConditions(row.conditions, messageFields, { known: false })[0]?.sentence ?? null,
  id: row.id, name: row.name, position: row.position, active: row.active, conditions: row.conditions, queueId: row.queue_id, locationId: row.location_id, priority: row.priority,
})

const columns = 'r.id, r.name, r.position, r.active, r.conditions, r.queue_id, r.location_id, r.priority'
/** A restricted person sees the rules that lead to their queues. */
const seen = '((select viewer() is null) or r.queue_id = any ((select viewer_queues())::uuid[]))'

/** In the order in which they are asked. */
export const listRuleRows = (tx: Tx) => tx.query<RuleRow>(`select ${columns} from queue_rule r where r.org_id = $1 and ${seen} order by r.position, r.id`, [tx.orgId], 'list-queue-rules')

/** @throws Refusal `not-found` */
export async function lockRule(tx: Tx, id: string): Promise<RuleRow> {
  const [row] = isId(id) ? await tx.query<RuleRow>(`select ${columns} from queue_rule r where r.org_id = $1 and r.id = $2 and ${seen} for update of r`, [tx.orgId, id], 'lock-queue-rule') : []
  if (row === undefined) throw notFound('rule')
  return row
}
