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

-- Six to begin with, in the organization's language; whoever has other words renames or retires them.
create function furnish_causes(org integer) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into cause (org_id, id, name, position)
  select o.id, gen_random_uuid(), case o.locale when 'pl' then c.pl when 'ru' then c.ru else c.en end, c.position
  from public.org o, (values
    (1, 'Wada towaru lub usługi', 'Недостаток товара или услуги', 'Defect of the goods or service'),
    (2, 'Opóźnienie', 'Задержка', 'Delay'),
    (3, 'Błędna lub niepełna informacja', 'Неверная или неполная информация', 'Wrong or incomplete information'),
    (4, 'Zachowanie obsługi', 'Поведение персонала', 'Conduct of staff'),
    (5, 'Płatność lub rozliczenie', 'Оплата или расчёты', 'Payment or billing'),
    (6, 'Awaria lub błąd systemu', 'Сбой или ошибка системы', 'Failure or fault of a system')
  ) c (position, pl, ru, en) where o.id = furnish_causes.org
$$;
revoke all on function furnish_causes from public;

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

-- "Today" has a task on the day of its reminder too.
create index task_today on task (org_id, coalesce(least(due_at, remind_at), 'infinity'), id) where done_at is null;
create index task_today_of_owner on task (org_id, owner_id, coalesce(least(due_at, remind_at), 'infinity'), id) where done_at is null;
create index task_of_location on task (org_id, location_id, coalesce(due_at, 'infinity'), id) where done_at is null and location_id is not null;

-- Without a ticket it is seen by whom it concerns: of a location also by those who are granted it, unless a queue says otherwise.
drop policy of_viewer on task;
create policy of_viewer on task as restrictive for select to kontuar_app using (
  (select viewer() is null) or case when ticket_id is null
    then (select viewer()) in (owner_id, created_by) or queue_id = any ((select viewer_queues())::uuid[])
      or (queue_id is null and location_id = any ((select viewer_locations())::uuid[]))
    else exists (select from ticket t where t.org_id = task.org_id and t.id = task.ticket_id) end);

create table task_setting (
  org_id integer primary key references org (id),
  -- {closingAsks: 'nothing' | 'loops' | 'everything', escalate: {afterMinutes, to: 'manager' | 'administrators'} | null, calendarId}
  settings jsonb not null,
  -- Since when late tasks are handed up: what was due before they were is not told of all at once.
  escalate_since timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
call secure_table('task_setting');

create function furnish_charge() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform furnish_causes(new.id);
  insert into task_setting (org_id, settings) values (new.id, '{"closingAsks": "loops", "escalate": {"afterMinutes": 480, "to": "manager"}, "calendarId": null}');
  return null;
end $$;
revoke all on function furnish_charge from public;
-- A restored organization brings its own.
create trigger furnish_charge after insert on org for each row
  when (current_setting('kontuar.restoring', true) is distinct from 'on') execute function furnish_charge();
select furnish_causes(id) from org;
insert into task_setting (org_id, settings) select id, '{"closingAsks": "loops", "escalate": {"afterMinutes": 480, "to": "manager"}, "calendarId": null}' from org;

-- Who has tasks to tell of is looked after each minute: due, to be reminded of, late.
create or replace function organizations_on_duty() returns table (org_id integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select o.id from org o where exists (select from staff_presence p where p.org_id = o.id and present_state(p) <> p.state)
    or (exists (select from staff_presence p where p.org_id = o.id and p.state in ('away', 'off')) and exists (select from queue q where q.org_id = o.id and (q.assignment->>'awayMinutes') is not null))
    or exists (select from queue q where q.org_id = o.id and q.retired_at is null and q.assignment->>'mode' in ('round-robin', 'least-loaded')
      and exists (select from ticket t where t.org_id = q.org_id and t.queue_id = q.id and t.assignee_id is null and t.status_category in ('new', 'open')))
    or exists (select from task t where t.org_id = o.id and t.done_at is null and t.told_at is null and t.owner_id is not null and t.due_at <= now())
    or exists (select from task t where t.org_id = o.id and t.done_at is null and t.reminded_at is null and t.remind_at <= now())
    or exists (select from task_setting g join task t on t.org_id = g.org_id where g.org_id = o.id and jsonb_typeof(g.settings->'escalate') = 'object'
      and t.done_at is null and t.escalated_at is null and t.due_at <= now() and t.due_at >= g.escalate_since)
$$;

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

-- Whose digest hour has come on their day, where they are, and who has had none on that day.
create or replace function list_due_digests(moment timestamptz) returns table (org_id integer, staff_id uuid, local_day date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select g.org_id, g.staff_id, z.at::date
  from notification_setting g join org o on o.id = g.org_id join staff s on s.org_id = g.org_id and s.id = g.staff_id and s.active
    cross join lateral (select moment at time zone coalesce(s.time_zone, o.time_zone) as at) z
  where jsonb_typeof(g.settings->'digest') = 'object'
    and to_char(z.at, 'HH24:MI') >= g.settings->'digest'->>'at'
    and g.settings->'digest'->'days' @> to_jsonb(extract(isodow from z.at)::integer)
    and not exists (select from notification_delivery d where d.org_id = g.org_id and d.staff_id = g.staff_id and d.road = 'mail'
      and d.subject_key = 'digest:' || z.at::date)
$$;
