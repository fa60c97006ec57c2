import type { Static } from 'typebox'
import type { CalendarPatch } from '@kontuar/contracts'
import type { Tx } from '../../../../../platform/db/database.ts'
import type { Actor } from '../../../../../platform/http/actor.ts'
import { Refusal } from '../../../../../platform/http/refusal.ts'
import { audit, checkName } from '../../../../identity/index.ts'
import { recountOpenTickets } from '../../keep/recount.ts'
import { getCalendar, type CalendarRow } from '../calendar-row.ts'
import { checkDefinition } from '../check-definition.ts'
import { makeDefault } from './make-default.ts'

/** Other hours are a new version: running clocks move with it, and say so; stopped ones keep the hours they were counted by. */
export async function changeCalendar(tx: Tx, actor: Actor, id: string, patch: Static<typeof CalendarPatch>): Promise<CalendarRow> {
  const before = await getCalendar(tx, id, true)
  const retired = patch.retired ?? before.retired_at !== null
  if (retired && (patch.isDefault || before.is_default)) throw new Refusal('cannot-do', `"${before.name}" is the calendar of everything that names none: make another one the default first.`, { retired: 'it is the default calendar' })
  if (retired && before.retired_at === null) await refuseUsed(tx, before)
  const definition = patch.definition === undefined ? before.definition : checkDefinition(patch.definition)
  const name = patch.name !== undefined || (before.retired_at !== null && !retired) ? await checkName(tx, 'calendar', patch.name ?? before.name, id) : before.name
  const otherHours = JSON.stringify(sorted(definition)) !== JSON.stringify(sorted(before.definition))
  const version = otherHours ? before.version + 1 : before.version
  await tx.query(`update calendar set name = $3, ready_made = case when name = $3 then ready_made end, definition = $4, version = $5, retired_at = case when $6 then coalesce(retired_at, now()) end where org_id = $1 and id = $2`,
    [tx.orgId, id, name, JSON.stringify(definition), version, retired], 'change-calendar')
  if (otherHours) {
    await tx.query('insert into calendar_version (org_id, calendar_id, version, definition, changed_by) values ($1, $2, $3, $4, $5)', [tx.orgId, id, version, JSON.stringify(definition), actor.staffId], 'next-calendar-version')
    recountOpenTickets(tx)
  }
  if (patch.isDefault && !before.is_default) await makeDefault(tx, id)
  await audit(tx, actor, retired && before.retired_at === null ? 'calendar.retired' : 'calendar.changed', { kind: 'calendar', id }, { fields: Object.keys(patch).sort(), version })
  tx.publish({ name: 'routing.calendarChanged', ids: { calendarId: id } })
  return getCalendar(tx, id)
}

async function refuseUsed(tx: Tx, { id, name }: CalendarRow): Promise<void> {
  const users = await tx.query<{ what: string }>(
    `select 'the queue "' || name || '"' as what from queue where org_id = $1 and calendar_id = $2 and retired_at is null
     union all select 'the SLA policy "' || name || '"' from sla_policy where org_id = $1 and definition->>'calendarId' = $2::text and retired_at is null
     union all select 'the shift of ' || s.name from staff_presence p join staff s on s.org_id = p.org_id and s.id = p.staff_id where p.org_id = $1 and p.calendar_id = $2 and s.active limit 10`, [tx.orgId, id], 'users-of-calendar')
  if (users.length > 0) throw new Refusal('cannot-do', `"${name}" is used by ${users.map((u) => u.what).join(', ')}: choose another calendar there first.`, { retired: 'it is in use' })
}

/** jsonb keeps no order of keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]))
}
