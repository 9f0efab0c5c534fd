-- Everything that was written about a customer is found by its words; a line of the timeline knows its first version; pins and
-- mentions stand on that; blockers say when to look again and may be about an item; an accolade waits until it was seen.

-- A line's first version, by which pins and mentions know it whatever it says now. Null: it is the first itself.
alter table activity add column first_id uuid;
with recursive version as (
  select a.company_id, a.id, a.supersedes_id as first_id from activity a
    where a.supersedes_id is not null
      and not exists (select from activity b where b.company_id = a.company_id and b.id = a.supersedes_id and b.supersedes_id is not null)
  union all
  select a.company_id, a.id, v.first_id from version v join activity a on a.company_id = v.company_id and a.supersedes_id = v.id
)
update activity a set first_id = v.first_id from version v where v.company_id = a.company_id and v.id = a.id;
alter table activity add constraint activity_version_knows_its_first
  check ((supersedes_id is null) = (first_id is null));
create index activity_by_first on activity (company_id, first_id) where first_id is not null;

-- Whose page it is pinned to.
alter table activity_pin add column customer_id uuid not null;
create index activity_pin_by_customer on activity_pin (company_id, customer_id, pinned_at);

-- By what it is found: the words of lines of the timeline, of tasks, of promises, folded as a searcher writes, with who wrote them.
-- A narrow table, kept by triggers; of a line only what stands. Mails have their own, since their words are many.
create table written_search (
  company_id uuid not null,
  kind text not null,
  id uuid not null,
  customer_id uuid,
  at timestamptz not null,
  words tsvector not null,
  primary key (company_id, kind, id),
  constraint written_search_kind_is_known check (kind in ('activity', 'task', 'promise'))
);
create index written_search_latest on written_search (company_id, at desc, id desc);
create index written_search_by_customer on written_search (company_id, customer_id, at desc, id desc) where customer_id is not null;
create index written_search_words on written_search using gin (words);
create index message_search_by_conversation on message_search (company_id, conversation_id);

-- Numbers and names by their parts: INV-2026/00471 is found by 00471.
create function words_of(value text) returns tsvector language sql immutable parallel safe
  set search_path = public, pg_temp
  return to_tsvector('simple', regexp_replace(fold_text(value), '[[:space:][:punct:]]+', ' ', 'g'));

create function index_activities() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into written_search (company_id, kind, id, customer_id, at, words)
    select a.company_id, 'activity', a.id, a.customer_id, a.happened_at, words_of(a.text || ' ' || a.actor_name)
      from added a
      where not a.is_withdrawal and a.text <> ''
        -- the mail itself is found, with all it says
        and not (a.kind in ('mail', 'mail_received') and coalesce(a.detail ? 'messageId', false));
  delete from written_search w using added a
    where a.supersedes_id is not null and w.company_id = a.company_id and w.kind = 'activity' and w.id = a.supersedes_id;
  return null;
end
$$;
create trigger activity_is_found_by_its_words after insert on activity
  referencing new table as added for each statement execute function index_activities();

create function index_tasks() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into written_search (company_id, kind, id, customer_id, at, words)
    select t.company_id, 'task', t.id, t.customer_id, t.made_at, words_of(concat_ws(' ', t.title, t.note, t.made_by_name)) from added t
    on conflict (company_id, kind, id) do update set words = excluded.words where written_search.words <> excluded.words;
  return null;
end
$$;
create trigger task_is_found_by_its_words after insert on task
  referencing new table as added for each statement execute function index_tasks();
create trigger task_is_found_by_its_new_words after update on task
  referencing new table as added for each statement execute function index_tasks();

-- What was promised in a call or a mail is said in its line.
create function index_promises() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into written_search (company_id, kind, id, customer_id, at, words)
    select p.company_id, 'promise', p.id, p.customer_id, p.made_at, words_of(p.note || ' ' || p.made_by_name) from added p
      where p.activity_id is null and p.note <> '';
  return null;
end
$$;
create trigger promise_is_found_by_its_words after insert on promise
  referencing new table as added for each statement execute function index_promises();

insert into written_search (company_id, kind, id, customer_id, at, words)
  select a.company_id, 'activity', a.id, a.customer_id, a.happened_at, words_of(a.text || ' ' || a.actor_name)
    from activity a
    where not a.is_withdrawal and a.text <> '' and not (a.kind in ('mail', 'mail_received') and coalesce(a.detail ? 'messageId', false))
      and not exists (select from activity s where s.company_id = a.company_id and s.supersedes_id = a.id)
  union all
  select company_id, 'task', id, customer_id, made_at, words_of(concat_ws(' ', title, note, made_by_name)) from task
  union all
  select company_id, 'promise', id, customer_id, made_at, words_of(note || ' ' || made_by_name) from promise
    where activity_id is null and note <> '';

-- What stood here before was read by nothing, and could not be: row-level security keeps full-text search from an index.
drop index activity_by_words;
alter table task drop column search;

