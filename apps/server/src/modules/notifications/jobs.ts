// What keeps the ledger of notices true: finds what has no job any more, and forgets what is old.
import type { Platform } from '../../platform/platform.ts'
import type { Job } from '../../platform/jobs/define.ts'

/** What was told half a year ago stands in the ticket; the notice of it has done its service. */
export const keptDays = 180

export const sweepNotices = ({ db }: Platform): Job => ({
  name: 'notifications.sweep',
  async handle() {
    const overdue = await db.query<{ org_id: number; id: string; road: 'push' | 'mail' }>('select org_id, id, road from list_overdue_notices($1)', [500], 'list-overdue-notices')
    for (const [orgId, deliveries] of Map.groupBy(overdue, (o) => o.org_id)) {
      // A job that is running does nothing twice: the ledger knows who holds what.
      await db.write(orgId, async (tx) => { for (const { id, road } of deliveries) tx.enqueue(road === 'push' ? 'notifications.push' : 'notifications.sendDigest', { deliveryId: id }) })
    }
  },
})

export const forgetNotices = ({ db }: Platform): Job<never> => ({
  name: 'notifications.forget',
  async handle() {
    await db.query('select forget_notices($1)', [keptDays])
  },
})
