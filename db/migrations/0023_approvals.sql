-- Acts under four eyes: asked for with the entries they would post, decided by others, posted once. Refunds on their way to
-- the bank. What people found out about money that is not applied.

create table approval_request (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  -- the one thing it is about: an item, an entry, a document to come; under one open request at a time
  subject_key text not null,
  item_id uuid,
  customer_id uuid not null,
  -- what would be done, and the entries that this posted when it was asked
  act jsonb not null,
  entries jsonb not null,
  fingerprint text not null,
  currency text not null,
  amount_minor bigint not null,
  -- in the company's currency: what limits are compared with
  value_minor bigint not null,
  reason text not null,
  note text,
  -- of a refund: where it goes
  pay_account text,
  pay_holder text,
  state text not null default 'waiting',
  -- raised when it is asked again after it was sent back; approvals count for their version only
  version int not null default 1,
  hold_id uuid,
  requested_by uuid not null,
  requested_by_name text not null,
  requested_at timestamptz not null,
  asked_first_at timestamptz not null,
  settled_at timestamptz,
  entry_ids uuid[] not null default '{}',
  primary key (company_id, id),
  constraint approval_kind_is_known check (kind in (
    'refund', 'write_off', 'discount', 'small_difference', 'deduction', 'other_adjustment', 'credit', 'transfer', 'move', 'reversal')),
  constraint approval_state_is_known check (state in ('waiting', 'sent_back', 'posted', 'withdrawn')),
  constraint approval_has_a_reason check (length(reason) between 1 and 500),
  constraint approval_amount_is_not_negative check (amount_minor >= 0 and value_minor >= 0),
  constraint approval_settled_is_whole check ((state in ('posted', 'withdrawn')) = (settled_at is not null)),
  constraint approval_posted_has_entries check ((state = 'posted') = (cardinality(entry_ids) > 0)),
  constraint approval_refund_has_an_account check (kind <> 'refund' or pay_account is not null),
  constraint approval_has_its_customer foreign key (company_id, customer_id) references customer (company_id, id)
);
create unique index approval_is_asked_once on approval_request (company_id, subject_key) where state in ('waiting', 'sent_back');
create index approval_by_state on approval_request (company_id, state, id);
create index approval_by_customer on approval_request (company_id, customer_id, id);

-- What happened to a request, line by line; only ever added.
create table approval_step (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  version int not null,
  what text not null,
  words text,
  -- of an approval: the entries that were seen
  fingerprint text,
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (company_id, id),
  constraint approval_step_is_known check (what in ('asked', 'approved', 'sent_back', 'withdrawn', 'posted')),
  constraint approval_sent_back_has_words check (what <> 'sent_back' or length(words) > 0),
  constraint approval_step_of_approval_says_what check ((what = 'approved') = (fingerprint is not null)),
  constraint approval_step_has_its_request foreign key (company_id, request_id) references approval_request (company_id, id)
);
create index approval_step_by_request on approval_step (company_id, request_id, id);
create unique index approval_is_given_once_by_each on approval_step (company_id, request_id, version, by_id, fingerprint) where what = 'approved';

-- Who asked never decides; what is asked changes only while it is sent back; what is settled stays so; nothing is posted
-- without another's approval of this version.
create function check_approval_step() returns trigger language plpgsql as $$
declare asked record;
begin
  select r.requested_by, r.version, r.state into asked from approval_request r
    where r.company_id = new.company_id and r.id = new.request_id;
  if new.what in ('approved', 'sent_back') and asked.requested_by = new.by_id then
    perform refuse('approval_is_given_by_another', format('request %s', new.request_id));
  end if;
  -- another closes only what was sent back, so that somebody who has left blocks nothing
  if new.what = 'withdrawn' and asked.requested_by <> new.by_id and asked.state <> 'sent_back' then
    perform refuse('approval_is_withdrawn_by_its_maker', format('request %s', new.request_id));
  end if;
  if new.version <> asked.version then
    perform refuse('approval_step_is_of_its_version', format('request %s, version %s', new.request_id, new.version));
  end if;
  return new;
