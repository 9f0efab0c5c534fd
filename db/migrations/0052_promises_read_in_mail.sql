-- The mail in which a promise was read, so that what the mail says is not written down twice.

alter table promise add column message_id uuid;
alter table promise add constraint promise_was_read_in_a_mail foreign key (company_id, message_id) references message (company_id, id);
create index promise_by_message on promise (company_id, message_id) where message_id is not null;
