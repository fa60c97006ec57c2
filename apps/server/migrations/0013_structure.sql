-- Locations, teams, and what a person may see of the organization's tickets.

create table location (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  address text not null default '',
  time_zone text,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id)
);
create unique index location_name_once on location (org_id, lower(name)) where retired_at is null;
call secure_table('location', 'select, insert, update');

create table team (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  manager_id uuid,
  location_id uuid,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, manager_id) references staff (org_id, id),
  foreign key (org_id, location_id) references location (org_id, id)
);
create unique index team_name_once on team (org_id, lower(name)) where retired_at is null;
call secure_table('team', 'select, insert, update');

create table team_member (
  org_id integer not null references org (id),
  team_id uuid not null,
  staff_id uuid not null,
  primary key (org_id, team_id, staff_id),
  foreign key (org_id, team_id) references team (org_id, id),
  foreign key (org_id, staff_id) references staff (org_id, id)
);
create index team_member_by_staff on team_member (org_id, staff_id);
call secure_table('team_member');

-- 'everything', or only the queues one serves or is granted (and the locations, once any is granted).
alter table staff add column access text not null default 'everything' check (access in ('everything', 'granted'));

create table staff_location (
  org_id integer not null references org (id),
  staff_id uuid not null,
  location_id uuid not null,
  primary key (org_id, staff_id, location_id),
  foreign key (org_id, staff_id) references staff (org_id, id),
  foreign key (org_id, location_id) references location (org_id, id)
);
call secure_table('staff_location');
