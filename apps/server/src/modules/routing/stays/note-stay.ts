import type { Event } from '../../../platform/events.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Subscriber } from '../../../platform/jobs/define.ts'
import { rebuildStays } from './rebuild-stays.ts'

/** Told twice or late it does the same: it asks the diary, not the event. */
export const noteStay = ({ db }: Platform): Subscriber => ({
  name: 'routing.noteStay',
  async handle(orgId, events) {
    const tickets = [...new Set(events.filter(mayMove).flatMap((e) => e.ids['ticketId'] ?? []))]
    if (tickets.length > 0) await db.write(orgId, (tx) => rebuildStays(tx, tickets))
  },
})

/** A change of priority or subject moves nothing. */
const mayMove = ({ name, detail }: Event) => name !== 'diary.ticketChanged' || ['queueId', 'assigneeId', 'status', 'takenBack'].some((field) => field in detail)
