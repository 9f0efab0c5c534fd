-- Interest that reaches the customer, and a second person where it is large.

-- What a note says of its terms, as they were when it was charged:
-- {scheme, rateE4, dayCount, feeMinor, feeCurrency, plan: {principalMinor, basisPoints, askedMinor, stretches} or null}
alter table interest_charge add column terms jsonb;
-- What it says of an item: {number, dueOn, daysLate, openMinor, stretches: [{fromOn, toOn, days, openMinor, rateE4}]}
alter table interest_charge_line add column said jsonb;

-- Charging and letting go are asked for like any other act; letting go posts nothing.
alter table approval_request
  drop constraint approval_kind_is_known,
  drop constraint approval_posted_has_entries,
  add constraint approval_kind_is_known check (kind in (
    'refund', 'write_off', 'discount', 'small_difference', 'deduction', 'other_adjustment', 'credit', 'transfer', 'move', 'reversal',
    'interest_charge', 'interest_waiver')),
  add constraint approval_posted_has_entries check (
    case kind when 'interest_waiver' then cardinality(entry_ids) = 0 else (state = 'posted') = (cardinality(entry_ids) > 0) end);

-- Nobody is reminded of a note that they were never told of. Those charged until now were told by nobody here.
insert into hold (company_id, id, item_id, customer_id, kind, reason, placed_by, placed_by_name, placed_at)
  select g.company_id, gen_random_uuid(), i.id, i.customer_id, 'not_told', 'The customer was not told of this note yet', g.made_by, g.made_by_name,
      g.made_at
    from interest_charge g
    join item i on i.company_id = g.company_id and i.id = g.item_id and i.open_minor > 0
    join document d on d.company_id = i.company_id and d.id = i.document_id and d.cancelled_by_entry_id is null
    where g.kind = 'charged';
