import { addDays, type LocalDate } from '@quittance/core/calendar';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export interface Book {
  readonly closedThrough: LocalDate | null;
  readonly closingThrough: LocalDate | null;
}

export async function findBook(tx: Tx): Promise<Book> {
  const book = await tx.maybe<Book>(sql`
    select closed_through as "closedThrough", closing_through as "closingThrough" from ledger_book where company_id = ${tx.company.id}`);
  return book ?? { closedThrough: null, closingThrough: null };
}

/** The first day that may be posted to, or null when no period was ever closed. */
export function firstOpenDay(book: Book): LocalDate | null {
  return book.closedThrough === null ? null : addDays(book.closedThrough, 1);
}

export async function saveBook(tx: Tx, book: Book): Promise<void> {
  await tx.run(sql`
    insert into ledger_book (company_id, closed_through, closing_through)
      values (${tx.company.id}, ${book.closedThrough}, ${book.closingThrough})
    on conflict (company_id) do update set closed_through = excluded.closed_through, closing_through = excluded.closing_through`);
}

export interface Rate {
  readonly currency: string;
  readonly quotedOn: LocalDate;
  readonly rate: string;
}

/** All rates of the company, by currency, oldest first. */
export async function loadRates(tx: Tx): Promise<Map<string, Rate[]>> {
  const rows = await tx.all<Rate>(sql`
    select currency, quoted_on as "quotedOn", rate from fx_rate where company_id = ${tx.company.id} order by currency, quoted_on`);
  const rates = new Map<string, Rate[]>();
  for (const row of rows) rates.set(row.currency, [...(rates.get(row.currency) ?? []), row]);
  return rates;
}

export async function saveRate(tx: Tx, rate: Rate): Promise<void> {
  await tx.run(sql`
    insert into fx_rate (company_id, currency, quoted_on, rate, recorded_at)
      values (${tx.company.id}, ${rate.currency}, ${rate.quotedOn}, ${rate.rate}, ${tx.recordedAt})
    on conflict (company_id, currency, quoted_on) do update set rate = excluded.rate, recorded_at = excluded.recorded_at`);
}
