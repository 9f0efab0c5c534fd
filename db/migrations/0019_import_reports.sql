-- What an import tells people, in facts: a page says it in its reader's language, counts it, and leads to what it is about.

-- What a sentence of a problem is filled with: a day, a currency, an amount with its currency.
alter table import_problem add column parameters jsonb not null default '{}';

alter table import_batch
  -- of a refusal: which entries, which file
  add column error_details jsonb,
  -- equal problems as one, with how many there are; they count also those behind the problems that are kept
  add column problem_groups jsonb not null default '[]',
  -- of a bank's file: balances, whether they foot, and the place among the account's statements
  add column statements jsonb not null default '[]';
grant update (error_details, problem_groups, statements) on import_batch to quittance_app;
