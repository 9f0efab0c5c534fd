/**
 * What late payment costs, as a company has it: by Directive 2011/7/EU (the European Central Bank's reference rate of the half year
 * plus at least eight points, Art. 2(6) and 2(7), and a fixed 40.00 EUR for each claim, Art. 6), or a rate of the contract.
 */
import { type LocalDate, localDate } from '../calendar/index.ts';

export const INTEREST_SCHEMES = ['none', 'reference', 'contract'] as const;
export type InterestScheme = (typeof INTEREST_SCHEMES)[number];

export const DAY_COUNTS = ['act365', 'act360'] as const;
export type DayCount = (typeof DAY_COUNTS)[number];

export interface InterestPolicy {
  readonly scheme: InterestScheme;
  /** Rates in ten-thousandths of a per cent a year: 80000 is 8 %. Points on the reference rate, or the contract's whole rate. */
  readonly rateE4: number;
  readonly dayCount: DayCount;
  /** Paid within so many days after due, nothing is asked; later, interest runs from the day after due. */
  readonly graceDays: number;
  /** Less than this for a customer, in the company's currency, is not proposed. */
  readonly minimumMinor: bigint;
  /** Once for each item that was paid late, when it is in this currency. */
  readonly feeMinor: bigint;
  readonly feeCurrency: string;
  /** When the debit note is due. */
  readonly noteDueDays: number;
  /** Days before are not charged. */
  readonly fromOn: LocalDate;
}

export interface RateFrom {
  readonly validFrom: LocalDate;
  readonly rateE4: number;
}

/**
 * The main refinancing rate on 1 January and 1 July, which holds for the half year. A start to check against the bank's own
 * page: later half years are entered by the company.
 */
export const ECB_REFERENCE_RATES: readonly RateFrom[] = (
  [
    ['2016-07-01', 0],
    ['2023-01-01', 25_000],
    ['2023-07-01', 40_000],
    ['2024-01-01', 45_000],
    ['2024-07-01', 42_500],
    ['2025-01-01', 31_500],
    ['2025-07-01', 21_500],
  ] as const
).map(([day, rateE4]) => ({ validFrom: localDate(day), rateE4 }));

export const EIGHT_POINTS_E4 = 80_000;
export const EU_FEE_MINOR = 4_000n;
