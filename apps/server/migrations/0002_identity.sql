-- Staff, invitations, API tokens, audit. Sign-in itself (users, sessions) has its own schema, see 0006.

create table staff (
  org_id integer not null references org (id),
  id uuid not null,
  user_id text not null,
  name text not null,
  email text not null,
  role text not null check (role in ('administrator', 'manager', 'agent', 'observer')),
  active boolean not null default true,
  locale text,
  theme text not null default 'auto' check (theme in ('light', 'dark', 'auto')),
  signature_html text not null default '',
  created_at timestamptz not null default now(),
  last_seen_at timestamptz,
  primary key (org_id, id),
  unique (org_id, user_id),
  unique (org_id, email)
);
call secure_table('staff', 'select, insert, update');

create table invitation (
  org_id integer not null references org (id),
  id uuid not null,
  email text not null,
  role text not null check (role in ('administrator', 'manager', 'agent', 'observer')),
  token_hash text not null,
  invited_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (org_id, id),
  unique (org_id, token_hash),
  foreign key (org_id, invited_by) references staff (org_id, id)
);
call secure_table('invitation', 'select, insert, update');

create table api_token (
  org_id integer not null references org (id),
  id uuid not null,
  staff_id uuid not null,
  name text not null,
  token_hash text not null,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (org_id, id),
  unique (org_id, token_hash),
  foreign key (org_id, staff_id) references staff (org_id, id)
);
call secure_table('api_token', 'select, insert, update');

create table audit (
  org_id integer not null references org (id),
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  actor_id uuid,
  actor_name text,
  action text not null,
  subject_kind text,
  subject_id text,
  detail jsonb not null default '{}',
  ip_address text,
  primary key (org_id, id)
);
create index audit_by_action on audit (org_id, action, id);
create trigger append_only before update or delete or truncate on audit for each statement execute function refuse_change();
call secure_table('audit', 'select, insert');
