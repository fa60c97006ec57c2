-- SLA clocks and legal terms. A clock is derived from the diary (modules/routing/clocks): these rows are its memory of
-- what has been told, and what sorts the lists.

create table sla_clock (
  org_id integer not null references org (id),
  id uuid not null,
  ticket_id uuid not null,
  kind text not null check (kind in ('first-response', 'next-response', 'resolution', 'status')),
  -- Counts the cycles of a kind within a ticket (each message of the customer may begin a next-response, each stay a status).
  cycle integer not null,
  state text not null check (state in ('running', 'paused', 'met', 'missed', 'dropped')),
  policy_id uuid not null,
  policy_version integer not null,
  calendar_id uuid,
  calendar_version integer,
  status text,
  target_seconds bigint not null,
  started_at timestamptz not null,
  warn_at timestamptz,
  -- Null while paused in time.
  due_at timestamptz,
  stopped_at timestamptz,
  -- Business (or clock) seconds used until it stopped or paused.
  used_seconds bigint,
  warned_at timestamptz,
  breached_at timestamptz,
  -- Which escalation steps of the policy have been taken: bit i is step i. next_fire_at: when the next thing is to be told.
  escalated integer not null default 0,
  next_fire_at timestamptz,
  primary key (org_id, id),
  unique (org_id, ticket_id, kind, cycle),
  foreign key (org_id, ticket_id) references ticket (org_id, id),
  foreign key (org_id, policy_id, policy_version) references sla_policy_version (org_id, policy_id, version)
);
create index sla_clock_to_fire on sla_clock (org_id, next_fire_at) where next_fire_at is not null;
create index sla_clock_of_policy on sla_clock (org_id, policy_id) where state in ('running', 'paused');
call secure_table('sla_clock');
create policy of_viewer on sla_clock as restrictive for select to kontuar_app using (
  (select viewer() is null) or ((select viewer_sees_any()) and (select true from ticket t where t.org_id = sla_clock.org_id and t.id = sla_clock.ticket_id)));

-- The law, by version: an older complaint keeps the term it was received under.
create table legal_basis (
  org_id integer not null references org (id),
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  version integer not null,
  name text not null,
  ready_made text,
  -- {length, unit: days|business-days|weeks|months, rule: pl-civil-code|calendar, country}
  term jsonb not null,
  -- The shorter target of our own, same shape; null: none.
  internal_target jsonb,
  -- What the law says happens when the day passes, and where it says so.
  consequence text not null default '',
  source text not null,
  source_url text not null default '',
  -- Days before the last day on which owner and manager are reminded.
  remind_days integer[] not null default '{3,1,0}',
  valid_from date not null,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  changed_by uuid,
  primary key (org_id, code, version)
);
call secure_table('legal_basis', 'select, insert, update');

create table legal_deadline (
  org_id integer not null references org (id),
  ticket_id uuid not null,
  basis_code text not null,
  basis_version integer not null,
  received_on date not null,
  last_day date not null,
  -- The first instant after that day where the organization is: an answer is in time before it.
  due_at timestamptz not null,
  internal_day date,
  internal_due_at timestamptz,
  -- When the answer to the complaint went out; the term is kept when that was before due_at.
  answered_at timestamptz,
  answer_interaction_id uuid,
  next_reminder_at timestamptz,
  -- How many of its reminders lie behind (legal/reminders.ts).
  reminded integer not null default 0,
  created_at timestamptz not null default now(),
  primary key (org_id, ticket_id),
  foreign key (org_id, ticket_id) references ticket (org_id, id),
  foreign key (org_id, basis_code, basis_version) references legal_basis (org_id, code, version)
);
create index legal_deadline_to_remind on legal_deadline (org_id, next_reminder_at) where next_reminder_at is not null;
call secure_table('legal_deadline', 'select, insert, update');
create policy of_viewer on legal_deadline as restrictive for select to kontuar_app using (
  (select viewer() is null) or ((select viewer_sees_any()) and (select true from ticket t where t.org_id = legal_deadline.org_id and t.id = legal_deadline.ticket_id)));

-- Organizations that have something to fire before the minute sweep looks again, or that a lost job left.
create function organizations_with_due_clocks() returns table (org_id integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select o.id from org o where exists (select from sla_clock c where c.org_id = o.id and c.next_fire_at <= now() + interval '75 seconds')
    or exists (select from legal_deadline d where d.org_id = o.id and d.next_reminder_at <= now() + interval '75 seconds')
$$;
revoke all on function organizations_with_due_clocks from public;
grant execute on function organizations_with_due_clocks to kontuar_app;
