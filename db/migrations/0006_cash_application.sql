-- Cash application: what was decided about each receipt and why, what is known of payers, and what a person said no to.

-- One row for each conclusion about a receipt: the engine's, or a person's own ('manual'). The latest is the current one. What
-- it says is never changed; its state tells what became of it.
create table receipt_decision (
  company_id uuid not null,
  receipt_item_id uuid not null,
  number int not null,
  is_current boolean not null,
  decision text not null,
  state text not null,
  -- the rule of the policy that let it post by itself
  rule text,
  explanation text,
  customer_id uuid,
  currency text not null,
  -- of the receipt, what was open when this was decided
  amount_minor bigint not null,
  unapplied_minor bigint not null,
  -- [{itemId, number, amountMinor}], minor units as text; below zero on a credit that the payer netted
  allocations jsonb not null,
  -- [{kind, detail, params}]
  evidence jsonb not null,
  sentence text not null,
  -- [{explanation, customerId, allocations, unappliedMinor}]
  alternatives jsonb not null,
  alternatives_count int not null,
  -- [{sentence, reason}]
  rejected jsonb not null,
  -- {code, params, sentence}
  question jsonb,
  -- [{code, params, sentence}]
  would_change_if jsonb not null,
  -- which rules decided: the same text means the same rules
  policy_version text not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  decided_by_name text not null,
  -- what it placed on the items it proposes, until it is settled
  hold_ids uuid[] not null default '{}',
  -- when and by whom it was posted, confirmed, put on account
  settled_at timestamptz,
  settled_by uuid,
  settled_by_name text,
  -- what settling it posted: identification, applications, suspense
  entry_ids uuid[] not null default '{}',
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text,
  primary key (company_id, receipt_item_id, number),
  constraint decision_is_known check (decision in ('auto', 'suggest', 'exception', 'manual')),
  constraint decision_state_is_known check (
    state in ('waiting', 'posted', 'on_account', 'not_ours', 'undone', 'replaced', 'withdrawn')),
  constraint decision_settlement_is_whole check (
    (settled_at is not null) = (state in ('posted', 'on_account', 'not_ours', 'undone'))
    and (settled_at is null) = (settled_by is null)),
  constraint decision_end_is_whole check ((ended_at is not null) = (state in ('undone', 'replaced', 'withdrawn'))),
  constraint exception_proposes_nothing check (decision <> 'exception' or allocations = '[]'::jsonb),
  constraint hold_belongs_to_what_waits check (state = 'waiting' or hold_ids = '{}'),
  constraint auto_never_waits check (decision <> 'auto' or state <> 'waiting')
);
create unique index receipt_decision_is_single on receipt_decision (company_id, receipt_item_id) where is_current;
create index receipt_decision_waiting on receipt_decision (company_id, receipt_item_id) where state = 'waiting';
create index receipt_decision_posted on receipt_decision (company_id, settled_at, receipt_item_id)
  where is_current and state in ('posted', 'not_ours');

-- Append-only: each time a receipt was given to a customer, by a person or by itself. What is known of payers follows from the
-- rows that still teach.
create table payer_confirmation (
  company_id uuid not null,
  receipt_item_id uuid not null,
  decision_number int not null,
  -- as core normalises them; empty when the bank gave none
  payer_account text collate "C" not null,
  payer_name text collate "C" not null,
  -- null when the money was not ours
  customer_id uuid,
  currency text not null,
  -- of the receipt as a whole: the same payment coming twice is known by it
  amount_minor bigint not null,
  booked_on date not null,
  taught_at timestamptz not null,
  teaches_account boolean not null,
  teaches_name boolean not null,
  ended_at timestamptz,
  primary key (company_id, receipt_item_id, decision_number)
);
create index payer_confirmation_by_account on payer_confirmation (company_id, payer_account, currency, amount_minor)
  where ended_at is null and payer_account <> '';
create index payer_confirmation_by_name on payer_confirmation (company_id, payer_name, currency, amount_minor)
  where ended_at is null and payer_name <> '';

