-- Who is in charge of what, how people are reached, and what a task knows: the ground of alerts, the closed loop and reports.

create table region (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  manager_id uuid,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, manager_id) references staff (org_id, id)
);
create unique index region_name_once on region (org_id, lower(name)) where retired_at is null;
call secure_table('region', 'select, insert, update');

alter table location add column manager_id uuid, add column region_id uuid,
  add foreign key (org_id, manager_id) references staff (org_id, id), add foreign key (org_id, region_id) references region (org_id, id);
create index location_by_manager on location (org_id, manager_id) where manager_id is not null;
create index location_by_region on location (org_id, region_id) where region_id is not null;

-- Null: as the organization's. The number in E.164, for messages to oneself.
alter table staff add column time_zone text, add column phone text;

-- What lay behind a complaint or a low rating, as found out by whoever closed it.
create table cause (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  position integer not null,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id)
);
create unique index cause_name_once on cause (org_id, lower(name)) where retired_at is null;
call secure_table('cause', 'select, insert, update');

-- A task grows: where it is on the board, steps, a reminder, who is told when it is late, and what was found and done.
alter table task
  add column begun_at timestamptz,
  -- [{id, text, done}]
  add column checklist jsonb not null default '[]',
  add column remind_at timestamptz,
  add column reminded_at timestamptz,
  -- When it was handed up since it was late; to whom stands in `task_setting`.
  add column escalated_at timestamptz,
  add column location_id uuid,
  -- What it came from: {kind: 'alert' | 'warning' | 'answer' | 'recovery', id}.
  add column source jsonb,
  add column cause_id uuid,
  add column remedy text not null default '',
  add foreign key (org_id, location_id) references location (org_id, id),
  add foreign key (org_id, cause_id) references cause (org_id, id);
create index task_by_source on task (org_id, (source->>'kind'), (source->>'id')) where source is not null;
create index task_to_remind on task (org_id, remind_at) where done_at is null and reminded_at is null and remind_at is not null;
create index task_late on task (org_id, due_at) where done_at is null and escalated_at is null and due_at is not null;

create table task_setting (
  org_id integer primary key references org (id),
  -- {closingAsks: 'nothing' | 'loops' | 'everything', escalate: {afterMinutes, to: 'manager' | 'administrators'} | null, calendarId}
  settings jsonb not null,
  updated_at timestamptz not null default now()
);
call secure_table('task_setting');

-- Of what somebody wants to hear nothing for a while: an alert rule, a report. Null: until they say otherwise.
create table pause (
  org_id integer not null references org (id),
  staff_id uuid not null,
  subject text not null,
  until timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, staff_id, subject),
  foreign key (org_id, staff_id) references staff (org_id, id)
);
call secure_table('pause');
