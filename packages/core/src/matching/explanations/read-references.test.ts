import { describe, expect, it } from 'vitest';
import { parseTerms } from '../../terms/index.ts';
import { anItem, applied, aReceipt, decideOne, kinds, knowing, TODAY } from '../matching.fixture.ts';

const first = anItem({ number: '1930180459', open: '1000.00' });
const second = anItem({ number: '1930182758', open: '250.10' });
const credit = anItem({ number: '8800001', open: '-73.40' });
const items = [first, second, credit, anItem({ number: '1930999999', open: '777.77', customer: 'BOREAL' })];
const payer = knowing({ accounts: { DE12: 'ACME' } });
const from = (amount: string, text: string | readonly string[]) => aReceipt({ amount, text, account: 'DE12' });

describe('numbers that a payer shortens or mistypes', () => {
  it('closing digits of two invoices and the exact total post, whoever pays for the customer', () => {
    const decision = decideOne(from('1250.10', '180459 0182758'), items, payer);
    expect(decision).toMatchObject({ decision: 'auto', rule: 'cited_and_exact_by_known_payer' });
    expect(applied(decision, items)).toEqual(['1930180459 100000', '1930182758 25010']);
    expect(decision.sentence).toMatch(/^Cites 2 open items by closing digits \(180459, 0182758\); total exact/);
  });

  it('a second number that leaves out what it shares with the first', () => {
    const near = anItem({ number: '1930180471', open: '75.25' });
    const decision = decideOne(from('1075.25', '1930180459/71'), [...items, near], payer);
    expect(decision.decision).toBe('auto');
    expect(applied(decision, [...items, near])).toEqual(['1930180459 100000', '1930180471 7525']);
  });

  it.each([
    ['two digits swapped', '1930184059'],
    ['one digit wrong', '1930280459'],
    ['one digit missing', '193018459'],
    ['one digit doubled', '19301880459'],
    ['read by a scanner', '193O1804S9'],
  ])('%s: the amount confirms the number', (_, text) => {
    const decision = decideOne(from('1000.00', `INV ${text}`), items, payer);
    expect(decision.decision).toBe('auto');
    expect(applied(decision, items)).toEqual(['1930180459 100000']);
  });

  it('a slip that the amount does not confirm is asked about', () => {
    const decision = decideOne(from('300.00', '1930184059'), items, payer);
    expect(decision.decision).toBe('suggest');
    expect(kinds(decision)).toContain('reference_unconfirmed');
  });

  it('a slip in a list of numbers without one, and a little more than they come to: the rest stays on account', () => {
    const third = anItem({ number: '1930190333', open: '812.45' });
    const receipt = from('2070.00', '1930184059 1930182758 1930190333');
    expect(decideOne(receipt, [...items, third], payer)).toMatchObject({ decision: 'auto', unappliedMinor: 745n });
  });

  it('two slips of two, some cents less: so near a total is that of these items', () => {
    const decision = decideOne(from('1249.85', '1930184059 1930187258'), items, payer);
    expect(decision).toMatchObject({
      decision: 'auto',
      deductions: [{ reason: 'small_difference', amountMinor: 25n }],
    });
    // Nine units less may be of another item.
    expect(decideOne(from('1241.10', '1930184059 1930187258'), items, payer).decision).toBe('suggest');
  });

  it('another last digit is no slip: it may be the next invoice, which has not come yet', () => {
    const decision = decideOne(from('1000.00', '1930180458'), items, payer);
    expect(decision.decision).toBe('suggest');
  });

  it('the whole number of another customer’s item is left, when payer and amount say otherwise', () => {
    const often = knowing({});
    often.addLink('account', 'DE12', { customer: 'ACME', uses: 5, lastOn: TODAY });
    const decision = decideOne(from('250.10', '1930999999'), items, often);
    expect(decision).toMatchObject({ decision: 'auto', rule: 'unique_amount_by_known_payer', customer: 'ACME' });
    expect(kinds(decision)).toContain('reference_of_other');
    expect(decideOne(from('250.10', '1930999999'), items, payer).decision).toBe('suggest');
  });
});

describe('what is missing is accounted for', () => {
  it('a credit note netted without a number: the one open credit of that amount', () => {
    const decision = decideOne(from('926.60', '1930180459 NET OF CREDIT 73.40'), items, payer);
    expect(decision.decision).toBe('auto');
    expect(applied(decision, items)).toEqual(['1930180459 100000', '8800001 -7340']);
  });

  it('an amount the text takes off, and why', () => {
    const decision = decideOne(from('950.00', ['1930180459 LESS DAMAGE CLAI', 'M 50.00']), items, payer);
    expect(decision.decision).toBe('auto');
    expect(decision.deductions).toEqual([{ reason: 'damage', item: first.id, amountMinor: 5000n }]);
  });

  it('taken from one of several items, and nothing tells from which: asked', () => {
    const decision = decideOne(from('1200.10', '1930180459 1930182758 LESS SHORTAGE 50.00'), items, payer);
    expect(decision.decision).toBe('suggest');
    expect(kinds(decision)).toContain('deduction_not_placed');
  });

  it.each([
    ['2026-06-12', 'cash_discount', 'discount_earned'],
    ['2026-07-30', 'unearned_discount', 'discount_unearned'],
  ] as const)('the discount of the terms, paid on %s: %s', (bookedOn, reason, kind) => {
    const terms = parseTerms('2% 10 net 30') ?? undefined;
    const withTerms = [{ ...first, ...(terms && { terms }) }, second];
    const day = { ...from('980.00', '1930180459'), bookedOn: bookedOn as typeof first.dueOn };
    const decision = decideOne(day, withTerms, payer);
    expect(decision.decision).toBe('auto');
    expect(decision.deductions).toEqual([{ reason, item: first.id, amountMinor: 2000n }]);
    expect(kinds(decision)).toContain(kind);
  });

  it('bank charges on two small invoices of odd amounts; of amounts in whole fives they may be a claim', () => {
    const odd = [anItem({ number: '4711001', open: '123.37' }), anItem({ number: '4711002', open: '1034.58' })];
    const charged = decideOne(from('1127.95', '4711001 4711002'), odd, payer);
    expect(charged).toMatchObject({ decision: 'auto', deductions: [{ reason: 'bank_fee', amountMinor: 3000n }] });
    const even = [anItem({ number: '4711001', open: '125.00' }), anItem({ number: '4711002', open: '1035.00' })];
    expect(decideOne(from('1130.00', '4711001 4711002'), even, payer).decision).toBe('suggest');
  });

  it('bank charges in a whole amount, and a few cents', () => {
    const charged = decideOne(from('965.00', '1930180459'), items, payer);
    expect(charged.deductions).toEqual([{ reason: 'bank_fee', item: first.id, amountMinor: 3500n }]);
    const short = decideOne(from('999.93', '1930180459'), items, payer);
    expect(short.deductions).toEqual([{ reason: 'small_difference', item: first.id, amountMinor: 7n }]);
  });

  it('less than the one item is a part of it; the rest stays open and nothing is deducted', () => {
    const decision = decideOne(from('400.00', '1930180459 PART PMT 1 OF 2'), items, payer);
    expect(decision).toMatchObject({ decision: 'auto', rule: 'part_of_the_cited_item', deductions: [] });
    expect(applied(decision, items)).toEqual(['1930180459 40000']);
  });

  it('a little more than the items stays on account', () => {
    const decision = decideOne(from('1012.34', '1930180459'), items, payer);
    expect(decision).toMatchObject({ decision: 'auto', rule: 'cited_and_excess_on_account', unappliedMinor: 1234n });
  });
});
