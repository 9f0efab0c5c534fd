/**
 * Payment terms as printed on invoices: when the whole is due, and what discount an earlier payment earns.
 * End of month has two readings: "30 gg fm" counts the days first and then runs to the month's end; "net 30 EOM" starts
 * counting at the month's end. With the first, 30, 60 and 90 days are one, two and three months, as Italian and Spanish
 * trade counts them: 60 gg fm from 1 July is 30 September.
 */
import { addDays, addMonths, endOfMonth, type LocalDate } from '../calendar/index.ts';
import { divideHalfUp } from '../money/index.ts';

export interface DiscountTier {
  /** Millionths of the amount: 2 % is 20,000. */
  readonly rateMillionths: number;
  /** Days from issue within which the payment earns it. */
  readonly days: number;
}

export type MonthEnd = 'none' | 'after_days' | 'before_days';

export interface PaymentTerms {
  /** By days, each later tier with a lower rate. */
  readonly discounts: readonly DiscountTier[];
  readonly netDays: number;
  readonly monthEnd: MonthEnd;
  /** Days after a month's end: 10 in "30 gg fm + 10". */
  readonly extraDays: number;
}

const DAYS_PER_COUNTED_MONTH = 30;
const MILLION = 1_000_000n;

/** Where nobody has said otherwise: banks take a day or two, and weekends fall between. */
export const DISCOUNT_GRACE_DAYS = 3;

/** The day the whole is due: net 30 from 2026-01-31 is 2026-03-02; 30 gg fm is 2026-02-28; net 30 EOM is 2026-03-02. */
export function dueOn(issuedOn: LocalDate, terms: PaymentTerms): LocalDate {
  if (terms.monthEnd === 'none') return addDays(issuedOn, terms.netDays);
  if (terms.monthEnd === 'before_days') return addDays(endOfMonth(issuedOn), terms.netDays + terms.extraDays);
  const months = terms.netDays / DAYS_PER_COUNTED_MONTH;
  const counted = Number.isInteger(months) ? addMonths(issuedOn, months) : addDays(issuedOn, terms.netDays);
  return addDays(endOfMonth(counted), terms.extraDays);
}

/**
 * The discount that a payment on `paidOn` earns on an amount in minor units, rounded half up: 100.00 under
 * "3% 10 2% 20 net 30" issued 2026-01-01 earns 3.00 until 2026-01-11, 2.00 until 2026-01-21, then nothing.
 * `graceDays` is what the company allows beyond the terms.
 */
export function discountFor(
  amountMinor: bigint,
  terms: PaymentTerms,
  payment: { readonly issuedOn: LocalDate; readonly paidOn: LocalDate; readonly graceDays?: number },
): bigint {
  const earned = terms.discounts.find(
    (tier) => payment.paidOn <= addDays(payment.issuedOn, tier.days + (payment.graceDays ?? 0)),
  );
  return earned === undefined ? 0n : divideHalfUp(amountMinor * BigInt(earned.rateMillionths), MILLION);
}

/** The canonical text, which `parseTerms` reads back: "3% 10 2% 20 net 30", "net 30 eom", "30 gg fm + 10". */
export function formatTerms(terms: PaymentTerms): string {
  const tiers = terms.discounts.map((tier) => `${formatPercent(tier.rateMillionths)}% ${tier.days}`);
  const extra = terms.extraDays > 0 ? ` + ${terms.extraDays}` : '';
  const net = {
    none: `net ${terms.netDays}`,
    before_days: `net ${terms.netDays} eom${extra}`,
    after_days: `${terms.netDays} gg fm${extra}`,
  }[terms.monthEnd];
  return [...tiers, net].join(' ');
}

function formatPercent(rateMillionths: number): string {
  const digits = String(rateMillionths).padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/, '') || '0';
}
