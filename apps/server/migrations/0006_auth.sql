-- Sign-in: people (users), their sessions and password digests, kept by better-auth in a schema of its own.
-- Written by hand to the tables better-auth 1.7 asks for (its names, camelCase).
--
-- These tables are global, without org_id: a person signs in before it is known to which organization they go,
-- and one person may belong to several. Only the role kontuar_auth touches them; the program's other work
-- (kontuar_app) goes through the doors below, each of which answers one question.

create schema auth;
grant usage on schema auth to kontuar_auth;

create table auth."user" (
  id text primary key,
  name text not null,
  -- As modules/identity/rules/sign-in-address.ts writes it; the address as people know it stands in staff.
  email text not null unique check (email = lower(email)),
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);

create table auth.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" (id) on delete cascade,
  -- Ours: the organization this session works in.
  "orgId" integer references public.org (id)
);
create index session_by_user on auth.session ("userId");
create index session_by_end on auth.session ("expiresAt");

create table auth.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  unique ("providerId", "accountId")
);
create index account_by_user on auth.account ("userId");

create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_by_identifier on auth.verification (identifier);

-- Tries at sign-in, set-up and invitations, over all processes. `key` is a keyed digest of an address or account.
-- `full_at` is when the bucket would be full again (GCRA: one timestamp a key instead of a counter and a window).
create table auth.attempt (
  key text primary key,
  full_at timestamptz not null
);
create index attempt_by_time on auth.attempt (full_at);

grant select, insert, update, delete on auth."user", auth.session, auth.account, auth.verification to kontuar_auth;
create index staff_by_user on staff (user_id);

-- Takes one try from each key's bucket. Bucket i holds burst[i] tries and wins one back every seconds_each[i] seconds.
-- Answers 0, or the seconds to wait. In the order of the keys, so that two callers never wait for each other.
create function take_attempt(keys text[], seconds_each double precision[], burst integer[]) returns integer
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  k record;
  wait integer := 0;
  free_at timestamptz;
begin
  for k in select u.key, make_interval(secs => u.each) as each, u.burst from unnest(keys, seconds_each, burst) as u (key, each, burst) order by u.key loop
    insert into auth.attempt as a (key, full_at) values (k.key, clock_timestamp() + k.each)
      on conflict (key) do update set full_at = greatest(a.full_at, clock_timestamp()) + k.each
      where greatest(a.full_at, clock_timestamp()) + k.each <= clock_timestamp() + k.each * k.burst;
    if not found then
      select full_at + k.each - k.each * k.burst into free_at from auth.attempt where key = k.key;
      wait := greatest(wait, ceil(extract(epoch from free_at - clock_timestamp()))::integer, 1);
    end if;
  end loop;
  return wait;
end $$;

