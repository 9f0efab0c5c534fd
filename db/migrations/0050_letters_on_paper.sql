-- Letters of runs on paper: written to be printed, gathered into prints, taken as steps when somebody says that they were posted.

alter table dunning_action
  drop constraint dunning_action_channel_is_known,
  drop constraint dunning_letter_has_its_message,
  add constraint dunning_action_channel_is_known check (channel in ('mail', 'paper', 'person')),
  add constraint dunning_letter_has_its_message check (
    (channel <> 'person') = (message_id is not null) and (channel <> 'person') = (purpose is not null));

alter table dunning_held drop constraint dunning_held_says_why;
alter table dunning_held add constraint dunning_held_says_why check (reason in ('customer_hold', 'item_hold', 'credits_cover', 'task_open',
  'letter_not_printed', 'item_small', 'bank_data_stale', 'nobody_to_do_it', 'customer_small', 'no_address', 'quiet_days', 'daily_cap'));

-- Letters of a run that go to the printer together. It is written down before it is drawn, and drawn of what is written down: whoever
-- fetches it twice has the same letters twice in hand, and they count once.
create table dunning_print (
  company_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  -- counts the run's prints, from 1
  number int not null,
  made_at timestamptz not null,
  made_by uuid not null,
  made_by_name text not null,
  -- somebody said that they were posted, or that nothing of it was
  ended_as text,
  ended_at timestamptz,
  ended_by_name text,
  primary key (company_id, id),
  constraint dunning_print_is_numbered unique (company_id, run_id, number),
  constraint dunning_print_has_its_run foreign key (company_id, run_id) references dunning_run (company_id, id),
  constraint dunning_print_counts_from_one check (number > 0),
  constraint dunning_print_end_is_known check (ended_as in ('posted', 'dropped')),
  constraint dunning_print_end_is_whole check ((ended_as is null) = (ended_at is null))
);
create index dunning_print_open on dunning_print (company_id, made_at) where ended_as is null;

create table dunning_print_letter (
  company_id uuid not null,
  print_id uuid not null,
  -- in the order in which they lie, from 1
  position int not null,
  message_id uuid not null,
  -- it was not posted with this print: it waits for the next
  left_at timestamptz,
  primary key (company_id, print_id, position),
  constraint print_letter_has_its_print foreign key (company_id, print_id) references dunning_print (company_id, id)
);
create unique index dunning_letter_is_in_one_print on dunning_print_letter (company_id, message_id) where left_at is null;

-- Who is told that letters wait to be printed, once for each run.
create table dunning_print_reminder (
  company_id uuid not null,
  run_id uuid not null,
  task_id uuid,
  reminded_at timestamptz not null,
  primary key (company_id, run_id),
  constraint print_reminder_has_its_run foreign key (company_id, run_id) references dunning_run (company_id, id)
);

do $$
declare name text;
begin
  foreach name in array array['dunning_print', 'dunning_print_letter', 'dunning_print_reminder']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert on %I to quittance_app', name);
  end loop;
end
$$;
grant update (ended_as, ended_at, ended_by_name) on dunning_print to quittance_app;
grant update (left_at) on dunning_print_letter to quittance_app;
