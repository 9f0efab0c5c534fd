import { localDate } from '@quittance/core/calendar';
import { DEFAULT_POLICY, ItemIndex, type OpenItem, PayerKnowledge, type Receipt } from '@quittance/core/matching';
import { currencyCode } from '@quittance/core/money';
import { expect, it } from 'vitest';
import { exactAmountOnly, firstInFirstOut, firstSubsetFound, largestFirstInBlocks } from './rules.ts';

const EUR = currencyCode('EUR');
const items = [3000n, 2000n, 1000n, 4000n].map(
  (openMinor, at): OpenItem => ({
    id: `I${at}`,
    number: `47110${at}`,
    customer: 'ACME',
    currency: EUR,
    openMinor,
    issuedOn: localDate('2026-06-01'),
    dueOn: localDate(`2026-07-0${at + 1}`),
    references: [],
  }),
);
const knowledge = new PayerKnowledge();
knowledge.addLink('account', 'DE12', { customer: 'ACME', uses: 1, lastOn: localDate('2026-06-01') });
const context = { items: new ItemIndex(items), knowledge, policy: DEFAULT_POLICY };
const receipt = (amountMinor: bigint): Receipt => ({
  id: 'R',
  bookedOn: localDate('2026-07-01'),
  currency: EUR,
  amountMinor,
  payerName: '',
  payerAccount: 'DE12',
  lines: [],
  endToEndId: '',
});
const taken = (found: ReturnType<typeof firstInFirstOut>): string => (found ?? []).map(({ item }) => item).join();

it('30, 20, 10 and 40 open and 60 paid: each rule takes something else', () => {
  expect(taken(firstInFirstOut(receipt(6000n), context))).toBe('I0,I1,I2');
  expect(taken(firstInFirstOut(receipt(3500n), context))).toBe('I0,I1');
  expect(exactAmountOnly(receipt(6000n), context)).toBeNull();
  expect(taken(exactAmountOnly(receipt(4000n), context))).toBe('I3');
  expect(taken(largestFirstInBlocks(receipt(6000n), context))).toBe('I0,I1,I2');
  expect(taken(firstSubsetFound(receipt(5000n), context))).toBe('I0,I1');
  expect(firstSubsetFound(receipt(500n), context)).toBeNull();
});
