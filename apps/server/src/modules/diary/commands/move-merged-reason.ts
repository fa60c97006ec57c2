// Tickets of a reason that was merged away get the other one. Not a change of the ticket: nobody did anything to it, so
// it keeps its place in every list and gets no entry in its diary.
import type { Database } from '../../../platform/db/database.ts'

/** Tickets in one transaction: each is locked until the chunk is done, and people wait for it. */
const chunk = 500

/** Bears being run again, and being run after a later merge: the target is asked for anew with each chunk. */
export async function moveMergedReason(db: Database, orgId: number, reasonId: string): Promise<void> {
  for (;;) {
    const moved = await db.write(orgId, async (tx) => {
      // Held, so that a merge of the target waits and then finds these tickets there.
      const [reason] = await tx.query<{ into: string | null }>('select merged_into_id as into from reason where org_id = $1 and id = $2 for share', [orgId, reasonId], 'hold-merged-reason')
      if (!reason?.into) return 0
      const rows = await tx.query(
        `update ticket set reason_id = $3 where org_id = $1 and id in (select id from ticket where org_id = $1 and reason_id = $2 order by id limit ${chunk} for update) returning id`,
        [orgId, reasonId, reason.into], 'move-merged-tickets')
      if (rows.length < chunk) tx.publish({ name: 'vocabulary.reasonMoved', ids: { reasonId, intoId: reason.into } })
      return rows.length
    })
    if (moved < chunk) return
  }
}
