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

-- Where text messages leave: one gateway an organization.
create table sms_gateway (
  org_id integer not null references org (id),
  active boolean not null default true,
  -- {url, method, contentType, template, sender, headers: [{name, secret, value | null}], successContains, idPath, repeatable}
  settings jsonb not null,
  -- {secret, header:<lower-case name>}, each sealed (platform/crypto).
  secrets jsonb not null default '{}',
  per_number_daily integer not null check (per_number_daily > 0),
  per_day integer not null check (per_day > 0),
  -- {sending, detail, at}
  state jsonb not null default '{}',
  -- It could not be reached or asked for a pause: nothing is tried before.
  rest_until timestamptz,
  updated_at timestamptz not null default now(),
  primary key (org_id)
);
call secure_table('sms_gateway');

-- The ledger of text messages. HTTP knows no final dot: from `sending` on the message may have been handed over.
create table outgoing_sms (
  org_id integer not null references org (id),
  id uuid not null,
  interaction_id uuid not null,
  -- E.164.
  number text not null,
  -- What leaves, with the reader's own link in it; null once it is no longer needed. The diary keeps the version without.
  body text,
  state text not null default 'pending' check (state in ('pending', 'sending', 'sent', 'uncertain', 'failed', 'cancelled')),
  send_after timestamptz not null default clock_timestamp(),
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  -- One try: its end is written only by whoever still holds the claim.
  claim uuid,
  claimed_at timestamptz,
  sent_at timestamptz,
  -- What the gateway calls it.
  gateway_id text,
  detail text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, interaction_id),
  foreign key (org_id, interaction_id) references interaction (org_id, id)
);
create index outgoing_sms_next on outgoing_sms (org_id, send_after) where state = 'pending';
create index outgoing_sms_open on outgoing_sms (org_id, claimed_at) where state in ('sending', 'uncertain');
create index outgoing_sms_by_number on outgoing_sms (org_id, number, created_at);
create index outgoing_sms_by_claim on outgoing_sms (org_id, claimed_at) where claimed_at is not null;
create index outgoing_sms_by_age on outgoing_sms (created_at) where body is not null;
call secure_table('outgoing_sms', 'select, insert, update');

-- Over all organizations: who has something due, or something that nobody came back from.
create function list_orgs_with_due_sms(longest_try interval) returns table (org_id integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select o.id from org o join sms_gateway g on g.org_id = o.id where
    (g.active and not o.outgoing_paused and (g.rest_until is null or g.rest_until < now()) and exists (
      select 1 from outgoing_sms s where s.org_id = o.id and s.state = 'pending' and s.send_after < now() - interval '20 seconds' and coalesce(s.next_attempt_at, s.send_after) < now() - interval '20 seconds'))
    or exists (select 1 from outgoing_sms s where s.org_id = o.id and s.state = 'sending' and s.claimed_at < now() - longest_try)
$$;
create function list_orgs_with_old_sms(kept_days integer) returns table (org_id integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct s.org_id from outgoing_sms s where s.body is not null and s.created_at < now() - make_interval(days => kept_days)
$$;
revoke all on function list_orgs_with_due_sms, list_orgs_with_old_sms from public;
grant execute on function list_orgs_with_due_sms, list_orgs_with_old_sms to kontuar_app;
