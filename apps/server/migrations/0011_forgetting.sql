-- What has done its service is forgotten: told events, notes of handled ones, answers kept for repeated writes.
-- A live cursor older than `forgotten_before` cannot be resumed from; its browser is told to load anew.
alter table installation add column forgotten_before xid8 not null default '0';

create function forget_the_told(event_days integer) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last xid8;
begin
  with gone as (delete from event where at < now() - event_days * interval '1 day' returning xid)
  select xid into last from gone order by xid desc limit 1;
  if last is not null then
    update installation set forgotten_before = greatest(forgotten_before, last);
  end if;
  delete from handled_event where at < now() - event_days * interval '1 day';
  delete from idempotency where created_at < now() - interval '1 day';
end $$;
revoke all on function forget_the_told from public;
grant execute on function forget_the_told to kontuar_app;
