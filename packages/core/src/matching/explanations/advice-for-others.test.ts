import { describe, expect, it } from 'vitest';
import type { Remittance } from '../../remittance/index.ts';
import { type Advice, AdviceIndex } from '../advice-index.ts';
import type { Decision } from '../decision.ts';
import { ItemIndex } from '../item-index.ts';
import type { OpenItem } from '../item-source.ts';
import { matchReceipts } from '../match.ts';
import { anItem, applied, aReceipt, EUR, kinds, knowing, minor, TODAY } from '../matching.fixture.ts';
import { DEFAULT_POLICY } from '../policy.ts';

const NOBODY = { name: null, id: null, account: null };

/** A mail in the payer's name: whoever wrote it chose its lines. */
function anAdvice(payer: string, lines: readonly (readonly [number: string, paid: string])[]): Advice {
  const paid = lines.map(([, amount]) => minor(amount));
  const remittance: Remittance = {
    line: 1,
    payer: { ...NOBODY, name: payer },
    payee: NOBODY,
    amountMinor: paid.reduce((total, amount) => total + amount, 0n),
    currency: EUR,
    paidOn: TODAY,
    traceNumber: null,
    method: null,
    references: [],
    lines: lines.map(([number, amount], at) => ({
      line: at + 2,
      document: { kind: 'invoice', number, label: null },
      references: [],
      issuedOn: null,
      grossMinor: null,
      discountMinor: null,
      adjustments: [],
      paidMinor: minor(amount),
      text: [],
    })),
    adjustments: [],
    text: [],
    footing: 'ok',
  };
  return { id: 'A1', receivedOn: TODAY, remittance };
}

const payer = knowing({ accounts: { DE12: 'ACME' } });
const own = [anItem({ number: '4711001', open: '1310.44' }), anItem({ number: '4711002', open: '2207.19' })];
const theirs = [
  anItem({ number: '4799001', open: '812.63', customer: 'BROOK' }),
  anItem({ number: '4799002', open: '1946.08', customer: 'BROOK' }),
  anItem({ number: '4799003', open: '377.95', customer: 'BROOK' }),
];
const from = (amount: string, text = '') => aReceipt({ amount, text, account: 'DE12', payer: 'ACME FOODS' });

function decided(receipt: ReturnType<typeof from>, items: readonly OpenItem[], advice: Advice): Decision {
  const context = { items: new ItemIndex(items), knowledge: payer, policy: DEFAULT_POLICY };
  const [decision] = matchReceipts([receipt], { ...context, advices: new AdviceIndex([advice]) });
  if (decision === undefined) throw new Error('a receipt has a decision');
  return decision;
}

describe('an advice in the name of a payer we know lists items of another customer', () => {
  it('two of the three that Brook has open, as they are open, make the bank’s 2,758.71: it pays for Brook', () => {
    const advice = anAdvice('ACME FOODS', [
      ['4799001', '812.63'],
      ['4799002', '1946.08'],
    ]);
    const items = [...own, ...theirs];
    const decision = decided(from('2758.71'), items, advice);
    expect(decision).toMatchObject({ decision: 'auto', rule: 'advice_lists_the_items', customer: 'BROOK' });
    expect(applied(decision, items)).toEqual(['4799001 81263', '4799002 194608']);
    expect(kinds(decision)).toContain('advice_for_others_confirmed');
  });

  describe('must never move money to a stranger', () => {
    it('when nobody knows the payer: a mail in its name is proposed at most', () => {
      const advice = anAdvice('NEWCOMER BV', [
        ['4799001', '812.63'],
        ['4799002', '1946.08'],
      ]);
      const receipt = aReceipt({ amount: '2758.71', text: '', account: 'NL77', payer: 'NEWCOMER BV' });
      const decision = decided(receipt, [...own, ...theirs], advice);
      expect(decision).toMatchObject({ decision: 'suggest', customer: 'BROOK' });
      expect(kinds(decision)).toContain('advice_for_others');
    });

    it('whose items are paid in part, for parts come to any sum', () => {
      const advice = anAdvice('ACME FOODS', [
        ['4799001', '812.63'],
        ['4799002', '1400.00'],
      ]);
      expect(decided(from('2212.63'), [...own, ...theirs], advice).decision).toBe('suggest');
    });

    it('when the payer’s own items explain the sum as well', () => {
      const equal = anItem({ number: '4799004', open: '1310.44', customer: 'BROOK' });
      const pair = [anItem({ number: '4799005', open: '3517.63', customer: 'BROOK' })];
      const single = anAdvice('ACME FOODS', [['4799004', '1310.44']]);
      expect(decided(from('1310.44'), [...own, equal], single).decision).toBe('suggest');
      const whole = anAdvice('ACME FOODS', [['4799005', '3517.63']]);
      expect(decided(from('3517.63'), [...own, ...pair], whole).decision).toBe('suggest');
    });

    it('when the bank’s text cites the payer’s own item', () => {
      const advice = anAdvice('ACME FOODS', [['4799001', '812.63']]);
      expect(decided(from('812.63', 'PART OF 4711001'), [...own, ...theirs], advice).decision).toBe('suggest');
    });

    it('when the bank’s text cites the payer’s own items, though these come to another sum', () => {
      const advice = anAdvice('ACME FOODS', [
        ['4799001', '812.63'],
        ['4799002', '1946.08'],
      ]);
      const receipt = from('2758.71', 'INV 4711001 4711002');
      expect(decided(receipt, [...own, ...theirs], advice).decision).not.toBe('auto');
      // A text that names a part of what the advice lists says the same.
      expect(decided(from('2758.71', 'INV 4799002'), [...own, ...theirs], advice).decision).toBe('auto');
    });

    it('who owes so many items that some of them make any sum', () => {
      const many = Array.from({ length: 40 }, (_, at) =>
        anItem({ number: `48${1000 + at}`, open: `${900 + at * 37}.${10 + at}`, customer: 'BROOK' }),
      );
      const chosen = [1, 7, 12, 20, 33].flatMap((at) => many[at] ?? []);
      const total = chosen.reduce((sum, { openMinor }) => sum + openMinor, 0n);
      const text = (amount: bigint): string => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;
      const advice = anAdvice(
        'ACME FOODS',
        chosen.map(({ number, openMinor }) => [number, text(openMinor)]),
      );
      const decision = decided(from(text(total)), [...own, ...many], advice);
      expect(decision.decision).toBe('suggest');
      expect(kinds(decision)).toContain('advice_for_others');
    });

    it('whose items are of the prices that others have', () => {
      const round = anItem({ number: '4799006', open: '500.00', customer: 'BROOK' });
      expect(decided(from('500.00'), [...own, round], anAdvice('ACME FOODS', [['4799006', '500.00']])).decision).toBe(
        'suggest',
      );
    });
  });
});
