-- Generated from db/migrations by `npm run generate`: read it, do not edit it.

CREATE OR REPLACE FUNCTION public.api_token_of(company uuid, hash text)
 RETURNS TABLE(id uuid, name text, roles text[], expires_at timestamp with time zone, last_used_at timestamp with time zone, company_id uuid, code text, company_name text, functional_currency text, time_zone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select t.id, t.name, t.roles, t.expires_at, t.last_used_at, c.id, c.code, c.name, c.functional_currency, c.time_zone
    from api_token t join company c on c.id = t.company_id
    where t.company_id = api_token_of.company and t.token_hash = api_token_of.hash and t.revoked_at is null
$function$;
revoke execute on function api_token_of(uuid,text) from public;
grant execute on function api_token_of(uuid,text) to quittance_app;

CREATE OR REPLACE FUNCTION public.bank_lines_beginning(words text, rows_max integer)
 RETURNS TABLE(line_id uuid, found_in text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  (select id, 'end_to_end' from bank_line
    where company_id = current_company() and end_to_end_id is not null and item_id is not null and undone_at is null
      and upper(end_to_end_id) collate "C" >= upper(words) and upper(end_to_end_id) collate "C" < upper(words) || U&'\+10FFFF'
    order by upper(end_to_end_id) collate "C" limit rows_max)
  union all
  (select id, 'reference' from bank_line
    where company_id = current_company() and bank_reference is not null and item_id is not null and undone_at is null
      and upper(bank_reference) collate "C" >= upper(words) and upper(bank_reference) collate "C" < upper(words) || U&'\+10FFFF'
    order by upper(bank_reference) collate "C" limit rows_max)
  union all
  (select id, 'payer' from bank_line
    where company_id = current_company() and payer_name is not null and item_id is not null and undone_at is null
      and lower(payer_name) collate "C" >= lower(words) and lower(payer_name) collate "C" < lower(words) || U&'\+10FFFF'
    order by lower(payer_name) collate "C", id desc limit rows_max)
$function$;
revoke execute on function bank_lines_beginning(text,integer) from public;
grant execute on function bank_lines_beginning(text,integer) to quittance_app;

CREATE OR REPLACE FUNCTION public.beginnings_of(asked text[])
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
RETURN (SELECT to_tsquery('simple'::regconfig, string_agg(((''''::text || fold_text(w.word)) || ''':*'::text), ' & '::text)) AS to_tsquery FROM unnest(beginnings_of.asked) w(word));
grant execute on function beginnings_of(text[]) to quittance_app;

CREATE OR REPLACE FUNCTION public.check_approval_request()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state in ('posted', 'withdrawn') then
    perform refuse('approval_is_settled_once', format('request %s is %s', old.id, old.state));
  end if;
  if (new.act, new.entries, new.fingerprint, new.amount_minor, new.value_minor, new.currency, new.pay_account, new.reason)
      is distinct from (old.act, old.entries, old.fingerprint, old.amount_minor, old.value_minor, old.currency, old.pay_account, old.reason)
      and (old.state <> 'sent_back' or new.version <> old.version + 1) then
    perform refuse('approval_is_changed_only_when_sent_back', format('request %s', old.id));
  end if;
  if new.state = 'posted' and (old.state <> 'waiting' or not exists (
      select from approval_step s where s.company_id = old.company_id and s.request_id = old.id and s.version = old.version
        and s.what = 'approved' and s.by_id <> old.requested_by)) then
    perform refuse('approval_comes_before_posting', format('request %s', old.id));
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.check_approval_step()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare asked record;
begin
  select r.requested_by, r.version, r.state into asked from approval_request r
    where r.company_id = new.company_id and r.id = new.request_id;
  if new.what in ('approved', 'sent_back') and asked.requested_by = new.by_id then
    perform refuse('approval_is_given_by_another', format('request %s', new.request_id));
  end if;
  -- another closes only what was sent back, so that somebody who has left blocks nothing
  if new.what = 'withdrawn' and asked.requested_by <> new.by_id and asked.state <> 'sent_back' then
    perform refuse('approval_is_withdrawn_by_its_maker', format('request %s', new.request_id));
  end if;
  if new.version <> asked.version then
    perform refuse('approval_step_is_of_its_version', format('request %s, version %s', new.request_id, new.version));
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.check_book()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.closed_through is not null and (new.closed_through is null or new.closed_through < old.closed_through) then
    raise exception using errcode = 'integrity_constraint_violation', message = 'closed_period_stays_closed',
      constraint = 'closed_period_stays_closed', detail = format('closed through %s', old.closed_through);
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.check_customer_parent()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  above uuid := new.parent_id;
  steps int := 0;
begin
  while above is not null loop
    steps := steps + 1;
    if above = new.id or steps > 100 then
      perform refuse('customer_parents_make_no_circle', format('customer %s', new.number));
    end if;
    select c.parent_id into above from customer c where c.company_id = new.company_id and c.id = above for no key update;
  end loop;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.check_merge()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  above uuid := new.survivor_id;
  steps int := 0;
begin
  perform from customer c where c.company_id = new.company_id and c.id in (new.duplicate_id, new.survivor_id) order by c.id for no key update;
  if exists (select from customer c where c.company_id = new.company_id and c.id in (new.duplicate_id, new.survivor_id) and c.kind <> 'regular') then
    perform refuse('merge_is_of_regular_customers', format('customer %s', new.duplicate_id));
  end if;
  while above is not null loop
    steps := steps + 1;
    if above = new.duplicate_id or steps > 100 then
      perform refuse('merges_make_no_circle', format('customer %s', new.duplicate_id));
    end if;
    select m.survivor_id into above from customer_merge m
      where m.company_id = new.company_id and m.duplicate_id = above and m.undone_at is null;
  end loop;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.check_new_documents()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
declare bad record;
begin
  select a.number, a.customer_id into bad from added a
    where not exists (select from customer c where c.company_id = a.company_id and c.id = a.customer_id) limit 1;
  if found then perform refuse('document_has_its_customer', format('document %s names customer %s', bad.number, bad.customer_id)); end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.check_new_entries()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
declare
  bad record;
  bare uuid[];
  misdated uuid[];
  reversals bigint;
begin
  select array_agg(a.id) filter (where not exists (
        select from posting p where p.company_id = a.company_id and p.entry_id = a.id and p.line = 1)),
      array_agg(a.id) filter (where c.clock = 'database' and not a.recorded_at between transaction_timestamp() and clock_timestamp()),
      count(a.reverses_entry_id)
    into bare, misdated, reversals from added a left join company c on c.id = a.company_id;
  if bare is not null then perform refuse('entry_arrives_with_its_postings', format('entry %s', bare[1])); end if;
  if misdated is not null then perform refuse('entry_is_recorded_now', format('entry %s', misdated[1])); end if;
  if reversals = 0 then
    return null;
  end if;

  select o.id into bad from added a join entry o on o.company_id = a.company_id and o.id = a.reverses_entry_id
    where o.reverses_entry_id is not null limit 1;
  if found then perform refuse('reversal_is_never_reversed', format('entry %s is a reversal', bad.id)); end if;

  select a.id into bad from added a
    where a.reverses_entry_id is not null
      and not exists (select from entry o where o.company_id = a.company_id and o.id = a.reverses_entry_id) limit 1;
  if found then perform refuse('reversal_names_its_entry', format('entry %s', bad.id)); end if;

  select a.id, a.reverses_entry_id into bad from added a join entry o on o.company_id = a.company_id and o.id = a.reverses_entry_id
    where (a.kind = 'reversal' and a.amount_minor <> o.amount_minor) or a.effective_on < o.effective_on limit 1;
  if found then perform refuse('reversal_undoes_the_whole_and_later', format('entry %s undoes %s', bad.id, bad.reverses_entry_id)); end if;

  if exists (select from added a join entry o on o.company_id = a.company_id and o.id = a.reverses_entry_id where a.recorded_at < o.recorded_at) then
    raise exception using errcode = 'serialization_failure', message = 'reversal_is_recorded_after_its_entry';
  end if;

  insert into entry_undo as u (company_id, entry_id, amount_minor, undone_minor)
    select a.company_id, o.id, o.amount_minor, sum(a.amount_minor)
      from added a join entry o on o.company_id = a.company_id and o.id = a.reverses_entry_id
      group by a.company_id, o.id, o.amount_minor
      order by o.id
    on conflict (company_id, entry_id) do update set undone_minor = u.undone_minor + excluded.undone_minor;

  update document d set cancelled_by_entry_id = o.reversal_id
    from (
      select distinct i.company_id, i.document_id, a.id as reversal_id
      from added a join item i on i.company_id = a.company_id and i.opening_entry_id = a.reverses_entry_id
      where a.kind = 'reversal') o
    where d.company_id = o.company_id and d.id = o.document_id;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.check_new_items()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
declare bad record;
begin
  select a.number into bad from added a
    left join document d on d.company_id = a.company_id and d.id = a.document_id
    where d.id is null or d.currency <> a.currency or d.customer_id <> a.customer_id or d.kind <> a.kind
      or d.opening_entry_id <> a.opening_entry_id or a.settled_minor <> 0 or a.settled_functional_minor <> 0 or a.has_moved limit 1;
  if found then perform refuse('item_belongs_to_its_document', format('item %s', bad.number)); end if;

  select a.number into bad from added a
    left join posting p on p.company_id = a.company_id and p.entry_id = a.opening_entry_id and p.item_id = a.id
    group by a.company_id, a.id, a.number, a.amount_minor, a.functional_minor, a.last_recorded_at
    having sum(p.amount_minor) is distinct from a.amount_minor or sum(p.functional_minor) is distinct from a.functional_minor
      or min(p.recorded_at) is distinct from a.last_recorded_at
    limit 1;
  if found then perform refuse('item_opens_with_its_postings', format('item %s', bad.number)); end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.check_new_postings()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.check_refund_payment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state in ('failed', 'cancelled') then
    perform refuse('refund_payment_is_settled_once', format('payment %s is %s', old.reference, old.state));
  end if;
  if old.state = 'handed_over' and new.state in ('due', 'cancelled') then
    perform refuse('refund_is_on_its_way', format('payment %s', old.reference));
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.check_refund_reversal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare payment record;
begin
  select p.id, p.state, p.reference, p.amount_minor into payment from refund_payment p
    where p.company_id = new.company_id and p.entry_id = new.reverses_entry_id and p.state in ('due', 'handed_over', 'paid')
    for update;
  if not found then return null; end if;
  if payment.state <> 'due' then
    perform refuse('refund_is_paid_out', format('payment %s is %s', payment.reference, replace(payment.state, '_', ' ')));
  end if;
  if new.amount_minor < payment.amount_minor then
    update refund_payment set amount_minor = amount_minor - new.amount_minor where company_id = new.company_id and id = payment.id;
  else
    update refund_payment set state = 'cancelled', settled_at = new.recorded_at where company_id = new.company_id and id = payment.id;
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.check_request()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state <> 'waiting' then perform refuse('request_is_decided_once', format('request %s is %s', old.id, old.state)); end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.check_statement_release()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state <> 'waiting' then
    perform refuse('release_is_decided_once', format('release %s is %s', old.id, old.state));
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.companies_of_person(person uuid)
 RETURNS TABLE(company_id uuid, code text, name text, functional_currency text, time_zone text, roles text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.id, c.code, c.name, c.functional_currency, c.time_zone, array_agg(m.role order by m.role)
    from membership m join company c on c.id = m.company_id
    where m.person_id = companies_of_person.person
    group by c.id
    order by c.code
$function$;
revoke execute on function companies_of_person(uuid) from public;
grant execute on function companies_of_person(uuid) to quittance_app;

CREATE OR REPLACE FUNCTION public.complete_instant(posting_lock integer)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  now_at constant timestamptz := clock_timestamp();
  oldest timestamptz;
begin
  perform pg_stat_clear_snapshot();
  select min(a.xact_start) into oldest
    from pg_locks l join pg_stat_activity a on a.pid = l.pid
    where l.locktype = 'advisory' and l.mode = 'ShareLock' and l.granted and l.pid <> pg_backend_pid()
      and l.database = (select oid from pg_database where datname = current_database())
      and l.classid = posting_lock
      and l.objid = (hashtext(current_setting('quittance.company'))::bigint & 4294967295)::oid;
  return least(now_at, oldest - interval '1 microsecond');
end
$function$;

CREATE OR REPLACE FUNCTION public.current_company()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('quittance.company'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION public.documents_by_number_tail(tail text, rows_max integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select d.opening_entry_id from document d
    where d.company_id = current_company()
      and reverse(d.number_key) collate "C" >= reverse(tail) and reverse(d.number_key) collate "C" < reverse(tail) || U&'\+10FFFF'
    order by reverse(d.number_key) collate "C" limit rows_max
$function$;
revoke execute on function documents_by_number_tail(text,integer) from public;
grant execute on function documents_by_number_tail(text,integer) to quittance_app;

CREATE OR REPLACE FUNCTION public.fold_text(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN translate(replace(lower(regexp_replace(NORMALIZE(value, NFKD), '[\u0300-\u036f]'::text, ''::text, 'g'::text)), 'ß'::text, 'ss'::text), 'øłđı'::text, 'oldi'::text);

CREATE OR REPLACE FUNCTION public.index_activities()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into written_search (company_id, kind, id, customer_id, at, words)
    select a.company_id, 'activity', a.id, a.customer_id, a.happened_at, words_of(a.text || ' ' || a.actor_name)
      from added a
      where not a.is_withdrawal and a.text <> ''
        -- the mail itself is found, with all it says
        and not (a.kind in ('mail', 'mail_received') and coalesce(a.detail ? 'messageId', false));
  delete from written_search w using added a
    where a.supersedes_id is not null and w.company_id = a.company_id and w.kind = 'activity' and w.id = a.supersedes_id;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.index_added_customers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_argv[0] = 'id' then
    perform index_customers(a.company_id, array_agg(a.id)) from added a group by a.company_id;
  else
    perform index_customers(a.company_id, array_agg(distinct a.customer_id)) from added a group by a.company_id;
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.index_customers(company uuid, ids uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into customer_search (company_id, customer_id, number, text)
    select c.company_id, c.id, c.number, fold_text(concat_ws(' ', c.number, c.name, c.tax_id, c.email,
        (select string_agg(n.number, ' ') from customer_number n where n.company_id = c.company_id and n.customer_id = c.id),
        (select string_agg(t.number, ' ') from customer_tax_id t where t.company_id = c.company_id and t.customer_id = c.id),
        (select string_agg(b.account, ' ') from customer_bank_account b where b.company_id = c.company_id and b.customer_id = c.id)))
      from customer c where c.company_id = company and c.id = any(ids) and c.kind = 'regular'
      order by c.id
    on conflict (company_id, customer_id) do update set text = excluded.text
$function$;
revoke execute on function index_customers(uuid,uuid[]) from public;

CREATE OR REPLACE FUNCTION public.index_messages()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- a tsvector holds a megabyte at most: of a longer text the beginning is found
  insert into message_search (company_id, message_id, conversation_id, at, words)
    select m.company_id, m.id, m.conversation_id, m.happened_at,
        -- numbers and addresses by their parts: INV-2026/00471 is found by 00471
        to_tsvector('simple', regexp_replace(fold_text(concat_ws(' ', m.subject, m.from_name, m.from_address,
          (select string_agg(concat_ws(' ', r ->> 'name', r ->> 'address'), ' ') from jsonb_array_elements(m.recipients) r),
          left(m.body, 60000))), '[[:space:][:punct:]]+', ' ', 'g'))
      from added m;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.index_promises()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into written_search (company_id, kind, id, customer_id, at, words)
    select p.company_id, 'promise', p.id, p.customer_id, p.made_at, words_of(p.note || ' ' || p.made_by_name) from added p
      where p.activity_id is null and p.note <> '';
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.index_removed_customers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_argv[0] = 'id' then
    delete from customer_search s using removed r where s.company_id = r.company_id and s.customer_id = r.id;
  else
    perform index_customers(r.company_id, array_agg(distinct r.customer_id)) from removed r group by r.company_id;
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.index_tasks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into written_search (company_id, kind, id, customer_id, at, words)
    select t.company_id, 'task', t.id, t.customer_id, t.made_at, words_of(concat_ws(' ', t.title, t.note, t.made_by_name)) from added t
    on conflict (company_id, kind, id) do update set words = excluded.words where written_search.words <> excluded.words;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.intercompany_is_paired(event uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (SELECT (count(*) = 2) FROM intercompany_transfer WHERE (intercompany_transfer.event_id = intercompany_is_paired.event));

CREATE OR REPLACE FUNCTION public.note_portfolio_stale()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into portfolio_stale (company_id, customer_id) select company_id, id from changed;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.rarest_of(asked text[])
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_catalog', 'pg_temp'
AS $function$
declare rare_lines constant real := 3000;
begin
  return (
    select w.word from unnest(asked) as w (word)
      cross join lateral (
        select coalesce(sum(e.share), 0) * greatest((select c.reltuples from pg_class c where c.oid = 'written_search'::regclass), 0) as lines
          from pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as e (lexeme, share)
          where s.schemaname = 'public' and s.tablename = 'written_search' and s.attname = 'words' and starts_with(e.lexeme, fold_text(w.word))) l
      where length(w.word) > 2 and l.lines < rare_lines
      order by l.lines, length(w.word) desc limit 1);
end
$function$;
revoke execute on function rarest_of(text[]) from public;

CREATE OR REPLACE FUNCTION public.refuse(rule text, detail text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  raise exception using errcode = 'integrity_constraint_violation', message = rule, detail = detail, constraint = rule;
end
$function$;

CREATE OR REPLACE FUNCTION public.search_frequent_words(asked tsquery, most integer)
 RETURNS TABLE(message_id uuid, conversation_id uuid, at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
AS $function$
begin
  return query select s.message_id, s.conversation_id, s.at from message_search s
    where s.company_id = current_company() and s.words @@ asked
    order by s.company_id, s.at desc, s.message_id desc limit most;
end
$function$;
revoke execute on function search_frequent_words(tsquery,integer) from public;

CREATE OR REPLACE FUNCTION public.search_latest_written(asked tsquery, kinds text[], most integer)
 RETURNS TABLE(kind text, id uuid, at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
AS $function$
declare looked_at constant int := 10000;
begin
  return query
    select l.kind, l.id, l.at from (
      select s.kind, s.id, s.at, s.words from written_search s where s.company_id = current_company()
        order by s.company_id, s.at desc, s.id desc limit looked_at) l
      where l.words @@ asked and l.kind = any (kinds) limit most;
end
$function$;
revoke execute on function search_latest_written(tsquery,text[],integer) from public;

CREATE OR REPLACE FUNCTION public.search_messages(asked tsquery, most integer)
 RETURNS TABLE(message_id uuid, conversation_id uuid, at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare rare_max constant int := 2000;
begin
  if (select count(*) from search_rare_words(asked, rare_max + 1)) <= rare_max then
    return query select r.message_id, r.conversation_id, r.at from search_rare_words(asked, rare_max) r
      order by r.at desc, r.message_id desc limit most;
  else
    return query select f.message_id, f.conversation_id, f.at from search_frequent_words(asked, most) f;
  end if;
end
$function$;
revoke execute on function search_messages(tsquery,integer) from public;
grant execute on function search_messages(tsquery,integer) to quittance_app;

CREATE OR REPLACE FUNCTION public.search_messages_of(asked text[], customers uuid[], most integer)
 RETURNS TABLE(message_id uuid, conversation_id uuid, at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare whole tsquery := beginnings_of(asked);
begin
  return query select s.message_id, s.conversation_id, s.at
    from conversation c join message_search s on s.company_id = c.company_id and s.conversation_id = c.id
    where c.company_id = current_company() and c.customer_id = any (customers) and s.words @@ whole
    order by s.at desc, s.message_id desc limit most;
end
$function$;
revoke execute on function search_messages_of(text[],uuid[],integer) from public;
grant execute on function search_messages_of(text[],uuid[],integer) to quittance_app;

CREATE OR REPLACE FUNCTION public.search_rare_words(asked tsquery, most integer)
 RETURNS TABLE(message_id uuid, conversation_id uuid, at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
AS $function$
begin
  return query select s.message_id, s.conversation_id, s.at from message_search s
    where s.words @@ asked and s.company_id = current_company() limit most;
end
$function$;
revoke execute on function search_rare_words(tsquery,integer) from public;

CREATE OR REPLACE FUNCTION public.search_rare_written(rarest tsquery, asked tsquery, kinds text[], customers uuid[], most integer)
 RETURNS TABLE(kind text, id uuid, at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
AS $function$
begin
  return query
    with rare as materialized (
      select s.kind, s.id, s.customer_id, s.at, s.words from written_search s where s.words @@ rarest and s.company_id = current_company())
    select r.kind, r.id, r.at from rare r
      where r.words @@ asked and r.kind = any (kinds) and (customers is null or r.customer_id = any (customers))
      order by r.at desc, r.id desc limit most;
end
$function$;
revoke execute on function search_rare_written(tsquery,tsquery,text[],uuid[],integer) from public;

CREATE OR REPLACE FUNCTION public.search_written(asked text[], kinds text[], most integer)
 RETURNS TABLE(kind text, id uuid, at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  whole tsquery := beginnings_of(asked);
  rarest text := rarest_of(asked);
  found_kinds text[];
  found_ids uuid[];
  found_at timestamptz[];
begin
  if rarest is null then
    select array_agg(l.kind), array_agg(l.id), array_agg(l.at) into found_kinds, found_ids, found_at
      from search_latest_written(whole, kinds, most) l;
    if cardinality(found_ids) = most then
      return query select f.kind, f.id, f.at from unnest(found_kinds, found_ids, found_at) as f (kind, id, at);
      return;
    end if;
  end if;
  return query select r.kind, r.id, r.at
    from search_rare_written(case when rarest is null then whole else beginnings_of(array[rarest]) end, whole, kinds, null, most) r;
end
$function$;
revoke execute on function search_written(text[],text[],integer) from public;
grant execute on function search_written(text[],text[],integer) to quittance_app;

CREATE OR REPLACE FUNCTION public.search_written_of(asked text[], kinds text[], customers uuid[], most integer)
 RETURNS TABLE(kind text, id uuid, at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
AS $function$
declare
  whole tsquery := beginnings_of(asked);
  rarest text := rarest_of(asked);
begin
  if rarest is not null then
    return query select r.kind, r.id, r.at from search_rare_written(beginnings_of(array[rarest]), whole, kinds, customers, most) r;
  else
    return query
      select l.kind, l.id, l.at from unnest(customers) as c (id)
        cross join lateral (
          select s.kind, s.id, s.at from written_search s
            where s.company_id = current_company() and s.customer_id = c.id and s.words @@ whole and s.kind = any (kinds)
            order by s.at desc, s.id desc limit most) l
        order by l.at desc, l.id desc limit most;
  end if;
end
$function$;
revoke execute on function search_written_of(text[],text[],uuid[],integer) from public;
grant execute on function search_written_of(text[],text[],uuid[],integer) to quittance_app;

CREATE OR REPLACE FUNCTION public.words_of(value text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
RETURN to_tsvector('simple'::regconfig, regexp_replace(fold_text(value), '[[:space:][:punct:]]+'::text, ' '::text, 'g'::text));

create table absence (
  company_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  from_on date not null,
  until_on date not null,
  from_minute integer,
  until_minute integer,
  note text,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  withdrawn_at timestamp with time zone,
  constraint absence_pkey PRIMARY KEY (company_id, id),
  constraint absence_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint absence_ends_after_it_began CHECK (((until_on >= from_on) AND (until_on < (from_on + 400)))),
  constraint absence_hours_are_whole CHECK ((((from_minute IS NULL) = (until_minute IS NULL)) AND (from_minute < until_minute))),
  constraint absence_kind_is_known CHECK ((kind = ANY (ARRAY['leave'::text, 'sick'::text, 'training'::text, 'other'::text]))),
  constraint absence_note_is_short CHECK (((length(note) >= 1) AND (length(note) <= 500)))
);
CREATE INDEX absence_by_person ON absence USING btree (company_id, person_id, from_on) WHERE (withdrawn_at IS NULL);
alter table absence enable row level security;
create policy company_isolation on absence using ((company_id = current_company()));
grant insert, select on absence to quittance_app;
grant update (withdrawn_at) on absence to quittance_app;

create table accolade (
  company_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  day date not null,
  text text not null,
  given_at timestamp with time zone not null,
  given_by uuid not null,
  given_by_name text not null,
  withdrawn_at timestamp with time zone,
  seen_at timestamp with time zone,
  constraint accolade_pkey PRIMARY KEY (company_id, id),
  constraint accolade_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint accolade_is_for_somebody_else CHECK ((person_id <> given_by)),
  constraint accolade_is_short CHECK (((length(text) >= 1) AND (length(text) <= 300)))
);
CREATE INDEX accolade_by_day ON accolade USING btree (company_id, day) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX accolade_once_a_day ON accolade USING btree (company_id, person_id, day, given_by) WHERE (withdrawn_at IS NULL);
CREATE INDEX accolade_unseen ON accolade USING btree (company_id, person_id) WHERE ((seen_at IS NULL) AND (withdrawn_at IS NULL));
alter table accolade enable row level security;
create policy company_isolation on accolade using ((company_id = current_company()));
grant insert, select on accolade to quittance_app;
grant update (withdrawn_at, seen_at) on accolade to quittance_app;

create table account_event (
  id uuid not null,
  recorded_at timestamp with time zone not null,
  actor_id uuid,
  actor_name text not null,
  action text not null,
  person_id uuid,
  address text,
  detail jsonb,
  constraint account_event_pkey PRIMARY KEY (id)
);
CREATE INDEX account_event_by_person ON account_event USING btree (person_id, id);
grant insert, select on account_event to quittance_app;

create table activity (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  item_id uuid,
  case_id uuid,
  contact_id uuid,
  kind text not null,
  happened_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  actor_id uuid not null,
  actor_name text not null,
  duration_seconds integer,
  text text not null,
  detail jsonb,
  supersedes_id uuid,
  is_withdrawal boolean not null default false,
  batch_id uuid,
  first_id uuid,
  constraint activity_pkey PRIMARY KEY (company_id, id),
  constraint activity_has_its_customer FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id),
  constraint activity_supersedes_a_line FOREIGN KEY (company_id, supersedes_id) REFERENCES activity(company_id, id),
  constraint activity_duration_is_within_a_day CHECK (((duration_seconds >= 0) AND (duration_seconds <= 86400))),
  constraint activity_kind_is_a_word CHECK ((kind ~ '^[a-z][a-z0-9_]{0,39}$'::text)),
  constraint activity_text_is_short CHECK ((length(text) <= 10000)),
  constraint activity_version_knows_its_first CHECK (((supersedes_id IS NULL) = (first_id IS NULL))),
  constraint activity_withdraws_a_line CHECK (((NOT is_withdrawal) OR (supersedes_id IS NOT NULL)))
);
CREATE INDEX activity_by_actor ON activity USING btree (company_id, actor_id, recorded_at);
CREATE INDEX activity_by_batch ON activity USING btree (company_id, batch_id) WHERE (batch_id IS NOT NULL);
CREATE INDEX activity_by_customer ON activity USING btree (company_id, customer_id, happened_at DESC, id DESC);
CREATE INDEX activity_by_day ON activity USING btree (company_id, happened_at);
CREATE INDEX activity_by_first ON activity USING btree (company_id, first_id) WHERE (first_id IS NOT NULL);
CREATE INDEX activity_by_item ON activity USING btree (company_id, item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX activity_by_time ON activity USING brin (recorded_at);
CREATE UNIQUE INDEX activity_is_superseded_once ON activity USING btree (company_id, supersedes_id) WHERE (supersedes_id IS NOT NULL);
CREATE TRIGGER activity_is_found_by_its_words AFTER INSERT ON activity REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION index_activities();
alter table activity enable row level security;
create policy company_isolation on activity using ((company_id = current_company()));
grant insert, select on activity to quittance_app;

create table activity_mention (
  company_id uuid not null,
  activity_id uuid not null,
  person_id uuid not null,
  mentioned_at timestamp with time zone not null,
  mentioned_by_name text not null,
  seen_at timestamp with time zone,
  constraint activity_mention_pkey PRIMARY KEY (company_id, activity_id, person_id),
  constraint activity_mention_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint mention_is_in_a_note FOREIGN KEY (company_id, activity_id) REFERENCES activity(company_id, id)
);
CREATE INDEX activity_mention_by_person ON activity_mention USING btree (company_id, person_id, mentioned_at);
alter table activity_mention enable row level security;
create policy company_isolation on activity_mention using ((company_id = current_company()));
grant insert, select on activity_mention to quittance_app;
grant update (mentioned_at, mentioned_by_name, seen_at) on activity_mention to quittance_app;

create table activity_pin (
  company_id uuid not null,
  activity_id uuid not null,
  pinned_at timestamp with time zone not null,
  pinned_by uuid not null,
  pinned_by_name text not null,
  customer_id uuid not null,
  constraint activity_pin_pkey PRIMARY KEY (company_id, activity_id),
  constraint pin_is_on_a_line FOREIGN KEY (company_id, activity_id) REFERENCES activity(company_id, id)
);
CREATE INDEX activity_pin_by_customer ON activity_pin USING btree (company_id, customer_id, pinned_at);
alter table activity_pin enable row level security;
create policy company_isolation on activity_pin using ((company_id = current_company()));
grant delete, insert, select on activity_pin to quittance_app;

create table actor (
  id uuid not null,
  kind text not null,
  name text not null,
  created_at timestamp with time zone not null default now(),
  constraint actor_pkey PRIMARY KEY (id),
  constraint actor_has_a_name CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint actor_kind_is_known CHECK ((kind = ANY (ARRAY['person'::text, 'api_client'::text, 'operator'::text, 'system'::text])))
);
CREATE UNIQUE INDEX actor_operator_is_single ON actor USING btree (name) WHERE (kind = 'operator'::text);
grant select on actor to quittance_app;
grant insert (id, kind, name) on actor to quittance_app;
grant update (name) on actor to quittance_app;

create table advice_page (
  company_id uuid not null,
  advice_id uuid not null,
  page integer not null,
  media_type text not null,
  width integer not null,
  height integer not null,
  content bytea not null,
  constraint advice_page_pkey PRIMARY KEY (company_id, advice_id, page),
  constraint page_has_its_advice FOREIGN KEY (company_id, advice_id) REFERENCES remittance_advice(company_id, id)
);
alter table advice_page enable row level security;
create policy company_isolation on advice_page using ((company_id = current_company()));
grant insert, select on advice_page to quittance_app;

create table api_token (
  company_id uuid not null,
  id uuid not null,
  name text not null,
  token_hash text not null,
  roles text[] not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_by uuid,
  revoked_at timestamp with time zone,
  constraint api_token_pkey PRIMARY KEY (company_id, id),
  constraint api_token_is_unique UNIQUE (company_id, token_hash),
  constraint api_token_has_a_role CHECK ((cardinality(roles) > 0)),
  constraint api_token_revocation_is_whole CHECK (((revoked_by IS NULL) = (revoked_at IS NULL)))
);
alter table api_token enable row level security;
create policy company_isolation on api_token using ((company_id = current_company()));
grant insert, select on api_token to quittance_app;
grant update (last_used_at, revoked_by, revoked_at) on api_token to quittance_app;

create table approval_evidence (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  name text not null,
  sha256 text not null,
  content bytea not null,
  added_by uuid not null,
  added_by_name text not null,
  added_at timestamp with time zone not null,
  constraint approval_evidence_pkey PRIMARY KEY (company_id, id),
  constraint evidence_has_its_request FOREIGN KEY (company_id, request_id) REFERENCES approval_request(company_id, id),
  constraint evidence_has_a_name CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint evidence_is_small CHECK (((octet_length(content) >= 1) AND (octet_length(content) <= 10485760)))
);
CREATE INDEX approval_evidence_by_request ON approval_evidence USING btree (company_id, request_id, id);
alter table approval_evidence enable row level security;
create policy company_isolation on approval_evidence using ((company_id = current_company()));
grant insert, select on approval_evidence to quittance_app;

create table approval_limit (
  company_id uuid not null,
  kind text not null,
  holder text not null,
  alone_minor bigint,
  decide_minor bigint,
  changed_by uuid not null,
  changed_by_name text not null,
  changed_at timestamp with time zone not null,
  constraint approval_limit_pkey PRIMARY KEY (company_id, kind, holder),
  constraint limit_holder_is_a_role_or_a_person CHECK ((holder ~ '^(role:[a-z_]+|person:[0-9a-f-]{36})$'::text)),
  constraint limit_is_not_negative CHECK (((alone_minor >= 0) AND (decide_minor >= 0))),
  constraint limit_of_a_person_is_set_by_another CHECK ((holder <> ('person:'::text || (changed_by)::text)))
);
alter table approval_limit enable row level security;
create policy company_isolation on approval_limit using ((company_id = current_company()));
grant delete, insert, select on approval_limit to quittance_app;
grant update (alone_minor, decide_minor, changed_by, changed_by_name, changed_at) on approval_limit to quittance_app;

create table approval_request (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_key text not null,
  item_id uuid,
  customer_id uuid not null,
  act jsonb not null,
  entries jsonb not null,
  fingerprint text not null,
  currency text not null,
  amount_minor bigint not null,
  value_minor bigint not null,
  reason text not null,
  note text,
  pay_account text,
  pay_holder text,
  state text not null default 'waiting'::text,
  version integer not null default 1,
  hold_id uuid,
  requested_by uuid not null,
  requested_by_name text not null,
  requested_at timestamp with time zone not null,
  asked_first_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  entry_ids uuid[] not null default '{}'::uuid[],
  constraint approval_request_pkey PRIMARY KEY (company_id, id),
  constraint approval_has_its_customer FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id),
  constraint approval_amount_is_not_negative CHECK (((amount_minor >= 0) AND (value_minor >= 0))),
  constraint approval_has_a_reason CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint approval_kind_is_known CHECK ((kind = ANY (ARRAY['refund'::text, 'write_off'::text, 'discount'::text, 'small_difference'::text, 'deduction'::text, 'other_adjustment'::text, 'credit'::text, 'transfer'::text, 'move'::text, 'reversal'::text, 'interest_charge'::text, 'interest_waiver'::text]))),
  constraint approval_posted_has_entries CHECK (
CASE kind
    WHEN 'interest_waiver'::text THEN (cardinality(entry_ids) = 0)
    ELSE ((state = 'posted'::text) = (cardinality(entry_ids) > 0))
END),
  constraint approval_refund_has_an_account CHECK (((kind <> 'refund'::text) OR (pay_account IS NOT NULL))),
  constraint approval_settled_is_whole CHECK (((state = ANY (ARRAY['posted'::text, 'withdrawn'::text])) = (settled_at IS NOT NULL))),
  constraint approval_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'sent_back'::text, 'posted'::text, 'withdrawn'::text])))
);
CREATE INDEX approval_by_customer ON approval_request USING btree (company_id, customer_id, id);
CREATE INDEX approval_by_state ON approval_request USING btree (company_id, state, id);
CREATE UNIQUE INDEX approval_is_asked_once ON approval_request USING btree (company_id, subject_key) WHERE (state = ANY (ARRAY['waiting'::text, 'sent_back'::text]));
CREATE TRIGGER approval_request_keeps_its_rules BEFORE UPDATE ON approval_request FOR EACH ROW EXECUTE FUNCTION check_approval_request();
alter table approval_request enable row level security;
create policy company_isolation on approval_request using ((company_id = current_company()));
grant insert, select on approval_request to quittance_app;
grant update (act, entries, fingerprint, currency, amount_minor, value_minor, reason, note, pay_account, pay_holder, state, version, hold_id, requested_at, settled_at, entry_ids) on approval_request to quittance_app;

create table approval_second_limit (
  company_id uuid not null,
  kind text not null,
  above_minor bigint,
  changed_by uuid not null,
  changed_by_name text not null,
  changed_at timestamp with time zone not null,
  constraint approval_second_limit_pkey PRIMARY KEY (company_id, kind),
  constraint second_limit_is_not_negative CHECK ((above_minor >= 0))
);
alter table approval_second_limit enable row level security;
create policy company_isolation on approval_second_limit using ((company_id = current_company()));
grant delete, insert, select on approval_second_limit to quittance_app;
grant update (above_minor, changed_by, changed_by_name, changed_at) on approval_second_limit to quittance_app;

create table approval_step (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  version integer not null,
  what text not null,
  words text,
  fingerprint text,
  by_id uuid not null,
  by_name text not null,
  at timestamp with time zone not null,
  constraint approval_step_pkey PRIMARY KEY (company_id, id),
  constraint approval_step_has_its_request FOREIGN KEY (company_id, request_id) REFERENCES approval_request(company_id, id),
  constraint approval_sent_back_has_words CHECK (((what <> 'sent_back'::text) OR (length(words) > 0))),
  constraint approval_step_is_known CHECK ((what = ANY (ARRAY['asked'::text, 'approved'::text, 'sent_back'::text, 'withdrawn'::text, 'posted'::text]))),
  constraint approval_step_of_approval_says_what CHECK (((what = 'approved'::text) = (fingerprint IS NOT NULL)))
);
CREATE UNIQUE INDEX approval_is_given_once_by_each ON approval_step USING btree (company_id, request_id, version, by_id, fingerprint) WHERE (what = 'approved'::text);
CREATE INDEX approval_step_by_request ON approval_step USING btree (company_id, request_id, id);
CREATE TRIGGER approval_step_is_allowed BEFORE INSERT ON approval_step FOR EACH ROW EXECUTE FUNCTION check_approval_step();
alter table approval_step enable row level security;
create policy company_isolation on approval_step using ((company_id = current_company()));
grant insert, select on approval_step to quittance_app;

create table arrival (
  company_id uuid not null,
  id uuid not null,
  arrived_at timestamp with time zone not null,
  channel text not null,
  source_id uuid,
  sender text,
  place text,
  file_name text not null,
  sha256 text,
  byte_count bigint,
  outcome text not null,
  reason text,
  batch_id uuid,
  actor_id uuid not null,
  actor_name text not null,
  constraint arrival_pkey PRIMARY KEY (company_id, id),
  constraint arrival_has_its_batch FOREIGN KEY (company_id, batch_id) REFERENCES import_batch(company_id, id),
  constraint arrival_has_its_source FOREIGN KEY (company_id, source_id) REFERENCES arrival_source(company_id, id),
  constraint arrival_channel_is_known CHECK ((channel = ANY (ARRAY['page'::text, 'api'::text, 'command_line'::text, 'folder'::text, 'mailbox'::text]))),
  constraint arrival_names_its_source CHECK (((channel = ANY (ARRAY['folder'::text, 'mailbox'::text])) = (source_id IS NOT NULL))),
  constraint arrival_outcome_is_known CHECK ((outcome = ANY (ARRAY['imported'::text, 'repeated'::text, 'refused'::text]))),
  constraint arrival_says_what_came_of_it CHECK ((((outcome = 'refused'::text) = (batch_id IS NULL)) AND ((outcome <> 'refused'::text) OR (reason IS NOT NULL))))
);
CREATE INDEX arrival_by_batch ON arrival USING btree (company_id, batch_id);
alter table arrival enable row level security;
create policy company_isolation on arrival using ((company_id = current_company()));
grant insert, select on arrival to quittance_app;

create table arrival_message (
  company_id uuid not null,
  source_id uuid not null,
  message_id text not null,
  handled_at timestamp with time zone not null,
  sender text,
  subject text,
  file_count integer not null,
  constraint arrival_message_pkey PRIMARY KEY (company_id, source_id, message_id),
  constraint message_has_its_source FOREIGN KEY (company_id, source_id) REFERENCES arrival_source(company_id, id)
);
alter table arrival_message enable row level security;
create policy company_isolation on arrival_message using ((company_id = current_company()));
grant insert, select on arrival_message to quittance_app;

create table arrival_source (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  settings jsonb not null,
  file_kind text,
  posting text not null,
  is_enabled boolean not null,
  checked_at timestamp with time zone,
  error text,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  is_full_list boolean not null default false,
  constraint arrival_source_pkey PRIMARY KEY (company_id, id),
  constraint arrival_full_list_is_of_items CHECK (((NOT is_full_list) OR (file_kind = 'items'::text))),
  constraint arrival_posting_is_known CHECK ((posting = ANY (ARRAY['preview'::text, 'good_rows'::text, 'all'::text]))),
  constraint arrival_source_kind_is_known CHECK ((kind = ANY (ARRAY['folder'::text, 'mailbox'::text])))
);
CREATE UNIQUE INDEX arrival_source_name_is_its_own ON arrival_source USING btree (company_id, lower(name)) WHERE (removed_at IS NULL);
alter table arrival_source enable row level security;
create policy company_isolation on arrival_source using ((company_id = current_company()));
grant insert, select on arrival_source to quittance_app;
grant update (name, settings, file_kind, posting, is_enabled, checked_at, error, removed_at, is_full_list) on arrival_source to quittance_app;

create table audit_event (
  company_id uuid not null,
  id uuid not null,
  recorded_at timestamp with time zone not null,
  actor_id uuid not null,
  actor_name text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  reason text,
  constraint audit_event_pkey PRIMARY KEY (company_id, id)
);
CREATE INDEX audit_event_by_actor ON audit_event USING btree (company_id, actor_id, id);
CREATE INDEX audit_event_by_subject ON audit_event USING btree (company_id, subject_kind, subject_id, id);
alter table audit_event enable row level security;
create policy company_isolation on audit_event using ((company_id = current_company()));
grant insert, select on audit_event to quittance_app;

create table bank_account_owner (
  account_hash text not null,
  owner_id uuid not null,
  claimed_at timestamp with time zone not null,
  constraint bank_account_owner_pkey PRIMARY KEY (account_hash),
  constraint bank_account_owner_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES company(id),
  constraint account_hash_is_sha256 CHECK ((account_hash ~ '^[0-9a-f]{64}$'::text))
);
alter table bank_account_owner enable row level security;
create policy own_claims_only on bank_account_owner for insert with check ((owner_id = current_company()));
create policy own_releases_only on bank_account_owner for delete using ((owner_id = current_company()));
create policy owners_are_seen on bank_account_owner for select using (true);
grant delete, insert, select on bank_account_owner to quittance_app;

create table bank_line (
  company_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  identity text not null,
  account text,
  booked_on date,
  value_on date,
  currency text not null,
  amount_minor bigint not null,
  is_reversal boolean not null,
  bank_reference text,
  customer_reference text,
  end_to_end_id text,
  type_code text,
  payer_name text,
  payer_account text,
  ultimate_name text,
  structured_reference text,
  documents jsonb not null,
  text_lines text[] not null,
  bank_information text,
  disposition text not null,
  document_id uuid,
  item_id uuid,
  undone_at timestamp with time zone,
  report text not null default 'statement'::text,
  origin text,
  sum_key text,
  links_to uuid,
  settled_by_batch_id uuid,
  was_disposition text,
  decided_by_name text,
  decided_at timestamp with time zone,
  decision_reason text,
  constraint bank_line_pkey PRIMARY KEY (company_id, id),
  constraint bank_line_disposition_is_known CHECK ((disposition = ANY (ARRAY['receipt'::text, 'money_out'::text, 'returned'::text, 'zero'::text, 'waiting'::text, 'counted'::text, 'set_aside'::text]))),
  constraint bank_line_receipt_names_its_item CHECK ((((disposition = 'receipt'::text) = (item_id IS NOT NULL)) AND ((item_id IS NULL) = (document_id IS NULL)))),
  constraint bank_line_report_is_known CHECK ((report = ANY (ARRAY['statement'::text, 'notification'::text, 'lockbox'::text])))
);
CREATE INDEX bank_line_by_amount ON bank_line USING btree (company_id, currency, amount_minor) WHERE ((item_id IS NOT NULL) AND (undone_at IS NULL));
CREATE INDEX bank_line_by_amount_out ON bank_line USING btree (company_id, currency, amount_minor, id) WHERE ((disposition = 'money_out'::text) AND (undone_at IS NULL));
CREATE INDEX bank_line_by_bank_reference ON bank_line USING btree (company_id, upper(bank_reference) COLLATE "C") WHERE (bank_reference IS NOT NULL);
CREATE INDEX bank_line_by_batch ON bank_line USING btree (company_id, batch_id);
CREATE INDEX bank_line_by_day ON bank_line USING btree (company_id, COALESCE(booked_on, value_on)) WHERE ((origin IS NOT NULL) AND (undone_at IS NULL));
CREATE INDEX bank_line_by_end_to_end ON bank_line USING btree (company_id, upper(end_to_end_id) COLLATE "C") WHERE (end_to_end_id IS NOT NULL);
CREATE INDEX bank_line_by_item ON bank_line USING btree (company_id, item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX bank_line_by_link ON bank_line USING btree (company_id, links_to) WHERE (links_to IS NOT NULL);
CREATE INDEX bank_line_by_payer ON bank_line USING btree (company_id, lower(payer_name) COLLATE "C", id) WHERE (payer_name IS NOT NULL);
CREATE INDEX bank_line_by_payment_number ON bank_line USING btree (company_id, regexp_replace(upper(COALESCE(NULLIF(upper(end_to_end_id), 'NOTPROVIDED'::text), customer_reference)), '[^A-Z0-9]+'::text, ''::text, 'g'::text)) WHERE ((item_id IS NOT NULL) AND (undone_at IS NULL));
CREATE UNIQUE INDEX bank_line_is_taken_once ON bank_line USING btree (company_id, identity) WHERE (undone_at IS NULL);
CREATE INDEX bank_line_waiting ON bank_line USING btree (company_id, booked_on) WHERE ((disposition = 'waiting'::text) AND (undone_at IS NULL));
alter table bank_line enable row level security;
create policy company_isolation on bank_line using ((company_id = current_company()));
grant insert, select on bank_line to quittance_app;
grant update (disposition, document_id, item_id, undone_at, links_to, settled_by_batch_id, was_disposition, decided_by_name, decided_at, decision_reason) on bank_line to quittance_app;

create table bank_statement (
  company_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  account text,
  number text,
  currency text,
  opening_minor bigint,
  opening_on date,
  closing_minor bigint,
  closing_on date,
  footing text not null,
  line_count integer not null,
  report text not null default 'statement'::text,
  origin text,
  constraint bank_statement_pkey PRIMARY KEY (company_id, id),
  constraint statement_footing_is_known CHECK ((footing = ANY (ARRAY['ok'::text, 'off'::text, 'unknown'::text]))),
  constraint statement_report_is_known CHECK ((report = ANY (ARRAY['statement'::text, 'notification'::text, 'lockbox'::text])))
);
CREATE INDEX bank_statement_by_account ON bank_statement USING btree (company_id, account, closing_on);
CREATE INDEX bank_statement_by_batch ON bank_statement USING btree (company_id, batch_id);
alter table bank_statement enable row level security;
create policy company_isolation on bank_statement using ((company_id = current_company()));
grant insert, select on bank_statement to quittance_app;

create table call (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  contact_id uuid,
  number text,
  outcome text not null,
  situation text not null,
  script_language text not null,
  script_number integer not null,
  started_at timestamp with time zone not null,
  duration_seconds integer not null,
  activity_id uuid not null,
  promise_count integer not null default 0,
  next_kind text,
  next_id uuid,
  made_by uuid not null,
  made_by_name text not null,
  recorded_at timestamp with time zone not null,
  constraint call_pkey PRIMARY KEY (company_id, id),
  constraint call_has_its_line FOREIGN KEY (company_id, activity_id) REFERENCES activity(company_id, id),
  constraint call_is_of_a_customer FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id),
  constraint call_is_with_a_contact FOREIGN KEY (company_id, contact_id) REFERENCES contact(company_id, id),
  constraint call_is_within_a_day CHECK (((duration_seconds >= 0) AND (duration_seconds <= 86400))),
  constraint call_next_is_known CHECK ((next_kind = ANY (ARRAY['promise'::text, 'task'::text, 'call_back'::text, 'mail'::text, 'dispute'::text]))),
  constraint call_outcome_is_known CHECK ((outcome = ANY (ARRAY['reached'::text, 'promised'::text, 'disputed'::text, 'refused'::text, 'call_back'::text, 'left_message'::text, 'no_answer'::text, 'wrong_number'::text]))),
  constraint call_situation_is_known CHECK ((situation = ANY (ARRAY['first_call'::text, 'follow_up'::text, 'promise_broken'::text, 'dispute'::text]))),
  constraint call_wrong_number_names_it CHECK (((outcome <> 'wrong_number'::text) OR (number IS NOT NULL)))
);
CREATE INDEX call_by_contact ON call USING btree (company_id, contact_id, started_at DESC) WHERE (contact_id IS NOT NULL);
CREATE INDEX call_by_customer ON call USING btree (company_id, customer_id, started_at DESC);
CREATE INDEX call_by_time ON call USING btree (company_id, started_at);
alter table call enable row level security;
create policy company_isolation on call using ((company_id = current_company()));
grant insert, select on call to quittance_app;

create table call_back (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  contact_id uuid,
  due_at timestamp with time zone not null,
  assignee_id uuid not null,
  note text not null default ''::text,
  status text not null default 'open'::text,
  asked_in_call_id uuid,
  done_in_call_id uuid,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_by_name text not null,
  ended_at timestamp with time zone,
  constraint call_back_pkey PRIMARY KEY (company_id, id),
  constraint call_back_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES person(id),
  constraint call_back_is_of_a_customer FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id),
  constraint call_back_is_to_a_contact FOREIGN KEY (company_id, contact_id) REFERENCES contact(company_id, id),
  constraint call_back_end_is_whole CHECK (((status = 'open'::text) = (ended_at IS NULL))),
  constraint call_back_note_is_limited CHECK ((length(note) <= 2000)),
  constraint call_back_status_is_known CHECK ((status = ANY (ARRAY['open'::text, 'done'::text, 'cancelled'::text])))
);
CREATE INDEX call_back_by_assignee ON call_back USING btree (company_id, assignee_id, due_at, id) WHERE (status = 'open'::text);
CREATE INDEX call_back_by_customer ON call_back USING btree (company_id, customer_id) WHERE (status = 'open'::text);
CREATE INDEX call_back_by_time ON call_back USING btree (company_id, due_at, id) WHERE (status = 'open'::text);
alter table call_back enable row level security;
create policy company_isolation on call_back using ((company_id = current_company()));
grant insert, select on call_back to quittance_app;
grant update (due_at, assignee_id, note, status, done_in_call_id, ended_at) on call_back to quittance_app;

create table call_script (
  company_id uuid not null,
  situation text not null,
  language text not null,
  number integer not null,
  body text,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamp with time zone not null,
  constraint call_script_pkey PRIMARY KEY (company_id, situation, language, number),
  constraint call_script_counts_from_one CHECK ((number > 0)),
  constraint call_script_situation_is_known CHECK ((situation = ANY (ARRAY['first_call'::text, 'follow_up'::text, 'promise_broken'::text, 'dispute'::text])))
);
alter table call_script enable row level security;
create policy company_isolation on call_script using ((company_id = current_company()));
grant insert, select on call_script to quittance_app;

create table cash_policy (
  company_id uuid not null,
  number integer not null,
  changes jsonb not null,
  reason text not null,
  proposed_at timestamp with time zone not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  constraint cash_policy_pkey PRIMARY KEY (company_id, number),
  constraint cash_policy_counts_from_one CHECK ((number > 0)),
  constraint cash_policy_has_a_reason CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);
alter table cash_policy enable row level security;
create policy company_isolation on cash_policy using ((company_id = current_company()));
grant insert, select on cash_policy to quittance_app;

create table cash_policy_difference (
  company_id uuid not null,
  trial_id uuid not null,
  "position" integer not null,
  receipt_item_id uuid not null,
  kind text not null,
  is_otherwise boolean not null,
  answers jsonb not null,
  constraint cash_policy_difference_pkey PRIMARY KEY (company_id, trial_id, "position"),
  constraint cash_policy_difference_kind_is_known CHECK ((kind = ANY (ARRAY['more'::text, 'fewer'::text, 'changed'::text, 'same'::text])))
);
alter table cash_policy_difference enable row level security;
create policy company_isolation on cash_policy_difference using ((company_id = current_company()));
grant insert, select on cash_policy_difference to quittance_app;

create table cash_policy_switch (
  company_id uuid not null,
  "position" integer not null,
  number integer not null,
  trial_id uuid,
  reason text,
  switched_at timestamp with time zone not null,
  switched_by uuid not null,
  switched_by_name text not null,
  constraint cash_policy_switch_pkey PRIMARY KEY (company_id, "position"),
  constraint cash_policy_switch_counts_from_one CHECK (("position" > 0)),
  constraint cash_policy_switch_is_founded CHECK (((trial_id IS NOT NULL) OR (reason IS NOT NULL))),
  constraint cash_policy_switch_reason_is_limited CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);
alter table cash_policy_switch enable row level security;
create policy company_isolation on cash_policy_switch using ((company_id = current_company()));
grant insert, select on cash_policy_switch to quittance_app;

create table cash_policy_trial (
  company_id uuid not null,
  id uuid not null,
  number integer not null,
  from_on date not null,
  until_on date not null,
  result jsonb not null,
  run_at timestamp with time zone not null,
  run_by uuid not null,
  run_by_name text not null,
  state text not null,
  base_number integer not null default 0,
  rules text,
  receipts_known integer not null default 0,
  receipts_done integer not null default 0,
  checkpoint jsonb,
  worker_id uuid,
  worker_seen_at timestamp with time zone,
  ended_at timestamp with time zone,
  failure text,
  constraint cash_policy_trial_pkey PRIMARY KEY (company_id, id),
  constraint cash_policy_trial_covers_days CHECK ((until_on >= from_on)),
  constraint cash_policy_trial_failure_says_why CHECK (((state = 'failed'::text) = (failure IS NOT NULL))),
  constraint cash_policy_trial_is_not_beyond_what_is_known CHECK (((receipts_done >= 0) AND (receipts_done <= receipts_known))),
  constraint cash_policy_trial_state_is_known CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'cancelled'::text, 'failed'::text])))
);
CREATE INDEX cash_policy_trial_at_work ON cash_policy_trial USING btree (company_id) WHERE (state = 'running'::text);
CREATE INDEX cash_policy_trial_by_number ON cash_policy_trial USING btree (company_id, number, run_at);
alter table cash_policy_trial enable row level security;
create policy company_isolation on cash_policy_trial using ((company_id = current_company()));
grant insert, select on cash_policy_trial to quittance_app;
grant update (result, state, receipts_known, receipts_done, checkpoint, worker_id, worker_seen_at, ended_at, failure) on cash_policy_trial to quittance_app;

create table collection_strategy (
  company_id uuid not null,
  number integer not null,
  strategies jsonb not null,
  reason text not null,
  proposed_at timestamp with time zone not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  constraint collection_strategy_pkey PRIMARY KEY (company_id, number),
  constraint collection_strategy_counts_from_one CHECK ((number > 0)),
  constraint collection_strategy_has_a_reason CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);
alter table collection_strategy enable row level security;
create policy company_isolation on collection_strategy using ((company_id = current_company()));
grant insert, select on collection_strategy to quittance_app;

create table collection_strategy_simulation (
  company_id uuid not null,
  id uuid not null,
  number integer not null,
  from_on date not null,
  until_on date not null,
  state text not null,
  customers_known integer not null,
  customers_done integer not null default 0,
  after_customer_id uuid,
  result jsonb not null,
  worker_id uuid,
  worker_seen_at timestamp with time zone,
  started_at timestamp with time zone not null,
  started_by uuid not null,
  started_by_name text not null,
  ended_at timestamp with time zone,
  failure text,
  base_number integer not null default 0,
  constraint collection_strategy_trial_pkey PRIMARY KEY (company_id, id),
  constraint strategy_trial_has_its_version FOREIGN KEY (company_id, number) REFERENCES collection_strategy(company_id, number),
  constraint strategy_trial_days_are_in_order CHECK ((until_on >= from_on)),
  constraint strategy_trial_failure_says_why CHECK (((state = 'failed'::text) = (failure IS NOT NULL))),
  constraint strategy_trial_is_not_beyond_what_is_known CHECK (((customers_done >= 0) AND (customers_done <= customers_known))),
  constraint strategy_trial_state_is_known CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'cancelled'::text, 'failed'::text])))
);
CREATE INDEX strategy_trial_by_version ON collection_strategy_simulation USING btree (company_id, number, started_at);
CREATE UNIQUE INDEX strategy_trial_is_one_at_a_time ON collection_strategy_simulation USING btree (company_id) WHERE (state = 'running'::text);
alter table collection_strategy_simulation enable row level security;
create policy company_isolation on collection_strategy_simulation using ((company_id = current_company()));
grant insert, select on collection_strategy_simulation to quittance_app;
grant update (state, customers_done, after_customer_id, result, worker_id, worker_seen_at, ended_at, failure) on collection_strategy_simulation to quittance_app;

create table collection_strategy_switch (
  company_id uuid not null,
  "position" integer not null,
  number integer not null,
  trial_id uuid,
  reason text,
  switched_at timestamp with time zone not null,
  switched_by uuid not null,
  switched_by_name text not null,
  constraint collection_strategy_switch_pkey PRIMARY KEY (company_id, "position"),
  constraint strategy_switch_was_tried_or_says_why CHECK (((trial_id IS NOT NULL) OR ((length(reason) >= 1) AND (length(reason) <= 1000))))
);
alter table collection_strategy_switch enable row level security;
create policy company_isolation on collection_strategy_switch using ((company_id = current_company()));
grant insert, select on collection_strategy_switch to quittance_app;

create table command (
  company_id uuid not null,
  key text not null,
  id uuid not null,
  body_hash text not null,
  actor_id uuid not null,
  recorded_at timestamp with time zone not null,
  response jsonb,
  constraint command_pkey PRIMARY KEY (company_id, key),
  constraint command_key_is_short CHECK (((length(key) >= 1) AND (length(key) <= 200)))
);
alter table command enable row level security;
create policy company_isolation on command using ((company_id = current_company()));
grant insert, select on command to quittance_app;

create table company (
  id uuid not null,
  code text not null,
  name text not null,
  functional_currency text not null,
  time_zone text not null,
  country text,
  clock text not null default 'database'::text,
  created_at timestamp with time zone not null default now(),
  constraint company_pkey PRIMARY KEY (id),
  constraint company_code_is_unique UNIQUE (code),
  constraint company_clock_is_known CHECK ((clock = ANY (ARRAY['database'::text, 'given'::text]))),
  constraint company_code_is_short CHECK ((code ~ '^[A-Z0-9][A-Z0-9_-]{0,15}$'::text))
);
grant select on company to quittance_app;
grant insert (id, code, name, functional_currency, time_zone, country) on company to quittance_app;
grant update (name) on company to quittance_app;

create table company_hours (
  company_id uuid not null,
  shift_id uuid not null,
  holiday_lists text[] not null,
  constraint company_hours_pkey PRIMARY KEY (company_id),
  constraint company_hours_are_of_a_shift FOREIGN KEY (company_id, shift_id) REFERENCES shift(company_id, id)
);
alter table company_hours enable row level security;
create policy company_isolation on company_hours using ((company_id = current_company()));
grant insert, select on company_hours to quittance_app;
grant update (shift_id, holiday_lists) on company_hours to quittance_app;

create table contact (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  name text not null,
  roles text[] not null default '{}'::text[],
  language text,
  email text,
  phone text,
  is_primary boolean not null default false,
  notes text,
  batch_id uuid,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  email_key text generated always as (lower(email)) stored,
  constraint contact_pkey PRIMARY KEY (company_id, id),
  constraint contact_has_its_customer FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id),
  constraint contact_ended_is_not_primary CHECK (((ended_at IS NULL) OR (NOT is_primary))),
  constraint contact_has_a_name CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
CREATE INDEX contact_by_batch ON contact USING btree (company_id, batch_id) WHERE (batch_id IS NOT NULL);
CREATE INDEX contact_by_customer ON contact USING btree (company_id, customer_id);
CREATE INDEX contact_by_email ON contact USING btree (company_id, email_key) WHERE (email_key IS NOT NULL);
CREATE UNIQUE INDEX contact_primary_is_single ON contact USING btree (company_id, customer_id) WHERE is_primary;
alter table contact enable row level security;
create policy company_isolation on contact using ((company_id = current_company()));
grant delete, insert, select on contact to quittance_app;
grant update (name, roles, language, email, phone, is_primary, notes, ended_at) on contact to quittance_app;

create table contact_consent (
  company_id uuid not null,
  contact_id uuid not null,
  number integer not null,
  may_mail boolean not null,
  may_call boolean not null,
  since date not null,
  source text not null,
  set_at timestamp with time zone not null,
  set_by uuid not null,
  set_by_name text not null,
  constraint contact_consent_pkey PRIMARY KEY (company_id, contact_id, number),
  constraint consent_is_of_a_contact FOREIGN KEY (company_id, contact_id) REFERENCES contact(company_id, id) ON DELETE CASCADE,
  constraint consent_counts_from_one CHECK ((number > 0)),
  constraint consent_has_a_source CHECK (((length(source) >= 1) AND (length(source) <= 500)))
);
alter table contact_consent enable row level security;
create policy company_isolation on contact_consent using ((company_id = current_company()));
grant insert, select on contact_consent to quittance_app;

create table conversation (
  company_id uuid not null,
  id uuid not null,
  token text not null,
  mailbox_id uuid not null,
  subject text not null,
  customer_id uuid,
  case_id uuid,
  state text not null default 'open'::text,
  assigned_to uuid,
  assigned_to_name text,
  message_count integer not null default 0,
  last_message_at timestamp with time zone not null,
  last_direction text not null,
  last_from text not null,
  opening_words text not null default ''::text,
  waiting_since timestamp with time zone,
  constraint conversation_pkey PRIMARY KEY (company_id, id),
  constraint conversation_token_is_unique UNIQUE (company_id, token),
  constraint conversation_has_its_customer FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id),
  constraint conversation_has_its_mailbox FOREIGN KEY (company_id, mailbox_id) REFERENCES mailbox(company_id, id),
  constraint conversation_is_assigned_by_name CHECK (((assigned_to IS NULL) = (assigned_to_name IS NULL))),
  constraint conversation_state_is_known CHECK ((state = ANY (ARRAY['open'::text, 'handled'::text])))
);
CREATE INDEX conversation_by_customer ON conversation USING btree (company_id, customer_id, last_message_at DESC, id DESC);
CREATE INDEX conversation_by_owner ON conversation USING btree (company_id, assigned_to, last_message_at DESC, id DESC) WHERE (state = 'open'::text);
CREATE INDEX conversation_by_state ON conversation USING btree (company_id, state, last_message_at DESC, id DESC);
CREATE INDEX conversation_waiting ON conversation USING btree (company_id, last_message_at DESC, id DESC) WHERE ((state = 'open'::text) AND (waiting_since IS NOT NULL));
alter table conversation enable row level security;
create policy company_isolation on conversation using ((company_id = current_company()));
grant insert, select on conversation to quittance_app;
grant update (customer_id, case_id, state, assigned_to, assigned_to_name, message_count, last_message_at, last_direction, last_from, opening_words, waiting_since) on conversation to quittance_app;

create table correspondence_setting (
  company_id uuid not null,
  payee_name text not null,
  iban text,
  bic text,
  signature text not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  other_way_to_pay text,
  constraint correspondence_setting_pkey PRIMARY KEY (company_id),
  constraint other_way_to_pay_is_short CHECK (((length(other_way_to_pay) >= 1) AND (length(other_way_to_pay) <= 500)))
);
alter table correspondence_setting enable row level security;
create policy company_isolation on correspondence_setting using ((company_id = current_company()));
grant insert, select on correspondence_setting to quittance_app;
grant update (payee_name, iban, bic, signature, changed_by, changed_at, other_way_to_pay) on correspondence_setting to quittance_app;

create table country_hours (
  company_id uuid not null,
  country text not null,
  time_zone text not null,
  week jsonb not null,
  holiday_list text,
  constraint country_hours_pkey PRIMARY KEY (company_id, country),
  constraint country_hours_have_known_holidays FOREIGN KEY (company_id, holiday_list) REFERENCES holiday_list(company_id, code),
  constraint country_hours_are_of_a_country CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint country_hours_are_of_a_week CHECK ((jsonb_array_length(week) = 7))
);
alter table country_hours enable row level security;
create policy company_isolation on country_hours using ((company_id = current_company()));
grant delete, insert, select on country_hours to quittance_app;
grant update (time_zone, week, holiday_list) on country_hours to quittance_app;

create table custom_field (
  company_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  name text not null,
  kind text not null,
  choices text[] not null default '{}'::text[],
  "position" integer not null,
  retired_at timestamp with time zone,
  constraint custom_field_pkey PRIMARY KEY (company_id, id),
  constraint custom_field_choices_fit CHECK ((((kind = 'choice'::text) = (cardinality(choices) > 0)) AND (cardinality(choices) <= 50))),
  constraint custom_field_has_a_name CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint custom_field_kind_is_known CHECK ((kind = ANY (ARRAY['text'::text, 'number'::text, 'money'::text, 'date'::text, 'choice'::text, 'yes_no'::text]))),
  constraint custom_field_subject_is_known CHECK ((subject_kind = ANY (ARRAY['customer'::text, 'item'::text])))
);
CREATE UNIQUE INDEX custom_field_name_is_taken_once ON custom_field USING btree (company_id, subject_kind, lower(name)) WHERE (retired_at IS NULL);
alter table custom_field enable row level security;
create policy company_isolation on custom_field using ((company_id = current_company()));
grant insert, select on custom_field to quittance_app;
grant update (name, choices, "position", retired_at) on custom_field to quittance_app;

create table custom_value (
  company_id uuid not null,
  subject_id uuid not null,
  field_id uuid not null,
  value text not null,
  set_at timestamp with time zone not null,
  set_by_name text not null,
  constraint custom_value_pkey PRIMARY KEY (company_id, subject_id, field_id),
  constraint custom_value_is_of_a_field FOREIGN KEY (company_id, field_id) REFERENCES custom_field(company_id, id),
  constraint custom_value_is_short CHECK (((length(value) >= 1) AND (length(value) <= 500)))
);
CREATE INDEX custom_value_by_field ON custom_value USING btree (company_id, field_id, value);
alter table custom_value enable row level security;
create policy company_isolation on custom_value using ((company_id = current_company()));
grant delete, insert, select on custom_value to quittance_app;
grant update (value, set_at, set_by_name) on custom_value to quittance_app;

create table customer (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  name text not null,
  kind text not null default 'regular'::text,
  parent_id uuid,
  country text,
  language text,
  tax_id text,
  email text,
  phone text,
  terms text,
  batch_id uuid,
  created_at timestamp with time zone not null,
  time_zone text,
  channel text,
  segment text,
  tier text,
  tags text[] not null default '{}'::text[],
  credit_limit_minor bigint,
  credit_limit_currency text,
  email_key text generated always as (lower(email)) stored,
  constraint customer_pkey PRIMARY KEY (company_id, id),
  constraint customer_number_is_unique UNIQUE (company_id, number),
  constraint customer_parent_exists FOREIGN KEY (company_id, parent_id) REFERENCES customer(company_id, id),
  constraint customer_credit_limit_is_whole CHECK ((((credit_limit_minor IS NULL) = (credit_limit_currency IS NULL)) AND (credit_limit_minor >= 0))),
  constraint customer_is_not_its_own_parent CHECK ((parent_id IS DISTINCT FROM id)),
  constraint customer_kind_is_known CHECK ((kind = ANY (ARRAY['regular'::text, 'unidentified'::text])))
);
CREATE INDEX customer_by_email ON customer USING btree (company_id, email_key) WHERE (email_key IS NOT NULL);
CREATE INDEX customer_by_name ON customer USING btree (company_id, lower(name) COLLATE "C");
CREATE INDEX customer_by_parent ON customer USING btree (company_id, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX customer_unidentified_is_single ON customer USING btree (company_id) WHERE (kind = 'unidentified'::text);
CREATE TRIGGER customer_is_assigned_anew AFTER UPDATE ON customer REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_portfolio_stale();
CREATE TRIGGER customer_is_assigned_when_new AFTER INSERT ON customer REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_portfolio_stale();
CREATE TRIGGER customer_is_found_by_its_fields AFTER INSERT ON customer REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION index_added_customers('id');
CREATE TRIGGER customer_is_found_by_its_new_fields AFTER UPDATE ON customer REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION index_added_customers('id');
CREATE TRIGGER customer_is_found_no_more AFTER DELETE ON customer REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION index_removed_customers('id');
CREATE TRIGGER customer_parents_make_no_circle AFTER INSERT ON customer FOR EACH ROW WHEN ((new.parent_id IS NOT NULL)) EXECUTE FUNCTION check_customer_parent();
CREATE TRIGGER customer_parents_make_no_circle_later AFTER UPDATE ON customer FOR EACH ROW WHEN (((new.parent_id IS NOT NULL) AND (new.parent_id IS DISTINCT FROM old.parent_id))) EXECUTE FUNCTION check_customer_parent();
alter table customer enable row level security;
create policy company_isolation on customer using ((company_id = current_company()));
grant delete, insert, select on customer to quittance_app;
grant update (name, parent_id, country, language, tax_id, email, phone, terms, time_zone, channel, segment, tier, tags, credit_limit_minor, credit_limit_currency) on customer to quittance_app;

create table customer_bank_account (
  company_id uuid not null,
  customer_id uuid not null,
  account text collate "C" not null,
  origin text not null,
  created_at timestamp with time zone not null,
  account_key text collate "C" generated always as (regexp_replace(upper(account), '[^A-Z0-9]'::text, ''::text, 'g'::text)) stored,
  holder text,
  request_id uuid,
  reviewed_by uuid,
  reviewed_by_name text,
  reviewed_at timestamp with time zone,
  constraint customer_bank_account_pkey PRIMARY KEY (company_id, customer_id, account),
  constraint bank_account_has_its_customer FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id),
  constraint bank_account_review_is_whole CHECK (((reviewed_by IS NULL) = (reviewed_at IS NULL)))
);
CREATE INDEX customer_bank_account_by_account ON customer_bank_account USING btree (company_id, account);
CREATE INDEX customer_bank_account_by_key ON customer_bank_account USING btree (company_id, account_key);
CREATE TRIGGER customer_is_found_by_its_accounts AFTER INSERT ON customer_bank_account REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION index_added_customers('customer_id');
CREATE TRIGGER customer_is_not_found_by_other_accounts AFTER DELETE ON customer_bank_account REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION index_removed_customers('customer_id');
alter table customer_bank_account enable row level security;
create policy company_isolation on customer_bank_account using ((company_id = current_company()));
grant delete, insert, select on customer_bank_account to quittance_app;
grant update (holder, request_id, reviewed_by, reviewed_by_name, reviewed_at) on customer_bank_account to quittance_app;

create table customer_block (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  what text not null,
  reason text not null,
  hold_id uuid,
  blocked_by uuid not null,
  blocked_by_name text not null,
  blocked_at timestamp with time zone not null,
  released_by uuid,
  released_by_name text,
  released_at timestamp with time zone,
  release_reason text,
  constraint customer_block_pkey PRIMARY KEY (company_id, id),
  constraint block_has_its_customer FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id),
  constraint block_has_a_reason CHECK ((length(reason) > 0)),
  constraint block_is_of_a_kind CHECK ((what = ANY (ARRAY['orders'::text, 'dunning'::text, 'payments'::text]))),
  constraint block_is_released_by_another CHECK ((released_by <> blocked_by)),
  constraint block_release_is_whole CHECK ((((released_by IS NULL) = (released_at IS NULL)) AND ((released_by IS NULL) = (release_reason IS NULL))))
);
CREATE UNIQUE INDEX block_is_in_force_once ON customer_block USING btree (company_id, customer_id, what) WHERE (released_at IS NULL);
CREATE INDEX customer_block_by_customer ON customer_block USING btree (company_id, customer_id);
alter table customer_block enable row level security;
create policy company_isolation on customer_block using ((company_id = current_company()));
grant insert, select on customer_block to quittance_app;
grant update (hold_id, released_by, released_by_name, released_at, release_reason) on customer_block to quittance_app;

create table customer_distinction (
  company_id uuid not null,
  first_id uuid not null,
  second_id uuid not null,
  said_by uuid not null,
  said_by_name text not null,
  said_at timestamp with time zone not null,
  reason text,
  constraint customer_distinction_pkey PRIMARY KEY (company_id, first_id, second_id),
  constraint distinction_has_its_first FOREIGN KEY (company_id, first_id) REFERENCES customer(company_id, id),
  constraint distinction_has_its_second FOREIGN KEY (company_id, second_id) REFERENCES customer(company_id, id),
  constraint distinction_is_of_two CHECK ((first_id < second_id))
);
alter table customer_distinction enable row level security;
create policy company_isolation on customer_distinction using ((company_id = current_company()));
grant delete, insert, select on customer_distinction to quittance_app;

create table customer_hours (
  company_id uuid not null,
  customer_id uuid not null,
  week jsonb,
  holiday_list text,
  note text,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  changed_by_name text not null,
  constraint customer_hours_pkey PRIMARY KEY (company_id, customer_id),
  constraint customer_hours_are_of_a_customer FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id) ON DELETE CASCADE,
  constraint customer_hours_have_known_holidays FOREIGN KEY (company_id, holiday_list) REFERENCES holiday_list(company_id, code),
  constraint customer_hours_are_of_a_week CHECK ((jsonb_array_length(week) = 7)),
  constraint customer_hours_note_is_short CHECK (((length(note) >= 1) AND (length(note) <= 500))),
  constraint customer_hours_say_something CHECK (((week IS NOT NULL) OR (holiday_list IS NOT NULL) OR (note IS NOT NULL)))
);
alter table customer_hours enable row level security;
create policy company_isolation on customer_hours using ((company_id = current_company()));
grant delete, insert, select on customer_hours to quittance_app;
grant update (week, holiday_list, note, changed_at, changed_by, changed_by_name) on customer_hours to quittance_app;

create table customer_merge (
  company_id uuid not null,
  id uuid not null,
  duplicate_id uuid not null,
  survivor_id uuid not null,
  reason text,
  merged_by uuid not null,
  merged_by_name text not null,
  merged_at timestamp with time zone not null,
  undone_by uuid,
  undone_by_name text,
  undone_at timestamp with time zone,
  undo_reason text,
  constraint customer_merge_pkey PRIMARY KEY (company_id, id),
  constraint merge_has_its_duplicate FOREIGN KEY (company_id, duplicate_id) REFERENCES customer(company_id, id),
  constraint merge_has_its_survivor FOREIGN KEY (company_id, survivor_id) REFERENCES customer(company_id, id),
  constraint merge_is_of_two CHECK ((duplicate_id <> survivor_id)),
  constraint merge_undoing_is_whole CHECK (((undone_by IS NULL) = (undone_at IS NULL)))
);
CREATE INDEX customer_merge_by_survivor ON customer_merge USING btree (company_id, survivor_id) WHERE (undone_at IS NULL);
CREATE UNIQUE INDEX merge_is_into_one ON customer_merge USING btree (company_id, duplicate_id) WHERE (undone_at IS NULL);
CREATE TRIGGER merges_make_no_circle BEFORE INSERT ON customer_merge FOR EACH ROW EXECUTE FUNCTION check_merge();
alter table customer_merge enable row level security;
create policy company_isolation on customer_merge using ((company_id = current_company()));
grant insert, select on customer_merge to quittance_app;
grant update (undone_by, undone_by_name, undone_at, undo_reason) on customer_merge to quittance_app;

create table customer_name_key (
  company_id uuid not null,
  customer_id uuid not null,
  name text not null,
  key text collate "C" not null,
  constraint customer_name_key_pkey PRIMARY KEY (company_id, customer_id)
);
CREATE INDEX customer_name_key_by_key ON customer_name_key USING btree (company_id, key);
alter table customer_name_key enable row level security;
create policy company_isolation on customer_name_key using ((company_id = current_company()));
grant insert, select on customer_name_key to quittance_app;
grant update (name, key) on customer_name_key to quittance_app;

create table customer_name_version (
  company_id uuid not null,
  version bigint not null,
  constraint customer_name_version_pkey PRIMARY KEY (company_id)
);
alter table customer_name_version enable row level security;
create policy company_isolation on customer_name_version using ((company_id = current_company()));
grant insert, select on customer_name_version to quittance_app;
grant update (version) on customer_name_version to quittance_app;

create table customer_number (
  company_id uuid not null,
  system text not null,
  number text collate "C" not null,
  customer_id uuid not null,
  created_at timestamp with time zone not null,
  constraint customer_number_pkey PRIMARY KEY (company_id, system, number),
  constraint customer_number_has_its_customer FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id),
  constraint customer_number_names_its_system CHECK ((((length(system) >= 1) AND (length(system) <= 40)) AND ((length(number) >= 1) AND (length(number) <= 100))))
);
CREATE INDEX customer_number_by_customer ON customer_number USING btree (company_id, customer_id);
CREATE INDEX customer_number_by_number ON customer_number USING btree (company_id, number);
CREATE TRIGGER customer_is_found_by_its_numbers AFTER INSERT ON customer_number REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION index_added_customers('customer_id');
CREATE TRIGGER customer_is_not_found_by_other_numbers AFTER DELETE ON customer_number REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION index_removed_customers('customer_id');
alter table customer_number enable row level security;
create policy company_isolation on customer_number using ((company_id = current_company()));
grant delete, insert, select on customer_number to quittance_app;

create table customer_profile (
  company_id uuid not null,
  customer_id uuid not null,
  number integer not null,
  fields jsonb not null,
  set_at timestamp with time zone not null,
  set_by uuid not null,
  set_by_name text not null,
  constraint customer_profile_pkey PRIMARY KEY (company_id, customer_id, number),
  constraint profile_is_of_a_customer FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id) ON DELETE CASCADE,
  constraint profile_counts_from_one CHECK ((number > 0))
);
alter table customer_profile enable row level security;
create policy company_isolation on customer_profile using ((company_id = current_company()));
grant insert, select on customer_profile to quittance_app;

create table customer_request (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  customer_id uuid,
  before jsonb not null,
  after jsonb not null,
  reason text not null,
  asked_by text,
  channel text not null,
  called_back_at timestamp with time zone,
  called_back_by_name text,
  call_back_note text,
  state text not null default 'waiting'::text,
  requested_by uuid not null,
  requested_by_name text not null,
  requested_at timestamp with time zone not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamp with time zone,
  decision_reason text,
  constraint customer_request_pkey PRIMARY KEY (company_id, id),
  constraint request_has_its_customer FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id),
  constraint request_channel_is_known CHECK ((channel = ANY (ARRAY['email'::text, 'phone'::text, 'letter'::text, 'portal'::text, 'visit'::text, 'internal'::text]))),
  constraint request_decision_is_whole CHECK ((((state = 'waiting'::text) = (decided_by IS NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL)))),
  constraint request_is_about_a_customer CHECK (((customer_id IS NOT NULL) OR ((kind = 'onboarding'::text) AND (state <> 'approved'::text)))),
  constraint request_is_decided_by_another CHECK (((state <> ALL (ARRAY['approved'::text, 'rejected'::text])) OR (decided_by <> requested_by))),
  constraint request_is_withdrawn_by_its_maker CHECK (((state <> 'withdrawn'::text) OR (decided_by = requested_by))),
  constraint request_kind_is_known CHECK ((kind = ANY (ARRAY['onboarding'::text, 'maintenance'::text]))),
  constraint request_rejection_has_a_reason CHECK (((state <> 'rejected'::text) OR (length(decision_reason) > 0))),
  constraint request_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'rejected'::text, 'withdrawn'::text])))
);
CREATE INDEX customer_request_by_customer ON customer_request USING btree (company_id, customer_id, id);
CREATE INDEX customer_request_by_state ON customer_request USING btree (company_id, state, id);
CREATE TRIGGER request_is_decided_once BEFORE UPDATE ON customer_request FOR EACH ROW EXECUTE FUNCTION check_request();
alter table customer_request enable row level security;
create policy company_isolation on customer_request using ((company_id = current_company()));
grant insert, select on customer_request to quittance_app;
grant update (customer_id, called_back_at, called_back_by_name, call_back_note, state, decided_by, decided_by_name, decided_at, decision_reason) on customer_request to quittance_app;

