-- Tasks: what somebody is to do by when, about what; their history, who is mentioned, and when overdue ones go to another person.

create table task (
  company_id uuid not null,
  id uuid not null,
  title text not null,
  note text not null default '',
  -- customer, item, promise, case; a task may be about nothing of the ledger
  subject_kind text,
  subject_id uuid,
  -- on whose page it stands
  customer_id uuid,
  assignee_id uuid not null references person (id),
  due_at timestamptz not null,
  status text not null default 'open',
  -- {kind: daily | weekly | monthly | monthly_working_day, ...}; done, the next one is made
  recurrence jsonb,
  is_pinned boolean not null default false,
  -- when it was overdue for too long, and to whom it went
  escalated_at timestamptz,
  escalated_to uuid references person (id),
  made_at timestamptz not null,
  made_by uuid not null,
  made_by_name text not null,
  ended_at timestamptz,
  search tsvector generated always as (to_tsvector('simple', title || ' ' || note)) stored,
  primary key (company_id, id),
  constraint task_has_a_title check (length(title) between 1 and 200),
  constraint task_note_is_limited check (length(note) <= 10000),
  constraint task_status_is_known check (status in ('open', 'done', 'cancelled')),
  constraint task_end_is_whole check ((status = 'open') = (ended_at is null)),
  constraint task_subject_is_whole check ((subject_kind is null) = (subject_id is null)),
  constraint task_subject_is_known check (subject_kind in ('customer', 'item', 'promise', 'case')),
  constraint task_escalation_is_whole check ((escalated_at is null) = (escalated_to is null)),
  constraint task_is_of_a_customer foreign key (company_id, customer_id) references customer (company_id, id)
);
create index task_by_assignee on task (company_id, assignee_id, due_at, id) where status = 'open';
create index task_by_due on task (company_id, status, due_at, id);
create index task_by_customer on task (company_id, customer_id, due_at) where customer_id is not null;
create index task_by_words on task using gin (search);

-- Append-only: what a task was before each change, and by whom it was changed.
create table task_change (
  company_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  action text not null,
  before jsonb,
  after jsonb,
  changed_at timestamptz not null,
  changed_by uuid not null,
  changed_by_name text not null,
  primary key (company_id, id),
  constraint task_change_is_of_a_task foreign key (company_id, task_id) references task (company_id, id)
);
create index task_change_by_task on task_change (company_id, task_id, changed_at);

create table task_mention (
  company_id uuid not null,
  task_id uuid not null,
  person_id uuid not null references person (id),
  mentioned_at timestamptz not null,
  mentioned_by_name text not null,
  seen_at timestamptz,
  primary key (company_id, task_id, person_id),
  constraint mention_is_in_a_task foreign key (company_id, task_id) references task (company_id, id)
);
create index task_mention_by_person on task_mention (company_id, person_id, mentioned_at);

-- How many working minutes a task may be overdue before it goes to whom. Without a row: none does.
create table task_escalation (
  company_id uuid not null primary key,
  after_minutes int not null,
  to_person uuid not null references person (id),
  constraint escalation_waits_a_while check (after_minutes between 0 and 100000)
);

do $$
declare name text;
begin
  foreach name in array array['task', 'task_change', 'task_mention', 'task_escalation']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert on %I to quittance_app', name);
  end loop;
end
$$;
grant update (title, note, assignee_id, due_at, status, recurrence, is_pinned, escalated_at, escalated_to, ended_at) on task to quittance_app;
grant update (seen_at, mentioned_at, mentioned_by_name) on task_mention to quittance_app;
grant update (after_minutes, to_person), delete on task_escalation to quittance_app;
