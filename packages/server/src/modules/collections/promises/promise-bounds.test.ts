import { expect, it } from 'vitest';
import { aboveOpen } from './promise-bounds.ts';

it('says what is open with its thousands apart, and gives it as money for other languages', () => {
  const asked = { itemIds: null, amountMinor: 1_200_000n, currency: 'EUR' };
  const bound = aboveOpen(asked, { open: [{ id: 'a', openMinor: 1_000_000n }], standing: [] });
  expect(bound?.message).toContain('On this account 10,000.00 EUR are open, 10,000.00 EUR of it not promised yet.');
  expect(bound?.details).toMatchObject({ open: { amount: '10000.00', currency: 'EUR' } });
});
