import type { CalendarDefinition } from '@kontuar/calendar'
import type { Tx } from '../../../platform/db/database.ts'
import { isOnShift } from '../presence/on-shift.ts'
import { primaryLanguage, type Agent } from './rules/choose-agent.ts'

interface Row {
  id: string; available: boolean; shifts: CalendarDefinition | null; locations: string[] | null
  skills: { kind: keyof Agent['skills']; value: string }[] | null; limits: Record<string, number> | null; open: Record<string, number> | null
}

/** Active people as the decision wants them, with what they have in hand. */
export async function readAgents(tx: Tx, staffIds: readonly string[], now = Date.now()): Promise<Map<string, Agent>> {
  const rows = await tx.query<Row>(
    `select s.id, present_state(p) = 'available' as available, c.definition as shifts,
       case when s.access = 'granted' then (select array_agg(l.location_id) from staff_location l where l.org_id = s.org_id and l.staff_id = s.id) end as locations,
       (select json_agg(json_build_object('kind', k.kind, 'value', k.value)) from staff_skill k where k.org_id = s.org_id and k.staff_id = s.id) as skills,
       (select json_object_agg(k.channel, k.tickets) from staff_capacity k where k.org_id = s.org_id and k.staff_id = s.id) as limits,
       (select json_object_agg(x.channel, x.tickets) from (
          select t.channel, count(*)::int as tickets from ticket t where t.org_id = s.org_id and t.assignee_id = s.id and t.today_class is not null and t.status_category in ('new', 'open') group by 1) x) as open
     from staff s left join staff_presence p on p.org_id = s.org_id and p.staff_id = s.id left join calendar c on c.org_id = p.org_id and c.id = p.calendar_id
     where s.org_id = $1 and s.id = any ($2) and s.active`, [tx.orgId, staffIds], 'read-agents')
  return new Map(rows.map((row) => [row.id, toAgent(row, now)]))
}

function toAgent({ id, available, shifts, locations, skills, limits, open }: Row, now: number): Agent {
  const known = (kind: keyof Agent['skills']) => new Set((skills ?? []).filter((s) => s.kind === kind).map((s) => (kind === 'language' ? primaryLanguage(s.value) : s.value)))
  const { '*': total = null, ...byChannel } = limits ?? {}
  return {
    id, ready: available && (shifts === null || isOnShift(shifts, now)), locationIds: locations === null ? null : new Set(locations),
    skills: { language: known('language'), channel: known('channel'), product: known('product') },
    capacity: { total, byChannel }, open: { total: Object.values(open ?? {}).reduce((a, b) => a + b, 0), byChannel: { ...open } },
  }
}
