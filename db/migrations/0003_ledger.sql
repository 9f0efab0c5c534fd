-- The ledger of open items. A journal entry is an immutable, balanced set of postings; everything else is derived from them.
-- An entry, the items it opens and all its postings arrive in ONE statement (insert ... with data-modifying CTEs), so that
-- the statement triggers below, which run at its end, see them whole. They are the second guard; `post` is the first.

-- Where a company's ledger stands. A row is made with the company's first use.
create table ledger_book (
  company_id uuid primary key,
  closed_through date,
  closing_through date,
  constraint closing_is_after_closed check (closing_through is null or closed_through is null or closing_through > closed_through)
);

-- Who could open a closed period again could change what was reported.
create function check_book() returns trigger language plpgsql as $$
begin
  if old.closed_through is not null and (new.closed_through is null or new.closed_through < old.closed_through) then
    raise exception using errcode = 'integrity_constraint_violation', message = 'closed_period_stays_closed',
      constraint = 'closed_period_stays_closed', detail = format('closed through %s', old.closed_through);
  end if;
  return new;
end
$$;
create trigger closed_period_stays_closed before update on ledger_book for each row execute function check_book();

-- The general-ledger code of each posting account of a company.
create table posting_account (
  company_id uuid not null,
  account text not null,
  gl_code text not null,
  name text not null,
  primary key (company_id, account)
);

-- What a customer sees: one invoice, credit note, receipt. It opens one item, or one for each instalment.
create table document (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  number text collate "C" not null,
  -- the number as a payer might write it: capitals and digits, no leading zeros (core: matching/token)
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
  primary key (company_id, id),
  constraint document_kind_is_known check (kind in ('invoice', 'debit_note', 'chargeback', 'credit_note', 'on_account_credit', 'receipt')),
  constraint document_amount_is_positive check (amount_minor > 0)
);
create unique index document_number_is_unique on document (company_id, kind, number) where cancelled_by_entry_id is null;
create index document_by_number_key on document (company_id, number_key);
create index document_by_batch on document (company_id, batch_id) where batch_id is not null;

-- Anything that can be open on a customer's account: debits positive, credits negative. Its open amount is the sum of its postings.
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
  -- when its latest entry was recorded
  last_recorded_at timestamptz,
  has_moved boolean not null default false,
  settled_minor bigint not null default 0,
  settled_functional_minor bigint not null default 0,
  open_minor bigint generated always as (amount_minor - settled_minor) stored,
  note text,
  primary key (company_id, id),
  constraint item_account_is_control check (account in ('receivable', 'unapplied')),
  constraint item_amount_is_not_zero check (amount_minor <> 0),
  constraint item_open_between_zero_and_amount check (
    (amount_minor > 0 and settled_minor between 0 and amount_minor) or
    (amount_minor < 0 and settled_minor between amount_minor and 0)),
  constraint item_closed_carries_nothing check (settled_minor <> amount_minor or settled_functional_minor = functional_minor)
);
create index item_open on item (company_id, customer_id, due_on) include (account, currency, open_minor) where open_minor <> 0;
create index item_open_by_amount on item (company_id, currency, open_minor) where open_minor <> 0;
create index item_by_customer on item (company_id, customer_id, id);

