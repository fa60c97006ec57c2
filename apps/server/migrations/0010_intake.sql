-- Intake: what the sweeper needs to find mail that was stored but whose reading was lost.

-- `received_at` is when the mail reached the mailbox, which by IMAP may be long ago; this is when it reached us.
alter table mail_delivery add column stored_at timestamptz not null default now();
create index mail_delivery_stranded on mail_delivery (stored_at) where state = 'received';

-- Over all organizations: mail that waits longer than `older_than` and that no living job names. Jobs given
-- up after their last attempt do not count as living.
create function find_stranded_mail(older_than interval, at_most integer) returns table (org_id integer, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select d.org_id, d.id from mail_delivery d
  where d.state = 'received' and d.stored_at < now() - older_than
    and d.id::text not in (
      select jsonb_array_elements_text(j.payload::jsonb -> 'deliveryIds')
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'channels.readMail' and j.attempts < j.max_attempts
    )
  order by d.stored_at limit at_most
$$;
create function count_waiting_mail() returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from mail_delivery where state = 'received'
$$;
revoke all on function find_stranded_mail, count_waiting_mail from public;
grant execute on function find_stranded_mail, count_waiting_mail to kontuar_app;
-- The organization that an unattended first start gives its mailbox to.
create function first_organization() returns integer
  language sql stable security definer set search_path = public, pg_temp as $$ select min(id) from org $$;
revoke all on function first_organization from public;
grant execute on function first_organization to kontuar_app;
-- From when on mail of the folder is wanted: needed again when the server renumbers it (UIDVALIDITY).
alter table imap_cursor add column since timestamptz not null default '-infinity';
