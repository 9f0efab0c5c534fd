-- A full list of the ERP's open items: what differs from the ledger is kept as proposals, for a person to decide.

-- What the ERP settled by itself goes to an account of its own, where the general ledger finds the other half.
alter table posting drop constraint posting_account_is_known;
alter table posting add constraint posting_account_is_known check (account in (
  'receivable', 'unapplied', 'cash', 'billing', 'cash_discount', 'small_difference', 'deduction', 'bad_debt', 'bank_fee',
  'withholding_tax', 'refund', 'suspense', 'intercompany', 'unclaimed_credit', 'fx_realised', 'fx_clearing',
  'fx_unrealised', 'receivable_revaluation', 'erp_clearing'));
alter table entry drop constraint entry_kind_is_known;
alter table entry add constraint entry_kind_is_known check (kind in (
  'document', 'receipt', 'application', 'cash_discount', 'small_difference', 'deduction', 'write_off', 'bank_fee',
  'withholding_tax', 'refund', 'suspense', 'intercompany', 'unclaimed_credit', 'due_date_change', 'identification',
  'revaluation', 'reversal', 'undo', 'erp_settlement'));
insert into posting_account (company_id, account, gl_code, name)
  select id, 'erp_clearing', '1930', 'Settled in the ERP' from company;

alter table import_batch add column snapshot_on date;
comment on column import_batch.snapshot_on is 'the file lists all items open on this day; null when it only adds';

create table item_change (
  company_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  item_id uuid not null,
  number text not null,
  customer_id uuid not null,
  kind text not null,
  currency text not null,
  -- signed, as the item
  open_here_minor bigint not null,
  open_there_minor bigint not null,
  due_here date not null,
  due_there date,
  plan jsonb not null,
  status text not null,
  proposed_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  reason text,
  entry_ids uuid[] not null default '{}',
  primary key (company_id, id),
  constraint change_kind_is_known check (kind in ('vanished', 'amount_changed', 'due_changed', 'reappeared')),
  constraint change_status_is_known check (status in ('proposed', 'accepted', 'rejected', 'superseded')),
  constraint change_is_decided_by_somebody check ((status in ('accepted', 'rejected')) = (decided_by is not null)),
  constraint change_has_its_batch foreign key (company_id, batch_id) references import_batch (company_id, id)
);
create unique index item_change_is_proposed_once on item_change (company_id, item_id, kind) where status = 'proposed';
create index item_change_by_status on item_change (company_id, status, id);
create index item_change_by_batch on item_change (company_id, batch_id);
alter table item_change enable row level security;
create policy company_isolation on item_change using (company_id = current_company());
grant select, insert on item_change to quittance_app;
grant update (status, decided_at, decided_by, decided_by_name, reason, entry_ids) on item_change to quittance_app;
grant update (snapshot_on) on import_batch to quittance_app;
