-- What the workspace tells its people, and by which road. One row per person and thing told; the roads have a ledger.

create table notification (
  org_id integer not null references org (id),
  id uuid not null,
  staff_id uuid not null,
  kind text not null,
  -- The same thing is told to a person once.
  dedupe_key text not null,
  ticket_id uuid,
  interaction_id uuid,
  detail jsonb not null default '{}',
  urgent boolean not null default false,
  at timestamptz not null default clock_timestamp(),
  read_at timestamptz,
  primary key (org_id, id),
  unique (org_id, staff_id, dedupe_key),
  foreign key (org_id, staff_id) references staff (org_id, id),
  foreign key (org_id, ticket_id) references ticket (org_id, id)
);
create index notification_unread on notification (org_id, staff_id, id desc) where read_at is null;
create index notification_of_staff on notification (org_id, staff_id, id desc);
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
call secure_table('push_subscription');

create table notification_delivery (
  org_id integer not null references org (id),
  id uuid not null,
  staff_id uuid not null,
  road text not null check (road in ('push', 'mail')),
  -- One per notification and subscription for push; one per digest for mail.
  subject_key text not null,
  notification_ids uuid[] not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'dropped')),
  send_after timestamptz not null,
  attempts integer not null default 0,
  detail text,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, staff_id, road, subject_key),
  foreign key (org_id, staff_id) references staff (org_id, id)
);
create index notification_delivery_waiting on notification_delivery (send_after) where state in ('waiting', 'sending');
call secure_table('notification_delivery');
