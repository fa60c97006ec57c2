-- Alerts: rules, what fired, who was told by which road, and where else it is told.

create table alert_destination (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('webhook', 'slack', 'teams', 'mattermost')),
  -- Sealed: the address itself is a secret of these services.
  url text not null,
  -- Shown instead of it: the host.
  host text not null,
  -- Sealed; a webhook is signed with it.
  secret text,
  -- {sending: 'waiting' | 'ok' | 'failing', detail, at}
  state jsonb not null default '{"sending": "waiting"}',
  active boolean not null default true,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id)
);
create unique index alert_destination_name_once on alert_destination (org_id, lower(name)) where retired_at is null;
call secure_table('alert_destination', 'select, insert, update');

create table alert_rule (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  -- Grows with each change of what it looks for; alerts keep the one they came from.
  version integer not null default 1,
  active boolean not null default true,
  retired_at timestamptz,
  -- Only what happens from then on: of a rule switched on again the moment of that.
  since timestamptz not null default now(),
  -- packages/contracts AlertRuleDefinition: what it looks for and where; whom it tells, how and when.
  definition jsonb not null,
  delivery jsonb not null,
  -- What does not hold any more and managers have been told of: it is not told again while it lasts.
  problems_told jsonb not null default '[]',
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id)
);
create unique index alert_rule_name_once on alert_rule (org_id, lower(name)) where retired_at is null;
create index alert_rule_in_use on alert_rule (org_id, id) where retired_at is null and active;
call secure_table('alert_rule', 'select, insert, update');

-- Counts up with every change of a rule, so that a process knows whether what it compiled still holds.
create table alert_rules_version (
  org_id integer primary key references org (id),
  version bigint not null default 1
);
call secure_table('alert_rules_version');

-- What a rule remembers of a place (or person, or of all: ''; '*' is the rule itself): the state of its run, of its figure, of its silence.
create table alert_watch (
  org_id integer not null references org (id),
  rule_id uuid not null,
  version integer not null,
  place text not null,
  memory jsonb not null,
  -- Of figures and silence: up to when it has been looked at.
  looked_at timestamptz,
  updated_at timestamptz not null default now(),
  primary key (org_id, rule_id, version, place),
  foreign key (org_id, rule_id) references alert_rule (org_id, id)
);
call secure_table('alert_watch');

create table alert (
  org_id integer not null references org (id),
  id uuid not null,
  rule_id uuid not null,
  rule_version integer not null,
  -- What it is about: firings under the same key count the open alert up.
  key text not null,
  state text not null default 'open' check (state in ('open', 'acknowledged', 'resolved')),
  urgent boolean not null default false,
  -- True: it says that there is nothing to look at (no data), not that something was found.
  no_data boolean not null default false,
  times integer not null default 1,
  first_at timestamptz not null,
  last_at timestamptz not null,
  -- Figures and codes for the sentence "why now"; never the customer's words, which are read when it is shown.
  why jsonb not null,
  ticket_id uuid, answer_id uuid, interaction_id uuid, customer_id uuid, warning_id uuid,
  location_id uuid, queue_id uuid, team_id uuid, staff_id uuid,
  acknowledged_at timestamptz, acknowledged_by uuid,
  resolved_at timestamptz, resolved_by uuid, resolved_reason text, note text not null default '',
  -- Whether those told found it worth it; teaches the back-test.
  useful boolean,
  task_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, rule_id) references alert_rule (org_id, id),
  foreign key (org_id, ticket_id) references ticket (org_id, id),
  foreign key (org_id, location_id) references location (org_id, id)
);
create unique index alert_open on alert (org_id, rule_id, key) where state <> 'resolved';
create index alert_by_time on alert (org_id, last_at desc, id desc);
create index alert_by_state on alert (org_id, state, last_at desc, id desc);
create index alert_by_rule on alert (org_id, rule_id, last_at desc, id desc);
create index alert_by_ticket on alert (org_id, ticket_id) where ticket_id is not null;
call secure_table('alert', 'select, insert, update');

