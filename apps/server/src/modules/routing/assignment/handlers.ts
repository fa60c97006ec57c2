// What the desk does when told that a ticket may need another owner.
import type { Event } from '../../../platform/events.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Subscriber } from '../../../platform/jobs/define.ts'
import { automatic } from './assign-waiting.ts'
import { giveBackOfOutsiders } from './give-back.ts'
import { giveOutWaitingJob } from './jobs.ts'

/** A burst of mails orders one run: those that have not begun are one job. */
export const assignWaiting = ({ db }: Platform): Subscriber => ({
  name: 'routing.assignWaiting',
  async handle(orgId, events) {
    if (!events.some(bringsWork)) return
    await db.write(orgId, async (tx) => {
      const [any] = await tx.query(`select 1 from queue q where q.org_id = $1 and ${automatic} limit 1`, [orgId], 'any-automatic-queue')
      if (any !== undefined) tx.enqueue(giveOutWaitingJob, {}, { key: `assign:${orgId}` })
    })
  },
})

/** A ticket without an owner, or somebody who can take more than before. */
export function bringsWork({ name, detail }: Pick<Event, 'name' | 'detail'>): boolean {
  if (name !== 'diary.ticketChanged') return true
  const owner = detail['assigneeId']
  return (Array.isArray(owner) && owner[1] === null) || (Array.isArray(owner) && owner[0] !== null) || 'status' in detail || 'queueId' in detail || 'locationId' in detail
}

/** Told of people, queues, and tickets that come back to life. */
export const giveBackTickets = ({ db }: Platform): Subscriber => ({
  name: 'routing.giveBackTickets',
  async handle(orgId, events) {
    const idsOf = (kind: string, ...names: string[]) => [...new Set(events.flatMap((e) => (names.includes(e.name) ? (e.ids[kind] ?? []) : [])))]
    await db.write(orgId, (tx) => giveBackOfOutsiders(tx, {
      staffIds: idsOf('staffId', 'identity.staffChanged', 'identity.accessChanged'), queueIds: idsOf('queueId', 'routing.queueChanged'), ticketIds: idsOf('ticketId', 'diary.ticketReopened'),
    }))
  },
})
