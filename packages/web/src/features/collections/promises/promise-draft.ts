/** A promise while it is written: what was typed becomes the parts that are sent, or what is wrong with it. */
import { type LocalDate, parseLocalDate } from '@quittance/core/calendar';
import type { CurrencyCode } from '@quittance/core/money';
import { PLAN_PARTS_MAX, type PlanRhythm, planParts } from '@quittance/core/promises';
import { type MoneyText, readAmount, toMoneyText } from '../../../ui/money/money-text.ts';

export interface PromiseDraft {
  readonly typedAmount: string;
  readonly promisedOn: string;
  /** 1 is a promise alone, more a plan. */
  readonly parts: string;
  readonly rhythm: PlanRhythm;
}

export interface DraftPart {
  readonly promisedOn: LocalDate;
  readonly amount: MoneyText;
}

export type ReadDraft =
  | { readonly isReady: true; readonly parts: DraftPart[] }
  | { readonly isReady: false; readonly wrong: 'amount' | 'parts' | 'day' };

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
  const plan = planParts({ amountMinor, parts: count, firstOn, rhythm: draft.rhythm });
  const parts = plan.map((part) => ({
    promisedOn: count === 1 ? firstOn : part.promisedOn,
    amount: toMoneyText({ amountMinor: part.amountMinor, currency }),
  }));
  return { isReady: true, parts };
}
