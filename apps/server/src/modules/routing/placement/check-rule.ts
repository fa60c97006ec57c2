import { ConditionsError, readConditions, type ConditionGroup } from '@kontuar/conditions'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { refuseUnknownStructure } from '../../identity/index.ts'
import { messageFields } from './message-fields.ts'

/** The conditions as they are stored. @throws Refusal `invalid-input` with the first thing that is wrong */
export function checkMessageConditions(given: unknown): ConditionGroup {
  try {
    return readConditions(given, messageFields, { me: false })
  } catch (error) {
    if (!(error instanceof ConditionsError)) throw error
    const { sentence } = error.problems[0]!
    throw new Refusal('invalid-input', sentence, { conditions: sentence })
  }
}

/** @throws Refusal `invalid-input` unless queue and location are in use, or stood there before */
export async function refuseUnknownTarget(tx: Tx, wish: { queueId?: string | undefined; locationId?: string | null | undefined }, before: { queue_id: string; location_id: string | null } | null): Promise<void> {
  if (wish.queueId !== undefined && wish.queueId !== before?.queue_id) {
    const found = isId(wish.queueId) ? await tx.query('select 1 from queue where org_id = $1 and id = $2 and retired_at is null for key share', [tx.orgId, wish.queueId], 'queue-of-rule') : []
    if (found.length === 0) throw new Refusal('invalid-input', 'There is no such queue, or it has been retired: choose another one.', { queueId: 'is not in use' })
  }
  if (wish.locationId) await refuseUnknownStructure(tx, 'location', [wish.locationId], 'locationId', before?.location_id ? [before.location_id] : [])
}
