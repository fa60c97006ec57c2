-- Views for BI tools. A login sees one organization: which one is said by a table it can neither read nor write, by the name it signed
-- in with. (A setting of the session would not do: whoever is signed in may change it.)
create table bi_login (
  org_id integer not null references org (id),
  login text not null,
  created_at timestamptz not null default now(),
  primary key (org_id, login)
);
-- The program has no business here: logins are made and taken away on the command line, by the owner.
call secure_table('bi_login', 'select');

create schema bi;
create function bi.own_org() returns integer language sql stable security definer set search_path = public, pg_temp as $$
  select l.org_id from bi_login l where l.login = session_user
$$;
revoke all on function bi.own_org() from public;

-- The zone its days are counted in, for whoever counts days from the instants of the other views.
create view bi.organization with (security_barrier) as select o.id, o.name, o.time_zone from org o where o.id = (select bi.own_org());
-- No names, addresses or texts of customers: numbers need none, and what leaves for a BI tool is beyond our erasures.
create view bi.locations with (security_barrier) as select l.id, l.name, l.retired_at from location l where l.org_id = (select bi.own_org());
create view bi.teams with (security_barrier) as select t.id, t.name, t.location_id, t.retired_at from team t where t.org_id = (select bi.own_org());
create view bi.staff with (security_barrier) as select s.id, s.name, s.role, s.active from staff s where s.org_id = (select bi.own_org());
create view bi.queues with (security_barrier) as select q.id, q.name, q.retired_at from queue q where q.org_id = (select bi.own_org());
create view bi.reasons with (security_barrier) as
  select r.id, r.parent_id, r.name, r.retired_at from reason r where r.org_id = (select bi.own_org());
create view bi.customers with (security_barrier) as
  select c.id, c.company_id, c.language, c.created_at from customer c where c.org_id = (select bi.own_org());
create view bi.tickets with (security_barrier) as
  select t.id, t.number, t.status, t.status_category, t.priority, t.queue_id, t.assignee_id as staff_id, t.location_id, t.reason_id, t.customer_id, t.channel, t.language, t.result, t.breaches,
    t.created_at, t.updated_at, t.closed_at, t.merged_into_id
  from ticket t where t.org_id = (select bi.own_org());
create view bi.interactions with (security_barrier) as
  select i.id, i.ticket_id, i.customer_id, i.kind, i.direction, i.channel, i.at, i.staff_id, i.automatic,
    (i.timing ->> 'offeredAt')::timestamptz as offered_at, (i.timing ->> 'answeredAt')::timestamptz as answered_at, (i.timing ->> 'abandonedAt')::timestamptz as abandoned_at, (i.timing ->> 'endedAt')::timestamptz as ended_at,
    (i.timing ->> 'holdSeconds')::integer as hold_seconds, (i.timing ->> 'wrapUpSeconds')::integer as wrap_up_seconds, (i.review ->> 'stars')::integer as stars
  from interaction i where i.org_id = (select bi.own_org());
-- Without those of anonymous surveys: row by row they would not stay anonymous.
create view bi.answers with (security_barrier) as
  select a.id, a.survey_id, s.name as survey, a.road, a.metric, a.score, a.scale_min, a.scale_max, a.tone, a.at, a.ticket_id, a.customer_id, a.staff_id, a.team_id, a.queue_id, a.location_id, a.reason_id, a.touchpoint_id, a.channel, a.language
  from answer a join survey s on s.org_id = a.org_id and s.id = a.survey_id where a.org_id = (select bi.own_org()) and a.invalid_at is null and not s.anonymous;
-- Those that hold: neither taken back nor taking back.
create view bi.facts with (security_barrier) as
  select f.id, f.kind, f.at, f.measures, f.ticket_id, f.interaction_id, f.answer_id, f.customer_id, f.channel, f.language, f.queue_id, f.reason_id, f.location_id, f.team_id, f.staff_id, f.survey_id, f.touchpoint_id, f.newcomer, f.segments
  from fact f where f.org_id = (select bi.own_org()) and f.weight = 1 and not exists (select from fact r where r.org_id = f.org_id and r.retracts = f.id);
-- What the dashboards read; facts of the last minute may still be on their way here. The day is a date, not the instant it begins: BI tools
-- sign in with the zone of their own machine, and there the instant falls on the day before. Read in the zone the sums were made in (~zone): after
-- the organization moved to another, they are made anew a little later.
create view bi.daily with (security_barrier) as
  select (s.bucket at time zone coalesce(
      (select z.member from fact_series z where z.org_id = (select bi.own_org()) and z.measure = '~zone' and z.dimension = 'all' and z.place = ''),
      (select o.time_zone from org o where o.id = (select bi.own_org()))))::date as day, c.measure, c.dimension, c.member, nullif(c.place, '') as location_id, s.n, s.total
  from fact_series c join fact_sum s on s.org_id = c.org_id and s.series = c.id where c.org_id = (select bi.own_org()) and s.grain = 'd' and s.n <> 0;

grant usage on schema bi to kontuar_bi;
grant execute on function bi.own_org() to kontuar_bi;
grant select on all tables in schema bi to kontuar_bi;
