/**
 * The search of the command palette over 1,000,000 items, 50,000 customers and 100,000 receipts, beside its floor: one item by
 * its key through the same path (a read transaction with row-level security).
 */
import { addDays, localDate } from '@quittance/core/calendar';
import type { Permission } from '@quittance/core/permissions';
import { findItem } from '../modules/ledger/index.ts';
import { searchEverything } from '../modules/search/index.ts';
import { type BenchBook, benchInvoice, openBenchBook, postInvoices } from './bench-book.ts';
import { figuresByKind, figuresOf, ROUNDS, type SearchFigures } from './search-figures.ts';

export interface SearchBench {
  readonly items: number;
  readonly customers: number;
  readonly receipts: number;
  readonly byKind: Readonly<Record<string, SearchFigures>>;
  readonly worstP95Ms: number;
  readonly floorMedianMs: number;
}

const POSTED_AT_ONCE = 100_000;
const EVERYTHING: ReadonlySet<Permission> = new Set(['ledger.read', 'customers.read', 'cash.read']);
const RECEIVED_ON = localDate('2026-06-01');

export async function benchSearch(
  size: { readonly items: number },
  options: { readonly databaseUrl?: string | undefined; readonly onProgress: (text: string) => void },
): Promise<SearchBench> {
  const book = await openBenchBook(options.databaseUrl);
  try {
    const receipts = Math.round(size.items / 10);
    const invoices = size.items - receipts;
    for (let start = 0; start < invoices; start += POSTED_AT_ONCE) {
      options.onProgress(`posting ${start} of ${size.items} items`);
      await postInvoices(book, Math.min(POSTED_AT_ONCE, invoices - start), (index) =>
        benchInvoice(book, start + index),
      );
    }
    options.onProgress(`posting ${receipts} receipts`);
    await postReceipts(book, receipts);
    await book.owner.query('vacuum analyze');
    return await measure(book, { ...size, invoices, receipts });
  } finally {
    await book.close();
  }
}

async function postReceipts(book: BenchBook, count: number): Promise<void> {
  await postInvoices(book, count, (index) => {
    const customer = (index * 7_919) % book.customerIds.length;
    const amountMinor = BigInt(50_000 + ((index * 104_729) % 3_000_000));
    const day = addDays(RECEIVED_ON, index % 150);
    return {
      kind: 'receipt',
      number: `R${7_000_000 + index}`,
      customerId: book.customerIds[customer] ?? '',
      currency: 'EUR',
      issuedOn: day,
      instalments: [{ dueOn: day, amountMinor }],
    };
  });
  await book.owner.query(
    `insert into bank_line (company_id, id, batch_id, identity, booked_on, currency, amount_minor, is_reversal, end_to_end_id,
        bank_reference, payer_name, documents, text_lines, disposition, document_id, item_id)
      select d.company_id, gen_random_uuid(), gen_random_uuid(), d.number, d.issued_on, d.currency, d.amount_minor, false,
          'E2E' || md5(d.number), 'BR' || substr(md5(d.id::text), 1, 12), upper(c.name) || ' SPA', '[]', '{}', 'receipt', d.id, i.id
        from document d join item i on i.company_id = d.company_id and i.document_id = d.id
        join customer c on c.company_id = d.company_id and c.id = d.customer_id
        where d.company_id = $1 and d.kind = 'receipt'`,
    [book.scope.company.id],
  );
}

interface Search {
  readonly typed: string;
  /** What must be among the findings. */
  readonly wanted: string;
}

async function measure(
  book: BenchBook,
  size: { items: number; invoices: number; receipts: number },
): Promise<SearchBench> {
  const target = (round: number): number => (round * 611_953) % size.invoices;
  const number = (round: number): string => benchInvoice(book, target(round)).number;
  const amount = (round: number): bigint => benchInvoice(book, target(round)).instalments[0]?.amountMinor ?? 0n;
  const customer = (round: number): number => (round * 7_919) % book.customerIds.length;
  const kinds: Readonly<Record<string, (round: number) => Search>> = {
    number: (round) => ({ typed: number(round), wanted: number(round) }),
    numberBeginning: (round) => ({ typed: number(round).slice(0, 7), wanted: number(round).slice(0, 7) }),
    numberEnd: (round) => ({ typed: number(round).slice(-6), wanted: number(round).slice(-6) }),
    amount: (round) => ({ typed: italian(amount(round)), wanted: String(amount(round)) }),
    customer: (round) => ({ typed: `omer ${customer(round)}`, wanted: `Customer ${customer(round)}` }),
    receiptReference: (round) => ({ typed: `R${7_000_000 + ((round * 613) % size.receipts)}`, wanted: 'R7' }),
    payer: (round) => ({ typed: `customer ${customer(round)}`, wanted: `CUSTOMER ${customer(round)}` }),
    twoLetters: () => ({ typed: 'om', wanted: 'Customer' }),
    nothing: (round) => ({ typed: `no such thing ${round}`, wanted: '' }),
  };
  const figures = await figuresByKind(
    kinds,
    ({ typed }) => searchEverything(book.database, book.scope, { typed, permissions: EVERYTHING }),
    (findings, { wanted }) =>
      JSON.stringify(findings, (_, value) => (typeof value === 'bigint' ? value.toString() : value)).includes(wanted),
  );
  const { items, receipts } = size;
  return { items, customers: book.customerIds.length, receipts, ...figures, floorMedianMs: await floorOf(book) };
}

async function floorOf(book: BenchBook): Promise<number> {
  const { rows } = await book.owner.query<{ id: string }>('select id from item tablesample system (0.1) limit $1', [
    ROUNDS,
  ]);
  const byKey = (round: number) => book.database.read(book.scope, (tx) => findItem(tx, rows[round]?.id ?? ''));
  return (await figuresOf(byKey, (item) => item !== undefined, rows.length)).medianMs;
}

/** 123456n as "1.234,56". */
function italian(minor: bigint): string {
  const whole = String(minor / 100n).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${whole},${String(minor % 100n).padStart(2, '0')}`;
}
