-- Who acts: people, programs, the operator at the machine, the product itself; and how they prove it.
-- An actor and a person belong to no company; what they may do does, and hangs on their roles in each.

-- Everybody and everything that an entry or an audit line can name.
create table actor (
  id uuid primary key,
  kind text not null,
  name text not null,
  created_at timestamptz not null default now(),
  constraint actor_kind_is_known check (kind in ('person', 'api_client', 'operator', 'system')),
  constraint actor_has_a_name check (length(name) between 1 and 200)
);
create unique index actor_operator_is_single on actor (name) where kind = 'operator';
insert into actor (id, kind, name) values ('00000000-0000-7000-8000-000000000001', 'system', 'Quittance');
grant select, insert (id, kind, name), update (name) on actor to quittance_app;

create table person (
  id uuid primary key references actor (id),
  email text not null,
  locale text not null default 'en',
  -- argon2id in PHC notation; null until the person has set one
  password_hash text,
  -- may create companies; says nothing about what happens inside them
  is_administrator boolean not null default false,
  disabled_at timestamptz,
  constraint person_email_is_short check (length(email) between 3 and 254)
);
create unique index person_email_is_unique on person (lower(email));
grant select, insert, update (email, locale, password_hash, disabled_at) on person to quittance_app;

-- Secrets of sessions, links and tokens are random; only their hashes are kept.
create table session (
  token_hash text primary key,
  person_id uuid not null references person (id),
  -- 'link': the person proved to own the address and may set a new password without the old one
  opened_by text not null,
  opened_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text not null,
  constraint session_opened_by_is_known check (opened_by in ('password', 'link'))
);
create index session_by_person on session (person_id);
grant select, insert, delete, update (last_seen_at) on session to quittance_app;

create table sign_in_link (
  token_hash text primary key,
  person_id uuid not null references person (id),
  made_by uuid not null references actor (id),
  expires_at timestamptz not null,
  used_at timestamptz
);
grant select, insert, delete, update (used_at) on sign_in_link to quittance_app;

-- Attempts to sign in, by account, by address, and by both, within a window of time.
create table sign_in_window (
  key text primary key,
  started_at timestamptz not null,
  attempts int not null
);
grant select, insert, update, delete on sign_in_window to quittance_app;

-- Append-only: what happened to accounts and belongs to no company (signing in and out, passwords, new companies).
create table account_event (
  id uuid primary key,
  recorded_at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  action text not null,
  person_id uuid,
  address text,
  detail jsonb
);
create index account_event_by_person on account_event (person_id, id);
grant select, insert on account_event to quittance_app;

create table membership (
  company_id uuid not null,
  person_id uuid not null references person (id),
  role text not null,
  granted_by uuid not null,
  granted_at timestamptz not null,
  primary key (company_id, person_id, role)
);
create index membership_by_person on membership (person_id);
alter table membership enable row level security;
create policy company_isolation on membership using (company_id = current_company());
grant select, insert, delete on membership to quittance_app;

create table api_token (
  company_id uuid not null,
  -- also its actor
  id uuid not null,
  name text not null,
  token_hash text not null,
  roles text[] not null,
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_by uuid,
  revoked_at timestamptz,
  primary key (company_id, id),
  constraint api_token_is_unique unique (company_id, token_hash),
  constraint api_token_has_a_role check (cardinality(roles) > 0),
  constraint api_token_revocation_is_whole check ((revoked_by is null) = (revoked_at is null))
);
alter table api_token enable row level security;
create policy company_isolation on api_token using (company_id = current_company());
grant select, insert, update (last_used_at, revoked_by, revoked_at) on api_token to quittance_app;

-- The one question about a person that spans companies: where they work, in which roles. Asked before a company is chosen.
create function companies_of_person(person uuid)
  returns table (company_id uuid, code text, name text, functional_currency text, time_zone text, roles text[])
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.code, c.name, c.functional_currency, c.time_zone, array_agg(m.role order by m.role)
    from membership m join company c on c.id = m.company_id
    where m.person_id = companies_of_person.person
    group by c.id
    order by c.code
$$;

-- The token whose secret has this hash. The caller has shown the secret, so no company need be chosen yet.
create function api_token_of(company uuid, hash text)
  returns table (id uuid, name text, roles text[], expires_at timestamptz, last_used_at timestamptz,
    company_id uuid, code text, company_name text, functional_currency text, time_zone text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select t.id, t.name, t.roles, t.expires_at, t.last_used_at, c.id, c.code, c.name, c.functional_currency, c.time_zone
    from api_token t join company c on c.id = t.company_id
    where t.company_id = api_token_of.company and t.token_hash = api_token_of.hash and t.revoked_at is null
$$;

revoke execute on function companies_of_person(uuid), api_token_of(uuid, text) from public;
grant execute on function companies_of_person(uuid), api_token_of(uuid, text) to quittance_app;
