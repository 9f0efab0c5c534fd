-- What the measures count of a receipt, kept beside its decisions: a year is counted without reading what they say. And receipts that
-- are to be decided again, because somebody settled an item that they name.

-- One row for each receipt that was ever decided about, made anew whenever a decision is added, settled or ended. `verify` counts it again.
create table measured_receipt (
  company_id uuid not null,
  receipt_item_id uuid not null,
  document_id uuid not null,
  booked_on date not null,
  currency text not null,
  amount_minor bigint not null,
  functional_minor bigint not null,
  -- when it was posted, in whole minutes since 1970
  recorded_minute int not null,
  -- the first act that stands, likewise; null while there is none
  applied_minute int,
  is_applied_auto boolean not null,
  -- something posted by itself, also when it was undone
  is_auto boolean not null,
  -- something posted by itself and was undone
  is_undone boolean not null,
  is_not_ours boolean not null,
  -- of the engine's first decision; null when only people decided
  first_number int,
  question_code text,
  explanation text,
  names_items boolean not null,
  thought_of_id uuid,
  -- items that it was applied to, each once: by itself, or by a person whose act stands
  lines_count int not null,
  auto_lines_count int not null,
  primary key (company_id, receipt_item_id),
  constraint measured_lines_of_itself_are_lines check (auto_lines_count between 0 and lines_count)
);
create index measured_receipt_by_day on measured_receipt (company_id, booked_on, receipt_item_id);
create index measured_receipt_undone on measured_receipt (company_id, booked_on) where is_undone;

insert into measured_receipt (company_id, receipt_item_id, document_id, booked_on, currency, amount_minor, functional_minor, recorded_minute,
    applied_minute, is_applied_auto, is_auto, is_undone, is_not_ours, first_number, question_code, explanation, names_items, thought_of_id,
    lines_count, auto_lines_count)
  select i.company_id, i.id, i.document_id, i.issued_on, i.currency, -i.amount_minor, -i.functional_minor,
      floor(extract(epoch from e.recorded_at) / 60)::int, floor(extract(epoch from d.applied_at) / 60)::int,
      coalesce(d.applied_as = 'auto', false), d.is_auto, d.is_undone, d.is_not_ours, d.first_number, f.question_code, f.explanation,
      coalesce(f.names_items, false), f.customer_id, coalesce(l.lines, 0), coalesce(l.auto_lines, 0)
    from (
      select company_id, receipt_item_id, bool_or(decision = 'auto' and settled_at is not null) as is_auto,
          bool_or(decision = 'auto' and state = 'undone') as is_undone, bool_or(state = 'not_ours') as is_not_ours,
          min(settled_at) filter (where state in ('posted', 'not_ours')) as applied_at,
          (array_agg(decision order by number) filter (where state in ('posted', 'not_ours')))[1] as applied_as,
          min(number) filter (where decision <> 'manual') as first_number
        from receipt_decision group by 1, 2) d
    join item i on i.company_id = d.company_id and i.id = d.receipt_item_id
    join entry e on e.company_id = i.company_id and e.id = i.opening_entry_id
    left join receipt_decision f on f.company_id = d.company_id and f.receipt_item_id = d.receipt_item_id and f.number = d.first_number
    left join (
      select company_id, receipt_item_id, count(*) as lines, count(*) filter (where is_auto) as auto_lines from (
        select s.company_id, s.receipt_item_id, a->>'itemId' as item_id, bool_or(s.decision = 'auto') as is_auto
          from receipt_decision s cross join lateral jsonb_array_elements(s.allocations) a
          where s.settled_at is not null and (s.decision = 'auto' or s.state <> 'undone') group by 1, 2, 3) line
        group by 1, 2) l on l.company_id = d.company_id and l.receipt_item_id = d.receipt_item_id;

-- The act that settled the item decides the first of them at once; these follow by themselves. Being decided they leave the list.
create table receipt_to_decide (
  company_id uuid not null,
  receipt_item_id uuid not null,
  asked_at timestamptz not null,
  -- when somebody began with it; long ago, another takes it up
  taken_at timestamptz,
  primary key (company_id, receipt_item_id)
);
create index receipt_to_decide_by_time on receipt_to_decide (company_id, asked_at, receipt_item_id);

do $$
declare name text;
begin
  foreach name in array array['measured_receipt', 'receipt_to_decide']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert, update on %I to quittance_app', name);
  end loop;
end
$$;
grant delete on receipt_to_decide to quittance_app;
