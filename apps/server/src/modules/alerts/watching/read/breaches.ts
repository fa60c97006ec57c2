// Clocks that warned or were missed: as the diary tells it, so that what the worker told is what rules see.
import type { Tx } from '../../../../platform/db/database.ts'
import { factsAt } from '../../../routing/index.ts'
import type { Occurrence } from '../occurrence.ts'
import { clockFace } from './clock-face.ts'
import { readTicketsThen } from './tickets-then.ts'
import { isNothing, msOf, whichName, whichSql, whichValues, type Which } from './which.ts'

interface Row { id: string; ticket_id: string; at: number; name: string; kind: string; due: string | null }

/** @param which of entries of the diary */
const selectBreaches = (which: Which): string => `select i.id, i.ticket_id, ${msOf('i.at')} as at, i.event->>'name' as name, i.event->'detail'->>'kind' as kind, i.event->'detail'->>'dueAt' as due
  from interaction i where i.org_id = $1 and i.kind = 'event' and i.ticket_id is not null and i.event->>'name' in ('sla-warning', 'sla-breached') and ${whichSql(which, 'i.id', 'i.at')}`

export async function readBreaches(tx: Tx, which: Which, zone: string): Promise<Occurrence[]> {
  if (isNothing(which)) return []
  const rows = await tx.query<Row>(selectBreaches(which), [tx.orgId, ...whichValues(which)], `alert-breaches-${whichName(which)}`)
  const tickets = await readTicketsThen(tx, rows.map((r) => r.ticket_id))
  return rows.flatMap((r): Occurrence[] => {
    const story = tickets.story(r.ticket_id)
    if (story === undefined) return []
    const happened = r.name === 'sla-breached' ? 'breached' : 'warned'
    const due = Date.parse(r.due ?? '')
    return [{
      ...tickets.dimensions(story, factsAt(story, r.at), r.at, null) as Occurrence, ...clockFace(r.at, zone), subject: 'breach', id: `breach:${r.ticket_id}:${r.kind}:${happened}:${r.due ?? r.id}`, key: `ticket:${r.ticket_id}`, at: r.at, knownAt: r.at,
      happened, clock: r.kind, lateMinutes: Number.isNaN(due) ? null : (r.at - due) / 60_000,
    }]
  })
}
