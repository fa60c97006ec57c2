-- Counting and lists of answers.

-- The nightly check of the sums serves all organizations.
create function orgs_with_surveys() returns table (org_id integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct s.org_id from survey s where s.version > 0
$$;
revoke all on function orgs_with_surveys from public;
grant execute on function orgs_with_surveys to kontuar_app;

-- Lists of one place, person or touchpoint, newest first: where there are many of them, one is rare among all answers.
create index answer_by_location on answer (org_id, location_id, at desc, id desc) where location_id is not null;
create index answer_by_staff on answer (org_id, staff_id, at desc, id desc) where staff_id is not null;
create index answer_by_touchpoint on answer (org_id, touchpoint_id, at desc, id desc) where touchpoint_id is not null;
-- What only few answers are.
create index answer_tagged on answer (org_id, survey_id, at desc, id desc) where tag_ids <> '{}';
create index answer_taken_back on answer (org_id, at desc, id desc) where invalid_at is not null;
create index answer_with_result on answer (org_id, survey_id, ticket_result, tone) where ticket_result is not null;