create table customer_search (
  company_id uuid not null,
  customer_id uuid not null,
  number text collate "C" not null,
  text text not null,
  constraint customer_search_pkey PRIMARY KEY (company_id, customer_id)
);
alter table customer_search enable row level security;
create policy company_isolation on customer_search using ((company_id = current_company()));
grant select on customer_search to quittance_app;

create table customer_tax_id (
  company_id uuid not null,
  customer_id uuid not null,
  country text not null,
  kind text not null,
  number text collate "C" not null,
  created_at timestamp with time zone not null,
  constraint customer_tax_id_pkey PRIMARY KEY (company_id, customer_id, country, kind, number),
  constraint tax_id_has_its_customer FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id)
);
CREATE INDEX customer_tax_id_by_number ON customer_tax_id USING btree (company_id, number);
CREATE TRIGGER customer_is_found_by_its_tax_ids AFTER INSERT ON customer_tax_id REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION index_added_customers('customer_id');
CREATE TRIGGER customer_is_not_found_by_other_tax_ids AFTER DELETE ON customer_tax_id REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION index_removed_customers('customer_id');
alter table customer_tax_id enable row level security;
create policy company_isolation on customer_tax_id using ((company_id = current_company()));
grant delete, insert, select on customer_tax_id to quittance_app;

