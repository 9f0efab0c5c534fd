-- Letters that only some of their readers took, letters on paper, and what people answered to an invitation.

-- recipients who have not got it: of one that waits, whom it is tried for; of a sent one, who was refused
alter table message_delivery add column left_to text[];
alter table message_delivery drop constraint delivery_state_is_known;
-- to_print: on paper; somebody prints it, posts it, and says so
alter table message_delivery add constraint delivery_state_is_known
  check (state in ('queued', 'sending', 'sent', 'failed', 'uncertain', 'withdrawn', 'to_print'));
drop index message_delivery_open;
create index message_delivery_open on message_delivery (company_id, state, message_id)
  where state in ('queued', 'sending', 'failed', 'uncertain', 'to_print');
grant update (left_to) on message_delivery to quittance_app;

-- where a letter on paper goes; null: it is mail
alter table message add column postal_address text;
alter table message add constraint message_postal_address_is_short check (length(postal_address) between 1 and 500);
-- its words, items and way to pay, as it is printed at any time: {body, items: [{number, issuedOn, dueOn, daysLate, currency, openMinor}], payment}
alter table message add column paper jsonb;
alter table message add constraint message_on_paper_is_whole check ((postal_address is null) = (paper is null));
-- meeting_answer: a calendar's answer to an invitation of ours; nobody waits for an answer to it
alter table message drop constraint message_kind_is_known;
alter table message add constraint message_kind_is_known check (kind in ('mail', 'automatic', 'bounce', 'complaint', 'meeting_answer'));

-- What each of those invited answered, by their calendar: the latest, and to which version of the invitation.
create table session_answer (
  company_id uuid not null,
  session_id uuid not null,
  address text not null,
  sequence int not null,
  answer text not null,
  -- what they wrote with it
  comment text not null default '',
  answered_at timestamptz not null,
  message_id uuid not null,
  primary key (company_id, session_id, address),
  constraint session_answer_is_known check (answer in ('accepted', 'declined', 'tentative')),
  constraint session_answer_comment_is_limited check (length(comment) <= 2000),
  constraint session_answer_is_to_a_session foreign key (company_id, session_id) references resolution_session (company_id, id)
);
alter table session_answer enable row level security;
create policy company_isolation on session_answer using (company_id = current_company());
grant select, insert on session_answer to quittance_app;
grant update (sequence, answer, comment, answered_at, message_id) on session_answer to quittance_app;
