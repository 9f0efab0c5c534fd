-- Customers of a company. Each company has one UNIDENTIFIED customer: cash whose owner is not known yet sits there.

create table customer (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  name text not null,
  kind text not null default 'regular',
  parent_id uuid,
  country text,
  language text,
  tax_id text,
  email text,
  phone text,
  terms text,
  batch_id uuid,
  created_at timestamptz not null,
  primary key (company_id, id),
  constraint customer_number_is_unique unique (company_id, number),
  constraint customer_kind_is_known check (kind in ('regular', 'unidentified')),
  constraint customer_parent_exists foreign key (company_id, parent_id) references customer (company_id, id),
  constraint customer_is_not_its_own_parent check (parent_id is distinct from id)
);
create unique index customer_unidentified_is_single on customer (company_id) where kind = 'unidentified';
create index customer_by_name on customer (company_id, lower(name) collate "C");
create index customer_by_parent on customer (company_id, parent_id) where parent_id is not null;

create table customer_bank_account (
  company_id uuid not null,
  customer_id uuid not null,
  account text collate "C" not null,
  origin text not null,
  created_at timestamptz not null,
  primary key (company_id, customer_id, account),
  constraint bank_account_has_its_customer foreign key (company_id, customer_id) references customer (company_id, id)
);
create index customer_bank_account_by_account on customer_bank_account (company_id, account);

alter table customer enable row level security;
create policy company_isolation on customer using (company_id = current_company());
grant select, insert,
  update (name, parent_id, country, language, tax_id, email, phone, terms) on customer to quittance_app;

alter table customer_bank_account enable row level security;
create policy company_isolation on customer_bank_account using (company_id = current_company());
grant select, insert, delete on customer_bank_account to quittance_app;