create table deduction (
  company_id uuid not null,
  id uuid not null,
  receipt_item_id uuid not null,
  decision_number integer not null,
  item_id uuid not null,
  customer_id uuid not null,
  currency text not null,
  amount_minor bigint not null,
  functional_minor bigint not null,
  reason text not null,
  treatment text not null,
  state text not null,
  effective_on date not null,
  stated text,
  note text,
  limited_by text,
  is_certificate_expected boolean not null default false,
  is_by_itself boolean not null,
  entry_id uuid,
  hold_id uuid,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  ended_by_name text,
  ended_reason text,
  constraint deduction_pkey PRIMARY KEY (company_id, id),
  constraint deduction_end_is_whole CHECK ((((ended_at IS NOT NULL) = (state = 'withdrawn'::text)) AND ((ended_at IS NULL) = (ended_by IS NULL)))),
  constraint deduction_is_above_zero CHECK (((amount_minor > 0) AND (functional_minor >= 0))),
  constraint deduction_is_open_or_posted CHECK (
CASE state
    WHEN 'open'::text THEN (treatment = 'claimed'::text)
    WHEN 'posted'::text THEN (treatment = 'posted'::text)
    ELSE true
END),
  constraint deduction_names_what_it_did CHECK (
CASE treatment
    WHEN 'posted'::text THEN ((entry_id IS NOT NULL) AND (hold_id IS NULL))
    ELSE ((hold_id IS NOT NULL) AND (entry_id IS NULL))
END),
  constraint deduction_state_is_known CHECK ((state = ANY (ARRAY['open'::text, 'posted'::text, 'withdrawn'::text]))),
  constraint deduction_treatment_is_known CHECK ((treatment = ANY (ARRAY['posted'::text, 'claimed'::text])))
);
CREATE INDEX deduction_by_item ON deduction USING btree (company_id, item_id);
CREATE INDEX deduction_by_receipt ON deduction USING btree (company_id, receipt_item_id);
CREATE INDEX deduction_listed ON deduction USING btree (company_id, effective_on DESC, id DESC);
CREATE INDEX deduction_posted_by ON deduction USING btree (company_id, recorded_by, recorded_at) WHERE (state = 'posted'::text);
CREATE INDEX deduction_posted_on ON deduction USING btree (company_id, effective_on, reason) WHERE (state = 'posted'::text);
alter table deduction enable row level security;
create policy company_isolation on deduction using ((company_id = current_company()));
grant insert, select on deduction to quittance_app;
grant update (state, ended_at, ended_by, ended_by_name, ended_reason) on deduction to quittance_app;

