-- The floor: the application's role, companies, commands (idempotency), the audit trail.
-- The application connects as quittance_app: no DDL, row-level security by company, and only the grants named here.

do $$
begin
  if not exists (select from pg_roles where rolname = 'quittance_app') then
    create role quittance_app nologin;
  end if;
exception
  when duplicate_object or unique_violation then null; -- another database of this cluster was faster
end
$$;

do $$
begin
  if not pg_has_role(current_user, 'quittance_app', 'member') then
    execute format('grant quittance_app to %I', current_user);
  end if;
end
$$;

grant usage on schema public to quittance_app;
revoke create on schema public from public; -- as it is from PostgreSQL 15 on, unless the database is older than that

-- The company a transaction works in; null when none was set, and then no row is visible.
create function current_company() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('quittance.company', true), '')::uuid;

-- The latest instant whose records are complete in the current company: nothing recorded at or before it can still appear.
-- It is the start of the oldest transaction that holds the company's posting lock, less a microsecond, or now. Now is read
-- before the locks are: who takes the lock after that reads its own clock later still. The activity of others is kept from
-- the transaction's first look at it unless it is cleared.
create function complete_instant(posting_lock int) returns timestamptz
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  now_at constant timestamptz := clock_timestamp();
  oldest timestamptz;
begin
  perform pg_stat_clear_snapshot();
  select min(a.xact_start) into oldest
    from pg_locks l join pg_stat_activity a on a.pid = l.pid
    where l.locktype = 'advisory' and l.mode = 'ShareLock' and l.granted and l.pid <> pg_backend_pid()
      and l.database = (select oid from pg_database where datname = current_database())
      and l.classid = posting_lock
      and l.objid = (hashtext(current_setting('quittance.company'))::bigint & 4294967295)::oid;
  return least(now_at, oldest - interval '1 microsecond');
end
$$;

-- Reference table: small, read by everybody, not split by company.
create table company (
  id uuid primary key,
  code text not null,
  name text not null,
  functional_currency text not null,
  time_zone text not null,
  country text,
  -- 'database': recorded_at is this server's clock and nothing else. 'given': a throwaway or seeded ledger may say it.
  clock text not null default 'database',
  created_at timestamptz not null default now(),
  constraint company_code_is_unique unique (code),
  constraint company_code_is_short check (code ~ '^[A-Z0-9][A-Z0-9_-]{0,15}$'),
  constraint company_clock_is_known check (clock in ('database', 'given'))
);
grant select, insert (id, code, name, functional_currency, time_zone, country), update (name) on company to quittance_app;

-- One row for each command that changed something: repeating its key returns the stored answer.
create table command (
  company_id uuid not null,
  key text not null,
  id uuid not null,
  body_hash text not null,
  actor_id uuid not null,
  recorded_at timestamptz not null,
  response jsonb,
  primary key (company_id, key),
  constraint command_key_is_short check (length(key) between 1 and 200)
);

-- Append-only: who changed what, when, why. Written in the transaction of the change.
create table audit_event (
  company_id uuid not null,
  id uuid not null,
  recorded_at timestamptz not null,
  actor_id uuid not null,
  actor_name text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  reason text,
  primary key (company_id, id)
);
create index audit_event_by_subject on audit_event (company_id, subject_kind, subject_id, id);
create index audit_event_by_actor on audit_event (company_id, actor_id, id);

alter table command enable row level security;
create policy company_isolation on command using (company_id = current_company());
grant select, insert on command to quittance_app;

alter table audit_event enable row level security;
create policy company_isolation on audit_event using (company_id = current_company());
grant select, insert on audit_event to quittance_app;
