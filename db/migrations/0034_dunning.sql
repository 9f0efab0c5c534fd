-- Strategies in versions with their trials; dunning: runs, what each customer got, which step each item took, and what was held back.

-- An ordered list of strategies; the first that includes a customer holds for it. Proposed by one, switched on by who may.
create table collection_strategy (
  company_id uuid not null,
  -- counts the company's versions, from 1
  number int not null,
  strategies jsonb not null,
  reason text not null,
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  primary key (company_id, number),
  constraint collection_strategy_counts_from_one check (number > 0),
  constraint collection_strategy_has_a_reason check (length(reason) between 1 and 1000)
);

-- A version tried on past days: what it would have sent, beside what was sent. Work that can be left, cancelled and taken up again.
create table collection_strategy_trial (
  company_id uuid not null,
  id uuid not null,
  number int not null,
  from_on date not null,
  until_on date not null,
  state text not null,
  customers_known int not null,
  customers_done int not null default 0,
  -- the last customer that is counted
  after_customer_id uuid,
  result jsonb not null,
  worker_id uuid,
  worker_seen_at timestamptz,
  started_at timestamptz not null,
  started_by uuid not null,
  started_by_name text not null,
  ended_at timestamptz,
  failure text,
  primary key (company_id, id),
  constraint strategy_trial_has_its_version foreign key (company_id, number) references collection_strategy (company_id, number),
  constraint strategy_trial_state_is_known check (state in ('running', 'done', 'cancelled', 'failed')),
  constraint strategy_trial_is_not_beyond_what_is_known check (customers_done between 0 and customers_known),
  constraint strategy_trial_days_are_in_order check (until_on >= from_on),
  constraint strategy_trial_failure_says_why check ((state = 'failed') = (failure is not null))
);
create unique index strategy_trial_is_one_at_a_time on collection_strategy_trial (company_id) where state = 'running';
create index strategy_trial_by_version on collection_strategy_trial (company_id, number, started_at);

create table collection_strategy_switch (
  company_id uuid not null,
  position int not null,
  -- 0: no strategy; nothing is sent
  number int not null,
  trial_id uuid,
  reason text,
  switched_at timestamptz not null,
  switched_by uuid not null,
  switched_by_name text not null,
  primary key (company_id, position),
  constraint strategy_switch_was_tried_or_says_why check (trial_id is not null or length(reason) between 1 and 1000)
);

-- When runs start by themselves, in the company's time zone, and who gets what a person is to do.
create table dunning_schedule (
  company_id uuid primary key,
  is_on boolean not null,
  -- of the day: 540 is nine o'clock
  at_minute int not null,
  -- 1 is Monday
  weekdays int[] not null,
  acts_to uuid references person (id),
  changed_at timestamptz not null,
  changed_by uuid not null,
  changed_by_name text not null,
  constraint schedule_minute_is_of_a_day check (at_minute between 0 and 1439),
  constraint schedule_weekdays_are_days check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7])
);

-- One going through all customers. Whoever takes it up goes on behind the last customer that was done.
create table dunning_run (
  company_id uuid not null,
  id uuid not null,
  strategy_number int not null,
  run_on date not null,
  origin text not null,
  state text not null,
  after_customer_id uuid,
  customers_known int not null default 0,
  customers_done int not null default 0,
  letters int not null default 0,
  acts int not null default 0,
  items int not null default 0,
  held_items int not null default 0,
  asked_functional_minor bigint not null default 0,
  held_functional_minor bigint not null default 0,
  worker_id uuid,
  worker_seen_at timestamptz,
  started_at timestamptz not null,
  started_by uuid not null,
  started_by_name text not null,
  ended_at timestamptz,
  failure text,
  primary key (company_id, id),
  constraint dunning_run_has_its_strategy foreign key (company_id, strategy_number) references collection_strategy (company_id, number),
  constraint dunning_run_origin_is_known check (origin in ('hand', 'schedule')),
  constraint dunning_run_state_is_known check (state in ('running', 'done', 'cancelled', 'failed')),
  constraint dunning_run_end_is_whole check ((state = 'running') = (ended_at is null)),
  constraint dunning_run_failure_says_why check ((state = 'failed') = (failure is not null))
);
create unique index dunning_run_is_one_at_a_time on dunning_run (company_id) where state = 'running';
create unique index dunning_run_is_scheduled_once_a_day on dunning_run (company_id, run_on) where origin = 'schedule';
create index dunning_run_latest on dunning_run (company_id, started_at desc, id desc);

