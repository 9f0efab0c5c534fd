-- Correspondence: mailboxes, conversations with their messages, how each outgoing one fared, templates, payable references.

create table mailbox (
  company_id uuid not null,
  id uuid not null,
  name text not null,
  address text not null,
  -- {host, port, security, user, passwordFrom}: the password is a setting of the server, by its name
  smtp jsonb not null,
  -- {host, port, security, user, passwordFrom, folder, sentFolder}; null: only sends
  imap jsonb,
  -- answers go to name+token@domain; else the token stands in the subject
  has_address_tokens boolean not null default false,
  -- the name under which the receiving server writes Authentication-Results; those of others are not believed
  authority text,
  is_default boolean not null default false,
  is_enabled boolean not null default true,
  made_by uuid not null,
  made_at timestamptz not null,
  removed_at timestamptz,
  checked_at timestamptz,
  receiving_error text,
  sending_error text,
  sending_failures int not null default 0,
  send_again_at timestamptz,
  primary key (company_id, id),
  constraint mailbox_address_is_one check (address ~ '^[^[:space:]@]+@[^[:space:]@]+$')
);
create unique index mailbox_name_is_unique on mailbox (company_id, lower(name)) where removed_at is null;
create unique index mailbox_default_is_single on mailbox (company_id) where is_default and removed_at is null;

-- What a payer is asked to pay to, and who signs.
create table correspondence_setting (
  company_id uuid not null,
  payee_name text not null,
  iban text,
  bic text,
  signature text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (company_id)
);

-- Mails as they went and came, and their files: once by the hash of the content, in parts.
create table mail_content (
  company_id uuid not null,
  sha256 text not null,
  byte_count bigint not null,
  stored_at timestamptz not null,
  primary key (company_id, sha256),
  constraint mail_content_hash_is_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
);
create table mail_content_part (
  company_id uuid not null,
  sha256 text not null,
  part int not null,
  content bytea not null,
  primary key (company_id, sha256, part)
);

create table conversation (
  company_id uuid not null,
  id uuid not null,
  -- what an answer carries so that it is found again
  token text not null,
  mailbox_id uuid not null,
  subject text not null,
  customer_id uuid,
  case_id uuid,
  state text not null default 'open',
  assigned_to uuid,
  assigned_to_name text,
  message_count int not null default 0,
  last_message_at timestamptz not null,
  last_direction text not null,
  last_from text not null,
  opening_words text not null default '',
  -- since when somebody waits for our answer
  waiting_since timestamptz,
  primary key (company_id, id),
  constraint conversation_token_is_unique unique (company_id, token),
  constraint conversation_state_is_known check (state in ('open', 'handled')),
  constraint conversation_is_assigned_by_name check ((assigned_to is null) = (assigned_to_name is null)),
  constraint conversation_has_its_customer foreign key (company_id, customer_id) references customer (company_id, id),
  constraint conversation_has_its_mailbox foreign key (company_id, mailbox_id) references mailbox (company_id, id)
);
create index conversation_by_state on conversation (company_id, state, last_message_at desc, id desc);
create index conversation_by_customer on conversation (company_id, customer_id, last_message_at desc, id desc);
create index conversation_by_owner on conversation (company_id, assigned_to, last_message_at desc, id desc) where state = 'open';

-- A message, never changed: what came of an outgoing one stands in message_delivery.
create table message (
  company_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  mailbox_id uuid not null,
  direction text not null,
  kind text not null default 'mail',
  -- the Message-ID, fixed before the first try
  message_id text not null,
  in_reply_to text,
  reference_ids text[] not null default '{}',
  from_address text not null,
  from_name text,
  -- [{kind: to | cc, address, name}]
  recipients jsonb not null,
  subject text not null,
  body text not null,
  html text,
  language text,
  -- purpose and version of the template it was made from: {purpose, language, number}
  template jsonb,
  payment_reference text,
  -- sent without anybody having written it: says so to other machines
  is_automatic boolean not null default false,
  matched_by text,
  -- whether the receiving server says that the sender is the one named
  authentication text,
  authentication_detail text,
  -- the whole mail
  raw_sha256 text,
  byte_count bigint,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  actor_id uuid not null,
  actor_name text not null,
  primary key (company_id, id),
  constraint message_direction_is_known check (direction in ('in', 'out')),
  constraint message_kind_is_known check (kind in ('mail', 'automatic', 'bounce', 'complaint')),
  constraint message_match_is_known check (matched_by in ('headers', 'token', 'sender', 'numbers')),
  constraint message_authentication_is_known check (authentication in ('passed', 'failed', 'unknown')),
  constraint message_has_its_conversation foreign key (company_id, conversation_id) references conversation (company_id, id)
);
create index message_by_conversation on message (company_id, conversation_id, happened_at, id);
create index message_by_message_id on message (company_id, message_id);
create unique index message_came_once on message (company_id, mailbox_id, raw_sha256) where direction = 'in';

