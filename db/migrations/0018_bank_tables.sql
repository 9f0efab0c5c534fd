-- Bank tables whose columns are corrected by a person, and accounts that files write in two ways.

-- The first values of each column, so that a person sees what it holds.
alter table import_batch add column examples jsonb not null default '[]';
grant update (examples) on import_batch to quittance_app;

-- A person's word whether two account numbers are the same account: 532013000 and DE89370400440532013000. Where the numbers
-- themselves tell (core/bank-account), nothing is kept here.
create table own_account_spelling (
  company_id uuid not null,
  -- both without blanks, in capitals; the lesser first
  one_key text not null,
  other_key text not null,
  is_same boolean not null,
  said_by uuid not null,
  said_by_name text not null,
  said_at timestamptz not null,
  primary key (company_id, one_key, other_key),
  constraint own_account_spelling_is_of_two check (one_key < other_key)
);
alter table own_account_spelling enable row level security;
create policy company_isolation on own_account_spelling using (company_id = current_company());
grant select, insert, update, delete on own_account_spelling to quittance_app;
