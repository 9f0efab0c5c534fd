/** What is known of customers when it is decided what they get: read in one go for many, and again at the moment of writing. */
import type { LocalDate } from '@quittance/core/calendar';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** Records with something open that is due by a day. */
export async function recordsWithDue(tx: Tx, horizon: LocalDate): Promise<string[]> {
  const rows = await tx.lists<[string]>(sql`
    select i.customer_id from item i
      join customer c on c.company_id = i.company_id and c.id = i.customer_id and c.kind = 'regular'
      where i.company_id = ${tx.company.id} and i.open_minor > 0 and i.account = 'receivable' and i.due_on <= ${horizon}
      group by i.customer_id`);
  return rows.map(([id]) => id);
}

export interface OpenItem {
  readonly id: string;
  readonly customerId: string;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly currency: string;
  readonly amountMinor: bigint;
  /** Below zero: a credit. */
  readonly openMinor: bigint;
  readonly functionalMinor: bigint;
}

type ItemRow = [string, string, string, LocalDate, LocalDate, string, bigint, bigint, bigint];

/** Of these records: what is owed and due by a day, and all credits. */
export async function openItems(tx: Tx, customerIds: readonly string[], horizon: LocalDate): Promise<OpenItem[]> {
  const rows = await tx.lists<ItemRow>(sql`
    select id, customer_id, number, issued_on, due_on, currency, amount_minor, open_minor, functional_minor - settled_functional_minor
      from item where company_id = ${tx.company.id} and customer_id = any(${customerIds}::uuid[]) and open_minor <> 0
        and (open_minor < 0 or (account = 'receivable' and due_on <= ${horizon}))`);
  return rows.map(([id, customerId, number, issuedOn, dueOn, currency, amountMinor, openMinor, functionalMinor]) => ({
    ...{ id, customerId, number, issuedOn, dueOn, currency, amountMinor, openMinor, functionalMinor },
  }));
}

/** These items as they stand, open or not. */
export async function itemsAsTheyStand(tx: Tx, ids: readonly string[]): Promise<OpenItem[]> {
  return tx.all(sql`
    select id, customer_id as "customerId", number, issued_on as "issuedOn", due_on as "dueOn", currency, amount_minor as "amountMinor",
        open_minor as "openMinor", functional_minor - settled_functional_minor as "functionalMinor"
      from item where company_id = ${tx.company.id} and id = any(${ids}::uuid[])`);
}

export interface HoldInForce {
  readonly itemId: string | null;
  readonly customerId: string;
  readonly kind: string;
  /** Null: all of the item, or the customer. */
  readonly amountMinor: bigint | null;
}

export async function holdsInForce(tx: Tx, customerIds: readonly string[]): Promise<HoldInForce[]> {
  return tx.all(sql`
    select item_id as "itemId", customer_id as "customerId", kind, amount_minor as "amountMinor" from hold
      where company_id = ${tx.company.id} and customer_id = any(${customerIds}::uuid[]) and released_at is null
        and (until_on is null or until_on >= ${tx.today})`);
}

export interface PastStep {
  readonly itemId: string;
  readonly key: string;
  readonly on: LocalDate;
  readonly attempt: number;
  readonly isWithdrawn: boolean;
  /** A person has still to do it. */
  readonly isUnfinished: boolean;
  /** What is left to do is to print and post its letter. */
  readonly isUnprinted: boolean;
}

