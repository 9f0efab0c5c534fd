-- Posting in bulk: an item that moves and is settled by the same statement is written once, and what moves is read from the
-- statement's own rows instead of being looked up again.

-- As in 0003, rule for rule, with `move_items` of 0011 within it and the settings of 0020. A receipt that is identified and applied was written twice, each
-- time to every index of the items. One statement now notes the moves, changes the items, and compares each with where it
-- stood before: all of its parts see the items as they were when it began.
create or replace function check_new_postings() returns trigger language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  bad record;
  unusual uuid[];
  misfits bigint;
  settling bigint;
  elsewhere bigint;
  overtaken bigint;
begin
  -- One pass over the entries. Those of one currency and one day that balance need no second look.
  select array_agg(s.entry_id) into unusual from (
      select a.company_id, a.entry_id, count(*) as lines, min(a.line) as first, max(a.line) as last,
        min(a.effective_on) as starts_on, max(a.effective_on) as ends_on, min(a.currency) as currency_first, max(a.currency) as currency_last,
        min(a.recorded_at) as recorded_first, max(a.recorded_at) as recorded_last, sum(a.amount_minor) as amount_off, sum(a.functional_minor) as functional_off
      from added a group by a.company_id, a.entry_id) s
    left join entry e on e.company_id = s.company_id and e.id = s.entry_id
    left join company c on c.id = s.company_id
    left join ledger_book b on b.company_id = s.company_id
    where e.id is null or s.lines <> e.posting_count or s.first <> 1 or s.last <> s.lines or s.starts_on <> e.effective_on
      or s.recorded_first <> e.recorded_at or s.recorded_last <> e.recorded_at
      or s.starts_on <> s.ends_on or s.currency_first <> s.currency_last or s.amount_off <> 0 or s.functional_off <> 0
      or s.ends_on > (e.recorded_at at time zone c.time_zone)::date or s.starts_on <= b.closed_through;

  if unusual is not null then
    select s.entry_id into bad from (
        select a.company_id, a.entry_id, count(*) as lines, min(a.line) as first, max(a.line) as last, min(a.effective_on) as starts_on,
          min(a.recorded_at) as recorded_first, max(a.recorded_at) as recorded_last
        from added a where a.entry_id = any(unusual) group by a.company_id, a.entry_id) s
      left join entry e on e.company_id = s.company_id and e.id = s.entry_id
      where e.id is null or s.lines <> e.posting_count or s.first <> 1 or s.last <> s.lines or s.starts_on <> e.effective_on
        or s.recorded_first <> e.recorded_at or s.recorded_last <> e.recorded_at limit 1;
    if found then perform refuse('postings_arrive_whole_with_their_entry', format('entry %s', bad.entry_id)); end if;

    select a.entry_id, a.currency, sum(a.amount_minor) as off into bad from added a where a.entry_id = any(unusual)
      group by a.company_id, a.entry_id, a.effective_on, a.currency having sum(a.amount_minor) <> 0 limit 1;
    if found then perform refuse('entry_balances_in_each_currency', format('entry %s is off by %s %s', bad.entry_id, bad.off, bad.currency)); end if;

    select a.entry_id, sum(a.functional_minor) as off into bad from added a where a.entry_id = any(unusual)
      group by a.company_id, a.entry_id, a.effective_on having sum(a.functional_minor) <> 0 limit 1;
    if found then perform refuse('entry_balances_in_functional', format('entry %s is off by %s', bad.entry_id, bad.off)); end if;

    select a.entry_id, a.effective_on into bad from added a join company c on c.id = a.company_id
      where a.entry_id = any(unusual) and a.effective_on > (a.recorded_at at time zone c.time_zone)::date limit 1;
    if found then perform refuse('posting_is_not_in_the_future', format('entry %s on %s', bad.entry_id, bad.effective_on)); end if;

    select a.entry_id, a.effective_on into bad from added a join ledger_book b on b.company_id = a.company_id
      where a.entry_id = any(unusual) and a.effective_on <= b.closed_through limit 1;
    if found then perform refuse('period_is_closed', format('entry %s on %s', bad.entry_id, bad.effective_on)); end if;
  end if;

  select count(*) filter (where i.id is null or i.currency <> a.currency or i.account <> a.account
        or (i.opening_entry_id = a.entry_id and (i.customer_id <> a.customer_id or i.due_on <> a.due_on))),
      count(*) filter (where i.opening_entry_id <> a.entry_id),
      count(*) filter (where i.opening_entry_id <> a.entry_id and (i.customer_id <> a.customer_id or i.due_on <> a.due_on)),
      count(*) filter (where i.opening_entry_id <> a.entry_id and a.recorded_at < i.last_recorded_at)
    into misfits, settling, elsewhere, overtaken
    from added a left join item i on i.company_id = a.company_id and i.id = a.item_id where a.item_id is not null;
  if misfits > 0 then
    select a.entry_id, a.item_id into bad from added a left join item i on i.company_id = a.company_id and i.id = a.item_id
      where a.item_id is not null and (i.id is null or i.currency <> a.currency or i.account <> a.account
        or (i.opening_entry_id = a.entry_id and (i.customer_id <> a.customer_id or i.due_on <> a.due_on))) limit 1;
    perform refuse('posting_fits_its_item', format('entry %s item %s', bad.entry_id, bad.item_id));
  end if;
  if settling = 0 then
    return null;
  end if;
  -- A transaction that began before the one it builds on was recorded would be known without it. It begins again.
  if overtaken > 0 then
    raise exception using errcode = 'serialization_failure', message = 'item_history_is_recorded_in_order';
  end if;

  -- Most changes happen to items where they stand. The opening postings define the amount; all later ones settle it.
  if elsewhere = 0 then
    update item i set
        settled_minor = i.settled_minor - d.amount_minor,
        settled_functional_minor = i.settled_functional_minor - d.functional_minor,
        last_effective_on = greatest(i.last_effective_on, d.last_effective_on),
        last_recorded_at = d.last_recorded_at
      from (
        select a.company_id, a.item_id, sum(a.amount_minor) as amount_minor, sum(a.functional_minor) as functional_minor,
          max(a.effective_on) as last_effective_on, max(a.recorded_at) as last_recorded_at
        from added a join item o on o.company_id = a.company_id and o.id = a.item_id and o.opening_entry_id <> a.entry_id
        group by a.company_id, a.item_id) d
      where i.company_id = d.company_id and i.id = d.item_id;
    return null;
  end if;

  -- The others cross an earlier move, or move the item: legs of one item in one entry that cancel move it, to the position on
  -- which its sign then stands. In the end all that is open of an item stands on its position, and nothing is left elsewhere.
  -- What belongs to an item is gathered by grouping, since joins of such lists would be carried out row by row.
  with leg as materialized (
    select a.*, count(*) over legs as legs_count, sum(a.amount_minor) over legs as moved_minor
      from added a where a.item_id is not null window legs as (partition by a.entry_id, a.item_id)
  ), move as (
    insert into item_position (company_id, item_id, entry_id, step, effective_on, customer_id, due_on)
      select t.company_id, t.item_id, t.entry_id,
          -- an item that has never moved is not looked up
          (case when t.has_moved then
              (select count(*) from item_position p where p.company_id = t.company_id and p.item_id = t.item_id) else 0 end)
            + row_number() over (partition by t.company_id, t.item_id order by t.entry_id),
          t.effective_on, t.customer_id, t.due_on
        from (
          select distinct on (l.item_id, l.entry_id) l.company_id, l.item_id, l.entry_id, l.effective_on, l.customer_id, l.due_on, i.has_moved
            from leg l
            join entry e on e.company_id = l.company_id and e.id = l.entry_id
            join item i on i.company_id = l.company_id and i.id = l.item_id
            where l.legs_count > 1 and l.moved_minor = 0 and l.effective_on = e.effective_on and sign(l.amount_minor) = sign(i.amount_minor)
            order by l.item_id, l.entry_id, l.line desc) t
      returning company_id, item_id, step, customer_id, due_on
  ), change as materialized (
    select a.company_id, a.item_id, a.customer_id, a.due_on, sum(a.amount_minor) as amount_minor, sum(a.functional_minor) as functional_minor,
        max(a.effective_on) as last_effective_on, max(a.recorded_at) as last_recorded_at
      from added a join item i on i.company_id = a.company_id and i.id = a.item_id and i.opening_entry_id <> a.entry_id
      group by a.company_id, a.item_id, a.customer_id, a.due_on
  ), whole as materialized (
    select s.company_id, s.item_id, sum(s.amount_minor) as amount_minor, sum(s.functional_minor) as functional_minor,
        max(s.last_effective_on) as last_effective_on, max(s.last_recorded_at) as last_recorded_at,
        (array_agg(s.customer_id order by s.step desc) filter (where s.step is not null))[1] as customer_id,
        (array_agg(s.due_on order by s.step desc) filter (where s.step is not null))[1] as due_on
      from (
        select company_id, item_id, amount_minor, functional_minor, last_effective_on, last_recorded_at, null::int as step, null::uuid as customer_id,
            null::date as due_on
          from change
        union all
        select company_id, item_id, 0, 0, null, null, step, customer_id, due_on from move) s
      group by s.company_id, s.item_id
  ), written as (
    update item i set
        settled_minor = i.settled_minor - w.amount_minor,
        settled_functional_minor = i.settled_functional_minor - w.functional_minor,
        last_effective_on = greatest(i.last_effective_on, w.last_effective_on),
        last_recorded_at = w.last_recorded_at,
        customer_id = coalesce(w.customer_id, i.customer_id),
        due_on = coalesce(w.due_on, i.due_on),
        has_moved = i.has_moved or w.customer_id is not null
      from whole w where i.company_id = w.company_id and i.id = w.item_id
  ), place as (
    select i.id as item_id, coalesce(w.customer_id, i.customer_id) as customer_id, coalesce(w.due_on, i.due_on) as due_on,
        i.open_minor + w.amount_minor as amount_minor
      from whole w join item i on i.company_id = w.company_id and i.id = w.item_id
    union all
    select i.id, i.customer_id, i.due_on, -i.open_minor
      from whole w join item i on i.company_id = w.company_id and i.id = w.item_id
  )
  select b.item_id, b.customer_id, b.due_on into bad
    from (
      select item_id, customer_id, due_on, amount_minor, true as is_change from change
      union all
      select item_id, customer_id, due_on, -amount_minor, false from place) b
    group by b.item_id, b.customer_id, b.due_on having bool_or(b.is_change) and sum(b.amount_minor) <> 0
    limit 1;
  if found then
    perform refuse('item_stands_in_one_place', format('item %s, customer %s, due %s',
      (select number from item where company_id = current_company() and id = bad.item_id), bad.customer_id, bad.due_on));
  end if;

  -- What moves, moves to a customer of these very postings.
  select a.item_id, a.customer_id into bad from added a
    where a.item_id is not null and not exists (select from customer c where c.company_id = a.company_id and c.id = a.customer_id) limit 1;
  if found then perform refuse('item_moves_to_a_customer', format('item %s to customer %s', bad.item_id, bad.customer_id)); end if;
  return null;
end
$$;
drop function move_items(uuid[]);
