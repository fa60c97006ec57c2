// The only way a warning leaves the server.
import type { Warning, WarningKind } from '@kontuar/contracts'
import type { WarningFacts } from './look/warning-facts.ts'

export interface WarningRow {
  id: string; kind: WarningKind; key: string; state: Warning['state']; location_id: string | null; location_name: string | null; subject_name: string | null; began_at: Date; seen_at: Date; times: number; facts: Partial<WarningFacts>
  snoozed_until: Date | null; closed_at: Date | null; closed_by_name: string | null; closed_reason: string | null; note: string; task_id: string | null; lessons: number; last_lesson: Date | null
}

export const warningColumns = `w.id, w.kind, w.key, w.state, w.location_id, l.name as location_name, coalesce(r.name, t.name) as subject_name, w.began_at, w.seen_at, w.times, w.facts,
  w.snoozed_until, w.closed_at, s.name as closed_by_name, w.closed_reason, w.note, w.task_id, coalesce(q.lessons, 0)::integer as lessons, q.last_lesson`

/** @param since placeholder of the instant from which dismissals still teach @param reasons of those that do */
export const warningJoins = (since: string, reasons: string): string => `left join location l on l.org_id = w.org_id and l.id = w.location_id
  left join reason r on r.org_id = w.org_id and w.facts -> 'subject' ->> 'kind' = 'reason' and r.id::text = w.facts -> 'subject' ->> 'id'
  left join touchpoint t on t.org_id = w.org_id and w.facts -> 'subject' ->> 'kind' = 'touchpoint' and t.id::text = w.facts -> 'subject' ->> 'id'
  left join staff s on s.org_id = w.org_id and s.id = w.closed_by
  left join lateral (select count(*) as lessons, max(d.closed_at) as last_lesson from warning d where d.org_id = w.org_id and d.key = w.key and d.state = 'dismissed' and d.closed_reason = any (${reasons}) and d.closed_at > ${since}) q on true`

/** @param quietWeeks how long a lesson is remembered */
export function presentWarning(row: WarningRow, quietWeeks: number): Warning {
  const { facts } = row
  const iso = (at: Date | null) => at?.toISOString() ?? null
  const quieter = row.lessons === 0 || row.last_lesson === null ? {} : { quieter: { times: row.lessons, until: new Date(row.last_lesson.getTime() + quietWeeks * 7 * 86_400_000).toISOString() } }
  return {
    id: row.id, kind: row.kind, state: row.state, locationId: row.location_id, locationName: row.location_name, subject: facts.subject === null || facts.subject === undefined ? null : { id: facts.subject.id, name: row.subject_name ?? facts.subject.id },
    beganAt: row.began_at.toISOString(), seenAt: row.seen_at.toISOString(), times: row.times, expected: facts.expected ?? null, expectedRange: facts.usual ?? null, came: facts.came ?? null, p: facts.p ?? null, n: facts.n ?? 0, method: facts.method ?? '',
    causes: facts.causes ?? [], advice: facts.advice ?? [], evidence: { ...facts.evidence, ...quieter }, rows: facts.rows ?? null,
    snoozedUntil: iso(row.snoozed_until), closedAt: iso(row.closed_at), closedByName: row.closed_by_name, closedReason: row.closed_reason, note: row.note, taskId: row.task_id,
  }
}
