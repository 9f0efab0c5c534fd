/** A promise while it is written: what was typed becomes the parts that are sent, or what is wrong with it. */
import { type LocalDate, parseLocalDate } from '@quittance/core/calendar';
import type { DayCount } from '@quittance/core/interest';
import type { CurrencyCode } from '@quittance/core/money';
import {
  PLAN_BASIS_POINTS_MAX,
  PLAN_PARTS_MAX,
  type PlanRhythm,
  planParts,
  withPlanInterest,
} from '@quittance/core/promises';
import { type MoneyText, readAmount, toMoneyText } from '../../../ui/money/money-text.ts';
import { readRate } from '../interest/rate-text.ts';

export interface PromiseDraft {
  readonly typedAmount: string;
  readonly promisedOn: string;
  /** 1 is a promise alone, more a plan. */
  readonly parts: string;
  readonly rhythm: PlanRhythm;
  /** Per cent a year, of a plan; nothing typed is no interest. */
  readonly typedRate: string;
  readonly dayCount: DayCount;
}

export interface DraftPart {
  readonly promisedOn: LocalDate;
  readonly amount: MoneyText;
  readonly interest: MoneyText;
}

export interface DraftInterest {
  readonly basisPoints: number;
  readonly dayCount: DayCount;
}

export type ReadDraft =
  | { readonly isReady: true; readonly parts: DraftPart[]; readonly interest: DraftInterest | null }
  | { readonly isReady: false; readonly wrong: 'amount' | 'parts' | 'day' | 'rate' };

/** 900.00 from 2026-12-04 in 3 parts by month is 300.00 on 4 December, 4 January and 4 February. */
export function readDraft(
  draft: PromiseDraft,
  given: { readonly currency: CurrencyCode; readonly decimalSign: '.' | ','; readonly today: LocalDate },
): ReadDraft {
  const { currency, today } = given;
  const amountMinor = readAmount(draft.typedAmount, currency, given.decimalSign);
  if (amountMinor === null || amountMinor <= 0n) return { isReady: false, wrong: 'amount' };
  const firstOn = parseLocalDate(draft.promisedOn);
  if (firstOn === null || firstOn < today) return { isReady: false, wrong: 'day' };
  const count = /^\d{1,2}$/.test(draft.parts.trim()) ? Number(draft.parts) : 0;
  if (count < 1 || count > PLAN_PARTS_MAX || amountMinor < BigInt(count)) return { isReady: false, wrong: 'parts' };
  const interest = count === 1 ? null : readInterest(draft);
  if (interest === 'wrong') return { isReady: false, wrong: 'rate' };
  const plan = planParts({ amountMinor, parts: count, firstOn, rhythm: draft.rhythm });
  const schedule = withPlanInterest(plan, interest === null ? null : { ...interest, fromOn: today });
  const money = (minor: bigint) => toMoneyText({ amountMinor: minor, currency });
  const parts = schedule.map((part) => ({
    promisedOn: count === 1 ? firstOn : part.promisedOn,
    amount: money(part.amountMinor),
    interest: money(part.interestMinor),
  }));
  return { isReady: true, parts, interest };
}

const RATE_E4_PER_BASIS_POINT = 100;

/** "6" and "6,25" are 600 and 625 basis points; nothing, or 0, is no interest. */
function readInterest({ typedRate, dayCount }: PromiseDraft): DraftInterest | null | 'wrong' {
  if (typedRate.trim() === '') return null;
  const rateE4 = readRate(typedRate);
  if (rateE4 === null || rateE4 < 0 || rateE4 % RATE_E4_PER_BASIS_POINT !== 0) return 'wrong';
  const basisPoints = rateE4 / RATE_E4_PER_BASIS_POINT;
  if (basisPoints > PLAN_BASIS_POINTS_MAX) return 'wrong';
  return basisPoints === 0 ? null : { basisPoints, dayCount };
}
