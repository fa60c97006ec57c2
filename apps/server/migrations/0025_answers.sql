-- Answers: what was said, what of it is counted, and the doors strangers come in by.

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
