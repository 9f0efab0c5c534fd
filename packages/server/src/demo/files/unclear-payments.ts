/** Money of the imported statements that only people can settle: paid again, meant for another company, without a word of what it pays. */
import { addBusinessDays } from '../business-days.ts';
import { DEMO_COMPANIES } from '../companies.ts';
import { bankAccount, digits } from '../customers/identifiers.ts';
import type { DemoBankLine } from '../history/bank-line.ts';
import { minorAmount } from '../history/documents.ts';
import type { CompanyHistory } from '../history/history.ts';
import type { NumberedPayment } from '../history/payment-events.ts';
import { randomOf } from '../random.ts';

export interface UnclearPayments {
  /** The number of the customer who paid an invoice a second time; null when nobody has paid a single one lately. */
  readonly paidAgain: { readonly line: DemoBankLine; readonly customerNumber: string } | null;
  readonly forAnother: DemoBankLine;
  readonly wordless: readonly DemoBankLine[];
}

const WORDLESS = 3;

export function unclearPayments(history: CompanyHistory, options: { readonly seed: string }): UnclearPayments {
  const { company, customers, period } = history.trade;
  const random = randomOf(`${options.seed} ${company.code} unclear payments`);
  const bookedOn = addBusinessDays(period.statementsLeftFrom, -1);
  const day = bookedOn.slice(2).replaceAll('-', '');
  let count = 0;
  const place = () => ({
    reference: `${company.code.slice(0, 2)}${day}-6${String(++count).padStart(3, '0')}`,
    bookedOn,
  });
  const other =
    DEMO_COMPANIES[(DEMO_COMPANIES.findIndex(({ code }) => code === company.code) + 1) % DEMO_COMPANIES.length];
  const currency = company.functionalCurrency;
  const amountOf = () => minorAmount(random.logNormal(1_200, 0.6), currency);
  const forAnother: DemoBankLine = {
    ...ORDINARY,
    ...place(),
    currency,
    amountMinor: amountOf(),
    payerName: 'MARLOWE & PRYCE STORES',
    payerAccount: bankAccount(company.country, random),
    textLines: [`ORDER ${digits(6, random)} ${other?.name.slice(0, 20).toUpperCase() ?? ''}`],
  };
  const silent = customers.filter((one) => one.currency === currency && !one.isLargest && !one.payer.isUnknownToUs);
  const wordless = silent.slice(0, WORDLESS).map(
    ({ payer }): DemoBankLine => ({
      ...ORDINARY,
      ...place(),
      currency,
      amountMinor: amountOf(),
      payerName: payer.payerName,
      payerAccount: payer.account,
      textLines: ['PAYMENT'],
    }),
  );
  const again = history.stated.findLast(({ payment, line }) => isPlainSingle(history, { payment, line }));
  const paidAgain = again && { line: { ...again.line, ...place() }, customerNumber: again.payment.customer.number };
  return { forAnother, wordless, paidAgain: paidAgain ?? null };
}

/** Paid some days before, so that the books know it when it comes again. */
function isPlainSingle({ trade }: CompanyHistory, { payment, line }: NumberedPayment): boolean {
  const { company, period } = trade;
  return (
    payment.bookedOn < addBusinessDays(period.statementsLeftFrom, -3) &&
    payment.lines.length === 1 &&
    payment.customer.payer.citing === 'exact' &&
    !payment.customer.payer.isPaidByParent &&
    payment.story.kind === 'usual' &&
    payment.shortage === null &&
    line.currency === company.functionalCurrency
  );
}

const ORDINARY = {
  isReversal: false,
  endToEndId: null,
  structuredReference: null,
  typeCode: { family: 'RCDT', subFamily: 'ESCT' },
} as const;