-- Whatever begins with all of these words. Letters and figures only, as a search box gives them.
create function beginnings_of(asked text[]) returns tsquery language sql immutable parallel safe
  set search_path = public, pg_temp
  return (select to_tsquery('simple', string_agg('''' || fold_text(word) || ''':*', ' & ')) from unnest(asked) as w (word));

-- The word that the fewest lines have, by the statistics; null when each is in many. An index gives all lines of a beginning before
-- the first is looked at, so that only rare ones are asked of it. Beginnings of two letters are never rare.
create function rarest_of(asked text[]) returns text language plpgsql stable set search_path = public, pg_catalog, pg_temp as $$
declare rare_lines constant real := 3000;
begin
  return (
    select w.word from unnest(asked) as w (word)
      cross join lateral (
        select coalesce(sum(e.share), 0) * greatest((select c.reltuples from pg_class c where c.oid = 'written_search'::regclass), 0) as lines
          from pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as e (lexeme, share)
          where s.schemaname = 'public' and s.tablename = 'written_search' and s.attname = 'words' and starts_with(e.lexeme, fold_text(w.word))) l
      where length(w.word) > 2 and l.lines < rare_lines
      order by l.lines, length(w.word) desc limit 1);
end
$$;

-- The operators of full-text search are not leakproof, so that row-level security would keep them from the index (0030): the
-- functions see all rows, and give those of the company that asks. Customers null: of all of them.
create function search_rare_written(rarest tsquery, asked tsquery, kinds text[], customers uuid[], most int)
  returns table (kind text, id uuid, at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off set enable_indexscan = off as $$
begin
  return query
    with rare as materialized (
      select s.kind, s.id, s.customer_id, s.at, s.words from written_search s where s.words @@ rarest and s.company_id = current_company())
    select r.kind, r.id, r.at from rare r
      where r.words @@ asked and r.kind = any (kinds) and (customers is null or r.customer_id = any (customers))
      order by r.at desc, r.id desc limit most;
end
$$;
-- Of the latest so many lines.
create function search_latest_written(asked tsquery, kinds text[], most int)
  returns table (kind text, id uuid, at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off set enable_bitmapscan = off as $$
declare looked_at constant int := 10000;
begin
  return query
    select l.kind, l.id, l.at from (
      select s.kind, s.id, s.at, s.words from written_search s where s.company_id = current_company()
        order by s.company_id, s.at desc, s.id desc limit looked_at) l
      where l.words @@ asked and l.kind = any (kinds) limit most;
end
$$;
-- What has all the words, the latest first: rare words by the index; frequent ones among the latest lines, or, where they are not
-- met there, by the index all the same.
create function search_written(asked text[], kinds text[], most int)
  returns table (kind text, id uuid, at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp rows 50 as $$
declare
  whole tsquery := beginnings_of(asked);
  rarest text := rarest_of(asked);
  found_kinds text[];
  found_ids uuid[];
  found_at timestamptz[];
begin
  if rarest is null then
    select array_agg(l.kind), array_agg(l.id), array_agg(l.at) into found_kinds, found_ids, found_at
      from search_latest_written(whole, kinds, most) l;
    if cardinality(found_ids) = most then
      return query select f.kind, f.id, f.at from unnest(found_kinds, found_ids, found_at) as f (kind, id, at);
      return;
    end if;
  end if;
  return query select r.kind, r.id, r.at
    from search_rare_written(case when rarest is null then whole else beginnings_of(array[rarest]) end, whole, kinds, null, most) r;
end
$$;
-- The same of some customers: frequent words are met soon among their own lines.
create function search_written_of(asked text[], kinds text[], customers uuid[], most int)
  returns table (kind text, id uuid, at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off set enable_bitmapscan = off rows 50 as $$
declare
  whole tsquery := beginnings_of(asked);
  rarest text := rarest_of(asked);
begin
  if rarest is not null then
    return query select r.kind, r.id, r.at from search_rare_written(beginnings_of(array[rarest]), whole, kinds, customers, most) r;
  else
    return query
      select l.kind, l.id, l.at from unnest(customers) as c (id)
        cross join lateral (
          select s.kind, s.id, s.at from written_search s
            where s.company_id = current_company() and s.customer_id = c.id and s.words @@ whole and s.kind = any (kinds)
            order by s.at desc, s.id desc limit most) l
        order by l.at desc, l.id desc limit most;
  end if;
end
$$;
create function search_messages_of(asked text[], customers uuid[], most int)
  returns table (message_id uuid, conversation_id uuid, at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp rows 50 as $$
declare whole tsquery := beginnings_of(asked);
begin
  return query select s.message_id, s.conversation_id, s.at
    from conversation c join message_search s on s.company_id = c.company_id and s.conversation_id = c.id
    where c.company_id = current_company() and c.customer_id = any (customers) and s.words @@ whole
    order by s.at desc, s.message_id desc limit most;
end
$$;
revoke execute on function search_rare_written(tsquery, tsquery, text[], uuid[], int), search_latest_written(tsquery, text[], int),
  search_written(text[], text[], int), search_written_of(text[], text[], uuid[], int), search_messages_of(text[], uuid[], int),
  rarest_of(text[]) from public;
grant execute on function search_written(text[], text[], int), search_written_of(text[], text[], uuid[], int),
  search_messages_of(text[], uuid[], int), beginnings_of(text[]) to quittance_app;

-- When to look at it again, and the item that it holds up.
alter table huddle_blocker add column next_on date;
alter table huddle_blocker add column item_id uuid;
create index huddle_blocker_by_customer on huddle_blocker (company_id, customer_id) where solved_at is null and customer_id is not null;
create index huddle_blocker_by_owner on huddle_blocker (company_id, owner_id) where solved_at is null;

-- Whoever got it has seen it.
alter table accolade add column seen_at timestamptz;
create index accolade_unseen on accolade (company_id, person_id) where seen_at is null and withdrawn_at is null;

alter table written_search enable row level security;
create policy company_isolation on written_search using (company_id = current_company());
grant select on written_search to quittance_app;
grant update (next_on) on huddle_blocker to quittance_app;
grant update (seen_at) on accolade to quittance_app;