/** What a person did counts from the day on which its task ended, done or called off; a letter on paper, from when it was posted. */
export async function stepsOfItems(tx: Tx, itemIds: readonly string[]): Promise<PastStep[]> {
  const rows = await tx.lists<[string, string, LocalDate, number, boolean, boolean, boolean]>(sql`
    select s.item_id, s.step_key,
        greatest(s.taken_on, (t.ended_at at time zone ${tx.company.timeZone})::date, (d.sent_at at time zone ${tx.company.timeZone})::date),
        s.attempt, s.withdrawn_at is not null, coalesce(t.status = 'open', d.state = 'to_print', false), coalesce(d.state = 'to_print', false)
      from dunning_step s
        join dunning_action a on a.company_id = s.company_id and a.id = s.action_id
        left join task t on t.company_id = a.company_id and t.id = a.task_id
        left join message_delivery d on a.channel = 'paper' and d.company_id = a.company_id and d.message_id = a.message_id
      where s.company_id = ${tx.company.id} and s.item_id = any(${itemIds}::uuid[])`);
  return rows.map(([itemId, key, on, attempt, isWithdrawn, isUnfinished, isUnprinted]) => ({
    ...{ itemId, key, on, attempt, isWithdrawn, isUnfinished, isUnprinted },
  }));
}

export interface CustomerRecord {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly language: string | null;
  readonly country: string | null;
  readonly email: string | null;
  readonly channel: string | null;
  readonly segment: string | null;
  readonly tier: string | null;
  readonly tags: readonly string[];
}

export async function customerRecords(tx: Tx, ids: readonly string[]): Promise<CustomerRecord[]> {
  return tx.all(sql`
    select id, number, name, language, country, email, channel, segment, tier, tags from customer
      where company_id = ${tx.company.id} and id = any(${ids}::uuid[])`);
}

export interface Reader {
  readonly id: string | null;
  readonly customerId: string;
  readonly name: string;
  readonly language: string | null;
  readonly email: string;
}

/** Of a contact or customer `c`. */
const TAKES_MAIL = sql`not exists (
  select from suppressed_address s where s.company_id = c.company_id and s.address = c.email_key and s.lifted_at is null)`;

/** People with an address that takes mail: those at accounts payable first, then the one to speak with, then the longest known. */
export async function readers(tx: Tx, customerIds: readonly string[]): Promise<Reader[]> {
  return tx.all(sql`
    select c.id, c.customer_id as "customerId", c.name, c.language, c.email from contact c
      where c.company_id = ${tx.company.id} and c.customer_id = any(${customerIds}::uuid[]) and c.ended_at is null
        and c.email like '%_@_%' and ${TAKES_MAIL}
      order by 'dunning' = any(c.roles) desc, 'accounts_payable' = any(c.roles) desc, c.is_primary desc, c.created_at, c.id`);
}

/** Addresses of the customers themselves that take mail. */
export async function ownAddresses(tx: Tx, customerIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.lists<[string]>(sql`
    select c.id from customer c where c.company_id = ${tx.company.id} and c.id = any(${customerIds}::uuid[]) and c.email like '%_@_%'
      and ${TAKES_MAIL}`);
  return new Set(rows.map(([id]) => id));
}

/** By customer, where letters on paper go, as its profile says now: of those who want post. */
export async function postalAddresses(tx: Tx, customerIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.lists<[string, string]>(sql`
    select customer_id, address from (
      select distinct on (customer_id) customer_id, fields ->> 'delivery' as delivery, btrim(fields ->> 'invoiceAddress') as address
        from customer_profile where company_id = ${tx.company.id} and customer_id = any(${customerIds}::uuid[])
        order by customer_id, number desc) latest
      where delivery = 'post' and address <> ''`);
  return new Map(rows);
}

/** What people say to customers; `dunning` is of data that came from elsewhere. */
const CONTACT_KINDS = ['call', 'mail', 'meeting', 'letter', 'dunning'];

export interface LastContact {
  readonly customerId: string;
  readonly lastOn: LocalDate;
}

