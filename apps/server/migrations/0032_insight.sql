-- Facts, their sums, and what stands on them: metrics of one's own, dashboards, warnings, readings of texts.

-- What the diary did not keep and numbers need as it was then.

-- Times of a call or chat as an exchange knows them (contracts/recorded-interactions.ts), and the stars of a public review.
alter table interaction add column timing jsonb, add column review jsonb;

create table team_membership (
  org_id integer not null references org (id),
  staff_id uuid not null,
  team_id uuid not null,
  since timestamptz not null,
  until timestamptz,
  primary key (org_id, staff_id, team_id, since)
);
call secure_table('team_membership', 'select');
-- Of memberships from before this table nobody knows since when: they have held always.
insert into team_membership (org_id, staff_id, team_id, since) select org_id, staff_id, team_id, '-infinity' from team_member;
create function keep_team_membership() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    update team_membership set until = greatest(since, clock_timestamp()) where org_id = old.org_id and staff_id = old.staff_id and team_id = old.team_id and until is null;
    return old;
  end if;
  insert into team_membership (org_id, staff_id, team_id, since) values (new.org_id, new.staff_id, new.team_id, clock_timestamp());
  return new;
end $$;
create trigger keep_team_membership after insert or delete on team_member for each row execute function keep_team_membership();
revoke all on function keep_team_membership from public;

create table presence_stay (
  org_id integer not null references org (id),
  id uuid not null default gen_random_uuid(),
  staff_id uuid not null,
  state text not null,
  since timestamptz not null,
  until timestamptz,
  primary key (org_id, id)
);
create unique index presence_stay_open on presence_stay (org_id, staff_id) where until is null;
create index presence_stay_by_time on presence_stay (org_id, since);
call secure_table('presence_stay', 'select');
insert into presence_stay (org_id, staff_id, state, since) select org_id, staff_id, state, since from staff_presence where state <> 'off';
create function keep_presence_stay() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.state = old.state then return new; end if;
  update presence_stay set until = greatest(since, clock_timestamp()) where org_id = new.org_id and staff_id = new.staff_id and until is null;
  if new.state <> 'off' then
    insert into presence_stay (org_id, staff_id, state, since) values (new.org_id, new.staff_id, new.state, clock_timestamp());
  end if;
  return new;
end $$;
create trigger keep_presence_stay after insert or update on staff_presence for each row execute function keep_presence_stay();
revoke all on function keep_presence_stay from public;

-- What others counted: an exchange its calls, a website the forms begun. Written again it replaces what was said of that hour or day.
create table outside_count (
  org_id integer not null references org (id),
  id uuid not null,
  source text not null,
  what text not null check (what in ('calls', 'forms-begun')),
  span text not null check (span in ('hour', 'day')),
  begins_at timestamptz not null,
  location_id uuid,
  queue_id uuid,
  n integer not null check (n >= 0),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, location_id) references location (org_id, id),
  foreign key (org_id, queue_id) references queue (org_id, id)
);
create unique index outside_count_once on outside_count (org_id, source, what, span, begins_at, location_id, queue_id) nulls not distinct;
create index outside_count_by_time on outside_count (org_id, what, begins_at);
call secure_table('outside_count');

-- Settings of numbers by version, so that what was counted under one can be counted again the same way.
create table insight_setting (
  org_id integer not null references org (id),
  since timestamptz not null,
  definition jsonb not null,
  changed_by uuid,
  primary key (org_id, since)
);
call secure_table('insight_setting', 'select, insert');

