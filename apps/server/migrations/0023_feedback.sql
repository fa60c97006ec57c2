-- Feedback: what is asked, when, by which road, and what was answered.

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
create index survey_invitation_due on survey_invitation (send_at) where state = 'planned';
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

create table answer (
  org_id integer not null references org (id),
  id uuid not null,
  survey_id uuid not null,
  version integer not null,
  road text not null check (road in ('email', 'sms', 'link', 'qr', 'kiosk', 'website', 'embedded', 'api', 'agent', 'import')),
  invitation_id uuid,
  link_id uuid,
  kiosk_id uuid,
  touchpoint_id uuid,
  -- One submission, however often it is sent; a digest of the page's, the kiosk's or the program's key.
  key text,
  customer_id uuid, ticket_id uuid, source_interaction_id uuid, purchase_id uuid,
  -- Its own entry of the diary.
  interaction_id uuid,
  -- As they were then.
  staff_id uuid, team_id uuid, queue_id uuid, location_id uuid, reason_id uuid, channel text, ticket_result text,
  place text not null default '',
  language text not null,
  -- {question id: value}: packages/survey.
  values jsonb not null,
  state text not null check (state in ('partial', 'finished')),
  -- Where a partial one stopped: the last question answered.
  last_question text,
  -- Of the first question with a metric.
  metric text check (metric in ('nps', 'csat', 'ces')),
  score smallint, scale_min smallint, scale_max smallint,
  tone text check (tone in ('low', 'middle', 'high')),
  -- What was written, in the order of the questions.
  comment text,
  -- A day alone, for anonymous ones.
  at timestamptz not null,
  finished_at timestamptz,
  tag_ids uuid[] not null default '{}',
  imported boolean not null default false,
  -- Taken back from the numbers, with a reason; still readable.
  invalid_at timestamptz, invalid_reason text, invalid_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, survey_id, version) references survey_version (org_id, survey_id, version),
  foreign key (org_id, customer_id) references customer (org_id, id),
  foreign key (org_id, ticket_id) references ticket (org_id, id)
) with (fillfactor = 80);
create unique index answer_key on answer (org_id, survey_id, key) where key is not null;
create unique index answer_of_invitation on answer (org_id, invitation_id) where invitation_id is not null;
create index answer_by_time on answer (org_id, at desc, id desc);
create index answer_by_survey on answer (org_id, survey_id, at desc, id desc);
create index answer_by_tone on answer (org_id, tone, at desc, id desc) where tone is not null;
create index answer_commented on answer (org_id, survey_id, at desc, id desc) where comment is not null;
create index answer_by_customer on answer (org_id, customer_id, at desc) where customer_id is not null;
create index answer_by_ticket on answer (org_id, ticket_id) where ticket_id is not null;
create unique index answer_by_interaction on answer (org_id, interaction_id) where interaction_id is not null;
call secure_table('answer', 'select, insert, update');

-- A restricted person sees the answers of the tickets they see, and those without a ticket of the places they see.
create policy of_viewer on answer as restrictive for select to kontuar_app using (
  (select viewer() is null)
  or (ticket_id is not null and (select viewer_sees_any()) and (select true from ticket t where t.org_id = answer.org_id and t.id = answer.ticket_id))
  or (ticket_id is null and (queue_id is null or queue_id = any ((select viewer_queues())::uuid[]))
    and (location_id is null or (select viewer_locations() is null) or location_id = any ((select viewer_locations())::uuid[]))));
create policy of_viewer on survey_invitation as restrictive for select to kontuar_app using (
  (select viewer() is null)
  or (ticket_id is not null and (select viewer_sees_any()) and (select true from ticket t where t.org_id = survey_invitation.org_id and t.id = survey_invitation.ticket_id))
  or (ticket_id is null and (queue_id is null or queue_id = any ((select viewer_queues())::uuid[]))
    and (location_id is null or (select viewer_locations() is null) or location_id = any ((select viewer_locations())::uuid[]))));

-- Words of comments, filled after the answer was taken: a GIN index makes inserts many times slower.
create table answer_words (
  org_id integer not null references org (id),
  answer_id uuid not null,
  words tsvector not null,
  primary key (org_id, answer_id),
  foreign key (org_id, answer_id) references answer (org_id, id)
);
create index answer_words_search on answer_words using gin (org_id, words);
call secure_table('answer_words');
create policy of_viewer on answer_words as restrictive for select to kontuar_app using (
  (select viewer() is null) or (select true from answer a where a.org_id = answer_words.org_id and a.id = answer_words.answer_id));