create table entry (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  effective_on date not null,
  recorded_at timestamptz not null,
  posting_count smallint not null,
  currency text not null,
  -- the headline amount, positive: what an application applies, a reversal undoes
  amount_minor bigint not null,
  -- the entry this one undoes, wholly or in part; never itself a reversal
  reverses_entry_id uuid,
  -- the entry this one falls with: the discount granted with an application
  depends_on_entry_id uuid,
  -- pairs this entry with the one in another company
  event_id uuid,
  -- all entries of one command
  command_id uuid not null,
  batch_id uuid,
  actor_id uuid not null,
  reason text,
  note text,
  primary key (company_id, id),
  constraint entry_kind_is_known check (kind in (
    'document', 'receipt', 'application', 'cash_discount', 'small_difference', 'deduction', 'write_off', 'bank_fee',
    'withholding_tax', 'refund', 'suspense', 'intercompany', 'unclaimed_credit', 'due_date_change', 'identification',
    'revaluation', 'reversal', 'undo')),
  constraint entry_has_two_postings_or_more check (posting_count >= 2),
  constraint entry_amount_is_not_negative check (amount_minor >= 0),
  constraint reversal_names_its_entry check ((kind in ('reversal', 'undo')) = (reverses_entry_id is not null)),
  constraint undo_has_an_amount check (kind <> 'undo' or amount_minor > 0)
);
create unique index entry_is_reversed_once on entry (company_id, reverses_entry_id) where kind = 'reversal';
create index entry_by_reversed on entry (company_id, reverses_entry_id) where reverses_entry_id is not null;
create index entry_by_dependence on entry (company_id, depends_on_entry_id) where depends_on_entry_id is not null;
create index entry_by_event on entry (company_id, event_id) where event_id is not null;
create index entry_by_time on entry (company_id, recorded_at, id);

create table posting (
  company_id uuid not null,
  entry_id uuid not null,
  line smallint not null,
  account text not null,
  effective_on date not null,
  recorded_at timestamptz not null,
  currency text not null,
  amount_minor bigint not null,
  functional_minor bigint not null,
  customer_id uuid,
  item_id uuid,
  due_on date,
  primary key (company_id, entry_id, line),
  constraint posting_account_is_known check (account in (
    'receivable', 'unapplied', 'cash', 'billing', 'cash_discount', 'small_difference', 'deduction', 'bad_debt', 'bank_fee',
    'withholding_tax', 'refund', 'suspense', 'intercompany', 'unclaimed_credit', 'fx_realised', 'fx_clearing',
    'fx_unrealised', 'receivable_revaluation')),
  constraint control_posting_names_item_and_date check (
    case when account in ('receivable', 'unapplied')
      then item_id is not null and customer_id is not null and due_on is not null
      else item_id is null and customer_id is null and due_on is null end)
);
create index posting_control on posting (company_id, account, effective_on)
  include (customer_id, due_on, amount_minor, recorded_at, currency) where item_id is not null;
create index posting_by_item on posting (company_id, item_id) where item_id is not null;
create index posting_by_time on posting using brin (recorded_at);

-- How much of an entry has been undone so far. Kept by the trigger.
create table entry_undo (
  company_id uuid not null,
  entry_id uuid not null,
  amount_minor bigint not null,
  undone_minor bigint not null,
  primary key (company_id, entry_id),
  constraint undone_not_above_original check (undone_minor between 0 and amount_minor)
);

-- Where an item stood from which day on, when it moved to another customer or due date. Kept by the trigger. `step` counts
-- the moves of an item as they happened: `recorded_at` is when a transaction began, which two that overlap may have crosswise.
create table item_position (
  company_id uuid not null,
  item_id uuid not null,
  entry_id uuid not null,
  step int not null,
  effective_on date not null,
  customer_id uuid not null,
  due_on date not null,
  primary key (company_id, item_id, entry_id)
);

create function refuse(rule text, detail text) returns void language plpgsql as $$
begin
  raise exception using errcode = 'integrity_constraint_violation', message = rule, detail = detail, constraint = rule;
end
$$;

-- A document names a customer of its company.
create function check_new_documents() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare bad record;
begin
  select a.number, a.customer_id into bad from added a
    where not exists (select from customer c where c.company_id = a.company_id and c.id = a.customer_id) limit 1;
  if found then perform refuse('document_has_its_customer', format('document %s names customer %s', bad.number, bad.customer_id)); end if;
  return null;
end
$$;
create trigger document_has_its_customer after insert on document
  referencing new table as added for each statement execute function check_new_documents();

-- An item arrives with the postings that open it: same customer, currency, due date, and exactly its amount.
create function check_new_items() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;
create trigger item_opens_with_its_postings after insert on item
  referencing new table as added for each statement execute function check_new_items();