create table deduction_code (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  code_key text not null,
  code text not null,
  reason text not null,
  set_at timestamp with time zone not null,
  set_by_name text not null,
  ended_at timestamp with time zone,
  ended_by_name text,
  ended_reason text,
  constraint deduction_code_pkey PRIMARY KEY (company_id, id)
);
CREATE UNIQUE INDEX deduction_code_means_one_thing ON deduction_code USING btree (company_id, customer_id, code_key) WHERE (ended_at IS NULL);
alter table deduction_code enable row level security;
create policy company_isolation on deduction_code using ((company_id = current_company()));
grant insert, select on deduction_code to quittance_app;
grant update (ended_at, ended_by_name, ended_reason) on deduction_code to quittance_app;

create table document (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  number text collate "C" not null,
  number_key text collate "C" not null,
  customer_id uuid not null,
  currency text not null,
  amount_minor bigint not null,
  issued_on date not null,
  opening_entry_id uuid not null,
  terms text,
  purchase_order text,
  order_number text,
  delivery_note text,
  reference text,
  note text,
  batch_id uuid,
  cancelled_by_entry_id uuid,
  number_digits text collate "C" generated always as (regexp_replace(number, '[^1-9]'::text, ''::text, 'g'::text)) stored,
  purchase_order_digits text collate "C" generated always as (regexp_replace(purchase_order, '[^1-9]'::text, ''::text, 'g'::text)) stored,
  order_number_digits text collate "C" generated always as (regexp_replace(order_number, '[^1-9]'::text, ''::text, 'g'::text)) stored,
  delivery_note_digits text collate "C" generated always as (regexp_replace(delivery_note, '[^1-9]'::text, ''::text, 'g'::text)) stored,
  reference_digits text collate "C" generated always as (regexp_replace(reference, '[^1-9]'::text, ''::text, 'g'::text)) stored,
  constraint document_pkey PRIMARY KEY (company_id, id),
  constraint document_amount_is_positive CHECK ((amount_minor > 0)),
  constraint document_kind_is_known CHECK ((kind = ANY (ARRAY['invoice'::text, 'debit_note'::text, 'chargeback'::text, 'credit_note'::text, 'on_account_credit'::text, 'receipt'::text])))
);
CREATE INDEX document_by_batch ON document USING btree (company_id, batch_id) WHERE (batch_id IS NOT NULL);
CREATE INDEX document_by_delivery_note ON document USING btree (company_id, delivery_note_digits) WHERE ((delivery_note_digits IS NOT NULL) AND (kind <> 'receipt'::text));
CREATE INDEX document_by_number_digits ON document USING btree (company_id, number_digits) WHERE (kind <> 'receipt'::text);
CREATE INDEX document_by_number_key ON document USING btree (company_id, number_key);
CREATE INDEX document_by_number_tail ON document USING btree (company_id, reverse(number_key));
CREATE INDEX document_by_order_number ON document USING btree (company_id, order_number_digits) WHERE ((order_number_digits IS NOT NULL) AND (kind <> 'receipt'::text));
CREATE INDEX document_by_purchase_order ON document USING btree (company_id, purchase_order_digits) WHERE ((purchase_order_digits IS NOT NULL) AND (kind <> 'receipt'::text));
CREATE INDEX document_by_reference ON document USING btree (company_id, reference_digits) WHERE ((reference_digits IS NOT NULL) AND (kind <> 'receipt'::text));
CREATE INDEX document_cancelled_receipt ON document USING btree (company_id, id) WHERE ((kind = 'receipt'::text) AND (cancelled_by_entry_id IS NOT NULL));
CREATE UNIQUE INDEX document_number_is_unique ON document USING btree (company_id, kind, number) WHERE (cancelled_by_entry_id IS NULL);
CREATE INDEX document_receipt_by_customer ON document USING btree (company_id, customer_id) WHERE (kind = 'receipt'::text);
CREATE INDEX document_with_terms ON document USING btree (company_id, id) INCLUDE (terms) WHERE (terms IS NOT NULL);
CREATE TRIGGER document_has_its_customer AFTER INSERT ON document REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_new_documents();
alter table document enable row level security;
create policy company_isolation on document using ((company_id = current_company()));
grant insert, select on document to quittance_app;

create table dunning_action (
  company_id uuid not null,
  id uuid not null,
  run_id uuid,
  customer_id uuid not null,
  channel text not null,
  kind text not null,
  purpose text,
  strategy_name text not null,
  contact_id uuid,
  address text,
  message_id uuid,
  task_id uuid,
  item_count integer not null,
  functional_minor bigint not null,
  decided_on date not null,
  decided_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  objections jsonb,
  returned_at timestamp with time zone,
  constraint dunning_action_pkey PRIMARY KEY (company_id, id),
  constraint dunning_action_has_its_run FOREIGN KEY (company_id, run_id) REFERENCES dunning_run(company_id, id),
  constraint dunning_action_channel_is_known CHECK ((channel = ANY (ARRAY['mail'::text, 'paper'::text, 'person'::text]))),
  constraint dunning_action_is_of_items CHECK ((item_count > 0)),
  constraint dunning_letter_has_its_message CHECK ((((channel <> 'person'::text) = (message_id IS NOT NULL)) AND ((channel <> 'person'::text) = (purpose IS NOT NULL)))),
  constraint dunning_withdrawal_is_whole CHECK (((withdrawn_at IS NULL) = (objections IS NULL)))
);
CREATE INDEX dunning_action_by_customer ON dunning_action USING btree (company_id, customer_id, decided_at, id);
CREATE UNIQUE INDEX dunning_action_by_message ON dunning_action USING btree (company_id, message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX dunning_action_by_run ON dunning_action USING btree (company_id, run_id, customer_id, id);
alter table dunning_action enable row level security;
create policy company_isolation on dunning_action using ((company_id = current_company()));
grant insert, select on dunning_action to quittance_app;
grant update (withdrawn_at, objections, returned_at) on dunning_action to quittance_app;

create table dunning_held (
  company_id uuid not null,
  run_id uuid not null,
  customer_id uuid not null,
  item_id uuid not null,
  step_key text not null,
  level integer not null,
  reason text not null,
  detail text,
  currency text not null,
  open_minor bigint not null,
  functional_minor bigint not null,
  constraint dunning_held_pkey PRIMARY KEY (company_id, run_id, item_id),
  constraint dunning_held_has_its_run FOREIGN KEY (company_id, run_id) REFERENCES dunning_run(company_id, id),
  constraint dunning_held_says_why CHECK ((reason = ANY (ARRAY['customer_hold'::text, 'item_hold'::text, 'credits_cover'::text, 'task_open'::text, 'letter_not_printed'::text, 'item_small'::text, 'bank_data_stale'::text, 'nobody_to_do_it'::text, 'customer_small'::text, 'no_address'::text, 'quiet_days'::text, 'daily_cap'::text])))
);
CREATE INDEX dunning_held_by_customer ON dunning_held USING btree (company_id, customer_id, run_id);
CREATE INDEX dunning_held_by_reason ON dunning_held USING btree (company_id, run_id, reason, customer_id, item_id);
alter table dunning_held enable row level security;
create policy company_isolation on dunning_held using ((company_id = current_company()));
grant insert, select on dunning_held to quittance_app;

create table dunning_print (
  company_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  number integer not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_by_name text not null,
  ended_as text,
  ended_at timestamp with time zone,
  ended_by_name text,
  constraint dunning_print_pkey PRIMARY KEY (company_id, id),
  constraint dunning_print_is_numbered UNIQUE (company_id, run_id, number),
  constraint dunning_print_has_its_run FOREIGN KEY (company_id, run_id) REFERENCES dunning_run(company_id, id),
  constraint dunning_print_counts_from_one CHECK ((number > 0)),
  constraint dunning_print_end_is_known CHECK ((ended_as = ANY (ARRAY['posted'::text, 'dropped'::text]))),
  constraint dunning_print_end_is_whole CHECK (((ended_as IS NULL) = (ended_at IS NULL)))
);
CREATE INDEX dunning_print_open ON dunning_print USING btree (company_id, made_at) WHERE (ended_as IS NULL);
alter table dunning_print enable row level security;
create policy company_isolation on dunning_print using ((company_id = current_company()));
grant insert, select on dunning_print to quittance_app;
grant update (ended_as, ended_at, ended_by_name) on dunning_print to quittance_app;

create table dunning_print_letter (
  company_id uuid not null,
  print_id uuid not null,
  "position" integer not null,
  message_id uuid not null,
  left_at timestamp with time zone,
  constraint dunning_print_letter_pkey PRIMARY KEY (company_id, print_id, "position"),
  constraint print_letter_has_its_print FOREIGN KEY (company_id, print_id) REFERENCES dunning_print(company_id, id)
);
CREATE UNIQUE INDEX dunning_letter_is_in_one_print ON dunning_print_letter USING btree (company_id, message_id) WHERE (left_at IS NULL);
alter table dunning_print_letter enable row level security;
create policy company_isolation on dunning_print_letter using ((company_id = current_company()));
grant insert, select on dunning_print_letter to quittance_app;
grant update (left_at) on dunning_print_letter to quittance_app;

create table dunning_print_reminder (
  company_id uuid not null,
  run_id uuid not null,
  task_id uuid,
  reminded_at timestamp with time zone not null,
  constraint dunning_print_reminder_pkey PRIMARY KEY (company_id, run_id),
  constraint print_reminder_has_its_run FOREIGN KEY (company_id, run_id) REFERENCES dunning_run(company_id, id)
);
alter table dunning_print_reminder enable row level security;
create policy company_isolation on dunning_print_reminder using ((company_id = current_company()));
grant insert, select on dunning_print_reminder to quittance_app;

create table dunning_run (
  company_id uuid not null,
  id uuid not null,
  strategy_number integer not null,
  run_on date not null,
  origin text not null,
  state text not null,
  after_customer_id uuid,
  customers_known integer not null default 0,
  customers_done integer not null default 0,
  letters integer not null default 0,
  acts integer not null default 0,
  items integer not null default 0,
  held_items integer not null default 0,
  asked_functional_minor bigint not null default 0,
  held_functional_minor bigint not null default 0,
  worker_id uuid,
  worker_seen_at timestamp with time zone,
  started_at timestamp with time zone not null,
  started_by uuid not null,
  started_by_name text not null,
  ended_at timestamp with time zone,
  failure text,
  constraint dunning_run_pkey PRIMARY KEY (company_id, id),
  constraint dunning_run_has_its_strategy FOREIGN KEY (company_id, strategy_number) REFERENCES collection_strategy(company_id, number),
  constraint dunning_run_end_is_whole CHECK (((state = 'running'::text) = (ended_at IS NULL))),
  constraint dunning_run_failure_says_why CHECK (((state = 'failed'::text) = (failure IS NOT NULL))),
  constraint dunning_run_origin_is_known CHECK ((origin = ANY (ARRAY['hand'::text, 'schedule'::text]))),
  constraint dunning_run_state_is_known CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'cancelled'::text, 'failed'::text])))
);
CREATE UNIQUE INDEX dunning_run_is_one_at_a_time ON dunning_run USING btree (company_id) WHERE (state = 'running'::text);
CREATE UNIQUE INDEX dunning_run_is_scheduled_once_a_day ON dunning_run USING btree (company_id, run_on) WHERE (origin = 'schedule'::text);
CREATE INDEX dunning_run_latest ON dunning_run USING btree (company_id, started_at DESC, id DESC);
alter table dunning_run enable row level security;
create policy company_isolation on dunning_run using ((company_id = current_company()));
grant insert, select on dunning_run to quittance_app;
grant update (state, after_customer_id, customers_known, customers_done, letters, acts, items, held_items, asked_functional_minor, held_functional_minor, worker_id, worker_seen_at, ended_at, failure) on dunning_run to quittance_app;

create table dunning_schedule (
  company_id uuid not null,
  is_on boolean not null,
  at_minute integer not null,
  weekdays integer[] not null,
  acts_to uuid,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  changed_by_name text not null,
  constraint dunning_schedule_pkey PRIMARY KEY (company_id),
  constraint dunning_schedule_acts_to_fkey FOREIGN KEY (acts_to) REFERENCES person(id),
  constraint schedule_minute_is_of_a_day CHECK (((at_minute >= 0) AND (at_minute <= 1439))),
  constraint schedule_weekdays_are_days CHECK ((weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]))
);
alter table dunning_schedule enable row level security;
create policy company_isolation on dunning_schedule using ((company_id = current_company()));
grant insert, select on dunning_schedule to quittance_app;
grant update (is_on, at_minute, weekdays, acts_to, changed_at, changed_by, changed_by_name) on dunning_schedule to quittance_app;

create table dunning_step (
  company_id uuid not null,
  item_id uuid not null,
  step_key text not null,
  attempt integer not null,
  level integer not null,
  action_id uuid not null,
  customer_id uuid not null,
  taken_on date not null,
  currency text not null,
  open_minor bigint not null,
  functional_minor bigint not null,
  due_on date not null,
  withdrawn_at timestamp with time zone,
  constraint dunning_step_pkey PRIMARY KEY (company_id, item_id, step_key, attempt),
  constraint dunning_step_has_its_action FOREIGN KEY (company_id, action_id) REFERENCES dunning_action(company_id, id),
  constraint dunning_step_asks_for_something CHECK ((open_minor > 0)),
  constraint dunning_step_counts_from_one CHECK (((attempt > 0) AND (level > 0)))
);
CREATE INDEX dunning_step_by_action ON dunning_step USING btree (company_id, action_id);
CREATE UNIQUE INDEX dunning_step_is_taken_once ON dunning_step USING btree (company_id, item_id, step_key) WHERE (withdrawn_at IS NULL);
alter table dunning_step enable row level security;
create policy company_isolation on dunning_step using ((company_id = current_company()));
grant insert, select on dunning_step to quittance_app;
grant update (withdrawn_at) on dunning_step to quittance_app;

create table entry (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  posting_count smallint not null,
  currency text not null,
  amount_minor bigint not null,
  reverses_entry_id uuid,
  depends_on_entry_id uuid,
  event_id uuid,
  command_id uuid not null,
  batch_id uuid,
  actor_id uuid not null,
  reason text,
  note text,
  constraint entry_pkey PRIMARY KEY (company_id, id),
  constraint entry_amount_is_not_negative CHECK ((amount_minor >= 0)),
  constraint entry_has_two_postings_or_more CHECK ((posting_count >= 2)),
  constraint entry_kind_is_known CHECK ((kind = ANY (ARRAY['document'::text, 'receipt'::text, 'application'::text, 'cash_discount'::text, 'small_difference'::text, 'deduction'::text, 'write_off'::text, 'bank_fee'::text, 'withholding_tax'::text, 'refund'::text, 'suspense'::text, 'intercompany'::text, 'unclaimed_credit'::text, 'due_date_change'::text, 'identification'::text, 'revaluation'::text, 'reversal'::text, 'undo'::text, 'erp_settlement'::text]))),
  constraint reversal_names_its_entry CHECK (((kind = ANY (ARRAY['reversal'::text, 'undo'::text])) = (reverses_entry_id IS NOT NULL))),
  constraint undo_has_an_amount CHECK (((kind <> 'undo'::text) OR (amount_minor > 0)))
);
CREATE INDEX entry_by_dependence ON entry USING btree (company_id, depends_on_entry_id) WHERE (depends_on_entry_id IS NOT NULL);
CREATE INDEX entry_by_event ON entry USING btree (company_id, event_id) WHERE (event_id IS NOT NULL);
CREATE INDEX entry_by_reversed ON entry USING btree (company_id, reverses_entry_id) WHERE (reverses_entry_id IS NOT NULL);
CREATE INDEX entry_by_time ON entry USING btree (company_id, recorded_at, id);
CREATE UNIQUE INDEX entry_is_reversed_once ON entry USING btree (company_id, reverses_entry_id) WHERE (kind = 'reversal'::text);
CREATE TRIGGER entry_arrives_with_its_postings AFTER INSERT ON entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_new_entries();
CREATE TRIGGER refund_that_is_paid_is_not_reversed AFTER INSERT ON entry FOR EACH ROW WHEN ((new.reverses_entry_id IS NOT NULL)) EXECUTE FUNCTION check_refund_reversal();
alter table entry enable row level security;
create policy company_isolation on entry using ((company_id = current_company()));
grant insert, select on entry to quittance_app;

create table entry_undo (
  company_id uuid not null,
  entry_id uuid not null,
  amount_minor bigint not null,
  undone_minor bigint not null,
  constraint entry_undo_pkey PRIMARY KEY (company_id, entry_id),
  constraint undone_not_above_original CHECK (((undone_minor >= 0) AND (undone_minor <= amount_minor)))
);
alter table entry_undo enable row level security;
create policy company_isolation on entry_undo using ((company_id = current_company()));
grant select on entry_undo to quittance_app;

create table fx_rate (
  company_id uuid not null,
  currency text not null,
  quoted_on date not null,
  rate numeric(20,10) not null,
  recorded_at timestamp with time zone not null,
  constraint fx_rate_pkey PRIMARY KEY (company_id, currency, quoted_on),
  constraint fx_rate_is_positive CHECK ((rate > (0)::numeric))
);
alter table fx_rate enable row level security;
create policy company_isolation on fx_rate using ((company_id = current_company()));
grant insert, select on fx_rate to quittance_app;
grant update (rate, recorded_at) on fx_rate to quittance_app;

create table grid_view (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  owner_name text not null,
  grid text not null,
  name text not null,
  state text not null,
  is_shared boolean not null,
  changed_at timestamp with time zone not null,
  constraint grid_view_pkey PRIMARY KEY (company_id, id),
  constraint view_grid_is_short CHECK (((length(grid) >= 1) AND (length(grid) <= 60))),
  constraint view_name_is_short CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint view_state_is_short CHECK ((length(state) <= 2000))
);
CREATE UNIQUE INDEX own_view_name_is_unique ON grid_view USING btree (company_id, owner_id, grid, lower(name)) WHERE (NOT is_shared);
CREATE UNIQUE INDEX shared_view_name_is_unique ON grid_view USING btree (company_id, grid, lower(name)) WHERE is_shared;
alter table grid_view enable row level security;
create policy company_isolation on grid_view using ((company_id = current_company()));
grant delete, insert, select on grid_view to quittance_app;
grant update (name, state, is_shared, changed_at) on grid_view to quittance_app;

