// Who is told: the owner, the managers, the people of the queue, or one person. Somebody is always told: when nobody fits, the managers, and without any the administrators.
import type { Tx } from '../../../../platform/db/database.ts'

export interface Concerned { assigneeId: string | null; queueId: string | null }
export interface People { tell(to: string, ticket: Concerned): string[] }

interface Row { staff: { id: string; role: string }[]; servers: { queue: string; staff: string }[]; queue_managers: { queue: string; staff: string }[]; team_managers: { member: string; staff: string }[] }

/** One statement for a whole batch: even 500 people are a few kilobytes. */
export async function readPeople(tx: Tx): Promise<People> {
  const [row] = await tx.query<Row>(
    `with active as (select id, role from staff where org_id = $1 and active), teams as (select id, manager_id from team where org_id = $1 and retired_at is null)
     select (select coalesce(json_agg(json_build_object('id', id, 'role', role) order by id), '[]') from active) as staff,
       (select coalesce(json_agg(json_build_object('queue', x.queue_id, 'staff', x.staff_id)), '[]') from (
         select m.queue_id, m.staff_id from queue_member m where m.org_id = $1
         union select qt.queue_id, tm.staff_id from queue_team qt join teams t on t.id = qt.team_id join team_member tm on tm.org_id = $1 and tm.team_id = t.id where qt.org_id = $1 order by 1, 2) x) as servers,
       (select coalesce(json_agg(json_build_object('queue', qt.queue_id, 'staff', t.manager_id)), '[]') from queue_team qt join teams t on t.id = qt.team_id where qt.org_id = $1 and t.manager_id is not null) as queue_managers,
       (select coalesce(json_agg(json_build_object('member', tm.staff_id, 'staff', t.manager_id)), '[]') from team_member tm join teams t on t.id = tm.team_id where tm.org_id = $1 and t.manager_id is not null) as team_managers`,
    [tx.orgId], 'people-to-tell')
  return peopleOf(row!)
}

export function peopleOf({ staff, servers, queue_managers, team_managers }: Row): People {
  const active = new Set(staff.map((s) => s.id))
  const known = (ids: readonly string[]) => [...new Set(ids)].filter((id) => active.has(id))
  const withRole = (role: string) => staff.filter((s) => s.role === role).map((s) => s.id)
  const firstOf = (...groups: (() => readonly string[])[]): string[] => {
    for (const group of groups) {
      const people = known(group())
      if (people.length > 0) return people
    }
    return []
  }
  const ofQueue = ({ queueId }: Concerned) => servers.filter((s) => s.queue === queueId).map((s) => s.staff)
  const managers = ({ queueId, assigneeId }: Concerned) => [
    () => queue_managers.filter((m) => m.queue === queueId).map((m) => m.staff), () => team_managers.filter((m) => m.member === assigneeId).map((m) => m.staff), () => withRole('manager'), () => withRole('administrator'),
  ]
  return {
    tell(to, ticket) {
      switch (to) {
        case 'owner': return firstOf(() => (ticket.assigneeId === null ? [] : [ticket.assigneeId]), () => ofQueue(ticket), ...managers(ticket))
        case 'queue': return firstOf(() => ofQueue(ticket), ...managers(ticket))
        case 'manager': return firstOf(...managers(ticket))
        default: return firstOf(() => [to], ...managers(ticket))
      }
    },
  }
}
