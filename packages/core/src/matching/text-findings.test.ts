import { describe, expect, it } from 'vitest';
import { anItem, aReceipt, decideOne, EUR, kinds, knowing } from './matching.fixture.ts';
import { readFindings } from './text-findings.ts';

const item = anItem({ number: '50001001', open: '1234.56' });
const payer = knowing({ accounts: { DE12: 'ACME' } });
const stated = (text: string) =>
  readFindings([text], EUR).deductions.map((list) => list.map((one) => `${one.reason} ${one.amountMinor}`))[0];

describe('what a text takes off, and why', () => {
  it.each([
    ['50001001 LESS 100.00 DAMAGE', 'damage'],
    ['50001001 LESS EUR 100.00 FOR DAMAGED GOODS', 'damage'],
    ['50001001 ABZGL 100,00 BESCHAEDIGUNG', 'damage'],
    ['50001001 ABZÜGLICH 100,00 BESCHÄDIGUNG', 'damage'],
    ['50001001 MENO 100,00 MERCE DANNEGGIATA', 'damage'],
    ['50001001 MOINS 100,00 MANQUANTS', 'shortage'],
    ['50001001 MENOS 100,00 POR DEVOLUCION', 'returns'],
    ['50001001 RITENUTA 100,00', 'withholding_tax'],
    ["50001001 RITENUTA D'ACCONTO 100,00", 'withholding_tax'],
    ['50001001 RETURN 100.00', 'returns'],
    ['50001001 RUECKSENDUNG 100,00', 'returns'],
    ['50001001 RESO MERCE 100,00', 'returns'],
    ['50001001 PROMO 100.00', 'promotion'],
    ['50001001 FREIGHT CHARGES 100.00', 'freight'],
    ['50001001 SPESE DI TRASPORTO 100,00', 'freight'],
    ['50001001 FRAIS DE PORT 100,00', 'freight'],
    ['50001001 LATE DELIVERY 100.00', 'late_delivery'],
    ['50001001 LIEFERVERSPAETUNG 100,00', 'late_delivery'],
    ['50001001 GEBUEHREN 100,00', 'bank_fee'],
    ['50001001 CHARGE BACK 100.00', 'unspecified'],
    ['50001001 ARROTONDAMENTO 100,00', 'small_difference'],
    ['50001001 LESS 100.00', 'unspecified'],
    ['50001001 LESS PALLETS 100.00', 'unspecified'],
  ])('%s', (text, reason) => {
    expect(stated(text)).toEqual([`${reason} 10000`]);
    const decision = decideOne(aReceipt({ amount: '1134.56', account: 'DE12', text }), [item], payer);
    expect(decision).toMatchObject({ decision: 'auto', deductions: [{ reason, amountMinor: 10000n }] });
  });

  it('several amounts, each with the reason behind it', () => {
    expect(stated('LESS 100.00 DAMAGE AND 20.00 FREIGHT')).toEqual(['damage 10000', 'freight 2000']);
    expect(stated('DAMAGE 100.00 FREIGHT 20.00')).toEqual(['damage 10000', 'freight 2000']);
  });

  it.each(['UNLESS 100.00', 'RESORT 100.00', 'WIRELESS 100.00'])('%s takes nothing off', (text) => {
    expect(stated(text)).toBeUndefined();
  });

  it.each(['50001001 LESS 100 DAMAGE', '50001001 RETURNED GOODS DEDUCTED', '50001001 ABZGL. RUECKSENDUNG'])(
    'no mere part when something is taken off that cannot be placed: %s',
    (text) => {
      for (const amount of ['1134.56', '1209.56']) {
        const decision = decideOne(aReceipt({ amount, account: 'DE12', text }), [item], payer);
        expect(decision.decision).toBe('suggest');
        expect(kinds(decision)).toContain('claim_without_amount');
      }
    },
  );

  it('a rate on two items and bank charges beside it: 2% of 100.00 and of 50.00, and 10.00', () => {
    const items = [anItem({ number: '4711001', open: '100.00' }), anItem({ number: '4711002', open: '50.00' })];
    const text = '4711001 4711002 2% DISC BANK FEE 10.00';
    const decision = decideOne(aReceipt({ amount: '137.00', account: 'DE12', text }), items, payer);
    expect(decision.deductions.map(({ reason, amountMinor }) => `${reason} ${amountMinor}`)).toEqual([
      'unearned_discount 200',
      'unearned_discount 100',
      'bank_fee 1000',
    ]);
  });
});