-- Where a message waited in a mailbox when it was taken: it is not taken twice.
create table message_place (
  company_id uuid not null,
  mailbox_id uuid not null,
  place text not null,
  message_id uuid,
  -- why nothing was made of it
  refusal text,
  taken_at timestamptz not null,
  primary key (company_id, mailbox_id, place)
);

create table message_attachment (
  company_id uuid not null,
  message_id uuid not null,
  number int not null,
  name text not null,
  media_type text not null,
  byte_count bigint not null,
  sha256 text,
  is_inline boolean not null default false,
  -- why it cannot be opened here; the whole mail keeps it
  refusal text,
  primary key (company_id, message_id, number),
  constraint attachment_has_its_message foreign key (company_id, message_id) references message (company_id, id),
  constraint attachment_is_kept_or_refused check ((sha256 is null) = (refusal is not null))
);

-- Items a message is about.
create table message_item (
  company_id uuid not null,
  message_id uuid not null,
  item_id uuid not null,
  primary key (company_id, message_id, item_id),
  constraint item_of_message foreign key (company_id, message_id) references message (company_id, id)
);
create index message_item_by_item on message_item (company_id, item_id);

-- The way of an outgoing message. `uncertain`: the server may have taken it, and nobody knows.
create table message_delivery (
  company_id uuid not null,
  message_id uuid not null,
  mailbox_id uuid not null,
  state text not null default 'queued',
  attempts int not null default 0,
  try_at timestamptz not null,
  queued_at timestamptz not null,
  claimed_at timestamptz,
  claimed_by uuid,
  -- the mail as it is handed over, each time the same
  raw_sha256 text,
  sent_at timestamptz,
  -- what the server answered, or what kept it from being sent
  said text,
  primary key (company_id, message_id),
  constraint delivery_state_is_known check (state in ('queued', 'sending', 'sent', 'failed', 'uncertain', 'withdrawn')),
  constraint delivery_sending_is_claimed check (state <> 'sending' or claimed_by is not null),
  constraint delivery_sent_says_when check ((state = 'sent') = (sent_at is not null)),
  constraint delivery_has_its_message foreign key (company_id, message_id) references message (company_id, id)
);
create index message_delivery_waiting on message_delivery (company_id, mailbox_id, try_at, message_id) where state = 'queued';
create index message_delivery_open on message_delivery (company_id, state, message_id) where state in ('sending', 'failed', 'uncertain');

create table message_delivery_step (
  company_id uuid not null,
  message_id uuid not null,
  id uuid not null,
  state text not null,
  note text,
  at timestamptz not null,
  actor_name text not null,
  primary key (company_id, message_id, id)
);

-- What a message was sent for: policy, item, level. A key is taken once, so that nothing goes out twice.
create table message_key (
  company_id uuid not null,
  key text not null,
  message_id uuid not null,
  primary key (company_id, key),
  constraint message_key_is_short check (length(key) between 1 and 200),
  constraint key_has_its_message foreign key (company_id, message_id) references message (company_id, id)
);
create index message_key_by_message on message_key (company_id, message_id);

-- What a company changed of a template; without a row the text that comes with the product holds. Null texts: back to that.
create table message_template (
  company_id uuid not null,
  purpose text not null,
  channel text not null,
  language text not null,
  number int not null,
  subject text,
  body text,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamptz not null,
  primary key (company_id, purpose, channel, language, number),
  constraint template_counts_from_one check (number > 0),
  constraint template_channel_is_known check (channel in ('mail', 'letter')),
  constraint template_is_whole check ((subject is null) = (body is null))
);

-- Addresses that get nothing any more, until somebody lifts it.
create table suppressed_address (
  company_id uuid not null,
  id uuid not null,
  address text not null,
  reason text not null,
  note text,
  message_id uuid,
  since timestamptz not null,
  lifted_at timestamptz,
  lifted_by uuid,
  lifted_by_name text,
  lift_reason text,
  primary key (company_id, id),
  constraint suppression_reason_is_known check (reason in ('bounced', 'complained', 'unsubscribed')),
  constraint suppression_address_is_lower check (address = lower(address)),
  constraint suppression_lift_is_whole check ((lifted_at is null) = (lift_reason is null))
);
create unique index suppression_is_in_force_once on suppressed_address (company_id, address) where lifted_at is null;

-- A reference that a payer was asked to quote, and the items it stands for.
create table payment_reference (
  company_id uuid not null,
  reference text not null,
  number bigint not null,
  customer_id uuid not null,
  made_at timestamptz not null,
  primary key (company_id, reference),
  constraint payment_reference_counts unique (company_id, number),
  constraint payment_reference_has_its_customer foreign key (company_id, customer_id) references customer (company_id, id)
);
create index payment_reference_by_customer on payment_reference (company_id, customer_id);
create table payment_reference_item (
  company_id uuid not null,
  reference text not null,
  item_id uuid not null,
  asked_minor bigint not null,
  currency text not null,
  primary key (company_id, reference, item_id),
  constraint item_of_reference foreign key (company_id, reference) references payment_reference (company_id, reference)
);
create index payment_reference_by_item on payment_reference_item (company_id, item_id);

