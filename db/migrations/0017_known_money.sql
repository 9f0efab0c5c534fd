-- The same money told twice: a statement and a notification or lockbox file of it, or one statement in two formats.

-- By which kind of file the receipts of an account come before its statement does; learned from the first file.
alter table own_bank_account
  add column receipts_by text not null default 'statement',
  add column receipts_by_set_by_name text,
  add column receipts_by_set_at timestamptz,
  add column receipts_by_reason text,
  add constraint own_account_receipts_by_is_known check (receipts_by in ('statement', 'notification', 'lockbox'));
grant update (receipts_by, receipts_by_set_by_name, receipts_by_set_at, receipts_by_reason) on own_bank_account to quittance_app;

-- Lists of notifications and lockboxes have no place in the chain of an account's statements.
alter table bank_statement add column report text not null default 'statement', add column origin text,
  add constraint statement_report_is_known check (report in ('statement', 'notification', 'lockbox'));

-- `waiting`: money in that no statement has told of yet. `counted`: other lines are the receipts of it, linked where there is one.
-- `set_aside`: a person said that it is no further money.
alter table bank_line
  add column report text not null default 'statement',
  -- the file format and the report; null for lines that are never compared
  add column origin text,
  add column sum_key text,
  -- a counted line: its twin; a detail: the sum it is part of
  add column links_to uuid,
  -- the import whose posting settled what was waiting, or replaced what was a receipt; and what it was before
  add column settled_by_batch_id uuid,
  add column was_disposition text,
  add column decided_by_name text,
  add column decided_at timestamptz,
  add column decision_reason text,
  add constraint bank_line_report_is_known check (report in ('statement', 'notification', 'lockbox')),
  drop constraint bank_line_disposition_is_known,
  add constraint bank_line_disposition_is_known
    check (disposition in ('receipt', 'money_out', 'returned', 'zero', 'waiting', 'counted', 'set_aside'));
grant update (disposition, document_id, item_id, links_to, settled_by_batch_id, was_disposition, decided_by_name, decided_at, decision_reason)
  on bank_line to quittance_app;
create index bank_line_by_day on bank_line (company_id, coalesce(booked_on, value_on)) where origin is not null and undone_at is null;
create index bank_line_by_link on bank_line (company_id, links_to) where links_to is not null;
create index bank_line_waiting on bank_line (company_id, booked_on) where disposition = 'waiting' and undone_at is null;
