-- Who sees which tickets. A person's request sets kontuar.viewer; a job sets nothing and sees all of its organization.
-- The walls stand in the database, so that lists, search, files and every later report have them without thinking.

create function viewer() returns uuid language sql stable parallel safe
  return nullif(current_setting('kontuar.viewer', true), '')::uuid;

create function queues_seen_by(person uuid) returns uuid[] language sql stable parallel safe
  return array(
    select m.queue_id from queue_member m where m.org_id = current_org() and m.staff_id = person
    union select qt.queue_id from team_member tm join queue_team qt on qt.org_id = tm.org_id and qt.team_id = tm.team_id where tm.org_id = current_org() and tm.staff_id = person
    union select s.queue_id from staff_queue s where s.org_id = current_org() and s.staff_id = person);

-- Null: every location.
create function locations_seen_by(person uuid) returns uuid[] language sql stable parallel safe
  return (select array_agg(location_id) from staff_location where org_id = current_org() and staff_id = person);

create function viewer_queues() returns uuid[] language sql stable parallel safe return queues_seen_by(viewer());
create function viewer_locations() returns uuid[] language sql stable parallel safe return locations_seen_by(viewer());

create function viewer_sees_any() returns boolean language sql stable parallel safe return cardinality(viewer_queues()) > 0;

-- Each sub-select below runs once a statement, not once a row. What hangs on a ticket asks for it by key as a scalar sub-select:
-- written with `exists`, PostgreSQL hashes the whole ticket table (86 ms against 0.7 ms over 200,000 tickets).
create policy of_viewer on ticket as restrictive for select to kontuar_app using (
  (select viewer() is null)
  or (queue_id = any ((select viewer_queues())::uuid[])
    and ((select viewer_locations() is null) or location_id is null or location_id = any ((select viewer_locations())::uuid[]))));
create policy of_viewer on interaction as restrictive for select to kontuar_app using (
  (select viewer() is null) or ((select viewer_sees_any()) and (select true from ticket t where t.org_id = interaction.org_id and t.id = interaction.ticket_id)));
create policy of_viewer on attachment as restrictive for select to kontuar_app using (
  (select viewer() is null) or ((select viewer_sees_any()) and (select true from interaction i where i.org_id = attachment.org_id and i.id = attachment.interaction_id)));
create policy of_viewer on ticket_words as restrictive for select to kontuar_app using (
  (select viewer() is null) or ((select viewer_sees_any()) and (select true from ticket t where t.org_id = ticket_words.org_id and t.id = ticket_words.ticket_id)));
create policy of_viewer on queue_stay as restrictive for select to kontuar_app using (
  (select viewer() is null) or ((select viewer_sees_any()) and (select true from ticket t where t.org_id = queue_stay.org_id and t.id = queue_stay.ticket_id)));
grant execute on function viewer, queues_seen_by, locations_seen_by, viewer_queues, viewer_locations, viewer_sees_any to kontuar_app;

-- The one question of every request now also says whether its asker sees everything.
drop function find_session(text);
create function find_session(session_token text)
  returns table (session_id text, user_id text, org_id integer, staff_id uuid, name text, role text, access text, unseen boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select s.id, s."userId", p.org_id, p.id, p.name, p.role, p.access,
      s."updatedAt" < now() - interval '1 minute' or p.last_seen_at is null or p.last_seen_at < now() - interval '1 minute'
    from auth.session s join staff p on p.org_id = s."orgId" and p.user_id = s."userId" and p.active
    where s.token = session_token and s."expiresAt" > now();
end $$;
drop function find_api_token(integer, text);
create function find_api_token(org integer, hash text)
  returns table (token_id uuid, user_id text, org_id integer, staff_id uuid, name text, role text, access text, scopes text[], unseen boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select t.id, p.user_id, t.org_id, p.id, p.name, p.role, p.access, t.scopes, t.last_used_at is null or t.last_used_at < now() - interval '1 minute'
    from api_token t join staff p on p.org_id = t.org_id and p.id = t.staff_id and p.active
    where t.org_id = org and t.token_hash = hash and t.revoked_at is null and (t.expires_at is null or t.expires_at > now());
end $$;
revoke all on function find_session, find_api_token from public;
grant execute on function find_session, find_api_token to kontuar_app;
