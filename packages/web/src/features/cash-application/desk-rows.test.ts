import { expect, it } from 'vitest';
import type { Candidate } from './cash.types.ts';
import { draftedRows } from './desk-rows.ts';

const rows = ['A', 'B'].map((id) => ({ id, number: id, open: { amount: '10.00', currency: 'EUR' } }) as Candidate);

it('what is typed on one item draws that item anew and no other', () => {
  const first = draftedRows(
    rows,
    {
      cash: new Map([
        ['A', 500n],
        ['B', 700n],
      ]),
      deductions: [],
    },
    new Map(),
  );
  const next = draftedRows(
    rows,
    {
      cash: new Map([
        ['A', 500n],
        ['B', 800n],
      ]),
      deductions: [],
    },
    first,
  );
  expect(next.get('A')).toBe(first.get('A'));
  expect(next.get('B')).toMatchObject({ cash: { amount: '8.00', currency: 'EUR' } });
  const deduction = { itemId: 'A', amountMinor: 100n, reason: 'freight' as const, note: '' };
  const last = draftedRows(rows, { cash: new Map([['A', 500n]]), deductions: [deduction] }, next);
  expect(last.get('A')).toMatchObject({ deductions: [deduction] });
  expect(last.has('B')).toBe(false);
});
