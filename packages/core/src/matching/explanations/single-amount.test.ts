import { describe, expect, it } from 'vitest';
import { addDays } from '../../calendar/index.ts';
import { ItemIndex } from '../item-index.ts';
import { matchReceipts } from '../match.ts';
import { anItem, applied, aReceipt, decideOne, kinds, knowing, TODAY } from '../matching.fixture.ts';
import { DEFAULT_POLICY } from '../policy.ts';

const items = [
  anItem({ number: '1204000017', open: '1234.56' }),
  anItem({ number: '1204000018', open: '99.10' }),
  anItem({ number: '1204000019', open: '1234.50', customer: 'BOREAL' }),
];
const twinOfAnother = anItem({ number: '1204000021', open: '1234.56', customer: 'BOREAL' });
const payer = knowing({ accounts: { DE12: 'ACME' }, names: { ACME: 'Acme Foods Ltd', BOREAL: 'Boreal Paper' } });

describe('one open item has exactly the amount', () => {
  it('never posts on the amount alone', () => {
    const decision = decideOne(aReceipt({ amount: '1234.56' }), items);
    expect(decision).toMatchObject({ decision: 'suggest', customer: 'ACME' });
    expect(applied(decision, items)).toEqual(['1204000017 123456']);
    expect(decision.question).toEqual({ code: 'does_payer_pay_for', params: { customer: 'ACME', payer: '' } });
  });

  it('posts when it is unique and paid from an account that paid for this customer before', () => {
    const decision = decideOne(aReceipt({ amount: '1234.56', account: 'DE12' }), items, payer);
    expect(decision).toMatchObject({ decision: 'auto', rule: 'unique_amount_by_known_payer' });
  });

  it('posts when it is unique and the payer carries the name of this customer alone', () => {
    const decision = decideOne(aReceipt({ amount: '1234.56', payer: 'ACME FOODS' }), items, payer);
    expect(decision.decision).toBe('auto');
  });

  it('does not post for a payer that is known for another customer only', () => {
    const decision = decideOne(aReceipt({ amount: '1234.56', payer: 'BOREAL PAPER' }), items, payer);
    expect(decision.decision).toBe('suggest');
    expect(kinds(decision)).toContain('payer_of_others');
  });

  it('posts for another customer than the payer’s when the text has its number but for one slip', () => {
    const decision = decideOne(
      aReceipt({ amount: '1234.56', payer: 'BOREAL PAPER', text: '1204000107' }),
      items,
      payer,
    );
    expect(decision).toMatchObject({ decision: 'auto', rule: 'unique_amount_and_mistyped_number', customer: 'ACME' });
    expect(decision.sentence).toContain('1204000107, which is 1204000017 but for one slip of typing');
  });

  it.each([
    ['the next number of the series', '1204000016'],
    ['two slips', '1204001170'],
    ['a short number', '400107'],
  ])('never posts for another customer on %s', (_, text) => {
    const decision = decideOne(aReceipt({ amount: '1234.56', payer: 'BOREAL PAPER', text }), items, payer);
    expect(decision.decision).toBe('suggest');
  });

  it('a rent of the same amount each month posts when it was billed after the last payment', () => {
    const knowledge = knowing({ accounts: { DE12: 'ACME' } });
    const rent = aReceipt({ amount: '1234.56', account: 'DE12' });
    knowledge.learn({ ...rent, receiptId: 'R0', customer: 'ACME', bookedOn: addDays(TODAY, -31) });
    expect(decideOne(rent, items, knowledge)).toMatchObject({ decision: 'auto', rule: 'unique_amount_by_known_payer' });
    knowledge.learn({ ...rent, receiptId: 'R00', customer: 'ACME', bookedOn: addDays(TODAY, -3) });
    expect(decideOne(rent, items, knowledge).decision).toBe('suggest');
  });

  it('posts on a name that two customers carry when one of them alone owes the amount', () => {
    const twins = knowing({ names: { ACME: 'Alder', BOREAL: 'ALDER Ltd' } });
    const receipt = aReceipt({ amount: '1234.56', payer: 'Alder' });
    const decision = decideOne(receipt, items, twins);
    expect(decision.decision).toBe('auto');
    expect(kinds(decision)).toContain('payer_name_shared');
    expect(decideOne(receipt, [...items, twinOfAnother], twins).decision).toBe('suggest');
  });

  it('does not post while the text gives a number that nobody knows', () => {
    const receipt = aReceipt({ amount: '1234.56', account: 'DE12', text: 'INV 7700077' });
    const decision = decideOne(receipt, items, payer);
    expect(decision.decision).toBe('suggest');
    expect(decision.question?.code).toBe('what_is_reference');
  });

  it('posts when the text gives its closing digits, whoever pays', () => {
    const decision = decideOne(aReceipt({ amount: '1234.56', text: 'RE 4000017' }), items);
    expect(decision).toMatchObject({ decision: 'auto', rule: 'number_and_amount_confirm_each_other' });
  });

  it('does not post when the text cites another open item: text and amount disagree', () => {
    const decision = decideOne(aReceipt({ amount: '1234.56', account: 'DE12', text: '1204000018' }), items, payer);
    expect(decision.decision).toBe('suggest');
    expect(decision.question).toEqual({
      code: 'text_or_amount',
      params: { cited: ['1204000018'], byAmount: ['1204000017'] },
    });
  });
});

