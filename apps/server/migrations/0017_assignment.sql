-- Who can take how much of what, who is there, and why each ticket went to whom.

create table staff_skill (
  org_id integer not null references org (id),
  staff_id uuid not null,
  kind text not null check (kind in ('language', 'channel', 'product')),
  -- A language tag, a channel, or the id of a tag.
  value text not null,
  primary key (org_id, staff_id, kind, value),
  foreign key (org_id, staff_id) references staff (org_id, id)
);
call secure_table('staff_skill');

-- How many open tickets at once; channel '*' is the limit over all.
create table staff_capacity (
  org_id integer not null references org (id),
  staff_id uuid not null,
  channel text not null,
  tickets integer not null check (tickets between 0 and 10000),
  primary key (org_id, staff_id, channel),
  foreign key (org_id, staff_id) references staff (org_id, id)
);
call secure_table('staff_capacity');

create table staff_presence (
  org_id integer not null references org (id),
  staff_id uuid not null,
  state text not null check (state in ('available', 'busy', 'away', 'off')),
  -- The person's own shift; outside of it they count as off.
  calendar_id uuid,
  since timestamptz not null default now(),
  -- The last sign of life of any of their browsers.
  seen_at timestamptz,
  -- When their tickets were given back; null until then.
  gave_back_at timestamptz,
  primary key (org_id, staff_id),
  foreign key (org_id, staff_id) references staff (org_id, id),
  foreign key (org_id, calendar_id) references calendar (org_id, id)
);
call secure_table('staff_presence');

create table assignment_decision (
  org_id integer not null references org (id),
  id uuid not null,
  ticket_id uuid not null,
  -- Where the ticket stood then.
  queue_id uuid,
  -- Null: nobody could take it, or it went back; why stands in `because`.
  staff_id uuid,
  mode text not null check (mode in ('hand', 'pull', 'round-robin', 'least-loaded', 'sticky', 'given-back', 'escalation')),
  -- {code, …}: what the choice rested on, for a sentence on the screen.
  because jsonb not null default '{}',
  decided_by uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (org_id, id),
  foreign key (org_id, ticket_id) references ticket (org_id, id)
);
create index assignment_decision_by_ticket on assignment_decision (org_id, ticket_id, id desc);
-- Whose turn it is: who got the last ticket of a queue when.
create index assignment_decision_turn on assignment_decision (org_id, queue_id, staff_id, id desc) where staff_id is not null and mode in ('round-robin', 'least-loaded', 'sticky');
call secure_table('assignment_decision', 'select, insert');
create policy of_viewer on assignment_decision as restrictive for select to kontuar_app using (
  (select viewer() is null) or ((select viewer_sees_any()) and (select true from ticket t where t.org_id = assignment_decision.org_id and t.id = assignment_decision.ticket_id)));

-- Work with an owner and a time, inside a ticket or free.
create table task (
  org_id integer not null references org (id),
  id uuid not null,
  kind text not null check (kind in ('task', 'call-back')),
  title text not null,
  note text not null default '',
  ticket_id uuid,
  customer_id uuid,
  owner_id uuid,
  queue_id uuid,
  due_at timestamptz,
  -- 'hand', or what made it: 'escalation'.
  origin text not null default 'hand',
  done_at timestamptz,
  done_by uuid,
  -- When its owner was told that it is due; null again when it is put off.
  told_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, ticket_id) references ticket (org_id, id),
  foreign key (org_id, customer_id) references customer (org_id, id),
  foreign key (org_id, owner_id) references staff (org_id, id)
);
create index task_due on task (org_id, coalesce(due_at, 'infinity'), id) where done_at is null;
create index task_of_owner on task (org_id, owner_id, coalesce(due_at, 'infinity'), id) where done_at is null;
create index task_by_ticket on task (org_id, ticket_id) where ticket_id is not null;
create index task_done on task (org_id, done_at desc, id desc) where done_at is not null;
create index task_to_tell on task (org_id, due_at) where done_at is null and told_at is null and owner_id is not null and due_at is not null;
call secure_table('task');
-- Without a ticket it is seen by whom it concerns.
create policy of_viewer on task as restrictive for select to kontuar_app using (
  (select viewer() is null) or case when ticket_id is null
    then (select viewer()) in (owner_id, created_by) or queue_id = any ((select viewer_queues())::uuid[])
    else exists (select from ticket t where t.org_id = task.org_id and t.id = task.ticket_id) end);

-- How long somebody may be silent before they count as away.
create function silence() returns interval language sql immutable parallel safe return interval '15 minutes';
-- What a person's presence means now; a person never seen is off.
create function present_state(p staff_presence) returns text language sql stable parallel safe
  return case when p.staff_id is null then 'off' when p.state in ('available', 'busy') and (p.seen_at is null or p.seen_at < now() - silence()) then 'away' else p.state end;
create function present_since(p staff_presence) returns timestamptz language sql stable parallel safe
  return case when p.state in ('available', 'busy') and p.seen_at < now() - silence() then p.seen_at + silence() else p.since end;
grant execute on function silence, present_state, present_since to kontuar_app;

-- Organizations where the minute brings something to do: silent people, absent ones with tickets to give back, tickets
-- waiting for an owner, tasks that fall due.
create function organizations_on_duty() returns table (org_id integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select o.id from org o where exists (select from staff_presence p where p.org_id = o.id and present_state(p) <> p.state)
    or (exists (select from staff_presence p where p.org_id = o.id and p.state in ('away', 'off')) and exists (select from queue q where q.org_id = o.id and (q.assignment->>'awayMinutes') is not null))
    or exists (select from queue q where q.org_id = o.id and q.retired_at is null and q.assignment->>'mode' in ('round-robin', 'least-loaded')
      and exists (select from ticket t where t.org_id = q.org_id and t.queue_id = q.id and t.assignee_id is null and t.status_category in ('new', 'open')))
    or exists (select from task t where t.org_id = o.id and t.done_at is null and t.told_at is null and t.owner_id is not null and t.due_at <= now())
$$;
revoke all on function organizations_on_duty from public;
grant execute on function organizations_on_duty to kontuar_app;
