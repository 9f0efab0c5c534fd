-- Posting and settling in bulk.

-- The guards look up what a block names by its keys, whatever the planner thinks of the tables' sizes: it makes their plans with
-- the first block of a session, when a table may be empty, keeps them, and read the whole tables again for every later block.
-- A million documents took the square of their number.
do $$
declare
  guard text;
  way text;
begin
  foreach guard in array array['check_new_documents()', 'check_new_items()', 'check_new_entries()', 'check_new_postings()', 'move_items(uuid[])']
  loop
    foreach way in array array['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']
    loop
      execute format('alter function %s set %I = off', guard, way);
    end loop;
  end loop;
end
$$;

-- Items by amount, for the search and for the engine. What nothing was settled of is open by what it was for, so that one index
-- finds both; the second one is only of those that something was settled of, and an import writes nothing to it.
drop index item_by_amount;
drop index item_open_by_amount;
create index item_open_by_amount on item (company_id, currency, open_minor, id) where open_minor <> 0;
create index item_settled_by_amount on item (company_id, amount_minor, id) where settled_minor <> 0;

-- The terms of the documents that have any: a batch of receipts asks for those of tens of thousands of open items.
create index document_with_terms on document (company_id, id) include (terms) where terms is not null;
