-- Channels: mailboxes, mail as it arrived, and the ledger of what we send.

create table mailbox (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  address text not null,
  aliases text[] not null default '{}',
  active boolean not null default true,
  imap jsonb,
  smtp jsonb,
  -- {imapPassword, smtpPassword}, each sealed (platform/crypto).
  secrets jsonb not null default '{}',
  signature_html text not null default '',
  confirmation jsonb not null default '{"enabled": true, "texts": {}}',
  reply_tagging boolean not null default false,
  state jsonb not null default '{}',
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id)
);
call secure_table('mailbox', 'select, insert, update');
alter table ticket add foreign key (org_id, mailbox_id) references mailbox (org_id, id);
alter table interaction add foreign key (org_id, mailbox_id) references mailbox (org_id, id);

-- Every address that takes mail, over all organizations: an SMTP server must know at RCPT time, before
-- any organization is known, whose it is. An address belongs to one mailbox in the whole installation.
create table mailbox_address (
  org_id integer not null references org (id),
  address_key text not null,
  mailbox_id uuid not null,
  primary key (org_id, address_key),
  foreign key (org_id, mailbox_id) references mailbox (org_id, id) on delete cascade
);
call secure_table('mailbox_address');
create unique index mailbox_address_once on mailbox_address (address_key);
create function find_mailbox_address(keys text[]) returns table (org_id integer, mailbox_id uuid, address_key text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.org_id, m.mailbox_id, m.address_key from mailbox_address m
  join mailbox b on b.org_id = m.org_id and b.id = m.mailbox_id and b.active and b.retired_at is null
  where m.address_key = any (keys)
$$;
-- The mail service serves all organizations: it asks which mailboxes to watch, then works inside each.
create function list_imap_mailboxes() returns table (org_id integer, mailbox_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select org_id, id from mailbox where imap is not null and active and retired_at is null order by org_id, id
$$;
revoke all on function find_mailbox_address, list_imap_mailboxes from public;
grant execute on function find_mailbox_address, list_imap_mailboxes to kontuar_app;

-- The bytes of one mail, once per organization. `fingerprint` leaves out what every road adds
-- (Received, Delivered-To …), so the same mail over two roads is one content.
-- Small mails lie here, so that "250 OK" costs one commit; large ones in the file store (sha256).
create table mail_content (
  org_id integer not null references org (id),
  id uuid not null,
  fingerprint text not null,
  size bigint not null,
  raw bytea,
  sha256 text,
  interaction_id uuid,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, fingerprint),
  check (raw is not null or sha256 is not null)
);
call secure_table('mail_content', 'select, insert, update');
alter table interaction add foreign key (org_id, content_id) references mail_content (org_id, id);

create table mail_delivery (
  org_id integer not null references org (id),
  id uuid not null,
  mailbox_id uuid not null,
  content_id uuid not null,
  source text not null check (source in ('smtp', 'imap')),
  envelope_from text,
  envelope_to text,
  state text not null default 'received' check (state in ('received', 'read', 'parked')),
  reason text,
  attempts integer not null default 0,
  received_at timestamptz not null default now(),
  parked_at timestamptz,
  primary key (org_id, id),
  unique (org_id, mailbox_id, content_id),
  foreign key (org_id, mailbox_id) references mailbox (org_id, id),
  foreign key (org_id, content_id) references mail_content (org_id, id)
);
create index mail_delivery_waiting on mail_delivery (org_id, received_at) where state = 'received';
create index mail_delivery_parked on mail_delivery (org_id, parked_at desc, id desc) where state = 'parked';
create index mail_delivery_by_content on mail_delivery (org_id, content_id);
call secure_table('mail_delivery', 'select, insert, update');

-- How far an IMAP folder has been fetched (RFC 9051: a UID means nothing without its UIDVALIDITY).
create table imap_cursor (
  org_id integer not null references org (id),
  mailbox_id uuid not null,
  folder text not null,
  uid_validity bigint not null,
  last_uid bigint not null,
  updated_at timestamptz not null default now(),
  primary key (org_id, mailbox_id, folder),
  foreign key (org_id, mailbox_id) references mailbox (org_id, id)
);
call secure_table('imap_cursor');

-- The ledger of what leaves. The Message-ID is fixed before the first try; `committing` is written just
-- before the final dot, so a restart knows what may already be out.
create table outgoing_mail (
  org_id integer not null references org (id),
  id uuid not null,
  interaction_id uuid not null,
  mailbox_id uuid not null,
  message_id text not null,
  envelope_from text not null,
  recipients text[] not null,
  -- Our confirmation, as against a person's answer.
  automatic boolean not null default false,
  state text not null default 'pending' check (state in ('pending', 'sending', 'committing', 'sent', 'uncertain', 'failed', 'bounced', 'cancelled')),
  send_after timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  sent_at timestamptz,
  detail text,
  bounced_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, interaction_id),
  unique (org_id, message_id),
  foreign key (org_id, interaction_id) references interaction (org_id, id),
  foreign key (org_id, bounced_by) references interaction (org_id, id),
  foreign key (org_id, mailbox_id) references mailbox (org_id, id)
);
create index outgoing_mail_waiting on outgoing_mail (org_id, send_after) where state in ('pending', 'sending', 'committing');
call secure_table('outgoing_mail', 'select, insert, update');

create table outgoing_attempt (
  org_id integer not null references org (id),
  id uuid not null,
  outgoing_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  outcome text not null,
  detail text,
  primary key (org_id, id),
  foreign key (org_id, outgoing_id) references outgoing_mail (org_id, id)
);
create index outgoing_attempt_by_mail on outgoing_attempt (org_id, outgoing_id, id);
call secure_table('outgoing_attempt', 'select, insert');

-- One confirmation per ticket, whatever happens (the key is the promise), and few per address.
create table confirmation (
  org_id integer not null references org (id),
  ticket_id uuid not null,
  address_key text not null,
  at timestamptz not null default now(),
  primary key (org_id, ticket_id),
  foreign key (org_id, ticket_id) references ticket (org_id, id)
);
create index confirmation_by_address on confirmation (org_id, address_key, at);
call secure_table('confirmation', 'select, insert');
