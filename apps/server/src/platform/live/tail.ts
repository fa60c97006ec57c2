// Reads the tail of the events of all organizations and hands each batch to its listeners.
//
// The order of ids is not the order of commits: a transaction that began earlier may commit later. So the reader
// goes back each time to the oldest transaction that was still running when it looked last (its watermark), and leaves out what it
// has handed on already. Repeated ids would be harmless, a lost one is not.
import type { LiveEvent } from '@kontuar/contracts'
import type { Database } from '../db/database.ts'
import { listenTo } from '../db/listen.ts'
import type { Log } from '../log.ts'

export interface Tail {
  /** What a client that has seen everything so far should send as `after` when it comes back. */
  cursor(): string
  /** The watermark in such a cursor; null when it was written by another database. */
  parseCursor(cursor: string): string | null
  onEvents(listener: (orgId: number, events: LiveEvent[], cursor: string) => void): void
  onPresence(listener: (payload: string) => void): void
  stop(): Promise<void>
}

interface TailRow { org_id: number; id: string; name: string; ids: Record<string, string>; at: Date }
const batchSize = 5000

export async function startTail(db: Database, url: string, log: Log): Promise<Tail> {
  const { generation } = (await db.query<{ generation: string }>('select generation from installation'))[0]!
  let watermark = (await db.query<{ w: string }>('select event_watermark()::text as w'))[0]!.w
  let handed = new Set<string>()
  let listener: Parameters<Tail['onEvents']>[0] = () => {}
  let presence: (payload: string) => void = () => {}
  let stopped = false
  let reading = false
  let again = false
  const cursorOf = (w: string) => `${generation.slice(0, 8)}.${w}`

  async function read() {
    if (reading) { again = true; return }
    reading = true
    try {
      do {
        again = false
        // Asked first: whatever commits after this look has a transaction id at or above it.
        const next = (await db.query<{ w: string }>('select event_watermark()::text as w', [], 'event-watermark'))[0]!.w
        const rows = await db.query<TailRow>('select * from event_tail($1::xid8, $2)', [watermark, batchSize], 'event-tail')
        const fresh = rows.filter((r) => !handed.has(r.id))
        // A full batch may have been cut off: keep the place and read on.
        if (rows.length < batchSize) {
          watermark = next
          handed = new Set(rows.map((r) => r.id))
        } else {
          for (const r of rows) handed.add(r.id)
          again = fresh.length > 0
          if (fresh.length === 0) watermark = next
        }
        const byOrg = Map.groupBy(fresh, (r) => r.org_id)
        for (const [orgId, events] of byOrg) listener(orgId, events.map((e) => ({ name: e.name, at: e.at.toISOString(), ids: e.ids })), cursorOf(watermark))
      } while (again && !stopped)
    } catch (error) {
      log.warn({ err: error }, 'live: reading failed, will try again')
    } finally {
      reading = false
    }
  }

  const listening = await listenTo(url, 'kontuar-live', ['kontuar_live', 'kontuar_presence'], { heard: (channel, payload) => { if (channel === 'kontuar_live') void read(); else presence(payload) }, opened: () => void read() })
  // A notification may be lost with its connection; nothing else may.
  const timer = setInterval(() => void read(), 1000)
  timer.unref()

  return {
    cursor: () => cursorOf(watermark),
    parseCursor: (cursor) => /^[0-9a-f]{8}\.\d{1,19}$/.test(cursor) && cursor.startsWith(`${generation.slice(0, 8)}.`) ? cursor.slice(9) : null,
    onEvents: (l) => { listener = l },
    onPresence: (l) => { presence = l },
    async stop() {
      stopped = true
      clearInterval(timer)
      await listening.stop()
    },
  }
}
