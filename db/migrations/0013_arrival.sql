-- Arrival: the places files come from by themselves, and every file that ever came, each with what came of it.

-- A folder that is watched, or a mailbox that is read. No secret is kept here: `settings` names where it is found.
create table arrival_source (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  settings jsonb not null,
  -- what its files are; found from each file when null
  file_kind text,
  -- what is done with a file that was read: shown only, its good rows posted, or all rows or none
  posting text not null,
  is_enabled boolean not null,
  checked_at timestamptz,
  error text,
  made_by uuid not null,
  made_at timestamptz not null,
  removed_at timestamptz,
  primary key (company_id, id),
  constraint arrival_source_kind_is_known check (kind in ('folder', 'mailbox')),
  constraint arrival_posting_is_known check (posting in ('preview', 'good_rows', 'all'))
);
create unique index arrival_source_name_is_its_own on arrival_source (company_id, lower(name)) where removed_at is null;

create table arrival (
  company_id uuid not null,
  id uuid not null,
  arrived_at timestamptz not null,
  channel text not null,
  source_id uuid,
  -- who sent it, as far as the channel says: a mail's sender
  sender text,
  -- where it lay: a path below the drop directory, a mail's message id
  place text,
  file_name text not null,
  sha256 text,
  byte_count bigint,
  outcome text not null,
  reason text,
  batch_id uuid,
  actor_id uuid not null,
  actor_name text not null,
  primary key (company_id, id),
  constraint arrival_channel_is_known check (channel in ('page', 'api', 'command_line', 'folder', 'mailbox')),
  constraint arrival_outcome_is_known check (outcome in ('imported', 'repeated', 'refused')),
  constraint arrival_names_its_source check ((channel in ('folder', 'mailbox')) = (source_id is not null)),
  constraint arrival_says_what_came_of_it check ((outcome = 'refused') = (batch_id is null) and (outcome <> 'refused' or reason is not null)),
  constraint arrival_has_its_source foreign key (company_id, source_id) references arrival_source (company_id, id),
  constraint arrival_has_its_batch foreign key (company_id, batch_id) references import_batch (company_id, id)
);
create index arrival_by_batch on arrival (company_id, batch_id);

-- A message is handled once, whatever the mail server says of it later.
create table arrival_message (
  company_id uuid not null,
  source_id uuid not null,
  message_id text not null,
  handled_at timestamptz not null,
  sender text,
  subject text,
  file_count int not null,
  primary key (company_id, source_id, message_id),
  constraint message_has_its_source foreign key (company_id, source_id) references arrival_source (company_id, id)
);

do $$
declare name text;
begin
  foreach name in array array['arrival_source', 'arrival', 'arrival_message']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert on %I to quittance_app', name);
  end loop;
end
$$;
grant update (name, settings, file_kind, posting, is_enabled, checked_at, error, removed_at) on arrival_source to quittance_app;
create index bank_statement_by_account on bank_statement (company_id, account, closing_on);
