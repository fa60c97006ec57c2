-- Queues, calendars, and what a ticket carries for the desk.

create table calendar (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  ready_made text,
  -- As packages/calendar defines it.
  definition jsonb not null,
  version integer not null default 1,
  -- For queues and policies that name none.
  is_default boolean not null default false,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id)
);
create unique index calendar_default on calendar (org_id) where is_default;
create unique index calendar_name_once on calendar (org_id, lower(name)) where retired_at is null;
call secure_table('calendar', 'select, insert, update');

-- What held when: a clock that has stopped keeps the calendar it was counted by.
create table calendar_version (
  org_id integer not null references org (id),
  calendar_id uuid not null,
  version integer not null,
  definition jsonb not null,
  valid_from timestamptz not null default clock_timestamp(),
  changed_by uuid,
  primary key (org_id, calendar_id, version),
  foreign key (org_id, calendar_id) references calendar (org_id, id)
);
call secure_table('calendar_version', 'select, insert');

create table sla_policy (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  ready_made text,
  position integer not null,
  version integer not null default 1,
  -- {conditions, calendarId, targets, pausesIn, escalations}: see contracts/sla.ts.
  definition jsonb not null,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id)
);
create unique index sla_policy_name_once on sla_policy (org_id, lower(name)) where retired_at is null;
call secure_table('sla_policy', 'select, insert, update');

create table sla_policy_version (
  org_id integer not null references org (id),
  policy_id uuid not null,
  version integer not null,
  definition jsonb not null,
  retired boolean not null default false,
  valid_from timestamptz not null default clock_timestamp(),
  changed_by uuid,
  primary key (org_id, policy_id, version),
  foreign key (org_id, policy_id) references sla_policy (org_id, id)
);
call secure_table('sla_policy_version', 'select, insert');

create table queue (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  ready_made text,
  position integer not null,
  colour text not null default 'grey',
  default_priority text not null default 'normal' check (default_priority in ('low', 'normal', 'high', 'urgent')),
  calendar_id uuid,
  sla_policy_id uuid,
  order_of_work text not null default 'due' check (order_of_work in ('due', 'oldest', 'priority')),
  -- How tickets find an owner: {mode: hand|pull|round-robin|least-loaded, skills: [language|channel|product], stickyDays, awayMinutes}.
  assignment jsonb not null default '{"mode": "hand"}',
  -- A ticket that enters gets this legal term (code of legal_basis); null: none.
  legal_basis_code text,
  -- Where tickets go that neither a rule nor their mailbox places.
  is_default boolean not null default false,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, calendar_id) references calendar (org_id, id),
  foreign key (org_id, sla_policy_id) references sla_policy (org_id, id)
);
create unique index queue_name_once on queue (org_id, lower(name)) where retired_at is null;
create unique index queue_default on queue (org_id) where is_default;
call secure_table('queue', 'select, insert, update');

create table queue_member (
  org_id integer not null references org (id),
  queue_id uuid not null,
  staff_id uuid not null,
  primary key (org_id, queue_id, staff_id),
  foreign key (org_id, queue_id) references queue (org_id, id),
  foreign key (org_id, staff_id) references staff (org_id, id)
);
create index queue_member_by_staff on queue_member (org_id, staff_id);
call secure_table('queue_member');

create table queue_team (
  org_id integer not null references org (id),
  queue_id uuid not null,
  team_id uuid not null,
  primary key (org_id, queue_id, team_id),
  foreign key (org_id, queue_id) references queue (org_id, id),
  foreign key (org_id, team_id) references team (org_id, id)
);
create index queue_team_by_team on queue_team (org_id, team_id);
call secure_table('queue_team');

-- Seen without serving it: a manager of another department, an observer.
create table staff_queue (
  org_id integer not null references org (id),
  staff_id uuid not null,
  queue_id uuid not null,
  primary key (org_id, staff_id, queue_id),
  foreign key (org_id, staff_id) references staff (org_id, id),
  foreign key (org_id, queue_id) references queue (org_id, id)
);
call secure_table('staff_queue');

-- Which new ticket goes where; the first rule that fits wins, else the mailbox's queue, else the organization's.
create table queue_rule (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  position integer not null,
  active boolean not null default true,
  conditions jsonb not null,
  queue_id uuid not null,
  location_id uuid,
  priority text check (priority in ('low', 'normal', 'high', 'urgent')),
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, queue_id) references queue (org_id, id),
  foreign key (org_id, location_id) references location (org_id, id)
);
call secure_table('queue_rule');
alter table mailbox add column queue_id uuid, add column location_id uuid,
  add foreign key (org_id, queue_id) references queue (org_id, id),
  add foreign key (org_id, location_id) references location (org_id, id);

create table company (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  note text not null default '',
  fields jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id)
);
create index company_in_order on company (org_id, name, id);
call secure_table('company');
alter table customer add column company_id uuid, add column fields jsonb not null default '{}', add column tag_ids uuid[] not null default '{}',
  add foreign key (org_id, company_id) references company (org_id, id);
