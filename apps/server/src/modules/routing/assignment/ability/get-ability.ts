import type { Ability } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/id.ts'
import { notFound } from '../../../../platform/http/refusal.ts'

interface Row { skills: Ability['skills']; total: number | null; by_channel: Record<string, number>; calendar_id: string | null }

/** @throws Refusal `not-found` */
export async function getAbility(tx: Tx, staffId: string): Promise<Ability> {
  const [row] = isId(staffId) ? await tx.query<Row>(
    `select p.calendar_id, (select tickets from staff_capacity k where k.org_id = s.org_id and k.staff_id = s.id and k.channel = '*') as total,
       (select coalesce(json_object_agg(k.channel, k.tickets order by k.channel), '{}') from staff_capacity k where k.org_id = s.org_id and k.staff_id = s.id and k.channel <> '*') as by_channel,
       (select coalesce(json_agg(json_build_object('kind', k.kind, 'value', k.value) order by k.kind, k.value), '[]') from staff_skill k where k.org_id = s.org_id and k.staff_id = s.id) as skills
     from staff s left join staff_presence p on p.org_id = s.org_id and p.staff_id = s.id where s.org_id = $1 and s.id = $2`, [tx.orgId, staffId], 'get-ability') : []
  if (row === undefined) throw notFound('person')
  return { skills: row.skills, capacity: { total: row.total, byChannel: row.by_channel }, shiftCalendarId: row.calendar_id }
}
