/** Items that were or are paid late, and what was asked for them so far. Notes over interest bear none themselves. */
import type { LocalDate } from '@quittance/core/calendar';
import type { LateItem } from '@quittance/core/interest';
import { noSql, type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface LateCustomer {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

/** A charge holds unless its note was reversed. */
const STANDING_LINES = sql`
  select l.item_id, l.to_on, l.fee_minor from interest_charge_line l
    join interest_charge g on g.company_id = l.company_id and g.id = l.charge_id
    left join item n on n.company_id = g.company_id and n.id = g.item_id
    left join document d on d.company_id = n.company_id and d.id = n.document_id
    where l.company_id = current_company() and d.cancelled_by_entry_id is null`;

/** Late, and not asked for to the end: what was charged through today, or through the day before it was paid, is not read again. */
function isLate(tx: Tx, fromOn: LocalDate): Query {
  return sql`
    i.amount_minor > 0 and i.due_on < ${tx.today} and (i.open_minor > 0 or (i.last_effective_on > i.due_on and i.last_effective_on > ${fromOn}))
      and not exists (select from (${STANDING_LINES}) s where s.item_id = i.id
        and s.to_on >= case when i.open_minor > 0 then ${tx.today}::date else i.last_effective_on - 1 end)
      and not exists (select from interest_charge n where n.company_id = i.company_id and n.item_id = i.id)
      and not exists (select from document d where d.company_id = i.company_id and d.id = i.document_id and d.cancelled_by_entry_id is not null)`;
}

interface CustomerPage {
  readonly after: string | undefined;
  readonly limit: number;
}

/** Customers with anything late since a day (null: nobody is asked for that), or with a plan that bears interest; by number. */
export async function customersToAsk(
  tx: Tx,
  page: CustomerPage & { readonly lateFromOn: LocalDate | null },
): Promise<LateCustomer[]> {
  const ofPlans = sql`
    exists (select from payment_plan n where n.company_id = c.company_id and n.customer_id = c.id and n.interest_basis_points > 0)`;
  const { lateFromOn } = page;
  if (lateFromOn === null) return tx.all(customersWith(tx, page, ofPlans));
  const late = sql`
    exists (select from item i where i.company_id = c.company_id and i.customer_id = c.id and ${isLate(tx, lateFromOn)})`;
  return tx.all(sql`
    select distinct id, number, name from ((${customersWith(tx, page, late)}) union all (${customersWith(tx, page, ofPlans)})) found
      order by number limit ${page.limit}`);
}

function customersWith(tx: Tx, { after, limit }: CustomerPage, condition: Query): Query {
  const rest = after === undefined ? noSql : sql`and c.number > ${after}`;
  return sql`
    select c.id, c.number, c.name from customer c
      where c.company_id = ${tx.company.id} and c.kind = 'regular' ${rest} and ${condition} order by c.number limit ${limit}`;
}

/** The last day charged or waived for any of these items. */
export async function lastChargedDay(tx: Tx, itemIds: readonly string[]): Promise<LocalDate | null> {
  const { day } = await tx.one<{ day: LocalDate | null }>(
    sql`select max(s.to_on) as day from (${STANDING_LINES}) s where s.item_id = any(${itemIds}::uuid[])`,
  );
  return day;
}

export interface NumberedLateItem extends LateItem {
  readonly customerId: string;
  readonly number: string;
  /** A dispute holds it, wholly or in part. */
  readonly isDisputed: boolean;
}

/** Read for one page; a note over as many can still be charged. */
export const LATE_ITEMS_MAX = 20_000;

/**
 * The late items of customers, in the order given and by their due days. `isCut`: there are more; those of the last customer in
 * the list are not all there, and those of customers after it are missing.
 */
export async function lateItems(
  tx: Tx,
  customerIds: readonly string[],
  fromOn: LocalDate,
): Promise<{ items: NumberedLateItem[]; isCut: boolean }> {
  const rows = await tx.all<NumberedLateItem>(sql`
    select i.id, i.customer_id as "customerId", i.number, i.currency, i.due_on as "dueOn",
        (select max(s.to_on) from (${STANDING_LINES}) s where s.item_id = i.id) as "chargedTo",
        exists (select from (${STANDING_LINES}) s where s.item_id = i.id and s.fee_minor > 0) as "isFeeAsked",
        exists (select from hold h where h.company_id = i.company_id and h.item_id = i.id and h.kind = 'dispute' and h.released_at is null
          and (h.until_on is null or h.until_on >= ${tx.today})) as "isDisputed",
        (select json_agg(json_build_object('effectiveOn', p.effective_on, 'amountMinor', p.amount::text) order by p.effective_on)
          from (select effective_on, sum(amount_minor) as amount from posting
            where company_id = i.company_id and item_id = i.id group by effective_on having sum(amount_minor) <> 0) p) as changes
      from item i
      where i.company_id = ${tx.company.id} and i.customer_id = any(${customerIds}::uuid[]) and ${isLate(tx, fromOn)}
      order by array_position(${customerIds}::uuid[], i.customer_id), i.due_on, i.number, i.id limit ${LATE_ITEMS_MAX + 1}`);
  return { items: rows.slice(0, LATE_ITEMS_MAX).map(withAmounts), isCut: rows.length > LATE_ITEMS_MAX };
}

/** Amounts travel through JSON as text. */
function withAmounts(item: NumberedLateItem): NumberedLateItem {
  const changes = (item.changes as unknown as { effectiveOn: LocalDate; amountMinor: string }[] | null) ?? [];
  return { ...item, changes: changes.map((one) => ({ ...one, amountMinor: BigInt(one.amountMinor) })) };
}
