/** What must never post by itself, in words. Each case was once posted by some system, and cost somebody a week. */
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/index.ts';
import { anItem, aReceipt, decideAll, decideOne, knowing, minor, TODAY } from './matching.fixture.ts';
import { PayerKnowledge } from './payer-knowledge.ts';

const invoice = anItem({ number: '4711001', open: '1000.00' });
const other = anItem({ number: '4711012', open: '640.25' });
const items = [invoice, other];
const payer = knowing({ accounts: { DE12: 'ACME' } });

describe('must never match', () => {
  it.each([
    ['an amount alone, of an unknown payer', aReceipt({ amount: '1000.00' })],
    [
      'a tax refund that equals an invoice',
      aReceipt({ amount: '1000.00', payer: 'STATE', text: 'SALES TAX REFUND 17' }),
    ],
    ['interest that equals an invoice', aReceipt({ amount: '1000.00', payer: 'BANK', text: 'HABENZINSEN 06/2026' })],
    ['an own transfer', aReceipt({ amount: '1000.00', payer: 'TREASURY', text: 'INTERCOMPANY FUNDING 855497' })],
    ['an unknown number beside an equal amount', aReceipt({ amount: '1000.00', account: 'DE12', text: 'INV 9900077' })],
    ['a part payment of an unknown payer', aReceipt({ amount: '10.00', text: '4711001' })],
    [
      'several items, short without a reason',
      aReceipt({ amount: '1600.00', account: 'DE12', text: '4711001 4711012' }),
    ],
    [
      'an advance that equals an invoice',
      aReceipt({ amount: '1000.00', account: 'DE12', text: 'PREPAYMENT ORDER 45007' }),
    ],
  ])('%s', (_, receipt) => {
    const decision = decideOne(receipt, items, payer);
    expect(decision.decision === 'auto' && decision.allocations.length > 0).toBe(false);
  });

  it('the same payment a second time, though an equal item is open', () => {
    const knowledge = new PayerKnowledge();
    const again = aReceipt({ amount: '1000.00', account: 'DE12' });
    knowledge.learn({ ...again, receiptId: 'R0', customer: 'ACME', bookedOn: addDays(TODAY, -3) });
    expect(decideOne(again, items, knowledge).decision).toBe('suggest');
  });

  it('one item to two receipts of a day', () => {
    const one = aReceipt({ id: 'R1', amount: '1000.00', text: '4711001', account: 'DE12' });
    const decisions = decideAll({ receipts: [one, { ...one, id: 'R2' }], items, knowledge: payer });
    expect(decisions.map(({ decision }) => decision)).toEqual(['suggest', 'suggest']);
  });

  it('an item that a person has said no to', () => {
    const knowledge = knowing({ accounts: { DE12: 'ACME' } });
    knowledge.reject('R1', invoice.id);
    const decision = decideOne(aReceipt({ amount: '1000.00', text: '4711001', account: 'DE12' }), items, knowledge);
    expect(decision.allocations.some(({ item }) => item === invoice.id)).toBe(false);
  });

  it('money that is no receivable goes to nobody, and its words say why', () => {
    const decision = decideOne(aReceipt({ amount: '88.00', payer: 'FINANZAMT', text: 'STEUERERSTATTUNG 2025' }), items);
    expect(decision).toMatchObject({
      decision: 'auto',
      customer: null,
      unappliedMinor: minor('88.00'),
      allocations: [],
    });
    expect(decision.sentence).toContain('STEUERERSTATTUNG');
  });

  it('after a person has said so, the next of this payer is known by itself', () => {
    const knowledge = new PayerKnowledge();
    const rent = aReceipt({ amount: '500.00', payer: 'TENANT LLC', account: 'DE77' });
    expect(decideOne(rent, items, knowledge).decision).toBe('exception');
    knowledge.learn({ ...rent, receiptId: 'R0', customer: null, bookedOn: addDays(TODAY, -60) });
    expect(decideOne(rent, items, knowledge)).toMatchObject({ decision: 'auto', rule: 'no_receivable_of_this_payer' });
  });
});