end
$$;
create trigger approval_step_is_allowed before insert on approval_step for each row execute function check_approval_step();

create function check_approval_request() returns trigger language plpgsql as $$
begin
  if old.state in ('posted', 'withdrawn') then
    perform refuse('approval_is_settled_once', format('request %s is %s', old.id, old.state));
  end if;
  if (new.act, new.entries, new.fingerprint, new.amount_minor, new.value_minor, new.currency, new.pay_account, new.reason)
      is distinct from (old.act, old.entries, old.fingerprint, old.amount_minor, old.value_minor, old.currency, old.pay_account, old.reason)
      and (old.state <> 'sent_back' or new.version <> old.version + 1) then
    perform refuse('approval_is_changed_only_when_sent_back', format('request %s', old.id));
  end if;
  if new.state = 'posted' and (old.state <> 'waiting' or not exists (
      select from approval_step s where s.company_id = old.company_id and s.request_id = old.id and s.version = old.version
        and s.what = 'approved' and s.by_id <> old.requested_by)) then
    perform refuse('approval_comes_before_posting', format('request %s', old.id));
  end if;
  return new;
end
$$;
create trigger approval_request_keeps_its_rules before update on approval_request for each row execute function check_approval_request();

-- A mail, a letter, a screenshot that speaks for it.
create table approval_evidence (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  name text not null,
  sha256 text not null,
  content bytea not null,
  added_by uuid not null,
  added_by_name text not null,
  added_at timestamptz not null,
  primary key (company_id, id),
  constraint evidence_has_a_name check (length(name) between 1 and 200),
  constraint evidence_is_small check (octet_length(content) between 1 and 10485760),
  constraint evidence_has_its_request foreign key (company_id, request_id) references approval_request (company_id, id)
);
create index approval_evidence_by_request on approval_evidence (company_id, request_id, id);

-- Up to which amount, in the company's currency, a role or a person posts alone and decides on what others ask. Null: without limit.
create table approval_limit (
  company_id uuid not null,
  kind text not null,
  -- 'role:manager' or 'person:<id>'
  holder text not null,
  alone_minor bigint,
  decide_minor bigint,
  changed_by uuid not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  primary key (company_id, kind, holder),
  constraint limit_is_not_negative check (alone_minor >= 0 and decide_minor >= 0),
  constraint limit_holder_is_a_role_or_a_person check (holder ~ '^(role:[a-z_]+|person:[0-9a-f-]{36})$'),
  constraint limit_of_a_person_is_set_by_another check (holder <> 'person:' || changed_by::text)
);

-- Above which amount a second person must approve. Null: never.
create table approval_second_limit (
  company_id uuid not null,
  kind text not null,
  above_minor bigint,
  changed_by uuid not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  primary key (company_id, kind),
  constraint second_limit_is_not_negative check (above_minor >= 0)
);

