-- Mails that carry a secret of their reader, many at once; and text messages.

-- The bytes that really leave, where they hold a personal link. The diary and its original keep the version without it: whoever
-- reads the ticket must not be able to answer in the customer's name. Gone once the mail has left.
create table withheld_mail (
  org_id integer not null references org (id),
  outgoing_id uuid not null,
  raw bytea not null,
  created_at timestamptz not null default now(),
  primary key (org_id, outgoing_id),
  foreign key (org_id, outgoing_id) references outgoing_mail (org_id, id)
);
create index withheld_mail_by_age on withheld_mail (created_at);
call secure_table('withheld_mail', 'select, insert, delete');
-- Stays when the row above is gone: such a mail cannot be sent once more, for what is left of it is not what was written.
alter table outgoing_mail add column withheld boolean not null default false;

create function list_old_withheld(kept_days integer, at_most integer) returns table (org_id integer, outgoing_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select w.org_id, w.outgoing_id from withheld_mail w where w.created_at < now() - make_interval(days => kept_days) order by w.created_at limit at_most
$$;
revoke all on function list_old_withheld from public;
grant execute on function list_old_withheld to kontuar_app;

-- The next mail of a mailbox, answers of people first: among thousands of invitations that wait, each look would sort them all.
create index outgoing_mail_next on outgoing_mail (org_id, mailbox_id, automatic, send_after) where state = 'pending';
