-- The organization's own words: statuses, contact reasons, tags, custom fields.
-- `ready_made` names the translation of what came with the program; renaming clears it.

create table ticket_status (
  org_id integer not null references org (id),
  -- What stands in ticket.status and in the API; never changes.
  key text not null check (key ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name text not null,
  ready_made text,
  category text not null check (category in ('new', 'open', 'waiting', 'closed')),
  colour text not null default 'grey',
  position integer not null,
  -- The one taken when only the category is named.
  is_default boolean not null default false,
  -- Keys one may go to from here; null: any.
  next text[],
  -- What must be filled in before a ticket may enter: {reason, result: boolean}. Custom fields say it themselves.
  requires jsonb not null default '{}',
  -- Where a message of the customer takes the ticket; null: waiting and closed go to the default open status, others stay.
  on_customer_message text,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, key),
  foreign key (org_id, on_customer_message) references ticket_status (org_id, key)
);
create unique index ticket_status_default on ticket_status (org_id, category) where is_default;
call secure_table('ticket_status', 'select, insert, update');

create table reason (
  org_id integer not null references org (id),
  id uuid not null,
  parent_id uuid,
  -- From the root to this one, itself included: "within" is one look.
  path uuid[] not null,
  name text not null,
  ready_made text,
  position integer not null default 0,
  retired_at timestamptz,
  merged_into_id uuid,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, parent_id) references reason (org_id, id),
  foreign key (org_id, merged_into_id) references reason (org_id, id)
);
create index reason_by_path on reason using gin (path);
create unique index reason_name_once on reason (org_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name)) where retired_at is null;
call secure_table('reason', 'select, insert, update');
-- The tickets of a reason, newest change first; and those that follow it into another.
create index ticket_by_reason on ticket (org_id, reason_id, updated_at desc, id desc) where reason_id is not null;

create table tag (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  colour text not null default 'grey',
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id)
);
create unique index tag_name_once on tag (org_id, lower(name)) where retired_at is null;
call secure_table('tag', 'select, insert, update');

create table custom_field (
  org_id integer not null references org (id),
  id uuid not null,
  subject text not null check (subject in ('ticket', 'customer', 'company')),
  name text not null,
  help text not null default '',
  type text not null check (type in ('text', 'number', 'date', 'choice', 'tree', 'checkbox', 'link')),
  -- For choice and tree: [{id, name, parentId?, retired?}]. Ids are stable, names may change.
  options jsonb not null default '[]',
  -- When it must be filled in: {always: boolean, statuses: [key], queues: [id], reasons: [id]}.
  required jsonb not null default '{}',
  position integer not null default 0,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id)
);
create unique index custom_field_name_once on custom_field (org_id, subject, lower(name)) where retired_at is null;
call secure_table('custom_field', 'select, insert, update');
