-- Who placed and who released a hold, by name, and why it ended before its day.
alter table hold add column placed_by_name text, add column released_by_name text, add column release_reason text;
grant update (released_by_name, release_reason) on hold to quittance_app;
