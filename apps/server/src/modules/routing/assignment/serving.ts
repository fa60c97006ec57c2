// Who serves which queue, as sets. The same rule as queues/servers.ts: a queue that names its people is theirs; one that
// names nobody is everybody's who sees everything, and of those to whom it was granted. Observers serve nothing.

/** Rows (queue_id, staff_id, named: whether the queue names its people) of the queues for which `which` holds of `q`; $1 is the organization. */
export const servingSql = (which: string): string => `
  select q.id as queue_id, s.id as staff_id, q.named from (
    select q.*, exists (select from queue_member m where m.org_id = q.org_id and m.queue_id = q.id) or exists (select from queue_team qt where qt.org_id = q.org_id and qt.queue_id = q.id) as named
    from queue q where q.org_id = $1 and q.retired_at is null and ${which}) q
  join staff s on s.org_id = q.org_id and s.active and s.role <> 'observer'
  where case when q.named
    then exists (select from queue_member m where m.org_id = q.org_id and m.queue_id = q.id and m.staff_id = s.id)
      or exists (select from queue_team qt join team t on t.org_id = qt.org_id and t.id = qt.team_id and t.retired_at is null
        join team_member tm on tm.org_id = qt.org_id and tm.team_id = qt.team_id where qt.org_id = q.org_id and qt.queue_id = q.id and tm.staff_id = s.id)
    else s.access = 'everything' or exists (select from staff_queue g where g.org_id = q.org_id and g.queue_id = q.id and g.staff_id = s.id) end`