create table grid_view_default (
  company_id uuid not null,
  person_id uuid not null,
  grid text not null,
  view_id uuid not null,
  constraint grid_view_default_pkey PRIMARY KEY (company_id, person_id, grid),
  constraint default_names_a_view FOREIGN KEY (company_id, view_id) REFERENCES grid_view(company_id, id) ON DELETE CASCADE
);
CREATE INDEX grid_view_default_by_view ON grid_view_default USING btree (company_id, view_id);
alter table grid_view_default enable row level security;
create policy company_isolation on grid_view_default using ((company_id = current_company()));
grant delete, insert, select on grid_view_default to quittance_app;
grant update (view_id) on grid_view_default to quittance_app;

create table hand_over (
  company_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid,
  reason text not null,
  totals jsonb not null,
  rules_number integer,
  rules_before integer,
  roles_before text[],
  roles_after text[],
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_by_name text not null,
  undone_at timestamp with time zone,
  undone_by_name text,
  constraint hand_over_pkey PRIMARY KEY (company_id, id),
  constraint hand_over_from_id_fkey FOREIGN KEY (from_id) REFERENCES person(id),
  constraint hand_over_to_id_fkey FOREIGN KEY (to_id) REFERENCES person(id),
  constraint hand_over_has_a_reason CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint hand_over_is_to_another CHECK ((from_id <> to_id)),
  constraint hand_over_roles_are_whole CHECK (((roles_before IS NULL) = (roles_after IS NULL))),
  constraint hand_over_undoing_is_whole CHECK (((undone_at IS NULL) = (undone_by_name IS NULL)))
);
CREATE INDEX hand_over_by_time ON hand_over USING btree (company_id, made_at DESC, id DESC);
alter table hand_over enable row level security;
create policy company_isolation on hand_over using ((company_id = current_company()));
grant insert, select on hand_over to quittance_app;
grant update (undone_at, undone_by_name) on hand_over to quittance_app;

create table hand_over_piece (
  company_id uuid not null,
  hand_over_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  to_id uuid,
  constraint hand_over_piece_pkey PRIMARY KEY (company_id, hand_over_id, kind, subject_id),
  constraint hand_over_piece_is_of_one FOREIGN KEY (company_id, hand_over_id) REFERENCES hand_over(company_id, id),
  constraint hand_over_piece_to_id_fkey FOREIGN KEY (to_id) REFERENCES person(id)
);
alter table hand_over_piece enable row level security;
create policy company_isolation on hand_over_piece using ((company_id = current_company()));
grant insert, select on hand_over_piece to quittance_app;

create table hand_over_told (
  company_id uuid not null,
  hand_over_id uuid not null,
  person_id uuid not null,
  seen_at timestamp with time zone,
  constraint hand_over_told_pkey PRIMARY KEY (company_id, hand_over_id, person_id),
  constraint hand_over_told_is_of_one FOREIGN KEY (company_id, hand_over_id) REFERENCES hand_over(company_id, id),
  constraint hand_over_told_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX hand_over_told_by_person ON hand_over_told USING btree (company_id, person_id) WHERE (seen_at IS NULL);
alter table hand_over_told enable row level security;
create policy company_isolation on hand_over_told using ((company_id = current_company()));
grant insert, select on hand_over_told to quittance_app;
grant update (seen_at) on hand_over_told to quittance_app;

create table hold (
  company_id uuid not null,
  id uuid not null,
  item_id uuid,
  customer_id uuid not null,
  kind text not null,
  amount_minor bigint,
  until_on date,
  reason text not null,
  placed_by uuid not null,
  placed_at timestamp with time zone not null,
  released_by uuid,
  released_at timestamp with time zone,
  placed_by_name text,
  released_by_name text,
  release_reason text,
  constraint hold_pkey PRIMARY KEY (company_id, id),
  constraint hold_release_is_whole CHECK (((released_by IS NULL) = (released_at IS NULL)))
);
CREATE INDEX hold_by_customer ON hold USING btree (company_id, customer_id, placed_at);
CREATE INDEX hold_in_force ON hold USING btree (company_id, customer_id, item_id) WHERE (released_at IS NULL);
CREATE INDEX hold_of_item ON hold USING btree (company_id, item_id) WHERE ((released_at IS NULL) AND (item_id IS NOT NULL));
alter table hold enable row level security;
create policy company_isolation on hold using ((company_id = current_company()));
grant insert, select on hold to quittance_app;
grant update (released_by, released_at, released_by_name, release_reason) on hold to quittance_app;

create table holiday (
  company_id uuid not null,
  list_code text not null,
  day date not null,
  name text not null,
  kind text not null,
  effect text not null,
  from_minute integer,
  until_minute integer,
  origin text not null,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  changed_by_name text not null,
  constraint holiday_pkey PRIMARY KEY (company_id, list_code, day),
  constraint holiday_is_of_a_list FOREIGN KEY (company_id, list_code) REFERENCES holiday_list(company_id, code),
  constraint holiday_effect_is_known CHECK ((effect = ANY (ARRAY['closed'::text, 'half'::text, 'working'::text, 'ordinary'::text]))),
  constraint holiday_has_a_name CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint holiday_hours_are_of_a_day CHECK (((from_minute >= 0) AND (until_minute <= 1440) AND (from_minute < until_minute))),
  constraint holiday_hours_go_with_effect CHECK ((((effect = ANY (ARRAY['half'::text, 'working'::text])) = ((from_minute IS NOT NULL) AND (until_minute IS NOT NULL))) AND ((from_minute IS NULL) = (until_minute IS NULL)))),
  constraint holiday_kind_is_known CHECK ((kind = ANY (ARRAY['public'::text, 'bank'::text, 'optional'::text, 'own'::text]))),
  constraint holiday_origin_is_known CHECK ((origin = ANY (ARRAY['library'::text, 'person'::text, 'import'::text])))
);
alter table holiday enable row level security;
create policy company_isolation on holiday using ((company_id = current_company()));
grant insert, select on holiday to quittance_app;
grant update (name, kind, effect, from_minute, until_minute, origin, changed_at, changed_by, changed_by_name) on holiday to quittance_app;

create table holiday_list (
  company_id uuid not null,
  code text not null,
  name text not null,
  country text,
  region text,
  constraint holiday_list_pkey PRIMARY KEY (company_id, code),
  constraint holiday_list_code_is_short CHECK ((code ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'::text)),
  constraint holiday_list_has_a_name CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint holiday_list_region_has_a_country CHECK (((region IS NULL) OR (country IS NOT NULL)))
);
alter table holiday_list enable row level security;
create policy company_isolation on holiday_list using ((company_id = current_company()));
grant insert, select on holiday_list to quittance_app;
grant update (name) on holiday_list to quittance_app;

create table holiday_year (
  company_id uuid not null,
  list_code text not null,
  year integer not null,
  seeded_at timestamp with time zone not null,
  checked_at timestamp with time zone,
  checked_by uuid,
  checked_by_name text,
  constraint holiday_year_pkey PRIMARY KEY (company_id, list_code, year),
  constraint holiday_year_is_of_a_list FOREIGN KEY (company_id, list_code) REFERENCES holiday_list(company_id, code),
  constraint holiday_year_check_is_whole CHECK (((checked_at IS NULL) = (checked_by IS NULL)))
);
alter table holiday_year enable row level security;
create policy company_isolation on holiday_year using ((company_id = current_company()));
grant insert, select on holiday_year to quittance_app;
grant update (seeded_at, checked_at, checked_by, checked_by_name) on holiday_year to quittance_app;

create table huddle_blocker (
  company_id uuid not null,
  id uuid not null,
  text text not null,
  owner_id uuid not null,
  customer_id uuid,
  raised_at timestamp with time zone not null,
  raised_by uuid not null,
  raised_by_name text not null,
  solved_at timestamp with time zone,
  solved_by_name text,
  solution text,
  next_on date,
  item_id uuid,
  constraint huddle_blocker_pkey PRIMARY KEY (company_id, id),
  constraint blocker_is_of_a_customer FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id),
  constraint huddle_blocker_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id),
  constraint blocker_end_is_whole CHECK (((solved_at IS NULL) = (solved_by_name IS NULL))),
  constraint blocker_is_said CHECK (((length(text) >= 1) AND (length(text) <= 1000))),
  constraint blocker_solution_is_short CHECK ((length(solution) <= 1000))
);
CREATE INDEX huddle_blocker_by_customer ON huddle_blocker USING btree (company_id, customer_id) WHERE ((solved_at IS NULL) AND (customer_id IS NOT NULL));
CREATE INDEX huddle_blocker_by_owner ON huddle_blocker USING btree (company_id, owner_id) WHERE (solved_at IS NULL);
CREATE INDEX huddle_blocker_open ON huddle_blocker USING btree (company_id, raised_at) WHERE (solved_at IS NULL);
alter table huddle_blocker enable row level security;
create policy company_isolation on huddle_blocker using ((company_id = current_company()));
grant insert, select on huddle_blocker to quittance_app;
grant update (text, owner_id, solved_at, solved_by_name, solution, next_on) on huddle_blocker to quittance_app;

create table import_batch (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  file_name text not null,
  file_id uuid not null,
  status text not null,
  mapping jsonb,
  questions jsonb not null default '[]'::jsonb,
  header jsonb not null default '[]'::jsonb,
  rows_done integer not null default 0,
  rows_known integer,
  added integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  refused integer not null default 0,
  left_out integer not null default 0,
  problem_count integer not null default 0,
  new_customers integer not null default 0,
  error_code text,
  error text,
  uploaded_by uuid not null,
  uploaded_by_name text not null,
  uploaded_at timestamp with time zone not null,
  touched_at timestamp with time zone not null,
  posted_by uuid,
  posted_at timestamp with time zone,
  undone_by uuid,
  undone_at timestamp with time zone,
  sheets jsonb not null default '[]'::jsonb,
  source_name text,
  accounts_shared_by uuid,
  accounts_shared_by_name text,
  accounts_shared_at timestamp with time zone,
  accounts_shared_reason text,
  snapshot_on date,
  examples jsonb not null default '[]'::jsonb,
  error_details jsonb,
  problem_groups jsonb not null default '[]'::jsonb,
  statements jsonb not null default '[]'::jsonb,
  constraint import_batch_pkey PRIMARY KEY (company_id, id),
  constraint import_file_is_stored FOREIGN KEY (company_id, file_id) REFERENCES import_file(company_id, id),
  constraint import_kind_is_known CHECK ((kind = ANY (ARRAY['customers'::text, 'contacts'::text, 'items'::text, 'receipts'::text, 'notes'::text, 'promises'::text, 'statement'::text, 'remittance'::text]))),
  constraint import_status_is_known CHECK ((status = ANY (ARRAY['reading'::text, 'preview'::text, 'posting'::text, 'posted'::text, 'failed'::text, 'undoing'::text, 'undone'::text, 'discarded'::text])))
);
CREATE INDEX import_batch_at_work ON import_batch USING btree (company_id) WHERE (status = ANY (ARRAY['reading'::text, 'posting'::text, 'undoing'::text]));
CREATE INDEX import_batch_by_file ON import_batch USING btree (company_id, file_id, kind);
alter table import_batch enable row level security;
create policy company_isolation on import_batch using ((company_id = current_company()));
grant insert, select on import_batch to quittance_app;
grant update (kind, status, mapping, questions, header, rows_done, rows_known, added, changed, unchanged, refused, left_out, problem_count, new_customers, error_code, error, touched_at, posted_by, posted_at, undone_by, undone_at, sheets, source_name, accounts_shared_by, accounts_shared_by_name, accounts_shared_at, accounts_shared_reason, snapshot_on, examples, error_details, problem_groups, statements) on import_batch to quittance_app;

create table import_contact_change (
  company_id uuid not null,
  batch_id uuid not null,
  contact_id uuid not null,
  customer_id uuid not null,
  before jsonb not null,
  after jsonb not null,
  constraint import_contact_change_pkey PRIMARY KEY (company_id, batch_id, contact_id)
);
alter table import_contact_change enable row level security;
create policy company_isolation on import_contact_change using ((company_id = current_company()));
grant insert, select on import_contact_change to quittance_app;

create table import_customer_change (
  company_id uuid not null,
  batch_id uuid not null,
  customer_id uuid not null,
  before jsonb not null,
  after jsonb not null,
  constraint import_customer_change_pkey PRIMARY KEY (company_id, batch_id, customer_id)
);
alter table import_customer_change enable row level security;
create policy company_isolation on import_customer_change using ((company_id = current_company()));
grant insert, select on import_customer_change to quittance_app;

create table import_file (
  company_id uuid not null,
  id uuid not null,
  sha256 text not null,
  byte_count bigint not null,
  stored_at timestamp with time zone not null,
  constraint import_file_pkey PRIMARY KEY (company_id, id),
  constraint import_file_is_stored_once UNIQUE (company_id, sha256),
  constraint import_file_hash_is_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
alter table import_file enable row level security;
create policy company_isolation on import_file using ((company_id = current_company()));
grant insert, select on import_file to quittance_app;

create table import_file_part (
  company_id uuid not null,
  file_id uuid not null,
  part integer not null,
  content bytea not null,
  constraint import_file_part_pkey PRIMARY KEY (company_id, file_id, part)
);
alter table import_file_part enable row level security;
create policy company_isolation on import_file_part using ((company_id = current_company()));
grant insert, select on import_file_part to quittance_app;

create table import_mapping (
  company_id uuid not null,
  kind text not null,
  header_key text not null,
  mapping jsonb not null,
  saved_by uuid not null,
  saved_at timestamp with time zone not null,
  id uuid not null default gen_random_uuid(),
  name text,
  saved_by_name text,
  header jsonb not null default '[]'::jsonb,
  file_name text,
  used_at timestamp with time zone,
  constraint import_mapping_pkey PRIMARY KEY (company_id, kind, header_key),
  constraint import_mapping_name_is_short CHECK (((length(name) >= 1) AND (length(name) <= 80)))
);
CREATE UNIQUE INDEX import_mapping_by_id ON import_mapping USING btree (company_id, id);
CREATE UNIQUE INDEX import_mapping_name_is_its_own ON import_mapping USING btree (company_id, kind, lower(name)) WHERE (name IS NOT NULL);
alter table import_mapping enable row level security;
create policy company_isolation on import_mapping using ((company_id = current_company()));
grant delete, insert, select on import_mapping to quittance_app;
grant update (mapping, saved_by, saved_at, name, saved_by_name, header, file_name, used_at) on import_mapping to quittance_app;

create table import_problem (
  company_id uuid not null,
  batch_id uuid not null,
  number integer not null,
  "row" integer not null,
  field text,
  code text not null,
  message text not null,
  is_note boolean not null,
  parameters jsonb not null default '{}'::jsonb,
  constraint import_problem_pkey PRIMARY KEY (company_id, batch_id, number)
);
alter table import_problem enable row level security;
create policy company_isolation on import_problem using ((company_id = current_company()));
grant delete, insert, select on import_problem to quittance_app;

create table import_row (
  company_id uuid not null,
  batch_id uuid not null,
  outcome text not null,
  number integer not null,
  "row" integer not null,
  label text not null,
  fields jsonb not null,
  constraint import_row_pkey PRIMARY KEY (company_id, batch_id, outcome, number),
  constraint import_outcome_is_known CHECK ((outcome = ANY (ARRAY['added'::text, 'changed'::text, 'unchanged'::text, 'refused'::text])))
);
alter table import_row enable row level security;
create policy company_isolation on import_row using ((company_id = current_company()));
grant delete, insert, select on import_row to quittance_app;

create table intercompany_transfer (
  company_id uuid not null,
  event_id uuid not null,
  direction text not null,
  other_company_id uuid not null,
  entry_id uuid not null,
  currency text not null,
  amount_minor bigint not null,
  item_id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint intercompany_transfer_pkey PRIMARY KEY (company_id, event_id, direction),
  constraint transfer_direction_is_known CHECK ((direction = ANY (ARRAY['out'::text, 'in'::text])))
);
alter table intercompany_transfer enable row level security;
create policy company_isolation on intercompany_transfer using ((company_id = current_company()));
grant insert, select on intercompany_transfer to quittance_app;

create table interest_charge (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  currency text not null,
  kind text not null,
  interest_minor bigint not null,
  fee_minor bigint not null,
  number text,
  item_id uuid,
  entry_id uuid,
  reason text,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_by_name text not null,
  plan_id uuid,
  from_on date,
  until_on date,
  terms jsonb,
  constraint interest_charge_pkey PRIMARY KEY (company_id, id),
  constraint interest_charge_has_its_plan FOREIGN KEY (company_id, plan_id) REFERENCES payment_plan(company_id, id),
  constraint interest_charge_has_its_note CHECK (((kind = 'charged'::text) = ((item_id IS NOT NULL) AND (entry_id IS NOT NULL) AND (number IS NOT NULL)))),
  constraint interest_charge_is_above_zero CHECK (((interest_minor >= 0) AND (fee_minor >= 0) AND ((interest_minor + fee_minor) > 0))),
  constraint interest_charge_kind_is_known CHECK ((kind = ANY (ARRAY['charged'::text, 'waived'::text]))),
  constraint interest_charge_of_a_plan_has_its_days CHECK ((((plan_id IS NULL) = (from_on IS NULL)) AND ((plan_id IS NULL) = (until_on IS NULL)) AND ((plan_id IS NULL) OR (fee_minor = 0)))),
  constraint interest_waiver_has_a_reason CHECK (((kind = 'charged'::text) OR ((length(reason) >= 1) AND (length(reason) <= 500))))
);
CREATE INDEX interest_charge_by_customer ON interest_charge USING btree (company_id, customer_id, made_at);
CREATE INDEX interest_charge_by_item ON interest_charge USING btree (company_id, item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX interest_charge_by_plan ON interest_charge USING btree (company_id, plan_id) WHERE (plan_id IS NOT NULL);
alter table interest_charge enable row level security;
create policy company_isolation on interest_charge using ((company_id = current_company()));
grant insert, select on interest_charge to quittance_app;

create table interest_charge_line (
  company_id uuid not null,
  charge_id uuid not null,
  item_id uuid not null,
  from_on date not null,
  to_on date not null,
  interest_minor bigint not null,
  fee_minor bigint not null,
  said jsonb,
  constraint interest_charge_line_pkey PRIMARY KEY (company_id, charge_id, item_id),
  constraint interest_line_has_its_charge FOREIGN KEY (company_id, charge_id) REFERENCES interest_charge(company_id, id),
  constraint interest_line_days_are_in_order CHECK ((to_on >= from_on))
);
CREATE INDEX interest_charge_line_by_item ON interest_charge_line USING btree (company_id, item_id);
alter table interest_charge_line enable row level security;
create policy company_isolation on interest_charge_line using ((company_id = current_company()));
grant insert, select on interest_charge_line to quittance_app;

create table interest_policy (
  company_id uuid not null,
  number integer not null,
  terms jsonb not null,
  reason text not null,
  set_at timestamp with time zone not null,
  set_by uuid not null,
  set_by_name text not null,
  constraint interest_policy_pkey PRIMARY KEY (company_id, number),
  constraint interest_policy_counts_from_one CHECK ((number > 0)),
  constraint interest_policy_has_a_reason CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
);
alter table interest_policy enable row level security;
create policy company_isolation on interest_policy using ((company_id = current_company()));
grant insert, select on interest_policy to quittance_app;

create table item (
  company_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  instalment smallint not null,
  kind text not null,
  number text collate "C" not null,
  account text not null,
  customer_id uuid not null,
  currency text not null,
  amount_minor bigint not null,
  functional_minor bigint not null,
  issued_on date not null,
  due_on date not null,
  opening_entry_id uuid not null,
  last_effective_on date not null,
  last_recorded_at timestamp with time zone,
  has_moved boolean not null default false,
  settled_minor bigint not null default 0,
  settled_functional_minor bigint not null default 0,
  open_minor bigint generated always as ((amount_minor - settled_minor)) stored,
  note text,
  constraint item_pkey PRIMARY KEY (company_id, id),
  constraint item_account_is_control CHECK ((account = ANY (ARRAY['receivable'::text, 'unapplied'::text]))),
  constraint item_amount_is_not_zero CHECK ((amount_minor <> 0)),
  constraint item_closed_carries_nothing CHECK (((settled_minor <> amount_minor) OR (settled_functional_minor = functional_minor))),
  constraint item_open_between_zero_and_amount CHECK ((((amount_minor > 0) AND ((settled_minor >= 0) AND (settled_minor <= amount_minor))) OR ((amount_minor < 0) AND ((settled_minor >= amount_minor) AND (settled_minor <= 0)))))
);
CREATE INDEX item_by_customer ON item USING btree (company_id, customer_id, id);
CREATE INDEX item_by_opening_entry ON item USING btree (company_id, opening_entry_id);
CREATE INDEX item_open ON item USING btree (company_id, customer_id, due_on) INCLUDE (account, currency, open_minor) WHERE (open_minor <> 0);
CREATE INDEX item_open_by_amount ON item USING btree (company_id, currency, open_minor, id) WHERE (open_minor <> 0);
CREATE INDEX item_receipt_by_day ON item USING btree (company_id, issued_on, id) WHERE (kind = 'receipt'::text);
CREATE INDEX item_settled_by_amount ON item USING btree (company_id, amount_minor, id) WHERE (settled_minor <> 0);
CREATE INDEX item_unapplied_receipt ON item USING btree (company_id, issued_on, id) WHERE ((kind = 'receipt'::text) AND (open_minor <> 0));
CREATE TRIGGER item_opens_with_its_postings AFTER INSERT ON item REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_new_items();
alter table item enable row level security;
create policy company_isolation on item using ((company_id = current_company()));
grant insert, select on item to quittance_app;
grant update (note) on item to quittance_app;

create table item_change (
  company_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  item_id uuid not null,
  number text not null,
  customer_id uuid not null,
  kind text not null,
  currency text not null,
  open_here_minor bigint not null,
  open_there_minor bigint not null,
  due_here date not null,
  due_there date,
  plan jsonb not null,
  status text not null,
  proposed_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  decided_by_name text,
  reason text,
  entry_ids uuid[] not null default '{}'::uuid[],
  constraint item_change_pkey PRIMARY KEY (company_id, id),
  constraint change_has_its_batch FOREIGN KEY (company_id, batch_id) REFERENCES import_batch(company_id, id),
  constraint change_is_decided_by_somebody CHECK (((status = ANY (ARRAY['accepted'::text, 'rejected'::text])) = (decided_by IS NOT NULL))),
  constraint change_kind_is_known CHECK ((kind = ANY (ARRAY['vanished'::text, 'amount_changed'::text, 'due_changed'::text, 'reappeared'::text]))),
  constraint change_status_is_known CHECK ((status = ANY (ARRAY['proposed'::text, 'accepted'::text, 'rejected'::text, 'superseded'::text])))
);
CREATE INDEX item_change_by_batch ON item_change USING btree (company_id, batch_id);
CREATE INDEX item_change_by_status ON item_change USING btree (company_id, status, id);
CREATE UNIQUE INDEX item_change_is_proposed_once ON item_change USING btree (company_id, item_id, kind) WHERE (status = 'proposed'::text);
alter table item_change enable row level security;
create policy company_isolation on item_change using ((company_id = current_company()));
grant insert, select on item_change to quittance_app;
grant update (status, decided_at, decided_by, decided_by_name, reason, entry_ids) on item_change to quittance_app;

create table item_position (
  company_id uuid not null,
  item_id uuid not null,
  entry_id uuid not null,
  step integer not null,
  effective_on date not null,
  customer_id uuid not null,
  due_on date not null,
  constraint item_position_pkey PRIMARY KEY (company_id, item_id, entry_id)
);
CREATE INDEX item_position_by_customer ON item_position USING btree (company_id, customer_id);
CREATE INDEX item_position_by_entry ON item_position USING btree (company_id, entry_id);
alter table item_position enable row level security;
create policy company_isolation on item_position using ((company_id = current_company()));
grant select on item_position to quittance_app;

create table journal_export (
  company_id uuid not null,
  number bigint not null,
  after_recorded_at timestamp with time zone not null,
  through_recorded_at timestamp with time zone not null,
  posting_count bigint not null,
  debit_functional_minor bigint not null,
  exported_at timestamp with time zone not null,
  actor_id uuid not null,
  constraint journal_export_pkey PRIMARY KEY (company_id, number)
);
alter table journal_export enable row level security;
create policy company_isolation on journal_export using ((company_id = current_company()));
grant insert, select on journal_export to quittance_app;

create table knowledge_revocation (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  key text collate "C" not null,
  customer_id uuid,
  told jsonb not null,
  revoked_at timestamp with time zone not null,
  revoked_by uuid not null,
  revoked_by_name text not null,
  reason text not null,
  restored_at timestamp with time zone,
  restored_by uuid,
  restored_by_name text,
  restored_reason text,
  constraint knowledge_revocation_pkey PRIMARY KEY (company_id, id),
  constraint revocation_kind_is_known CHECK ((kind = ANY (ARRAY['account'::text, 'name'::text, 'habit'::text, 'layout'::text]))),
  constraint revocation_of_all_but_layouts_names_a_customer CHECK (((customer_id IS NULL) = (kind = 'layout'::text))),
  constraint revocation_restored_is_whole CHECK ((((restored_at IS NULL) = (restored_by IS NULL)) AND ((restored_at IS NULL) = (restored_reason IS NULL))))
);
CREATE INDEX knowledge_revocation_standing ON knowledge_revocation USING btree (company_id, revoked_at) WHERE (restored_at IS NULL);
alter table knowledge_revocation enable row level security;
create policy company_isolation on knowledge_revocation using ((company_id = current_company()));
grant insert, select on knowledge_revocation to quittance_app;
grant update (restored_at, restored_by, restored_by_name, restored_reason) on knowledge_revocation to quittance_app;

create table ledger_book (
  company_id uuid not null,
  closed_through date,
  closing_through date,
  constraint ledger_book_pkey PRIMARY KEY (company_id),
  constraint closing_is_after_closed CHECK (((closing_through IS NULL) OR (closed_through IS NULL) OR (closing_through > closed_through)))
);
CREATE TRIGGER closed_period_stays_closed BEFORE UPDATE ON ledger_book FOR EACH ROW EXECUTE FUNCTION check_book();
alter table ledger_book enable row level security;
create policy company_isolation on ledger_book using ((company_id = current_company()));
grant insert, select on ledger_book to quittance_app;
grant update (closed_through, closing_through) on ledger_book to quittance_app;

create table mail_content (
  company_id uuid not null,
  sha256 text not null,
  byte_count bigint not null,
  stored_at timestamp with time zone not null,
  constraint mail_content_pkey PRIMARY KEY (company_id, sha256),
  constraint mail_content_hash_is_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX mail_content_by_age ON mail_content USING btree (company_id, stored_at);
alter table mail_content enable row level security;
create policy company_isolation on mail_content using ((company_id = current_company()));
grant delete, insert, select on mail_content to quittance_app;
grant update (stored_at) on mail_content to quittance_app;

create table mail_content_part (
  company_id uuid not null,
  sha256 text not null,
  part integer not null,
  content bytea not null,
  constraint mail_content_part_pkey PRIMARY KEY (company_id, sha256, part)
);
alter table mail_content_part enable row level security;
create policy company_isolation on mail_content_part using ((company_id = current_company()));
grant delete, insert, select on mail_content_part to quittance_app;

create table mailbox (
  company_id uuid not null,
  id uuid not null,
  name text not null,
  address text not null,
  smtp jsonb not null,
  imap jsonb,
  has_address_tokens boolean not null default false,
  authority text,
  is_default boolean not null default false,
  is_enabled boolean not null default true,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  checked_at timestamp with time zone,
  receiving_error text,
  sending_error text,
  sending_failures integer not null default 0,
  send_again_at timestamp with time zone,
  constraint mailbox_pkey PRIMARY KEY (company_id, id),
  constraint mailbox_address_is_one CHECK ((address ~ '^[^[:space:]@]+@[^[:space:]@]+$'::text))
);
CREATE UNIQUE INDEX mailbox_default_is_single ON mailbox USING btree (company_id) WHERE (is_default AND (removed_at IS NULL));
CREATE UNIQUE INDEX mailbox_name_is_unique ON mailbox USING btree (company_id, lower(name)) WHERE (removed_at IS NULL);
alter table mailbox enable row level security;
create policy company_isolation on mailbox using ((company_id = current_company()));
grant insert, select on mailbox to quittance_app;
grant update (name, address, smtp, imap, has_address_tokens, authority, is_default, is_enabled, removed_at, checked_at, receiving_error, sending_error, sending_failures, send_again_at) on mailbox to quittance_app;

create table measured_receipt (
  company_id uuid not null,
  receipt_item_id uuid not null,
  document_id uuid not null,
  booked_on date not null,
  currency text not null,
  amount_minor bigint not null,
  functional_minor bigint not null,
  recorded_minute integer not null,
  applied_minute integer,
  is_applied_auto boolean not null,
  is_auto boolean not null,
  is_undone boolean not null,
  is_not_ours boolean not null,
  first_number integer,
  question_code text,
  explanation text,
  names_items boolean not null,
  thought_of_id uuid,
  lines_count integer not null,
  auto_lines_count integer not null,
  constraint measured_receipt_pkey PRIMARY KEY (company_id, receipt_item_id),
  constraint measured_lines_of_itself_are_lines CHECK (((auto_lines_count >= 0) AND (auto_lines_count <= lines_count)))
);
CREATE INDEX measured_receipt_by_day ON measured_receipt USING btree (company_id, booked_on, receipt_item_id);
CREATE INDEX measured_receipt_undone ON measured_receipt USING btree (company_id, booked_on) WHERE is_undone;
alter table measured_receipt enable row level security;
create policy company_isolation on measured_receipt using ((company_id = current_company()));
grant insert, select, update on measured_receipt to quittance_app;

create table membership (
  company_id uuid not null,
  person_id uuid not null,
  role text not null,
  granted_by uuid not null,
  granted_at timestamp with time zone not null,
  constraint membership_pkey PRIMARY KEY (company_id, person_id, role),
  constraint membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX membership_by_person ON membership USING btree (person_id);
alter table membership enable row level security;
create policy company_isolation on membership using ((company_id = current_company()));
grant delete, insert, select on membership to quittance_app;

create table message (
  company_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  mailbox_id uuid not null,
  direction text not null,
  kind text not null default 'mail'::text,
  message_id text not null,
  in_reply_to text,
  reference_ids text[] not null default '{}'::text[],
  from_address text not null,
  from_name text,
  recipients jsonb not null,
  subject text not null,
  body text not null,
  html text,
  language text,
  template jsonb,
  payment_reference text,
  is_automatic boolean not null default false,
  matched_by text,
  authentication text,
  authentication_detail text,
  raw_sha256 text,
  byte_count bigint,
  happened_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  actor_id uuid not null,
  actor_name text not null,
  postal_address text,
  paper jsonb,
  as_written jsonb,
  constraint message_pkey PRIMARY KEY (company_id, id),
  constraint message_has_its_conversation FOREIGN KEY (company_id, conversation_id) REFERENCES conversation(company_id, id),
  constraint message_authentication_is_known CHECK ((authentication = ANY (ARRAY['passed'::text, 'failed'::text, 'unknown'::text]))),
  constraint message_direction_is_known CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint message_kind_is_known CHECK ((kind = ANY (ARRAY['mail'::text, 'automatic'::text, 'bounce'::text, 'complaint'::text, 'meeting_answer'::text]))),
  constraint message_match_is_known CHECK ((matched_by = ANY (ARRAY['headers'::text, 'token'::text, 'sender'::text, 'numbers'::text]))),
  constraint message_on_paper_is_whole CHECK (((postal_address IS NULL) = (paper IS NULL))),
  constraint message_postal_address_is_short CHECK (((length(postal_address) >= 1) AND (length(postal_address) <= 500)))
);
CREATE INDEX message_by_conversation ON message USING btree (company_id, conversation_id, happened_at, id);
CREATE INDEX message_by_message_id ON message USING btree (company_id, message_id);
CREATE UNIQUE INDEX message_came_once ON message USING btree (company_id, mailbox_id, raw_sha256) WHERE (direction = 'in'::text);
CREATE INDEX message_raw ON message USING btree (company_id, raw_sha256) WHERE (raw_sha256 IS NOT NULL);
CREATE TRIGGER message_is_found_by_its_words AFTER INSERT ON message REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION index_messages();
alter table message enable row level security;
create policy company_isolation on message using ((company_id = current_company()));
grant insert, select on message to quittance_app;

create table message_attachment (
  company_id uuid not null,
  message_id uuid not null,
  number integer not null,
  name text not null,
  media_type text not null,
  byte_count bigint not null,
  sha256 text,
  is_inline boolean not null default false,
  refusal text,
  constraint message_attachment_pkey PRIMARY KEY (company_id, message_id, number),
  constraint attachment_has_its_message FOREIGN KEY (company_id, message_id) REFERENCES message(company_id, id),
  constraint attachment_is_kept_or_refused CHECK (((sha256 IS NULL) = (refusal IS NOT NULL)))
);
CREATE INDEX message_attachment_content ON message_attachment USING btree (company_id, sha256) WHERE (sha256 IS NOT NULL);
alter table message_attachment enable row level security;
create policy company_isolation on message_attachment using ((company_id = current_company()));
grant insert, select on message_attachment to quittance_app;

create table message_delivery (
  company_id uuid not null,
  message_id uuid not null,
  mailbox_id uuid not null,
  state text not null default 'queued'::text,
  attempts integer not null default 0,
  try_at timestamp with time zone not null,
  queued_at timestamp with time zone not null,
  claimed_at timestamp with time zone,
  claimed_by uuid,
  raw_sha256 text,
  sent_at timestamp with time zone,
  said text,
  left_to text[],
  comes_back_to uuid,
  constraint message_delivery_pkey PRIMARY KEY (company_id, message_id),
  constraint delivery_has_its_message FOREIGN KEY (company_id, message_id) REFERENCES message(company_id, id),
  constraint delivery_sending_is_claimed CHECK (((state <> 'sending'::text) OR (claimed_by IS NOT NULL))),
  constraint delivery_sent_says_when CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
  constraint delivery_state_is_known CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'uncertain'::text, 'withdrawn'::text, 'to_print'::text])))
);
CREATE INDEX message_delivery_came_back ON message_delivery USING btree (company_id, comes_back_to) WHERE (comes_back_to IS NOT NULL);
CREATE INDEX message_delivery_open ON message_delivery USING btree (company_id, state, message_id) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text, 'failed'::text, 'uncertain'::text, 'to_print'::text]));
CREATE INDEX message_delivery_raw ON message_delivery USING btree (company_id, raw_sha256) WHERE (raw_sha256 IS NOT NULL);
CREATE INDEX message_delivery_waiting ON message_delivery USING btree (company_id, mailbox_id, try_at, message_id) WHERE (state = 'queued'::text);
alter table message_delivery enable row level security;
create policy company_isolation on message_delivery using ((company_id = current_company()));
grant insert, select on message_delivery to quittance_app;
grant update (state, attempts, try_at, claimed_at, claimed_by, raw_sha256, sent_at, said, left_to, comes_back_to) on message_delivery to quittance_app;

