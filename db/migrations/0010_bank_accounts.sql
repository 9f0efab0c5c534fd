-- An import that is not to be posted can be put aside.
alter table import_batch drop constraint import_status_is_known;
alter table import_batch add constraint import_status_is_known
  check (status in ('reading', 'preview', 'posting', 'posted', 'failed', 'undoing', 'undone', 'discarded'));
