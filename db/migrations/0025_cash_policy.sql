-- Cash application's policy as versions: what somebody proposed, how it did on past receipts, and which one holds since when.

-- What a company changes of the usual policy. Nothing of it is changed later: another idea is another version.
create table cash_policy (
  company_id uuid not null,
  -- counts the company's versions, from 1
  number int not null,
  -- {rulesOff: [name], limits: {name: n}, deductions: {reason: {isClaimed, caps}}}
  changes jsonb not null,
  reason text not null,
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  primary key (company_id, number),
  constraint cash_policy_counts_from_one check (number > 0),
  constraint cash_policy_has_a_reason check (length(reason) between 1 and 1000)
);

-- What a version would have done on past receipts, beside what was done.
create table cash_policy_trial (
  company_id uuid not null,
  id uuid not null,
  number int not null,
  from_on date not null,
  until_on date not null,
  -- figures, and the receipts that differ with both answers
  result jsonb not null,
  run_at timestamptz not null,
  run_by uuid not null,
  run_by_name text not null,
  primary key (company_id, id),
  constraint cash_policy_trial_covers_days check (until_on >= from_on)
);
create index cash_policy_trial_by_number on cash_policy_trial (company_id, number, run_at);

-- Which version holds from when: the latest row says it. Number 0 is the usual policy without changes.
create table cash_policy_switch (
  company_id uuid not null,
  position int not null,
  number int not null,
  -- what it was switched on after; without one the reason alone bears it
  trial_id uuid,
  reason text,
  switched_at timestamptz not null,
  switched_by uuid not null,
  switched_by_name text not null,
  primary key (company_id, position),
  constraint cash_policy_switch_counts_from_one check (position > 0),
  constraint cash_policy_switch_is_founded check (trial_id is not null or reason is not null),
  constraint cash_policy_switch_reason_is_limited check (length(reason) between 1 and 1000)
);

do $$
declare name text;
begin
  foreach name in array array['cash_policy', 'cash_policy_trial', 'cash_policy_switch']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert on %I to quittance_app', name);
  end loop;
end
$$;
