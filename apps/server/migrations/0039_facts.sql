-- What facts are counted by, as it was then, and what waits to be counted.

-- Which calendar and which teams a queue had when, and which calendar was the default one: {kind, from → to}. Kept by triggers, so that
-- nobody who changes a queue has to know of it.
create table past_link (
  org_id integer not null references org (id),
  kind text not null check (kind in ('queue-calendar', 'queue-team', 'default-calendar')),
  -- The queue; of the default calendar the calendar itself.
  from_id uuid not null,
  to_id uuid not null,
  since timestamptz not null,
  until timestamptz,
  primary key (org_id, kind, from_id, to_id, since)
);
call secure_table('past_link', 'select');

-- Of links from before this table nobody knows since when: they have held always.
insert into past_link (org_id, kind, from_id, to_id, since) select org_id, 'queue-calendar', id, calendar_id, '-infinity' from queue where calendar_id is not null;
insert into past_link (org_id, kind, from_id, to_id, since) select org_id, 'queue-team', queue_id, team_id, '-infinity' from queue_team;
insert into past_link (org_id, kind, from_id, to_id, since) select org_id, 'default-calendar', id, id, '-infinity' from calendar where is_default;

-- `ever`: nobody can have been counted by another one before.
create function note_past_link(org integer, what text, "from" uuid, before uuid, after uuid, ever boolean) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if before is not distinct from after then return; end if;
  if before is not null then
    update past_link l set until = greatest(l.since, clock_timestamp()) where l.org_id = org and l.kind = what and l.from_id = "from" and l.to_id = before and l.until is null;
  end if;
  if after is not null then
    insert into past_link (org_id, kind, from_id, to_id, since)
    values (org, what, "from", after, case when ever then '-infinity' else clock_timestamp() end);
  end if;
end $$;
revoke all on function note_past_link from public;

create function keep_queue_calendar() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform note_past_link(new.org_id, 'queue-calendar', new.id, case when tg_op = 'UPDATE' then old.calendar_id end, new.calendar_id, tg_op = 'INSERT');
  return null;
end $$;
create function keep_queue_team() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then perform note_past_link(old.org_id, 'queue-team', old.queue_id, old.team_id, null, false);
  else perform note_past_link(new.org_id, 'queue-team', new.queue_id, null, new.team_id, false);
  end if;
  return null;
end $$;
create function keep_default_calendar() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform note_past_link(new.org_id, 'default-calendar', new.id, case when tg_op = 'UPDATE' and old.is_default then new.id end, case when new.is_default then new.id end,
    not exists (select from past_link l where l.org_id = new.org_id and l.kind = 'default-calendar'));
  return null;
end $$;
revoke all on function keep_queue_calendar, keep_queue_team, keep_default_calendar from public;
-- A restored organization brings its own.
create trigger keep_queue_calendar after insert or update of calendar_id on queue for each row
  when (current_setting('kontuar.restoring', true) is distinct from 'on') execute function keep_queue_calendar();
create trigger keep_queue_team after insert or delete on queue_team for each row
  when (current_setting('kontuar.restoring', true) is distinct from 'on') execute function keep_queue_team();
create trigger keep_default_calendar after insert or update of is_default on calendar for each row
  when (current_setting('kontuar.restoring', true) is distinct from 'on') execute function keep_default_calendar();

-- Subjects whose facts may have changed: a subscriber writes them down, one job works through all that have come together. A subject may
-- stand here several times; deriving it twice changes nothing.
create table fact_to_derive (
  org_id integer not null references org (id),
  id bigint generated always as identity,
  kind text not null check (kind in ('ticket', 'answer', 'invitation', 'at-work', 'outside')),
  subject_id uuid not null,
  due_at timestamptz not null default clock_timestamp(),
  attempts smallint not null default 0,
  primary key (org_id, id)
);
call secure_table('fact_to_derive');

-- What somebody was busy with, and when they were at work.
create index interaction_timed on interaction (org_id, staff_id, at) where timing is not null and staff_id is not null;
create index presence_stay_of_staff on presence_stay (org_id, staff_id, since);

create function orgs_with_facts_to_derive() returns setof integer
  language sql stable security definer set search_path = public, pg_temp as $$ select distinct org_id from fact_to_derive where due_at <= clock_timestamp() $$;
-- Those whose diary is older than their facts: they have tickets, and not one fact.
create function orgs_without_facts() returns setof integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select o.id from org o where exists (select from ticket t where t.org_id = o.id) and not exists (select from fact f where f.org_id = o.id) $$;
-- Those where somebody is at work.
create function orgs_at_work() returns setof integer
  language sql stable security definer set search_path = public, pg_temp as $$ select distinct org_id from presence_stay where until is null $$;
revoke all on function orgs_with_facts_to_derive, orgs_without_facts, orgs_at_work from public;
grant execute on function orgs_with_facts_to_derive, orgs_without_facts, orgs_at_work to kontuar_app;

-- Of a restored organization these come with it too.
drop trigger keep_team_membership on team_member;
create trigger keep_team_membership after insert or delete on team_member for each row
  when (current_setting('kontuar.restoring', true) is distinct from 'on') execute function keep_team_membership();
drop trigger keep_presence_stay on staff_presence;
create trigger keep_presence_stay after insert or update on staff_presence for each row
  when (current_setting('kontuar.restoring', true) is distinct from 'on') execute function keep_presence_stay();