-- After a success: the account starts afresh, its address gets this one try back (not all: whoever has an account
-- must not be able to guess at another's by signing in between).
create function give_back_attempt(account_key text, address_key text, address_seconds double precision) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  delete from auth.attempt where key = account_key;
  update auth.attempt set full_at = full_at - make_interval(secs => address_seconds) where key = address_key;
$$;

-- The one question of every request by session: whose is it, and may they still come in?
create function find_session(session_token text)
  returns table (session_id text, user_id text, org_id integer, staff_id uuid, name text, role text, unseen boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select s.id, s."userId", p.org_id, p.id, p.name, p.role,
      s."updatedAt" < now() - interval '1 minute' or p.last_seen_at is null or p.last_seen_at < now() - interval '1 minute'
    from auth.session s join staff p on p.org_id = s."orgId" and p.user_id = s."userId" and p.active
    where s.token = session_token and s."expiresAt" > now();
end $$;

create function find_api_token(org integer, hash text)
  returns table (token_id uuid, user_id text, org_id integer, staff_id uuid, name text, role text, scopes text[], unseen boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select t.id, p.user_id, t.org_id, p.id, p.name, p.role, t.scopes, t.last_used_at is null or t.last_used_at < now() - interval '1 minute'
    from api_token t join staff p on p.org_id = t.org_id and p.id = t.staff_id and p.active
    where t.org_id = org and t.token_hash = hash and t.revoked_at is null and (t.expires_at is null or t.expires_at > now());
end $$;

-- Written beside the request, at most once a minute (`unseen` above).
create function note_session_seen(session_token text) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  with seen as (update auth.session set "updatedAt" = now() where token = session_token returning "userId", "orgId")
  update staff set last_seen_at = now() from seen where staff.org_id = seen."orgId" and staff.user_id = seen."userId";
$$;
create function note_api_token_used(org integer, token_id uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update api_token set last_used_at = now() where org_id = org and id = token_id;
$$;

create function any_organization() returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$ select exists (select from org) $$;

-- Where a person may go, oldest first.
create function organizations_of_user(of_user text) returns table (org_id integer, staff_id uuid, active boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.org_id, p.id, p.active from staff p where p.user_id = of_user order by p.created_at, p.org_id
$$;

create function find_user(with_email text) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select id from auth."user" where email = with_email
$$;

-- A person with a password digest of better-auth, in the transaction of whatever brings them in.
-- When the address is known already, that person is answered and the digest ignored.
create function create_user(user_id text, user_name text, user_email text, password_digest text) returns text
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  known text;
begin
  insert into auth."user" (id, name, email) values (user_id, user_name, user_email) on conflict (email) do nothing;
  if not found then
    select id into strict known from auth."user" where email = user_email;
    return known;
  end if;
  insert into auth.account (id, "accountId", "providerId", "userId", password) values (user_id, user_id, 'credential', user_id, password_digest);
  return user_id;
end $$;

-- An organization, its ticket numbers and its first administrator, whole or not at all.
-- only_first: the set-up of a fresh installation; of two at once exactly one gets a row back.
create function create_organization(org_name text, org_locale text, org_time_zone text, only_first boolean,
    new_staff_id uuid, new_user_id text, user_name text, user_email text, staff_email text, password_digest text, audit_id uuid)
  returns table (org_id integer, user_id text)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  new_org integer;
  person text;
begin
  perform pg_advisory_xact_lock(7301003);
  if only_first and exists (select from org) then return; end if;
  insert into org (name, locale, time_zone) values (org_name, org_locale, org_time_zone) returning id into new_org;
  perform create_ticket_numbers(new_org);
  person := create_user(new_user_id, user_name, user_email, password_digest);
  insert into staff (org_id, id, user_id, name, email, role, locale) values (new_org, new_staff_id, person, user_name, staff_email, 'administrator', org_locale);
  insert into audit (org_id, id, actor_id, actor_name, action, subject_kind, subject_id) values (new_org, audit_id, new_staff_id, user_name, 'organization.created', 'organization', new_org::text);
  return query select new_org, person;
end $$;

-- Told to every organization of that person, in one call whether the account exists or not.
create function note_failed_sign_in(with_email text, audit_id uuid, account_digest text, from_address text) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into audit (org_id, id, action, subject_kind, subject_id, detail, ip_address)
  select p.org_id, audit_id, 'session.refused', 'staff', p.id::text, jsonb_build_object('account', account_digest), from_address
  from auth."user" u join staff p on p.user_id = u.id where u.email = with_email
$$;

create function end_sessions_of(org integer, of_user text) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  delete from auth.session where "orgId" = org and "userId" = of_user
$$;

create function enter_organization(session_token text, org integer) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update auth.session s set "orgId" = org where s.token = session_token
    and exists (select from staff p where p.org_id = org and p.user_id = s."userId" and p.active)
$$;

-- Housekeeping over all organizations: what nobody can use any more.
create function forget_expired_access() returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  delete from auth.session where "expiresAt" < now();
  delete from auth.verification where "expiresAt" < now();
  delete from auth.attempt where full_at < now();
  delete from idempotency where created_at < now() - interval '1 day';
$$;

revoke all on function take_attempt, give_back_attempt, find_session, find_api_token, note_session_seen, note_api_token_used,
  any_organization, organizations_of_user, find_user, create_user, create_organization, note_failed_sign_in, end_sessions_of,
  enter_organization, forget_expired_access from public;
grant execute on function take_attempt, give_back_attempt, find_session, find_api_token, note_session_seen, note_api_token_used,
  any_organization, organizations_of_user, find_user, create_user, create_organization, note_failed_sign_in, end_sessions_of,
  enter_organization, forget_expired_access to kontuar_app;
