-- Feedback: what is asked, when, whom and by which road. What was answered: 0025.

create table feedback_setting (
  org_id integer not null references org (id),
  -- Between two askings of one person, over all their addresses and all surveys.
  rest_days integer not null default 30 check (rest_days between 0 and 3650),
  -- Invitations leave between these hours of the organization's day; equal: always.
  send_from time not null default '08:00',
  send_until time not null default '20:00',
  -- How long an invitation can be answered.
  expire_days integer not null default 30 check (expire_days between 1 and 365),
  -- What people without feedback.read see of a rating in the diary.
  agents_see text not null default 'all' check (agents_see in ('all', 'score', 'nothing')),
  -- {colour, logo: sha256 | null, name: what customers call us | null}
  look jsonb not null default '{"colour": "#0b6e6e", "logo": null, "name": null}',
  updated_at timestamptz not null default now(),
  primary key (org_id)
);
call secure_table('feedback_setting', 'select, insert, update');

create table survey (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  -- Which ready-made one it began as.
  template text,
  state text not null default 'draft' check (state in ('draft', 'active', 'paused', 'ended')),
  -- No answer keeps a link to its person.
  anonymous boolean not null default false,
  -- What is being written (packages/survey); published as a version.
  draft jsonb not null,
  -- The newest published one; 0: none yet.
  version integer not null default 0,
  starts_at timestamptz,
  ends_at timestamptz,
  -- At most so many answers; null: any number.
  quota integer check (quota > 0),
  -- Where its invitations leave; null: the ticket's mailbox, else the first that can send.
  mailbox_id uuid,
  created_by uuid,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, mailbox_id) references mailbox (org_id, id),
  foreign key (org_id, created_by) references staff (org_id, id)
);
call secure_table('survey', 'select, insert, update');

create table survey_version (
  org_id integer not null references org (id),
  survey_id uuid not null,
  version integer not null check (version > 0),
  definition jsonb not null,
  published_at timestamptz not null default clock_timestamp(),
  published_by uuid,
  primary key (org_id, survey_id, version),
  foreign key (org_id, survey_id) references survey (org_id, id)
);
call secure_table('survey_version', 'select, insert');
create trigger append_only before update or delete on survey_version for each row execute function refuse_change();

-- When to ask.
create table touchpoint (
  org_id integer not null references org (id),
  id uuid not null,
  survey_id uuid not null,
  name text not null,
  trigger text not null check (trigger in ('ticket-closed', 'interaction-recorded', 'purchase', 'delivery', 'complaint-decided', 'hand', 'api', 'list')),
  -- {interactionKinds, channels, conditions, roads, delayMinutes, sampleShare, restDays, exclude: {openComplaint, minors}}: see contracts/touchpoints.ts.
  definition jsonb not null,
  -- Where several want to ask one person, the lower one does.
  position integer not null,
  active boolean not null default true,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, survey_id) references survey (org_id, id)
);
create index touchpoint_by_survey on touchpoint (org_id, survey_id);
create index touchpoint_by_trigger on touchpoint (org_id, trigger, position) where active and retired_at is null;
call secure_table('touchpoint', 'select, insert, update');

-- What a person has said of being asked; and whether they are a minor.
create table asking_wish (
  org_id integer not null references org (id),
  customer_id uuid not null,
  opted_out_at timestamptz,
  -- 'page', 'mail', 'staff', 'api'
  opted_out_by text,
  minor boolean not null default false,
  born_on date,
  updated_at timestamptz not null default now(),
  primary key (org_id, customer_id),
  foreign key (org_id, customer_id) references customer (org_id, id)
);
call secure_table('asking_wish');

-- A purchase or delivery a shop told us of.
create table shop_source (
  org_id integer not null references org (id),
  id uuid not null,
  -- In the address of its webhook.
  code text not null,
  name text not null,
  -- Sealed (platform/crypto): signs what the shop sends.
  secret text not null,
  location_id uuid,
  active boolean not null default true,
  last_taken_at timestamptz,
  last_refused_at timestamptz,
  last_refusal text,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, location_id) references location (org_id, id)
);
create unique index shop_source_code on shop_source (code, org_id);
call secure_table('shop_source', 'select, insert, update');
create table purchase (
  org_id integer not null references org (id),
  id uuid not null,
  kind text not null check (kind in ('purchase', 'delivery')),
  -- 'api' or the id of the shop_source; with the number one purchase is told once.
  source text not null,
  number text not null,
  customer_id uuid not null,
  location_id uuid,
  staff_id uuid,
  at timestamptz not null,
  -- For piping: {product, amount, …} as texts.
  facts jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, source, kind, number),
  foreign key (org_id, customer_id) references customer (org_id, id),
  foreign key (org_id, location_id) references location (org_id, id),
  foreign key (org_id, staff_id) references staff (org_id, id)
);
create index purchase_by_customer on purchase (org_id, customer_id, at desc);
call secure_table('purchase', 'select, insert');

