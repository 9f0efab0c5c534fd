-- The cash desk: who is at which receipt, and what was asked of whom about it.

-- Who works on a receipt, so that two people never do. It is no lock: it says so to the others, and ends by the clock.
create table receipt_claim (
  company_id uuid not null,
  receipt_item_id uuid not null,
  claimed_by uuid not null,
  claimed_by_name text not null,
  claimed_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (company_id, receipt_item_id),
  constraint claim_ends_after_it_began check (expires_at > claimed_at)
);

-- A question put to a customer about a receipt, with its exact words. It waits until an answer is noted; asking again is a further row.
create table receipt_question (
  company_id uuid not null,
  id uuid not null,
  receipt_item_id uuid not null,
  -- null while nobody knows whose money it is
  customer_id uuid,
  -- of the decision it was asked for
  question_code text,
  language text not null,
  address text not null,
  subject text not null,
  body text not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  asked_by_name text not null,
  -- when an answer was noted, and what it said
  answered_at timestamptz,
  answered_by uuid,
  answered_by_name text,
  answer text,
  primary key (company_id, id),
  constraint question_answer_is_whole check (
    (answered_at is null) = (answered_by is null) and (answered_at is null) = (answer is null)),
  constraint question_texts_are_limited check (length(subject) <= 200 and length(body) <= 10000 and length(address) <= 320)
);
create index receipt_question_by_receipt on receipt_question (company_id, receipt_item_id, asked_at);

do $$
declare name text;
begin
  foreach name in array array['receipt_claim', 'receipt_question']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert on %I to quittance_app', name);
  end loop;
end
$$;
grant update (claimed_by, claimed_by_name, claimed_at, expires_at), delete on receipt_claim to quittance_app;
grant update (answered_at, answered_by, answered_by_name, answer) on receipt_question to quittance_app;
