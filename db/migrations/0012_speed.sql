-- Posting in blocks: what a block of receipts moves is looked up by its entries, and checked in one pass however many they are.
create index item_position_by_entry on item_position (company_id, entry_id);

-- As in 0003, rule for rule. Totals and latest positions are gathered by grouping instead of joining: joins whose sizes nobody
-- knows yet were carried out row by row, and a block of receipts took the square of its number.
create or replace function move_items(entry_ids uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare bad record;
begin
  insert into item_position (company_id, item_id, entry_id, step, effective_on, customer_id, due_on)
    select t.company_id, t.item_id, t.entry_id,
        (select count(*) from item_position p where p.company_id = t.company_id and p.item_id = t.item_id)
          + row_number() over (partition by t.company_id, t.item_id order by t.entry_id),
        t.effective_on, t.customer_id, t.due_on
      from (
        select distinct on (a.item_id, a.entry_id) a.company_id, a.item_id, a.entry_id, a.effective_on, a.customer_id, a.due_on
          from (
            select p.*, count(*) over leg as legs, sum(p.amount_minor) over leg as moved_minor
              from posting p
              where p.company_id = current_company() and p.entry_id = any(entry_ids) and p.item_id is not null
              window leg as (partition by p.entry_id, p.item_id)) a
          join entry e on e.company_id = a.company_id and e.id = a.entry_id
          join item i on i.company_id = a.company_id and i.id = a.item_id
          where a.legs > 1 and a.moved_minor = 0
            and a.effective_on = e.effective_on and sign(a.amount_minor) = sign(i.amount_minor)
          order by a.item_id, a.entry_id, a.line desc) t;

  with change as (
    select p.item_id, p.customer_id, p.due_on, sum(p.amount_minor) as amount_minor
      from posting p join item i on i.company_id = p.company_id and i.id = p.item_id and i.opening_entry_id <> p.entry_id
      where p.company_id = current_company() and p.entry_id = any(entry_ids)
      group by p.item_id, p.customer_id, p.due_on
  ), moved as (
    select s.item_id, sum(s.amount_minor) as amount_minor, (array_agg(s.customer_id order by s.step desc) filter (where s.step is not null))[1] as customer_id,
        (array_agg(s.due_on order by s.step desc) filter (where s.step is not null))[1] as due_on
      from (
        select item_id, amount_minor, null::int as step, null::uuid as customer_id, null::date as due_on from change
        union all
        select item_id, 0, step, customer_id, due_on from item_position
          where company_id = current_company() and entry_id = any(entry_ids)) s
      group by s.item_id
  ), place as (
    select i.id, coalesce(m.customer_id, i.customer_id) as customer_id, coalesce(m.due_on, i.due_on) as due_on, i.open_minor as amount_minor
      from moved m join item i on i.company_id = current_company() and i.id = m.item_id
    union all
    select i.id, i.customer_id, i.due_on, m.amount_minor - i.open_minor
      from moved m join item i on i.company_id = current_company() and i.id = m.item_id
  )
  select b.item_id, b.customer_id, b.due_on into bad
    from (
      select item_id, customer_id, due_on, amount_minor, true as is_change from change
      union all
      select id, customer_id, due_on, -amount_minor, false from place) b
    group by b.item_id, b.customer_id, b.due_on having bool_or(b.is_change) and sum(b.amount_minor) <> 0
    limit 1;
  if found then
    perform refuse('item_stands_in_one_place', format('item %s, customer %s, due %s',
      (select number from item where company_id = current_company() and id = bad.item_id), bad.customer_id, bad.due_on));
  end if;

  update item i set customer_id = l.customer_id, due_on = l.due_on, has_moved = true
    from (
      select distinct on (item_id) company_id, item_id, customer_id, due_on from item_position
        where company_id = current_company() and entry_id = any(entry_ids) order by item_id, step desc) l
    where i.company_id = l.company_id and i.id = l.item_id;

  select p.item_id, p.customer_id into bad from item_position p
    where p.company_id = current_company() and p.entry_id = any(entry_ids)
      and not exists (select from customer c where c.company_id = p.company_id and c.id = p.customer_id) limit 1;
  if found then perform refuse('item_moves_to_a_customer', format('item %s to customer %s', bad.item_id, bad.customer_id)); end if;
end
$$;

-- The sum of minor units as a whole number of 64 bits; 0 for no rows, and an error where 64 bits do not hold it. The general sum
-- goes through decimals, which takes most of an aging's time.
create aggregate sum_minor (bigint) (sfunc = int8pl, stype = bigint, initcond = '0', combinefunc = int8pl, parallel = safe);
