// Live counters: what the views are told of, and how several jobs become one transaction.
import type { Platform } from '../../../../platform/platform.ts'
import type { Subscriber } from '../../../../platform/jobs/define.ts'
import type { Database, Tx } from '../../../../platform/db/database.ts'
import { isCustomField, isOfCustomer } from '../fields/ticket-fields.ts'
import { fieldsUsed } from '@kontuar/conditions'
import { keptViews } from '../views/queries.ts'
import { countChanged } from './count-changed.ts'
import { fillLater } from './fill-view.ts'

const mostAtOnce = 1000

/**
 * One transaction at a time for each organization; jobs that come meanwhile go into the next one together. They would stand in
 * line before the lock anyway, each with a connection in its hand.
 */
export function createCounter(db: Database) {
  const lines = new Map<number, { ids: Set<string>; next: Promise<void> | null; running: Promise<void> }>()

  async function count(orgId: number, ids: readonly string[]) {
    for (let i = 0; i < ids.length; i += mostAtOnce) {
      await db.write(orgId, async (tx) => {
        if (await countChanged(tx, ids.slice(i, i + mostAtOnce))) tx.publish({ name: 'routing.viewsCounted', ids: {} })
      })
    }
  }

  /** Resolves when these tickets are counted and committed. */
  return (orgId: number, ids: readonly string[]): Promise<void> => {
    const line = lines.get(orgId) ?? { ids: new Set<string>(), next: null, running: Promise.resolve() }
    lines.set(orgId, line)
    for (const id of ids) line.ids.add(id)
    line.next ??= line.running.catch(() => {}).then(() => {
      const taken = [...line.ids]
      line.ids = new Set()
      line.next = null
      return (line.running = count(orgId, taken).finally(() => { if (line.next === null && lines.get(orgId) === line) lines.delete(orgId) }))
    })
    return line.next
  }
}

/** Counts the tickets of the events; and of a changed customer, all of their tickets where some view asks about customers. */
export function countViews({ db }: Platform): Subscriber {
  const count = createCounter(db)
  return {
    name: 'routing.countViews',
    async handle(orgId, events) {
      const tickets = new Set<string>()
      for (const { ids } of events) {
        for (const id of [ids['ticketId'], ids['mergedId']]) if (id !== undefined) tickets.add(id)
      }
      const customers = events.filter((e) => e.name.startsWith('customers.')).map((e) => e.ids['customerId']).filter((id) => id !== undefined)
      if (customers.length > 0) for (const id of await db.read(orgId, (tx) => ticketsOf(tx, customers))) tickets.add(id)
      if (tickets.size > 0) await count(orgId, [...tickets])
    },
  }
}

async function ticketsOf(tx: Tx, customers: readonly string[]): Promise<string[]> {
  const asks = (await keptViews(tx)).some((v) => [...fieldsUsed(v.definition.conditions)].some(isOfCustomer))
  return asks ? (await tx.query<{ id: string }>('select id from ticket where org_id = $1 and customer_id = any ($2)', [tx.orgId, customers], 'tickets-of-customers')).map((t) => t.id) : []
}

/** A word has changed its meaning for many tickets at once: a reason moved or merged, a field retired or taken back. */
export const recountViews = ({ db }: Platform): Subscriber => ({
  name: 'routing.recountViews',
  handle: (orgId, events) => db.write(orgId, async (tx) => {
    const reasons = events.some((e) => /reason/i.test(e.name))
    const fields = events.some((e) => /field/i.test(e.name))
    for (const view of await keptViews(tx)) {
      const used = [...fieldsUsed(view.definition.conditions)]
      if ((reasons && used.includes('reasonId')) || (fields && used.some(isCustomField))) fillLater(tx, view.id)
    }
  }),
})
