-- The customer as the team knows it: further numbers and tax ids, contacts, what was done with it (activities), requests
-- under four eyes, blocks, duplicates merged.

alter table customer
  add column time_zone text,
  add column channel text,
  add column segment text,
  add column tier text,
  add column tags text[] not null default '{}',
  add column credit_limit_minor bigint,
  add column credit_limit_currency text,
  add constraint customer_credit_limit_is_whole check (
    (credit_limit_minor is null) = (credit_limit_currency is null) and credit_limit_minor >= 0);
grant update (time_zone, channel, segment, tier, tags, credit_limit_minor, credit_limit_currency) on customer to quittance_app;

-- A group has a head: whoever goes up from parent to parent arrives. The rows on the way up are locked, so that two who
-- close a circle from both sides meet (as a deadlock, after which one of them sees what the other did).
create function check_customer_parent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  above uuid := new.parent_id;
  steps int := 0;
begin
  while above is not null loop
    steps := steps + 1;
    if above = new.id or steps > 100 then
      perform refuse('customer_parents_make_no_circle', format('customer %s', new.number));
    end if;
    select c.parent_id into above from customer c where c.company_id = new.company_id and c.id = above for no key update;
  end loop;
  return null;
end
$$;
create trigger customer_parents_make_no_circle after insert on customer
  for each row when (new.parent_id is not null) execute function check_customer_parent();
create trigger customer_parents_make_no_circle_later after update on customer
  for each row when (new.parent_id is not null and new.parent_id is distinct from old.parent_id) execute function check_customer_parent();

-- The numbers other systems have for a customer. One number may mean different customers in two systems; it then finds
-- neither until the system is named.
create table customer_number (
  company_id uuid not null,
  system text not null,
  number text collate "C" not null,
  customer_id uuid not null,
  created_at timestamptz not null,
  primary key (company_id, system, number),
  constraint customer_number_has_its_customer foreign key (company_id, customer_id) references customer (company_id, id),
  constraint customer_number_names_its_system check (length(system) between 1 and 40 and length(number) between 1 and 100)
);
create index customer_number_by_number on customer_number (company_id, number);
create index customer_number_by_customer on customer_number (company_id, customer_id);

-- Tax ids beside the main one in `customer`: of other countries, of other kinds.
create table customer_tax_id (
  company_id uuid not null,
  customer_id uuid not null,
  country text not null,
  kind text not null,
  number text collate "C" not null,
  created_at timestamptz not null,
  primary key (company_id, customer_id, country, kind, number),
  constraint tax_id_has_its_customer foreign key (company_id, customer_id) references customer (company_id, id)
);
create index customer_tax_id_by_number on customer_tax_id (company_id, number);

-- A bank account that an import brought to a customer that was there before waits for somebody to look at it.
alter table customer_bank_account
  add column holder text,
  add column request_id uuid,
  add column reviewed_by uuid,
  add column reviewed_by_name text,
  add column reviewed_at timestamptz,
  add constraint bank_account_review_is_whole check ((reviewed_by is null) = (reviewed_at is null));
grant update (holder, request_id, reviewed_by, reviewed_by_name, reviewed_at) on customer_bank_account to quittance_app;

create table contact (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  name text not null,
  roles text[] not null default '{}',
  language text,
  email text,
  phone text,
  is_primary boolean not null default false,
  notes text,
  batch_id uuid,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (company_id, id),
  constraint contact_has_its_customer foreign key (company_id, customer_id) references customer (company_id, id),
  constraint contact_has_a_name check (length(name) between 1 and 200),
  constraint contact_ended_is_not_primary check (ended_at is null or not is_primary)
);
create index contact_by_customer on contact (company_id, customer_id);
create unique index contact_primary_is_single on contact (company_id, customer_id) where is_primary;
create index contact_by_batch on contact (company_id, batch_id) where batch_id is not null;

