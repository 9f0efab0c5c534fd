-- Bounds of promises; limits of interest.

-- How far ahead a promise that is no plan may lie: until its day its items rest.

alter table promise_policy
  add column days_ahead_max int not null default 60,
  add constraint promise_policy_days_ahead_are_within_reason check (days_ahead_max between 1 and 365);

-- Interest that one person charges or lets go alone counts towards limits; letting go posts nothing.
alter table posted_alone
  drop constraint posted_alone_is_known,
  drop constraint posted_alone_is_posted_or_waits,
  add constraint posted_alone_is_known check (kind in (
    'refund', 'write_off', 'discount', 'small_difference', 'deduction', 'other_adjustment', 'credit', 'transfer', 'interest_charge',
    'interest_waiver')),
  add constraint posted_alone_is_posted_or_waits check (
    case kind when 'interest_waiver' then entry_id is null and pending_id is null else (entry_id is null) <> (pending_id is null) end);

-- A call in which the customer disputes items ends in their holds.
alter table call
  drop constraint call_next_is_known,
  add constraint call_next_is_known check (next_kind in ('promise', 'task', 'call_back', 'mail', 'dispute'));

-- The next task of a recurring one, so that reopening and ending it again makes no other.
create index task_change_repeats on task_change (company_id, (after ->> 'of')) where action = 'task.repeat';

-- Mails that the product carried out are told as those of whoever wrote them.
update activity a set actor_id = m.actor_id from message m
  where m.company_id = a.company_id and m.id::text = a.detail ->> 'messageId' and m.direction = 'out' and a.kind in ('mail', 'letter')
    and a.actor_id <> m.actor_id;
