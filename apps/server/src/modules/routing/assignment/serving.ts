// Who serves which queue, as sets. The same rule as queues/servers.ts: a queue that names its people is theirs; one that
// names nobody is everybody's who sees everything, and of those to whom it was granted. Observers serve nothing.

const names = (q: string) => `(exists (select from queue_member m where m.org_id = ${q}.org_id and m.queue_id = ${q}.id) or exists (select from queue_team qt where qt.org_id = ${q}.org_id and qt.queue_id = ${q}.id))`

/**
 * Rows (queue_id, staff_id, named: whether the queue names its people) of the queues for which `which` holds of `q`; $1 is the organization.
 * Read from the side of the people named: asked of each queue and person, 200 queues of 500 people took 47 ms.
 */
export const servingSql = (which: string): string => `
  select x.queue_id, x.staff_id, x.named from (
    select m.queue_id, m.staff_id, true as named from queue q join queue_member m on m.org_id = q.org_id and m.queue_id = q.id where q.org_id = $1 and q.retired_at is null and ${which}
    union select qt.queue_id, tm.staff_id, true from queue q join queue_team qt on qt.org_id = q.org_id and qt.queue_id = q.id
      join team t on t.org_id = qt.org_id and t.id = qt.team_id and t.retired_at is null join team_member tm on tm.org_id = qt.org_id and tm.team_id = qt.team_id where q.org_id = $1 and q.retired_at is null and ${which}
    union all select q.id, p.id, false from (select q.* from queue q where q.org_id = $1 and q.retired_at is null and ${which} and not ${names('q')} offset 0) q
      join staff p on p.org_id = q.org_id and (p.access = 'everything' or exists (select from staff_queue g where g.org_id = q.org_id and g.queue_id = q.id and g.staff_id = p.id))) x
  join staff s on s.org_id = $1 and s.id = x.staff_id and s.active and s.role <> 'observer'`
