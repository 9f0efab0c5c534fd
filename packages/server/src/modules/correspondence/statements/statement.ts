/** A customer's account as it is told to the customer: every open item of a day, as known at an instant. */
import { daysBetween, type LocalDate } from '@quittance/core/calendar';
import type { LetterLanguage } from '@quittance/core/correspondence';
import { epcPaymentText } from '@quittance/core/payment-reference';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { type Customer, findCustomer } from '../../customers/index.ts';
import { type AgingRow, aging, findItems, USUAL_BUCKETS } from '../../ledger/index.ts';
import { referenceOfOne } from '../payment/payable-reference.ts';
import { findReferenceOfItems } from '../payment/payment-references.queries.ts';
import { qrPicture } from '../payment/qr-picture.ts';
import { type LetterSettings, letterSettings } from '../payment/settings.queries.ts';

export type StatementFormat = 'pdf' | 'xlsx';

export interface StatementLine {
  readonly id: string;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  /** 0 or less: not due. */
  readonly daysLate: number;
  readonly currency: string;
  readonly amountMinor: bigint;
  /** Below zero: a payment or credit that is not assigned yet. */
  readonly openMinor: bigint;
  readonly isCredit: boolean;
}

export interface StatementTotal {
  readonly currency: string;
  readonly notDueMinor: bigint;
  /** By `buckets`: 1–30, 31–60, 61–90, over 90 days late. */
  readonly bucketsMinor: readonly bigint[];
  readonly creditsMinor: bigint;
  readonly totalMinor: bigint;
}

export interface Statement {
  readonly companyName: string;
  readonly settings: LetterSettings;
  readonly customer: Pick<Customer, 'number' | 'name' | 'taxId'>;
  readonly language: LetterLanguage;
  readonly asOf: LocalDate;
  readonly buckets: readonly number[];
  /** By currency, then by due date; credits last. */
  readonly lines: readonly StatementLine[];
  readonly totals: readonly StatementTotal[];
  readonly reference: string | null;
  /** What is asked for under the reference; null where items of several currencies are. */
  readonly asked: { readonly currency: string; readonly minor: bigint } | null;
  /** For banking apps; null where the standard has none. */
  readonly code: Uint8Array | null;
}

export interface StatementQuestion {
  readonly customerId: string;
  readonly language: LetterLanguage;
  /** Today when absent. Throws `as_of_in_future`. */
  readonly asOf?: LocalDate | undefined;
  /** Now when absent: the same instant gives the same statement for ever. */
  readonly knownAt?: string | undefined;
  /** These alone; everything open when absent. */
  readonly itemIds?: readonly string[] | undefined;
  /** That of the letter; else the one of the only item, or of the last letter about just these items. */
  readonly reference?: string | null | undefined;
}

/** More is no letter any more: a list of that length is exported from the grid. */
const LINES_MAX = 5_000;

/** Throws `customer_not_found`, `as_of_in_future`, `statement_too_long`. */
export async function statementOf(tx: Tx, question: StatementQuestion): Promise<Statement> {
  const { customerId, language, itemIds } = question;
  const customer = await findCustomer(tx, customerId);
  if (customer === undefined) throw notFound('customer', customerId);
  const aged = await aging(tx, { ...question, by: 'item', buckets: USUAL_BUCKETS });
  const wanted = itemIds === undefined ? null : new Set(itemIds);
  const rows = aged.rows.filter(({ key }) => wanted === null || wanted.has(key));
  if (rows.length > LINES_MAX) {
    const message = `${customer.name} has ${rows.length} open items; a statement holds at most ${LINES_MAX}. Export the list of items instead.`;
    throw new AppError('statement_too_long', message);
  }
  const lines = await linesOf(tx, rows, aged.asOf);
  const settings = await letterSettings(tx);
  const payment = await paymentOf(tx, { lines, settings, given: question.reference });
  return {
    ...{ companyName: tx.company.name, settings, language, asOf: aged.asOf, buckets: aged.buckets, lines },
    customer: { number: customer.number, name: customer.name, taxId: customer.taxId },
    totals: totalsOf(rows, aged.buckets.length + 1),
    ...payment,
  };
}

async function linesOf(tx: Tx, rows: readonly AgingRow[], asOf: LocalDate): Promise<StatementLine[]> {
  const open = new Map(rows.map((row) => [row.key, row]));
  const items = await findItems(tx, [...open.keys()]);
  const lines = items.map(({ id, number, issuedOn, dueOn, currency, amountMinor }) => {
    const row = open.get(id);
    const isCredit = (row?.unappliedMinor ?? 0n) !== 0n;
    const openMinor = row?.totalMinor ?? 0n;
    return {
      id,
      number,
      issuedOn,
      dueOn,
      currency,
      amountMinor,
      openMinor,
      isCredit,
      daysLate: daysBetween(dueOn, asOf),
    };
  });
  const rank = ({ currency, isCredit, dueOn }: StatementLine): string => `${currency} ${isCredit ? 1 : 0} ${dueOn}`;
  return lines.sort((left, right) => (rank(left) < rank(right) ? -1 : rank(left) > rank(right) ? 1 : 0));
}

function totalsOf(rows: readonly AgingRow[], bucketCount: number): StatementTotal[] {
  const currencies = [...new Set(rows.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const own = rows.filter((row) => row.currency === currency);
    const sum = (of: (row: AgingRow) => bigint | undefined): bigint =>
      own.reduce((all, row) => all + (of(row) ?? 0n), 0n);
    return {
      currency,
      notDueMinor: sum((row) => row.notDueMinor),
      bucketsMinor: Array.from({ length: bucketCount }, (_, at) => sum((row) => row.bucketsMinor[at])),
      creditsMinor: sum((row) => row.unappliedMinor),
      totalMinor: sum((row) => row.totalMinor),
    };
  });
}

interface PaymentRequest {
  readonly lines: readonly StatementLine[];
  readonly settings: LetterSettings;
  readonly given: string | null | undefined;
}

/** A reference is asked with what it stands for: the documents to pay, without the credits. */
async function paymentOf(
  tx: Tx,
  { lines, settings, given }: PaymentRequest,
): Promise<Pick<Statement, 'reference' | 'asked' | 'code'>> {
  const payable = lines.filter(({ isCredit, openMinor }) => !isCredit && openMinor > 0n);
  const [first, ...others] = payable;
  if (first === undefined) return { reference: null, asked: null, code: null };
  const one = referenceOfOne(
    payable.map(({ id, number, openMinor, currency }) => ({ itemId: id, number, askedMinor: openMinor, currency })),
  );
  const found =
    given === undefined
      ? (one ??
        (await findReferenceOfItems(
          tx,
          payable.map(({ id }) => id),
        )))
      : given;
  if (others.some(({ currency }) => currency !== first.currency)) return { reference: found, asked: null, code: null };
  const asked = { currency: first.currency, minor: payable.reduce((sum, { openMinor }) => sum + openMinor, 0n) };
  const { payeeName, iban, bic } = settings;
  const text =
    found === null || iban === null || asked.currency !== 'EUR'
      ? null
      : epcPaymentText({ payeeName, iban, bic, amountMinor: asked.minor, reference: found });
  return { reference: found, asked, code: text === null ? null : qrPicture(text) };
}
