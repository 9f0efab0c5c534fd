-- What customers take off their payments: posted to an account when the policy allows, otherwise claimed on the item, which
-- stays open by it. And the outbox, in which a module tells others that something happened.

-- With the decision: [{itemId, number, amountMinor, reason, treatment, stated, note}], in the item's currency, minor units as text.
alter table receipt_decision add column deductions jsonb not null default '[]';
-- an exception proposes nothing
alter table receipt_decision add constraint exception_deducts_nothing check (decision <> 'exception' or deductions = '[]'::jsonb);

-- One row for each part of an item that a receipt did not pay. What it says is never changed; its state tells what became of it.
create table deduction (
  company_id uuid not null,
  id uuid not null,
  receipt_item_id uuid not null,
  -- of the receipt's decision that settled it
  decision_number int not null,
  item_id uuid not null,
  customer_id uuid not null,
  currency text not null,
  -- positive, in the item's currency; and what it carried in functional currency
  amount_minor bigint not null,
  functional_minor bigint not null,
  reason text not null,
  treatment text not null,
  state text not null,
  -- the day it counts for: that of the application it came with
  effective_on date not null,
  -- the customer's own code and words
  stated text,
  note text,
  -- why it was claimed although its reason is usually posted
  limited_by text,
  -- the tax office's paper that turns it into a credit of ours
  is_certificate_expected boolean not null default false,
  is_by_itself boolean not null,
  -- posted: the entry that took it from the item
  entry_id uuid,
  -- claimed: what keeps it from being dunned
  hold_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_by_name text,
  ended_reason text,
  primary key (company_id, id),
  constraint deduction_is_above_zero check (amount_minor > 0 and functional_minor >= 0),
  constraint deduction_treatment_is_known check (treatment in ('posted', 'claimed')),
  constraint deduction_state_is_known check (state in ('open', 'posted', 'withdrawn')),
  constraint deduction_names_what_it_did check (
    case treatment when 'posted' then entry_id is not null and hold_id is null else hold_id is not null and entry_id is null end),
  constraint deduction_is_open_or_posted check (
    case state when 'open' then treatment = 'claimed' when 'posted' then treatment = 'posted' else true end),
  constraint deduction_end_is_whole check ((ended_at is not null) = (state = 'withdrawn') and (ended_at is null) = (ended_by is null))
);
create index deduction_by_receipt on deduction (company_id, receipt_item_id);
create index deduction_by_item on deduction (company_id, item_id);
create index deduction_listed on deduction (company_id, effective_on desc, id desc);
-- what the caps of a day count
create index deduction_posted_on on deduction (company_id, effective_on, reason) where state = 'posted';
create index deduction_posted_by on deduction (company_id, recorded_by, recorded_at) where state = 'posted';

-- The outbox: appended in the transaction of what happened, read by whoever wants to know.
create table outbox_event (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  data jsonb not null,
  recorded_at timestamptz not null,
  actor_id uuid not null,
  command_id uuid not null,
  primary key (company_id, id),
  constraint event_kind_names_its_subject check (kind ~ '^[a-z_]+\.[a-z_]+$')
);
create index outbox_event_in_order on outbox_event (company_id, recorded_at, id);

do $$
declare name text;
begin
  foreach name in array array['deduction', 'outbox_event']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert on %I to quittance_app', name);
  end loop;
end
$$;
grant update (state, ended_at, ended_by, ended_by_name, ended_reason) on deduction to quittance_app;