-- One append-only stream: who did what, on which customer, item, case, how long. A correction is a further line that
-- supersedes an earlier one; a line that withdraws takes it out of the timeline. Nothing is updated or deleted.
create table activity (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  item_id uuid,
  case_id uuid,
  contact_id uuid,
  -- note, call, mail, meeting …: others are added by whoever writes them
  kind text not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  actor_id uuid not null,
  actor_name text not null,
  duration_seconds int,
  text text not null,
  detail jsonb,
  supersedes_id uuid,
  is_withdrawal boolean not null default false,
  batch_id uuid,
  primary key (company_id, id),
  constraint activity_has_its_customer foreign key (company_id, customer_id) references customer (company_id, id),
  constraint activity_kind_is_a_word check (kind ~ '^[a-z][a-z0-9_]{0,39}$'),
  constraint activity_text_is_short check (length(text) <= 10000),
  constraint activity_duration_is_within_a_day check (duration_seconds between 0 and 86400),
  constraint activity_supersedes_a_line foreign key (company_id, supersedes_id) references activity (company_id, id),
  constraint activity_withdraws_a_line check (not is_withdrawal or supersedes_id is not null)
);
create unique index activity_is_superseded_once on activity (company_id, supersedes_id) where supersedes_id is not null;
create index activity_by_customer on activity (company_id, customer_id, happened_at desc, id desc);
create index activity_by_actor on activity (company_id, actor_id, recorded_at);
create index activity_by_item on activity (company_id, item_id) where item_id is not null;
create index activity_by_batch on activity (company_id, batch_id) where batch_id is not null;

