-- Events that wait for a subscriber who is told of many transactions at once: a row here instead of a job for each of them.
create table event_waiting (
  org_id integer not null references org (id),
  subscriber text not null,
  event_id uuid not null,
  attempts smallint not null default 0,
  due_at timestamptz not null default clock_timestamp(),
  primary key (org_id, subscriber, event_id)
);
call secure_table('event_waiting');

create function waiting_for_events() returns table (org_id integer, subscriber text)
  language sql stable security definer set search_path = public, pg_temp as $$ select distinct w.org_id, w.subscriber from event_waiting w where w.due_at <= clock_timestamp() $$;
revoke all on function waiting_for_events from public;
grant execute on function waiting_for_events to kontuar_app;