-- For whom an account or a name has paid. 'application': the sum of the confirmations above, kept beside them. 'imported': told
-- by somebody who knew. The accounts in a customer's own record count too; they are read where they stand.
create table payer_link (
  company_id uuid not null,
  mark text not null,
  key text collate "C" not null,
  customer_id uuid not null,
  origin text not null,
  id uuid not null,
  uses int not null,
  last_on date not null,
  primary key (company_id, mark, key, customer_id, origin),
  constraint payer_link_id_is_unique unique (company_id, id),
  constraint payer_mark_is_known check (mark in ('account', 'name')),
  constraint payer_link_origin_is_known check (origin in ('application', 'imported')),
  constraint payer_link_has_a_key check (key <> ''),
  constraint payer_link_was_used check (uses > 0)
);

-- A receipt does not pay this item: a person said so. Never proposed again, unless that person takes it back.
create table rejected_pair (
  company_id uuid not null,
  receipt_item_id uuid not null,
  item_id uuid not null,
  rejected_at timestamptz not null,
  rejected_by uuid not null,
  reason text not null,
  -- the act it came with: undoing that act takes it back
  with_decision int,
  ended_at timestamptz,
  primary key (company_id, receipt_item_id, item_id)
);

-- The names of customers as payers' names are compared; brought up to date when cash application runs.
create table customer_name_key (
  company_id uuid not null,
  customer_id uuid not null,
  name text not null,
  key text collate "C" not null,
  primary key (company_id, customer_id)
);
create index customer_name_key_by_key on customer_name_key (company_id, key);

do $$
declare name text;
begin
  foreach name in array array['receipt_decision', 'payer_confirmation', 'payer_link', 'rejected_pair', 'customer_name_key']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert on %I to quittance_app', name);
  end loop;
end
$$;
grant update (is_current, state, hold_ids, settled_at, settled_by, settled_by_name, entry_ids, ended_at, ended_by, ended_reason)
  on receipt_decision to quittance_app;
grant update (teaches_account, teaches_name, ended_at) on payer_confirmation to quittance_app;
grant update (uses, last_on), delete on payer_link to quittance_app;
grant update (rejected_at, rejected_by, reason, with_decision, ended_at) on rejected_pair to quittance_app;
grant update (name, key) on customer_name_key to quittance_app;

-- The receipts that wait, oldest first; and those that were cancelled.
create index item_unapplied_receipt on item (company_id, issued_on, id) where kind = 'receipt' and open_minor <> 0;
create index document_cancelled_receipt on document (company_id, id) where kind = 'receipt' and cancelled_by_entry_id is not null;

-- The numbers that a payment text may cite. What a payer cuts, pads or separates differently leaves the digits 1 to 9 as they are
-- (core: referenceDigits), so one index finds every spelling. Columns rather than indexed expressions: row-level security lets an
-- index be asked only by comparisons that leak nothing, and a regular expression may.
alter table document
  add column number_digits text collate "C" generated always as (regexp_replace(number, '[^1-9]', '', 'g')) stored,
  add column purchase_order_digits text collate "C" generated always as (regexp_replace(purchase_order, '[^1-9]', '', 'g')) stored,
  add column order_number_digits text collate "C" generated always as (regexp_replace(order_number, '[^1-9]', '', 'g')) stored,
  add column delivery_note_digits text collate "C" generated always as (regexp_replace(delivery_note, '[^1-9]', '', 'g')) stored,
  add column reference_digits text collate "C" generated always as (regexp_replace(reference, '[^1-9]', '', 'g')) stored;
create index document_by_number_digits on document (company_id, number_digits) where kind <> 'receipt';
create index document_by_purchase_order on document (company_id, purchase_order_digits)
  where purchase_order_digits is not null and kind <> 'receipt';
create index document_by_order_number on document (company_id, order_number_digits) where order_number_digits is not null and kind <> 'receipt';
create index document_by_delivery_note on document (company_id, delivery_note_digits) where delivery_note_digits is not null and kind <> 'receipt';
create index document_by_reference on document (company_id, reference_digits) where reference_digits is not null and kind <> 'receipt';
alter table customer_bank_account
  add column account_key text collate "C" generated always as (regexp_replace(upper(account), '[^A-Z0-9]', '', 'g')) stored;
create index customer_bank_account_by_key on customer_bank_account (company_id, account_key);
