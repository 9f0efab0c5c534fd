-- Interest agreed with an instalment plan: the schedule shows it, a proposal asks it when a part is due or paid, a person charges or
-- waives it. A plan is judged by its principal alone.

alter table payment_plan
  drop constraint plan_is_above_zero,
  drop constraint plan_interest_is_charged,
  drop column interest_item_id,
  -- amount_minor is the principal, interest_minor what the schedule says on top of it
  add column interest_day_count text,
  -- the first day that bears interest
  add column interest_from_on date,
  add constraint plan_is_above_zero check (amount_minor > 0 and interest_minor >= 0),
  add constraint plan_interest_is_whole check (
    (interest_basis_points = 0 and interest_minor = 0 and interest_day_count is null and interest_from_on is null)
      or (interest_basis_points between 1 and 10000 and interest_day_count is not null and interest_from_on is not null)),
  add constraint plan_day_count_is_known check (interest_day_count in ('act365', 'act360'));
create index payment_plan_with_interest on payment_plan (company_id, customer_id) where interest_basis_points > 0;

-- What its schedule says for a part of a plan, when every part is paid on its day.
alter table promise
  add column interest_minor bigint not null default 0,
  add constraint promise_interest_is_of_a_plan check (interest_minor = 0 or (interest_minor > 0 and plan_id is not null));

-- Of a plan: the days asked for from its beginning on, instead of lines by item.
alter table interest_charge
  add column plan_id uuid,
  add column from_on date,
  add column until_on date,
  add constraint interest_charge_has_its_plan foreign key (company_id, plan_id) references payment_plan (company_id, id),
  add constraint interest_charge_of_a_plan_has_its_days check (
    (plan_id is null) = (from_on is null) and (plan_id is null) = (until_on is null) and (plan_id is null or fee_minor = 0));
create index interest_charge_by_plan on interest_charge (company_id, plan_id) where plan_id is not null;
