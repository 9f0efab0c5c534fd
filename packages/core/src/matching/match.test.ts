import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../calendar/index.ts';
import { anItem, aReceipt, decideAll, decideOne, kinds, knowing, minor, TODAY } from './matching.fixture.ts';
import { PayerKnowledge } from './payer-knowledge.ts';

const items = [anItem({ number: '4711001', open: '100.00' }), anItem({ number: '4711002', open: '50.00' })];

describe('the same payment twice', () => {
  const first = aReceipt({ id: 'R1', amount: '100.00', text: '4711001', account: 'DE12' });
  const again = { ...first, id: 'R2' };

  it('on the same day: neither posts, and a person is asked whether it was sent twice', () => {
    const decisions = decideAll({ receipts: [first, again], items });
    expect(decisions.map(({ decision }) => decision)).toEqual(['suggest', 'suggest']);
    expect(decisions[0]?.question).toEqual({ code: 'is_it_a_duplicate', params: { receipt: 'R2', bookedOn: TODAY } });
  });

  it('a day apart: the first posts, the second waits', () => {
    const later = { ...again, bookedOn: addDays(TODAY, 1) };
    const decisions = decideAll({ receipts: [later, first], items });
    expect(decisions.map(({ decision }) => decision)).toEqual(['suggest', 'auto']);
  });

  it('after the first was applied: on the customer’s account and on no item, with the earlier receipt named', () => {
    const knowledge = new PayerKnowledge();
    knowledge.learn({ ...first, receiptId: 'R1', customer: 'ACME', bookedOn: addDays(TODAY, -3) });
    knowledge.closeItem({ number: '4711001', customer: 'ACME', closedOn: addDays(TODAY, -3) });
    const decision = decideOne(again, items.slice(1), knowledge);
    expect(decision).toMatchObject({
      decision: 'auto',
      rule: 'settled_before_on_account_of_known_payer',
      customer: 'ACME',
      allocations: [],
      unappliedMinor: minor('100.00'),
    });
    expect(decision.sentence).toContain('the same payer paid the same amount on 2026-06-28 (R1)');
  });

  it('an amount that repeats every month still posts when a new item is cited', () => {
    const knowledge = new PayerKnowledge();
    knowledge.learn({ ...first, receiptId: 'R0', customer: 'ACME', bookedOn: addDays(TODAY, -30) });
    const decision = decideOne(first, items, knowledge);
    expect(decision.decision).toBe('auto');
    expect(kinds(decision)).toContain('possible_duplicate');
  });

  it('an amount that repeats does not post without a reference', () => {
    const knowledge = new PayerKnowledge();
    knowledge.learn({ ...first, receiptId: 'R0', customer: 'ACME', bookedOn: addDays(TODAY, -30) });
    const decision = decideOne({ ...first, lines: [] }, items, knowledge);
    expect(decision.decision).toBe('suggest');
    expect(decision.question?.code).toBe('is_it_a_duplicate');
  });
});

describe('two receipts that could be the same item', () => {
  it('a citation goes before a bare amount', () => {
    const knowledge = knowing({ accounts: { DE12: 'ACME' } });
    const byAmount = aReceipt({ id: 'R1', amount: '100.00', account: 'DE12' });
    const cited = aReceipt({ id: 'R2', amount: '100.00', text: '4711001' });
    const decisions = decideAll({ receipts: [byAmount, cited], items, knowledge });
    expect(decisions.map(({ decision }) => decision)).toEqual(['suggest', 'auto']);
    expect(decisions[0]?.question?.code).toBe('which_receipt_pays');
  });
});

describe('a receipt that nothing explains', () => {
  it('from an unknown payer is nobody’s, and the question is who pays', () => {
    const decision = decideOne(aReceipt({ amount: '12.34', payer: 'CITY INSURANCE' }), items);
    expect(decision).toMatchObject({ decision: 'exception', customer: null, allocations: [], unappliedMinor: 1234n });
    expect(decision.question).toEqual({ code: 'who_is_payer', params: { payer: 'CITY INSURANCE' } });
    expect(decision.sentence).toBe('No explanation holds; the payer is not known.');
  });

  it('from a known payer waits on its account, and the question is which items', () => {
    const decision = decideOne(
      aReceipt({ amount: '12.34', account: 'DE12' }),
      items,
      knowing({ accounts: { DE12: 'ACME' } }),
    );
    expect(decision).toMatchObject({ decision: 'exception', customer: 'ACME' });
    expect(decision.question).toEqual({ code: 'which_items', params: { customer: 'ACME', openItemsCount: 2 } });
  });

  it('that cites a settled item only is that customer’s, and the question is what was meant', () => {
    const decision = decideOne(
      aReceipt({ amount: '70.00', text: '4700009' }),
      items,
      knowing({ settled: { '4700009': 'ACME' } }),
    );
    expect(decision).toMatchObject({ decision: 'exception', customer: 'ACME' });
    expect(decision.question).toEqual({
      code: 'already_settled',
      params: { number: '4700009', closedOn: '2026-06-15' },
    });
  });

  it('from an account that pays for several customers is held for none of them', () => {
    const knowledge = new PayerKnowledge();
    const lastOn = localDate('2026-06-01');
    knowledge.addLink('account', 'DE12', { customer: 'ACME', uses: 3, lastOn });
    knowledge.addLink('account', 'DE12', { customer: 'BOREAL', uses: 2, lastOn });
    const decision = decideOne(aReceipt({ amount: '12.34', account: 'DE12' }), items, knowledge);
    expect(decision.customer).toBeNull();
    expect(kinds(decision)).toEqual(['payer_of_several']);
  });
});

