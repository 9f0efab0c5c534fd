import { localDate } from '@quittance/core/calendar';
import { currencyCode } from '@quittance/core/money';
import { describe, expect, it } from 'vitest';
import { type PromiseDraft, readDraft } from './promise-draft.ts';

const given = { currency: currencyCode('EUR'), decimalSign: ',' as const, today: localDate('2026-11-22') };
const read = (draft: Partial<PromiseDraft>) =>
  readDraft({ typedAmount: '900,00', promisedOn: '2026-12-04', parts: '1', rhythm: 'monthly', ...draft }, given);

describe('what is typed of a promise', () => {
  it('is one part on its day, also where a plan would go to the month end', () =>
    expect(read({ rhythm: 'month_end' })).toEqual({
      isReady: true,
      parts: [{ promisedOn: '2026-12-04', amount: { amount: '900.00', currency: 'EUR' } }],
    }));

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
  ] as const)('says that the %s is wrong', (wrong, draft) => expect(read(draft)).toEqual({ isReady: false, wrong }));
});
