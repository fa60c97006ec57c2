// Background work of the clocks.
import type { Job } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { fireClocks } from './firing/fire-clocks.ts'
import { recountChunk, type Recount } from './keep/recount.ts'

export const fireDueClocks = ({ db, log }: Platform): Job<{ orgId: number }> => ({
  name: 'routing.fireClocks',
  async handle({ orgId }) {
    const { failed } = await fireClocks(db, orgId)
    for (const { ticketId, error } of failed) log.error({ orgId, ticketId, err: error }, 'a clock could not be told, the sweep tries again')
  },
})

/**
 * Each minute: organizations with something due by the next look. Their jobs run at the second something is due; what a
 * lost job or a worker that was away left lying is due at once.
 */
export const sweepClocks = ({ db }: Platform): Job => ({
  name: 'routing.sweepClocks',
  async handle() {
    const organizations = await db.query<{ org_id: number }>('select org_id from organizations_with_due_clocks()', [], 'organizations-with-due-clocks')
    for (const { org_id: orgId } of organizations) {
      await db.write(orgId, async (tx) => {
        const seconds = await tx.query<{ at: Date }>(
          `select distinct greatest(date_trunc('second', x.at) + interval '1 second', now()) as at from (
             (select next_fire_at as at from sla_clock where org_id = $1 and next_fire_at <= now() + interval '75 seconds')
             union all (select next_reminder_at from legal_deadline where org_id = $1 and next_reminder_at <= now() + interval '75 seconds')) x`, [orgId], 'seconds-with-due-clocks')
        for (const { at } of seconds) tx.enqueue('routing.fireClocks', {}, { runAt: at.toISOString() })
      })
    }
  },
})

/** One chunk of open tickets, then the job of the next chunk, in one transaction: it may be killed anywhere. */
export const recountClocks = ({ db }: Platform): Job<{ orgId: number } & Recount> => ({
  name: 'routing.recountClocks',
  handle: ({ orgId, ...recount }) => db.write(orgId, (tx) => recountChunk(tx, recount)),
})
