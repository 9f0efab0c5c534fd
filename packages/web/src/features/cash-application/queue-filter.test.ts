import { describe, expect, it } from 'vitest';
import { ageText, queueFilter, reasonText } from './queue-filter.ts';

const age = (fromDays: number, toDays: number | null, bookedFrom: string | null, bookedTo: string) => ({
  ...{ fromDays, toDays, bookedFrom, bookedTo },
  ...{ count: 0, lateCount: 0, askedCount: 0, open: [] },
});
const ages = [age(31, 90, '2026-08-22', '2026-10-20'), age(91, null, null, '2026-08-21')];

describe('what of a queue is looked at', () => {
  it('a reason with its explanation goes into the address and comes back', () => {
    const text = reasonText({ explanation: 'cited_references', questionCode: 'why_short' });
    expect(queueFilter({ reason: text }, [])).toEqual({ explanation: 'cited_references', question: 'why_short' });
    expect(queueFilter({ reason: reasonText({ explanation: null, questionCode: 'who_is_payer' }) }, [])).toEqual({
      question: 'who_is_payer',
    });
  });

  it('an age is the days on which receipts of that age were booked', () => {
    expect(ages.map(ageText)).toEqual(['31-90', '91-']);
    expect(queueFilter({ age: '31-90' }, ages)).toEqual({ bookedFrom: '2026-08-22', bookedTo: '2026-10-20' });
    expect(queueFilter({ age: '91-' }, ages)).toEqual({ bookedTo: '2026-08-21' });
    expect(queueFilter({ age: 'old' }, ages)).toEqual({});
  });
});