-- Facts. One row: one thing that happened, with its measures and its dimensions as they were then. Append-only; a correction is a
-- row of weight -1 that names the one it takes back, and a new one.
create table fact (
  org_id integer not null references org (id),
  id uuid not null,
  kind text not null,
  at timestamptz not null,
  weight smallint not null check (weight in (-1, 1)),
  retracts uuid,
  -- Whose derivation it is (a ticket, an answer, an invitation, a text, a stay at work, an outside count), and which of its facts of that kind.
  subject_id uuid not null,
  mark text not null default '',
  measures jsonb not null,
  ticket_id uuid,
  interaction_id uuid,
  answer_id uuid,
  customer_id uuid,
  channel text,
  language text,
  queue_id uuid,
  reason_id uuid,
  location_id uuid,
  team_id uuid,
  staff_id uuid,
  survey_id uuid,
  touchpoint_id uuid,
  newcomer boolean,
  -- Values of custom fields: {field id: value}.
  segments jsonb,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  check ((weight = -1) = (retracts is not null))
);
create index fact_of_subject on fact (org_id, subject_id);
create unique index fact_taken_back on fact (org_id, retracts) where retracts is not null;
create index fact_by_time on fact (org_id, kind, at, id);
create index fact_of_place on fact (org_id, location_id, kind, at) where location_id is not null;
create index fact_of_staff on fact (org_id, staff_id, kind, at) where staff_id is not null;
call secure_table('fact', 'select, insert');
create trigger fact_is_append_only before update or delete on fact for each row execute function refuse_change();
create policy of_viewer on fact as restrictive for select to kontuar_app using (
  (select viewer() is null)
  or (case when queue_id is not null
    then queue_id = any ((select viewer_queues())::uuid[]) and ((select viewer_locations() is null) or location_id is null or location_id = any ((select viewer_locations())::uuid[]))
    else location_id = any ((select viewer_locations())::uuid[]) end));

-- Facts not yet in the sums. A fact leaves it in the transaction that adds it: sums and what waits are together all facts, at every moment.
create table fact_waiting (
  org_id integer not null references org (id),
  fact_id uuid not null,
  primary key (org_id, fact_id)
);
call secure_table('fact_waiting', 'select, insert, delete');

-- What is summed: a measure of one member of a dimension, everywhere ('') or at one location. Named once and then by number: with these four
-- texts in each row and key the sums took eight times the room of the facts. Compared byte by byte: the order of a language, which nobody
-- asks for here, makes each comparison several times as dear. Neither these nor the sums name their organization's row: they are made
-- of facts, which do.
create table fact_series (
  org_id integer not null,
  id integer generated always as identity,
  measure text collate "C" not null,
  place text collate "C" not null,
  dimension text collate "C" not null,
  member text collate "C" not null,
  primary key (org_id, id)
);
create unique index fact_series_once on fact_series (org_id, measure, dimension, place, member);
call secure_table('fact_series', 'select, insert, delete');
create policy of_viewer on fact_series as restrictive for select to kontuar_app using ((select viewer() is null));

-- Sums by hour, day and month, each under its beginning in the organization's zone.
create table fact_sum (
  org_id integer not null,
  series integer not null,
  grain "char" not null check (grain in ('h', 'd', 'm')),
  bucket timestamptz not null,
  n bigint not null,
  total double precision not null,
  squares double precision not null,
  primary key (org_id, series, grain, bucket)
);
call secure_table('fact_sum');
create policy of_viewer on fact_sum as restrictive for select to kontuar_app using ((select viewer() is null));

-- Histograms of durations and scores: bins of packages/statistics.
create table fact_bin (
  org_id integer not null,
  series integer not null,
  grain "char" not null check (grain in ('d', 'm')),
  bucket timestamptz not null,
  -- Which bins hold something, in their order, and how many each: one row a bin took eighteen times the room, as much as the facts.
  bins smallint[] not null,
  counts integer[] not null,
  primary key (org_id, series, grain, bucket)
);
create function add_bins(one smallint[], one_counts integer[], two smallint[], two_counts integer[], out bins smallint[], out counts integer[])
  language sql immutable parallel safe as $$
  select coalesce(array_agg(s.bin order by s.bin), '{}'), coalesce(array_agg(s.n order by s.bin), '{}')
  from (select u.bin, sum(u.n)::integer as n from (select * from unnest(one, one_counts) a (bin, n) union all select * from unnest(two, two_counts) b (bin, n)) u group by 1 having sum(u.n) <> 0) s
$$;
call secure_table('fact_bin');
create policy of_viewer on fact_bin as restrictive for select to kontuar_app using ((select viewer() is null));

-- Tickets whose facts change by the passing of time: a window of repeats that ends.
create table fact_due (
  org_id integer not null references org (id),
  ticket_id uuid not null,
  due_at timestamptz not null,
  primary key (org_id, ticket_id)
);
create index fact_due_by_time on fact_due (due_at);
call secure_table('fact_due');

create function orgs_with_waiting_numbers() returns setof integer
  language sql stable security definer set search_path = public, pg_temp as $$ select distinct org_id from fact_waiting $$;
create function orgs_with_due_numbers() returns setof integer
  language sql stable security definer set search_path = public, pg_temp as $$ select distinct org_id from fact_due where due_at <= now() $$;
