-- People who contact us, and the addresses by which they are known.

create table customer (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  -- 'mail' when learned from a display name (a later mail may improve it), 'staff' when a person typed it.
  name_source text not null default 'mail' check (name_source in ('mail', 'staff')),
  language text,
  note text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id)
);
call secure_table('customer');

create table identity (
  org_id integer not null references org (id),
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('email', 'phone', 'messenger', 'external')),
  address text not null,
  -- The address as compared: see modules/customers/rules/address-key.ts.
  address_key text not null,
  verified_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, kind, address_key),
  -- Deferred: an address is claimed first, and only its winner writes the customer.
  foreign key (org_id, customer_id) references customer (org_id, id) deferrable initially deferred
);
create index identity_by_customer on identity (org_id, customer_id);
create index identity_by_prefix on identity (org_id, address_key text_pattern_ops);
call secure_table('identity');
