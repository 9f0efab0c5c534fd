-- Trials of a policy as work that goes on by itself, and what the measures count kept where it is written.

-- A trial goes on while somebody does other things: it can be left, found again, cancelled, and taken up where it stood. `result`
-- holds the figures so far; each receipt that differs is a row of its own.
alter table cash_policy_trial
  add column state text not null default 'done',
  -- the version that held when it began, 0 the usual policy; with both rules as they were then, as text that is equal when they are
  add column base_number int not null default 0,
  add column rules text,
  add column receipts_known int not null default 0,
  add column receipts_done int not null default 0,
  -- where it stands: {at, itemId, tallies}; null before the first receipt
  add column checkpoint jsonb,
  -- who is at it; silent for long, another takes it up
  add column worker_id uuid,
  add column worker_seen_at timestamptz,
  add column ended_at timestamptz,
  add column failure text;
alter table cash_policy_trial alter column state drop default;
alter table cash_policy_trial add constraint cash_policy_trial_state_is_known check (state in ('running', 'done', 'cancelled', 'failed'));
alter table cash_policy_trial add constraint cash_policy_trial_is_not_beyond_what_is_known check (receipts_done between 0 and receipts_known);
alter table cash_policy_trial add constraint cash_policy_trial_failure_says_why check ((state = 'failed') = (failure is not null));
grant update (state, receipts_known, receipts_done, result, checkpoint, worker_id, worker_seen_at, ended_at, failure) on cash_policy_trial to quittance_app;
create index cash_policy_trial_at_work on cash_policy_trial (company_id) where state = 'running';

-- A receipt that the two policies, or the proposed one and people, do not agree on.
create table cash_policy_difference (
  company_id uuid not null,
  trial_id uuid not null,
  -- counts on as the trial goes on
  position int not null,
  receipt_item_id uuid not null,
  kind text not null,
  -- the version posts it otherwise than it was done
  is_otherwise boolean not null,
  -- {now, proposed, done}: whether each posts, by which rule, cash and deductions, in words
  answers jsonb not null,
  primary key (company_id, trial_id, position),
  constraint cash_policy_difference_kind_is_known check (kind in ('more', 'fewer', 'changed', 'same'))
);

alter table cash_policy_difference enable row level security;
create policy company_isolation on cash_policy_difference using (company_id = current_company());
grant select, insert on cash_policy_difference to quittance_app;

-- Trials that ran before this: their figures stay; the receipts that differed get their rows.
insert into cash_policy_difference (company_id, trial_id, position, receipt_item_id, kind, is_otherwise, answers)
  select t.company_id, t.id, d.position, i.id,
      case when (d.one->'proposed'->>'posts')::boolean and not (d.one->'now'->>'posts')::boolean then 'more'
        when (d.one->'now'->>'posts')::boolean and not (d.one->'proposed'->>'posts')::boolean then 'fewer'
        when d.one->'now'->'allocations' <> d.one->'proposed'->'allocations' then 'changed' else 'same' end,
      (d.one->'proposed'->>'posts')::boolean and d.one->'done' <> 'null'::jsonb and d.one->'done'->'allocations' <> d.one->'proposed'->'allocations',
      jsonb_build_object('now', said.empty || (d.one->'now'), 'proposed', said.empty || (d.one->'proposed'),
        'done', case when d.one->'done' = 'null'::jsonb then 'null'::jsonb else said.empty || (d.one->'done') end)
    from cash_policy_trial t
    cross join lateral jsonb_array_elements(coalesce(t.result->'differences', '[]'::jsonb)) with ordinality as d (one, position)
    cross join (select '{"decision": "exception", "deductions": [], "sentence": "", "evidence": [], "alternativesCount": 0}'::jsonb as empty) said
    join item i on i.company_id = t.company_id and i.kind = 'receipt' and i.number = d.one->>'receipt';
update cash_policy_trial set result = result - 'differences', ended_at = run_at,
    receipts_known = (result->>'receipts')::int, receipts_done = (result->>'receipts')::int;

-- What a decision says never changes: what the measures count of it stands beside it, so that nothing reads its evidence again.
alter table receipt_decision
  add column question_code text generated always as (question->>'code') stored,
  -- the text or the bank's own field carries a number of an item, open or settled
  add column names_items boolean generated always as (
    evidence @? '$[*].kind ? ((@ starts with "reference" && @ != "reference_unknown") || @ == "only_settled_cited")'::jsonpath) stored,
  add column lines_count int generated always as (jsonb_array_length(allocations)) stored;

-- Receipts by their booking day, settled or not.
create index item_receipt_by_day on item (company_id, issued_on, id) where kind = 'receipt';
