/**
 * Lines added to the last bank statement so that every situation of cash application is met at least once: a payment
 * made twice, a short one, one too high, a payer we do not know, an amount that says it all, one that says too little, an
 * invoice that comes with the next file, a payment that went back, and money out.
 */
import type { LocalDate } from '@quittance/core/calendar';
import { addDays } from '@quittance/core/calendar';
import { bankAccount, digits } from '../customers/identifiers.ts';
import type { DemoBankLine } from '../history/bank-line.ts';
import type { CompanyHistory } from '../history/history.ts';
import type { OpenLine } from '../history/lines.ts';
import { type Random, randomOf } from '../random.ts';

export type Situation =
  | 'paid_twice'
  | 'short'
  | 'too_much'
  | 'unknown_payer_with_number'
  | 'unknown_payer_unique_amount'
  | 'known_payer_unique_amount'
  | 'cut_number'
  | 'invoice_of_the_file'
  | 'returned'
  | 'money_out';

export interface TellingLine {
  readonly situation: Situation;
  readonly line: DemoBankLine;
}

export function tellingLines(history: CompanyHistory, options: { readonly seed: string }): TellingLine[] {
  const { trade } = history;
  const { company, period } = trade;
  const random = randomOf(`${options.seed} ${company.code} telling lines`);
  const bookedOn = period.through;
  const open = plainOpenLines(history).slice(0, TELLING_LINES_TAKEN).values();
  const told: TellingLine[] = [];
  const nextReference = references(company.code, bookedOn);
  const tell = (
    situation: Situation,
    line: Omit<DemoBankLine, 'reference' | 'bookedOn' | 'isReversal'> | undefined,
  ) => {
    if (line)
      told.push({
        situation,
        line: { ...line, reference: nextReference(), bookedOn, isReversal: situation === 'returned' },
      });
  };
  const payment = (line: OpenLine | undefined, change: Partial<DemoBankLine> = {}) =>
    line && { ...paymentOf(line, random), ...change };

  for (const twice of recentSingles(history).slice(-2)) tell('paid_twice', twice);
  for (let count = 0; count < 2; count++) {
    const short = open.next().value;
    tell('short', short && payment(short, { amountMinor: (short.openMinor * BigInt(random.int(90, 97))) / 100n }));
  }
  const high = open.next().value;
  tell(
    'too_much',
    high && payment(high, { amountMinor: high.openMinor + (high.openMinor * BigInt(random.int(2, 9))) / 100n + 1n }),
  );
  tell(
    'unknown_payer_with_number',
    payment(open.next().value, unknownPayer('FACTORING ORBELLA SA', company.country, random)),
  );
  tell(
    'unknown_payer_unique_amount',
    payment(open.next().value, {
      ...unknownPayer('CENTRAL TREASURY SERVICES', company.country, random),
      textLines: ['SETTLEMENT'],
    }),
  );
  for (let count = 0; count < 2; count++)
    tell('known_payer_unique_amount', payment(open.next().value, { textLines: ['PAYMENT'] }));
  const cut = open.next().value;
  tell('cut_number', cut && payment(cut, { textLines: [`PAYMENT OF INVOICE ${cut.document.number.slice(-5)}`] }));
  for (const invoice of trade.invoicesLeft
    .filter((one) => one.currency === company.functionalCurrency && one.instalments.length === 1)
    .slice(0, 2)) {
    const { customer, number, amountMinor, currency } = invoice;
    const { payerName, account: payerAccount } = customer.payer;
    tell('invoice_of_the_file', {
      ...ORDINARY,
      currency,
      amountMinor,
      payerName,
      payerAccount,
      textLines: [number],
      endToEndId: null,
    });
  }
  const [back] = recentSingles(history);
  tell('returned', back && { ...back, amountMinor: -back.amountMinor, textLines: ['RETURNED: ACCOUNT CLOSED'] });
  for (const [payerName, major] of MONEY_OUT) {
    const amountMinor = -BigInt(major) * 100n - BigInt(random.int(0, 99));
    tell('money_out', {
      ...ORDINARY,
      currency: company.functionalCurrency,
      amountMinor,
      payerName,
      payerAccount: '',
      textLines: [],
      endToEndId: null,
    });
  }
  return told;
}

const MONEY_OUT: readonly (readonly [string, number])[] = [
  ['BANK CHARGES', 14],
  ['QUARRY BEND PAYROLL', 48_210],
];
const ORDINARY = { structuredReference: null, typeCode: { family: 'RCDT', subFamily: 'ESCT' } } as const;

function references(code: string, day: LocalDate): () => string {
  let count = 0;
  return () => `${code.slice(0, 2)}${day.slice(2).replaceAll('-', '')}-8${String(++count).padStart(3, '0')}`;
}

/** What a customer sends who pays this line alone and says so. */
function paymentOf(line: OpenLine, random: Random): Omit<DemoBankLine, 'reference' | 'bookedOn' | 'isReversal'> {
  const { customer, document, openMinor } = line;
  const { payerName, account: payerAccount } = customer.payer;
  const endToEndId = random.chance(0.5) ? `E2E${digits(8, random)}` : null;
  return {
    ...ORDINARY,
    currency: document.currency,
    amountMinor: openMinor,
    payerName,
    payerAccount,
    textLines: [document.number],
    endToEndId,
  };
}

function unknownPayer(name: string, country: string, random: Random): Partial<DemoBankLine> {
  return { payerName: name, payerAccount: bankAccount(country, random) };
}

/** How many of the plain open lines the telling lines pay; the others are free for other payments. */
export const TELLING_LINES_TAKEN = 8;

/** Lines that fall due these days, that nobody else pays in the files, and whose amount no other open line has. */
export function plainOpenLines({ trade, stated }: CompanyHistory): OpenLine[] {
  const { through } = trade.period;
  const taken = new Set(stated.flatMap(({ payment }) => payment.lines.map((paid) => paid.line)));
  const unpaid = trade.groups.filter((group) => group.bookedOn > through).flatMap((group) => group.lines);
  const counts = new Map<string, number>();
  const key = (line: OpenLine) => `${line.document.currency} ${line.openMinor}`;
  for (const line of unpaid) counts.set(key(line), (counts.get(key(line)) ?? 0) + 1);
  return unpaid.filter(
    (line) =>
      !taken.has(line) &&
      line.credit === null &&
      !line.customer.isLargest &&
      !line.customer.payer.isPaidByParent &&
      line.document.currency === trade.company.functionalCurrency &&
      line.document.postedOn < through &&
      line.dueOn > addDays(through, -20) &&
      line.dueOn < addDays(through, 25) &&
      counts.get(key(line)) === 1,
  );
}

/** Bank lines of single payments that came in the statements imported last. */
function recentSingles({ trade, stated }: CompanyHistory): DemoBankLine[] {
  return stated
    .filter(
      ({ payment, line }) =>
        payment.bookedOn < trade.period.statementsLeftFrom &&
        payment.lines.length === 1 &&
        payment.customer.payer.citing === 'exact' &&
        payment.story.kind === 'usual' &&
        payment.shortage === null &&
        line.currency === trade.company.functionalCurrency,
    )
    .map(({ line }) => line);
}