create table message_delivery_step (
  company_id uuid not null,
  message_id uuid not null,
  id uuid not null,
  state text not null,
  note text,
  at timestamp with time zone not null,
  actor_name text not null,
  constraint message_delivery_step_pkey PRIMARY KEY (company_id, message_id, id)
);
alter table message_delivery_step enable row level security;
create policy company_isolation on message_delivery_step using ((company_id = current_company()));
grant insert, select on message_delivery_step to quittance_app;

create table message_item (
  company_id uuid not null,
  message_id uuid not null,
  item_id uuid not null,
  asked_minor bigint,
  constraint message_item_pkey PRIMARY KEY (company_id, message_id, item_id),
  constraint item_of_message FOREIGN KEY (company_id, message_id) REFERENCES message(company_id, id)
);
CREATE INDEX message_item_by_item ON message_item USING btree (company_id, item_id);
alter table message_item enable row level security;
create policy company_isolation on message_item using ((company_id = current_company()));
grant insert, select on message_item to quittance_app;

create table message_key (
  company_id uuid not null,
  key text not null,
  message_id uuid not null,
  constraint message_key_pkey PRIMARY KEY (company_id, key),
  constraint key_has_its_message FOREIGN KEY (company_id, message_id) REFERENCES message(company_id, id),
  constraint message_key_is_short CHECK (((length(key) >= 1) AND (length(key) <= 200)))
);
CREATE INDEX message_key_by_message ON message_key USING btree (company_id, message_id);
alter table message_key enable row level security;
create policy company_isolation on message_key using ((company_id = current_company()));
grant insert, select on message_key to quittance_app;

create table message_place (
  company_id uuid not null,
  mailbox_id uuid not null,
  place text not null,
  message_id uuid,
  refusal text,
  taken_at timestamp with time zone not null,
  constraint message_place_pkey PRIMARY KEY (company_id, mailbox_id, place)
);
alter table message_place enable row level security;
create policy company_isolation on message_place using ((company_id = current_company()));
grant insert, select on message_place to quittance_app;

create table message_search (
  company_id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  at timestamp with time zone not null,
  words tsvector not null,
  constraint message_search_pkey PRIMARY KEY (company_id, message_id)
);
CREATE INDEX message_search_by_conversation ON message_search USING btree (company_id, conversation_id);
CREATE INDEX message_search_latest ON message_search USING btree (company_id, at DESC, message_id DESC);
CREATE INDEX message_search_words ON message_search USING gin (words);
alter table message_search enable row level security;
create policy company_isolation on message_search using ((company_id = current_company()));
grant select on message_search to quittance_app;

create table message_template (
  company_id uuid not null,
  purpose text not null,
  channel text not null,
  language text not null,
  number integer not null,
  subject text,
  body text,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamp with time zone not null,
  constraint message_template_pkey PRIMARY KEY (company_id, purpose, channel, language, number),
  constraint template_channel_is_known CHECK ((channel = ANY (ARRAY['mail'::text, 'letter'::text]))),
  constraint template_counts_from_one CHECK ((number > 0)),
  constraint template_is_whole CHECK (((subject IS NULL) = (body IS NULL)))
);
alter table message_template enable row level security;
create policy company_isolation on message_template using ((company_id = current_company()));
grant insert, select on message_template to quittance_app;

create table month_end_balance (
  company_id uuid not null,
  ends_on date not null,
  account text not null,
  customer_id uuid not null,
  due_on date not null,
  currency text not null,
  amount_minor bigint not null,
  constraint month_end_balance_pkey PRIMARY KEY (company_id, ends_on, account, customer_id, due_on, currency)
);
alter table month_end_balance enable row level security;
create policy company_isolation on month_end_balance using ((company_id = current_company()));
grant insert, select on month_end_balance to quittance_app;

create table month_end_snapshot (
  company_id uuid not null,
  ends_on date not null,
  known_at timestamp with time zone not null,
  constraint month_end_snapshot_pkey PRIMARY KEY (company_id, ends_on)
);
alter table month_end_snapshot enable row level security;
create policy company_isolation on month_end_snapshot using ((company_id = current_company()));
grant insert, select on month_end_snapshot to quittance_app;

create table outbox_event (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  data jsonb not null,
  recorded_at timestamp with time zone not null,
  actor_id uuid not null,
  command_id uuid not null,
  constraint outbox_event_pkey PRIMARY KEY (company_id, id),
  constraint event_kind_names_its_subject CHECK ((kind ~ '^[a-z_]+\.[a-z_]+$'::text))
);
CREATE INDEX outbox_event_in_order ON outbox_event USING btree (company_id, recorded_at, id);
alter table outbox_event enable row level security;
create policy company_isolation on outbox_event using ((company_id = current_company()));
grant insert, select on outbox_event to quittance_app;

create table own_account_spelling (
  company_id uuid not null,
  one_key text not null,
  other_key text not null,
  is_same boolean not null,
  said_by uuid not null,
  said_by_name text not null,
  said_at timestamp with time zone not null,
  constraint own_account_spelling_pkey PRIMARY KEY (company_id, one_key, other_key),
  constraint own_account_spelling_is_of_two CHECK ((one_key < other_key))
);
alter table own_account_spelling enable row level security;
create policy company_isolation on own_account_spelling using ((company_id = current_company()));
grant delete, insert, select, update on own_account_spelling to quittance_app;

create table own_bank_account (
  company_id uuid not null,
  account_key text not null,
  account text not null,
  batch_id uuid not null,
  learned_at timestamp with time zone not null,
  shared_by_name text,
  shared_at timestamp with time zone,
  shared_reason text,
  receipts_by text not null default 'statement'::text,
  receipts_by_set_by_name text,
  receipts_by_set_at timestamp with time zone,
  receipts_by_reason text,
  constraint own_bank_account_pkey PRIMARY KEY (company_id, account_key),
  constraint own_account_receipts_by_is_known CHECK ((receipts_by = ANY (ARRAY['statement'::text, 'notification'::text, 'lockbox'::text]))),
  constraint own_account_share_is_whole CHECK ((((shared_at IS NULL) = (shared_by_name IS NULL)) AND ((shared_at IS NULL) = (shared_reason IS NULL))))
);
alter table own_bank_account enable row level security;
create policy company_isolation on own_bank_account using ((company_id = current_company()));
grant delete, insert, select on own_bank_account to quittance_app;
grant update (receipts_by, receipts_by_set_by_name, receipts_by_set_at, receipts_by_reason) on own_bank_account to quittance_app;

create table payer_confirmation (
  company_id uuid not null,
  receipt_item_id uuid not null,
  decision_number integer not null,
  payer_account text collate "C" not null,
  payer_name text collate "C" not null,
  customer_id uuid,
  currency text not null,
  amount_minor bigint not null,
  booked_on date not null,
  taught_at timestamp with time zone not null,
  teaches_account boolean not null,
  teaches_name boolean not null,
  ended_at timestamp with time zone,
  account_revocation_id uuid,
  name_revocation_id uuid,
  constraint payer_confirmation_pkey PRIMARY KEY (company_id, receipt_item_id, decision_number)
);
CREATE INDEX payer_confirmation_by_account ON payer_confirmation USING btree (company_id, payer_account, currency, amount_minor) WHERE ((ended_at IS NULL) AND (payer_account <> ''::text));
CREATE INDEX payer_confirmation_by_name ON payer_confirmation USING btree (company_id, payer_name, currency, amount_minor) WHERE ((ended_at IS NULL) AND (payer_name <> ''::text));
CREATE INDEX payer_confirmation_of_revoked_account ON payer_confirmation USING btree (company_id, account_revocation_id) WHERE (account_revocation_id IS NOT NULL);
CREATE INDEX payer_confirmation_of_revoked_name ON payer_confirmation USING btree (company_id, name_revocation_id) WHERE (name_revocation_id IS NOT NULL);
alter table payer_confirmation enable row level security;
create policy company_isolation on payer_confirmation using ((company_id = current_company()));
grant insert, select on payer_confirmation to quittance_app;
grant update (teaches_account, teaches_name, ended_at, account_revocation_id, name_revocation_id) on payer_confirmation to quittance_app;

create table payer_link (
  company_id uuid not null,
  mark text not null,
  key text collate "C" not null,
  customer_id uuid not null,
  origin text not null,
  id uuid not null,
  uses integer not null,
  last_on date not null,
  told_at timestamp with time zone,
  told_by_name text,
  constraint payer_link_pkey PRIMARY KEY (company_id, mark, key, customer_id, origin),
  constraint payer_link_id_is_unique UNIQUE (company_id, id),
  constraint payer_link_has_a_key CHECK ((key <> ''::text)),
  constraint payer_link_origin_is_known CHECK ((origin = ANY (ARRAY['application'::text, 'imported'::text]))),
  constraint payer_link_was_used CHECK ((uses > 0)),
  constraint payer_mark_is_known CHECK ((mark = ANY (ARRAY['account'::text, 'name'::text])))
);
alter table payer_link enable row level security;
create policy company_isolation on payer_link using ((company_id = current_company()));
grant delete, insert, select on payer_link to quittance_app;
grant update (uses, last_on, told_at, told_by_name) on payer_link to quittance_app;

create table payment_habit (
  company_id uuid not null,
  customer_id uuid not null,
  payments integer not null,
  habits jsonb not null,
  constraint payment_habit_pkey PRIMARY KEY (company_id, customer_id),
  constraint habits_are_of_some_payments CHECK ((payments >= 0))
);
alter table payment_habit enable row level security;
create policy company_isolation on payment_habit using ((company_id = current_company()));
grant insert, select on payment_habit to quittance_app;
grant update (payments, habits) on payment_habit to quittance_app;

create table payment_pattern (
  company_id uuid not null,
  receipt_item_id uuid not null,
  decision_number integer not null,
  customer_id uuid not null,
  booked_on date not null,
  chances text[] not null,
  kept text[] not null,
  deductions jsonb not null,
  recorded_at timestamp with time zone not null,
  revocation_ids uuid[] not null default '{}'::uuid[],
  ended_at timestamp with time zone,
  constraint payment_pattern_pkey PRIMARY KEY (company_id, receipt_item_id, decision_number),
  constraint pattern_keeps_what_it_could CHECK ((kept <@ chances))
);
CREATE INDEX payment_pattern_of_customer ON payment_pattern USING btree (company_id, customer_id, booked_on DESC, receipt_item_id DESC) WHERE (ended_at IS NULL);
alter table payment_pattern enable row level security;
create policy company_isolation on payment_pattern using ((company_id = current_company()));
grant insert, select on payment_pattern to quittance_app;
grant update (revocation_ids, ended_at) on payment_pattern to quittance_app;

create table payment_plan (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  currency text not null,
  amount_minor bigint not null,
  interest_minor bigint not null,
  interest_basis_points integer not null,
  note text,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_by_name text not null,
  interest_day_count text,
  interest_from_on date,
  constraint payment_plan_pkey PRIMARY KEY (company_id, id),
  constraint plan_day_count_is_known CHECK ((interest_day_count = ANY (ARRAY['act365'::text, 'act360'::text]))),
  constraint plan_interest_is_whole CHECK ((((interest_basis_points = 0) AND (interest_minor = 0) AND (interest_day_count IS NULL) AND (interest_from_on IS NULL)) OR (((interest_basis_points >= 1) AND (interest_basis_points <= 10000)) AND (interest_day_count IS NOT NULL) AND (interest_from_on IS NOT NULL)))),
  constraint plan_is_above_zero CHECK (((amount_minor > 0) AND (interest_minor >= 0)))
);
CREATE INDEX payment_plan_by_customer ON payment_plan USING btree (company_id, customer_id);
CREATE INDEX payment_plan_with_interest ON payment_plan USING btree (company_id, customer_id) WHERE (interest_basis_points > 0);
alter table payment_plan enable row level security;
create policy company_isolation on payment_plan using ((company_id = current_company()));
grant insert, select on payment_plan to quittance_app;

create table payment_reference (
  company_id uuid not null,
  reference text not null,
  number bigint not null,
  customer_id uuid not null,
  made_at timestamp with time zone not null,
  constraint payment_reference_pkey PRIMARY KEY (company_id, reference),
  constraint payment_reference_counts UNIQUE (company_id, number),
  constraint payment_reference_has_its_customer FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id)
);
CREATE INDEX payment_reference_by_customer ON payment_reference USING btree (company_id, customer_id);
alter table payment_reference enable row level security;
create policy company_isolation on payment_reference using ((company_id = current_company()));
grant insert, select on payment_reference to quittance_app;

create table payment_reference_item (
  company_id uuid not null,
  reference text not null,
  item_id uuid not null,
  asked_minor bigint not null,
  currency text not null,
  constraint payment_reference_item_pkey PRIMARY KEY (company_id, reference, item_id),
  constraint item_of_reference FOREIGN KEY (company_id, reference) REFERENCES payment_reference(company_id, reference)
);
CREATE INDEX payment_reference_by_item ON payment_reference_item USING btree (company_id, item_id);
alter table payment_reference_item enable row level security;
create policy company_isolation on payment_reference_item using ((company_id = current_company()));
grant insert, select on payment_reference_item to quittance_app;

create table pending_act (
  company_id uuid not null,
  id uuid not null,
  effective_on date not null,
  kind text not null,
  body jsonb not null,
  actor_id uuid not null,
  created_at timestamp with time zone not null,
  state text not null default 'waiting'::text,
  outcome text,
  settled_at timestamp with time zone,
  constraint pending_act_pkey PRIMARY KEY (company_id, id),
  constraint pending_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE INDEX pending_act_waiting ON pending_act USING btree (company_id, effective_on) WHERE (state = 'waiting'::text);
alter table pending_act enable row level security;
create policy company_isolation on pending_act using ((company_id = current_company()));
grant insert, select on pending_act to quittance_app;
grant update (state, outcome, settled_at) on pending_act to quittance_app;

create table period_close (
  company_id uuid not null,
  ends_on date not null,
  closed_at timestamp with time zone not null,
  actor_id uuid not null,
  known_at timestamp with time zone not null,
  control_totals jsonb not null,
  constraint period_close_pkey PRIMARY KEY (company_id, ends_on)
);
alter table period_close enable row level security;
create policy company_isolation on period_close using ((company_id = current_company()));
grant insert, select on period_close to quittance_app;

create table person (
  id uuid not null,
  email text not null,
  locale text not null default 'en'::text,
  password_hash text,
  is_administrator boolean not null default false,
  disabled_at timestamp with time zone,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_id_fkey FOREIGN KEY (id) REFERENCES actor(id),
  constraint person_email_is_short CHECK (((length(email) >= 3) AND (length(email) <= 254)))
);
CREATE UNIQUE INDEX person_email_is_unique ON person USING btree (lower(email));
grant insert, select on person to quittance_app;
grant update (email, locale, password_hash, disabled_at) on person to quittance_app;

create table portfolio_assignment (
  company_id uuid not null,
  customer_id uuid not null,
  owner_id uuid not null,
  cause text not null,
  rule_name text,
  rules_number integer not null,
  move_id uuid,
  until_on date,
  constraint portfolio_assignment_pkey PRIMARY KEY (company_id, customer_id),
  constraint assignment_cause_is_known CHECK ((cause = ANY (ARRAY['rule'::text, 'hand'::text, 'rest'::text])))
);
CREATE INDEX portfolio_assignment_by_owner ON portfolio_assignment USING btree (company_id, owner_id, customer_id);
alter table portfolio_assignment enable row level security;
create policy company_isolation on portfolio_assignment using ((company_id = current_company()));
grant delete, insert, select, update on portfolio_assignment to quittance_app;

create table portfolio_cover (
  company_id uuid not null,
  person_id uuid not null,
  cover_id uuid not null,
  set_at timestamp with time zone not null,
  set_by_name text not null,
  constraint portfolio_cover_pkey PRIMARY KEY (company_id, person_id),
  constraint portfolio_cover_cover_id_fkey FOREIGN KEY (cover_id) REFERENCES person(id),
  constraint portfolio_cover_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint cover_is_somebody_else CHECK ((person_id <> cover_id))
);
alter table portfolio_cover enable row level security;
create policy company_isolation on portfolio_cover using ((company_id = current_company()));
grant delete, insert, select on portfolio_cover to quittance_app;
grant update (cover_id, set_at, set_by_name) on portfolio_cover to quittance_app;

create table portfolio_move (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  reason text not null,
  until_on date,
  customer_count integer not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_by_name text not null,
  undone_at timestamp with time zone,
  undone_by_name text,
  constraint portfolio_move_pkey PRIMARY KEY (company_id, id),
  constraint portfolio_move_has_a_reason CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint portfolio_move_kind_is_known CHECK ((kind = ANY (ARRAY['hand'::text, 'rebalance'::text]))),
  constraint portfolio_move_undoing_is_whole CHECK (((undone_at IS NULL) = (undone_by_name IS NULL)))
);
CREATE INDEX portfolio_move_by_time ON portfolio_move USING btree (company_id, made_at DESC, id DESC);
alter table portfolio_move enable row level security;
create policy company_isolation on portfolio_move using ((company_id = current_company()));
grant insert, select on portfolio_move to quittance_app;
grant update (undone_at, undone_by_name) on portfolio_move to quittance_app;

create table portfolio_override (
  company_id uuid not null,
  move_id uuid not null,
  customer_id uuid not null,
  owner_id uuid,
  constraint portfolio_override_pkey PRIMARY KEY (company_id, move_id, customer_id),
  constraint override_is_of_a_customer FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id) ON DELETE CASCADE,
  constraint override_is_of_a_move FOREIGN KEY (company_id, move_id) REFERENCES portfolio_move(company_id, id),
  constraint portfolio_override_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id)
);
CREATE INDEX portfolio_override_by_customer ON portfolio_override USING btree (company_id, customer_id);
alter table portfolio_override enable row level security;
create policy company_isolation on portfolio_override using ((company_id = current_company()));
grant insert, select on portfolio_override to quittance_app;

