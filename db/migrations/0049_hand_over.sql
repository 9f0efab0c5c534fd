-- Work that goes from one person to others as one act, and back; tasks that say in codes what they are for, and why they were called off;
-- a version of the portfolio rules that holds nothing.

create table hand_over (
  company_id uuid not null,
  id uuid not null,
  from_id uuid not null references person (id),
  -- null: to the owner of each customer, else to the team
  to_id uuid references person (id),
  reason text not null,
  -- [{kind, toId, count}]: what went to whom
  totals jsonb not null,
  -- the version of the portfolio rules that it made, and the one that held before
  rules_number int,
  rules_before int,
  -- the person's roles before and after, where they were changed in the same act
  roles_before text[],
  roles_after text[],
  made_at timestamptz not null,
  made_by uuid not null,
  made_by_name text not null,
  undone_at timestamptz,
  undone_by_name text,
  primary key (company_id, id),
  constraint hand_over_is_to_another check (from_id <> to_id),
  constraint hand_over_has_a_reason check (length(reason) between 1 and 500),
  constraint hand_over_roles_are_whole check ((roles_before is null) = (roles_after is null)),
  constraint hand_over_undoing_is_whole check ((undone_at is null) = (undone_by_name is null))
);
create index hand_over_by_time on hand_over (company_id, made_at desc, id desc);

create table hand_over_piece (
  company_id uuid not null,
  hand_over_id uuid not null,
  kind text not null,
  -- the task, call-back, conversation, receipt, session, blocker; the move of customers; whom was covered for; the company
  subject_id uuid not null,
  -- null: nobody in particular
  to_id uuid references person (id),
  primary key (company_id, hand_over_id, kind, subject_id),
  constraint hand_over_piece_is_of_one foreign key (company_id, hand_over_id) references hand_over (company_id, id)
);

-- Whoever got work is told, until they have seen it.
create table hand_over_told (
  company_id uuid not null,
  hand_over_id uuid not null,
  person_id uuid not null references person (id),
  seen_at timestamptz,
  primary key (company_id, hand_over_id, person_id),
  constraint hand_over_told_is_of_one foreign key (company_id, hand_over_id) references hand_over (company_id, id)
);
create index hand_over_told_by_person on hand_over_told (company_id, person_id) where seen_at is null;

-- {kind, ...}: what the product asks for with it; the screen says it in the reader's language, and the title stays for search.
alter table task add column act jsonb;
-- Why it was called off.
alter table task add column end_reason text;
alter table task add constraint task_end_reason_is_short check (length(end_reason) between 1 and 500);
create index task_by_escalation on task (company_id, escalated_to) where status = 'open' and escalated_to is not null;

-- Without anybody who has the rest, a version holds nothing: nobody looks after anybody.
alter table portfolio_rules alter column default_owner_id drop not null;
alter table portfolio_rules add constraint portfolio_rules_without_a_rest_hold_nothing
  check (default_owner_id is not null or jsonb_array_length(rules) = 0);

do $$
declare name text;
begin
  foreach name in array array['hand_over', 'hand_over_piece', 'hand_over_told']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert on %I to quittance_app', name);
  end loop;
end
$$;
grant update (undone_at, undone_by_name) on hand_over to quittance_app;
grant update (seen_at) on hand_over_told to quittance_app;
grant update (act, end_reason) on task to quittance_app;