create function every_org() returns setof integer
  language sql stable security definer set search_path = public, pg_temp as $$ select id from org $$;
revoke all on function orgs_with_waiting_numbers, orgs_with_due_numbers, every_org from public;
grant execute on function orgs_with_waiting_numbers, orgs_with_due_numbers, every_org to kontuar_app;

-- Metrics an organization composes itself.
create table own_metric (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  definition jsonb not null,
  retired_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id)
);
call secure_table('own_metric');

create table dashboard (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  ready_made text,
  owner_id uuid,
  -- Null: nobody but the owner; else roles.
  shared_with text[],
  position integer not null default 0,
  definition jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id)
);
create index dashboard_by_owner on dashboard (org_id, owner_id);
call secure_table('dashboard');

-- Days on which something changed, shown on lines and asked for their effect.
create table marked_day (
  org_id integer not null references org (id),
  id uuid not null,
  at timestamptz not null,
  name text not null,
  location_ids uuid[] not null default '{}',
  queue_ids uuid[] not null default '{}',
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (org_id, id)
);
create index marked_day_by_time on marked_day (org_id, at);
call secure_table('marked_day');

-- Detected changes. One open row for each check and place (its key); it is seen again, not raised again.
create table warning (
  org_id integer not null references org (id),
  id uuid not null,
  kind text not null,
  key text not null,
  location_id uuid,
  state text not null default 'open' check (state in ('open', 'snoozed', 'dismissed', 'over')),
  began_at timestamptz not null,
  seen_at timestamptz not null,
  times integer not null default 1,
  facts jsonb not null,
  snoozed_until timestamptz,
  closed_at timestamptz,
  closed_by uuid,
  closed_reason text,
  note text not null default '',
  task_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, location_id) references location (org_id, id)
);
create unique index warning_open on warning (org_id, key) where state in ('open', 'snoozed');
create index warning_by_time on warning (org_id, seen_at desc, id desc);
call secure_table('warning');
create policy of_viewer on warning as restrictive for select to kontuar_app using (
  (select viewer() is null) or location_id = any ((select viewer_locations())::uuid[]));

create table warning_setting (
  org_id integer not null references org (id),
  definition jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (org_id)
);
call secure_table('warning_setting');

-- How far each check has looked, and what it remembers between looks (sums of CUSUM).
create table warning_check (
  org_id integer not null references org (id),
  key text not null,
  looked_until timestamptz not null,
  memory jsonb not null default '{}',
  primary key (org_id, key)
);
call secure_table('warning_check');

-- What a text says: language, sentiment, topic, by our classifier, an endpoint of the organization's own, or a person.
create table reading (
  org_id integer not null references org (id),
  -- Of an interaction or of an answer's comment.
  id uuid not null,
  subject text not null check (subject in ('interaction', 'answer')),
  language text,
  sentiment text check (sentiment in ('negative', 'neutral', 'positive')),
  confidence real,
  probabilities real[],
  sentences jsonb not null default '[]',
  topic_id uuid,
  topic_confidence real,
  by text not null check (by in ('classifier', 'endpoint', 'person')),
  model text not null default '',
  corrected_by uuid,
  read_at timestamptz not null default now(),
  primary key (org_id, id)
);
call secure_table('reading');
-- As the interaction or answer it belongs to.
create policy of_viewer on reading as restrictive for select to kontuar_app using (
  (select viewer() is null)
  or (case subject when 'interaction' then (select true from interaction i where i.org_id = reading.org_id and i.id = reading.id)
    else (select true from answer a where a.org_id = reading.org_id and a.id = reading.id) end));

-- What people corrected; the learned adjustment and the topics are made of it.
create table reading_correction (
  org_id integer not null references org (id),
  id uuid not null,
  subject_id uuid not null,
  language text,
  sentiment text,
  topic_id uuid,
  text text not null,
  by_id uuid not null,
  at timestamptz not null default now(),
  primary key (org_id, id)
);
create index reading_correction_by_time on reading_correction (org_id, at);
call secure_table('reading_correction');

create table learned (
  org_id integer not null references org (id),
  name text not null,
  model jsonb not null,
  examples integer not null,
  at timestamptz not null default now(),
  primary key (org_id, name)
);
call secure_table('learned');

create table reading_setting (
  org_id integer not null references org (id),
  definition jsonb not null,
  secret bytea,
  updated_at timestamptz not null default now(),
  primary key (org_id)
);
call secure_table('reading_setting');