create table portfolio_rules (
  company_id uuid not null,
  number integer not null,
  rules jsonb not null,
  default_owner_id uuid,
  reason text not null,
  restores integer,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_by_name text not null,
  constraint portfolio_rules_pkey PRIMARY KEY (company_id, number),
  constraint portfolio_rules_default_owner_id_fkey FOREIGN KEY (default_owner_id) REFERENCES person(id),
  constraint portfolio_rules_are_limited CHECK ((jsonb_array_length(rules) <= 200)),
  constraint portfolio_rules_count_from_one CHECK ((number > 0)),
  constraint portfolio_rules_have_a_reason CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint portfolio_rules_without_a_rest_hold_nothing CHECK (((default_owner_id IS NOT NULL) OR (jsonb_array_length(rules) = 0)))
);
alter table portfolio_rules enable row level security;
create policy company_isolation on portfolio_rules using ((company_id = current_company()));
grant insert, select on portfolio_rules to quittance_app;

create table portfolio_stale (
  company_id uuid not null,
  customer_id uuid not null,
  seen_at timestamp with time zone not null default clock_timestamp()
);
CREATE INDEX portfolio_stale_by_company ON portfolio_stale USING btree (company_id);
alter table portfolio_stale enable row level security;
create policy company_isolation on portfolio_stale using ((company_id = current_company()));
grant delete, insert, select, update on portfolio_stale to quittance_app;

create table portfolio_state (
  company_id uuid not null,
  assigned_on date not null,
  rules_number integer not null,
  constraint portfolio_state_pkey PRIMARY KEY (company_id)
);
alter table portfolio_state enable row level security;
create policy company_isolation on portfolio_state using ((company_id = current_company()));
grant delete, insert, select, update on portfolio_state to quittance_app;

create table posted_alone (
  company_id uuid not null,
  id uuid not null,
  by_id uuid not null,
  kind text not null,
  item_id uuid,
  customer_id uuid not null,
  entry_id uuid,
  pending_id uuid,
  value_minor bigint not null,
  posted_on date not null,
  at timestamp with time zone not null,
  constraint posted_alone_pkey PRIMARY KEY (company_id, id),
  constraint posted_alone_is_known CHECK ((kind = ANY (ARRAY['refund'::text, 'write_off'::text, 'discount'::text, 'small_difference'::text, 'deduction'::text, 'other_adjustment'::text, 'credit'::text, 'transfer'::text, 'interest_charge'::text, 'interest_waiver'::text]))),
  constraint posted_alone_is_not_negative CHECK ((value_minor >= 0)),
  constraint posted_alone_is_posted_or_waits CHECK (
CASE kind
    WHEN 'interest_waiver'::text THEN ((entry_id IS NULL) AND (pending_id IS NULL))
    ELSE ((entry_id IS NULL) <> (pending_id IS NULL))
END)
);
CREATE INDEX posted_alone_by_item ON posted_alone USING btree (company_id, by_id, item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX posted_alone_by_person ON posted_alone USING btree (company_id, by_id, posted_on);
CREATE UNIQUE INDEX posted_alone_counts_once ON posted_alone USING btree (company_id, entry_id) WHERE (entry_id IS NOT NULL);
alter table posted_alone enable row level security;
create policy company_isolation on posted_alone using ((company_id = current_company()));
grant insert, select on posted_alone to quittance_app;

create table posting (
  company_id uuid not null,
  entry_id uuid not null,
  line smallint not null,
  account text not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  currency text not null,
  amount_minor bigint not null,
  functional_minor bigint not null,
  customer_id uuid,
  item_id uuid,
  due_on date,
  constraint posting_pkey PRIMARY KEY (company_id, entry_id, line),
  constraint control_posting_names_item_and_date CHECK (
CASE
    WHEN (account = ANY (ARRAY['receivable'::text, 'unapplied'::text])) THEN ((item_id IS NOT NULL) AND (customer_id IS NOT NULL) AND (due_on IS NOT NULL))
    ELSE ((item_id IS NULL) AND (customer_id IS NULL) AND (due_on IS NULL))
END),
  constraint posting_account_is_known CHECK ((account = ANY (ARRAY['receivable'::text, 'unapplied'::text, 'cash'::text, 'billing'::text, 'cash_discount'::text, 'small_difference'::text, 'deduction'::text, 'bad_debt'::text, 'bank_fee'::text, 'withholding_tax'::text, 'refund'::text, 'suspense'::text, 'intercompany'::text, 'unclaimed_credit'::text, 'fx_realised'::text, 'fx_clearing'::text, 'fx_unrealised'::text, 'receivable_revaluation'::text, 'erp_clearing'::text])))
);
CREATE INDEX posting_by_item ON posting USING btree (company_id, item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX posting_by_time ON posting USING brin (recorded_at);
CREATE INDEX posting_control ON posting USING btree (company_id, account, effective_on) INCLUDE (customer_id, due_on, amount_minor, recorded_at, currency) WHERE (item_id IS NOT NULL);
CREATE TRIGGER postings_arrive_whole AFTER INSERT ON posting REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_new_postings();
alter table posting enable row level security;
create policy company_isolation on posting using ((company_id = current_company()));
grant insert, select on posting to quittance_app;

create table posting_account (
  company_id uuid not null,
  account text not null,
  gl_code text not null,
  name text not null,
  constraint posting_account_pkey PRIMARY KEY (company_id, account)
);
alter table posting_account enable row level security;
create policy company_isolation on posting_account using ((company_id = current_company()));
grant insert, select on posting_account to quittance_app;
grant update (gl_code, name) on posting_account to quittance_app;

create table promise (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  plan_id uuid,
  part smallint not null default 1,
  currency text not null,
  amount_minor bigint not null,
  promised_on date not null,
  deadline_on date not null,
  tolerance_minor bigint not null,
  is_of_items boolean not null,
  channel text not null,
  contact_id uuid,
  activity_id uuid,
  note text,
  made_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  made_by uuid not null,
  made_by_name text not null,
  batch_id uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_by_name text,
  withdrawn_reason text,
  state text not null,
  state_on date not null,
  in_time_minor bigint not null default 0,
  late_minor bigint not null default 0,
  last_money_on date,
  judged_at timestamp with time zone not null,
  interest_minor bigint not null default 0,
  message_id uuid,
  constraint promise_pkey PRIMARY KEY (company_id, id),
  constraint promise_has_its_customer FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id),
  constraint promise_has_its_plan FOREIGN KEY (company_id, plan_id) REFERENCES payment_plan(company_id, id),
  constraint promise_was_read_in_a_mail FOREIGN KEY (company_id, message_id) REFERENCES message(company_id, id),
  constraint promise_channel_is_known CHECK ((channel = ANY (ARRAY['call'::text, 'mail'::text, 'meeting'::text, 'letter'::text, 'portal'::text, 'other'::text]))),
  constraint promise_counts_no_more_than_promised CHECK (((in_time_minor >= 0) AND (late_minor >= 0) AND ((in_time_minor + late_minor) <= amount_minor))),
  constraint promise_days_are_in_order CHECK ((deadline_on >= promised_on)),
  constraint promise_interest_is_of_a_plan CHECK (((interest_minor = 0) OR ((interest_minor > 0) AND (plan_id IS NOT NULL)))),
  constraint promise_is_above_zero CHECK (((amount_minor > 0) AND ((tolerance_minor >= 0) AND (tolerance_minor <= (amount_minor - 1))))),
  constraint promise_note_is_short CHECK (((length(note) <= 2000) AND ((length(withdrawn_reason) >= 1) AND (length(withdrawn_reason) <= 500)))),
  constraint promise_part_counts_from_one CHECK ((part > 0)),
  constraint promise_state_is_known CHECK ((state = ANY (ARRAY['open'::text, 'kept'::text, 'partly_kept'::text, 'broken'::text, 'withdrawn'::text]))),
  constraint promise_withdrawal_is_whole CHECK ((((withdrawn_at IS NULL) = (state <> 'withdrawn'::text)) AND ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))))
);
CREATE INDEX promise_by_batch ON promise USING btree (company_id, batch_id) WHERE (batch_id IS NOT NULL);
CREATE INDEX promise_by_customer ON promise USING btree (company_id, customer_id, promised_on, id);
CREATE INDEX promise_by_message ON promise USING btree (company_id, message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX promise_by_plan ON promise USING btree (company_id, plan_id) WHERE (plan_id IS NOT NULL);
CREATE INDEX promise_by_state ON promise USING btree (company_id, state, state_on, id);
CREATE INDEX promise_open ON promise USING btree (company_id, promised_on, id) WHERE (state = 'open'::text);
CREATE INDEX promise_open_by_deadline ON promise USING btree (company_id, deadline_on) WHERE (state = 'open'::text);
CREATE INDEX promise_recorded ON promise USING btree (company_id, recorded_at);
CREATE TRIGGER promise_is_found_by_its_words AFTER INSERT ON promise REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION index_promises();
alter table promise enable row level security;
create policy company_isolation on promise using ((company_id = current_company()));
grant insert, select on promise to quittance_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_by_name, withdrawn_reason, state, state_on, in_time_minor, late_minor, last_money_on, judged_at) on promise to quittance_app;

create table promise_hold (
  company_id uuid not null,
  owner_id uuid not null,
  hold_id uuid not null,
  constraint promise_hold_pkey PRIMARY KEY (company_id, owner_id, hold_id)
);
alter table promise_hold enable row level security;
create policy company_isolation on promise_hold using ((company_id = current_company()));
grant insert, select on promise_hold to quittance_app;

create table promise_item (
  company_id uuid not null,
  promise_id uuid not null,
  item_id uuid not null,
  constraint promise_item_pkey PRIMARY KEY (company_id, promise_id, item_id),
  constraint promise_item_has_its_promise FOREIGN KEY (company_id, promise_id) REFERENCES promise(company_id, id)
);
CREATE INDEX promise_item_by_item ON promise_item USING btree (company_id, item_id);
alter table promise_item enable row level security;
create policy company_isolation on promise_item using ((company_id = current_company()));
grant insert, select on promise_item to quittance_app;

create table promise_judgement (
  company_id uuid not null,
  promise_id uuid not null,
  number integer not null,
  state text not null,
  in_time_minor bigint not null,
  late_minor bigint not null,
  last_money_on date,
  as_of date not null,
  cause text not null,
  entry_id uuid,
  judged_at timestamp with time zone not null,
  actor_id uuid not null,
  actor_name text not null,
  constraint promise_judgement_pkey PRIMARY KEY (company_id, promise_id, number),
  constraint judgement_has_its_promise FOREIGN KEY (company_id, promise_id) REFERENCES promise(company_id, id),
  constraint judgement_cause_is_known CHECK ((cause = ANY (ARRAY['made'::text, 'posting'::text, 'day'::text, 'withdrawal'::text]))),
  constraint judgement_counts_from_one CHECK ((number > 0))
);
CREATE INDEX promise_judgement_in_order ON promise_judgement USING btree (company_id, judged_at);
alter table promise_judgement enable row level security;
create policy company_isolation on promise_judgement using ((company_id = current_company()));
grant insert, select on promise_judgement to quittance_app;

create table promise_policy (
  company_id uuid not null,
  number integer not null,
  tolerance_days integer not null,
  counts_business_days boolean not null,
  tolerance_basis_points integer not null,
  tolerance_max_minor bigint not null,
  reason text not null,
  set_at timestamp with time zone not null,
  set_by uuid not null,
  set_by_name text not null,
  days_ahead_max integer not null default 60,
  constraint promise_policy_pkey PRIMARY KEY (company_id, number),
  constraint promise_policy_counts_from_one CHECK ((number > 0)),
  constraint promise_policy_days_ahead_are_within_reason CHECK (((days_ahead_max >= 1) AND (days_ahead_max <= 365))),
  constraint promise_policy_has_a_reason CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint promise_policy_is_within_reason CHECK ((((tolerance_days >= 0) AND (tolerance_days <= 30)) AND ((tolerance_basis_points >= 0) AND (tolerance_basis_points <= 1000)) AND (tolerance_max_minor >= 0)))
);
alter table promise_policy enable row level security;
create policy company_isolation on promise_policy using ((company_id = current_company()));
grant insert, select on promise_policy to quittance_app;

create table promise_progress (
  company_id uuid not null,
  judged_through timestamp with time zone not null,
  judged_on date not null,
  constraint promise_progress_pkey PRIMARY KEY (company_id)
);
alter table promise_progress enable row level security;
create policy company_isolation on promise_progress using ((company_id = current_company()));
grant insert, select on promise_progress to quittance_app;
grant update (judged_through, judged_on) on promise_progress to quittance_app;

create table quittance_migration (
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint quittance_migration_pkey PRIMARY KEY (number)
);

create table receipt_advice (
  company_id uuid not null,
  id uuid not null,
  receipt_item_id uuid not null,
  advice_id uuid not null,
  linked_by text not null,
  linked_at timestamp with time zone not null,
  linked_by_name text not null,
  ended_at timestamp with time zone,
  ended_by_name text,
  ended_reason text,
  constraint receipt_advice_pkey PRIMARY KEY (company_id, id),
  constraint link_has_its_advice FOREIGN KEY (company_id, advice_id) REFERENCES remittance_advice(company_id, id),
  constraint link_ended_says_why CHECK (((ended_at IS NULL) = (ended_reason IS NULL))),
  constraint link_says_how CHECK ((linked_by = ANY (ARRAY['trace'::text, 'payer_and_amount'::text, 'amount'::text, 'person'::text, 'apart'::text])))
);
CREATE INDEX receipt_advice_by_advice ON receipt_advice USING btree (company_id, advice_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX receipt_advice_once ON receipt_advice USING btree (company_id, receipt_item_id, advice_id) WHERE (ended_at IS NULL);
alter table receipt_advice enable row level security;
create policy company_isolation on receipt_advice using ((company_id = current_company()));
grant insert, select on receipt_advice to quittance_app;
grant update (ended_at, ended_by_name, ended_reason) on receipt_advice to quittance_app;

create table receipt_claim (
  company_id uuid not null,
  receipt_item_id uuid not null,
  claimed_by uuid not null,
  claimed_by_name text not null,
  claimed_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint receipt_claim_pkey PRIMARY KEY (company_id, receipt_item_id),
  constraint claim_ends_after_it_began CHECK ((expires_at > claimed_at))
);
alter table receipt_claim enable row level security;
create policy company_isolation on receipt_claim using ((company_id = current_company()));
grant delete, insert, select on receipt_claim to quittance_app;
grant update (claimed_by, claimed_by_name, claimed_at, expires_at) on receipt_claim to quittance_app;

create table receipt_decision (
  company_id uuid not null,
  receipt_item_id uuid not null,
  number integer not null,
  is_current boolean not null,
  decision text not null,
  state text not null,
  rule text,
  explanation text,
  customer_id uuid,
  currency text not null,
  amount_minor bigint not null,
  unapplied_minor bigint not null,
  allocations jsonb not null,
  evidence jsonb not null,
  sentence text not null,
  alternatives jsonb not null,
  alternatives_count integer not null,
  rejected jsonb not null,
  question jsonb,
  would_change_if jsonb not null,
  policy_version text not null,
  decided_at timestamp with time zone not null,
  decided_by uuid not null,
  decided_by_name text not null,
  hold_ids uuid[] not null default '{}'::uuid[],
  settled_at timestamp with time zone,
  settled_by uuid,
  settled_by_name text,
  entry_ids uuid[] not null default '{}'::uuid[],
  ended_at timestamp with time zone,
  ended_by uuid,
  ended_reason text,
  deductions jsonb not null default '[]'::jsonb,
  question_code text generated always as ((question ->> 'code'::text)) stored,
  names_items boolean generated always as ((evidence @? '$[*]."kind"?(@ starts with "reference" && @ != "reference_unknown" || @ == "only_settled_cited")'::jsonpath)) stored,
  lines_count integer generated always as (jsonb_array_length(allocations)) stored,
  constraint receipt_decision_pkey PRIMARY KEY (company_id, receipt_item_id, number),
  constraint auto_never_waits CHECK (((decision <> 'auto'::text) OR (state <> 'waiting'::text))),
  constraint decision_end_is_whole CHECK (((ended_at IS NOT NULL) = (state = ANY (ARRAY['undone'::text, 'replaced'::text, 'withdrawn'::text])))),
  constraint decision_is_known CHECK ((decision = ANY (ARRAY['auto'::text, 'suggest'::text, 'exception'::text, 'manual'::text]))),
  constraint decision_settlement_is_whole CHECK ((((settled_at IS NOT NULL) = (state = ANY (ARRAY['posted'::text, 'on_account'::text, 'not_ours'::text, 'undone'::text]))) AND ((settled_at IS NULL) = (settled_by IS NULL)))),
  constraint decision_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'posted'::text, 'on_account'::text, 'not_ours'::text, 'undone'::text, 'replaced'::text, 'withdrawn'::text]))),
  constraint exception_deducts_nothing CHECK (((decision <> 'exception'::text) OR (deductions = '[]'::jsonb))),
  constraint exception_proposes_nothing CHECK (((decision <> 'exception'::text) OR (allocations = '[]'::jsonb))),
  constraint hold_belongs_to_what_waits CHECK (((state = 'waiting'::text) OR (hold_ids = '{}'::uuid[])))
);
CREATE UNIQUE INDEX receipt_decision_is_single ON receipt_decision USING btree (company_id, receipt_item_id) WHERE is_current;
CREATE INDEX receipt_decision_posted ON receipt_decision USING btree (company_id, settled_at, receipt_item_id) WHERE (is_current AND (state = ANY (ARRAY['posted'::text, 'not_ours'::text])));
CREATE INDEX receipt_decision_waiting ON receipt_decision USING btree (company_id, receipt_item_id) WHERE (state = 'waiting'::text);
alter table receipt_decision enable row level security;
create policy company_isolation on receipt_decision using ((company_id = current_company()));
grant insert, select on receipt_decision to quittance_app;
grant update (is_current, state, hold_ids, settled_at, settled_by, settled_by_name, entry_ids, ended_at, ended_by, ended_reason) on receipt_decision to quittance_app;

create table receipt_question (
  company_id uuid not null,
  id uuid not null,
  receipt_item_id uuid not null,
  customer_id uuid,
  question_code text,
  language text not null,
  address text not null,
  subject text not null,
  body text not null,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  asked_by_name text not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  answered_by_name text,
  answer text,
  constraint receipt_question_pkey PRIMARY KEY (company_id, id),
  constraint question_answer_is_whole CHECK ((((answered_at IS NULL) = (answered_by IS NULL)) AND ((answered_at IS NULL) = (answer IS NULL)))),
  constraint question_texts_are_limited CHECK (((length(subject) <= 200) AND (length(body) <= 10000) AND (length(address) <= 320)))
);
CREATE INDEX receipt_question_by_receipt ON receipt_question USING btree (company_id, receipt_item_id, asked_at);
alter table receipt_question enable row level security;
create policy company_isolation on receipt_question using ((company_id = current_company()));
grant insert, select on receipt_question to quittance_app;
grant update (answered_at, answered_by, answered_by_name, answer) on receipt_question to quittance_app;

create table receipt_research (
  company_id uuid not null,
  item_id uuid not null,
  owner_id uuid,
  owner_name text,
  next_step text,
  next_step_words text,
  next_due_on date,
  root_cause text,
  root_cause_words text,
  changed_by uuid not null,
  changed_by_name text not null,
  changed_at timestamp with time zone not null,
  constraint receipt_research_pkey PRIMARY KEY (company_id, item_id),
  constraint research_has_its_item FOREIGN KEY (company_id, item_id) REFERENCES item(company_id, id),
  constraint research_cause_is_known CHECK ((root_cause = ANY (ARRAY['no_remittance'::text, 'wrong_reference'::text, 'closed_invoice'::text, 'wrong_entity'::text, 'duplicate'::text, 'prepayment'::text, 'over_payment'::text, 'unknown_payer'::text, 'other'::text]))),
  constraint research_other_cause_has_words CHECK (((root_cause <> 'other'::text) OR (length(root_cause_words) > 0))),
  constraint research_other_step_has_words CHECK (((next_step <> 'other'::text) OR (length(next_step_words) > 0))),
  constraint research_owner_has_a_name CHECK (((owner_id IS NULL) = (owner_name IS NULL))),
  constraint research_step_has_a_day CHECK (((next_step IS NULL) = (next_due_on IS NULL))),
  constraint research_step_is_known CHECK ((next_step = ANY (ARRAY['ask_customer'::text, 'find_remittance'::text, 'ask_sales'::text, 'ask_bank'::text, 'check_other_company'::text, 'apply'::text, 'refund'::text, 'transfer'::text, 'other'::text])))
);
alter table receipt_research enable row level security;
create policy company_isolation on receipt_research using ((company_id = current_company()));
grant insert, select on receipt_research to quittance_app;
grant update (owner_id, owner_name, next_step, next_step_words, next_due_on, root_cause, root_cause_words, changed_by, changed_by_name, changed_at) on receipt_research to quittance_app;

create table receipt_to_decide (
  company_id uuid not null,
  receipt_item_id uuid not null,
  asked_at timestamp with time zone not null,
  taken_at timestamp with time zone,
  constraint receipt_to_decide_pkey PRIMARY KEY (company_id, receipt_item_id)
);
CREATE INDEX receipt_to_decide_by_time ON receipt_to_decide USING btree (company_id, asked_at, receipt_item_id);
alter table receipt_to_decide enable row level security;
create policy company_isolation on receipt_to_decide using ((company_id = current_company()));
grant delete, insert, select, update on receipt_to_decide to quittance_app;

create table reference_rate (
  company_id uuid not null,
  name text not null,
  valid_from date not null,
  rate_e4 integer not null,
  set_at timestamp with time zone not null,
  set_by uuid not null,
  set_by_name text not null,
  constraint reference_rate_pkey PRIMARY KEY (company_id, name, valid_from),
  constraint reference_rate_is_within_reason CHECK (((rate_e4 >= '-1000000'::integer) AND (rate_e4 <= 1000000))),
  constraint reference_rate_name_is_known CHECK ((name = 'ecb'::text))
);
alter table reference_rate enable row level security;
create policy company_isolation on reference_rate using ((company_id = current_company()));
grant delete, insert, select on reference_rate to quittance_app;
grant update (rate_e4, set_at, set_by, set_by_name) on reference_rate to quittance_app;