-- Each thing that made a rule fire, once: by whatever it came, and however often.
create table alert_firing (
  org_id integer not null references org (id),
  id uuid not null,
  rule_id uuid not null,
  -- Of an event: its subject ('answer:<id>'); of a figure: its place and the tick at which it crossed; of a run: its last member.
  occurrence text not null,
  alert_id uuid not null,
  at timestamptz not null,
  why jsonb not null,
  primary key (org_id, id),
  unique (org_id, rule_id, occurrence),
  foreign key (org_id, alert_id) references alert (org_id, id)
);
create index alert_firing_of_alert on alert_firing (org_id, alert_id, at desc);
call secure_table('alert_firing', 'select, insert');

-- The ledger: one row per alert, person (or destination) and road, and step of the escalation; so nobody is told twice.
create table alert_delivery (
  org_id integer not null references org (id),
  id uuid not null,
  alert_id uuid not null,
  -- One of both.
  staff_id uuid,
  destination_id uuid,
  road text not null check (road in ('app', 'push', 'mail', 'sms', 'hook')),
  -- 0: the first telling; then those of the escalation.
  step integer not null default 0,
  -- What goes out as one message: deliveries of one person and road that wait together, or a digest. Null: by itself.
  bundle text,
  -- Why this person: {code: 'location-manager' | 'role' | …, …}.
  because jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'dropped')),
  send_after timestamptz not null,
  claim uuid,
  attempts integer not null default 0,
  detail text,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, alert_id) references alert (org_id, id),
  foreign key (org_id, staff_id) references staff (org_id, id),
  foreign key (org_id, destination_id) references alert_destination (org_id, id)
);
create unique index alert_delivery_once on alert_delivery (org_id, alert_id, staff_id, destination_id, road, step) nulls not distinct;
create index alert_delivery_waiting on alert_delivery (send_after) where state in ('waiting', 'sending');
create index alert_delivery_of_alert on alert_delivery (org_id, alert_id);
create index alert_delivery_of_staff on alert_delivery (org_id, staff_id, created_at desc);
create index alert_delivery_by_time on alert_delivery (org_id, created_at desc, id desc);
call secure_table('alert_delivery', 'select, insert, update');

-- When an open alert takes its next step upwards.
create table alert_escalation (
  org_id integer not null references org (id),
  alert_id uuid not null,
  step integer not null,
  due_at timestamptz not null,
  taken_at timestamptz,
  primary key (org_id, alert_id, step),
  foreign key (org_id, alert_id) references alert (org_id, id)
);
create index alert_escalation_due on alert_escalation (due_at) where taken_at is null;
call secure_table('alert_escalation');

-- A saved look into the past, so that long work can be left and found again.
create table alert_back_test (
  org_id integer not null references org (id),
  id uuid not null,
  asked_by uuid not null,
  definition jsonb not null,
  delivery jsonb,
  months integer not null,
  state text not null default 'running' check (state in ('running', 'done', 'stopped', 'failed')),
  -- Until when: the past it looks at ends there, also when it is taken up again.
  until timestamptz not null,
  done_share real not null default 0,
  -- What has been gathered so far, and up to when, so that a successor goes on.
  gathered jsonb,
  result jsonb,
  detail text,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (org_id, id)
);
call secure_table('alert_back_test');

create function list_overdue_alert_deliveries(at_most integer) returns table (org_id integer, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select d.org_id, d.id from alert_delivery d where d.state in ('waiting', 'sending') and d.send_after < now() - interval '20 seconds' order by d.send_after limit at_most
$$;
create function organizations_with_due_escalations(moment timestamptz) returns table (org_id integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct e.org_id from alert_escalation e where e.taken_at is null and e.due_at <= moment
$$;
create function organizations_with_alert_rules() returns table (org_id integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct r.org_id from alert_rule r where r.active and r.retired_at is null
$$;
revoke all on function list_overdue_alert_deliveries, organizations_with_due_escalations, organizations_with_alert_rules from public;
grant execute on function list_overdue_alert_deliveries, organizations_with_due_escalations, organizations_with_alert_rules to kontuar_app;
