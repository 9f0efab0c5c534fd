/** Everything learnt as one list, the latest used first; what was taken back as another. */
import { USUAL_PERCENT_MIN, USUAL_TIMES_MIN } from '@quittance/core/learning';
import { literally, noSql, type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { LearntKind, LearntState, LearntThing } from './learnt.ts';

export interface LearntFilter {
  readonly state: LearntState;
  readonly kind?: LearntKind | undefined;
  readonly search?: string | undefined;
  /** The records of a customer. */
  readonly customerIds?: readonly string[] | undefined;
  /** What people ruled out about this receipt. */
  readonly receiptId?: string | undefined;
}

export interface LearntPage extends LearntFilter {
  readonly after?: { readonly lastOn: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** The day of an instant, as the company counts days. */
const day = (tx: Tx, at: Query) => sql`(${at} at time zone ${tx.company.timeZone}::text)::date`;

interface Columns {
  readonly id: Query;
  readonly kind: Query;
  readonly what: Query;
  readonly origin: Query;
  readonly customer: Query;
  readonly item?: Query;
  readonly receipt?: Query;
  readonly times?: Query;
  readonly ofTimes?: Query;
  readonly share?: Query;
  readonly meaning?: Query;
  readonly since?: Query;
  readonly last: Query;
  readonly by?: Query;
  readonly takenBackAt?: Query;
  readonly takenBackBy?: Query;
  readonly takenBackReason?: Query;
}

const NOTHING = sql`null`;

/** Each kind of thing in the same columns. */
function row(columns: Columns): Query {
  const { id, kind, what, origin, customer, item = NOTHING, receipt = NOTHING, times = NOTHING } = columns;
  const { ofTimes = NOTHING, share = NOTHING, meaning = NOTHING, since = NOTHING, last, by = NOTHING } = columns;
  const { takenBackAt = NOTHING, takenBackBy = NOTHING, takenBackReason = NOTHING } = columns;
  return sql`
    select ${id} as id, (${kind})::text as kind, (${what})::text as what, (${origin})::text as origin, (${customer})::uuid as customer_id,
        (${item})::uuid as item_id, (${receipt})::uuid as receipt_id, (${times})::int as times, (${ofTimes})::int as of_times, (${share})::int as share_bps,
        (${meaning})::text as meaning, (${since})::date as since_on, (${last})::date as last_on, (${by})::text as by_name,
        (${takenBackAt})::timestamptz as taken_back_at, (${takenBackBy})::text as taken_back_by_name, (${takenBackReason})::text as taken_back_reason`;
}

function standing(tx: Tx): Readonly<Record<LearntKind, Query>> {
  const ofMark = (mark: 'account' | 'name') => sql`
    ${row({
      id: sql`'link:' || l.id`,
      kind: sql`l.mark`,
      what: sql`l.key`,
      origin: sql`l.origin`,
      customer: sql`l.customer_id`,
      times: sql`l.uses`,
      last: sql`l.last_on`,
      since: day(tx, sql`l.told_at`),
      by: sql`l.told_by_name`,
    })}
    from payer_link l where l.company_id = ${tx.company.id} and l.mark = ${mark}`;
  return {
    account: sql`${ofMark('account')} union all ${ownAccounts(tx)}`,
    name: ofMark('name'),
    habit: habits(tx),
    pair: sql`${pairs(tx)} and p.ended_at is null`,
    payer: sql`${payers(tx)} and r.ended_at is null`,
    code: sql`${codes(tx)} and k.ended_at is null`,
    layout: layouts(tx),
  };
}

/** What stands in customers' own records is changed there. */
function ownAccounts(tx: Tx): Query {
  return sql`
    ${row({
      id: sql`'record:' || b.customer_id || ':' || b.account_key`,
      kind: sql`'account'`,
      what: sql`b.account_key`,
      origin: sql`'customer_account'`,
      customer: sql`b.customer_id`,
      since: day(tx, sql`b.created_at`),
      last: day(tx, sql`b.created_at`),
    })}
    from customer_bank_account b where b.company_id = ${tx.company.id}`;
}

/** Only what is usual by now: a count that is too small or too mixed says nothing. */
function habits(tx: Tx): Query {
  return sql`
    ${row({
      id: sql`'habit:' || h.customer_id || ':' || x.habit`,
      kind: sql`'habit'`,
      what: sql`x.habit`,
      origin: sql`'application'`,
      customer: sql`h.customer_id`,
      times: sql`x.times`,
      ofTimes: sql`x."ofTimes"`,
      share: sql`x."shareBps"`,
      since: sql`x."sinceOn"`,
      last: sql`x."lastOn"`,
    })}
    from payment_habit h
    cross join lateral jsonb_to_recordset(h.habits) as x (habit text, times int, "ofTimes" int, "shareBps" int, "sinceOn" date, "lastOn" date)
    where h.company_id = ${tx.company.id} and x.times >= ${USUAL_TIMES_MIN} and x.times * 100 >= x."ofTimes" * ${USUAL_PERCENT_MIN}`;
}

function pairs(tx: Tx): Query {
  return sql`
    ${row({
      id: sql`'pair:' || p.receipt_item_id || ':' || p.item_id`,
      kind: sql`'pair'`,
      what: sql`r.number`,
      origin: sql`'person'`,
      customer: sql`i.customer_id`,
      item: sql`p.item_id`,
      receipt: sql`p.receipt_item_id`,
      meaning: sql`p.reason`,
      since: day(tx, sql`p.rejected_at`),
      last: day(tx, sql`p.rejected_at`),
      by: sql`p.rejected_by_name`,
      takenBackAt: sql`p.ended_at`,
      takenBackBy: sql`p.ended_by_name`,
      takenBackReason: sql`p.ended_reason`,
    })}
    from rejected_pair p
    join item r on r.company_id = p.company_id and r.id = p.receipt_item_id
    join item i on i.company_id = p.company_id and i.id = p.item_id
    where p.company_id = ${tx.company.id}`;
}

function payers(tx: Tx): Query {
  return sql`
    ${row({
      id: sql`'payer:' || r.id`,
      kind: sql`'payer'`,
      what: sql`r.key`,
      origin: sql`'person'`,
      customer: sql`r.customer_id`,
      receipt: sql`r.receipt_item_id`,
      meaning: sql`r.reason`,
      since: day(tx, sql`r.rejected_at`),
      last: day(tx, sql`r.rejected_at`),
      by: sql`r.rejected_by_name`,
      takenBackAt: sql`r.ended_at`,
      takenBackBy: sql`r.ended_by_name`,
      takenBackReason: sql`r.ended_reason`,
    })}
    from rejected_payer r where r.company_id = ${tx.company.id}`;
}

function codes(tx: Tx): Query {
  return sql`
    ${row({
      id: sql`'code:' || k.id`,
      kind: sql`'code'`,
      what: sql`k.code`,
      origin: sql`'person'`,
      customer: sql`k.customer_id`,
      meaning: sql`k.reason`,
      since: day(tx, sql`k.set_at`),
      last: day(tx, sql`k.set_at`),
      by: sql`k.set_by_name`,
      takenBackAt: sql`k.ended_at`,
      takenBackBy: sql`k.ended_by_name`,
      takenBackReason: sql`k.ended_reason`,
    })}
    from deduction_code k where k.company_id = ${tx.company.id}`;
}

/** How advices are read, by the columns and the payer that a person has confirmed. */
function layouts(tx: Tx): Query {
  return sql`
    ${row({
      id: sql`'layout:' || m.id`,
      kind: sql`'layout'`,
      what: sql`coalesce(m.name, nullif(m.mapping->>'payer', ''), m.file_name)`,
      origin: sql`'file'`,
      customer: NOTHING,
      meaning: sql`(select string_agg(h, ', ') from jsonb_array_elements_text(m.header) h)`,
      since: day(tx, sql`m.saved_at`),
      last: day(tx, sql`coalesce(m.used_at, m.saved_at)`),
      by: sql`m.saved_by_name`,
    })}
    from import_mapping m where m.company_id = ${tx.company.id} and m.kind = 'remittance'`;
}

/** What people took back: what ended with an act that was undone, or because a code means something else now, is not among it. */
function takenBack(tx: Tx): Readonly<Record<LearntKind, Query>> {
  const revoked = (kind: LearntKind) => sql`
    ${row({
      id: sql`'revocation:' || v.id`,
      kind: sql`v.kind`,
      what: sql`coalesce(v.told->>'what', v.key)`,
      origin: sql`v.told->>'origin'`,
      customer: sql`v.customer_id`,
      times: sql`v.told->>'times'`,
      ofTimes: sql`v.told->>'ofTimes'`,
      share: sql`v.told->>'shareBps'`,
      meaning: sql`v.told->>'meaning'`,
      since: sql`v.told->>'sinceOn'`,
      last: day(tx, sql`v.revoked_at`),
      takenBackAt: sql`v.revoked_at`,
      takenBackBy: sql`v.revoked_by_name`,
      takenBackReason: sql`v.reason`,
    })}
    from knowledge_revocation v where v.company_id = ${tx.company.id} and v.restored_at is null and v.kind = ${kind}`;
  return {
    account: revoked('account'),
    name: revoked('name'),
    habit: revoked('habit'),
    layout: revoked('layout'),
    pair: sql`${pairs(tx)} and p.ended_reason is not null`,
    payer: sql`${payers(tx)} and r.ended_by_name is not null`,
    code: sql`${codes(tx)} and k.ended_at is not null
      and not exists (select from deduction_code n where n.company_id = k.company_id and n.customer_id = k.customer_id
        and n.code_key = k.code_key and n.id <> k.id and n.set_at >= k.ended_at)`,
  };
}

/** A page of what is learnt, with where it comes from. */
export async function listLearnt(tx: Tx, page: LearntPage): Promise<LearntThing[]> {
  const { after } = page;
  const beyond = after === undefined ? noSql : sql`and (k.last_on, k.id) < (${after.lastOn}::date, ${after.id}::text)`;
  return tx.all(sql`
    with known as materialized (
      select k.*, c.number as customer_number, c.name as customer_name, i.number as item_number, r.number as receipt_number
        ${from(tx, page)} ${beyond}
        order by k.last_on desc, k.id desc limit ${page.limit})
    select k.id, k.kind, k.what, k.origin, k.customer_id as "customerId", k.customer_number as "customerNumber",
        k.customer_name as "customerName", k.item_id as "itemId", k.item_number as "itemNumber", k.times, k.of_times as "ofTimes",
        k.share_bps as "shareBps", k.meaning, coalesce(k.since_on, first.on_day) as "sinceOn", k.last_on as "lastOn",
        coalesce(k.by_name, d.settled_by_name) as "byName", coalesce(d.decision = 'auto', false) as "isByItself",
        coalesce(k.receipt_id, first.receipt_id) as "firstReceiptId", coalesce(k.receipt_number, fr.number) as "firstReceiptNumber",
        last.receipt_id as "lastReceiptId", lr.number as "lastReceiptNumber", k.taken_back_at as "takenBackAt",
        k.taken_back_by_name as "takenBackByName", k.taken_back_reason as "takenBackReason"
      from known k
      left join lateral (${taught(tx, sql`asc`)}) first on true
      left join lateral (${taught(tx, sql`desc`)}) last on true
      left join item fr on fr.company_id = ${tx.company.id} and fr.id = first.receipt_id
      left join item lr on lr.company_id = ${tx.company.id} and lr.id = last.receipt_id
      left join receipt_decision d on d.company_id = ${tx.company.id} and d.receipt_item_id = first.receipt_id and d.number = first.decision_number
      order by k.last_on desc, k.id desc`);
}

/** The receipt from which a link or a habit was learnt first (`asc`) or last (`desc`). */
function taught(tx: Tx, order: Query): Query {
  const confirmed = (mark: Query, key: Query, teaches: Query) => sql`
    (select p.receipt_item_id as receipt_id, p.decision_number, p.booked_on as on_day from payer_confirmation p
      where k.origin = 'application' and k.kind = ${mark} and k.taken_back_at is null and p.company_id = ${tx.company.id}
        and p.${key} = k.what and p.${key} <> '' and p.customer_id = k.customer_id and p.ended_at is null and p.${teaches}
      order by p.booked_on ${order}, p.taught_at ${order}, p.receipt_item_id ${order} limit 1)`;
  return sql`
    ${confirmed(sql`'account'`, sql`payer_account`, sql`teaches_account`)}
    union all ${confirmed(sql`'name'`, sql`payer_name`, sql`teaches_name`)}
    union all
    (select p.receipt_item_id, p.decision_number, p.booked_on from payment_pattern p
      where k.kind = 'habit' and k.taken_back_at is null and p.company_id = ${tx.company.id} and p.customer_id = k.customer_id
        and p.ended_at is null
        and (k.what = any(p.kept) or p.deductions @> jsonb_build_array(jsonb_build_object('reason', substr(k.what, length('deduction:') + 1))))
      order by p.booked_on ${order}, p.receipt_item_id ${order} limit 1)`;
}

function from(tx: Tx, { state, kind, search = '', customerIds, receiptId }: LearntFilter): Query {
  const parts = state === 'standing' ? standing(tx) : takenBack(tx);
  const chosen = kind === undefined ? Object.values(parts) : [parts[kind]];
  const contains = `%${literally(search)}%`;
  return sql`
    from (${chosen.reduce((left, right) => sql`${left} union all ${right}`)}) k
    left join customer c on c.company_id = ${tx.company.id} and c.id = k.customer_id
    left join item i on i.company_id = ${tx.company.id} and i.id = k.item_id
    left join item r on r.company_id = ${tx.company.id} and r.id = k.receipt_id
    where true
      ${customerIds ? sql`and k.customer_id = any(${customerIds}::uuid[])` : noSql}
      ${receiptId ? sql`and k.receipt_id = ${receiptId}::uuid` : noSql}
      ${search === '' ? noSql : sql`and (k.what ilike ${contains} or c.number ilike ${contains} or c.name ilike ${contains} or i.number ilike ${contains} or r.number ilike ${contains})`}`;
}

/** How many there are of each kind. */
export async function countLearnt(tx: Tx, filter: Omit<LearntFilter, 'kind'>): Promise<Map<LearntKind, number>> {
  const rows = await tx.all<{ kind: LearntKind; count: number }>(
    sql`select k.kind, count(*)::int as count ${from(tx, filter)} group by k.kind`,
  );
  return new Map(rows.map(({ kind, count }) => [kind, count]));
}

/** One thing by its id; undefined when it is not among those. */
export async function findLearnt(tx: Tx, state: LearntState, id: string): Promise<LearntThing | undefined> {
  return tx.maybe(sql`
    select k.id, k.kind, k.what, k.origin, k.customer_id as "customerId", k.item_id as "itemId", k.times, k.of_times as "ofTimes",
        k.share_bps as "shareBps", k.meaning, k.since_on as "sinceOn", k.last_on as "lastOn"
      ${from(tx, { state })} and k.id = ${id}`);
}
