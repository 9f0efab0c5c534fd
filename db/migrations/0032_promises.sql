-- Promises to pay and instalment plans, judged by the ledger; interest and fees on what is paid late.

-- What a company lets pass when promises are judged, as versions. A promise keeps the deadline and tolerance it was made under.
create table promise_policy (
  company_id uuid not null,
  -- counts the company's versions, from 1; the last one holds
  number int not null,
  tolerance_days int not null,
  counts_business_days boolean not null,
  tolerance_basis_points int not null,
  -- in the company's currency
  tolerance_max_minor bigint not null,
  reason text not null,
  set_at timestamptz not null,
  set_by uuid not null,
  set_by_name text not null,
  primary key (company_id, number),
  constraint promise_policy_counts_from_one check (number > 0),
  constraint promise_policy_is_within_reason check (
    tolerance_days between 0 and 30 and tolerance_basis_points between 0 and 1000 and tolerance_max_minor >= 0),
  constraint promise_policy_has_a_reason check (length(reason) between 1 and 500)
);

-- Several parts agreed together. How it stands follows from its parts.
create table payment_plan (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  currency text not null,
  -- of the parts, interest included
  amount_minor bigint not null,
  interest_minor bigint not null,
  interest_basis_points int not null,
  -- the debit note over the interest
  interest_item_id uuid,
  note text,
  made_at timestamptz not null,
  made_by uuid not null,
  made_by_name text not null,
  primary key (company_id, id),
  constraint plan_is_above_zero check (amount_minor > 0 and interest_minor >= 0 and interest_minor < amount_minor),
  constraint plan_interest_is_charged check ((interest_minor > 0) = (interest_item_id is not null))
);
create index payment_plan_by_customer on payment_plan (company_id, customer_id);

-- What was promised never changes. How it stands is the last line of its judgements, kept here too, so that lists are quick.
create table promise (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  plan_id uuid,
  -- 1 is the first part of a plan
  part smallint not null default 1,
  currency text not null,
  amount_minor bigint not null,
  promised_on date not null,
  -- the last day that is in time, and the shortfall that is let go, by the policy of when it was made
  deadline_on date not null,
  tolerance_minor bigint not null,
  -- else of the account as a whole
  is_of_items boolean not null,
  channel text not null,
  contact_id uuid,
  -- the call, mail or meeting in which it was made
  activity_id uuid,
  note text,
  -- money recorded after this instant counts
  made_at timestamptz not null,
  recorded_at timestamptz not null,
  made_by uuid not null,
  made_by_name text not null,
  batch_id uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_by_name text,
  withdrawn_reason text,
  state text not null,
  -- the day it came to stand so
  state_on date not null,
  in_time_minor bigint not null default 0,
  late_minor bigint not null default 0,
  last_money_on date,
  judged_at timestamptz not null,
  primary key (company_id, id),
  constraint promise_has_its_customer foreign key (company_id, customer_id) references customer (company_id, id),
  constraint promise_has_its_plan foreign key (company_id, plan_id) references payment_plan (company_id, id),
  constraint promise_state_is_known check (state in ('open', 'kept', 'partly_kept', 'broken', 'withdrawn')),
  constraint promise_channel_is_known check (channel in ('call', 'mail', 'meeting', 'letter', 'portal', 'other')),
  constraint promise_is_above_zero check (amount_minor > 0 and tolerance_minor between 0 and amount_minor - 1),
  constraint promise_days_are_in_order check (deadline_on >= promised_on),
  constraint promise_counts_no_more_than_promised check (
    in_time_minor >= 0 and late_minor >= 0 and in_time_minor + late_minor <= amount_minor),
  constraint promise_withdrawal_is_whole check (
    (withdrawn_at is null) = (state <> 'withdrawn') and (withdrawn_at is null) = (withdrawn_by is null)
      and (withdrawn_at is null) = (withdrawn_reason is null)),
  constraint promise_part_counts_from_one check (part > 0),
  constraint promise_note_is_short check (length(note) <= 2000 and length(withdrawn_reason) between 1 and 500)
);
create index promise_by_customer on promise (company_id, customer_id, promised_on, id);
create index promise_by_plan on promise (company_id, plan_id) where plan_id is not null;
create index promise_open on promise (company_id, promised_on, id) where state = 'open';
create index promise_open_by_deadline on promise (company_id, deadline_on) where state = 'open';
create index promise_by_state on promise (company_id, state, state_on, id);
create index promise_recorded on promise (company_id, recorded_at);

create table promise_item (
  company_id uuid not null,
  promise_id uuid not null,
  item_id uuid not null,
  primary key (company_id, promise_id, item_id),
  constraint promise_item_has_its_promise foreign key (company_id, promise_id) references promise (company_id, id)
);
create index promise_item_by_item on promise_item (company_id, item_id);

