-- What cash application has learnt, on one page: how customers usually pay, for whom a payer does not pay, and what people took back.

-- Append-only: what a settled receipt shows of how its customer pays (core/learning). It ends when the receipt is undone.
create table payment_pattern (
  company_id uuid not null,
  receipt_item_id uuid not null,
  decision_number int not null,
  customer_id uuid not null,
  booked_on date not null,
  -- habits that the payment could have kept, and those that it kept
  chances text[] not null,
  kept text[] not null,
  -- [{reason, shareBps}]: what was taken off, in hundredths of a percent
  deductions jsonb not null,
  recorded_at timestamptz not null,
  -- the revocations of habits that came after it
  revocation_ids uuid[] not null default '{}',
  ended_at timestamptz,
  primary key (company_id, receipt_item_id, decision_number),
  constraint pattern_keeps_what_it_could check (kept <@ chances)
);
create index payment_pattern_of_customer on payment_pattern (company_id, customer_id, booked_on desc, receipt_item_id desc)
  where ended_at is null;

-- The count of a customer's latest patterns, kept beside them. Its row is locked first, so that no two count at once.
create table payment_habit (
  company_id uuid not null,
  customer_id uuid not null,
  payments int not null,
  -- [{habit, times, ofTimes, shareBps, sinceOn, lastOn}]
  habits jsonb not null,
  primary key (company_id, customer_id),
  constraint habits_are_of_some_payments check (payments >= 0)
);

-- A payer that was thought to pay for a customer, and does not: a person said so. Later it may: then a link says that.
create table rejected_payer (
  company_id uuid not null,
  id uuid not null,
  mark text not null,
  key text collate "C" not null,
  customer_id uuid not null,
  -- the receipt it was said of, and the act it came with: undoing that act takes it back
  receipt_item_id uuid not null,
  with_decision int not null,
  rejected_at timestamptz not null,
  rejected_by uuid not null,
  rejected_by_name text not null,
  reason text not null,
  ended_at timestamptz,
  ended_by_name text,
  ended_reason text,
  primary key (company_id, id),
  constraint rejected_mark_is_known check (mark in ('account', 'name')),
  constraint rejected_payer_has_a_key check (key <> ''),
  constraint rejected_payer_end_is_whole check ((ended_at is null) = (ended_reason is null))
);
create unique index rejected_payer_once on rejected_payer (company_id, mark, key, customer_id) where ended_at is null;
create index rejected_payer_by_receipt on rejected_payer (company_id, receipt_item_id);

-- What people took back of what was learnt, with what it was, and what they gave back.
create table knowledge_revocation (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  -- the account or name, the habit, the columns' key
  key text collate "C" not null,
  customer_id uuid,
  -- as it stood: {origin, uses, lastOn, …}
  told jsonb not null,
  revoked_at timestamptz not null,
  revoked_by uuid not null,
  revoked_by_name text not null,
  reason text not null,
  restored_at timestamptz,
  restored_by uuid,
  restored_by_name text,
  restored_reason text,
  primary key (company_id, id),
  constraint revocation_kind_is_known check (kind in ('account', 'name', 'habit', 'layout')),
  constraint revocation_of_all_but_layouts_names_a_customer check ((customer_id is null) = (kind = 'layout')),
  constraint revocation_restored_is_whole check ((restored_at is null) = (restored_by is null) and (restored_at is null) = (restored_reason is null))
);
create index knowledge_revocation_standing on knowledge_revocation (company_id, revoked_at) where restored_at is null;

-- Which revocation silenced a confirmation, so that giving it back lets it teach again.
alter table payer_confirmation add column account_revocation_id uuid, add column name_revocation_id uuid;
create index payer_confirmation_of_revoked_account on payer_confirmation (company_id, account_revocation_id)
  where account_revocation_id is not null;
create index payer_confirmation_of_revoked_name on payer_confirmation (company_id, name_revocation_id)
  where name_revocation_id is not null;
-- Who told what was not learnt here, and when.
alter table payer_link add column told_at timestamptz, add column told_by_name text;
-- Who said no, and who took it back; null for what was said before this was kept.
alter table rejected_pair add column rejected_by_name text, add column ended_by_name text, add column ended_reason text;
alter table deduction_code add column ended_reason text;

do $$
declare name text;
begin
  foreach name in array array['payment_pattern', 'payment_habit', 'rejected_payer', 'knowledge_revocation']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert on %I to quittance_app', name);
  end loop;
end
$$;
grant update (revocation_ids, ended_at) on payment_pattern to quittance_app;
grant update (payments, habits) on payment_habit to quittance_app;
grant update (ended_at, ended_by_name, ended_reason) on rejected_payer to quittance_app;
grant update (restored_at, restored_by, restored_by_name, restored_reason) on knowledge_revocation to quittance_app;
grant update (account_revocation_id, name_revocation_id) on payer_confirmation to quittance_app;
grant update (told_at, told_by_name) on payer_link to quittance_app;
grant update (rejected_by_name, ended_by_name, ended_reason) on rejected_pair to quittance_app;
grant update (ended_reason) on deduction_code to quittance_app;
