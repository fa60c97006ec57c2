import type { ExplainedClock } from '@kontuar/contracts'
import type { Static } from 'typebox'
import type { HolidayLanguage } from '@kontuar/calendar'
import type { Tx } from '../../../../platform/db/database.ts'
import { isId, newId } from '../../../../platform/id.ts'
import { notFound } from '../../../../platform/http/refusal.ts'
import { deriveClocks } from '../derive/derive-clocks.ts'
import { explainClock } from '../derive/explain-clock.ts'
import { nothingTold } from '../firing/moments.ts'
import { readHistories } from './read-histories.ts'
import { readSettings } from './read-settings.ts'
import { rulesOf } from './rules.ts'
import { clockKey, keptVersions, readStoredClocks, saysTheSame, toStored } from './stored-clocks.ts'

/** Counted anew from the diary, explained, and compared with what is stored. @throws Refusal `not-found` */
export async function listClocks(tx: Tx, ticketId: string, language: HolidayLanguage): Promise<Static<typeof ExplainedClock>[]> {
  const [[ticket], stored, settings] = await Promise.all([isId(ticketId) ? readHistories(tx, [ticketId]) : [], isId(ticketId) ? readStoredClocks(tx, [ticketId]) : [], readSettings(tx, language)])
  const { now } = settings
  if (ticket === undefined) throw notFound('ticket')
  const rows = new Map(stored.map((row) => [clockKey(row.kind, row.cycle), row]))
  const names = new Map(settings.statuses.map((s) => [s.key, s.name]))
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())
  const clocks = deriveClocks(ticket.history, rulesOf(settings), now, (kind, cycle) => keptVersions(rows.get(clockKey(kind, cycle))))
  return clocks.toSorted((a, b) => a.startedAt - b.startedAt).map((clock) => {
    const row = rows.get(clockKey(clock.kind, clock.cycle))
    const fresh = toStored(row?.id ?? newId(), ticketId, clock, nothingTold, null)
    return {
      id: fresh.id, ticketId, kind: clock.kind, cycle: clock.cycle, state: clock.state, policyId: clock.policy.id, policyName: clock.policy.name, calendarId: clock.calendar?.id ?? null, status: clock.status,
      targetSeconds: clock.targetSeconds, startedAt: iso(clock.startedAt)!, warnAt: iso(clock.warnAt), dueAt: iso(clock.dueAt), stoppedAt: iso(clock.stoppedAt), usedSeconds: clock.usedSeconds,
      warnedAt: iso(row?.warned_at ?? null), breachedAt: iso(row?.breached_at ?? null), steps: explainClock(clock, now, (key) => names.get(key) ?? key), asStored: row !== undefined && saysTheSame(row, fresh),
    }
  })
}