-- Which holds stand for a promise, or for a plan as a whole.
create table promise_hold (
  company_id uuid not null,
  owner_id uuid not null,
  hold_id uuid not null,
  primary key (company_id, owner_id, hold_id)
);

-- Each change of judgement, with what caused it. Only ever added to.
create table promise_judgement (
  company_id uuid not null,
  promise_id uuid not null,
  number int not null,
  state text not null,
  in_time_minor bigint not null,
  late_minor bigint not null,
  last_money_on date,
  -- the day as of which it was judged
  as_of date not null,
  cause text not null,
  -- of a posting: the latest entry that the change followed
  entry_id uuid,
  judged_at timestamptz not null,
  actor_id uuid not null,
  actor_name text not null,
  primary key (company_id, promise_id, number),
  constraint judgement_has_its_promise foreign key (company_id, promise_id) references promise (company_id, id),
  constraint judgement_cause_is_known check (cause in ('made', 'posting', 'day', 'withdrawal')),
  constraint judgement_counts_from_one check (number > 0)
);
create index promise_judgement_in_order on promise_judgement (company_id, judged_at);

-- How far the judge has read.
create table promise_progress (
  company_id uuid primary key,
  judged_through timestamptz not null,
  judged_on date not null
);

-- Receipts of a customer, wherever they went.
create index document_receipt_by_customer on document (company_id, customer_id) where kind = 'receipt';
create index item_position_by_customer on item_position (company_id, customer_id);

-- How late payment is charged, as versions.
create table interest_policy (
  company_id uuid not null,
  number int not null,
  -- {scheme, margin, rate, dayCount, graceDays, minimumMinor, feeMinor, feeCurrency, noteDueDays, from}
  terms jsonb not null,
  reason text not null,
  set_at timestamptz not null,
  set_by uuid not null,
  set_by_name text not null,
  primary key (company_id, number),
  constraint interest_policy_counts_from_one check (number > 0),
  constraint interest_policy_has_a_reason check (length(reason) between 1 and 500)
);

-- Reference rates as the company keeps them: per cent a year, from a day on.
create table reference_rate (
  company_id uuid not null,
  name text not null,
  valid_from date not null,
  -- ten-thousandths of a per cent: 21500 is 2.15 %
  rate_e4 int not null,
  set_at timestamptz not null,
  set_by uuid not null,
  set_by_name text not null,
  primary key (company_id, name, valid_from),
  constraint reference_rate_name_is_known check (name in ('ecb')),
  constraint reference_rate_is_within_reason check (rate_e4 between -1000000 and 1000000)
);

-- What was charged with a debit note, or waived. It holds unless the note was reversed.
create table interest_charge (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  currency text not null,
  kind text not null,
  interest_minor bigint not null,
  fee_minor bigint not null,
  number text,
  item_id uuid,
  entry_id uuid,
  reason text,
  made_at timestamptz not null,
  made_by uuid not null,
  made_by_name text not null,
  primary key (company_id, id),
  constraint interest_charge_kind_is_known check (kind in ('charged', 'waived')),
  constraint interest_charge_is_above_zero check (interest_minor >= 0 and fee_minor >= 0 and interest_minor + fee_minor > 0),
  constraint interest_charge_has_its_note check ((kind = 'charged') = (item_id is not null and entry_id is not null and number is not null)),
  constraint interest_waiver_has_a_reason check (kind = 'charged' or length(reason) between 1 and 500)
);
create index interest_charge_by_customer on interest_charge (company_id, customer_id, made_at);
create index interest_charge_by_item on interest_charge (company_id, item_id) where item_id is not null;

create table interest_charge_line (
  company_id uuid not null,
  charge_id uuid not null,
  item_id uuid not null,
  -- the first and the last day charged
  from_on date not null,
  to_on date not null,
  interest_minor bigint not null,
  fee_minor bigint not null,
  primary key (company_id, charge_id, item_id),
  constraint interest_line_has_its_charge foreign key (company_id, charge_id) references interest_charge (company_id, id),
  constraint interest_line_days_are_in_order check (to_on >= from_on)
);
create index interest_charge_line_by_item on interest_charge_line (company_id, item_id);

do $$
declare name text;
begin
  foreach name in array array['promise_policy', 'payment_plan', 'promise', 'promise_item', 'promise_hold', 'promise_judgement', 'promise_progress',
    'interest_policy', 'reference_rate', 'interest_charge', 'interest_charge_line']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert on %I to quittance_app', name);
  end loop;
end
$$;
grant update (withdrawn_at, withdrawn_by, withdrawn_by_name, withdrawn_reason, state, state_on, in_time_minor, late_minor, last_money_on,
  judged_at) on promise to quittance_app;
grant update (judged_through, judged_on) on promise_progress to quittance_app;
grant update (rate_e4, set_at, set_by, set_by_name), delete on reference_rate to quittance_app;
