-- Generated from db/migrations by `npm run generate`: read it, do not edit it.

CREATE OR REPLACE FUNCTION public.api_token_of(company uuid, hash text)
 RETURNS TABLE(id uuid, name text, roles text[], expires_at timestamp with time zone, last_used_at timestamp with time zone, company_id uuid, code text, company_name text, functional_currency text, time_zone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select t.id, t.name, t.roles, t.expires_at, t.last_used_at, c.id, c.code, c.name, c.functional_currency, c.time_zone
    from api_token t join company c on c.id = t.company_id
    where t.company_id = api_token_of.company and t.token_hash = api_token_of.hash and t.revoked_at is null
$function$;
revoke execute on function api_token_of(uuid,text) from public;
grant execute on function api_token_of(uuid,text) to quittance_app;

CREATE OR REPLACE FUNCTION public.check_book()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.closed_through is not null and (new.closed_through is null or new.closed_through < old.closed_through) then
    raise exception using errcode = 'integrity_constraint_violation', message = 'closed_period_stays_closed',
      constraint = 'closed_period_stays_closed', detail = format('closed through %s', old.closed_through);
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.check_new_documents()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare bad record;
begin
  select a.number, a.customer_id into bad from added a
    where not exists (select from customer c where c.company_id = a.company_id and c.id = a.customer_id) limit 1;
  if found then perform refuse('document_has_its_customer', format('document %s names customer %s', bad.number, bad.customer_id)); end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.check_new_entries()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  bad record;
  bare uuid[];
  misdated uuid[];
  reversals bigint;
begin
  select array_agg(a.id) filter (where not exists (
        select from posting p where p.company_id = a.company_id and p.entry_id = a.id and p.line = 1)),
      array_agg(a.id) filter (where c.clock = 'database' and not a.recorded_at between transaction_timestamp() and clock_timestamp()),
      count(a.reverses_entry_id)
    into bare, misdated, reversals from added a left join company c on c.id = a.company_id;
  if bare is not null then perform refuse('entry_arrives_with_its_postings', format('entry %s', bare[1])); end if;
  if misdated is not null then perform refuse('entry_is_recorded_now', format('entry %s', misdated[1])); end if;
  if reversals = 0 then
    return null;
  end if;

  select o.id into bad from added a join entry o on o.company_id = a.company_id and o.id = a.reverses_entry_id
    where o.reverses_entry_id is not null limit 1;
  if found then perform refuse('reversal_is_never_reversed', format('entry %s is a reversal', bad.id)); end if;

  select a.id into bad from added a
    where a.reverses_entry_id is not null
      and not exists (select from entry o where o.company_id = a.company_id and o.id = a.reverses_entry_id) limit 1;
  if found then perform refuse('reversal_names_its_entry', format('entry %s', bad.id)); end if;

  select a.id, a.reverses_entry_id into bad from added a join entry o on o.company_id = a.company_id and o.id = a.reverses_entry_id
    where (a.kind = 'reversal' and a.amount_minor <> o.amount_minor) or a.effective_on < o.effective_on limit 1;
  if found then perform refuse('reversal_undoes_the_whole_and_later', format('entry %s undoes %s', bad.id, bad.reverses_entry_id)); end if;

  if exists (select from added a join entry o on o.company_id = a.company_id and o.id = a.reverses_entry_id where a.recorded_at < o.recorded_at) then
    raise exception using errcode = 'serialization_failure', message = 'reversal_is_recorded_after_its_entry';
  end if;

  insert into entry_undo as u (company_id, entry_id, amount_minor, undone_minor)
    select a.company_id, o.id, o.amount_minor, sum(a.amount_minor)
      from added a join entry o on o.company_id = a.company_id and o.id = a.reverses_entry_id
      group by a.company_id, o.id, o.amount_minor
      order by o.id
    on conflict (company_id, entry_id) do update set undone_minor = u.undone_minor + excluded.undone_minor;

  update document d set cancelled_by_entry_id = o.reversal_id
    from (
      select distinct i.company_id, i.document_id, a.id as reversal_id
      from added a join item i on i.company_id = a.company_id and i.opening_entry_id = a.reverses_entry_id
      where a.kind = 'reversal') o
    where d.company_id = o.company_id and d.id = o.document_id;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.check_new_items()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare bad record;
begin
  select a.number into bad from added a
    left join document d on d.company_id = a.company_id and d.id = a.document_id
    where d.id is null or d.currency <> a.currency or d.customer_id <> a.customer_id or d.kind <> a.kind
      or d.opening_entry_id <> a.opening_entry_id or a.settled_minor <> 0 or a.settled_functional_minor <> 0 or a.has_moved limit 1;
  if found then perform refuse('item_belongs_to_its_document', format('item %s', bad.number)); end if;

  select a.number into bad from added a
    left join posting p on p.company_id = a.company_id and p.entry_id = a.opening_entry_id and p.item_id = a.id
    group by a.company_id, a.id, a.number, a.amount_minor, a.functional_minor, a.last_recorded_at
    having sum(p.amount_minor) is distinct from a.amount_minor or sum(p.functional_minor) is distinct from a.functional_minor
      or min(p.recorded_at) is distinct from a.last_recorded_at
    limit 1;
  if found then perform refuse('item_opens_with_its_postings', format('item %s', bad.number)); end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.check_new_postings()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  bad record;
  unusual uuid[];
  misfits bigint;
  settling bigint;
  elsewhere bigint;
  overtaken bigint;
begin
  -- One pass over the entries. Those of one currency and one day that balance need no second look.
  select array_agg(s.entry_id) into unusual from (
      select a.company_id, a.entry_id, count(*) as lines, min(a.line) as first, max(a.line) as last,
        min(a.effective_on) as starts_on, max(a.effective_on) as ends_on, min(a.currency) as currency_first, max(a.currency) as currency_last,
        min(a.recorded_at) as recorded_first, max(a.recorded_at) as recorded_last, sum(a.amount_minor) as amount_off, sum(a.functional_minor) as functional_off
      from added a group by a.company_id, a.entry_id) s
    left join entry e on e.company_id = s.company_id and e.id = s.entry_id
    left join company c on c.id = s.company_id
    left join ledger_book b on b.company_id = s.company_id
    where e.id is null or s.lines <> e.posting_count or s.first <> 1 or s.last <> s.lines or s.starts_on <> e.effective_on
      or s.recorded_first <> e.recorded_at or s.recorded_last <> e.recorded_at
      or s.starts_on <> s.ends_on or s.currency_first <> s.currency_last or s.amount_off <> 0 or s.functional_off <> 0
      or s.ends_on > (e.recorded_at at time zone c.time_zone)::date or s.starts_on <= b.closed_through;

  if unusual is not null then
    select s.entry_id into bad from (
        select a.company_id, a.entry_id, count(*) as lines, min(a.line) as first, max(a.line) as last, min(a.effective_on) as starts_on,
          min(a.recorded_at) as recorded_first, max(a.recorded_at) as recorded_last
        from added a where a.entry_id = any(unusual) group by a.company_id, a.entry_id) s
      left join entry e on e.company_id = s.company_id and e.id = s.entry_id
      where e.id is null or s.lines <> e.posting_count or s.first <> 1 or s.last <> s.lines or s.starts_on <> e.effective_on
        or s.recorded_first <> e.recorded_at or s.recorded_last <> e.recorded_at limit 1;
    if found then perform refuse('postings_arrive_whole_with_their_entry', format('entry %s', bad.entry_id)); end if;

    select a.entry_id, a.currency, sum(a.amount_minor) as off into bad from added a where a.entry_id = any(unusual)
      group by a.company_id, a.entry_id, a.effective_on, a.currency having sum(a.amount_minor) <> 0 limit 1;
    if found then perform refuse('entry_balances_in_each_currency', format('entry %s is off by %s %s', bad.entry_id, bad.off, bad.currency)); end if;

    select a.entry_id, sum(a.functional_minor) as off into bad from added a where a.entry_id = any(unusual)
      group by a.company_id, a.entry_id, a.effective_on having sum(a.functional_minor) <> 0 limit 1;
    if found then perform refuse('entry_balances_in_functional', format('entry %s is off by %s', bad.entry_id, bad.off)); end if;

    select a.entry_id, a.effective_on into bad from added a join company c on c.id = a.company_id
      where a.entry_id = any(unusual) and a.effective_on > (a.recorded_at at time zone c.time_zone)::date limit 1;
    if found then perform refuse('posting_is_not_in_the_future', format('entry %s on %s', bad.entry_id, bad.effective_on)); end if;

    select a.entry_id, a.effective_on into bad from added a join ledger_book b on b.company_id = a.company_id
      where a.entry_id = any(unusual) and a.effective_on <= b.closed_through limit 1;
    if found then perform refuse('period_is_closed', format('entry %s on %s', bad.entry_id, bad.effective_on)); end if;
  end if;

  select count(*) filter (where i.id is null or i.currency <> a.currency or i.account <> a.account
        or (i.opening_entry_id = a.entry_id and (i.customer_id <> a.customer_id or i.due_on <> a.due_on))),
      count(*) filter (where i.opening_entry_id <> a.entry_id),
      count(*) filter (where i.opening_entry_id <> a.entry_id and (i.customer_id <> a.customer_id or i.due_on <> a.due_on)),
      count(*) filter (where i.opening_entry_id <> a.entry_id and a.recorded_at < i.last_recorded_at)
    into misfits, settling, elsewhere, overtaken
    from added a left join item i on i.company_id = a.company_id and i.id = a.item_id where a.item_id is not null;
  if misfits > 0 then
    select a.entry_id, a.item_id into bad from added a left join item i on i.company_id = a.company_id and i.id = a.item_id
      where a.item_id is not null and (i.id is null or i.currency <> a.currency or i.account <> a.account
        or (i.opening_entry_id = a.entry_id and (i.customer_id <> a.customer_id or i.due_on <> a.due_on))) limit 1;
    perform refuse('posting_fits_its_item', format('entry %s item %s', bad.entry_id, bad.item_id));
  end if;
  if settling = 0 then
    return null;
  end if;
  -- A transaction that began before the one it builds on was recorded would be known without it. It begins again.
  if overtaken > 0 then
    raise exception using errcode = 'serialization_failure', message = 'item_history_is_recorded_in_order';
  end if;

  -- The opening postings define the amount; all later ones settle it.
  update item i set
      settled_minor = i.settled_minor - d.amount_minor,
      settled_functional_minor = i.settled_functional_minor - d.functional_minor,
      last_effective_on = greatest(i.last_effective_on, d.last_effective_on),
      last_recorded_at = d.last_recorded_at
    from (
      select a.company_id, a.item_id, sum(a.amount_minor) as amount_minor, sum(a.functional_minor) as functional_minor,
        max(a.effective_on) as last_effective_on, max(a.recorded_at) as last_recorded_at
      from added a join item o on o.company_id = a.company_id and o.id = a.item_id and o.opening_entry_id <> a.entry_id
      group by a.company_id, a.item_id) d
    where i.company_id = d.company_id and i.id = d.item_id;

  -- Most changes happen to items where they stand. The others cross an earlier move, or move the item.
  if elsewhere > 0 then
    perform move_items(array(select distinct a.entry_id from added a));
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.companies_of_person(person uuid)
 RETURNS TABLE(company_id uuid, code text, name text, functional_currency text, time_zone text, roles text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.id, c.code, c.name, c.functional_currency, c.time_zone, array_agg(m.role order by m.role)
    from membership m join company c on c.id = m.company_id
    where m.person_id = companies_of_person.person
    group by c.id
    order by c.code
$function$;
revoke execute on function companies_of_person(uuid) from public;
grant execute on function companies_of_person(uuid) to quittance_app;

CREATE OR REPLACE FUNCTION public.complete_instant(posting_lock integer)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.current_company()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('quittance.company'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION public.intercompany_is_paired(event uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (SELECT (count(*) = 2) FROM intercompany_transfer WHERE (intercompany_transfer.event_id = intercompany_is_paired.event));

CREATE OR REPLACE FUNCTION public.move_items(entry_ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare bad record;
begin
  insert into item_position (company_id, item_id, entry_id, step, effective_on, customer_id, due_on)
    select t.company_id, t.item_id, t.entry_id,
        (select count(*) from item_position p where p.company_id = t.company_id and p.item_id = t.item_id)
          + row_number() over (partition by t.company_id, t.item_id order by t.entry_id),
        t.effective_on, t.customer_id, t.due_on
      from (
        select distinct on (a.item_id, a.entry_id) a.company_id, a.item_id, a.entry_id, a.effective_on, a.customer_id, a.due_on
          from (
            select company_id, entry_id, item_id from posting
              where company_id = current_company() and entry_id = any(entry_ids) and item_id is not null
              group by company_id, entry_id, item_id having count(*) > 1 and sum(amount_minor) = 0) m
          join posting a on a.company_id = m.company_id and a.entry_id = m.entry_id and a.item_id = m.item_id
          join entry e on e.company_id = a.company_id and e.id = a.entry_id
          join item i on i.company_id = a.company_id and i.id = a.item_id
          where a.effective_on = e.effective_on and sign(a.amount_minor) = sign(i.amount_minor)
          order by a.item_id, a.entry_id, a.line desc) t;

  with change as (
    select p.item_id, p.customer_id, p.due_on, sum(p.amount_minor) as amount_minor
      from posting p join item i on i.company_id = p.company_id and i.id = p.item_id and i.opening_entry_id <> p.entry_id
      where p.company_id = current_company() and p.entry_id = any(entry_ids)
      group by p.item_id, p.customer_id, p.due_on
  ), total as (
    select item_id, sum(amount_minor) as amount_minor from change group by item_id
  ), latest as (
    select distinct on (item_id) item_id, customer_id, due_on from item_position
      where company_id = current_company() and entry_id = any(entry_ids) order by item_id, step desc
  )
  select i.number, c.customer_id, c.due_on into bad
    from change c
    join total t on t.item_id = c.item_id
    join item i on i.company_id = current_company() and i.id = c.item_id
    left join latest l on l.item_id = c.item_id
    where c.amount_minor <>
      case when c.customer_id = coalesce(l.customer_id, i.customer_id) and c.due_on = coalesce(l.due_on, i.due_on) then i.open_minor else 0 end
      - case when c.customer_id = i.customer_id and c.due_on = i.due_on then i.open_minor - t.amount_minor else 0 end
    limit 1;
  if found then
    perform refuse('item_stands_in_one_place', format('item %s, customer %s, due %s', bad.number, bad.customer_id, bad.due_on));
  end if;

  update item i set customer_id = l.customer_id, due_on = l.due_on, has_moved = true
    from (
      select distinct on (item_id) company_id, item_id, customer_id, due_on from item_position
        where company_id = current_company() and entry_id = any(entry_ids) order by item_id, step desc) l
    where i.company_id = l.company_id and i.id = l.item_id;

  select p.item_id, p.customer_id into bad from item_position p
    where p.company_id = current_company() and p.entry_id = any(entry_ids)
      and not exists (select from customer c where c.company_id = p.company_id and c.id = p.customer_id) limit 1;
  if found then perform refuse('item_moves_to_a_customer', format('item %s to customer %s', bad.item_id, bad.customer_id)); end if;
end
$function$;
revoke execute on function move_items(uuid[]) from public;

CREATE OR REPLACE FUNCTION public.refuse(rule text, detail text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  raise exception using errcode = 'integrity_constraint_violation', message = rule, detail = detail, constraint = rule;
end
$function$;

create table account_event (
  id uuid not null,
  recorded_at timestamp with time zone not null,
  actor_id uuid,
  actor_name text not null,
  action text not null,
  person_id uuid,
  address text,
  detail jsonb,
  constraint account_event_pkey PRIMARY KEY (id)
);
CREATE INDEX account_event_by_person ON account_event USING btree (person_id, id);
grant insert, select on account_event to quittance_app;

create table actor (
  id uuid not null,
  kind text not null,
  name text not null,
  created_at timestamp with time zone not null default now(),
  constraint actor_pkey PRIMARY KEY (id),
  constraint actor_has_a_name CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint actor_kind_is_known CHECK ((kind = ANY (ARRAY['person'::text, 'api_client'::text, 'operator'::text, 'system'::text])))
);
CREATE UNIQUE INDEX actor_operator_is_single ON actor USING btree (name) WHERE (kind = 'operator'::text);
grant select on actor to quittance_app;
grant insert (id, kind, name) on actor to quittance_app;
grant update (name) on actor to quittance_app;

create table api_token (
  company_id uuid not null,
  id uuid not null,
  name text not null,
  token_hash text not null,
  roles text[] not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_by uuid,
  revoked_at timestamp with time zone,
  constraint api_token_pkey PRIMARY KEY (company_id, id),
  constraint api_token_is_unique UNIQUE (company_id, token_hash),
  constraint api_token_has_a_role CHECK ((cardinality(roles) > 0)),
  constraint api_token_revocation_is_whole CHECK (((revoked_by IS NULL) = (revoked_at IS NULL)))
);
alter table api_token enable row level security;
create policy company_isolation on api_token using ((company_id = current_company()));
grant insert, select on api_token to quittance_app;
grant update (last_used_at, revoked_by, revoked_at) on api_token to quittance_app;

create table audit_event (
  company_id uuid not null,
  id uuid not null,
  recorded_at timestamp with time zone not null,
  actor_id uuid not null,
  actor_name text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  reason text,
  constraint audit_event_pkey PRIMARY KEY (company_id, id)
);
CREATE INDEX audit_event_by_actor ON audit_event USING btree (company_id, actor_id, id);
CREATE INDEX audit_event_by_subject ON audit_event USING btree (company_id, subject_kind, subject_id, id);
alter table audit_event enable row level security;
create policy company_isolation on audit_event using ((company_id = current_company()));
grant insert, select on audit_event to quittance_app;

create table bank_line (
  company_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  identity text not null,
  account text,
  booked_on date,
  value_on date,
  currency text not null,
  amount_minor bigint not null,
  is_reversal boolean not null,
  bank_reference text,
  customer_reference text,
  end_to_end_id text,
  type_code text,
  payer_name text,
  payer_account text,
  ultimate_name text,
  structured_reference text,
  documents jsonb not null,
  text_lines text[] not null,
  bank_information text,
  disposition text not null,
  document_id uuid,
  item_id uuid,
  undone_at timestamp with time zone,
  constraint bank_line_pkey PRIMARY KEY (company_id, id),
  constraint bank_line_disposition_is_known CHECK ((disposition = ANY (ARRAY['receipt'::text, 'money_out'::text, 'returned'::text, 'zero'::text]))),
  constraint bank_line_receipt_names_its_item CHECK ((((disposition = 'receipt'::text) = (item_id IS NOT NULL)) AND ((item_id IS NULL) = (document_id IS NULL))))
);
CREATE INDEX bank_line_by_batch ON bank_line USING btree (company_id, batch_id);
CREATE INDEX bank_line_by_item ON bank_line USING btree (company_id, item_id) WHERE (item_id IS NOT NULL);
CREATE UNIQUE INDEX bank_line_is_taken_once ON bank_line USING btree (company_id, identity) WHERE (undone_at IS NULL);
alter table bank_line enable row level security;
create policy company_isolation on bank_line using ((company_id = current_company()));
grant insert, select on bank_line to quittance_app;
grant update (undone_at) on bank_line to quittance_app;

create table bank_statement (
  company_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  account text,
  number text,
  currency text,
  opening_minor bigint,
  opening_on date,
  closing_minor bigint,
  closing_on date,
  footing text not null,
  line_count integer not null,
  constraint bank_statement_pkey PRIMARY KEY (company_id, id),
  constraint statement_footing_is_known CHECK ((footing = ANY (ARRAY['ok'::text, 'off'::text, 'unknown'::text])))
);
CREATE INDEX bank_statement_by_batch ON bank_statement USING btree (company_id, batch_id);
alter table bank_statement enable row level security;
create policy company_isolation on bank_statement using ((company_id = current_company()));
grant insert, select on bank_statement to quittance_app;

create table command (
  company_id uuid not null,
  key text not null,
  id uuid not null,
  body_hash text not null,
  actor_id uuid not null,
  recorded_at timestamp with time zone not null,
  response jsonb,
  constraint command_pkey PRIMARY KEY (company_id, key),
  constraint command_key_is_short CHECK (((length(key) >= 1) AND (length(key) <= 200)))
);
alter table command enable row level security;
create policy company_isolation on command using ((company_id = current_company()));
grant insert, select on command to quittance_app;

create table company (
  id uuid not null,
  code text not null,
  name text not null,
  functional_currency text not null,
  time_zone text not null,
  country text,
  clock text not null default 'database'::text,
  created_at timestamp with time zone not null default now(),
  constraint company_pkey PRIMARY KEY (id),
  constraint company_code_is_unique UNIQUE (code),
  constraint company_clock_is_known CHECK ((clock = ANY (ARRAY['database'::text, 'given'::text]))),
  constraint company_code_is_short CHECK ((code ~ '^[A-Z0-9][A-Z0-9_-]{0,15}$'::text))
);
grant select on company to quittance_app;
grant insert (id, code, name, functional_currency, time_zone, country) on company to quittance_app;
grant update (name) on company to quittance_app;

create table customer (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  name text not null,
  kind text not null default 'regular'::text,
  parent_id uuid,
  country text,
  language text,
  tax_id text,
  email text,
  phone text,
  terms text,
  batch_id uuid,
  created_at timestamp with time zone not null,
  constraint customer_pkey PRIMARY KEY (company_id, id),
  constraint customer_number_is_unique UNIQUE (company_id, number),
  constraint customer_parent_exists FOREIGN KEY (company_id, parent_id) REFERENCES customer(company_id, id),
  constraint customer_is_not_its_own_parent CHECK ((parent_id IS DISTINCT FROM id)),
  constraint customer_kind_is_known CHECK ((kind = ANY (ARRAY['regular'::text, 'unidentified'::text])))
);
CREATE INDEX customer_by_name ON customer USING btree (company_id, lower(name) COLLATE "C");
CREATE INDEX customer_by_parent ON customer USING btree (company_id, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX customer_unidentified_is_single ON customer USING btree (company_id) WHERE (kind = 'unidentified'::text);
alter table customer enable row level security;
create policy company_isolation on customer using ((company_id = current_company()));
grant delete, insert, select on customer to quittance_app;
grant update (name, parent_id, country, language, tax_id, email, phone, terms) on customer to quittance_app;

create table customer_bank_account (
  company_id uuid not null,
  customer_id uuid not null,
  account text collate "C" not null,
  origin text not null,
  created_at timestamp with time zone not null,
  account_key text collate "C" generated always as (regexp_replace(upper(account), '[^A-Z0-9]'::text, ''::text, 'g'::text)) stored,
  constraint customer_bank_account_pkey PRIMARY KEY (company_id, customer_id, account),
  constraint bank_account_has_its_customer FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id)
);
CREATE INDEX customer_bank_account_by_account ON customer_bank_account USING btree (company_id, account);
CREATE INDEX customer_bank_account_by_key ON customer_bank_account USING btree (company_id, account_key);
alter table customer_bank_account enable row level security;
create policy company_isolation on customer_bank_account using ((company_id = current_company()));
grant delete, insert, select on customer_bank_account to quittance_app;

create table customer_name_key (
  company_id uuid not null,
  customer_id uuid not null,
  name text not null,
  key text collate "C" not null,
  constraint customer_name_key_pkey PRIMARY KEY (company_id, customer_id)
);
CREATE INDEX customer_name_key_by_key ON customer_name_key USING btree (company_id, key);
alter table customer_name_key enable row level security;
create policy company_isolation on customer_name_key using ((company_id = current_company()));
grant insert, select on customer_name_key to quittance_app;
grant update (name, key) on customer_name_key to quittance_app;

create table document (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  number text collate "C" not null,
  number_key text collate "C" not null,
  customer_id uuid not null,
  currency text not null,
  amount_minor bigint not null,
  issued_on date not null,
  opening_entry_id uuid not null,
  terms text,
  purchase_order text,
  order_number text,
  delivery_note text,
  reference text,
  note text,
  batch_id uuid,
  cancelled_by_entry_id uuid,
  number_digits text collate "C" generated always as (regexp_replace(number, '[^1-9]'::text, ''::text, 'g'::text)) stored,
  purchase_order_digits text collate "C" generated always as (regexp_replace(purchase_order, '[^1-9]'::text, ''::text, 'g'::text)) stored,
  order_number_digits text collate "C" generated always as (regexp_replace(order_number, '[^1-9]'::text, ''::text, 'g'::text)) stored,
  delivery_note_digits text collate "C" generated always as (regexp_replace(delivery_note, '[^1-9]'::text, ''::text, 'g'::text)) stored,
  reference_digits text collate "C" generated always as (regexp_replace(reference, '[^1-9]'::text, ''::text, 'g'::text)) stored,
  constraint document_pkey PRIMARY KEY (company_id, id),
  constraint document_amount_is_positive CHECK ((amount_minor > 0)),
  constraint document_kind_is_known CHECK ((kind = ANY (ARRAY['invoice'::text, 'debit_note'::text, 'chargeback'::text, 'credit_note'::text, 'on_account_credit'::text, 'receipt'::text])))
);
CREATE INDEX document_by_batch ON document USING btree (company_id, batch_id) WHERE (batch_id IS NOT NULL);
CREATE INDEX document_by_delivery_note ON document USING btree (company_id, delivery_note_digits) WHERE ((delivery_note_digits IS NOT NULL) AND (kind <> 'receipt'::text));
CREATE INDEX document_by_number_digits ON document USING btree (company_id, number_digits) WHERE (kind <> 'receipt'::text);
CREATE INDEX document_by_number_key ON document USING btree (company_id, number_key);
CREATE INDEX document_by_order_number ON document USING btree (company_id, order_number_digits) WHERE ((order_number_digits IS NOT NULL) AND (kind <> 'receipt'::text));
CREATE INDEX document_by_purchase_order ON document USING btree (company_id, purchase_order_digits) WHERE ((purchase_order_digits IS NOT NULL) AND (kind <> 'receipt'::text));
CREATE INDEX document_by_reference ON document USING btree (company_id, reference_digits) WHERE ((reference_digits IS NOT NULL) AND (kind <> 'receipt'::text));
CREATE INDEX document_cancelled_receipt ON document USING btree (company_id, id) WHERE ((kind = 'receipt'::text) AND (cancelled_by_entry_id IS NOT NULL));
CREATE UNIQUE INDEX document_number_is_unique ON document USING btree (company_id, kind, number) WHERE (cancelled_by_entry_id IS NULL);
CREATE TRIGGER document_has_its_customer AFTER INSERT ON document REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_new_documents();
alter table document enable row level security;
create policy company_isolation on document using ((company_id = current_company()));
grant insert, select on document to quittance_app;

create table entry (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  posting_count smallint not null,
  currency text not null,
  amount_minor bigint not null,
  reverses_entry_id uuid,
  depends_on_entry_id uuid,
  event_id uuid,
  command_id uuid not null,
  batch_id uuid,
  actor_id uuid not null,
  reason text,
  note text,
  constraint entry_pkey PRIMARY KEY (company_id, id),
  constraint entry_amount_is_not_negative CHECK ((amount_minor >= 0)),
  constraint entry_has_two_postings_or_more CHECK ((posting_count >= 2)),
  constraint entry_kind_is_known CHECK ((kind = ANY (ARRAY['document'::text, 'receipt'::text, 'application'::text, 'cash_discount'::text, 'small_difference'::text, 'deduction'::text, 'write_off'::text, 'bank_fee'::text, 'withholding_tax'::text, 'refund'::text, 'suspense'::text, 'intercompany'::text, 'unclaimed_credit'::text, 'due_date_change'::text, 'identification'::text, 'revaluation'::text, 'reversal'::text, 'undo'::text]))),
  constraint reversal_names_its_entry CHECK (((kind = ANY (ARRAY['reversal'::text, 'undo'::text])) = (reverses_entry_id IS NOT NULL))),
  constraint undo_has_an_amount CHECK (((kind <> 'undo'::text) OR (amount_minor > 0)))
);
CREATE INDEX entry_by_dependence ON entry USING btree (company_id, depends_on_entry_id) WHERE (depends_on_entry_id IS NOT NULL);
CREATE INDEX entry_by_event ON entry USING btree (company_id, event_id) WHERE (event_id IS NOT NULL);
CREATE INDEX entry_by_reversed ON entry USING btree (company_id, reverses_entry_id) WHERE (reverses_entry_id IS NOT NULL);
CREATE INDEX entry_by_time ON entry USING btree (company_id, recorded_at, id);
CREATE UNIQUE INDEX entry_is_reversed_once ON entry USING btree (company_id, reverses_entry_id) WHERE (kind = 'reversal'::text);
CREATE TRIGGER entry_arrives_with_its_postings AFTER INSERT ON entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_new_entries();
alter table entry enable row level security;
create policy company_isolation on entry using ((company_id = current_company()));
grant insert, select on entry to quittance_app;

create table entry_undo (
  company_id uuid not null,
  entry_id uuid not null,
  amount_minor bigint not null,
  undone_minor bigint not null,
  constraint entry_undo_pkey PRIMARY KEY (company_id, entry_id),
  constraint undone_not_above_original CHECK (((undone_minor >= 0) AND (undone_minor <= amount_minor)))
);
alter table entry_undo enable row level security;
create policy company_isolation on entry_undo using ((company_id = current_company()));
grant select on entry_undo to quittance_app;

create table fx_rate (
  company_id uuid not null,
  currency text not null,
  quoted_on date not null,
  rate numeric(20,10) not null,
  recorded_at timestamp with time zone not null,
  constraint fx_rate_pkey PRIMARY KEY (company_id, currency, quoted_on),
  constraint fx_rate_is_positive CHECK ((rate > (0)::numeric))
);
alter table fx_rate enable row level security;
create policy company_isolation on fx_rate using ((company_id = current_company()));
grant insert, select on fx_rate to quittance_app;
grant update (rate, recorded_at) on fx_rate to quittance_app;

create table hold (
  company_id uuid not null,
  id uuid not null,
  item_id uuid,
  customer_id uuid not null,
  kind text not null,
  amount_minor bigint,
  until_on date,
  reason text not null,
  placed_by uuid not null,
  placed_at timestamp with time zone not null,
  released_by uuid,
  released_at timestamp with time zone,
  constraint hold_pkey PRIMARY KEY (company_id, id),
  constraint hold_release_is_whole CHECK (((released_by IS NULL) = (released_at IS NULL)))
);
CREATE INDEX hold_in_force ON hold USING btree (company_id, customer_id, item_id) WHERE (released_at IS NULL);
alter table hold enable row level security;
create policy company_isolation on hold using ((company_id = current_company()));
grant insert, select on hold to quittance_app;
grant update (released_by, released_at) on hold to quittance_app;

create table import_batch (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  file_name text not null,
  file_id uuid not null,
  status text not null,
  mapping jsonb,
  questions jsonb not null default '[]'::jsonb,
  header jsonb not null default '[]'::jsonb,
  rows_done integer not null default 0,
  rows_known integer,
  added integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  refused integer not null default 0,
  left_out integer not null default 0,
  problem_count integer not null default 0,
  new_customers integer not null default 0,
  error_code text,
  error text,
  uploaded_by uuid not null,
  uploaded_by_name text not null,
  uploaded_at timestamp with time zone not null,
  touched_at timestamp with time zone not null,
  posted_by uuid,
  posted_at timestamp with time zone,
  undone_by uuid,
  undone_at timestamp with time zone,
  constraint import_batch_pkey PRIMARY KEY (company_id, id),
  constraint import_file_is_stored FOREIGN KEY (company_id, file_id) REFERENCES import_file(company_id, id),
  constraint import_kind_is_known CHECK ((kind = ANY (ARRAY['customers'::text, 'items'::text, 'statement'::text]))),
  constraint import_status_is_known CHECK ((status = ANY (ARRAY['reading'::text, 'preview'::text, 'posting'::text, 'posted'::text, 'failed'::text, 'undoing'::text, 'undone'::text])))
);
CREATE INDEX import_batch_at_work ON import_batch USING btree (company_id) WHERE (status = ANY (ARRAY['reading'::text, 'posting'::text, 'undoing'::text]));
CREATE INDEX import_batch_by_file ON import_batch USING btree (company_id, file_id, kind);
alter table import_batch enable row level security;
create policy company_isolation on import_batch using ((company_id = current_company()));
grant insert, select on import_batch to quittance_app;
grant update (kind, status, mapping, questions, header, rows_done, rows_known, added, changed, unchanged, refused, left_out, problem_count, new_customers, error_code, error, touched_at, posted_by, posted_at, undone_by, undone_at) on import_batch to quittance_app;

create table import_customer_change (
  company_id uuid not null,
  batch_id uuid not null,
  customer_id uuid not null,
  before jsonb not null,
  after jsonb not null,
  constraint import_customer_change_pkey PRIMARY KEY (company_id, batch_id, customer_id)
);
alter table import_customer_change enable row level security;
create policy company_isolation on import_customer_change using ((company_id = current_company()));
grant insert, select on import_customer_change to quittance_app;

create table import_file (
  company_id uuid not null,
  id uuid not null,
  sha256 text not null,
  byte_count bigint not null,
  stored_at timestamp with time zone not null,
  constraint import_file_pkey PRIMARY KEY (company_id, id),
  constraint import_file_is_stored_once UNIQUE (company_id, sha256),
  constraint import_file_hash_is_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
alter table import_file enable row level security;
create policy company_isolation on import_file using ((company_id = current_company()));
grant insert, select on import_file to quittance_app;

create table import_file_part (
  company_id uuid not null,
  file_id uuid not null,
  part integer not null,
  content bytea not null,
  constraint import_file_part_pkey PRIMARY KEY (company_id, file_id, part)
);
alter table import_file_part enable row level security;
create policy company_isolation on import_file_part using ((company_id = current_company()));
grant insert, select on import_file_part to quittance_app;

create table import_mapping (
  company_id uuid not null,
  kind text not null,
  header_key text not null,
  mapping jsonb not null,
  saved_by uuid not null,
  saved_at timestamp with time zone not null,
  constraint import_mapping_pkey PRIMARY KEY (company_id, kind, header_key)
);
alter table import_mapping enable row level security;
create policy company_isolation on import_mapping using ((company_id = current_company()));
grant insert, select on import_mapping to quittance_app;
grant update (mapping, saved_by, saved_at) on import_mapping to quittance_app;

create table import_problem (
  company_id uuid not null,
  batch_id uuid not null,
  number integer not null,
  "row" integer not null,
  field text,
  code text not null,
  message text not null,
  is_note boolean not null,
  constraint import_problem_pkey PRIMARY KEY (company_id, batch_id, number)
);
alter table import_problem enable row level security;
create policy company_isolation on import_problem using ((company_id = current_company()));
grant delete, insert, select on import_problem to quittance_app;

create table import_row (
  company_id uuid not null,
  batch_id uuid not null,
  outcome text not null,
  number integer not null,
  "row" integer not null,
  label text not null,
  fields jsonb not null,
  constraint import_row_pkey PRIMARY KEY (company_id, batch_id, outcome, number),
  constraint import_outcome_is_known CHECK ((outcome = ANY (ARRAY['added'::text, 'changed'::text, 'unchanged'::text, 'refused'::text])))
);
alter table import_row enable row level security;
create policy company_isolation on import_row using ((company_id = current_company()));
grant delete, insert, select on import_row to quittance_app;

create table intercompany_transfer (
  company_id uuid not null,
  event_id uuid not null,
  direction text not null,
  other_company_id uuid not null,
  entry_id uuid not null,
  currency text not null,
  amount_minor bigint not null,
  item_id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint intercompany_transfer_pkey PRIMARY KEY (company_id, event_id, direction),
  constraint transfer_direction_is_known CHECK ((direction = ANY (ARRAY['out'::text, 'in'::text])))
);
alter table intercompany_transfer enable row level security;
create policy company_isolation on intercompany_transfer using ((company_id = current_company()));
grant insert, select on intercompany_transfer to quittance_app;

create table item (
  company_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  instalment smallint not null,
  kind text not null,
  number text collate "C" not null,
  account text not null,
  customer_id uuid not null,
  currency text not null,
  amount_minor bigint not null,
  functional_minor bigint not null,
  issued_on date not null,
  due_on date not null,
  opening_entry_id uuid not null,
  last_effective_on date not null,
  last_recorded_at timestamp with time zone,
  has_moved boolean not null default false,
  settled_minor bigint not null default 0,
  settled_functional_minor bigint not null default 0,
  open_minor bigint generated always as ((amount_minor - settled_minor)) stored,
  note text,
  constraint item_pkey PRIMARY KEY (company_id, id),
  constraint item_account_is_control CHECK ((account = ANY (ARRAY['receivable'::text, 'unapplied'::text]))),
  constraint item_amount_is_not_zero CHECK ((amount_minor <> 0)),
  constraint item_closed_carries_nothing CHECK (((settled_minor <> amount_minor) OR (settled_functional_minor = functional_minor))),
  constraint item_open_between_zero_and_amount CHECK ((((amount_minor > 0) AND ((settled_minor >= 0) AND (settled_minor <= amount_minor))) OR ((amount_minor < 0) AND ((settled_minor >= amount_minor) AND (settled_minor <= 0)))))
);
CREATE INDEX item_by_customer ON item USING btree (company_id, customer_id, id);
CREATE INDEX item_by_opening_entry ON item USING btree (company_id, opening_entry_id);
CREATE INDEX item_open ON item USING btree (company_id, customer_id, due_on) INCLUDE (account, currency, open_minor) WHERE (open_minor <> 0);
CREATE INDEX item_open_by_amount ON item USING btree (company_id, currency, open_minor) WHERE (open_minor <> 0);
CREATE INDEX item_unapplied_receipt ON item USING btree (company_id, issued_on, id) WHERE ((kind = 'receipt'::text) AND (open_minor <> 0));
CREATE TRIGGER item_opens_with_its_postings AFTER INSERT ON item REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_new_items();
alter table item enable row level security;
create policy company_isolation on item using ((company_id = current_company()));
grant insert, select on item to quittance_app;
grant update (note) on item to quittance_app;

create table item_position (
  company_id uuid not null,
  item_id uuid not null,
  entry_id uuid not null,
  step integer not null,
  effective_on date not null,
  customer_id uuid not null,
  due_on date not null,
  constraint item_position_pkey PRIMARY KEY (company_id, item_id, entry_id)
);
alter table item_position enable row level security;
create policy company_isolation on item_position using ((company_id = current_company()));
grant select on item_position to quittance_app;

create table journal_export (
  company_id uuid not null,
  number bigint not null,
  after_recorded_at timestamp with time zone not null,
  through_recorded_at timestamp with time zone not null,
  posting_count bigint not null,
  debit_functional_minor bigint not null,
  exported_at timestamp with time zone not null,
  actor_id uuid not null,
  constraint journal_export_pkey PRIMARY KEY (company_id, number)
);
alter table journal_export enable row level security;
create policy company_isolation on journal_export using ((company_id = current_company()));
grant insert, select on journal_export to quittance_app;

create table ledger_book (
  company_id uuid not null,
  closed_through date,
  closing_through date,
  constraint ledger_book_pkey PRIMARY KEY (company_id),
  constraint closing_is_after_closed CHECK (((closing_through IS NULL) OR (closed_through IS NULL) OR (closing_through > closed_through)))
);
CREATE TRIGGER closed_period_stays_closed BEFORE UPDATE ON ledger_book FOR EACH ROW EXECUTE FUNCTION check_book();
alter table ledger_book enable row level security;
create policy company_isolation on ledger_book using ((company_id = current_company()));
grant insert, select on ledger_book to quittance_app;
grant update (closed_through, closing_through) on ledger_book to quittance_app;

create table membership (
  company_id uuid not null,
  person_id uuid not null,
  role text not null,
  granted_by uuid not null,
  granted_at timestamp with time zone not null,
  constraint membership_pkey PRIMARY KEY (company_id, person_id, role),
  constraint membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX membership_by_person ON membership USING btree (person_id);
alter table membership enable row level security;
create policy company_isolation on membership using ((company_id = current_company()));
grant delete, insert, select on membership to quittance_app;

create table month_end_balance (
  company_id uuid not null,
  ends_on date not null,
  account text not null,
  customer_id uuid not null,
  due_on date not null,
  currency text not null,
  amount_minor bigint not null,
  constraint month_end_balance_pkey PRIMARY KEY (company_id, ends_on, account, customer_id, due_on, currency)
);
alter table month_end_balance enable row level security;
create policy company_isolation on month_end_balance using ((company_id = current_company()));
grant insert, select on month_end_balance to quittance_app;

create table month_end_snapshot (
  company_id uuid not null,
  ends_on date not null,
  known_at timestamp with time zone not null,
  constraint month_end_snapshot_pkey PRIMARY KEY (company_id, ends_on)
);
alter table month_end_snapshot enable row level security;
create policy company_isolation on month_end_snapshot using ((company_id = current_company()));
grant insert, select on month_end_snapshot to quittance_app;

create table payer_confirmation (
  company_id uuid not null,
  receipt_item_id uuid not null,
  decision_number integer not null,
  payer_account text collate "C" not null,
  payer_name text collate "C" not null,
  customer_id uuid,
  currency text not null,
  amount_minor bigint not null,
  booked_on date not null,
  taught_at timestamp with time zone not null,
  teaches_account boolean not null,
  teaches_name boolean not null,
  ended_at timestamp with time zone,
  constraint payer_confirmation_pkey PRIMARY KEY (company_id, receipt_item_id, decision_number)
);
CREATE INDEX payer_confirmation_by_account ON payer_confirmation USING btree (company_id, payer_account, currency, amount_minor) WHERE ((ended_at IS NULL) AND (payer_account <> ''::text));
CREATE INDEX payer_confirmation_by_name ON payer_confirmation USING btree (company_id, payer_name, currency, amount_minor) WHERE ((ended_at IS NULL) AND (payer_name <> ''::text));
alter table payer_confirmation enable row level security;
create policy company_isolation on payer_confirmation using ((company_id = current_company()));
grant insert, select on payer_confirmation to quittance_app;
grant update (teaches_account, teaches_name, ended_at) on payer_confirmation to quittance_app;

create table payer_link (
  company_id uuid not null,
  mark text not null,
  key text collate "C" not null,
  customer_id uuid not null,
  origin text not null,
  id uuid not null,
  uses integer not null,
  last_on date not null,
  constraint payer_link_pkey PRIMARY KEY (company_id, mark, key, customer_id, origin),
  constraint payer_link_id_is_unique UNIQUE (company_id, id),
  constraint payer_link_has_a_key CHECK ((key <> ''::text)),
  constraint payer_link_origin_is_known CHECK ((origin = ANY (ARRAY['application'::text, 'imported'::text]))),
  constraint payer_link_was_used CHECK ((uses > 0)),
  constraint payer_mark_is_known CHECK ((mark = ANY (ARRAY['account'::text, 'name'::text])))
);
alter table payer_link enable row level security;
create policy company_isolation on payer_link using ((company_id = current_company()));
grant delete, insert, select on payer_link to quittance_app;
grant update (uses, last_on) on payer_link to quittance_app;

create table pending_act (
  company_id uuid not null,
  id uuid not null,
  effective_on date not null,
  kind text not null,
  body jsonb not null,
  actor_id uuid not null,
  created_at timestamp with time zone not null,
  state text not null default 'waiting'::text,
  outcome text,
  settled_at timestamp with time zone,
  constraint pending_act_pkey PRIMARY KEY (company_id, id),
  constraint pending_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE INDEX pending_act_waiting ON pending_act USING btree (company_id, effective_on) WHERE (state = 'waiting'::text);
alter table pending_act enable row level security;
create policy company_isolation on pending_act using ((company_id = current_company()));
grant insert, select on pending_act to quittance_app;
grant update (state, outcome, settled_at) on pending_act to quittance_app;

create table period_close (
  company_id uuid not null,
  ends_on date not null,
  closed_at timestamp with time zone not null,
  actor_id uuid not null,
  known_at timestamp with time zone not null,
  control_totals jsonb not null,
  constraint period_close_pkey PRIMARY KEY (company_id, ends_on)
);
alter table period_close enable row level security;
create policy company_isolation on period_close using ((company_id = current_company()));
grant insert, select on period_close to quittance_app;

create table person (
  id uuid not null,
  email text not null,
  locale text not null default 'en'::text,
  password_hash text,
  is_administrator boolean not null default false,
  disabled_at timestamp with time zone,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_id_fkey FOREIGN KEY (id) REFERENCES actor(id),
  constraint person_email_is_short CHECK (((length(email) >= 3) AND (length(email) <= 254)))
);
CREATE UNIQUE INDEX person_email_is_unique ON person USING btree (lower(email));
grant insert, select on person to quittance_app;
grant update (email, locale, password_hash, disabled_at) on person to quittance_app;

create table posting (
  company_id uuid not null,
  entry_id uuid not null,
  line smallint not null,
  account text not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  currency text not null,
  amount_minor bigint not null,
  functional_minor bigint not null,
  customer_id uuid,
  item_id uuid,
  due_on date,
  constraint posting_pkey PRIMARY KEY (company_id, entry_id, line),
  constraint control_posting_names_item_and_date CHECK (
CASE
    WHEN (account = ANY (ARRAY['receivable'::text, 'unapplied'::text])) THEN ((item_id IS NOT NULL) AND (customer_id IS NOT NULL) AND (due_on IS NOT NULL))
    ELSE ((item_id IS NULL) AND (customer_id IS NULL) AND (due_on IS NULL))
END),
  constraint posting_account_is_known CHECK ((account = ANY (ARRAY['receivable'::text, 'unapplied'::text, 'cash'::text, 'billing'::text, 'cash_discount'::text, 'small_difference'::text, 'deduction'::text, 'bad_debt'::text, 'bank_fee'::text, 'withholding_tax'::text, 'refund'::text, 'suspense'::text, 'intercompany'::text, 'unclaimed_credit'::text, 'fx_realised'::text, 'fx_clearing'::text, 'fx_unrealised'::text, 'receivable_revaluation'::text])))
);
CREATE INDEX posting_by_item ON posting USING btree (company_id, item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX posting_by_time ON posting USING brin (recorded_at);
CREATE INDEX posting_control ON posting USING btree (company_id, account, effective_on) INCLUDE (customer_id, due_on, amount_minor, recorded_at, currency) WHERE (item_id IS NOT NULL);
CREATE TRIGGER postings_arrive_whole AFTER INSERT ON posting REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_new_postings();
alter table posting enable row level security;
create policy company_isolation on posting using ((company_id = current_company()));
grant insert, select on posting to quittance_app;

create table posting_account (
  company_id uuid not null,
  account text not null,
  gl_code text not null,
  name text not null,
  constraint posting_account_pkey PRIMARY KEY (company_id, account)
);
alter table posting_account enable row level security;
create policy company_isolation on posting_account using ((company_id = current_company()));
grant insert, select on posting_account to quittance_app;
grant update (gl_code, name) on posting_account to quittance_app;

create table quittance_migration (
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint quittance_migration_pkey PRIMARY KEY (number)
);

create table receipt_decision (
  company_id uuid not null,
  receipt_item_id uuid not null,
  number integer not null,
  is_current boolean not null,
  decision text not null,
  state text not null,
  rule text,
  explanation text,
  customer_id uuid,
  currency text not null,
  amount_minor bigint not null,
  unapplied_minor bigint not null,
  allocations jsonb not null,
  evidence jsonb not null,
  sentence text not null,
  alternatives jsonb not null,
  alternatives_count integer not null,
  rejected jsonb not null,
  question jsonb,
  would_change_if jsonb not null,
  policy_version text not null,
  decided_at timestamp with time zone not null,
  decided_by uuid not null,
  decided_by_name text not null,
  hold_ids uuid[] not null default '{}'::uuid[],
  settled_at timestamp with time zone,
  settled_by uuid,
  settled_by_name text,
  entry_ids uuid[] not null default '{}'::uuid[],
  ended_at timestamp with time zone,
  ended_by uuid,
  ended_reason text,
  constraint receipt_decision_pkey PRIMARY KEY (company_id, receipt_item_id, number),
  constraint auto_never_waits CHECK (((decision <> 'auto'::text) OR (state <> 'waiting'::text))),
  constraint decision_end_is_whole CHECK (((ended_at IS NOT NULL) = (state = ANY (ARRAY['undone'::text, 'replaced'::text, 'withdrawn'::text])))),
  constraint decision_is_known CHECK ((decision = ANY (ARRAY['auto'::text, 'suggest'::text, 'exception'::text, 'manual'::text]))),
  constraint decision_settlement_is_whole CHECK ((((settled_at IS NOT NULL) = (state = ANY (ARRAY['posted'::text, 'on_account'::text, 'not_ours'::text, 'undone'::text]))) AND ((settled_at IS NULL) = (settled_by IS NULL)))),
  constraint decision_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'posted'::text, 'on_account'::text, 'not_ours'::text, 'undone'::text, 'replaced'::text, 'withdrawn'::text]))),
  constraint exception_proposes_nothing CHECK (((decision <> 'exception'::text) OR (allocations = '[]'::jsonb))),
  constraint hold_belongs_to_what_waits CHECK (((state = 'waiting'::text) OR (hold_ids = '{}'::uuid[])))
);
CREATE UNIQUE INDEX receipt_decision_is_single ON receipt_decision USING btree (company_id, receipt_item_id) WHERE is_current;
CREATE INDEX receipt_decision_posted ON receipt_decision USING btree (company_id, settled_at, receipt_item_id) WHERE (is_current AND (state = ANY (ARRAY['posted'::text, 'not_ours'::text])));
CREATE INDEX receipt_decision_waiting ON receipt_decision USING btree (company_id, receipt_item_id) WHERE (state = 'waiting'::text);
alter table receipt_decision enable row level security;
create policy company_isolation on receipt_decision using ((company_id = current_company()));
grant insert, select on receipt_decision to quittance_app;
grant update (is_current, state, hold_ids, settled_at, settled_by, settled_by_name, entry_ids, ended_at, ended_by, ended_reason) on receipt_decision to quittance_app;

create table rejected_pair (
  company_id uuid not null,
  receipt_item_id uuid not null,
  item_id uuid not null,
  rejected_at timestamp with time zone not null,
  rejected_by uuid not null,
  reason text not null,
  with_decision integer,
  ended_at timestamp with time zone,
  constraint rejected_pair_pkey PRIMARY KEY (company_id, receipt_item_id, item_id)
);
alter table rejected_pair enable row level security;
create policy company_isolation on rejected_pair using ((company_id = current_company()));
grant insert, select on rejected_pair to quittance_app;
grant update (rejected_at, rejected_by, reason, with_decision, ended_at) on rejected_pair to quittance_app;

create table seal (
  company_id uuid not null,
  number bigint not null,
  through_recorded_at timestamp with time zone not null,
  through_entry_id uuid not null,
  entry_count integer not null,
  previous_hash text not null,
  hash text not null,
  sealed_at timestamp with time zone not null,
  constraint seal_pkey PRIMARY KEY (company_id, number)
);
alter table seal enable row level security;
create policy company_isolation on seal using ((company_id = current_company()));
grant insert, select on seal to quittance_app;

create table session (
  token_hash text not null,
  person_id uuid not null,
  opened_by text not null,
  opened_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  address text not null,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint session_opened_by_is_known CHECK ((opened_by = ANY (ARRAY['password'::text, 'link'::text])))
);
CREATE INDEX session_by_person ON session USING btree (person_id);
grant delete, insert, select on session to quittance_app;
grant update (last_seen_at) on session to quittance_app;

create table sign_in_link (
  token_hash text not null,
  person_id uuid not null,
  made_by uuid not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint sign_in_link_pkey PRIMARY KEY (token_hash),
  constraint sign_in_link_made_by_fkey FOREIGN KEY (made_by) REFERENCES actor(id),
  constraint sign_in_link_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
grant delete, insert, select on sign_in_link to quittance_app;
grant update (used_at) on sign_in_link to quittance_app;

create table sign_in_window (
  key text not null,
  started_at timestamp with time zone not null,
  attempts integer not null,
  constraint sign_in_window_pkey PRIMARY KEY (key)
);
grant delete, insert, select, update on sign_in_window to quittance_app;