-- What a customer got of a run: a letter, or a task for a person. It never changes but that a letter is withdrawn before it went out.
create table dunning_action (
  company_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  customer_id uuid not null,
  channel text not null,
  kind text not null,
  -- the text of the letter
  purpose text,
  -- by which strategy of the version
  strategy_name text not null,
  contact_id uuid,
  address text,
  message_id uuid,
  task_id uuid,
  item_count int not null,
  functional_minor bigint not null,
  decided_on date not null,
  decided_at timestamptz not null,
  withdrawn_at timestamptz,
  -- [{itemId, reason, detail}]
  objections jsonb,
  primary key (company_id, id),
  constraint dunning_action_has_its_run foreign key (company_id, run_id) references dunning_run (company_id, id),
  constraint dunning_action_channel_is_known check (channel in ('mail', 'person')),
  constraint dunning_letter_has_its_message check ((channel = 'mail') = (message_id is not null) and (channel = 'mail') = (purpose is not null)),
  constraint dunning_withdrawal_is_whole check ((withdrawn_at is null) = (objections is null)),
  constraint dunning_action_is_of_items check (item_count > 0)
);
create index dunning_action_by_run on dunning_action (company_id, run_id, customer_id, id);
create index dunning_action_by_customer on dunning_action (company_id, customer_id, decided_at, id);
create unique index dunning_action_by_message on dunning_action (company_id, message_id) where message_id is not null;

-- A step that an item took. It counts unless its letter was withdrawn; then the item takes it again, as another attempt.
create table dunning_step (
  company_id uuid not null,
  item_id uuid not null,
  step_key text not null,
  attempt int not null,
  level int not null,
  action_id uuid not null,
  customer_id uuid not null,
  taken_on date not null,
  currency text not null,
  open_minor bigint not null,
  functional_minor bigint not null,
  due_on date not null,
  withdrawn_at timestamptz,
  primary key (company_id, item_id, step_key, attempt),
  constraint dunning_step_has_its_action foreign key (company_id, action_id) references dunning_action (company_id, id),
  constraint dunning_step_counts_from_one check (attempt > 0 and level > 0),
  constraint dunning_step_asks_for_something check (open_minor > 0)
);
-- Nothing is sent twice, whatever crashes and whoever runs beside.
create unique index dunning_step_is_taken_once on dunning_step (company_id, item_id, step_key) where withdrawn_at is null;
create index dunning_step_by_action on dunning_step (company_id, action_id);

-- Items that were to take a step in a run and did not, with the reason.
create table dunning_held (
  company_id uuid not null,
  run_id uuid not null,
  customer_id uuid not null,
  item_id uuid not null,
  step_key text not null,
  level int not null,
  reason text not null,
  detail text,
  currency text not null,
  open_minor bigint not null,
  functional_minor bigint not null,
  primary key (company_id, run_id, item_id),
  constraint dunning_held_has_its_run foreign key (company_id, run_id) references dunning_run (company_id, id),
  constraint dunning_held_says_why check (reason in ('bank_data_stale', 'customer_hold', 'item_hold', 'credits_cover', 'item_small',
    'customer_small', 'no_address', 'quiet_days', 'daily_cap'))
);
create index dunning_held_by_customer on dunning_held (company_id, customer_id, run_id);
create index dunning_held_by_reason on dunning_held (company_id, run_id, reason, customer_id, item_id);

do $$
declare name text;
begin
  foreach name in array array['collection_strategy', 'collection_strategy_trial', 'collection_strategy_switch', 'dunning_schedule', 'dunning_run',
    'dunning_action', 'dunning_step', 'dunning_held']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert on %I to quittance_app', name);
  end loop;
end
$$;
grant update (state, customers_done, after_customer_id, result, worker_id, worker_seen_at, ended_at, failure)
  on collection_strategy_trial to quittance_app;
grant update (is_on, at_minute, weekdays, acts_to, changed_at, changed_by, changed_by_name) on dunning_schedule to quittance_app;
grant update (state, after_customer_id, customers_known, customers_done, letters, acts, items, held_items, asked_functional_minor,
  held_functional_minor, worker_id, worker_seen_at, ended_at, failure) on dunning_run to quittance_app;
grant update (withdrawn_at, objections) on dunning_action to quittance_app;
grant update (withdrawn_at) on dunning_step to quittance_app;
