-- Letters by hand that come back to who wrote them, other ways to pay than an IBAN, and files that nobody sent.

-- who wrote a letter that did not go out after all, until they have seen it
alter table message_delivery add column comes_back_to uuid;
create index message_delivery_came_back on message_delivery (company_id, comes_back_to) where comes_back_to is not null;
grant update (comes_back_to) on message_delivery to quittance_app;

-- a letter by hand as its writer left it, to be written again: {body, hasOwnWords, files: [{sha256, name}]}; null: nobody's
alter table message add column as_written jsonb;

-- how to pay where there is no IBAN: an account with its bank and routing number, the address of a portal
alter table correspondence_setting add column other_way_to_pay text;
alter table correspondence_setting add constraint other_way_to_pay_is_short check (length(other_way_to_pay) between 1 and 500);
grant update (other_way_to_pay) on correspondence_setting to quittance_app;

-- What was attached to a letter that was never sent does not stay for ever; whoever needs a content again stores it anew or keeps it.
grant delete on mail_content, mail_content_part to quittance_app;
grant update (stored_at) on mail_content to quittance_app;
create index mail_content_by_age on mail_content (company_id, stored_at);
create index message_raw on message (company_id, raw_sha256) where raw_sha256 is not null;
create index message_attachment_content on message_attachment (company_id, sha256) where sha256 is not null;
create index message_delivery_raw on message_delivery (company_id, raw_sha256) where raw_sha256 is not null;

-- what the letter asks for of the item: open less what rests or is covered; null: it asks for nothing, or was written before this was kept
alter table message_item add column asked_minor bigint;