-- A list of people to ask, with a schedule.
create table survey_list (
  org_id integer not null references org (id),
  id uuid not null,
  survey_id uuid not null,
  touchpoint_id uuid not null,
  name text not null,
  send_at timestamptz not null,
  -- Spread: at most so many an hour; null: all at once.
  per_hour integer check (per_hour > 0),
  state text not null default 'scheduled' check (state in ('scheduled', 'stopped')),
  people integer not null default 0,
  -- [{line, sentence}]: what of the file was not taken.
  refused jsonb not null default '[]',
  created_by uuid,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, survey_id) references survey (org_id, id),
  foreign key (org_id, touchpoint_id) references touchpoint (org_id, id),
  foreign key (org_id, created_by) references staff (org_id, id)
);
call secure_table('survey_list', 'select, insert, update');

-- One asking of one person, and every asking that did not happen, with its reason.
create table survey_invitation (
  org_id integer not null references org (id),
  id uuid not null,
  survey_id uuid not null,
  -- Bound when it is prepared.
  version integer,
  touchpoint_id uuid,
  list_id uuid,
  customer_id uuid not null,
  -- Null until a road is chosen: 'email', 'sms', 'link' (handed out by a person or program), 'agent'.
  road text check (road in ('email', 'sms', 'link', 'agent')),
  address text,
  language text,
  -- What brought it about, so that one happening asks once a touchpoint.
  cause text not null,
  -- Who, where and what, as they were then.
  ticket_id uuid, source_interaction_id uuid, purchase_id uuid,
  staff_id uuid, team_id uuid, queue_id uuid, location_id uuid, reason_id uuid, channel text,
  -- Of the ticket: what we recorded as its result.
  ticket_result text,
  -- For piping besides: {product, …}.
  facts jsonb not null default '{}',
  -- planned → sent (handed to mail, SMS or a person) | failed | bounced; or suppressed, cancelled.
  state text not null default 'planned' check (state in ('planned', 'sent', 'failed', 'bounced', 'suppressed', 'cancelled')),
  -- Code of the suppression or failure (contracts/touchpoints.ts), and what it rests on.
  reason text,
  detail jsonb,
  send_at timestamptz not null,
  -- SHA-256 of 128 random bits; the token itself is kept nowhere.
  token_hash bytea,
  -- The mail or SMS in the diary.
  interaction_id uuid,
  sent_at timestamptz,
  expires_at timestamptz,
  -- By GET, and so perhaps by a machine: never counted as an answer.
  opened_at timestamptz,
  clicked_value text,
  clicked_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, survey_id) references survey (org_id, id),
  foreign key (org_id, touchpoint_id) references touchpoint (org_id, id),
  foreign key (org_id, list_id) references survey_list (org_id, id),
  foreign key (org_id, customer_id) references customer (org_id, id),
  foreign key (org_id, ticket_id) references ticket (org_id, id),
  foreign key (org_id, purchase_id) references purchase (org_id, id)
) with (fillfactor = 80);
create unique index survey_invitation_once on survey_invitation (org_id, touchpoint_id, cause) where touchpoint_id is not null;
create unique index survey_invitation_token on survey_invitation (token_hash, org_id) where token_hash is not null;
create index survey_invitation_due on survey_invitation (org_id, send_at, id) where state = 'planned';
create index survey_invitation_planned on survey_invitation (org_id, touchpoint_id) where state = 'planned';
create index survey_invitation_by_survey on survey_invitation (org_id, survey_id, created_at desc, id desc);
create index survey_invitation_by_customer on survey_invitation (org_id, customer_id, created_at desc);
create index survey_invitation_by_interaction on survey_invitation (org_id, interaction_id) where interaction_id is not null;
create index survey_invitation_by_list on survey_invitation (org_id, list_id) where list_id is not null;
create index survey_invitation_by_ticket on survey_invitation (org_id, ticket_id) where ticket_id is not null;
call secure_table('survey_invitation', 'select, insert, update');

-- Roads that lead to a survey without an invitation: an open link, a QR code, a website, an embedded form.
create table survey_link (
  org_id integer not null references org (id),
  id uuid not null,
  -- In its address.
  code text not null,
  survey_id uuid not null,
  road text not null check (road in ('link', 'qr', 'website', 'embedded')),
  name text not null,
  location_id uuid,
  -- Where exactly: "table 5".
  place text not null default '',
  -- {trigger: {…}, origins: […]} of a website: see contracts/roads.ts.
  settings jsonb not null default '{}',
  active boolean not null default true,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, survey_id) references survey (org_id, id),
  foreign key (org_id, location_id) references location (org_id, id)
);
create unique index survey_link_code on survey_link (code, org_id);
create index survey_link_by_survey on survey_link (org_id, survey_id);
call secure_table('survey_link', 'select, insert, update');

-- A tablet on the counter.
create table kiosk (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  survey_id uuid not null,
  location_id uuid,
  token_hash bytea not null,
  -- {idleSeconds, attract: texts}
  settings jsonb not null default '{}',
  last_seen_at timestamptz,
  -- Answers it said it still holds.
  waiting integer not null default 0,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, survey_id) references survey (org_id, id),
  foreign key (org_id, location_id) references location (org_id, id)
);
create unique index kiosk_token on kiosk (token_hash, org_id);
call secure_table('kiosk', 'select, insert, update');
