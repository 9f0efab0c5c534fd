-- An import that is not to be posted can be put aside.
alter table import_batch drop constraint import_status_is_known;
alter table import_batch add constraint import_status_is_known
  check (status in ('reading', 'preview', 'posting', 'posted', 'failed', 'undoing', 'undone', 'discarded'));
-- An expert's word that the accounts of a file are used by another company, too.
alter table import_batch add column accounts_shared_by uuid, add column accounts_shared_by_name text,
  add column accounts_shared_at timestamptz, add column accounts_shared_reason text;
grant update (accounts_shared_by, accounts_shared_by_name, accounts_shared_at, accounts_shared_reason) on import_batch to quittance_app;

-- Our accounts at banks, learned from the first statement that was posted for each.
create table own_bank_account (
  company_id uuid not null,
  -- without blanks, in capitals
  account_key text not null,
  account text not null,
  batch_id uuid not null,
  learned_at timestamptz not null,
  -- set when an expert said that another company uses it, too
  shared_by_name text,
  shared_at timestamptz,
  shared_reason text,
  primary key (company_id, account_key),
  constraint own_account_share_is_whole check ((shared_at is null) = (shared_by_name is null) and (shared_at is null) = (shared_reason is null))
);
alter table own_bank_account enable row level security;
create policy company_isolation on own_bank_account using (company_id = current_company());
grant select, insert, delete on own_bank_account to quittance_app;

-- Reference table: which company a bank account belongs to. A company claims an account in its own transaction; found by the
-- hash of the account, so that nobody reads here which accounts others have.
create table bank_account_owner (
  account_hash text primary key,
  owner_id uuid not null references company (id),
  claimed_at timestamptz not null,
  constraint account_hash_is_sha256 check (account_hash ~ '^[0-9a-f]{64}$')
);
alter table bank_account_owner enable row level security;
create policy owners_are_seen on bank_account_owner for select using (true);
create policy own_claims_only on bank_account_owner for insert with check (owner_id = current_company());
create policy own_releases_only on bank_account_owner for delete using (owner_id = current_company());
grant select, insert, delete on bank_account_owner to quittance_app;
