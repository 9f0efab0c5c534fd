import { NO_CHANGES } from '@quittance/core/cash-policy';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CashBook, openCashBook } from '../cash-application.fixture.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import { matchPolicy, settlementPolicy } from './policies.ts';
import { loadPolicies, proposePolicy, switchPolicy } from './policies.usecase.ts';

let book: CashBook;
beforeAll(async () => {
  book = await openCashBook();
});
afterAll(() => book.drop());

const propose = (changes: object, reason = 'tried it') =>
  proposePolicy(book.database, book.scope, {
    changes: { ...NO_CHANGES, ...changes },
    reason,
    command: { action: 'cash.policy_propose', body: changes },
  });
const switchTo = (number: number, reason: string | null) =>
  switchPolicy(book.database, book.scope, { number, reason, command: { action: 'cash.policy_switch', body: number } });

async function payment(number: string): Promise<string> {
  const customerId = await book.addCustomer(`C-${number}`);
  await book.owe({ customerId, number, amount: '100.00' });
  const receipt = await book.receive({ amount: '100.00', text: `INVOICE ${number}` });
  await applyUnapplied(book.database, book.scope);
  const { decision, rule, policyVersion } = await book.decision(receipt);
  return `${decision} ${rule} ${policyVersion.includes('.') ? policyVersion.split('.')[0] : 'usual'}`;
}

it('without a rule a receipt waits for a person, and posts again when the company goes back to the usual policy', async () => {
  expect(await payment('4711001')).toBe('auto cited_and_exact usual');
  const rulesOff = ['cited_and_exact', 'number_and_amount_confirm_each_other'];
  const { number } = await propose({ rulesOff });
  expect(await payment('4711002'), 'a proposal decides nothing').toBe('auto cited_and_exact usual');
  await switchTo(number, 'month end: we look at everything');
  expect(await payment('4711003')).toBe(`suggest null ${number}`);
  await switchTo(0, 'month end is over');
  expect(await payment('4711004')).toBe('auto cited_and_exact usual');
});

it('grace of a discount is one figure, both where it is recognised and where it is posted', async () => {
  const { number } = await propose({ limits: { discountGraceDays: 7 } });
  await switchTo(number, 'customers pay through slow banks');
  const [matching, settlement] = await book.read(async (tx) => [await matchPolicy(tx), await settlementPolicy(tx)]);
  expect([matching.policy.discountGraceDays, settlement.discountGraceDays]).toEqual([7, 7]);
});

it('a version that was not tried is switched on only with a reason', async () => {
  const { number } = await propose({ limits: { adviceWaitDays: 5 } });
  await expect(switchTo(number, null)).rejects.toMatchObject({ code: 'policy_untried' });
  await expect(switchTo(number + 1, 'typed wrongly')).rejects.toMatchObject({ code: 'not_found' });
  await switchTo(number, 'agreed with the bank');
  await expect(switchTo(number, 'again')).rejects.toMatchObject({ code: 'policy_in_force' });
  await expect(switchTo(0, null)).rejects.toMatchObject({ code: 'policy_needs_reason' });
});

it('what cannot be meant is refused by field and leaves no version', async () => {
  const before = (await book.read(loadPolicies)).versions.length;
  await expect(propose({ limits: { adviceWaitDays: 400 } })).rejects.toMatchObject({
    code: 'policy_invalid',
    details: { problems: [{ field: 'limits.adviceWaitDays', code: 'limit_out_of_bounds' }] },
  });
  expect((await book.read(loadPolicies)).versions).toHaveLength(before);
});

it('two people who propose at once get two versions', async () => {
  const numbers = await Promise.all([propose({}, 'one'), propose({}, 'other'), propose({}, 'third')]);
  expect(new Set(numbers.map(({ number }) => number)).size).toBe(3);
});
