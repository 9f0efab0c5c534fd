-- A customer's timeline tells its holds that are over, too: they are found by the customer, and not by reading those of the whole company.
create index hold_by_customer on hold (company_id, customer_id, placed_at);
