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
  -- Null: nobody could take it, and why stands in `because`.
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
create index assignment_decision_by_staff on assignment_decision (org_id, staff_id, id desc) where staff_id is not null;
call secure_table('assignment_decision', 'select, insert');
create policy of_viewer on assignment_decision as restrictive for select to kontuar_app using (
  (select viewer() is null) or exists (select from ticket t where t.org_id = assignment_decision.org_id and t.id = assignment_decision.ticket_id));

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
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, ticket_id) references ticket (org_id, id),
  foreign key (org_id, customer_id) references customer (org_id, id),
  foreign key (org_id, owner_id) references staff (org_id, id)
);
create index task_due on task (org_id, due_at, id) where done_at is null;
create index task_of_owner on task (org_id, owner_id, due_at, id) where done_at is null;
create index task_by_ticket on task (org_id, ticket_id) where ticket_id is not null;
call secure_table('task');
create policy of_viewer on task as restrictive for select to kontuar_app using (
  (select viewer() is null) or ticket_id is null or exists (select from ticket t where t.org_id = task.org_id and t.id = task.ticket_id));
