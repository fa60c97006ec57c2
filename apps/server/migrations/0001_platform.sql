-- The ground every module stands on: tenancy, events, files, processes.
--
-- Two roles: the owner runs migrations and the worker's job table; kontuar_app (created by the migrator)
-- serves everything else and owns nothing, so row-level security holds for it.

-- The organization of the running transaction; null outside one, so that no row is seen then.
create function current_org() returns integer
  language sql stable parallel safe
  return nullif(current_setting('kontuar.org', true), '')::integer;

-- Puts a tenant's table under row-level security. The owner gets a policy of its own: with a managed
-- PostgreSQL it is no superuser, and forced security would hide every row from backup and migration.
create procedure secure_table(target regclass, privileges text default 'select, insert, update, delete')
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy of_organization on %s to kontuar_app using (org_id = current_org()) with check (org_id = current_org())', target);
  execute format('create policy of_owner on %s to %I using (true) with check (true)', target, current_user);
  execute format('grant %s on %s to kontuar_app', privileges, target);
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create table org (
  id integer generated always as identity primary key,
  name text not null,
  locale text not null default 'pl',
  time_zone text not null default 'Europe/Warsaw',
  reopen_days integer not null default 14 check (reopen_days between 0 and 3650),
  outgoing_paused boolean not null default false,
  created_at timestamptz not null default now()
);
alter table org enable row level security;
alter table org force row level security;
create policy of_organization on org to kontuar_app using (id = current_org()) with check (id = current_org());
create policy of_owner on org to current_user using (true) with check (true);
grant select, update on org to kontuar_app;

-- One row for the whole installation. `generation` changes on restore, so that live cursors of the
-- old database (they hold transaction ids) are recognised as foreign.
create table installation (
  id boolean primary key default true check (id),
  generation uuid not null default gen_random_uuid(),
  created_at timestamptz not null default now()
);
insert into installation default values;
grant select on installation to kontuar_app;

-- What happened, written in the transaction of the change: outbox, live feed and replay in one.
-- `xid` lets a reader resume without losing a transaction that commits late.
create table event (
  org_id integer not null references org (id),
  id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  name text not null,
  ids jsonb not null,
  detail jsonb not null default '{}',
  at timestamptz not null default clock_timestamp(),
  primary key (org_id, id)
) with (autovacuum_vacuum_insert_scale_factor = 0.05);
create index event_by_xid on event (xid);
create index event_by_time on event (at);
call secure_table('event', 'select, insert');

-- The live feed reads the tail of all organizations at once and hands out ids alone.
-- Everything at or after the oldest transaction still running when the caller looked last is read again:
-- repeated ids are harmless, a lost one is not.
create function event_tail(after xid8, at_most integer)
  returns table (org_id integer, id uuid, name text, ids jsonb, at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select e.org_id, e.id, e.name, e.ids, e.at from event e where e.xid >= after order by e.xid, e.id limit at_most
$$;
create function event_watermark() returns xid8 language sql stable return pg_snapshot_xmin(pg_current_snapshot());
revoke all on function event_tail from public;
grant execute on function event_tail, event_watermark, current_org to kontuar_app;

-- A subscriber that must act once per event notes it here, in the transaction of its effect.
create table handled_event (
  org_id integer not null references org (id),
  subscriber text not null,
  event_id uuid not null,
  at timestamptz not null default now(),
  primary key (org_id, subscriber, event_id)
);
create index handled_event_by_time on handled_event (at);
call secure_table('handled_event', 'select, insert, delete');

-- Files by content. Bytes lie in the store under <org>/<sha256>; a row exists once they are safe.
create table file (
  org_id integer not null references org (id),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null,
  created_at timestamptz not null default now(),
  primary key (org_id, sha256)
);
call secure_table('file', 'select, insert, delete');

-- Answers already given to a write with an Idempotency-Key.
create table idempotency (
  org_id integer not null references org (id),
  actor text not null,
  key text not null,
  request_hash text not null,
  status integer,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (org_id, actor, key)
);
create index idempotency_by_time on idempotency (created_at);
call secure_table('idempotency');

-- Living processes. Each holds advisory lock (1, lock_id) on a connection of its own while it lives,
-- so the dead are known at once and their jobs are given back.
create table process (
  lock_id integer generated always as identity primary key,
  services text[] not null,
  host text not null,
  pid integer not null,
  worker_ids text[] not null default '{}',
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now()
);
grant select, insert, update, delete on process to kontuar_app;

-- Jobs enter through this door: graphile-worker's tables stay closed to the program's role.
-- jobs: [{name, payload, queue?, runAt?, maxAttempts?, key?, priority?}]
create function enqueue(jobs jsonb) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  select graphile_worker.add_jobs(array(
    select row(
      j->>'name', (j->'payload')::json, j->>'queue', (j->>'runAt')::timestamptz,
      (j->>'maxAttempts')::integer, j->>'key', (j->>'priority')::integer, null
    )::graphile_worker.job_spec
    from jsonb_array_elements(jobs) j
  ));
$$;
revoke all on function enqueue from public;
grant execute on function enqueue to kontuar_app;
