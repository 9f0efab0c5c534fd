-- What a person posts alone counts together; a refund that is undone in part is due with its rest; a statement that does not foot
-- is let in by somebody else than who wants to post it.

-- What people posted without a second person, as far as limits count it together: by item, by customer, by day.
create table posted_alone (
  company_id uuid not null,
  id uuid not null,
  by_id uuid not null,
  kind text not null,
  -- null for a credit note, which opens an item of its own
  item_id uuid,
  customer_id uuid not null,
  -- what was posted, or what waits for its day
  entry_id uuid,
  pending_id uuid,
  -- in the company's currency
  value_minor bigint not null,
  posted_on date not null,
  at timestamptz not null,
  primary key (company_id, id),
  constraint posted_alone_is_known check (kind in (
    'refund', 'write_off', 'discount', 'small_difference', 'deduction', 'other_adjustment', 'credit', 'transfer')),
  constraint posted_alone_is_posted_or_waits check ((entry_id is null) <> (pending_id is null)),
  constraint posted_alone_is_not_negative check (value_minor >= 0)
);
create unique index posted_alone_counts_once on posted_alone (company_id, entry_id) where entry_id is not null;
create index posted_alone_by_person on posted_alone (company_id, by_id, posted_on);
create index posted_alone_by_item on posted_alone (company_id, by_id, item_id) where item_id is not null;

-- A refund that is undone in part while it is due stays due with the rest. Once the bank has it, undoing is refused.
create or replace function check_refund_reversal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare payment record;
begin
  select p.id, p.state, p.reference, p.amount_minor into payment from refund_payment p
    where p.company_id = new.company_id and p.entry_id = new.reverses_entry_id and p.state in ('due', 'handed_over', 'paid')
    for update;
  if not found then return null; end if;
  if payment.state <> 'due' then
    perform refuse('refund_is_paid_out', format('payment %s is %s', payment.reference, replace(payment.state, '_', ' ')));
  end if;
  if new.amount_minor < payment.amount_minor then
    update refund_payment set amount_minor = amount_minor - new.amount_minor where company_id = new.company_id and id = payment.id;
  else
    update refund_payment set state = 'cancelled', settled_at = new.recorded_at where company_id = new.company_id and id = payment.id;
  end if;
  return null;
end
$$;

-- The bank's money out, the latest first, looked through page by page.
create index bank_line_by_amount_out on bank_line (company_id, currency, amount_minor, id) where disposition = 'money_out' and undone_at is null;

-- Asked by who wants to post a statement that does not foot, with a reason; given or refused by another. It holds for the
-- balances and lines that were seen: a file that is read otherwise by then is asked about anew.
create table statement_release (
  company_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  -- of the statements as they were seen
  fingerprint text not null,
  reason text not null,
  state text not null default 'waiting',
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  words text,
  primary key (company_id, id),
  constraint release_state_is_known check (state in ('waiting', 'given', 'refused')),
  constraint release_has_a_reason check (length(reason) between 1 and 500),
  constraint release_decided_is_whole check ((state = 'waiting') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint release_is_decided_by_another check (decided_by <> asked_by),
  constraint release_refused_has_words check (state <> 'refused' or length(words) > 0)
);
create unique index release_waits_once on statement_release (company_id, batch_id) where state = 'waiting';
create index release_by_batch on statement_release (company_id, batch_id, id);

create function check_statement_release() returns trigger language plpgsql as $$
begin
  if old.state <> 'waiting' then
    perform refuse('release_is_decided_once', format('release %s is %s', old.id, old.state));
  end if;
  return new;
end
$$;
create trigger statement_release_keeps_its_rules before update on statement_release
  for each row execute function check_statement_release();

do $$
declare name text;
begin
  foreach name in array array['posted_alone', 'statement_release']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert on %I to quittance_app', name);
  end loop;
end
$$;
grant update (state, decided_by, decided_by_name, decided_at, words) on statement_release to quittance_app;
