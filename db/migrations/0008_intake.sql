-- Imports of contacts, receipts and notes; the sheets of a workbook; mappings with a name of their own.

alter table import_batch drop constraint import_kind_is_known;
alter table import_batch add constraint import_kind_is_known
  check (kind in ('customers', 'contacts', 'items', 'receipts', 'notes', 'statement', 'remittance'));
-- the sheets of a workbook, and the source whose mapping was used, as it was called then
alter table import_batch
  add column sheets jsonb not null default '[]',
  add column source_name text;
grant update (sheets, source_name) on import_batch to quittance_app;

-- A mapping belongs to a source ("SAP DE daily") once somebody has given it a name; until then its columns are its name.
alter table import_mapping
  add column id uuid not null default gen_random_uuid(),
  add column name text,
  add column saved_by_name text,
  add column header jsonb not null default '[]',
  add column file_name text,
  add column used_at timestamptz,
  add constraint import_mapping_name_is_short check (length(name) between 1 and 80);
create unique index import_mapping_by_id on import_mapping (company_id, id);
create unique index import_mapping_name_is_its_own on import_mapping (company_id, kind, lower(name)) where name is not null;
grant update (name, saved_by_name, header, file_name, used_at) on import_mapping to quittance_app;
grant delete on import_mapping to quittance_app;

-- What contacts were before an import changed them, so that undoing it can put them back.
create table import_contact_change (
  company_id uuid not null,
  batch_id uuid not null,
  contact_id uuid not null,
  customer_id uuid not null,
  before jsonb not null,
  after jsonb not null,
  primary key (company_id, batch_id, contact_id)
);
alter table import_contact_change enable row level security;
create policy company_isolation on import_contact_change using (company_id = current_company());
grant select, insert on import_contact_change to quittance_app;
