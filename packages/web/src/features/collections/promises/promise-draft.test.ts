import { localDate } from '@quittance/core/calendar';
import { currencyCode } from '@quittance/core/money';
import { describe, expect, it } from 'vitest';
import { type PromiseDraft, readDraft } from './promise-draft.ts';

const given = { currency: currencyCode('EUR'), decimalSign: ',' as const, today: localDate('2026-11-22') };
const read = (draft: Partial<PromiseDraft>) => readDraft({ ...usual, ...draft }, given);
const usual: PromiseDraft = {
  ...{ typedAmount: '900,00', promisedOn: '2026-12-04', parts: '1', rhythm: 'monthly' },
  ...{ typedRate: '', dayCount: 'act365' },
};

describe('what is typed of a promise', () => {
  it('is one part on its day, also where a plan would go to the month end', () =>
    expect(read({ rhythm: 'month_end' })).toEqual({
      isReady: true,
      parts: [
        {
          promisedOn: '2026-12-04',
          amount: { amount: '900.00', currency: 'EUR' },
          interest: { amount: '0.00', currency: 'EUR' },
        },
      ],
      interest: null,
    }));

  it('is a plan with interest of what is open, shown with each part as it will be agreed', () =>
    expect(read({ typedAmount: '1200', parts: '2', typedRate: '6,5' })).toMatchObject({
      interest: { basisPoints: 650, dayCount: 'act365' },
      parts: [
        { amount: { amount: '600.00' }, interest: { amount: '2.56' } }, // 12 days of 1,200.00
        { amount: { amount: '600.00' }, interest: { amount: '3.32' } }, // 31 days of 600.00, and what rounding left
      ],
    }));

  it('bears no interest at nothing per cent, nor as a promise alone', () => {
    expect(read({ parts: '2', typedRate: '0' })).toMatchObject({ isReady: true, interest: null });
    expect(read({ parts: '1', typedRate: '6' })).toMatchObject({ isReady: true, interest: null });
  });

  it('is a plan of equal parts, the last with the rest', () =>
    expect(read({ typedAmount: '100', parts: '3' })).toMatchObject({
      parts: [
        { promisedOn: '2026-12-04', amount: { amount: '33.33' } },
        { promisedOn: '2027-01-04', amount: { amount: '33.33' } },
        { promisedOn: '2027-02-04', amount: { amount: '33.34' } },
      ],
    }));

  it.each([
    ['amount', { typedAmount: 'a lot' }],
    ['amount', { typedAmount: '0' }],
    ['day', { promisedOn: '2026-11-21' }],
    ['day', { promisedOn: '' }],
    ['parts', { parts: '61' }],
    ['parts', { parts: '0' }],
    ['rate', { parts: '2', typedRate: 'six' }],
    ['rate', { parts: '2', typedRate: '6,125' }],
    ['rate', { parts: '2', typedRate: '101' }],
    ['rate', { parts: '2', typedRate: '-1' }],
  ] as const)('says that the %s is wrong', (wrong, draft) => expect(read(draft)).toEqual({ isReady: false, wrong }));
});