/** Of each customer with a contact since a day, the latest. */
export async function lastContacts(tx: Tx, customerIds: readonly string[], since: LocalDate): Promise<LastContact[]> {
  return tx.all(sql`
    select a.customer_id as "customerId", max((a.happened_at at time zone ${tx.company.timeZone})::date) as "lastOn" from activity a
      where a.company_id = ${tx.company.id} and a.customer_id = any(${customerIds}::uuid[]) and a.kind = any(${CONTACT_KINDS}::text[])
        and a.happened_at >= ${since}::date and a.happened_at <= ${tx.recordedAt}::timestamptz and not a.is_withdrawal
        and not exists (select from activity n where n.company_id = a.company_id and n.supersedes_id = a.id)
      group by a.customer_id`);
}

export interface PastLetters {
  readonly customerId: string;
  readonly today: number;
  readonly lastBeforeOn: LocalDate | null;
}

/** Letters decided that were not withdrawn: those of today counted, and the day of the latest before. */
export async function pastLetters(tx: Tx, customerIds: readonly string[], since: LocalDate): Promise<PastLetters[]> {
  return tx.all(sql`
    select customer_id as "customerId", (count(*) filter (where decided_on = ${tx.today}))::int as today,
        max(decided_on) filter (where decided_on < ${tx.today}) as "lastBeforeOn"
      from dunning_action
      where company_id = ${tx.company.id} and customer_id = any(${customerIds}::uuid[]) and channel in ('mail', 'paper') and withdrawn_at is null
        and decided_on >= ${since}
      group by customer_id`);
}

/** An account without a statement for so long is no longer used. */
const ACCOUNT_IN_USE_DAYS = 90;

/**
 * The day through which all bank accounts in use tell who has paid: of each its newest statement or list of entries, of these the
 * oldest. Null when there is none.
 */
export async function bankDataThrough(tx: Tx): Promise<LocalDate | null> {
  const row = await tx.one<{ through: LocalDate | null }>(sql`
    with newest as (
      select account, max(day) as day from (
        select account, closing_on as day from bank_statement where company_id = ${tx.company.id} and closing_on is not null
        union all
        select account, booked_on from bank_line where company_id = ${tx.company.id} and undone_at is null and booked_on is not null
          and booked_on >= ${tx.today}::date - ${ACCOUNT_IN_USE_DAYS}::int) told
      where day <= ${tx.today} group by account)
    select coalesce(min(day) filter (where day >= ${tx.today}::date - ${ACCOUNT_IN_USE_DAYS}::int), max(day)) as through from newest`);
  return row.through;
}

export interface ChangedItem {
  readonly number: string;
  readonly what: 'position' | 'hold' | 'credit';
}

/** Of the items that a letter asks to be paid, those that stand otherwise than when it was written; none of a letter that asks for nothing. */
export async function changedSinceWritten(tx: Tx, messageId: string): Promise<ChangedItem[]> {
  return tx.all(sql`
    with asked as (
      select i.id, i.number, i.customer_id, i.currency, i.open_minor, i.last_recorded_at, m.happened_at
        from message m
        join message_item t on t.company_id = m.company_id and t.message_id = m.id
        join item i on i.company_id = t.company_id and i.id = t.item_id
        where m.company_id = ${tx.company.id} and m.id = ${messageId} and m.payment_reference is not null and i.amount_minor > 0)
    select number, what from (
      select number, 'position' as what, 1 as rank from asked where open_minor <= 0 or last_recorded_at > happened_at
      union all
      select a.number, 'hold', 2 from asked a where exists (
        select from hold h where h.company_id = ${tx.company.id} and h.customer_id = a.customer_id and (h.item_id = a.id or h.item_id is null)
          and h.released_at is null and (h.until_on is null or h.until_on >= ${tx.today}) and h.placed_at > a.happened_at)
      union all
      select a.number, 'credit', 3 from asked a where a.open_minor <= (
        select coalesce(-sum(c.open_minor), 0) from item c
          where c.company_id = ${tx.company.id} and c.customer_id = a.customer_id and c.currency = a.currency and c.open_minor < 0
            and c.last_recorded_at > a.happened_at)) found
      order by rank, number limit 1`);
}
