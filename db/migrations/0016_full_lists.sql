-- A source may bring the ERP's list of all open items each day: its files are then compared, as of the day they come.
alter table arrival_source add column is_full_list boolean not null default false,
  add constraint arrival_full_list_is_of_items check (not is_full_list or file_kind = 'items');
grant update (is_full_list) on arrival_source to quittance_app;
