import { describe, expect, it } from 'vitest';
import { currencyCode } from '../../money/index.ts';
import { anItem, applied, aReceipt, decideOne, kinds, knowing, minor } from '../matching.fixture.ts';

const ledger = [
  anItem({ number: '4711001', open: '100.00' }),
  anItem({ number: '4711002', open: '50.00' }),
  anItem({ number: '8800001', open: '-20.00' }),
  anItem({ number: '4712001', open: '75.00', customer: 'BOREAL' }),
];

describe('a receipt that cites open items by whole number', () => {
  it('posts when the total is exact, and says why in one sentence', () => {
    const decision = decideOne(aReceipt({ amount: '150.00', text: 'INV 4711001, 4711002' }), ledger);
    expect(decision).toMatchObject({ decision: 'auto', rule: 'cited_and_exact', customer: 'ACME', unappliedMinor: 0n });
    expect(applied(decision, ledger)).toEqual(['4711001 10000', '4711002 5000']);
    expect(decision.sentence).toBe(
      'Cites 2 open items by whole number (4711001, 4711002); total exact, 150.00 EUR; the payer is not known; ' +
        'no other explanation.',
    );
  });

  it('nets a credit note that is cited with them', () => {
    const decision = decideOne(aReceipt({ amount: '130.00', text: '4711001+4711002 LESS CN 8800001' }), ledger);
    expect(decision.decision).toBe('auto');
    expect(applied(decision, ledger)).toEqual(['4711001 10000', '4711002 5000', '8800001 -2000']);
  });

  it('reads a number that the end of a statement line cuts in two', () => {
    const decision = decideOne(aReceipt({ amount: '150.00', text: ['PAYMENT OF 4711001,471', '1002'] }), ledger);
    expect(decision.decision).toBe('auto');
  });

  it('counts a number once that stands in the text and in the end-to-end id', () => {
    const receipt = aReceipt({ amount: '100.00', text: '4711001', endToEndId: '4711001' });
    expect(applied(decideOne(receipt, ledger), ledger)).toEqual(['4711001 10000']);
  });

  it('never posts when a cent is missing: the difference stays open on the largest item, and is asked for', () => {
    const decision = decideOne(aReceipt({ amount: '149.99', text: '4711001 4711002' }), ledger);
    expect(decision).toMatchObject({ decision: 'suggest', unappliedMinor: 0n });
    expect(applied(decision, ledger)).toEqual(['4711001 9999', '4711002 5000']);
    expect(decision.question).toEqual({
      code: 'why_short',
      params: { difference: { amount: '0.01', currency: 'EUR' }, numbers: ['4711001', '4711002'] },
    });
  });

  it('leaves what is paid beyond them on account', () => {
    const decision = decideOne(aReceipt({ amount: '160.00', text: '4711001 4711002' }), ledger);
    expect(decision).toMatchObject({ decision: 'suggest', customer: 'ACME', unappliedMinor: minor('10.00') });
    expect(decision.question?.code).toBe('what_is_rest_for');
  });

  it('asks what a number means that no item carries, when it may explain the rest', () => {
    const decision = decideOne(aReceipt({ amount: '160.00', text: '4711001 4711002 4799999' }), ledger);
    expect(decision.question).toEqual({ code: 'what_is_reference', params: { references: ['4799999'] } });
  });

  it('posts beside a settled number, for the open ones explain the total', () => {
    const knowledge = knowing({ settled: { '4700009': 'ACME' } });
    const decision = decideOne(aReceipt({ amount: '100.00', text: '4700009 4711001' }), ledger, knowledge);
    expect(decision.decision).toBe('auto');
    expect(kinds(decision)).toContain('reference_closed');
  });

  it('does not post over two customers by itself', () => {
    const decision = decideOne(aReceipt({ amount: '175.00', text: '4711001 4712001' }), ledger);
    expect(decision.decision).toBe('suggest');
    expect(kinds(decision)).toContain('several_customers');
  });

  it('does not take an item of another currency', () => {
    const receipt = aReceipt({ amount: '100.00', currency: currencyCode('USD'), text: '4711001' });
    expect(decideOne(receipt, ledger).decision).toBe('exception');
  });

  it('does not read a decimal amount in the text as a number', () => {
    const items = [anItem({ number: '3826', open: '40.00' })];
    const decision = decideOne(aReceipt({ amount: '40.00', text: 'LESS SHORT SHIP 3826.37' }), items);
    expect(kinds(decision)).not.toContain('references_exact');
  });
});

describe('a short number may stand in a text by chance', () => {
  const items = [anItem({ number: '2026', open: '100.00' })];

  it('is proposed when the payer is not known', () => {
    const decision = decideOne(aReceipt({ amount: '100.00', text: 'PAYMENT JUNE 2026' }), items);
    expect(decision.decision).toBe('suggest');
    expect(kinds(decision)).toContain('reference_short');
  });

  it('posts when the customer pays from its usual account', () => {
    const knowledge = knowing({ accounts: { DE12: 'ACME' } });
    const receipt = aReceipt({ amount: '100.00', text: 'INVOICE 2026', account: 'DE12' });
    expect(decideOne(receipt, items, knowledge)).toMatchObject({
      decision: 'auto',
      rule: 'cited_and_exact_by_known_payer',
    });
  });
});

describe('a number that several items carry', () => {
  const shared = [
    anItem({ number: 'INV-900100', open: '60.00', customer: 'ACME' }),
    anItem({ number: 'INV-900100', open: '90.00', customer: 'BOREAL' }),
  ];

  it('means the item whose amount is paid, and waits for a person while the payer is unknown', () => {
    const decision = decideOne(aReceipt({ amount: '90.00', text: 'INV 900100' }), shared);
    expect(decision.customer).toBe('BOREAL');
    expect(applied(decision, shared)).toEqual(['INV-900100 9000']);
  });

  const ordered = [
    anItem({ number: '5500001', open: '30.00', order: 'PO 45001234' }),
    anItem({ number: '5500002', open: '45.00', order: 'PO 45001234' }),
    anItem({ number: '5500003', open: '30.00', order: 'PO 45001234' }),
  ];

  it('is an order number paid as a whole: posts', () => {
    const decision = decideOne(aReceipt({ amount: '105.00', text: 'PO 45001234' }), ordered);
    expect(decision.decision).toBe('auto');
    expect(applied(decision, ordered)).toHaveLength(3);
  });

  it('is an order number of which the one item with this amount is paid: proposed', () => {
    const decision = decideOne(aReceipt({ amount: '45.00', text: 'PO 45001234' }), ordered);
    expect(decision.decision).toBe('suggest');
    expect(applied(decision, ordered)).toEqual(['5500002 4500']);
  });

  it('is an order number with two items of this amount: proposed with the other, and the question which', () => {
    const knowledge = knowing({ accounts: { DE12: 'ACME' } });
    const decision = decideOne(aReceipt({ amount: '30.00', text: 'PO 45001234', account: 'DE12' }), ordered, knowledge);
    expect(decision).toMatchObject({ decision: 'suggest', alternativesCount: 1 });
    expect(decision.question?.code).toBe('which_of_equal_items');
  });
});
