-- Dunning that takes back what never went, knows letters written by hand, and waits for what people are to do.

alter table dunning_held drop constraint dunning_held_says_why;
alter table dunning_held add constraint dunning_held_says_why check (reason in ('customer_hold', 'item_hold', 'credits_cover', 'task_open',
  'item_small', 'bank_data_stale', 'nobody_to_do_it', 'customer_small', 'no_address', 'quiet_days', 'daily_cap'));

-- A notice that a person wrote takes the step of its items as one of a run does; it is of no run.
alter table dunning_action alter column run_id drop not null;

-- The letter went out and came back: the server of the reader reported that it did not arrive. Somebody says what becomes of it.
alter table dunning_action add column returned_at timestamptz;
grant update (returned_at) on dunning_action to quittance_app;

comment on column dunning_step.open_minor is 'what was asked for: open less what credits of the customer covered';
