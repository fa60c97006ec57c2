-- The closed loop: from a low score to a recovered customer, or the knowledge that it was not.

create table recovery (
  org_id integer not null references org (id),
  id uuid not null,
  answer_id uuid not null,
  customer_id uuid not null,
  ticket_id uuid,
  -- As they were when the answer came.
  location_id uuid, queue_id uuid, team_id uuid, staff_id uuid, reason_id uuid, survey_id uuid, channel text,
  -- Who is responsible now, and why it came to them.
  owner_id uuid,
  because jsonb not null default '{}',
  opened_at timestamptz not null,
  -- By when a person has to have spoken with the customer, and by when it has to be closed, in business time.
  reach_due_at timestamptz,
  due_at timestamptz,
  -- Derived from the diary: the first contact by a person after the answer.
  contacted_at timestamptz,
  reach_interaction_id uuid,
  cause_id uuid,
  remedy text not null default '',
  closed_at timestamptz, closed_by uuid,
  -- 'solved'; or why it ends without: 'no-contact-possible', 'nothing-to-mend', 'mistaken'.
  closed_as text check (closed_as in ('solved', 'no-contact-possible', 'nothing-to-mend', 'mistaken')),
  -- The short second question.
  invitation_id uuid,
  second_answer_id uuid,
  -- Null: not asked, or not answered yet.
  recovered boolean,
  -- Until when what comes back after "solved" counts as the same, by the days set when it was closed.
  back_until timestamptz,
  -- The same cause with the same customer again until then.
  came_back_at timestamptz,
  task_id uuid,
  -- What was done with it: [{at, what, by, …}], oldest first.
  history jsonb not null default '[]',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, answer_id),
  foreign key (org_id, answer_id) references answer (org_id, id),
  foreign key (org_id, customer_id) references customer (org_id, id),
  foreign key (org_id, ticket_id) references ticket (org_id, id),
  foreign key (org_id, location_id) references location (org_id, id),
  foreign key (org_id, cause_id) references cause (org_id, id)
);
create index recovery_by_time on recovery (org_id, opened_at desc, id desc);
create index recovery_open on recovery (org_id, coalesce(due_at, 'infinity'), id) where closed_at is null;
create index recovery_of_customer on recovery (org_id, customer_id, opened_at desc);
create index recovery_of_owner on recovery (org_id, owner_id, opened_at desc) where owner_id is not null;
create index recovery_by_cause on recovery (org_id, cause_id, opened_at desc) where cause_id is not null;
create unique index recovery_of_invitation on recovery (org_id, invitation_id) where invitation_id is not null;
call secure_table('recovery', 'select, insert, update');

-- Each asking of the second question, and what the customer said to it. The last one stands with the recovery too.
create table recovery_asking (
  org_id integer not null references org (id),
  recovery_id uuid not null,
  n integer not null,
  invitation_id uuid not null,
  asked_at timestamptz not null default clock_timestamp(),
  answer_id uuid,
  -- Null: not answered yet, or the answer does not count.
  recovered boolean,
  primary key (org_id, recovery_id, n),
  foreign key (org_id, recovery_id) references recovery (org_id, id),
  foreign key (org_id, invitation_id) references survey_invitation (org_id, id)
);
create unique index recovery_asking_of_invitation on recovery_asking (org_id, invitation_id);
call secure_table('recovery_asking', 'select, insert, update');

create table recovery_setting (
  org_id integer primary key references org (id),
  -- packages/contracts RecoverySettings
  settings jsonb not null,
  -- Answers from before it are none of its business.
  on_since timestamptz not null default '-infinity',
  -- By which the second question is asked; made when it is first needed.
  touchpoint_id uuid,
  -- The ready-made one, while none is chosen.
  survey_id uuid,
  updated_at timestamptz not null default now()
);
call secure_table('recovery_setting');

-- Recoveries, tickets and answers put together for training, each with what is to be learnt from it.
create table study_set (
  org_id integer not null references org (id),
  id uuid not null,
  name text not null,
  note text not null default '',
  created_by uuid,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (org_id, id)
);
call secure_table('study_set', 'select, insert, update');
create table study_item (
  org_id integer not null references org (id),
  id uuid not null,
  set_id uuid not null,
  kind text not null check (kind in ('recovery', 'ticket', 'answer')),
  subject_id uuid not null,
  note text not null default '',
  added_by uuid,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, set_id, kind, subject_id),
  foreign key (org_id, set_id) references study_set (org_id, id)
);
call secure_table('study_item', 'select, insert, update, delete');

-- Low scores and what became of them are counted like everything else.
alter table fact_to_derive drop constraint fact_to_derive_kind_check, add constraint fact_to_derive_kind_check check (kind in ('ticket', 'answer', 'invitation', 'at-work', 'outside', 'recovery'));

-- Loops whose facts change by the passing of time: a promise that is missed, the days for coming back that end.
create table recovery_due (
  org_id integer not null references org (id),
  recovery_id uuid not null,
  due_at timestamptz not null,
  primary key (org_id, recovery_id),
  foreign key (org_id, recovery_id) references recovery (org_id, id)
);
create index recovery_due_by_time on recovery_due (due_at);
call secure_table('recovery_due');
create or replace function orgs_with_due_numbers() returns setof integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select org_id from fact_due where due_at <= now() union select org_id from recovery_due where due_at <= now() $$;
