import { expect, it } from 'vitest';
import { limitShare } from './limit-share.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const open = (total: string) => [{ receivable: eur(total), overdue: eur('0'), unapplied: eur('0'), total: eur(total) }];

it.each([
  ['10000.00', '9400.00', 94],
  ['10000.00', '12000.00', 120],
  ['10000.00', '-5.00', null],
  ['0.00', '10.00', null],
])('of a limit of %s, %s open is %s percent', (limit, total, share) => {
  expect(limitShare({ creditLimit: eur(limit), balances: open(total) })).toBe(share);
});

it('says nothing of what is open in another currency', () => {
  expect(limitShare({ creditLimit: { amount: '10', currency: 'USD' }, balances: open('5.00') })).toBeNull();
});
