-- Saved views and their counters; acts on many tickets at once.

create table view (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  ready_made text,
  owner_id uuid,
  -- 'private': its owner's; 'shared': everybody's.
  sharing text not null default 'private' check (sharing in ('private', 'shared')),
  -- {conditions, columns, sort, group}
  definition jsonb not null,
  position integer not null default 0,
  -- 'kept': counted ticket by ticket in view_member; 'asked': counted when looked at (it depends on the asker or on the clock).
  counting text not null default 'kept' check (counting in ('kept', 'asked')),
  -- When the members were first filled in; until then the counter is not shown.
  filled_at timestamptz,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, owner_id) references staff (org_id, id)
);
call secure_table('view', 'select, insert, update');

-- The kept views as an index: which tickets, where they stand, and in the order of the view (modules/routing/views/list/order.ts).
-- Whoever sees everything walks it in order; whoever sees some places walks each of these.
create table view_member (
  org_id integer not null references org (id),
  ticket_id uuid not null,
  view_id uuid not null,
  -- As counted, so that leaving subtracts from where it was added; all zeros: none.
  queue_id uuid not null,
  location_id uuid not null,
  group_key text collate "C" not null,
  sort_key bigint not null,
  primary key (org_id, ticket_id, view_id),
  foreign key (org_id, view_id) references view (org_id, id)
);
create index view_member_in_order on view_member (org_id, view_id, group_key, sort_key, ticket_id);
create index view_member_by_place on view_member (org_id, view_id, queue_id, location_id, group_key, sort_key, ticket_id);
call secure_table('view_member');

-- By queue and location, since people see different ones.
create table view_count (
  org_id integer not null references org (id),
  view_id uuid not null,
  queue_id uuid not null,
  location_id uuid not null,
  tickets bigint not null,
  primary key (org_id, view_id, queue_id, location_id),
  foreign key (org_id, view_id) references view (org_id, id)
);
call secure_table('view_count');

-- The sums of view_count, for whoever sees everything: a large desk has thousands of places, and counters are asked for all the
-- time. Kept by the statements that write view_count, whoever sends them.
create table view_total (
  org_id integer not null references org (id),
  view_id uuid not null,
  tickets bigint not null,
  primary key (org_id, view_id),
  foreign key (org_id, view_id) references view (org_id, id)
);
call secure_table('view_total');
create function add_to_view_total() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into view_total as t (org_id, view_id, tickets) select org_id, view_id, sum(tickets) from added group by org_id, view_id
      on conflict (org_id, view_id) do update set tickets = t.tickets + excluded.tickets;
  elsif tg_op = 'DELETE' then
    update view_total t set tickets = t.tickets - g.tickets from (select org_id, view_id, sum(tickets) as tickets from gone group by org_id, view_id) g
      where t.org_id = g.org_id and t.view_id = g.view_id;
  else
    update view_total t set tickets = t.tickets + d.tickets from (
      select org_id, view_id, sum(tickets) as tickets from (select org_id, view_id, tickets from added union all select org_id, view_id, -tickets from gone) x group by org_id, view_id) d
      where t.org_id = d.org_id and t.view_id = d.view_id and d.tickets <> 0;
  end if;
  return null;
end $$;
create trigger total_of_added after insert on view_count referencing new table as added for each statement
  when (current_setting('kontuar.restoring', true) is distinct from 'on') execute function add_to_view_total();
create trigger total_of_changed after update on view_count referencing new table as added old table as gone for each statement
  when (current_setting('kontuar.restoring', true) is distinct from 'on') execute function add_to_view_total();
create trigger total_of_gone after delete on view_count referencing old table as gone for each statement
  when (current_setting('kontuar.restoring', true) is distinct from 'on') execute function add_to_view_total();

-- Since when the `newest` tickets changed last have changed: these are asked themselves, whatever a view's index says of
-- them, so that nobody waits for the worker to see what they have just done. Over all queues: a restricted person would
-- have to walk far to find as many of their own.
-- plpgsql here and below: it keeps its plan, a function in SQL makes it at each call.
create function changed_since(newest integer) returns timestamptz
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select updated_at from ticket where org_id = current_org() order by updated_at desc, id desc offset newest limit 1);
end $$;
-- How large the diary is, whoever asks: numbers only rise.
create function highest_ticket_number() returns bigint
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select coalesce(max(number), 0) from ticket where org_id = current_org());
end $$;
-- The views to look after at night, of all organizations.
create function list_kept_views() returns table (org_id integer, view_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select v.org_id, v.id from view v where v.retired_at is null and v.counting = 'kept' and v.filled_at is not null order by v.org_id, v.id
$$;
revoke all on function changed_since, highest_ticket_number, list_kept_views from public;
grant execute on function changed_since, highest_ticket_number, list_kept_views to kontuar_app;

create table bulk_act (
  org_id integer not null references org (id),
  id uuid not null,
  staff_id uuid not null,
  patch jsonb not null,
  -- [{ticketId, before: {…}, after: {…}}]: what undoing restores, ticket by ticket, where nobody has moved it since.
  changed jsonb not null,
  at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, staff_id) references staff (org_id, id)
);
call secure_table('bulk_act', 'select, insert, update');

create table ticket_merge (
  org_id integer not null references org (id),
  id uuid not null,
  ticket_id uuid not null,
  into_id uuid not null,
  -- What the ticket was, for undoing.
  before jsonb not null,
  merged_by uuid,
  at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, ticket_id) references ticket (org_id, id),
  foreign key (org_id, into_id) references ticket (org_id, id)
);
create index ticket_merge_by_ticket on ticket_merge (org_id, ticket_id);
call secure_table('ticket_merge', 'select, insert, update');
create policy of_viewer on ticket_merge as restrictive for select to kontuar_app using (
  (select viewer() is null) or ((select viewer_sees_any()) and (select true from ticket t where t.org_id = ticket_merge.org_id and t.id = ticket_merge.ticket_id)));

create table canned_answer (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  -- What one types after "/" to find it.
  shortcut text,
  -- By language: {pl: html, en: html, ru: html}; at least one.
  texts jsonb not null,
  owner_id uuid,
  sharing text not null default 'shared' check (sharing in ('private', 'shared')),
  queue_id uuid,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, owner_id) references staff (org_id, id),
  foreign key (org_id, queue_id) references queue (org_id, id)
);
create unique index canned_answer_shortcut on canned_answer (org_id, lower(shortcut)) where retired_at is null and shortcut is not null and sharing = 'shared';
call secure_table('canned_answer', 'select, insert, update');
