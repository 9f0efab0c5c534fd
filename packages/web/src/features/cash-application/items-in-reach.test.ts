import { describe, expect, it } from 'vitest';
import type { Candidate } from './cash.types.ts';
import { itemsInOrder } from './items-in-reach.ts';

const EUR = (amount: string) => ({ amount, currency: 'EUR' });

function anItem(given: Partial<Candidate> & { number: string; dueOn: string }): Candidate {
  return {
    id: given.number,
    kind: 'invoice',
    customerId: 'kaufmann',
    customerNumber: '100200',
    customerName: 'Kaufmann GmbH',
    issuedOn: '2026-10-02',
    daysLate: 0,
    amount: EUR('100.00'),
    open: EUR('100.00'),
    ...given,
  };
}

const numbers = (rows: readonly Candidate[]): string[] => rows.map(({ number }) => number);

describe('the items beside a receipt', () => {
  const ofCustomer = [
    anItem({ number: '4715', dueOn: '2026-11-15' }),
    anItem({ number: '4711', dueOn: '2026-11-01' }),
    anItem({ number: '4713', dueOn: '2026-11-08' }),
  ];

  it('what is proposed stands first, the rest follows by due date', () => {
    const rows = itemsInOrder({
      receipt: { candidates: [], amount: EUR('100.00') },
      customerId: 'kaufmann',
      ofCustomer,
      first: new Set(['4715']),
    });
    expect(numbers(rows)).toEqual(['4715', '4711', '4713']);
  });

  it('a proposed item far down the customer’s list is there before the list has come', () => {
    const rows = itemsInOrder({
      receipt: { candidates: [anItem({ number: '9999', dueOn: '2027-12-01' })], amount: EUR('100.00') },
      customerId: 'kaufmann',
      ofCustomer,
      first: new Set(['9999']),
    });
    expect(numbers(rows)).toEqual(['9999', '4711', '4713', '4715']);
  });

  it('money of the customer and items in another currency are not offered', () => {
    const rows = itemsInOrder({
      receipt: {
        candidates: [
          anItem({ number: 'R-1', dueOn: '2026-11-01', kind: 'receipt' }),
          anItem({ number: 'US-1', dueOn: '2026-11-01', open: { amount: '1.00', currency: 'USD' } }),
        ],
        amount: EUR('100.00'),
      },
      customerId: 'kaufmann',
      ofCustomer: [],
      first: new Set(),
    });
    expect(rows).toEqual([]);
  });

  it('with another payer chosen, only that customer’s items are offered, and what is ticked already', () => {
    const rows = itemsInOrder({
      receipt: {
        candidates: [
          anItem({ number: 'A-1', dueOn: '2026-11-01', customerId: 'rossi' }),
          anItem({ number: 'A-2', dueOn: '2026-11-02', customerId: 'rossi' }),
        ],
        amount: EUR('100.00'),
      },
      customerId: 'kaufmann',
      ofCustomer: [anItem({ number: '4711', dueOn: '2026-12-01' })],
      first: new Set(['A-2']),
    });
    expect(numbers(rows)).toEqual(['A-2', '4711']);
  });
});
