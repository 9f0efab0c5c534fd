-- Intake: files as they arrived, what was read of them, and the bank lines that became receipts.

-- A file is stored once, in parts: backups hold it, every server reaches it. The hash of its content names it.
create table import_file (
  company_id uuid not null,
  id uuid not null,
  sha256 text not null,
  byte_count bigint not null,
  stored_at timestamptz not null,
  primary key (company_id, id),
  constraint import_file_is_stored_once unique (company_id, sha256),
  constraint import_file_hash_is_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
);
create table import_file_part (
  company_id uuid not null,
  file_id uuid not null,
  part int not null,
  content bytea not null,
  primary key (company_id, file_id, part)
);

create table import_batch (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  file_name text not null,
  file_id uuid not null,
  status text not null,
  -- how the columns of the file were read, and what a person should decide about it
  mapping jsonb,
  questions jsonb not null default '[]',
  header jsonb not null default '[]',
  rows_done int not null default 0,
  rows_known int,
  added int not null default 0,
  changed int not null default 0,
  unchanged int not null default 0,
  refused int not null default 0,
  left_out int not null default 0,
  problem_count int not null default 0,
  new_customers int not null default 0,
  error_code text,
  error text,
  uploaded_by uuid not null,
  uploaded_by_name text not null,
  uploaded_at timestamptz not null,
  touched_at timestamptz not null,
  posted_by uuid,
  posted_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  primary key (company_id, id),
  constraint import_kind_is_known check (kind in ('customers', 'items', 'statement')),
  constraint import_status_is_known check (status in ('reading', 'preview', 'posting', 'posted', 'failed', 'undoing', 'undone')),
  constraint import_file_is_stored foreign key (company_id, file_id) references import_file (company_id, id)
);
create index import_batch_by_file on import_batch (company_id, file_id, kind);
create index import_batch_at_work on import_batch (company_id) where status in ('reading', 'posting', 'undoing');

-- What a person looks at before posting: the first rows of each outcome. The file itself keeps them all.
create table import_row (
  company_id uuid not null,
  batch_id uuid not null,
  outcome text not null,
  number int not null,
  row int not null,
  label text not null,
  fields jsonb not null,
  primary key (company_id, batch_id, outcome, number),
  constraint import_outcome_is_known check (outcome in ('added', 'changed', 'unchanged', 'refused'))
);
create table import_problem (
  company_id uuid not null,
  batch_id uuid not null,
  number int not null,
  row int not null,
  field text,
  code text not null,
  message text not null,
  -- a note tells something of a row that is taken all the same
  is_note boolean not null,
  primary key (company_id, batch_id, number)
);

-- What customers were before an import changed them, so that undoing it can put them back.
create table import_customer_change (
  company_id uuid not null,
  batch_id uuid not null,
  customer_id uuid not null,
  before jsonb not null,
  after jsonb not null,
  primary key (company_id, batch_id, customer_id)
);

-- Mappings that a person has confirmed, by the columns of the file they fit.
create table import_mapping (
  company_id uuid not null,
  kind text not null,
  header_key text not null,
  mapping jsonb not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (company_id, kind, header_key)
);

create table bank_statement (
  company_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  account text,
  number text,
  currency text,
  opening_minor bigint,
  opening_on date,
  closing_minor bigint,
  closing_on date,
  footing text not null,
  line_count int not null,
  primary key (company_id, id),
  constraint statement_footing_is_known check (footing in ('ok', 'off', 'unknown'))
);
create index bank_statement_by_batch on bank_statement (company_id, batch_id);

-- A line of the bank, once: the same line of an overlapping file is recognised by its identity.
create table bank_line (
  company_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  identity text not null,
  account text,
  booked_on date,
  value_on date,
  currency text not null,
  -- signed: money in is positive
  amount_minor bigint not null,
  is_reversal boolean not null,
  bank_reference text,
  customer_reference text,
  end_to_end_id text,
  type_code text,
  payer_name text,
  payer_account text,
  ultimate_name text,
  structured_reference text,
  documents jsonb not null,
  text_lines text[] not null,
  bank_information text,
  disposition text not null,
  -- the receipt it became
  document_id uuid,
  item_id uuid,
  undone_at timestamptz,
  primary key (company_id, id),
  constraint bank_line_disposition_is_known check (disposition in ('receipt', 'money_out', 'returned', 'zero')),
  constraint bank_line_receipt_names_its_item check ((disposition = 'receipt') = (item_id is not null) and (item_id is null) = (document_id is null))
);
create unique index bank_line_is_taken_once on bank_line (company_id, identity) where undone_at is null;
create index bank_line_by_item on bank_line (company_id, item_id) where item_id is not null;
create index bank_line_by_batch on bank_line (company_id, batch_id);

do $$
declare name text;
begin
  foreach name in array array['import_file', 'import_file_part', 'import_batch', 'import_row', 'import_problem', 'import_customer_change',
    'import_mapping',
    'bank_statement', 'bank_line']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert on %I to quittance_app', name);
  end loop;
end
$$;
grant update (kind, status, mapping, questions, header, rows_done, rows_known, added, changed, unchanged, refused, left_out, problem_count,
  new_customers, error_code, error, touched_at, posted_by, posted_at, undone_by, undone_at) on import_batch to quittance_app;
grant delete on import_row, import_problem to quittance_app;
grant update (mapping, saved_by, saved_at) on import_mapping to quittance_app;
grant update (undone_at) on bank_line to quittance_app;
-- A customer that came with an import and has nothing on its account yet may go with the import's undoing.
grant delete on customer to quittance_app;