-- Whose address a mail came from: a column, since row-level security keeps functions from an index.
alter table contact add column email_key text generated always as (lower(email)) stored;
create index contact_by_email on contact (company_id, email_key) where email_key is not null;
alter table customer add column email_key text generated always as (lower(email)) stored;
create index customer_by_email on customer (company_id, email_key) where email_key is not null;

-- By what a message is found: words of subject, body, addresses, file names, folded as a searcher writes. A narrow table.
create table message_search (
  company_id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  at timestamptz not null,
  words tsvector not null,
  primary key (company_id, message_id)
);
create index message_search_latest on message_search (company_id, at desc, message_id desc);
create index message_search_words on message_search using gin (words);

create function index_messages() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- a tsvector holds a megabyte at most: of a longer text the beginning is found
  insert into message_search (company_id, message_id, conversation_id, at, words)
    select m.company_id, m.id, m.conversation_id, m.happened_at,
        -- numbers and addresses by their parts: INV-2026/00471 is found by 00471
        to_tsvector('simple', regexp_replace(fold_text(concat_ws(' ', m.subject, m.from_name, m.from_address,
          (select string_agg(concat_ws(' ', r ->> 'name', r ->> 'address'), ' ') from jsonb_array_elements(m.recipients) r),
          left(m.body, 60000))), '[[:space:][:punct:]]+', ' ', 'g'))
      from added m;
  return null;
end
$$;
create trigger message_is_found_by_its_words after insert on message
  referencing new table as added for each statement execute function index_messages();

-- The operators of full-text search are not leakproof, so that row-level security would keep them from the index: the functions
-- see all rows, and give those of the company that asks. Rare words are found by their index and sorted; words that many messages
-- have are met soon by walking back from the latest. The planner does not know the words beforehand: each way has a function.
create function search_rare_words(asked tsquery, most int)
  returns table (message_id uuid, conversation_id uuid, at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off set enable_indexscan = off as $$
begin
  return query select s.message_id, s.conversation_id, s.at from message_search s
    where s.words @@ asked and s.company_id = current_company() limit most;
end
$$;
create function search_frequent_words(asked tsquery, most int)
  returns table (message_id uuid, conversation_id uuid, at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off set enable_bitmapscan = off as $$
begin
  return query select s.message_id, s.conversation_id, s.at from message_search s
    where s.company_id = current_company() and s.words @@ asked
    order by s.company_id, s.at desc, s.message_id desc limit most;
end
$$;
-- Messages that have all the words, the latest first.
create function search_messages(asked tsquery, most int)
  returns table (message_id uuid, conversation_id uuid, at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare rare_max constant int := 2000;
begin
  if (select count(*) from search_rare_words(asked, rare_max + 1)) <= rare_max then
    return query select r.message_id, r.conversation_id, r.at from search_rare_words(asked, rare_max) r
      order by r.at desc, r.message_id desc limit most;
  else
    return query select f.message_id, f.conversation_id, f.at from search_frequent_words(asked, most) f;
  end if;
end
$$;
revoke execute on function search_rare_words(tsquery, int), search_frequent_words(tsquery, int), search_messages(tsquery, int) from public;
grant execute on function search_messages(tsquery, int) to quittance_app;

do $$
declare name text;
begin
  foreach name in array array['mailbox', 'correspondence_setting', 'mail_content', 'mail_content_part', 'conversation', 'message',
    'message_place', 'message_attachment', 'message_item', 'message_delivery', 'message_delivery_step', 'message_key', 'message_template',
    'suppressed_address', 'payment_reference', 'payment_reference_item', 'message_search']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy company_isolation on %I using (company_id = current_company())', name);
    execute format('grant select on %I to quittance_app', name);
    if name <> 'message_search' then execute format('grant insert on %I to quittance_app', name); end if;
  end loop;
end
$$;
grant update (name, address, smtp, imap, has_address_tokens, authority, is_default, is_enabled, removed_at, checked_at, receiving_error,
  sending_error, sending_failures, send_again_at) on mailbox to quittance_app;
grant update (payee_name, iban, bic, signature, changed_by, changed_at) on correspondence_setting to quittance_app;
grant update (customer_id, case_id, state, assigned_to, assigned_to_name, message_count, last_message_at, last_direction, last_from,
  opening_words, waiting_since) on conversation to quittance_app;
grant update (state, attempts, try_at, claimed_at, claimed_by, raw_sha256, sent_at, said) on message_delivery to quittance_app;
grant update (lifted_at, lifted_by, lifted_by_name, lift_reason) on suppressed_address to quittance_app;
