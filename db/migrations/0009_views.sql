-- Saved views of grids, and what finds any item, receipt or amount at once.

-- What somebody keeps of a grid under a name: filters, order, groups, columns, as they stand in an address.
create table grid_view (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  owner_name text not null,
  grid text not null,
  name text not null,
  state text not null,
  is_shared boolean not null,
  changed_at timestamptz not null,
  primary key (company_id, id),
  constraint view_name_is_short check (length(name) between 1 and 60),
  constraint view_grid_is_short check (length(grid) between 1 and 60),
  constraint view_state_is_short check (length(state) <= 2000)
);
create unique index shared_view_name_is_unique on grid_view (company_id, grid, lower(name)) where is_shared;
create unique index own_view_name_is_unique on grid_view (company_id, owner_id, grid, lower(name)) where not is_shared;

-- The view with which a grid opens for a person. It goes with its view.
create table grid_view_default (
  company_id uuid not null,
  person_id uuid not null,
  grid text not null,
  view_id uuid not null,
  primary key (company_id, person_id, grid),
  constraint default_names_a_view foreign key (company_id, view_id) references grid_view (company_id, id) on delete cascade
);
create index grid_view_default_by_view on grid_view_default (company_id, view_id);

do $$
declare name text;
begin
  foreach name in array array['grid_view', 'grid_view_default']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert, delete on %I to quittance_app', name);
  end loop;
end
$$;
grant update (name, state, is_shared, changed_at) on grid_view to quittance_app;
grant update (view_id) on grid_view_default to quittance_app;

-- Items by what they were for, the newest first: ids are given in time.
create index item_by_amount on item (company_id, amount_minor, id);

-- Documents by the end of their number, which is what people read out on the telephone. Turning a text around is not leakproof,
-- so that row-level security would keep the index from being used: the function asks for the company itself.
create index document_by_number_tail on document (company_id, reverse(number_key) collate "C");

create function documents_by_number_tail(tail text, rows_max int) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select d.opening_entry_id from document d
    where d.company_id = current_company()
      and reverse(d.number_key) collate "C" >= reverse(tail) and reverse(d.number_key) collate "C" < reverse(tail) || U&'\+10FFFF'
    order by reverse(d.number_key) collate "C" limit rows_max
$$;

-- Lines of the bank by how what the payer or the bank calls them begins.
create index bank_line_by_end_to_end on bank_line (company_id, upper(end_to_end_id) collate "C") where end_to_end_id is not null;
create index bank_line_by_bank_reference on bank_line (company_id, upper(bank_reference) collate "C") where bank_reference is not null;
create index bank_line_by_payer on bank_line (company_id, lower(payer_name) collate "C", id) where payer_name is not null;

create function bank_lines_beginning(words text, rows_max int) returns table (line_id uuid, found_in text)
  language sql stable security definer set search_path = public, pg_temp as $$
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
$$;

revoke execute on function documents_by_number_tail(text, int), bank_lines_beginning(text, int) from public;
grant execute on function documents_by_number_tail(text, int), bank_lines_beginning(text, int) to quittance_app;
