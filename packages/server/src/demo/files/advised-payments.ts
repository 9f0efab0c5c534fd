/**
 * Payments whose payer says elsewhere than at the bank, or in the bank's own text, what it pays and what it took off. Some come
 * with the statements that are imported, with their advices; others with the statement that is left, and their advices are files too.
 */
import { formatAmount, sum } from '@quittance/core/money';
import { addBusinessDays } from '../business-days.ts';
import type { DemoCustomer } from '../customers/customers.ts';
import { digits } from '../customers/identifiers.ts';
import type { DemoBankLine } from '../history/bank-line.ts';
import type { CompanyHistory } from '../history/history.ts';
import type { OpenLine } from '../history/lines.ts';
import { type Random, randomOf } from '../random.ts';
import { plainOpenLines, TELLING_LINES_TAKEN } from './telling-lines.ts';

export type AdviceForm = 'csv' | 'html_mail' | 'text' | 'pdf';

export interface AdvisedLine {
  readonly line: OpenLine;
  readonly takenMinor: bigint;
  /** In the payer's words; empty when nothing was taken off. */
  readonly reason: string;
}

export interface AdvisedPayment {
  readonly customer: DemoCustomer;
  readonly lines: readonly AdvisedLine[];
  /** Null when the bank's text says it all. */
  readonly form: AdviceForm | null;
  readonly number: string;
  readonly bankLine: DemoBankLine;
}

interface Plan {
  readonly form: AdviceForm | null;
  readonly reason: string;
  /** Business days before the first day that is left; below zero among those that are left. */
  readonly daysBefore: number;
}

/** The first of each company are imported: a claim for each reason that payers write at the bank or in an advice. */
const PLANS: readonly Plan[] = [
  { form: 'csv', reason: 'Damaged goods', daysBefore: 3 },
  { form: null, reason: 'PRICE DIFF', daysBefore: 2 },
  { form: 'html_mail', reason: 'Short shipment', daysBefore: 2 },
  { form: null, reason: 'DEDUCTION', daysBefore: 4 },
  { form: 'csv', reason: 'Price difference', daysBefore: -1 },
  { form: 'html_mail', reason: 'Damaged goods', daysBefore: -2 },
  { form: 'text', reason: 'Short shipment', daysBefore: -2 },
  { form: 'pdf', reason: '', daysBefore: -3 },
];
const LINES_MAX = 4;

/** As many as the open lines allow; each is another customer's. */
export function advisedPayments(history: CompanyHistory, options: { readonly seed: string }): AdvisedPayment[] {
  const { company, period } = history.trade;
  const random = randomOf(`${options.seed} ${company.code} advised payments`);
  const left = linesByCustomer(plainOpenLines(history).slice(TELLING_LINES_TAKEN));
  return PLANS.flatMap((plan, index) => {
    const bookedOn = addBusinessDays(period.statementsLeftFrom, -plan.daysBefore);
    const at = left.findIndex((lines) => lines.every((line) => line.document.postedOn < bookedOn));
    const [lines] = at < 0 ? [] : left.splice(at, 1);
    const serial = String(index + 1).padStart(3, '0');
    const reference = `${company.code.slice(0, 2)}${bookedOn.slice(2).replaceAll('-', '')}-7${serial}`;
    return lines === undefined ? [] : [paymentOf(lines, plan, { reference, bookedOn, random })];
  });
}

/** Customers with the most lines first, each with a few that fall due together. */
function linesByCustomer(lines: readonly OpenLine[]): OpenLine[][] {
  const own = new Map<DemoCustomer, OpenLine[]>();
  for (const line of lines) {
    const known = own.get(line.customer);
    if (known === undefined) own.set(line.customer, [line]);
    else if (known.length < LINES_MAX) known.push(line);
  }
  return [...own.values()].sort((one, other) => other.length - one.length);
}

function paymentOf(
  open: readonly OpenLine[],
  { form, reason }: Plan,
  { reference, bookedOn, random }: Pick<DemoBankLine, 'reference' | 'bookedOn'> & { readonly random: Random },
): AdvisedPayment {
  const [first] = open;
  if (!first) throw new RangeError('a payment pays something');
  const share = BigInt(random.int(4, 12));
  const told = form === null ? [first] : open;
  const lines = told.map((line, index): AdvisedLine => {
    const isShort = index === 0 && reason !== '';
    return { line, takenMinor: isShort ? (line.openMinor * share) / 100n : 0n, reason: isShort ? reason : '' };
  });
  const { customer } = first;
  const number = `PAY${digits(7, random)}`;
  const paid = { customer, lines, form, number };
  return { ...paid, bankLine: bankLineOf(paid, { reference, bookedOn }) };
}

function bankLineOf(
  { customer, lines, form, number }: Omit<AdvisedPayment, 'bankLine'>,
  place: Pick<DemoBankLine, 'reference' | 'bookedOn'>,
): DemoBankLine {
  const amountMinor = sum(lines.map(({ line, takenMinor }) => line.openMinor - takenMinor));
  const inWords = lines.map(
    ({ line, takenMinor, reason }) =>
      `${line.document.number} ${reason} ${formatAmount(takenMinor, line.document.currency)}`,
  );
  return {
    ...place,
    currency: customer.currency,
    amountMinor,
    isReversal: false,
    payerName: customer.payer.payerName,
    payerAccount: customer.payer.account,
    textLines: form === null ? inWords : ['SEE REMITTANCE ADVICE'],
    endToEndId: number,
    structuredReference: null,
    typeCode: { family: 'RCDT', subFamily: 'ESCT' },
  };
}