create table refund_payment (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  entry_id uuid not null,
  customer_id uuid not null,
  item_id uuid not null,
  account text not null,
  holder text not null,
  currency text not null,
  amount_minor bigint not null,
  reference text not null,
  state text not null default 'due'::text,
  list_id uuid,
  handed_over_by_name text,
  handed_over_at timestamp with time zone,
  bank_line_id uuid,
  settled_by_name text,
  settled_at timestamp with time zone,
  settled_words text,
  created_at timestamp with time zone not null,
  constraint refund_payment_pkey PRIMARY KEY (company_id, id),
  constraint refund_payment_has_its_request FOREIGN KEY (company_id, request_id) REFERENCES approval_request(company_id, id),
  constraint refund_payment_handed_over_has_a_list CHECK (((state <> ALL (ARRAY['handed_over'::text, 'paid'::text])) OR (list_id IS NOT NULL))),
  constraint refund_payment_is_positive CHECK ((amount_minor > 0)),
  constraint refund_payment_paid_has_a_line_or_words CHECK (((state <> 'paid'::text) OR (bank_line_id IS NOT NULL) OR (length(settled_words) > 0))),
  constraint refund_payment_state_is_known CHECK ((state = ANY (ARRAY['due'::text, 'handed_over'::text, 'paid'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE UNIQUE INDEX bank_line_pays_one_refund ON refund_payment USING btree (company_id, bank_line_id) WHERE (bank_line_id IS NOT NULL);
CREATE UNIQUE INDEX refund_is_paid_once ON refund_payment USING btree (company_id, entry_id) WHERE (state = ANY (ARRAY['due'::text, 'handed_over'::text, 'paid'::text]));
CREATE INDEX refund_payment_by_state ON refund_payment USING btree (company_id, state, id);
CREATE UNIQUE INDEX refund_reference_is_unique ON refund_payment USING btree (company_id, reference);
CREATE TRIGGER refund_payment_keeps_its_rules BEFORE UPDATE ON refund_payment FOR EACH ROW EXECUTE FUNCTION check_refund_payment();
alter table refund_payment enable row level security;
create policy company_isolation on refund_payment using ((company_id = current_company()));
grant insert, select on refund_payment to quittance_app;
grant update (state, list_id, handed_over_by_name, handed_over_at, bank_line_id, settled_by_name, settled_at, settled_words) on refund_payment to quittance_app;

create table rejected_pair (
  company_id uuid not null,
  receipt_item_id uuid not null,
  item_id uuid not null,
  rejected_at timestamp with time zone not null,
  rejected_by uuid not null,
  reason text not null,
  with_decision integer,
  ended_at timestamp with time zone,
  rejected_by_name text,
  ended_by_name text,
  ended_reason text,
  constraint rejected_pair_pkey PRIMARY KEY (company_id, receipt_item_id, item_id)
);
alter table rejected_pair enable row level security;
create policy company_isolation on rejected_pair using ((company_id = current_company()));
grant insert, select on rejected_pair to quittance_app;
grant update (rejected_at, rejected_by, reason, with_decision, ended_at, rejected_by_name, ended_by_name, ended_reason) on rejected_pair to quittance_app;

create table rejected_payer (
  company_id uuid not null,
  id uuid not null,
  mark text not null,
  key text collate "C" not null,
  customer_id uuid not null,
  receipt_item_id uuid not null,
  with_decision integer not null,
  rejected_at timestamp with time zone not null,
  rejected_by uuid not null,
  rejected_by_name text not null,
  reason text not null,
  ended_at timestamp with time zone,
  ended_by_name text,
  ended_reason text,
  constraint rejected_payer_pkey PRIMARY KEY (company_id, id),
  constraint rejected_mark_is_known CHECK ((mark = ANY (ARRAY['account'::text, 'name'::text]))),
  constraint rejected_payer_end_is_whole CHECK (((ended_at IS NULL) = (ended_reason IS NULL))),
  constraint rejected_payer_has_a_key CHECK ((key <> ''::text))
);
CREATE INDEX rejected_payer_by_receipt ON rejected_payer USING btree (company_id, receipt_item_id);
CREATE UNIQUE INDEX rejected_payer_once ON rejected_payer USING btree (company_id, mark, key, customer_id) WHERE (ended_at IS NULL);
alter table rejected_payer enable row level security;
create policy company_isolation on rejected_payer using ((company_id = current_company()));
grant insert, select on rejected_payer to quittance_app;
grant update (ended_at, ended_by_name, ended_reason) on rejected_payer to quittance_app;

create table remittance_advice (
  company_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  number integer not null,
  part text,
  form text not null,
  is_scanned boolean not null,
  received_on date not null,
  received_at timestamp with time zone not null,
  payer_name text,
  payer_key text not null,
  payer_account text,
  paid_on date,
  trace_number text,
  trace_key text not null,
  currency text not null,
  amount_minor bigint,
  lines_minor bigint,
  line_count integer not null,
  footing text not null,
  content_key text not null,
  told_text text[] not null,
  adjustments jsonb not null,
  checked_at timestamp with time zone,
  checked_by_name text,
  withdrawn_at timestamp with time zone,
  withdrawn_by_name text,
  withdrawn_reason text,
  constraint remittance_advice_pkey PRIMARY KEY (company_id, id),
  constraint advice_has_its_batch FOREIGN KEY (company_id, batch_id) REFERENCES import_batch(company_id, id),
  constraint advice_footing_is_known CHECK ((footing = ANY (ARRAY['ok'::text, 'off'::text, 'unknown'::text]))),
  constraint advice_form_is_known CHECK ((form = ANY (ARRAY['csv'::text, 'html'::text, 'text'::text, 'xlsx'::text, 'edi820'::text, 'remt001'::text, 'pdf'::text, 'scan'::text]))),
  constraint advice_withdrawn_says_why CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))
);
CREATE INDEX advice_by_batch ON remittance_advice USING btree (company_id, batch_id);
CREATE INDEX advice_by_day ON remittance_advice USING btree (company_id, received_on, id) WHERE (withdrawn_at IS NULL);
CREATE INDEX advice_by_payer ON remittance_advice USING btree (company_id, payer_key, received_on) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX advice_is_kept_once ON remittance_advice USING btree (company_id, content_key) WHERE (withdrawn_at IS NULL);
alter table remittance_advice enable row level security;
create policy company_isolation on remittance_advice using ((company_id = current_company()));
grant insert, select on remittance_advice to quittance_app;
grant update (checked_at, checked_by_name, withdrawn_at, withdrawn_by_name, withdrawn_reason) on remittance_advice to quittance_app;

create table remittance_line (
  company_id uuid not null,
  advice_id uuid not null,
  number integer not null,
  "row" integer not null,
  document_kind text,
  document_number text,
  refs jsonb not null,
  issued_on date,
  gross_minor bigint,
  discount_minor bigint,
  adjustments jsonb not null,
  paid_minor bigint,
  told_text text[] not null,
  place jsonb,
  constraint remittance_line_pkey PRIMARY KEY (company_id, advice_id, number),
  constraint line_has_its_advice FOREIGN KEY (company_id, advice_id) REFERENCES remittance_advice(company_id, id)
);
alter table remittance_line enable row level security;
create policy company_isolation on remittance_line using ((company_id = current_company()));
grant insert, select on remittance_line to quittance_app;

create table resolution_session (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  title text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  place text not null default ''::text,
  message text not null default ''::text,
  language text not null,
  state text not null default 'planned'::text,
  sequence integer not null default 0,
  conversation_id uuid,
  reason text,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_by_name text not null,
  changed_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by_name text,
  constraint resolution_session_pkey PRIMARY KEY (company_id, id),
  constraint session_is_with_a_customer FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id),
  constraint session_end_is_whole CHECK (((state = 'planned'::text) = (ended_at IS NULL))),
  constraint session_has_a_title CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint session_is_a_span CHECK (((ends_at > starts_at) AND (ends_at <= (starts_at + '24:00:00'::interval)))),
  constraint session_state_is_known CHECK ((state = ANY (ARRAY['planned'::text, 'held'::text, 'no_show'::text, 'cancelled'::text])))
);
CREATE INDEX session_by_customer ON resolution_session USING btree (company_id, customer_id, starts_at DESC);
CREATE INDEX session_by_time ON resolution_session USING btree (company_id, starts_at, id);
alter table resolution_session enable row level security;
create policy company_isolation on resolution_session using ((company_id = current_company()));
grant insert, select on resolution_session to quittance_app;
grant update (title, starts_at, ends_at, place, message, language, state, sequence, conversation_id, reason, changed_at, ended_at, ended_by_name) on resolution_session to quittance_app;

create table seal (
  company_id uuid not null,
  number bigint not null,
  through_recorded_at timestamp with time zone not null,
  through_entry_id uuid not null,
  entry_count integer not null,
  previous_hash text not null,
  hash text not null,
  sealed_at timestamp with time zone not null,
  constraint seal_pkey PRIMARY KEY (company_id, number)
);
alter table seal enable row level security;
create policy company_isolation on seal using ((company_id = current_company()));
grant insert, select on seal to quittance_app;

create table session (
  token_hash text not null,
  person_id uuid not null,
  opened_by text not null,
  opened_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  address text not null,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint session_opened_by_is_known CHECK ((opened_by = ANY (ARRAY['password'::text, 'link'::text])))
);
CREATE INDEX session_by_person ON session USING btree (person_id);
grant delete, insert, select on session to quittance_app;
grant update (last_seen_at) on session to quittance_app;

create table session_answer (
  company_id uuid not null,
  session_id uuid not null,
  address text not null,
  sequence integer not null,
  answer text not null,
  comment text not null default ''::text,
  answered_at timestamp with time zone not null,
  message_id uuid not null,
  constraint session_answer_pkey PRIMARY KEY (company_id, session_id, address),
  constraint session_answer_is_to_a_session FOREIGN KEY (company_id, session_id) REFERENCES resolution_session(company_id, id),
  constraint session_answer_comment_is_limited CHECK ((length(comment) <= 2000)),
  constraint session_answer_is_known CHECK ((answer = ANY (ARRAY['accepted'::text, 'declined'::text, 'tentative'::text])))
);
alter table session_answer enable row level security;
create policy company_isolation on session_answer using ((company_id = current_company()));
grant insert, select on session_answer to quittance_app;
grant update (sequence, answer, comment, answered_at, message_id) on session_answer to quittance_app;

create table session_invitation (
  company_id uuid not null,
  session_id uuid not null,
  sequence integer not null,
  method text not null,
  message_id uuid not null,
  sent_at timestamp with time zone not null,
  constraint session_invitation_pkey PRIMARY KEY (company_id, session_id, message_id),
  constraint invitation_is_to_a_session FOREIGN KEY (company_id, session_id) REFERENCES resolution_session(company_id, id),
  constraint invitation_method_is_known CHECK ((method = ANY (ARRAY['REQUEST'::text, 'CANCEL'::text])))
);
alter table session_invitation enable row level security;
create policy company_isolation on session_invitation using ((company_id = current_company()));
grant insert, select on session_invitation to quittance_app;

create table session_outcome (
  company_id uuid not null,
  session_id uuid not null,
  point_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  constraint session_outcome_pkey PRIMARY KEY (company_id, point_id, subject_id),
  constraint session_outcome_is_of_a_point FOREIGN KEY (company_id, point_id) REFERENCES session_point(company_id, id),
  constraint session_outcome_kind_is_known CHECK ((kind = ANY (ARRAY['task'::text, 'promise'::text])))
);
alter table session_outcome enable row level security;
create policy company_isolation on session_outcome using ((company_id = current_company()));
grant insert, select on session_outcome to quittance_app;

create table session_person (
  company_id uuid not null,
  session_id uuid not null,
  address text not null,
  name text not null,
  contact_id uuid,
  person_id uuid,
  constraint session_person_pkey PRIMARY KEY (company_id, session_id, address),
  constraint session_person_is_in_a_session FOREIGN KEY (company_id, session_id) REFERENCES resolution_session(company_id, id),
  constraint session_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
alter table session_person enable row level security;
create policy company_isolation on session_person using ((company_id = current_company()));
grant delete, insert, select on session_person to quittance_app;

create table session_point (
  company_id uuid not null,
  session_id uuid not null,
  id uuid not null,
  "position" integer not null,
  kind text not null,
  subject_id uuid,
  title text not null,
  minutes text not null default ''::text,
  constraint session_point_pkey PRIMARY KEY (company_id, id),
  constraint session_point_is_in_a_session FOREIGN KEY (company_id, session_id) REFERENCES resolution_session(company_id, id),
  constraint session_point_has_a_title CHECK (((length(title) >= 1) AND (length(title) <= 300))),
  constraint session_point_kind_is_known CHECK ((kind = ANY (ARRAY['item'::text, 'dispute'::text, 'promise'::text, 'other'::text]))),
  constraint session_point_minutes_are_limited CHECK ((length(minutes) <= 10000))
);
CREATE INDEX session_point_by_session ON session_point USING btree (company_id, session_id, "position");
alter table session_point enable row level security;
create policy company_isolation on session_point using ((company_id = current_company()));
grant delete, insert, select on session_point to quittance_app;
grant update ("position", title, minutes) on session_point to quittance_app;

create table shift (
  company_id uuid not null,
  id uuid not null,
  name text not null,
  time_zone text not null,
  anchor date not null,
  cycle jsonb not null,
  retired_at timestamp with time zone,
  constraint shift_pkey PRIMARY KEY (company_id, id),
  constraint shift_cycle_has_days CHECK (((jsonb_array_length(cycle) >= 1) AND (jsonb_array_length(cycle) <= 56))),
  constraint shift_has_a_name CHECK (((length(name) >= 1) AND (length(name) <= 80)))
);
CREATE UNIQUE INDEX shift_name_is_taken_once ON shift USING btree (company_id, lower(name)) WHERE (retired_at IS NULL);
alter table shift enable row level security;
create policy company_isolation on shift using ((company_id = current_company()));
grant insert, select on shift to quittance_app;
grant update (name, time_zone, anchor, cycle, retired_at) on shift to quittance_app;

create table sign_in_link (
  token_hash text not null,
  person_id uuid not null,
  made_by uuid not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint sign_in_link_pkey PRIMARY KEY (token_hash),
  constraint sign_in_link_made_by_fkey FOREIGN KEY (made_by) REFERENCES actor(id),
  constraint sign_in_link_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
grant delete, insert, select on sign_in_link to quittance_app;
grant update (used_at) on sign_in_link to quittance_app;

create table sign_in_window (
  key text not null,
  started_at timestamp with time zone not null,
  attempts integer not null,
  constraint sign_in_window_pkey PRIMARY KEY (key)
);
grant delete, insert, select, update on sign_in_window to quittance_app;

create table statement_release (
  company_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  fingerprint text not null,
  reason text not null,
  state text not null default 'waiting'::text,
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamp with time zone not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamp with time zone,
  words text,
  constraint statement_release_pkey PRIMARY KEY (company_id, id),
  constraint release_decided_is_whole CHECK ((((state = 'waiting'::text) = (decided_by IS NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL)))),
  constraint release_has_a_reason CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint release_is_decided_by_another CHECK ((decided_by <> asked_by)),
  constraint release_refused_has_words CHECK (((state <> 'refused'::text) OR (length(words) > 0))),
  constraint release_state_is_known CHECK ((state = ANY (ARRAY['waiting'::text, 'given'::text, 'refused'::text])))
);
CREATE INDEX release_by_batch ON statement_release USING btree (company_id, batch_id, id);
CREATE UNIQUE INDEX release_waits_once ON statement_release USING btree (company_id, batch_id) WHERE (state = 'waiting'::text);
CREATE TRIGGER statement_release_keeps_its_rules BEFORE UPDATE ON statement_release FOR EACH ROW EXECUTE FUNCTION check_statement_release();
alter table statement_release enable row level security;
create policy company_isolation on statement_release using ((company_id = current_company()));
grant insert, select on statement_release to quittance_app;
grant update (state, decided_by, decided_by_name, decided_at, words) on statement_release to quittance_app;

create table suppressed_address (
  company_id uuid not null,
  id uuid not null,
  address text not null,
  reason text not null,
  note text,
  message_id uuid,
  since timestamp with time zone not null,
  lifted_at timestamp with time zone,
  lifted_by uuid,
  lifted_by_name text,
  lift_reason text,
  constraint suppressed_address_pkey PRIMARY KEY (company_id, id),
  constraint suppression_address_is_lower CHECK ((address = lower(address))),
  constraint suppression_lift_is_whole CHECK (((lifted_at IS NULL) = (lift_reason IS NULL))),
  constraint suppression_reason_is_known CHECK ((reason = ANY (ARRAY['bounced'::text, 'complained'::text, 'unsubscribed'::text])))
);
CREATE UNIQUE INDEX suppression_is_in_force_once ON suppressed_address USING btree (company_id, address) WHERE (lifted_at IS NULL);
alter table suppressed_address enable row level security;
create policy company_isolation on suppressed_address using ((company_id = current_company()));
grant insert, select on suppressed_address to quittance_app;
grant update (lifted_at, lifted_by, lifted_by_name, lift_reason) on suppressed_address to quittance_app;

create table task (
  company_id uuid not null,
  id uuid not null,
  title text not null,
  note text not null default ''::text,
  subject_kind text,
  subject_id uuid,
  customer_id uuid,
  assignee_id uuid not null,
  due_at timestamp with time zone not null,
  status text not null default 'open'::text,
  recurrence jsonb,
  is_pinned boolean not null default false,
  escalated_at timestamp with time zone,
  escalated_to uuid,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_by_name text not null,
  ended_at timestamp with time zone,
  act jsonb,
  end_reason text,
  constraint task_pkey PRIMARY KEY (company_id, id),
  constraint task_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES person(id),
  constraint task_escalated_to_fkey FOREIGN KEY (escalated_to) REFERENCES person(id),
  constraint task_is_of_a_customer FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id),
  constraint task_end_is_whole CHECK (((status = 'open'::text) = (ended_at IS NULL))),
  constraint task_end_reason_is_short CHECK (((length(end_reason) >= 1) AND (length(end_reason) <= 500))),
  constraint task_escalation_is_whole CHECK (((escalated_at IS NULL) = (escalated_to IS NULL))),
  constraint task_has_a_title CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint task_note_is_limited CHECK ((length(note) <= 10000)),
  constraint task_status_is_known CHECK ((status = ANY (ARRAY['open'::text, 'done'::text, 'cancelled'::text]))),
  constraint task_subject_is_known CHECK ((subject_kind = ANY (ARRAY['customer'::text, 'item'::text, 'promise'::text, 'case'::text]))),
  constraint task_subject_is_whole CHECK (((subject_kind IS NULL) = (subject_id IS NULL)))
);
CREATE INDEX task_by_assignee ON task USING btree (company_id, assignee_id, due_at, id) WHERE (status = 'open'::text);
CREATE INDEX task_by_customer ON task USING btree (company_id, customer_id, due_at) WHERE (customer_id IS NOT NULL);
CREATE INDEX task_by_due ON task USING btree (company_id, status, due_at, id);
CREATE INDEX task_by_escalation ON task USING btree (company_id, escalated_to) WHERE ((status = 'open'::text) AND (escalated_to IS NOT NULL));
CREATE TRIGGER task_is_found_by_its_new_words AFTER UPDATE ON task REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION index_tasks();
CREATE TRIGGER task_is_found_by_its_words AFTER INSERT ON task REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION index_tasks();
alter table task enable row level security;
create policy company_isolation on task using ((company_id = current_company()));
grant insert, select on task to quittance_app;
grant update (title, note, assignee_id, due_at, status, recurrence, is_pinned, escalated_at, escalated_to, ended_at, act, end_reason) on task to quittance_app;

create table task_change (
  company_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  action text not null,
  before jsonb,
  after jsonb,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  changed_by_name text not null,
  constraint task_change_pkey PRIMARY KEY (company_id, id),
  constraint task_change_is_of_a_task FOREIGN KEY (company_id, task_id) REFERENCES task(company_id, id)
);
CREATE INDEX task_change_by_task ON task_change USING btree (company_id, task_id, changed_at);
CREATE INDEX task_change_repeats ON task_change USING btree (company_id, ((after ->> 'of'::text))) WHERE (action = 'task.repeat'::text);
alter table task_change enable row level security;
create policy company_isolation on task_change using ((company_id = current_company()));
grant insert, select on task_change to quittance_app;

create table task_escalation (
  company_id uuid not null,
  after_minutes integer not null,
  to_person uuid not null,
  constraint task_escalation_pkey PRIMARY KEY (company_id),
  constraint task_escalation_to_person_fkey FOREIGN KEY (to_person) REFERENCES person(id),
  constraint escalation_waits_a_while CHECK (((after_minutes >= 0) AND (after_minutes <= 100000)))
);
alter table task_escalation enable row level security;
create policy company_isolation on task_escalation using ((company_id = current_company()));
grant delete, insert, select on task_escalation to quittance_app;
grant update (after_minutes, to_person) on task_escalation to quittance_app;

create table task_mention (
  company_id uuid not null,
  task_id uuid not null,
  person_id uuid not null,
  mentioned_at timestamp with time zone not null,
  mentioned_by_name text not null,
  seen_at timestamp with time zone,
  constraint task_mention_pkey PRIMARY KEY (company_id, task_id, person_id),
  constraint mention_is_in_a_task FOREIGN KEY (company_id, task_id) REFERENCES task(company_id, id),
  constraint task_mention_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX task_mention_by_person ON task_mention USING btree (company_id, person_id, mentioned_at);
alter table task_mention enable row level security;
create policy company_isolation on task_mention using ((company_id = current_company()));
grant insert, select on task_mention to quittance_app;
grant update (mentioned_at, mentioned_by_name, seen_at) on task_mention to quittance_app;

create table work_assignment (
  company_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  team_id uuid,
  shift_id uuid,
  from_on date not null,
  until_on date,
  recorded_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint work_assignment_pkey PRIMARY KEY (company_id, id),
  constraint assignment_is_to_a_shift FOREIGN KEY (company_id, shift_id) REFERENCES shift(company_id, id),
  constraint assignment_is_to_a_team FOREIGN KEY (company_id, team_id) REFERENCES work_team(company_id, id),
  constraint work_assignment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint assignment_ends_after_it_began CHECK ((until_on >= from_on)),
  constraint assignment_is_to_something CHECK (((team_id IS NOT NULL) OR (shift_id IS NOT NULL)))
);
CREATE INDEX work_assignment_by_person ON work_assignment USING btree (company_id, person_id, from_on) WHERE (withdrawn_at IS NULL);
alter table work_assignment enable row level security;
create policy company_isolation on work_assignment using ((company_id = current_company()));
grant insert, select on work_assignment to quittance_app;
grant update (until_on, withdrawn_at) on work_assignment to quittance_app;

create table work_team (
  company_id uuid not null,
  id uuid not null,
  name text not null,
  shift_id uuid not null,
  holiday_lists text[] not null,
  retired_at timestamp with time zone,
  constraint work_team_pkey PRIMARY KEY (company_id, id),
  constraint team_works_in_a_shift FOREIGN KEY (company_id, shift_id) REFERENCES shift(company_id, id),
  constraint team_has_a_name CHECK (((length(name) >= 1) AND (length(name) <= 80)))
);
CREATE UNIQUE INDEX team_name_is_taken_once ON work_team USING btree (company_id, lower(name)) WHERE (retired_at IS NULL);
alter table work_team enable row level security;
create policy company_isolation on work_team using ((company_id = current_company()));
grant insert, select on work_team to quittance_app;
grant update (name, shift_id, holiday_lists, retired_at) on work_team to quittance_app;

create table worklist_entry (
  company_id uuid not null,
  customer_id uuid not null,
  score smallint not null,
  parts jsonb not null,
  collectable_minor bigint not null,
  open_minor bigint not null,
  overdue_minor bigint not null,
  held_minor bigint not null,
  credits_minor bigint not null,
  oldest_due_on date,
  last_contact_on date,
  last_contact_kind text,
  quiet_until date,
  quiet_reason text,
  is_quiet boolean not null,
  strategy_name text,
  constraint worklist_entry_pkey PRIMARY KEY (company_id, customer_id),
  constraint worklist_amounts_are_not_negative CHECK (((collectable_minor >= 0) AND (open_minor >= 0) AND (overdue_minor >= 0) AND (held_minor >= 0) AND (credits_minor >= 0))),
  constraint worklist_score_is_of_100 CHECK (((score >= 0) AND (score <= 100)))
);
CREATE INDEX worklist_ranked ON worklist_entry USING btree (company_id, score DESC, customer_id) WHERE ((collectable_minor > 0) AND (NOT is_quiet));
alter table worklist_entry enable row level security;
create policy company_isolation on worklist_entry using ((company_id = current_company()));
grant delete, insert, select, update on worklist_entry to quittance_app;

create table worklist_evening (
  company_id uuid not null,
  day date not null,
  customer_id uuid not null,
  score smallint not null,
  collectable_minor bigint not null,
  strategy_number integer not null default 0,
  constraint worklist_evening_pkey PRIMARY KEY (company_id, day, customer_id)
);
alter table worklist_evening enable row level security;
create policy company_isolation on worklist_evening using ((company_id = current_company()));
grant delete, insert, select, update on worklist_evening to quittance_app;

create table worklist_mark (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null,
  back_on date not null,
  reason text,
  marked_on date not null,
  marked_at timestamp with time zone not null,
  marked_by uuid not null,
  marked_by_name text not null,
  withdrawn_at timestamp with time zone,
  constraint worklist_mark_pkey PRIMARY KEY (company_id, id),
  constraint mark_is_of_a_customer FOREIGN KEY (company_id, customer_id) REFERENCES customer(company_id, id) ON DELETE CASCADE,
  constraint mark_comes_back_later CHECK (((back_on > marked_on) AND (back_on <= (marked_on + 400)))),
  constraint mark_kind_is_known CHECK ((kind = ANY (ARRAY['done'::text, 'snoozed'::text]))),
  constraint mark_reason_is_short CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
);
CREATE INDEX worklist_mark_by_customer ON worklist_mark USING btree (company_id, customer_id, marked_at DESC) WHERE (withdrawn_at IS NULL);
CREATE INDEX worklist_mark_by_day ON worklist_mark USING btree (company_id, back_on) WHERE (withdrawn_at IS NULL);
alter table worklist_mark enable row level security;
create policy company_isolation on worklist_mark using ((company_id = current_company()));
grant insert, select on worklist_mark to quittance_app;
grant update (withdrawn_at) on worklist_mark to quittance_app;

create table worklist_state (
  company_id uuid not null,
  refreshed_on date not null,
  refreshed_through timestamp with time zone not null,
  usual_overdue_minor bigint not null,
  customers integer not null,
  customers_in_all integer not null,
  quiet_customers integer not null,
  collectable_minor bigint not null,
  since_on date,
  strategy_number integer not null default 0,
  constraint worklist_state_pkey PRIMARY KEY (company_id)
);
alter table worklist_state enable row level security;
create policy company_isolation on worklist_state using ((company_id = current_company()));
grant delete, insert, select, update on worklist_state to quittance_app;

create table written_search (
  company_id uuid not null,
  kind text not null,
  id uuid not null,
  customer_id uuid,
  at timestamp with time zone not null,
  words tsvector not null,
  constraint written_search_pkey PRIMARY KEY (company_id, kind, id),
  constraint written_search_kind_is_known CHECK ((kind = ANY (ARRAY['activity'::text, 'task'::text, 'promise'::text])))
);
CREATE INDEX written_search_by_customer ON written_search USING btree (company_id, customer_id, at DESC, id DESC) WHERE (customer_id IS NOT NULL);
CREATE INDEX written_search_latest ON written_search USING btree (company_id, at DESC, id DESC);
CREATE INDEX written_search_words ON written_search USING gin (words);
alter table written_search enable row level security;
create policy company_isolation on written_search using ((company_id = current_company()));
grant select on written_search to quittance_app;
