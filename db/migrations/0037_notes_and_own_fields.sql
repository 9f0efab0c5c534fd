-- Promises that come in a spreadsheet; pins, mentions and words of notes; fields that a company adds of its own.

alter table import_batch drop constraint import_kind_is_known;
alter table import_batch add constraint import_kind_is_known
  check (kind in ('customers', 'contacts', 'items', 'receipts', 'notes', 'promises', 'statement', 'remittance'));
create index promise_by_batch on promise (company_id, batch_id) where batch_id is not null;

-- A line of the timeline that stays on top until somebody unpins it; by its first version.
create table activity_pin (
  company_id uuid not null,
  activity_id uuid not null,
  pinned_at timestamptz not null,
  pinned_by uuid not null,
  pinned_by_name text not null,
  primary key (company_id, activity_id),
  constraint pin_is_on_a_line foreign key (company_id, activity_id) references activity (company_id, id)
);

-- Who is named by @Name in a note, until they have seen it.
create table activity_mention (
  company_id uuid not null,
  activity_id uuid not null,
  person_id uuid not null references person (id),
  mentioned_at timestamptz not null,
  mentioned_by_name text not null,
  seen_at timestamptz,
  primary key (company_id, activity_id, person_id),
  constraint mention_is_in_a_note foreign key (company_id, activity_id) references activity (company_id, id)
);
create index activity_mention_by_person on activity_mention (company_id, person_id, mentioned_at);

create index activity_by_words on activity using gin (to_tsvector('simple', text));

-- What a company keeps about its customers or items that the product has no field for.
create table custom_field (
  company_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  name text not null,
  kind text not null,
  -- of a choice, in the order shown
  choices text[] not null default '{}',
  position int not null,
  -- it is shown no more; its values stay
  retired_at timestamptz,
  primary key (company_id, id),
  constraint custom_field_subject_is_known check (subject_kind in ('customer', 'item')),
  constraint custom_field_kind_is_known check (kind in ('text', 'number', 'money', 'date', 'choice', 'yes_no')),
  constraint custom_field_has_a_name check (length(name) between 1 and 60),
  constraint custom_field_choices_fit check ((kind = 'choice') = (cardinality(choices) > 0) and cardinality(choices) <= 50)
);
create unique index custom_field_name_is_taken_once on custom_field (company_id, subject_kind, lower(name)) where retired_at is null;

-- In the one form of its kind: 1234.5 · 1234.56 EUR · 2026-11-30 · yes.
create table custom_value (
  company_id uuid not null,
  subject_id uuid not null,
  field_id uuid not null,
  value text not null,
  set_at timestamptz not null,
  set_by_name text not null,
  primary key (company_id, subject_id, field_id),
  constraint custom_value_is_of_a_field foreign key (company_id, field_id) references custom_field (company_id, id),
  constraint custom_value_is_short check (length(value) between 1 and 500)
);
create index custom_value_by_field on custom_value (company_id, field_id, value);

do $$
declare name text;
begin
  foreach name in array array['activity_pin', 'activity_mention', 'custom_field', 'custom_value']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert on %I to quittance_app', name);
  end loop;
end
$$;
grant delete on activity_pin to quittance_app;
grant update (mentioned_at, mentioned_by_name, seen_at) on activity_mention to quittance_app;
grant update (name, choices, position, retired_at) on custom_field to quittance_app;
grant update (value, set_at, set_by_name), delete on custom_value to quittance_app;
