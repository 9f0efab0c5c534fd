-- How a customer must be billed and when it pays, in versions; which contacts may be written to and called; what the team keeps for
-- its morning: who did well, and what stands in the way.

-- The last version holds.
create table customer_profile (
  company_id uuid not null,
  customer_id uuid not null,
  number int not null,
  -- {delivery, invoiceAddress, portalName, portalUrl, orderRule, orderNote, approval: [{who, days}], payRun, cutOff, askFor: [{what, whom}], note}
  fields jsonb not null,
  set_at timestamptz not null,
  set_by uuid not null,
  set_by_name text not null,
  primary key (company_id, customer_id, number),
  constraint profile_counts_from_one check (number > 0),
  constraint profile_is_of_a_customer foreign key (company_id, customer_id) references customer (company_id, id) on delete cascade
);

-- What a contact agreed to, each time it was said; the last line holds. Without one nothing was said.
create table contact_consent (
  company_id uuid not null,
  contact_id uuid not null,
  number int not null,
  may_mail boolean not null,
  may_call boolean not null,
  -- the day on which it was said, and how we know
  since date not null,
  source text not null,
  set_at timestamptz not null,
  set_by uuid not null,
  set_by_name text not null,
  primary key (company_id, contact_id, number),
  constraint consent_counts_from_one check (number > 0),
  constraint consent_has_a_source check (length(source) between 1 and 500),
  constraint consent_is_of_a_contact foreign key (company_id, contact_id) references contact (company_id, id) on delete cascade
);

-- A word of praise that the team sees.
create table accolade (
  company_id uuid not null,
  id uuid not null,
  person_id uuid not null references person (id),
  -- what it was given for: a day's work
  day date not null,
  text text not null,
  given_at timestamptz not null,
  given_by uuid not null,
  given_by_name text not null,
  withdrawn_at timestamptz,
  primary key (company_id, id),
  constraint accolade_is_for_somebody_else check (person_id <> given_by),
  constraint accolade_is_short check (length(text) between 1 and 300)
);
create unique index accolade_once_a_day on accolade (company_id, person_id, day, given_by) where withdrawn_at is null;
create index accolade_by_day on accolade (company_id, day) where withdrawn_at is null;

-- What stands in the way, and who sees to it, until it is solved.
create table huddle_blocker (
  company_id uuid not null,
  id uuid not null,
  text text not null,
  owner_id uuid not null references person (id),
  customer_id uuid,
  raised_at timestamptz not null,
  raised_by uuid not null,
  raised_by_name text not null,
  solved_at timestamptz,
  solved_by_name text,
  -- what solved it
  solution text,
  primary key (company_id, id),
  constraint blocker_is_said check (length(text) between 1 and 1000),
  constraint blocker_solution_is_short check (length(solution) <= 1000),
  constraint blocker_end_is_whole check ((solved_at is null) = (solved_by_name is null)),
  constraint blocker_is_of_a_customer foreign key (company_id, customer_id) references customer (company_id, id)
);
create index huddle_blocker_open on huddle_blocker (company_id, raised_at) where solved_at is null;

-- What came in and was said on a day.
create index activity_by_day on activity (company_id, happened_at);

do $$
declare name text;
begin
  foreach name in array array['customer_profile', 'contact_consent', 'accolade', 'huddle_blocker']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert on %I to quittance_app', name);
  end loop;
end
$$;
grant update (withdrawn_at) on accolade to quittance_app;
grant update (text, owner_id, solved_at, solved_by_name, solution) on huddle_blocker to quittance_app;
