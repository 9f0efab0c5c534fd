import { describe, expect, it } from 'vitest';
import { localDate } from '../../calendar/index.ts';
import { parseTerms } from '../../terms/index.ts';
import { anItem, applied, aReceipt, decideOne, kinds, knowing } from '../matching.fixture.ts';

const payer = knowing({ accounts: { DE12: 'ACME' } });
const due = (day: string) => localDate(`2026-07-${day}`);
const items = [
  anItem({ number: '4711001', open: '1234.57', dueOn: due('01') }),
  anItem({ number: '4711002', open: '871.13', dueOn: due('01') }),
  anItem({ number: '4711003', open: '2310.91', dueOn: due('08') }),
  anItem({ number: '4711004', open: '459.37', dueOn: due('15') }),
];
const from = (amount: string) => aReceipt({ amount, account: 'DE12', text: 'PAYMENT' });

describe('a sum without references, by a payer known for one customer', () => {
  it('all that is open', () => {
    const decision = decideOne(from('4875.98'), items, payer);
    expect(decision).toMatchObject({ decision: 'auto', rule: 'only_sum_of_the_account_by_known_payer' });
    expect(kinds(decision)).toContain('whole_account');
  });

  it('all that is due on a day', () => {
    const decision = decideOne(from('2105.70'), items, payer);
    expect(applied(decision, items)).toEqual(['4711001 123457', '4711002 87113']);
    expect(decision.evidence[0]).toEqual({
      kind: 'due_together',
      params: { from: '2026-07-01', until: '2026-07-01', itemsCount: 2 },
    });
  });

  it('the only three with the sum', () => {
    const decision = decideOne(from('4004.85'), items, payer);
    expect(decision.decision).toBe('auto');
    expect(applied(decision, items)).toEqual(['4711001 123457', '4711003 231091', '4711004 45937']);
  });

  it('two sets with the sum: asked, none posted', () => {
    const twin = anItem({ number: '4711005', open: '871.13', dueOn: due('20') });
    const decision = decideOne(from('2105.70'), [...items, twin], payer);
    expect(decision.decision).toBe('suggest');
    expect(decision.alternativesCount).toBe(1);
  });

  it('round amounts make sums by chance: proposed only', () => {
    const round = ['100.00', '200.00', '400.00', '800.00'].map((open, at) => anItem({ number: `470000${at}`, open }));
    const decision = decideOne(from('600.00'), round, payer);
    expect(decision.decision).toBe('suggest');
    expect(kinds(decision)).toContain('sum_by_chance');
  });

  it('an unknown payer never posts on a sum', () => {
    const decision = decideOne(aReceipt({ amount: '4875.98', text: 'PAYMENT' }), items);
    expect(decision.decision).not.toBe('auto');
  });

  it('a text that was cut is completed by the rest of the due day', () => {
    const cut = aReceipt({ amount: '2105.70', account: 'DE12', text: 'INV 4711001, 47' });
    const decision = decideOne(cut, items, payer);
    expect(decision).toMatchObject({ decision: 'auto', rule: 'cited_and_completed_by_known_payer' });
    expect(applied(decision, items)).toEqual(['4711001 123457', '4711002 87113']);
  });
});

describe('whole days without references, and less came', () => {
  it('by 15.00 of bank charges on all that is due on a day', () => {
    const decision = decideOne(from('2090.70'), items, payer);
    expect(decision).toMatchObject({ decision: 'auto', rule: 'whole_days_accounted_for_by_known_payer' });
    expect(decision.deductions).toEqual([{ reason: 'bank_fee', item: 'ACME/4711001', amountMinor: 1500n }]);
  });

  it('by the discount of the terms on each of the items', () => {
    const terms = parseTerms('2% 60 net 90');
    if (terms === null) throw new Error('terms are read');
    // 98 % of 1234.57 and 871.13, each rounded by itself.
    const decision = decideOne(
      from('2063.59'),
      items.map((item) => ({ ...item, terms })),
      payer,
    );
    expect(decision).toMatchObject({ decision: 'auto', deductions: { length: 2 } });
    expect(kinds(decision)).toContain('discount_earned');
  });

  it.each([
    ['some of a day', '1219.57'],
    ['an amount that is no charge', '2089.20'],
    ['more than banks keep', '2045.70'],
  ])('never posts %s', (_, amount) => {
    // 1219.57 is 4711001 less 15.00, of a day on which 4711002 falls due as well.
    expect(decideOne(from(amount), items, payer).decision).not.toBe('auto');
  });

  it('never posts beside an item of anyone that has the amount', () => {
    const equal = anItem({ number: '4790009', open: '2090.70', customer: 'BOREAL' });
    expect(decideOne(from('2090.70'), [...items, equal], payer).decision).not.toBe('auto');
  });
});

describe('a head office that pays for its group', () => {
  const group = knowing({ accounts: { DE12: 'ACME' } });
  group.setParent('BOREAL', 'ACME');
  const sister = [
    anItem({ number: '4790001', open: '640.25', customer: 'BOREAL', dueOn: due('01') }),
    anItem({ number: '4790002', open: '3318.04', customer: 'BOREAL', dueOn: due('22') }),
  ];
  const all = [...items, ...sister];

  it('all that is due on a day, of both customers', () => {
    const decision = decideOne(from('2745.95'), all, group);
    expect(decision).toMatchObject({ decision: 'auto', rule: 'only_sum_of_the_group_by_known_payer' });
    expect(applied(decision, all)).toEqual(['4711001 123457', '4711002 87113', '4790001 64025']);
  });

  it('an equal item of the sister company makes it a question', () => {
    const twin = anItem({ number: '4790003', open: '871.13', customer: 'BOREAL', dueOn: due('25') });
    expect(decideOne(from('2745.95'), [...all, twin], group).decision).toBe('suggest');
  });
});

describe('an account of many items', () => {
  it('some of the oldest, three of them left out', () => {
    const many = Array.from({ length: 40 }, (_, at) => ({
      ...anItem({ number: `48${1000 + at}`, open: '0.00', dueOn: due(`${10 + (at >> 1)}`) }),
      openMinor: BigInt(100_000 + ((at * at * 79_193 + at * 104_729) % 899_981)),
    }));
    const paid = many.filter((_, at) => [0, 1, 2, 4, 5, 7, 9].includes(at));
    const receipt = { ...from('1.00'), amountMinor: paid.reduce((total, { openMinor }) => total + openMinor, 0n) };
    const decision = decideOne(receipt, many, payer);
    expect(decision.allocations.map(({ item }) => item)).toEqual(paid.map(({ id }) => id));
    expect(kinds(decision)).toContain('sum_of_oldest');
  });
});

describe('what belongs together', () => {
  const issued = (day: string) => localDate(`2026-${day}`);
  const spread = items.map((item, at) => ({ ...item, issuedOn: issued(at % 2 === 0 ? '05-11' : '06-03') }));

  it('all of one month, as a statement of account lists it', () => {
    const decision = decideOne(from('3545.48'), spread, payer);
    expect(decision).toMatchObject({ decision: 'auto', allocations: { length: 2 } });
    expect(decision.evidence[0]).toEqual({ kind: 'issued_in_month', params: { month: '2026-05', itemsCount: 2 } });
  });

  it('all of one order', () => {
    const ordered = items.map((item, at) => ({ ...item, references: at === 1 || at === 3 ? ['PO 45009'] : [] }));
    const decision = decideOne(from('1330.50'), ordered, payer);
    expect(decision.evidence[0]).toEqual({ kind: 'of_one_order', params: { reference: 'PO 45009', itemsCount: 2 } });
  });
});
