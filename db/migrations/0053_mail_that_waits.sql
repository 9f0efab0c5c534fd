-- Mail that waits for an answer, the latest first: few among all that is open.
create index conversation_waiting on conversation (company_id, last_message_at desc, id desc)
  where state = 'open' and waiting_since is not null;
