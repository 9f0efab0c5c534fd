-- The worklist: for each customer with something open, what is collectable and how much it is worth to speak with them. It is
-- worked out from postings, holds and activities, and may be thrown away at any time: it is made again.

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
  -- nobody is to be spoken with before this day: a hold on the customer as a whole
  quiet_until date,
  quiet_reason text,
  is_quiet boolean not null,
  primary key (company_id, customer_id),
  constraint worklist_score_is_of_100 check (score between 0 and 100),
  constraint worklist_amounts_are_not_negative check (
    collectable_minor >= 0 and open_minor >= 0 and overdue_minor >= 0 and held_minor >= 0 and credits_minor >= 0)
);
create index worklist_ranked on worklist_entry (company_id, score desc, customer_id) where collectable_minor > 0 and not is_quiet;

create table worklist_state (
  company_id uuid not null,
  refreshed_on date not null,
  -- everything recorded by then is in it
  refreshed_through timestamptz not null,
  usual_overdue_minor bigint not null,
  customers int not null,
  customers_in_all int not null,
  quiet_customers int not null,
  collectable_minor bigint not null,
  primary key (company_id)
);

do $$
declare name text;
begin
  foreach name in array array['worklist_entry', 'worklist_state']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select, insert, update, delete on %I to quittance_app', name);
  end loop;
end
$$;
create index activity_by_time on activity using brin (recorded_at);