-- A sentence of a comment to show others.
create table quote (
  org_id integer not null references org (id),
  id uuid not null,
  answer_id uuid not null,
  text text not null,
  -- Under which name it is shown: "Anna, Kraków"; empty: none.
  signed text not null default '',
  created_by uuid,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, answer_id) references answer (org_id, id),
  foreign key (org_id, created_by) references staff (org_id, id)
);
create index quote_by_answer on quote (org_id, answer_id);
call secure_table('quote', 'select, insert, update');
create policy of_viewer on quote as restrictive for select to kontuar_app using (
  (select viewer() is null) or (select true from answer a where a.org_id = quote.org_id and a.id = quote.answer_id));

-- What is counted: append-only, a correction takes the old fact back (−1) and adds the new one. One row an answer or a step of an
-- invitation, with the dimensions as they were then.
create table feedback_fact (
  org_id integer not null references org (id),
  id uuid not null,
  survey_id uuid not null,
  -- Of the organization's zone.
  day date not null,
  weight smallint not null check (weight in (-1, 1)),
  answer_id uuid,
  invitation_id uuid,
  version integer, road text, channel text, language text,
  staff_id uuid, team_id uuid, queue_id uuid, location_id uuid, touchpoint_id uuid,
  -- {question id: [what is counted of it]}; '~' holds the answer itself ('partial' | 'finished') or the step ('sent', 'opened' …).
  counted jsonb not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  foreign key (org_id, survey_id) references survey (org_id, id)
) with (autovacuum_vacuum_insert_scale_factor = 0.05);
create index feedback_fact_by_survey on feedback_fact (org_id, survey_id, day);
create index feedback_fact_of_answer on feedback_fact (org_id, answer_id) where answer_id is not null;
call secure_table('feedback_fact', 'select, insert');
create trigger append_only before update or delete on feedback_fact for each row execute function refuse_change();

-- Facts not yet in the tally. Whoever adds a fact to the tally removes it here in the same transaction, so that at every moment
-- tally + waiting facts is exact, and no fact that commits late is passed over.
create table feedback_fact_waiting (
  org_id integer not null references org (id),
  fact_id uuid not null,
  primary key (org_id, fact_id)
);
call secure_table('feedback_fact_waiting');

-- Sums of the facts by day, once for each dimension ('all', 'road', 'location' …): narrow, so a year of any survey is some
-- thousand rows however many answers it has.
create table feedback_tally (
  org_id integer not null references org (id),
  survey_id uuid not null,
  dimension text not null,
  member text not null,
  question_id text not null,
  value text not null,
  day date not null,
  n bigint not null,
  primary key (org_id, survey_id, dimension, question_id, member, value, day),
  foreign key (org_id, survey_id) references survey (org_id, id)
);
call secure_table('feedback_tally');

-- Doors: whose token, code or kiosk is this? Asked before any organization is known.
create function find_survey_invitation(hash bytea) returns table (org_id integer, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select i.org_id, i.id from survey_invitation i where i.token_hash = hash
$$;
create function find_survey_link(wanted text) returns table (org_id integer, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select l.org_id, l.id from survey_link l where l.code = wanted
$$;
create function find_kiosk(hash bytea) returns table (org_id integer, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select k.org_id, k.id from kiosk k where k.token_hash = hash and k.retired_at is null
$$;
create function find_shop_source(wanted text) returns table (org_id integer, id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.org_id, s.id from shop_source s where s.code = wanted and s.retired_at is null
$$;
-- The sweeps serve all organizations: which have invitations due, facts waiting?
create function orgs_with_due_invitations() returns setof integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct i.org_id from survey_invitation i join org o on o.id = i.org_id and not o.outgoing_paused where i.state = 'planned' and i.send_at <= clock_timestamp()
$$;
create function orgs_with_waiting_facts() returns setof integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct org_id from feedback_fact_waiting
$$;
revoke all on function find_survey_invitation, find_survey_link, find_kiosk, find_shop_source, orgs_with_due_invitations, orgs_with_waiting_facts from public;
grant execute on function find_survey_invitation, find_survey_link, find_kiosk, find_shop_source, orgs_with_due_invitations, orgs_with_waiting_facts to kontuar_app;

-- Comments with these words, newest first.
create function search_answer_words(words text, at_most integer) returns table (answer_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select w.answer_id from answer_words w where w.org_id = current_org() and w.words @@ to_tsquery('kontuar', search_answer_words.words)
    order by w.answer_id desc limit at_most;
end $$;
revoke all on function search_answer_words from public;
grant execute on function search_answer_words to kontuar_app;
