-- Portfolios: who looks after which customers, by rules in versions, by hand until a day, in absence by somebody else; and what
-- people set aside on the day's list.

-- The last version holds; an undone one is followed by a version that restores the one before.
create table portfolio_rules (
  company_id uuid not null,
  number int not null,
  -- [{name, ownerId, conditions: [{attribute, ...}]}], the first that fits counts
  rules jsonb not null,
  -- whom those belong to for whom no rule fits
  default_owner_id uuid not null references person (id),
  reason text not null,
  -- the version whose rules it brings back
  restores int,
  made_at timestamptz not null,
  made_by uuid not null,
  made_by_name text not null,
  primary key (company_id, number),
  constraint portfolio_rules_count_from_one check (number > 0),
  constraint portfolio_rules_are_limited check (jsonb_array_length(rules) <= 200),
  constraint portfolio_rules_have_a_reason check (length(reason) between 1 and 500)
);

-- Customers moved by hand, one or many, as one act that is undone as one.
create table portfolio_move (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  reason text not null,
  -- the last day; null: until somebody moves them again
  until_on date,
  customer_count int not null,
  made_at timestamptz not null,
  made_by uuid not null,
  made_by_name text not null,
  undone_at timestamptz,
  undone_by_name text,
  primary key (company_id, id),
  constraint portfolio_move_kind_is_known check (kind in ('hand', 'rebalance')),
  constraint portfolio_move_has_a_reason check (length(reason) between 1 and 500),
  constraint portfolio_move_undoing_is_whole check ((undone_at is null) = (undone_by_name is null))
);
create index portfolio_move_by_time on portfolio_move (company_id, made_at desc, id desc);

create table portfolio_override (
  company_id uuid not null,
  move_id uuid not null,
  customer_id uuid not null,
  -- null: by the rules again
  owner_id uuid references person (id),
  primary key (company_id, move_id, customer_id),
  constraint override_is_of_a_move foreign key (company_id, move_id) references portfolio_move (company_id, id),
  constraint override_is_of_a_customer foreign key (company_id, customer_id) references customer (company_id, id) on delete cascade
);
create index portfolio_override_by_customer on portfolio_override (company_id, customer_id);

-- Who sees whose customers while the calendar has them away.
create table portfolio_cover (
  company_id uuid not null,
  person_id uuid not null references person (id),
  cover_id uuid not null references person (id),
  set_at timestamptz not null,
  set_by_name text not null,
  primary key (company_id, person_id),
  constraint cover_is_somebody_else check (person_id <> cover_id)
);

-- Worked out from rules, moves and customers; may be thrown away at any time.
create table portfolio_assignment (
  company_id uuid not null,
  customer_id uuid not null,
  owner_id uuid not null,
  -- rule, hand, rest: the words of why follow from it
  cause text not null,
  rule_name text,
  rules_number int not null,
  move_id uuid,
  until_on date,
  primary key (company_id, customer_id),
  constraint assignment_cause_is_known check (cause in ('rule', 'hand', 'rest'))
);
create index portfolio_assignment_by_owner on portfolio_assignment (company_id, owner_id, customer_id);

create table portfolio_state (
  company_id uuid not null primary key,
  assigned_on date not null,
  rules_number int not null
);

-- Customers who changed since they were assigned.
create table portfolio_stale (
  company_id uuid not null,
  customer_id uuid not null,
  seen_at timestamptz not null default clock_timestamp()
);
create index portfolio_stale_by_company on portfolio_stale (company_id);

create function note_portfolio_stale() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into portfolio_stale (company_id, customer_id) select company_id, id from changed;
  return null;
end
$$;
create trigger customer_is_assigned_when_new after insert on customer
  referencing new table as changed for each statement execute function note_portfolio_stale();
create trigger customer_is_assigned_anew after update on customer
  referencing new table as changed for each statement execute function note_portfolio_stale();

-- What somebody set aside on the day's list: done with for today, or to come back on a day.
create table worklist_mark (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null,
  back_on date not null,
  reason text,
  marked_on date not null,
  marked_at timestamptz not null,
  marked_by uuid not null,
  marked_by_name text not null,
  withdrawn_at timestamptz,
  primary key (company_id, id),
  constraint mark_kind_is_known check (kind in ('done', 'snoozed')),
  constraint mark_comes_back_later check (back_on > marked_on and back_on <= marked_on + 400),
  constraint mark_reason_is_short check (length(reason) between 1 and 500),
  constraint mark_is_of_a_customer foreign key (company_id, customer_id) references customer (company_id, id) on delete cascade
);
create index worklist_mark_by_customer on worklist_mark (company_id, customer_id, marked_at desc) where withdrawn_at is null;
create index worklist_mark_by_day on worklist_mark (company_id, back_on) where withdrawn_at is null;

-- The list as it was when a day ended, for what changed since. Some days are kept.
create table worklist_evening (
  company_id uuid not null,
  day date not null,
  customer_id uuid not null,
  score smallint not null,
  collectable_minor bigint not null,
  primary key (company_id, day, customer_id)
);

do $$
declare name text;
begin
  foreach name in array array['portfolio_rules', 'portfolio_move', 'portfolio_override', 'portfolio_cover', 'portfolio_assignment',
    'portfolio_state', 'portfolio_stale', 'worklist_mark', 'worklist_evening']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert on %I to quittance_app', name);
  end loop;
end
$$;
grant update (undone_at, undone_by_name) on portfolio_move to quittance_app;
grant update (cover_id, set_at, set_by_name), delete on portfolio_cover to quittance_app;
grant update, delete on portfolio_assignment, portfolio_state, portfolio_stale, worklist_evening to quittance_app;
grant update (withdrawn_at) on worklist_mark to quittance_app;

-- The last working evening before the day of the list: what it is compared with.
alter table worklist_state add column since_on date;
