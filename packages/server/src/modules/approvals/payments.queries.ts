/** Refunds on their way to the bank and back as its debit line. */
import type { LocalDate } from '@quittance/core/calendar';
import { noSql, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export const PAYMENT_STATES = ['due', 'handed_over', 'paid', 'failed', 'cancelled'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export interface RefundPayment {
  readonly id: string;
  readonly requestId: string;
  readonly entryId: string;
  readonly customerId: string;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly itemId: string;
  readonly itemNumber: string;
  readonly account: string;
  readonly holder: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly reference: string;
  readonly state: PaymentState;
  readonly listId: string | null;
  readonly handedOverByName: string | null;
  readonly handedOverAt: string | null;
  readonly bankLineId: string | null;
  readonly settledByName: string | null;
  readonly settledAt: string | null;
  readonly settledWords: string | null;
  readonly createdAt: string;
}

const PAYMENT = sql`
  select p.id, p.request_id as "requestId", p.entry_id as "entryId", p.customer_id as "customerId", c.number as "customerNumber",
      c.name as "customerName", p.item_id as "itemId", i.number as "itemNumber", p.account, p.holder, p.currency,
      p.amount_minor as "amountMinor", p.reference, p.state, p.list_id as "listId", p.handed_over_by_name as "handedOverByName",
      p.handed_over_at as "handedOverAt", p.bank_line_id as "bankLineId", p.settled_by_name as "settledByName",
      p.settled_at as "settledAt", p.settled_words as "settledWords", p.created_at as "createdAt"
    from refund_payment p
    join customer c on c.company_id = p.company_id and c.id = p.customer_id
    join item i on i.company_id = p.company_id and i.id = p.item_id`;

export interface PaymentPage {
  readonly states?: readonly PaymentState[] | undefined;
  readonly listId?: string | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
}

/** The latest first. */
export async function listPayments(tx: Tx, page: PaymentPage): Promise<RefundPayment[]> {
  return tx.all(sql`${PAYMENT}
    where p.company_id = ${tx.company.id}
      ${page.states ? sql`and p.state = any(${page.states}::text[])` : noSql}
      ${page.listId ? sql`and p.list_id = ${page.listId}` : noSql}
      ${page.before ? sql`and p.id < ${page.before}` : noSql}
    order by p.id desc limit ${page.limit}`);
}

export async function paymentsOfRequest(tx: Tx, requestId: string): Promise<RefundPayment[]> {
  return tx.all(sql`${PAYMENT} where p.company_id = ${tx.company.id} and p.request_id = ${requestId} order by p.id`);
}

export async function findPayment(tx: Tx, id: string): Promise<RefundPayment | undefined> {
  return tx.maybe(sql`${PAYMENT} where p.company_id = ${tx.company.id} and p.id = ${id}`);
}

/** Those of the ids, locked in the order of their ids. */
export async function lockPayments(tx: Tx, ids: readonly string[]): Promise<RefundPayment[]> {
  await tx.all(sql`
    select from refund_payment where company_id = ${tx.company.id} and id = any(${ids}::uuid[]) order by id for update`);
  return tx.all(sql`${PAYMENT} where p.company_id = ${tx.company.id} and p.id = any(${ids}::uuid[]) order by p.id`);
}

export type NewPayment = Pick<
  RefundPayment,
  | 'id'
  | 'requestId'
  | 'entryId'
  | 'customerId'
  | 'itemId'
  | 'account'
  | 'holder'
  | 'currency'
  | 'amountMinor'
  | 'reference'
>;

export async function insertPayment(tx: Tx, one: NewPayment): Promise<void> {
  await tx.run(sql`
    insert into refund_payment (company_id, id, request_id, entry_id, customer_id, item_id, account, holder, currency, amount_minor,
        reference, created_at)
      values (${tx.company.id}, ${one.id}, ${one.requestId}, ${one.entryId}, ${one.customerId}, ${one.itemId}, ${one.account}, ${one.holder},
        ${one.currency}, ${one.amountMinor}, ${one.reference}, ${tx.recordedAt})`);
}

export async function saveHandedOver(tx: Tx, ids: readonly string[], listId: string): Promise<void> {
  await tx.run(sql`
    update refund_payment set state = 'handed_over', list_id = ${listId}, handed_over_by_name = ${tx.actor.name},
        handed_over_at = ${tx.recordedAt}
      where company_id = ${tx.company.id} and id = any(${ids}::uuid[])`);
}

/**
 * What of a payment's refund is not undone, in its currency. Its item is locked: nobody undoes it until this transaction has ended.
 */
export async function restOfRefund(tx: Tx, { itemId, entryId }: RefundPayment): Promise<bigint> {
  await tx.all(sql`select from item where company_id = ${tx.company.id} and id = ${itemId} for update`);
  const row = await tx.one<{ restMinor: bigint }>(sql`
    select e.amount_minor - coalesce(u.undone_minor, 0) as "restMinor"
      from entry e left join entry_undo u on u.company_id = e.company_id and u.entry_id = e.id
      where e.company_id = ${tx.company.id} and e.id = ${entryId}`);
  return row.restMinor;
}

/** Throws `bank_line_pays_one_refund`. */
export async function saveSettled(
  tx: Tx,
  settled: { id: string; state: 'paid' | 'failed'; bankLineId: string | null; words: string | null },
): Promise<void> {
  await tx.run(sql`
    update refund_payment set state = ${settled.state}, bank_line_id = ${settled.bankLineId}, settled_by_name = ${tx.actor.name},
        settled_at = ${tx.recordedAt}, settled_words = ${settled.words}
      where company_id = ${tx.company.id} and id = ${settled.id}`);
}

export interface DebitLine {
  readonly id: string;
  readonly bookedOn: LocalDate;
  readonly currency: string;
  /** Positive. */
  readonly amountMinor: bigint;
  readonly payerName: string | null;
  readonly text: string;
  /** The bank's line says the payment's own reference. */
  readonly saysReference: boolean;
}

export interface DebitLinePage {
  /** The last line of the page before. */
  readonly after?: { readonly saysReference: boolean; readonly bookedOn: string; readonly id: string } | undefined;
  /** Only this one. */
  readonly id?: string | undefined;
  readonly limit: number;
}

/**
 * The bank's debit lines that may be a payment: of its amount, not before it was made, not another's. Those that say its reference
 * first, then the latest.
 */
export async function debitLinesFor(tx: Tx, payment: RefundPayment, page: DebitLinePage): Promise<DebitLine[]> {
  const { after, id, limit } = page;
  return tx.all(sql`
    select * from (
      select l.id, coalesce(l.booked_on, l.value_on) as "bookedOn", l.currency, -l.amount_minor as "amountMinor", l.payer_name as "payerName",
          array_to_string(l.text_lines, ' ') as text,
          (l.end_to_end_id = ${payment.reference} or l.customer_reference = ${payment.reference}
            or strpos(array_to_string(l.text_lines, ' '), ${payment.reference}) > 0) is true as "saysReference"
        from bank_line l
        where l.company_id = ${tx.company.id} and l.disposition = 'money_out' and l.undone_at is null and l.currency = ${payment.currency}
          and l.amount_minor = ${-payment.amountMinor} and coalesce(l.booked_on, l.value_on) >= ${payment.createdAt}::timestamptz::date
          ${id === undefined ? noSql : sql`and l.id = ${id}`}
          and not exists (select from refund_payment o where o.company_id = l.company_id and o.bank_line_id = l.id)) found
      ${after ? sql`where ("saysReference", "bookedOn", id) < (${after.saysReference}::boolean, ${after.bookedOn}::date, ${after.id}::uuid)` : noSql}
      order by "saysReference" desc, "bookedOn" desc, id desc limit ${limit}`);
}

/** The company's own accounts, as its statements told. */
export async function ownAccounts(tx: Tx): Promise<string[]> {
  const rows = await tx.all<{ account: string }>(
    sql`select account from own_bank_account where company_id = ${tx.company.id} order by account`,
  );
  return rows.map((row) => row.account);
}
