import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/id.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { refuseUnknownStructure } from '../../../identity/index.ts'

interface Place { queueId?: string | null | undefined; locationId?: string | null | undefined }

/** @throws Refusal `invalid-input` unless queue and location are in use, or stood there before. */
export async function refuseUnknownPlace(tx: Tx, wish: Place, before: { queue_id: string | null; location_id: string | null } | null = null): Promise<void> {
  if (wish.queueId && wish.queueId !== before?.queue_id) {
    // Held until the commit, so that the queue is not retired meanwhile.
    const found = isId(wish.queueId) ? await tx.query('select 1 from queue where org_id = $1 and id = $2 and retired_at is null for key share', [tx.orgId, wish.queueId], 'queue-of-mailbox') : []
    if (found.length === 0) throw new Refusal('invalid-input', 'There is no such queue, or it has been retired: choose another one, or none for the default queue.', { queueId: 'is not in use' })
  }
  if (wish.locationId) await refuseUnknownStructure(tx, 'location', [wish.locationId], 'locationId', before?.location_id ? [before.location_id] : [])
}