describe('the text cites one customer’s item exactly, the payer’s own item has the amount too', () => {
  it('is for a person to decide', () => {
    const ledger = [...items, anItem({ number: '4799001', open: '100.00', customer: 'BOREAL' })];
    const receipt = aReceipt({ amount: '100.00', text: '4799001', account: 'DE12' });
    const decision = decideOne(receipt, ledger, knowing({ accounts: { DE12: 'ACME' } }));
    expect(decision).toMatchObject({ decision: 'suggest', alternativesCount: 1 });
    expect(decision.question?.code).toBe('text_or_amount');
  });
});

describe('the payer’s own customer number in the text', () => {
  const ledger = [anItem({ number: 'FV26-108017', open: '13568.99', customer: '104498' })];
  const knowledge = knowing({ accounts: { IT54: '104498' } });

  it('is no unknown reference: the only item with the amount posts', () => {
    const receipt = aReceipt({ amount: '13568.99', text: 'KD 0104498', account: 'IT54' });
    const decision = decideOne(receipt, ledger, knowledge);
    expect(kinds(decision)).not.toContain('reference_unknown');
    expect(decision).toMatchObject({ decision: 'auto', customer: '104498' });
  });

  it('asks nothing when nothing else explains the receipt, and the question is which items', () => {
    const receipt = aReceipt({ amount: '20.00', text: ['KD 104', '498'], account: 'IT54' });
    expect(decideOne(receipt, ledger, knowledge).question).toEqual({
      code: 'which_items',
      params: { customer: '104498', openItemsCount: 1 },
    });
  });

  it('another number beside it is still asked about', () => {
    const receipt = aReceipt({ amount: '20.00', text: 'KD 104498 RG 7700123', account: 'IT54' });
    expect(decideOne(receipt, ledger, knowledge).question).toEqual({
      code: 'what_is_reference',
      params: { references: ['7700123'] },
    });
  });

  it('the rest of a receipt is no second payment of what it has paid itself', () => {
    const settled = knowing({ accounts: { DE12: 'ACME' }, settled: { '4700001': 'ACME' } });
    const rest = { ...aReceipt({ amount: '9.99', account: 'DE12', text: '4700001' }), appliedTo: ['4700001'] };
    const decision = decideOne(rest, ledger, settled);
    expect(decision.question).toEqual({
      code: 'what_is_rest_for',
      params: { difference: { amount: '9.99', currency: 'EUR' } },
    });
    expect(decision.sentence).toContain('it is the rest of a receipt that paid 4700001');
  });

  it('several settled items are told with their day once, as an analyst reads them', () => {
    const settled = knowing({ accounts: { DE12: 'ACME' }, settled: { '4700001': 'ACME', '4700002': 'ACME' } });
    const { sentence } = decideOne(
      aReceipt({ amount: '9.99', account: 'DE12', text: '4700001 4700002' }),
      ledger,
      settled,
    );
    expect(sentence).toContain('4700001, 4700002 are cited and were settled on 2026-06-15');
  });

  it('the number of a customer who has nothing to do with the payment is unknown', () => {
    const receipt = aReceipt({ amount: '20.00', text: '555123', account: 'IT54' });
    const others = [...ledger, anItem({ number: '4711001', open: '99.00', customer: '555123' })];
    expect(decideOne(receipt, others, knowledge).question?.code).toBe('what_is_reference');
  });
});

describe('a pair that a person rejected', () => {
  it('is not proposed again, though the text cites the item and the amount is exact', () => {
    const knowledge = new PayerKnowledge();
    knowledge.reject('R1', 'ACME/4711001');
    const decision = decideOne(aReceipt({ amount: '100.00', text: '4711001' }), items, knowledge);
    expect(decision).toMatchObject({ decision: 'exception', customer: null, allocations: [] });
    expect(kinds(decision)).toEqual(['payer_unknown']); // the number is one of ours: not an unknown reference
  });

  it('does not make the other of two equal items the only one', () => {
    const knowledge = knowing({ accounts: { DE12: 'ACME' } });
    knowledge.reject('R1', 'ACME/4711001');
    const equal = anItem({ number: '4711009', open: '100.00' });
    const decision = decideOne(aReceipt({ amount: '100.00', account: 'DE12' }), [...items, equal], knowledge);
    expect(decision).toMatchObject({ decision: 'suggest', allocations: [{ item: 'ACME/4711009' }] });
    expect(kinds(decision)).toContain('amount_shared');
  });
});
