-- The diary: tickets and the interactions in them.

create table ticket (
  org_id integer not null references org (id),
  id uuid not null,
  number bigint not null,
  subject text not null,
  status text not null default 'new',
  status_category text not null default 'new' check (status_category in ('new', 'open', 'waiting', 'closed')),
  priority text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
  queue_id uuid,
  assignee_id uuid,
  customer_id uuid not null,
  channel text not null,
  mailbox_id uuid,
  reason_id uuid,
  language text,
  preview text not null default '',
  last_interaction_at timestamptz not null,
  last_direction text not null check (last_direction in ('in', 'out', 'internal')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  closed_at timestamptz,
  primary key (org_id, id),
  unique (org_id, number),
  foreign key (org_id, customer_id) references customer (org_id, id),
  foreign key (org_id, assignee_id) references staff (org_id, id)
) with (fillfactor = 85);
-- The lists: newest change first, over all, over what is not closed, per customer, per owner.
create index ticket_by_update on ticket (org_id, updated_at desc, id desc);
create index ticket_by_category on ticket (org_id, status_category, updated_at desc, id desc);
create index ticket_active on ticket (org_id, updated_at desc, id desc) where status_category <> 'closed';
create index ticket_by_assignee on ticket (org_id, assignee_id, updated_at desc, id desc) where assignee_id is not null;
create index ticket_unassigned on ticket (org_id, updated_at desc, id desc) where assignee_id is null and status_category <> 'closed';
create index ticket_by_customer on ticket (org_id, customer_id, updated_at desc, id desc);
create index ticket_by_creation on ticket (org_id, created_at desc, id desc);
call secure_table('ticket', 'select, insert, update');

-- One sequence per organization: nextval never waits for another transaction, so parallel intake does
-- not stand in line behind one counter row. Numbers rise and are never reused; a rolled-back
-- transaction leaves a gap.
create schema ticket_number;
create function create_ticket_numbers(org integer) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  execute format('create sequence if not exists ticket_number.org_%s as bigint minvalue 1', org);
end $$;
create function next_ticket_numbers(how_many integer) returns setof bigint
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  numbers regclass := format('ticket_number.org_%s', current_org());
begin
  for i in 1..how_many loop
    return next nextval(numbers);
  end loop;
end $$;
revoke all on function create_ticket_numbers, next_ticket_numbers from public;
grant execute on function next_ticket_numbers to kontuar_app;

create table ticket_link (
  org_id integer not null references org (id),
  from_ticket_id uuid not null,
  to_ticket_id uuid not null,
  kind text not null check (kind in ('continues', 'possibly-related')),
  created_at timestamptz not null default now(),
  primary key (org_id, from_ticket_id, to_ticket_id, kind),
  foreign key (org_id, from_ticket_id) references ticket (org_id, id),
  foreign key (org_id, to_ticket_id) references ticket (org_id, id)
);
create index ticket_link_back on ticket_link (org_id, to_ticket_id);
call secure_table('ticket_link');

create table interaction (
  org_id integer not null references org (id),
  id uuid not null,
  ticket_id uuid not null,
  customer_id uuid,
  kind text not null check (kind in ('message', 'call', 'visit', 'note', 'rating', 'signal', 'event')),
  direction text not null check (direction in ('in', 'out', 'internal')),
  channel text not null,
  mailbox_id uuid,
  at timestamptz not null,
  created_at timestamptz not null default now(),
  staff_id uuid,
  from_name text not null default '',
  from_address text not null default '',
  -- {to, cc, bcc, replyTo}: [{name, address}]
  recipients jsonb not null default '{}',
  subject text not null default '',
  text text not null default '',
  html text,
  -- What of `text` is quote and signature: [[kind, from, to]] in UTF-16 units; null when all is visible.
  folds jsonb,
  message_id text,
  in_reply_to text,
  automatic boolean not null default false,
  mail_class text not null default 'personal' check (mail_class in ('personal', 'auto-reply', 'bounce', 'list', 'loop')),
  bounce jsonb,
  matched_by text,
  suggestion text,
  -- For kind 'event': {name, detail}.
  event jsonb,
  content_id uuid,
  warnings text[] not null default '{}',
  primary key (org_id, id),
  foreign key (org_id, ticket_id) references ticket (org_id, id),
  foreign key (org_id, customer_id) references customer (org_id, id),
  foreign key (org_id, staff_id) references staff (org_id, id)
) with (autovacuum_vacuum_insert_scale_factor = 0.05);
create index interaction_by_ticket on interaction (org_id, ticket_id, at, id);
create index interaction_by_time on interaction (org_id, at desc, id desc);
create index interaction_by_customer on interaction (org_id, customer_id, at desc, id desc) where customer_id is not null;
create index interaction_by_message_id on interaction (org_id, message_id) where message_id is not null;
call secure_table('interaction', 'select, insert');
-- Append-only. One thing may be learned later: which of our messages a bounce belongs to is kept in the
-- sending ledger, not here, so nothing has to change.
create trigger append_only before update or delete on interaction for each row execute function refuse_change();

create table attachment (
  org_id integer not null references org (id),
  id uuid not null,
  interaction_id uuid not null,
  position integer not null,
  name text not null,
  type text not null,
  size bigint not null,
  sha256 text not null,
  inline boolean not null default false,
  content_id text,
  primary key (org_id, id),
  foreign key (org_id, interaction_id) references interaction (org_id, id),
  foreign key (org_id, sha256) references file (org_id, sha256)
);
create index attachment_by_interaction on attachment (org_id, interaction_id, position);
call secure_table('attachment', 'select, insert');

-- Files uploaded in the composer, before they belong to an answer.
create table upload (
  org_id integer not null references org (id),
  id uuid not null,
  staff_id uuid not null,
  name text not null,
  type text not null,
  size bigint not null,
  sha256 text not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, staff_id) references staff (org_id, id),
  foreign key (org_id, sha256) references file (org_id, sha256)
);
call secure_table('upload');

create table draft (
  org_id integer not null references org (id),
  ticket_id uuid not null,
  staff_id uuid not null,
  body jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (org_id, ticket_id, staff_id),
  foreign key (org_id, ticket_id) references ticket (org_id, id),
  foreign key (org_id, staff_id) references staff (org_id, id)
);
call secure_table('draft');

-- Words to search, filled after the acknowledgement: a GIN index makes inserts many times slower.
create extension if not exists unaccent;
create extension if not exists btree_gin;
create text search configuration kontuar (copy = simple);
alter text search configuration kontuar alter mapping for hword, hword_part, word with unaccent, simple;
create table ticket_words (
  org_id integer not null references org (id),
  ticket_id uuid not null,
  interaction_id uuid not null,
  words tsvector not null,
  primary key (org_id, interaction_id),
  foreign key (org_id, ticket_id) references ticket (org_id, id)
);
create index ticket_words_search on ticket_words using gin (org_id, words);
call secure_table('ticket_words');