-- Names as they are looked for: the beginning of the whole name and of its last word. Two plain indexes, since a GIN index
-- over all words would cost the intake of every new customer many times as much.
create function fold_name(name text) returns text language sql immutable strict parallel safe
  return translate(lower(name), 'ąćęłńóśźżáäâàãåéëêèíïîìöôòõøúüûùýñçčďěňřšťůžё', 'acelnoszzaaaaaaeeeeiiiiooooouuuuynccdenrstuzе');
create index customer_by_name on customer (org_id, fold_name(name) text_pattern_ops, id);
create index customer_by_last_word on customer (org_id, (regexp_replace(fold_name(name), '^.*\s', '')) text_pattern_ops, id);
create index customer_by_company on customer (org_id, company_id) where company_id is not null;
-- A column of its own: under row-level security an index is used for comparing columns, not for functions that might
-- leak what they see (lower, like), whatever index there is on these.
alter table company add column search_name text not null generated always as (fold_name(name)) stored;
create index company_by_name on company (org_id, search_name text_pattern_ops);

alter table ticket
  add column location_id uuid,
  add column result text check (result in ('solved', 'partly', 'not-solved', 'rejected', 'no-answer', 'duplicate', 'other')),
  add column result_note text not null default '',
  add column tag_ids uuid[] not null default '{}',
  add column fields jsonb not null default '{}',
  add column merged_into_id uuid,
  -- Since when the customer waits for us; null when the last word was ours.
  add column waiting_since timestamptz,
  -- When it came into its queue.
  add column queued_at timestamptz not null default now(),
  -- The nearest deadline that runs, legal or of an SLA clock, and which; null when none runs.
  add column due_at timestamptz,
  add column due_kind text,
  -- When that clock began: the ring fills from here to due_at.
  add column due_from timestamptz,
  -- Deadlines missed while still open.
  add column breaches integer not null default 0,
  add foreign key (org_id, location_id) references location (org_id, id),
  add foreign key (org_id, merged_into_id) references ticket (org_id, id),
  add foreign key (org_id, queue_id) references queue (org_id, id),
  add foreign key (org_id, reason_id) references reason (org_id, id);
create index ticket_by_queue on ticket (org_id, queue_id, updated_at desc, id desc) where status_category <> 'closed';
create index ticket_by_location on ticket (org_id, location_id, updated_at desc, id desc) where location_id is not null;
create index ticket_merged on ticket (org_id, merged_into_id) where merged_into_id is not null;
-- What is due first. None by queue beside it: the planner would read the whole of that and sort rather than walk this.
create index ticket_due on ticket (org_id, due_at, id) where due_at is not null;
-- Whom we let wait.
create index ticket_waiting on ticket (org_id, waiting_since, id) where waiting_since is not null;
-- What somebody has in hand, apart from all they have ever closed. A ticket that comes in has no owner: intake does not pay for it.
create index ticket_in_hand on ticket (org_id, assignee_id, updated_at desc, id desc) where assignee_id is not null and status_category <> 'closed';
-- Where a ticket stands in "Today": 0 urgent, 1 with a deadline, 2 the rest; null: not there. What is overdue joins the urgent
-- when it is read. A ticket that waits for somebody else is there only by its deadline.
alter table ticket
  add column today_class smallint generated always as (
    case when status_category in ('new', 'open') or (status_category = 'waiting' and due_at is not null)
      then case when priority = 'urgent' then 0 when due_at is not null then 1 else 2 end end) stored,
  add column today_at timestamptz generated always as (
    case when due_at is not null then due_at when priority = 'urgent' then timestamptz 'infinity' else coalesce(waiting_since, last_interaction_at) end) stored;
create index ticket_today on ticket (org_id, today_class, today_at, id) include (status_category) where today_class is not null;
create index ticket_today_by_queue on ticket (org_id, queue_id, today_class, today_at, id) include (status_category, assignee_id) where today_class is not null;
-- Also how much each person has in hand.
create index ticket_today_by_owner on ticket (org_id, assignee_id, today_class, today_at, id) include (status_category, channel) where today_class is not null and assignee_id is not null;
-- Waiting for an owner, in the order of arrival.
create index ticket_to_assign on ticket (org_id, queue_id, queued_at, id) where assignee_id is null and status_category in ('new', 'open');

-- Where a ticket stood, with whom, and how long: facts as they were then.
create table queue_stay (
  org_id integer not null references org (id),
  id uuid not null,
  ticket_id uuid not null,
  queue_id uuid,
  assignee_id uuid,
  entered_at timestamptz not null,
  left_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, ticket_id) references ticket (org_id, id)
);
create index queue_stay_by_ticket on queue_stay (org_id, ticket_id, entered_at);
create unique index queue_stay_now on queue_stay (org_id, ticket_id) where left_at is null;
call secure_table('queue_stay');

-- A contact recorded by hand: {request, decision, result}; and the colleagues a note names.
alter table interaction add column by_hand jsonb, add column mention_ids uuid[] not null default '{}';
