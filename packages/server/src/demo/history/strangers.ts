/** Money on the bank account that is no customer's, and money whose customer nobody can tell. */
import { addDays, type LocalDate } from '@quittance/core/calendar';
import { addBusinessDays, nextBusinessDay } from '../business-days.ts';
import type { DemoCompany } from '../companies.ts';
import { bankAccount, digits } from '../customers/identifiers.ts';
import { type Random, randomOf } from '../random.ts';
import type { DemoBankLine } from './bank-line.ts';
import { minorAmount } from './documents.ts';
import type { DemoEvent } from './events.ts';
import type { DemoPeriod } from './period.ts';

export interface Stranger {
  readonly line: DemoBankLine;
  /** True when the money is ours to keep elsewhere (a tax refund); false when it is some customer's, not known whose. */
  readonly isNotReceivable: boolean;
}

interface Sender {
  readonly name: string;
  readonly text: string;
}

const NOT_RECEIVABLE: Readonly<Record<string, readonly Sender[]>> = {
  IT: [
    { name: 'TESORERIA RIMBORSI IVA', text: 'RIMBORSO IVA TRIM' },
    { name: 'ASSICURAZIONI FONTEGHIARA SPA', text: 'LIQUIDAZIONE SINISTRO' },
    { name: 'ENERGIA VALSORBELLA SRL', text: 'CONGUAGLIO FORNITURA A CREDITO' },
  ],
  US: [
    { name: 'STATE TAX REFUNDS', text: 'SALES TAX REFUND' },
    { name: 'ELKRIDGE MUTUAL INSURANCE', text: 'CLAIM SETTLEMENT' },
    { name: 'JUNIPER BEND UTILITIES', text: 'DEPOSIT RETURNED' },
  ],
  GB: [
    { name: 'VAT REPAYMENTS', text: 'VAT REPAYMENT QTR' },
    { name: 'ROOKTHWAITE INSURANCE', text: 'CLAIM' },
    { name: 'TARNBECK ENERGY', text: 'CREDIT BALANCE REFUND' },
  ],
};
const UNKNOWN_PAYERS: readonly Sender[] = [
  { name: 'J. ALVERSTON', text: 'PAYMENT' },
  { name: 'FACTORING ORBELLA SA', text: 'SETTLEMENT' },
  { name: 'STUDIO LEGALE ANSERINI', text: 'PER CONTO DEL CLIENTE' },
  { name: 'KONTO 77 TREUHAND', text: 'AUSGLEICH' },
  { name: 'CASHIER', text: 'COUNTER DEPOSIT' },
];
const CHANCE_PER_DAY = 0.14;
const SENT_BACK_AFTER_DAYS = 35;

/** Strangers' money by the day of its booking; the references follow those of the customers' payments of a day. */
export function strangers(
  company: DemoCompany,
  options: { readonly seed: string; readonly period: DemoPeriod; readonly scale: number },
): Stranger[] {
  const random = randomOf(`${options.seed} ${company.code} strangers`);
  const { businessDays, statementsLeftFrom } = options.period;
  return businessDays.flatMap((bookedOn) => {
    if (bookedOn === statementsLeftFrom) {
      return [
        stranger(company, { bookedOn, isNotReceivable: true }, random),
        stranger(company, { bookedOn, isNotReceivable: false }, random),
      ];
    }
    if (!random.chance(CHANCE_PER_DAY * Math.sqrt(options.scale))) return [];
    return stranger(company, { bookedOn, isNotReceivable: random.chance(0.7) }, random);
  });
}

function stranger(
  company: DemoCompany,
  { bookedOn, isNotReceivable }: { bookedOn: LocalDate; isNotReceivable: boolean },
  random: Random,
): Stranger {
  const sender = random.pick(isNotReceivable ? (NOT_RECEIVABLE[company.country] ?? UNKNOWN_PAYERS) : UNKNOWN_PAYERS);
  const day = bookedOn.slice(2).replaceAll('-', '');
  const line: DemoBankLine = {
    reference: `${company.code.slice(0, 2)}${day}-9${digits(3, random)}${isNotReceivable ? 'N' : 'U'}`,
    bookedOn,
    currency: company.functionalCurrency,
    amountMinor: minorAmount(random.logNormal(900, 0.8), company.functionalCurrency),
    isReversal: false,
    payerName: sender.name,
    payerAccount: bankAccount(company.country, random),
    textLines: [`${sender.text} ${digits(6, random)}`],
    endToEndId: null,
    structuredReference: null,
    typeCode: { family: 'RCDT', subFamily: 'DMCT' },
  };
  return { line, isNotReceivable };
}

/** Posted as unidentified; then moved to suspense, or, when nobody claims it, sent back. */
export function strangerEvents({ line, isNotReceivable }: Stranger): DemoEvent[] {
  const statementOn = nextBusinessDay(line.bookedOn);
  const item = { number: line.reference, instalment: 0 };
  const { amountMinor } = line;
  const outcome = isNotReceivable
    ? ({ adjustment: 'suspense', reason: 'not from a customer: passed to general accounting' } as const)
    : ({ adjustment: 'refund', reason: 'owner not found, sent back to the payer' } as const);
  const days = isNotReceivable ? 2 : SENT_BACK_AFTER_DAYS;
  const on = isNotReceivable ? addBusinessDays(statementOn, days) : nextBusinessDay(addDays(statementOn, days));
  return [
    { on: statementOn, slot: 'statement', act: { kind: 'receipt', receipt: { line, customer: null } } },
    { on, slot: 'management', act: { kind: 'adjustment', item, amountMinor, ...outcome } },
  ];
}
