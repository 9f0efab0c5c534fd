-- Which names cash application compares payers with, told by one row: it goes up whenever one is written. Counting them all told the
-- same, at the price of reading 50,000 rows for each batch of a bulk run.
create table customer_name_version (
  company_id uuid primary key,
  version bigint not null
);
insert into customer_name_version (company_id, version) select company_id, 1 from customer_name_key group by 1;

alter table customer_name_version enable row level security;
create policy company_isolation on customer_name_version using (company_id = current_company());
grant select, insert on customer_name_version to quittance_app;
grant update (version) on customer_name_version to quittance_app;

-- What keeps an item from being settled or dunned is asked for by item far more often than by customer.
create index hold_of_item on hold (company_id, item_id) where released_at is null and item_id is not null;
