import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../calendar/index.ts';
import { parseTerms } from '../../terms/index.ts';
import { ItemIndex } from '../item-index.ts';
import type { OpenItem } from '../item-source.ts';
import { matchReceipts } from '../match.ts';
import { anItem, applied, aReceipt, decideOne, kinds, knowing, TODAY } from '../matching.fixture.ts';
import { DEFAULT_POLICY } from '../policy.ts';

const payer = knowing({ accounts: { DE12: 'ACME' } });
const due = (day: string) => localDate(`2026-07-${day}`);
/** 4711001 to 4711008, two a day, by numbers and amounts that have nothing to do with each other. */
const OPEN = ['1234.57', '871.13', '2310.91', '459.37', '3087.64', '1518.29', '702.46', '990.02'];
const items = OPEN.map((open, at) => anItem({ number: `471100${at + 1}`, open, dueOn: due(`0${1 + (at >> 1)}`) }));
const paying = (amount: string, text: string) => aReceipt({ amount, account: 'DE12', text });

describe('a list that the bank cut', () => {
  it('goes on after the last number it names: the next two make up the rest', () => {
    const decision = decideOne(paying('7963.62', 'INV 4711001, 4711002, 4711003, 471'), items, payer);
    expect(decision).toMatchObject({ decision: 'auto', rule: 'cited_and_completed_by_known_payer' });
    expect(applied(decision, items).slice(3)).toEqual(['4711004 45937', '4711005 308764']);
    expect(decision.evidence).toContainEqual({ kind: 'list_goes_on', params: { by: 'due_date', after: '4711003' } });
  });

  it('what stands before the last that it names was left out by the payer', () => {
    // 871.13, left out between 4711001 and 4711003, is the rest too; the list has gone past it.
    const later = anItem({ number: '4711009', open: '871.13', dueOn: due('05') });
    const decision = decideOne(paying('5746.98', '4711001 4711003 4711004 47110'), [...items, later], payer);
    expect(decision.allocations.some(({ item }) => item === 'ACME/4711002')).toBe(false);
    expect(decision.decision).not.toBe('auto');
  });

  it('a number that breaks off goes on as one of those that complete it', () => {
    const decision = decideOne(paying('4875.98', '4711001 4711002 4711003 047110'), items, payer);
    expect(applied(decision, items)).toContain('4711004 45937');
    expect(decision.evidence).toContainEqual({
      kind: 'number_cut',
      params: { reference: '047110', number: '4711004' },
    });
  });

  it('less bank charges of 25.00: posts, the charges become a case of their own', () => {
    const decision = decideOne(paying('7938.62', 'INV 4711001, 4711002, 4711003, 471'), items, payer);
    expect(decision).toMatchObject({ decision: 'auto', rule: 'cited_completed_and_accounted_for' });
    expect(decision.deductions).toEqual([{ reason: 'bank_fee', item: 'ACME/4711005', amountMinor: 2500n }]);
  });

  it('less the discount of the terms on each of them', () => {
    const terms = parseTerms('2% 60 net 90');
    if (terms === null) throw new Error('terms are read');
    const discounted: OpenItem[] = items.map((item) => ({ ...item, terms }));
    // 98 % of 1234.57, 871.13, 2310.91, 459.37 and 3087.64, each rounded by itself.
    const decision = decideOne(paying('7804.35', 'INV 4711001, 4711002, 4711003, 471'), discounted, payer);
    expect(kinds(decision)).toContain('discount_earned');
    expect(decision).toMatchObject({ decision: 'auto', deductions: { length: 5 } });
  });

  it('with a slip of 1.00 more than whole days: posts, unless the company leaves nothing to chance', () => {
    // 4711004 to 4711006 are all until the 3rd: 5065.30.
    const receipt = paying('9482.91', 'INV 4711001, 4711002, 4711003, 471');
    expect(decideOne(receipt, items, payer)).toMatchObject({ decision: 'auto', unappliedMinor: 100n });
    const policy = { ...DEFAULT_POLICY, completionChancePerMilleMax: 0 };
    const [strict] = matchReceipts([receipt], { items: new ItemIndex(items), knowledge: payer, policy });
    expect(strict?.decision).toBe('suggest');
  });

  it('a number in its middle was mistyped into a settled one: all of the days that the list goes over', () => {
    // 4711002 is read as the settled 4712002; 4711001 to 4711006 are all until the 3rd, less the credit of 44.10.
    const credit = anItem({ number: '8800001', open: '-44.10', dueOn: due('01') });
    const knowledge = knowing({ accounts: { DE12: 'ACME' }, settled: { '4712002': 'ACME' } });
    const receipt = paying('9437.81', '4711001 4712002 4711003 4711004 4711');
    const decision = decideOne(receipt, [...items, credit], knowledge);
    expect(decision).toMatchObject({ decision: 'auto', rule: 'cited_and_completed_by_known_payer' });
    expect(applied(decision, [...items, credit])).toContain('4711002 87113');
  });

  it('days of which one item is left out are not the days of the list', () => {
    // As before, without the 871.13 of 4711002: nothing says that it is the one that is left out.
    const receipt = paying('8610.78', '4711001 4711003 4711004 4711');
    const decision = decideOne(receipt, items, payer);
    expect(decision.allocations.some(({ item }) => item === 'ACME/4711002')).toBe(false);
  });

  it('an equal item that was issued after the money came could not be meant', () => {
    const twin = anItem({ number: '4711020', open: '3087.64', dueOn: due('20') });
    const later = { ...twin, issuedOn: addDays(TODAY, 1) };
    const receipt = paying('7963.62', 'INV 4711001, 4711002, 4711003, 471');
    expect(decideOne(receipt, [...items, later], payer).decision).toBe('auto');
  });

  it('an equal item is open beside one of those that complete it: proposed only', () => {
    const twin = anItem({ number: '4711020', open: '3087.64', dueOn: due('20') });
    const decision = decideOne(paying('7963.62', 'INV 4711001, 4711002, 4711003, 471'), [...items, twin], payer);
    expect(decision.decision).toBe('suggest');
  });
});

describe('discount on some of the items', () => {
  const terms = parseTerms('2% 60 net 90');
  if (terms === null) throw new Error('terms are read');
  const offered = items.map((item) => ({ ...item, terms }));

  it('by the terms of two of three: 24.69 and 46.22 of 70.91 less', () => {
    const decision = decideOne(paying('4345.70', '4711001 4711002 4711003'), offered, payer);
    expect(decision).toMatchObject({ decision: 'auto', deductions: { length: 2 } });
    expect(kinds(decision)).toContain('discount_on_some');
  });
});
