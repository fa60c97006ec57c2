-- Reports: one definition, a personal document for each recipient, and a ledger of what went to whom.

create table report (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  ready_made text,
  owner_id uuid,
  -- packages/contracts ReportDefinition
  definition jsonb not null,
  -- {every: 'day' | 'week' | 'month', on, at} | null: by hand only
  schedule jsonb,
  -- What was due before this is not made up: when the schedule was set, or the report switched on.
  scheduled_since timestamptz not null default now(),
  recipients jsonb not null default '[]',
  -- Of mail, pdf, xlsx, link.
  formats text[] not null,
  active boolean not null default true,
  -- What its author says; with the next sending only, or with all.
  comment text not null default '',
  -- Counts up with each change of what it shows.
  version integer not null default 1,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id)
);
create unique index report_name_once on report (org_id, lower(name)) where retired_at is null;
create unique index report_ready_made_once on report (org_id, ready_made) where ready_made is not null;
call secure_table('report', 'select, insert, update');

-- One sending-out of one report; by the clock once for each day it is due.
create table report_run (
  org_id integer not null references org (id),
  id uuid not null,
  report_id uuid not null,
  -- 'clock:<the day it was due>', or 'hand:<id>'.
  key text not null,
  trigger text not null check (trigger in ('clock', 'hand')),
  -- The report as it was then.
  definition jsonb not null,
  formats text[] not null,
  comment text not null default '',
  period_from timestamptz not null,
  period_to timestamptz not null,
  state text not null default 'running' check (state in ('running', 'stopping', 'stopped', 'done', 'failed')),
  -- Begun so long after it was due that somebody should know.
  late boolean not null default false,
  started_by uuid,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  detail text,
  primary key (org_id, id),
  unique (org_id, report_id, key),
  foreign key (org_id, report_id) references report (org_id, id)
);
create index report_run_by_time on report_run (org_id, started_at desc, id desc);
create index report_run_of_report on report_run (org_id, report_id, started_at desc, id desc);
create index report_run_going on report_run (started_at) where state in ('running', 'stopping');
call secure_table('report_run', 'select, insert, update');

-- One recipient of one run: once, whatever crashes.
create table report_sending (
  org_id integer not null references org (id),
  id uuid not null,
  run_id uuid not null,
  report_id uuid not null,
  staff_id uuid,
  -- Of somebody outside: their address; of staff empty, since it may change.
  address text not null default '',
  name text not null default '',
  language text not null,
  zone text not null,
  -- Whose numbers: {by: 'location' | 'region' | 'team' | 'staff', key, ids, name} | null: all.
  scope jsonb,
  -- Why they get it: {code, …}.
  because jsonb not null,
  state text not null default 'planned' check (state in ('planned', 'making', 'made', 'sending', 'sent', 'uncertain', 'failed', 'paused', 'bounced', 'stopped', 'nothing')),
  -- [{format, name, sha256, size}]
  files jsonb not null default '[]',
  -- Of the mail; the same at every try.
  message_key text not null,
  -- When it is to leave; `send_after` moves on when it has to wait.
  due_at timestamptz not null,
  send_after timestamptz not null,
  -- Asked for by a person: it leaves although there is nothing to tell, and, when it goes to that very person, although they paused it.
  asked boolean not null default false,
  -- Who is at work on it, and until when nobody else may take it over.
  claim uuid,
  held_until timestamptz,
  attempts integer not null default 0,
  detail text,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, run_id) references report_run (org_id, id),
  foreign key (org_id, staff_id) references staff (org_id, id)
);
create unique index report_sending_once on report_sending (org_id, run_id, staff_id, address, (scope->>'key')) nulls not distinct;
create unique index report_sending_by_key on report_sending (org_id, message_key);
create index report_sending_waiting on report_sending (send_after) where state in ('planned', 'making', 'made', 'sending');
create index report_sending_of_run on report_sending (org_id, run_id, id);
create index report_sending_by_time on report_sending (org_id, created_at desc, id desc);
call secure_table('report_sending', 'select, insert, update');

-- Somebody outside who wants no more of it: a digest of their address.
create table report_refusal (
  org_id integer not null references org (id),
  report_id uuid not null,
  address_key text not null,
  -- 'paused' by themselves, 'bounced' for good.
  why text not null check (why in ('paused', 'bounced')),
  created_at timestamptz not null default now(),
  primary key (org_id, report_id, address_key),
  foreign key (org_id, report_id) references report (org_id, id)
);
call secure_table('report_refusal');

create function list_scheduled_reports() returns table (org_id integer, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.org_id, r.id from report r where r.active and r.retired_at is null and r.schedule is not null
$$;
-- Runs on which nobody works though something of them is due, or nothing is left to do: whoever was at it is dead.
create function list_stranded_report_runs(at_most integer) returns table (org_id integer, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.org_id, r.id from report_run r where r.state in ('running', 'stopping') and r.started_at < now() - interval '20 seconds'
    and (exists (select from report_sending s where s.org_id = r.org_id and s.run_id = r.id and s.state in ('planned', 'making', 'made', 'sending') and greatest(s.send_after, s.held_until) < now() - interval '20 seconds')
      or not exists (select from report_sending s where s.org_id = r.org_id and s.run_id = r.id and s.state in ('planned', 'making', 'made', 'sending')))
  order by r.started_at limit at_most
$$;
revoke all on function list_scheduled_reports, list_stranded_report_runs from public;
grant execute on function list_scheduled_reports, list_stranded_report_runs to kontuar_app;