-- Refunds on their way: due, handed to the bank in a list, paid (with the bank's line) or come back.
create table refund_payment (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  entry_id uuid not null,
  customer_id uuid not null,
  item_id uuid not null,
  account text not null,
  holder text not null,
  currency text not null,
  amount_minor bigint not null,
  -- what the bank's line will say
  reference text not null,
  state text not null default 'due',
  list_id uuid,
  handed_over_by_name text,
  handed_over_at timestamptz,
  bank_line_id uuid,
  settled_by_name text,
  settled_at timestamptz,
  settled_words text,
  created_at timestamptz not null,
  primary key (company_id, id),
  constraint refund_payment_state_is_known check (state in ('due', 'handed_over', 'paid', 'failed', 'cancelled')),
  constraint refund_payment_is_positive check (amount_minor > 0),
  constraint refund_payment_handed_over_has_a_list check (state not in ('handed_over', 'paid') or list_id is not null),
  constraint refund_payment_paid_has_a_line_or_words check (state <> 'paid' or bank_line_id is not null or length(settled_words) > 0),
  constraint refund_payment_has_its_request foreign key (company_id, request_id) references approval_request (company_id, id)
);
create unique index refund_is_paid_once on refund_payment (company_id, entry_id) where state in ('due', 'handed_over', 'paid');
create unique index refund_reference_is_unique on refund_payment (company_id, reference);
create unique index bank_line_pays_one_refund on refund_payment (company_id, bank_line_id) where bank_line_id is not null;
create index refund_payment_by_state on refund_payment (company_id, state, id);

create function check_refund_payment() returns trigger language plpgsql as $$
begin
  if old.state in ('failed', 'cancelled') then
    perform refuse('refund_payment_is_settled_once', format('payment %s is %s', old.reference, old.state));
  end if;
  if old.state = 'handed_over' and new.state in ('due', 'cancelled') then
    perform refuse('refund_is_on_its_way', format('payment %s', old.reference));
  end if;
  return new;
end
$$;
create trigger refund_payment_keeps_its_rules before update on refund_payment for each row execute function check_refund_payment();

-- Whoever takes a refund back takes back its payment: cancelled while it is due, refused once the bank has it.
create function check_refund_reversal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare payment record;
begin
  select p.id, p.state, p.reference into payment from refund_payment p
    where p.company_id = new.company_id and p.entry_id = new.reverses_entry_id and p.state in ('due', 'handed_over', 'paid')
    for update;
  if not found then return null; end if;
  if payment.state <> 'due' then
    perform refuse('refund_is_paid_out', format('payment %s is %s', payment.reference, replace(payment.state, '_', ' ')));
  end if;
  update refund_payment set state = 'cancelled', settled_at = new.recorded_at where company_id = new.company_id and id = payment.id;
  return null;
end
$$;
create trigger refund_that_is_paid_is_not_reversed after insert on entry
  for each row when (new.reverses_entry_id is not null) execute function check_refund_reversal();

-- What people found out about a receipt that is not applied: whose it is to find out, what comes next by when, and why it stayed.
create table receipt_research (
  company_id uuid not null,
  item_id uuid not null,
  owner_id uuid,
  owner_name text,
  next_step text,
  next_step_words text,
  next_due_on date,
  root_cause text,
  root_cause_words text,
  changed_by uuid not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  primary key (company_id, item_id),
  constraint research_owner_has_a_name check ((owner_id is null) = (owner_name is null)),
  constraint research_step_is_known check (next_step in (
    'ask_customer', 'find_remittance', 'ask_sales', 'ask_bank', 'check_other_company', 'apply', 'refund', 'transfer', 'other')),
  constraint research_step_has_a_day check ((next_step is null) = (next_due_on is null)),
  constraint research_other_step_has_words check (next_step <> 'other' or length(next_step_words) > 0),
  constraint research_cause_is_known check (root_cause in (
    'no_remittance', 'wrong_reference', 'closed_invoice', 'wrong_entity', 'duplicate', 'prepayment', 'over_payment', 'unknown_payer', 'other')),
  constraint research_other_cause_has_words check (root_cause <> 'other' or length(root_cause_words) > 0),
  constraint research_has_its_item foreign key (company_id, item_id) references item (company_id, id)
);

do $$
declare name text;
begin
  foreach name in array array['approval_request', 'approval_step', 'approval_evidence', 'approval_limit', 'approval_second_limit',
    'refund_payment', 'receipt_research']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert on %I to quittance_app', name);
  end loop;
end
$$;
grant update (act, entries, fingerprint, currency, amount_minor, value_minor, reason, note, pay_account, pay_holder, state, version, hold_id,
  requested_at, settled_at, entry_ids) on approval_request to quittance_app;
grant update (alone_minor, decide_minor, changed_by, changed_by_name, changed_at), delete on approval_limit to quittance_app;
grant update (above_minor, changed_by, changed_by_name, changed_at), delete on approval_second_limit to quittance_app;
grant update (state, list_id, handed_over_by_name, handed_over_at, bank_line_id, settled_by_name, settled_at, settled_words)
  on refund_payment to quittance_app;
grant update (owner_id, owner_name, next_step, next_step_words, next_due_on, root_cause, root_cause_words,
  changed_by, changed_by_name, changed_at) on receipt_research to quittance_app;
