-- Calls: whom, on which number, how it went; when to call again; the words to speak by. Resolution sessions: meetings with a customer.

create table call (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  contact_id uuid,
  -- as dialled: E.164, with its extension
  number text,
  outcome text not null,
  situation text not null,
  -- the words it went by; number 0 is what comes with the product
  script_language text not null,
  script_number int not null,
  started_at timestamptz not null,
  duration_seconds int not null,
  -- its line in the timeline
  activity_id uuid not null,
  promise_count int not null default 0,
  next_kind text,
  next_id uuid,
  made_by uuid not null,
  made_by_name text not null,
  recorded_at timestamptz not null,
  primary key (company_id, id),
  constraint call_outcome_is_known check (outcome in ('reached', 'promised', 'disputed', 'refused', 'call_back', 'left_message', 'no_answer',
    'wrong_number')),
  constraint call_situation_is_known check (situation in ('first_call', 'follow_up', 'promise_broken', 'dispute')),
  constraint call_is_within_a_day check (duration_seconds between 0 and 86400),
  constraint call_wrong_number_names_it check (outcome <> 'wrong_number' or number is not null),
  constraint call_next_is_known check (next_kind in ('promise', 'task', 'call_back', 'mail')),
  constraint call_is_of_a_customer foreign key (company_id, customer_id) references customer (company_id, id),
  constraint call_is_with_a_contact foreign key (company_id, contact_id) references contact (company_id, id),
  constraint call_has_its_line foreign key (company_id, activity_id) references activity (company_id, id)
);
create index call_by_customer on call (company_id, customer_id, started_at desc);
create index call_by_contact on call (company_id, contact_id, started_at desc) where contact_id is not null;
create index call_by_time on call (company_id, started_at);

create table call_back (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  contact_id uuid,
  due_at timestamptz not null,
  assignee_id uuid not null references person (id),
  note text not null default '',
  status text not null default 'open',
  -- the call in which it was asked for, and the one that answered it
  asked_in_call_id uuid,
  done_in_call_id uuid,
  made_at timestamptz not null,
  made_by uuid not null,
  made_by_name text not null,
  ended_at timestamptz,
  primary key (company_id, id),
  constraint call_back_status_is_known check (status in ('open', 'done', 'cancelled')),
  constraint call_back_end_is_whole check ((status = 'open') = (ended_at is null)),
  constraint call_back_note_is_limited check (length(note) <= 2000),
  constraint call_back_is_of_a_customer foreign key (company_id, customer_id) references customer (company_id, id),
  constraint call_back_is_to_a_contact foreign key (company_id, contact_id) references contact (company_id, id)
);
create index call_back_by_time on call_back (company_id, due_at, id) where status = 'open';
create index call_back_by_assignee on call_back (company_id, assignee_id, due_at, id) where status = 'open';
create index call_back_by_customer on call_back (company_id, customer_id) where status = 'open';

-- Append-only: what a company says otherwise than the words that come with the product; null goes back to those.
create table call_script (
  company_id uuid not null,
  situation text not null,
  language text not null,
  number int not null,
  body text,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  primary key (company_id, situation, language, number),
  constraint call_script_counts_from_one check (number > 0),
  constraint call_script_situation_is_known check (situation in ('first_call', 'follow_up', 'promise_broken', 'dispute'))
);

create table resolution_session (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  title text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- where: a room, a link, a number to dial
  place text not null default '',
  message text not null default '',
  language text not null,
  state text not null default 'planned',
  -- how many times those invited were told otherwise; UID is the id
  sequence int not null default 0,
  conversation_id uuid,
  reason text,
  made_at timestamptz not null,
  made_by uuid not null,
  made_by_name text not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  ended_by_name text,
  primary key (company_id, id),
  constraint session_has_a_title check (length(title) between 1 and 200),
  constraint session_is_a_span check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours'),
  constraint session_state_is_known check (state in ('planned', 'held', 'no_show', 'cancelled')),
  constraint session_end_is_whole check ((state = 'planned') = (ended_at is null)),
  constraint session_is_with_a_customer foreign key (company_id, customer_id) references customer (company_id, id)
);
create index session_by_customer on resolution_session (company_id, customer_id, starts_at desc);
create index session_by_time on resolution_session (company_id, starts_at, id);

create table session_person (
  company_id uuid not null,
  session_id uuid not null,
  address text not null,
  name text not null,
  -- of the customer, or a colleague
  contact_id uuid,
  person_id uuid references person (id),
  primary key (company_id, session_id, address),
  constraint session_person_is_in_a_session foreign key (company_id, session_id) references resolution_session (company_id, id)
);

-- What is to be talked about, and what was said of it.
create table session_point (
  company_id uuid not null,
  session_id uuid not null,
  id uuid not null,
  position int not null,
  kind text not null,
  -- the item, promise or hold
  subject_id uuid,
  title text not null,
  minutes text not null default '',
  primary key (company_id, id),
  constraint session_point_has_a_title check (length(title) between 1 and 300),
  constraint session_point_kind_is_known check (kind in ('item', 'dispute', 'promise', 'other')),
  constraint session_point_minutes_are_limited check (length(minutes) <= 10000),
  constraint session_point_is_in_a_session foreign key (company_id, session_id) references resolution_session (company_id, id)
);
create index session_point_by_session on session_point (company_id, session_id, position);

-- Append-only: each invitation, update and cancellation that went out, and what came of a point.
create table session_invitation (
  company_id uuid not null,
  session_id uuid not null,
  sequence int not null,
  method text not null,
  message_id uuid not null,
  sent_at timestamptz not null,
  primary key (company_id, session_id, message_id),
  constraint invitation_method_is_known check (method in ('REQUEST', 'CANCEL')),
  constraint invitation_is_to_a_session foreign key (company_id, session_id) references resolution_session (company_id, id)
);

create table session_outcome (
  company_id uuid not null,
  session_id uuid not null,
  point_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  primary key (company_id, point_id, subject_id),
  constraint session_outcome_kind_is_known check (kind in ('task', 'promise')),
  constraint session_outcome_is_of_a_point foreign key (company_id, point_id) references session_point (company_id, id)
);

do $$
declare name text;
begin
  foreach name in array array['call', 'call_back', 'call_script', 'resolution_session', 'session_person', 'session_point', 'session_invitation',
    'session_outcome']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert on %I to quittance_app', name);
  end loop;
end
$$;
grant update (due_at, assignee_id, note, status, done_in_call_id, ended_at) on call_back to quittance_app;
grant update (title, starts_at, ends_at, place, message, language, state, sequence, conversation_id, reason, changed_at, ended_at,
  ended_by_name) on resolution_session to quittance_app;
grant delete on session_person to quittance_app;
grant update (position, title, minutes), delete on session_point to quittance_app;
