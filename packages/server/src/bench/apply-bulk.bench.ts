/**
 * Cash application on many receipts at once: matched and posted through the whole path (facts, engine, locks, ledger,
 * decision, knowledge, audit). Of ten receipts eight cite one invoice, one cites two, one cites nothing and is asked about.
 */
import { addDays } from '@quittance/core/calendar';
import { applyUnapplied } from '../modules/cash-application/index.ts';
import { ensureUnidentifiedCustomer } from '../modules/customers/index.ts';
import type { DocumentDraft } from '../modules/ledger/index.ts';
import { assert } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { type BenchBook, benchInvoice, postInvoices } from './bench-book.ts';
import { withProcessorTime } from './processor-time.ts';

export interface ApplyBulkBench {
  readonly receipts: number;
  readonly posted: number;
  readonly applications: number;
  readonly seconds: number;
  /** At least 1,000 is asked. */
  readonly postedPerSecond: number;
  /** Of this process. */
  readonly cpuSeconds: number;
  readonly databaseCpuSeconds: number | null;
  readonly load: number;
}

const RECEIPTS_OF_TEN = 10;
/** Each but the one that cites nothing. */
export const POSTED_OF_TEN = 9;
const CITES_TWO = 8;
const CITES_NOTHING = 9;
const DAYS_TO_PAY = 30;

export async function benchApplyBulk(book: BenchBook, receipts: number): Promise<ApplyBulkBench> {
  await openReceipts(book, receipts);
  await book.owner.query('vacuum analyze');
  const applicationsBefore = await countApplications(book);
  const startedAt = performance.now();
  const { result: report, time } = await withProcessorTime(book.owner, () => applyUnapplied(book.database, book.scope));
  const seconds = (performance.now() - startedAt) / 1000;
  assert(report.considered >= receipts, 'every receipt was looked at');
  return {
    receipts,
    posted: report.posted,
    applications: (await countApplications(book)) - applicationsBefore,
    seconds: Math.round(seconds * 10) / 10,
    postedPerSecond: Math.round(report.posted / seconds),
    cpuSeconds: time.ownSeconds,
    databaseCpuSeconds: time.databaseSeconds,
    load: time.load,
  };
}

async function countApplications(book: BenchBook): Promise<number> {
  const counted = await book.owner.query<{ count: number }>(
    "select count(*)::int as count from entry where kind = 'application'",
  );
  return counted.rows[0]?.count ?? 0;
}

/** An invoice or two for each receipt, the receipts as a bank brings them, and their bank lines. */
export async function openReceipts(book: BenchBook, receipts: number): Promise<void> {
  const prefix = newId().slice(-8);
  const unidentifiedId = await book.database.write(book.scope, ensureUnidentifiedCustomer);
  const salt = Number.parseInt(prefix, 16) % 1_000;
  const numberOf = (index: number) => String(7_000_000_000 + salt * 1_000_000 + index);
  await postInvoices(book, receipts * 2, (index) => ({ ...benchInvoice(book, index >> 1), number: numberOf(index) }));
  await postInvoices(book, receipts, (index): DocumentDraft => {
    const invoice = benchInvoice(book, index);
    const issuedOn = addDays(invoice.issuedOn, DAYS_TO_PAY);
    const oneMinor = invoice.instalments[0]?.amountMinor ?? 0n;
    const amountMinor = index % RECEIPTS_OF_TEN === CITES_TWO ? oneMinor * 2n : oneMinor;
    const reference =
      index % RECEIPTS_OF_TEN === CITES_NOTHING
        ? 'PAYMENT'
        : index % RECEIPTS_OF_TEN === CITES_TWO
          ? `${numberOf(index * 2)} ${numberOf(index * 2 + 1)}`
          : numberOf(index * 2);
    return {
      kind: 'receipt',
      number: `BANK-${prefix}-${index}`,
      customerId: unidentifiedId,
      currency: 'EUR',
      issuedOn,
      instalments: [{ dueOn: issuedOn, amountMinor }],
      reference,
      note: String(index % book.customerIds.length),
    };
  });
  await book.owner.query('analyze document, item');
  await book.owner.query(
    `insert into bank_line (company_id, id, batch_id, identity, booked_on, currency, amount_minor, is_reversal, payer_name, payer_account,
        documents, text_lines, disposition, document_id, item_id)
      select i.company_id, gen_random_uuid(), gen_random_uuid(), i.number, i.issued_on, i.currency, -i.amount_minor, false,
        'PAYER ' || d.note, 'DE89' || lpad(d.note, 18, '0'), '[]', array[d.reference], 'receipt', d.id, i.id
      from document d join item i on i.company_id = d.company_id and i.opening_entry_id = d.opening_entry_id
      where d.kind = 'receipt' and d.number like $1`,
    [`BANK-${prefix}-%`],
  );
}
