-- What the workspace tells its people, and by which road. One row per person and thing told; the roads have a ledger.

create table notification (
  org_id integer not null references org (id),
  id uuid not null,
  staff_id uuid not null,
  kind text not null,
  -- The same thing is told to a person once.
  dedupe_key text not null,
  -- Told again while unread it counts up, told again after reading it wakes up: the row of its key is the only one.
  grouped boolean not null default false,
  ticket_id uuid,
  interaction_id uuid,
  detail jsonb not null default '{}',
  urgent boolean not null default false,
  -- False: only pushed or mailed, as its person wishes.
  in_app boolean not null default true,
  -- Whole milliseconds, so that a cursor holds it exactly.
  at timestamptz not null,
  read_at timestamptz,
  primary key (org_id, id),
  unique (org_id, staff_id, dedupe_key),
  foreign key (org_id, staff_id) references staff (org_id, id),
  foreign key (org_id, ticket_id) references ticket (org_id, id)
);
create index notification_unread on notification (org_id, staff_id, at desc, id desc) where read_at is null and in_app;
create index notification_of_staff on notification (org_id, staff_id, at desc, id desc) where in_app;
create index notification_unread_of_ticket on notification (org_id, staff_id, ticket_id) where read_at is null;
create index notification_by_time on notification (at);
call secure_table('notification');

create table notification_setting (
  org_id integer not null references org (id),
  staff_id uuid not null,
  -- {kinds: {<kind>: {app, push, mail}}, quiet: {from, to, days} | null, digest: {at, days} | null}
  settings jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (org_id, staff_id),
  foreign key (org_id, staff_id) references staff (org_id, id)
);
call secure_table('notification_setting');

create table push_subscription (
  org_id integer not null references org (id),
  id uuid not null,
  staff_id uuid not null,
  endpoint text not null,
  keys jsonb not null,
  user_agent text not null default '',
  created_at timestamptz not null default now(),
  failed_at timestamptz,
  primary key (org_id, id),
  unique (org_id, endpoint),
  foreign key (org_id, staff_id) references staff (org_id, id)
);
create index push_subscription_by_staff on push_subscription (org_id, staff_id);
call secure_table('push_subscription');

create table notification_delivery (
  org_id integer not null references org (id),
  id uuid not null,
  staff_id uuid not null,
  road text not null check (road in ('push', 'mail')),
  -- One per notification and subscription for push; one per day for mail.
  subject_key text not null,
  -- Of push; the browser may have left since.
  subscription_id uuid,
  notification_ids uuid[] not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'dropped')),
  -- Of 'waiting' the next try; of 'sending' the moment from which somebody else may take it over.
  send_after timestamptz not null,
  -- The try that holds it: only that one may write how it ended.
  claim uuid,
  attempts integer not null default 0,
  detail text,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, staff_id, road, subject_key),
  foreign key (org_id, staff_id) references staff (org_id, id)
);
create index notification_delivery_waiting on notification_delivery (send_after) where state in ('waiting', 'sending');
create index notification_delivery_by_time on notification_delivery (created_at);
call secure_table('notification_delivery');

-- Whether a person may see a ticket, as row-level security would decide for them (migration 0015).
create function may_see_ticket(person uuid, ticket uuid) returns boolean language sql stable
  return exists (
    select from public.ticket t join public.staff s on s.org_id = t.org_id and s.id = person
    where t.org_id = current_org() and t.id = ticket
      and (s.access = 'everything' or (t.queue_id = any (queues_seen_by(person))
        and (locations_seen_by(person) is null or t.location_id is null or t.location_id = any (locations_seen_by(person))))));
grant execute on function may_see_ticket to kontuar_app;

-- A job may be lost; the ledger is not. The sweep asks for all organizations, then works inside each.
create function list_overdue_notices(at_most integer) returns table (org_id integer, id uuid, road text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select d.org_id, d.id, d.road from notification_delivery d
  where d.state in ('waiting', 'sending') and d.send_after < now() - interval '20 seconds' order by d.send_after limit at_most
$$;
-- Whose digest hour has come on their day, where the organization is, and who has had none on that day.
create function list_due_digests(moment timestamptz) returns table (org_id integer, staff_id uuid, local_day date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select g.org_id, g.staff_id, (moment at time zone o.time_zone)::date
  from notification_setting g join org o on o.id = g.org_id join staff s on s.org_id = g.org_id and s.id = g.staff_id and s.active
  where jsonb_typeof(g.settings->'digest') = 'object'
    and to_char(moment at time zone o.time_zone, 'HH24:MI') >= g.settings->'digest'->>'at'
    and g.settings->'digest'->'days' @> to_jsonb(extract(isodow from moment at time zone o.time_zone)::integer)
    and not exists (select from notification_delivery d where d.org_id = g.org_id and d.staff_id = g.staff_id and d.road = 'mail'
      and d.subject_key = 'digest:' || (moment at time zone o.time_zone)::date)
$$;
create function forget_notices(days integer) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  delete from notification where at < now() - days * interval '1 day';
  delete from notification_delivery where created_at < now() - days * interval '1 day';
$$;
revoke all on function list_overdue_notices, list_due_digests, forget_notices from public;
grant execute on function list_overdue_notices, list_due_digests, forget_notices to kontuar_app;
