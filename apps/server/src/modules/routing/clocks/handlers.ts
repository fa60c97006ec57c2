// What the clocks do when told of an event.
import type { Event } from '../../../platform/events.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { Subscriber } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { keepClocks as keep } from './keep/keep-clocks.ts'
import { recountOpenTickets } from './keep/recount.ts'

const batch = 200

/** Idempotent: what is stored is compared with what the diary says now, whatever the event was. */
export const keepClocks = ({ db }: Platform): Subscriber => ({
  name: 'routing.keepClocks',
  async handle(orgId, events) {
    const ids = [...new Set([...events.flatMap((e) => [e.ids['ticketId'], e.ids['intoId']].filter((id) => id !== undefined)), ...(await ofCustomers(db, orgId, events))])]
    for (let i = 0; i < ids.length; i += batch) await db.write(orgId, (tx) => keep(tx, ids.slice(i, i + batch)))
  },
})

/** A queue got another calendar, policy or legal basis, or a reason another place in its tree: open tickets are counted anew, those of the queue or all. */
export const recountOnSettings = ({ db }: Platform): Subscriber => ({
  name: 'routing.recountOnSettings',
  handle: (orgId, events) => db.write(orgId, async (tx) => {
    const queueIds = new Set(events.map((e) => e.ids['queueId']))
    for (const queueId of queueIds.has(undefined) ? [undefined] : queueIds) recountOpenTickets(tx, queueId === undefined ? {} : { queueId })
  }),
})

/** A policy may ask for the customer's tags. */
async function ofCustomers(db: Database, orgId: number, events: readonly Event[]): Promise<string[]> {
  const customers = [...new Set(events.filter((e) => e.name === 'customers.customerChanged').flatMap((e) => e.ids['customerId'] ?? []))]
  if (customers.length === 0) return []
  const rows = await db.read(orgId, (tx) => tx.query<{ id: string }>(`select id from ticket where org_id = $1 and customer_id = any ($2) and status_category <> 'closed'`, [orgId, customers], 'open-tickets-of-customers'))
  return rows.map((r) => r.id)
}