-- An entry arrives with its postings, is dated by the rules, and undoes no more than there is.
create function check_new_entries() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
$$;
create trigger entry_arrives_with_its_postings after insert on entry
  referencing new table as added for each statement execute function check_new_entries();
create index item_by_opening_entry on item (company_id, opening_entry_id);

-- Notes where entries move items: legs of one item in one entry that cancel move it, to the position on which its sign then
-- stands. In the end all that is open of an item stands on its position, and nothing is left anywhere else.
create function move_items(entry_ids uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
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
            select company_id, entry_id, item_id from posting
              where company_id = current_company() and entry_id = any(entry_ids) and item_id is not null
              group by company_id, entry_id, item_id having count(*) > 1 and sum(amount_minor) = 0) m
          join posting a on a.company_id = m.company_id and a.entry_id = m.entry_id and a.item_id = m.item_id
          join entry e on e.company_id = a.company_id and e.id = a.entry_id
          join item i on i.company_id = a.company_id and i.id = a.item_id
          where a.effective_on = e.effective_on and sign(a.amount_minor) = sign(i.amount_minor)
          order by a.item_id, a.entry_id, a.line desc) t;

  with change as (
    select p.item_id, p.customer_id, p.due_on, sum(p.amount_minor) as amount_minor
      from posting p join item i on i.company_id = p.company_id and i.id = p.item_id and i.opening_entry_id <> p.entry_id
      where p.company_id = current_company() and p.entry_id = any(entry_ids)
      group by p.item_id, p.customer_id, p.due_on
  ), total as (
    select item_id, sum(amount_minor) as amount_minor from change group by item_id
  ), latest as (
    select distinct on (item_id) item_id, customer_id, due_on from item_position
      where company_id = current_company() and entry_id = any(entry_ids) order by item_id, step desc
  )
  select i.number, c.customer_id, c.due_on into bad
    from change c
    join total t on t.item_id = c.item_id
    join item i on i.company_id = current_company() and i.id = c.item_id
    left join latest l on l.item_id = c.item_id
    where c.amount_minor <>
      case when c.customer_id = coalesce(l.customer_id, i.customer_id) and c.due_on = coalesce(l.due_on, i.due_on) then i.open_minor else 0 end
      - case when c.customer_id = i.customer_id and c.due_on = i.due_on then i.open_minor - t.amount_minor else 0 end
    limit 1;
  if found then
    perform refuse('item_stands_in_one_place', format('item %s, customer %s, due %s', bad.number, bad.customer_id, bad.due_on));
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
revoke execute on function move_items(uuid[]) from public;

-- Postings arrive whole, balanced and dated by the rules, and settle their items.
create function check_new_postings() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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

  -- The opening postings define the amount; all later ones settle it.
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

  -- Most changes happen to items where they stand. The others cross an earlier move, or move the item.
  if elsewhere > 0 then
    perform move_items(array(select distinct a.entry_id from added a));
  end if;
  return null;
end
$$;
create trigger postings_arrive_whole after insert on posting
  referencing new table as added for each statement execute function check_new_postings();

-- Acts dated in the future wait here, shown beside the figures and never in them.
create table pending_act (
  company_id uuid not null,
  id uuid not null,
  effective_on date not null,
  kind text not null,
  body jsonb not null,
  actor_id uuid not null,
  created_at timestamptz not null,
  state text not null default 'waiting',
  outcome text,
  settled_at timestamptz,
  primary key (company_id, id),
  constraint pending_state_is_known check (state in ('waiting', 'done', 'refused', 'withdrawn'))
);
create index pending_act_waiting on pending_act (company_id, effective_on) where state = 'waiting';

-- A fact on an item or a customer that stops others from sending or posting.
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
  placed_at timestamptz not null,
  released_by uuid,
  released_at timestamptz,
  primary key (company_id, id),
  constraint hold_release_is_whole check ((released_by is null) = (released_at is null))
);
create index hold_in_force on hold (company_id, customer_id, item_id) where released_at is null;