describe('several open items have the amount', () => {
  const twin = anItem({ number: '1204000020', open: '1234.56' });

  it('an equal item of the payer: proposed with the other, and the question which', () => {
    const decision = decideOne(aReceipt({ amount: '1234.56', account: 'DE12' }), [...items, twin], payer);
    expect(decision).toMatchObject({ decision: 'suggest', alternativesCount: 1 });
    expect(decision.question).toEqual({
      code: 'which_of_equal_items',
      params: { numbers: ['1204000017', '1204000020'], itemsCount: 2 },
    });
  });

  it('an equal item of another customer: the payer of one customer alone pays its own, the other is rejected', () => {
    const decision = decideOne(aReceipt({ amount: '1234.56', account: 'DE12' }), [...items, twinOfAnother], payer);
    expect(decision).toMatchObject({ decision: 'auto', customer: 'ACME', rule: 'unique_amount_of_known_payer' });
    expect(decision.rejected).toEqual([
      { explanation: 'single_amount', customer: 'BOREAL', items: ['1204000021'], reason: 'payer_of_others' },
    ]);
  });

  it('an equal item of another customer: a payer that pays for several is asked', () => {
    const shared = knowing({ accounts: { DE12: 'ACME' } });
    shared.addLink('account', 'DE12', { customer: 'CEDAR', uses: 1, lastOn: TODAY });
    const receipt = aReceipt({ amount: '1234.56', account: 'DE12' });
    expect(decideOne(receipt, [...items, twinOfAnother], shared).decision).toBe('suggest');
  });

  it('a cited number picks one of two equal items, and posts', () => {
    const decision = decideOne(aReceipt({ amount: '1234.56', text: '1204000020' }), [...items, twin]);
    expect(decision.decision).toBe('auto');
    expect(applied(decision, [...items, twin])).toEqual(['1204000020 123456']);
  });

  it('a hundred of them: an exception that says how many there are, and proposes none', () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      anItem({ number: String(9_000_000 + index), open: '25.00', customer: `C${index}` }),
    );
    const decision = decideOne(aReceipt({ amount: '25.00' }), many);
    expect(decision).toMatchObject({ decision: 'exception', customer: null, allocations: [], alternativesCount: 100 });
  });
});

describe('a customer with very many open items has one of almost any amount', () => {
  const crowd = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      anItem({ number: String(9_000_000 + index), open: `${1000 + index}.37` }),
    );

  it('does not post on the amount, even for a known payer', () => {
    const decision = decideOne(aReceipt({ amount: '1100.37', account: 'DE12' }), crowd(501), payer);
    expect(decision.decision).toBe('suggest');
    expect(kinds(decision)).toContain('amount_by_chance');
  });

  it('posts up to the limit of the policy', () => {
    expect(decideOne(aReceipt({ amount: '1100.37', account: 'DE12' }), crowd(500), payer).decision).toBe('auto');
  });

  it('has a lower limit for amounts in whole units', () => {
    const withRound = [...crowd(60), anItem({ number: '9900000', open: '5000.00' })];
    expect(decideOne(aReceipt({ amount: '5000.00', account: 'DE12' }), withRound, payer).decision).toBe('suggest');
  });

  it('a company that lowers the limit lowers it for whole units as well', () => {
    const ledger = new ItemIndex([...crowd(20), anItem({ number: '9900000', open: '5000.00' })]);
    const receipt = aReceipt({ amount: '5000.00', account: 'DE12' });
    const decided = (amountOpenItemsMax: number) => {
      const policy = { ...DEFAULT_POLICY, amountOpenItemsMax };
      return matchReceipts([receipt], { items: ledger, knowledge: payer, policy })[0]?.decision;
    };
    expect([decided(500), decided(10)]).toEqual(['auto', 'suggest']);
  });
});
