-- How far ahead a promise that is no plan may lie: until its day its items rest.

alter table promise_policy
  add column days_ahead_max int not null default 60,
  add constraint promise_policy_days_ahead_are_within_reason check (days_ahead_max between 1 and 365);
