/** What must never post by itself, in words. Each case was once posted by some system, and cost somebody a week. */
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/index.ts';
import { currencyCode } from '../money/index.ts';
import { anItem, aReceipt, decideAll, decideOne, knowing, minor, TODAY } from './matching.fixture.ts';
import { PayerKnowledge } from './payer-knowledge.ts';

const USD = currencyCode('USD');
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
    ['wages that a bank returned', aReceipt({ amount: '640.25', payer: 'PAYROLL BANK', text: 'SALARY RETURN 06' })],
    ['a rebate of a supplier', aReceipt({ amount: '640.25', payer: 'STEEL CO', text: 'LIEFERANTENBONUS 2025' })],
    ["an insurer's payment", aReceipt({ amount: '1000.00', payer: 'ALLSAFE', text: 'CLAIMS SETTLEMENT 88-1234' })],
    [
      'a number with a slip and a part of the amount',
      aReceipt({ amount: '400.00', account: 'DE12', text: 'INV 4710101' }),
    ],
    [
      'a number with a slip and a little more than its item',
      aReceipt({ amount: '1003.00', account: 'DE12', text: 'INV 4710101' }),
    ],
    ['a quarter more than the item that is cited', aReceipt({ amount: '1250.00', account: 'DE12', text: '4711001' })],
    [
      'a part of a cited item when the text takes off another amount',
      aReceipt({ amount: '900.00', account: 'DE12', text: '4711001 LESS DAMAGE CLAIM 55.40' }),
    ],
    [
      'bank charges when the text takes off another amount',
      aReceipt({ amount: '975.00', account: 'DE12', text: '4711001 LESS DAMAGE CLAIM 55.40' }),
    ],
    [
      'a claim of the text that could be on either of two items',
      aReceipt({ amount: '1540.25', account: 'DE12', text: '4711001 4711012 LESS SHORTAGE 100.00' }),
    ],
    ['four closing digits and another amount', aReceipt({ amount: '999.00', text: 'INV 1012' })],
    ['a date that reads like a number', aReceipt({ amount: '77.00', account: 'DE12', text: 'INVOICE PAYMENT 07/01' })],
    ['a cited item in another currency', aReceipt({ amount: '1000.00', currency: USD, text: '4711001' })],
    [
      'a cited item and an equal amount that is another',
      aReceipt({ amount: '640.25', account: 'DE12', text: 'INV 4711001' }),
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

  it.each([
    ['and the text says whose it is', '640.25', 'INVOICE 9911001 BROOK'],
    ['and the amount is a round one', '1000.00', 'INVOICE 9911001'],
  ])('the amount of an own item, when the text cites another customer’s in full, %s', (_, amount, text) => {
    const foreign = anItem({ number: '9911001', open: '871.13', customer: 'BROOK' });
    const decision = decideOne(
      aReceipt({ amount, account: 'DE12', payer: 'Acme Ltd', text }),
      [...items, foreign],
      payer,
    );
    expect(decision.decision).not.toBe('auto');
    expect(decision.question?.code).toBe('text_or_amount');
  });

  it('one item to two receipts of a day', () => {
    const one = aReceipt({ id: 'R1', amount: '1000.00', text: '4711001', account: 'DE12' });
    const decisions = decideAll({ receipts: [one, { ...one, id: 'R2' }], items, knowledge: payer });
    expect(decisions.map(({ decision }) => decision)).toEqual(['suggest', 'suggest']);
  });

  it('the same payment twice on one day: asked whether it was sent twice', () => {
    const one = aReceipt({ id: 'R1', amount: '1000.00', account: 'DE12', text: '4711001' });
    const decisions = decideAll({ receipts: [one, { ...one, id: 'R2' }], items, knowledge: payer });
    expect(decisions.map(({ question }) => question?.code)).toEqual(['is_it_a_duplicate', 'is_it_a_duplicate']);
    const stranger = { ...one, id: 'R2', payerAccount: 'DE99' };
    const asked = decideAll({ receipts: [one, stranger], items, knowledge: payer });
    expect(asked[0]?.question?.code).toBe('which_receipt_pays');
  });

  it('a customer without open items is not asked which of them is paid, and no item is named that there is not', () => {
    const decision = decideOne(aReceipt({ amount: '12.34', account: 'DE12' }), [], payer);
    expect(decision.question?.code).toBe('does_payer_pay_for');
    const advance = decideOne(aReceipt({ amount: '12.34', account: 'DE12', text: 'ANZAHLUNG' }), items, payer);
    expect(advance.wouldChangeIf.filter(({ params }) => 'numbers' in params && params.numbers.length === 0)).toEqual(
      [],
    );
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

  it('an equal amount, when the text cites an item in another currency: it says which and whose', () => {
    const dollars = anItem({ number: '4799001', open: '640.25', currency: USD });
    const known = aReceipt({ amount: '640.25', account: 'DE12', text: 'INV 4799001' });
    expect(decideOne(known, [...items, dollars], payer).decision).toBe('suggest');
    const unknown = decideOne(aReceipt({ amount: '590.11', text: 'INV 4799001' }), [...items, dollars]);
    expect(unknown).toMatchObject({ decision: 'exception', customer: 'ACME' });
    expect(unknown.sentence).toContain('4799001 is cited and is open in USD');
  });

  it('an amount that two open items have, though the payer is known', () => {
    const twin = anItem({ number: '4711013', open: '640.25' });
    expect(decideOne(aReceipt({ amount: '640.25', account: 'DE12' }), [...items, twin], payer).decision).toBe(
      'suggest',
    );
  });

  it('a sum that two sets of items have', () => {
    const more = ['600.00', '1040.25'].map((open, at) => anItem({ number: `471102${at}`, open }));
    const decision = decideOne(aReceipt({ amount: '1640.25', account: 'DE12' }), [...items, ...more], payer);
    expect(decision.decision).not.toBe('auto');
  });

  it("a sister company's money to the group's account when the text says that it is paid in advance", () => {
    const shared = knowing({ accounts: { DE12: 'ACME' }, names: { BOREAL: 'Alder', ACME: 'Alder' } });
    const advance = aReceipt({ amount: '5000.00', account: 'DE12', payer: 'ALDER', text: 'ANZAHLUNG' });
    expect(decideOne(advance, items, shared).decision).not.toBe('auto');
  });

  it('a part of what is settled already', () => {
    const settled = knowing({ accounts: { DE12: 'ACME' }, settled: { '4711099': 'ACME' } });
    const instalment = aReceipt({ amount: '50.00', account: 'DE12', text: '4711099 TEILZAHLUNG' });
    expect(decideOne(instalment, items, settled).decision).not.toBe('auto');
  });
});
