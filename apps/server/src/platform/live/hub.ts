// Live updates: who listens in this process, what they have missed, and who looks at which ticket.
// Nothing here matters: a process that dies loses only its sockets, and they resume elsewhere by their cursor.
import type { LiveBatch, LiveEvent } from '@kontuar/contracts'
import type { Platform } from '../platform.ts'
import { startPresence, type Presence } from './presence.ts'
import { startTail } from './tail.ts'

export interface Live {
  presence: Presence
  cursor(): string
  /** Calls `tell` with each batch of the organization until the answered function is called. */
  subscribe(orgId: number, tell: (batch: LiveBatch) => void): () => void
  /** What happened after the cursor. `reset` when it is foreign, or when too much happened to tell it one by one. */
  since(orgId: number, cursor: string): Promise<LiveBatch>
  stop(): Promise<void>
}

const mostMissed = 2000

export async function startLive({ db, log }: Platform, url: string): Promise<Live> {
  const listeners = new Map<number, Set<(batch: LiveBatch) => void>>()
  const tail = await startTail(db, url, log)
  tail.onEvents((orgId, events, cursor) => {
    for (const tell of listeners.get(orgId) ?? []) tell({ type: 'events', cursor, events })
  })
  const presence = startPresence(db)
  tail.onPresence(presence.heard)

  return {
    presence,
    cursor: tail.cursor,
    subscribe(orgId, tell) {
      const own = listeners.get(orgId) ?? new Set()
      listeners.set(orgId, own.add(tell))
      return () => {
        own.delete(tell)
        if (own.size === 0) listeners.delete(orgId)
      }
    },
    async since(orgId, cursor) {
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
        return { type: 'events', cursor: now, events: rows.map((r): LiveEvent => ({ name: r.name, at: r.at.toISOString(), ids: r.ids })) }
      })
    },
    async stop() {
      presence.stop()
      await tail.stop()
    },
  }
}