-- Units of functional currency for one unit of the other, on a day and until the next given one.
create table fx_rate (
  company_id uuid not null,
  currency text not null,
  quoted_on date not null,
  rate numeric(20, 10) not null,
  recorded_at timestamptz not null,
  primary key (company_id, currency, quoted_on),
  constraint fx_rate_is_positive check (rate > 0)
);

-- What a closed month printed when it was closed.
create table period_close (
  company_id uuid not null,
  ends_on date not null,
  closed_at timestamptz not null,
  actor_id uuid not null,
  known_at timestamptz not null,
  control_totals jsonb not null,
  primary key (company_id, ends_on)
);

-- Control balances at a month's end as known at `known_at`: a shortcut for later questions, never for earlier knowledge.
create table month_end_snapshot (
  company_id uuid not null,
  ends_on date not null,
  known_at timestamptz not null,
  primary key (company_id, ends_on)
);
create table month_end_balance (
  company_id uuid not null,
  ends_on date not null,
  account text not null,
  customer_id uuid not null,
  due_on date not null,
  currency text not null,
  amount_minor bigint not null,
  primary key (company_id, ends_on, account, customer_id, due_on, currency)
);

-- A chain of hashes over batches of entries in the order (recorded_at, id).
create table seal (
  company_id uuid not null,
  number bigint not null,
  through_recorded_at timestamptz not null,
  through_entry_id uuid not null,
  entry_count int not null,
  previous_hash text not null,
  hash text not null,
  sealed_at timestamptz not null,
  primary key (company_id, number)
);

-- One side of a transfer to or from another company; `verify` lists those without their other side.
create table intercompany_transfer (
  company_id uuid not null,
  event_id uuid not null,
  direction text not null,
  other_company_id uuid not null,
  entry_id uuid not null,
  currency text not null,
  amount_minor bigint not null,
  item_id uuid not null,
  recorded_at timestamptz not null,
  primary key (company_id, event_id, direction),
  constraint transfer_direction_is_known check (direction in ('out', 'in'))
);

-- Whether both sides of a transfer are there. The other side belongs to another company, so its row is not visible as such.
create function intercompany_is_paired(event uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return (select count(*) = 2 from intercompany_transfer where event_id = event);

-- Journals handed to the general ledger: every posting goes out once, by the time it was recorded.
create table journal_export (
  company_id uuid not null,
  number bigint not null,
  after_recorded_at timestamptz not null,
  through_recorded_at timestamptz not null,
  posting_count bigint not null,
  debit_functional_minor bigint not null,
  exported_at timestamptz not null,
  actor_id uuid not null,
  primary key (company_id, number)
);

do $$
declare name text;
begin
  foreach name in array array['ledger_book', 'posting_account', 'document', 'item', 'entry', 'posting', 'entry_undo', 'item_position',
    'pending_act', 'hold', 'fx_rate', 'period_close', 'month_end_snapshot', 'month_end_balance', 'seal', 'intercompany_transfer', 'journal_export']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select on %I to quittance_app', name);
  end loop;
end
$$;

grant insert on document, item, entry, posting, period_close, month_end_snapshot, month_end_balance, seal, intercompany_transfer,
  journal_export to quittance_app;
grant insert on ledger_book to quittance_app;
grant update (closed_through, closing_through) on ledger_book to quittance_app;
grant insert on posting_account to quittance_app;
grant update (gl_code, name) on posting_account to quittance_app;
grant update (note) on item to quittance_app; -- also what `select ... for update` asks for
grant insert on pending_act to quittance_app;
grant update (state, outcome, settled_at) on pending_act to quittance_app;
grant insert on hold to quittance_app;
grant update (released_by, released_at) on hold to quittance_app;
grant insert on fx_rate to quittance_app;
grant update (rate, recorded_at) on fx_rate to quittance_app;
