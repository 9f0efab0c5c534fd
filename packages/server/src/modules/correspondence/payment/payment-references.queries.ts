import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface AskedItem {
  readonly itemId: string;
  readonly askedMinor: bigint;
  readonly currency: string;
}

/** Eight digits from the first on: a number without zeros in front is the same however a payer or a bank writes it. */
const BEFORE_FIRST = 10_000_000;
const NUMBERING_LOCK = 7315; // class of the advisory locks under which a company's references are numbered

/** The next number of the company; nobody else numbers until the transaction ends. */
export async function nextReferenceNumber(tx: Tx): Promise<bigint> {
  await tx.all(sql`select pg_advisory_xact_lock(${NUMBERING_LOCK}::int, hashtext(${tx.company.id}))`);
  const { next } = await tx.one<{ next: bigint }>(sql`
    select greatest(coalesce(max(number), 0), ${BEFORE_FIRST}) + 1 as next from payment_reference where company_id = ${tx.company.id}`);
  return BigInt(next);
}

export interface KeptReference {
  readonly reference: string;
  readonly number: bigint;
  readonly customerId: string;
  readonly items: readonly AskedItem[];
}

export async function insertReferences(tx: Tx, references: readonly KeptReference[]): Promise<void> {
  const rows = references.map(({ reference, number, customerId }) => ({
    reference,
    number: number.toString(),
    customerId,
  }));
  await tx.run(sql`
    insert into payment_reference (company_id, reference, number, customer_id, made_at)
      select ${tx.company.id}, reference, number, "customerId", ${tx.recordedAt}
        from json_to_recordset(${JSON.stringify(rows)}) as r (reference text, number bigint, "customerId" uuid)`);
  const items = references.flatMap(({ reference, items: asked }) => asked.map((item) => ({ ...item, reference })));
  const column = <Name extends keyof (typeof items)[number]>(name: Name) => items.map((item) => item[name]);
  await tx.run(sql`
    insert into payment_reference_item (company_id, reference, item_id, asked_minor, currency)
      select ${tx.company.id}, *
        from unnest(${column('reference')}::text[], ${column('itemId')}::uuid[], ${column('askedMinor')}::bigint[],
          ${column('currency')}::text[])`);
}

/** The items that payers were asked to pay under these references: what a receipt that quotes one is for. */
export async function itemsOfReferences(
  tx: Tx,
  references: readonly string[],
): Promise<(AskedItem & { readonly reference: string; readonly customerId: string })[]> {
  return tx.all(sql`
    select r.reference, r.customer_id as "customerId", i.item_id as "itemId", i.asked_minor as "askedMinor", i.currency
      from payment_reference r
      join payment_reference_item i on i.company_id = r.company_id and i.reference = r.reference
      where r.company_id = ${tx.company.id} and r.reference = any(${references}::text[]) order by r.reference, i.item_id`);
}

/** The latest reference under which exactly these items were asked for. */
export async function findReferenceOfItems(tx: Tx, itemIds: readonly string[]): Promise<string | null> {
  const found = await tx.maybe<{ reference: string }>(sql`
    select r.reference from payment_reference r
      join payment_reference_item i on i.company_id = r.company_id and i.reference = r.reference
      where r.company_id = ${tx.company.id} and r.reference in (
        select reference from payment_reference_item where company_id = ${tx.company.id} and item_id = any(${itemIds}::uuid[]))
      group by r.reference, r.number
      having count(*) = ${itemIds.length} and bool_and(i.item_id = any(${itemIds}::uuid[]))
      order by r.number desc limit 1`);
  return found?.reference ?? null;
}
