-- Public pages and mails show an organization's logo.

-- Whose logo is this? Asked before any organization is known; only what was uploaded as a logo and still is one is found.
create function find_logo(wanted text) returns table (org_id integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  select f.org_id from feedback_setting f where f.look->>'logo' = wanted limit 1
$$;
revoke all on function find_logo from public;
grant execute on function find_logo to kontuar_app;
create index feedback_setting_logo on feedback_setting ((look->>'logo'), org_id) where look->>'logo' is not null;
