/** Items by what people remember of them: the number, its last digits, the amount. For the search over everything. */
import type { LocalDate } from '@quittance/core/calendar';
import type { DocumentKind } from '@quittance/core/ledger';
import { minorDigits } from '@quittance/core/money';
import { type Query, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export interface FoundItem {
  readonly id: string;
  readonly number: string;
  readonly kind: DocumentKind;
  readonly customerId: string;
  readonly customerName: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly openMinor: bigint;
  readonly dueOn: LocalDate;
}

const FOUND = sql`
  i.id, i.number, i.kind, i.customer_id as "customerId", c.name as "customerName", i.currency, i.amount_minor as "amountMinor",
      i.open_minor as "openMinor", i.due_on as "dueOn"`;

const AFTER_ALL_CHARACTERS = '\u{10FFFF}';

/** Of documents chosen first, so that an item and a customer are looked up for those few only. */
function ofDocuments(tx: Tx, documents: Query, limit: number): Query {
  return sql`
    select ${FOUND} from (${documents}) d
      join item i on i.company_id = ${tx.company.id} and i.opening_entry_id = d.opening_entry_id
      join customer c on c.company_id = i.company_id and c.id = i.customer_id
      order by d.place, i.instalment limit ${limit}`;
}

/** By the number, written as anybody might: the number itself first, then those that begin with it. */
export function findItemsByNumber(tx: Tx, search: { key: string; limit: number }): Promise<FoundItem[]> {
  const documents = sql`
    select opening_entry_id, number_key as place from document
      where company_id = ${tx.company.id} and number_key >= ${search.key} and number_key < ${search.key + AFTER_ALL_CHARACTERS}
      order by number_key limit ${search.limit}`;
  return tx.all(ofDocuments(tx, documents, search.limit));
}

/** By the last digits of the number. */
export function findItemsByTail(tx: Tx, search: { tail: string; limit: number }): Promise<FoundItem[]> {
  const documents = sql`
    select f.opening_entry_id, f.place from documents_by_number_tail(${search.tail}, ${search.limit})
      with ordinality f (opening_entry_id, place)`;
  return tx.all(ofDocuments(tx, documents, search.limit));
}

/**
 * By what they were for, or what is open of them, to the cent in their own currency; the newest first, open ones before. What
 * nothing was settled of is open by what it was for, so that the first half asks only of the others.
 */
export async function findItemsByAmount(
  tx: Tx,
  search: { amounts: readonly { readonly minor: bigint; readonly decimals: number }[]; limit: number },
): Promise<FoundItem[]> {
  const minors = [...new Set(search.amounts.flatMap(({ minor }) => [minor, -minor]))].map(String);
  const rows = await tx.all<FoundItem>(sql`
    with recursive currency (code) as (
      (select currency from item where company_id = ${tx.company.id} and open_minor <> 0 order by currency limit 1)
      union all
      select (select currency from item where company_id = ${tx.company.id} and open_minor <> 0 and currency > c.code order by currency limit 1)
        from currency c where c.code is not null
    ), hit as (
      select x.id from unnest(${minors}::bigint[]) m (minor) cross join lateral (
        select id from item where company_id = ${tx.company.id} and amount_minor = m.minor and settled_minor <> 0
          order by id desc limit ${search.limit}) x
      union
      select x.id from unnest(${minors}::bigint[]) m (minor) cross join (select code from currency where code is not null) k cross join lateral (
        select id from item where company_id = ${tx.company.id} and currency = k.code and open_minor = m.minor and open_minor <> 0
          order by id desc limit ${search.limit}) x)
    select ${FOUND} from hit
      join item i on i.company_id = ${tx.company.id} and i.id = hit.id
      join customer c on c.company_id = i.company_id and c.id = i.customer_id
      order by (i.open_minor <> 0) desc, i.id desc`);
  const wanted = new Set(search.amounts.map(({ minor, decimals }) => `${minor} ${decimals}`));
  const isAsked = (minor: bigint, currency: string): boolean =>
    wanted.has(`${minor < 0n ? -minor : minor} ${minorDigits(currency)}`);
  return rows
    .filter((row) => isAsked(row.amountMinor, row.currency) || isAsked(row.openMinor, row.currency))
    .slice(0, search.limit);
}
