// Live updates: who listens in this process, what they have missed, and who looks at which ticket.
// Nothing here matters: a process that dies loses only its sockets, and they resume elsewhere by their cursor.
import type { LiveBatch, LiveEvent } from '@kontuar/contracts'
import type { Platform } from '../platform.ts'
import { startPresence, type Presence } from './presence.ts'
import type { Listener, Sight } from './sight.ts'
import { startTail } from './tail.ts'

export interface Live {
  presence: Presence
  cursor(): string
  /** Calls `tell` with each batch of the organization until the answered function is called. */
  subscribe(orgId: number, listener: Listener, tell: (batch: LiveBatch) => void): () => void
  /** What happened after the cursor. `reset` when it is foreign, or when too much happened to tell it one by one. */
  since(orgId: number, listener: Listener, cursor: string): Promise<LiveBatch>
  /** Whether the listener may know who looks at that ticket. */
  maySee(orgId: number, listener: Listener, ticketId: string): Promise<boolean>
  stop(): Promise<void>
}

const mostMissed = 2000

interface Subscription { listener: Listener; tell(batch: LiveBatch): void }

export async function startLive({ db, log }: Platform, url: string, sight: Sight): Promise<Live> {
  const subscriptions = new Map<number, Set<Subscription>>()
  const tail = await startTail(db, url, log)
  tail.onEvents((orgId, events, cursor) => {
    const batch: LiveBatch = { type: 'events', cursor, events }
    const held: Subscription[] = []
    for (const s of subscriptions.get(orgId) ?? []) {
      if (s.listener.access === 'everything') s.tell(batch)
      else held.push(s)
    }
    // A look that fails tells them to load anew, which shows what they may see.
    if (held.length > 0) void tellHeld(orgId, held, batch).catch(() => { for (const s of held) s.tell({ ...batch, events: [], reset: true }) })
  })
  const tellHeld = async (orgId: number, held: readonly Subscription[], batch: LiveBatch) => {
    const may = await db.read(orgId, (tx) => sight(tx, [...new Set(held.map((s) => s.listener.staffId))], batch.events))
    for (const s of held) s.tell({ ...batch, events: batch.events.filter((e) => may(s.listener.staffId, e)) })
  }
  const presence = startPresence(db)
  tail.onPresence(presence.heard)

  return {
    presence,
    cursor: tail.cursor,
    subscribe(orgId, listener, tell) {
      const own = subscriptions.get(orgId) ?? new Set()
      const subscription = { listener, tell }
      subscriptions.set(orgId, own.add(subscription))
      return () => {
        own.delete(subscription)
        if (own.size === 0) subscriptions.delete(orgId)
      }
    },
    maySee: async (orgId, listener, ticketId) => listener.access === 'everything'
      || (await db.read(orgId, (tx) => sight(tx, [listener.staffId], [{ name: '', at: '', ids: { ticketId } }])))(listener.staffId, { name: '', at: '', ids: { ticketId } }),
    async since(orgId, listener, cursor) {
      const now = tail.cursor()
      const from = tail.parseCursor(cursor)
      const reset: LiveBatch = { type: 'events', cursor: now, events: [], reset: true }
      if (from === null) return reset
      return db.read(orgId, async (tx) => {
        const [lost] = await tx.query('select 1 from installation where forgotten_before >= $1::xid8', [from], 'forgotten-before')
        if (lost) return reset
        const rows = await tx.query<{ name: string; ids: Record<string, string>; at: Date }>(
          'select name, ids, at from event where org_id = $1 and xid >= $2::xid8 order by xid, id limit $3', [orgId, from, mostMissed + 1], 'missed-events')
        if (rows.length > mostMissed) return reset
        const events = rows.map((r): LiveEvent => ({ name: r.name, at: r.at.toISOString(), ids: r.ids }))
        const may = listener.access === 'everything' ? () => true : await sight(tx, [listener.staffId], events)
        return { type: 'events', cursor: now, events: events.filter((e) => may(listener.staffId, e)) }
      })
    },
    async stop() {
      presence.stop()
      await tail.stop()
    },
  }
}
