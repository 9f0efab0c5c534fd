-- Remittance advices: what payers say their payments are for, kept with its lines, and linked to receipts.

-- One advice as it was read. It is withdrawn, never changed; a file may hold several.
create table remittance_advice (
  company_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  -- which of the file's, from 1, and the part of a mail or workbook it stood in
  number int not null,
  part text,
  form text not null,
  -- read from a picture by a machine: a person compares it before it counts
  is_scanned boolean not null,
  received_on date not null,
  received_at timestamptz not null,
  payer_name text,
  -- as payers' names are compared
  payer_key text not null,
  payer_account text,
  paid_on date,
  trace_number text,
  -- letters and digits of it, as payment numbers are compared
  trace_key text not null,
  currency text not null,
  -- as printed, and the sum of what the lines pay
  amount_minor bigint,
  lines_minor bigint,
  line_count int not null,
  footing text not null,
  -- what the advice says, whatever its lines are: knows it again in another file
  content_key text not null,
  told_text text[] not null,
  adjustments jsonb not null,
  checked_at timestamptz,
  checked_by_name text,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_reason text,
  primary key (company_id, id),
  constraint advice_has_its_batch foreign key (company_id, batch_id) references import_batch (company_id, id),
  constraint advice_form_is_known check (form in ('csv', 'html', 'text', 'xlsx', 'edi820', 'remt001', 'pdf', 'scan')),
  constraint advice_footing_is_known check (footing in ('ok', 'off', 'unknown')),
  constraint advice_withdrawn_says_why check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create unique index advice_is_kept_once on remittance_advice (company_id, content_key) where withdrawn_at is null;
create index advice_by_batch on remittance_advice (company_id, batch_id);
create index advice_by_day on remittance_advice (company_id, received_on, id) where withdrawn_at is null;
create index advice_by_payer on remittance_advice (company_id, payer_key, received_on) where withdrawn_at is null;

create table remittance_line (
  company_id uuid not null,
  advice_id uuid not null,
  number int not null,
  -- of the source: a line, a row
  row int not null,
  document_kind text,
  document_number text,
  refs jsonb not null,
  issued_on date,
  gross_minor bigint,
  discount_minor bigint,
  adjustments jsonb not null,
  paid_minor bigint,
  told_text text[] not null,
  -- page and rectangle, of sources that have pages
  place jsonb,
  primary key (company_id, advice_id, number),
  constraint line_has_its_advice foreign key (company_id, advice_id) references remittance_advice (company_id, id)
);

-- The pages of a scan as they were read, straightened: a person compares lines with them.
create table advice_page (
  company_id uuid not null,
  advice_id uuid not null,
  page int not null,
  media_type text not null,
  width int not null,
  height int not null,
  content bytea not null,
  primary key (company_id, advice_id, page),
  constraint page_has_its_advice foreign key (company_id, advice_id) references remittance_advice (company_id, id)
);

-- Which receipt an advice is about; a link ends, it is never changed. `apart`: a person said that the two do not belong together.
create table receipt_advice (
  company_id uuid not null,
  id uuid not null,
  receipt_item_id uuid not null,
  advice_id uuid not null,
  linked_by text not null,
  linked_at timestamptz not null,
  linked_by_name text not null,
  ended_at timestamptz,
  ended_by_name text,
  ended_reason text,
  primary key (company_id, id),
  constraint link_has_its_advice foreign key (company_id, advice_id) references remittance_advice (company_id, id),
  constraint link_says_how check (linked_by in ('trace', 'payer_and_amount', 'amount', 'person', 'apart')),
  constraint link_ended_says_why check ((ended_at is null) = (ended_reason is null))
);
create unique index receipt_advice_once on receipt_advice (company_id, receipt_item_id, advice_id) where ended_at is null;
create index receipt_advice_by_advice on receipt_advice (company_id, advice_id) where ended_at is null;

-- What a customer's codes of deductions mean to us; the latest that was not ended counts.
create table deduction_code (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  -- as it is compared: letters and digits, upper case
  code_key text not null,
  code text not null,
  reason text not null,
  set_at timestamptz not null,
  set_by_name text not null,
  ended_at timestamptz,
  ended_by_name text,
  primary key (company_id, id)
);
create unique index deduction_code_means_one_thing on deduction_code (company_id, customer_id, code_key) where ended_at is null;

-- Payments are found by the payer's number and by their amount.
create index bank_line_by_payment_number on bank_line
  (company_id, (regexp_replace(upper(coalesce(nullif(upper(end_to_end_id), 'NOTPROVIDED'), customer_reference)), '[^A-Z0-9]+', '', 'g')))
  where item_id is not null and undone_at is null;
create index bank_line_by_amount on bank_line (company_id, currency, amount_minor) where item_id is not null and undone_at is null;

do $$
declare name text;
begin
  foreach name in array array['remittance_advice', 'remittance_line', 'advice_page', 'receipt_advice', 'deduction_code']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert on %I to quittance_app', name);
  end loop;
end
$$;
grant update (checked_at, checked_by_name, withdrawn_at, withdrawn_by_name, withdrawn_reason) on remittance_advice to quittance_app;
grant update (ended_at, ended_by_name, ended_reason) on receipt_advice to quittance_app;
grant update (ended_at, ended_by_name) on deduction_code to quittance_app;