-- What somebody asks to be changed, and what another decides. What was asked is never altered; an approved request is the change.
create table customer_request (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  -- of an on-boarding only when it is approved: the customer it became
  customer_id uuid,
  before jsonb not null,
  after jsonb not null,
  reason text not null,
  -- who at the customer asked, and how that reached us
  asked_by text,
  channel text not null,
  -- the call-back on a number we had before: whom, and what they said
  called_back_at timestamptz,
  called_back_by_name text,
  call_back_note text,
  state text not null default 'waiting',
  requested_by uuid not null,
  requested_by_name text not null,
  requested_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decision_reason text,
  primary key (company_id, id),
  constraint request_kind_is_known check (kind in ('onboarding', 'maintenance')),
  constraint request_channel_is_known check (channel in ('email', 'phone', 'letter', 'portal', 'visit', 'internal')),
  constraint request_state_is_known check (state in ('waiting', 'approved', 'rejected', 'withdrawn')),
  constraint request_is_about_a_customer check (customer_id is not null or (kind = 'onboarding' and state <> 'approved')),
  constraint request_decision_is_whole check ((state = 'waiting') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint request_is_decided_by_another check (state not in ('approved', 'rejected') or decided_by <> requested_by),
  constraint request_is_withdrawn_by_its_maker check (state <> 'withdrawn' or decided_by = requested_by),
  constraint request_rejection_has_a_reason check (state <> 'rejected' or length(decision_reason) > 0),
  constraint request_has_its_customer foreign key (company_id, customer_id) references customer (company_id, id)
);
create index customer_request_by_customer on customer_request (company_id, customer_id, id);
create index customer_request_by_state on customer_request (company_id, state, id);

create function check_request() returns trigger language plpgsql as $$
begin
  if old.state <> 'waiting' then perform refuse('request_is_decided_once', format('request %s is %s', old.id, old.state)); end if;
  return new;
end
$$;
create trigger request_is_decided_once before update on customer_request for each row execute function check_request();

-- A block is a fact with a reason: no orders, no dunning, no payments out. It ends by being released, by another person.
create table customer_block (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  what text not null,
  reason text not null,
  hold_id uuid,
  blocked_by uuid not null,
  blocked_by_name text not null,
  blocked_at timestamptz not null,
  released_by uuid,
  released_by_name text,
  released_at timestamptz,
  release_reason text,
  primary key (company_id, id),
  constraint block_is_of_a_kind check (what in ('orders', 'dunning', 'payments')),
  constraint block_has_a_reason check (length(reason) > 0),
  constraint block_has_its_customer foreign key (company_id, customer_id) references customer (company_id, id),
  constraint block_release_is_whole check ((released_by is null) = (released_at is null) and (released_by is null) = (release_reason is null)),
  constraint block_is_released_by_another check (released_by <> blocked_by)
);
create unique index block_is_in_force_once on customer_block (company_id, customer_id, what) where released_at is null;
create index customer_block_by_customer on customer_block (company_id, customer_id);

-- Two records of one party: the duplicate points at the survivor from an instant on, until that is undone. Its items stay where
-- they are and are shown with the survivor's (docs/decisions/0007).
create table customer_merge (
  company_id uuid not null,
  id uuid not null,
  duplicate_id uuid not null,
  survivor_id uuid not null,
  reason text,
  merged_by uuid not null,
  merged_by_name text not null,
  merged_at timestamptz not null,
  undone_by uuid,
  undone_by_name text,
  undone_at timestamptz,
  undo_reason text,
  primary key (company_id, id),
  constraint merge_has_its_duplicate foreign key (company_id, duplicate_id) references customer (company_id, id),
  constraint merge_has_its_survivor foreign key (company_id, survivor_id) references customer (company_id, id),
  constraint merge_is_of_two check (duplicate_id <> survivor_id),
  constraint merge_undoing_is_whole check ((undone_by is null) = (undone_at is null))
);
create unique index merge_is_into_one on customer_merge (company_id, duplicate_id) where undone_at is null;
create index customer_merge_by_survivor on customer_merge (company_id, survivor_id) where undone_at is null;

-- Merges form no circle: the rows of both customers are locked, in the order of their ids.
create function check_merge() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  above uuid := new.survivor_id;
  steps int := 0;
begin
  perform from customer c where c.company_id = new.company_id and c.id in (new.duplicate_id, new.survivor_id) order by c.id for no key update;
  if exists (select from customer c where c.company_id = new.company_id and c.id in (new.duplicate_id, new.survivor_id) and c.kind <> 'regular') then
    perform refuse('merge_is_of_regular_customers', format('customer %s', new.duplicate_id));
  end if;
  while above is not null loop
    steps := steps + 1;
    if above = new.duplicate_id or steps > 100 then
      perform refuse('merges_make_no_circle', format('customer %s', new.duplicate_id));
    end if;
    select m.survivor_id into above from customer_merge m
      where m.company_id = new.company_id and m.duplicate_id = above and m.undone_at is null;
  end loop;
  return new;
end
$$;
create trigger merges_make_no_circle before insert on customer_merge for each row execute function check_merge();

-- "These two are not the same", so that they are not listed as duplicates again. The smaller id first.
create table customer_distinction (
  company_id uuid not null,
  first_id uuid not null,
  second_id uuid not null,
  said_by uuid not null,
  said_by_name text not null,
  said_at timestamptz not null,
  reason text,
  primary key (company_id, first_id, second_id),
  constraint distinction_is_of_two check (first_id < second_id),
  constraint distinction_has_its_first foreign key (company_id, first_id) references customer (company_id, id),
  constraint distinction_has_its_second foreign key (company_id, second_id) references customer (company_id, id)
);

-- By what a customer is found: numbers, name, tax ids, accounts in one text, folded as a searcher writes (small letters, no
-- accents). A narrow table of its own: searching any part of it reads all of a company's, and 50,000 are a few megabytes.
create table customer_search (
  company_id uuid not null,
  customer_id uuid not null,
  number text collate "C" not null,
  text text not null,
  primary key (company_id, customer_id)
);

create function fold_text(value text) returns text language sql immutable parallel safe
  return translate(replace(lower(regexp_replace(normalize(value, NFKD), '[\u0300-\u036f]', '', 'g')), 'ß', 'ss'), 'øłđı', 'oldi');

create function index_customers(company uuid, ids uuid[]) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into customer_search (company_id, customer_id, number, text)
    select c.company_id, c.id, c.number, fold_text(concat_ws(' ', c.number, c.name, c.tax_id, c.email,
        (select string_agg(n.number, ' ') from customer_number n where n.company_id = c.company_id and n.customer_id = c.id),
        (select string_agg(t.number, ' ') from customer_tax_id t where t.company_id = c.company_id and t.customer_id = c.id),
        (select string_agg(b.account, ' ') from customer_bank_account b where b.company_id = c.company_id and b.customer_id = c.id)))
      from customer c where c.company_id = company and c.id = any(ids) and c.kind = 'regular'
      order by c.id
    on conflict (company_id, customer_id) do update set text = excluded.text
$$;
revoke execute on function index_customers(uuid, uuid[]) from public;

-- Of the statement's rows; the argument says which column holds the customer.
create function index_added_customers() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_argv[0] = 'id' then
    perform index_customers(a.company_id, array_agg(a.id)) from added a group by a.company_id;
  else
    perform index_customers(a.company_id, array_agg(distinct a.customer_id)) from added a group by a.company_id;
  end if;
  return null;
end
$$;
create function index_removed_customers() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_argv[0] = 'id' then
    delete from customer_search s using removed r where s.company_id = r.company_id and s.customer_id = r.id;
  else
    perform index_customers(r.company_id, array_agg(distinct r.customer_id)) from removed r group by r.company_id;
  end if;
  return null;
end
$$;
create trigger customer_is_found_by_its_fields after insert on customer
  referencing new table as added for each statement execute function index_added_customers('id');
create trigger customer_is_found_by_its_new_fields after update on customer
  referencing new table as added for each statement execute function index_added_customers('id');
create trigger customer_is_found_no_more after delete on customer
  referencing old table as removed for each statement execute function index_removed_customers('id');
create trigger customer_is_found_by_its_accounts after insert on customer_bank_account
  referencing new table as added for each statement execute function index_added_customers('customer_id');
create trigger customer_is_not_found_by_other_accounts after delete on customer_bank_account
  referencing old table as removed for each statement execute function index_removed_customers('customer_id');
create trigger customer_is_found_by_its_numbers after insert on customer_number
  referencing new table as added for each statement execute function index_added_customers('customer_id');
create trigger customer_is_not_found_by_other_numbers after delete on customer_number
  referencing old table as removed for each statement execute function index_removed_customers('customer_id');
create trigger customer_is_found_by_its_tax_ids after insert on customer_tax_id
  referencing new table as added for each statement execute function index_added_customers('customer_id');
create trigger customer_is_not_found_by_other_tax_ids after delete on customer_tax_id
  referencing old table as removed for each statement execute function index_removed_customers('customer_id');

do $$
declare company record;
begin
  for company in select distinct company_id as id from customer loop
    perform index_customers(company.id, array(select c.id from customer c where c.company_id = company.id));
  end loop;
end
$$;

do $$
declare name text;
begin
  foreach name in array array['customer_number', 'customer_tax_id', 'contact', 'activity', 'customer_request', 'customer_block',
    'customer_merge', 'customer_distinction', 'customer_search']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select on %I to quittance_app', name);
  end loop;
end
$$;
grant insert, delete on customer_number, customer_tax_id, contact, customer_distinction to quittance_app;
grant insert on activity, customer_request, customer_block, customer_merge to quittance_app;
grant update (name, roles, language, email, phone, is_primary, notes, ended_at) on contact to quittance_app;
grant update (customer_id, called_back_at, called_back_by_name, call_back_note, state, decided_by, decided_by_name, decided_at,
  decision_reason) on customer_request to quittance_app;
grant update (hold_id, released_by, released_by_name, released_at, release_reason) on customer_block to quittance_app;
grant update (undone_by, undone_by_name, undone_at, undo_reason) on customer_merge to quittance_app;
