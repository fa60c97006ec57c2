// Who else is here. Told between processes by NOTIFY alone, kept in memory, gone after 45 s of silence:
// presence is a courtesy, nothing is decided by it.
import type { Viewer } from '@kontuar/contracts'
import type { Database } from '../db/database.ts'

interface Here { orgId: number; ticketId: string; viewer: Viewer; until: number }
interface Told { c: string; o: number; t: string | null; s: string; n: string; w: boolean }

export interface Presence {
  say(connectionId: string, orgId: number, ticketId: string | null, viewer: Viewer): void
  heard(payload: string): void
  viewersOf(orgId: number, ticketId: string): Viewer[]
  /** Answers the function that ends it. */
  onChange(listener: (orgId: number, ticketId: string) => void): () => void
  stop(): void
}

const patienceMs = 45_000

export function startPresence(db: Database): Presence {
  const here = new Map<string, Here>()
  const listeners = new Set<(orgId: number, ticketId: string) => void>()
  const changed = (h: Here) => { for (const listener of listeners) listener(h.orgId, h.ticketId) }
  const sweep = setInterval(() => {
    for (const [id, h] of here) if (h.until < Date.now()) { here.delete(id); changed(h) }
  }, 5000)
  sweep.unref()

  return {
    say(connectionId, orgId, ticketId, viewer) {
      const told: Told = { c: connectionId, o: orgId, t: ticketId, s: viewer.staffId, n: viewer.name.slice(0, 200), w: viewer.state === 'writing' }
      db.query(`select pg_notify('kontuar_presence', $1)`, [JSON.stringify(told)], 'notify-presence').catch(() => {})
    },
    heard(payload) {
      const told = JSON.parse(payload) as Told
      const before = here.get(told.c)
      if (told.t === null) here.delete(told.c)
      else here.set(told.c, { orgId: told.o, ticketId: told.t, viewer: { staffId: told.s, name: told.n, state: told.w ? 'writing' : 'viewing' }, until: Date.now() + patienceMs })
      const now = here.get(told.c)
      if (before && before.ticketId !== now?.ticketId) changed(before)
      if (now && (before?.ticketId !== now.ticketId || before.viewer.state !== now.viewer.state)) changed(now)
    },
    viewersOf(orgId, ticketId) {
      const viewers = new Map<string, Viewer>()
      for (const h of here.values()) {
        if (h.orgId !== orgId || h.ticketId !== ticketId) continue
        // One person with two windows is one viewer, writing if either writes.
        if (viewers.get(h.viewer.staffId)?.state !== 'writing') viewers.set(h.viewer.staffId, h.viewer)
      }
      return [...viewers.values()]
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => clearInterval(sweep),
  }
}
